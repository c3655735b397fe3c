package org.rapporteur.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The settings and their file. Changes are written together after a short while, through a temporary file and a
 * move, so that the file is whole at any moment. A file that can't be read is put aside, and the program starts with
 * its defaults. Failing to write is logged and tried again with the next change: settings are no reason to stop.
 */
public final class SettingsStore {
    /** Changes closer together than this are written once. */
    public static final Duration DELAY = Duration.ofMillis(800);

    private static final Logger LOG = Logger.getLogger(SettingsStore.class.getName());
    private static final long LARGEST_FILE = 1_000_000;

    private final Path file;
    private final Scheduler scheduler;
    private final CopyOnWriteArrayList<Consumer<Settings>> listeners = new CopyOnWriteArrayList<>();
    private final Object fileLock = new Object();
    private Settings settings;
    private Settings written;
    private Runnable pending;
    private Path putAside;

    /** Reads the settings in a folder, which need not exist. */
    public SettingsStore(Path folder, Scheduler scheduler) {
        this.file = folder.resolve("settings.json");
        this.scheduler = scheduler;
        this.settings = read();
        this.written = settings;
    }

    private Settings read() {
        try {
            if (!Files.isRegularFile(file)) {
                return Settings.defaults();
            }
            if (Files.size(file) > LARGEST_FILE) {
                throw new IOException("too large");
            }
            return SettingsJson.read(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "settings are not readable, starting with defaults: {0}", e.getClass());
            setAside();
            return Settings.defaults();
        }
    }

    private void setAside() {
        Path aside = file.resolveSibling("settings.broken.json");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            putAside = aside;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the unreadable settings could not be put aside: {0}", e.getClass());
        }
    }

    /** Where an unreadable file was put when the program started, if there was one. */
    public Optional<Path> brokenFile() {
        return Optional.ofNullable(putAside);
    }

    /** The settings now. */
    public synchronized Settings get() {
        return settings;
    }

    /** Changes the settings, tells the listeners on this thread if something is different, and saves a little later. */
    public void update(UnaryOperator<Settings> change) {
        Settings changed;
        synchronized (this) {
            changed = change.apply(settings);
            if (changed.equals(settings)) {
                return;
            }
            settings = changed;
            if (pending != null) {
                pending.run();
            }
            pending = scheduler.after(DELAY, this::flush);
        }
        listeners.forEach(listener -> listener.accept(changed));
    }

    /**
     * Calls the listener after each change.
     *
     * @return run it to be called no longer
     */
    public Runnable onChange(Consumer<Settings> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Writes what is not written yet; before the program ends. */
    public void flush() {
        synchronized (fileLock) {
            Settings toWrite;
            synchronized (this) {
                if (pending != null) {
                    pending.run();
                    pending = null;
                }
                toWrite = settings;
            }
            if (toWrite.equals(written)) {
                return;
            }
            try {
                write(SettingsJson.write(toWrite));
                written = toWrite;
            } catch (IOException e) {
                LOG.log(Level.WARNING, "settings could not be saved: {0}", e.getClass());
            }
        }
    }

    private void write(String json) throws IOException {
        Files.createDirectories(file.getParent());
        Path temporary = file.resolveSibling("settings.json.new");
        Files.writeString(temporary, json, StandardCharsets.UTF_8);
        try {
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
