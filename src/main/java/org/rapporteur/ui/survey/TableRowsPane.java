package org.rapporteur.ui.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.rapporteur.forms.mapping.RowFate;
import org.rapporteur.forms.mapping.SeenRow;
import org.rapporteur.forms.mapping.TableLook;
import org.rapporteur.forms.mapping.TableReport;
import org.rapporteur.forms.table.TableHeader;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.Tone;

/** The rows of a table as they were read, each with what becomes of it; a line of counts narrows them down. */
final class TableRowsPane extends VBox {
    private static final double ROW = 30;

    private final SurveyParts parts;
    private final I18n i18n;
    private final FlowPane counts = new FlowPane(4, 4);
    private final ObservableList<SeenRow> all = FXCollections.observableArrayList();
    private final FilteredList<SeenRow> shown = new FilteredList<>(all);
    private final TableView<SeenRow> table = new TableView<>(shown);
    private final Label why = new Label();
    private final Label more = new Label();
    private TableHeader header;
    private String filter = "all";

    TableRowsPane(SurveyParts parts) {
        super(8);
        this.parts = parts;
        this.i18n = parts.i18n();
        table.setId("table-rows");
        // Of one height, so that also columns out of sight cost nothing.
        table.setFixedCellSize(ROW);
        Label empty = new Label();
        empty.textProperty().bind(i18n.text("survey.table.norows"));
        table.setPlaceholder(empty);
        for (Label label : List.of(why, more)) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            label.managedProperty().bind(label.textProperty().isNotEmpty());
        }
        more.getStyleClass().addAll("muted", "small");
        why.setId("table-why");
        table.getSelectionModel().selectedItemProperty().subscribe(row -> why.setText(row == null ? "" : why(row)));
        setPadding(new javafx.geometry.Insets(8, 0, 0, 0));
        getChildren().addAll(counts, table, why, more);
        VBox.setVgrow(table, Priority.ALWAYS);
    }

    void show(TableLook look) {
        int selected = table.getSelectionModel().getSelectedIndex();
        if (!look.header().equals(header)) {
            header = look.header();
            table.getColumns().setAll(columns());
        }
        all.setAll(look.rows());
        heads();
        counts(look);
        narrow();
        if (selected >= 0 && selected < shown.size()) {
            table.getSelectionModel().select(selected);
        }
        long rows =
                look.report().map(TableReport::rows).orElse((long) look.rows().size());
        more.setText(
                rows > look.rows().size()
                        ? i18n.now("survey.table.first", look.rows().size())
                        : "");
    }

    private void counts(TableLook look) {
        counts.getChildren().clear();
        ToggleGroup group = new ToggleGroup();
        TableReport report = look.report().orElse(null);
        if (report == null) {
            filter = "all";
            return;
        }
        count(group, "all", "survey.table.rows", report.rows());
        count(group, "added", "survey.table.added", report.added());
        count(group, "changed", "survey.table.changed", report.changed());
        count(group, "same", "survey.table.same", report.same());
        count(group, "refused", "survey.table.refused", report.refused());
        count(
                group,
                "look",
                "survey.table.look",
                look.rows().stream().filter(TableRowsPane::toLookAt).count());
    }

    private static boolean toLookAt(SeenRow row) {
        return row.fate() != RowFate.REFUSED && !row.why().isEmpty();
    }

    private void count(ToggleGroup group, String id, String key, long number) {
        ToggleButton button = new ToggleButton(i18n.now(
                "survey.table.count", i18n.now(key), parts.kit().formats().number(number)));
        button.setToggleGroup(group);
        button.setSelected(id.equals(filter));
        button.setDisable(number == 0 && !id.equals(filter));
        button.setId("table-count-" + id);
        button.getStyleClass().add("small");
        button.setOnAction(e -> {
            button.setSelected(true);
            filter = id;
            narrow();
        });
        counts.getChildren().add(button);
    }

    private void narrow() {
        Set<RowFate> fates =
                switch (filter) {
                    case "added" -> Set.of(RowFate.NEW_RESPONDENT, RowFate.ADDED);
                    case "changed" -> Set.of(RowFate.CHANGED);
                    case "same" -> Set.of(RowFate.SAME);
                    case "refused" -> Set.of(RowFate.REFUSED);
                    default -> Set.of(RowFate.values());
                };
        shown.setPredicate(filter.equals("look") ? TableRowsPane::toLookAt : row -> fates.contains(row.fate()));
    }

    private String why(SeenRow row) {
        return row.why().stream().map(i18n::now).collect(Collectors.joining(" "));
    }

    private List<TableColumn<SeenRow, ?>> columns() {
        List<TableColumn<SeenRow, ?>> columns = new ArrayList<>();
        columns.add(column("row", 60, row -> parts.kit().formats().number(row.number())));
        columns.add(fates());
        columns.add(column("why", 220, this::why));
        for (TableHeader.Column column : header.columns()) {
            TableColumn<SeenRow, String> one = column(null, 150, row -> row.text(column.index()));
            one.setText(column.key());
            columns.add(one);
        }
        return columns;
    }

    private TableColumn<SeenRow, String> column(String id, double width, Function<SeenRow, String> text) {
        TableColumn<SeenRow, String> column = new TableColumn<>();
        column.setId(id == null ? null : "column-" + id);
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
        return column;
    }

    private TableColumn<SeenRow, RowFate> fates() {
        TableColumn<SeenRow, RowFate> column = new TableColumn<>();
        column.setId("column-fate");
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(150);
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(cell.getValue().fate()));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(RowFate fate, boolean empty) {
                super.updateItem(fate, empty);
                setText(empty || fate == null ? null : word(fate));
                setGraphic(empty || fate == null ? null : Icons.of(tone(fate).icon(), 16));
            }
        });
        return column;
    }

    private String word(RowFate fate) {
        return i18n.now("survey.table.fate." + fate.name().toLowerCase(Locale.ROOT));
    }

    private static Tone tone(RowFate fate) {
        return switch (fate) {
            case NEW_RESPONDENT, ADDED -> Tone.SUCCESS;
            case CHANGED -> Tone.INFO;
            case SAME, NOT_TRIED -> Tone.NEUTRAL;
            case REFUSED -> Tone.DANGER;
        };
    }

    private void heads() {
        for (TableColumn<SeenRow, ?> column : table.getColumns()) {
            if (column.getId() != null) {
                column.setText(i18n.now("survey.table.column." + column.getId().substring("column-".length())));
            }
        }
        table.refresh();
        SeenRow row = table.getSelectionModel().getSelectedItem();
        why.setText(row == null ? "" : why(row));
    }
}
