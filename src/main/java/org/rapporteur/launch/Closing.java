package org.rapporteur.launch;

import java.time.Duration;
import java.util.List;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.rapporteur.ui.kit.Fx;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.Notice;
import org.rapporteur.ui.kit.Unstored;
import org.rapporteur.ui.shell.Desk;

/**
 * How the window closes: what is being typed is handed in, then everything that was handed in is written, with what
 * follows from it, and only then the program ends. While that takes longer than a moment the window says so; it stays
 * open meanwhile, since who shuts the lid of a machine trusts what they see. What can't be stored keeps it open once.
 */
final class Closing {
    private static final Duration MOMENT = Duration.ofMillis(400);
    private static final Duration STEP = Duration.ofMillis(20);

    private final Kit kit;
    private final Desk desk;
    private final Runnable exit;
    private boolean begun;
    /** What could not be stored when somebody last wanted to close; "" for nothing. */
    private String told = "";

    /**
     * The closing of one window.
     *
     * @param exit ends the program, on the window's thread
     */
    Closing(Kit kit, Desk desk, Runnable exit) {
        this.kit = kit;
        this.desk = desk;
        this.exit = exit;
    }

    /** Takes over what happens when somebody closes the window. */
    void watch(Stage stage) {
        stage.addEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, event -> {
            event.consume();
            begin();
        });
    }

    private void begin() {
        if (begun) {
            return;
        }
        List<Unstored> left = desk.commit();
        String words = Desk.words(left);
        if (!left.isEmpty() && !words.equals(told)) {
            told = words;
            left.getFirst().back().run();
            kit.notifications().show(Notice.warning(kit.i18n().text("shell.closing.unstored", words)));
            return;
        }
        begun = true;
        kit.tasks().running().forEach(task -> task.cancel());
        Thread waiter = new Thread(this::awaitWritten, "closing");
        waiter.setDaemon(true);
        waiter.start();
    }

    /** Quiet twice, with the window's thread asked in between: what was read may have led to something to write. */
    private void awaitWritten() {
        try {
            long started = System.nanoTime();
            boolean said = false;
            int quiet = 0;
            while (quiet < 2) {
                boolean idle = desk.isIdle() && !kit.tasks().isBusy();
                quiet = idle ? quiet + 1 : 0;
                if (!idle && !said && System.nanoTime() - started > MOMENT.toNanos()) {
                    said = true;
                    Fx.run(() -> kit.notifications().show(Notice.info(kit.i18n().text("shell.closing"))));
                }
                if (!idle) {
                    Thread.sleep(STEP);
                }
                windowsTurn();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Platform.runLater(exit);
        }
    }

    private static void windowsTurn() throws InterruptedException {
        java.util.concurrent.CountDownLatch done = new java.util.concurrent.CountDownLatch(1);
        Platform.runLater(done::countDown);
        done.await();
    }
}
