package org.rapporteur.exchange.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.exchange.seal.Identity;

class PackageTest {
    @TempDir
    Path folder;

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    /** Everything a package says, as one text: what may never differ silently. */
    private static String everything(Path file) throws IOException {
        StringBuilder all = new StringBuilder();
        try (PackageReader reader = PackageReader.open(file, Limits.DEFAULT)) {
            all.append(reader.manifest()).append(reader.signature().fingerprint());
            for (Manifest.Entry entry : reader.manifest().entries()) {
                try (InputStream in = reader.open(entry)) {
                    all.append(entry.name()).append(Packages.sha256(in.readAllBytes()));
                }
            }
        }
        return all.toString();
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Path file = folder.resolve("a.rcpx");
        Identity signer = Identity.in(folder.resolve("keys"));
        byte[] large = random(300_000);
        Manifest written =
                Packages.write(file, Optional.of(signer), Map.of("party", Packages.LINES), large, new byte[0], large);
        try (PackageReader reader = PackageReader.open(file, Limits.DEFAULT)) {
            assertEquals(written, reader.manifest());
            assertEquals(3, written.entries().size(), "the same attachment twice is one");
            assertEquals(Packages.head().with(written.entries()), written);
            assertEquals(Optional.of(signer.fingerprint()), reader.signature().fingerprint());
            assertTrue(reader.signature().by(signer.publicKey()));
            reader.verify();
            try (InputStream in = reader.open(written.entries().get(0))) {
                assertEquals(Packages.LINES, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
            try (InputStream in = reader.open(written.entries().get(1))) {
                assertArrayEquals(large, in.readAllBytes());
            }
        }
        try (var names = Files.list(folder)) {
            assertEquals(
                    List.of("a.rcpx", "keys"),
                    names.map(f -> f.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void otherProgramsCanOpenIt() throws IOException {
        Path file = folder.resolve("a.rcpx");
        Packages.write(file, Optional.empty(), Map.of("party", Packages.LINES), random(10));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<String> names = zip.stream().map(ZipEntry::getName).toList();
            assertEquals("mimetype", names.get(0));
            assertEquals("data/party.ndjson", names.get(1));
            assertEquals("manifest.json", names.get(3));
            try (InputStream in = zip.getInputStream(zip.getEntry("data/party.ndjson"))) {
                assertEquals(Packages.LINES, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void theSameContentGivesTheSameBytes() throws IOException {
        Path one = folder.resolve("1");
        Path two = folder.resolve("2");
        Packages.write(one, Optional.empty(), Map.of("party", Packages.LINES), random(10));
        Packages.write(two, Optional.empty(), Map.of("party", Packages.LINES), random(10));
        assertEquals(-1, Files.mismatch(one, two));
    }

    @Test
    void aPackageWithoutAnyFileIsOne() {
        Path file = folder.resolve("a.rcpx");
        Packages.write(file, Optional.empty(), Map.of());
        try (PackageReader reader = PackageReader.open(file, Limits.DEFAULT)) {
            assertEquals(List.of(), reader.manifest().entries());
            assertFalse(reader.signature().signed());
        }
    }

    @Test
    void nothingStaysBehindOfAPackageThatIsGivenUp() throws IOException {
        Path file = folder.resolve("a.rcpx");
        Files.writeString(file, "the one before");
        try (PackageWriter writer = PackageWriter.create(file)) {
            try (OutputStream out = writer.data("party")) {
                out.write(random(500_000));
            }
        }
        assertEquals("the one before", Files.readString(file));
        try (var names = Files.list(folder)) {
            assertEquals(1, names.count());
        }
    }

    @Test
    void anAttachmentThatIsNotItsHashIsNotSent() throws IOException {
        Path file = folder.resolve("a.rcpx");
        for (int size : new int[] {9, 10, 11}) {
            try (PackageWriter writer = PackageWriter.create(file)) {
                byte[] other = random(10);
                other[0] ^= 1;
                byte[] content = size == 10 ? other : random(10);
                Problem problem = assertThrows(
                        Problem.class,
                        () -> writer.blob(Packages.sha256(random(10)), size, new ByteArrayInputStream(content)));
                assertEquals("PKG-09", problem.code());
                assertThrows(IllegalStateException.class, () -> writer.finish(Packages.head(), Optional.empty()));
            }
        }
        assertFalse(Files.exists(file));
    }

    @Test
    void oneFileAtATimeAndEachOnce() throws IOException {
        try (PackageWriter writer = PackageWriter.create(folder.resolve("a.rcpx"))) {
            OutputStream out = writer.data("party");
            assertThrows(IllegalStateException.class, () -> writer.data("meeting"));
            assertThrows(IllegalStateException.class, () -> writer.finish(Packages.head(), Optional.empty()));
            out.close();
            assertThrows(IllegalArgumentException.class, () -> writer.data("party"));
            assertThrows(IllegalArgumentException.class, () -> writer.data("../party"));
        }
    }

    @Test
    void truncatedAtAnyByteItIsRefused() throws IOException {
        Path file = folder.resolve("a.rcpx");
        Packages.write(
                file, Optional.of(Identity.in(folder.resolve("k"))), Map.of("party", Packages.LINES), random(40));
        byte[] whole = Files.readAllBytes(file);
        Path cut = folder.resolve("cut.rcpx");
        for (int length = 0; length < whole.length; length++) {
            Files.write(cut, java.util.Arrays.copyOf(whole, length));
            int at = length;
            Problem problem = assertThrows(Problem.class, () -> everything(cut), () -> "cut at " + at);
            assertEquals("PKG-02", problem.code(), () -> "cut at " + at);
        }
    }

    @Test
    void withAnyBitFlippedItIsRefusedOrSaysTheSame() throws IOException {
        Path file = folder.resolve("a.rcpx");
        Packages.write(
                file, Optional.of(Identity.in(folder.resolve("k"))), Map.of("party", Packages.LINES), random(40));
        String said = everything(file);
        byte[] whole = Files.readAllBytes(file);
        Path flipped = folder.resolve("flipped.rcpx");
        List<Integer> harmless = new ArrayList<>();
        for (int bit = 0; bit < whole.length * 8; bit++) {
            whole[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(flipped, whole);
            whole[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                assertEquals(said, everything(flipped), "bit " + bit);
                harmless.add(bit);
            } catch (Problem refused) {
                assertNotEquals("UNX", refused.code().substring(0, 3), "bit " + bit);
            }
        }
        // Version, attributes and the like of each of five entries: less than one bit in twenty.
        assertTrue(harmless.size() < whole.length * 8 / 20, () -> harmless.size() + " harmless bits");
    }

    @Test
    void garbageBeforeOrBehindIsRefused() throws IOException {
        Path file = folder.resolve("a.rcpx");
        Packages.write(file, Optional.empty(), Map.of("party", Packages.LINES));
        byte[] whole = Files.readAllBytes(file);
        for (int count : new int[] {1, 22, 70_000}) {
            Path before = Files.write(folder.resolve("before"), random(count));
            Files.write(before, whole, java.nio.file.StandardOpenOption.APPEND);
            assertEquals(
                    "PKG-01",
                    assertThrows(Problem.class, () -> everything(before)).code());
            Path behind = Files.write(folder.resolve("behind"), whole);
            Files.write(behind, random(count), java.nio.file.StandardOpenOption.APPEND);
            assertEquals(
                    "PKG-02",
                    assertThrows(Problem.class, () -> everything(behind)).code());
        }
    }

    @Test
    void whatIsNoFileIsRefused() throws IOException {
        assertEquals(
                "FIL-02",
                assertThrows(Problem.class, () -> PackageReader.open(folder, Limits.DEFAULT))
                        .code());
        Path age = Files.writeString(folder.resolve("x.age"), "age-encryption.org/v1\n-> X25519 a\n");
        assertEquals(
                "PKG-07",
                assertThrows(Problem.class, () -> PackageReader.open(age, Limits.DEFAULT))
                        .code());
    }

    @Test
    void aPackageChangedAfterSigningIsRefused() throws IOException {
        Path file = folder.resolve("a.rcpx");
        Identity signer = Identity.in(folder.resolve("k"));
        byte[] signature = org.rapporteur.exchange.seal.Signatures.sign(signer, new byte[] {1});
        byte[] manifest = ManifestJson.write(Packages.head());
        Files.write(
                file,
                new HostileZip()
                        .stored("mimetype", Zip.TYPE)
                        .stored("manifest.json", manifest)
                        .stored("manifest.sig", signature)
                        .bytes());
        assertEquals(
                "KEY-02", assertThrows(Problem.class, () -> everything(file)).code());
    }
}
