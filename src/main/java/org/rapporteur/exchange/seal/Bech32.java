package org.rapporteur.exchange.seal;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Optional;

/**
 * The Bech32 form of keys: BIP 173's alphabet and checksum without its limit of length, as the age format uses it.
 */
final class Bech32 {
    private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    private static final int CHECKSUM = 6;

    private Bech32() {}

    /** The bytes under a lower-case prefix, in lower case. */
    static String encode(String prefix, byte[] data) {
        int[] words = new int[(data.length * 8 + 4) / 5];
        int bits = 0;
        int held = 0;
        int at = 0;
        for (byte b : data) {
            held = held << 8 | b & 0xFF;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                words[at++] = held >> bits & 31;
            }
        }
        if (bits > 0) {
            words[at] = held << (5 - bits) & 31;
        }
        int sum = checksum(prefix, words, new int[CHECKSUM]) ^ 1;
        StringBuilder out = new StringBuilder(prefix).append('1');
        for (int word : words) {
            out.append(ALPHABET.charAt(word));
        }
        for (int i = 0; i < CHECKSUM; i++) {
            out.append(ALPHABET.charAt(sum >> 5 * (CHECKSUM - 1 - i) & 31));
        }
        return out.toString();
    }

    /**
     * The bytes under this lower-case prefix, from text all in lower or all in upper case; empty if it is no such
     * text.
     */
    static Optional<byte[]> decode(String prefix, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!text.equals(lower) && !text.equals(text.toUpperCase(Locale.ROOT))) {
            return Optional.empty();
        }
        int start = prefix.length() + 1;
        if (!lower.startsWith(prefix + "1") || lower.length() < start + CHECKSUM) {
            return Optional.empty();
        }
        int[] words = new int[lower.length() - start];
        for (int i = 0; i < words.length; i++) {
            words[i] = ALPHABET.indexOf(lower.charAt(start + i));
            if (words[i] < 0) {
                return Optional.empty();
            }
        }
        return checksum(prefix, words, new int[0]) == 1 ? bytes(words, words.length - CHECKSUM) : Optional.empty();
    }

    private static Optional<byte[]> bytes(int[] words, int count) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(count);
        int bits = 0;
        int held = 0;
        for (int i = 0; i < count; i++) {
            held = held << 5 | words[i];
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                out.write(held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        // What is left over is padding: less than one word, and zero.
        return bits >= 5 || held != 0 ? Optional.empty() : Optional.of(out.toByteArray());
    }

    private static int checksum(String prefix, int[] words, int[] more) {
        int sum = 1;
        for (int i = 0; i < prefix.length(); i++) {
            sum = step(sum, prefix.charAt(i) >> 5);
        }
        sum = step(sum, 0);
        for (int i = 0; i < prefix.length(); i++) {
            sum = step(sum, prefix.charAt(i) & 31);
        }
        for (int word : words) {
            sum = step(sum, word);
        }
        for (int word : more) {
            sum = step(sum, word);
        }
        return sum;
    }

    private static int step(int sum, int word) {
        int top = sum >>> 25;
        int next = (sum & 0x1ffffff) << 5 ^ word;
        for (int i = 0; i < GENERATOR.length; i++) {
            if ((top >> i & 1) == 1) {
                next ^= GENERATOR[i];
            }
        }
        return next;
    }
}
