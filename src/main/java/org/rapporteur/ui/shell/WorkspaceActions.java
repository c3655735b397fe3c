package org.rapporteur.ui.shell;

import java.nio.file.Path;

/** What the welcome screen can ask for. Each goes on in the background and shows its result or failure by itself. */
public interface WorkspaceActions {
    /** Opens a workspace. */
    void open(Path folder);

    /** Makes a new workspace and opens it. */
    void create(Path folder, String name);

    /** Makes the sample and opens it. */
    void sample(Path folder);

    /** Whether a workspace is open to which one can go back. */
    boolean canReturn();

    /** Goes back to the open workspace. */
    void returnToWorkspace();
}
