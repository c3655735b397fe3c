package org.rapporteur.launch;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;
import org.rapporteur.ui.exchange.FolderWatch;
import org.rapporteur.ui.kit.Fx;

/**
 * Watches the exchange folder and the folders in it. Shared drives do not always tell of changes, and some systems tell
 * of none, so the folder is also looked at every {@value #POLL_SECONDS} seconds.
 */
final class FolderWatcher implements FolderWatch, AutoCloseable {
    private static final int POLL_SECONDS = 20;

    /** Programs that keep folders in step write a file in several steps; they are given this long. */
    private static final int SETTLE_MILLIS = 800;

    private Watching watching;
    private boolean closed;

    @Override
    public synchronized void watch(Path folder, Runnable came) {
        if (watching != null && watching.folder.equals(folder)) {
            return;
        }
        if (watching != null) {
            watching.end();
            watching = null;
        }
        if (folder != null && !closed) {
            watching = new Watching(folder, came);
            Thread thread = new Thread(watching, "exchange-folder");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Whether the workspace was closed. */
    synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (watching != null) {
            watching.end();
            watching = null;
        }
    }

    private static final class Watching implements Runnable {
        private final Path folder;
        private final Runnable came;
        private final java.util.concurrent.CountDownLatch ended = new java.util.concurrent.CountDownLatch(1);

        Watching(Path folder, Runnable came) {
            this.folder = folder;
            this.came = came;
        }

        void end() {
            ended.countDown();
        }

        private boolean isOver(long millis) throws InterruptedException {
            return ended.await(millis, TimeUnit.MILLISECONDS);
        }

        private void tell() {
            Fx.run(() -> {
                if (ended.getCount() > 0) {
                    came.run();
                }
            });
        }

        @Override
        public void run() {
            try {
                while (ended.getCount() > 0) {
                    tell();
                    await();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** Until something changes, or for a while. */
        private void await() throws InterruptedException {
            try (WatchService service = folder.getFileSystem().newWatchService()) {
                register(folder, service);
                try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder, Files::isDirectory)) {
                    for (Path sub : inside) {
                        register(sub, service);
                    }
                }
                for (int second = 0; second < POLL_SECONDS * 2; second++) {
                    WatchKey key = service.poll(500, TimeUnit.MILLISECONDS);
                    if (key != null) {
                        isOver(SETTLE_MILLIS);
                        return;
                    }
                    if (ended.getCount() == 0) {
                        return;
                    }
                }
            } catch (IOException | ClosedWatchServiceException | UnsupportedOperationException e) {
                // A drive that was pulled out, or one that cannot be watched: then only the clock tells.
                isOver(TimeUnit.SECONDS.toMillis(POLL_SECONDS));
            }
        }

        private static void register(Path path, WatchService service) throws IOException {
            path.register(service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
        }
    }
}
