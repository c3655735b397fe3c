package org.rapporteur.launch;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import javafx.application.Application;

/**
 * Starts the toolkit and tells apart a machine without a screen, or without the system's window libraries, from a
 * failure of our own. While the toolkit starts, the error stream is shut: it prints stack traces of libraries that it
 * can do without.
 */
final class WindowStart {
    private static final PrintStream ERR = System.err;
    private static volatile boolean shown;

    private WindowStart() {}

    /** There is no screen, or the system's window libraries are missing. */
    static final class NoScreen extends Exception {
        private static final long serialVersionUID = 1L;

        NoScreen(Throwable cause) {
            super(cause);
        }
    }

    /**
     * Shows the window and returns when the program ends.
     *
     * @throws NoScreen if no window can be shown on this machine
     */
    static void run(String[] args) throws NoScreen {
        if (surelyNoScreen(System.getProperties().getProperty("os.name", ""), System.getenv())) {
            throw new NoScreen(null);
        }
        keepCacheWritable();
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            Application.launch(App.class, args);
        } catch (RuntimeException | LinkageError e) {
            if (!shown && isOfTheToolkit(e)) {
                throw new NoScreen(e);
            }
            throw e;
        } finally {
            System.setErr(ERR);
        }
    }

    /** The window is there: what goes to the error stream from now on is meant for people. */
    static void shown() {
        shown = true;
        System.setErr(ERR);
    }

    /** Whether the environment alone tells that there is no screen; spares the second that the toolkit takes to say so. */
    static boolean surelyNoScreen(String system, Map<String, String> environment) {
        boolean headless = "Headless".equalsIgnoreCase(System.getProperty("glass.platform"));
        String name = system.toLowerCase(Locale.ROOT);
        boolean unix = !name.contains("win") && !name.contains("mac");
        return unix && !headless && isBlank(environment.get("DISPLAY")) && isBlank(environment.get("WAYLAND_DISPLAY"));
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    /** Whether a failure comes from opening the display or loading the toolkit's native parts. */
    static boolean isOfTheToolkit(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean ofKind = cause instanceof UnsupportedOperationException
                    || cause instanceof LinkageError
                    || String.valueOf(cause.getMessage()).contains("Graphics Device initialization failed")
                    || String.valueOf(cause.getMessage()).contains("No toolkit found");
            if (ofKind && isToolkitFrame(cause.getStackTrace())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isToolkitFrame(StackTraceElement[] frames) {
        for (StackTraceElement frame : frames) {
            if (frame.getClassName().startsWith("org.rapporteur.launch.App")) {
                return false;
            }
            if (frame.getClassName().startsWith("com.sun.")) {
                return true;
            }
        }
        return false;
    }

    /** The toolkit unpacks its native parts into the home folder; where that can't be written, into a temporary one. */
    private static void keepCacheWritable() {
        if (System.getProperty("javafx.cachedir") != null) {
            return;
        }
        Path home = Path.of(System.getProperty("user.home", "."));
        Path cache = home.resolve(".openjfx");
        if (Files.isWritable(Files.exists(cache) ? cache : home)) {
            return;
        }
        try {
            System.setProperty(
                    "javafx.cachedir",
                    Files.createTempDirectory("rapporteur-javafx").toString());
        } catch (IOException e) {
            // Then the toolkit says itself that it can't start.
            System.clearProperty("javafx.cachedir");
        }
    }
}
