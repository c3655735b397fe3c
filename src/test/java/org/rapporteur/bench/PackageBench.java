package org.rapporteur.bench;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.exchange.json.StrictJson;
import org.rapporteur.exchange.pack.Limits;
import org.rapporteur.exchange.pack.Manifest;
import org.rapporteur.exchange.pack.NdjsonLines;
import org.rapporteur.exchange.pack.PackageReader;
import org.rapporteur.exchange.pack.PackageWriter;

/** A package of 100,000 rows of twenty fields against the bare deflate, SHA-256 and JSON that it cannot do without. */
@Tag("bench")
class PackageBench {
    private static final int ROWS = 100_000;
    private static final int RUNS = 5;
    private static final String[] WORDS =
            "migration protection consular recruitment return reintegration data border visa diaspora".split(" ");

    @TempDir
    Path folder;

    @AfterAll
    static void print() {
        Table.print();
    }

    private static byte[] rows() {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < ROWS; i++) {
            text.append("{\"id\":\"")
                    .append(new UUID(random.nextLong(), random.nextLong()))
                    .append('"');
            for (int field = 0; field < 20; field++) {
                text.append(",\"field_").append(field).append("\":");
                if (field % 4 == 0) {
                    text.append(random.nextInt(1_000));
                } else {
                    text.append('"');
                    for (int word = random.nextInt(5); word >= 0; word--) {
                        text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
                    }
                    text.append('"');
                }
            }
            text.append("}\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Manifest head() {
        return new Manifest(
                new UUID(1, 1),
                new UUID(1, 2),
                List.of(),
                null,
                Instant.EPOCH,
                "bench",
                1,
                1,
                false,
                List.of(),
                null,
                List.of(),
                List.of());
    }

    private static double since(long began) {
        return System.nanoTime() - began;
    }

    @Test
    void writeAndRead() throws Exception {
        byte[] rows = rows();
        Path file = folder.resolve("a.rcpx");
        List<Double> write = new ArrayList<>();
        List<Double> bareWrite = new ArrayList<>();
        List<Double> read = new ArrayList<>();
        List<Double> bareRead = new ArrayList<>();
        for (int run = 0; run <= RUNS; run++) {
            long began = System.nanoTime();
            try (PackageWriter writer = PackageWriter.create(file)) {
                try (OutputStream out = writer.data("row")) {
                    copy(new ByteArrayInputStream(rows), out);
                }
                writer.finish(head(), Optional.empty());
            }
            double ours = since(began);
            began = System.nanoTime();
            Path bare = folder.resolve("bare");
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            Deflater deflater = new Deflater(2, true);
            try (OutputStream out = new DeflaterOutputStream(Files.newOutputStream(bare), deflater, 1 << 16)) {
                out.write(rows);
            }
            deflater.end();
            hash.update(rows);
            hash.digest();
            double plain = since(began);
            began = System.nanoTime();
            long tokens = readOurs(file);
            double oursRead = since(began);
            began = System.nanoTime();
            long again = readBare(bare);
            if (tokens != again) {
                throw new IllegalStateException(tokens + " tokens, " + again);
            }
            if (run > 0) {
                write.add(ours);
                bareWrite.add(plain);
                read.add(oursRead);
                bareRead.add(since(began));
            }
        }
        double w = StoreBench.median(write);
        double bw = StoreBench.median(bareWrite);
        double r = StoreBench.median(read);
        double br = StoreBench.median(bareRead);
        Table.row(
                "write a package of 100,000 rows of 20 fields, synced to the disk",
                Table.millis(w),
                "deflate and SHA-256 of the same bytes: " + Table.millis(bw),
                Table.ratio(w, bw),
                "1.5");
        Table.row(
                "read and check every value of it",
                Table.millis(r),
                "inflate, SHA-256 and Jackson without checks: " + Table.millis(br),
                Table.ratio(r, br),
                "2");
    }

    private static void copy(InputStream in, OutputStream out) throws Exception {
        byte[] some = new byte[1 << 16];
        for (int n = in.read(some); n >= 0; n = in.read(some)) {
            out.write(some, 0, n);
        }
    }

    private static long readOurs(Path file) throws Exception {
        long tokens = 0;
        try (PackageReader reader = PackageReader.open(file, Limits.DEFAULT);
                NdjsonLines lines = reader.lines(reader.manifest().entries().getFirst())) {
            while (lines.next()) {
                JsonParser json = lines.parser();
                tokens++;
                while (json.nextToken() != JsonToken.END_OBJECT) {
                    tokens += json.currentToken() == JsonToken.VALUE_STRING
                                    && json.getText().isEmpty()
                            ? 2
                            : 1;
                }
                tokens++;
            }
        }
        return tokens;
    }

    private static long readBare(Path file) throws Exception {
        long tokens = 0;
        MessageDigest hash = MessageDigest.getInstance("SHA-256");
        Inflater inflater = new Inflater(true);
        try (InputStream in = new java.security.DigestInputStream(
                        new InflaterInputStream(Files.newInputStream(file), inflater, 1 << 16), hash);
                JsonParser json = StrictJson.factory(1 << 24)
                        .rebuild()
                        .disable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build()
                        .createParser(in)) {
            while (json.nextToken() != null) {
                tokens += json.currentToken() == JsonToken.VALUE_STRING
                                && json.getText().isEmpty()
                        ? 2
                        : 1;
            }
        }
        inflater.end();
        return tokens;
    }
}
