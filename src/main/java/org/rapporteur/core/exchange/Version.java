package org.rapporteur.core.exchange;

import org.rapporteur.core.change.Dot;

/**
 * One value of a field that nobody who saw it has replaced.
 *
 * @param dot the change that wrote it
 * @param value String, Long, Double, UUID or null; of a field this program does not know, its JSON as it came
 */
public record Version(Dot dot, Object value) {}
