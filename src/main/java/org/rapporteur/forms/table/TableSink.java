package org.rapporteur.forms.table;

import org.rapporteur.core.problem.Refusal;

/** Takes a table row by row, in the order of the file, so that a table of any length can be read in little memory. */
public interface TableSink {

    /** What is known of the file; comes once, before everything else. */
    default void begin(TableInfo info) {}

    /** The columns; comes once, before all rows. */
    void header(TableHeader header);

    /** A row that was read right. Rows that are wholly blank do not come. */
    void row(TableRow row);

    /**
     * A row that cannot be taken, with the reason. Its cells are as far as they could be told apart, for showing to a
     * person; they must not be used.
     */
    void refused(TableRow row, Refusal reason);

    /** Something about a row that is taken, or about the header, that a person should look at. */
    void notice(Refusal notice);

    /** Whether to go on; asked after each row. */
    default boolean wantsMore() {
        return true;
    }
}
