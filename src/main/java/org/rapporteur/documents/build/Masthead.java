package org.rapporteur.documents.build;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.rapporteur.core.text.Language;
import org.rapporteur.documents.model.Phrase;

/**
 * What stands at the head of a document and in its properties.
 *
 * @param language the language to write the document in
 * @param body the process or organization that issues it
 * @param symbol the document symbol, shared by all language versions; empty when there is none
 * @param distribution General, Limited or Restricted; null leaves the line out
 * @param date the date that it bears
 * @param originals the languages that it was first written in; empty leaves the line out
 * @param illustrative whether something in it is made up: it then carries a notice at its head and on every page
 * @param personal whether it holds personal data for the secretariat alone: then it is no official document, says so and
 *     carries no symbol
 * @param created when it was made, as the caller's clock says
 */
public record Masthead(
        Language language,
        Phrase body,
        String symbol,
        Distribution distribution,
        LocalDate date,
        List<Language> originals,
        boolean illustrative,
        boolean personal,
        Instant created) {

    public Masthead {
        originals = List.copyOf(originals);
    }

    /** The head of an official document. */
    public Masthead(
            Language language,
            Phrase body,
            String symbol,
            Distribution distribution,
            LocalDate date,
            List<Language> originals,
            boolean illustrative,
            Instant created) {
        this(language, body, symbol, distribution, date, originals, illustrative, false, created);
    }

    /** The same for a paper with personal data that stays in the secretariat. */
    public Masthead internal() {
        return new Masthead(language, body, "", null, date, List.of(), illustrative, true, created);
    }

    /** Who may see a document. */
    public enum Distribution {
        GENERAL,
        LIMITED,
        RESTRICTED
    }
}
