package org.rapporteur.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.problem.Problem;

class CrashGuardTest {
    private static final class SetClock extends Clock {
        private Instant now = Instant.parse("2017-10-10T09:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final SetClock clock = new SetClock();
    private final List<Problem> told = new ArrayList<>();
    private final CrashGuard guard = new CrashGuard(clock, told::add);

    private static RuntimeException drawing() {
        return new IllegalStateException("Ms Example wrote to example@example.org");
    }

    @Test
    void theSameFailureOverAndOverIsToldOnceInAWhile() {
        for (int i = 0; i < 100; i++) {
            guard.uncaughtException(Thread.currentThread(), drawing());
        }
        guard.uncaughtException(Thread.currentThread(), new UnsupportedOperationException());
        assertEquals(2, told.size());
        clock.now = clock.now.plus(Duration.ofMinutes(1));
        guard.uncaughtException(Thread.currentThread(), drawing());
        assertEquals(3, told.size());
        assertEquals(told.getFirst().code(), told.getLast().code());
    }

    @Test
    void aFailureWhileTellingDoesNotGoRoundInCircles() {
        CrashGuard failing = new CrashGuard(clock, problem -> {
            throw new IllegalStateException("the window is broken too");
        });
        failing.uncaughtException(Thread.currentThread(), drawing());
    }

    @Test
    void theLogHoldsPlacesAndCodesButNotWhatExceptionsSay(@TempDir Path folder) throws IOException {
        LogRecord record = new LogRecord(Level.SEVERE, "[UNX-TEST] IllegalStateException");
        record.setLoggerName("org.rapporteur.failure");
        record.setThrown(new IllegalStateException("outer secret", drawing()));
        String line = new Logs.WithoutWords().format(record);
        assertTrue(line.contains("UNX-TEST") && line.contains("CrashGuardTest.drawing"), line);
        assertFalse(line.contains("Example") || line.contains("secret"), line);

        LogRecord foreign = new LogRecord(Level.WARNING, "cannot parse 'Ms Example'");
        foreign.setLoggerName("org.apache.poi");
        assertFalse(new Logs.WithoutWords().format(foreign).contains("Example"));
    }

    @Test
    void theLogFileIsBesideTheSettings(@TempDir Path folder) throws IOException {
        Logger root = LogManager.getLogManager().getLogger("");
        List<Handler> before = List.of(root.getHandlers());
        try {
            Logs.toFile(folder);
            Logger.getLogger("org.rapporteur.test").severe("hello");
        } finally {
            for (Handler handler : root.getHandlers()) {
                if (!before.contains(handler)) {
                    handler.close();
                    root.removeHandler(handler);
                }
            }
        }
        try (Stream<Path> files = Files.list(Logs.folder(folder))) {
            Path log =
                    files.filter(f -> f.toString().endsWith(".log")).findFirst().orElseThrow();
            assertTrue(Files.readString(log).contains("org.rapporteur.test hello"));
        }
    }

    @Test
    void aFailureOfTheToolkitIsToldFromOurOwn() {
        assertTrue(WindowStart.isOfTheToolkit(from(
                "com.sun.glass.ui.gtk.GtkApplication", new UnsupportedOperationException("Unable to open DISPLAY"))));
        assertTrue(WindowStart.isOfTheToolkit(new RuntimeException(
                from("com.sun.glass.utils.NativeLibLoader", new UnsatisfiedLinkError("no glass")))));
        assertTrue(WindowStart.isOfTheToolkit(
                from("com.sun.javafx.tk.Toolkit", new RuntimeException("No toolkit found"))));
        assertFalse(WindowStart.isOfTheToolkit(
                from("org.rapporteur.launch.App", new UnsupportedOperationException("ours"))));
        assertFalse(WindowStart.isOfTheToolkit(from("com.sun.javafx.tk.Toolkit", new NullPointerException())));
    }

    private static <T extends Throwable> T from(String place, T failure) {
        failure.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("java.lang.Thread", "run", "Thread.java", 1),
            new StackTraceElement(place, "x", "X.java", 1)
        });
        return failure;
    }

    @Test
    void theEnvironmentTellsWhereThereIsNoScreen() {
        // The tests themselves run on the headless platform, which needs no screen.
        String platform = System.clearProperty("glass.platform");
        try {
            assertTrue(WindowStart.surelyNoScreen("Linux", Map.of()));
            assertTrue(WindowStart.surelyNoScreen("Linux", Map.of("DISPLAY", " ")));
            assertFalse(WindowStart.surelyNoScreen("Linux", Map.of("DISPLAY", ":0")));
            assertFalse(WindowStart.surelyNoScreen("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0")));
            assertFalse(WindowStart.surelyNoScreen("Windows 11", Map.of()));
            assertFalse(WindowStart.surelyNoScreen("Mac OS X", Map.of()));
        } finally {
            if (platform != null) {
                System.setProperty("glass.platform", platform);
            }
        }
    }
}
