package org.rapporteur.exchange.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Dot;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.exchange.Incoming;
import org.rapporteur.core.exchange.IncomingHead;
import org.rapporteur.core.exchange.Life;
import org.rapporteur.core.exchange.Selection;
import org.rapporteur.core.exchange.TravellingRow;
import org.rapporteur.core.exchange.Version;
import org.rapporteur.core.exchange.VersionVector;
import org.rapporteur.core.model.Model;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

/** What a newer version of the program knows goes through an older one and comes back byte for byte. */
class NewerProgramTest {
    private static final UUID SITE = new UUID(7, 7);
    /** As no JSON writer of ours would set it: spaces, escapes, numbers beyond a double, an order of its own. */
    private static final List<String> JSON = List.of(
            "{ \"z\" : 1.0000000000000000000000000000001, \"a\":[true , null] }",
            "\"\\u00e9\\/ \\ud83d\\ude00\"",
            "1e400",
            "  [ ]",
            "null");

    @TempDir
    Path folder;

    private static Dot dot(long sequence) {
        return new Dot(SITE, sequence);
    }

    private static TravellingRow knownKind() {
        TravellingRow row = new TravellingRow();
        row.kind = "party";
        row.id = new UUID(1, 1);
        row.scope = Model.DIRECTORY;
        row.creations.add(dot(1));
        row.whole = true;
        row.values = new Object[PartyKinds.PARTY.columns().size()];
        row.values[PartyKinds.PARTY.indexOf("name_en")] = "Party";
        for (int i = 0; i < JSON.size(); i++) {
            row.unknown.put("later_" + i, JSON.get(i));
        }
        row.fields.put(
                "later_9", new TravellingRow.FieldState(List.of(new Version(dot(2), JSON.getFirst())), Set.of()));
        row.lives = List.of();
        return row;
    }

    private static TravellingRow unknownKind(long number, List<Life> lives) {
        TravellingRow row = new TravellingRow();
        row.kind = "observation";
        row.id = new UUID(2, number);
        row.scope = Model.DIRECTORY;
        row.creations.add(dot(number));
        row.whole = true;
        for (int i = 0; i < JSON.size(); i++) {
            row.unknown.put("field_" + i, JSON.get(i));
        }
        row.lives = lives;
        return row;
    }

    @Test
    void fieldsAndKindsOfLaterComeBackByteForByte() {
        List<TravellingRow> rows = List.of(
                knownKind(),
                unknownKind(3, List.of()),
                unknownKind(4, List.of(new Life(dot(5), VersionVector.of(Map.of(SITE, 4L))))));
        try (Workspace first = workspace("first", 1);
                Workspace second = workspace("second", 2);
                Workspace third = workspace("third", 3)) {
            stage(first, head(VersionVector.of(Map.of(SITE, 5L)), VersionVector.NONE), rows);
            // The older program works on the record without knowing all of it.
            first.changes()
                    .run(Label.of("step.edit"), tx -> tx.set(PartyKinds.PARTY, new UUID(1, 1), "name_en", "Edited"));
            pass(first, second);
            pass(second, third);
            for (Workspace workspace : List.of(first, second, third)) {
                Map<UUID, TravellingRow> found = new HashMap<>(Audit.everything(workspace.exchange()));
                assertEquals(3, found.size());
                for (TravellingRow sent : rows) {
                    TravellingRow back = found.get(sent.id);
                    assertEquals(sent.kind, back.kind);
                    assertEquals(sent.scope, back.scope);
                    assertEquals(sent.creations, back.creations);
                    assertEquals(values(sent), values(back));
                    assertEquals(sent.lives, back.lives == null ? List.of() : back.lives);
                }
                assertEquals(List.of(), workspace.check());
            }
            assertEquals(
                    "Edited",
                    third.find(PartyKinds.PARTY, new UUID(1, 1)).orElseThrow().text("name_en"));
        }
    }

    /** Two newer programs edit the same later field; the older one between them keeps both. */
    @Test
    void concurrentValuesOfALaterFieldAreKept() {
        UUID other = new UUID(8, 8);
        try (Workspace middle = workspace("middle", 1);
                Workspace end = workspace("end", 2)) {
            stage(middle, head(VersionVector.of(Map.of(SITE, 5L)), VersionVector.NONE), List.of(knownKind()));
            TravellingRow edited = new TravellingRow();
            edited.kind = "party";
            edited.id = new UUID(1, 1);
            edited.scope = Model.DIRECTORY;
            edited.creations.add(dot(1));
            edited.fields.put(
                    "later_9",
                    new TravellingRow.FieldState(List.of(new Version(new Dot(other, 1), "\"b\"")), Set.of()));
            edited.fields.put(
                    "later_0",
                    new TravellingRow.FieldState(List.of(new Version(new Dot(other, 2), "\"c\"")), Set.of()));
            VersionVector base = VersionVector.of(Map.of(SITE, 1L));
            stage(middle, head(VersionVector.of(Map.of(SITE, 1L, other, 2L)), base), List.of(edited));
            pass(middle, end);
            for (Workspace workspace : List.of(middle, end)) {
                Map<String, Set<Version>> values =
                        values(Audit.everything(workspace.exchange()).get(edited.id));
                assertEquals(
                        Set.of(new Version(dot(2), JSON.getFirst()), new Version(new Dot(other, 1), "\"b\"")),
                        values.get("later_9"));
                assertEquals(Set.of(new Version(new Dot(other, 2), "\"c\"")), values.get("later_0"));
                assertEquals(Set.of(new Version(dot(1), JSON.get(1))), values.get("later_1"));
            }
        }
    }

    /** Each later field with its versions, whichever way they are written down. */
    private static Map<String, Set<Version>> values(TravellingRow row) {
        Map<String, Set<Version>> values = new HashMap<>();
        row.unknown.forEach((field, json) -> values.put(field, Set.of(new Version(row.creations.getFirst(), json))));
        row.fields.forEach((field, state) -> {
            if (!row.kind.equals("party") || !PartyKinds.PARTY.hasColumn(field)) {
                values.put(field, Set.copyOf(state.versions()));
            }
        });
        return values;
    }

    private Workspace workspace(String name, long seed) {
        return Workspace.create(folder.resolve(name), name, TestWorkspaces.surroundings(Clock.systemUTC(), seed));
    }

    private static IncomingHead head(VersionVector to, VersionVector base) {
        return new IncomingHead(
                UUID.randomUUID(),
                SITE,
                List.of(),
                "N. Ewer",
                TestWorkspaces.NOW,
                false,
                Map.of(Model.DIRECTORY, base),
                Map.of(Model.DIRECTORY, to),
                "newer.rcpx",
                null,
                null);
    }

    private static void stage(Workspace to, IncomingHead head, List<TravellingRow> rows) {
        try (Incoming incoming = to.exchange().stage(head)) {
            rows.forEach(incoming::row);
            incoming.complete();
            assertEquals(List.of(), incoming.missing());
            incoming.apply(Incoming.Progress.NONE);
        }
    }

    private static void pass(Workspace from, Workspace to) {
        Post.Collected out = new Post.Collected();
        Map<UUID, VersionVector> bases = Map.of(Model.DIRECTORY, VersionVector.NONE);
        from.exchange().export(new Selection(bases, null), out);
        IncomingHead head = new IncomingHead(
                UUID.randomUUID(),
                from.exchange().site(),
                List.of(),
                "O. Lder",
                TestWorkspaces.NOW,
                false,
                bases,
                out.to,
                "older.rcpx",
                null,
                null);
        stage(to, head, out.rows);
    }
}
