package org.rapporteur.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Where a workspace lies, which decides its journal mode: write-ahead logging needs shared memory and therefore a
 * local disk; on network, removable and synchronised folders it can damage the database.
 */
public enum Place {
    /** A local disk: WAL, synchronous FULL. */
    LOCAL,
    /** Network, removable or cloud-synchronised: DELETE journal, synchronous EXTRA. */
    SHARED;

    private static final List<String> SHARED_TYPES = List.of(
            "nfs", "cifs", "smb", "sshfs", "fuse", "9p", "vfat", "exfat", "msdos", "fat", "afp", "webdav", "davfs");
    private static final List<String> SYNCHRONISED = List.of(
            "onedrive",
            "dropbox",
            "nextcloud",
            "owncloud",
            "google drive",
            "googledrive",
            "icloud",
            "mobile documents",
            "syncthing");

    /** The place of an existing folder; in doubt {@link #SHARED}, which is slower and always safe. */
    public static Place of(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        for (Path part : absolute) {
            String name = part.toString().toLowerCase(Locale.ROOT);
            if (SYNCHRONISED.stream().anyMatch(name::startsWith)) {
                return SHARED;
            }
        }
        for (Path up = absolute; up != null; up = up.getParent()) {
            if (Files.isDirectory(up.resolve(".stfolder"))) {
                return SHARED;
            }
        }
        try {
            String type = Files.getFileStore(absolute).type().toLowerCase(Locale.ROOT);
            return SHARED_TYPES.stream().anyMatch(type::startsWith)
                            || absolute.toString().startsWith("\\\\")
                    ? SHARED
                    : LOCAL;
        } catch (IOException unknown) {
            return SHARED;
        }
    }
}
