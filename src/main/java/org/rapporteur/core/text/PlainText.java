package org.rapporteur.core.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;

/** Makes text that came from outside safe to store, show and print, and changes nothing that a reader would see. */
public final class PlainText {

    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    private PlainText() {}

    /**
     * Text in several lines: line ends as {@code \n}, canonical composition (NFC), and without control characters,
     * non-characters, private tags, half surrogate pairs and the direction overrides that can make a text look like
     * another. Tabs, joiners and the direction marks that Arabic needs stay. Applying it twice changes nothing.
     */
    public static String clean(String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        if (isPlain(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int width = Character.charCount(c);
            if (c == '\r') {
                out.append('\n');
                if (i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    width = 2;
                }
            } else if (c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0x0B || c == 0x0C) {
                out.append('\n');
            } else if (c >= 0xD800 && c <= 0xDFFF) {
                out.append('\uFFFD');
            } else if (!dropped(c)) {
                out.appendCodePoint(c);
            }
            i += width;
        }
        return NFC.normalize(out);
    }

    /** Text on one line: {@link #clean(String)}, every run of white space one space, none at the ends. */
    public static String line(String text) {
        String clean = clean(text);
        StringBuilder out = new StringBuilder(clean.length());
        boolean gap = false;
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            if (isSpace(c)) {
                gap = out.length() > 0;
            } else {
                if (gap) {
                    out.append(' ');
                    gap = false;
                }
                out.append(c);
            }
        }
        return out.toString();
    }

    /**
     * The beginning of a text, cut between characters as a reader sees them (never inside an accent, an emoji or a
     * surrogate pair), with an ellipsis if something was cut.
     *
     * @param max greatest length in UTF-16 units, ellipsis included; at least 1
     */
    public static String shorten(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance();
        // A window is enough to find the boundary; the whole text may be a book.
        characters.setText(text.substring(0, Math.min(text.length(), max + 64)));
        int cut = characters.isBoundary(max - 1) ? max - 1 : characters.preceding(max - 1);
        return text.substring(0, Math.max(0, cut)).stripTrailing() + "\u2026";
    }

    /** Whether this is white space of any kind, no-break and zero-width spaces included. */
    static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x200B || c == 0xFEFF;
    }

    // The common case by far: no character that needs any change.
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c >= 0x20 && c < 0x7F || c == '\n' || c == '\t';
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private static boolean dropped(int c) {
        if (c == '\n' || c == '\t') {
            return false;
        }
        boolean control = c < 0x20 || c >= 0x7F && c < 0xA0;
        boolean override = c >= 0x202A && c <= 0x202E;
        boolean invisible = c == 0xFEFF || c == 0x2060 || c >= 0x206A && c <= 0x206F || c >= 0xFFF9 && c <= 0xFFFB;
        boolean tag = c >= 0xE0000 && c <= 0xE007F;
        boolean none = (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
        return control || override || invisible || tag || none;
    }
}
