package org.rapporteur.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rapporteur.core.change.Dot;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.exchange.Outgoing;
import org.rapporteur.core.exchange.Selection;
import org.rapporteur.core.exchange.TravellingFile;
import org.rapporteur.core.exchange.TravellingRow;
import org.rapporteur.core.exchange.TravellingStep;
import org.rapporteur.core.exchange.Version;
import org.rapporteur.core.exchange.VersionVector;
import org.rapporteur.core.model.Model;

/** Sends rows: all of them, those that a colleague lacks something of, or an extract's. Reads in one view. */
final class PackageExport {
    private static final List<String> SIDES =
            List.of("row_creation", "field_version", "sibling", "tombstone", "withheld", "replaced", "unknown_value");

    private final Connection c;
    private final Outgoing out;
    private final Map<UUID, VersionVector> bases;
    private final ExtractRules extract;
    private final Sites sites;
    private final RowStates rows;
    private final List<Kind> kinds;
    private final BitSet steps = new BitSet();
    private final Map<Integer, long[]> lastStep = new HashMap<>();
    private final Set<String> hashes = new HashSet<>();

    private PackageExport(Connection connection, Selection selection, Outgoing out) throws SQLException {
        this.c = connection;
        this.out = out;
        this.bases = selection.bases();
        this.sites = new Sites(connection, "main.");
        this.rows = new RowStates(connection, "main.", sites);
        this.kinds = withRows(connection);
        this.extract = selection.extract() == null ? null : new ExtractRules(connection, rows, selection.extract());
    }

    /** The kinds of which there is any row, asked for at once: most workspaces have none of most kinds. */
    private static List<Kind> withRows(Connection c) throws SQLException {
        String sql = Model.kinds().stream()
                .map(k -> "SELECT '" + k.name() + "' WHERE EXISTS (SELECT 1 FROM " + k.name() + ")")
                .collect(Collectors.joining(" UNION ALL "));
        List<Kind> found = new ArrayList<>();
        try (PreparedStatement read = c.prepareStatement(sql);
                ResultSet r = read.executeQuery()) {
            while (r.next()) {
                found.add(Model.kind(r.getString(1)));
            }
        }
        return found;
    }

    static void run(Connection c, Selection selection, Outgoing out) throws SQLException {
        try (Statement statement = c.createStatement()) {
            statement.execute("BEGIN");
            PackageExport export = new PackageExport(c, selection, out);
            try {
                export.run();
            } finally {
                export.rows.close();
                statement.execute("DROP TABLE IF EXISTS temp.candidate");
                statement.execute("DROP TABLE IF EXISTS temp.kept");
                statement.execute("COMMIT");
            }
        }
    }

    /** How many rows the bases lack something of. */
    static long lacking(Connection c, Map<UUID, VersionVector> bases) throws SQLException {
        try (Statement statement = c.createStatement()) {
            statement.execute("BEGIN");
            PackageExport export = new PackageExport(c, new Selection(bases, null), null);
            try {
                export.candidates(bases);
                try (ResultSet r = statement.executeQuery("SELECT count(*) FROM temp.candidate")) {
                    return r.getLong(1);
                }
            } finally {
                export.rows.close();
                statement.execute("DROP TABLE IF EXISTS temp.candidate");
                statement.execute("COMMIT");
            }
        }
    }

    private void run() throws SQLException {
        Map<UUID, VersionVector> to = new LinkedHashMap<>();
        for (UUID scope : bases.keySet()) {
            to.put(scope, sites.vector(scope));
        }
        out.begin(to);
        Set<UUID> full = new HashSet<>();
        Map<UUID, VersionVector> delta = new HashMap<>();
        bases.forEach((scope, base) -> {
            if (base.isEmpty()) {
                full.add(scope);
            } else {
                delta.put(scope, base);
            }
        });
        candidates(delta);
        if (extract != null) {
            extract.collect();
        }
        for (Kind kind : kinds) {
            if (extract != null) {
                extracted(kind);
            } else {
                if (!full.isEmpty()) {
                    all(kind, full);
                }
                if (!delta.isEmpty()) {
                    changed(kind.name(), delta);
                }
            }
        }
        if (extract == null) {
            unknown(full, delta);
        }
        steps();
        files();
    }

    /** Collects the rows of which a delta's reader lacks something. */
    private void candidates(Map<UUID, VersionVector> delta) throws SQLException {
        try (Statement statement = c.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS temp.candidate");
            statement.execute("CREATE TEMP TABLE candidate (kind TEXT NOT NULL, row BLOB NOT NULL,"
                    + " PRIMARY KEY (kind, row)) WITHOUT ROWID");
        }
        if (delta.isEmpty()) {
            return;
        }
        try (PreparedStatement insert =
                c.prepareStatement("INSERT OR IGNORE INTO temp.candidate (kind, row) VALUES (?, ?)")) {
            for (Map.Entry<Integer, UUID> site : sites.all().entrySet()) {
                long lowest = delta.values().stream()
                        .mapToLong(v -> v.of(site.getValue()))
                        .min()
                        .orElse(0);
                for (Kind kind : kinds) {
                    candidates(
                            "SELECT '" + kind.name() + "', id, scope, seq FROM " + kind.name()
                                    + " WHERE site = ? AND seq > ?",
                            site,
                            lowest,
                            delta,
                            insert);
                }
                for (String table : List.of(
                        "unknown_row", "row_creation", "field_version", "sibling", "tombstone", "unknown_value")) {
                    candidates(
                            "SELECT kind, row, scope, seq FROM " + table + " WHERE site = ? AND seq > ?",
                            site,
                            lowest,
                            delta,
                            insert);
                }
            }
        }
    }

    private void candidates(
            String sql,
            Map.Entry<Integer, UUID> site,
            long lowest,
            Map<UUID, VersionVector> delta,
            PreparedStatement insert)
            throws SQLException {
        PreparedStatement read = rows.prepare(sql);
        read.setInt(1, site.getKey());
        read.setLong(2, lowest);
        try (ResultSet r = read.executeQuery()) {
            while (r.next()) {
                VersionVector base = delta.get(Uuids.uuid(r.getBytes(3)));
                if (base != null && r.getLong(4) > base.of(site.getValue())) {
                    insert.setString(1, r.getString(1));
                    insert.setBytes(2, r.getBytes(2));
                    insert.executeUpdate();
                }
            }
        }
    }

    private static String sides(String key) {
        List<String> exists = new ArrayList<>();
        for (String table : RowStates.SIDES) {
            exists.add("EXISTS (SELECT 1 FROM " + table + " x WHERE x.row = " + key + ")");
        }
        return String.join(" OR ", exists);
    }

    /** Every row of the scopes, whole. */
    private void all(Kind kind, Set<UUID> scopes) throws SQLException {
        scan(kind, "FROM " + kind.name() + " k", scopes);
    }

    private void extracted(Kind kind) throws SQLException {
        scan(
                kind,
                "FROM temp.kept e JOIN " + kind.name() + " k ON k.id = e.row WHERE e.kind = '" + kind.name() + "'",
                null);
    }

    private void scan(Kind kind, String from, Set<UUID> scopes) throws SQLException {
        String columns = String.join(", k.", kind.columns());
        try (PreparedStatement read = c.prepareStatement("SELECT k.id, k.scope, k.hidden, k.site, k.seq, ("
                        + sides("k.id") + "), k." + columns + " " + from);
                ResultSet r = read.executeQuery()) {
            int count = kind.columns().size();
            while (r.next()) {
                UUID scope = Uuids.uuid(r.getBytes(2));
                if (scopes != null && !scopes.contains(scope)) {
                    continue;
                }
                RowState state = new RowState();
                state.kind = kind.name();
                state.id = Uuids.uuid(r.getBytes(1));
                state.scope = scope;
                state.hidden = r.getInt(3) != 0;
                state.creations.add(sites.dot(r.getInt(4), r.getLong(5)));
                state.values = new Object[count];
                for (int i = 0; i < count; i++) {
                    state.values[i] = RowSql.value(r, i + 7);
                }
                if (r.getBoolean(6)) {
                    rows.sides(state, kind);
                }
                send(state, kind, VersionVector.NONE);
            }
        }
    }

    private void changed(String kindName, Map<UUID, VersionVector> delta) throws SQLException {
        Kind kind = RowStates.kind(kindName);
        try (PreparedStatement read = c.prepareStatement("SELECT row FROM temp.candidate WHERE kind = ?")) {
            read.setString(1, kindName);
            try (ResultSet r = read.executeQuery()) {
                while (r.next()) {
                    RowState state =
                            rows.load(kindName, Uuids.uuid(r.getBytes(1))).orElse(null);
                    if (state != null && delta.containsKey(state.scope)) {
                        send(state, kind, delta.get(state.scope));
                    }
                }
            }
        }
    }

    /** Kinds of newer versions of the program. */
    private void unknown(Set<UUID> full, Map<UUID, VersionVector> delta) throws SQLException {
        Set<String> names = new java.util.TreeSet<>();
        try (PreparedStatement read = c.prepareStatement("SELECT DISTINCT kind FROM unknown_row");
                ResultSet r = read.executeQuery()) {
            while (r.next()) {
                names.add(r.getString(1));
            }
        }
        for (String name : names) {
            try (PreparedStatement read = c.prepareStatement("SELECT row, scope FROM unknown_row WHERE kind = ?")) {
                read.setString(1, name);
                try (ResultSet r = read.executeQuery()) {
                    while (r.next()) {
                        if (full.contains(Uuids.uuid(r.getBytes(2)))) {
                            send(rows.load(name, Uuids.uuid(r.getBytes(1))).orElseThrow(), null, VersionVector.NONE);
                        }
                    }
                }
            }
            if (!delta.isEmpty()) {
                changed(name, delta);
            }
        }
    }

    private void send(RowState state, Kind kind, VersionVector base) throws SQLException {
        TravellingRow row = new TravellingRow();
        row.kind = state.kind;
        row.id = state.id;
        row.scope = state.scope;
        row.creations.addAll(state.creations);
        row.whole = state.creations.stream().anyMatch(d -> !base.covers(d));
        if (extract != null) {
            extract.withhold(state, kind);
        }
        if (row.whole && kind != null) {
            row.values = state.values;
            row.withheld.addAll(state.withheld);
        }
        boolean lifeNews = state.lives.stream().anyMatch(l -> !base.covers(l.dot()));
        if (row.whole || lifeNews) {
            row.lives = state.lives.isEmpty() ? null : state.lives;
        }
        state.fields.forEach((field, versions) -> field(row, state, field, versions, base));
        state.unknown.forEach((field, versions) -> {
            boolean created = versions.size() == state.creations.size()
                    && versions.stream().allMatch(v -> state.creations.contains(v.dot()));
            if (created && row.whole) {
                row.unknown.put(field, (String) versions.getFirst().value());
            } else if (!created) {
                field(row, state, field, versions, base);
            }
        });
        if (row.lives != null) {
            row.livesReplaced = state.replaced.getOrDefault(FieldVersions.LIFE, Set.of());
        }
        note(state, row, kind);
        out.row(row);
    }

    private static void field(
            TravellingRow row, RowState state, String field, List<Version> versions, VersionVector base) {
        if (row.whole || versions.stream().anyMatch(v -> !base.covers(v.dot()))) {
            row.fields.put(field, new TravellingRow.FieldState(versions, state.replaced.getOrDefault(field, Set.of())));
        }
    }

    /** Notes the steps and attachments that the row names. */
    private void note(RowState state, TravellingRow row, Kind kind) throws SQLException {
        if (row.whole) {
            for (Dot dot : row.creations) {
                step(dot);
            }
        }
        for (TravellingRow.FieldState field : row.fields.values()) {
            for (Version v : field.versions()) {
                step(v.dot());
            }
        }
        if (row.lives != null) {
            for (var life : row.lives) {
                step(life.dot());
            }
        }
        if (kind != null) {
            for (int i = 0; i < state.values.length; i++) {
                String column = kind.columns().get(i);
                boolean sent = row.whole && !row.withheld.contains(column) || row.fields.containsKey(column);
                if (sent
                        && state.values[i] instanceof String hash
                        && kind.fieldOf(column).type() == FieldType.BLOB_HASH) {
                    hashes.add(hash);
                }
            }
        }
    }

    private void step(Dot dot) throws SQLException {
        int site = sites.known(dot.site());
        long[] last = lastStep.get(site);
        if (last != null && last[0] <= dot.sequence() && dot.sequence() <= last[1]) {
            return;
        }
        PreparedStatement read = rows.prepare("SELECT no, seq_from, seq_to FROM txn WHERE site = ? AND seq_from <= ?"
                + " ORDER BY seq_from DESC LIMIT 1");
        read.setInt(1, site);
        read.setLong(2, dot.sequence());
        try (ResultSet r = read.executeQuery()) {
            if (r.next() && r.getLong(3) >= dot.sequence()) {
                steps.set((int) r.getLong(1));
                lastStep.put(site, new long[] {r.getLong(2), r.getLong(3)});
            }
        }
    }

    private void steps() throws SQLException {
        boolean anonymous = extract != null && extract.withoutPersonal();
        PreparedStatement read =
                rows.prepare("SELECT site, seq_from, seq_to, at, author, label, arguments FROM txn WHERE no = ?");
        for (int no = steps.nextSetBit(0); no >= 0; no = steps.nextSetBit(no + 1)) {
            read.setLong(1, no);
            try (ResultSet r = read.executeQuery()) {
                if (r.next()) {
                    out.step(new TravellingStep(
                            sites.key(r.getInt(1)),
                            r.getLong(2),
                            r.getLong(3),
                            Instant.ofEpochMilli(r.getLong(4)),
                            anonymous ? null : r.getString(5),
                            r.getString(6),
                            // What stands in the message may be the name of a record that an extract leaves out.
                            extract != null
                                    ? List.of()
                                    : Labels.label(r.getString(6), r.getString(7))
                                            .arguments()));
                }
            }
        }
    }

    private void files() throws SQLException {
        if (extract != null && extract.withoutFiles()) {
            return;
        }
        PreparedStatement read = rows.prepare("SELECT size, file_name, media_type FROM blob WHERE hash = ?");
        for (String hash : new java.util.TreeSet<>(hashes)) {
            read.setString(1, hash);
            try (ResultSet r = read.executeQuery()) {
                if (r.next()) {
                    out.file(new TravellingFile(hash, r.getLong(1), r.getString(2), r.getString(3)));
                }
            }
        }
    }
}
