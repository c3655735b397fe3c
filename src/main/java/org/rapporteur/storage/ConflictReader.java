package org.rapporteur.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.change.Dot;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.exchange.Conflict;
import org.rapporteur.core.exchange.Conflict.Role;
import org.rapporteur.core.exchange.Conflict.Side;
import org.rapporteur.core.exchange.Conflicts;
import org.rapporteur.core.exchange.Life;
import org.rapporteur.core.exchange.Version;
import org.rapporteur.core.model.Model;
import org.rapporteur.core.recommendation.AdoptionAct;
import org.rapporteur.core.recommendation.Adoptions;
import org.rapporteur.core.recommendation.RecommendationKinds;

/** Finds what people must decide. */
final class ConflictReader implements Conflicts {
    private final Database database;

    ConflictReader(Database database) {
        this.database = database;
    }

    private record Key(String kind, UUID row, String column) {}

    @Override
    public long count() {
        return database.read(c -> (long) keys(c).size());
    }

    @Override
    public List<Conflict> list(int offset, int most) {
        return database.read(c -> {
            List<Key> keys = keys(c);
            int from = Math.min(offset, keys.size());
            return conflicts(c, keys.subList(from, (int) Math.min((long) from + most, keys.size())));
        });
    }

    @Override
    public List<Conflict> of(Kind kind, UUID record) {
        return database.read(c -> {
            List<Key> keys = new ArrayList<>();
            fields(c, kind, record, keys);
            deletions(c, kind, record, keys);
            if (kind == RecommendationKinds.RECOMMENDATION) {
                adoptions(c, record, keys);
            }
            return conflicts(c, keys);
        });
    }

    /** The columns of a row that wait for a decision. */
    static Set<String> columns(Connection c, Kind kind, UUID row) throws SQLException {
        List<Key> keys = new ArrayList<>();
        fields(c, kind, row, keys);
        Set<String> columns = new HashSet<>();
        keys.forEach(key -> columns.add(key.column()));
        return columns;
    }

    private static List<Key> keys(Connection c) throws SQLException {
        List<Key> keys = new ArrayList<>();
        Set<String> siblings = names(c, "SELECT DISTINCT kind FROM sibling");
        Set<String> deleted = names(c, "SELECT DISTINCT kind FROM tombstone");
        for (Kind kind : Model.kinds()) {
            List<Key> ofKind = new ArrayList<>();
            if (siblings.contains(kind.name())) {
                fields(c, kind, null, ofKind);
            }
            if (deleted.contains(kind.name())) {
                deletions(c, kind, null, ofKind);
            }
            if (kind == RecommendationKinds.RECOMMENDATION) {
                adoptions(c, null, ofKind);
            }
            ofKind.sort(Comparator.comparing(Key::row));
            keys.addAll(ofKind);
        }
        return keys;
    }

    private static Set<String> names(Connection c, String sql) throws SQLException {
        Set<String> names = new HashSet<>();
        try (PreparedStatement statement = c.prepareStatement(sql);
                ResultSet r = statement.executeQuery()) {
            while (r.next()) {
                names.add(r.getString(1));
            }
        }
        return names;
    }

    private static void fields(Connection c, Kind kind, UUID row, List<Key> keys) throws SQLException {
        try (PreparedStatement statement = c.prepareStatement("SELECT s.row, s.field FROM sibling s JOIN "
                + kind.name() + " k ON k.id = s.row AND k.hidden = 0 WHERE s.kind = ?"
                + (row == null ? "" : " AND s.row = ?")
                + " GROUP BY s.row, s.field HAVING count(DISTINCT quote(s.value)) > 1")) {
            statement.setString(1, kind.name());
            if (row != null) {
                statement.setBytes(2, Uuids.bytes(row));
            }
            try (ResultSet r = statement.executeQuery()) {
                while (r.next()) {
                    String field = r.getString(2);
                    if (kind.hasColumn(field) && kind.fieldOf(field).type() != FieldType.ORDER) {
                        keys.add(new Key(kind.name(), Uuids.uuid(r.getBytes(1)), field));
                    }
                }
            }
        }
    }

    /** Recommendations whose records of adoption differ; few have more than one record, only these are read. */
    private static void adoptions(Connection c, UUID record, List<Key> keys) throws SQLException {
        try (PreparedStatement statement = c.prepareStatement("SELECT r.id FROM recommendation r JOIN adoption a"
                + " ON a.recommendation = r.id AND a.hidden = 0 WHERE r.hidden = 0"
                + (record == null ? "" : " AND r.id = ?")
                + " GROUP BY r.id HAVING count(*) > 1 OR r.frozen_hash IS NOT NULL"
                + " AND r.frozen_hash IS NOT max(a.hash)")) {
            if (record != null) {
                statement.setBytes(1, Uuids.bytes(record));
            }
            try (ResultSet r = statement.executeQuery()) {
                while (r.next()) {
                    UUID id = Uuids.uuid(r.getBytes(1));
                    if (adoptions(c, id).contested()) {
                        keys.add(new Key(RecommendationKinds.RECOMMENDATION.name(), id, Conflict.ADOPTION));
                    }
                }
            }
        }
    }

    private static Adoptions adoptions(Connection c, UUID id) throws SQLException {
        Row row = RowReader.find(c, RecommendationKinds.RECOMMENDATION, id).orElseThrow();
        List<Row> versions = new ArrayList<>();
        List<Row> acts = new ArrayList<>();
        RowReader.each(c, Query.partsOf(RecommendationKinds.VERSION, id), versions::add);
        RowReader.each(c, Query.partsOf(RecommendationKinds.ADOPTION, id), acts::add);
        return Adoptions.of(row, versions, acts);
    }

    /** Each record of adoption that differs, with who made it. */
    private static List<Side> adopted(Connection c, UUID id, RowStates rows, Authors authors) throws SQLException {
        List<Side> sides = new ArrayList<>();
        for (AdoptionAct act : adoptions(c, id).heads()) {
            RowState state =
                    rows.load(RecommendationKinds.ADOPTION.name(), act.id()).orElse(null);
            sides.add(
                    state == null
                            ? new Side(Role.VALUE, act.id(), Conflict.ADOPTION, null, false, act.by(), null)
                            : authors.side(
                                    act.id(),
                                    Conflict.ADOPTION,
                                    Role.VALUE,
                                    act.id(),
                                    state.creations.iterator().next()));
        }
        return sides;
    }

    private static void deletions(Connection c, Kind kind, UUID row, List<Key> keys) throws SQLException {
        try (PreparedStatement statement = c.prepareStatement("SELECT DISTINCT t.row FROM tombstone t JOIN "
                + kind.name() + " k ON k.id = t.row AND k.hidden = 0 WHERE t.kind = ?"
                + (row == null ? "" : " AND t.row = ?"))) {
            statement.setString(1, kind.name());
            if (row != null) {
                statement.setBytes(2, Uuids.bytes(row));
            }
            try (ResultSet r = statement.executeQuery()) {
                while (r.next()) {
                    keys.add(new Key(kind.name(), Uuids.uuid(r.getBytes(1)), null));
                }
            }
        }
    }

    private static List<Conflict> conflicts(Connection c, List<Key> keys) throws SQLException {
        List<Conflict> found = new ArrayList<>();
        Sites sites = new Sites(c, "main.");
        Authors authors = new Authors(c, sites);
        try (RowStates rows = new RowStates(c, "main.", sites)) {
            for (Key key : keys) {
                RowState state = rows.load(key.kind(), key.row()).orElse(null);
                if (state != null) {
                    found.add(new Conflict(
                            key.kind(),
                            key.row(),
                            key.column(),
                            key.column() == null
                                    ? deletion(state, authors)
                                    : key.column().equals(Conflict.ADOPTION)
                                            ? adopted(c, key.row(), rows, authors)
                                            : values(state, key.column(), authors)));
                }
            }
        }
        return found;
    }

    private static List<Side> values(RowState state, String column, Authors authors) throws SQLException {
        Object shown = state.values[RowStates.kind(state.kind).indexOf(column)];
        List<Side> sides = new ArrayList<>();
        for (Version v : state.fields.getOrDefault(column, List.of())) {
            if (sides.stream().noneMatch(s -> Objects.equals(s.value(), v.value()))) {
                sides.add(authors.side(state.id, column, Role.VALUE, v.value(), v.dot()));
            }
        }
        sides.sort(Comparator.comparing(s -> !Objects.equals(s.value(), shown)));
        return sides;
    }

    private static List<Side> deletion(RowState state, Authors authors) throws SQLException {
        List<Side> sides = new ArrayList<>();
        for (Life life : state.lives) {
            if (life.deletion()) {
                sides.add(authors.side(state.id, null, Role.DELETED, null, life.dot()));
            }
        }
        Set<Dot> unseen = new HashSet<>(state.dots());
        unseen.removeIf(d -> state.lives.stream().anyMatch(l -> l.dot().equals(d) && l.deletion() || l.saw(d)));
        for (Dot dot : unseen) {
            String column = state.fields.entrySet().stream()
                    .filter(e -> e.getValue().stream().anyMatch(v -> v.dot().equals(dot)))
                    .map(java.util.Map.Entry::getKey)
                    .findFirst()
                    .orElse(null);
            Object value = column == null
                    ? null
                    : state.fields.get(column).stream()
                            .filter(v -> v.dot().equals(dot))
                            .findFirst()
                            .map(Version::value)
                            .orElse(null);
            sides.add(authors.side(state.id, column, Role.EDITED, value, dot));
        }
        return sides;
    }

    /** Says who made a change. */
    private static final class Authors {
        private final Connection c;
        private final Sites sites;
        private final Set<UUID> own = new HashSet<>();

        Authors(Connection c, Sites sites) throws SQLException {
            this.c = c;
            this.sites = sites;
            try (PreparedStatement read = c.prepareStatement("SELECT uuid FROM site WHERE own = 1");
                    ResultSet r = read.executeQuery()) {
                while (r.next()) {
                    own.add(Uuids.uuid(r.getBytes(1)));
                }
            }
        }

        Side side(UUID row, String column, Role role, Object value, Dot dot) throws SQLException {
            String author = null;
            Instant at = null;
            try (PreparedStatement read =
                    c.prepareStatement("SELECT coalesce(b.author, t.author), coalesce(b.at, t.at) FROM"
                            + " (SELECT ?1 site, ?2 seq) d LEFT JOIN txn t ON t.no = (SELECT x.no FROM txn x"
                            + " WHERE x.site = d.site AND x.seq_from <= d.seq ORDER BY x.seq_from DESC LIMIT 1)"
                            + " AND t.seq_to >= d.seq LEFT JOIN sibling b ON b.row = ?3 AND b.field = ?4"
                            + " AND b.site = d.site AND b.seq = d.seq")) {
                read.setInt(1, sites.known(dot.site()));
                read.setLong(2, dot.sequence());
                read.setBytes(3, Uuids.bytes(row));
                read.setString(4, column);
                try (ResultSet r = read.executeQuery()) {
                    if (r.next()) {
                        author = r.getString(1);
                        Object moment = RowSql.value(r, 2);
                        at = moment instanceof Long l ? Instant.ofEpochMilli(l) : null;
                    }
                }
            }
            return new Side(role, value, column, dot.site(), own.contains(dot.site()), author, at);
        }
    }
}
