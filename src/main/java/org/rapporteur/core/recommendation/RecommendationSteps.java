package org.rapporteur.core.recommendation;

import static org.rapporteur.core.recommendation.RecommendationKinds.ADOPTION;
import static org.rapporteur.core.recommendation.RecommendationKinds.EVIDENCE;
import static org.rapporteur.core.recommendation.RecommendationKinds.RECOMMENDATION;
import static org.rapporteur.core.recommendation.RecommendationKinds.VERSION;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        return copy(tx, recommendation, versions.isEmpty() ? null : versions.getLast(), versions, label, madeOn);
    }

    /** A version with the wording of another, and with what each language was made from. */
    private static UUID copy(
            Transaction tx, UUID recommendation, Row from, List<Row> versions, String label, LocalDate madeOn) {
        Row last = versions.isEmpty() ? null : versions.getLast();
        Values values = Values.of("recommendation", recommendation)
                .with("label", label)
                .with("made_on", madeOn)
                .with("position", OrderKeys.between(last == null ? null : last.text("position"), null));
        if (from != null) {
            values.texts("body", from.texts("body"))
                    .texts("made_from", from.texts("made_from"))
                    .with("original", from.get("original"))
                    .with("unworded", from.get("unworded"));
        }
        return tx.insert(VERSION, values);
    }

    /**
     * What is to be recorded when a text is adopted, corrected or revised.
     *
     * @param version the version whose text it is
     * @param languages codes of the languages in which it was adopted; those without text are left out
     * @param day the day
     * @param meeting the meeting that did it; may be null
     * @param place where, in words; may be ""
     * @param mode a value of the field {@code mode}; may be ""
     * @param change adoption, corrigendum or revision
     * @param reason why: for a correction or revision, and if something stands against it
     * @param by who records it
     * @param today the day on which it is recorded
     */
    public record Adopting(
            UUID version,
            Set<String> languages,
            LocalDate day,
            UUID meeting,
            String place,
            String mode,
            AdoptionAct.Change change,
            String reason,
            String by,
            LocalDate today) {}

    /**
     * Records that a text was adopted, corrected or revised: the text in its languages, the day, the place and the seal,
     * and which records it follows. What holds is what this says from now on.
     *
     * @return the record
     * @throws Problem REC-01 if something stands against it that no reason overrides, REC-02 if the version is gone or
     *     another recommendation's, REC-03 if something else stands against it and no reason is given, REC-04 if the kind
     *     of change does not fit what is there
     */
    public static AdoptionAct adopt(Transaction tx, UUID recommendation, Adopting what) {
        return adopt(tx, null, recommendation, what);
    }

    /**
     * The same under a given key, for what everyone who reads a source records alike.
     *
     * @param key key of the record; null for a new one
     */
    public static AdoptionAct adopt(Transaction tx, UUID key, UUID recommendation, Adopting what) {
        Row of = tx.find(RECOMMENDATION, recommendation)
                .filter(row -> !row.deleted())
                .orElseThrow(() -> problem("REC-02", "recommendation.problem.gone"));
        Row version = tx.find(VERSION, what.version())
                .filter(v -> !v.deleted() && recommendation.equals(v.ref("recommendation")))
                .orElseThrow(() -> problem("REC-02", "recommendation.problem.gone"));
        Adoptions before = Adoptions.of(tx, of);
        boolean first = what.change() == AdoptionAct.Change.ADOPTION;
        boolean sealedAlready = before.inForce().map(AdoptionAct::sealed).orElse(false);
        if (before.contested()
                || first == sealedAlready
                || !first
                        && what.change() != AdoptionAct.Change.CORRIGENDUM
                        && what.change() != AdoptionAct.Change.REVISION) {
            throw problem(
                    "REC-04",
                    before.contested()
                            ? "recommendation.problem.contested"
                            : first ? "recommendation.problem.already" : "recommendation.problem.notyet");
        }
        List<AdoptionCheck.Obstacle> obstacles =
                AdoptionCheck.obstacles(tx, of, version, what.languages(), what.day(), what.today());
        for (AdoptionCheck.Obstacle obstacle : obstacles) {
            boolean written = !what.reason().isBlank();
            if (!obstacle.type().yields() || !written) {
                throw Problem.of(
                                obstacle.type().yields() ? "REC-03" : "REC-01",
                                obstacle.message().key(),
                                obstacle.message().args().toArray())
                        .kept("problem.kept.nothingChanged")
                        .build();
            }
        }
        if (!first && what.reason().isBlank()) {
            throw problem("REC-03", "recommendation.obstacle.no_reason");
        }
        Map<String, String> texts = new LinkedHashMap<>(version.texts("body"));
        texts.keySet().retainAll(what.languages());
        return record(
                tx,
                recommendation,
                before,
                new AdoptionAct(
                        key,
                        what.change(),
                        version.id(),
                        version.text("label"),
                        what.day(),
                        what.meeting(),
                        what.place().strip(),
                        what.mode(),
                        texts,
                        LanguageVersions.original(version),
                        CanonicalText.hash(texts),
                        "",
                        Set.of(),
                        what.reason().strip(),
                        what.by(),
                        of.text("number").strip()));
    }

    /**
     * Settles between records that differ: what one of them says holds.
     *
     * @param chosen key of that one
     * @param reason why; may be ""
     * @throws Problem REC-02 if it is not there
     */
    public static AdoptionAct decide(Transaction tx, UUID recommendation, UUID chosen, String reason, String by) {
        Adoptions before =
                Adoptions.of(tx, tx.find(RECOMMENDATION, recommendation).orElseThrow());
        AdoptionAct holds = before.heads().stream()
                .filter(act -> act.id().equals(chosen))
                .findFirst()
                .orElseThrow(() -> problem("REC-02", "recommendation.problem.gone"));
        AdoptionAct.Change change = holds.change() == AdoptionAct.Change.REVOCATION
                ? AdoptionAct.Change.REVOCATION
                : AdoptionAct.Change.DECISION;
        return record(
                tx,
                recommendation,
                before,
                new AdoptionAct(
                        null,
                        change,
                        holds.version(),
                        holds.label(),
                        holds.day(),
                        holds.meeting(),
                        holds.place(),
                        holds.mode(),
                        holds.texts(),
                        holds.original(),
                        holds.hash(),
                        "",
                        Set.of(),
                        reason.strip(),
                        by,
                        holds.number()));
    }

    /**
     * Records that an adoption was recorded in error or was taken back: nothing is adopted any more. What was stays on
     * record.
     *
     * @throws Problem REC-03 without a reason, REC-04 if nothing is adopted
     */
    public static AdoptionAct revoke(Transaction tx, UUID recommendation, LocalDate day, String reason, String by) {
        Adoptions before =
                Adoptions.of(tx, tx.find(RECOMMENDATION, recommendation).orElseThrow());
        if (!before.holds()) {
            throw problem("REC-04", "recommendation.problem.notyet");
        }
        if (reason.isBlank()) {
            throw problem("REC-03", "recommendation.obstacle.no_reason");
        }
        return record(
                tx,
                recommendation,
                before,
                new AdoptionAct(
                        null,
                        AdoptionAct.Change.REVOCATION,
                        null,
                        "",
                        day,
                        null,
                        "",
                        "",
                        Map.of(),
                        "",
                        "",
                        "",
                        Set.of(),
                        reason.strip(),
                        by,
                        ""));
    }

    /**
     * What is to be recorded when an adopted text is translated later.
     *
     * @param language code of the language
     * @param text the text in it
     * @param day the day of the translation
     * @param by who records it
     * @param today the day on which it is recorded
     */
    public record Translating(String language, String text, LocalDate day, String by, LocalDate today) {}

    /**
     * Adds a language to an adopted text. What was adopted, its seal and its day stay as they are; the translation is a
     * record of its own with its own day and seal, and follows an earlier translation into the language if there is one.
     *
     * @throws Problem REC-04 if no sealed text is adopted, or it was adopted in this language, REC-01 if there is no text
     *     or no day, or the day is before the adoption or has not come yet
     */
    public static AdoptionAct translate(Transaction tx, UUID recommendation, Translating what) {
        Row of = tx.find(RECOMMENDATION, recommendation)
                .filter(row -> !row.deleted())
                .orElseThrow(() -> problem("REC-02", "recommendation.problem.gone"));
        Adoptions adoptions = Adoptions.of(tx, of);
        AdoptionAct holds = adoptions
                .inForce()
                .filter(AdoptionAct::sealed)
                .orElseThrow(() -> problem("REC-04", "recommendation.problem.notyet"));
        if (holds.texts().containsKey(what.language())) {
            throw problem("REC-04", "recommendation.problem.translated");
        }
        if (!Field.LANGUAGES.contains(what.language())
                || CanonicalText.tidy(what.text()).isEmpty()) {
            throw problem("REC-01", "recommendation.obstacle.blank");
        }
        if (what.day() == null) {
            throw problem("REC-01", "recommendation.obstacle.no_day");
        }
        if (what.day().isAfter(what.today())) {
            throw problem("REC-01", "recommendation.obstacle.future");
        }
        if (holds.day() != null && what.day().isBefore(holds.day())) {
            throw problem("REC-01", "recommendation.problem.translation.early");
        }
        Set<UUID> follows = new LinkedHashSet<>(Set.of(holds.id()));
        adoptions.translations().stream()
                .filter(one -> one.texts().containsKey(what.language()))
                .forEach(one -> follows.add(one.id()));
        Map<String, String> texts = Map.of(what.language(), what.text().strip());
        AdoptionAct act = new AdoptionAct(
                null,
                AdoptionAct.Change.TRANSLATION,
                holds.version(),
                holds.label(),
                what.day(),
                null,
                "",
                "",
                texts,
                holds.original(),
                CanonicalText.hash(texts),
                "",
                follows,
                "",
                what.by(),
                holds.number());
        UUID id = tx.insert(ADOPTION, act.values(recommendation));
        tx.find(VERSION, holds.version())
                .filter(version -> !version.deleted())
                .ifPresent(version ->
                        tx.set(VERSION, version.id(), "body_" + what.language(), texts.get(what.language())));
        return act.as(id);
    }

    private static AdoptionAct record(Transaction tx, UUID recommendation, Adoptions before, AdoptionAct act) {
        Set<UUID> replaces = new LinkedHashSet<>();
        // All that is there, so that two who decide at once each follow the same and are seen to differ.
        before.acts().forEach(one -> replaces.add(one.id()));
        AdoptionAct whole = act.following(replaces);
        UUID id = act.id();
        if (id == null) {
            id = tx.insert(ADOPTION, whole.values(recommendation));
        } else {
            tx.insert(ADOPTION, id, tx.scopeOf(RECOMMENDATION, recommendation), whole.values(recommendation));
        }
        boolean adopted = act.change() != AdoptionAct.Change.REVOCATION;
        tx.set(RECOMMENDATION, recommendation, "status", adopted ? Adoptions.ADOPTED : "in_negotiation");
        return whole.as(id);
    }

    /**
     * Takes an adopted recommendation up again: a new version with the text that holds, to be corrected or revised. What
     * was adopted holds until a correction or revision is recorded.
     *
     * @return key of the new version
     */
    public static UUID reopen(Transaction tx, UUID recommendation, String label, LocalDate day) {
        Row row = tx.find(RECOMMENDATION, recommendation)
                .orElseThrow(() -> problem("REC-02", "recommendation.problem.gone"));
        Adoptions adoptions = Adoptions.of(tx, row);
        return adoptions
                .current()
                .map(from -> copy(tx, recommendation, from, adoptions.versions(), label, day))
                .orElseGet(() -> addVersion(tx, recommendation, label, day));
    }

    /**
     * Puts the adopted wording back into the version that was adopted, where a colleague changed or deleted it without
     * knowing.
     */
    public static void putBack(Transaction tx, AdoptionAct act) {
        Row row = tx.find(VERSION, act.version()).orElseThrow(() -> problem("REC-02", "recommendation.problem.gone"));
        if (row.deleted()) {
            tx.restore(VERSION, row.id());
        }
        act.texts().forEach((language, text) -> tx.set(VERSION, row.id(), "body_" + language, text));
    }

    /** Says that a language version was compared with the original as it is now and says the same. */
    public static void upToDate(Transaction tx, UUID version, String language) {
        Row row = tx.find(VERSION, version).orElseThrow(() -> problem("REC-02", "recommendation.problem.gone"));
        tx.set(
                VERSION,
                version,
                "made_from_" + language,
                LanguageVersions.mark(row.text("body", LanguageVersions.original(row))));
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
    public static UUID add(Transaction tx, UUID meeting, Map<String, String> grouping) {
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
