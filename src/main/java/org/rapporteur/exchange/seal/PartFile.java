package org.rapporteur.exchange.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file written under a passing name beside its place and moved there when it is whole: whoever looks at the place,
 * a file-synchronising program too, sees the old file, the new one or none, never half of one. Closing it before
 * {@link #commit()} leaves nothing behind.
 */
public final class PartFile implements AutoCloseable {
    /** Ends the passing name; whoever lists a folder for packages passes over such files. */
    public static final String SUFFIX = ".part";

    private static final int BUFFER = 1 << 16;
    private static final String OPEN = "rw-rw-rw-";
    private static final String OWNER_ONLY = "rw-------";

    private final Path target;
    private final Path part;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private long flushed;
    private boolean done;

    private PartFile(Path target, String permissions) throws IOException {
        this.target = target.toAbsolutePath();
        Path folder = this.target.getParent();
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        Set<PosixFilePermission> allowed = PosixFilePermissions.fromString(permissions);
        // The system takes away from these what the person's own settings (umask) withhold.
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(allowed)}
                : new FileAttribute<?>[0];
        part = Files.createTempFile(folder, ".", SUFFIX, attributes);
        try {
            channel = FileChannel.open(part, StandardOpenOption.WRITE);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e;
        }
    }

    /**
     * A new file that whoever may read other files of this person may read.
     *
     * @param target where it goes; its folder exists
     * @throws IOException if it cannot be made
     */
    public static PartFile beside(Path target) throws IOException {
        return new PartFile(target, OPEN);
    }

    /**
     * A new file that only its owner may read. Windows has no such permissions; there the folder of the person's own
     * settings is closed to others already.
     *
     * @param target where it goes; its folder exists
     * @throws IOException if it cannot be made
     */
    public static PartFile secret(Path target) throws IOException {
        return new PartFile(target, OWNER_ONLY);
    }

    /** Bytes written so far. */
    public long position() {
        return flushed + buffer.position();
    }

    /**
     * Appends bytes.
     *
     * @throws IOException if the disk refuses them
     */
    public void write(byte[] bytes, int from, int length) throws IOException {
        int at = from;
        int left = length;
        while (left > 0) {
            if (!buffer.hasRemaining()) {
                flush();
            }
            int some = Math.min(left, buffer.remaining());
            buffer.put(bytes, at, some);
            at += some;
            left -= some;
        }
    }

    /**
     * Replaces bytes written before.
     *
     * @param position where they begin
     * @throws IOException if the disk refuses them
     */
    public void patch(long position, byte[] bytes) throws IOException {
        flush();
        ByteBuffer patch = ByteBuffer.wrap(bytes);
        while (patch.hasRemaining()) {
            channel.write(patch, position + patch.position());
        }
    }

    private void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            flushed += channel.write(buffer);
        }
        buffer.clear();
    }

    /**
     * Puts the file, safely on the disk, in its place; a file that was there is replaced.
     *
     * @throws IOException if that fails; {@link #close()} then removes what was written
     */
    public void commit() throws IOException {
        finish();
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
        done = true;
        syncFolder();
    }

    /**
     * Puts the file in its place unless another is there already, which then stays.
     *
     * @throws FileAlreadyExistsException if there is one
     * @throws IOException if it fails otherwise
     */
    public void commitIfAbsent() throws IOException {
        finish();
        try {
            // A second name for the same file is the one step that is atomic and replaces nothing.
            Files.createLink(target, part);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.move(part, target);
            done = true;
        }
        syncFolder();
    }

    private void finish() throws IOException {
        flush();
        channel.force(true);
        channel.close();
    }

    /** Makes the new name safe as well, where the system can (Windows cannot open a folder, and need not). */
    private void syncFolder() {
        try (FileChannel folder = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            // The file itself is complete; only a power cut within seconds could still hide its name.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (!done) {
            Files.deleteIfExists(part);
        }
    }
}
