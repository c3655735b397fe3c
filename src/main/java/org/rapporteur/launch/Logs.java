package org.rapporteur.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * The log file: a few rotating files beside the settings. It holds codes, kinds of failures and places in the
 * program, and no personal data: what an exception says may quote an answer or a path, and is left out.
 */
final class Logs {
    private static final int LARGEST_FILE = 512 * 1024;
    private static final int FILES = 3;

    private Logs() {}

    /** Sends everything to nowhere: the console belongs to the person, not to libraries. */
    static void quiet() {
        Logger root = LogManager.getLogManager().getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.setLevel(Level.INFO);
    }

    /** Folder of the log in a settings folder. */
    static Path folder(Path config) {
        return config.resolve("log");
    }

    /** Begins to write the log; does without if the folder can't be written. */
    static void toFile(Path config) {
        try {
            Path folder = folder(config);
            Files.createDirectories(folder);
            // %u: a second running program gets files of its own.
            FileHandler handler =
                    new FileHandler(folder.resolve("rapporteur-%u-%g.log").toString(), LARGEST_FILE, FILES, true);
            handler.setEncoding("UTF-8");
            handler.setFormatter(new WithoutWords());
            LogManager.getLogManager().getLogger("").addHandler(handler);
        } catch (IOException | SecurityException e) {
            Logger.getLogger(Logs.class.getName()).log(Level.FINE, "no log file", e);
        }
    }

    /** One line a record; of a failure the classes and places, not its messages. */
    static final class WithoutWords extends Formatter {
        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");
        private static final int FRAMES = 30;
        private static final int CAUSES = 8;

        @Override
        public String format(LogRecord record) {
            StringBuilder out = new StringBuilder();
            out.append(TIME.format(Instant.ofEpochMilli(record.getMillis()).atZone(ZoneId.systemDefault())))
                    .append(' ')
                    .append(record.getLevel().getName())
                    .append(' ')
                    .append(record.getLoggerName())
                    .append(' ')
                    .append(isOurs(record) ? formatMessage(record) : "(" + record.getLoggerName() + ")")
                    .append('\n');
            Throwable failure = record.getThrown();
            for (int i = 0; failure != null && i < CAUSES; i++, failure = failure.getCause()) {
                out.append("  ").append(failure.getClass().getName()).append('\n');
                StackTraceElement[] frames = failure.getStackTrace();
                for (int j = 0; j < Math.min(FRAMES, frames.length); j++) {
                    out.append("    at ").append(frames[j]).append('\n');
                }
            }
            return out.toString();
        }

        /** Our own messages are written with care, the toolkit's speak of styles; others may quote what they read. */
        private static boolean isOurs(LogRecord record) {
            String name = record.getLoggerName();
            return name != null && (name.startsWith("org.rapporteur") || name.startsWith("javafx"));
        }
    }
}
