package org.rapporteur.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Exclusive use of a workspace, by a lock on a file of its own beside the database; gone with the process. */
final class WorkspaceLock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private WorkspaceLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** The lock, or empty if another program (or another window of this one) holds it. */
    static Optional<WorkspaceLock> take(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("workspace.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new WorkspaceLock(channel, lock));
            }
        } catch (OverlappingFileLockException held) {
            System.getLogger("storage").log(System.Logger.Level.DEBUG, "the workspace is open in this process");
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            System.getLogger("storage").log(System.Logger.Level.DEBUG, "releasing the lock failed", e);
        }
    }
}
