package org.rapporteur.core.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.model.Model;
import org.rapporteur.core.participant.ParticipantKinds;
import org.rapporteur.core.participant.PersonDuplicates;
import org.rapporteur.core.party.PartyKinds;

/**
 * Records that may be one thing entered twice. Nothing is unique but the key, because two people work apart; so what
 * looks like one is offered to a person, who merges it or says that it is two.
 */
public final class Duplicates {
    /** More pairs than this nobody looks through at once; the rest comes when these are settled. */
    public static final int MOST = 500;

    /** More rows than this agree by chance or by a bulk import; only the nearest ones are paired. */
    private static final int LARGEST_GROUP = 20;

    /** Why two records may be one; the surest first. */
    public enum Reason {
        /** The same code of a published list. */
        SAME_CODE,
        /** The same e-mail address and a name that is alike. */
        SAME_ADDRESS,
        /** All that names such an entry is the same. */
        SAME_ENTRY,
        /** The names are very probably one. */
        SIMILAR_NAME,
        /** The names are alike and so is the party. */
        POSSIBLE
    }

    /**
     * Two records that may be one, the older first.
     *
     * @param fields what is the same or alike
     */
    public record Pair(Row first, Row second, Reason reason, List<Field> fields) {
        public Pair {
            fields = List.copyOf(fields);
            if (first.id().compareTo(second.id()) > 0) {
                Row older = second;
                second = first;
                first = older;
            }
        }

        public Kind kind() {
            return first.kind();
        }
    }

    private Duplicates() {}

    /**
     * The pairs of all kinds in the order of the model, the surest first.
     *
     * @param cancelled asked now and then; ends the search with what was found
     */
    public static List<Pair> find(Records records, BooleanSupplier cancelled) {
        List<Pair> pairs = new ArrayList<>();
        for (Kind kind : Model.kinds()) {
            if (cancelled.getAsBoolean() || pairs.size() >= MOST) {
                break;
            }
            List<Pair> ofKind = new ArrayList<>();
            if (kind == PartyKinds.PARTY) {
                ofKind.addAll(PartyDuplicates.find(records.list(Query.of(kind))));
            } else if (kind == ParticipantKinds.PERSON) {
                PersonDuplicates.find(records.list(Query.of(kind))).forEach(pair -> ofKind.add(person(pair)));
            }
            for (DuplicateRules.Rule rule : DuplicateRules.of(kind)) {
                ofKind.addAll(byRule(records, rule));
            }
            Set<Set<UUID>> seen = new HashSet<>();
            ofKind.stream()
                    .sorted(Comparator.comparing(Pair::reason)
                            .thenComparing(pair -> pair.first().id()))
                    .filter(pair ->
                            seen.add(Set.of(pair.first().id(), pair.second().id())))
                    .forEach(pairs::add);
        }
        return pairs.size() <= MOST ? pairs : List.copyOf(pairs.subList(0, MOST));
    }

    private static Pair person(PersonDuplicates.Pair pair) {
        Reason reason =
                switch (pair.certainty()) {
                    case SAME_ADDRESS -> Reason.SAME_ADDRESS;
                    case LIKELY -> Reason.SIMILAR_NAME;
                    case POSSIBLE -> Reason.POSSIBLE;
                };
        List<Field> fields =
                switch (pair.certainty()) {
                    case SAME_ADDRESS -> List.of(ParticipantKinds.PERSON.field("email"));
                    case LIKELY -> List.of(ParticipantKinds.PERSON.field("family_name"));
                    case POSSIBLE ->
                        List.of(ParticipantKinds.PERSON.field("family_name"), ParticipantKinds.PERSON.field("party"));
                };
        return new Pair(pair.first(), pair.second(), reason, fields);
    }

    /** Rows that share a key of the rule; only keys are held while reading, for there may be many rows. */
    private static List<Pair> byRule(Records records, DuplicateRules.Rule rule) {
        Map<String, UUID> firsts = new HashMap<>();
        Map<String, List<UUID>> groups = new LinkedHashMap<>();
        records.each(Query.of(rule.kind()), row -> {
            for (String key : rule.keys(row)) {
                UUID first = firsts.putIfAbsent(key, row.id());
                if (first != null && !first.equals(row.id())) {
                    List<UUID> group = groups.computeIfAbsent(key, k -> new ArrayList<>(List.of(first)));
                    if (group.size() < LARGEST_GROUP && !group.contains(row.id())) {
                        group.add(row.id());
                    }
                }
            }
        });
        List<Pair> pairs = new ArrayList<>();
        for (List<UUID> group : groups.values()) {
            List<Row> rows = group.stream()
                    .flatMap(id -> records.find(rule.kind(), id).stream())
                    .sorted(Comparator.comparing(Row::id))
                    .toList();
            // Each with the oldest: after one merge the next pair stands there.
            for (int i = 1; i < rows.size() && pairs.size() < MOST; i++) {
                pairs.add(new Pair(rows.getFirst(), rows.get(i), Reason.SAME_ENTRY, rule.same()));
            }
        }
        return pairs;
    }
}
