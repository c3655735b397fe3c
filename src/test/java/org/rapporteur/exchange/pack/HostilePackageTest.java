package org.rapporteur.exchange.pack;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.problem.Problem;

/** Packages made to do harm: each is refused with its reason, within a second and 64 MB, and nothing is written. */
class HostilePackageTest {
    private static final byte[] DATA = Packages.LINES.getBytes(StandardCharsets.UTF_8);
    private static final String NAME = "data/party.ndjson";

    @TempDir
    Path folder;

    private static byte[] manifest(String... names) {
        return manifest(DATA, names);
    }

    private static byte[] manifest(byte[] content, String... names) {
        List<Manifest.Entry> entries = Stream.of(names)
                .map(name -> new Manifest.Entry(name, content.length, Packages.sha256(content)))
                .toList();
        return ManifestJson.write(Packages.head().with(entries));
    }

    /** A good package but for one entry that is changed. */
    private static HostileZip with(String name, Consumer<HostileZip.Entry> change) {
        return new HostileZip()
                .stored("mimetype", Zip.TYPE)
                .entry(name, DATA, change)
                .deflated("manifest.json", manifest(NAME));
    }

    private String code(HostileZip zip) throws IOException {
        return code(zip.bytes());
    }

    private String code(byte[] bytes) throws IOException {
        return code(bytes, Limits.DEFAULT);
    }

    private String code(byte[] bytes, Limits limits) throws IOException {
        Path file = Files.write(folder.resolve("hostile.rcpx"), bytes);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = threads.getCurrentThreadAllocatedBytes();
        long began = System.nanoTime();
        Problem problem = assertThrows(Problem.class, () -> {
            try (PackageReader reader = PackageReader.open(file, limits)) {
                reader.verify();
            }
        });
        long millis = (System.nanoTime() - began) / 1_000_000;
        assertTrue(millis < 1_000, () -> "took " + millis + " ms");
        long bytesUsed = threads.getCurrentThreadAllocatedBytes() - allocated;
        assertTrue(bytesUsed < 64 << 20, () -> "took " + bytesUsed + " bytes");
        try (var names = Files.list(folder)) {
            assertEquals(
                    List.of("hostile.rcpx"),
                    names.map(f -> f.getFileName().toString()).toList());
        }
        return problem.code();
    }

    @Test
    void theGoodOneIsRead() throws IOException {
        Path file = Files.write(folder.resolve("good.rcpx"), with(NAME, e -> {}).bytes());
        assertDoesNotThrow(() -> {
            try (PackageReader reader = PackageReader.open(file, Limits.DEFAULT)) {
                reader.verify();
            }
        });
        Path packed = Files.write(file, with(NAME, HostileZip::deflate).bytes());
        assertDoesNotThrow(() -> PackageReader.open(packed, Limits.DEFAULT).close());
    }

    @Test
    void namesThatLeadElsewhereAreRefused() throws IOException {
        for (String name : new String[] {
            "../evil",
            "data/../../evil.ndjson",
            "/etc/passwd",
            "C:/evil",
            "C:evil",
            "data\\party.ndjson",
            "\\\\server\\share",
            "data/party.ndjson\0.txt",
            "data/Party.ndjson",
            "Data/party.ndjson",
            "MANIFEST.JSON",
            "data/partý.ndjson",
            "data/party\u0301.ndjson",
            "data/ｐarty.ndjson",
            "data/party.ndjson/",
            "data/",
            "data//party.ndjson",
            "./data/party.ndjson",
            "data/.ndjson",
            "data/con:.ndjson",
            "data/party.ndjson ",
            "blobs/abc",
            "blobs/" + "A".repeat(64),
            "inner.zip",
            "META-INF/MANIFEST.MF",
            "data/" + "a".repeat(65) + ".ndjson",
            ""
        }) {
            assertEquals("PKG-04", code(with(name, e -> {})), name);
        }
        assertEquals("PKG-04", code(with("a".repeat(60_000), e -> {})));
    }

    @Test
    void twinsAreRefused() throws IOException {
        HostileZip twice = with(NAME, e -> {}).entry(NAME, DATA, e -> {});
        assertEquals("PKG-04", code(twice));
        HostileZip manifests = with(NAME, e -> {}).deflated("manifest.json", manifest(NAME));
        assertEquals("PKG-04", code(manifests));
        HostileZip listedTwice = new HostileZip()
                .stored("mimetype", Zip.TYPE)
                .stored(NAME, DATA)
                .stored("manifest.json", manifest(NAME, NAME));
        assertEquals("PKG-04", code(listedTwice));
        // Two names in the two headers: one program would see the one, another the other.
        assertEquals(
                "PKG-03", code(with(NAME, e -> e.localName = "data/qarty.ndjson".getBytes(StandardCharsets.US_ASCII))));
    }

    @Test
    void entriesOfAnotherKindAreRefused() throws IOException {
        assertEquals("PKG-04", code(with(NAME, e -> e.attributes = 0120777 << 16)), "symbolic link");
        assertEquals("PKG-04", code(with(NAME, e -> e.attributes = 0040755 << 16)), "folder");
        assertEquals("PKG-04", code(with(NAME, e -> e.attributes = 0x10)), "folder of DOS");
        assertEquals("PKG-04", code(with(NAME, e -> e.attributes = 0020600 << 16)), "device");
        assertEquals("PKG-04", code(with(NAME, e -> e.flags = 1)), "encrypted");
        assertEquals("PKG-04", code(with(NAME, e -> e.flags = 1 << 6 | 1)), "strongly encrypted");
        assertEquals("PKG-04", code(with(NAME, e -> e.flags = 1 << 3)), "sizes behind the content");
        for (int method : new int[] {1, 9, 12, 14, 93, 95, 99}) {
            assertEquals("PKG-04", code(with(NAME, e -> e.method = method)), "method " + method);
        }
        assertEquals("PKG-04", code(with(NAME, e -> e.comment = "hidden")));
        assertEquals("PKG-04", code(with(NAME, e -> e.extra = new byte[] {1, 2, 0, 0})));
        assertEquals("PKG-04", code(with(NAME, e -> e.localExtra = new byte[] {1, 2, 0, 0})));
        assertEquals("PKG-03", code(with(NAME, e -> e.localExtra = new byte[60_000])));
    }

    @Test
    void sizesThatLieAreRefused() throws IOException {
        for (long size : new long[] {0, 1, DATA.length - 1, DATA.length + 1, 0x7FFFFFFFL, 0xFFFFFFFEL}) {
            String stored = code(with(NAME, e -> e.size = size));
            assertEquals("PKG-04", stored, "stored, size " + size);
            String deflated = code(with(NAME, e -> {
                HostileZip.deflate(e);
                e.size = size;
            }));
            assertTrue(List.of("PKG-03", "PKG-04").contains(deflated), "deflated, size " + size + ": " + deflated);
            assertEquals("PKG-03", code(with(NAME, e -> e.localSize = size)), "in one header, size " + size);
        }
        for (long packed : new long[] {0, 1, 10, 0xFFFFFFFEL}) {
            assertTrue(List.of("PKG-03", "PKG-04").contains(code(with(NAME, e -> {
                HostileZip.deflate(e);
                e.packed = packed;
            }))));
        }
        assertEquals("PKG-03", code(with(NAME, e -> e.crc ^= 1)));
    }

    /** The manifest says what the archive says, and the content is more: it is not unpacked beyond what it says. */
    @Test
    void contentThatUnpacksToMoreOrLessIsRefused() throws IOException {
        byte[] longer = "x".repeat(5_000).getBytes(StandardCharsets.US_ASCII);
        for (int claimed : new int[] {1, 4_999, 5_001}) {
            byte[] said = java.util.Arrays.copyOf(longer, claimed);
            HostileZip zip = new HostileZip()
                    .stored("mimetype", Zip.TYPE)
                    .entry(NAME, longer, e -> {
                        HostileZip.deflate(e);
                        e.size = claimed;
                        var crc = new java.util.zip.CRC32();
                        crc.update(said);
                        e.crc = (int) crc.getValue();
                    })
                    .stored("manifest.json", manifest(said, NAME));
            assertEquals(claimed < 5_000 ? "PKG-04" : "PKG-03", code(zip), "claimed " + claimed);
        }
        HostileZip behind = new HostileZip()
                .stored("mimetype", Zip.TYPE)
                .entry(NAME, DATA, e -> {
                    HostileZip.deflate(e);
                    e.content = java.util.Arrays.copyOf(e.content, e.content.length + 9);
                    e.packed += 9;
                })
                .stored("manifest.json", manifest(NAME));
        assertEquals("PKG-04", code(behind), "something behind the deflated content");
    }

    @Test
    void bombsAreRefused() throws IOException {
        byte[] zeros = new byte[200 << 20];
        HostileZip bomb = new HostileZip()
                .stored("mimetype", Zip.TYPE)
                .deflated(NAME, zeros)
                .stored("manifest.json", manifest(NAME));
        assertEquals("PKG-04", code(bomb));
        HostileZip manifestBomb = new HostileZip()
                .stored("mimetype", Zip.TYPE)
                .deflated("manifest.json", ("{\"x\":\"" + "y".repeat(100 << 20)).getBytes(StandardCharsets.US_ASCII));
        assertTrue(List.of("PKG-04", "PKG-05").contains(code(manifestBomb)));
        byte[] large = new byte[(16 << 20) + 1];
        new Random(1).nextBytes(large);
        assertEquals(
                "PKG-05", code(new HostileZip().stored("mimetype", Zip.TYPE).stored("manifest.json", large)));
    }

    /** Many entries that all unpack the same content: the bomb that needs no nesting. */
    @Test
    void entriesThatOverlapAreRefused() throws IOException {
        HostileZip zip = new HostileZip().stored("mimetype", Zip.TYPE).stored(NAME, DATA);
        long first = 30 + 8 + Zip.TYPE.length;
        for (int i = 0; i < 200; i++) {
            int number = i;
            zip.entry("data/a" + i + ".ndjson", DATA, e -> e.offset = number % 2 == 0 ? first : first + number);
        }
        assertTrue(List.of("PKG-03", "PKG-04").contains(code(zip.stored("manifest.json", manifest(NAME)))));
    }

    @Test
    void somethingBetweenIsRefused() throws IOException {
        assertEquals("PKG-04", code(with(NAME, e -> e.before = new byte[] {1})));
        HostileZip beforeDirectory = with(NAME, e -> {});
        beforeDirectory.beforeDirectory = new byte[] {1};
        assertEquals("PKG-04", code(beforeDirectory));
        HostileZip afterDirectory = with(NAME, e -> {});
        afterDirectory.afterDirectory = new byte[] {1};
        assertEquals("PKG-03", code(afterDirectory));
        HostileZip comment = with(NAME, e -> {});
        comment.comment = "PK";
        assertEquals("PKG-02", code(comment));
    }

    @Test
    void theManifestAndTheArchiveMustListTheSame() throws IOException {
        assertEquals("PKG-04", code(with(NAME, e -> {}).stored("data/meeting.ndjson", DATA)), "unlisted");
        HostileZip missing = new HostileZip()
                .stored("mimetype", Zip.TYPE)
                .stored(NAME, DATA)
                .stored("manifest.json", manifest(NAME, "data/meeting.ndjson"));
        assertEquals("PKG-03", code(missing));
        HostileZip without = new HostileZip().stored("mimetype", Zip.TYPE).stored(NAME, DATA);
        assertEquals("PKG-03", code(without), "no manifest");
        HostileZip itself =
                new HostileZip().stored("mimetype", Zip.TYPE).stored("manifest.json", manifest("manifest.json"));
        assertEquals("PKG-04", code(itself));
        HostileZip otherHash = new HostileZip()
                .stored("mimetype", Zip.TYPE)
                .stored(NAME, DATA)
                .stored("manifest.json", manifest("x".repeat(DATA.length).getBytes(StandardCharsets.US_ASCII), NAME));
        assertEquals("PKG-03", code(otherHash));
        String blob = "blobs/" + "0".repeat(64);
        HostileZip otherBlob = new HostileZip()
                .stored("mimetype", Zip.TYPE)
                .stored(blob, DATA)
                .stored("manifest.json", manifest(blob));
        assertEquals("PKG-06", code(otherBlob));
    }

    @Test
    void countsThatLieAreRefused() throws IOException {
        for (int count : new int[] {0, 1, 2, 4, 60_000, 65_534}) {
            HostileZip zip = with(NAME, e -> {});
            zip.count = count;
            assertTrue(List.of("PKG-03", "PKG-04", "PKG-05").contains(code(zip)), "count " + count);
        }
    }

    @Test
    void aHundredThousandEntriesAreRefused() throws IOException {
        HostileZip zip = new HostileZip().stored("mimetype", Zip.TYPE);
        for (int i = 0; i < 100_000; i++) {
            zip.stored("data/e" + i + ".ndjson", new byte[0]);
        }
        zip.stored("manifest.json", manifest());
        byte[] plain = zip.bytes();
        assertEquals("PKG-04", code(plain), "count modulo 65,536");
        assertEquals("PKG-05", code(withZip64(plain, 100_002, 0, 0)));
    }

    /** Replaces the end record by a zip64 one with this count and these lies about start and size. */
    private static byte[] withZip64(byte[] archive, long count, long startLie, long sizeLie) {
        ByteBuffer old = ByteBuffer.wrap(archive).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        int end = archive.length - 22;
        long size = old.getInt(end + 12) & 0xFFFFFFFFL;
        long start = old.getInt(end + 16) & 0xFFFFFFFFL;
        ByteBuffer out = HostileZip.buffer(archive.length + 76);
        out.put(archive, 0, end);
        out.putInt(Zip.END64)
                .putLong(44)
                .putShort((short) 45)
                .putShort((short) 45)
                .putInt(0)
                .putInt(0);
        out.putLong(count).putLong(count).putLong(size + sizeLie).putLong(start + startLie);
        out.putInt(Zip.LOCATOR64).putInt(0).putLong(end).putInt(1);
        out.putInt(Zip.END)
                .putInt(0)
                .putShort((short) -1)
                .putShort((short) -1)
                .putInt(-1)
                .putInt(-1)
                .putShort((short) 0);
        return out.array();
    }

    @Test
    void zip64RecordsThatLieAreRefused() throws IOException {
        byte[] good = with(NAME, e -> {}).bytes();
        assertEquals("PKG-04", code(withZip64(good, 3, 0, 0)), "not needed");
        for (long lie : new long[] {1, -1, Long.MAX_VALUE / 2, Long.MIN_VALUE, 1L << 32}) {
            String start = code(withZip64(good, 3, lie, 0));
            String size = code(withZip64(good, 3, 0, lie));
            String count = code(withZip64(good, lie, 0, 0));
            for (String code : List.of(start, size, count)) {
                assertTrue(List.of("PKG-03", "PKG-04", "PKG-05").contains(code), code + " for " + lie);
            }
        }
        byte[] extra = HostileZip.buffer(20)
                .putShort((short) 1)
                .putShort((short) 16)
                .putLong(1L << 40)
                .putLong(1L << 40)
                .array();
        Consumer<HostileZip.Entry> huge = e -> {
            e.size = 0xFFFFFFFFL;
            e.packed = 0xFFFFFFFFL;
            e.extra = extra;
            e.localExtra = extra;
        };
        assertEquals("PKG-04", code(with(NAME, huge)));
        assertEquals("PKG-04", code(with(NAME, e -> e.size = 0xFFFFFFFFL)), "full without a zip64 field");
    }

    @Test
    void limitsHold() throws IOException {
        byte[] good = with(NAME, e -> {}).bytes();
        Limits d = Limits.DEFAULT;
        List<Limits> tooSmall = List.of(
                new Limits(d.entries(), 100, d.data(), d.blob(), d.total(), d.line()),
                new Limits(d.entries(), d.manifest(), DATA.length - 1, d.blob(), d.total(), d.line()),
                new Limits(d.entries(), d.manifest(), d.data(), d.blob(), DATA.length - 1, d.line()));
        for (Limits limits : tooSmall) {
            assertEquals("PKG-05", code(good, limits), limits.toString());
        }
        assertEquals("PKG-06", code(good, new Limits(0, d.manifest(), d.data(), d.blob(), d.total(), d.line())));
    }

    /** Whole bytes replaced at random, several at a time: refused or the same, never anything else. */
    @Test
    void randomDamageNeverEscapesAsAnotherFailure() throws IOException {
        long seed = Long.getLong("seed", 20261124L);
        Random random = new Random(seed);
        byte[] good = with(NAME, HostileZip::deflate).bytes();
        Path file = folder.resolve("fuzz.rcpx");
        List<String> escaped = new ArrayList<>();
        for (int round = 0; round < 3_000; round++) {
            byte[] bad = good.clone();
            for (int i = random.nextInt(6); i >= 0; i--) {
                bad[random.nextInt(bad.length)] = (byte) (random.nextBoolean() ? random.nextInt(256) : 0xFF);
            }
            Files.write(file, bad);
            try (PackageReader reader = PackageReader.open(file, Limits.DEFAULT)) {
                reader.verify();
            } catch (Problem refused) {
                continue;
            } catch (RuntimeException e) {
                escaped.add("seed " + seed + " round " + round + ": " + e);
            }
        }
        assertEquals(List.of(), escaped);
    }
}
