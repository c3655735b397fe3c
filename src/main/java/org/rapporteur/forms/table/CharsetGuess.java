package org.rapporteur.forms.table;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The encoding of a text file: by its byte order mark, by proof that it is UTF-8, by the zero bytes of UTF-16, and
 * else by ICU's detector, corrected for what it is known to mistake in short lists of names.
 */
final class CharsetGuess {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    // What ministries send, for a person to choose from.
    private static final List<String> USUAL =
            List.of("UTF-8", "windows-1252", "windows-1256", "windows-1251", "GB18030", "UTF-16LE", "KOI8-R", "IBM850");

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
            return encoding(StandardCharsets.UTF_8, 60, List.of());
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
        CharsetDetector detector = new CharsetDetector();
        detector.setText(sample);
        Map<Charset, Integer> found = new LinkedHashMap<>();
        for (CharsetMatch match : detector.detectAll()) {
            Charset charset = supported(match.getName());
            if (charset != null) {
                found.merge(charset, match.getConfidence(), Math::max);
            }
        }
        List<Charset> others = new ArrayList<>(found.keySet());
        if (looksWestern(sample)) {
            return encoding(WINDOWS_1252, Math.max(70, found.getOrDefault(WINDOWS_1252, 0)), others);
        }
        if (others.isEmpty()) {
            return encoding(WINDOWS_1252, 10, others);
        }
        Charset best = others.get(0);
        return encoding(best, Math.min(99, found.get(best)), others);
    }

    private static Charset supported(String name) {
        // Windows writes the Western, Arabic, Hebrew, Greek and Turkish supersets under the names of the ISO sets.
        String used =
                switch (name) {
                    case "ISO-8859-1" -> "windows-1252";
                    case "ISO-8859-7" -> "windows-1253";
                    case "ISO-8859-9" -> "windows-1254";
                    case "GB2312", "GBK" -> "GB18030";
                    default -> name;
                };
        boolean ebcdic = used.startsWith("IBM42");
        return !ebcdic && Charset.isSupported(used) ? Charset.forName(used) : null;
    }

    // In French and Spanish, letters above ASCII stand alone among plain ones; in Arabic, Cyrillic and Chinese
    // encodings they stand in rows. The detector, counting letters, mistakes short lists of names.
    private static boolean looksWestern(byte[] sample) {
        int high = 0;
        int inRow = 0;
        int unlikely = 0;
        for (int i = 0; i < sample.length; i++) {
            if (sample[i] < 0) {
                high++;
                boolean beside = i > 0 && sample[i - 1] < 0 || i + 1 < sample.length && sample[i + 1] < 0;
                boolean mark = isMark(sample[i] & 0xFF);
                inRow += beside && !mark ? 1 : 0;
                unlikely += isUnlikely(sample[i] & 0xFF) ? 1 : 0;
            }
        }
        return high > 0 && inRow * 5 <= high && unlikely * 20 <= high;
    }

    // Quotation marks, dashes, the no-break space and the like in windows-1252.
    private static boolean isMark(int b) {
        return b >= 0x80 && b <= 0x9F && b != 0x8A && b != 0x8C && b != 0x9A && b != 0x9C || b >= 0xA0 && b <= 0xBF;
    }

    // No letters or marks of Western European text, or not in windows-1252 at all.
    private static boolean isUnlikely(int b) {
        return b == 0x81 || b == 0x8D || b == 0x8F || b == 0x90 || b == 0x9D || b == 0xA4 || b == 0xA6 || b == 0xAC
                || b == 0xAF || b == 0xB8 || b == 0xD0 || b == 0xDE || b == 0xDD || b == 0xF0 || b == 0xFE || b == 0xD7
                || b == 0xF7;
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
