package org.rapporteur.core.survey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.rapporteur.core.change.Ids;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.Multilingual;

/**
 * A survey's form as it was when read: its words and its questions in order.
 *
 * @param survey key of the survey
 * @param title what the survey is called
 * @param introduction words above the questions
 * @param languages languages it is offered in; empty if the survey does not say
 * @param defaultPermission how answers may be used if the respondent does not say; never null
 * @param illustrative whether it was made for demonstration, which every form must say
 * @param dueOn the day by which answers are asked for as ISO 8601, "" if there is none
 * @param questions in the order of the form, notes included
 */
public record Questionnaire(
        UUID survey,
        Multilingual title,
        Multilingual introduction,
        Set<Language> languages,
        Permission defaultPermission,
        boolean illustrative,
        String dueOn,
        List<Question> questions) {

    // Part of the form's own vocabulary: a form in any of the six languages must be read back in any.
    private static final Multilingual YES =
            Multilingual.ofCodes(Map.of("en", "Yes", "fr", "Oui", "es", "Sí", "ar", "نعم", "zh", "是", "ru", "Да"));
    private static final Multilingual NO =
            Multilingual.ofCodes(Map.of("en", "No", "fr", "Non", "es", "No", "ar", "لا", "zh", "否", "ru", "Нет"));

    // The same for what a respondent allows.
    private static final Map<Permission, Multilingual> USES = uses();

    /**
     * One question.
     *
     * @param id its key
     * @param code short name shown beside it ("Q5"), may be empty
     * @param label the question itself
     * @param help words that explain how to answer
     * @param type how it is answered
     * @param required whether an answer is asked for in any case
     * @param choices what can be chosen, in order; for a scale its steps
     */
    public record Question(
            UUID id,
            String code,
            Multilingual label,
            Multilingual help,
            QuestionType type,
            boolean required,
            List<Choice> choices) {
        public Question {
            choices = List.copyOf(choices);
        }

        /** The choice with the code. */
        public Optional<Choice> choice(String choiceCode) {
            return choices.stream().filter(c -> c.code().equals(choiceCode)).findFirst();
        }

        /** Whether the answer says how the respondent's answers may be used. */
        public boolean asksPermission() {
            return type == QuestionType.USE;
        }
    }

    /**
     * What can be chosen.
     *
     * @param id its key
     * @param code what is stored as the answer
     * @param label the words of the choice
     * @param permission what it allows, in a question on the use of the answers; else null. There a choice that says
     *     nothing allows only counting.
     */
    public record Choice(UUID id, String code, Multilingual label, Permission permission) {
        /** A choice that says nothing about the use of the answers. */
        public Choice(UUID id, String code, Multilingual label) {
            this(id, code, label, null);
        }
    }

    public Questionnaire {
        languages = Set.copyOf(languages);
        questions = List.copyOf(questions);
    }

    /** Reads a survey's form; empty if there is no such survey or it was deleted. */
    public static Optional<Questionnaire> read(Records records, UUID survey) {
        return records.find(SurveyKinds.SURVEY, survey)
                .filter(row -> !row.deleted())
                .map(row -> read(records, row));
    }

    private static Questionnaire read(Records records, Row survey) {
        List<Row> questions = records.list(Query.partsOf(SurveyKinds.QUESTION, survey.id()));
        Map<UUID, List<Choice>> choices = new HashMap<>();
        List<UUID> ids = questions.stream().map(Row::id).toList();
        for (int from = 0; from < ids.size(); from += 500) {
            List<UUID> some = ids.subList(from, Math.min(ids.size(), from + 500));
            for (Row choice : records.list(Query.of(SurveyKinds.CHOICE)
                    .where("question", some)
                    .by(SurveyKinds.CHOICE.orderField().orElseThrow().name()))) {
                choices.computeIfAbsent(choice.ref("question"), q -> new ArrayList<>())
                        .add(choice(choice));
            }
        }
        return new Questionnaire(
                survey.id(),
                Multilingual.ofCodes(survey.texts("title")),
                Multilingual.ofCodes(survey.texts("introduction")),
                languages(survey.text("languages")),
                Permission.of(null, survey.text("default_permission")),
                survey.flag("illustrative"),
                survey.text("due_on"),
                questions.stream()
                        .map(q -> question(q, choices.getOrDefault(q.id(), List.of())))
                        .toList());
    }

    /** The choice in a row of the store. */
    public static Choice choice(Row row) {
        return new Choice(
                row.id(),
                row.text("code"),
                Multilingual.ofCodes(row.texts("label")),
                Permission.ofCode(row.text("permission")).orElse(null));
    }

    private static Question question(Row row, List<Choice> choices) {
        QuestionType type = QuestionType.in(row);
        return new Question(
                row.id(),
                row.text("code"),
                Multilingual.ofCodes(row.texts("label")),
                Multilingual.ofCodes(row.texts("help")),
                type,
                row.flag("required"),
                choices.isEmpty() ? usual(type, row.id()) : choices);
    }

    /** The question with the choices that its type has if the survey gives none. */
    public static Question withUsualChoices(Question question) {
        return new Question(
                question.id(),
                question.code(),
                question.label(),
                question.help(),
                question.type(),
                question.required(),
                usual(question.type(), question.id()));
    }

    /** The choices that a type has if the survey gives none: yes and no, a scale from 1 to 5, or the permissions. */
    public static List<Choice> usual(QuestionType type, UUID question) {
        if (type == QuestionType.YES_NO) {
            return List.of(
                    new Choice(Ids.derived("usual-choice", question + "/yes"), "yes", YES),
                    new Choice(Ids.derived("usual-choice", question + "/no"), "no", NO));
        }
        if (type == QuestionType.SCALE) {
            return IntStream.rangeClosed(1, 5)
                    .mapToObj(step -> new Choice(
                            Ids.derived("usual-choice", question + "/" + step),
                            Integer.toString(step),
                            Multilingual.EMPTY))
                    .toList();
        }
        if (type == QuestionType.USE) {
            return USES.entrySet().stream()
                    .map(use -> new Choice(
                            Ids.derived(
                                    "usual-choice",
                                    question + "/" + use.getKey().code()),
                            use.getKey().code(),
                            use.getValue(),
                            use.getKey()))
                    .toList();
        }
        return List.of();
    }

    private static Map<Permission, Multilingual> uses() {
        Map<Permission, Multilingual> uses = new java.util.LinkedHashMap<>();
        uses.put(
                Permission.QUOTE,
                Multilingual.ofCodes(Map.of(
                        "en", "They may be quoted with our name",
                        "fr", "Elles peuvent être citées avec notre nom",
                        "es", "Pueden citarse con nuestro nombre",
                        "ar", "يجوز اقتباسها مع ذكر اسمنا",
                        "zh", "可引用并注明我方名称",
                        "ru", "Их можно цитировать с указанием нашего названия")));
        uses.put(
                Permission.PARAPHRASE,
                Multilingual.ofCodes(Map.of(
                        "en", "Their sense may be told without our name",
                        "fr", "Leur sens peut être repris sans notre nom",
                        "es", "Puede recogerse su sentido sin nuestro nombre",
                        "ar", "يجوز ذكر مضمونها دون ذكر اسمنا",
                        "zh", "可转述大意，但不注明我方名称",
                        "ru", "Их смысл можно передать без указания нашего названия")));
        uses.put(
                Permission.COUNT_ONLY,
                Multilingual.ofCodes(Map.of(
                        "en", "They may only be counted",
                        "fr", "Elles ne peuvent qu’être comptées",
                        "es", "Solo pueden contarse",
                        "ar", "يجوز إحصاؤها فقط",
                        "zh", "只可计入统计",
                        "ru", "Их можно только учитывать в подсчётах")));
        return java.util.Collections.unmodifiableMap(uses);
    }

    private static Set<Language> languages(String codes) {
        Set<Language> languages = new java.util.LinkedHashSet<>();
        for (String code : codes.split(" ")) {
            Language.of(code).ifPresent(languages::add);
        }
        return languages;
    }

    /** The question with the key. */
    public Optional<Question> question(UUID id) {
        return questions.stream().filter(q -> q.id().equals(id)).findFirst();
    }

    /** The questions that are answered, in order. */
    public List<Question> answered() {
        return questions.stream().filter(q -> q.type().answered()).toList();
    }

    /**
     * A mark of the form's content, the same for the same form on every site: the first 16 hexadecimal digits of a
     * SHA-256 over questions and choices with their words. A returned file that carries another mark was filled before
     * the form was changed.
     */
    public String version() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            StringBuilder text = new StringBuilder().append(survey);
            for (Question question : questions) {
                // A question on the use of the answers was one of a single choice in forms that went out earlier.
                QuestionType type = question.asksPermission() ? QuestionType.SINGLE : question.type();
                text.append('\n').append(question.id()).append(' ').append(type);
                text.append('\t').append(question.code()).append('\t').append(question.label());
                for (Choice choice : question.choices()) {
                    text.append('\n').append(choice.id()).append('\t').append(choice.code());
                    text.append('\t').append(choice.label());
                }
            }
            byte[] hash = digest.digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
