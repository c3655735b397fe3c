package org.rapporteur.core.survey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.survey.AnswerReading.Reading;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.LanguageGuess;

/**
 * What a person makes of an answer: corrects it, types one in that came by telephone or on paper, takes it out of all
 * figures. What was read is kept beside what was made of it, with the reason; who and when stands in the history.
 */
public final class Answers {
    private static final String TABLE = "table";

    private Answers() {}

    /** What became of a correction. */
    public enum Outcome {
        DONE,
        /** The answer says this already. */
        SAME,
        /** The words are no answer to such a question (not a number, none of the choices, ...); nothing was changed. */
        NOT_UNDERSTOOD,
        /** A correction needs a reason; nothing was changed. */
        NO_REASON,
        /** Answer, respondent or question are gone; nothing was changed. */
        GONE
    }

    /**
     * What a person typed.
     *
     * @param text the words, number or day; of a choice its words or code; for several choices one a line. Blank says
     *     that the question is not answered
     * @param reason why; may be blank only if there was no answer
     * @param cameBy how it came, as in {@code answer.came_by}; "" for a correction of what was read
     */
    public record Entry(String text, String reason, String cameBy) {}

    /** The step of a correction, as history names it. */
    public static Label correcting(String question, String respondent) {
        return Label.of("forms.step.correct", question, respondent);
    }

    /** Corrects one answer; of a question with several choices what that reply says to all of them. */
    public static Outcome correct(Transaction tx, UUID answer, Entry entry) {
        Optional<Row> row = tx.find(SurveyKinds.ANSWER, answer).filter(a -> !a.deleted());
        Optional<Row> reply = row.map(a -> a.ref("response")).flatMap(id -> tx.find(SurveyKinds.RESPONSE, id));
        if (row.isEmpty() || reply.isEmpty() || row.get().ref("question") == null) {
            return Outcome.GONE;
        }
        if (reply.get().text("channel").equals(TABLE)) {
            return question(tx, row.get().ref("survey"), row.get().ref("question"))
                    .map(question -> write(
                            tx,
                            question,
                            reply.get(),
                            question.type() == QuestionType.MULTIPLE
                                    ? Replies.answers(tx, reply.get(), question.id())
                                    : List.of(row.get()),
                            entry))
                    .orElse(Outcome.GONE);
        }
        return set(tx, row.get().ref("respondent"), row.get().ref("question"), entry, null);
    }

    /**
     * Says what a respondent answered to a question. Without any reply of the respondent this makes one, entered by hand.
     *
     * @param today the day on which it came; only needed for a first reply
     */
    public static Outcome set(Transaction tx, UUID respondent, UUID question, Entry entry, LocalDate today) {
        Optional<Row> who = tx.find(SurveyKinds.RESPONDENT, respondent).filter(row -> !row.deleted());
        UUID survey = who.map(row -> row.ref("survey")).orElse(null);
        Optional<Question> asked = survey == null ? Optional.empty() : question(tx, survey, question);
        if (asked.isEmpty()) {
            return Outcome.GONE;
        }
        CurrentReply current = CurrentReply.of(tx, respondent);
        List<Row> there = current.answers(question);
        if (current.reply() != null) {
            return write(tx, asked.get(), current.reply(), there, entry);
        }
        if (entry.text().isBlank()) {
            return Outcome.SAME;
        }
        Language language = Language.of(who.get().text("language")).orElse(Language.EN);
        if (!understood(asked.get(), read(asked.get(), entry.text(), language))) {
            return Outcome.NOT_UNDERSTOOD;
        }
        UUID reply = tx.insert(
                SurveyKinds.RESPONSE,
                Values.of("respondent", respondent)
                        .with("survey", survey)
                        .with("received_on", today)
                        .with("channel", "by_hand")
                        .with("came_by", entry.cameBy())
                        .with("language", language.code())
                        .with("whole", true));
        tx.set(SurveyKinds.RESPONDENT, respondent, "status", "received");
        if (who.get().text("received_on").isEmpty() && today != null) {
            tx.set(SurveyKinds.RESPONDENT, respondent, "received_on", today.toString());
        }
        return write(tx, asked.get(), tx.find(SurveyKinds.RESPONSE, reply).orElseThrow(), List.of(), entry);
    }

    private static Optional<Question> question(Transaction tx, UUID survey, UUID question) {
        return Questionnaire.read(tx, survey)
                .flatMap(form -> form.question(question))
                .filter(q -> q.type().answered());
    }

    /** Reads what a person typed; the choices of a question with several may stand one a line, in any wording. */
    public static List<Reading> read(Question question, String text, Language language) {
        if (question.type() != QuestionType.MULTIPLE) {
            return AnswerReading.read(question, Written.text(exact(question, text)), language).stream()
                    .map(reading -> confirmed(reading, text))
                    .toList();
        }
        List<Reading> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String line : text.split("\n")) {
            for (Reading one : AnswerReading.read(question, Written.text(exact(question, line)), language)) {
                if (seen.add(one.value())) {
                    all.add(one);
                }
            }
        }
        return all;
    }

    /** What is offered because it is unlikely, such as a day far away, is meant if a person says it again. */
    private static Reading confirmed(Reading reading, String text) {
        return !reading.clear()
                        && !reading.offered().isEmpty()
                        && reading.offered().equals(text.strip())
                ? new Reading(reading.offered(), reading.body(), null)
                : reading;
    }

    /** A code that a person types here is meant as one, unlike in a form that shows none. */
    private static String exact(Question question, String text) {
        return question.choice(text.strip())
                .map(choice -> choice.label().isEmpty()
                        ? choice.code()
                        : choice.label().text(Language.EN))
                .filter(words -> !words.isBlank())
                .orElse(text);
    }

    private static boolean understood(Question question, List<Reading> readings) {
        return question.type().open()
                || readings.stream()
                        .allMatch(reading -> reading.clear() && !reading.value().isEmpty());
    }

    private static Outcome write(Transaction tx, Question question, Row reply, List<Row> all, Entry entry) {
        Language language = Language.of(reply.text("language")).orElse(Language.EN);
        List<Reading> readings = entry.text().isBlank() ? List.of() : read(question, entry.text(), language);
        if (!understood(question, readings)) {
            return Outcome.NOT_UNDERSTOOD;
        }
        List<Row> usable = all.stream().filter(row -> !row.flag("not_usable")).toList();
        if (!usable.isEmpty() && entry.reason().isBlank()) {
            return Outcome.NO_REASON;
        }
        boolean changed = false;
        Set<UUID> used = new HashSet<>();
        for (Reading reading : readings) {
            Row row = match(question, all, reading, used);
            if (row == null) {
                insert(tx, question, reply, reading, entry);
                changed = true;
            } else {
                used.add(row.id());
                changed |= rewrite(tx, row, reading, entry);
            }
        }
        for (Row row : usable) {
            if (!used.contains(row.id())) {
                changed |= notUsable(tx, row.id(), entry.reason());
            }
        }
        return changed ? Outcome.DONE : Outcome.SAME;
    }

    private static Row match(Question question, List<Row> all, Reading reading, Set<UUID> used) {
        return all.stream()
                .filter(row -> !used.contains(row.id()))
                .filter(row -> question.type() != QuestionType.MULTIPLE
                        || row.text("value").equals(reading.value()))
                .min(java.util.Comparator.comparing((Row row) -> row.flag("not_usable")))
                .orElse(null);
    }

    private static boolean rewrite(Transaction tx, Row row, Reading reading, Entry entry) {
        boolean same = row.text("value").equals(reading.value())
                && (row.text("body").equals(reading.body()) || !reading.value().isEmpty())
                && row.text("doubt").isEmpty()
                && !row.flag("not_usable");
        if (same) {
            return false;
        }
        keepOriginal(tx, row);
        UUID id = row.id();
        tx.set(SurveyKinds.ANSWER, id, "value", stored(reading.value()));
        tx.set(SurveyKinds.ANSWER, id, "body", stored(reading.body()));
        LanguageGuess.within(row.text("language"), reading.body())
                .ifPresent(language -> tx.set(SurveyKinds.ANSWER, id, "language", language.code()));
        tx.set(SurveyKinds.ANSWER, id, "doubt", null);
        tx.set(SurveyKinds.ANSWER, id, "not_usable", null);
        tx.set(SurveyKinds.ANSWER, id, "reason", stored(entry.reason().strip()));
        if (!entry.cameBy().isEmpty()) {
            tx.set(SurveyKinds.ANSWER, id, "came_by", entry.cameBy());
        }
        return true;
    }

    /** What was read is kept the first time that a person changes it. */
    private static void keepOriginal(Transaction tx, Row row) {
        boolean kept = !row.text("original_value").isEmpty()
                || !row.text("original_body").isEmpty();
        if (!kept) {
            tx.set(SurveyKinds.ANSWER, row.id(), "original_value", stored(row.text("value")));
            tx.set(SurveyKinds.ANSWER, row.id(), "original_body", stored(row.text("body")));
        }
    }

    private static String stored(String text) {
        return text.isEmpty() ? null : text;
    }

    private static void insert(Transaction tx, Question question, Row reply, Reading reading, Entry entry) {
        UUID respondent = reply.ref("respondent");
        CurrentReply current = CurrentReply.of(tx, respondent);
        Replies.add(
                tx,
                reply,
                current,
                Values.of("response", reply.id())
                        .with("survey", reply.ref("survey"))
                        .with("question", question.id())
                        .with("respondent", respondent)
                        .with("value", reading.value())
                        .with("body", reading.body())
                        .with(
                                "language",
                                LanguageGuess.within(reply.text("language"), reading.body())
                                        .map(Language::code)
                                        .orElse(""))
                        .with("reason", entry.reason().strip())
                        .with("came_by", entry.cameBy()));
    }

    /** Takes an answer out of all figures and quotations; it stays where it is. False if it was out or is gone. */
    public static boolean notUsable(Transaction tx, UUID answer, String reason) {
        Optional<Row> row = tx.find(SurveyKinds.ANSWER, answer).filter(a -> !a.deleted() && !a.flag("not_usable"));
        row.ifPresent(a -> {
            tx.set(SurveyKinds.ANSWER, answer, "not_usable", true);
            tx.set(SurveyKinds.ANSWER, answer, "reason", stored(reason.strip()));
        });
        return row.isPresent();
    }

    /** Lets an answer count again. */
    public static boolean usable(Transaction tx, UUID answer) {
        Optional<Row> row = tx.find(SurveyKinds.ANSWER, answer).filter(a -> !a.deleted() && a.flag("not_usable"));
        row.ifPresent(a -> {
            tx.set(SurveyKinds.ANSWER, answer, "not_usable", null);
            tx.set(SurveyKinds.ANSWER, answer, "reason", null);
        });
        return row.isPresent();
    }

    /** A person looked at an answer that was not understood and leaves it so: it is shown in words and not counted. */
    public static boolean leave(Transaction tx, UUID answer) {
        Optional<Row> row = tx.find(SurveyKinds.ANSWER, answer).filter(a -> !a.deleted() && !a.flag("checked"));
        row.ifPresent(a -> tx.set(SurveyKinds.ANSWER, answer, "checked", true));
        return row.isPresent();
    }

    /** Puts back what was read. False if nothing was corrected. */
    public static boolean asRead(Transaction tx, UUID answer) {
        Optional<Row> row = tx.find(SurveyKinds.ANSWER, answer).filter(a -> !a.deleted() && corrected(a));
        row.ifPresent(a -> {
            tx.set(SurveyKinds.ANSWER, answer, "value", stored(a.text("original_value")));
            tx.set(SurveyKinds.ANSWER, answer, "body", stored(a.text("original_body")));
            tx.set(SurveyKinds.ANSWER, answer, "original_value", null);
            tx.set(SurveyKinds.ANSWER, answer, "original_body", null);
            tx.set(SurveyKinds.ANSWER, answer, "reason", null);
        });
        return row.isPresent();
    }

    /** Whether a person changed what was read. */
    public static boolean corrected(Row answer) {
        return !answer.text("original_value").isEmpty()
                || !answer.text("original_body").isEmpty();
    }
}
