package org.rapporteur.ui.welcome;

import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.settings.RecentWorkspace;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Chip;
import org.rapporteur.ui.kit.Choices;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.Paths;
import org.rapporteur.ui.kit.RunningTask;
import org.rapporteur.ui.kit.Tone;
import org.rapporteur.ui.shell.WorkspaceActions;

/** The welcome screen. */
public final class WelcomeView {
    private static final double WORDS = 410;

    private final Kit kit;
    private final I18n i18n;
    private final WelcomeViewModel model;
    private final BorderPane root = new BorderPane();
    private final VBox ways = new VBox();
    private final VBox form;

    /**
     * A welcome screen.
     *
     * @param home folder in which new workspaces are proposed
     */
    public WelcomeView(Kit kit, WorkspaceActions actions, Path home) {
        this.kit = kit;
        this.i18n = kit.i18n();
        this.model = new WelcomeViewModel(kit, actions, home);
        this.form = new NewWorkspaceForm(kit, model, this::showWays);
        root.getStyleClass().add("welcome");
        root.setTop(choices());
        ways.getStyleClass().add("welcome-ways");
        showWays();

        VBox start = new VBox(head(), ways);
        start.getStyleClass().add("welcome-start");
        HBox columns = new HBox(start, recent());
        columns.getStyleClass().add("welcome-columns");
        columns.setAlignment(Pos.TOP_CENTER);
        ScrollPane scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("welcome-scroll");
        root.setCenter(scroll);
        root.setBottom(progress());
    }

    /** The node to show. */
    public Node node() {
        return root;
    }

    private Node choices() {
        HBox row = new HBox(24, Choices.language(kit), Choices.theme(kit));
        row.getStyleClass().add("welcome-choices");
        row.setAlignment(Pos.CENTER);
        return row;
    }

    private Node head() {
        Label mark = new Label("R");
        mark.getStyleClass().add("product-mark");
        Label name = new Label("Rapporteur");
        name.getStyleClass().add("h1");
        HBox product = new HBox(16, mark, name);
        product.setAlignment(Pos.CENTER_LEFT);
        Label tagline = wrapped(i18n.text("shell.welcome.tagline"), "welcome-tagline");
        VBox head = new VBox(12, product, tagline);
        head.getStyleClass().add("welcome-head");
        return head;
    }

    private void showWays() {
        ways.getChildren().clear();
        if (model.canReturn()) {
            Button back = new Button();
            back.textProperty()
                    .bind(i18n.text(
                            "shell.welcome.return",
                            kit.settings().get().recent().getFirst().name()));
            back.setGraphic(Icons.of(Material2OutlinedAL.ARROW_BACK));
            back.getStyleClass().add("flat");
            back.setOnAction(event -> model.returnToWorkspace());
            ways.getChildren().add(back);
        }
        Button sample = way(
                "welcome-sample",
                Material2OutlinedAL.EXPLORE,
                "shell.welcome.sample",
                "shell.welcome.sample.text",
                model::sample);
        Button create = way(
                "welcome-new",
                Material2OutlinedAL.ADD,
                "shell.welcome.new",
                "shell.welcome.new.text",
                () -> ways.getChildren().setAll(form));
        Button open = way(
                "welcome-open",
                Material2OutlinedAL.FOLDER_OPEN,
                "shell.welcome.open",
                "shell.welcome.open.text",
                () -> kit.dialogs()
                        .folder(i18n.now("shell.welcome.folder.choose"))
                        .ifPresent(model::open));
        Label local = wrapped(i18n.text("shell.welcome.local"), "muted");
        local.setGraphic(Icons.of(Material2OutlinedAL.LOCK, 16));
        ways.getChildren().addAll(sample, create, open, local);
    }

    private Button way(String id, Ikon icon, String titleKey, String textKey, Runnable action) {
        Label title = new Label();
        title.textProperty().bind(i18n.text(titleKey));
        title.getStyleClass().add("h3");
        Label text = wrapped(i18n.text(textKey), "muted");
        // A button asks for its height without a width; the least width is what wrapped words are then measured with.
        text.setMinWidth(WORDS);
        VBox words = new VBox(4, title, text);
        HBox.setHgrow(words, Priority.ALWAYS);
        StackPane picture = new StackPane(Icons.of(icon, 24));
        picture.getStyleClass().add("way-icon");
        HBox row = new HBox(16, picture, words);
        row.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button(null, row);
        button.setId(id);
        button.getStyleClass().add("way");
        button.setMaxWidth(Double.MAX_VALUE);
        row.prefWidthProperty().bind(button.widthProperty().subtract(34));
        Access.name(button, Bindings.concat(title.textProperty(), ". ", text.textProperty()));
        button.setOnAction(event -> action.run());
        button.disableProperty().bind(Bindings.isNotEmpty(kit.tasks().running()));
        return button;
    }

    private Node recent() {
        Label title = new Label();
        title.textProperty().bind(i18n.text("shell.welcome.recent"));
        title.getStyleClass().add("h3");
        VBox list = new VBox(4);
        Runnable fill = () -> list.getChildren()
                .setAll(model.recent().stream().map(this::recentRow).toList());
        model.recent().addListener((javafx.beans.Observable o) -> fill.run());
        fill.run();
        VBox box = new VBox(12, title, list);
        box.getStyleClass().add("welcome-recent");
        box.visibleProperty().bind(Bindings.isNotEmpty(model.recent()));
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private Node recentRow(RecentWorkspace workspace) {
        boolean gone = model.isMissing(workspace);
        Label name = new Label(workspace.name());
        name.getStyleClass().add("strong");
        Label place = Paths.label(new SimpleStringProperty(workspace.folder()), i18n);
        place.getStyleClass().addAll("muted", "small");
        VBox words = new VBox(name, place);
        if (gone) {
            words.getChildren().add(new Chip(Tone.WARNING, i18n.text("shell.welcome.recent.missing")));
        }
        words.setMaxWidth(Double.MAX_VALUE);
        Button open = new Button(null, words);
        open.getStyleClass().addAll("flat", "recent-row");
        open.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(open, Priority.ALWAYS);
        Access.name(open, new SimpleStringProperty(workspace.name() + ". " + workspace.folder()));
        open.setOnAction(event -> model.open(workspace));
        open.disableProperty().bind(Bindings.isNotEmpty(kit.tasks().running()));
        Button remove = new Button(null, Icons.of(Material2OutlinedAL.CLOSE, 16));
        remove.getStyleClass().addAll("flat", "button-icon");
        Access.nameAndTip(remove, i18n.text("shell.welcome.recent.remove", workspace.name()));
        remove.setOnAction(event -> model.remove(workspace));
        HBox row = new HBox(4, open, remove);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node progress() {
        HBox row = new HBox(16);
        row.getStyleClass().add("welcome-progress");
        row.setAlignment(Pos.CENTER);
        row.setMinHeight(56);
        kit.tasks().running().addListener((javafx.beans.Observable o) -> showProgress(row));
        showProgress(row);
        return row;
    }

    private void showProgress(HBox row) {
        row.getChildren().clear();
        if (kit.tasks().running().isEmpty()) {
            return;
        }
        RunningTask task = kit.tasks().running().getFirst();
        Label title = new Label();
        title.textProperty().bind(task.title());
        Label detail = new Label();
        detail.getStyleClass().add("muted");
        detail.textProperty().bind(task.detail());
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(220);
        bar.progressProperty().bind(task.share());
        Button cancel = new Button();
        cancel.textProperty().bind(i18n.text("kit.cancel"));
        cancel.disableProperty().bind(task.state().isNotEqualTo(RunningTask.State.RUNNING));
        cancel.setOnAction(event -> task.cancel());
        row.getChildren().addAll(Icons.of(Material2OutlinedAL.HOURGLASS_EMPTY), title, bar, detail, cancel);
    }

    private static Label wrapped(ObservableValue<String> words, String styleClass) {
        Label label = new Label();
        label.textProperty().bind(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
