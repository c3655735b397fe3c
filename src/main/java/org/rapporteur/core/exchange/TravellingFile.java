package org.rapporteur.core.exchange;

/**
 * An attachment that a package brings.
 *
 * @param hash SHA-256, lower-case hexadecimal
 * @param size length in bytes
 * @param fileName name to show, or null
 * @param mediaType or null
 */
public record TravellingFile(String hash, long size, String fileName, String mediaType) {}
