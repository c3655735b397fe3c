package org.rapporteur.core.text;

import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The six official languages of the United Nations. */
public enum Language {
    /** English. */
    EN("en", "English", "English", false),
    /** French. */
    FR("fr", "français", "French", false),
    /** Spanish. */
    ES("es", "español", "Spanish", false),
    /** Arabic. */
    AR("ar", "العربية", "Arabic", true),
    /** Chinese, in simplified characters as the United Nations writes it. */
    ZH("zh", "中文", "Chinese", false),
    /** Russian. */
    RU("ru", "русский", "Russian", false);

    private static final List<Language> ALL = List.of(values());

    private final String code;
    private final String nativeName;
    private final String englishName;
    private final boolean rtl;
    private final Locale locale;

    Language(String code, String nativeName, String englishName, boolean rtl) {
        this.code = code;
        this.nativeName = nativeName;
        this.englishName = englishName;
        this.rtl = rtl;
        this.locale = Locale.forLanguageTag(code.equals("zh") ? "zh-Hans" : code);
    }

    /** The BCP 47 code: {@code en fr es ar zh ru}. */
    public String code() {
        return code;
    }

    /** The language's name in itself. */
    public String nativeName() {
        return nativeName;
    }

    /** The language's English name. */
    public String englishName() {
        return englishName;
    }

    /** Whether it is written from right to left. */
    public boolean rtl() {
        return rtl;
    }

    /** The locale for formatting; simplified script for Chinese, no country for any. */
    public Locale locale() {
        return locale;
    }

    /** The locale as ICU wants it. */
    public ULocale icuLocale() {
        return ULocale.forLocale(locale);
    }

    /** The language's name in another of the six, such as "anglais" for English in French. */
    public String nameIn(Language reader) {
        return ULocale.getDisplayLanguage(code, reader.icuLocale());
    }

    /** All six, in the order in which the program shows them. */
    public static List<Language> all() {
        return ALL;
    }

    /**
     * The language meant by a code or name as files write it: {@code fr}, {@code fr-CA}, {@code FR_fr}, {@code fra},
     * {@code French}, {@code français}, {@code French (fr)}.
     *
     * @return empty if it is none of the six
     */
    public static Optional<Language> of(String codeOrName) {
        if (codeOrName == null) {
            return Optional.empty();
        }
        String text = codeOrName.strip();
        int open = text.lastIndexOf('(');
        if (open >= 0 && text.endsWith(")")) {
            Optional<Language> bracketed = of(text.substring(open + 1, text.length() - 1));
            return bracketed.isPresent() ? bracketed : of(text.substring(0, open));
        }
        String lower = text.toLowerCase(Locale.ROOT).replace('_', '-');
        int hyphen = lower.indexOf('-');
        String head = hyphen < 0 ? lower : lower.substring(0, hyphen);
        for (Language language : ALL) {
            if (head.equals(language.code)
                    || lower.equals(language.nativeName)
                    || lower.equals(language.englishName.toLowerCase(Locale.ROOT))) {
                return Optional.of(language);
            }
        }
        return ofThreeLetters(head);
    }

    private static Optional<Language> ofThreeLetters(String code) {
        return switch (code) {
            case "eng" -> Optional.of(EN);
            case "fra", "fre" -> Optional.of(FR);
            case "spa" -> Optional.of(ES);
            case "ara" -> Optional.of(AR);
            case "zho", "chi", "cmn" -> Optional.of(ZH);
            case "rus" -> Optional.of(RU);
            default -> Optional.empty();
        };
    }

    /**
     * The language of this exact code.
     *
     * @throws IllegalArgumentException if it is none of the six codes
     */
    public static Language ofCode(String code) {
        for (Language language : ALL) {
            if (language.code.equals(code)) {
                return language;
            }
        }
        throw new IllegalArgumentException("not one of the six languages: " + code);
    }
}
