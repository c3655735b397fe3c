package org.rapporteur.ui.exchange;

import java.nio.file.Path;

/** Watches a folder for what other programs put into it. */
public interface FolderWatch {
    /** Watches nothing. */
    FolderWatch NONE = (folder, came) -> {};

    /**
     * Watches this folder instead of the one before.
     *
     * @param folder the folder, or null to watch nothing
     * @param came called on the window's thread when something may have changed there, and now and then all the same
     */
    void watch(Path folder, Runnable came);
}
