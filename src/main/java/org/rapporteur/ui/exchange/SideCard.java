package org.rapporteur.ui.exchange;

import java.time.ZoneId;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.exchange.Conflict;
import org.rapporteur.core.exchange.Conflict.Role;
import org.rapporteur.ui.kit.BlockButton;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;

/** One side of a decision: whose it is, when, and what it says; pressing it decides for it. */
final class SideCard {
    private SideCard() {}

    /**
     * A card of a value.
     *
     * @param number its key, from 1
     */
    static BlockButton value(I18n i18n, ConflictPoint point, int number, Runnable choose) {
        Conflict.Side side = point.conflict().sides().get(number - 1);
        String text = point.texts().get(number - 1);
        VBox box = new VBox(8, head(i18n, side, number), body(i18n, point, number - 1));
        BlockButton card = new BlockButton(box);
        card.getStyleClass().add("side-card");
        card.setOnAction(event -> choose.run());
        card.setAccessibleText(i18n.now(
                "exchange.conflicts.chooseSide",
                number,
                who(i18n, side),
                text.isEmpty() ? i18n.now("exchange.value.empty") : text));
        return card;
    }

    /** What a side did, for a deletion against an edit; not to be pressed. */
    static Node deed(I18n i18n, ConflictPoint point, int index) {
        Conflict.Side side = point.conflict().sides().get(index);
        boolean deleted = side.role() == Role.DELETED;
        String field = point.texts().get(index);
        Label did = new Label(
                deleted
                        ? i18n.now("exchange.conflicts.deleted")
                        : field.isEmpty()
                                ? i18n.now("exchange.conflicts.edited")
                                : i18n.now("exchange.conflicts.editedField", field));
        did.setWrapText(true);
        did.setMinHeight(Region.USE_PREF_SIZE);
        did.setGraphic(Icons.of(deleted ? Material2OutlinedAL.DELETE : Material2OutlinedAL.EDIT, 16));
        VBox box = new VBox(8, head(i18n, side, 0), did);
        box.getStyleClass().addAll("side-card", "deed");
        return box;
    }

    private static Node head(I18n i18n, Conflict.Side side, int number) {
        Label whose = new Label(i18n.now(side.own() ? "exchange.side.mine" : "exchange.side.theirs"));
        whose.getStyleClass().add("strong");
        whose.setMinWidth(Region.USE_PREF_SIZE);
        Ikon icon = side.own() ? Material2OutlinedMZ.PERSON : Material2OutlinedAL.GROUP;
        whose.setGraphic(Icons.of(icon, 16));
        Label by = new Label(byline(i18n, side));
        by.getStyleClass().addAll("muted", "small");
        HBox.setHgrow(by, Priority.ALWAYS);
        by.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(8, whose, by);
        head.setAlignment(Pos.CENTER_LEFT);
        if (number > 0) {
            Label key = new Label(String.valueOf(number));
            key.getStyleClass().add("kbd");
            key.setMinWidth(Region.USE_PREF_SIZE);
            head.getChildren().add(key);
        }
        return head;
    }

    private static String byline(I18n i18n, Conflict.Side side) {
        String who = who(i18n, side);
        return side.at() == null
                ? who
                : i18n.now("exchange.byline", who, i18n.formats().dateTime(side.at(), ZoneId.systemDefault()));
    }

    private static String who(I18n i18n, Conflict.Side side) {
        return side.author() == null || side.author().isBlank()
                ? i18n.now(side.own() ? "exchange.side.you" : "exchange.side.somebody")
                : side.author();
    }

    private static Node body(I18n i18n, ConflictPoint point, int index) {
        String text = point.texts().get(index);
        if (text.isEmpty()) {
            Label empty = new Label(i18n.now("exchange.value.empty"));
            empty.getStyleClass().add("muted");
            return empty;
        }
        if (point.isText()) {
            // The first is compared with the second, all others with the first.
            String other = point.texts().get(index == 0 ? 1 : 0);
            return WordMarks.side(i18n, text, other, point.rightToLeft());
        }
        Label value = new Label(text);
        value.setWrapText(true);
        value.setMinHeight(Region.USE_PREF_SIZE);
        value.getStyleClass().add("side-value");
        return value;
    }
}
