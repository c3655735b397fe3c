package org.rapporteur.ui.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.text.Language;
import org.rapporteur.settings.ThemeChoice;
import org.rapporteur.ui.kit.Command;
import org.rapporteur.ui.kit.Commands;
import org.rapporteur.ui.kit.FieldKeys;
import org.rapporteur.ui.kit.Kit;

/** The commands of the frame itself. */
final class ShellCommands {
    private final Map<String, Command> byName = new LinkedHashMap<>();

    /** What the frame does on behalf of the commands. */
    interface Actions {
        void palette();

        void search();

        void fold();

        /** Where the keyboard is. */
        javafx.scene.Node focus();

        void help();

        void nextPart();

        void notification();

        void welcome();

        void showFolder();
    }

    ShellCommands(Kit kit, Navigator navigator, UndoModel undo, Actions actions) {
        Commands commands = kit.commands();
        put(
                "palette",
                Command.of("shell.palette", "shell.command.palette")
                        .icon(Material2OutlinedAL.KEYBOARD)
                        .keys("shortcut+K")
                        .notInPalette()
                        .does(actions::palette));
        put(
                "search",
                Command.of("shell.search", "shell.command.search")
                        .icon(Material2OutlinedMZ.SEARCH)
                        .keys("shortcut+F")
                        .does(actions::search));
        put(
                "undo",
                Command.of("shell.undo", "shell.undo")
                        .icon(Material2OutlinedMZ.UNDO)
                        .keys("shortcut+Z")
                        .enabledWhen(undo.canUndo())
                        .does(undo::undo));
        put(
                "redo",
                Command.of("shell.redo", "shell.redo")
                        .icon(Material2OutlinedMZ.REDO)
                        .keys("shortcut+shift+Z")
                        .keys("shortcut+Y")
                        .enabledWhen(undo.canRedo())
                        .does(undo::redo));
        put(
                "back",
                Command.of("shell.back", "shell.command.back")
                        .icon(Material2OutlinedAL.ARROW_BACK)
                        .keys("alt+LEFT")
                        .enabledWhen(navigator.canGoBack())
                        .does(navigator::back));
        put(
                "forward",
                Command.of("shell.forward", "shell.command.forward")
                        .icon(Material2OutlinedAL.ARROW_FORWARD)
                        .keys("alt+RIGHT")
                        .enabledWhen(navigator.canGoForward())
                        .does(navigator::forward));
        put(
                "help",
                Command.of("shell.help", "shell.command.help")
                        .icon(Material2OutlinedAL.HELP_OUTLINE)
                        .keys("F1")
                        .keys("shortcut+Slash")
                        .does(actions::help));
        put(
                "part",
                Command.of("shell.part", "shell.command.part")
                        .icon(Material2OutlinedAL.KEYBOARD_TAB)
                        .keys("F6")
                        .notInPalette()
                        .does(actions::nextPart));
        put(
                "notification",
                Command.of("shell.notification", "shell.command.notification")
                        .icon(Material2OutlinedMZ.NOTIFICATIONS_NONE)
                        .keys("F8")
                        .does(actions::notification));
        put(
                "language",
                Command.of("shell.field.language", "shell.command.field.language")
                        .icon(Material2OutlinedMZ.TRANSLATE)
                        .keys("shortcut+L")
                        .notInPalette()
                        .does(() -> FieldKeys.ask(actions.focus(), FieldKeys::nextLanguage)));
        put(
                "pick",
                Command.of("shell.field.pick", "shell.command.field.pick")
                        .icon(Material2OutlinedMZ.TODAY)
                        .keys("F4")
                        .notInPalette()
                        .does(() -> FieldKeys.pickAt(actions.focus())));
        put(
                "follow",
                Command.of("shell.field.follow", "shell.command.field.follow")
                        .icon(Material2OutlinedMZ.OPEN_IN_NEW)
                        .keys("alt+ENTER")
                        .notInPalette()
                        .does(() -> FieldKeys.ask(actions.focus(), FieldKeys::follow)));
        put(
                "fold",
                Command.of("shell.fold", "shell.command.fold")
                        .icon(Material2OutlinedMZ.MENU_OPEN)
                        .keys("shortcut+B")
                        .does(actions::fold));
        put(
                "welcome",
                Command.of("shell.welcome", "shell.command.welcome")
                        .icon(Material2OutlinedMZ.SWAP_HORIZ)
                        .keys("shortcut+O")
                        .does(actions::welcome));
        put(
                "folder",
                Command.of("shell.folder", "shell.command.folder")
                        .icon(Material2OutlinedAL.FOLDER_OPEN)
                        .does(actions::showFolder));
        byName.values().forEach(commands::add);
        addChoices(kit, commands);
    }

    private static void addChoices(Kit kit, Commands commands) {
        for (Language language : Language.all()) {
            commands.add(Command.of("shell.language." + language.code(), "shell.command.language." + language.code())
                    .icon(Material2OutlinedMZ.TRANSLATE)
                    .does(() -> kit.settings().update(s -> s.withLanguage(language))));
        }
        for (ThemeChoice theme : ThemeChoice.values()) {
            String name = theme.name().toLowerCase(java.util.Locale.ROOT);
            commands.add(Command.of("shell.theme." + name, "shell.command.theme." + name)
                    .icon(Material2OutlinedAL.BRIGHTNESS_4)
                    .does(() -> kit.settings().update(s -> s.withTheme(theme))));
        }
    }

    private void put(String name, Command command) {
        byName.put(name, command);
    }

    Map<String, Command> byName() {
        return byName;
    }
}
