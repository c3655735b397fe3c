package org.rapporteur.core.exchange;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the exchange of files needs of a workspace's store. All methods may take long; never on the window's thread. */
public interface ExchangeStore {

    /** The site under which changes are made now. */
    UUID site();

    /** Sites this workspace had before, newest first. */
    List<UUID> formerSites();

    /** Number of the store's schema. */
    int schema();

    /** Every scope that holds something, the shared directory first. */
    List<UUID> scopes();

    /** What was seen of a scope. */
    VersionVector vector(UUID scope);

    /** What a site was known to have when it last sent something, by scope; empty if nothing came from it. */
    Map<UUID, VersionVector> lastReceived(UUID peer);

    /** Sites from which something was received or that are known by name. */
    List<UUID> peers();

    /** The person at a site, as its packages say; empty if unknown. */
    Optional<String> author(UUID site);

    /** How many changes of ours (and of others that we have) the vectors lack. */
    long lacking(Map<UUID, VersionVector> known);

    /** Sends the selection to the sink, from one unchanging view of the store. */
    void export(Selection selection, Outgoing out);

    /** The bytes of an attachment. */
    InputStream openFile(String hash);

    /** Puts the bytes of an attachment in their place without naming them in the store yet. */
    void placeFile(InputStream in, String hash);

    /** Begins to read a package in. */
    Incoming stage(IncomingHead head);

    /** Packages, newest first. */
    List<PackageRecord> packages();

    Optional<PackageRecord> find(UUID packageId);

    /** Notes that a package waits or is held; keeping its file is the caller's. */
    void hold(IncomingHead head, PackageRecord.State state, List<Missing> missing);

    /** Whether a package, under whatever key, brings again what a person took back and what has not come since. */
    boolean undoneBefore(IncomingHead head);

    /** Takes a package out of the waiting ones (the file is the caller's). */
    void forget(UUID packageId);

    /** Notes that a package was made for a colleague. */
    void sent(UUID packageId, String fileName, Colleague to);

    /**
     * Takes an import back. What was changed since stays as it is.
     *
     * @return the package's record afterwards
     * @throws org.rapporteur.core.problem.Problem if it is not applied
     */
    PackageRecord undoImport(UUID packageId);

    List<Colleague> colleagues();

    /** Adds (number 0) or changes a colleague; returns it as stored. */
    Colleague save(Colleague colleague);

    void remove(Colleague colleague);

    /** A note of this workspace that is not exchanged (the exchange folder, for one). */
    Optional<String> note(String name);

    void note(String name, String value);
}
