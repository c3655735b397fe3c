package org.rapporteur.ui.kit;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.core.text.Language;
import org.rapporteur.settings.ThemeChoice;

/** Choices of one among few, side by side; language and colours ready made. */
public final class Choices {
    private Choices() {}

    /** The six languages in their own names; a choice is kept in the settings and takes effect at once. */
    public static HBox language(Kit kit) {
        HBox row = row(
                Language.all(),
                language -> new javafx.beans.property.SimpleStringProperty(language.nativeName()),
                language -> kit.settings().update(s -> s.withLanguage(language)));
        row.setId("language-choice");
        Fx.whileShown(
                row,
                () -> kit.i18n()
                        .language()
                        .subscribe(now -> mark(row, Language.all().indexOf(now)))::unsubscribe);
        Access.name(row, kit.i18n().text("shell.language"));
        return row;
    }

    /** As the system, light or dark; kept in the settings. */
    public static HBox theme(Kit kit) {
        List<ThemeChoice> all = List.of(ThemeChoice.values());
        HBox row = row(
                all,
                theme -> kit.i18n().text("settings.theme." + theme.name().toLowerCase(java.util.Locale.ROOT)),
                theme -> kit.settings().update(s -> s.withTheme(theme)));
        row.setId("theme-choice");
        ((ToggleButton) row.getChildren().get(1)).setGraphic(Icons.of(Material2OutlinedAL.BRIGHTNESS_7, 16));
        ((ToggleButton) row.getChildren().get(2)).setGraphic(Icons.of(Material2OutlinedAL.BRIGHTNESS_3, 16));
        Fx.whileShown(row, () -> {
            mark(row, all.indexOf(kit.settings().get().theme()));
            return kit.settings().onChange(s -> Fx.run(() -> mark(row, all.indexOf(s.theme()))));
        });
        Access.name(row, kit.i18n().text("settings.theme"));
        return row;
    }

    /**
     * A row of toggles, of which one is chosen.
     *
     * @param words words of a value
     * @param chosen what to do with the value that the person chose
     */
    public static <T> HBox row(List<T> values, Function<T, ObservableValue<String>> words, Consumer<T> chosen) {
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox();
        row.getStyleClass().add("choices");
        for (int i = 0; i < values.size(); i++) {
            T value = values.get(i);
            ToggleButton toggle = new ToggleButton();
            toggle.textProperty().bind(words.apply(value));
            toggle.setToggleGroup(group);
            toggle.setMinWidth(Region.USE_PREF_SIZE);
            toggle.getStyleClass().add(i == 0 ? "left-pill" : i == values.size() - 1 ? "right-pill" : "center-pill");
            toggle.setOnAction(event -> {
                // A click on the chosen one leaves it chosen.
                toggle.setSelected(true);
                chosen.accept(value);
            });
            row.getChildren().add(toggle);
        }
        return row;
    }

    /** Marks the value at an index as chosen. */
    public static void mark(HBox row, int index) {
        for (int i = 0; i < row.getChildren().size(); i++) {
            ((ToggleButton) row.getChildren().get(i)).setSelected(i == index);
        }
    }
}
