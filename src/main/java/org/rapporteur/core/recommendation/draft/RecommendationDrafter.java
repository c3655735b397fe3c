package org.rapporteur.core.recommendation.draft;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rapporteur.core.change.Changes;
import org.rapporteur.core.change.History;
import org.rapporteur.core.change.Ids;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.problem.Message;
import org.rapporteur.core.survey.analysis.Convergence;
import org.rapporteur.core.survey.analysis.Convergence.Theme;
import org.rapporteur.core.survey.analysis.GroupNames;
import org.rapporteur.core.survey.analysis.Quotations;
import org.rapporteur.core.survey.analysis.SummaryText;
import org.rapporteur.core.survey.analysis.SurveyAnalysis;
import org.rapporteur.core.survey.analysis.SurveyAnalysis.Findings;
import org.rapporteur.core.survey.analysis.Words;
import org.rapporteur.core.text.Language;

/**
 * Makes drafts of recommendations from the themes that meet across groups. A draft's heading is the name of the theme;
 * its zero draft states in figures how far the theme reaches and quotes what may be quoted. What to recommend is left to
 * people: the program adds no content of its own. Theme and answers are linked as evidence.
 *
 * <p>The key of a draft comes from survey and theme, so a second run, also on another officer's machine, finds the same
 * draft. It is brought up to date only if nobody has worked on it. One run is one step for undo.
 */
public final class RecommendationDrafter {
    /** Key of the label of a run, in the bundle {@code analysis}. */
    public static final String STEP = "analysis.step.draft";

    private final SurveyAnalysis analysis;
    private final Changes changes;
    private final History history;
    private final Words words;
    private final GroupNames groups;

    public RecommendationDrafter(
            SurveyAnalysis analysis, Changes changes, History history, Words words, GroupNames groups) {
        this.analysis = analysis;
        this.changes = changes;
        this.history = history;
        this.words = words;
        this.groups = groups;
    }

    /** Key of the draft from a theme of a survey, whether it exists or not. */
    public static UUID keyOf(UUID survey, UUID theme) {
        return Ids.derived("draft recommendation", survey + " " + theme);
    }

    /**
     * Makes the drafts, or brings them up to date.
     *
     * @throws org.rapporteur.core.problem.Problem if there is no such survey or the workspace cannot be written
     */
    public DraftOutcome draft(DraftRequest request) {
        Findings findings = analysis.findings(request.survey(), request.by(), request.rule());
        List<Draft> drafts = new ArrayList<>();
        List<UUID> others = new ArrayList<>();
        for (Theme theme : findings.convergence().themes()) {
            UUID code = theme.code().id();
            if (!request.themes().isEmpty() && !request.themes().contains(code)) {
                continue;
            }
            boolean wanted = request.fewestGroups() == 0
                    ? findings.convergence().converges(theme)
                    : theme.raisedBy() > 0 && theme.reach() >= request.fewestGroups();
            if (wanted) {
                drafts.add(draft(request, findings, theme));
            } else {
                others.add(keyOf(request.survey(), code));
            }
        }
        return changes.write(Label.of(STEP), tx -> {
            DraftWriter writer = new DraftWriter(tx, history, findings.survey().meeting());
            drafts.forEach(writer::write);
            return writer.outcome(others);
        });
    }

    private Draft draft(DraftRequest request, Findings findings, Theme theme) {
        UUID code = theme.code().id();
        Convergence convergence = findings.convergence();
        List<Quotations.Excerpt> excerpts = findings.quotations().get(code).spread(request.mostQuotations());
        Map<Language, String> bodies = new EnumMap<>(Language.class);
        Map<Language, String> groupings = new EnumMap<>(Language.class);
        for (Language language : Language.all()) {
            SummaryText text = new SummaryText(words, groups, language);
            bodies.put(language, body(text, convergence.statement(theme), excerpts));
            groupings.put(language, text.text(Message.of("analysis.draft.grouping")));
        }
        SummaryText own = new SummaryText(words, groups, request.language());
        return new Draft(
                keyOf(request.survey(), code),
                code,
                theme.code().title(),
                groupings,
                bodies,
                own.text(Message.of("analysis.draft.version")),
                own.text(convergence.statement(theme)),
                findings.survey().title().text(request.language()),
                findings.survey().illustrative(),
                request.madeOn(),
                findings.answers().get(code));
    }

    private static String body(SummaryText text, Message statement, List<Quotations.Excerpt> excerpts) {
        StringBuilder body = new StringBuilder(text.text(Message.of("analysis.draft.body", statement)));
        boolean quoted = false;
        for (Quotations.Excerpt excerpt : excerpts) {
            // A paraphrase is no one's words, and without words and name it adds nothing to the figures.
            if (excerpt.respondent() != null) {
                if (!quoted) {
                    body.append("\n\n").append(text.text(Message.of("analysis.draft.words")));
                    quoted = true;
                }
                body.append('\n')
                        .append(text.text(Message.of(
                                "analysis.quotation",
                                excerpt.text(),
                                excerpt.respondent().name())));
            }
        }
        return body.toString();
    }
}
