package org.rapporteur.launch.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.i18n.Messages;
import org.rapporteur.settings.ConfigFolder;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

/** Two officers exchange packages by the command line alone. */
class ExchangeVerbTest {
    @TempDir
    Path folder;

    private final String before = System.getProperty(ConfigFolder.PROPERTY);

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty(ConfigFolder.PROPERTY);
        } else {
            System.setProperty(ConfigFolder.PROPERTY, before);
        }
    }

    /** The verb as run on somebody's own machine: keys and random numbers of their own. */
    private CommandLineRun as(String officer, Object... args) {
        System.setProperty(
                ConfigFolder.PROPERTY, folder.resolve("config-" + officer).toString());
        List<String> words = new ArrayList<>(List.of("exchange"));
        for (Object arg : args) {
            words.add(arg.toString());
        }
        String[] line = words.toArray(String[]::new);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Clock clock = Clock.fixed(TestWorkspaces.NOW, ZoneOffset.UTC);
        Context context = new Context(
                new Console(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8)),
                new Messages(Context.language(line, Locale.ENGLISH)),
                TestWorkspaces.surroundings(clock, System.nanoTime()),
                clock,
                "1.2.3");
        int status = Verbs.run(line, context);
        return new CommandLineRun(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Path workspace(String officer) {
        Path path = folder.resolve(officer);
        Workspace.create(
                        path,
                        officer,
                        TestWorkspaces.surroundings(
                                Clock.fixed(TestWorkspaces.NOW, ZoneOffset.UTC), officer.hashCode()))
                .close();
        return path;
    }

    private static Workspace opened(Path path) {
        return Workspace.open(
                path,
                Workspace.Mode.WRITE,
                TestWorkspaces.surroundings(Clock.fixed(TestWorkspaces.NOW, ZoneOffset.UTC), System.nanoTime()));
    }

    private static UUID meeting(Path path, String acronym) {
        try (Workspace workspace = opened(path)) {
            return workspace
                    .changes()
                    .write(
                            Label.of("meeting.step.add"),
                            tx -> tx.insert(MeetingKinds.MEETING, Values.of("acronym", acronym)));
        }
    }

    private static void set(Path path, UUID id, String acronym) {
        try (Workspace workspace = opened(path)) {
            workspace
                    .changes()
                    .run(Label.of("meeting.step.edit"), tx -> tx.set(MeetingKinds.MEETING, id, "acronym", acronym));
        }
    }

    private static String acronym(Path path, UUID id) {
        try (Workspace workspace = opened(path)) {
            return workspace
                    .find(MeetingKinds.MEETING, id)
                    .filter(row -> !row.deleted())
                    .map(row -> row.text("acronym"))
                    .orElse(null);
        }
    }

    private static void done(CommandLineRun run) {
        assertEquals(Status.DONE, run.status(), run.err() + run.out());
    }

    @Test
    void whatIsLeftOutOfAPartNeedsThePart() {
        Path ana = workspace("ana");
        meeting(ana, "GRCP");
        for (String option : List.of("--without-personal", "--without-unquotable")) {
            CommandLineRun run = as("ana", "export", "-w", ana, "-o", folder.resolve("x.rcpx"), option);
            assertEquals(Status.USAGE, run.status(), run.err());
            assertTrue(run.err().contains("--meeting"), run.err());
        }
    }

    @Test
    void aConflictGoesThereIsDecidedAndComesBack() {
        Path ana = workspace("ana");
        Path ben = workspace("ben");
        UUID id = meeting(ana, "GRCP");
        Path a1 = folder.resolve("a1.rcpx");
        CommandLineRun sent = as("ana", "export", "-w", ana, "-o", a1, "--json");
        done(sent);
        assertTrue(sent.json().path("full").asBoolean());
        assertEquals(1, sent.json().path("rows").asInt());

        CommandLineRun dry = as("ben", "import", "-w", ben, a1, "--dry-run", "--json");
        done(dry);
        assertEquals("wouldApply", dry.json().at("/packages/0/outcome").asText());
        CommandLineRun preview = as("ben", "preview", "-w", ben, a1, "--json");
        assertEquals(Status.INCOMPLETE, preview.status(), "an unknown sender: " + preview.err());
        assertEquals(id.toString(), preview.json().at("/records/0/id").asText());
        assertEquals("added", preview.json().at("/records/0/what/0").asText());
        assertEquals(null, acronym(ben, id));

        CommandLineRun taken = as("ben", "import", "-w", ben, a1, "--json");
        done(taken);
        assertEquals("applied", taken.json().at("/packages/0/outcome").asText());
        assertEquals("new", taken.json().at("/packages/0/signer/state").asText());
        assertEquals(1, taken.json().at("/packages/0/effects/added").asInt());
        CommandLineRun again = as("ben", "import", "-w", ben, a1, "--json");
        done(again);
        assertEquals("before", again.json().at("/packages/0/outcome").asText());

        set(ana, id, "ours");
        set(ben, id, "theirs");
        Path b1 = folder.resolve("b1.rcpx");
        done(as("ben", "export", "-w", ben, "-o", b1, "--to", "officer"));
        CommandLineRun conflicting = as("ana", "import", "-w", ana, b1, "--json");
        assertEquals(Status.INCOMPLETE, conflicting.status(), conflicting.err());
        assertEquals(1, conflicting.json().path("conflicts").asInt());

        CommandLineRun conflicts = as("ana", "conflicts", "-w", ana, "--json");
        assertEquals(Status.INCOMPLETE, conflicts.status());
        JsonNode sides = conflicts.json().at("/conflicts/0/sides");
        assertEquals(2, sides.size());
        assertEquals("acronym", conflicts.json().at("/conflicts/0/column").asText());
        String second = sides.path(1).path("value").asText();
        CommandLineRun decided = as("ana", "resolve", "-w", ana, id, "acronym", "--take", "2", "--json");
        done(decided);
        assertEquals(second, decided.json().path("value").asText());
        assertEquals(0, decided.json().path("conflicts").asInt());
        assertEquals(second, acronym(ana, id));
        assertEquals(
                Status.REFUSED,
                as("ana", "resolve", "-w", ana, id, "acronym", "--take", "1").status());

        Path a2 = folder.resolve("a2.rcpx");
        done(as("ana", "export", "-w", ana, "-o", a2, "--to", "officer"));
        done(as("ben", "import", "-w", ben, a2));
        assertEquals(second, acronym(ben, id));
        done(as("ben", "conflicts", "-w", ben));
        done(as("ben", "colleagues", "-w", ben));
    }

    @Test
    void joinedTextsAndGivenValuesDecideToo() {
        Path ana = workspace("ana");
        Path ben = workspace("ben");
        UUID id = meeting(ana, "x");
        Path file = folder.resolve("f.rcpx");
        done(as("ana", "export", "-w", ana, "-o", file));
        done(as("ben", "import", "-w", ben, file));
        set(ana, id, "one");
        set(ben, id, "two");
        Path back = folder.resolve("g.rcpx");
        done(as("ben", "export", "-w", ben, "-o", back));
        as("ana", "import", "-w", ana, back);
        assertEquals(
                Status.USAGE,
                as("ana", "resolve", "-w", ana, id, "acronym", "--take", "3").status());
        assertEquals(
                Status.USAGE,
                as("ana", "resolve", "-w", ana, id, "acronym", "--both", "--keep")
                        .status());
        done(as("ana", "resolve", "-w", ana, id, "acronym", "--both"));
        String joined = acronym(ana, id);
        assertTrue(joined.contains("one; two") || joined.contains("two; one"), joined);
    }

    @Test
    void whatLacksItsBaseWaitsAndUndoTakesBack() {
        Path ana = workspace("ana");
        Path ben = workspace("ben");
        Path cleo = workspace("cleo");
        UUID first = meeting(ana, "first");
        Path a1 = folder.resolve("a1.rcpx");
        Path b1 = folder.resolve("b1.rcpx");
        Path a2 = folder.resolve("a2.rcpx");
        done(as("ana", "export", "-w", ana, "-o", a1));
        done(as("ben", "import", "-w", ben, a1));
        done(as("ben", "export", "-w", ben, "-o", b1));
        done(as("ana", "import", "-w", ana, b1));
        UUID second = meeting(ana, "second");
        set(ana, first, "changed");
        done(as("ana", "export", "-w", ana, "-o", a2, "--to", "1"));

        CommandLineRun waits = as("cleo", "import", "-w", cleo, a2, "--json");
        assertEquals(Status.INCOMPLETE, waits.status(), waits.err() + waits.out());
        assertEquals("waiting", waits.json().at("/packages/0/outcome").asText());
        CommandLineRun listed = as("cleo", "waiting", "-w", cleo, "--json");
        assertEquals(Status.INCOMPLETE, listed.status(), listed.err() + listed.out());
        assertTrue(listed.json().at("/waiting/0/missing").size() > 0);
        CommandLineRun both = as("cleo", "import", "-w", cleo, a1, "--json");
        assertEquals(1, both.json().path("alsoApplied").size(), both.out());
        assertEquals("changed", acronym(cleo, first));
        assertEquals("second", acronym(cleo, second));
        done(as("cleo", "waiting", "-w", cleo));

        CommandLineRun undone = as("cleo", "undo", "-w", cleo, "--json");
        done(undone);
        assertEquals("undone", undone.json().path("state").asText());
        assertEquals(
                Status.REFUSED,
                as("cleo", "undo", "-w", cleo, UUID.randomUUID()).status());
    }

    @Test
    void secretsComeFromFilesAndWrongOnesChangeNothing() throws IOException {
        Path ana = workspace("ana");
        Path ben = workspace("ben");
        UUID id = meeting(ana, "secret");
        Path words = Files.writeString(folder.resolve("words"), "correct horse\nignored");
        Path wrong = Files.writeString(folder.resolve("wrong"), "other\n");
        Path sealed = folder.resolve("sealed.rcpx");
        CommandLineRun sent = as("ana", "export", "-w", ana, "-o", sealed, "--passphrase-file", words, "--json");
        done(sent);
        assertTrue(sent.json().path("encrypted").asBoolean());
        assertEquals(Status.REFUSED, as("ben", "import", "-w", ben, sealed).status());
        CommandLineRun refused = as("ben", "import", "-w", ben, sealed, "--passphrase-file", wrong, "--json");
        assertEquals(Status.REFUSED, refused.status());
        assertEquals("AGE-01", refused.json().at("/packages/0/problem/code").asText(), refused.out());
        done(as("ben", "import", "-w", ben, sealed, "--passphrase-file", words));
        assertEquals("secret", acronym(ben, id));
        String recipient =
                as("ben", "fingerprint", "--json").json().path("recipient").asText();
        Path forBen = folder.resolve("forBen.rcpx");
        done(as("ana", "export", "-w", ana, "-o", forBen, "--recipient", recipient));
        done(as("ben", "import", "-w", ben, forBen));
        assertEquals(
                Status.USAGE,
                as("ana", "export", "-w", ana, "-o", forBen, "--recipient", "age1x")
                        .status());
    }

    @Test
    void fingerprintsAreComparedBeforeTheyAreTrusted() {
        Path ana = workspace("ana");
        Path ben = workspace("ben");
        meeting(ana, "x");
        Path file = folder.resolve("f.rcpx");
        done(as("ana", "export", "-w", ana, "-o", file));
        done(as("ben", "import", "-w", ben, file));
        String own =
                as("ana", "fingerprint", "--json").json().path("fingerprint").asText();
        JsonNode known = as("ben", "colleagues", "-w", ben, "--json").json().at("/colleagues/0");
        assertEquals(own, known.path("fingerprint").asText());
        assertFalse(known.path("verified").asBoolean());
        String other =
                as("ben", "fingerprint", "--json").json().path("fingerprint").asText();
        assertEquals(
                Status.REFUSED,
                as("ben", "colleagues", "-w", ben, "1", "--verify", other).status());
        JsonNode verified = as("ben", "colleagues", "-w", ben, "1", "--verify", own.replace(' ', '-'), "--json")
                .json()
                .at("/colleagues/0");
        assertTrue(verified.path("verified").asBoolean());
    }

    @Test
    void extractsSayThatTheyAreSo() {
        Path ana = workspace("ana");
        Path ben = workspace("ben");
        UUID in = meeting(ana, "in");
        UUID out = meeting(ana, "out");
        Path file = folder.resolve("f.rcpx");
        CommandLineRun sent =
                as("ana", "export", "-w", ana, "-o", file, "--meeting", "in", "--without-personal", "--json");
        done(sent);
        assertTrue(sent.json().path("extract").asBoolean());
        CommandLineRun taken = as("ben", "import", "-w", ben, file, "--json");
        done(taken);
        assertTrue(taken.json().at("/packages/0/extract").asBoolean());
        assertTrue(taken.json().at("/packages/0/author").isNull());
        assertEquals("in", acronym(ben, in));
        assertEquals(null, acronym(ben, out));
    }

    @Test
    void watchPrintsALineForEachRoundWithSomething() throws IOException {
        Path ana = workspace("ana");
        Path ben = workspace("ben");
        Path shared = Files.createDirectory(folder.resolve("shared"));
        UUID id = meeting(ana, "seen");
        CommandLineRun first = as("ana", "watch", "-w", ana, "--folder", shared, "--once");
        done(first);
        assertEquals(1, first.out().lines().count());
        assertTrue(new ObjectMapper().readTree(first.out()).at("/written/full").asBoolean());
        CommandLineRun quiet = as("ana", "watch", "-w", ana, "--once");
        done(quiet);
        assertEquals("", quiet.out());
        CommandLineRun held = as("ben", "watch", "-w", ben, "--folder", shared, "--once");
        assertEquals(Status.INCOMPLETE, held.status());
        String waiting =
                new ObjectMapper().readTree(held.out()).at("/held/0/id").asText();
        done(as("ben", "waiting", "-w", ben, "--apply", waiting));
        assertEquals("seen", acronym(ben, id));
        set(ben, id, "answered");
        done(as("ben", "watch", "-w", ben, "--once"));
        done(as("ana", "watch", "-w", ana, "--once", "--yes"));
        assertEquals("answered", acronym(ana, id));
        assertEquals(
                Status.REFUSED,
                as("ana", "watch", "-w", ana, "--folder", folder.resolve("none"), "--once")
                        .status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "ar", "zh", "ru"})
    void helpOfEveryPartIsComplete(String language) {
        for (String part : List.of(
                "export",
                "import",
                "preview",
                "waiting",
                "conflicts",
                "resolve",
                "undo",
                "watch",
                "colleagues",
                "fingerprint")) {
            CommandLineRun run = as("ana", part, "--help", "--lang", language);
            done(run);
            assertTrue(run.out().contains("exchange " + part) && !run.out().contains("cli."), run.out());
        }
        CommandLineRun all = as("ana", "--help", "--lang", language);
        assertTrue(all.out().contains("deletedButEdited") && all.out().contains("watch"));
    }

    @Test
    void wrongUsageIsStatusTwo() {
        for (Object[] line : new Object[][] {
            {"export"},
            {"import", "-w", "x"},
            {"nonsense"},
            {"resolve", "-w", "x", "y"},
            {"watch", "-w", "x", "--interval", "0"}
        }) {
            assertEquals(Status.USAGE, as("ana", line).status(), String.join(" ", java.util.Arrays.toString(line)));
        }
    }
}
