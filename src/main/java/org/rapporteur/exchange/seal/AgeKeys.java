package org.rapporteur.exchange.seal;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.SCrypt;

/** The file key of an age file, and how a recipient's key or a passphrase wraps it (C2SP age.md). */
final class AgeKeys {
    static final int FILE_KEY = 16;
    static final int NONCE = 12;
    static final int TAG = 16;
    static final String X25519 = "X25519";
    static final String SCRYPT = "scrypt";

    /** About a second and 256 MB, as age itself writes. */
    static final int WORK = 18;

    /** Four seconds and 1 GB; what would need more than there is, is refused as well. */
    private static final int MOST_WORK = 20;

    /** Bytes that scrypt holds for each unit of N: 128 times the block size. */
    private static final long WORK_UNIT = 1_024;

    private static final String RECIPIENT = "age";
    private static final String X25519_INFO = "age-encryption.org/v1/X25519";
    private static final byte[] SCRYPT_SALT = "age-encryption.org/v1/scrypt".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT = 16;
    private static final int BLOCK = 8;
    private static final int WRAPPED = FILE_KEY + TAG;
    private static final Pattern DECIMAL = Pattern.compile("[1-9][0-9]{0,9}");

    private AgeKeys() {}

    /** The public key in "age1...", empty if it is none. */
    static Optional<byte[]> recipient(String text) {
        return Bech32.decode(RECIPIENT, text).filter(key -> key.length == Keys.LENGTH);
    }

    static AgeHeader.Stanza wrap(byte[] fileKey, byte[] recipient) throws GeneralSecurityException {
        byte[] ephemeral = Keys.random(Keys.LENGTH);
        byte[] share = Keys.x25519Public(ephemeral);
        byte[] key = wrapKey(Keys.x25519(ephemeral, recipient), share, recipient);
        return new AgeHeader.Stanza(List.of(X25519, AgeHeader.base64(share)), seal(key, fileKey));
    }

    private static byte[] wrapKey(byte[] shared, byte[] share, byte[] recipient) {
        return hkdf(shared, Keys.join(share, recipient), X25519_INFO);
    }

    /**
     * The file key in one of the stanzas for this secret, empty if none is.
     *
     * @throws org.rapporteur.core.problem.Problem if a stanza is malformed
     */
    static Optional<byte[]> unwrap(List<AgeHeader.Stanza> stanzas, byte[] secret, AgeRejection reject) {
        try {
            byte[] recipient = Keys.x25519Public(secret);
            Optional<byte[]> found = Optional.empty();
            for (AgeHeader.Stanza stanza : stanzas) {
                if (stanza.type().equals(X25519)) {
                    byte[] share = stanza.args().size() == 2
                            ? AgeHeader.unbase64(stanza.args().get(1))
                            : null;
                    if (share == null || share.length != Keys.LENGTH || stanza.body().length != WRAPPED) {
                        throw reject.damaged("a malformed X25519 stanza");
                    }
                    if (found.isEmpty()) {
                        found = open(wrapKey(Keys.x25519(secret, share), share, recipient), stanza.body());
                    }
                }
            }
            return found;
        } catch (GeneralSecurityException e) {
            throw reject.damaged("an X25519 share that no recipient makes");
        }
    }

    static AgeHeader.Stanza wrap(byte[] fileKey, char[] passphrase, int work) {
        byte[] salt = Keys.random(SALT);
        byte[] key = scrypt(passphrase, salt, work);
        return new AgeHeader.Stanza(
                List.of(SCRYPT, AgeHeader.base64(salt), Integer.toString(work)), seal(key, fileKey));
    }

    /**
     * The file key under a passphrase, empty if it is another one's.
     *
     * @throws org.rapporteur.core.problem.Problem if the stanza is malformed or asks for too much work
     */
    static Optional<byte[]> unwrap(AgeHeader.Stanza stanza, char[] passphrase, AgeRejection reject) {
        List<String> args = stanza.args();
        byte[] salt = args.size() == 3 ? AgeHeader.unbase64(args.get(1)) : null;
        if (salt == null
                || salt.length != SALT
                || !DECIMAL.matcher(args.get(2)).matches()
                || stanza.body().length != WRAPPED) {
            throw reject.damaged("a malformed scrypt stanza");
        }
        long work = Long.parseLong(args.get(2));
        // Memory that is asked for in vain takes that of everything else with it.
        if (work > MOST_WORK || WORK_UNIT << work > Runtime.getRuntime().maxMemory() / 4 * 3) {
            throw reject.work("scrypt work factor " + work);
        }
        try {
            return open(scrypt(passphrase, salt, (int) work), stanza.body());
        } catch (OutOfMemoryError e) {
            throw reject.work("no memory for scrypt work factor " + work);
        }
    }

    private static byte[] scrypt(char[] passphrase, byte[] salt, int work) {
        // One form whatever keyboard typed an accent; what age's users type is of this form already.
        String normal = Normalizer.normalize(CharBuffer.wrap(passphrase), Normalizer.Form.NFC);
        return SCrypt.generate(
                normal.getBytes(StandardCharsets.UTF_8), Keys.join(SCRYPT_SALT, salt), 1 << work, BLOCK, 1, 32);
    }

    private static byte[] seal(byte[] key, byte[] fileKey) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, key, new byte[NONCE]).doFinal(fileKey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<byte[]> open(byte[] key, byte[] wrapped) {
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key, new byte[NONCE]).doFinal(wrapped));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Cipher cipher(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
        cipher.init(mode, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(nonce));
        return cipher;
    }

    static byte[] payloadKey(byte[] fileKey, byte[] nonce) {
        return hkdf(fileKey, nonce, "payload");
    }

    static byte[] headerMac(byte[] fileKey, byte[] covered) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(hkdf(fileKey, new byte[0], "header"), "HmacSHA256"));
            return mac.doFinal(covered);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hkdf(byte[] material, byte[] salt, String info) {
        try {
            HKDFParameterSpec.Builder extract = HKDFParameterSpec.ofExtract().addIKM(material);
            if (salt.length > 0) {
                extract.addSalt(salt);
            }
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(extract.thenExpand(info.getBytes(StandardCharsets.US_ASCII), Keys.LENGTH));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
