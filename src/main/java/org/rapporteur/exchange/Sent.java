package org.rapporteur.exchange;

import java.nio.file.Path;
import java.util.UUID;

/**
 * A package that was written.
 *
 * @param id its key
 * @param file where it lies
 * @param rows records in it, whole or in part
 * @param files attachments in it
 * @param bytes length of the file
 * @param full whether it builds on nothing (any reader can apply it)
 */
public record Sent(UUID id, Path file, long rows, long files, long bytes, boolean full) {}
