package org.rapporteur.ui.kit.record;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.FlowPane;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.Kind;
import org.rapporteur.ui.kit.Access;

/** Several of a closed list of values: a box for each. */
final class ChoicesEditor extends FieldEditor {
    private final FlowPane pane = new FlowPane(16, 8);
    private final Map<String, CheckBox> boxes = new LinkedHashMap<>();
    private boolean showing;

    ChoicesEditor(RecordKit kit, Kind kind, Field field) {
        super(kit, kind, field);
        for (String value : field.values()) {
            CheckBox box = new CheckBox();
            box.setMnemonicParsing(false);
            box.textProperty().bind(kit.i18n().format(f -> kit.words().value(kind, field, value)));
            Access.name(
                    box,
                    kit.i18n()
                            .format(f -> kit.i18n()
                                    .now(
                                            "records.language.field",
                                            kit.words().field(kind, field),
                                            kit.words().value(kind, field, value))));
            box.selectedProperty().addListener((o, was, is) -> changed());
            boxes.put(value, box);
            pane.getChildren().add(box);
        }
        lay(pane, boxes.values().iterator().next());
    }

    private void changed() {
        if (!showing && row() != null) {
            // A value that a newer program stored has no box here and must not be lost.
            Stream<String> unknown = Arrays.stream(row().text(field().name()).split(" "))
                    .filter(value -> !value.isEmpty() && !boxes.containsKey(value));
            Stream<String> known = boxes.entrySet().stream()
                    .filter(entry -> entry.getValue().isSelected())
                    .map(Map.Entry::getKey);
            String chosen = Stream.concat(known, unknown).collect(Collectors.joining(" "));
            save(field().name(), chosen);
        }
    }

    @Override
    void refresh(boolean fresh) {
        if (row() != null && !fresh && kit().edits().pending(row().id(), field().name())) {
            return;
        }
        List<String> chosen =
                row() == null ? List.of() : List.of(row().text(field().name()).split(" "));
        showing = true;
        boxes.forEach((value, box) -> box.setSelected(chosen.contains(value)));
        showing = false;
    }

    @Override
    void focus() {
        boxes.values().iterator().next().requestFocus();
    }

    @Override
    void editable(boolean yes) {
        pane.setDisable(!yes);
    }

    @Override
    void faulty(boolean wrong, String words) {
        pane.pseudoClassStateChanged(ERROR, wrong);
    }
}
