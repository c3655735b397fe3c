package org.rapporteur.core.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.change.Dot;

/**
 * A record on its way between two sites: whole, or only what changed of it. Fields that are not named in
 * {@link #fields} hold what the creation wrote. Filled by who reads it, then only read.
 */
public final class TravellingRow {
    /** Name of the kind; possibly one that this program does not know. */
    public String kind;

    public UUID id;
    public UUID scope;
    /** The change that made the record, and further ones if several sites made the same (published lists). */
    public List<Dot> creations = new ArrayList<>();
    /** Whether all fields are there; if not, only those in {@link #fields}, and the record is known to the reader. */
    public boolean whole;
    /** Values by column index of the kind, as shown by the sender; null if not whole or the kind is unknown. */
    public Object[] values;
    /** Created values of fields this program does not know, as JSON. */
    public Map<String, String> unknown = new LinkedHashMap<>();
    /** Fields that were edited after the creation, with every surviving version. */
    public Map<String, FieldState> fields = new LinkedHashMap<>();
    /** Surviving deletions and restorations; null if nothing of it is sent. */
    public List<Life> lives;
    /** Deletions and restorations that were replaced and that the sender's vector does not cover. */
    public Set<Dot> livesReplaced = Set.of();
    /** Columns that the sender does not have or leaves out; their values are not known, which is not "empty". */
    public List<String> withheld = new ArrayList<>();

    /**
     * The versions of one field.
     *
     * @param versions what survives
     * @param replaced changes replaced by these that the sender's vector does not cover
     */
    public record FieldState(List<Version> versions, Set<Dot> replaced) {}
}
