package org.rapporteur.ui.kit;

import javafx.application.Platform;

/** The window's thread. */
public final class Fx {
    private Fx() {}

    /** Runs on the window's thread: at once if this is it, soon otherwise. */
    public static void run(Runnable task) {
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
    }

    /** Runs on the window's thread after what is already waiting there (layout, events). */
    public static void later(Runnable task) {
        Platform.runLater(task);
    }

    /** Whether motion is wanted; the system may ask for less. */
    public static boolean motionWanted() {
        return !Platform.getPreferences().isReducedMotion();
    }
}
