package org.rapporteur.core.search;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.rapporteur.core.recommendation.Wordings;

/** Full-text search over every record and answer, in six languages. Called off the window's thread. */
public interface Search {

    /**
     * A part of the snippet to mark.
     *
     * @param start offset of the first UTF-16 unit
     * @param end offset after the last
     */
    record Mark(int start, int end) {}

    /**
     * A record that was found.
     *
     * @param kind name of its kind
     * @param title what it is called, in the reader's language where it has one
     * @param context what it is part of: for an answer the respondent and the question
     * @param snippet the text that was found, shortened
     * @param language code of the snippet's language, "" if not known
     * @param field name of the field that holds it
     * @param standing what the wording that was found is beside the one that holds
     */
    record Hit(
            String kind,
            UUID id,
            String title,
            String context,
            String snippet,
            List<Mark> marks,
            String language,
            String field,
            Wordings.Standing standing) {}

    /**
     * What was found.
     *
     * @param total how many records match, at most {@link #COUNTED}; the hits may be fewer
     * @param complete whether everything had been looked at
     */
    record Found(List<Hit> hits, int total, boolean complete) {}

    /** Matches are counted up to this number. */
    int COUNTED = 10_000;

    /**
     * Finds records, the best first. A search that finds less than was asked for first brings the index up to date, so
     * that "nothing found" is true.
     *
     * @param text what was typed; anything at all
     * @param language code of the reader's language
     * @param kinds names of the kinds wanted; empty for all
     * @param most how many hits at most
     * @param cancelled asked now and then while the index is brought up to date
     */
    Found find(String text, String language, Set<String> kinds, int most, BooleanSupplier cancelled);

    /**
     * Builds the index anew from the records.
     *
     * @param progress told the number of records done so far
     */
    void rebuild(LongConsumer progress);

    /** How many transactions are not in the index yet. */
    long behind();
}
