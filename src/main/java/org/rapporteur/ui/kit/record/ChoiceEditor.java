package org.rapporteur.ui.kit.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.Kind;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Choosing;

/** One of a closed list of values, in words; a letter leads to the next value that begins with it. */
final class ChoiceEditor extends FieldEditor {
    private final ComboBox<String> combo = new ComboBox<>();
    private final Choosing<String> choosing;
    private final Runnable closing;

    ChoiceEditor(RecordForm form, RecordKit kit, Kind kind, Field field) {
        super(kit, kind, field);
        combo.setId("input-" + field.name());
        combo.setMaxWidth(320);
        combo.setMinWidth(180);
        combo.setVisibleRowCount(12);
        Access.name(combo, spokenName());
        choosing = new Choosing<>(combo, value -> {
            if (row() != null) {
                save(field.name(), value);
            }
        });
        // A choice that is under way when the window closes is left, and so taken.
        closing = choosing::commit;
        choosing.onUndecided(is -> {
            if (is) {
                kit.edits().typing(closing);
            } else {
                kit.edits().typed(closing);
            }
            form.underWay(field, combo.getValue());
        });
        words();
        combo.addEventHandler(KeyEvent.KEY_TYPED, this::letter);
        // The control itself closes an open list when F4 is let go; the list was opened when it was pressed.
        combo.addEventFilter(KeyEvent.KEY_RELEASED, event -> {
            if (event.getCode() == KeyCode.F4 && !event.isAltDown()) {
                event.consume();
            }
        });
        lay(combo, combo);
    }

    private void words() {
        List<String> values = new ArrayList<>();
        values.add("");
        values.addAll(field().values());
        StringConverter<String> converter = new StringConverter<>() {
            @Override
            public String toString(String value) {
                return word(value);
            }

            @Override
            public String fromString(String words) {
                throw new UnsupportedOperationException("the list is closed");
            }
        };
        choosing.quietly(() -> {
            combo.setItems(FXCollections.observableList(values));
            combo.setConverter(converter);
        });
    }

    private String word(String value) {
        return value == null || value.isEmpty()
                ? kit().i18n().now("records.choice.none")
                : kit().words().value(kind(), field(), value);
    }

    private void letter(KeyEvent event) {
        String letter = event.getCharacter().toLowerCase(Locale.ROOT);
        if (letter.isBlank() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        List<String> values = combo.getItems();
        int at = Math.max(0, values.indexOf(combo.getValue()));
        for (int i = 1; i <= values.size(); i++) {
            String value = values.get((at + i) % values.size());
            if (!value.isEmpty() && RecordTableModel.fold(word(value)).startsWith(RecordTableModel.fold(letter))) {
                combo.setValue(value);
                event.consume();
                return;
            }
        }
    }

    @Override
    void refresh(boolean fresh) {
        if (row() != null && !fresh && kit().edits().pending(row().id(), field().name())) {
            return;
        }
        if (!combo.isShowing()) {
            words();
        }
        choosing.show(row() == null ? "" : row().text(field().name()), fresh);
    }

    @Override
    boolean commit() {
        choosing.commit();
        return true;
    }

    @Override
    public boolean pick() {
        combo.show();
        return true;
    }

    @Override
    void focus() {
        combo.requestFocus();
    }

    @Override
    void editable(boolean yes) {
        combo.setDisable(!yes);
    }

    @Override
    void faulty(boolean wrong, String words) {
        combo.pseudoClassStateChanged(ERROR, wrong);
        combo.setAccessibleHelp(words);
    }
}
