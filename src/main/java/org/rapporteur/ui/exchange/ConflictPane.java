package org.rapporteur.ui.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.exchange.Conflict;
import org.rapporteur.core.text.PlainText;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.BlockButton;
import org.rapporteur.ui.kit.Command;
import org.rapporteur.ui.kit.Commands;
import org.rapporteur.ui.kit.Fx;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.Keys;
import org.rapporteur.ui.kit.record.RecordForm;

/** The record of the inbox that is selected: field by field the sides, then the record as it will be. */
final class ConflictPane extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    /** A text that has no name of its own is called by its beginning. */
    private static final int LONGEST_TITLE = 90;

    private final ExchangeParts parts;
    private final ConflictsViewModel model;
    private final ConflictCommands commands;
    private final VBox head = new VBox(4);
    private final VBox body = new VBox(16);
    private final ScrollPane scroll = new ScrollPane(body);
    private final List<VBox> points = new ArrayList<>();
    private VBox editing;

    ConflictPane(ExchangeParts parts, ConflictsViewModel model, ConflictCommands commands) {
        this.parts = parts;
        this.model = model;
        this.commands = commands;
        getStyleClass().add("conflict-pane");
        head.getStyleClass().add("conflict-head");
        body.getStyleClass().add("conflict-body");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        model.detail().addListener((o, was, is) -> show(was, is));
        model.current().addListener((o, was, is) -> mark());
        show(null, model.detail().get());
    }

    private I18n i18n() {
        return parts.i18n();
    }

    private void show(ConflictDetail was, ConflictDetail is) {
        boolean focused = Fx.hasKeyboard(this);
        points.clear();
        editing = null;
        setVisible(is != null);
        if (is == null) {
            return;
        }
        head.getChildren().setAll(heading(is));
        body.getChildren().clear();
        for (int i = 0; i < is.points().size(); i++) {
            VBox point = point(is, is.points().get(i), i);
            points.add(point);
            body.getChildren().add(point);
        }
        if (is.open() == 0) {
            body.getChildren().add(result(is));
        }
        if (was == null || !was.id().equals(is.id())) {
            scroll.setVvalue(0);
        }
        mark();
        if (focused) {
            refocus();
        }
    }

    /** The keyboard stays in the record after a decision took away the card that had it. */
    private void refocus() {
        int at = model.current().get();
        Node target = at >= 0 ? points.get(at).lookup(".side-card") : body.lookup(".next-record");
        if (target != null) {
            target.requestFocus();
        }
    }

    private Node heading(ConflictDetail is) {
        Label title = new Label(PlainText.shorten(is.title(), LONGEST_TITLE));
        title.getStyleClass().add("h2");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox row = new HBox(8, title);
        row.setAlignment(Pos.TOP_LEFT);
        if (parts.records().opener().canOpen(is.kind())) {
            Button open = new Button(null, Icons.of(Material2OutlinedMZ.OPEN_IN_NEW));
            open.getStyleClass().addAll("flat", "button-icon");
            Access.nameAndTip(open, i18n().text("exchange.openRecord"));
            open.setOnAction(event -> parts.records().opener().open(is.kind(), is.id()));
            row.getChildren().add(open);
        }
        row.getChildren()
                .addAll(Commands.iconButton(commands.previous(), i18n()), Commands.iconButton(commands.next(), i18n()));
        Label below = new Label(i18n().now(
                        "exchange.conflicts.head",
                        FieldWords.beginning(parts.records().words().kind(is.kind()), i18n()),
                        is.open()));
        below.getStyleClass().add("muted");
        return new VBox(2, row, below);
    }

    private VBox point(ConflictDetail is, ConflictPoint point, int index) {
        Label name = new Label(point.deletion() ? i18n().now("exchange.conflicts.deletion") : point.label());
        name.getStyleClass().add("h3");
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        VBox box = new VBox(12, name);
        box.getStyleClass().add("conflict-point");
        if (!point.open()) {
            box.getStyleClass().add("decided");
            name.setGraphic(Icons.of(Material2OutlinedAL.CHECK_CIRCLE, 18));
            Label now = new Label(decision(is, point));
            now.setWrapText(true);
            now.setMinHeight(Region.USE_PREF_SIZE);
            now.getStyleClass().add("muted");
            box.getChildren().add(now);
            box.setSpacing(4);
            return box;
        }
        box.getChildren().addAll(sides(point, index), tools(point, index, box));
        box.setOnMouseClicked(event -> model.current().set(index));
        return box;
    }

    private String decision(ConflictDetail is, ConflictPoint point) {
        if (point.deletion()) {
            return i18n().now(is.row().deleted() ? "exchange.conflicts.goes" : "exchange.conflicts.stays");
        }
        return point.now().isEmpty() ? i18n().now("exchange.value.empty") : point.now();
    }

    private Node sides(ConflictPoint point, int index) {
        List<Conflict.Side> sides = point.conflict().sides();
        SideRow row = new SideRow();
        for (int i = 0; i < sides.size(); i++) {
            int side = i;
            if (point.deletion()) {
                row.getChildren().add(SideCard.deed(i18n(), point, i));
            } else {
                BlockButton card = SideCard.value(i18n(), point, i + 1, () -> {
                    model.current().set(index);
                    model.choose(side);
                });
                card.setDisable(!parts.records().writable());
                card.focusedProperty().addListener((o, was, is) -> {
                    if (is) {
                        model.current().set(index);
                    }
                });
                row.getChildren().add(card);
            }
        }
        return row;
    }

    private Node tools(ConflictPoint point, int index, VBox box) {
        FlowPane tools = new FlowPane(8, 8);
        if (point.deletion()) {
            tools.getChildren()
                    .addAll(
                            tool(
                                    "exchange.conflicts.keep",
                                    Material2OutlinedMZ.RESTORE_FROM_TRASH,
                                    commands.choose(0),
                                    index),
                            tool("exchange.conflicts.drop", Material2OutlinedAL.DELETE, commands.choose(1), index));
        } else if (point.other()) {
            Button edit = tool(
                    point.isText() ? "exchange.conflicts.edit" : "exchange.conflicts.another",
                    Material2OutlinedAL.EDIT,
                    commands.edit(),
                    index);
            tools.getChildren().add(edit);
            if (point.isText()) {
                tools.getChildren()
                        .add(tool("exchange.conflicts.both", Material2OutlinedMZ.PLAYLIST_ADD, commands.both(), index));
            }
        }
        return tools;
    }

    private Button tool(String key, org.kordamp.ikonli.Ikon icon, Command command, int index) {
        Button button = new Button(i18n().now(key), Icons.of(icon, 16));
        command.keys()
                .ifPresent(keys -> Access.tip(button, i18n().format(formats -> Keys.display(keys, i18n().messages()))));
        button.setDisable(!parts.records().writable());
        button.setOnAction(event -> {
            model.current().set(index);
            command.run();
        });
        return button;
    }

    /** Opens the current field for another wording or another value than any side has. */
    void edit() {
        ConflictPoint point = model.point();
        if (point == null || !point.other() || editing != null) {
            return;
        }
        VBox box = points.get(model.current().get());
        Node tools = box.getChildren().getLast();
        Runnable done = () -> {
            box.getChildren().remove(editing);
            tools.setVisible(true);
            tools.setManaged(true);
            editing = null;
            refocus();
        };
        editing = point.isText() ? TextDecision.node(parts, model, point, done) : otherValue(point);
        tools.setVisible(false);
        tools.setManaged(false);
        box.getChildren().add(editing);
        editing.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                done.run();
            }
        });
        editing.applyCss();
        TextDecision.focusInto(editing);
    }

    private VBox otherValue(ConflictPoint point) {
        ConflictDetail detail = model.detail().get();
        RecordForm form = new RecordForm(parts.records(), detail.kind())
                .fields(detail.kind().fieldOf(point.conflict().column()).name());
        form.show(detail.id());
        Label help = new Label(i18n().now("exchange.conflicts.otherValue"));
        help.getStyleClass().add("field-help");
        help.setWrapText(true);
        return new VBox(8, form, help);
    }

    private Node result(ConflictDetail is) {
        VBox fields = new VBox(8);
        for (ConflictDetail.Filled filled : is.whole()) {
            fields.getChildren().add(FilledLine.of(i18n(), filled));
        }
        Label title = new Label(
                i18n().now(is.row().deleted() ? "exchange.conflicts.resultDeleted" : "exchange.conflicts.result"));
        title.getStyleClass().add("h3");
        title.setWrapText(true);
        VBox box = new VBox(16, title);
        if (!is.row().deleted()) {
            box.getChildren().add(fields);
        }
        Button next = Commands.button(commands.next(), i18n());
        next.getStyleClass().addAll("accent", "next-record");
        next.setId(null);
        box.getChildren().add(next);
        box.getStyleClass().addAll("card", "conflict-result");
        return box;
    }

    private void mark() {
        for (int i = 0; i < points.size(); i++) {
            points.get(i)
                    .pseudoClassStateChanged(
                            CURRENT, Objects.equals(i, model.current().get()));
        }
        int at = model.current().get();
        if (at > 0 && at < points.size()) {
            double all = body.getHeight() - scroll.getViewportBounds().getHeight();
            double y = points.get(at).getBoundsInParent().getMinY();
            if (all > 0) {
                scroll.setVvalue(Math.clamp((y - 16) / all, 0, 1));
            }
        }
    }
}
