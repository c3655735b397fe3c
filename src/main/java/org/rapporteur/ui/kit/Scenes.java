package org.rapporteur.ui.kit;

import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import org.rapporteur.core.text.Language;

/** The one maker of scenes: every window gets the direction of the language, the theme, the keys and our stylesheet. */
public final class Scenes {
    private static final PseudoClass DARK = PseudoClass.getPseudoClass("dark");
    private static final String SHEET =
            Objects.requireNonNull(Scenes.class.getResource("rapporteur.css")).toExternalForm();

    private final I18n i18n;
    private final Themes themes;
    private final Commands commands;

    /** Scenes in these words, colours and keys. */
    public Scenes(I18n i18n, Themes themes, Commands commands) {
        this.i18n = i18n;
        this.themes = themes;
        this.commands = commands;
    }

    /** A scene for the main window, with the keys of all commands. */
    public Scene main(Parent root, double width, double height) {
        Scene scene = plain(root, width, height);
        Keys.install(scene, commands);
        return scene;
    }

    /** A scene for a dialog: words and colours, but not the keys of the window behind it. */
    public Scene plain(Parent root, double width, double height) {
        Scene scene = width > 0 && height > 0 ? new Scene(root, width, height) : new Scene(root);
        dress(scene);
        return scene;
    }

    /** Gives direction, fonts, colours and stylesheet to a scene that something else made. */
    public void dress(Scene scene) {
        Fonts.load();
        scene.getStylesheets().add(SHEET);
        scene.nodeOrientationProperty().bind(i18n.orientation());
        scene.getRoot().pseudoClassStateChanged(DARK, themes.dark().get());
        themes.dark().addListener((o, was, is) -> scene.getRoot().pseudoClassStateChanged(DARK, is));
        scene.focusOwnerProperty().addListener((o, was, is) -> takesKeys(is));
        language(scene.getRoot(), i18n.language().get());
        i18n.language().addListener((o, was, is) -> language(scene.getRoot(), is));
    }

    /**
     * Keys reach a control through its skin, which otherwise comes with the next picture: on a busy machine later than
     * the next key. So what gets the keyboard gets its skin at once, and no letter is lost.
     */
    private static void takesKeys(Node owner) {
        if (owner instanceof Control control && control.getSkin() == null) {
            control.applyCss();
        }
    }

    private static void language(Parent root, Language language) {
        root.getStyleClass().removeIf(style -> style.startsWith("lang-"));
        root.getStyleClass().add("lang-" + language.code());
    }
}
