package org.rapporteur.forms.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The encoding of a text file: by its byte order mark, by proof that it is UTF-8, by the zero bytes of UTF-16, and
 * else by what each encoding makes of its words ({@link CharsetLikelihood}).
 */
final class CharsetGuess {

    // What ministries send, for a person to choose from.
    private static final List<String> USUAL = List.of(
            "UTF-8",
            "windows-1252",
            "windows-1256",
            "windows-1251",
            "GB18030",
            "KOI8-R",
            "x-MacRoman",
            "IBM850",
            "IBM866",
            "windows-1250",
            "windows-1253",
            "windows-1254",
            "windows-1255",
            "ISO-8859-5",
            "ISO-8859-8",
            "TIS-620",
            "UTF-16LE",
            "UTF-16BE");

    private CharsetGuess() {}

    static TableInfo.Encoding of(FileScan scan) {
        byte[] head = scan.head();
        Charset marked = byMark(head);
        if (marked != null) {
            return sure(marked);
        }
        Charset wide = byZeros(scan);
        if (wide != null) {
            return encoding(wide, 90, List.of());
        }
        FileScan.Utf8Check utf8 = scan.utf8();
        if (utf8.invalid() == 0) {
            return sure(StandardCharsets.UTF_8);
        }
        if (utf8.sequences() > 20 * utf8.invalid()) {
            return encoding(StandardCharsets.UTF_8, 80, List.of());
        }
        return detected(scan.sample());
    }

    /** Whether the file is text of two or four bytes a character. */
    static boolean isWide(FileScan scan) {
        Charset marked = byMark(scan.head());
        return marked == null ? byZeros(scan) != null : !marked.equals(StandardCharsets.UTF_8);
    }

    /** The encoding that a byte order mark names, or {@code null}. */
    static Charset byMark(byte[] head) {
        if (starts(head, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (starts(head, 0xFF, 0xFE, 0, 0)) {
            return Charset.forName("UTF-32LE");
        }
        if (starts(head, 0, 0, 0xFE, 0xFF)) {
            return Charset.forName("UTF-32BE");
        }
        if (starts(head, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return starts(head, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : null;
    }

    private static boolean starts(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    // Delimiters and line ends are ASCII in every language, so UTF-16 always has zero bytes, on one side only.
    private static Charset byZeros(FileScan scan) {
        long even = scan.nulsAtEven();
        long odd = scan.nulsAtOdd();
        if (scan.bytes() % 2 != 0 || (even + odd) * 50 < scan.bytes()) {
            return null;
        }
        if (odd > 20 * even) {
            return StandardCharsets.UTF_16LE;
        }
        return even > 20 * odd ? StandardCharsets.UTF_16BE : null;
    }

    private static TableInfo.Encoding detected(byte[] sample) {
        List<CharsetLikelihood.Weighed> weighed = CharsetLikelihood.weigh(sample);
        CharsetLikelihood.Weighed best = weighed.get(0);
        return encoding(
                best.charset(),
                (int) Math.min(mostSure(sample), Math.floor(best.share() * 100)),
                weighed.stream()
                        .skip(1)
                        .limit(4)
                        .map(CharsetLikelihood.Weighed::charset)
                        .toList());
    }

    /** Few signs can't make anybody sure, however well they fit: a person looks at what hangs on one, two or three. */
    private static int mostSure(byte[] sample) {
        int signs = 0;
        for (byte b : sample) {
            signs += b < 0 ? 1 : 0;
        }
        return switch (signs) {
            case 0, 1 -> 65;
            case 2 -> 75;
            case 3 -> 84;
            default -> 99;
        };
    }

    private static TableInfo.Encoding sure(Charset charset) {
        return encoding(charset, 100, List.of());
    }

    private static TableInfo.Encoding encoding(Charset charset, int confidence, List<Charset> likely) {
        Set<Charset> others = new LinkedHashSet<>(likely);
        for (String name : USUAL) {
            if (Charset.isSupported(name)) {
                others.add(Charset.forName(name));
            }
        }
        others.remove(charset);
        return new TableInfo.Encoding(charset, confidence, List.copyOf(others));
    }

    /** An encoding that a person stated, with the usual others to change to. */
    static TableInfo.Encoding stated(Charset charset) {
        return sure(charset);
    }
}
