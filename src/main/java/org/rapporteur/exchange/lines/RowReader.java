package org.rapporteur.exchange.lines;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.change.Dot;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.exchange.Life;
import org.rapporteur.core.exchange.TravellingRow;
import org.rapporteur.core.exchange.Version;
import org.rapporteur.core.exchange.VersionVector;

/** Reads the lines that {@link RowWriter} describes, of one kind. */
public final class RowReader {
    /** Most columns of one record, most versions of one field, most changes that one record names. */
    private static final int MOST_COLUMNS = 2_000;

    private static final int MOST_DOTS = 100_000;

    private record Column(String name, int index, FieldType type) {}

    private final String kindName;
    private final Kind kind;
    private final Map<String, Column> columns = new HashMap<>();
    private final List<UUID> scopes;
    private final SiteNumbers sites;
    private final SeenNumbers seen;
    private byte[] line;
    private int from;
    private int dots;
    private final Set<String> names = new java.util.HashSet<>();

    /**
     * @param kindName name of the kind, known or not; of a valid form
     * @param scopes in the order of the manifest
     */
    public RowReader(String kindName, List<UUID> scopes, SiteNumbers sites, SeenNumbers seen) {
        if (!Names.valid(kindName)) {
            throw new IllegalArgumentException("not a name of a kind");
        }
        this.kindName = kindName;
        this.kind = RowWriter.Kinds.of(kindName);
        if (kind != null) {
            for (String column : kind.columns()) {
                columns.put(
                        column,
                        new Column(
                                column,
                                kind.indexOf(column),
                                kind.fieldOf(column).type()));
            }
        }
        this.scopes = scopes;
        this.sites = sites;
        this.seen = seen;
    }

    /**
     * The record in a line.
     *
     * @param parser stands on the beginning of the line's object
     * @param bytes what the parser reads
     * @param start where the line begins in them
     */
    public TravellingRow read(JsonParser parser, byte[] bytes, int start) throws BadLine {
        line = bytes;
        from = start;
        dots = 0;
        TravellingRow row = new TravellingRow();
        row.kind = kindName;
        Object[] values = kind == null ? null : new Object[kind.columns().size()];
        boolean[] hasValues = new boolean[1];
        LineReader.object(parser, (name, json) -> {
            switch (name) {
                case "i" -> row.id = LineJson.uuid(json, name);
                case "s" -> row.scope = scopes.get((int) LineJson.number(json, 0, scopes.size() - 1L, name));
                case "d" -> dots(json, name, row.creations);
                case "w" -> row.whole = LineJson.number(json, 0, 1, name) == 1;
                case "v" -> {
                    hasValues[0] = true;
                    values(json, values, row.unknown);
                }
                case "f" -> fields(json, row.fields);
                case "l" -> row.lives = lives(json);
                case "k" -> {
                    row.livesReplaced = new LinkedHashSet<>();
                    dots(json, name, row.livesReplaced);
                }
                case "x" -> withheld(json, row.withheld);
                default -> throw BadLine.member(LineReader.shown(name));
            }
        });
        if (row.id == null) {
            throw BadLine.member("i");
        }
        if (row.scope == null) {
            throw BadLine.member("s");
        }
        if (row.whole ? row.creations.isEmpty() : hasValues[0]) {
            throw BadLine.member("w");
        }
        row.values = row.whole ? values : null;
        return row;
    }

    private void values(JsonParser json, Object[] values, Map<String, String> unknown) throws IOException, BadLine {
        LineJson.expect(json, JsonToken.START_OBJECT, "v");
        names.clear();
        String name;
        while ((name = json.nextFieldName()) != null) {
            json.nextToken();
            Column column = columns.get(name);
            if (column == null) {
                checkName(name);
                if (unknown.size() == MOST_COLUMNS) {
                    throw BadLine.tooLong();
                }
                if (unknown.put(name, LineJson.raw(json, line, from)) != null) {
                    throw BadLine.twice(name);
                }
            } else {
                if (!names.add(name)) {
                    throw BadLine.twice(name);
                }
                values[column.index()] = value(json, column);
            }
        }
        LineJson.expect(json, JsonToken.END_OBJECT, "v");
    }

    private static void checkName(String name) throws BadLine {
        if (!Names.valid(name)) {
            throw BadLine.name();
        }
    }

    private static Object value(JsonParser json, Column column) throws IOException, BadLine {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        switch (column.type().storage()) {
            case TEXT -> {
                if (token != JsonToken.VALUE_STRING) {
                    throw BadLine.type(column.name());
                }
                String text = LineJson.text(json, column.name());
                if (text.isEmpty()) {
                    return null;
                }
                if (column.type() == FieldType.BLOB_HASH && !FileLines.hash(text)) {
                    throw BadLine.type(column.name());
                }
                return text;
            }
            case INTEGER -> {
                if (token != JsonToken.VALUE_NUMBER_INT || !LineJson.fitsLong(json)) {
                    throw BadLine.type(column.name());
                }
                return json.getLongValue();
            }
            case REAL -> {
                if (token != JsonToken.VALUE_NUMBER_FLOAT && token != JsonToken.VALUE_NUMBER_INT) {
                    throw BadLine.type(column.name());
                }
                double number = json.getDoubleValue();
                if (!Double.isFinite(number)) {
                    throw BadLine.type(column.name());
                }
                return number;
            }
            default -> {
                UUID id = token == JsonToken.VALUE_STRING ? LineJson.uuid(json.getText()) : null;
                if (id == null) {
                    throw BadLine.type(column.name());
                }
                return id;
            }
        }
    }

    private void fields(JsonParser json, Map<String, TravellingRow.FieldState> fields) throws IOException, BadLine {
        LineJson.expect(json, JsonToken.START_OBJECT, "f");
        String name;
        while ((name = json.nextFieldName()) != null) {
            Column column = columns.get(name);
            if (column == null) {
                checkName(name);
            }
            json.nextToken();
            LineJson.expect(json, JsonToken.START_OBJECT, name);
            List<Version> versions = null;
            Set<Dot> replaced = null;
            String part;
            while ((part = json.nextFieldName()) != null) {
                json.nextToken();
                if (part.equals("v") && versions == null) {
                    versions = versions(json, name, column);
                } else if (part.equals("r") && replaced == null) {
                    replaced = new LinkedHashSet<>();
                    dots(json, name, replaced);
                } else {
                    throw BadLine.member(name);
                }
            }
            LineJson.expect(json, JsonToken.END_OBJECT, name);
            TravellingRow.FieldState state = new TravellingRow.FieldState(
                    versions == null ? List.of() : versions, replaced == null ? Set.of() : replaced);
            if (fields.size() == MOST_COLUMNS) {
                throw BadLine.tooLong();
            }
            if (fields.put(name, state) != null) {
                throw BadLine.twice(name);
            }
        }
        LineJson.expect(json, JsonToken.END_OBJECT, "f");
    }

    private List<Version> versions(JsonParser json, String name, Column column) throws IOException, BadLine {
        List<Version> versions = new ArrayList<>(1);
        LineJson.expect(json, JsonToken.START_ARRAY, name);
        while (json.nextToken() == JsonToken.START_ARRAY) {
            Dot dot = dot(json, name);
            json.nextToken();
            Object value = column == null ? LineJson.raw(json, line, from) : value(json, column);
            versions.add(new Version(dot, value));
            json.nextToken();
            LineJson.expect(json, JsonToken.END_ARRAY, name);
        }
        LineJson.expect(json, JsonToken.END_ARRAY, name);
        return versions;
    }

    private List<Life> lives(JsonParser json) throws IOException, BadLine {
        List<Life> lives = new ArrayList<>(1);
        LineJson.expect(json, JsonToken.START_ARRAY, "l");
        while (json.nextToken() == JsonToken.START_ARRAY) {
            Dot dot = dot(json, "l");
            if (json.nextToken() == JsonToken.END_ARRAY) {
                lives.add(new Life(dot, null));
                continue;
            }
            VersionVector vector = seen.vector(json, "l");
            Set<Dot> also = Set.of();
            if (json.nextToken() == JsonToken.START_ARRAY) {
                also = new LinkedHashSet<>();
                dots(json, "l", also);
                json.nextToken();
            }
            lives.add(new Life(dot, vector, also));
            LineJson.expect(json, JsonToken.END_ARRAY, "l");
        }
        LineJson.expect(json, JsonToken.END_ARRAY, "l");
        return lives;
    }

    private void withheld(JsonParser json, List<String> withheld) throws IOException, BadLine {
        LineJson.expect(json, JsonToken.START_ARRAY, "x");
        names.clear();
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            String name = json.getText();
            checkName(name);
            if (withheld.size() == MOST_COLUMNS || !names.add(name)) {
                throw BadLine.twice(name);
            }
            withheld.add(name);
        }
        LineJson.expect(json, JsonToken.END_ARRAY, "x");
    }

    private void dots(JsonParser json, String member, Collection<Dot> into) throws IOException, BadLine {
        LineJson.expect(json, JsonToken.START_ARRAY, member);
        while (json.nextToken() == JsonToken.START_ARRAY) {
            into.add(dot(json, member));
            json.nextToken();
            LineJson.expect(json, JsonToken.END_ARRAY, member);
        }
        LineJson.expect(json, JsonToken.END_ARRAY, member);
    }

    private Dot dot(JsonParser json, String member) throws IOException, BadLine {
        if (++dots > MOST_DOTS) {
            throw BadLine.tooLong();
        }
        return sites.dot(json, member);
    }
}
