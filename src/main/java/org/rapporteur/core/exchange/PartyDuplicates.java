package org.rapporteur.core.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.exchange.Duplicates.Pair;
import org.rapporteur.core.exchange.Duplicates.Reason;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.core.text.MatchKey;
import org.rapporteur.core.text.NameMatch;

/** Finds parties that may have been entered twice: by code, and by name across languages, spellings and scripts. */
final class PartyDuplicates {
    /** A party of this category was made in passing; it may be anything. */
    private static final String UNKNOWN = "other";

    private record Party(
            Row row, String category, List<NameMatch.Name> names, Set<String> codes, Set<String> acronyms) {}

    private PartyDuplicates() {}

    static List<Pair> find(Collection<Row> rows) {
        List<Party> all = rows.stream().map(PartyDuplicates::party).toList();
        Map<String, List<Integer>> blocks = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            for (String key : keys(all.get(i))) {
                blocks.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
            }
        }
        Set<Long> seen = new HashSet<>();
        List<Pair> pairs = new ArrayList<>();
        for (List<Integer> block : blocks.values()) {
            for (int i = 0; i < block.size(); i++) {
                for (int j = i + 1; j < block.size(); j++) {
                    if (seen.add((long) block.get(i) << 32 | block.get(j))) {
                        compare(all.get(block.get(i)), all.get(block.get(j))).ifPresent(pairs::add);
                    }
                }
            }
        }
        return pairs;
    }

    private static Party party(Row row) {
        List<NameMatch.Name> names = new ArrayList<>();
        for (String field : List.of("name", "formal_name")) {
            row.texts(field).values().forEach(text -> names.add(NameMatch.name(text)));
        }
        names.removeIf(NameMatch.Name::isEmpty);
        return new Party(row, row.text("category"), names, texts(row, "iso3", "code", "m49"), texts(row, "acronym"));
    }

    private static Set<String> texts(Row row, String... columns) {
        Set<String> found = new LinkedHashSet<>();
        for (String column : columns) {
            String key = MatchKey.of(row.text(column));
            if (!key.isBlank()) {
                found.add(column + " " + key);
            }
        }
        return found;
    }

    private static Set<String> keys(Party party) {
        Set<String> keys = new LinkedHashSet<>(party.codes());
        keys.addAll(party.acronyms());
        party.names().forEach(name -> name.blockingKeys().forEach(key -> keys.add("~" + key)));
        return keys;
    }

    private static Optional<Pair> compare(Party a, Party b) {
        boolean alike = a.category().equals(b.category())
                || a.category().equals(UNKNOWN)
                || b.category().equals(UNKNOWN)
                || a.category().isEmpty()
                || b.category().isEmpty();
        if (!alike || differ(a.codes(), b.codes())) {
            return Optional.empty();
        }
        if (share(a.codes(), b.codes())) {
            return Optional.of(new Pair(a.row(), b.row(), Reason.SAME_CODE, shared(a, b)));
        }
        double similarity = 0;
        for (NameMatch.Name one : a.names()) {
            for (NameMatch.Name other : b.names()) {
                similarity = Math.max(similarity, NameMatch.similarity(one, other));
            }
        }
        // The same letters stand for several bodies; only with names that are alike they say something.
        boolean acronym = share(a.acronyms(), b.acronyms()) && similarity >= NameMatch.POSSIBLE;
        if (acronym || similarity >= NameMatch.LIKELY && !differ(a.acronyms(), b.acronyms())) {
            return Optional.of(
                    new Pair(a.row(), b.row(), Reason.SIMILAR_NAME, List.of(PartyKinds.PARTY.field("name"))));
        }
        return Optional.empty();
    }

    private static boolean share(Set<String> a, Set<String> b) {
        return a.stream().anyMatch(b::contains);
    }

    /** Whether both have a text of one column and they are not the same. */
    private static boolean differ(Set<String> a, Set<String> b) {
        for (String one : a) {
            String column = one.substring(0, one.indexOf(' ') + 1);
            if (!b.contains(one) && b.stream().anyMatch(other -> other.startsWith(column))) {
                return true;
            }
        }
        return false;
    }

    private static List<org.rapporteur.core.change.Field> shared(Party a, Party b) {
        return a.codes().stream()
                .filter(b.codes()::contains)
                .map(code -> PartyKinds.PARTY.field(code.substring(0, code.indexOf(' '))))
                .toList();
    }
}
