package org.rapporteur.ui.exchange;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.exchange.Colleague;
import org.rapporteur.ui.exchange.SendViewModel.Part;
import org.rapporteur.ui.exchange.SendViewModel.Protection;
import org.rapporteur.ui.exchange.SendViewModel.Way;
import org.rapporteur.ui.exchange.SendViewModel.What;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Choices;
import org.rapporteur.ui.kit.Fields;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;

/** To whom, what, how protected, which way: one column, one button. */
final class SendView extends StackPane {
    private final ExchangeParts parts;
    private final SendViewModel model;
    private final ComboBox<Colleague> to = new ComboBox<>();

    SendView(ExchangeParts parts, SendViewModel model, Runnable back) {
        this.parts = parts;
        this.model = model;
        Label title = new Label();
        title.textProperty()
                .bind(i18n().textOf(model.handover()
                        .map(handover -> handover ? "exchange.handover.title" : "exchange.send.title")));
        title.getStyleClass().add("h2");
        Label intro = wrapped("exchange.handover.intro");
        shown(intro, model.handover());
        VBox form = new VBox(24, new VBox(8, title, intro), whom(), what(), protection(), way(), buttons(back));
        form.getStyleClass().addAll("exchange-form", "send-form");
        form.setMaxWidth(640);
        StackPane page = new StackPane(form);
        page.setAlignment(Pos.TOP_CENTER);
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        getChildren().add(scroll);
    }

    private I18n i18n() {
        return parts.i18n();
    }

    /** Puts the keyboard into the form. */
    void focusForm() {
        to.requestFocus();
    }

    private Node whom() {
        to.setId("send-to");
        to.setMaxWidth(Double.MAX_VALUE);
        to.setConverter(new StringConverter<>() {
            @Override
            public String toString(Colleague colleague) {
                return colleague == null ? i18n().now("exchange.send.anyone") : colleague.name();
            }

            @Override
            public Colleague fromString(String text) {
                return null;
            }
        });
        Runnable fill = () -> {
            List<Colleague> choices = new java.util.ArrayList<>();
            choices.add(null);
            choices.addAll(model.colleagues());
            Colleague chosen = model.to().get();
            to.setItems(FXCollections.observableArrayList(choices));
            to.setValue(chosen);
        };
        model.colleagues().addListener((javafx.beans.Observable o) -> fill.run());
        i18n().language().addListener(o -> fill.run());
        fill.run();
        to.valueProperty().bindBidirectional(model.to());
        return Fields.field(i18n().text("exchange.send.to"), to, null);
    }

    private <T extends Enum<T>> HBox pills(String key, T[] values, ObjectProperty<T> property) {
        List<T> all = List.of(values);
        HBox row = Choices.row(
                all,
                value -> i18n().text("exchange." + key + "." + value.name().toLowerCase(Locale.ROOT)),
                property::set);
        property.subscribe(now -> Choices.mark(row, all.indexOf(now)));
        Access.name(row, i18n().text("exchange." + key));
        return row;
    }

    private Node what() {
        HBox row = pills("send.what", What.values(), model.what());
        row.getChildren()
                .get(What.LACKS.ordinal())
                .disableProperty()
                .bind(model.to().isNull());
        Label help = new Label();
        help.textProperty()
                .bind(i18n().textOf(model.what()
                        .map(what -> "exchange.send.what." + what.name().toLowerCase(Locale.ROOT) + ".help")));
        help.setWrapText(true);
        help.setMinHeight(Region.USE_PREF_SIZE);
        help.getStyleClass().add("field-help");
        ComboBox<Part> part = new ComboBox<>(model.parts());
        part.setMaxWidth(Double.MAX_VALUE);
        part.setConverter(new StringConverter<>() {
            @Override
            public String toString(Part value) {
                return value == null ? "" : value.name();
            }

            @Override
            public Part fromString(String text) {
                return null;
            }
        });
        part.valueProperty().bindBidirectional(model.part());
        CheckBox personal = check("exchange.send.withoutPersonal", model.withoutPersonal());
        CheckBox unquotable = check("exchange.send.withoutUnquotable", model.withoutUnquotable());
        VBox extra = new VBox(12, Fields.field(i18n().text("exchange.send.part"), part, null), personal, unquotable);
        shown(extra, model.what().isEqualTo(What.PART));
        VBox field = Fields.field(i18n().text("exchange.send.what"), row, null);
        return new VBox(8, field, help, extra);
    }

    private CheckBox check(String key, javafx.beans.property.BooleanProperty property) {
        CheckBox box = new CheckBox();
        box.textProperty().bind(i18n().text(key));
        box.setWrapText(true);
        box.selectedProperty().bindBidirectional(property);
        return box;
    }

    private Node protection() {
        HBox row = pills("send.protection", Protection.values(), model.protection());
        row.getChildren()
                .get(Protection.KEY.ordinal())
                .disableProperty()
                .bind(javafx.beans.binding.Bindings.createBooleanBinding(
                        () -> model.to().get() == null || model.to().get().recipient() == null, model.to()));
        Label help = new Label();
        help.textProperty()
                .bind(i18n().textOf(model.protection()
                        .map(p -> "exchange.send.protection." + p.name().toLowerCase(Locale.ROOT) + ".help")));
        help.setWrapText(true);
        help.setMinHeight(Region.USE_PREF_SIZE);
        help.getStyleClass().add("field-help");
        PasswordField first = password("send-passphrase", model.passphrase());
        PasswordField second = password("send-again", model.again());
        VBox extra = new VBox(
                12,
                Fields.field(
                        i18n().text("exchange.send.passphrase"), first, i18n().text("exchange.send.passphraseHelp")),
                Fields.field(i18n().text("exchange.send.again"), second, null));
        shown(extra, model.protection().isEqualTo(Protection.PASSPHRASE));
        VBox box = new VBox(8, Fields.field(i18n().text("exchange.send.protection"), row, null), help, extra);
        // What goes into the exchange folder is read by all who share it.
        shown(box, model.way().isNotEqualTo(Way.FOLDER));
        return box;
    }

    private static PasswordField password(String id, javafx.beans.property.StringProperty property) {
        PasswordField field = new PasswordField();
        field.setId(id);
        field.textProperty().bindBidirectional(property);
        return field;
    }

    private Node way() {
        HBox row = pills("send.way", Way.values(), model.way());
        row.getChildren()
                .get(Way.FOLDER.ordinal())
                .disableProperty()
                .bind(model.folder().not().or(model.what().isEqualTo(What.PART)).or(model.handover()));
        Label help = new Label();
        help.textProperty()
                .bind(i18n().textOf(model.way()
                        .map(w -> "exchange.send.way." + w.name().toLowerCase(Locale.ROOT) + ".help")));
        help.setWrapText(true);
        help.setMinHeight(Region.USE_PREF_SIZE);
        help.getStyleClass().add("field-help");
        return new VBox(8, Fields.field(i18n().text("exchange.send.way"), row, null), help);
    }

    private Node buttons(Runnable back) {
        ObservableValue<String> fault = model.fault();
        Label why = new Label();
        why.textProperty().bind(i18n().textOf(fault));
        why.setWrapText(true);
        why.setMinHeight(Region.USE_PREF_SIZE);
        why.getStyleClass().add("muted");
        shown(why, javafx.beans.binding.Bindings.isNotNull(asBinding(fault)));
        Button send = new Button(null, Icons.of(Material2OutlinedMZ.SEND, 16));
        send.textProperty().bind(i18n().text("exchange.send.do"));
        send.setId("send-do");
        send.getStyleClass().add("accent");
        send.setMinWidth(Region.USE_PREF_SIZE);
        send.disableProperty()
                .bind(javafx.beans.binding.Bindings.createBooleanBinding(
                        () -> fault.getValue() != null || model.sending().get(), fault, model.sending()));
        send.setOnAction(event -> model.send());
        Button no = new Button();
        no.textProperty().bind(i18n().text("kit.cancel"));
        no.setMinWidth(Region.USE_PREF_SIZE);
        no.setOnAction(event -> back.run());
        return new VBox(12, why, new HBox(8, send, no));
    }

    private static javafx.beans.value.ObservableObjectValue<String> asBinding(ObservableValue<String> value) {
        return (javafx.beans.value.ObservableObjectValue<String>) value;
    }

    private Label wrapped(String key) {
        Label label = new Label();
        label.textProperty().bind(i18n().text(key));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static void shown(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }
}
