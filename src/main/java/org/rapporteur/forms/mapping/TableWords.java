package org.rapporteur.forms.mapping;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a mapping and the command line name delimiters, encodings and rows of names. */
public final class TableWords {
    static final String DELIMITERS = ", ; | tab";
    static final String ENCODINGS = "UTF-8 windows-1252 windows-1251 windows-1256 KOI8-R macintosh cp850 ...";
    private static final Pattern ROWS = Pattern.compile("\\s*(\\d{1,7})\\s*(?:[-\u2013]\\s*(\\d{1,7})\\s*)?");

    private TableWords() {}

    /** The delimiter: one character, or its name. */
    public static Optional<Character> delimiter(String word) {
        if (word == null || word.isEmpty()) {
            return Optional.empty();
        }
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "tab", "\\t" -> Optional.of('\t');
            case "comma" -> Optional.of(',');
            case "semicolon" -> Optional.of(';');
            case "pipe", "bar" -> Optional.of('|');
            case "space" -> Optional.of(' ');
            default -> {
                String bare = word.length() == 1 ? word : word.strip();
                boolean one =
                        bare.length() == 1 && bare.charAt(0) != '\n' && bare.charAt(0) != '\r' && bare.charAt(0) != '"';
                yield one ? Optional.of(bare.charAt(0)) : Optional.empty();
            }
        };
    }

    /** The encoding of that name, also as Macs and DOS call theirs. */
    public static Optional<Charset> encoding(String word) {
        String name = word.strip();
        String usual =
                switch (name.toLowerCase(Locale.ROOT)) {
                    case "macroman", "mac-roman", "macintosh", "mac" -> "x-MacRoman";
                    case "maccyrillic", "mac-cyrillic" -> "x-MacCyrillic";
                    case "ansi", "latin1", "latin-1" -> "windows-1252";
                    case "utf8", "utf-8-sig" -> "UTF-8";
                    default -> name;
                };
        try {
            return Charset.isSupported(usual) ? Optional.of(Charset.forName(usual)) : Optional.empty();
        } catch (IllegalCharsetNameException noName) {
            return Optional.empty();
        }
    }

    /** Row of the names and how many lines they take: "3" is {3, 1}, "3-4" is {3, 2}. */
    public static Optional<int[]> headerRow(String word) {
        Matcher rows = ROWS.matcher(word == null ? "" : word);
        if (!rows.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(rows.group(1));
        int last = rows.group(2) == null ? first : Integer.parseInt(rows.group(2));
        boolean right = first >= 1 && (last == first || last == first + 1);
        return right ? Optional.of(new int[] {first, last - first + 1}) : Optional.empty();
    }
}
