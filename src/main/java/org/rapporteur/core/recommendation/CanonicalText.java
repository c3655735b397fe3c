package org.rapporteur.core.recommendation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Map;
import org.rapporteur.core.change.Field;

/**
 * The wording of a version in all its languages as one sequence of bytes, so that its hash says whether a letter of it
 * was changed. Each language that has text, in the order of {@link Field#LANGUAGES}, gives one line with its code and
 * the length of its text in bytes, then the text; because the length goes before, no text can pass for another
 * language's. Line ends are LF, characters are composed (NFC), white space at both ends does not count: these change when
 * a text is only copied from one machine to another.
 */
public final class CanonicalText {
    private static final String FORM = "rapporteur adopted text 1\n";

    private CanonicalText() {}

    /** The canonical form of texts by language code, UTF-8. */
    public static byte[] of(Map<String, String> texts) {
        StringBuilder all = new StringBuilder(FORM);
        for (String language : Field.LANGUAGES) {
            String text = tidy(texts.getOrDefault(language, ""));
            if (!text.isEmpty()) {
                all.append(language)
                        .append(' ')
                        .append(text.getBytes(StandardCharsets.UTF_8).length)
                        .append('\n')
                        .append(text)
                        .append('\n');
            }
        }
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** SHA-256 of the canonical form of texts by language code, lower-case hexadecimal. */
    public static String hash(Map<String, String> texts) {
        return sha256(of(texts));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The text as it counts: line ends LF, composed, without white space at both ends. */
    static String tidy(String text) {
        return Normalizer.normalize(text.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC)
                .strip();
    }
}
