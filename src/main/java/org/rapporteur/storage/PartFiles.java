package org.rapporteur.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Files that are written under a name of their own and then moved into place. They may be read by whoever may read
 * other new files of the same person: the system's temporary files may not, and a document in a shared folder would
 * stay closed to colleagues.
 */
public final class PartFiles {
    private static final Set<PosixFilePermission> AS_THE_SYSTEM_ALLOWS = EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private PartFiles() {}

    /**
     * Makes an empty file with a new name.
     *
     * @param folder a folder that exists
     * @param prefix beginning of its name
     * @throws IOException if it cannot be made
     */
    public static Path in(Path folder, String prefix) throws IOException {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        // The system takes away what the person's own settings (umask) withhold.
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(AS_THE_SYSTEM_ALLOWS)}
                : new FileAttribute<?>[0];
        return Files.createTempFile(folder, prefix, ".part", attributes);
    }
}
