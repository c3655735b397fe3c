package org.rapporteur.exchange.seal;

import java.util.Arrays;
import java.util.Optional;

/**
 * What is known of a package's signature. A signature that is there and wrong never becomes one of these: the package
 * is refused.
 */
public final class Signature {
    /** The package carries no signature: nobody answers for it. */
    public static final Signature UNSIGNED = new Signature(null);

    private final byte[] publicKey;

    private Signature(byte[] publicKey) {
        this.publicKey = publicKey;
    }

    static Signature valid(byte[] publicKey) {
        return new Signature(publicKey.clone());
    }

    /** Whether the package is signed, and rightly. Whose the key is, only a comparison of fingerprints tells. */
    public boolean signed() {
        return publicKey != null;
    }

    /** The raw Ed25519 public key that signed it, 32 bytes. */
    public Optional<byte[]> publicKey() {
        return Optional.ofNullable(publicKey).map(byte[]::clone);
    }

    /** The key's digits to compare, see {@link Fingerprint}. */
    public Optional<String> fingerprint() {
        return Optional.ofNullable(publicKey).map(Fingerprint::of);
    }

    /** Whether this key signed it. */
    public boolean by(byte[] key) {
        return publicKey != null && Arrays.equals(publicKey, key);
    }
}
