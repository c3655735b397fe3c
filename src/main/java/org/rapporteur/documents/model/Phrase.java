package org.rapporteur.documents.model;

import java.util.Objects;
import org.rapporteur.core.text.Language;

/**
 * A text with the language it is in, which need not be the document's: a title that has no translation yet, a quotation
 * in the respondent's own words.
 *
 * @param text the words, never null
 * @param language the language of the words; null when it is unknown, and then that of the document
 */
public record Phrase(String text, Language language) {

    /** Nothing at all. */
    public static final Phrase EMPTY = new Phrase("", null);

    public Phrase {
        Objects.requireNonNull(text, "text");
    }

    /** A text in the language given. */
    public static Phrase of(String text, Language language) {
        return text == null ? EMPTY : new Phrase(text, language);
    }

    /** A text in the language of the document. */
    public static Phrase of(String text) {
        return of(text, null);
    }

    /** Whether there is nothing to print. */
    public boolean isEmpty() {
        return text.isBlank();
    }
}
