package org.rapporteur.core.exchange;

import java.util.UUID;

/**
 * Changes that a package builds on and that have not arrived here.
 *
 * @param scope of which scope
 * @param site who made them
 * @param author the person at that site, if known here; else null
 * @param from first missing sequence number
 * @param to last missing sequence number
 */
public record Missing(UUID scope, UUID site, String author, long from, long to) {}
