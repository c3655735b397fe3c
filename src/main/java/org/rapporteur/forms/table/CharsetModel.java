package org.rapporteur.forms.table;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How likely a word is in a language, by its letters and their pairs. Learnt from the names of countries, languages and
 * currencies that the Unicode locale data give in each language: the vocabulary of the lists that come here.
 */
final class CharsetModel {
    private static final Map<String, CharsetModel> MADE = new ConcurrentHashMap<>();
    private static final double PAIR = 0.72;
    private static final double SINGLE = 0.27;
    // Letters of the language that its names happen not to hold, and anything else.
    private static final double ANY = 0.01 / 400;
    private static final char EDGE = '\u0001';

    private final Map<Character, double[]> singles = new HashMap<>();
    private final Map<Integer, double[]> pairs = new HashMap<>();
    private final Map<Character, double[]> firsts = new HashMap<>();
    private double letters;

    private CharsetModel() {}

    static CharsetModel of(String language) {
        return MADE.computeIfAbsent(language, CharsetModel::learn);
    }

    private static CharsetModel learn(String language) {
        CharsetModel model = new CharsetModel();
        ULocale locale = new ULocale(language);
        LocaleDisplayNames names = LocaleDisplayNames.getInstance(locale);
        for (String country : Locale.getISOCountries()) {
            model.learnText(names.regionDisplayName(country), locale);
        }
        for (String other : ULocale.getISOLanguages()) {
            if (other.length() == 2) {
                model.learnText(names.languageDisplayName(other), locale);
            }
        }
        for (Currency currency : Currency.getAvailableCurrencies()) {
            model.learnText(currency.getName(locale, Currency.LONG_NAME, null), locale);
        }
        return model;
    }

    private void learnText(String text, ULocale locale) {
        if (text == null) {
            return;
        }
        char before = EDGE;
        String lower = text.toLowerCase(locale.toLocale());
        for (int i = 0; i <= lower.length(); i++) {
            char c = i == lower.length() || !Character.isLetter(lower.charAt(i)) && !mark(lower.charAt(i))
                    ? EDGE
                    : lower.charAt(i);
            if (c == EDGE && before == EDGE) {
                continue;
            }
            add(singles, c);
            letters++;
            pairs.computeIfAbsent(before << 16 | c, k -> new double[1])[0]++;
            add(firsts, before);
            before = c;
        }
    }

    private static boolean mark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static void add(Map<Character, double[]> counts, char c) {
        counts.computeIfAbsent(c, k -> new double[1])[0]++;
    }

    /** Log of the likelihood of a word without anything around it; letters only, in lower case. */
    double word(CharSequence lower) {
        double sum = 0;
        char before = EDGE;
        for (int i = 0; i <= lower.length(); i++) {
            char c = i == lower.length() ? EDGE : lower.charAt(i);
            double first = value(firsts.get(before));
            double pair = first == 0 ? 0 : value(pairs.get(before << 16 | c)) / first;
            double single = letters == 0 ? 0 : value(singles.get(c)) / letters;
            sum += Math.log(PAIR * pair + SINGLE * single + ANY);
            before = c;
        }
        return sum;
    }

    private static double value(double[] count) {
        return count == null ? 0 : count[0];
    }

    /** The languages that are written in an encoding's letters. */
    static List<String> languagesOf(String charset) {
        return switch (charset) {
            case "windows-1252", "x-MacRoman", "IBM850", "ISO-8859-15" ->
                List.of("fr", "es", "pt", "de", "it", "en", "sv", "da", "nl");
            case "windows-1250", "ISO-8859-2", "IBM852" -> List.of("pl", "cs", "hu", "ro", "hr", "sk");
            case "windows-1254" -> List.of("tr");
            case "windows-1257" -> List.of("lv", "lt", "et");
            case "windows-1258" -> List.of("vi");
            case "windows-1251", "KOI8-R", "IBM866", "ISO-8859-5", "x-MacCyrillic", "KOI8-U" ->
                List.of("ru", "uk", "bg", "sr", "kk");
            case "windows-1253", "ISO-8859-7" -> List.of("el");
            case "windows-1255", "ISO-8859-8" -> List.of("he");
            case "windows-1256", "ISO-8859-6" -> List.of("ar", "fa", "ur");
            case "TIS-620" -> List.of("th");
            default -> List.of();
        };
    }
}
