package org.rapporteur.ui.kit.record;

import java.util.Map;
import java.util.UUID;
import javafx.collections.ObservableList;
import javafx.scene.control.ListView;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Label;
import org.rapporteur.ui.kit.record.PartsList.Part;

/** Puts the parts of a list in another order: shown at once, written as order keys. */
final class PartMoves {
    private final RecordKit kit;
    private final Kind kind;
    private final ObservableList<Part> parts;
    private final ListView<Part> list;

    PartMoves(RecordKit kit, Kind kind, ObservableList<Part> parts, ListView<Part> list) {
        this.kit = kit;
        this.kind = kind;
        this.parts = parts;
        this.list = list;
    }

    /** Moves a part up or down. */
    void by(Part part, int steps) {
        to(part, parts.indexOf(part) + steps);
    }

    /** Puts a part before or after another one. */
    void beside(UUID moved, Part target, boolean after) {
        parts.stream().filter(p -> p.row().id().equals(moved)).findFirst().ifPresent(part -> {
            int from = parts.indexOf(part);
            int to = parts.indexOf(target) + (after ? 1 : 0);
            to(part, to > from ? to - 1 : to);
        });
    }

    private void to(Part part, int to) {
        int from = parts.indexOf(part);
        if (from < 0 || to < 0 || to >= parts.size() || from == to) {
            return;
        }
        Field order = kind.orderField().orElseThrow();
        Map<UUID, String> keys = PartOrder.move(parts.stream().map(Part::row).toList(), order, from, to);
        kit.edits()
                .run(
                        Label.of("step.move", kit.edits().named(part.row())),
                        tx -> keys.forEach((id, key) -> tx.set(kind, id, order.name(), key)));
        // What is read back is the same.
        parts.remove(from);
        parts.add(to, part);
        list.getSelectionModel().select(to);
    }
}
