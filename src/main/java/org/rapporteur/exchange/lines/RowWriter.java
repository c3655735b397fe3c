package org.rapporteur.exchange.lines;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rapporteur.core.change.Dot;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.exchange.Life;
import org.rapporteur.core.exchange.TravellingRow;
import org.rapporteur.core.exchange.Version;
import org.rapporteur.core.model.Model;

/**
 * Records as lines of {@code data/<kind>.ndjson}. Members: {@code i} key; {@code s} scope, by its place in the manifest;
 * {@code d} creations {@code [[site,sequence],...]}; {@code w} 1 if the record is whole; {@code v} created values by
 * column, empty ones left out; {@code f} edited fields, each with {@code v} versions {@code [[site,sequence,value],...]}
 * and {@code r} replaced {@code [[site,sequence],...]}; {@code l} deletions {@code [site,sequence,seen]} and
 * restorations {@code [site,sequence]}, absent if nothing is said of them, a deletion with a fourth part if its author had
 * seen more of the record {@code [[site,sequence],...]}; {@code k} replaced ones of these; {@code x} columns withheld. Empty lists are
 * left out. Text is a string, numbers are numbers, a reference is the key as a string; values of fields and kinds that
 * this program does not know are the JSON that came.
 */
public final class RowWriter {
    private final Map<UUID, Integer> scopes = new HashMap<>();
    private final SiteNumbers sites;
    private final SeenNumbers seen;
    private Kind kind;
    private String kindName;

    /** @param scopes in the order of the manifest */
    public RowWriter(List<UUID> scopes, SiteNumbers sites, SeenNumbers seen) {
        scopes.forEach(scope -> this.scopes.put(scope, this.scopes.size()));
        this.sites = sites;
        this.seen = seen;
    }

    /**
     * Writes the record.
     *
     * @throws IllegalArgumentException if it is of a scope that is not sent
     */
    public void write(LineWriter out, TravellingRow row) throws IOException {
        Integer scope = scopes.get(row.scope);
        if (scope == null) {
            throw new IllegalArgumentException("a record of a scope that is not sent");
        }
        if (!row.kind.equals(kindName)) {
            kindName = row.kind;
            kind = Kinds.of(row.kind);
        }
        out.line(json -> members(json, row, scope));
    }

    private void members(JsonGenerator json, TravellingRow row, int scope) throws IOException {
        json.writeStringField("i", row.id.toString());
        json.writeNumberField("s", scope);
        dots(json, "d", row.creations);
        if (row.whole) {
            json.writeNumberField("w", 1);
            values(json, row);
        }
        if (!row.fields.isEmpty()) {
            json.writeObjectFieldStart("f");
            for (Map.Entry<String, TravellingRow.FieldState> field : row.fields.entrySet()) {
                field(json, field.getKey(), field.getValue());
            }
            json.writeEndObject();
        }
        if (row.lives != null) {
            lives(json, row.lives);
        }
        dots(json, "k", row.livesReplaced);
        if (!row.withheld.isEmpty()) {
            json.writeArrayFieldStart("x");
            for (String column : row.withheld) {
                json.writeString(column);
            }
            json.writeEndArray();
        }
    }

    private void values(JsonGenerator json, TravellingRow row) throws IOException {
        json.writeObjectFieldStart("v");
        if (row.values != null) {
            List<String> columns = kind.columns();
            for (int i = 0; i < columns.size(); i++) {
                if (row.values[i] != null) {
                    json.writeFieldName(columns.get(i));
                    value(json, row.values[i]);
                }
            }
        }
        for (Map.Entry<String, String> unknown : row.unknown.entrySet()) {
            json.writeFieldName(unknown.getKey());
            json.writeRawValue(unknown.getValue());
        }
        json.writeEndObject();
    }

    private void field(JsonGenerator json, String column, TravellingRow.FieldState state) throws IOException {
        boolean raw = kind == null || !kind.hasColumn(column);
        json.writeObjectFieldStart(column);
        if (!state.versions().isEmpty()) {
            json.writeArrayFieldStart("v");
            for (Version version : state.versions()) {
                json.writeStartArray();
                sites.write(json, version.dot());
                if (version.value() == null) {
                    json.writeNull();
                } else if (raw) {
                    json.writeRawValue((String) version.value());
                } else {
                    value(json, version.value());
                }
                json.writeEndArray();
            }
            json.writeEndArray();
        }
        dots(json, "r", state.replaced());
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, Object value) throws IOException {
        if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof UUID id) {
            json.writeString(id.toString());
        } else {
            throw new IllegalArgumentException("not a value of a column: " + value.getClass());
        }
    }

    private void lives(JsonGenerator json, List<Life> lives) throws IOException {
        json.writeArrayFieldStart("l");
        for (Life life : lives) {
            json.writeStartArray();
            sites.write(json, life.dot());
            if (life.deletion()) {
                json.writeNumber(seen.of(life.seen()));
                if (!life.also().isEmpty()) {
                    array(json, life.also());
                }
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void dots(JsonGenerator json, String member, Collection<Dot> dots) throws IOException {
        if (dots.isEmpty()) {
            return;
        }
        json.writeFieldName(member);
        array(json, dots);
    }

    private void array(JsonGenerator json, Collection<Dot> dots) throws IOException {
        json.writeStartArray();
        for (Dot dot : dots) {
            json.writeStartArray();
            sites.write(json, dot);
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    /** The kinds that this program knows. */
    static final class Kinds {
        private static final Map<String, Kind> KNOWN = new HashMap<>();

        static {
            Model.kinds().forEach(k -> KNOWN.put(k.name(), k));
        }

        private Kinds() {}

        /** The kind of this name, null if it is not known. */
        static Kind of(String name) {
            return KNOWN.get(name);
        }
    }
}
