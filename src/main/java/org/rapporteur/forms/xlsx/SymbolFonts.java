package org.rapporteur.forms.xlsx;

import java.util.Locale;
import java.util.Map;

/**
 * Signs of the fonts of symbols that come with office programs: in Wingdings a "ü" is a tick and an "o" an empty box. Only
 * ticks, crosses and boxes are known; every other sign of such a font means something that its letter does not say.
 */
final class SymbolFonts {
    private static final char TICK = '\u2714';
    private static final char CROSS = '\u2718';
    private static final char TICKED_BOX = '\u2611';
    private static final char CROSSED_BOX = '\u2612';
    private static final char BOX = '\u2610';
    private static final char DISC = '\u25CF';

    private static final Map<String, Map<Character, Character>> FONTS = Map.of(
            "wingdings",
            Map.ofEntries(
                    Map.entry('\u00FC', TICK),
                    Map.entry('\u00FB', CROSS),
                    Map.entry('\u00FE', TICKED_BOX),
                    Map.entry('\u00FD', CROSSED_BOX),
                    Map.entry('x', CROSSED_BOX),
                    Map.entry('o', BOX),
                    Map.entry('q', BOX),
                    Map.entry('\u00A8', BOX),
                    Map.entry('l', DISC),
                    Map.entry('n', '\u25A0')),
            "wingdings 2",
            Map.of(
                    'P',
                    TICK,
                    'O',
                    CROSS,
                    'R',
                    TICKED_BOX,
                    'Q',
                    CROSSED_BOX,
                    'S',
                    CROSSED_BOX,
                    'T',
                    CROSSED_BOX,
                    '\u00A3',
                    BOX),
            "webdings",
            Map.of('a', TICK, 'r', CROSS, 'c', BOX, 'g', '\u25A0', 'n', DISC),
            "marlett",
            Map.of('a', TICK, 'b', TICK, 'r', CROSS, 'h', DISC, 'n', DISC));

    private SymbolFonts() {}

    /** Whether the font shows signs instead of letters. */
    static boolean is(String font) {
        return font != null && (FONTS.containsKey(key(font)) || key(font).equals("wingdings 3"));
    }

    /** The text with the ticks, crosses and boxes of the font as those of Unicode. */
    static String plain(String text, String font) {
        Map<Character, Character> signs = FONTS.getOrDefault(key(font), Map.of());
        StringBuilder out = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            out.append(signs.getOrDefault(low(c), c).charValue());
        }
        return out.toString();
    }

    /** Whether the font makes something of the text that is not known. */
    static boolean strange(String text, String font) {
        Map<Character, Character> signs = FONTS.getOrDefault(key(font), Map.of());
        for (char c : text.toCharArray()) {
            // What such a font does not have is shown in another one, as it is.
            boolean shown = c <= 0xFF || c >= 0xF000 && c <= 0xF0FF;
            if (shown && !Character.isWhitespace(c) && !signs.containsKey(low(c))) {
                return true;
            }
        }
        return false;
    }

    // Some programs write the signs of such fonts into a private range of Unicode.
    private static char low(char c) {
        return c >= 0xF000 && c <= 0xF0FF ? (char) (c - 0xF000) : c;
    }

    private static String key(String font) {
        return font.strip().toLowerCase(Locale.ROOT);
    }
}
