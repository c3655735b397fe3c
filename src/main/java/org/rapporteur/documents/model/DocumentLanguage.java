package org.rapporteur.documents.model;

import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.Optional;

/** The six languages that a document can be written in, with what the writers must know of each. */
public enum DocumentLanguage {
    EN("en", "en-GB", false),
    FR("fr", "fr-FR", false),
    ES("es", "es-ES", false),
    AR("ar", "ar-EG", true),
    ZH("zh", "zh-CN", false),
    RU("ru", "ru-RU", false);

    private final String code;
    private final String tag;
    private final boolean rightToLeft;

    DocumentLanguage(String code, String tag, boolean rightToLeft) {
        this.code = code;
        this.tag = tag;
        this.rightToLeft = rightToLeft;
    }

    /** The two-letter code of ISO 639-1. */
    public String code() {
        return code;
    }

    /** The tag with region that word processors choose their dictionaries by. */
    public String tag() {
        return tag;
    }

    /** Whether the language is written from right to left. */
    public boolean rightToLeft() {
        return rightToLeft;
    }

    /** The locale, without region. */
    public Locale locale() {
        return Locale.forLanguageTag(code);
    }

    /** The locale of ICU, with European digits in every language, as in the United Nations' documents. */
    public ULocale icu() {
        return new ULocale(code + "@numbers=latn");
    }

    /** The language of a code such as {@code ar} or {@code ar-EG}; empty when it is none of the six. */
    public static Optional<DocumentLanguage> of(String code) {
        if (code == null || code.length() < 2) {
            return Optional.empty();
        }
        String two = code.substring(0, 2).toLowerCase(Locale.ROOT);
        for (DocumentLanguage language : values()) {
            if (language.code.equals(two)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
