package org.rapporteur.ui.kit.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Kind;
import org.rapporteur.ui.kit.Icons;

/** A filter by the values of one field: a button that says what is chosen, with a menu of the values and their counts. */
final class FilterChip extends MenuButton {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
    private static final int MOST_VALUES = 60;
    private static final int MOST_NAMED = 2;

    private final RecordKit kit;
    private final Kind kind;
    private final Field field;
    private final RecordTableModel model;

    FilterChip(RecordKit kit, Kind kind, Field field, RecordTableModel model) {
        this.kit = kit;
        this.kind = kind;
        this.field = field;
        this.model = model;
        getStyleClass().addAll("filter-chip", "flat");
        setGraphic(Icons.of(Material2OutlinedAL.FILTER_LIST, 14));
        setMnemonicParsing(false);
        setOnShowing(event -> fill());
        refresh();
    }

    /** Says again what is chosen. */
    void refresh() {
        Set<String> chosen = model.chosen(field.name());
        String name = kit.words().field(kind, field);
        pseudoClassStateChanged(ACTIVE, !chosen.isEmpty());
        if (chosen.isEmpty()) {
            setText(name);
        } else {
            String values = chosen.stream()
                    .limit(MOST_NAMED)
                    .map(this::word)
                    .collect(java.util.stream.Collectors.joining(kit.i18n().now("records.list.separator")));
            setText(
                    chosen.size() > MOST_NAMED
                            ? kit.i18n().now("records.filter.more", name, values, chosen.size() - MOST_NAMED)
                            : kit.i18n().now("records.filter.is", name, values));
        }
        setAccessibleText(kit.i18n().now("records.filter.by", getText()));
    }

    private String word(String value) {
        if (value.equals(RecordTableModel.NO_VALUE)) {
            return kit.i18n().now("records.filter.none");
        }
        if (field.type() == FieldType.REF) {
            return kit.titles().known(UUID.fromString(value));
        }
        return field.type() == FieldType.TEXT
                ? value
                : field.type() == FieldType.BOOLEAN
                        ? kit.texts().of(kind, field, Long.valueOf(value))
                        : kit.words().value(kind, field, value);
    }

    private void fill() {
        Map<String, Integer> counts = new HashMap<>();
        model.all()
                .forEach(item ->
                        RecordTableModel.values(item.row(), field).forEach(v -> counts.merge(v, 1, Integer::sum)));
        model.chosen(field.name()).forEach(value -> counts.putIfAbsent(value, 0));
        List<String> values = new ArrayList<>(counts.keySet());
        values.sort(order());
        List<MenuItem> items = new ArrayList<>();
        for (String value : values.subList(0, Math.min(values.size(), MOST_VALUES))) {
            CheckBox box = new CheckBox(kit.i18n().now("records.filter.value", word(value), counts.get(value)));
            box.setMnemonicParsing(false);
            box.setSelected(model.chosen(field.name()).contains(value));
            box.selectedProperty().addListener((o, was, is) -> choose(value, is));
            CustomMenuItem item = new CustomMenuItem(box, false);
            // By keyboard the item gets the key, not the box in it.
            item.setOnAction(event -> {
                if (!box.isFocused() && !box.isHover()) {
                    box.setSelected(!box.isSelected());
                }
            });
            items.add(item);
        }
        MenuItem clear = new MenuItem(kit.i18n().now("records.filter.clear"));
        clear.setDisable(model.chosen(field.name()).isEmpty());
        clear.setOnAction(event -> {
            model.choose(field.name(), Set.of());
            refresh();
        });
        items.add(new SeparatorMenuItem());
        items.add(clear);
        getItems().setAll(items);
    }

    private Comparator<String> order() {
        Comparator<String> byWord =
                Comparator.comparing(this::word, kit.kit().formats().order());
        Comparator<String> noneLast = Comparator.comparing(RecordTableModel.NO_VALUE::equals);
        return field.type() == FieldType.CHOICE || field.type() == FieldType.CHOICES
                ? noneLast.thenComparing(value -> field.values().indexOf(value))
                : noneLast.thenComparing(byWord);
    }

    private void choose(String value, boolean chosen) {
        Set<String> values = new LinkedHashSet<>(model.chosen(field.name()));
        if (chosen) {
            values.add(value);
        } else {
            values.remove(value);
        }
        model.choose(field.name(), values);
        refresh();
    }
}
