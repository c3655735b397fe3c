package org.rapporteur.ui.exchange;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.exchange.ExchangeFolder;
import org.rapporteur.ui.kit.EmptyState;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.Paths;
import org.rapporteur.ui.kit.Tone;

/** The exchange folder and what its last round did. */
final class FolderView extends StackPane {
    private final ExchangeParts parts;
    private final FolderViewModel model;
    private final VBox state = new VBox(8);

    FolderView(ExchangeParts parts, FolderViewModel model) {
        this.parts = parts;
        this.model = model;
        state.getStyleClass().add("card");
        Runnable fill = this::fill;
        model.folder().subscribe(fill);
        model.automatic().subscribe(fill);
        // What a round changes is filled alone: the keyboard may be in the card above.
        model.running().subscribe(this::fillState);
        model.last().subscribe(this::fillState);
        i18n().language().subscribe(fill);
        fill.run();
    }

    private I18n i18n() {
        return parts.i18n();
    }

    private void choose() {
        parts.kit().dialogs().folder(i18n().now("exchange.folder.choose")).ifPresent(model::choose);
    }

    private void fill() {
        if (model.folder().get() == null) {
            Button choose = new Button(i18n().now("exchange.folder.choose"));
            choose.setId("folder-choose");
            choose.setDisable(!parts.records().writable());
            choose.setOnAction(event -> choose());
            getChildren()
                    .setAll(new EmptyState(
                            Material2OutlinedAL.FOLDER_SHARED,
                            i18n().text("exchange.folder.none.title"),
                            i18n().text("exchange.folder.none.sentence"),
                            choose));
            return;
        }
        fillState();
        VBox form = new VBox(16, place(), state);
        form.getStyleClass().addAll("exchange-form", "send-form");
        form.setMaxWidth(720);
        StackPane page = new StackPane(form);
        page.setAlignment(Pos.TOP_CENTER);
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        getChildren().setAll(scroll);
    }

    private Node place() {
        Label title = new Label(i18n().now("exchange.tab.folder"));
        title.getStyleClass().add("h3");
        Label path = Paths.label(model.folder(), i18n());
        path.getStyleClass().add("strong");
        CheckBox automatic = new CheckBox(i18n().now("exchange.folder.automatic"));
        automatic.setId("folder-automatic");
        automatic.setSelected(model.automatic().get());
        automatic.setWrapText(true);
        automatic.setOnAction(event -> model.automatic(automatic.isSelected()));
        Label help = wrapped(i18n().now("exchange.folder.help"));
        help.getStyleClass().add("field-help");
        FlowPane buttons = new FlowPane(8, 8);
        Button now = button("exchange.folder.now", Material2OutlinedMZ.SYNC, model::round);
        now.setId("folder-now");
        now.getStyleClass().add("accent");
        now.setDisable(!parts.records().writable());
        Path folder = model.folder().get();
        buttons.getChildren()
                .addAll(
                        now,
                        button(
                                "exchange.showFolder",
                                Material2OutlinedAL.FOLDER_OPEN,
                                () -> parts.kit().dialogs().open(folder)),
                        button("exchange.folder.other", Material2OutlinedAL.FOLDER, this::choose),
                        button("exchange.folder.stop", Material2OutlinedAL.CLOSE, () -> model.choose(null)));
        VBox box = new VBox(12, title, path, automatic, help, buttons);
        box.getStyleClass().add("card");
        return box;
    }

    private void fillState() {
        Label title = new Label(i18n().now("exchange.folder.last"));
        title.getStyleClass().add("h3");
        VBox box = state;
        box.getChildren().setAll(title);
        FolderViewModel.Last last = model.last().get();
        if (model.running().get()) {
            box.getChildren().add(wrapped(i18n().now("exchange.folder.running")));
        } else if (last == null) {
            box.getChildren().add(wrapped(i18n().now("exchange.folder.notYet")));
        } else {
            Label at = wrapped(i18n().formats().dateTime(last.at(), ZoneId.systemDefault()));
            at.getStyleClass().add("muted");
            box.getChildren().add(at);
            if (last.problem() != null) {
                box.getChildren()
                        .add(Banner.of(Tone.DANGER, i18n().now(last.problem().what())));
            } else {
                lines(last.round()).forEach(words -> box.getChildren().add(wrapped(words)));
                for (ExchangeFolder.Unreadable unreadable : last.round().unreadable()) {
                    box.getChildren()
                            .add(Banner.of(
                                    Tone.WARNING,
                                    i18n().now(
                                                    "exchange.folder.unreadable",
                                                    String.valueOf(
                                                            unreadable.file().getFileName()),
                                                    i18n().now(unreadable
                                                            .problem()
                                                            .what()))));
                }
            }
        }
    }

    private List<String> lines(ExchangeFolder.Round round) {
        List<String> lines = new ArrayList<>();
        add(lines, "exchange.folder.applied", round.applied().size());
        add(lines, "exchange.folder.looked", round.looked().size());
        add(lines, "exchange.folder.waiting", round.waiting().size());
        round.written().ifPresent(sent -> lines.add(i18n().now("exchange.folder.written", sent.rows())));
        if (lines.isEmpty() && round.unreadable().isEmpty()) {
            lines.add(i18n().now("exchange.folder.nothing"));
        }
        return lines;
    }

    private void add(List<String> lines, String key, int count) {
        if (count > 0) {
            lines.add(i18n().now(key, count));
        }
    }

    private Button button(String key, Ikon icon, Runnable does) {
        Button button = new Button(i18n().now(key), Icons.of(icon, 16));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> does.run());
        return button;
    }

    private static Label wrapped(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
