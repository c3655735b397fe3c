package org.rapporteur.core.survey;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.rapporteur.core.survey.Questionnaire.Choice;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.text.Language;

/** Turns what was written for a question into an answer: value, words and doubt. Never drops the words. */
public final class AnswerReading {

    /**
     * One value of an answer.
     *
     * @param value code of the choice, number in canonical form or ISO 8601 day; "" for words and what is in doubt
     * @param body the words as written
     * @param doubt why the content is in doubt, or null
     * @param offered if the content is in doubt the value that it may have, "" if none; never taken unasked
     */
    public record Reading(String value, String body, Doubt doubt, String offered) {
        public Reading(String value, String body, Doubt doubt) {
            this(value, body, doubt, "");
        }

        /** Whether the content was understood. */
        public boolean clear() {
            return doubt == null || !doubt.ofContent();
        }
    }

    // Day 0 of the calendar of Excel, counting its 29 February 1900.
    private static final LocalDate SPREADSHEETS_BEGIN = LocalDate.of(1899, 12, 30);

    private AnswerReading() {}

    /**
     * Reads what stands in a returned form in the one place for an answer. Stricter than {@link #read}: the form shows no
     * codes but those of scales, so that a "2" is not the second choice; and a day where no day is asked for may be the
     * spreadsheet's doing ("3-5"), of which both readings are kept.
     *
     * @param language language of the form, which decides what "1,200" is
     * @return one reading; several if a multiple choice was answered with a list; none if nothing was written
     */
    public static List<Reading> readForm(Question question, Written written, Language language) {
        if (written.isEmpty() || !question.type().answered()) {
            return List.of();
        }
        if (written.form() == Written.Form.DATE && !fullDay(question, written)) {
            return List.of(madeADate(question, written, language));
        }
        if (question.type().open() && written.form() == Written.Form.NUMBER && Math.abs(written.number()) >= 1e15) {
            return List.of(new Reading("", written.text(), Doubt.DIGITS_LOST));
        }
        return read(question, written, language, false);
    }

    /** Whether a day was meant: one is asked for, or the cell shows day and year. A bare year is none. */
    private static boolean fullDay(Question question, Written written) {
        String year = written.text().substring(0, 4);
        if (bareYear(written) > 0) {
            return false;
        }
        boolean shown = written.shown().isEmpty()
                || written.shown().contains(year) && written.shown().length() > 7;
        return question.type() == QuestionType.DATE || question.type().open() && shown;
    }

    /** A year typed into a cell for days becomes a day in 1905; which year, or 0. */
    private static int bareYear(Written written) {
        LocalDate day = LocalDate.parse(written.text().substring(0, 10));
        long serial = ChronoUnit.DAYS.between(SPREADSHEETS_BEGIN, day);
        return serial >= 1900 && serial <= 2100 ? (int) serial : 0;
    }

    private static Reading madeADate(Question question, Written written, Language language) {
        LocalDate day = LocalDate.parse(written.text().substring(0, 10));
        int year = bareYear(written);
        String shown = written.shown().isEmpty() || written.shown().equals(written.text()) ? "" : written.shown();
        if (year > 0) {
            return new Reading("", year + " (" + written.text() + ")", Doubt.MADE_A_DATE);
        }
        String body = shown.isEmpty() ? written.text() : shown + " (" + written.text() + ")";
        String dayFirst = day.getDayOfMonth() + "-" + day.getMonthValue();
        String monthFirst = day.getMonthValue() + "-" + day.getDayOfMonth();
        if (question.type().open()) {
            // Spreadsheets in English mostly read the month first, all others the day.
            return new Reading("", body, Doubt.MADE_A_DATE, language == Language.EN ? monthFirst : dayFirst);
        }
        Optional<Choice> meant = question.type().closed() && question.type() != QuestionType.MULTIPLE
                ? ChoiceReading.choiceInForm(question, Written.text(dayFirst))
                        .or(() -> ChoiceReading.choiceInForm(question, Written.text(monthFirst)))
                : Optional.empty();
        return new Reading("", body, Doubt.MADE_A_DATE, meant.map(Choice::code).orElse(""));
    }

    /** The two days that figures such as "03/04/2024" can mean, that with the day first first; empty if they can't. */
    public static List<LocalDate> twoDays(String text) {
        return DateReading.twoDays(text);
    }

    /**
     * Reads what was written in the one place for an answer.
     *
     * @param language language of the form, which decides what "1,200" is
     * @return one reading; several if a multiple choice was answered with a list; none if nothing was written
     */
    public static List<Reading> read(Question question, Written written, Language language) {
        return read(question, written, language, true);
    }

    private static List<Reading> read(Question question, Written written, Language language, boolean codes) {
        if (written.isEmpty() || !question.type().answered()) {
            return List.of();
        }
        Doubt formula = written.formula() ? Doubt.FORMULA : null;
        String body = written.text();
        return switch (question.type()) {
            case LONG_TEXT, TEXT -> List.of(new Reading("", body, formula));
            case SINGLE, YES_NO, SCALE, USE ->
                List.of((codes
                                ? ChoiceReading.choice(question, written)
                                : ChoiceReading.choiceInForm(question, written))
                        .map(choice -> new Reading(choice.code(), body, formula))
                        .orElse(new Reading("", body, Doubt.UNKNOWN_CHOICE)));
            case MULTIPLE -> {
                List<Choice> choices =
                        codes ? ChoiceReading.list(question, written) : ChoiceReading.listInForm(question, written);
                yield choices.isEmpty()
                        ? List.of(new Reading("", body, Doubt.UNKNOWN_CHOICE))
                        : choices.stream()
                                .map(c -> new Reading(c.code(), c.label().text(language), formula))
                                .toList();
            }
            case INTEGER -> List.of(number(NumberReading.whole(written, language), body, formula));
            case DECIMAL -> List.of(number(NumberReading.decimal(written, language), body, formula));
            case DATE -> {
                DateReading.Result read = DateReading.read(written);
                String offered = read.offered() == null ? "" : read.offered().toString();
                yield List.of(
                        read.day() == null
                                ? new Reading("", body, read.doubt(), offered)
                                : new Reading(read.day().toString(), body, formula));
            }
            case NOTE -> List.of();
        };
    }

    private static Reading number(NumberReading.Result result, String body, Doubt formula) {
        return new Reading(result.value(), body, result.doubt() == null ? formula : result.doubt(), result.offered());
    }
}
