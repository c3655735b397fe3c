package org.rapporteur.core.text;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;

/** Latin spelling of names in other scripts, for ordering and matching; not for print. */
final class Transliteration {

    // Frozen rule sets are costly to build and safe to share, so they are built when first needed.
    private static final class Holder {
        static final Transliterator TO_LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    }

    // Russian as passports write it; scholarly Latin (j for the short i) would part Sergej from Sergey. The letters
    // are those that MatchKey leaves.
    private static final String CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґўђјљњћџ";
    private static final String[] LATIN =
            ("a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya i i e g u d j l n c dz")
                    .split(" ");

    private Transliteration() {}

    /** Plain lower-case Latin letters for a text in any script; Chinese by pinyin, one syllable a word. */
    static String toLatin(String text) {
        String key = cyrillic(MatchKey.of(text));
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) >= 0x80) {
                return MatchKey.of(Holder.TO_LATIN.transliterate(key)).toLowerCase(Locale.ROOT);
            }
        }
        return key;
    }

    private static String cyrillic(String key) {
        StringBuilder out = null;
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            int letter = c < 0x400 || c > 0x52F ? -1 : CYRILLIC.indexOf(c);
            if (letter >= 0 && out == null) {
                out = new StringBuilder(key.length() + 8).append(key, 0, i);
            }
            if (letter >= 0) {
                // "Dzh" stands for the j of Arabic and English names.
                boolean j = c == '\u0436' && i > 0 && key.charAt(i - 1) == '\u0434';
                if (j) {
                    out.setCharAt(out.length() - 1, 'j');
                } else if (!LATIN[letter].equals("_")) {
                    out.append(LATIN[letter]);
                }
            } else if (out != null) {
                out.append(c);
            }
        }
        return out == null ? key : out.toString();
    }
}
