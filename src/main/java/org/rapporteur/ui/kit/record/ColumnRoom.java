package org.rapporteur.ui.kit.record;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.Kind;

/**
 * Which columns fit: the first ones always, the later ones as long as none has to be cut to less than can be read. A
 * column that somebody chose by hand is shown in any case.
 */
final class ColumnRoom {
    /** What a chip and its cell have around the words: icon, gap, paddings. */
    private static final double CHIP_FRAME = 64;

    /** A column may shrink to this share of its preferred width before it gives way. */
    private static final double LEAST_SHARE = 0.72;

    private static final double BAR = 16;
    private static final int ALWAYS = 2;

    private final TableView<RecordItem> view;
    private final List<TableColumn<RecordItem, RecordItem>> columns;
    private final Set<TableColumn<RecordItem, RecordItem>> chosen = new HashSet<>();
    private final Set<TableColumn<RecordItem, RecordItem>> byHand = new HashSet<>();

    ColumnRoom(
            TableView<RecordItem> view, List<TableColumn<RecordItem, RecordItem>> columns, List<RecordColumn> shapes) {
        this.view = view;
        this.columns = columns;
        for (int i = 0; i < columns.size(); i++) {
            if (shapes.get(i).shown()) {
                chosen.add(columns.get(i));
            }
        }
    }

    void choose(TableColumn<RecordItem, RecordItem> column, boolean shown) {
        if (shown) {
            chosen.add(column);
            byHand.add(column);
        } else {
            chosen.remove(column);
            byHand.remove(column);
        }
        fit();
    }

    boolean isChosen(TableColumn<RecordItem, RecordItem> column) {
        return chosen.contains(column);
    }

    /** Shows what fits the width now. */
    void fit() {
        double left = view.getWidth() <= 0 ? Double.MAX_VALUE : view.getWidth() - BAR;
        int shown = 0;
        for (TableColumn<RecordItem, RecordItem> column : columns) {
            boolean visible = chosen.contains(column);
            if (visible) {
                double least = Math.max(column.getMinWidth(), column.getPrefWidth() * LEAST_SHARE);
                visible = shown < ALWAYS || byHand.contains(column) || least <= left;
                left = visible ? left - least : left;
            }
            if (visible) {
                shown++;
            }
            if (column.isVisible() != visible) {
                column.setVisible(visible);
            }
        }
    }

    /** A state cut short can't be told from another, so its column has room for the longest in the language. */
    static void chipsFit(TableColumn<RecordItem, RecordItem> column, KindWords words, Kind kind, String name) {
        Field field = kind.field(name);
        double longest = field.values().stream()
                .mapToDouble(value -> new Text(words.value(kind, field, value))
                        .getLayoutBounds()
                        .getWidth())
                .max()
                .orElse(0);
        double needed = Math.ceil(longest) + CHIP_FRAME;
        if (needed > column.getMinWidth()) {
            column.setMinWidth(needed);
            column.setPrefWidth(Math.max(needed, column.getPrefWidth()));
        }
    }
}
