package org.rapporteur.ui.kit.record;

import java.util.Optional;
import java.util.UUID;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.model.Model;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.LatestTask;

/** A reference to another record: found by typing, opened, cleared, or made from what was typed. */
final class RefEditor extends FieldEditor {
    private final RefPicker picker;
    private final Button open;
    private final Button clear;
    private final LatestTask<String> naming;
    private final RecordForm form;
    private boolean editable = true;

    RefEditor(RecordKit kit, Kind kind, Field field, RecordForm form) {
        super(kit, kind, field);
        this.form = form;
        picker = new RefPicker(kit, this::query);
        picker.setId("input-" + field.name());
        picker.promptTextProperty().bind(kit.i18n().text("records.ref.prompt"));
        Access.name(picker, spokenName());
        picker.onPick(id -> save(field.name(), id));
        picker.onEmpty(() -> save(field.name(), null));
        if (form.creator(field).isPresent()) {
            RecordForm.Creator creator = form.creator(field).get();
            picker.onCreate(creator.key(), text -> creator.create().accept(row(), text));
        } else if (!field.target().isEmpty() && form.creates(field)) {
            picker.onCreate(Model.kind(field.target()), this::create);
        }
        picker.unchosen().addListener((o, was, is) -> {
            if (is.isEmpty()) {
                clearNote();
            } else {
                fault(picker.advice());
            }
        });
        naming = new LatestTask<>(kit.kit().tasks(), title -> {
            picker.settle(title);
            buttons();
        });
        open = button(Material2OutlinedMZ.OPEN_IN_NEW, "records.ref.open", this::open);
        clear = button(Material2OutlinedAL.CLEAR, "records.ref.clear", () -> {
            picker.reset();
            save(field.name(), null);
            picker.requestFocus();
        });
        HBox box = new HBox(4, picker, clear, open);
        HBox.setHgrow(picker, Priority.ALWAYS);
        lay(box, picker);
        buttons();
    }

    private Button button(Ikon icon, String key, Runnable does) {
        Button button = new Button(null, Icons.of(icon));
        button.getStyleClass().addAll("flat", "button-icon");
        Access.nameAndTip(button, kit().i18n().text(key, spokenName()));
        button.setOnAction(event -> does.run());
        button.setFocusTraversable(false);
        return button;
    }

    private Query query() {
        return row() == null ? null : form.candidates(field(), row()).orElse(null);
    }

    private UUID value() {
        return row() == null ? null : row().ref(field().name());
    }

    private void create(String text, Values values) {
        Kind target = Model.kind(field().target());
        Row mine = row();
        kit().edits()
                .write(
                        Label.of("step.add", text),
                        tx -> {
                            UUID made = tx.insert(target, values);
                            tx.set(mine.kind(), mine.id(), field().name(), made);
                            return made;
                        },
                        made -> {});
    }

    @Override
    public boolean follow() {
        boolean has = value() != null && open.isVisible();
        if (has) {
            open();
        }
        return has;
    }

    private void open() {
        UUID id = value();
        if (id != null) {
            Optional<Kind> kind =
                    field().target().isEmpty() ? kit().titles().kindOf(id) : Optional.of(Model.kind(field().target()));
            kind.ifPresent(k -> kit().opener().open(k, id));
        }
    }

    private void buttons() {
        UUID id = value();
        shown(clear, id != null && editable);
        boolean place = field().target().isEmpty()
                ? kit().titles().kindOf(id).map(kit().opener()::canOpen).orElse(false)
                : kit().opener().canOpen(Model.kind(field().target()));
        shown(open, id != null && place);
    }

    @Override
    void refresh(boolean fresh) {
        if (row() != null && !fresh && kit().edits().pending(row().id(), field().name())) {
            return;
        }
        UUID id = value();
        if (fresh) {
            picker.reset();
        }
        if (id == null) {
            naming.cancel();
            picker.settle("");
            buttons();
            return;
        }
        Row mine = row();
        naming.request(progress -> {
            kit().titles().prepare(java.util.List.of(mine), java.util.List.of(field()));
            return kit().titles().known(id);
        });
    }

    @Override
    boolean commit() {
        return picker.leave();
    }

    @Override
    String unstored() {
        return picker.unchosen().get();
    }

    @Override
    void putBack(String text) {
        picker.putBack(text);
    }

    @Override
    void focus() {
        picker.requestFocus();
    }

    @Override
    void editable(boolean yes) {
        editable = yes;
        picker.setEditable(yes);
        buttons();
    }

    @Override
    void faulty(boolean wrong, String words) {
        picker.pseudoClassStateChanged(ERROR, wrong);
        picker.setAccessibleHelp(words);
    }
}
