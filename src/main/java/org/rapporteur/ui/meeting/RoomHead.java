package org.rapporteur.ui.meeting;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.core.meeting.Room;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;

/**
 * The name of a room above its column, with a menu to rename it, to put it elsewhere among the rooms and to delete it.
 * F2 and a double click rename, Ctrl and the arrows to the sides put it elsewhere, Delete deletes.
 */
final class RoomHead extends MenuButton {
    /** What a head asks for. */
    interface Hands {
        void rename(Room room);

        /** One place further; towards the start if {@code step} is negative. */
        void move(Room room, int step);

        void delete(Room room);
    }

    private final Room room;
    private final Hands hands;

    /**
     * @param sessions how many sessions are held in it, for screen readers
     */
    RoomHead(I18n i18n, AgendaWords words, Room room, long sessions, boolean writable, Hands hands) {
        this.room = room;
        this.hands = hands;
        getStyleClass().addAll("flat", "room-head");
        setText(words.room(room));
        setMnemonicParsing(false);
        setAccessibleText(i18n.now("meeting.room.spoken", words.room(room), sessions));
        setDisable(false);
        if (!writable) {
            setMouseTransparent(true);
            setFocusTraversable(false);
            return;
        }
        getItems()
                .addAll(
                        entry(i18n, "kit.rename", Material2OutlinedAL.EDIT, () -> hands.rename(room)),
                        entry(i18n, "meeting.room.start", Material2OutlinedAL.ARROW_BACK, () -> hands.move(room, -1)),
                        entry(i18n, "meeting.room.end", Material2OutlinedAL.ARROW_FORWARD, () -> hands.move(room, 1)),
                        new SeparatorMenuItem(),
                        entry(i18n, "kit.delete", Material2OutlinedAL.DELETE_OUTLINE, () -> hands.delete(room)));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        addEventFilter(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                event.consume();
                hide();
                hands.rename(room);
            }
        });
        setOnContextMenuRequested(event -> {
            event.consume();
            show();
        });
    }

    private static MenuItem entry(I18n i18n, String key, Ikon icon, Runnable does) {
        MenuItem item = new MenuItem(i18n.now(key), Icons.of(icon, 16));
        item.setOnAction(event -> does.run());
        return item;
    }

    Room room() {
        return room;
    }

    private void key(KeyEvent event) {
        boolean mirrored = getEffectiveNodeOrientation() == javafx.geometry.NodeOrientation.RIGHT_TO_LEFT;
        if (event.getCode() == KeyCode.F2) {
            hands.rename(room);
        } else if (event.getCode() == KeyCode.DELETE) {
            hands.delete(room);
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.LEFT) {
            hands.move(room, mirrored ? 1 : -1);
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.RIGHT) {
            hands.move(room, mirrored ? -1 : 1);
        } else {
            return;
        }
        event.consume();
    }
}
