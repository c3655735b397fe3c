package org.rapporteur.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;

/**
 * Remembers, outside the workspaces, where on which machine each site was last and how far it had counted. A workspace
 * that is found elsewhere, or behind what it had counted, is a copy or an old state: it must go on as a new site.
 */
public final class SiteRegistry {
    private final Path folder;

    /** @param folder where the notes lie, one small file for each site; made when needed */
    public SiteRegistry(Path folder) {
        this.folder = folder;
    }

    /** Whether the workspace at the place may go on as this site. */
    boolean same(UUID site, Path place, long highest) {
        Path file = file(site);
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            Properties note = new Properties();
            note.load(in);
            return key(place).equals(note.getProperty("place"))
                    && machine().equals(note.getProperty("machine"))
                    && Long.parseLong(note.getProperty("highest", "0")) <= highest;
        } catch (IOException | IllegalArgumentException e) {
            System.getLogger("storage").log(System.Logger.Level.WARNING, "a note of a site cannot be read", e);
            return false;
        }
    }

    /** Notes the place and how far the site has counted. A note that cannot be written costs a new site, no more. */
    void note(UUID site, Path place, long highest) {
        try {
            Files.createDirectories(folder);
            Properties note = new Properties();
            note.setProperty("place", key(place));
            note.setProperty("machine", machine());
            note.setProperty("highest", Long.toString(highest));
            Path part = PartFiles.in(folder, "site");
            try (OutputStream out = Files.newOutputStream(part)) {
                note.store(out, null);
            }
            Files.move(part, file(site), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            System.getLogger("storage").log(System.Logger.Level.WARNING, "a note of a site cannot be written", e);
        }
    }

    private Path file(UUID site) {
        return folder.resolve(site + ".properties");
    }

    private static String key(Path place) {
        try {
            return place.toRealPath().toString();
        } catch (IOException e) {
            return place.toAbsolutePath().normalize().toString();
        }
    }

    private static String machine() {
        for (String file : new String[] {"/etc/machine-id", "/var/lib/dbus/machine-id"}) {
            try {
                String id = Files.readString(Path.of(file)).strip();
                if (!id.isEmpty()) {
                    return id;
                }
            } catch (IOException e) {
                System.getLogger("storage").log(System.Logger.Level.TRACE, "no machine id", e);
            }
        }
        String name = System.getenv("COMPUTERNAME");
        return (name == null ? "" : name) + System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    }
}
