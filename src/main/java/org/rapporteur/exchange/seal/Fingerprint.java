package org.rapporteur.exchange.seal;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * A public key as digits that two people compare by telephone, in any language, to be sure that they hold each
 * other's true key.
 *
 * <p>Forty digits, because a person who wants to pass for another may make keys until one has the same digits: forty
 * stand for 132 bits, which no one can search; twenty (66 bits) a determined organisation could.
 */
public final class Fingerprint {
    private static final int GROUPS = 8;
    private static final int DIGITS = 5;

    private Fingerprint() {}

    /**
     * Eight groups of five digits, from the SHA-256 of the key.
     *
     * @param publicKey raw Ed25519 public key, 32 bytes
     */
    public static String of(byte[] publicKey) {
        BigInteger hash = new BigInteger(1, sha256().digest(publicKey));
        String digits = String.format(Locale.ROOT, "%040d", hash.mod(BigInteger.TEN.pow(GROUPS * DIGITS)));
        StringBuilder grouped = new StringBuilder(GROUPS * (DIGITS + 1));
        for (int i = 0; i < GROUPS; i++) {
            grouped.append(i == 0 ? "" : " ").append(digits, i * DIGITS, (i + 1) * DIGITS);
        }
        return grouped.toString();
    }

    /** A new SHA-256, which every Java platform has. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
