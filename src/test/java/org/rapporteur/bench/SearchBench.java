package org.rapporteur.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.search.Search;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

/**
 * Search over 20,000 answers of 80 words. Words are drawn by Zipf's law from 8,000 made-up ones, as rare and frequent as
 * in a text; every tenth answer is Arabic and every tenth Russian.
 */
@Tag("bench")
class SearchBench {
    private static final int ANSWERS = 20_000;
    private static final int WORDS = 80;
    private static final int QUERIES = 400;
    private static final String[] ALPHABETS = {
        "abcdefghilmnoprstuv", "ابتثجحخدرزسشصطعفقكلمنهوي", "абвгдежзиклмнопрстуфхцшя"
    };

    @TempDir
    Path folder;

    @AfterAll
    static void print() {
        Table.print();
    }

    @Test
    void search() {
        Random random = new Random(7);
        List<List<String>> words = new ArrayList<>();
        for (String alphabet : ALPHABETS) {
            List<String> made = new ArrayList<>();
            for (int i = 0; i < 8_000; i++) {
                StringBuilder word = new StringBuilder();
                for (int k = 3 + random.nextInt(7); k > 0; k--) {
                    word.append(alphabet.charAt(random.nextInt(alphabet.length())));
                }
                made.add(word.toString());
            }
            words.add(made);
        }
        try (Workspace workspace =
                Workspace.create(folder.resolve("w"), "bench", TestWorkspaces.surroundings(Clock.systemUTC(), 5))) {
            UUID survey = StoreBench.survey(workspace);
            workspace.changes().run(Label.of("bench"), tx -> {
                UUID respondent = tx.insert(
                        SurveyKinds.RESPONDENT, Values.of("survey", survey).with("name", "R"));
                UUID response = tx.insert(SurveyKinds.RESPONSE, Values.of("respondent", respondent));
                for (int i = 0; i < ANSWERS; i++) {
                    List<String> from = words.get(i % 10 == 8 ? 1 : i % 10 == 9 ? 2 : 0);
                    StringBuilder text = new StringBuilder();
                    for (int k = 0; k < WORDS; k++) {
                        text.append(zipf(from, random)).append(' ');
                    }
                    tx.insert(
                            SurveyKinds.ANSWER,
                            Values.of("response", response)
                                    .with("respondent", respondent)
                                    .with("survey", survey)
                                    .with("body", text.toString()));
                }
            });
            Search search = workspace.search();
            long start = System.nanoTime();
            search.rebuild(done -> {});
            Table.row("index 20,000 answers of 80 words", Table.millis(System.nanoTime() - start), "", "", "");
            List<Double> times = new ArrayList<>();
            for (int i = 0; i < QUERIES * 2; i++) {
                List<String> from = words.get(i % 10 == 8 ? 1 : i % 10 == 9 ? 2 : 0);
                String query = zipf(from, random) + (i % 2 == 0 ? " " + zipf(from, random) : "");
                long from0 = System.nanoTime();
                search.find(query, "en", Set.of(), 30, () -> false);
                if (i >= QUERIES) {
                    times.add((double) (System.nanoTime() - from0));
                }
            }
            times.sort(null);
            Table.row("search, p50 of " + QUERIES + " queries", Table.millis(times.get(QUERIES / 2)), "", "", "");
            Table.row("search, p95", Table.millis(times.get(QUERIES * 95 / 100)), "", "", "25 ms");
        }
    }

    private static String zipf(List<String> words, Random random) {
        // Inverse of the cumulative distribution of 1/rank, near enough.
        double rank = Math.exp(random.nextDouble() * Math.log(words.size()));
        return words.get((int) rank - 1);
    }
}
