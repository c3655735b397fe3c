package org.rapporteur.core.recommendation;

import static org.rapporteur.core.recommendation.RecommendationKinds.EVIDENCE;
import static org.rapporteur.core.recommendation.RecommendationKinds.RECOMMENDATION;
import static org.rapporteur.core.recommendation.RecommendationKinds.VERSION;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.OrderKeys;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.problem.Problem;

/**
 * What is done to recommendations, each within the transaction it is given, so that it is one step of undo under the
 * name that the caller gives it.
 */
public final class RecommendationSteps {
    private RecommendationSteps() {}

    /**
     * Adds a version with the wording of the last one, to be written on.
     *
     * @param label what it is called
     * @param madeOn its day; may be null
     * @return key of the version
     */
    public static UUID addVersion(Transaction tx, UUID recommendation, String label, LocalDate madeOn) {
        List<Row> versions = Wordings.of(tx, recommendation);
        Row last = versions.isEmpty() ? null : versions.getLast();
        Values values = Values.of("recommendation", recommendation)
                .with("label", label)
                .with("made_on", madeOn)
                .with("position", OrderKeys.between(last == null ? null : last.text("position"), null));
        if (last != null) {
            values.texts("body", last.texts("body"));
        }
        return tx.insert(VERSION, values);
    }

    /**
     * Adopts a version: the recommendation gets the status, the day and the seal of the text.
     *
     * @param day day of adoption
     * @return the seal, SHA-256 of the text in all its languages
     * @throws Problem REC-01 if the version has no wording, REC-02 if it is gone or another recommendation's
     */
    public static String adopt(Transaction tx, UUID recommendation, UUID version, LocalDate day) {
        Row row = tx.find(VERSION, version)
                .filter(v -> !v.deleted() && recommendation.equals(v.ref("recommendation")))
                .orElseThrow(() -> problem("REC-02", "recommendation.problem.gone"));
        if (CanonicalText.isBlank(row)) {
            throw problem("REC-01", "recommendation.problem.blank");
        }
        String hash = CanonicalText.hash(row);
        tx.set(RECOMMENDATION, recommendation, "status", "adopted");
        tx.set(RECOMMENDATION, recommendation, "adopted_on", Values.stored(day));
        tx.set(RECOMMENDATION, recommendation, "frozen_version", version);
        tx.set(RECOMMENDATION, recommendation, "frozen_hash", hash);
        return hash;
    }

    /**
     * Takes an adopted recommendation up again: a new version with the adopted wording, in negotiation. The adopted
     * version and its seal stay as the record of what was adopted.
     *
     * @return key of the new version
     */
    public static UUID reopen(Transaction tx, UUID recommendation, String label, LocalDate day) {
        Row row = tx.find(RECOMMENDATION, recommendation)
                .orElseThrow(() -> problem("REC-02", "recommendation.problem.gone"));
        UUID version = addVersion(tx, recommendation, label, day);
        UUID frozen = row.ref("frozen_version");
        Optional<Row> adopted = frozen == null ? Optional.empty() : tx.find(VERSION, frozen);
        adopted.ifPresent(from -> {
            for (String language : Field.LANGUAGES) {
                tx.set(VERSION, version, "body_" + language, Values.stored(from.text("body", language)));
            }
        });
        tx.set(RECOMMENDATION, recommendation, "status", "in_negotiation");
        return version;
    }

    /**
     * Links a recommendation to what it rests on or refers to; a link that is there already is not made twice.
     *
     * @param relation a value of the field {@code relation}
     * @return key of the link
     */
    public static UUID link(Transaction tx, UUID recommendation, String relation, UUID target) {
        return tx
                .list(Query.partsOf(EVIDENCE, recommendation)
                        .where("relation", relation)
                        .where("target", target))
                .stream()
                .findFirst()
                .map(Row::id)
                .orElseGet(() -> tx.insert(
                        EVIDENCE,
                        Values.of("recommendation", recommendation)
                                .with("relation", relation)
                                .with("target", target)));
    }

    /**
     * Adds an empty draft at the end of a meeting's recommendations, numbered on from the highest number there is.
     *
     * @param meeting may be null
     * @param grouping names of its group by language code; empty for none
     * @return key of the recommendation
     */
    public static UUID add(Transaction tx, UUID meeting, java.util.Map<String, String> grouping) {
        List<Row> all =
                tx.list(Query.of(RECOMMENDATION).where("meeting", meeting).by("position"));
        int highest = 0;
        for (Row row : all) {
            String number = row.text("number").strip();
            if (number.matches("\\d{1,6}")) {
                highest = Math.max(highest, Integer.parseInt(number));
            }
        }
        Values values = Values.of("meeting", meeting)
                .with("number", String.valueOf(highest + 1))
                .with("status", "draft")
                .texts("grouping", grouping)
                .with(
                        "position",
                        OrderKeys.between(all.isEmpty() ? null : all.getLast().text("position"), null));
        return tx.insert(RECOMMENDATION, values);
    }

    /**
     * Puts a recommendation before another of the same meeting, into that one's group; at the end without one.
     *
     * @param before the one that is to follow; null for the end
     */
    public static void move(Transaction tx, UUID recommendation, UUID before) {
        Row moved = tx.find(RECOMMENDATION, recommendation).orElseThrow();
        List<Row> others =
                tx
                        .list(Query.of(RECOMMENDATION)
                                .where("meeting", moved.ref("meeting"))
                                .by("position"))
                        .stream()
                        .filter(row -> !row.id().equals(recommendation))
                        .toList();
        int at = others.size();
        for (int i = 0; i < others.size(); i++) {
            if (others.get(i).id().equals(before)) {
                at = i;
            }
        }
        String low = at == 0 ? null : others.get(at - 1).text("position");
        String high = at == others.size() ? null : others.get(at).text("position");
        boolean tied = low != null && high != null && low.compareTo(high) >= 0;
        if (tied || low != null && low.length() > OrderKeys.LONG) {
            // Two had the same key after a merge, or keys grew long: everyone gets a new one.
            List<String> keys = OrderKeys.spread(others.size() + 1);
            for (int i = 0; i < others.size(); i++) {
                tx.set(RECOMMENDATION, others.get(i).id(), "position", keys.get(i < at ? i : i + 1));
            }
            tx.set(RECOMMENDATION, recommendation, "position", keys.get(at));
        } else {
            tx.set(RECOMMENDATION, recommendation, "position", OrderKeys.between(low, high));
        }
    }

    /** Gives a recommendation the group of another. */
    public static void regroup(Transaction tx, UUID recommendation, Row like) {
        for (String language : Field.LANGUAGES) {
            tx.set(
                    RECOMMENDATION,
                    recommendation,
                    "grouping_" + language,
                    Values.stored(like.text("grouping", language)));
        }
    }

    private static Problem problem(String code, String key) {
        return Problem.of(code, key).kept("problem.kept.nothingChanged").build();
    }
}
