package org.rapporteur.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.rapporteur.core.change.Ids;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.KindRules;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.model.Model;

/**
 * The write path: gives each change its dot and keeps what it replaces. All changes of the program, undo and imports
 * included, go through these four methods (insert, set, delete, restore).
 */
final class SqliteTransaction implements Transaction, AutoCloseable {
    /** Pseudo field of a restoration's version. */
    static final String ALIVE = "_alive";
    /** Pseudo field under which history keeps deletions (1) and restorations (0). */
    static final String HIDDEN = "_hidden";
    /** In history: the record was deleted by one and edited by another, until this change decided it. */
    static final Long DISPUTED = 2L;
    /** More touched rows than this are not named one by one in the announcement. */
    private static final int NAMED_ROWS = 5_000;

    private final Connection connection;
    private final Ids ids;
    private final int site;
    private final long first;
    private final boolean tracksReplaced;
    private long next;
    /** Number of the last change that a deletion after it must have seen. */
    private long lastWritten;
    /** The snapshot of what was seen holds what was written below this number. */
    private long seenUntil;

    private boolean takingBack;

    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final Map<UUID, Integer> seen = new HashMap<>();
    private final Set<UUID> scopes = new LinkedHashSet<>();
    private final Set<String> kinds = new LinkedHashSet<>();
    private Set<UUID> rows = new HashSet<>();
    private UUID lastScopedParent;
    private UUID lastScope;
    private Kind lastKind;
    private List<String> lastColumns = List.of();
    private PreparedStatement lastInsert;

    /**
     * @param site local number of the own site
     * @param next first free sequence number of it
     * @param tracksReplaced whether the store holds changes that its vectors do not cover
     */
    SqliteTransaction(Connection connection, Ids ids, int site, long next, boolean tracksReplaced) {
        this.tracksReplaced = tracksReplaced;
        this.connection = connection;
        this.ids = ids;
        this.site = site;
        this.first = next;
        this.next = next;
    }

    Connection connection() {
        return connection;
    }

    /** From here on what is written takes back what was done. */
    void takingBack() {
        takingBack = true;
    }

    boolean tracksReplaced() {
        return tracksReplaced;
    }

    int site() {
        return site;
    }

    long first() {
        return first;
    }

    /** One more than the last sequence number used; equal to {@link #first()} if nothing was changed. */
    long next() {
        return next;
    }

    Set<UUID> scopes() {
        return scopes;
    }

    Set<String> kinds() {
        return kinds;
    }

    Set<UUID> rows() {
        return rows;
    }

    @Override
    public UUID insert(Kind kind, Values values) {
        UUID id = ids.next();
        if (!insert(kind, id, scopeFor(kind, id, values), values)) {
            throw new IllegalStateException("a fresh key was taken already");
        }
        return id;
    }

    private UUID scopeFor(Kind kind, UUID id, Values values) {
        return switch (kind.scopeRule()) {
            case DIRECTORY -> Model.DIRECTORY;
            case ITSELF -> id;
            case PARENT -> {
                var parent = kind.parent().orElseThrow();
                UUID parentId = (UUID) values.map().get(parent.name());
                yield parentId == null ? Model.DIRECTORY : scopeOfParent(parent.target(), parentId);
            }
        };
    }

    private UUID scopeOfParent(String target, UUID parentId) {
        if (parentId.equals(lastScopedParent)) {
            return lastScope;
        }
        UUID scope = null;
        if (target.isEmpty()) {
            for (Kind candidate : Model.kinds()) {
                Optional<Row> found = find(candidate, parentId);
                if (found.isPresent()) {
                    scope = found.get().scope();
                    break;
                }
            }
        } else {
            scope = scopeOf(Model.kind(target), parentId);
        }
        lastScopedParent = parentId;
        lastScope = scope == null ? Model.DIRECTORY : scope;
        return lastScope;
    }

    @Override
    public boolean insert(Kind kind, UUID id, UUID scope, Values values) {
        Map<String, Object> map = values.map();
        if (kind.rules() != KindRules.FREE) {
            kind.rules().onInsert(map).forEach((column, value) -> {
                if (!map.containsKey(column)) {
                    values.with(column, value);
                }
            });
        }
        return sql(() -> {
            PreparedStatement statement = insertStatement(kind, map);
            statement.setBytes(1, Uuids.bytes(id));
            statement.setBytes(2, Uuids.bytes(scope));
            statement.setInt(3, site);
            statement.setLong(4, next);
            int index = 5;
            for (Object value : map.values()) {
                RowSql.bind(statement, index++, value);
            }
            if (statement.executeUpdate() == 0) {
                return false;
            }
            lastWritten = next;
            next++;
            touched(kind, id, scope);
            return true;
        });
    }

    /** The statement for these columns; rows of a bulk insert usually have the same as the row before. */
    private PreparedStatement insertStatement(Kind kind, Map<String, Object> map) throws SQLException {
        if (kind == lastKind && map.size() == lastColumns.size()) {
            int i = 0;
            boolean same = true;
            for (String column : map.keySet()) {
                if (!column.equals(lastColumns.get(i++))) {
                    same = false;
                    break;
                }
            }
            if (same) {
                return lastInsert;
            }
        }
        map.keySet().forEach(kind::indexOf);
        lastKind = kind;
        lastColumns = List.copyOf(map.keySet());
        lastInsert = prepare(RowSql.of(kind).insert(lastColumns));
        return lastInsert;
    }

    @Override
    public void set(Kind kind, UUID id, String column, Object newValue) {
        kind.indexOf(column);
        Object value = Values.stored(newValue);
        along(kind, id, column, value).forEach((other, with) -> set(kind, id, other, with));
        sql(() -> {
            PreparedStatement read =
                    prepare("SELECT " + column + ", scope, hidden FROM " + kind.name() + " WHERE id = ?");
            read.setBytes(1, Uuids.bytes(id));
            Object before;
            UUID scope;
            boolean hidden;
            try (ResultSet result = read.executeQuery()) {
                if (!result.next()) {
                    throw new IllegalArgumentException("no such row of " + kind);
                }
                before = RowSql.value(result, 1);
                scope = Uuids.uuid(result.getBytes(2));
                hidden = result.getInt(3) != 0;
            }
            if (Objects.equals(before, value) && !FieldVersions.conflict(this, id, column)) {
                return null;
            }
            FieldVersions.clear(this, kind, id, scope, column, before);
            if (hidden) {
                // An edit that the deletion had not seen makes the record visible again.
                restore(kind, id);
            }
            lastWritten = next;
            PreparedStatement update = prepare("UPDATE " + kind.name() + " SET " + column + " = ? WHERE id = ?");
            RowSql.bind(update, 1, value);
            update.setBytes(2, Uuids.bytes(id));
            update.executeUpdate();
            version(kind, id, scope, column);
            history(kind, id, column, before, value);
            next++;
            touched(kind, id, scope);
            return null;
        });
    }

    /** Asks the kind whether the edit may be; what changes with it. */
    private Map<String, Object> along(Kind kind, UUID id, String column, Object value) {
        if (kind.rules() == KindRules.FREE) {
            return Map.of();
        }
        Row before = find(kind, id).orElseThrow(() -> new IllegalArgumentException("no such row of " + kind));
        if (!Objects.equals(before.get(column), value)) {
            kind.rules().beforeSet(this, before, column, value, takingBack);
        }
        return takingBack ? Map.of() : kind.rules().alongWith(before, column, value);
    }

    @Override
    public void delete(Kind kind, UUID id) {
        if (kind.rules() != KindRules.FREE) {
            find(kind, id)
                    .filter(row -> !row.deleted())
                    .ifPresent(row -> kind.rules().beforeDelete(this, row, takingBack));
        }
        sql(() -> {
            UUID scope = scopeOf(kind, id);
            PreparedStatement hide = prepare("UPDATE " + kind.name() + " SET hidden = 1 WHERE id = ? AND hidden = 0");
            hide.setBytes(1, Uuids.bytes(id));
            if (hide.executeUpdate() == 0) {
                return null;
            }
            boolean decision = FieldVersions.clearLife(this, id, scope);
            PreparedStatement bury =
                    prepare("INSERT INTO tombstone (row, kind, scope, site, seq, seen) VALUES (?, ?, ?, ?, ?, ?)");
            bury.setBytes(1, Uuids.bytes(id));
            bury.setString(2, kind.name());
            bury.setBytes(3, Uuids.bytes(scope));
            bury.setInt(4, site);
            bury.setLong(5, next);
            bury.setInt(6, seen(scope));
            bury.executeUpdate();
            FieldVersions.noteSeen(this, kind, id, scope, next);
            history(kind, id, HIDDEN, decision ? DISPUTED : 0L, 1L);
            next++;
            touched(kind, id, scope);
            return null;
        });
    }

    @Override
    public void restore(Kind kind, UUID id) {
        sql(() -> {
            UUID scope = scopeOf(kind, id);
            PreparedStatement show = prepare("UPDATE " + kind.name() + " SET hidden = 0 WHERE id = ? AND hidden = 1");
            show.setBytes(1, Uuids.bytes(id));
            boolean wasHidden = show.executeUpdate() > 0;
            if (!wasHidden && !FieldVersions.buried(this, id)) {
                return null;
            }
            FieldVersions.clearLife(this, id, scope);
            lastWritten = next;
            version(kind, id, scope, ALIVE);
            history(kind, id, HIDDEN, wasHidden ? 1L : DISPUTED, 0L);
            next++;
            touched(kind, id, scope);
            return null;
        });
    }

    @Override
    public UUID scopeOf(Kind kind, UUID id) {
        return sql(() -> {
            PreparedStatement statement = prepare("SELECT scope FROM " + kind.name() + " WHERE id = ?");
            statement.setBytes(1, Uuids.bytes(id));
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    throw new IllegalArgumentException("no such row of " + kind);
                }
                return Uuids.uuid(result.getBytes(1));
            }
        });
    }

    /** Takes the next number for a change of the row; the caller writes what it names. */
    long take(Kind kind, UUID id, UUID scope) {
        touched(kind, id, scope);
        lastWritten = next;
        return next++;
    }

    /** Number of the snapshot of what this site has seen of the scope when the transaction began. */
    private int seen(UUID scope) throws SQLException {
        Integer known = seen.get(scope);
        if (known != null && lastWritten < seenUntil) {
            return known;
        }
        if (lastWritten >= seenUntil) {
            seen.clear();
        }
        seenUntil = next;
        int number;
        try (ResultSet result =
                prepare("SELECT coalesce(max(no), 0) + 1 FROM seen").executeQuery()) {
            number = result.getInt(1);
        }
        PreparedStatement snapshot =
                prepare("INSERT INTO seen (no, site, seq) SELECT ?, site, seq FROM vector WHERE scope = ?");
        snapshot.setInt(1, number);
        snapshot.setBytes(2, Uuids.bytes(scope));
        snapshot.executeUpdate();
        // What this transaction did so far is seen too; the vector learns of it only at the end.
        PreparedStatement own = prepare("INSERT OR REPLACE INTO seen (no, site, seq) VALUES (?, ?, ?)");
        own.setInt(1, number);
        own.setInt(2, site);
        own.setLong(3, next - 1);
        own.executeUpdate();
        seen.put(scope, number);
        return number;
    }

    void version(Kind kind, UUID id, UUID scope, String field) throws SQLException {
        PreparedStatement statement = prepare(
                "INSERT OR REPLACE INTO field_version (row, field, kind, scope, site, seq) VALUES (?, ?, ?, ?, ?, ?)");
        statement.setBytes(1, Uuids.bytes(id));
        statement.setString(2, field);
        statement.setString(3, kind.name());
        statement.setBytes(4, Uuids.bytes(scope));
        statement.setInt(5, site);
        statement.setLong(6, next);
        statement.executeUpdate();
    }

    void history(Kind kind, UUID id, String field, Object before, Object after) throws SQLException {
        PreparedStatement statement = prepare(
                "INSERT INTO history (site, seq, kind, row, field, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)");
        statement.setInt(1, site);
        statement.setLong(2, next);
        statement.setString(3, kind.name());
        statement.setBytes(4, Uuids.bytes(id));
        statement.setString(5, field);
        RowSql.bind(statement, 6, before);
        RowSql.bind(statement, 7, after);
        statement.executeUpdate();
    }

    private void touched(Kind kind, UUID id, UUID scope) {
        kinds.add(kind.name());
        scopes.add(scope);
        if (rows != null) {
            rows.add(id);
            if (rows.size() > NAMED_ROWS) {
                rows = null;
            }
        }
    }

    @Override
    public Optional<Row> find(Kind kind, UUID id) {
        return sql(() -> RowReader.find(connection, kind, id));
    }

    @Override
    public List<Row> list(Query query) {
        List<Row> found = new java.util.ArrayList<>();
        each(query, found::add);
        return found;
    }

    @Override
    public void each(Query query, Consumer<Row> consumer) {
        sql(() -> {
            RowReader.each(connection, query, consumer);
            return null;
        });
    }

    @Override
    public long count(Query query) {
        return sql(() -> RowReader.count(connection, query));
    }

    @Override
    public Set<String> undecided(Kind kind, UUID id) {
        return sql(() -> ConflictReader.columns(connection, kind, id));
    }

    PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        return statement;
    }

    private interface SqlWork<T> {
        T run() throws SQLException;
    }

    private static <T> T sql(SqlWork<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    @Override
    public void close() {
        for (PreparedStatement statement : statements.values()) {
            try {
                statement.close();
            } catch (SQLException e) {
                System.getLogger("storage").log(System.Logger.Level.DEBUG, "closing a statement failed", e);
            }
        }
        statements.clear();
    }

    /** Carries a database failure out of the work to the writer, which turns it into words. */
    static final class SqlFailure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SqlFailure(SQLException cause) {
            super(cause);
        }

        SQLException sql() {
            return (SQLException) getCause();
        }
    }
}
