package org.rapporteur.core.text;

import com.ibm.icu.text.BreakIterator;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Names of files made from names of people, meetings and documents, or of files that came from elsewhere. What comes out
 * is accepted by Windows, macOS and Linux alike, shows what it is (no invisible signs, no turned direction), and has one
 * spelling. The only place that makes such names: whoever proposes or writes a file asks here.
 */
public final class FileNames {
    /** Greatest length of a whole name in UTF-16 units: a folder of some depth still fits into a path on Windows. */
    public static final int LONGEST = 120;

    /** Greatest length in UTF-8: Linux counts bytes, 255 at most, and a copy gets "(1)" or ".part" behind. */
    static final int MOST_BYTES = 220;

    private static final int LONGEST_ENDING = 10;
    private static final String UNNAMED = "document";

    private static final Pattern REFUSED = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}]+");
    private static final Pattern ENDING = Pattern.compile("[\\p{L}\\p{N}]{1," + LONGEST_ENDING + "}");

    /** Devices of Windows, whatever follows after a dot. */
    private static final Pattern DEVICE = Pattern.compile(
            "(?:con|prn|aux|nul|conin\\$|conout\\$|clock\\$|(?:com|lpt)[0-9\u00B9\u00B2\u00B3])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private FileNames() {}

    /**
     * A name of a file.
     *
     * @param stem what it is called; anything, also nothing
     * @param ending ending without its dot; "" for none, as for a folder
     */
    public static String of(String stem, String ending) {
        return fitting(plain(stem), ending(ending), "");
    }

    /**
     * A name of a file of two parts; where both do not fit, the first is shortened, because the second tells files of one
     * subject apart.
     *
     * @param subject what it is about, such as a meeting
     * @param what which of its files it is
     */
    public static String of(String subject, String what, String ending) {
        String kind = trimmed(cut(plain(what), LONGEST / 2, MOST_BYTES / 2));
        String about = plain(subject);
        return about.isEmpty() || kind.isEmpty()
                ? fitting(about + kind, ending(ending), "")
                : fitting(about, ending(ending), " - " + kind);
    }

    /** A name of a folder. */
    public static String folder(String name) {
        return of(name, "");
    }

    /**
     * The name of a file that came from elsewhere, from a package for instance: its last part only, with its ending.
     *
     * @param fileName anything, also a path, also {@code null}
     */
    public static String whole(String fileName) {
        String line = fileName == null ? "" : PlainText.line(fileName);
        String last = line.substring(Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\')) + 1);
        String shown = trimmed(visible(last));
        int dot = shown.lastIndexOf('.');
        String ending = dot <= 0 ? "" : shown.substring(dot + 1);
        return ENDING.matcher(ending).matches() ? of(shown.substring(0, dot), ending) : of(shown, "");
    }

    /**
     * A name for each of several things that go into one folder, different where case or the spelling of an accent does
     * not count. A thing keeps its name as long as those before it stay, so make names of all things, also when only
     * some are written.
     *
     * @param stem what each is called
     */
    public static <T> Map<T, String> each(Collection<T> things, Function<? super T, String> stem, String ending) {
        Map<T, String> names = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (T thing : things) {
            names.put(thing, free(stem.apply(thing), ending, taken));
        }
        return names;
    }

    /**
     * A name that is not among those taken, and is then.
     *
     * @param taken names as {@link #key} gives them; the new one is added
     */
    public static String free(String stem, String ending, Set<String> taken) {
        String plain = plain(stem);
        String name = fitting(plain, ending(ending), "");
        for (int n = 2; !taken.add(key(name)); n++) {
            name = fitting(plain, ending(ending), " " + n);
        }
        return name;
    }

    /** What two names have in common that some file system takes for one. */
    public static String key(String name) {
        return PlainText.line(name).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** Whether a name is one that this class would make. */
    public static boolean isSound(String name) {
        return of(name, "").equals(name);
    }

    private static String fitting(String plain, String ending, String tail) {
        String behind = tail + (ending.isEmpty() ? "" : "." + ending);
        int dot = plain.indexOf('.');
        String first = (dot < 0 ? plain : plain.substring(0, dot)).strip();
        String sound = DEVICE.matcher(first).matches() ? "_" + plain : plain;
        String stem = trimmed(
                cut(sound, LONGEST - behind.length(), MOST_BYTES - behind.getBytes(StandardCharsets.UTF_8).length));
        return stem.isEmpty() && tail.isBlank() ? UNNAMED + behind : (stem + behind).strip();
    }

    private static String ending(String ending) {
        String plain = visible(PlainText.line(ending)).replace(".", "");
        return ENDING.matcher(plain).matches() ? plain : "";
    }

    /** Without what a system refuses and a reader does not see. */
    private static String plain(String name) {
        String line = name == null ? "" : PlainText.line(name);
        return trimmed(PlainText.line(REFUSED.matcher(visible(line)).replaceAll("-")));
    }

    /** Windows drops dots and spaces at the end; dots, tildes and hyphens at the beginning hide a file or look like options. */
    private static String trimmed(String name) {
        int from = 0;
        int to = name.length();
        while (from < to && ". ~-".indexOf(name.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && ". \u200C\u200D".indexOf(name.charAt(to - 1)) >= 0) {
            to--;
        }
        return name.substring(from, to);
    }

    /** Direction marks, soft hyphens and the like are left out; joiners stay between letters, where they are spelling. */
    private static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            int c = points[i];
            boolean joiner = (c == 0x200C || c == 0x200D)
                    && i > 0
                    && i + 1 < points.length
                    && Character.isLetter(points[i + 1])
                    && (Character.isLetter(points[i - 1])
                            || Character.getType(points[i - 1]) == Character.NON_SPACING_MARK);
            if (joiner || Character.getType(c) != Character.FORMAT) {
                out.appendCodePoint(c);
            }
        }
        return out.toString();
    }

    /** The beginning, cut between characters as a reader sees them. */
    private static String cut(String text, int units, int bytes) {
        if (text.length() <= units && text.getBytes(StandardCharsets.UTF_8).length <= bytes) {
            return text;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance();
        String window = text.substring(0, Math.min(text.length(), LONGEST * 2));
        characters.setText(window);
        int end = 0;
        int used = 0;
        for (int next = characters.next(); next != BreakIterator.DONE; next = characters.next()) {
            used += window.substring(end, next).getBytes(StandardCharsets.UTF_8).length;
            if (next > units || used > bytes) {
                break;
            }
            end = next;
        }
        return text.substring(0, end);
    }
}
