package org.rapporteur.ui.shell;

import atlantafx.base.controls.CustomTextField;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.text.Language;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Chip;
import org.rapporteur.ui.kit.Command;
import org.rapporteur.ui.kit.Commands;
import org.rapporteur.ui.kit.Fx;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.Keys;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.Tone;

/** The title row: where one is, search, back and forward, undo and redo, tasks, language. */
final class TitleRow extends HBox {
    private final Breadcrumb breadcrumb;
    private final CustomTextField search = new CustomTextField();
    private final Chip readOnly;

    /** A row with buttons for commands named {@code back}, {@code forward}, {@code undo}, {@code redo} and {@code search}. */
    TitleRow(Kit kit, Navigator navigator, UndoModel undo, Map<String, Command> commands) {
        I18n i18n = kit.i18n();
        getStyleClass().add("title-row");
        setAlignment(Pos.CENTER_LEFT);
        breadcrumb = new Breadcrumb(i18n, navigator);
        HBox.setHgrow(breadcrumb, Priority.ALWAYS);

        search.setId("search-field");
        search.getStyleClass().add("search-field");
        search.setLeft(Icons.of(Material2OutlinedMZ.SEARCH));
        Label hint = Keys.label(commands.get("search").keys().orElseThrow(), i18n);
        hint.visibleProperty()
                .bind(search.textProperty()
                        .isEmpty()
                        .and(search.focusedProperty().not()));
        search.setRight(hint);
        search.promptTextProperty().bind(i18n.text("shell.search.prompt"));
        search.setPrefWidth(240);
        search.setMinWidth(150);
        Access.name(search, i18n.text("shell.search.prompt"));

        Button back = Commands.iconButton(commands.get("back"), i18n);
        Button forward = Commands.iconButton(commands.get("forward"), i18n);
        Button undoButton = Commands.iconButton(commands.get("undo"), i18n, undo.undoText());
        Button redoButton = Commands.iconButton(commands.get("redo"), i18n, undo.redoText());
        HBox ways = new HBox(back, forward);
        HBox steps = new HBox(undoButton, redoButton);
        TasksButton tasks = new TasksButton(kit.tasks(), i18n);
        readOnly = new Chip(Tone.WARNING, Material2OutlinedAL.LOCK, i18n.text("shell.readonly"));
        readOnly.setMinWidth(Region.USE_PREF_SIZE);
        Access.tip(readOnly, i18n.text("shell.readonly.why"));
        readOnly(false);
        getChildren().addAll(breadcrumb, readOnly, search, ways, steps, tasks, languageMenu(kit));
        for (var node : List.of(ways, steps, tasks)) {
            node.setMinWidth(Region.USE_PREF_SIZE);
        }
    }

    void readOnly(boolean is) {
        readOnly.setVisible(is);
        readOnly.setManaged(is);
    }

    CustomTextField search() {
        return search;
    }

    Breadcrumb breadcrumb() {
        return breadcrumb;
    }

    /** A menu of the six languages in their own names; also used where there is no frame yet. */
    static MenuButton languageMenu(Kit kit) {
        I18n i18n = kit.i18n();
        MenuButton menu = new MenuButton();
        menu.setId("language-menu");
        menu.getStyleClass().addAll("flat", "language-menu");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.textProperty().bind(i18n.language().map(language -> language.code().toUpperCase(Locale.ROOT)));
        Access.nameAndTip(menu, i18n.text("shell.language"));
        KeyboardBefore before = new KeyboardBefore(menu);
        ToggleGroup group = new ToggleGroup();
        for (Language language : Language.all()) {
            RadioMenuItem item = new RadioMenuItem(language.nativeName());
            item.setId("language-" + language.code());
            item.setToggleGroup(group);
            item.setSelected(i18n.language().get() == language);
            item.setOnAction(event -> {
                kit.settings().update(s -> s.withLanguage(language));
                Fx.later(before::giveBack);
            });
            menu.getItems().add(item);
        }
        menu.setOnShowing(event -> group.getToggles()
                .get(Language.all().indexOf(i18n.language().get()))
                .setSelected(true));
        return menu;
    }
}
