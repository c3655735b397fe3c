package org.rapporteur.exchange.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.rapporteur.core.change.Dot;
import org.rapporteur.core.change.Ids;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.OrderKeys;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.exchange.Conflict;
import org.rapporteur.core.exchange.Conflicts;
import org.rapporteur.core.exchange.Life;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.model.Model;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.storage.Backup;
import org.rapporteur.storage.StoreProbe;
import org.rapporteur.storage.Workspace;

/** Several officers at work on real workspaces, and the oracle that writes down what they do. */
final class World implements AutoCloseable {
    /** The kinds of record that the scripts write. */
    static final List<Kind> KINDS =
            List.of(PartyKinds.PARTY, PartyKinds.REFERENCE_ITEM, MeetingKinds.MEETING, MeetingKinds.SESSION);

    private static final Label LABEL = Label.of("step.edit");
    private static final int MOST_SITES = 5;
    private static final Map<Kind, List<String>> COLUMNS = Map.of(
            PartyKinds.PARTY, List.of("name_en", "code", "notes"),
            PartyKinds.REFERENCE_ITEM, List.of("name_en", "source"),
            MeetingKinds.MEETING, List.of("name_en", "status", "notes"),
            MeetingKinds.SESSION, List.of("title_en", "minutes", "day"));

    final Oracle oracle = new Oracle();
    final List<Site> sites = new ArrayList<>();
    final Post post;
    /** Whether copies and restored backups get a site of their own, as they must. */
    private final boolean rotation;

    private final Path folder;
    private final long seed;
    private int folders;

    World(Path folder, long seed, List<SimClock.Way> clocks, boolean rotation, Post post) {
        this.folder = folder;
        this.seed = seed;
        this.rotation = rotation;
        this.post = post;
        for (SimClock.Way way : clocks) {
            Site site = new Site(sites.size(), folder, new SimClock(way));
            site.runs(Workspace.create(fresh(), "Sim", surroundings(site, 0)));
            sites.add(site);
        }
    }

    private Path fresh() {
        return folder.resolve("w" + folders++);
    }

    private Workspace.Surroundings surroundings(Site site, int life) {
        return new Workspace.Surroundings(
                site.clock,
                new Ids(site.clock, new Random(seed * 1_000_003 + site.number * 101L + life)),
                () -> "Officer " + site.number,
                name -> Executors.newSingleThreadExecutor(
                        run -> Thread.ofPlatform().daemon().name(name).unstarted(run)));
    }

    void perform(Step step) {
        Site site = sites.get(step.site() % sites.size());
        switch (step.what()) {
            case INSERT -> insert(site, step);
            case EDIT ->
                onRow(site, step, (kind, row) -> {
                    String column =
                            COLUMNS.get(kind).get(step.b() % COLUMNS.get(kind).size());
                    edit(site, kind, row, column, value(column, step.c()));
                });
            case EQUAL ->
                onRow(site, step, (kind, row) -> {
                    String column =
                            COLUMNS.get(kind).get(step.b() % COLUMNS.get(kind).size());
                    edit(site, kind, row, column, read(site, kind, row).get(column));
                });
            case MOVE ->
                onRow(
                        site,
                        step,
                        (kind, row) -> kind.orderField()
                                .ifPresent(f -> edit(
                                        site,
                                        kind,
                                        row,
                                        f.name(),
                                        OrderKeys.spread(20).get(step.c() % 20))));
            case DELETE ->
                onRow(site, step, (kind, row) -> {
                    write(site, tx -> tx.delete(kind, row));
                    assertTrue(read(site, kind, row).deleted(), "deleted and still there");
                });
            case RESTORE ->
                onRow(site, step, (kind, row) -> {
                    write(site, tx -> tx.restore(kind, row));
                    assertFalse(read(site, kind, row).deleted(), "restored and still gone");
                });
            case UNDO -> {
                // An import is a step too; taking one back has a test of its own.
                if (site.workspace.undo().nextUndo().filter(LABEL::equals).isPresent()) {
                    site.workspace.undo().undo();
                    harvest(site);
                }
            }
            case REDO -> {
                if (site.workspace.undo().nextRedo().filter(LABEL::equals).isPresent()) {
                    site.workspace.undo().redo();
                    harvest(site);
                }
            }
            case RESOLVE -> resolve(site, step);
            case SEND -> post.send(this, site, step);
            case DELIVER -> post.deliver(this, site, step);
            case BACKUP -> {
                site.backup = fresh();
                site.knownAtBackup = (BitSet) site.known.clone();
                site.workspace.backup(site.backup);
            }
            case COPY -> copy(site);
            case GO_BACK -> goBack(site);
        }
    }

    private interface OnRow {
        void run(Kind kind, UUID row);
    }

    private void onRow(Site site, Step step, OnRow work) {
        List<UUID> rows = List.copyOf(oracle.rows(site.known));
        if (!rows.isEmpty()) {
            UUID row = rows.get(step.a() % rows.size());
            work.run(kindOf(row), row);
        }
    }

    Kind kindOf(UUID row) {
        return Model.kind(oracle.first(row).kind());
    }

    Row read(Site site, Kind kind, UUID row) {
        return site.workspace.find(kind, row).orElseThrow(() -> new AssertionError("a record is gone: " + row));
    }

    private void insert(Site site, Step step) {
        List<UUID> meetings = oracle.rows(site.known).stream()
                .filter(row -> kindOf(row) == MeetingKinds.MEETING)
                .toList();
        int which = step.a() % 10;
        if (meetings.isEmpty() || which == 0) {
            write(site, tx -> tx.insert(MeetingKinds.MEETING, Values.of("name_en", value("name_en", step.b()))));
        } else if (which <= 2) {
            write(site, tx -> tx.insert(PartyKinds.PARTY, Values.of("name_en", value("name_en", step.b()))));
        } else if (which == 3) {
            // Two officers read in the same published list.
            String code = "T" + step.b() % 2;
            Values values = Values.of("list", "other").with("code", code).with("name_en", "Item " + code);
            write(site, tx -> tx.insert(PartyKinds.REFERENCE_ITEM, Ids.derived("sim", code), Model.DIRECTORY, values));
        } else {
            UUID meeting = meetings.get(step.b() % meetings.size());
            write(
                    site,
                    tx -> tx.insert(
                            MeetingKinds.SESSION,
                            Values.of("meeting", meeting)
                                    .with("title_en", value("title_en", step.c()))
                                    .with("position", OrderKeys.spread(20).get(step.c() % 20))));
        }
    }

    /** Few values, so that equal ones are written at the same time too. */
    private static Object value(String column, int choice) {
        int n = choice % 4;
        return switch (column) {
            case "minutes" -> n == 3 ? null : (Object) (10L * (n + 1));
            case "status" ->
                n == 3 ? null : List.of("planned", "confirmed", "held").get(n);
            case "day" -> n == 3 ? null : "2017-10-1" + n;
            default -> n == 3 ? null : List.of("A", "B", "C").get(n);
        };
    }

    private void edit(Site site, Kind kind, UUID row, String column, Object value) {
        Object before = read(site, kind, row).get(column);
        boolean open = oracle.conflict(row, column, site.known);
        long last = site.last;
        write(site, tx -> tx.set(kind, row, column, value));
        Row after = read(site, kind, row);
        assertEquals(value, after.get(column), "an edit did not take: " + kind + "." + column);
        if (!Objects.equals(before, value)) {
            assertTrue(site.last > last, "an edit has no name");
            assertFalse(after.deleted(), "an edited record stays hidden");
        } else if (!open) {
            assertEquals(last, site.last, "an edit to the same value is a change");
        }
    }

    private void resolve(Site site, Step step) {
        List<Conflict> open = new ArrayList<>(site.workspace.conflicts().list(0, 10_000));
        if (open.isEmpty()) {
            return;
        }
        open.sort(java.util.Comparator.<Conflict>comparingInt(
                        c -> oracle.first(c.record()).number())
                .thenComparing(c -> c.column() == null ? "" : c.column()));
        Conflict conflict = open.get(step.a() % open.size());
        Kind kind = Model.kind(conflict.kind());
        UUID row = conflict.record();
        List<String> before = step.c() % 5 == 0 ? Visible.of(site.workspace).shown() : null;
        write(site, tx -> {
            if (conflict.deletion()) {
                if (step.b() % 2 == 0) {
                    Conflicts.keep(tx, kind, row);
                } else {
                    Conflicts.drop(tx, kind, row);
                }
            } else {
                List<Object> values = oracle.survivors(row, conflict.column(), site.known).stream()
                        .map(e -> e.valueOf(conflict.column()))
                        .toList();
                Object value =
                        step.b() % 4 == 3 ? value(conflict.column(), step.c()) : values.get(step.c() % values.size());
                Conflicts.choose(tx, kind, row, conflict.column(), value);
            }
        });
        assertTrue(
                site.workspace.conflicts().of(kind, row).stream()
                        .noneMatch(c -> Objects.equals(c.column(), conflict.column())),
                "a resolved conflict is still open: " + conflict);
        if (before != null) {
            site.workspace.undo().undo();
            harvest(site);
            assertEquals(
                    String.join("\n", before),
                    String.join("\n", Visible.of(site.workspace).shown()),
                    "a decision that was taken back left something");
        }
    }

    private void write(Site site, Consumer<Transaction> work) {
        site.workspace.changes().run(LABEL, work);
        harvest(site);
    }

    /** Writes down what the site did; its numbers must go on without a gap. */
    void harvest(Site site) {
        BitSet beside = new BitSet();
        for (StoreProbe.Change change : StoreProbe.since(site.workspace, site.last, KINDS)) {
            assertEquals(site.last + 1, change.sequence(), "a number of " + site + " is left out");
            Event event = write(site, change, beside);
            site.known.set(event.number());
            if (change.beside()) {
                beside.set(event.number());
            }
            site.last = change.sequence();
        }
    }

    private Event write(Site site, StoreProbe.Change change, BitSet beside) {
        UUID row = change.row();
        Dot dot = new Dot(site.id, change.sequence());
        if (change.field() == null) {
            Kind kind = Model.kind(change.kind());
            Row made = read(site, kind, row);
            Map<String, Object> created = new HashMap<>();
            kind.columns().forEach(column -> created.put(column, made.get(column)));
            return oracle.add(
                    dot,
                    kind.name(),
                    row,
                    made.scope(),
                    Event.What.CREATED,
                    null,
                    null,
                    created,
                    site.known,
                    site.known);
        }
        String kind = change.kind();
        UUID scope = oracle.first(row).scope();
        if (change.field().equals("_hidden") && !Objects.equals(change.after(), 0L)) {
            boolean putBack = Objects.equals(change.after(), 2L);
            BitSet covers = putBack ? older(site, row, dot) : site.known;
            // A deletion that is put back is as it was: it replaces what it had replaced, and hides what it had hidden.
            BitSet seen = putBack ? covers : site.known;
            return oracle.add(dot, kind, row, scope, Event.What.DELETED, null, null, null, seen, covers);
        }
        if (change.field().equals("_hidden")) {
            return oracle.add(dot, kind, row, scope, Event.What.RESTORED, null, null, null, site.known, site.known);
        }
        // The undo of a decision writes the values that stood against each other beside each other again.
        BitSet seen = (BitSet) site.known.clone();
        if (change.beside()) {
            seen.andNot(beside);
        }
        return oracle.add(
                dot, kind, row, scope, Event.What.SET, change.field(), change.after(), null, seen, site.known);
    }

    /** What a deletion that is put back hides: that must be what one of the known deletions hid. */
    private BitSet older(Site site, UUID row, Dot dot) {
        Life life = Audit.everything(site.workspace.exchange()).get(row).lives.stream()
                .filter(l -> l.dot().equals(dot))
                .findFirst()
                .orElseThrow(() -> new AssertionError("a deletion that was put back is not there"));
        return oracle.of(row, site.known).stream()
                .filter(e -> e.what() == Event.What.DELETED)
                .filter(e -> oracle.of(row, site.known).stream().allMatch(o -> e.hides(o) == life.saw(o.dot())))
                .map(Event::covers)
                .findFirst()
                .orElseThrow(() -> new AssertionError("a deletion was put back that nobody made"));
    }

    /** A workspace that is copied gives two that both go on. */
    private void copy(Site site) {
        if (sites.size() >= MOST_SITES) {
            return;
        }
        Site copy = new Site(sites.size(), folder, new SimClock(SimClock.Way.RIGHT));
        Path backup = fresh();
        site.workspace.backup(backup);
        open(copy, backup, site, 0);
        copy.known = (BitSet) site.known.clone();
        sites.add(copy);
    }

    private void goBack(Site site) {
        if (site.backup == null) {
            return;
        }
        site.workspace.close();
        open(site, site.backup, site, folders);
        site.known = (BitSet) site.knownAtBackup.clone();
        site.backup = null;
        site.sentLast.clear();
    }

    private void open(Site site, Path backup, Site was, int life) {
        Workspace.Surroundings surroundings = surroundings(site, life);
        UUID id = was.id;
        long last = StoreProbe.last(backup, id);
        Path target = backup;
        if (rotation) {
            target = fresh();
            Backup.restore(backup, target, surroundings);
        }
        site.runs(Workspace.open(target, Workspace.Mode.WRITE, surroundings));
        if (rotation) {
            assertFalse(site.id.equals(id), "a restored workspace has the site that it had");
        } else {
            site.last = last;
        }
    }

    @Override
    public void close() {
        sites.forEach(site -> site.workspace.close());
        delete(folder);
    }

    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(java.util.Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
