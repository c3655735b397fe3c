package org.rapporteur.ui.shell;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.rapporteur.ui.kit.Command;
import org.rapporteur.ui.kit.Commands;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Keys;

/** The keys that hold now, made from the commands: those of the area, then those that hold everywhere. */
public final class ShortcutList extends VBox {
    /** A list of the keys at this moment; make a new one when the area changes. */
    public ShortcutList(Commands commands, I18n i18n) {
        getStyleClass().add("shortcuts");
        setSpacing(16);
        String scope = commands.scope().get();
        if (!scope.equals(Commands.EVERYWHERE)) {
            add(i18n, "shell.shortcuts.here", commands.of(scope));
        }
        add(i18n, "shell.shortcuts.everywhere", commands.of(Commands.EVERYWHERE));
    }

    private void add(I18n i18n, String titleKey, List<Command> commands) {
        List<Command> withKeys =
                commands.stream().filter(command -> command.keys().isPresent()).toList();
        if (withKeys.isEmpty()) {
            return;
        }
        Label title = new Label();
        title.textProperty().bind(i18n.text(titleKey));
        title.getStyleClass().add("h3");
        GridPane grid = new GridPane();
        grid.setHgap(16);
        grid.setVgap(8);
        for (int row = 0; row < withKeys.size(); row++) {
            Command command = withKeys.get(row);
            Label name = new Label();
            name.textProperty().bind(i18n.text(command.labelKey()));
            name.setWrapText(true);
            name.setMaxWidth(Double.MAX_VALUE);
            GridPane.setHgrow(name, Priority.ALWAYS);
            Label keys = Keys.label(command.keys().orElseThrow(), i18n);
            grid.addRow(row, name, keys);
        }
        getChildren().addAll(new VBox(8, title, grid));
    }
}
