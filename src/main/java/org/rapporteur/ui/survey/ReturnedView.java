package org.rapporteur.ui.survey;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Chip;
import org.rapporteur.ui.kit.Dialogs;
import org.rapporteur.ui.kit.EmptyState;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.Notice;
import org.rapporteur.ui.kit.Tone;
import org.rapporteur.ui.survey.ReturnedViewModel.Fate;
import org.rapporteur.ui.survey.ReturnedViewModel.FileLine;

/** Where returned questionnaires come in: drop them, see what became of each, decide about what is in doubt. */
final class ReturnedView extends BorderPane implements SurveyHub.Detailed {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final int MOST_OF_FOLDER = 1000;

    private final SurveyParts parts;
    private final UUID survey;
    private final ReturnedViewModel model;
    private final TableView<FileLine> table = new TableView<>();
    private final TrayPane tray;
    private final VBox drop = new VBox(8);

    ReturnedView(SurveyParts parts, UUID survey) {
        this.parts = parts;
        this.survey = survey;
        this.model = new ReturnedViewModel(parts, survey);
        this.tray = new TrayPane(parts, survey, model);
        getStyleClass().add("returned");
        VBox left = new VBox(12, dropArea(), table());
        left.getStyleClass().add("returned-files");
        left.setMinWidth(320);
        VBox.setVgrow(table, Priority.ALWAYS);
        tray.setMinWidth(300);
        SplitPane split = new SplitPane(left, tray);
        parts.kit().splits().remember(split, "survey.returned", 0.54);
        setCenter(split);
        if (parts.changes().writable()) {
            setOnDragOver(this::over);
            setOnDragExited(event -> drop.pseudoClassStateChanged(OVER, false));
            setOnDragDropped(this::dropped);
        }
        parts.recordKit()
                .follow(
                        this,
                        Set.of(
                                SurveyKinds.RESPONSE,
                                SurveyKinds.REPLY_LINK,
                                SurveyKinds.SURVEY,
                                SurveyKinds.RESPONDENT,
                                SurveyKinds.ANSWER,
                                SurveyKinds.QUESTION,
                                SurveyKinds.TRAY_ITEM),
                        commit -> load());
        parts.i18n().language().addListener((o, was, is) -> heads());
        load();
    }

    private void load() {
        model.load();
        tray.model().load();
    }

    /** Shows the first waiting cell of a reply, or one cell. */
    @Override
    public void show(String detail) {
        try {
            tray.model().show(UUID.fromString(detail));
        } catch (IllegalArgumentException notAKey) {
            load();
        }
    }

    private Node dropArea() {
        Label words = new Label();
        words.textProperty().bind(parts.i18n().text("survey.returned.drop"));
        words.setGraphic(Icons.of(Material2OutlinedAL.CLOUD_DOWNLOAD));
        words.setWrapText(true);
        words.setGraphicTextGap(12);
        Button choose = new Button();
        choose.textProperty().bind(parts.i18n().text("survey.returned.choose"));
        choose.getStyleClass().add("accent");
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setOnAction(e -> take(parts.kit()
                .dialogs()
                .openFiles(
                        parts.i18n().now("survey.returned.choose"),
                        Dialogs.FileKind.of(parts.i18n().now("survey.returned.workbooks"), "xlsx", "xlsm", "xls"))));
        Button send = SendForms.button(parts, survey);
        FlowPane line = new FlowPane(12, 8, words, choose, send);
        line.setAlignment(Pos.CENTER_LEFT);
        drop.getChildren().setAll(line);
        drop.getStyleClass().add("drop-area");
        drop.setDisable(!parts.changes().writable());
        return drop;
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            drop.pseudoClassStateChanged(OVER, true);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        List<Path> paths = new ArrayList<>();
        for (File file : event.getDragboard().getFiles()) {
            File[] inside = file.isDirectory() ? file.listFiles(File::isFile) : new File[] {file};
            if (inside != null) {
                Arrays.stream(inside)
                        .sorted()
                        .limit(MOST_OF_FOLDER)
                        .map(File::toPath)
                        .forEach(paths::add);
            }
        }
        event.setDropCompleted(true);
        event.consume();
        take(paths);
    }

    /** Takes files in. */
    void take(List<Path> paths) {
        if (!paths.isEmpty()) {
            model.take(paths, this::told);
        }
    }

    private void told(ReturnedViewModel.Run run) {
        Notice notice = run.refused() > 0 || run.waiting() > 0 || run.same() > 0
                ? Notice.warning(parts.i18n()
                        .text(
                                "survey.returned.some",
                                run.files(),
                                run.placed(),
                                run.waiting(),
                                run.refused(),
                                run.same()))
                : Notice.success(parts.i18n().text("survey.returned.done", run.files(), run.placed()));
        parts.kit().notifications().show(notice);
        tray.model().load();
    }

    private Node table() {
        table.setItems(model.lines());
        table.getStyleClass().add("list");
        table.setFixedCellSize(36);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.setPlaceholder(new EmptyState(
                Material2OutlinedAL.INBOX,
                parts.i18n().text("survey.returned.empty.title"),
                parts.i18n().text("survey.returned.empty.sentence")));
        Access.name(table, parts.i18n().text("survey.tab.returned"));
        column(
                "survey.returned.file",
                130,
                line -> line.file().isEmpty()
                        ? parts.i18n()
                                .now(
                                        line.cameBy().isEmpty()
                                                ? "survey.returned.byhand"
                                                : "survey.answer.came." + line.cameBy())
                        : line.file());
        column("survey.returned.from", 104, FileLine::respondent);
        column(
                "survey.returned.day",
                136,
                line -> line.received() == null ? "" : parts.kit().formats().shortDate(line.received()));
        column(
                        "survey.returned.answers",
                        84,
                        line -> line.response() == null
                                ? ""
                                : parts.kit().formats().number(line.answers()))
                .getStyleClass()
                .add("numbers");
        TableColumn<FileLine, FileLine> fate = column("survey.returned.fate", 190, line -> "");
        fate.setCellFactory(c -> new FateCell());
        table.setRowFactory(view -> {
            TableRow<FileLine> row = new TableRow<>();
            row.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && row.getItem() != null) {
                    open(row.getItem());
                }
            });
            return row;
        });
        table.setOnKeyPressed(event -> {
            FileLine line = table.getSelectionModel().getSelectedItem();
            if (line != null && event.getCode() == KeyCode.ENTER) {
                open(line);
                event.consume();
            }
        });
        heads();
        return table;
    }

    private TableColumn<FileLine, FileLine> column(String key, double width, Function<FileLine, String> words) {
        TableColumn<FileLine, FileLine> column = new TableColumn<>();
        column.setUserData(key);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(FileLine item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : words.apply(item));
            }
        });
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        table.getColumns().add(column);
        return column;
    }

    private void heads() {
        table.getColumns().forEach(column -> column.setText(parts.i18n().now(String.valueOf(column.getUserData()))));
        table.refresh();
    }

    private void open(FileLine line) {
        if (line.item() != null || line.fate() == Fate.TRAY || line.fate() == Fate.COMPETES) {
            tray.model()
                    .show(line.item() == null ? line.response() : line.item().id());
            tray.requestFocus();
        } else {
            parts.kit()
                    .sidePanel()
                    .show(
                            new javafx.beans.property.SimpleStringProperty(line.file()),
                            new FileDetails(parts, survey, model, line));
        }
    }

    private final class FateCell extends TableCell<FileLine, FileLine> {
        @Override
        protected void updateItem(FileLine item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(null);
            setTooltip(null);
            if (empty || item == null) {
                return;
            }
            String key = "survey.fate." + item.fate().name().toLowerCase(Locale.ROOT);
            setGraphic(new Chip(tone(item.fate()), parts.i18n().text(key, item.waiting())));
        }
    }

    private static Tone tone(Fate fate) {
        return switch (fate) {
            case PLACED -> Tone.SUCCESS;
            case REPLACED -> Tone.NEUTRAL;
            case TRAY, WHO, COMPETES -> Tone.WARNING;
            case REFUSED -> Tone.DANGER;
        };
    }
}
