package org.rapporteur.ui.help;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.Keys;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.Notice;
import org.rapporteur.ui.shell.ShortcutList;

/** First steps and keys side by side, then versions and licences. */
final class HelpView {
    private static final int STEPS = 5;

    private final Kit kit;
    private final I18n i18n;
    private final String version;
    private final ScrollPane root;

    HelpView(Kit kit, String version) {
        this.kit = kit;
        this.i18n = kit.i18n();
        this.version = version;
        Label title = heading("help.area", "h1");
        FlowPane top = new FlowPane(steps(), keys());
        top.getStyleClass().add("help-top");
        VBox page = new VBox(title, top, about());
        page.getStyleClass().add("page");
        root = new ScrollPane(page);
        root.setFitToWidth(true);
    }

    Node node() {
        return root;
    }

    private Node steps() {
        VBox steps = new VBox(12, heading("help.steps", "h2"));
        for (int number = 1; number <= STEPS; number++) {
            Label count = new Label(String.valueOf(number));
            count.getStyleClass().add("step-number");
            count.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
            Label words = wrapped();
            words.textProperty().bind(i18n.text("help.step." + number));
            HBox.setHgrow(words, Priority.ALWAYS);
            steps.getChildren().add(new HBox(12, count, words));
        }
        Label safe = wrapped();
        safe.textProperty()
                .bind(i18n.format(f ->
                        i18n.now("help.safe", Keys.display(KeyCombination.valueOf("shortcut+Z"), i18n.messages()))));
        safe.getStyleClass().add("muted");
        steps.getChildren().add(safe);
        steps.getStyleClass().addAll("card", "help-card");
        return steps;
    }

    private Node keys() {
        VBox keys = new VBox(12, heading("help.keys", "h2"), new ShortcutList(kit.commands(), i18n));
        keys.getStyleClass().addAll("card", "help-card");
        return keys;
    }

    private Node about() {
        Label program = new Label();
        program.textProperty().bind(i18n.text("help.about.version", version));
        Label runs = new Label();
        runs.textProperty().bind(i18n.text("help.about.runs", java(), javafx(), system()));
        Label licence = wrapped();
        licence.textProperty().bind(i18n.text("help.about.licence"));
        Button copy = new Button();
        copy.textProperty().bind(i18n.text("help.about.copy"));
        copy.setGraphic(Icons.of(Material2OutlinedAL.CONTENT_COPY));
        copy.setOnAction(event -> {
            kit.dialogs().copy(versions());
            kit.notifications().show(Notice.success(i18n.text("help.about.copied")));
        });
        VBox about = new VBox(
                12,
                heading("help.about", "h2"),
                program,
                runs,
                licence,
                copy,
                heading("help.libraries", "h3"),
                table());
        about.getStyleClass().add("card");
        return about;
    }

    private TableView<Libraries.Library> table() {
        List<Libraries.Library> libraries = Libraries.ofThisProgram();
        TableView<Libraries.Library> table = new TableView<>(FXCollections.observableArrayList(libraries));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getStyleClass().addAll("list", "compact");
        table.setFixedCellSize(28);
        table.setPrefHeight(libraries.size() * 28.0 + 42);
        table.getColumns().add(column("help.library.name", Libraries.Library::name));
        table.getColumns().add(column("help.library.version", Libraries.Library::version));
        table.getColumns()
                .add(column(
                        "help.library.licence",
                        library -> library.licence().isEmpty() ? i18n.now("help.library.unknown") : library.licence()));
        Access.name(table, i18n.text("help.libraries"));
        return table;
    }

    private TableColumn<Libraries.Library, String> column(
            String key, java.util.function.Function<Libraries.Library, String> value) {
        TableColumn<Libraries.Library, String> column = new TableColumn<>();
        column.textProperty().bind(i18n.text(key));
        column.setCellValueFactory(
                cell -> new javafx.beans.property.ReadOnlyStringWrapper(value.apply(cell.getValue())));
        return column;
    }

    private String versions() {
        StringBuilder out = new StringBuilder("Rapporteur ")
                .append(version)
                .append('\n')
                .append("Java ")
                .append(java())
                .append(", JavaFX ")
                .append(javafx())
                .append(", ")
                .append(system())
                .append('\n');
        for (Libraries.Library library : Libraries.ofThisProgram()) {
            out.append(library.name())
                    .append(' ')
                    .append(library.version())
                    .append(" (")
                    .append(library.licence())
                    .append(")\n");
        }
        return out.toString();
    }

    private static String java() {
        return System.getProperty("java.version");
    }

    private static String javafx() {
        return System.getProperty("javafx.version", "?");
    }

    private static String system() {
        return System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch");
    }

    private Label heading(String key, String style) {
        Label label = new Label();
        label.textProperty().bind(i18n.text(key));
        label.getStyleClass().add(style);
        return label;
    }

    private static Label wrapped() {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
