package org.rapporteur.ui.kit.record;

import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.model.Model;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Icons;

/** Adds parts to a list of parts: by an empty line, or by searching what the part points to. */
final class PartsAdder {
    private final RecordKit kit;
    private final Kind kind;
    private final PartsList list;
    private Values defaults = Values.none();
    private BiFunction<Transaction, UUID, Values> making = (tx, parent) -> Values.none();

    PartsAdder(RecordKit kit, Kind kind, PartsList list) {
        this.kit = kit;
        this.kind = kind;
        this.list = list;
    }

    void defaults(Values values) {
        defaults = values;
    }

    void making(BiFunction<Transaction, UUID, Values> values) {
        making = values;
    }

    /** A button that adds an empty part. */
    Node button() {
        Button add = new Button(null, Icons.of(Material2OutlinedAL.ADD, 16));
        add.textProperty()
                .bind(kit.i18n()
                        .format(f ->
                                kit.i18n().now("records.parts.add", kit.words().kind(kind))));
        add.getStyleClass().addAll("flat", "small");
        add.setOnAction(event -> insert(copy(), true));
        return add;
    }

    /** A field that finds what a new part points to. */
    Node picker(Field reference) {
        Kind target = Model.kind(reference.target());
        RefPicker picker = new RefPicker(kit, () -> Query.of(target)).adding();
        picker.promptTextProperty()
                .bind(kit.i18n()
                        .format(f ->
                                kit.i18n().now("records.parts.pick", kit.words().kind(kind))));
        Access.name(picker, picker.promptTextProperty());
        picker.onPick(id -> {
            picker.reset();
            insert(copy().with(reference.name(), id), false);
        });
        if (target.scopeRule() == Kind.ScopeRule.DIRECTORY) {
            picker.onCreate(target, (text, made) -> {
                picker.reset();
                create(reference, target, text, made);
            });
        }
        return picker.withNote();
    }

    private Values copy() {
        Values copy = Values.none();
        defaults.map().forEach(copy::with);
        return copy;
    }

    private void insert(Values values, boolean edit) {
        UUID parent = list.parent();
        if (parent != null) {
            kit.edits().insert(kind, placed(values, parent, list.rows()), id -> list.added(id, edit));
        }
    }

    private void create(Field reference, Kind target, String text, Values made) {
        UUID parent = list.parent();
        if (parent == null) {
            return;
        }
        kit.edits()
                .write(
                        Label.of("step.add", text),
                        tx -> {
                            making.apply(tx, parent).map().forEach(made::with);
                            Values values = copy().with(reference.name(), tx.insert(target, made));
                            return tx.insert(kind, placed(values, parent, tx.list(Query.partsOf(kind, parent))));
                        },
                        id -> list.added(id, false));
    }

    private Values placed(Values values, UUID parent, List<Row> siblings) {
        values.with(kind.parent().orElseThrow().name(), parent);
        kind.orderField().ifPresent(order -> values.with(order.name(), PartOrder.atEnd(siblings, order)));
        return values;
    }
}
