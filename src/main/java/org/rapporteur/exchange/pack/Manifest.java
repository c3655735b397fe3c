package org.rapporteur.exchange.pack;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.rapporteur.core.exchange.VersionVector;

/**
 * What a package says of itself, {@code manifest.json} in it.
 *
 * @param id key of the package; a package that was applied is recognised by it
 * @param site the site that wrote it
 * @param formerly sites that the writer's workspace had before (after a restore or a copy), newest first
 * @param author who wrote it, as that site's settings name the person; null in an extract without personal data
 * @param at when, by the writer's clock; for display only
 * @param program version of the program that wrote it, for display
 * @param schema number of the writer's schema
 * @param lowestReader lowest schema number that can read it; a program below it refuses the package
 * @param extract whether something was left out on purpose; an extract never advances a vector
 * @param withheld what an extract leaves out: "personal", "unquotable", "attachments", "others" (other records)
 * @param recipient the writer's age recipient ("age1..."), so that the answer can be encrypted; null if none
 * @param scopes what it brings, by scope
 * @param entries every other file of the package except {@code mimetype}, {@code manifest.json} and
 *     {@code manifest.sig}
 */
public record Manifest(
        UUID id,
        UUID site,
        List<UUID> formerly,
        String author,
        Instant at,
        String program,
        int schema,
        int lowestReader,
        boolean extract,
        List<String> withheld,
        String recipient,
        List<ScopePart> scopes,
        List<Entry> entries) {

    public Manifest {
        formerly = List.copyOf(formerly);
        withheld = List.copyOf(withheld);
        scopes = List.copyOf(scopes);
        entries = List.copyOf(entries);
    }

    /**
     * Changes of one scope.
     *
     * @param scope key of the scope
     * @param base what the reader must have seen already
     * @param to what the writer had seen
     */
    public record ScopePart(UUID scope, VersionVector base, VersionVector to) {}

    /**
     * A file in the package.
     *
     * @param name "data/party.ndjson", "blobs/&lt;sha256&gt;"
     * @param size its length in bytes, not compressed
     * @param sha256 of these bytes, lower-case hexadecimal
     */
    public record Entry(String name, long size, String sha256) {}

    /** The same with these entries; a writer knows them only at the end. */
    public Manifest with(List<Entry> found) {
        return new Manifest(
                id,
                site,
                formerly,
                author,
                at,
                program,
                schema,
                lowestReader,
                extract,
                withheld,
                recipient,
                scopes,
                found);
    }
}
