package org.rapporteur.ui.kit.record;

import javafx.scene.control.CheckBox;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.Kind;

/** Yes or no: one box that carries the name of the field. */
final class BooleanEditor extends FieldEditor {
    private final CheckBox box = new CheckBox();
    private boolean showing;

    BooleanEditor(RecordKit kit, Kind kind, Field field) {
        super(kit, kind, field);
        box.setId("input-" + field.name());
        box.setMnemonicParsing(false);
        box.textProperty().bind(spokenName());
        box.selectedProperty().addListener((o, was, is) -> {
            if (!showing && row() != null) {
                save(field.name(), is);
            }
        });
        lay(box, box);
        withoutName();
    }

    @Override
    void refresh(boolean fresh) {
        if (row() != null && !fresh && kit().edits().pending(row().id(), field().name())) {
            return;
        }
        showing = true;
        box.setSelected(row() != null && row().flag(field().name()));
        showing = false;
    }

    @Override
    void focus() {
        box.requestFocus();
    }

    @Override
    void editable(boolean yes) {
        box.setDisable(!yes);
    }

    @Override
    void faulty(boolean wrong, String words) {
        box.setAccessibleHelp(words);
    }
}
