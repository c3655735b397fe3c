package org.rapporteur.core.survey;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;

/**
 * Which of a respondent's replies counts: one, however many files came and on how many machines they were taken in. Rows
 * of tables are replies of their own and always count.
 *
 * <p>A reply that took the place of another says so by a {@link SurveyKinds#REPLY_LINK link}, which nothing ever edits, so
 * that the answer depends on nothing but the rows that are there: two machines that hold the same rows name the same
 * reply. Of several that nobody replaced, the one received last is shown until a person chooses, and the others compete.
 * Links in both directions (each machine took in the other's file later) cancel each other out. The store counts by the
 * same rule in SQL; a test compares the two.
 *
 * @param reply the reply that counts; null if there is none
 * @param competing replies that wait for a person to choose between them and {@code reply}
 * @param counted keys of the reply and of those that it adds to, as earlier versions of the program left them
 * @param answers every answer that counts: those of the reply itself and those that it takes over, in the order of making
 * @param rivals answers that the reply takes over on another machine in place of one of {@code answers}, and that say
 *     something else; a person chooses
 */
public record CurrentReply(Row reply, List<Row> competing, Set<UUID> counted, List<Row> answers, List<Row> rivals) {
    private static final String TABLE = "table";
    private static final Comparator<Row> RANK = Comparator.comparing((Row row) -> !row.flag("checked"))
            .thenComparing(row -> row.id().toString());

    public CurrentReply {
        competing = List.copyOf(competing);
        counted = Set.copyOf(counted);
        answers = List.copyOf(answers);
        rivals = List.copyOf(rivals);
    }

    /** The reply of one respondent. */
    public static CurrentReply of(Records records, UUID respondent) {
        return read(
                records, respondent, records.list(Query.of(SurveyKinds.RESPONSE).where("respondent", respondent)));
    }

    /** The replies of all respondents of a survey that replied otherwise than by rows of tables, by respondent. */
    public static Map<UUID, CurrentReply> inSurvey(Records records, UUID survey) {
        Map<UUID, List<Row>> replies = new HashMap<>();
        Query of = Query.of(SurveyKinds.RESPONSE).where("survey", survey);
        for (Query query : List.of(of.where("channel", List.of("file", "by_hand")), of.where("channel", null))) {
            records.each(query, row -> {
                if (row.ref("respondent") != null) {
                    replies.computeIfAbsent(row.ref("respondent"), r -> new ArrayList<>())
                            .add(row);
                }
            });
        }
        Map<UUID, CurrentReply> found = new HashMap<>();
        replies.forEach((respondent, rows) -> found.put(respondent, read(records, respondent, rows)));
        return found;
    }

    private static CurrentReply read(Records records, UUID respondent, Collection<Row> all) {
        List<Row> replies =
                all.stream().filter(row -> !row.text("channel").equals(TABLE)).toList();
        if (replies.isEmpty()) {
            return new CurrentReply(null, List.of(), Set.of(), List.of(), List.of());
        }
        Set<UUID> live = new HashSet<>();
        replies.forEach(row -> live.add(row.id()));
        Map<UUID, Set<UUID>> beats = new HashMap<>();
        for (Row row : replies.size() == 1 ? List.<Row>of() : replies) {
            for (Row link : records.list(Query.of(SurveyKinds.REPLY_LINK).where("response", row.id()))) {
                if (link.ref("earlier") != null && live.contains(link.ref("earlier"))) {
                    beats.computeIfAbsent(row.id(), r -> new HashSet<>()).add(link.ref("earlier"));
                }
            }
        }
        Set<UUID> beaten = new HashSet<>();
        beats.forEach((newer, earlier) -> earlier.stream()
                .filter(one -> !beats.getOrDefault(one, Set.of()).contains(newer))
                .forEach(beaten::add));
        List<Row> order = new ArrayList<>(replies);
        order.sort(Comparator.comparing((Row row) -> beaten.contains(row.id()))
                .thenComparing(Comparator.comparing((Row row) -> row.text("received_on"))
                        .reversed())
                .thenComparing(
                        Comparator.comparing((Row row) -> row.id().toString()).reversed()));
        Row reply = order.getFirst();
        List<Row> rest = order.subList(1, order.size());
        List<Row> older = reply.flag("whole") ? List.of() : adding(records, order, beaten);
        // If everyone is beaten by someone, the circle has no end that could be preferred.
        boolean circle = beaten.contains(reply.id());
        List<Row> competing = rest.stream()
                .filter(row -> circle || !beaten.contains(row.id()))
                .filter(row -> !older.contains(row))
                .toList();
        Set<UUID> counted = new HashSet<>(Set.of(reply.id()));
        older.forEach(row -> counted.add(row.id()));
        List<Row> rivals = new ArrayList<>();
        List<Row> answers = answers(records, respondent, reply, older, rivals);
        return new CurrentReply(reply, competing, counted, answers, rivals);
    }

    /**
     * Replies that earlier versions of the program left beside each other: they add to the first, as long as they do not
     * answer what one before them answers. Those that do came from two machines, and compete.
     */
    private static List<Row> adding(Records records, List<Row> order, Set<UUID> beaten) {
        List<Row> found = new ArrayList<>();
        Set<UUID> answered = new HashSet<>();
        Set<String> ticked = new HashSet<>();
        for (Row reply : order) {
            if (reply.flag("whole") || beaten.contains(reply.id()) && reply != order.getFirst()) {
                continue;
            }
            List<Row> answers = records.list(Query.of(SurveyKinds.ANSWER).where("response", reply.id()));
            boolean again = false;
            for (Row row : answers) {
                again |= row.ref("question") != null
                        && (isMultiple(records, row.ref("question"))
                                ? ticked.contains(row.ref("question") + "/" + row.text("value"))
                                : answered.contains(row.ref("question")));
            }
            for (Row row : answers) {
                answered.add(row.ref("question"));
                ticked.add(row.ref("question") + "/" + row.text("value"));
            }
            if (!again && reply != order.getFirst()) {
                found.add(reply);
            }
        }
        return found;
    }

    private static boolean isMultiple(Records records, UUID question) {
        return records.find(SurveyKinds.QUESTION, question)
                .filter(row -> row.text("type").equals(QuestionType.MULTIPLE.code()))
                .isPresent();
    }

    private static List<Row> answers(Records records, UUID respondent, Row reply, List<Row> older, List<Row> rivals) {
        List<Row> kept = new ArrayList<>();
        Set<UUID> covered = new HashSet<>();
        Set<UUID> seen = new LinkedHashSet<>();
        for (Row link : records.list(Query.of(SurveyKinds.REPLY_LINK).where("response", reply.id()))) {
            UUID answer = link.ref("answer");
            if (answer != null && seen.add(answer)) {
                records.find(SurveyKinds.ANSWER, answer)
                        .filter(row -> !row.deleted() && respondent.equals(row.ref("respondent")))
                        .ifPresent(kept::add);
            }
        }
        kept.forEach(row -> covered.add(row.ref("question")));
        onlyOne(records, kept, rivals);
        List<Row> found = new ArrayList<>(kept);
        Set<UUID> ids = new HashSet<>();
        kept.forEach(row -> ids.add(row.id()));
        for (Row row : records.list(Query.of(SurveyKinds.ANSWER).where("response", reply.id()))) {
            if (!covered.contains(row.ref("question")) && ids.add(row.id())) {
                found.add(row);
            }
        }
        for (Row one : older) {
            for (Row row : records.list(Query.of(SurveyKinds.ANSWER).where("response", one.id()))) {
                if (ids.add(row.id())) {
                    found.add(row);
                }
            }
        }
        return found;
    }

    /**
     * Of a question that has one answer only one is taken over, even if two machines that knew different earlier replies
     * took over different ones: the same on each, whatever the order. One that a person decided against gives way.
     */
    private static void onlyOne(Records records, List<Row> kept, List<Row> rivals) {
        Map<UUID, Row> last = new HashMap<>();
        Set<UUID> twice = new HashSet<>();
        for (Row row : kept) {
            Row other = last.get(row.ref("question"));
            if (other != null) {
                twice.add(row.ref("question"));
            }
            if (other == null || RANK.compare(row, other) > 0) {
                last.put(row.ref("question"), row);
            }
        }
        twice.removeIf(question -> question == null || isMultiple(records, question));
        for (Row row : kept) {
            Row first = last.get(row.ref("question"));
            boolean differs = !row.text("value").equals(first.text("value"))
                    || row.text("value").isEmpty() && !row.text("body").equals(first.text("body"));
            if (twice.contains(row.ref("question")) && row != first && differs && !row.flag("checked")) {
                rivals.add(row);
            }
        }
        kept.removeIf(row -> twice.contains(row.ref("question")) && last.get(row.ref("question")) != row);
    }

    /** The answers to one question that count. */
    public List<Row> answers(UUID question) {
        return answers.stream()
                .filter(row -> question.equals(row.ref("question")))
                .toList();
    }

    /** Whether what this reply says counts now, so that what is open in it has to be decided. */
    public boolean isCurrent(UUID response) {
        return counted.contains(response);
    }
}
