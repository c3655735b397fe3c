package org.rapporteur.exchange;

import java.util.List;
import java.util.Set;
import org.rapporteur.core.exchange.ImportEffects;
import org.rapporteur.core.exchange.Incoming;
import org.rapporteur.core.exchange.IncomingHead;
import org.rapporteur.core.exchange.Missing;
import org.rapporteur.core.exchange.PackageRecord;
import org.rapporteur.core.exchange.RecordChange;

/**
 * A package that was opened and checked and can be looked at before it is applied. Close it in any case; one thread at
 * a time, never the window's.
 */
public interface Arrived extends AutoCloseable {

    IncomingHead head();

    Signer signer();

    /** The package as it was applied before, if it was; then applying it changes nothing. */
    java.util.Optional<PackageRecord> before();

    /** What must arrive before it can be applied; empty if nothing is missing. */
    List<Missing> missing();

    /** What applying it would do; all zero while something is missing, for then nobody can tell. */
    ImportEffects effects();

    /** Records it would touch; none while something is missing. */
    List<RecordChange> changes(int offset, int most);

    /** Why a person should look before it is applied; the exchange folder does not apply such packages by itself. */
    Set<Doubt> doubts();

    /** Reasons to look first. */
    enum Doubt {
        /** Deletes many records. */
        MANY_DELETIONS,
        /** Signed by nobody whom we know. */
        UNKNOWN_SENDER,
        /** Signed with another key than before. */
        KEY_CHANGED,
        /** Was applied and taken back by a person. */
        UNDONE_BEFORE
    }

    /**
     * Applies it, and then what waited for it.
     *
     * @return what became of it and of each waiting package that could be applied, this one first
     * @throws org.rapporteur.core.problem.Problem if something is missing; see {@link #keep}
     */
    List<PackageRecord> apply(Incoming.Progress progress);

    /** Puts it into the waiting ones. It is applied by itself when what it misses arrives, unless it is in doubt. */
    PackageRecord keep();

    @Override
    void close();
}
