package org.rapporteur.exchange.seal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.exchange.json.StrictJson;

/**
 * A detached signature of a package's manifest, {@code manifest.sig}: a JSON object of {@code algorithm} ("Ed25519"),
 * {@code publicKey} and {@code signature}, both in base64. What is signed is a fixed prefix, a zero byte and the exact
 * bytes of the manifest, so that no signature made for another purpose can stand for one of a manifest.
 */
public final class Signatures {
    /** Longest file that can be a signature, in bytes. */
    public static final int LARGEST = 4_096;

    private static final String ALGORITHM = "Ed25519";
    private static final byte[] DOMAIN = "org.rapporteur package manifest v1\0".getBytes(StandardCharsets.US_ASCII);

    private Signatures() {}

    /** The signature file over these bytes. */
    public static byte[] sign(Identity signer, byte[] manifest) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Base64.Encoder base64 = Base64.getEncoder();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("algorithm", ALGORITHM);
            json.writeStringField("publicKey", base64.encodeToString(signer.publicKey()));
            json.writeStringField("signature", base64.encodeToString(signer.sign(Keys.join(DOMAIN, manifest))));
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    /**
     * Who signed these bytes.
     *
     * @param file name of the package, for the message
     * @param signature the signature file
     * @throws Problem {@code KEY-02} if it is no signature of these bytes
     */
    public static Signature verify(String file, byte[] signature, byte[] manifest) {
        String[] parts = new String[3];
        byte[] key;
        byte[] signed;
        try {
            StrictJson.object(signature, (name, value) -> {
                switch (name) {
                    case "algorithm" -> parts[0] = StrictJson.string(value, LARGEST);
                    case "publicKey" -> parts[1] = StrictJson.string(value, LARGEST);
                    case "signature" -> parts[2] = StrictJson.string(value, LARGEST);
                    default -> value.skipChildren();
                }
            });
            if (!ALGORITHM.equals(parts[0]) || parts[1] == null || parts[2] == null) {
                throw new StrictJson.Bad("a part is missing");
            }
            key = Base64.getDecoder().decode(parts[1]);
            signed = Base64.getDecoder().decode(parts[2]);
        } catch (IOException | IllegalArgumentException e) {
            throw wrong(file, "the signature cannot be read");
        }
        if (!Keys.verify(key, Keys.join(DOMAIN, manifest), signed)) {
            throw wrong(file, "the signature does not belong to the manifest");
        }
        return Signature.valid(key);
    }

    private static Problem wrong(String file, String technical) {
        return Problem.of("KEY-02", "exchangefile.signature", file)
                .kept("problem.kept.nothingChanged")
                .advice("exchangefile.advice.telephone")
                .technical(technical)
                .build();
    }
}
