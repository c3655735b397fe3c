package org.rapporteur.core.exchange;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Who did a group of changes, and when.
 *
 * @param site the site that did it
 * @param from first sequence number of it
 * @param to last sequence number of it
 * @param at by that site's clock; for display only
 * @param author as that site's settings name the person; null if left out
 * @param label message key of what it was called
 * @param arguments what stands in the message; empty if left out
 */
public record TravellingStep(
        UUID site, long from, long to, Instant at, String author, String label, List<String> arguments) {}
