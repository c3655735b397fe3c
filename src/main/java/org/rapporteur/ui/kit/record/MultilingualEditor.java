package org.rapporteur.ui.kit.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.text.Language;
import org.rapporteur.ui.kit.Access;

/**
 * A text in six languages: one is shown, buttons lead to the others, a dot says which are filled. Tab goes past the
 * buttons to the next field; a key leads on to the next language.
 */
final class MultilingualEditor extends FieldEditor {
    private final StackPane place = new StackPane();
    private final ToggleGroup group = new ToggleGroup();
    private final Map<Language, TypedText> texts = new LinkedHashMap<>();
    private final Map<Language, ToggleButton> pills = new LinkedHashMap<>();
    private Language shown;
    private boolean chosen;
    private boolean editable = true;

    MultilingualEditor(RecordKit kit, Kind kind, Field field) {
        super(kit, kind, field);
        shown = kit.i18n().language().get();
        HBox box = new HBox(2);
        box.getStyleClass().add("language-pills");
        // The order of the languages is the same in every direction of the window.
        for (Language language : Language.all()) {
            ToggleButton pill = pill(language);
            pills.put(language, pill);
            box.getChildren().add(pill);
        }
        lay(place, place);
        atEnd(box);
        select(shown);
    }

    private ToggleButton pill(Language language) {
        ToggleButton pill = new ToggleButton(language.code().toUpperCase(java.util.Locale.ROOT));
        pill.getStyleClass().add("language-pill");
        pill.setToggleGroup(group);
        pill.setGraphic(new Circle(2.5));
        pill.setGraphicTextGap(4);
        // Beside a long name of a field the name is shortened, not the codes of the languages.
        pill.setMinWidth(Region.USE_PREF_SIZE);
        pill.setFocusTraversable(false);
        pill.setOnAction(event -> {
            chosen = true;
            select(language);
            focus();
        });
        return pill;
    }

    @Override
    public boolean nextLanguage() {
        List<Language> all = Language.all();
        chosen = true;
        select(all.get((all.indexOf(shown) + 1) % all.size()));
        focus();
        return true;
    }

    private void mark(Language language) {
        ToggleButton pill = pills.get(language);
        boolean filled = text(language) != null ? text(language).filled() : stored(language);
        pill.getGraphic().getStyleClass().setAll(filled ? "filled" : "unfilled");
        String name = language.nativeName();
        Access.nameAndTip(pill, kit().i18n().text(filled ? "records.language.filled" : "records.language.empty", name));
    }

    private TypedText text(Language language) {
        return texts.get(language);
    }

    private boolean stored(Language language) {
        return row() != null && !row().text(field().name(), language.code()).isBlank();
    }

    private void select(Language language) {
        shown = language;
        pills.get(language).setSelected(true);
        TypedText text = texts.computeIfAbsent(language, this::make);
        text.input().setEditable(editable);
        place.getChildren().setAll(text.input());
        prompt();
    }

    private TypedText make(Language language) {
        String column = field().name() + "_" + language.code();
        TextInputControl input = field().type() == FieldType.LONG_TEXT ? new GrowingTextArea() : new TextField();
        input.setId("input-" + column);
        input.setNodeOrientation(language.rtl() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        input.getStyleClass().add("lang-" + language.code());
        input.accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> kit().i18n()
                                .now(
                                        "records.language.field",
                                        spokenName().getValue(),
                                        language.nameIn(kit().i18n().language().get())),
                        kit().i18n().language()));
        TypedText text = new TypedText(this, column, input);
        if (row() != null) {
            text.refresh(true);
        }
        input.textProperty().addListener((o, was, is) -> mark(language));
        return text;
    }

    /** An empty language shows faintly what another language says. */
    private void prompt() {
        String other = row() == null ? "" : row().textOr(field().name(), "en");
        int end = other.indexOf('\n');
        text(shown).input().setPromptText(end < 0 ? other : other.substring(0, end));
    }

    @Override
    void refresh(boolean fresh) {
        texts.values().forEach(text -> text.refresh(fresh));
        if (fresh && !chosen) {
            select(kit().i18n().language().get());
        }
        Language.all().forEach(this::mark);
        prompt();
    }

    @Override
    boolean commit() {
        boolean all = true;
        for (TypedText text : texts.values()) {
            all &= text.commit();
        }
        return all;
    }

    @Override
    void focus() {
        text(shown).input().requestFocus();
    }

    @Override
    void editable(boolean yes) {
        editable = yes;
        texts.values().forEach(text -> text.input().setEditable(yes));
    }

    @Override
    void faulty(boolean wrong, String words) {
        TypedText text = text(shown);
        text.input().pseudoClassStateChanged(ERROR, wrong);
        text.input().setAccessibleHelp(words);
    }
}
