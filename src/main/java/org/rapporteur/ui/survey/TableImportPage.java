package org.rapporteur.ui.survey;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.core.problem.Refusal;
import org.rapporteur.forms.mapping.TableLook;
import org.rapporteur.forms.mapping.TableReport;
import org.rapporteur.ui.kit.Dialogs.FileKind;
import org.rapporteur.ui.kit.Fields;
import org.rapporteur.ui.kit.Fx;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.RunningTask;
import org.rapporteur.ui.shell.Place;

/**
 * A table before it is taken in: how it is read, its rows with what becomes of each, what its columns mean, what a
 * person should look at, and where it goes.
 */
final class TableImportPage extends BorderPane {
    private static final String GONE = "forms.table.gone";
    private static final String REMOVED = "forms.table.removed";

    private final SurveyParts parts;
    private final I18n i18n;
    private final TableImportModel model;
    private final TableChoices choices;
    private final TableRowsPane rows;
    private final TableColumnsPane columns;
    private final ListView<Refusal> told = new ListView<>();
    private final CheckBox gone = new CheckBox();
    private final Label then = new Label();
    private final Label left = new Label();
    private final Label trouble = new Label();
    private final Button go = new Button();
    private final Tab look = new Tab();

    TableImportPage(SurveyParts parts, TableImportModel model) {
        this.parts = parts;
        this.i18n = parts.i18n();
        this.model = model;
        choices = new TableChoices(parts, model);
        rows = new TableRowsPane(parts);
        columns = new TableColumnsPane(parts, model);
        getStyleClass().addAll("page", "table-import");
        setTop(new VBox(8, head(), choices, said()));
        setCenter(tabs());
        BorderPane.setMargin(getCenter(), new javafx.geometry.Insets(8, 0, 0, 0));
        model.tried().subscribe(now -> show());
        model.trouble().subscribe(now -> trouble());
        Fx.whileShown(this, () -> i18n.language().subscribe(now -> show())::unsubscribe);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                leave();
            }
        });
        model.look();
    }

    private Node head() {
        Label title = new Label();
        title.textProperty().bind(i18n.text("survey.table.title", model.fileName()));
        title.getStyleClass().add("h2");
        title.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button cancel = button("kit.cancel", "table-cancel");
        cancel.setOnAction(e -> leave());
        go.setId("table-go");
        go.getStyleClass().add("accent");
        go.setMinWidth(Region.USE_PREF_SIZE);
        go.disableProperty()
                .bind(model.current()
                        .not()
                        .or(model.busy().isNotNull())
                        .or(Bindings.createBooleanBinding(() -> !ready(), model.tried(), model.current())));
        go.setOnAction(e -> model.run());
        HBox head = new HBox(8, title, space, busy(), mapping(), cancel, go);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Button button(String key, String id) {
        Button button = new Button();
        button.textProperty().bind(i18n.text(key));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private Node busy() {
        ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setPrefWidth(80);
        Label count = new Label();
        count.getStyleClass().addAll("muted", "small");
        count.setMinWidth(Region.USE_PREF_SIZE);
        Button stop = button("survey.table.stop", "table-stop");
        HBox box = new HBox(8, bar, count, stop);
        box.setAlignment(Pos.CENTER_LEFT);
        box.visibleProperty().bind(model.busy().isNotNull());
        box.managedProperty().bind(box.visibleProperty());
        stop.setOnAction(e -> model.cancel());
        model.busy().subscribe((RunningTask task) -> {
            count.textProperty().unbind();
            if (task == null) {
                count.setText("");
            } else {
                count.textProperty()
                        .bind(i18n.format(
                                formats -> i18n.now(
                                        "survey.table.progress", task.done().get()),
                                task.done()));
            }
        });
        return box;
    }

    private Button mapping() {
        Button button = button("survey.table.usemapping", "table-mapping");
        button.setGraphic(Icons.of(Material2OutlinedAL.FOLDER_OPEN, 16));
        button.setOnAction(e -> parts.kit()
                .dialogs()
                .openFile(i18n.now("survey.table.usemapping"), FileKind.of(i18n.now("survey.table.mappings"), "json"))
                .ifPresent(model::mapping));
        return button;
    }

    private Node said() {
        for (Label label : List.of(then, left)) {
            label.setWrapText(true);
            label.getStyleClass().addAll("muted", "small");
            label.managedProperty().bind(label.textProperty().isNotEmpty());
        }
        left.setId("table-left");
        Label error = Fields.error(trouble.textProperty());
        error.setId("table-trouble");
        return new VBox(4, error, then, left);
    }

    private Node tabs() {
        TabPane tabs = new TabPane();
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.setId("table-tabs");
        Tab first = new Tab();
        first.textProperty().bind(i18n.text("survey.table.tab.rows"));
        first.setContent(rows);
        Tab second = new Tab();
        second.textProperty().bind(i18n.text("survey.table.tab.columns"));
        second.setContent(columns);
        look.setContent(looks());
        tabs.getTabs().addAll(first, second, look);
        return tabs;
    }

    private Node looks() {
        told.setCellFactory(list -> new Reason());
        told.setId("table-told");
        Label empty = new Label();
        empty.textProperty().bind(i18n.text("survey.table.nothing"));
        told.setPlaceholder(empty);
        gone.setId("table-gone");
        gone.setWrapText(true);
        gone.setOnAction(e -> model.choose(c -> c.withRemoveGone(gone.isSelected())));
        gone.managedProperty().bind(gone.visibleProperty());
        VBox box = new VBox(8, gone, told);
        box.setPadding(new javafx.geometry.Insets(8, 0, 0, 0));
        VBox.setVgrow(told, Priority.ALWAYS);
        return box;
    }

    private boolean ready() {
        TableImportModel.Tried tried = model.tried().get();
        return tried != null
                && !tried.look().unsureEncoding()
                && tried.look()
                        .report()
                        .filter(report -> !report.nothing()
                                && (report.added() + report.changed() > 0
                                        || report.changes().stream()
                                                .anyMatch(c -> c.reason().key().equals(REMOVED))))
                        .isPresent();
    }

    private void show() {
        TableImportModel.Tried tried = model.tried().get();
        choices.show();
        if (tried == null) {
            go.setText(i18n.now("survey.table.import"));
            look.setText(i18n.now("survey.table.tab.look", 0));
            gone.setVisible(false);
            return;
        }
        TableLook table = tried.look();
        rows.show(table);
        columns.show(table);
        List<Refusal> all = new ArrayList<>();
        table.report().ifPresent(report -> {
            all.addAll(report.notices());
            all.addAll(report.changes());
            all.addAll(report.remarks());
        });
        told.getItems().setAll(all);
        told.refresh();
        long goes = all.stream()
                .filter(r -> r.reason().key().equals(GONE) || r.reason().key().equals(REMOVED))
                .count();
        gone.setVisible(goes > 0 || model.choice().removeGone());
        gone.setSelected(model.choice().removeGone());
        gone.setText(i18n.now("survey.table.takeout", goes));
        look.setText(i18n.now("survey.table.tab.look", all.size()));
        long taken = table.report().map(r -> r.added() + r.changed()).orElse(0L);
        go.setText(taken == 0 ? i18n.now("survey.table.import") : i18n.now("survey.table.go", taken));
        then.setText(table.report()
                .filter(r -> !r.nothing())
                .map(r -> i18n.now("survey.table.then", table.respondents(), table.answers()))
                .orElse(""));
        left.setText(columns.leftOut());
        trouble();
    }

    private void trouble() {
        TableImportModel.Tried tried = model.tried().get();
        List<String> words = new ArrayList<>();
        if (model.trouble().get() != null) {
            words.add(i18n.now(model.trouble().get()));
        } else if (tried != null && tried.look().unsureEncoding()) {
            words.add(i18n.now("survey.table.unsure"));
        } else if (tried != null
                && tried.look().report().map(TableReport::nothing).orElse(false)) {
            words.add(i18n.now("survey.table.none"));
        }
        trouble.setText(String.join(" ", words));
    }

    /** Back to the list; the page stays as it is for whoever comes forward again. */
    private void leave() {
        model.cancel();
        parts.navigator().open(Place.of("surveys"));
    }

    /** What is said of a row, or of the file as a whole. */
    private final class Reason extends ListCell<Refusal> {
        Reason() {
            setWrapText(true);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Refusal item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setText(null);
                return;
            }
            // Here the words are chosen above, not in a mapping file.
            String words = item.reason().key().equals("forms.table.noAnswerAsk")
                    ? i18n.now("survey.table.askword", item.reason().argArray())
                    : i18n.now(item.reason());
            setText(
                    item.wholeFile()
                            ? words
                            : item.cell().isEmpty()
                                    ? i18n.now("survey.table.row", item.row(), words)
                                    : i18n.now("survey.table.cell", item.cell(), words));
        }
    }
}
