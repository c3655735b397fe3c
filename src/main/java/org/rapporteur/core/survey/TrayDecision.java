package org.rapporteur.core.survey;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.survey.AnswerReading.Reading;
import org.rapporteur.core.survey.Questionnaire.Choice;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.LanguageGuess;

/**
 * What a person decides about a cell in the tray. Words that are placed become an answer with the cell they came from;
 * where the respondent has answered the question already they are added to that answer, so that nothing is lost and no
 * value that was read without a doubt is changed. Words beside a choice stay with that choice: they never become another
 * one, and are never added to the answer of another.
 */
public final class TrayDecision {
    private static final String OPEN = "open";

    private TrayDecision() {}

    /**
     * Places a cell as an answer to a question, or as a remark to the answer that is there.
     *
     * @param item key of the cell in the tray
     * @param question key of the question that it belongs to
     * @return false if the cell is no longer open, or item, reply or question are gone: nothing was done then
     */
    public static boolean place(Transaction tx, UUID item, UUID question) {
        Row cell = tx.find(SurveyKinds.TRAY_ITEM, item).orElse(null);
        if (cell == null || cell.deleted() || !isOpen(cell) || cell.ref("response") == null) {
            return false;
        }
        Row response = tx.find(SurveyKinds.RESPONSE, cell.ref("response")).orElse(null);
        if (response == null || response.deleted() || response.ref("respondent") == null) {
            return false;
        }
        Optional<Question> asked = Optional.ofNullable(response.ref("survey"))
                .flatMap(survey -> Questionnaire.read(tx, survey))
                .flatMap(form -> form.question(question))
                .filter(q -> q.type().answered());
        if (asked.isEmpty()) {
            return false;
        }
        Question target = asked.get();
        if (target.type() == QuestionType.MULTIPLE) {
            multiple(tx, cell, response, target);
        } else {
            answer(tx, cell, response, target);
        }
        tx.set(SurveyKinds.TRAY_ITEM, item, "question", question);
        tx.set(SurveyKinds.TRAY_ITEM, item, "decision", "placed");
        return true;
    }

    /**
     * Does what {@link TrayProposal#of} proposes.
     *
     * @return false if nothing is proposed (any more), or the cell is no longer open: nothing was done then
     */
    public static boolean accept(Transaction tx, UUID item) {
        Optional<Row> cell = tx.find(SurveyKinds.TRAY_ITEM, item).filter(row -> !row.deleted() && isOpen(row));
        if (cell.isEmpty()) {
            return false;
        }
        TrayProposal proposal = TrayProposal.of(tx, cell.get());
        return switch (proposal.step()) {
            case NONE -> false;
            case CHOOSE -> choose(tx, item, proposal.choice().id());
            case ANSWER, ADD -> place(tx, item, proposal.question().id());
        };
    }

    /**
     * Counts a choice of a multiple choice as made, because a person says that the cell means it; words that are more
     * than a tick stay with it.
     *
     * @param choice key of the choice, which need not be the one the cell stands beside
     * @return false if the cell is no longer open, or item, reply or choice are gone: nothing was done then
     */
    public static boolean choose(Transaction tx, UUID item, UUID choice) {
        Row cell = tx.find(SurveyKinds.TRAY_ITEM, item).orElse(null);
        if (cell == null || cell.deleted() || !isOpen(cell) || cell.ref("response") == null) {
            return false;
        }
        Row response = tx.find(SurveyKinds.RESPONSE, cell.ref("response")).orElse(null);
        if (response == null || response.deleted() || response.ref("respondent") == null) {
            return false;
        }
        Optional<Questionnaire> form =
                Optional.ofNullable(response.ref("survey")).flatMap(survey -> Questionnaire.read(tx, survey));
        for (Question question : form.map(Questionnaire::questions).orElse(List.of())) {
            for (Choice candidate : question.choices()) {
                if (candidate.id().equals(choice) && question.type() == QuestionType.MULTIPLE) {
                    Written words = Written.text(cell.text("body"));
                    chosen(tx, cell, response, question, candidate, ticks(candidate, words) ? "" : words.text());
                    tx.set(SurveyKinds.TRAY_ITEM, item, "question", question.id());
                    tx.set(SurveyKinds.TRAY_ITEM, item, "decision", "placed");
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether words beside a choice are nothing but a tick; a figure may be a rank and is none. */
    static boolean ticks(Choice choice, Written words) {
        return ChoiceReading.tick(choice, words) == ChoiceReading.Tick.YES
                && !words.text().codePoints().allMatch(Character::isDigit);
    }

    private static void multiple(Transaction tx, Row cell, Row response, Question question) {
        Written words = Written.text(cell.text("body"));
        Optional<Choice> beside = question.choices().stream()
                .filter(choice -> choice.id().equals(cell.ref("choice")))
                .findFirst();
        if (beside.isPresent()) {
            boolean made = there(tx, response, question.id()).stream()
                    .anyMatch(row -> row.text("value").equals(beside.get().code()));
            if (ticks(beside.get(), words)) {
                chosen(tx, cell, response, question, beside.get(), "");
            } else if (made) {
                chosen(tx, cell, response, question, beside.get(), words.text());
            } else {
                Language language = Language.of(response.text("language")).orElse(Language.EN);
                apart(tx, cell, response, question, label(beside.get(), language) + ": " + words.text());
            }
            return;
        }
        List<Choice> named = ChoiceReading.listInForm(question, words);
        if (named.isEmpty()) {
            apart(tx, cell, response, question, words.text());
        } else {
            named.forEach(choice -> chosen(tx, cell, response, question, choice, ""));
        }
    }

    /** Makes the choice if it is not made yet, and adds words to it. */
    private static void chosen(Transaction tx, Row cell, Row response, Question question, Choice choice, String words) {
        Optional<Row> made = there(tx, response, question.id()).stream()
                .filter(row -> row.text("value").equals(choice.code()))
                .findFirst();
        if (made.isEmpty()) {
            Language language = Language.of(response.text("language")).orElse(Language.EN);
            String label = label(choice, language);
            String body = words.isEmpty() ? label : label + "\n" + words;
            insert(tx, cell, response, question, new Reading(choice.code(), body, null));
        } else if (!words.isEmpty() && !made.get().text("body").contains(words)) {
            String before = made.get().text("body");
            String body = before.isBlank() ? words : before + "\n" + words;
            tx.set(SurveyKinds.ANSWER, made.get().id(), "body", body);
        }
    }

    private static String label(Choice choice, Language language) {
        String label = choice.label().text(language);
        return label.isBlank() ? choice.code() : label;
    }

    /** Words to a multiple choice that are none of its choices: an answer of their own, in doubt, beside the others. */
    private static void apart(Transaction tx, Row cell, Row response, Question question, String words) {
        insert(tx, cell, response, question, new Reading("", words, Doubt.UNKNOWN_CHOICE));
    }

    /** Sets a cell aside: it was seen and is no answer. False if it is no longer open. */
    public static boolean setAside(Transaction tx, UUID item) {
        Optional<Row> cell = tx.find(SurveyKinds.TRAY_ITEM, item).filter(row -> !row.deleted() && isOpen(row));
        cell.ifPresent(row -> tx.set(SurveyKinds.TRAY_ITEM, item, "decision", "set_aside"));
        return cell.isPresent();
    }

    /** Whether an item still waits for a decision. */
    public static boolean isOpen(Row cell) {
        String decision = cell.text("decision");
        return decision.isEmpty() || decision.equals(OPEN);
    }

    private static void answer(Transaction tx, Row cell, Row response, Question question) {
        String words = cell.text("body");
        Language language = Language.of(response.text("language")).orElse(Language.EN);
        List<Reading> readings = AnswerReading.readForm(question, Written.text(words), language);
        List<Row> there = there(tx, response, question.id());
        if (there.isEmpty()) {
            readings.forEach(reading -> insert(tx, cell, response, question, reading));
            return;
        }
        Row first = there.getFirst();
        boolean unread = !question.type().open() && first.text("value").isEmpty();
        if (unread && readings.size() == 1 && readings.getFirst().clear()) {
            tx.set(SurveyKinds.ANSWER, first.id(), "value", readings.getFirst().value());
            tx.set(SurveyKinds.ANSWER, first.id(), "doubt", null);
            tx.set(SurveyKinds.ANSWER, first.id(), "offered", null);
        }
        if (!first.text("body").contains(words)) {
            String before = first.text("body");
            tx.set(SurveyKinds.ANSWER, first.id(), "body", before.isBlank() ? words : before + "\n" + words);
        }
    }

    /** What counts of the respondent's answers to the question; rows of tables are replies of their own. */
    static List<Row> there(Records records, Row response, UUID question) {
        return Replies.answers(records, response, question).stream()
                .filter(row -> !row.flag("not_usable"))
                .toList();
    }

    private static void insert(Transaction tx, Row cell, Row response, Question question, Reading reading) {
        CurrentReply current = CurrentReply.of(tx, response.ref("respondent"));
        Replies.add(
                tx,
                response,
                current,
                Values.of("response", response.id())
                        .with("survey", response.ref("survey"))
                        .with("question", question.id())
                        .with("respondent", response.ref("respondent"))
                        .with("value", reading.value())
                        .with("body", reading.body())
                        .with(
                                "language",
                                LanguageGuess.within(response.text("language"), reading.body())
                                        .map(Language::code)
                                        .orElse(""))
                        .with(
                                "doubt",
                                reading.doubt() == null ? null : reading.doubt().code())
                        .with("offered", reading.offered())
                        .with("source_sheet", cell.text("source_sheet"))
                        .with("source_cell", cell.text("source_cell")));
    }

    /**
     * Decides that an answer which a newer file changed or left out goes on counting. What the newer file says instead is
     * put away.
     *
     * @return false if the item is no longer open, or no such item
     */
    public static boolean keepEarlier(Transaction tx, UUID item) {
        Row cell = tx.find(SurveyKinds.TRAY_ITEM, item).orElse(null);
        if (cell == null || cell.deleted() || !isOpen(cell) || cell.ref("answer") == null) {
            return false;
        }
        Row response = tx.find(SurveyKinds.RESPONSE, cell.ref("response")).orElse(null);
        Row earlier = tx.find(SurveyKinds.ANSWER, cell.ref("answer")).orElse(null);
        if (response == null || response.deleted() || earlier == null || earlier.ref("question") == null) {
            return false;
        }
        UUID scope = tx.scopeOf(SurveyKinds.RESPONSE, response.id());
        boolean several = Optional.ofNullable(response.ref("survey"))
                .flatMap(survey -> Questionnaire.read(tx, survey))
                .flatMap(form -> form.question(earlier.ref("question")))
                .filter(q -> q.type() == QuestionType.MULTIPLE)
                .isPresent();
        for (Row now : CurrentReply.of(tx, response.ref("respondent")).answers(earlier.ref("question"))) {
            // Choices stand beside each other; of anything else there is one answer.
            if (several) {
                Replies.takesOver(tx, response.id(), now.id(), scope);
            }
        }
        if (earlier.deleted()) {
            tx.restore(SurveyKinds.ANSWER, earlier.id());
        }
        Replies.takesOver(tx, response.id(), earlier.id(), scope);
        if (!several) {
            prefer(tx, response.ref("respondent"), earlier);
        }
        tx.set(SurveyKinds.TRAY_ITEM, item, "decision", "placed");
        return true;
    }

    /**
     * Of answers that two machines took over in place of each other, one counts from now on.
     *
     * @param answer key of the answer that counts
     * @return false if it is gone, or no other stands beside it
     */
    public static boolean prefer(Transaction tx, UUID answer) {
        return tx.find(SurveyKinds.ANSWER, answer)
                .filter(row -> !row.deleted() && row.ref("respondent") != null)
                .filter(row -> prefer(tx, row.ref("respondent"), row))
                .isPresent();
    }

    private static boolean prefer(Transaction tx, UUID respondent, Row answer) {
        CurrentReply current = CurrentReply.of(tx, respondent);
        List<Row> others = java.util.stream.Stream.concat(
                        current.answers(answer.ref("question")).stream(), current.rivals().stream())
                .filter(row -> answer.ref("question").equals(row.ref("question"))
                        && !row.id().equals(answer.id())
                        && !row.flag("checked"))
                .toList();
        others.forEach(row -> tx.set(SurveyKinds.ANSWER, row.id(), "checked", true));
        if (answer.flag("checked")) {
            tx.set(SurveyKinds.ANSWER, answer.id(), "checked", null);
        }
        return !others.isEmpty();
    }

    /**
     * Decides at once about all that a newer file of a respondent changed or left out.
     *
     * @param response key of the newer reply
     * @param earlier whether what the earlier files said goes on counting; false for what the newer file says
     * @return how many answers that was about
     */
    public static int wholeFile(Transaction tx, UUID response, boolean earlier) {
        int decided = 0;
        for (UUID item : ofWholeFile(tx, response)) {
            decided += (earlier ? keepEarlier(tx, item) : setAside(tx, item)) ? 1 : 0;
        }
        return decided;
    }

    /** What of the changes that a newer reply brought still waits. */
    public static List<UUID> ofWholeFile(Records records, UUID response) {
        return records.list(Query.of(SurveyKinds.TRAY_ITEM).where("response", response)).stream()
                .filter(TrayDecision::isOpen)
                .filter(row -> row.text("reason").equals(TrayReason.CHANGED.code())
                        || row.text("reason").equals(TrayReason.WITHDRAWN.code()))
                .map(Row::id)
                .toList();
    }

    /**
     * Says which survey a file is for that did not tell; it waits there for its respondent, or with its reason if it could
     * not be read.
     *
     * @return false if it waits no more
     */
    public static boolean ofSurvey(Transaction tx, UUID item, UUID survey) {
        Optional<Row> row = tx.find(SurveyKinds.TRAY_ITEM, item)
                .filter(r -> !r.deleted() && isOpen(r) && r.ref("survey") == null && r.ref("response") == null);
        row.ifPresent(r -> {
            tx.set(SurveyKinds.TRAY_ITEM, item, "survey", survey);
            if (RefusedFiles.reason(r).key().equals("forms.refused.unknownSurvey")) {
                tx.set(SurveyKinds.TRAY_ITEM, item, "reason", TrayReason.WHO.code());
            }
        });
        return row.isPresent();
    }
}
