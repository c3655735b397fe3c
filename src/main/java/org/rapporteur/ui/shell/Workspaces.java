package org.rapporteur.ui.shell;

import java.nio.file.Path;
import org.rapporteur.ui.kit.Progress;

/** Opening and making workspaces; filled by {@code launch}. Every method is called off the window's thread. */
public interface Workspaces {
    /**
     * Opens a workspace.
     *
     * @throws Exception a failure to show; a {@code Problem} where it is understood
     */
    OpenWorkspace open(Path folder, Progress progress) throws Exception;

    /**
     * Makes a new workspace in a folder that is empty or does not exist yet, and opens it.
     *
     * @throws Exception a failure to show
     */
    OpenWorkspace create(Path folder, String name, Progress progress) throws Exception;

    /**
     * Makes the sample in a folder that is empty or does not exist yet, and opens it.
     *
     * @throws Exception a failure to show
     */
    OpenWorkspace sample(Path folder, Progress progress) throws Exception;
}
