package org.rapporteur.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rapporteur.core.exchange.PackageRecord;
import org.rapporteur.core.problem.Problem;

/** A folder that some other program keeps in step, with one sub-folder for each site. */
public interface ExchangeFolder {

    /** The chosen folder; empty if none is. */
    Optional<Path> chosen();

    /** Chooses the folder, or none with null. */
    void choose(Path folder);

    /** Whether packages without doubt are applied by themselves; at first they are. */
    boolean automatic();

    void automatic(boolean on);

    /**
     * Reads what is new, applies what may be applied by itself, and writes what others lack. Safe to repeat at any time;
     * half-written and foreign files are left for later.
     *
     * @return what happened
     */
    Round round();

    /**
     * One pass over the folder.
     *
     * @param applied packages that were applied
     * @param looked packages that a person must look at first; {@link Exchange#openWaiting} opens them
     * @param waiting packages that wait for others
     * @param unreadable files that could not be read, with the reason; they are tried again when they change
     * @param written what was written for the others, if anything was
     */
    record Round(
            List<PackageRecord> applied,
            List<PackageRecord> looked,
            List<PackageRecord> waiting,
            List<Unreadable> unreadable,
            Optional<Sent> written) {}

    /** A file that could not be read. */
    record Unreadable(Path file, Problem problem) {}
}
