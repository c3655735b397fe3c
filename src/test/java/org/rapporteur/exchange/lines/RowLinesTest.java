package org.rapporteur.exchange.lines;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapporteur.core.change.Dot;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.exchange.Life;
import org.rapporteur.core.exchange.TravellingFile;
import org.rapporteur.core.exchange.TravellingRow;
import org.rapporteur.core.exchange.TravellingStep;
import org.rapporteur.core.exchange.Version;
import org.rapporteur.core.exchange.VersionVector;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.model.Model;
import org.rapporteur.exchange.json.StrictJson;

/** Records, sites and groups of changes come out of their lines as they went in; anything else is refused. */
class RowLinesTest {
    private static final List<String> RAW = List.of(
            "null",
            "true",
            "-0.0",
            "1.50E+2",
            "123456789012345678901234567890",
            "\"\\u00e9\\/ \\n\"",
            "\"é漢字\"",
            "{\"b\" : [1,  2.0, {}],\"a\":null}",
            "[ ]",
            "\"\"");

    private final Random random;
    private final List<UUID> scopes = List.of(Model.DIRECTORY, new UUID(1, 2), new UUID(3, 4));
    private final List<UUID> siteList = new ArrayList<>();

    RowLinesTest() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        random = new Random(seed);
        for (int i = 0; i < 6; i++) {
            siteList.add(new UUID(random.nextLong(), random.nextLong()));
        }
    }

    private Dot dot() {
        return new Dot(siteList.get(random.nextInt(siteList.size())), 1 + random.nextInt(1_000_000));
    }

    private String text() {
        String[] some = {"Déclaration", "\u0000\u0001\t\"\\", "جدول الأعمال", "🌍🤝", "a\u2028b", "议程", "x".repeat(300)
        };
        return some[random.nextInt(some.length)] + random.nextInt(100);
    }

    private Object value(FieldType type) {
        return switch (type.storage()) {
            case TEXT ->
                type == FieldType.BLOB_HASH
                        ? "0123456789abcdef".repeat(4)
                        : type == FieldType.ORDER ? "a" + random.nextInt(1000) + "V" : text();
            case INTEGER -> random.nextBoolean() ? random.nextLong() : (Object) (long) random.nextInt(5);
            case REAL -> random.nextBoolean() ? random.nextDouble() * 1e300 : (Object) (double) random.nextInt(5);
            default -> new UUID(random.nextLong(), random.nextLong());
        };
    }

    private TravellingRow row(Kind kind, String name) {
        TravellingRow row = new TravellingRow();
        row.kind = name;
        row.id = new UUID(random.nextLong(), random.nextLong());
        row.scope = scopes.get(random.nextInt(scopes.size()));
        row.whole = random.nextBoolean();
        for (int i = row.whole ? 0 : 1; i < 1 + random.nextInt(2); i++) {
            row.creations.add(dot());
        }
        if (row.whole && kind != null) {
            row.values = new Object[kind.columns().size()];
            for (String column : kind.columns()) {
                if (random.nextInt(3) > 0) {
                    row.values[kind.indexOf(column)] =
                            value(kind.fieldOf(column).type());
                }
            }
        }
        for (int i = 0; row.whole && i < random.nextInt(4); i++) {
            row.unknown.put("new_field_" + i, RAW.get(random.nextInt(RAW.size())));
        }
        for (int i = 0; i < random.nextInt(5); i++) {
            boolean known = kind != null && random.nextBoolean();
            String column =
                    known ? kind.columns().get(random.nextInt(kind.columns().size())) : "later_" + i;
            List<Version> versions = new ArrayList<>();
            for (int k = 0; k < random.nextInt(3); k++) {
                Object value = known
                        ? random.nextBoolean() ? value(kind.fieldOf(column).type()) : null
                        : RAW.get(random.nextInt(RAW.size()));
                versions.add(new Version(dot(), value));
            }
            row.fields.put(
                    column,
                    new TravellingRow.FieldState(
                            versions, random.nextBoolean() ? Set.of() : new LinkedHashSet<>(List.of(dot()))));
        }
        if (random.nextBoolean()) {
            row.lives = new ArrayList<>();
            for (int i = 0; i < random.nextInt(3); i++) {
                boolean deletion = random.nextBoolean();
                row.lives.add(new Life(
                        dot(),
                        deletion ? vector() : null,
                        deletion && random.nextBoolean() ? new LinkedHashSet<>(List.of(dot(), dot())) : Set.of()));
            }
            if (random.nextBoolean()) {
                row.livesReplaced = new LinkedHashSet<>(List.of(dot()));
            }
        }
        if (random.nextInt(4) == 0) {
            row.withheld.addAll(List.of("email", "later"));
        }
        return row;
    }

    private VersionVector vector() {
        Map<UUID, Long> numbers = new HashMap<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            Dot dot = dot();
            numbers.put(dot.site(), dot.sequence());
        }
        return VersionVector.of(numbers);
    }

    /** What was written, read again by a reader that knows nothing but the files. */
    private List<TravellingRow> through(String kind, List<TravellingRow> rows) throws IOException, BadLine {
        SiteNumbers sites = new SiteNumbers();
        SeenNumbers seen = new SeenNumbers();
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        LineWriter lines = new LineWriter(data);
        RowWriter writer = new RowWriter(scopes, sites, seen);
        for (TravellingRow row : rows) {
            writer.write(lines, row);
        }
        ByteArrayOutputStream seenBytes = new ByteArrayOutputStream();
        seen.write(new LineWriter(seenBytes), sites);
        ByteArrayOutputStream siteBytes = new ByteArrayOutputStream();
        sites.write(new LineWriter(siteBytes), site -> random.nextBoolean() ? "Ana" : null);

        SiteNumbers readSites = new SiteNumbers();
        for (byte[] line : lines(siteBytes)) {
            readSites.read(parser(line));
        }
        SeenNumbers readSeen = new SeenNumbers();
        for (byte[] line : lines(seenBytes)) {
            readSeen.read(parser(line), readSites);
        }
        RowReader reader = new RowReader(kind, scopes, readSites, readSeen);
        List<TravellingRow> read = new ArrayList<>();
        for (byte[] line : lines(data)) {
            // A line mostly lies somewhere in a larger buffer.
            byte[] buffer = new byte[line.length + 20];
            System.arraycopy(line, 0, buffer, 7, line.length);
            read.add(reader.read(parser(buffer, 7, line.length), buffer, 7));
        }
        return read;
    }

    private static JsonParser parser(byte[] line) throws IOException {
        return parser(line, 0, line.length);
    }

    private static JsonParser parser(byte[] buffer, int from, int length) throws IOException {
        JsonParser parser = StrictJson.factory(1 << 20).createParser(buffer, from, length);
        parser.nextToken();
        return parser;
    }

    private static List<byte[]> lines(ByteArrayOutputStream out) {
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static void same(TravellingRow a, TravellingRow b) {
        assertEquals(a.kind, b.kind);
        assertEquals(a.id, b.id);
        assertEquals(a.scope, b.scope);
        assertEquals(a.creations, b.creations);
        assertEquals(a.whole, b.whole);
        assertArrayEquals(a.values, b.values);
        assertEquals(a.unknown, b.unknown);
        assertEquals(a.fields, b.fields);
        assertEquals(a.lives, b.lives);
        assertEquals(a.livesReplaced, b.livesReplaced);
        assertEquals(a.withheld, b.withheld);
    }

    @Test
    void everyKindComesOutAsItWentIn() throws Exception {
        for (Kind kind : Model.kinds()) {
            List<TravellingRow> rows = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                rows.add(row(kind, kind.name()));
            }
            List<TravellingRow> read = through(kind.name(), rows);
            assertEquals(rows.size(), read.size());
            for (int i = 0; i < rows.size(); i++) {
                same(rows.get(i), read.get(i));
            }
        }
    }

    @Test
    void kindsOfLaterVersionsArePassedOnByteForByte() throws Exception {
        List<TravellingRow> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            rows.add(row(null, "venue_2"));
        }
        List<TravellingRow> read = through("venue_2", rows);
        for (int i = 0; i < rows.size(); i++) {
            same(rows.get(i), read.get(i));
            assertNull(read.get(i).values);
        }
    }

    @Test
    void stepsAndFilesComeOutAsTheyWentIn() throws Exception {
        SiteNumbers sites = new SiteNumbers();
        TravellingStep step = new TravellingStep(
                siteList.get(0), 3, 9, Instant.ofEpochMilli(-5), null, "meeting.step.rename", List.of("a", "ب"));
        TravellingFile file = new TravellingFile("ab".repeat(32), 12, "Bericht.pdf", null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StepLines.write(new LineWriter(out), step, sites);
        FileLines.write(new LineWriter(out), file);
        List<byte[]> lines = lines(out);
        assertEquals(step, StepLines.read(parser(lines.get(0)), sites));
        assertEquals(file, FileLines.read(parser(lines.get(1))));
        for (String bad : List.of("{\"h\":\"../x\",\"n\":1}", "{\"h\":\"" + "AB".repeat(32) + "\",\"n\":1}", "{}")) {
            byte[] bytes = bad.getBytes(StandardCharsets.UTF_8);
            assertThrows(BadLine.class, () -> FileLines.read(parser(bytes)), bad);
        }
    }

    private static final String ID = "\"i\":\"00000000-0000-7000-8000-000000000001\",\"s\":0";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{ID",
                "{ID,\"i\":\"00000000-0000-7000-8000-000000000001\"}",
                "{\"i\":\"1-1-1-1-1\",\"s\":0}",
                "{\"i\":\"00000000-0000-7000-8000-000000000001\",\"s\":3}",
                "{\"i\":\"00000000-0000-7000-8000-000000000001\",\"s\":-1}",
                "{\"i\":\"00000000-0000-7000-8000-000000000001\",\"s\":\"0\"}",
                "{ID,\"zz\":1}",
                "{ID,\"w\":1}",
                "{ID,\"v\":{}}",
                "{ID,\"d\":[[0,0]]}",
                "{ID,\"d\":[[1,1]]}",
                "{ID,\"d\":[[0,1,2]]}",
                "{ID,\"d\":[[0,99999999999999999]]}",
                "{ID,\"d\":[[0,1e1]]}",
                "{ID,\"d\":[[0,1]],\"w\":1,\"v\":{\"acronym\":5}}",
                "{ID,\"d\":[[0,1]],\"w\":1,\"v\":{\"acronym\":\"\\ud800\"}}",
                "{ID,\"d\":[[0,1]],\"w\":1,\"v\":{\"acronym\":\"a\",\"acronym\":\"b\"}}",
                "{ID,\"d\":[[0,1]],\"w\":1,\"v\":{\"later\":1,\"later\":1}}",
                "{ID,\"d\":[[0,1]],\"w\":1,\"v\":{\"Later\":1}}",
                "{ID,\"d\":[[0,1]],\"w\":1,\"v\":{\"x; DROP TABLE party\":1}}",
                "{ID,\"d\":[[0,1]],\"w\":1,\"v\":{\"later\":01}}",
                "{ID,\"d\":[[0,1]],\"w\":1,\"v\":{\"later\":NaN}}",
                "{ID,\"f\":{\"acronym\":{\"v\":[[0,1,7]]}}}",
                "{ID,\"f\":{\"acronym\":{\"v\":[[0,1]]}}}",
                "{ID,\"f\":{\"acronym\":{\"q\":[]}}}",
                "{ID,\"l\":[[0,1,0]]}",
                "{ID,\"l\":null}",
                "{ID,\"x\":[\"a\",\"a\"]}",
                "{ID,\"x\":[1]}"
            })
    void whatWasNotAgreedIsRefused(String text) throws Exception {
        SiteNumbers sites = new SiteNumbers();
        byte[] site = "{\"i\":\"00000000-0000-4000-8000-000000000009\"}".getBytes(StandardCharsets.UTF_8);
        sites.read(parser(site));
        RowReader reader = new RowReader(MeetingKinds.MEETING.name(), scopes, sites, new SeenNumbers());
        byte[] line = text.replace("ID", ID).getBytes(StandardCharsets.UTF_8);
        BadLine bad = assertThrows(BadLine.class, () -> reader.read(parser(line), line, 0), text);
        var problem = bad.in("a.rcpx", "data/meeting.ndjson", 7);
        assertEquals("EXC-01", problem.code());
        assertTrue(problem.what().args().contains(7L));
    }

    /** A store may hold such keys; refusing them here would make its packages unreadable for everybody. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "A0", "é", "a b", "-"})
    void anyOrderKeyIsTakenAndANextOneIsFound(String key) throws Exception {
        SiteNumbers sites = new SiteNumbers();
        sites.read(parser("{\"i\":\"00000000-0000-4000-8000-000000000009\"}".getBytes(StandardCharsets.UTF_8)));
        Kind ordered = Model.kinds().stream()
                .filter(kind -> kind.orderField().isPresent())
                .findFirst()
                .orElseThrow();
        RowReader reader = new RowReader(ordered.name(), scopes, sites, new SeenNumbers());
        byte[] line = ("{" + ID + ",\"d\":[[0,1]],\"w\":1,\"v\":{\""
                        + ordered.orderField().orElseThrow().name() + "\":\"" + key + "\"}}")
                .getBytes(StandardCharsets.UTF_8);
        Object read = reader.read(parser(line), line, 0)
                .values[ordered.indexOf(ordered.orderField().orElseThrow().name())];
        assertEquals(key, read);
        assertTimeoutPreemptively(
                java.time.Duration.ofSeconds(5), () -> org.rapporteur.core.change.OrderKeys.between("", key));
    }

    @Test
    void deepNestingIsRefusedWithoutHarm() throws Exception {
        SiteNumbers sites = new SiteNumbers();
        byte[] site = "{\"i\":\"00000000-0000-4000-8000-000000000009\"}".getBytes(StandardCharsets.UTF_8);
        sites.read(parser(site));
        RowReader reader = new RowReader("meeting", scopes, sites, new SeenNumbers());
        String deep = "{" + ID + ",\"d\":[[0,1]],\"w\":1,\"v\":{\"later\":" + "[".repeat(100_000) + "]".repeat(100_000)
                + "}}";
        byte[] line = deep.getBytes(StandardCharsets.UTF_8);
        assertThrows(BadLine.class, () -> reader.read(parser(line), line, 0));
    }

    @Test
    void namesAreSmallLettersDigitsAndUnderscores() {
        assertTrue(Names.valid("a") && Names.valid("name_en2") && Names.valid("a".repeat(61)));
        for (String bad : List.of("", "_a", "1a", "aB", "é", "a-b", "a".repeat(62), "a b")) {
            assertTrue(!Names.valid(bad), bad);
        }
    }
}
