package org.rapporteur.exchange.pack;

/**
 * How large a package may be that is read here.
 *
 * @param entries most files in it
 * @param manifest longest manifest, in bytes
 * @param data longest {@code data/...}, in bytes not compressed
 * @param blob longest {@code blobs/...}, in bytes
 * @param total longest sum of all files, in bytes not compressed
 * @param line longest line of data, in bytes
 */
public record Limits(int entries, int manifest, long data, long blob, long total, int line) {
    private static final long GIGA = 1L << 30;

    /**
     * Far above what a process of sixty parties with all its attachments makes, and low enough that reading a manifest
     * stays within a second and 64 MB: 50,000 files, a manifest of 16 MB, 8 GB of data a kind, attachments of 16 GB,
     * 64 GB together, lines of 16 MB.
     */
    public static final Limits DEFAULT = new Limits(50_000, 16 << 20, 8 * GIGA, 16 * GIGA, 64 * GIGA, 16 << 20);
}
