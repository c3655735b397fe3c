package org.rapporteur.ui.exchange;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.exchange.Arrived.Doubt;
import org.rapporteur.exchange.Signer;
import org.rapporteur.ui.kit.Chip;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.Tone;

/** Above the preview: whose package it is, what it will do, what to think of first, and the three answers. */
final class PreviewHead {
    private PreviewHead() {}

    static Node of(ExchangeParts parts, PreviewViewModel model, OpenPackage.Summary is) {
        I18n i18n = parts.i18n();
        Label from = new Label(i18n.now("exchange.preview.from", who(i18n, is)));
        from.getStyleClass().add("h2");
        from.setWrapText(true);
        from.setMinHeight(Region.USE_PREF_SIZE);
        FlowPane line = new FlowPane(12, 4);
        line.setAlignment(Pos.CENTER_LEFT);
        Label when = new Label(
                is.head().at() == null
                        ? ""
                        : i18n.now(
                                "exchange.preview.written",
                                i18n.formats().dateTime(is.head().at(), ZoneId.systemDefault())));
        when.getStyleClass().add("muted");
        line.getChildren().addAll(signed(i18n, is.signer()), when);
        if (is.head().extract()) {
            line.getChildren()
                    .add(new Chip(Tone.INFO, Material2OutlinedAL.CONTENT_CUT, i18n.text("exchange.preview.extract")));
        }
        VBox box = new VBox(12, new VBox(4, from, line));
        box.getStyleClass().add("preview-head");
        Label effects = new Label(
                is.effects().nothing()
                        ? i18n.now("exchange.preview.nothing")
                        : i18n.now("exchange.preview.will", EffectWords.of(i18n, is.effects())));
        effects.setId("preview-effects");
        effects.setWrapText(true);
        effects.setMinHeight(Region.USE_PREF_SIZE);
        effects.getStyleClass().add("h3");
        box.getChildren().add(effects);
        box.getChildren().addAll(banners(i18n, is));
        box.getChildren().add(answers(parts, model, is));
        return box;
    }

    private static String who(I18n i18n, OpenPackage.Summary is) {
        if (is.signer().colleague() != null) {
            return is.signer().colleague().name();
        }
        String author = is.head().author();
        return author == null || author.isBlank() ? i18n.now("exchange.side.somebody") : author;
    }

    static Chip signed(I18n i18n, Signer signer) {
        return switch (signer.state()) {
            case UNSIGNED -> new Chip(Tone.NEUTRAL, i18n.text("exchange.signer.unsigned"));
            case NEW -> new Chip(Tone.WARNING, i18n.text("exchange.signer.new"));
            case KNOWN -> new Chip(Tone.INFO, i18n.text("exchange.signer.known"));
            case VERIFIED ->
                new Chip(Tone.SUCCESS, Material2OutlinedMZ.VERIFIED_USER, i18n.text("exchange.signer.verified"));
            case CHANGED -> new Chip(Tone.DANGER, i18n.text("exchange.signer.changed"));
        };
    }

    private static List<Node> banners(I18n i18n, OpenPackage.Summary is) {
        List<Node> banners = new ArrayList<>();
        if (!is.missing().isEmpty()) {
            banners.add(Banner.of(
                    Tone.INFO,
                    i18n.now("exchange.missing.head") + "\n" + EffectWords.missing(i18n, is.missing()) + "\n"
                            + i18n.now("exchange.missing.advice")));
        }
        is.before()
                .ifPresent(record -> banners.add(Banner.of(
                        Tone.INFO,
                        i18n.now(
                                "exchange.preview.before",
                                i18n.formats().dateTime(record.at(), ZoneId.systemDefault())))));
        for (Doubt doubt : Doubt.values()) {
            if (is.doubts().contains(doubt)) {
                banners.add(
                        switch (doubt) {
                            case MANY_DELETIONS ->
                                Banner.of(
                                        Tone.WARNING,
                                        i18n.now(
                                                "exchange.doubt.deletions",
                                                is.effects().deleted()));
                            case UNKNOWN_SENDER ->
                                Banner.of(
                                        Tone.WARNING,
                                        is.signer().fingerprint() == null
                                                ? i18n.now("exchange.doubt.unsigned")
                                                : i18n.now(
                                                        "exchange.doubt.unknown",
                                                        is.signer().fingerprint()));
                            case KEY_CHANGED ->
                                Banner.of(
                                        Tone.DANGER,
                                        is.signer().fingerprint() == null
                                                ? i18n.now("exchange.doubt.noLongerSigned")
                                                : i18n.now(
                                                        "exchange.doubt.keyChanged",
                                                        is.signer().fingerprint()));
                            case UNDONE_BEFORE -> Banner.of(Tone.WARNING, i18n.now("exchange.doubt.undone"));
                        });
            }
        }
        return banners;
    }

    private static Node answers(ExchangeParts parts, PreviewViewModel model, OpenPackage.Summary is) {
        I18n i18n = parts.i18n();
        boolean waits = !is.missing().isEmpty();
        Button apply = button(
                i18n.now(is.doubts().isEmpty() ? "exchange.preview.apply" : "exchange.preview.applyAllTheSame"),
                Material2OutlinedAL.CHECK,
                model::apply);
        apply.setId("preview-apply");
        Button keep = button(
                i18n.now(waits ? "exchange.preview.keepUntil" : "exchange.preview.keep"),
                Material2OutlinedAL.INBOX,
                model::keep);
        keep.setId("preview-keep");
        Button drop = button(i18n.now("exchange.preview.drop"), Material2OutlinedAL.CLOSE, model::close);
        drop.setId("preview-drop");
        (waits ? keep : apply).getStyleClass().add("accent");
        boolean writable = parts.records().writable();
        apply.disableProperty()
                .bind(model.state()
                        .isNotEqualTo(PreviewViewModel.State.SHOWN)
                        .or(new javafx.beans.property.SimpleBooleanProperty(waits || !writable)));
        keep.setDisable(!writable);
        HBox row = new HBox(8);
        if (!waits) {
            row.getChildren().add(apply);
        }
        row.getChildren().addAll(keep, drop);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Button button(String words, org.kordamp.ikonli.Ikon icon, Runnable does) {
        Button button = new Button(words, Icons.of(icon, 16));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> does.run());
        return button;
    }
}
