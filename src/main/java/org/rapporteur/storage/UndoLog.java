package org.rapporteur.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Undo;
import org.rapporteur.core.model.Model;
import org.rapporteur.core.problem.Problem;

/**
 * Undo and redo. A step is taken back by an ordinary transaction that writes the opposite; redo takes that transaction
 * back in turn. A value that somebody else changed in the meantime is left alone: undo never overwrites what its step
 * had not written.
 */
final class UndoLog implements Undo {
    private final Database database;
    private final Writer writer;

    UndoLog(Database database, Writer writer) {
        this.database = database;
        this.writer = writer;
    }

    private record Step(long number, Label label, Long undoneBy, UUID importedPackage) {}

    /** Takes an import back. */
    interface ImportUndo {
        void undo(UUID packageId);
    }

    private ImportUndo imports = id -> {
        throw new IllegalStateException("no imports here");
    };

    void imports(ImportUndo undo) {
        imports = undo;
    }

    /** Number of the step that a new transaction with the label belongs to: the last one if they merge, else a new one. */
    static long newStep(Connection connection, Label label, long now) throws SQLException {
        execute(connection, "UPDATE undo_step SET state = 'past' WHERE state = 'undone'");
        if (label.mergeKey() != null) {
            try (PreparedStatement last = connection.prepareStatement(
                            "SELECT no, merge_key, at, state FROM undo_step" + " ORDER BY no DESC LIMIT 1");
                    ResultSet result = last.executeQuery()) {
                if (result.next()
                        && Objects.equals(result.getString(2), label.mergeKey())
                        && result.getString(4).equals("done")
                        && Math.abs(now - result.getLong(3)) <= MERGE_WINDOW.toMillis()) {
                    long number = result.getLong(1);
                    try (PreparedStatement touch =
                            connection.prepareStatement("UPDATE undo_step SET at = ? WHERE no = ?")) {
                        touch.setLong(1, now);
                        touch.setLong(2, number);
                        touch.executeUpdate();
                    }
                    return number;
                }
            }
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO undo_step (label, arguments, merge_key, at, state) VALUES (?, ?, ?, ?, 'done') RETURNING no")) {
            insert.setString(1, label.key());
            insert.setString(2, Labels.join(label.arguments()));
            insert.setString(3, label.mergeKey());
            insert.setLong(4, now);
            try (ResultSet result = insert.executeQuery()) {
                return result.getLong(1);
            }
        }
    }

    @Override
    public Optional<Label> nextUndo() {
        return database.read(c -> last(c, "done")).map(Step::label);
    }

    @Override
    public Optional<Label> nextRedo() {
        return database.read(c -> last(c, "undone")).map(Step::label);
    }

    /** The last step done, or the last one undone (they are redone in the order opposite to their undoing). */
    private static Optional<Step> last(Connection connection, String state) throws SQLException {
        String order = state.equals("done") ? "DESC" : "ASC";
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT no, label, arguments, undone_by, package FROM undo_step WHERE state = ? ORDER BY no " + order
                        + " LIMIT 1")) {
            statement.setString(1, state);
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    return Optional.empty();
                }
                Object undoneBy = RowSql.value(result, 4);
                return Optional.of(new Step(
                        result.getLong(1),
                        Labels.label(result.getString(2), result.getString(3)),
                        (Long) undoneBy,
                        result.getString(5) == null ? null : UUID.fromString(result.getString(5))));
            }
        }
    }

    @Override
    public Optional<Label> undo() {
        Optional<Step> step = database.read(c -> last(c, "done"));
        step.ifPresent(s -> {
            if (s.importedPackage() != null) {
                imports.undo(s.importedPackage());
                endIfStill(s.number(), "done");
                return;
            }
            writer.transact(
                    s.label().undone(),
                    (connection, number) -> {
                        mark(connection, s.number(), "undone", number);
                        return null;
                    },
                    tx -> {
                        for (Span span : spans(tx.connection(), s.number())) {
                            takeBack(tx, span);
                        }
                        return null;
                    });
            endIfStill(s.number(), "done");
        });
        return step.map(Step::label);
    }

    @Override
    public Optional<Label> redo() {
        Optional<Step> step = database.read(c -> last(c, "undone"));
        step.ifPresent(s -> {
            writer.transact(
                    s.label().redone(),
                    (connection, number) -> {
                        try (PreparedStatement statement =
                                connection.prepareStatement("UPDATE txn SET step = NULL WHERE step = ?")) {
                            statement.setLong(1, s.number());
                            statement.executeUpdate();
                        }
                        mark(connection, s.number(), "done", null);
                        return s.number();
                    },
                    tx -> {
                        takeBack(tx, span(tx.connection(), s.undoneBy()));
                        return null;
                    });
            endIfStill(s.number(), "undone");
        });
        return step.map(Step::label);
    }

    /** Makes everything done so far unreachable for undo; it stays in the history. */
    void beginHere() {
        writer.housekeeping(c -> {
            execute(c, "UPDATE undo_step SET state = 'past' WHERE state <> 'past'");
            return null;
        });
    }

    /** A step whose every value was changed by others since leaves nothing to write; it is over all the same. */
    private void endIfStill(long step, String state) {
        writer.housekeeping(c -> {
            try (PreparedStatement statement =
                    c.prepareStatement("UPDATE undo_step SET state = 'past' WHERE no = ? AND state = ?")) {
                statement.setLong(1, step);
                statement.setString(2, state);
                return statement.executeUpdate();
            }
        });
    }

    private static void mark(Connection connection, long step, String state, Long undoneBy) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE undo_step SET state = ?, undone_by = ? WHERE no = ?")) {
            statement.setString(1, state);
            RowSql.bind(statement, 2, undoneBy);
            statement.setLong(3, step);
            statement.executeUpdate();
        }
    }

    /** The changes of one transaction. */
    private record Span(int site, long from, long to) {}

    private static List<Span> spans(Connection connection, long step) {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT site, seq_from, seq_to FROM txn WHERE step = ? ORDER BY no DESC")) {
            statement.setLong(1, step);
            List<Span> spans = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    spans.add(new Span(result.getInt(1), result.getLong(2), result.getLong(3)));
                }
            }
            return spans;
        } catch (SQLException e) {
            throw new SqliteTransaction.SqlFailure(e);
        }
    }

    private static Span span(Connection connection, long transaction) {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT site, seq_from, seq_to FROM txn WHERE no = ?")) {
            statement.setLong(1, transaction);
            try (ResultSet result = statement.executeQuery()) {
                return new Span(result.getInt(1), result.getLong(2), result.getLong(3));
            }
        } catch (SQLException e) {
            throw new SqliteTransaction.SqlFailure(e);
        }
    }

    private record Past(long seq, String kind, UUID row, String field, Object before, Object after) {}

    private static void takeBack(SqliteTransaction tx, Span span) {
        tx.takingBack();
        try {
            // First what was changed, last change first; then what was added. What happened to a row in the same step
            // after it was added stays as it is, so that a redo shows its last values.
            Set<UUID> added = new HashSet<>();
            List<Added> created = created(tx.connection(), span);
            created.forEach(a -> added.add(a.id()));
            for (Past past : past(tx.connection(), span)) {
                Kind kind = Model.kind(past.kind());
                if (added.contains(past.row())) {
                    continue;
                }
                if (past.field().equals(SqliteTransaction.HIDDEN)) {
                    takeBackLife(tx, span, kind, past);
                } else {
                    boolean still = tx.find(kind, past.row())
                            .map(row -> Objects.equals(row.get(past.field()), past.after()))
                            .orElse(false);
                    if (still && kept(() -> tx.set(kind, past.row(), past.field(), past.before()))) {
                        FieldVersions.reopen(tx, kind, past.row(), past.field(), span.site(), past.seq());
                    }
                }
            }
            for (int i = created.size() - 1; i >= 0; i--) {
                Added last = created.get(i);
                kept(() -> tx.delete(Model.kind(last.kind()), last.id()));
            }
        } catch (SQLException e) {
            throw new SqliteTransaction.SqlFailure(e);
        }
    }

    /** Whether it could be written: what became a record meanwhile, such as an adopted text, is left alone. */
    private static boolean kept(Runnable write) {
        try {
            write.run();
            return true;
        } catch (Problem refused) {
            return false;
        }
    }

    private static void takeBackLife(SqliteTransaction tx, Span span, Kind kind, Past past) throws SQLException {
        boolean decided = Objects.equals(past.before(), SqliteTransaction.DISPUTED);
        if (!Objects.equals(past.after(), 0L)) {
            tx.restore(kind, past.row());
        } else if (!decided) {
            kept(() -> tx.delete(kind, past.row()));
        }
        if (decided) {
            FieldVersions.dispute(tx, kind, past.row(), span.site(), past.seq());
        }
    }

    private static List<Past> past(Connection connection, Span span) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT kind, row, field, before, after, seq FROM history WHERE site = ? AND seq BETWEEN ? AND ? ORDER BY seq DESC")) {
            statement.setInt(1, span.site());
            statement.setLong(2, span.from());
            statement.setLong(3, span.to());
            List<Past> found = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    found.add(new Past(
                            result.getLong(6),
                            result.getString(1),
                            Uuids.uuid(result.getBytes(2)),
                            result.getString(3),
                            RowSql.value(result, 4),
                            RowSql.value(result, 5)));
                }
            }
            return found;
        }
    }

    private record Added(String kind, UUID id) {}

    private static List<Added> created(Connection connection, Span span) throws SQLException {
        List<Added> found = new ArrayList<>();
        for (Kind kind : Model.kinds()) {
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT id FROM " + kind.name() + " WHERE site = ? AND seq BETWEEN ? AND ?")) {
                statement.setInt(1, span.site());
                statement.setLong(2, span.from());
                statement.setLong(3, span.to());
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        found.add(new Added(kind.name(), Uuids.uuid(result.getBytes(1))));
                    }
                }
            }
        }
        return found;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
