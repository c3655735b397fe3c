package org.rapporteur.forms.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rapporteur.core.survey.Questionnaire;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.MatchKey;
import org.rapporteur.forms.FormWords;

/** The words that the form itself brings along, in all languages, so that they are not taken for the respondent's. */
final class Furniture {
    private static final List<String> WORDS = List.of(
            "forms.out.how",
            "forms.out.how.cells",
            "forms.out.how.lists",
            "forms.out.how.comment",
            "forms.out.how.return",
            "forms.out.illustrative",
            "forms.out.closing");
    private static final List<String> HEADS =
            List.of("forms.out.number", "forms.out.question", "forms.out.answer", "forms.out.comment");
    private static final List<String> HINTS = List.of(
            "forms.out.required",
            "forms.out.fallback",
            "forms.out.hint.single",
            "forms.out.hint.yes_no",
            "forms.out.hint.scale",
            "forms.out.hint.integer",
            "forms.out.hint.decimal");

    private final Set<String> keys = new HashSet<>();
    private final Set<String> heads = new HashSet<>();
    private final Set<String> tickHints = new HashSet<>();
    private final Set<String> answerHeads = new HashSet<>();
    private final Set<String> commentHeads = new HashSet<>();
    private final Set<String> respondentLabels = new HashSet<>();
    private final Set<String> dueLabels = new HashSet<>();
    private final List<String> hints;
    private final List<String> dateHints;

    Furniture(Questionnaire questionnaire, FormWords words) {
        for (Language language : Language.all()) {
            WORDS.forEach(key -> keys.add(MatchKey.of(words.text(language, key))));
            HEADS.forEach(key -> heads.add(MatchKey.of(words.text(language, key))));
            tickHints.add(MatchKey.of(words.text(language, "forms.out.hint.multiple")));
            answerHeads.add(MatchKey.of(words.text(language, "forms.out.answer")));
            commentHeads.add(MatchKey.of(words.text(language, "forms.out.comment")));
            respondentLabels.add(MatchKey.of(words.text(language, "forms.out.respondent")));
            dueLabels.add(MatchKey.of(words.text(language, "forms.out.due")));
        }
        questionnaire.title().asMap().values().forEach(t -> keys.add(MatchKey.of(t)));
        questionnaire.introduction().asMap().values().forEach(t -> keys.add(MatchKey.of(t)));
        questionnaire.questions().stream().filter(q -> !q.type().answered()).forEach(q -> {
            keys.add(MatchKey.of(q.code()));
            q.label().asMap().values().forEach(t -> keys.add(MatchKey.of(t)));
        });
        hints = HINTS.stream()
                .flatMap(key -> Language.all().stream().map(language -> MatchKey.of(words.text(language, key))))
                .toList();
        dateHints = Language.all().stream()
                .map(language -> MatchKey.of(words.text(language, "forms.out.hint.date", "2017-10-10")))
                .toList();
        keys.remove("");
    }

    /** Whether a text is the form's own. */
    boolean is(String text) {
        String key = MatchKey.of(text);
        if (keys.contains(key) || respondentLabels.contains(key) || dueLabels.contains(key)) {
            return true;
        }
        // A note and its help stand in one cell.
        int line = text.indexOf('\n');
        return line > 0 && keys.contains(MatchKey.of(text.substring(0, line)));
    }

    /**
     * Whether the cell is one of the heads of the table. Only in a row of heads: "No" is an answer anywhere else.
     */
    boolean isHead(Grid grid, Grid.Cell cell) {
        return heads.contains(MatchKey.of(cell.text()))
                && grid.row(cell.row()).stream().anyMatch(c -> isAnswerHead(c.text()) || isCommentHead(c.text()));
    }

    /** Whether a text is what the form says beside a question that has ticks. */
    boolean isTickHint(String text) {
        return tickHints.contains(MatchKey.of(text));
    }

    boolean isAnswerHead(String text) {
        return answerHeads.contains(MatchKey.of(text));
    }

    boolean isCommentHead(String text) {
        return commentHeads.contains(MatchKey.of(text));
    }

    boolean isRespondentLabel(String text) {
        return respondentLabels.contains(MatchKey.of(text));
    }

    boolean isDueLabel(String text) {
        return dueLabels.contains(MatchKey.of(text));
    }

    /** Whether the small print below a question is the form's own: its help and hints and nothing else. */
    boolean isHint(Question question, String text) {
        String rest = MatchKey.of(text);
        for (String help : question.help().asMap().values()) {
            String key = MatchKey.of(help);
            if (!key.isEmpty() && rest.startsWith(key)) {
                rest = rest.substring(key.length()).strip();
                break;
            }
        }
        for (int round = 0; round < 3; round++) {
            for (List<String> some : List.of(hints, dateHints)) {
                for (String hint : some) {
                    if (!hint.isEmpty() && rest.startsWith(hint)) {
                        rest = rest.substring(hint.length()).strip();
                    }
                }
            }
        }
        return rest.isEmpty();
    }
}
