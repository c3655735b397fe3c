package org.rapporteur.ui.shell;

import java.util.Optional;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.rapporteur.core.problem.Message;
import org.rapporteur.ui.kit.Fx;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.Notice;

/** What can be undone and redone now, and doing it off the window's thread. */
final class UndoModel {
    private record Next(Optional<Message> undo, Optional<Message> redo) {}

    private final Kit kit;
    private final ObjectProperty<Message> nextUndo = new SimpleObjectProperty<>();
    private final ObjectProperty<Message> nextRedo = new SimpleObjectProperty<>();
    private final LatestTask<Next> asking;
    private UndoPort port = UndoPort.NONE;
    private Runnable unlisten = () -> {};

    UndoModel(Kit kit) {
        this.kit = kit;
        this.asking = new LatestTask<>(kit.tasks(), next -> {
            nextUndo.set(next.undo().orElse(null));
            nextRedo.set(next.redo().orElse(null));
        });
    }

    /** Follows the undo of another workspace. */
    void follow(UndoPort newPort) {
        unlisten.run();
        port = newPort;
        unlisten = newPort.onChange(() -> Fx.run(this::ask));
        ask();
    }

    private void ask() {
        UndoPort asked = port;
        asking.request(progress -> new Next(asked.nextUndo(), asked.nextRedo()));
    }

    BooleanBinding canUndo() {
        return nextUndo.isNotNull();
    }

    BooleanBinding canRedo() {
        return nextRedo.isNotNull();
    }

    StringBinding undoText() {
        return text(nextUndo, "shell.undo", "shell.undo.named");
    }

    StringBinding redoText() {
        return text(nextRedo, "shell.redo", "shell.redo.named");
    }

    private StringBinding text(ObjectProperty<Message> next, String plain, String named) {
        return javafx.beans.binding.Bindings.createStringBinding(
                () -> next.get() == null
                        ? kit.i18n().now(plain)
                        : kit.i18n().now(named, kit.i18n().now(next.get())),
                next,
                kit.i18n().language());
    }

    void undo() {
        Message what = nextUndo.get();
        UndoPort asked = port;
        kit.tasks()
                .read(progress -> {
                    asked.undo();
                    return what;
                })
                .then(done -> tell("shell.undone", done))
                .start();
    }

    void redo() {
        Message what = nextRedo.get();
        UndoPort asked = port;
        kit.tasks()
                .read(progress -> {
                    asked.redo();
                    return what;
                })
                .then(done -> tell("shell.redone", done))
                .start();
    }

    private void tell(String key, Message what) {
        if (what != null) {
            kit.notifications().show(Notice.info(kit.i18n().text(key, what)));
        }
        ask();
    }
}
