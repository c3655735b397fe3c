package org.rapporteur.core.survey.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapporteur.core.survey.SurveyStore.RespondentFacts;

/** Groups are told as one exactly as far as somebody would be recognised otherwise. */
class SmallCellsTest {
    private final Map<String, List<RespondentFacts>> base = new LinkedHashMap<>();
    private final Map<String, Set<UUID>> rows = new LinkedHashMap<>();
    private final Set<UUID> counted = new HashSet<>();

    private void respondent(String group, boolean onlyCounted, String... said) {
        UUID id = UUID.randomUUID();
        base.computeIfAbsent(group, g -> new ArrayList<>())
                .add(new RespondentFacts(
                        id, "R", null, "", "", "", "", "", "", "", null, null, null, null, true, 1, false));
        for (String value : said) {
            rows.computeIfAbsent(value, v -> new HashSet<>()).add(id);
        }
        if (onlyCounted) {
            counted.add(id);
        }
    }

    private Set<String> merged() {
        return SmallCells.merged(base, rows.values(), counted);
    }

    @Test
    void aGroupTakenInVainKeepsItsOwnHeading() {
        respondent("A", true, "p", "q");
        respondent("A", false, "p", "q");
        respondent("B", false, "p", "q");
        respondent("B", false, "p", "q");
        respondent("C", false, "q");
        respondent("C", false, "q");
        respondent("C", false, "p", "q");
        respondent("D", false, "p");
        respondent("D", false, "p");
        respondent("D", false, "p", "q");
        respondent("D", false, "p", "q");
        assertEquals(Set.of("A", "C", "D"), merged());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void nobodyIsRecognisedAndNothingIsMergedInVain(long seed) {
        Random random = new Random(seed);
        for (String group : List.of("A", "B", "C", "D", "E").subList(0, 2 + random.nextInt(4))) {
            int members = 1 + random.nextInt(4);
            for (int i = 0; i < members; i++) {
                List<String> said = new ArrayList<>();
                for (String value : List.of("p", "q", "r")) {
                    if (random.nextInt(3) > 0) {
                        said.add(value);
                    }
                }
                respondent(group, random.nextInt(5) == 0, said.toArray(String[]::new));
            }
        }
        Set<String> merged = merged();
        String seen = "seed " + seed + ": " + merged;
        for (String group : base.keySet()) {
            assertFalse(!merged.contains(group) && tells(Set.of(group)), seen);
        }
        assertTrue(merged.size() != 1, seen);
        if (merged.isEmpty() || merged.size() == base.size()) {
            return;
        }
        assertFalse(tells(merged), seen);
        for (String group : merged) {
            Set<String> without = new LinkedHashSet<>(merged);
            without.remove(group);
            assertTrue(tells(Set.of(group)) || without.size() < 2 || tells(without), seen + " without " + group);
        }
    }

    /** By hand: one person alone, or a row that all of them said, as far as not everybody in all groups said it. */
    private boolean tells(Set<String> groups) {
        Set<UUID> members = new HashSet<>();
        Set<UUID> all = new HashSet<>();
        base.forEach((group, people) -> people.forEach(r -> {
            all.add(r.id());
            if (groups.contains(group)) {
                members.add(r.id());
            }
        }));
        boolean any = members.stream().anyMatch(counted::contains);
        return any
                && (members.size() == 1
                        || rows.values().stream().anyMatch(row -> row.containsAll(members) && !row.containsAll(all)));
    }
}
