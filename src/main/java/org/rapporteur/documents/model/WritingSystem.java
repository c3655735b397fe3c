package org.rapporteur.documents.model;

import com.ibm.icu.util.ULocale;
import org.rapporteur.core.text.Language;

/** What writers and builders of documents must know of a language beside its name and direction. */
public final class WritingSystem {

    private WritingSystem() {}

    /** The tag with region by which word processors choose their dictionaries. */
    public static String tag(Language language) {
        return switch (language) {
            case EN -> "en-GB";
            case FR -> "fr-FR";
            case ES -> "es-ES";
            case AR -> "ar-EG";
            case ZH -> "zh-CN";
            case RU -> "ru-RU";
        };
    }

    /** ICU's locale: European digits in every language and the day before the month, as the United Nations write. */
    public static ULocale locale(Language language) {
        return language == Language.EN
                ? new ULocale("en_GB@numbers=latn")
                : new ULocale(language.code() + "@numbers=latn");
    }
}
