package org.rapporteur.ui.kit.record;

import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Kind;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Icons;

/** A field of typed text: words, numbers, dates, addresses. */
final class TextEditor extends FieldEditor {
    private final TextInputControl input;
    private final TypedText typed;
    private Button extra;

    TextEditor(RecordKit kit, Kind kind, Field field) {
        super(kit, kind, field);
        boolean isLong = field.type() == FieldType.LONG_TEXT;
        input = isLong ? new GrowingTextArea() : new TextField();
        Access.name(input, spokenName());
        input.setId("input-" + field.name());
        typed = new TypedText(this, field.name(), input);
        double width =
                switch (field.type()) {
                    case DATE -> 190;
                    case TIME, INTEGER, DECIMAL -> 120;
                    case COLOUR -> 150;
                    default -> Double.MAX_VALUE;
                };
        input.setMaxWidth(width);
        switch (field.type()) {
            // Addresses and numbers run from left to right in every language.
            case EMAIL, PHONE, URL, COLOUR -> input.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
            default -> {}
        }
        Node control = input;
        switch (field.type()) {
            case DATE -> control = with(Material2OutlinedMZ.TODAY, "records.calendar", this::calendar);
            case EMAIL -> control = with(Material2OutlinedAL.ALTERNATE_EMAIL, "records.write", this::write);
            case URL -> control = with(Material2OutlinedMZ.OPEN_IN_NEW, "records.browse", this::browse);
            case COLOUR -> control = with(Material2OutlinedMZ.PALETTE, "records.palette", this::palette);
            default -> {}
        }
        lay(control, input);
    }

    private Node with(Ikon icon, String key, Runnable does) {
        extra = new Button(null, Icons.of(icon));
        extra.getStyleClass().addAll("flat", "button-icon");
        Access.nameAndTip(extra, kit().i18n().text(key));
        extra.setOnAction(event -> does.run());
        extra.setFocusTraversable(false);
        HBox box = new HBox(4, input, extra);
        HBox.setHgrow(input, Priority.ALWAYS);
        return box;
    }

    @Override
    public boolean pick() {
        boolean has = field().type() == FieldType.DATE || field().type() == FieldType.COLOUR;
        if (has && !extra.isDisabled()) {
            extra.fire();
        }
        return has;
    }

    @Override
    public boolean follow() {
        boolean has = field().type() == FieldType.EMAIL || field().type() == FieldType.URL;
        if (has) {
            extra.fire();
        }
        return has;
    }

    private void calendar() {
        typed.commit();
        CalendarPopup.show(
                extra,
                kit(),
                row() == null ? null : row().date(field().name()).orElse(null),
                day -> pick(kit().kit().formats().shortDate(day)));
    }

    private void palette() {
        ColourPopup.show(extra, kit(), this::pick);
    }

    private void pick(String text) {
        input.setText(text);
        typed.commit();
        input.requestFocus();
    }

    private void write() {
        typed.commit();
        if (!input.getText().isBlank() && noteText().isEmpty()) {
            kit().kit().dialogs().browse("mailto:" + input.getText());
        }
    }

    private void browse() {
        typed.commit();
        if (!input.getText().isBlank() && noteText().isEmpty()) {
            kit().kit().dialogs().browse(input.getText());
        }
    }

    @Override
    void refresh(boolean fresh) {
        typed.refresh(fresh);
        if (field().type() == FieldType.COLOUR) {
            String colour = row() == null ? "" : row().text(field().name());
            extra.getGraphic()
                    .setStyle("-fx-icon-size: 18px;"
                            + (colour.matches("#[0-9a-f]{6}") ? "-fx-icon-color: " + colour + ";" : ""));
        }
    }

    @Override
    boolean commit() {
        return typed.commit();
    }

    @Override
    String unstored() {
        return typed.commit() ? "" : input.getText();
    }

    @Override
    void putBack(String text) {
        input.setText(text);
        typed.commit();
    }

    @Override
    void focus() {
        input.requestFocus();
    }

    @Override
    void editable(boolean yes) {
        input.setEditable(yes && field().type() != FieldType.INSTANT);
        if (extra != null && (field().type() == FieldType.DATE || field().type() == FieldType.COLOUR)) {
            extra.setDisable(!yes);
        }
    }

    @Override
    void faulty(boolean wrong, String words) {
        input.pseudoClassStateChanged(ERROR, wrong);
        input.setAccessibleHelp(words);
    }
}
