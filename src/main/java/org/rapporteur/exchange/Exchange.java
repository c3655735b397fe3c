package org.rapporteur.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.rapporteur.core.exchange.Conflicts;
import org.rapporteur.core.exchange.ExchangeStore;
import org.rapporteur.core.exchange.Incoming;
import org.rapporteur.core.exchange.PackageRecord;

/** Sending and receiving packages; what the window and the command line call. Takes long: never on the window's thread. */
public interface Exchange {

    ExchangeStore store();

    Conflicts conflicts();

    /** The own key's fingerprint, in groups of digits to read over the phone. */
    String fingerprint();

    /** The own age recipient, to give to colleagues. */
    String recipient();

    /**
     * Writes a package.
     *
     * @param target file to make or replace; its folder must exist
     * @param progress told records written and about how many there will be; may throw to cancel, nothing is left then
     */
    Sent send(SendRequest request, Path target, Incoming.Progress progress);

    /** A name for a package file, without folders: who, to whom, when. */
    String suggestedName(SendRequest request);

    /** Whether the file is encrypted, and with a passphrase; looks at its first lines only. */
    Encryption encryption(Path file);

    /** How a file is encrypted. */
    enum Encryption {
        NONE,
        PASSPHRASE,
        RECIPIENT
    }

    /**
     * Opens, decrypts, checks and stages a package.
     *
     * @param passphrase or null
     * @throws org.rapporteur.core.problem.Problem if it cannot be read; nothing was changed
     */
    Arrived open(Path file, char[] passphrase, Incoming.Progress progress);

    /** Opens a package that waits. */
    Arrived openWaiting(UUID packageId, Incoming.Progress progress);

    /** Throws a waiting package away. */
    void discard(UUID packageId);

    /** Tries the waiting packages again; returns those that were applied. */
    List<PackageRecord> applyWaiting(Incoming.Progress progress);

    /** The exchange folder of this workspace. */
    ExchangeFolder folder();
}
