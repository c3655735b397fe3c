package org.rapporteur.exchange.sim;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.rapporteur.core.exchange.IncomingHead;
import org.rapporteur.core.exchange.TravellingRow;
import org.rapporteur.core.exchange.TravellingStep;

/**
 * A package on its way.
 *
 * @param from number of the site that sent it
 * @param base events that it takes for known
 * @param content events that the sender had of the scopes sent
 * @param head what is known of it before its rows are read; null if it is a file
 * @param rows its rows; empty if it is a file
 * @param steps who did what in it
 * @param file the package file; null if it travels in memory
 */
record Message(
        int from,
        BitSet base,
        BitSet content,
        IncomingHead head,
        List<TravellingRow> rows,
        List<TravellingStep> steps,
        Path file) {}
