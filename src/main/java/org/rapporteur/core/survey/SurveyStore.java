package org.rapporteur.core.survey;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.Multilingual;

/**
 * What the store tells about surveys, in bulk. Deleted rows never count, nor does what hangs below a deleted row: an
 * answer counts only if it is part of its respondent's {@link CurrentReply current reply}, nobody marked it as not
 * usable, and its respondent and its question are there, a coding only if its code and codebook
 * are. An answer without a value and with a blank text is no answer. Called from any thread but the window's own.
 */
public interface SurveyStore {

    /** Runs several reads on one and the same state of the workspace, however much is written meanwhile. */
    <T> T snapshot(Function<SurveyStore, T> reads);

    /** Surveys in the order of their making. */
    List<UUID> surveys();

    /** The survey with the key; empty if there is none or it was deleted. */
    Optional<SurveyFacts> survey(UUID survey);

    /** The questions of a survey in their order, with their choices. */
    List<QuestionFacts> questions(UUID survey);

    /** Everyone on the list of respondents, in the order of their names. */
    List<RespondentFacts> respondents(UUID survey);

    /** The answers to one question, by respondent and then in the order of their making. */
    List<AnswerHeld> answers(UUID question);

    /**
     * Respondents of whose current reply something about a question waits for a person: whether it is an answer is not
     * known before.
     */
    Set<UUID> waiting(UUID question);

    /** The codes that the survey's own codebooks hold and those its answers are coded with, in order. */
    List<CodeFacts> codes(UUID survey);

    /** Who raised which code, and in how many answers. */
    List<Raising> raisings(UUID survey, CodingRule rule);

    /** The same within the answers to one question. */
    List<Raising> raisingsOfQuestion(UUID question, CodingRule rule);

    /** Which answers count as coded with which code, by code and then in the order of the answers' making. */
    List<CodedAnswer> codedAnswers(UUID survey, CodingRule rule);

    /** Respondents who asked that an answer of theirs only be counted; what the survey says for all is no such wish. */
    Set<UUID> countedOnly(UUID survey);

    /** Every passage marked in the survey, by answer, then as it stands in the answer. */
    List<Marking> markings(UUID survey);

    /** The size of each answer to the questions in which anything was coded at all. */
    List<CodedText> codedTexts(UUID survey);

    /** The answers that are coded with the code, with their words. */
    List<Passage> passages(UUID survey, UUID code);

    /** The answers with these keys, with their words; keys that are not there are left out. */
    List<TextHeld> texts(UUID survey, List<UUID> answers);

    /** The words of all answers to open questions (texts), by question and in the order of their making. */
    List<TextHeld> openTexts(UUID survey);

    /** When an answer counts as coded with a code if several people coded. */
    enum CodingRule {
        /** One coder's mark is enough. */
        ANY_CODER,
        /**
         * Everyone who coded the response must have marked it. Someone who marked anything in a response counts as
         * having read all of it; a response read by one person is taken as that person coded it.
         */
        EVERY_CODER,
        /** At least two coders must have marked it. */
        TWO_CODERS
    }

    /**
     * A survey.
     *
     * @param meeting the meeting that it prepares; null for none
     * @param dueOn when replies were due; null when not set
     * @param illustrative whether its contents are made up for illustration
     * @param convergence when a theme is called a convergence in it
     */
    record SurveyFacts(
            UUID id,
            Multilingual title,
            UUID meeting,
            LocalDate dueOn,
            boolean illustrative,
            ConvergenceRule convergence) {}

    /**
     * A question.
     *
     * @param type as in {@link SurveyKinds#QUESTION}
     * @param agendaItem the agenda item it serves; null for none
     */
    record QuestionFacts(
            UUID id, String code, Multilingual label, String type, UUID agendaItem, List<ChoiceFacts> choices) {
        public QuestionFacts {
            choices = List.copyOf(choices);
        }

        /** Whether it is answered in words. */
        public boolean open() {
            return type.equals("long_text") || type.equals("text");
        }

        /** Whether it is answered with numbers that can be added up or ordered. */
        public boolean numeric() {
            return type.equals("integer") || type.equals("decimal") || type.equals("scale");
        }

        /** Whether a respondent may choose several values. */
        public boolean several() {
            return type.equals("multiple");
        }

        /** Whether it asks how the answers may be used. */
        public boolean use() {
            return type.equals("use");
        }

        /** Whether it is only a note in the form, not to be answered. */
        public boolean note() {
            return type.equals("note");
        }
    }

    /**
     * A choice of a closed question.
     *
     * @param code what answers hold; no two choices of a question share it
     */
    record ChoiceFacts(String code, Multilingual label) {
        /**
         * The choices with those of one code as one, because answers do not tell them apart: their words stand side by
         * side.
         */
        public static List<ChoiceFacts> byCode(List<ChoiceFacts> choices) {
            Map<String, ChoiceFacts> byCode = new LinkedHashMap<>();
            for (ChoiceFacts choice : choices) {
                byCode.merge(choice.code(), choice, ChoiceFacts::beside);
            }
            return List.copyOf(byCode.values());
        }

        private ChoiceFacts beside(ChoiceFacts other) {
            Map<Language, String> both = new EnumMap<>(Language.class);
            for (Language language : Language.all()) {
                String own = label.in(language).orElse("");
                String its = other.label().in(language).orElse("");
                both.put(language, own.isEmpty() || own.equals(its) ? its : its.isEmpty() ? own : own + " / " + its);
            }
            return new ChoiceFacts(code, Multilingual.of(both));
        }

        /** The choices that a type has without any of the survey's own, in all languages of the forms. */
        public static List<ChoiceFacts> usual(String type, UUID question) {
            for (QuestionType known : QuestionType.values()) {
                if (known.code().equals(type)) {
                    return Questionnaire.usual(known, question).stream()
                            .map(choice -> new ChoiceFacts(choice.code(), choice.label()))
                            .toList();
                }
            }
            return List.of();
        }
    }

    /**
     * An entity on the list of respondents.
     *
     * @param party the party it is; null when not linked
     * @param type the survey's own type, "" when not stated; so are the other groupings
     * @param status as in {@link SurveyKinds#RESPONDENT}, "" when not stated
     * @param dueOn when its reply is due: its own date, else the survey's; null for none
     * @param receivedOn when its reply came: the date on the list, else that of its first response; null when unknown
     * @param remindedOn when it was last reminded; null if never
     * @param responded whether a reply is there: a response, or the status "received"
     * @param answers answers of it that count
     * @param fileWaits whether a file of it came that could not be taken in yet
     */
    record RespondentFacts(
            UUID id,
            String name,
            UUID party,
            String type,
            String region,
            String language,
            String status,
            String partyCategory,
            String partyRegion,
            String partySubregion,
            LocalDate sentOn,
            LocalDate dueOn,
            LocalDate receivedOn,
            LocalDate remindedOn,
            boolean responded,
            int answers,
            boolean fileWaits) {}

    /**
     * One value or text of a respondent.
     *
     * @param value code of the choice, or the number or day in canonical form; "" for none
     * @param body the words; "" for none
     * @param doubt what is doubtful about it, as in {@link SurveyKinds#ANSWER}; "" for nothing
     */
    record AnswerHeld(UUID id, UUID respondent, String value, String body, String doubt, Permission permission) {
        /** Whether the value cannot be counted before a person has looked at it. */
        public boolean unclear() {
            return value.isEmpty() && !doubt.isEmpty()
                    || switch (doubt) {
                        case "approximate",
                                "unknown_choice",
                                "not_a_number",
                                "not_a_date",
                                "negative",
                                "other_calendar",
                                "far_date",
                                "made_a_date",
                                "digits_lost" -> true;
                        default -> false;
                    };
        }
    }

    /** A theme. */
    record CodeFacts(UUID id, UUID codebook, String code, Multilingual name, Multilingual definition, UUID parent) {
        /** What to call it where no name is given: its code. */
        public Multilingual title() {
            return name.isEmpty() ? Multilingual.of(org.rapporteur.core.text.Language.EN, code) : name;
        }
    }

    /**
     * A respondent raised a theme.
     *
     * @param answers in how many of its answers
     * @param permission the most that it allows for one of these answers
     */
    record Raising(UUID code, UUID respondent, int answers, Permission permission) {}

    /** An answer that counts as coded with a code. */
    record CodedAnswer(UUID code, UUID answer, UUID respondent) {}

    /**
     * A passage marked by a coder.
     *
     * @param coder who; "" when not stated
     * @param starts first character (UTF-16) of the passage, -1 when the whole answer is meant
     * @param ends the character after the last, -1 when the whole answer is meant
     */
    record Marking(
            UUID coding, UUID answer, UUID respondent, UUID question, UUID code, String coder, int starts, int ends) {}

    /**
     * An answer in a question that was coded.
     *
     * @param response the reply that it is part of
     * @param length characters (UTF-16) of its text
     */
    record CodedText(UUID answer, UUID response, UUID respondent, UUID question, int length) {}

    /**
     * A passage with the words of its answer.
     *
     * @param starts as in {@link Marking}
     * @param ends as in {@link Marking}
     * @param paraphrase the sense in the secretariat's words; "" for none
     * @param language code of the language of the words; "" when not known
     */
    record Passage(
            UUID answer,
            UUID respondent,
            UUID question,
            String coder,
            int starts,
            int ends,
            String body,
            String paraphrase,
            String language,
            Permission permission) {}

    /** The words of an answer. */
    record TextHeld(
            UUID answer,
            UUID respondent,
            UUID question,
            String value,
            String body,
            String paraphrase,
            String language,
            Permission permission) {}
}
