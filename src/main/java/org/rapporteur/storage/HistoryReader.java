package org.rapporteur.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.History;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.model.Model;

/** Puts the history together from the dots of the rows, the overwritten values and the transactions they belong to. */
final class HistoryReader implements History {
    private static final String TXN = "SELECT t.no, t.at, t.author, s.uuid, t.label, t.arguments, t.seq_to"
            + " FROM txn t JOIN site s ON s.no = t.site WHERE t.site = ? AND t.seq_from <= ?"
            + " ORDER BY t.seq_from DESC LIMIT 1";

    /** Keys asked for in one statement. */
    private static final int CHUNK = 500;

    private final Database database;

    HistoryReader(Database database) {
        this.database = database;
    }

    private record Txn(long number, Instant at, String author, UUID site, Label label) {}

    private record Dated(long transaction, long sequence, Entry entry) {}

    @Override
    public List<Entry> of(Kind kind, UUID id, int most) {
        return database.read(connection -> {
            List<Dated> found = new ArrayList<>();
            Txns txns = new Txns(connection);
            try (PreparedStatement statement = connection.prepareStatement(
                    "SELECT site, seq, kind, row, field, before, after FROM history WHERE row = ?")) {
                statement.setBytes(1, Uuids.bytes(id));
                change(statement, txns, found);
            }
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT id, site, seq FROM " + kind.name() + " WHERE id = ?")) {
                statement.setBytes(1, Uuids.bytes(id));
                creation(statement, kind, txns, found);
            }
            return newestFirst(found, most);
        });
    }

    @Override
    public List<Entry> withParts(Kind kind, UUID id, int most) {
        return database.read(connection -> {
            Map<Kind, Set<UUID>> tree = new LinkedHashMap<>();
            tree.put(kind, new LinkedHashSet<>(Set.of(id)));
            addParts(connection, kind, Set.of(id), tree);
            List<Dated> found = new ArrayList<>();
            Txns txns = new Txns(connection);
            for (Map.Entry<Kind, Set<UUID>> rows : tree.entrySet()) {
                for (List<UUID> some : chunks(rows.getValue())) {
                    try (PreparedStatement statement = connection.prepareStatement(
                            "SELECT site, seq, kind, row, field, before, after FROM history WHERE row IN ("
                                    + marks(some.size()) + ")")) {
                        bind(statement, some);
                        change(statement, txns, found);
                    }
                    try (PreparedStatement statement = connection.prepareStatement("SELECT id, site, seq FROM "
                            + rows.getKey().name() + " WHERE id IN (" + marks(some.size()) + ")")) {
                        bind(statement, some);
                        creation(statement, rows.getKey(), txns, found);
                    }
                }
            }
            return newestFirst(found, most);
        });
    }

    /** Adds the parts of rows and theirs, deleted ones too, to those found already. */
    private static void addParts(Connection connection, Kind kind, Set<UUID> parents, Map<Kind, Set<UUID>> tree)
            throws SQLException {
        for (Kind part : Model.kinds()) {
            Optional<Field> parent = part.parent()
                    .filter(field -> field.target().isEmpty() || field.target().equals(kind.name()));
            if (parent.isEmpty()) {
                continue;
            }
            Set<UUID> fresh = new LinkedHashSet<>();
            for (List<UUID> some : chunks(parents)) {
                try (PreparedStatement statement = connection.prepareStatement("SELECT id FROM " + part.name()
                        + " WHERE " + parent.get().name() + " IN (" + marks(some.size()) + ")")) {
                    bind(statement, some);
                    try (ResultSet result = statement.executeQuery()) {
                        while (result.next()) {
                            UUID id = Uuids.uuid(result.getBytes(1));
                            if (tree.computeIfAbsent(part, p -> new LinkedHashSet<>())
                                    .add(id)) {
                                fresh.add(id);
                            }
                        }
                    }
                }
            }
            if (!fresh.isEmpty()) {
                addParts(connection, part, fresh, tree);
            }
        }
    }

    private static List<List<UUID>> chunks(Set<UUID> ids) {
        List<UUID> all = List.copyOf(ids);
        List<List<UUID>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
        return chunks;
    }

    private static String marks(int count) {
        return String.join(",", Collections.nCopies(count, "?"));
    }

    private static void bind(PreparedStatement statement, List<UUID> ids) throws SQLException {
        for (int i = 0; i < ids.size(); i++) {
            statement.setBytes(i + 1, Uuids.bytes(ids.get(i)));
        }
    }

    @Override
    public List<Entry> recent(int most, int mostOfStep) {
        return database.read(connection -> {
            List<Dated> found = new ArrayList<>();
            Txns txns = new Txns(connection);
            try (PreparedStatement newest =
                            connection.prepareStatement("SELECT site, seq_from, seq_to FROM txn ORDER BY no DESC");
                    ResultSet result = newest.executeQuery()) {
                while (found.size() < most && result.next()) {
                    int before = found.size();
                    int left = Math.min(most - before, mostOfStep);
                    int site = result.getInt(1);
                    long from = result.getLong(2);
                    long to = result.getLong(3);
                    try (PreparedStatement statement =
                            connection.prepareStatement("SELECT site, seq, kind, row, field, before, after FROM history"
                                    + " WHERE site = ? AND seq BETWEEN ? AND ? ORDER BY seq DESC LIMIT ?")) {
                        bind(statement, site, from, to, left);
                        change(statement, txns, found);
                    }
                    for (Kind kind : Model.kinds()) {
                        if (found.size() - before >= mostOfStep && mostOfStep < most) {
                            break;
                        }
                        try (PreparedStatement statement = connection.prepareStatement("SELECT id, site, seq FROM "
                                + kind.name() + " WHERE site = ? AND seq BETWEEN ? AND ? ORDER BY seq DESC LIMIT ?")) {
                            bind(statement, site, from, to, left);
                            creation(statement, kind, txns, found);
                        }
                    }
                }
            }
            return newestFirst(found, most);
        });
    }

    private static void bind(PreparedStatement statement, int site, long from, long to, int limit) throws SQLException {
        statement.setInt(1, site);
        statement.setLong(2, from);
        statement.setLong(3, to);
        statement.setInt(4, limit);
    }

    private static List<Entry> newestFirst(List<Dated> found, int most) {
        found.sort(Comparator.comparingLong(Dated::transaction)
                .thenComparingLong(Dated::sequence)
                .reversed());
        return found.stream().limit(most).map(Dated::entry).toList();
    }

    private static void change(PreparedStatement statement, Txns txns, List<Dated> found) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                long sequence = result.getLong(2);
                Txn txn = txns.of(result.getInt(1), sequence);
                String field = result.getString(5);
                Object before = RowSql.value(result, 6);
                Object after = RowSql.value(result, 7);
                Action action = !field.equals(SqliteTransaction.HIDDEN)
                        ? Action.CHANGED
                        : Long.valueOf(0).equals(after) ? Action.RESTORED : Action.DELETED;
                boolean changed = action == Action.CHANGED;
                found.add(new Dated(
                        txn.number(),
                        sequence,
                        new Entry(
                                txn.at(),
                                txn.author(),
                                txn.site(),
                                txn.label(),
                                action,
                                result.getString(3),
                                Uuids.uuid(result.getBytes(4)),
                                changed ? field : null,
                                changed ? before : null,
                                changed ? after : null)));
            }
        }
    }

    private static void creation(PreparedStatement statement, Kind kind, Txns txns, List<Dated> found)
            throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                long sequence = result.getLong(3);
                Txn txn = txns.of(result.getInt(2), sequence);
                found.add(new Dated(
                        txn.number(),
                        sequence,
                        new Entry(
                                txn.at(),
                                txn.author(),
                                txn.site(),
                                txn.label(),
                                Action.CREATED,
                                kind.name(),
                                Uuids.uuid(result.getBytes(1)),
                                null,
                                null,
                                null)));
            }
        }
    }

    /** Finds the transaction of a dot. */
    private static final class Txns {
        private final Connection connection;
        private final Map<Integer, Range> last = new HashMap<>();

        private record Range(long from, long to, Txn txn) {}

        Txns(Connection connection) {
            this.connection = connection;
        }

        Txn of(int site, long sequence) throws SQLException {
            Range known = last.get(site);
            if (known != null && known.from() <= sequence && sequence <= known.to()) {
                return known.txn();
            }
            try (PreparedStatement statement = connection.prepareStatement(TXN)) {
                statement.setInt(1, site);
                statement.setLong(2, sequence);
                try (ResultSet result = statement.executeQuery()) {
                    if (!result.next()) {
                        return new Txn(0, Instant.EPOCH, null, null, Label.of("step.unknown"));
                    }
                    Txn txn = new Txn(
                            result.getLong(1),
                            Instant.ofEpochMilli(result.getLong(2)),
                            result.getString(3),
                            Uuids.uuid(result.getBytes(4)),
                            Labels.label(result.getString(5), result.getString(6)));
                    last.put(site, new Range(sequence, result.getLong(7), txn));
                    return txn;
                }
            }
        }
    }
}
