package org.rapporteur.core.change;

import java.util.UUID;

/**
 * Names one change: the site that made it and that site's sequence number (from 1, without gaps within a site).
 * "Dot" is the term of the dotted version vector literature (Preguiça et al., 2010).
 */
public record Dot(UUID site, long sequence) {}
