package org.rapporteur.ui.shell;

import atlantafx.base.controls.Popover;
import atlantafx.base.controls.RingProgressIndicator;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.RunningTask;
import org.rapporteur.ui.kit.Tasks;

/** Long work under way: a ring and a number in the title row, a list with progress and cancel under it. */
final class TasksButton extends Button {
    private final Tasks tasks;
    private final I18n i18n;
    private final RingProgressIndicator ring = new RingProgressIndicator(ProgressIndicator.INDETERMINATE_PROGRESS);
    private final VBox list = new VBox(12);
    private Popover popover;

    TasksButton(Tasks tasks, I18n i18n) {
        this.tasks = tasks;
        this.i18n = i18n;
        setId("tasks-button");
        getStyleClass().addAll("flat", "tasks-button");
        ring.setMinSize(20, 20);
        ring.setPrefSize(20, 20);
        ring.setMaxSize(20, 20);
        ring.setStringConverter(new WithoutWords());
        setGraphic(ring);
        setContentDisplay(ContentDisplay.LEFT);
        textProperty().bind(i18n.format(f -> f.number(tasks.running().size()), tasks.running()));
        visibleProperty().bind(Bindings.isNotEmpty(tasks.running()));
        managedProperty().bind(visibleProperty());
        Access.nameAndTip(this, i18n.text("shell.tasks.running", Bindings.size(tasks.running())));
        list.getStyleClass().add("tasks-list");
        tasks.running().addListener((ListChangeListener<RunningTask>) change -> refresh());
        setOnAction(event -> toggle());
    }

    private void refresh() {
        ring.progressProperty().unbind();
        if (tasks.running().size() == 1) {
            ring.progressProperty().bind(tasks.running().getFirst().share());
        } else {
            // An endless ring keeps the toolkit drawing; stand still when nothing runs.
            ring.setProgress(tasks.running().isEmpty() ? 0 : ProgressIndicator.INDETERMINATE_PROGRESS);
        }
        list.getChildren().setAll(tasks.running().stream().map(this::row).toList());
        if (tasks.running().isEmpty() && popover != null) {
            popover.hide();
        }
    }

    private void toggle() {
        if (popover == null) {
            popover = new Popover(list);
            popover.setArrowLocation(Popover.ArrowLocation.TOP_CENTER);
            popover.setAnimated(false);
            popover.setDetachable(false);
            popover.titleProperty().bind(i18n.text("shell.tasks.title"));
        }
        if (popover.isShowing()) {
            popover.hide();
        } else {
            popover.show(this);
        }
    }

    private Node row(RunningTask task) {
        Label title = new Label();
        title.textProperty().bind(task.title());
        title.getStyleClass().add("strong");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button cancel = new Button(null, Icons.of(Material2OutlinedAL.CANCEL));
        cancel.getStyleClass().addAll("flat", "button-icon");
        Access.nameAndTip(cancel, i18n.text("shell.tasks.cancel", task.title()));
        cancel.disableProperty().bind(task.state().isNotEqualTo(RunningTask.State.RUNNING));
        cancel.setOnAction(event -> task.cancel());
        HBox head = new HBox(8, title, cancel);
        head.setAlignment(Pos.CENTER_LEFT);
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(task.share());
        bar.setMaxWidth(Double.MAX_VALUE);
        Label count = new Label();
        count.getStyleClass().addAll("muted", "small");
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> progressText(task),
                        task.done(),
                        task.total(),
                        task.detail(),
                        task.state(),
                        i18n.language()));
        VBox row = new VBox(4, head, bar, count);
        row.setPrefWidth(320);
        return row;
    }

    private String progressText(RunningTask task) {
        if (task.state().get() == RunningTask.State.CANCELLING) {
            return i18n.now("shell.tasks.cancelling");
        }
        String what = task.detail().get();
        if (task.total().get() <= 0) {
            return what.isEmpty() ? i18n.now("shell.tasks.working") : what;
        }
        String count =
                i18n.now("shell.tasks.count", task.done().get(), task.total().get());
        return what.isEmpty() ? count : count + " · " + what;
    }

    /** Keeps the ring from writing per cent into twenty pixels. */
    private static final class WithoutWords extends javafx.util.StringConverter<Double> {
        @Override
        public String toString(Double share) {
            return "";
        }

        @Override
        public Double fromString(String text) {
            throw new UnsupportedOperationException("the ring is only shown");
        }
    }
}
