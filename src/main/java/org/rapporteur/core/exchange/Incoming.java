package org.rapporteur.core.exchange;

import java.util.List;

/**
 * A package being read in: first filled, then looked at, then applied or thrown away. What it holds so far lies in a
 * file of its own beside the store; closing removes it. One thread at a time.
 */
public interface Incoming extends AutoCloseable {

    /** @throws org.rapporteur.core.problem.Problem if the row contradicts the package or the model */
    void row(TravellingRow row);

    void step(TravellingStep step);

    /** An attachment whose bytes are in the store's folder already. */
    void file(TravellingFile file);

    /** Ends the filling. */
    void complete();

    /** What is missing before the package can be applied; empty if nothing is. */
    List<Missing> missing();

    /** What applying it would do now; nothing is changed. */
    ImportEffects effects();

    /** The records that applying it would touch, from the offset on, in the order of the model. */
    List<RecordChange> changes(int offset, int most);

    /**
     * Applies it, in one transaction, as a step that undo takes back.
     *
     * @param progress told rows done and all rows; may throw to cancel, nothing is changed then
     * @return what it did
     * @throws org.rapporteur.core.problem.Problem if something is missing or it contradicts the store
     */
    ImportEffects apply(Progress progress);

    /**
     * The same for a package that nobody asked for (it lay in the exchange folder, or waited): undo is for what the person
     * did last, so it is no step there. It can be taken back by its record.
     */
    ImportEffects applyUnasked(Progress progress);

    /** Hears how far the work is. */
    interface Progress {
        Progress NONE = (done, all) -> {};

        void at(long done, long all);
    }

    @Override
    void close();
}
