package org.rapporteur.ui.survey;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.rapporteur.core.survey.Permission;
import org.rapporteur.core.survey.SurveyStore.RespondentFacts;
import org.rapporteur.core.survey.analysis.Convergence;
import org.rapporteur.core.survey.analysis.Quotations;
import org.rapporteur.core.survey.analysis.SummaryText;
import org.rapporteur.core.text.Language;
import org.rapporteur.ui.kit.Chip;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Tone;
import org.rapporteur.ui.shell.Place;

/** What stands behind a theme or one of its cells: the statement, the quotations, who said it and who did not. */
final class EvidencePane extends VBox {
    private static final int MOST = 200;

    private final SurveyParts parts;
    private final UUID survey;

    EvidencePane(SurveyParts parts, Convergence convergence, ConvergenceViewModel.Evidence evidence, SummaryText text) {
        super(16);
        this.parts = parts;
        this.survey = convergence.survey();
        getStyleClass().add("evidence");
        I18n i18n = parts.i18n();
        Convergence.Theme theme = evidence.theme();
        Convergence.Cell cell = evidence.cell();
        Label statement = new Label(
                cell == null
                        ? text.text(convergence.statement(theme))
                        : i18n.now(
                                "survey.evidence.cell",
                                text.group(convergence.by(), cell.group()),
                                cell.raisedBy(),
                                cell.respondents()));
        statement.setWrapText(true);
        getChildren().add(statement);
        getChildren().add(parts.chain().uses(theme.code().id()));

        List<Convergence.Raised> raised = cell == null ? theme.raised() : cell.saidBy();
        getChildren().add(heading("survey.evidence.quotations"));
        quotations(evidence.quotations());
        getChildren().add(heading("survey.evidence.said"));
        getChildren().add(chips(names(raised, true), Tone.SUCCESS));
        List<String> unnamed = names(raised, false);
        if (!unnamed.isEmpty()) {
            getChildren().add(heading("survey.evidence.said.unnamed"));
            getChildren().add(chips(unnamed, Tone.WARNING));
        }
        List<RespondentFacts> silent = cell != null
                ? cell.notSaidBy()
                : theme.cells().stream().flatMap(c -> c.notSaidBy().stream()).toList();
        getChildren().add(heading("survey.evidence.notsaid"));
        getChildren()
                .add(chips(
                        silent.stream()
                                .map(RespondentFacts::name)
                                .sorted(Comparator.naturalOrder())
                                .toList(),
                        Tone.NEUTRAL));
    }

    private static List<String> names(List<Convergence.Raised> raised, boolean quotable) {
        return raised.stream()
                .filter(r -> (r.permission() == Permission.QUOTE) == quotable)
                .map(r -> r.respondent().name())
                .toList();
    }

    private Label heading(String key) {
        Label label = new Label();
        label.textProperty().bind(parts.i18n().text(key));
        label.getStyleClass().add("h3");
        return label;
    }

    private Node chips(List<String> names, Tone tone) {
        if (names.isEmpty()) {
            Label none = new Label();
            none.textProperty().bind(parts.i18n().text("kit.none"));
            none.getStyleClass().add("muted");
            return none;
        }
        FlowPane flow = new FlowPane(8, 8);
        for (String name : names) {
            flow.getChildren().add(new Chip(tone, new javafx.beans.property.SimpleStringProperty(name)));
        }
        return flow;
    }

    private void quotations(Quotations quotations) {
        for (Quotations.Excerpt excerpt : quotations.spread(MOST)) {
            getChildren().add(quotation(excerpt));
        }
        I18n i18n = parts.i18n();
        note(quotations.countOnly(), i18n, "survey.evidence.countonly");
        note(quotations.notParaphrased(), i18n, "survey.evidence.notparaphrased");
        if (quotations.excerpts().isEmpty() && quotations.countOnly() == 0 && quotations.notParaphrased() == 0) {
            note(1, i18n, "kit.none");
        }
    }

    private void note(int count, I18n i18n, String key) {
        if (count > 0) {
            Label label = new Label(i18n.now(key, count));
            label.getStyleClass().add("muted");
            label.setWrapText(true);
            getChildren().add(label);
        }
    }

    private Node quotation(Quotations.Excerpt excerpt) {
        I18n i18n = parts.i18n();
        Label words = new Label(excerpt.text());
        words.setWrapText(true);
        words.getStyleClass().add("quotation-text");
        Language language = Language.of(excerpt.language()).orElse(null);
        if (language != null) {
            words.setNodeOrientation(language.rtl() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        }
        Label who = new Label(
                excerpt.permission() == Permission.QUOTE
                        ? excerpt.respondent().name()
                        : i18n.now("survey.evidence.paraphrased"));
        who.getStyleClass().addAll("muted", "small");
        Button open = new Button();
        open.textProperty().bind(i18n.text("survey.evidence.open"));
        open.getStyleClass().addAll("flat", "small");
        open.setOnAction(e -> parts.navigator()
                .open(Place.of("surveys")
                        .then(survey.toString(), "")
                        .thenKey("reading", "survey.tab.reading")
                        .then(excerpt.answer().toString(), "")));
        Button correct = new Button();
        correct.textProperty().bind(i18n.text("survey.answer.correct"));
        correct.getStyleClass().addAll("flat", "small");
        correct.setDisable(!parts.changes().writable());
        correct.setOnAction(e -> AnswerEditor.edit(parts, survey, excerpt.answer()));
        VBox box = new VBox(4, words, who, new FlowPane(4, 4, open, correct));
        box.getStyleClass().add("quotation");
        return box;
    }
}
