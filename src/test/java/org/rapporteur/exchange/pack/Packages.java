package org.rapporteur.exchange.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rapporteur.core.exchange.VersionVector;
import org.rapporteur.exchange.seal.Fingerprint;
import org.rapporteur.exchange.seal.Identity;

/** Small packages for tests. */
final class Packages {
    static final UUID SITE = UUID.fromString("0190a000-0000-7000-8000-000000000001");
    static final UUID OTHER = UUID.fromString("0190a000-0000-7000-8000-000000000002");
    static final UUID SCOPE = UUID.fromString("0190a000-0000-7000-8000-000000000003");
    static final String LINES = "{\"id\":1,\"name\":\"Café \\u00e9\"}\n{\"id\":2,\"name\":\"الاجتماع\"}\n";

    private Packages() {}

    static Manifest head() {
        return new Manifest(
                UUID.fromString("0190a000-0000-7000-8000-0000000000ff"),
                SITE,
                List.of(OTHER),
                "Amina",
                Instant.parse("2026-11-24T08:00:00Z"),
                "0.1.0",
                12,
                11,
                false,
                List.of(),
                "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj",
                List.of(new Manifest.ScopePart(
                        SCOPE, VersionVector.of(Map.of(SITE, 3L)), VersionVector.of(Map.of(SITE, 9L, OTHER, 4L)))),
                List.of());
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Fingerprint.sha256().digest(bytes));
    }

    static Manifest write(Path file, Optional<Identity> signer, Map<String, String> data, byte[]... blobs) {
        try (PackageWriter writer = PackageWriter.create(file)) {
            for (Map.Entry<String, String> kind : data.entrySet()) {
                try (OutputStream out = writer.data(kind.getKey())) {
                    out.write(kind.getValue().getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }
            for (byte[] blob : blobs) {
                writer.blob(sha256(blob), blob.length, new ByteArrayInputStream(blob));
            }
            return writer.finish(head(), signer);
        }
    }
}
