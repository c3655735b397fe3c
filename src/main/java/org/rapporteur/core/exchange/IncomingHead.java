package org.rapporteur.core.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is known of a package before its rows are read.
 *
 * @param id key of the package
 * @param site who wrote it
 * @param formerly sites the writer had before
 * @param author who wrote it, or null
 * @param at when, by the writer's clock
 * @param extract whether it is an extract, which never advances a vector
 * @param base what must have been seen already, by scope
 * @param to what the writer had seen, by scope
 * @param fileName name of the file, for people
 * @param publicKey who signed it (Base64), or null
 * @param recipient the writer's age recipient, or null
 */
public record IncomingHead(
        UUID id,
        UUID site,
        List<UUID> formerly,
        String author,
        Instant at,
        boolean extract,
        Map<UUID, VersionVector> base,
        Map<UUID, VersionVector> to,
        String fileName,
        String publicKey,
        String recipient) {}
