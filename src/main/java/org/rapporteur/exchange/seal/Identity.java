package org.rapporteur.exchange.seal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Locale;
import org.rapporteur.core.problem.IoProblems;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.exchange.json.StrictJson;

/**
 * The keys of one installation: Ed25519 to sign what it sends, X25519 to receive what is encrypted to it. They are made
 * on first use and stay in one file that only its owner may read; the file is never part of a workspace, a backup of
 * one, or a package.
 */
public final class Identity {
    /** Name of the file in its folder. */
    public static final String FILE = "identity.json";

    private static final int LARGEST = 10_000;
    private static final String SECRET_PREFIX = "age-secret-key-";
    private static final String RECIPIENT_PREFIX = "age";

    private final byte[] seed;
    private final byte[] publicKey;
    private final byte[] ageSecret;
    private final String recipient;

    private Identity(byte[] seed, byte[] publicKey, byte[] ageSecret) throws GeneralSecurityException {
        this.seed = seed;
        this.publicKey = publicKey;
        this.ageSecret = ageSecret;
        this.recipient = Bech32.encode(RECIPIENT_PREFIX, Keys.x25519Public(ageSecret));
        byte[] probe = Keys.random(Keys.LENGTH);
        if (!Keys.verify(publicKey, probe, Keys.sign(seed, probe))) {
            throw new GeneralSecurityException("the signing key's halves do not belong together");
        }
    }

    /**
     * The installation's keys, from the file in this folder; made if there is none. Of two programs that begin at the
     * same moment, both get the same keys.
     *
     * @param folder made if it is missing
     * @throws Problem {@code KEY-01} if the file is there and damaged: it is left as it is, for new keys would make
     *     this installation a stranger to everyone; {@code FIL-..} if it cannot be read or written
     */
    public static Identity in(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            Files.createDirectories(folder);
            if (!Files.exists(file)) {
                create(file);
            }
            return read(file);
        } catch (IOException e) {
            throw IoProblems.of(FILE, e);
        }
    }

    private static void create(Path file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            byte[][] signing = Keys.newSigningKey();
            byte[] secret = Keys.random(Keys.LENGTH);
            json.writeStartObject();
            json.writeNumberField("format", 1);
            json.writeStringField("signingSeed", Base64.getEncoder().encodeToString(signing[0]));
            json.writeStringField("signingKey", Base64.getEncoder().encodeToString(signing[1]));
            json.writeStringField(
                    "ageSecret", Bech32.encode(SECRET_PREFIX, secret).toUpperCase(Locale.ROOT));
            json.writeEndObject();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform lacks Ed25519", e);
        }
        try (PartFile part = PartFile.secret(file)) {
            part.write(out.toByteArray(), 0, out.size());
            part.commitIfAbsent();
        } catch (FileAlreadyExistsException e) {
            // Another program was first; its keys count.
            return;
        }
    }

    private static Identity read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw damaged(null);
        }
        byte[] bytes = Files.readAllBytes(file);
        byte[][] keys = new byte[3][];
        try {
            StrictJson.object(bytes, (name, value) -> {
                switch (name) {
                    case "signingSeed" -> keys[0] = base64(value);
                    case "signingKey" -> keys[1] = base64(value);
                    case "ageSecret" ->
                        keys[2] = Bech32.decode(SECRET_PREFIX, StrictJson.string(value, LARGEST))
                                .orElse(null);
                    default -> value.skipChildren();
                }
            });
            for (byte[] key : keys) {
                if (key == null || key.length != Keys.LENGTH) {
                    throw damaged(null);
                }
            }
            return new Identity(keys[0], keys[1], keys[2]);
        } catch (IOException | GeneralSecurityException e) {
            throw damaged(e);
        }
    }

    private static byte[] base64(JsonParser value) throws IOException {
        try {
            return Base64.getDecoder().decode(StrictJson.string(value, LARGEST));
        } catch (IllegalArgumentException e) {
            throw new StrictJson.Bad("not base64");
        }
    }

    private static Problem damaged(Exception cause) {
        Problem.Builder problem = Problem.of("KEY-01", "exchangefile.identity", FILE)
                .kept("problem.kept.nothingChanged")
                .advice("exchangefile.advice.identity", FILE)
                .technical("the identity file cannot be read");
        // Causes of JSON carry pieces of the text, which holds secrets.
        return (cause instanceof GeneralSecurityException ? problem.cause(cause) : problem).build();
    }

    /** The raw Ed25519 public key, 32 bytes. */
    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** This installation's digits to read out, see {@link Fingerprint}. */
    public String fingerprint() {
        return Fingerprint.of(publicKey);
    }

    /** What others encrypt to: "age1...". */
    public String recipient() {
        return recipient;
    }

    byte[] sign(byte[] message) {
        try {
            return Keys.sign(seed, message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform lacks Ed25519", e);
        }
    }

    byte[] ageSecret() {
        return ageSecret;
    }
}
