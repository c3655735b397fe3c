package org.rapporteur.ui.survey;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.rapporteur.ui.kit.I18n;

/** A choice among a few values that are called by message keys and follow the language. */
final class WordsBox {
    private WordsBox() {}

    static <T> ComboBox<T> of(I18n i18n, List<T> values, Function<T, String> key) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(values);
        box.setCellFactory(list -> new Words<>(i18n, key));
        box.setButtonCell(new Words<>(i18n, key));
        return box;
    }

    private static final class Words<T> extends ListCell<T> {
        private final I18n i18n;
        private final Function<T, String> key;

        Words(I18n i18n, Function<T, String> key) {
            this.i18n = i18n;
            this.key = key;
        }

        @Override
        protected void updateItem(T item, boolean empty) {
            super.updateItem(item, empty);
            textProperty().unbind();
            if (empty || item == null) {
                setText(null);
            } else {
                textProperty().bind(i18n.text(key.apply(item)));
            }
        }
    }
}
