package org.rapporteur.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.model.Model;
import org.rapporteur.core.recommendation.Wordings;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.storage.search.Changed;

/** Walks through the transactions for the search index. */
final class ChangedRows implements Changed {
    private static final List<Kind> KINDS = Model.kinds().stream()
            .filter(kind -> kind.fields().stream().anyMatch(f -> f.is(Field.Trait.SEARCHED)))
            .toList();

    private final Database database;
    private final Records records;

    ChangedRows(Database database, Records records) {
        this.database = database;
        this.records = records;
    }

    @Override
    public long newest() {
        return database.read(ChangedRows::newest);
    }

    private static long newest(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT coalesce(max(no), 0) FROM txn");
                ResultSet result = statement.executeQuery()) {
            return result.getLong(1);
        }
    }

    private record Txn(long number, int site, long from, long to) {}

    @Override
    public Point after(Point from, int most, Consumer<Row> rows) {
        return database.read(connection -> {
            Point point = from;
            int left = most;
            while (left > 0) {
                Optional<Txn> next = next(connection, point.transaction());
                if (next.isEmpty()) {
                    break;
                }
                Txn txn = next.get();
                long start = Math.max(txn.from(), point.sequence() + 1);
                // Rows by their number within the transaction, so that a large one can be done in parts.
                TreeMap<Long, Row> created = created(connection, txn, start, left);
                boolean whole = created.size() < left;
                long end = whole ? txn.to() : created.lastKey();
                created.values().forEach(rows);
                int edited = edited(connection, txn, start, end, rows);
                left -= created.size() + edited;
                point = whole ? new Point(txn.number(), 0) : new Point(point.transaction(), end);
            }
            return point;
        });
    }

    private static Optional<Txn> next(Connection connection, long after) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT no, site, seq_from, seq_to FROM txn WHERE no > ? ORDER BY no LIMIT 1")) {
            statement.setLong(1, after);
            try (ResultSet result = statement.executeQuery()) {
                return result.next()
                        ? Optional.of(
                                new Txn(result.getLong(1), result.getInt(2), result.getLong(3), result.getLong(4)))
                        : Optional.empty();
            }
        }
    }

    private static TreeMap<Long, Row> created(Connection connection, Txn txn, long start, int most)
            throws SQLException {
        TreeMap<Long, Row> found = new TreeMap<>();
        for (Kind kind : KINDS) {
            RowSql sql = RowSql.of(kind);
            try (PreparedStatement statement = connection.prepareStatement(sql.selectCreated())) {
                statement.setInt(1, txn.site());
                statement.setLong(2, start);
                statement.setLong(3, txn.to());
                statement.setInt(4, most);
                try (ResultSet result = statement.executeQuery()) {
                    int last = result.getMetaData().getColumnCount();
                    while (result.next()) {
                        found.put(result.getLong(last), sql.read(result));
                    }
                }
            }
        }
        while (found.size() > most) {
            found.pollLastEntry();
        }
        return found;
    }

    private static int edited(Connection connection, Txn txn, long start, long end, Consumer<Row> rows)
            throws SQLException {
        record Key(String kind, UUID id) {}
        Set<Key> keys = new LinkedHashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT DISTINCT kind, row FROM history WHERE site = ? AND seq BETWEEN ? AND ?")) {
            statement.setInt(1, txn.site());
            statement.setLong(2, start);
            statement.setLong(3, end);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    keys.add(new Key(result.getString(1), Uuids.uuid(result.getBytes(2))));
                }
            }
        }
        int count = 0;
        for (Key key : keys) {
            Kind kind = Model.kind(key.kind());
            if (KINDS.contains(kind)) {
                RowReader.find(connection, kind, key.id()).ifPresent(rows);
                count++;
            }
        }
        return count;
    }

    @Override
    public Optional<Row> find(String kind, UUID id) {
        return database.read(connection -> {
            if (kind.equals(SurveyKinds.ANSWER.name()) && !counts(connection, id)) {
                return Optional.empty();
            }
            return RowReader.find(connection, Model.kind(kind), id);
        });
    }

    /** What another reply replaced, or a person took out, would be found as if the respondent still said so. */
    private static boolean counts(Connection connection, UUID answer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT 1 FROM answer a LEFT JOIN response p ON p.id = a.response" + " WHERE a.id = ? AND "
                        + ReplySql.USABLE + " AND (p.id IS NULL OR " + ReplySql.COUNTS + ")")) {
            statement.setBytes(1, Uuids.bytes(answer));
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    @Override
    public List<Row> contextOf(Row row) {
        return database.read(connection -> {
            List<Row> context = new ArrayList<>();
            if (row.kind() == SurveyKinds.ANSWER) {
                add(connection, SurveyKinds.RESPONDENT, row.ref("respondent"), context);
                add(connection, SurveyKinds.QUESTION, row.ref("question"), context);
            } else if (row.kind().parent().isPresent()
                    && !row.kind().parent().get().target().isEmpty()) {
                Field parent = row.kind().parent().get();
                add(connection, Model.kind(parent.target()), row.ref(parent.name()), context);
            }
            return context;
        });
    }

    @Override
    public Wordings.Standing standing(Row row) {
        return Wordings.standing(records, row);
    }

    private static void add(Connection connection, Kind kind, UUID id, List<Row> context) throws SQLException {
        if (id != null) {
            RowReader.find(connection, kind, id).ifPresent(context::add);
        }
    }
}
