package org.rapporteur.core.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

class RevisionsTest {
    @TempDir
    Path folder;

    private List<Row> documents(String... symbols) {
        try (Workspace workspace = TestWorkspaces.create(folder.resolve("w" + System.nanoTime()))) {
            workspace.changes().run(Label.of("step.add"), tx -> {
                for (String symbol : symbols) {
                    tx.insert(
                            DocumentKinds.DOCUMENT, Values.of("symbol", symbol).with("title_en", "Paper"));
                }
            });
            List<Row> rows = new ArrayList<>(workspace.list(Query.of(DocumentKinds.DOCUMENT)));
            long seed = System.nanoTime();
            Collections.shuffle(rows, new Random(seed));
            return rows;
        }
    }

    private static List<String> symbols(List<Row> rows) {
        return rows.stream().map(row -> row.text("symbol")).toList();
    }

    private static Row find(List<Row> rows, String symbol) {
        return rows.stream()
                .filter(row -> row.text("symbol").equals(symbol))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theLastRevisionIsCitedByNumberNotByLetters() {
        List<Row> all = documents(
                "G/7/3",
                "G/7/3/Rev.2",
                "G/7/3/Rev.10",
                "g/7/3/REV 1",
                "G/7/3/Add.1",
                "G/7/3/Add.1/Rev.1",
                "G/7/3/Corr.1",
                "G/7/3/Rev.10/Corr.1",
                "G/7/12",
                "G/7/4",
                "",
                "not a symbol!");
        Revisions revisions = Revisions.of(all);
        assertEquals(
                List.of(
                        "G/7/3/Add.1/Rev.1",
                        "G/7/3/Rev.10",
                        "G/7/3/Rev.10/Corr.1",
                        "G/7/4",
                        "G/7/12",
                        "not a symbol!",
                        ""),
                symbols(revisions.cited(all)));
        // Cited where only the original is attached, the last revision is still the one that is named, once.
        assertEquals(
                List.of("G/7/3/Rev.10"),
                symbols(revisions.cited(List.of(find(all, "G/7/3"), find(all, "G/7/3/Rev.2")))));
        assertEquals(
                "G/7/3/Rev.10",
                revisions.replacedBy(find(all, "G/7/3/Corr.1")).orElseThrow().text("symbol"));
        assertFalse(revisions.inForce(find(all, "g/7/3/REV 1")));
        assertTrue(revisions.inForce(find(all, "G/7/3/Rev.10/Corr.1")));
        assertTrue(revisions.inForce(find(all, "not a symbol!")));
    }

    @Test
    void anAddendumOfARevisedTextStays() {
        List<Row> all = documents("X/1", "X/1/Rev.1", "X/1/Add.1", "X/1/Rev.1/Add.2", "X/1/Rev.2", "X/1/Amend.1");
        assertEquals(
                List.of("X/1/Add.1", "X/1/Rev.1/Add.2", "X/1/Rev.2"),
                symbols(Revisions.of(all).cited(all)));
    }

    @Test
    void symbolsSortByTheirNumbers() {
        List<Row> all = documents("A/10", "A/9", "A/9/Rev.10", "A/9/Rev.9", "A/9.1", "B", "A");
        List<Row> sorted = all.stream().sorted(Revisions.order()).toList();
        assertEquals(List.of("A", "A/9", "A/9/Rev.9", "A/9/Rev.10", "A/9.1", "A/10", "B"), symbols(sorted));
    }
}
