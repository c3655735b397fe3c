package org.rapporteur.core.survey.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.model.Model;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.storage.Workspace;

/**
 * A survey made up by a seeded random generator, with everything that real ones hold: deleted rows at every level,
 * respondents without a region, several replies of one respondent, blank and doubtful answers, several coders. Kept as
 * plain objects from which a test can count the slow and obvious way.
 */
public final class RandomSurvey {
    static final List<String> REGIONS = java.util.Arrays.asList("africa", "arab", "asia", null);
    static final List<String> TYPES = List.of("RCP", "REO");
    static final List<String> STATUSES =
            java.util.Arrays.asList(null, "sent", "sent", "received", "declined", "extension", "to_send");
    static final List<String> CODERS = java.util.Arrays.asList("Ana", "Omar", null);
    static final List<String> PERMISSIONS =
            java.util.Arrays.asList(null, "quote", "paraphrase", "count_only", "unheard_of");

    record Respondent(UUID id, String name, String region, String type, String status, String due, boolean hidden) {}

    record Response(UUID id, Respondent respondent, boolean hidden) {}

    record Question(UUID id, String type, List<String> choices, boolean hidden) {
        boolean open() {
            return type.equals("long_text");
        }
    }

    record Answer(
            UUID id,
            Response response,
            Question question,
            String value,
            String body,
            String doubt,
            String permission,
            boolean hidden) {
        boolean live() {
            return !hidden
                    && !response.hidden()
                    && !response.respondent().hidden()
                    && !question.hidden()
                    && (value != null || body != null && !body.isBlank());
        }

        UUID respondent() {
            return response.respondent().id();
        }
    }

    record Code(UUID id, String name, boolean hidden) {}

    record Coding(UUID id, Answer answer, Code code, String coder, Long starts, Long ends, boolean hidden) {
        boolean live() {
            return !hidden && !code.hidden() && answer.live();
        }

        String by() {
            return Objects.requireNonNullElse(coder, "");
        }
    }

    public final UUID survey;
    final List<Respondent> respondents = new ArrayList<>();
    final List<Response> responses = new ArrayList<>();
    final List<Question> questions = new ArrayList<>();
    final List<Answer> answers = new ArrayList<>();
    final List<Code> codes = new ArrayList<>();
    final List<Coding> codings = new ArrayList<>();
    private final Random random;
    private final UUID codebook;

    public RandomSurvey(long seed) {
        random = new Random(seed);
        survey = id();
        codebook = id();
        int size = 3 + random.nextInt(25);
        for (int i = 0; i < size; i++) {
            respondents.add(new Respondent(
                    id(),
                    "R" + i,
                    pick(REGIONS),
                    pick(TYPES),
                    pick(STATUSES),
                    random.nextBoolean() ? "2017-08-" + (10 + random.nextInt(20)) : null,
                    seldom()));
        }
        questions.add(new Question(id(), "single", List.of("a", "b", "c"), false));
        questions.add(new Question(id(), "multiple", List.of("x", "y", "z"), false));
        questions.add(new Question(id(), "integer", List.of(), false));
        questions.add(new Question(id(), "long_text", List.of(), false));
        questions.add(new Question(id(), "long_text", List.of(), seldom()));
        questions.add(new Question(id(), "single", List.of("a", "b"), seldom()));
        for (int i = 0; i < 5; i++) {
            codes.add(new Code(id(), "theme " + i, seldom()));
        }
        for (Respondent respondent : respondents) {
            int replies = random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(2);
            for (int i = 0; i < replies; i++) {
                Response response = new Response(id(), respondent, seldom());
                responses.add(response);
                // What one reply answers another one of the same respondent only adds to; two that say the same
                // compete.
                questions.stream()
                        .filter(q -> answers.stream()
                                .noneMatch(a -> a.response().respondent() == respondent && a.question() == q))
                        .toList()
                        .forEach(q -> answer(response, q));
            }
        }
    }

    private void answer(Response response, Question question) {
        int count = question.type().equals("multiple") ? random.nextInt(4) : random.nextInt(3) == 0 ? 0 : 1;
        for (int i = 0; i < count; i++) {
            String value = null;
            String body = null;
            String doubt = null;
            if (question.open()) {
                body = seldom() ? " \n\t" : "Text of ".repeat(1 + random.nextInt(4)) + "an answer \ud83d\udd4a";
            } else if (question.type().equals("integer")) {
                switch (random.nextInt(6)) {
                    case 0 -> {
                        body = "around twelve";
                        doubt = "not_a_number";
                    }
                    case 1 -> {
                        value = "12";
                        body = "about 12";
                        doubt = "approximate";
                    }
                    default -> value = String.valueOf(random.nextInt(20));
                }
            } else if (seldom()) {
                body = "something else";
                doubt = "unknown_choice";
            } else {
                value = seldom() ? "not in the form" : pick(question.choices());
                doubt = seldom() ? "placed_by_label" : null;
            }
            Answer answer = new Answer(id(), response, question, value, body, doubt, pick(PERMISSIONS), seldom());
            answers.add(answer);
            if (question.open()) {
                int marks = random.nextInt(5);
                for (int m = 0; m < marks; m++) {
                    Long from = seldom() ? null : (long) random.nextInt(body.length());
                    Long to = from == null ? null : from + 1 + random.nextInt(body.length());
                    codings.add(new Coding(id(), answer, pick(codes), pick(CODERS), from, to, seldom()));
                }
            }
        }
    }

    private UUID id() {
        return new UUID(random.nextLong() & ~0xF000L | 0x7000L, random.nextLong() >>> 2 | 0x8000000000000000L);
    }

    private boolean seldom() {
        return random.nextInt(8) == 0;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** Writes it all, deleted rows too, and beside it another survey that must not be counted. */
    public void write(Workspace workspace) {
        workspace.changes().run(Label.of("test"), tx -> {
            put(
                    tx,
                    SurveyKinds.SURVEY,
                    survey,
                    false,
                    Values.of("title_en", "S").with("default_permission", "paraphrase"));
            put(tx, SurveyKinds.CODEBOOK, codebook, false, Values.of("survey", survey));
            codes.forEach(c -> put(
                    tx,
                    SurveyKinds.CODE,
                    c.id(),
                    c.hidden(),
                    Values.of("codebook", codebook)
                            .with("code", c.name())
                            .with("name_en", c.name())
                            .with("position", c.name())));
            questions.forEach(q -> {
                put(
                        tx,
                        SurveyKinds.QUESTION,
                        q.id(),
                        q.hidden(),
                        Values.of("survey", survey)
                                .with("code", "Q" + questions.indexOf(q))
                                .with("position", "p" + questions.indexOf(q))
                                .with("type", q.type()));
                q.choices()
                        .forEach(c -> put(
                                tx,
                                SurveyKinds.CHOICE,
                                id(),
                                false,
                                Values.of("question", q.id())
                                        .with("code", c)
                                        .with("position", c)
                                        .with("label_en", c.toUpperCase(java.util.Locale.ROOT))));
            });
            respondents.forEach(r -> put(
                    tx,
                    SurveyKinds.RESPONDENT,
                    r.id(),
                    r.hidden(),
                    Values.of("survey", survey)
                            .with("name", r.name())
                            .with("region", r.region())
                            .with("type", r.type())
                            .with("status", r.status())
                            .with("due_on", r.due())));
            responses.forEach(p -> put(
                    tx,
                    SurveyKinds.RESPONSE,
                    p.id(),
                    p.hidden(),
                    Values.of("respondent", p.respondent().id()).with("survey", survey)));
            answers.forEach(a -> put(
                    tx,
                    SurveyKinds.ANSWER,
                    a.id(),
                    a.hidden(),
                    Values.of("response", a.response().id())
                            .with("survey", survey)
                            .with("question", a.question().id())
                            .with("respondent", a.respondent())
                            .with("value", a.value())
                            .with("body", a.body())
                            .with("doubt", a.doubt())
                            .with("permission", a.permission())));
            codings.forEach(k -> put(
                    tx,
                    SurveyKinds.CODING,
                    k.id(),
                    k.hidden(),
                    Values.of("answer", k.answer().id())
                            .with("survey", survey)
                            .with("code", k.code().id())
                            .with("coder", k.coder())
                            .with("starts", k.starts())
                            .with("ends", k.ends())));
        });
    }

    private static void put(Transaction tx, Kind kind, UUID id, boolean hidden, Values values) {
        tx.insert(kind, id, Model.DIRECTORY, values);
        if (hidden) {
            tx.delete(kind, id);
        }
    }

    // What the rules say, counted the slow and obvious way.

    List<Respondent> asked() {
        return respondents.stream()
                .filter(r -> !r.hidden())
                .filter(r -> responded(r) || !"to_send".equals(r.status()))
                .toList();
    }

    boolean responded(Respondent respondent) {
        return "received".equals(respondent.status())
                || responses.stream().anyMatch(p -> !p.hidden() && p.respondent() == respondent);
    }

    List<Answer> live(Question question) {
        return answers.stream()
                .filter(a -> a.question() == question && a.live())
                .toList();
    }

    boolean gave(Respondent respondent, Question question) {
        return live(question).stream().anyMatch(a -> a.response().respondent() == respondent);
    }

    boolean counted(Answer answer, Code code, org.rapporteur.core.survey.SurveyStore.CodingRule rule) {
        List<String> marked = coders(k -> k.answer() == answer && k.code() == code);
        List<String> readers = coders(k -> k.answer().response() == answer.response());
        return switch (rule) {
            case ANY_CODER -> !marked.isEmpty();
            case EVERY_CODER -> !marked.isEmpty() && marked.containsAll(readers);
            case TWO_CODERS -> marked.size() >= 2;
        };
    }

    private List<String> coders(java.util.function.Predicate<Coding> which) {
        return codings.stream()
                .filter(Coding::live)
                .filter(which)
                .map(Coding::by)
                .distinct()
                .toList();
    }
}
