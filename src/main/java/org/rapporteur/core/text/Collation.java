package org.rapporteur.core.text;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Alphabetical order as readers of a language expect it (Unicode Collation Algorithm with CLDR's tailorings; Chinese
 * by pinyin), and the protocol order of parties: by the short name without its bracketed article, in Arabic without
 * the attached one, as the lists of the United Nations do.
 */
public final class Collation {

    private static final Map<Language, Collation> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.all()) {
            ALL.put(language, new Collation(language));
        }
    }

    // "Gambia (the)", "Gambie (la)", "Afrique du Sud (l')", "Bahamas (las)": only a bracket that holds nothing else.
    private static final Pattern BRACKETED =
            Pattern.compile("\\s*[(\\uFF08]\\s*(\\p{L}+['\\u2019]?)\\s*[)\\uFF09]\\s*$");
    private static final Set<String> ARTICLES =
            Set.of("the", "le", "la", "les", "l'", "l\u2019", "el", "los", "las", "lo");

    private final Language language;
    private final RuleBasedCollator collator;

    private Collation(Language language) {
        this.language = language;
        RuleBasedCollator own = (RuleBasedCollator) Collator.getInstance(language.icuLocale());
        own.setStrength(Collator.TERTIARY);
        own.setNumericCollation(true);
        this.collator = (RuleBasedCollator) own.freeze();
    }

    /** The order of a language; safe for use by several threads. */
    public static Collation of(Language language) {
        return ALL.get(language);
    }

    /** Alphabetical order of texts, numbers by value ("Item 9" before "Item 10"); {@code null} comes first. */
    public Comparator<String> order() {
        return this::compare;
    }

    /** Alphabetical order of records by a text of theirs. */
    public <T> Comparator<T> by(Function<? super T, String> text) {
        return (a, b) -> compare(text.apply(a), text.apply(b));
    }

    /** Protocol order of records by the party's short name in this language. */
    public <T> Comparator<T> protocol(Function<? super T, String> name) {
        return (a, b) -> compareProtocol(name.apply(a), name.apply(b));
    }

    private int compare(String a, String b) {
        if (a == null || b == null) {
            return a == b ? 0 : a == null ? -1 : 1;
        }
        int byLanguage = collator.compare(a, b);
        // Texts that the language holds equal still need one order everywhere.
        return byLanguage != 0 ? byLanguage : a.compareTo(b);
    }

    private int compareProtocol(String a, String b) {
        int byName = compare(a == null ? null : sortForm(a), b == null ? null : sortForm(b));
        return byName != 0 ? byName : compare(a, b);
    }

    /** The form of a party's name that decides its place: no bracketed article, no attached Arabic article. */
    public String sortForm(String name) {
        String plain = printForm(name);
        if (language == Language.AR && plain.length() > 4 && plain.startsWith("\u0627\u0644")) {
            return plain.substring(2);
        }
        return plain;
    }

    /**
     * The form of a party's name that is printed in lists and on name plates: "Gambia (the)" becomes "Gambia".
     * Brackets that hold more than an article stay: "Bolivia (Plurinational State of)".
     */
    public static String printForm(String name) {
        Matcher bracket = BRACKETED.matcher(name);
        if (bracket.find() && ARTICLES.contains(bracket.group(1).toLowerCase(java.util.Locale.ROOT))) {
            return name.substring(0, bracket.start()).strip();
        }
        return name.strip();
    }

    /** The heading letter under which a name stands in an index, such as "G"; "#" for what has no letter. */
    public String heading(String name) {
        String form = sortForm(name);
        if (language == Language.ZH) {
            form = Transliteration.toLatin(form);
        }
        String key = MatchKey.of(form);
        if (key.isEmpty() || !Character.isLetter(key.codePointAt(0))) {
            return "#";
        }
        return key.substring(0, key.offsetByCodePoints(0, 1)).toUpperCase(language.locale());
    }
}
