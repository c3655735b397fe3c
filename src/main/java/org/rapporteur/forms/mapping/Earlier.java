package org.rapporteur.forms.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.survey.SurveyKinds;

/**
 * What earlier tables brought into a survey, as far as it answers the questions of a mapping. A row that comes again is
 * known by what it says, a changed one by what it said.
 */
final class Earlier {
    /** From this share of an earlier table's rows on, a table is a newer version of it. */
    private static final double SAME_SOURCE = 0.5;

    private static final double SIMILAR = 0.5;

    /** A row of an earlier table. */
    static final class Reply {
        private final Row row;
        private final List<Row> answers = new ArrayList<>();
        private boolean placed;

        Reply(Row row) {
            this.row = row;
        }

        Row row() {
            return row;
        }

        UUID id() {
            return row.id();
        }

        UUID respondent() {
            return row.ref("respondent");
        }

        List<Row> answers() {
            return answers;
        }

        /** All its words, for comparing and for naming it. */
        String words() {
            List<String> words = new ArrayList<>();
            answers.forEach(
                    answer -> words.add(answer.text("body").isEmpty() ? answer.text("value") : answer.text("body")));
            return String.join("; ", words);
        }
    }

    private final Map<UUID, Reply> byId = new LinkedHashMap<>();
    private final Map<String, List<Reply>> byContent = new HashMap<>();
    private final Map<UUID, List<Reply>> byRespondent = new HashMap<>();
    private final Set<UUID> ofThisCall;

    private Earlier(Set<UUID> ofThisCall) {
        this.ofThisCall = ofThisCall;
    }

    static Earlier none() {
        return new Earlier(Set.of());
    }

    /**
     * Reads it.
     *
     * @param ofThisCall replies that other files of the same call brought: parts of one table, not versions of it
     */
    static Earlier of(Transaction tx, UUID survey, Collection<UUID> questions, Set<UUID> ofThisCall) {
        Earlier earlier = new Earlier(ofThisCall);
        Map<UUID, Reply> all = new LinkedHashMap<>();
        tx.each(
                Query.of(SurveyKinds.RESPONSE).where("survey", survey).where("channel", "table"),
                row -> all.put(row.id(), new Reply(row)));
        if (all.isEmpty()) {
            return earlier;
        }
        Set<UUID> asked = new HashSet<>(questions);
        tx.each(Query.of(SurveyKinds.ANSWER).where("survey", survey), row -> {
            Reply reply = all.get(row.ref("response"));
            if (reply != null && asked.contains(row.ref("question"))) {
                reply.answers.add(row);
            }
        });
        all.values().forEach(reply -> {
            if (!reply.answers.isEmpty()) {
                earlier.byId.put(reply.id(), reply);
                earlier.byContent
                        .computeIfAbsent(content(reply), k -> new ArrayList<>())
                        .add(reply);
                earlier.byRespondent
                        .computeIfAbsent(reply.respondent(), k -> new ArrayList<>())
                        .add(reply);
            }
        });
        return earlier;
    }

    boolean isEmpty() {
        return byId.isEmpty();
    }

    private static String content(Reply reply) {
        List<String> parts = new ArrayList<>();
        reply.answers.forEach(a -> parts.add(part(a.ref("question"), a.text("value"), a.text("body"))));
        return content(reply.respondent(), parts);
    }

    static String part(UUID question, String value, String body) {
        return question + "\t" + value + "\t" + body;
    }

    static String content(UUID respondent, List<String> parts) {
        return respondent + "\n" + String.join("\n", parts.stream().sorted().toList());
    }

    /** Whether it holds the row with this key, met or not. */
    boolean has(UUID id) {
        return byId.containsKey(id);
    }

    /** The row with this key, if it was not met yet; null if there is none. */
    Reply byKey(UUID id) {
        return take(byId.get(id));
    }

    /** A row that says exactly this, not met yet, and best the one with this key; null if there is none. */
    Reply saying(String content, UUID id) {
        List<Reply> all = byContent.getOrDefault(content, List.of());
        for (Reply reply : all) {
            if (!reply.placed && reply.id().equals(id)) {
                return take(reply);
            }
        }
        for (Reply reply : all) {
            if (!reply.placed) {
                return take(reply);
            }
        }
        return null;
    }

    /** The row with this key, not met yet, if it holds one of these answers, whatever became of them since; or null. */
    Reply holding(UUID id, List<UUID> answers) {
        Reply reply = byId.get(id);
        boolean holds = reply != null && reply.answers.stream().anyMatch(row -> answers.contains(row.id()));
        return holds ? take(reply) : null;
    }

    /** The row of the respondent that the words are likely a new version of; null if there is none. */
    Reply alike(UUID respondent, String words, boolean only, String file) {
        Reply best = null;
        double most = SIMILAR;
        List<Reply> left = byRespondent.getOrDefault(respondent, List.of()).stream()
                .filter(reply -> !reply.placed && !ofThisCall.contains(reply.id()))
                .toList();
        for (Reply reply : left) {
            double similar = Trigrams.similarity(reply.words(), words);
            if (similar >= most) {
                most = similar;
                best = reply;
            }
        }
        if (best == null && only && left.size() == 1 && sameSource(left.get(0), file)) {
            best = left.get(0);
        }
        return take(best);
    }

    /** A row of the respondent that was not met yet, for tables with one row a respondent. */
    Reply ofRespondent(UUID respondent) {
        for (Reply reply : byRespondent.getOrDefault(respondent, List.of())) {
            if (!reply.placed) {
                return take(reply);
            }
        }
        return null;
    }

    private static Reply take(Reply reply) {
        if (reply == null || reply.placed) {
            return null;
        }
        reply.placed = true;
        return reply;
    }

    /** Whether the table is a newer version of the one that a row came with: by its name, or by what both hold. */
    private boolean sameSource(Reply reply, String file) {
        if (reply.row.text("source_file").equals(file)) {
            return true;
        }
        String hash = reply.row.text("source_hash");
        long all = byId.values().stream()
                .filter(other -> other.row.text("source_hash").equals(hash))
                .count();
        long met = byId.values().stream()
                .filter(other -> other.placed && other.row.text("source_hash").equals(hash))
                .count();
        return met >= all * SAME_SOURCE;
    }

    /** Rows of earlier versions of the table that this one does not hold. */
    List<Reply> gone(String file) {
        Map<String, Boolean> sources = new HashMap<>();
        List<Reply> gone = new ArrayList<>();
        for (Reply reply : byId.values()) {
            if (!reply.placed && !ofThisCall.contains(reply.id())) {
                String source = reply.row.text("source_file") + "\n" + reply.row.text("source_hash");
                if (sources.computeIfAbsent(source, k -> sameSource(reply, file))) {
                    gone.add(reply);
                }
            }
        }
        return gone;
    }
}
