package org.rapporteur.ui.kit;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.rapporteur.core.problem.Problem;

/** Writes failures to the log, once, where they are caught. */
public final class FailureLog {
    private static final Logger LOG = Logger.getLogger("org.rapporteur.failure");

    private FailureLog() {}

    /** Notes a failure with its code; the log's formatter leaves out what exceptions say, which may be personal. */
    public static void note(Problem problem, Throwable failure) {
        LOG.log(Level.SEVERE, problem.getMessage(), failure);
    }
}
