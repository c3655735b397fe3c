package org.rapporteur.ui.exchange;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.ui.kit.Command;

/** What can be done in the inbox, with its keys; it holds while the inbox is shown. */
final class ConflictCommands {
    private static final int SIDES = 4;

    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final List<Command> choose = new ArrayList<>();
    private final Command edit;
    private final Command both;
    private final Command next;
    private final Command previous;

    ConflictCommands(ConflictsViewModel model, boolean writable, Runnable editing) {
        for (int i = 0; i < SIDES; i++) {
            int side = i;
            choose.add(Command.of("exchange.choose" + (i + 1), "exchange.command.choose" + (i + 1))
                    .keys(String.valueOf(i + 1))
                    .keys("Numpad " + (i + 1))
                    .enabledWhen(when(model, () -> writable && model.canChoose(side)))
                    .does(() -> model.choose(side)));
        }
        edit = Command.of("exchange.editValue", "exchange.command.edit")
                .icon(Material2OutlinedAL.EDIT)
                .keys("E")
                .enabledWhen(when(
                        model,
                        () -> writable && model.point() != null && model.point().other()))
                .does(editing);
        both = Command.of("exchange.both", "exchange.command.both")
                .icon(Material2OutlinedMZ.PLAYLIST_ADD)
                .keys("B")
                .enabledWhen(when(model, () -> writable && model.canJoin()))
                .does(model::join);
        next = Command.of("exchange.next", "exchange.command.next")
                .icon(Material2OutlinedAL.ARROW_FORWARD)
                .keys("N")
                .enabledWhen(shown)
                .does(model::next);
        previous = Command.of("exchange.previous", "exchange.command.previous")
                .icon(Material2OutlinedAL.ARROW_BACK)
                .keys("P")
                .enabledWhen(shown)
                .does(() -> model.step(-1, false));
    }

    private BooleanBinding when(ConflictsViewModel model, java.util.function.BooleanSupplier test) {
        return Bindings.createBooleanBinding(
                () -> shown.get() && test.getAsBoolean(), shown, model.detail(), model.current());
    }

    /** Whether the inbox is what the person sees. */
    BooleanProperty shown() {
        return shown;
    }

    Command choose(int side) {
        return choose.get(side);
    }

    Command edit() {
        return edit;
    }

    Command both() {
        return both;
    }

    Command next() {
        return next;
    }

    Command previous() {
        return previous;
    }

    List<Command> all() {
        List<Command> all = new ArrayList<>(choose);
        all.addAll(List.of(edit, both, next, previous));
        return all;
    }
}
