package org.rapporteur.forms.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rapporteur.core.change.Ids;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.OrderKeys;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.survey.AnswerReading;
import org.rapporteur.core.survey.ChoiceReading;
import org.rapporteur.core.survey.NoAnswerWords;
import org.rapporteur.core.survey.Permission;
import org.rapporteur.core.survey.QuestionType;
import org.rapporteur.core.survey.Questionnaire;
import org.rapporteur.core.survey.Questionnaire.Choice;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.survey.Written;
import org.rapporteur.core.text.MatchKey;
import org.rapporteur.core.text.Multilingual;
import org.rapporteur.core.text.PlainText;
import org.rapporteur.core.text.ValueKey;
import org.rapporteur.forms.mapping.Mapping.Asked;
import org.rapporteur.forms.mapping.SurveyWriter.At;

/** The questions, choices and themes of a survey that comes from a table; made as they turn up. */
final class SurveyForm {
    private static final Pattern STEP = Pattern.compile("(-?\\d{1,4})\\s*[-\u2013(.:]\\s*(.*?\\p{L}.*?)\\)?");
    private static final int MOST_OF_CODE = 120;
    private static final Set<String> TRUE = Set.of(
            "1",
            "true",
            "t",
            "vrai",
            "verdadero",
            "\u0438\u0441\u0442\u0438\u043D\u0430",
            "\u0635\u062D\u064A\u062D",
            "\u771F",
            "on");
    private static final Set<String> FALSE = Set.of(
            "0", "false", "f", "faux", "falso", "\u043B\u043E\u0436\u044C", "\u062E\u0637\u0627", "\u5047", "off");

    private final Transaction tx;
    private final UUID survey;
    private final UUID scope;
    private final Mapping mapping;
    private final String codebookName;
    private final Told told;
    private final Map<String, Set<String>> offered = new HashMap<>();
    private final Map<String, String> codeNames = new HashMap<>();
    private final Set<String> noAnswer;
    private final Map<String, Question> questions = new HashMap<>();
    private final Map<String, UUID> codes = new HashMap<>();
    private final Map<UUID, String> lastPlaces = new HashMap<>();
    private final Map<UUID, String> choicePlaces = new HashMap<>();
    private UUID codebook;

    SurveyForm(Transaction tx, UUID survey, UUID scope, Mapping mapping, String codebookName, Told told) {
        this.tx = tx;
        this.survey = survey;
        this.scope = scope;
        this.mapping = mapping;
        this.codebookName = codebookName;
        this.told = told;
        this.noAnswer = mapping.noAnswer()
                .map(words -> words.stream().map(NoAnswerWords::key).collect(Collectors.toSet()))
                .orElse(Set.of());
        Map<String, Question> there = new HashMap<>();
        Questionnaire.read(tx, survey).ifPresent(form -> form.questions().forEach(q -> there.put(q.code(), q)));
        tx.list(Query.partsOf(SurveyKinds.QUESTION, survey)).forEach(q -> place(survey, q.text("position")));
        for (Asked asked : mapping.questions()) {
            Question question = question(asked, there.get(asked.code()));
            questions.put(asked.code(), question);
            offered.put(asked.code(), words(question));
        }
    }

    private Question question(Asked asked, Question there) {
        UUID id = there == null ? Ids.derived("question/" + survey, asked.code()) : there.id();
        if (there == null) {
            put(
                    SurveyKinds.QUESTION,
                    id,
                    Values.of("survey", survey)
                            .with("code", asked.code())
                            .texts("label", SurveyWriter.texts(asked.label()))
                            .with("type", asked.type())
                            .with("position", next(survey)));
        }
        List<Choice> choices = new ArrayList<>();
        for (Row choice : tx.list(Query.partsOf(SurveyKinds.CHOICE, id))) {
            place(id, choice.text("position"));
            choicePlaces.put(choice.id(), choice.text("position"));
            choices.add(Questionnaire.choice(choice));
        }
        Question question =
                new Question(id, asked.code(), asked.label(), Multilingual.EMPTY, asked.type(), false, choices);
        for (Mapping.Tick tick : asked.ticks()) {
            question = with(question, tick.choice(), tick.label());
        }
        for (Mapping.Chosen choice : asked.choices()) {
            question = with(question, choice.code(), choice.label());
            choice.permission().ifPresent(permission -> allow(id, choice.code(), permission));
        }
        return question;
    }

    /** What a choice allows, unless somebody said so before: what a person set stands. */
    private void allow(UUID question, String code, Permission permission) {
        for (Row choice : tx.list(Query.partsOf(SurveyKinds.CHOICE, question))) {
            if (choice.text("code").equals(code) && choice.text("permission").isEmpty()) {
                tx.set(SurveyKinds.CHOICE, choice.id(), "permission", permission);
            }
        }
    }

    /** What an answer on the use of the answers allows; one that was not understood allows only counting. */
    Permission allowed(Asked asked, String value) {
        List<Row> choices = tx.list(Query.partsOf(SurveyKinds.CHOICE, question(asked)));
        Optional<Permission> allowed = choices.isEmpty()
                ? Permission.ofCode(value)
                : choices.stream()
                        .filter(choice -> choice.text("code").equals(value))
                        .findFirst()
                        .flatMap(choice -> Permission.ofCode(choice.text("permission")));
        return allowed.orElse(Permission.COUNT_ONLY);
    }

    /** The question with a choice of that code; it is made if it is not there. */
    private Question with(Question question, String code, Multilingual label) {
        if (question.choice(code).isPresent()) {
            return question;
        }
        UUID id = Ids.derived("choice/" + question.id(), code);
        String place = question.type() == QuestionType.SCALE ? step(question, code) : next(question.id());
        choicePlaces.put(id, place);
        put(
                SurveyKinds.CHOICE,
                id,
                Values.of("question", question.id())
                        .with("code", code)
                        .texts("label", SurveyWriter.texts(label))
                        .with("position", place));
        List<Choice> choices = new ArrayList<>(question.choices());
        choices.add(new Choice(id, code, label));
        return new Question(
                question.id(), question.code(), question.label(), question.help(), question.type(), false, choices);
    }

    /** The place of a step among those that turned up before it, by its number. */
    private String step(Question question, String code) {
        String before = null;
        String after = null;
        for (Choice choice : question.choices()) {
            String place = choicePlaces.get(choice.id());
            if (number(choice.code()) <= number(code)) {
                before = before == null || place.compareTo(before) > 0 ? place : before;
            } else {
                after = after == null || place.compareTo(after) < 0 ? place : after;
            }
        }
        String place = OrderKeys.between(before, after);
        place(question.id(), place);
        return place;
    }

    private static int number(String code) {
        return code.matches("-?\\d{1,4}") ? Integer.parseInt(code) : Integer.MAX_VALUE;
    }

    private void put(Kind kind, UUID id, Values values) {
        if (!tx.insert(kind, id, scope, values)
                && tx.find(kind, id).filter(Row::deleted).isPresent()) {
            tx.restore(kind, id);
        }
    }

    private void place(UUID parent, String position) {
        lastPlaces.merge(parent, position, (a, b) -> a.compareTo(b) >= 0 ? a : b);
    }

    private String next(UUID parent) {
        String place = OrderKeys.between(lastPlaces.get(parent), null);
        lastPlaces.put(parent, place);
        return place;
    }

    UUID question(Asked asked) {
        return questions.get(asked.code()).id();
    }

    Choice choice(Asked asked, String code) {
        return questions.get(asked.code()).choice(code).orElseThrow();
    }

    private static Set<String> words(Question question) {
        Set<String> words = new HashSet<>();
        for (Choice choice : question.choices()) {
            words.add(NoAnswerWords.key(choice.code()));
            choice.label().asMap().values().forEach(label -> words.add(NoAnswerWords.key(label)));
        }
        return words;
    }

    /**
     * Whether a text says that there is no answer: by the mapping's words, or else by the usual ones, which are then
     * asked about. What the question offers is an answer.
     */
    boolean isNoAnswer(Asked asked, String text, At at) {
        String key = NoAnswerWords.key(text);
        if (offered.get(asked.code()).contains(key)) {
            return false;
        }
        boolean none = mapping.noAnswer().isPresent() ? noAnswer.contains(key) : NoAnswerWords.is(text);
        if (none) {
            boolean ask = mapping.noAnswer().isEmpty();
            told.count(
                    ask,
                    at,
                    ask ? "forms.table.noAnswerAsk" : "forms.table.noAnswerWord",
                    PlainText.line(text),
                    asked.code());
        }
        return none;
    }

    /** Reads what was written; a closed question without choices of its own learns them from the table. */
    List<AnswerReading.Reading> read(Asked asked, Written written, At at) {
        Question question = questions.get(asked.code());
        if (written.isEmpty()) {
            return List.of();
        }
        boolean learns = asked.choices().isEmpty()
                && (asked.type() == QuestionType.SINGLE
                        || asked.type() == QuestionType.SCALE
                        || asked.type() == QuestionType.MULTIPLE);
        if (asked.type() == QuestionType.MULTIPLE) {
            List<AnswerReading.Reading> readings = new ArrayList<>();
            String separator = asked.separator();
            String[] parts = separator.isEmpty()
                    ? new String[] {written.text()}
                    : written.text().split(Pattern.quote(separator));
            for (String part : parts) {
                String text = PlainText.line(part);
                if (!text.isEmpty() && !isNoAnswer(asked, text, at)) {
                    readings.add(one(asked, Written.text(text), learns, at));
                }
            }
            return readings.stream()
                    .filter(reading -> !reading.clear() || firstOf(readings, reading.value()) == reading)
                    .distinct()
                    .toList();
        }
        if (isNoAnswer(asked, written.text(), at)) {
            return List.of();
        }
        if (asked.type() == QuestionType.SINGLE || asked.type() == QuestionType.SCALE) {
            return List.of(one(asked, written, learns, at));
        }
        if (asked.type() == QuestionType.YES_NO) {
            return List.of(yesOrNo(
                    question.choices().isEmpty() ? Questionnaire.withUsualChoices(question) : question, written));
        }
        return AnswerReading.read(
                question.asksPermission() && question.choices().isEmpty()
                        ? Questionnaire.withUsualChoices(question)
                        : question,
                written,
                mapping.language());
    }

    // "C; c" names one choice once.
    private static AnswerReading.Reading firstOf(List<AnswerReading.Reading> readings, String value) {
        return readings.stream()
                .filter(r -> r.clear() && r.value().equals(value))
                .findFirst()
                .orElse(null);
    }

    /** Programs write yes and no as true and false, or 1 and 0. */
    private AnswerReading.Reading yesOrNo(Question question, Written written) {
        AnswerReading.Reading reading =
                AnswerReading.read(question, written, mapping.language()).get(0);
        if (reading.clear()) {
            return reading;
        }
        String key = ValueKey.of(written.text());
        String code = TRUE.contains(key) ? "yes" : FALSE.contains(key) ? "no" : "";
        return question.choice(code)
                .map(choice -> new AnswerReading.Reading(choice.code(), written.text(), null))
                .orElse(reading);
    }

    private AnswerReading.Reading one(Asked asked, Written written, boolean learns, At at) {
        Question question = asSingle(questions.get(asked.code()));
        AnswerReading.Reading reading =
                AnswerReading.read(question, written, mapping.language()).get(0);
        String text = PlainText.line(written.text());
        if (!reading.clear() && written.form() != Written.Form.TEXT && !text.isEmpty()) {
            // As shown: "00123", "45 %".
            reading = AnswerReading.read(question, Written.text(text), mapping.language())
                    .get(0);
        }
        if (reading.clear()) {
            joined(question, reading, text, at);
            return reading;
        }
        if (!learns) {
            return reading;
        }
        Matcher step = STEP.matcher(text);
        boolean scale = asked.type() == QuestionType.SCALE && step.matches();
        String code = scale ? step.group(1) : PlainText.shorten(text, MOST_OF_CODE);
        String label = scale ? step.group(2) : text;
        if (questions.get(asked.code()).choice(code).isPresent() && code.length() < text.length() && !scale) {
            // Two long texts with one beginning are two choices.
            code = PlainText.shorten(text, MOST_OF_CODE - 12) + " #" + Integer.toHexString(text.hashCode());
        }
        questions.put(
                asked.code(), with(questions.get(asked.code()), code, Multilingual.of(mapping.language(), label)));
        return new AnswerReading.Reading(code, written.text(), null);
    }

    /** Says that a spelling was counted as a choice that is spelled otherwise. */
    private void joined(Question question, AnswerReading.Reading reading, String text, At at) {
        Choice choice = question.choice(reading.value()).orElse(null);
        if (choice == null || text.equals(choice.code())) {
            return;
        }
        boolean exact = choice.label().asMap().values().stream()
                .anyMatch(label -> PlainText.line(label).equals(text)
                        || PlainText.line(ChoiceReading.shown(choice, label)).equals(text)
                        || text.startsWith(choice.code()) && text.endsWith(PlainText.line(label)));
        if (!exact) {
            String label = choice.label().text(mapping.language());
            told.count(false, at, "forms.table.joined", text, label.isEmpty() ? choice.code() : label);
        }
    }

    // A choice is recognised in the same way whether one or several may be made.
    private static Question asSingle(Question q) {
        return new Question(q.id(), q.code(), q.label(), q.help(), QuestionType.SINGLE, q.required(), q.choices());
    }

    /** The theme of that name in the table's codebook. */
    UUID code(String name) {
        return codes.computeIfAbsent(SurveyWriter.codeKey(name), key -> {
            UUID id = Ids.derived("code/" + codebook(), key);
            Optional<Row> there = tx.find(SurveyKinds.CODE, id);
            if (there.isPresent() && !spells(there.get(), key)) {
                // Before signs were kept, or renamed by a person since: another theme has this key now.
                id = Ids.derived("code/" + codebook(), "signs\n" + key);
                there = tx.find(SurveyKinds.CODE, id);
            }
            if (there.isEmpty()) {
                tx.insert(
                        SurveyKinds.CODE,
                        id,
                        scope,
                        Values.of("codebook", codebook())
                                .with("code", PlainText.shorten(name, MOST_OF_CODE))
                                .with("name_" + mapping.language().code(), name)
                                .with("position", next(codebook())));
            } else if (there.get().deleted()) {
                tx.restore(SurveyKinds.CODE, id);
            }
            return id;
        });
    }

    private static boolean spells(Row code, String key) {
        String plain = MatchKey.joined(key);
        boolean unsigned = plain.equals(key.replace(" ", ""));
        return SurveyWriter.codeKey(code.text("code")).equals(key)
                || code.texts("name").values().stream()
                        .anyMatch(name -> SurveyWriter.codeKey(name).equals(key))
                // A theme that was renamed altogether is still the one that the table means.
                || unsigned
                        && code.texts("name").values().stream()
                                .noneMatch(name -> MatchKey.joined(name).equals(plain));
    }

    /** Says that a theme was counted under another spelling. */
    void codeSpelled(String name, At at) {
        String first = codeNames.putIfAbsent(SurveyWriter.codeKey(name), name);
        if (first != null && !first.equals(name)) {
            told.count(false, at, "forms.table.joined", name, first);
        }
    }

    private UUID codebook() {
        if (codebook == null) {
            codebook = Ids.derived("codebook/" + survey, "table");
            put(
                    SurveyKinds.CODEBOOK,
                    codebook,
                    Values.of("survey", survey)
                            .with("name_" + mapping.language().code(), codebookName));
            tx.list(Query.partsOf(SurveyKinds.CODE, codebook)).forEach(c -> place(codebook, c.text("position")));
        }
        return codebook;
    }
}
