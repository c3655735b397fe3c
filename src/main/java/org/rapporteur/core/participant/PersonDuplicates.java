package org.rapporteur.core.participant;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.text.NameMatch;

/** Finds people who may have been entered twice: by name across spellings and scripts, by e-mail, by party. */
public final class PersonDuplicates {

    /** How sure it is. */
    public enum Certainty {
        /** The same e-mail address and a name that is alike. */
        SAME_ADDRESS,
        /** The names are very probably one. */
        LIKELY,
        /** The names are alike and so is the party. */
        POSSIBLE
    }

    /**
     * Two people who may be one.
     *
     * @param similarity of the names, 0 to 1
     */
    public record Pair(Row first, Row second, Certainty certainty, double similarity) {}

    private record Person(Row row, List<NameMatch.Name> names, String email, UUID party) {}

    private PersonDuplicates() {}

    /** Pairs, the surest first. */
    public static List<Pair> find(Collection<Row> people) {
        List<Person> all = people.stream().map(PersonDuplicates::person).toList();
        Map<String, List<Integer>> blocks = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            for (String key : keys(all.get(i))) {
                blocks.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
            }
        }
        Set<Long> seen = new LinkedHashSet<>();
        List<Pair> pairs = new ArrayList<>();
        for (List<Integer> block : blocks.values()) {
            for (int i = 0; i < block.size(); i++) {
                for (int j = i + 1; j < block.size(); j++) {
                    int a = Math.min(block.get(i), block.get(j));
                    int b = Math.max(block.get(i), block.get(j));
                    if (a != b && seen.add((long) a << 32 | b)) {
                        compare(all.get(a), all.get(b), pairs);
                    }
                }
            }
        }
        pairs.sort(Comparator.comparing(Pair::certainty)
                .thenComparing(Comparator.comparingDouble(Pair::similarity).reversed())
                .thenComparing(pair -> pair.first().id()));
        return pairs;
    }

    private static Person person(Row row) {
        List<NameMatch.Name> names = new ArrayList<>();
        names.add(NameMatch.name(row.text("given_name") + " " + row.text("family_name")));
        if (!row.text("name_in_script").isBlank()) {
            names.add(NameMatch.name(row.text("name_in_script")));
        }
        names.removeIf(NameMatch.Name::isEmpty);
        return new Person(row, names, row.text("email").strip().toLowerCase(Locale.ROOT), row.ref("party"));
    }

    private static Set<String> keys(Person person) {
        Set<String> keys = new LinkedHashSet<>();
        person.names().forEach(name -> keys.addAll(name.blockingKeys()));
        if (!person.email().isEmpty()) {
            keys.add("@" + person.email());
        }
        return keys;
    }

    private static void compare(Person a, Person b, List<Pair> pairs) {
        double similarity = 0;
        for (NameMatch.Name one : a.names()) {
            for (NameMatch.Name other : b.names()) {
                similarity = Math.max(similarity, NameMatch.similarity(one, other));
            }
        }
        boolean sameAddress = !a.email().isEmpty() && a.email().equals(b.email());
        boolean sameParty = a.party() != null && a.party().equals(b.party());
        // Two offices share an address; only with a name that is alike is it one person.
        Certainty certainty = sameAddress && similarity >= NameMatch.POSSIBLE
                ? Certainty.SAME_ADDRESS
                : similarity >= NameMatch.LIKELY
                        ? Certainty.LIKELY
                        : similarity >= NameMatch.POSSIBLE && sameParty ? Certainty.POSSIBLE : null;
        if (certainty != null) {
            pairs.add(new Pair(a.row(), b.row(), certainty, similarity));
        }
    }
}
