package org.rapporteur.core.exchange;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Someone to exchange with: an installation, known by its key or (unsigned) by its site. Local; never sent.
 *
 * @param no local number
 * @param name what we call them
 * @param email where packages are sent, or null
 * @param publicKey their Ed25519 key (Base64), or null if nothing signed came yet
 * @param verified whether the fingerprint was compared by a person
 * @param recipient their age recipient, or null
 * @param sites sites they write under, the current one first
 * @param lastReceived when something of theirs was last applied, or null
 * @param lastSent when something was last made for them, or null
 */
public record Colleague(
        long no,
        String name,
        String email,
        String publicKey,
        boolean verified,
        String recipient,
        List<UUID> sites,
        Instant lastReceived,
        Instant lastSent) {}
