package org.rapporteur.storage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.rapporteur.core.change.Dot;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.exchange.Life;
import org.rapporteur.core.exchange.Survivors;
import org.rapporteur.core.exchange.TravellingRow;
import org.rapporteur.core.exchange.Version;
import org.rapporteur.core.exchange.VersionVector;

/** All that is known of one row: values, versions, deletions. Also how it lies in staging files and journals. */
final class RowState {
    String kind;
    UUID id;
    UUID scope;
    boolean whole = true;
    boolean hidden;
    Set<Dot> creations = new LinkedHashSet<>();
    /** Shown values by column; empty for a kind that this program does not know. */
    Object[] values = new Object[0];
    /** Versions of fields that were edited; other fields hold what the creations wrote. */
    Map<String, List<Version>> fields = new TreeMap<>();
    /** Versions of fields that this program does not know, as JSON. */
    Map<String, List<Version>> unknown = new TreeMap<>();

    Map<String, Set<Dot>> replaced = new TreeMap<>();
    /** Deletions and restorations; null if a package says nothing of them. */
    List<Life> lives = new ArrayList<>();

    Set<String> withheld = new TreeSet<>();

    RowState copy() {
        RowState c = new RowState();
        c.kind = kind;
        c.id = id;
        c.scope = scope;
        c.whole = whole;
        c.hidden = hidden;
        c.creations = new LinkedHashSet<>(creations);
        c.values = values.clone();
        c.fields = new TreeMap<>(fields);
        c.unknown = new TreeMap<>(unknown);
        replaced.forEach((f, dots) -> c.replaced.put(f, new HashSet<>(dots)));
        c.lives = lives == null ? null : new ArrayList<>(lives);
        c.withheld = new TreeSet<>(withheld);
        return c;
    }

    static RowState of(TravellingRow row, Kind kind) {
        RowState s = new RowState();
        s.kind = row.kind;
        s.id = row.id;
        s.scope = row.scope;
        s.whole = row.whole;
        s.creations.addAll(row.creations);
        if (kind != null) {
            s.values = row.values == null ? new Object[kind.columns().size()] : row.values;
        }
        row.unknown.forEach((field, json) -> s.unknown.put(
                field, row.creations.stream().map(d -> new Version(d, json)).toList()));
        row.fields.forEach((field, state) -> {
            (kind != null && kind.hasColumn(field) ? s.fields : s.unknown).put(field, state.versions());
            if (!state.replaced().isEmpty()) {
                s.replaced.put(field, state.replaced());
            }
        });
        if (!row.livesReplaced.isEmpty()) {
            s.replaced.put(FieldVersions.LIFE, row.livesReplaced);
        }
        s.lives = row.lives;
        s.withheld.addAll(row.withheld);
        return s;
    }

    /** The versions of a known field. */
    List<Version> versions(Kind k, String field) {
        List<Version> explicit = fields.get(field);
        if (explicit != null) {
            return explicit;
        }
        if (withheld.contains(field)) {
            return List.of();
        }
        Object value = values[k.indexOf(field)];
        return creations.stream().map(d -> new Version(d, value)).toList();
    }

    /** Puts versions in their shortest form. */
    void put(Kind k, String field, List<Version> versions) {
        values[k.indexOf(field)] = Survivors.shown(versions).value();
        withheld.remove(field);
        Set<Dot> dots = new HashSet<>();
        versions.forEach(v -> dots.add(v.dot()));
        if (dots.equals(creations) && !Survivors.differ(versions)) {
            fields.remove(field);
        } else {
            fields.put(field, versions);
        }
    }

    /** Every change that wrote something that the row still holds. */
    Collection<Dot> written() {
        Set<Dot> dots = new HashSet<>(creations);
        fields.values().forEach(list -> list.forEach(v -> dots.add(v.dot())));
        unknown.values().forEach(list -> list.forEach(v -> dots.add(v.dot())));
        return dots;
    }

    /** All changes that this state consists of. */
    Set<Dot> dots() {
        Set<Dot> dots = new HashSet<>(written());
        if (lives != null) {
            lives.forEach(l -> dots.add(l.dot()));
        }
        return dots;
    }

    Row row(Kind k) {
        return new Row(k, id, scope, hidden, values);
    }

    boolean disputed() {
        return !hidden && lives != null && lives.stream().anyMatch(Life::deletion);
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            text(out, kind);
            uuid(out, id);
            uuid(out, scope);
            out.writeBoolean(whole);
            out.writeBoolean(hidden);
            dots(out, creations);
            out.writeInt(values.length);
            for (Object value : values) {
                value(out, value);
            }
            versions(out, fields);
            versions(out, unknown);
            out.writeInt(replaced.size());
            for (Map.Entry<String, Set<Dot>> e : replaced.entrySet()) {
                text(out, e.getKey());
                dots(out, e.getValue());
            }
            out.writeInt(lives == null ? -1 : lives.size());
            if (lives != null) {
                for (Life life : lives) {
                    dot(out, life.dot());
                    out.writeBoolean(life.deletion());
                    if (life.deletion()) {
                        Map<UUID, Long> numbers = life.seen().numbers();
                        out.writeInt(numbers.size());
                        for (Map.Entry<UUID, Long> e : numbers.entrySet()) {
                            uuid(out, e.getKey());
                            out.writeLong(e.getValue());
                        }
                        dots(out, life.also());
                    }
                }
            }
            out.writeInt(withheld.size());
            for (String field : withheld) {
                text(out, field);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static RowState of(byte[] bytes) {
        RowState s = new RowState();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            s.kind = text(in);
            s.id = uuid(in);
            s.scope = uuid(in);
            s.whole = in.readBoolean();
            s.hidden = in.readBoolean();
            s.creations = new LinkedHashSet<>(dots(in));
            s.values = new Object[in.readInt()];
            for (int i = 0; i < s.values.length; i++) {
                s.values[i] = value(in);
            }
            s.fields = versions(in);
            s.unknown = versions(in);
            for (int n = in.readInt(); n > 0; n--) {
                String field = text(in);
                s.replaced.put(field, new HashSet<>(dots(in)));
            }
            int count = in.readInt();
            s.lives = count < 0 ? null : new ArrayList<>();
            for (int n = count; n > 0; n--) {
                Dot dot = dot(in);
                VersionVector seen = null;
                Set<Dot> also = Set.of();
                if (in.readBoolean()) {
                    Map<UUID, Long> numbers = new HashMap<>();
                    for (int m = in.readInt(); m > 0; m--) {
                        UUID site = uuid(in);
                        numbers.put(site, in.readLong());
                    }
                    seen = VersionVector.of(numbers);
                    also = new HashSet<>(dots(in));
                }
                s.lives.add(new Life(dot, seen, also));
            }
            for (int n = in.readInt(); n > 0; n--) {
                s.withheld.add(text(in));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return s;
    }

    private static void versions(DataOutputStream out, Map<String, List<Version>> map) throws IOException {
        out.writeInt(map.size());
        for (Map.Entry<String, List<Version>> e : map.entrySet()) {
            text(out, e.getKey());
            out.writeInt(e.getValue().size());
            for (Version v : e.getValue()) {
                dot(out, v.dot());
                value(out, v.value());
            }
        }
    }

    private static Map<String, List<Version>> versions(DataInputStream in) throws IOException {
        Map<String, List<Version>> map = new TreeMap<>();
        for (int n = in.readInt(); n > 0; n--) {
            String field = text(in);
            List<Version> list = new ArrayList<>();
            for (int m = in.readInt(); m > 0; m--) {
                Dot dot = dot(in);
                list.add(new Version(dot, value(in)));
            }
            map.put(field, list);
        }
        return map;
    }

    private static void dots(DataOutputStream out, Collection<Dot> dots) throws IOException {
        out.writeInt(dots.size());
        for (Dot dot : dots) {
            dot(out, dot);
        }
    }

    private static List<Dot> dots(DataInputStream in) throws IOException {
        List<Dot> dots = new ArrayList<>();
        for (int n = in.readInt(); n > 0; n--) {
            dots.add(dot(in));
        }
        return dots;
    }

    private static void dot(DataOutputStream out, Dot dot) throws IOException {
        uuid(out, dot.site());
        out.writeLong(dot.sequence());
    }

    private static Dot dot(DataInputStream in) throws IOException {
        UUID site = uuid(in);
        return new Dot(site, in.readLong());
    }

    private static void uuid(DataOutputStream out, UUID uuid) throws IOException {
        out.writeLong(uuid.getMostSignificantBits());
        out.writeLong(uuid.getLeastSignificantBits());
    }

    private static UUID uuid(DataInputStream in) throws IOException {
        long high = in.readLong();
        return new UUID(high, in.readLong());
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static void value(DataOutputStream out, Object value) throws IOException {
        switch (value) {
            case null -> out.writeByte(0);
            case String s -> {
                out.writeByte(1);
                text(out, s);
            }
            case Long l -> {
                out.writeByte(2);
                out.writeLong(l);
            }
            case Double d -> {
                out.writeByte(3);
                out.writeDouble(d);
            }
            case UUID u -> {
                out.writeByte(4);
                uuid(out, u);
            }
            default -> throw new IllegalArgumentException("cannot store " + value.getClass());
        }
    }

    private static Object value(DataInputStream in) throws IOException {
        return switch (in.readByte()) {
            case 1 -> text(in);
            case 2 -> in.readLong();
            case 3 -> in.readDouble();
            case 4 -> uuid(in);
            default -> null;
        };
    }
}
