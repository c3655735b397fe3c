package org.rapporteur.documents.docx;

import org.rapporteur.core.text.Language;

/** The marks around a quotation, by the language of the words quoted. */
final class QuotationMarks {

    private QuotationMarks() {}

    /** The opening and the closing mark, with the space that French sets inside them. */
    static String[] of(Language language) {
        return switch (language) {
            case FR -> new String[] {"\u00AB\u00A0", "\u00A0\u00BB"};
            case ES, RU, AR -> new String[] {"\u00AB", "\u00BB"};
            case EN, ZH -> new String[] {"\u201C", "\u201D"};
        };
    }
}
