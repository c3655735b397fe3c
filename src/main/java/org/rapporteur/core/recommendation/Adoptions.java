package org.rapporteur.core.recommendation;

import static org.rapporteur.core.recommendation.RecommendationKinds.ADOPTION;
import static org.rapporteur.core.recommendation.RecommendationKinds.VERSION;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.recommendation.AdoptionAct.Change;

/**
 * What was adopted of a recommendation and what holds of it now, read from the records of its adoption. Paper, screen
 * and search ask here, so that they say the same. The records follow each other; those that none follows are what
 * holds. If these differ, two people decided differently without knowing of each other, and nothing holds until
 * somebody settles it.
 */
public final class Adoptions {
    /** The status of a recommendation of which an adoption holds. */
    public static final String ADOPTED = "adopted";

    private static final int CHUNK = 400;

    private final Row recommendation;
    private final List<Row> versions;
    private final List<AdoptionAct> acts;
    private final List<AdoptionAct> heads;

    private Adoptions(Row recommendation, List<Row> versions, List<Row> rows) {
        this.recommendation = recommendation;
        this.versions = List.copyOf(versions);
        List<AdoptionAct> all = new ArrayList<>();
        rows.forEach(row -> all.add(AdoptionAct.of(row)));
        stated(all).ifPresent(all::add);
        // The order of keys is the same on every machine; a record comes after those that it follows.
        all.sort(Comparator.comparing(
                        (AdoptionAct act) -> act.day() == null ? "" : act.day().toString())
                .thenComparing(act -> act.id().toString()));
        this.acts = followed(all);
        Set<UUID> replaced = new HashSet<>();
        // A translation adds to what it follows and takes nothing of it away.
        List<AdoptionAct> deciding =
                acts.stream().filter(act -> act.change() != Change.TRANSLATION).toList();
        deciding.forEach(act -> replaced.addAll(act.replaces()));
        List<AdoptionAct> last = new ArrayList<>();
        for (AdoptionAct act : deciding) {
            if (!replaced.contains(act.id()) && last.stream().noneMatch(act::agrees)) {
                last.add(act);
            }
        }
        // That something was adopted somehow is no other opinion than which text it was.
        if (last.stream().anyMatch(AdoptionAct::sealed)) {
            last.removeIf(act -> !act.sealed() && act.change() == Change.ADOPTION);
        }
        this.heads = List.copyOf(last);
    }

    /** Those that others follow before those that follow them. */
    private static List<AdoptionAct> followed(List<AdoptionAct> all) {
        Map<UUID, AdoptionAct> waiting = new LinkedHashMap<>();
        all.forEach(act -> waiting.put(act.id(), act));
        List<AdoptionAct> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            AdoptionAct next = waiting.values().stream()
                    .filter(act -> act.replaces().stream().noneMatch(waiting::containsKey))
                    .findFirst()
                    .orElse(waiting.values().iterator().next());
            waiting.remove(next.id());
            ordered.add(next);
        }
        return List.copyOf(ordered);
    }

    private Optional<AdoptionAct> stated(List<AdoptionAct> recorded) {
        String hash = recommendation.text("frozen_hash");
        UUID key = AdoptionAct.statedKey(recommendation.id());
        boolean known = recorded.stream()
                .anyMatch(act -> act.id().equals(key)
                        || act.replaces().contains(key)
                        || !hash.isEmpty() && act.hash().equals(hash));
        boolean says = hash.isEmpty() ? recommendation.text("status").equals(ADOPTED) && recorded.isEmpty() : true;
        if (known || !says) {
            return Optional.empty();
        }
        UUID frozen = recommendation.ref("frozen_version");
        Optional<Row> version = frozen != null
                ? versions.stream().filter(v -> v.id().equals(frozen)).findFirst()
                : versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
        return Optional.of(AdoptionAct.stated(recommendation, version));
    }

    /** Of one recommendation. */
    public static Adoptions of(Records records, Row recommendation) {
        return of(recommendation, Wordings.of(records, recommendation.id()), rows(records, recommendation.id()));
    }

    private static List<Row> rows(Records records, UUID recommendation) {
        return records.list(Query.partsOf(ADOPTION, recommendation));
    }

    /**
     * Of one recommendation whose parts were read.
     *
     * @param versions its versions in order
     * @param adoptions its records of adoption in any order
     */
    public static Adoptions of(Row recommendation, List<Row> versions, List<Row> adoptions) {
        return new Adoptions(recommendation, versions, adoptions);
    }

    /** Of many recommendations at once, by their keys. */
    public static Map<UUID, Adoptions> of(Records records, Collection<Row> recommendations) {
        Map<UUID, List<Row>> versions = new HashMap<>();
        Map<UUID, List<Row>> adoptions = new HashMap<>();
        List<UUID> ids = recommendations.stream().map(Row::id).toList();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            List<UUID> some = ids.subList(from, Math.min(from + CHUNK, ids.size()));
            records.each(
                    Query.of(VERSION).where("recommendation", some).by("position"),
                    row -> versions.computeIfAbsent(row.ref("recommendation"), k -> new ArrayList<>())
                            .add(row));
            records.each(
                    Query.of(ADOPTION).where("recommendation", some),
                    row -> adoptions
                            .computeIfAbsent(row.ref("recommendation"), k -> new ArrayList<>())
                            .add(row));
        }
        Map<UUID, Adoptions> found = new HashMap<>();
        for (Row row : recommendations) {
            found.put(
                    row.id(),
                    new Adoptions(
                            row,
                            versions.getOrDefault(row.id(), List.of()),
                            adoptions.getOrDefault(row.id(), List.of())));
        }
        return found;
    }

    /**
     * The recommendations whose adopted text no longer fits its seal, whose adopted version was altered or is gone, or on
     * which two records differ: what no paper should say without a word. Reads all recommendations.
     */
    public static Map<Row, Seal> doubtful(Records records) {
        List<Row> all = new ArrayList<>();
        records.each(Query.of(RecommendationKinds.RECOMMENDATION), all::add);
        Map<UUID, Adoptions> adoptions = of(records, all);
        Map<Row, Seal> found = new LinkedHashMap<>();
        for (Row row : all) {
            Adoptions one = adoptions.get(row.id());
            Seal seal = one.seal();
            boolean broken = one.acts().stream().anyMatch(act -> one.seal(act) == Seal.BROKEN);
            switch (seal) {
                case ALTERED, MISSING, BROKEN, CONTESTED -> found.put(row, seal);
                case NONE, UNSEALED, UNALTERED -> {
                    // A record that is followed by others is a record too.
                    if (broken) {
                        found.put(row, Seal.BROKEN);
                    } else if (!one.translationsThatDiffer().isEmpty()) {
                        found.put(row, Seal.CONTESTED);
                    }
                }
            }
        }
        return found;
    }

    /** All records, those that are followed before those that follow them. */
    public List<AdoptionAct> acts() {
        return acts;
    }

    /** The versions of the recommendation, in order. */
    public List<Row> versions() {
        return versions;
    }

    /** The records that none follows; several if they differ. */
    public List<AdoptionAct> heads() {
        return heads;
    }

    /** Whether two records differ and nobody has settled it. */
    public boolean contested() {
        return heads.size() > 1;
    }

    /** Whether something is adopted, be it that people differ about what. */
    public boolean holds() {
        return heads.stream().anyMatch(act -> act.change() != Change.REVOCATION);
    }

    /** What is adopted now; empty if nothing is, or if records differ. */
    public Optional<AdoptionAct> inForce() {
        return contested() || !holds() ? Optional.empty() : Optional.of(heads.getFirst());
    }

    /** The status as it follows from the records: adopted if an adoption holds, else how far the drafting is. */
    public String status() {
        String stated = recommendation.text("status");
        if (holds()) {
            return ADOPTED;
        }
        return stated.equals(ADOPTED) ? "in_negotiation" : stated;
    }

    /** What holds and what it goes back to, the first adoption first; decisions between two count as what they chose. */
    private List<AdoptionAct> chain() {
        List<AdoptionAct> chain = new ArrayList<>();
        AdoptionAct at = inForce().orElse(null);
        while (at != null && !chain.contains(at)) {
            if (at.change() != Change.DECISION) {
                chain.addFirst(at);
            }
            at = at.change() == Change.ADOPTION ? null : before(at).orElse(null);
        }
        if (chain.isEmpty()) {
            inForce().ifPresent(chain::add);
        }
        return chain;
    }

    private Optional<AdoptionAct> before(AdoptionAct act) {
        return acts.subList(0, acts.indexOf(act)).reversed().stream()
                .filter(one -> act.replaces().contains(one.id()) && one.change() != Change.REVOCATION)
                .filter(one -> one.change() != Change.TRANSLATION)
                .filter(one -> act.change() != Change.DECISION
                        || one.hash().equals(act.hash()) && Objects.equals(one.day(), act.day()))
                .findFirst();
    }

    /** The first adoption that what holds goes back to: its day is the day of adoption. */
    public Optional<AdoptionAct> first() {
        return chain().stream().findFirst();
    }

    /** Corrections and revisions of what holds, in the order in which they were made. */
    public List<AdoptionAct> corrections() {
        return chain().stream()
                .filter(act -> act.change() == Change.CORRIGENDUM || act.change() == Change.REVISION)
                .toList();
    }

    /**
     * The translations that were added to the text that holds after it was adopted; several of one language if two people
     * added one without knowing of each other.
     */
    public List<AdoptionAct> translations() {
        return inForce().map(this::translations).orElse(List.of());
    }

    private List<AdoptionAct> translations(AdoptionAct of) {
        Set<UUID> same = new HashSet<>();
        acts.stream()
                .filter(act -> act.change() != Change.TRANSLATION
                        && act.sealed()
                        && act.hash().equals(of.hash()))
                .forEach(act -> same.add(act.id()));
        List<AdoptionAct> all = acts.stream()
                .filter(act -> act.change() == Change.TRANSLATION
                        && act.replaces().stream().anyMatch(same::contains))
                .toList();
        Set<UUID> followed = new HashSet<>();
        all.forEach(act -> followed.addAll(act.replaces()));
        return all.stream().filter(act -> !followed.contains(act.id())).toList();
    }

    /** The translation into a language that was added to the text that holds; empty if there is none, or two differ. */
    public Optional<AdoptionAct> translation(String language) {
        return inForce().flatMap(act -> translation(act, language));
    }

    private Optional<AdoptionAct> translation(AdoptionAct of, String language) {
        List<AdoptionAct> into = translations(of).stream()
                .filter(one -> one.texts().containsKey(language) && one.intact())
                .toList();
        return into.stream().map(AdoptionAct::hash).distinct().count() == 1
                ? Optional.of(into.getFirst())
                : Optional.empty();
    }

    /** Codes of the languages into which two translations were added that differ. */
    public List<String> translationsThatDiffer() {
        return Field.LANGUAGES.stream()
                .filter(language -> translations().stream()
                                .filter(one -> one.texts().containsKey(language))
                                .map(AdoptionAct::hash)
                                .distinct()
                                .count()
                        > 1)
                .toList();
    }

    /** The number under which the text that holds was adopted, if the recommendation has another one now. */
    public Optional<String> otherNumber() {
        String now = recommendation.text("number").strip();
        return inForce().map(AdoptionAct::number).filter(adopted -> !adopted.isEmpty() && !adopted.equals(now));
    }

    /** Whether a version's text was adopted at any time; it is no longer written in then. */
    public boolean sealed(UUID version) {
        return acts.stream().anyMatch(act -> act.change() != Change.REVOCATION && version.equals(act.version()));
    }

    /** What became of the text that holds. */
    public Seal seal() {
        if (contested()) {
            return Seal.CONTESTED;
        }
        return inForce().map(this::seal).orElse(Seal.NONE);
    }

    /** What became of the text of one record. */
    public Seal seal(AdoptionAct act) {
        if (!act.sealed()) {
            return Seal.UNSEALED;
        }
        Optional<Row> version = version(act);
        boolean taken = act.seal().isEmpty();
        if (!act.intact()) {
            // A record taken over from an earlier program has its text from the version, as that was by then.
            return version.isEmpty() && taken ? Seal.MISSING : taken ? Seal.ALTERED : Seal.BROKEN;
        }
        if (version.isEmpty()) {
            return Seal.MISSING;
        }
        boolean same = act.languages().stream()
                .allMatch(language -> CanonicalText.tidy(version.get().text("body", language))
                        .equals(CanonicalText.tidy(act.texts().get(language))));
        return same ? Seal.UNALTERED : Seal.ALTERED;
    }

    /** The version that a record names, if it is there. */
    public Optional<Row> version(AdoptionAct act) {
        return versions.stream().filter(row -> row.id().equals(act.version())).findFirst();
    }

    /**
     * The wording that holds: the adopted text of what is adopted, in the languages in which it was adopted to the letter
     * of the record, in others as the version has it; else the last version.
     */
    public Optional<Row> current() {
        return holds()
                ? heads.stream()
                        .filter(act -> act.change() != Change.REVOCATION)
                        .findFirst()
                        .map(this::wording)
                : versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
    }

    /** The wording of one record, as a version. */
    public Row wording(AdoptionAct act) {
        Optional<Row> version = version(act);
        Object[] values = new Object[VERSION.columns().size()];
        version.ifPresent(
                row -> Arrays.setAll(values, i -> row.get(VERSION.columns().get(i))));
        values[VERSION.indexOf("label")] = act.label();
        values[VERSION.indexOf("recommendation")] = recommendation.id();
        for (String language : Field.LANGUAGES) {
            translation(act, language)
                    .ifPresent(one -> values[VERSION.indexOf("body_" + language)] =
                            one.texts().get(language));
        }
        act.texts().forEach((language, text) -> values[VERSION.indexOf("body_" + language)] = text);
        UUID id = act.version() == null ? act.id() : act.version();
        return new Row(VERSION, id, recommendation.scope(), false, values);
    }

    /** Versions after the one that holds: a revision that is being worked on. */
    public List<Row> after() {
        Optional<UUID> holding = inForce().map(AdoptionAct::version);
        if (holding.isEmpty()) {
            return List.of();
        }
        int at = -1;
        for (int i = 0; i < versions.size(); i++) {
            if (sealed(versions.get(i).id())) {
                at = i;
            }
        }
        return at < 0 ? List.of() : versions.subList(at + 1, versions.size());
    }
}
