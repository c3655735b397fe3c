package org.rapporteur.ui.kit;

import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.geometry.NodeOrientation;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/**
 * Icons of the one outlined pack. An icon that shows a direction is mirrored where the window runs from right to
 * left; a clock, a tick or a magnifying glass is not.
 */
public final class Icons {
    private static final Set<Ikon> DIRECTIONAL = Set.of(
            Material2OutlinedAL.ARROW_BACK,
            Material2OutlinedAL.ARROW_FORWARD,
            Material2OutlinedAL.CHEVRON_LEFT,
            Material2OutlinedAL.CHEVRON_RIGHT,
            Material2OutlinedAL.FIRST_PAGE,
            Material2OutlinedAL.LAST_PAGE,
            Material2OutlinedAL.KEYBOARD_TAB,
            Material2OutlinedAL.HELP_OUTLINE,
            Material2OutlinedAL.FORMAT_LIST_BULLETED,
            Material2OutlinedAL.ASSIGNMENT_RETURN,
            Material2OutlinedAL.EXIT_TO_APP,
            Material2OutlinedAL.LAUNCH,
            Material2OutlinedAL.INPUT,
            Material2OutlinedMZ.MENU_OPEN,
            Material2OutlinedMZ.UNDO,
            Material2OutlinedMZ.REDO,
            Material2OutlinedMZ.REPLY,
            Material2OutlinedMZ.SEND,
            Material2OutlinedMZ.OPEN_IN_NEW,
            Material2OutlinedMZ.SHORT_TEXT,
            Material2OutlinedMZ.SUBJECT,
            Material2OutlinedMZ.NOTES);

    private Icons() {}

    /** An icon of the usual size, 18 pixels. */
    public static FontIcon of(Ikon ikon) {
        return of(ikon, 18);
    }

    /**
     * An icon.
     *
     * @param size height in pixels
     */
    public static FontIcon of(Ikon ikon, int size) {
        FontIcon icon = new FontIcon(ikon);
        // Inline, because the theme sets its own size for all icons; after what is there, which names the icon's font.
        icon.setStyle(icon.getStyle() + " -fx-icon-size: " + size + "px;");
        // Its glyph is in a private area and would be read out as nonsense.
        icon.setAccessibleText("");
        icon.setFocusTraversable(false);
        if (DIRECTIONAL.contains(ikon)) {
            icon.scaleXProperty()
                    .bind(Bindings.createDoubleBinding(
                            () -> icon.getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT ? -1.0 : 1.0,
                            icon.effectiveNodeOrientationProperty()));
        }
        return icon;
    }
}
