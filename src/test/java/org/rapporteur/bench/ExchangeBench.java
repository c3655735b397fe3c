package org.rapporteur.bench;

import java.io.BufferedReader;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Ids;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.exchange.Conflict;
import org.rapporteur.core.exchange.Conflicts;
import org.rapporteur.core.exchange.ImportEffects;
import org.rapporteur.core.exchange.Incoming;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.exchange.Arrived;
import org.rapporteur.exchange.Exchange;
import org.rapporteur.exchange.ExchangeService;
import org.rapporteur.exchange.SendRequest;
import org.rapporteur.exchange.Sent;
import org.rapporteur.exchange.seal.Identity;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Uuids;
import org.rapporteur.storage.Workspace;

/**
 * The exchange of 100,000 records of 20 fields, against plain JDBC inserts of the same values and against deflate and
 * SHA-256 of the same bytes, all in one run. Median of three after one to warm up.
 */
@Tag("bench")
class ExchangeBench {
    static final int ROWS = 100_000;
    private static final int RUNS = 3;
    private static final Kind KIND = MeetingKinds.SESSION;
    private static final int DAY = 300;
    private static final int CONFLICTS = 1_000;

    @TempDir
    Path folder;

    @AfterAll
    static void print() {
        Table.print();
    }

    static Workspace workspace(Path place, long seed) {
        return Workspace.create(place, "bench", TestWorkspaces.surroundings(Clock.systemUTC(), seed));
    }

    static Exchange exchange(Workspace workspace, long seed) {
        return new ExchangeService(
                workspace.exchange(),
                workspace.conflicts(),
                new ExchangeService.Surroundings(
                        workspace.folder(),
                        () -> Identity.in(workspace.folder()),
                        Clock.systemUTC(),
                        new Ids(Clock.systemUTC(), new Random(seed)),
                        () -> "Officer " + seed,
                        "bench",
                        () -> ROWS));
    }

    /** All 20 columns of a row with a value. */
    private static Values values(Random random, UUID meeting, UUID room, int i) {
        Values values = Values.of("meeting", meeting)
                .with("type", "panel")
                .with("day", "2017-10-1" + i % 10)
                .with("starts_at", String.format(Locale.ROOT, "%02d:%02d", i % 24, i % 60))
                .with("minutes", 5L + i % 200)
                .with("room", room)
                .with("position", String.format(Locale.ROOT, "%06d", i))
                .with("illustrative", 1L);
        for (String language : List.of("en", "fr", "es", "ar", "zh", "ru")) {
            values.with("title_" + language, StoreBench.words(random, 4))
                    .with("description_" + language, StoreBench.words(random, 8));
        }
        return values;
    }

    static UUID fill(Workspace workspace, int rows) {
        Random random = new Random(5);
        return workspace.changes().write(Label.of("bench"), tx -> {
            UUID meeting = tx.insert(MeetingKinds.MEETING, Values.of("name_en", "Bench"));
            UUID room =
                    tx.insert(MeetingKinds.ROOM, Values.of("meeting", meeting).with("name", "1"));
            for (int i = 0; i < rows; i++) {
                tx.insert(KIND, values(random, meeting, room, i));
            }
            return meeting;
        });
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double time(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    @Test
    void hundredThousandRecords() throws Exception {
        List<Double> sends = new ArrayList<>();
        List<Double> previews = new ArrayList<>();
        List<Double> imports = new ArrayList<>();
        List<Double> agains = new ArrayList<>();
        List<Double> plains = new ArrayList<>();
        List<Double> deflates = new ArrayList<>();
        try (Workspace from = workspace(folder.resolve("from"), 1)) {
            UUID meeting = fill(from, ROWS);
            Exchange sender = exchange(from, 1);
            long bytes = 0;
            for (int run = 0; run <= RUNS; run++) {
                Path file = folder.resolve("all.rcpx");
                double send = time(() -> sender.send(SendRequest.everything(), file, Incoming.Progress.NONE));
                bytes = Files.size(file);
                double deflate = deflate(file);
                double plain = plain(from, meeting, folder.resolve("plain" + run + ".db"));
                try (Workspace to = workspace(folder.resolve("to" + run), 10 + run)) {
                    Exchange receiver = exchange(to, 10 + run);
                    double preview = time(() -> {
                        try (Arrived arrived = receiver.open(file, null, Incoming.Progress.NONE)) {
                            expect(arrived.effects().added() == ROWS + 2);
                            arrived.changes(0, 100);
                        }
                    });
                    double whole = time(() -> receive(receiver, file, ROWS + 2));
                    double again = time(() -> receive(receiver, file, 0));
                    expect(to.count(Query.of(KIND)) == ROWS);
                    if (run > 0) {
                        sends.add(send);
                        previews.add(preview);
                        imports.add(whole);
                        agains.add(again);
                        plains.add(plain);
                        deflates.add(deflate);
                    }
                }
            }
            double plain = StoreBench.median(plains);
            double deflate = StoreBench.median(deflates);
            String inserts = "plain JDBC inserts of the same 100,000 rows of 20 columns: " + Table.millis(plain);
            String packing = "deflate and SHA-256 of the same bytes: " + Table.millis(deflate);
            row("export 100,000 records of 20 fields (" + bytes / 1_000_000 + " MB)", sends, packing, deflate, "");
            row("preview of them (read, check, stage, count, first 100)", previews, inserts, plain, "3 s");
            row("import of them (read, check, stage, merge)", imports, inserts, plain, "3");
            row("import of them again", agains, inserts, plain, "1 s");
        }
    }

    private static void row(String what, List<Double> ours, String baseline, double other, String aim) {
        double median = StoreBench.median(ours);
        Table.row(what, Table.millis(median), baseline, Table.ratio(median, other), aim);
    }

    private static void receive(Exchange receiver, Path file, long added) {
        try (Arrived arrived = receiver.open(file, null, Incoming.Progress.NONE)) {
            arrived.apply(Incoming.Progress.NONE);
            ImportEffects done = receiver.store().packages().getFirst().effects();
            expect(added == 0 || done.added() == added);
        }
    }

    private static void expect(boolean truth) {
        if (!truth) {
            throw new AssertionError("the measured work did not do what it should");
        }
    }

    /** Nanoseconds to deflate the package's own content and to hash it. */
    private static double deflate(Path file) throws Exception {
        List<byte[]> parts = new ArrayList<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    parts.add(in.readAllBytes());
                }
            }
        }
        return time(() -> {
            byte[] out = new byte[1 << 16];
            for (byte[] part : parts) {
                MessageDigest.getInstance("SHA-256").digest(part);
                Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
                deflater.setInput(part);
                deflater.finish();
                while (!deflater.finished()) {
                    deflater.deflate(out);
                }
                deflater.end();
            }
        });
    }

    /** Nanoseconds to insert the same values into a table with the same columns, keys and indexes. */
    private static double plain(Workspace from, UUID meeting, Path file) throws Exception {
        List<Object[]> rows = new ArrayList<>(ROWS);
        List<UUID> ids = new ArrayList<>(ROWS);
        from.each(Query.of(KIND).where("meeting", meeting), row -> {
            ids.add(row.id());
            rows.add(KIND.columns().stream().map(row::get).toArray());
        });
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute(
                    "CREATE TABLE t (id BLOB NOT NULL PRIMARY KEY, " + String.join(", ", KIND.columns()) + ")");
            statement.execute("CREATE INDEX t_meeting ON t (meeting, position)");
            statement.execute("CREATE INDEX t_room ON t (room) WHERE room IS NOT NULL");
            connection.setAutoCommit(false);
            return time(() -> {
                try (PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO t VALUES (?" + ", ?".repeat(KIND.columns().size()) + ")")) {
                    for (int i = 0; i < rows.size(); i++) {
                        insert.setBytes(1, Uuids.bytes(ids.get(i)));
                        Object[] row = rows.get(i);
                        for (int k = 0; k < row.length; k++) {
                            Object value = row[k] instanceof UUID key ? Uuids.bytes(key) : row[k];
                            insert.setObject(k + 2, value);
                        }
                        insert.addBatch();
                    }
                    insert.executeBatch();
                }
                connection.commit();
            });
        }
    }

    @Test
    void aDay() throws Exception {
        try (Workspace a = workspace(folder.resolve("a"), 1);
                Workspace b = workspace(folder.resolve("b"), 2)) {
            UUID meeting = fill(a, ROWS);
            Exchange ours = exchange(a, 1);
            Exchange theirs = exchange(b, 2);
            Path file = folder.resolve("first.rcpx");
            ours.send(SendRequest.everything(), file, Incoming.Progress.NONE);
            receive(theirs, file, ROWS + 2);
            Path back = folder.resolve("back.rcpx");
            var us = theirs.store().colleagues().getFirst();
            theirs.send(SendRequest.to(us, false), back, Incoming.Progress.NONE);
            receive(ours, back, 0);
            List<UUID> rows = a.list(Query.of(KIND).where("meeting", meeting)).stream()
                    .map(row -> row.id())
                    .toList();
            Random random = new Random(9);
            for (int i = 0; i < DAY; i++) {
                UUID row = rows.get(random.nextInt(rows.size()));
                String text = StoreBench.words(random, 8);
                a.changes().run(Label.of("step.edit"), tx -> tx.set(KIND, row, "description_en", text));
            }
            Path day = folder.resolve("day.rcpx");
            var them = ours.store().colleagues().getFirst();
            long start = System.nanoTime();
            Sent sent = ours.send(SendRequest.to(them, false), day, Incoming.Progress.NONE);
            double took = System.nanoTime() - start;
            Table.row(
                    "a day's package: 300 edits among 100,000 records",
                    sent.bytes() / 1000 + " kB, " + sent.rows() + " rows, " + Table.millis(took),
                    "everything: " + Files.size(file) / 1000 + " kB",
                    Table.ratio(sent.bytes(), Files.size(file)),
                    "");
            double in = time(() -> receive(theirs, day, 0));
            Table.row("import of the day's package", Table.millis(in), "", "", "");
        }
    }

    @Test
    void conflicts() throws Exception {
        try (Workspace a = workspace(folder.resolve("a"), 1);
                Workspace b = workspace(folder.resolve("b"), 2)) {
            fill(a, 10_000);
            Exchange ours = exchange(a, 1);
            Exchange theirs = exchange(b, 2);
            Path file = folder.resolve("p.rcpx");
            ours.send(SendRequest.everything(), file, Incoming.Progress.NONE);
            receive(theirs, file, 10_002);
            for (Workspace one : List.of(a, b)) {
                String text = "by " + one.site();
                one.changes().run(Label.of("step.edit"), tx -> {
                    List<UUID> rows = tx.list(Query.of(KIND).by("position").page(CONFLICTS, 0)).stream()
                            .map(row -> row.id())
                            .toList();
                    rows.forEach(row -> tx.set(KIND, row, "title_en", text));
                });
            }
            theirs.send(SendRequest.everything(), file, Incoming.Progress.NONE);
            receive(ours, file, 0);
            expect(ours.conflicts().count() == CONFLICTS);
            double open = time(() -> expect(ours.conflicts().list(0, 50).size() == 50));
            double all = time(() -> expect(ours.conflicts().list(0, CONFLICTS).size() == CONFLICTS));
            List<Double> each = new ArrayList<>();
            while (ours.conflicts().count() > 0) {
                Conflict next = ours.conflicts().list(0, 1).getFirst();
                each.add(time(() -> a.changes()
                        .run(
                                Label.of("step.edit"),
                                tx -> Conflicts.choose(tx, KIND, next.record(), next.column(), "chosen"))));
            }
            double slowest =
                    each.stream().mapToDouble(Double::doubleValue).max().orElse(0);
            Table.row(
                    "first 50 of 1,000 conflicts read",
                    Table.millis(open),
                    "all 1,000: " + Table.millis(all),
                    "",
                    "100 ms");
            Table.row(
                    "one of 1,000 conflicts resolved, median",
                    Table.millis(StoreBench.median(each)),
                    "slowest: " + Table.millis(slowest),
                    "",
                    "100 ms");
        }
    }

    /** Five gigabytes of attachment with a heap of 64 MB. */
    @Test
    void attachments() throws Exception {
        long size = Long.getLong("bench.attachment", 5L << 30);
        Process probe = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TransferProbe.class.getName(),
                        folder.toString(),
                        String.valueOf(size))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line;
        try (BufferedReader out = probe.inputReader()) {
            line = out.readLine();
        }
        expect(probe.waitFor() == 0 && line != null);
        String[] told = line.split(" ");
        Table.row(
                "peak of heap, sending and importing " + (size >> 20) + " MB of attachment",
                Long.parseLong(told[0]) / 1_000_000 + " MB",
                "send " + Table.millis(Long.parseLong(told[1])) + ", import " + Table.millis(Long.parseLong(told[2])),
                "",
                "64 MB");
    }
}
