package org.rapporteur.exchange.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.exchange.seal.Age;
import org.rapporteur.exchange.seal.Fingerprint;
import org.rapporteur.exchange.seal.Identity;

/** Packages beyond the first ZIP format's 65,535 files and 4 GB. */
class LargePackageTest {
    @TempDir
    Path folder;

    @Test
    void moreFilesThanSixteenBitsCount() throws IOException {
        Path file = folder.resolve("many.rcpx");
        int count = 66_000;
        try (PackageWriter writer = PackageWriter.create(file)) {
            for (int i = 0; i < count; i++) {
                byte[] bytes = ByteBuffer.allocate(4).putInt(i).array();
                writer.blob(Packages.sha256(bytes), 4, new ByteArrayInputStream(bytes));
            }
            writer.finish(Packages.head(), Optional.empty());
        }
        Limits d = Limits.DEFAULT;
        Limits raised = new Limits(100_000, d.manifest(), d.data(), d.blob(), d.total(), d.line());
        try (PackageReader reader = PackageReader.open(file, raised)) {
            assertEquals(count, reader.manifest().entries().size());
            reader.verify();
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertEquals(count + 2, zip.size());
        }
        Problem problem = assertThrows(Problem.class, () -> PackageReader.open(file, d));
        assertEquals("PKG-05", problem.code());
    }

    /** Bytes without end, the same for the same seed, made without keeping them. */
    private static final class Made extends InputStream {
        private final byte[] block = new byte[1 << 20];
        private long left;
        private long given;

        Made(long length) {
            left = length;
            new Random(7).nextBytes(block);
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (left == 0) {
                return -1;
            }
            int at = (int) (given % block.length);
            int count = (int) Math.min(Math.min(length, left), block.length - at);
            System.arraycopy(block, at, into, from, count);
            left -= count;
            given += count;
            return count;
        }
    }

    /** An attachment and rows of more than 4 GB each, through package, encryption and back, within 64 MB. */
    @Test
    @Tag("soak")
    void moreBytesThanThirtyTwoBitsCount() throws Exception {
        long size = (4L << 30) + 12_345;
        MessageDigest hash = Fingerprint.sha256();
        byte[] some = new byte[1 << 16];
        try (Made made = new Made(size)) {
            for (int n = made.read(some, 0, some.length); n >= 0; n = made.read(some, 0, some.length)) {
                hash.update(some, 0, n);
            }
        }
        String sha256 = HexFormat.of().formatHex(hash.digest());
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = threads.getCurrentThreadAllocatedBytes();

        Path file = folder.resolve("large.rcpx");
        long rows = 0;
        try (PackageWriter writer = PackageWriter.create(file)) {
            writer.blob(sha256, size, new Made(size));
            StringBuilder block = new StringBuilder();
            Random random = new Random(7);
            for (int i = 0; i < 1_000; i++) {
                block.append("{\"id\":").append(random.nextLong()).append(",\"text\":\"border\"}\n");
            }
            byte[] lines = block.toString().getBytes(StandardCharsets.UTF_8);
            try (OutputStream out = writer.data("party")) {
                for (long written = 0; written < size; written += lines.length) {
                    out.write(lines);
                    rows += 1_000;
                }
            }
            writer.finish(Packages.head(), Optional.empty());
        }
        try (PackageReader reader = PackageReader.open(file, Limits.DEFAULT)) {
            reader.verify();
        }
        long used = threads.getCurrentThreadAllocatedBytes() - allocated;
        assertTrue(used < 64 << 20, () -> "took " + used + " bytes");
        assertTrue(rows > 0);

        Identity identity = Identity.in(folder.resolve("keys"));
        Path sealed = folder.resolve("large.age");
        Age.encryptTo(file, sealed, java.util.List.of(identity.recipient()));
        Path opened = Age.decrypt(sealed, identity, folder);
        assertEquals(-1, Files.mismatch(file, opened));
    }
}
