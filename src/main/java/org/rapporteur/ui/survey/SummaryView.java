package org.rapporteur.ui.survey;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.recommendation.draft.DraftOutcome;
import org.rapporteur.core.recommendation.draft.DraftRequest;
import org.rapporteur.core.recommendation.draft.RecommendationDrafter;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.survey.analysis.SummaryText;
import org.rapporteur.core.survey.analysis.SurveySummary;
import org.rapporteur.core.text.Language;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Chip;
import org.rapporteur.ui.kit.Dialogs;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.Notice;
import org.rapporteur.ui.kit.Tone;
import org.rapporteur.ui.shell.Place;

/**
 * The summary as a page of text. Every number is computed, a click on a sentence opens the answers behind it, and
 * sentences that changed since they were read through are marked in the margin.
 */
final class SummaryView extends BorderPane {

    private final SurveyParts parts;
    private final UUID survey;
    private final SummaryViewModel model;
    private final VBox page = new VBox();
    private final HBox changed = new HBox(8);

    SummaryView(SurveyParts parts, UUID survey) {
        this.parts = parts;
        this.survey = survey;
        this.model = new SummaryViewModel(
                parts.kit().tasks(),
                parts.records(),
                parts.recordKit().edits(),
                parts.analysis(),
                parts::today,
                survey);
        getStyleClass().add("summary");
        setTop(toolbar());
        page.getStyleClass().add("summary-page");
        page.setMaxWidth(820);
        BorderPane desk = new BorderPane(page);
        desk.getStyleClass().add("summary-desk");
        ScrollPane scroll = new ScrollPane(desk);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        setCenter(scroll);
        model.shown().addListener((o, was, is) -> fill());
        model.evidence().addListener((o, was, is) -> {
            if (is != null) {
                parts.kit()
                        .sidePanel()
                        .show(parts.i18n().text("survey.summary.behind"), new SentenceEvidence(parts, survey, is));
            }
        });
        parts.i18n().language().addListener((o, was, is) -> fill());
        parts.recordKit()
                .follow(
                        this,
                        Set.of(
                                SurveyKinds.SURVEY,
                                SurveyKinds.QUESTION,
                                SurveyKinds.CHOICE,
                                SurveyKinds.RESPONDENT,
                                SurveyKinds.RESPONSE,
                                SurveyKinds.TRAY_ITEM,
                                SurveyKinds.ANSWER,
                                SurveyKinds.CODING,
                                SurveyKinds.CODE),
                        commit -> model.load());
        model.load();
    }

    private Node toolbar() {
        I18n i18n = parts.i18n();
        changed.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(changed, Priority.ALWAYS);
        Button draft = new Button();
        draft.textProperty().bind(i18n.text("survey.draft"));
        draft.setGraphic(Icons.of(Material2OutlinedAL.GAVEL, 16));
        draft.setMinWidth(Region.USE_PREF_SIZE);
        Access.nameAndTip(draft, i18n.text("survey.draft.help"));
        draft.setDisable(!parts.changes().writable());
        draft.setOnAction(e -> draft());
        draft.setId("summary-draft");
        HBox bar = new HBox(8, changed, draft);
        Button compare = new Button(null, Icons.of(Material2OutlinedAL.COMPARE_ARROWS, 16));
        compare.setMinWidth(Region.USE_PREF_SIZE);
        Access.nameAndTip(compare, i18n.text("survey.summary.compare"));
        compare.setOnAction(e -> compare());
        compare.setId("summary-compare");
        bar.getChildren().add(compare);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().addAll("toolbar", "summary-bar");
        return bar;
    }

    /** Marks what an issued file says differently from today; the file itself keeps what it was made from. */
    private void compare() {
        String title = parts.i18n().now("survey.summary.compare");
        parts.kit()
                .dialogs()
                .openFile(title, Dialogs.FileKind.of(title, "docx", "xlsx"))
                .ifPresent(file -> parts.kit()
                        .tasks()
                        .work(
                                parts.i18n().text("survey.summary.compare"),
                                progress -> parts.reports().issued(survey, file))
                        .then(seal -> seal.ifPresentOrElse(
                                model::compare,
                                () -> parts.kit()
                                        .notifications()
                                        .show(Notice.warning(parts.i18n()
                                                .text(
                                                        "survey.summary.compare.none",
                                                        String.valueOf(file.getFileName()))))))
                        .start());
    }

    private void draft() {
        Language language = parts.i18n().language().get();
        RecommendationDrafter drafter = new RecommendationDrafter(
                parts.analysis(), parts.changes(), parts.history(), parts.i18n().messages()::text, parts.groups());
        parts.kit()
                .tasks()
                .work(
                        parts.i18n().text("survey.draft.task"),
                        progress -> drafter.draft(DraftRequest.converging(survey, parts.today(), language)))
                .then(this::drafted)
                .start();
    }

    private void drafted(DraftOutcome outcome) {
        int made = outcome.created().size() + outcome.updated().size();
        int left = outcome.unchanged().size()
                + outcome.edited().size()
                + outcome.deleted().size();
        Notice notice = made + left == 0
                ? Notice.warning(parts.i18n().text("survey.draft.none"))
                : Notice.success(parts.i18n()
                        .text(
                                "survey.draft.done",
                                outcome.created().size(),
                                outcome.updated().size(),
                                left));
        parts.kit()
                .notifications()
                .show(
                        made + left == 0
                                ? notice
                                : notice.action(
                                        parts.i18n().text("kit.open"),
                                        () -> parts.navigator().open(Place.of("recommendations"))));
    }

    private void fill() {
        SummaryViewModel.Shown now = model.shown().get();
        if (now == null) {
            return;
        }
        I18n i18n = parts.i18n();
        Language language = i18n.language().get();
        SummaryText text = parts.text();
        page.getChildren().clear();
        Label title = new Label(now.title().text(language));
        title.getStyleClass().add("h2");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        Label day = new Label(i18n.now(
                "survey.summary.asof", parts.kit().formats().date(now.summary().asOf())));
        day.getStyleClass().add("muted");
        VBox head = new VBox(4, title, day);
        head.getStyleClass().add("summary-head");
        if (now.illustrative()) {
            head.getChildren().add(new Chip(Tone.NEUTRAL, i18n.text("survey.illustrative")));
        }
        page.getChildren().add(head);
        for (SurveySummary.Section section : now.summary().sections()) {
            Label heading = new Label(text.text(section.heading()));
            heading.getStyleClass().addAll("h3", "summary-section");
            heading.setWrapText(true);
            heading.setMinHeight(Region.USE_PREF_SIZE);
            page.getChildren().add(heading);
            section.sentences().forEach(sentence -> page.getChildren().add(line(text, sentence, now, language)));
        }
        told(now);
    }

    private SentenceLine line(
            SummaryText text, SurveySummary.Sentence sentence, SummaryViewModel.Shown now, Language language) {
        SentenceLine line = new SentenceLine(
                text.text(sentence.message()),
                language.rtl(),
                () -> model.open(sentence, language, parts.i18n().now("survey.answer.nonechosen")));
        line.setId("sentence-" + sentence.id());
        String key = sentence.message().key();
        if (key.equals("analysis.quotation") || key.equals("analysis.paraphrase")) {
            line.getStyleClass().add("sentence-quotation");
        }
        if (now.changed().contains(sentence.id())) {
            line.marked(parts.i18n().now("survey.summary.stale"));
        }
        return line;
    }

    private void told(SummaryViewModel.Shown now) {
        changed.getChildren().clear();
        if (!now.changed().isEmpty() || !now.compared()) {
            Button read = new Button();
            read.textProperty().bind(parts.i18n().text("survey.summary.read"));
            read.setGraphic(Icons.of(Material2OutlinedAL.DONE_ALL, 16));
            read.setMinWidth(Region.USE_PREF_SIZE);
            read.setOnAction(e -> model.readThrough());
            read.setDisable(!parts.changes().writable());
            Label words = new Label(
                    now.compared() || !now.changed().isEmpty()
                            ? parts.i18n()
                                    .now("survey.summary.changed", now.changed().size())
                            : parts.i18n().now("survey.summary.unread"));
            words.setGraphic(Icons.of(Material2OutlinedMZ.UPDATE, 18));
            changed.getChildren().setAll(List.of(words, read));
        } else {
            Label hint = new Label();
            hint.textProperty().bind(parts.i18n().text("survey.summary.hint"));
            hint.getStyleClass().addAll("muted", "small");
            changed.getChildren().setAll(hint);
        }
    }
}
