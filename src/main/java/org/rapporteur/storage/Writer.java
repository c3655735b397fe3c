package org.rapporteur.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.rapporteur.core.change.Changes;
import org.rapporteur.core.change.Commit;
import org.rapporteur.core.change.Ids;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Transaction;

/** Runs all writing, one transaction after the other, on one thread; announces each after its commit. */
final class Writer implements Changes {
    private static final System.Logger LOG = System.getLogger("storage");

    private final Database database;
    private final ExecutorService thread;
    private final Clock clock;
    private final Ids ids;
    private final Supplier<String> author;
    private final List<Consumer<Commit>> listeners = new CopyOnWriteArrayList<>();
    private volatile Thread current;
    private int site = -1;
    private long nextSequence;
    private boolean tracksReplaced;
    private volatile boolean identified;
    private BeforeWriting beforeWriting = connection -> {};

    Writer(Database database, ExecutorService thread, Clock clock, Ids ids, Supplier<String> author) {
        this.database = database;
        this.thread = thread;
        this.clock = clock;
        this.ids = ids;
        this.author = author;
    }

    @Override
    public <T> T write(Label label, Function<Transaction, T> work) {
        return transact(label, null, tx -> work.apply(tx));
    }

    /** What to do with the undo steps after the work has changed something; null for an ordinary step. */
    interface StepRule {
        /** @return the step that the new transaction belongs to, null for none */
        Long stepOf(Connection connection, long transaction) throws SQLException;
    }

    <T> T transact(Label label, StepRule rule, Function<SqliteTransaction, T> work) {
        return onThread(() -> run(label, rule, work));
    }

    /** Runs work that is not a recorded change (blob register, packages) on the writer's connection, in a transaction. */
    <T> T housekeeping(Database.Work<T> work) {
        return onThread(() -> inTransaction(database.writer(), work));
    }

    private <T> T inTransaction(Connection connection, Database.Work<T> work) throws SQLException {
        boolean done = false;
        try {
            execute(connection, "BEGIN IMMEDIATE");
            T result = work.on(connection);
            execute(connection, "COMMIT");
            done = true;
            return result;
        } finally {
            if (!done) {
                rollback(connection);
            }
        }
    }

    /** Makes sure that the own site is what it will write under. */
    void identified() {
        if (writable() && !identified) {
            housekeeping(connection -> {
                identify(connection);
                return null;
            });
            identified = true;
        }
    }

    /** What must be done before the first change of this program run: a new site for a copied workspace. */
    interface BeforeWriting {
        void on(Connection connection) throws SQLException;
    }

    void beforeWriting(BeforeWriting work) {
        beforeWriting = work;
    }

    /**
     * Runs an import, or takes one back, in one transaction. The own site and numbers are read again afterwards, because
     * an import may have given this workspace a new site.
     *
     * @param stage file to attach as "stage", or null
     * @param commit what to announce; asked after the work, null for nothing
     */
    <T> T merging(java.nio.file.Path stage, Database.Work<T> work, Supplier<Commit> commit) {
        T merged = onThread(() -> {
            Connection connection = database.writer();
            if (stage != null) {
                attach(connection, stage);
            }
            try {
                site = -1;
                return inTransaction(connection, c -> {
                    identify(c);
                    return work.on(c);
                });
            } finally {
                site = -1;
                if (stage != null) {
                    detach(connection);
                }
            }
        });
        Commit made = commit.get();
        if (made != null) {
            announce(made);
        }
        return merged;
    }

    static void attach(Connection connection, java.nio.file.Path file) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("ATTACH DATABASE ? AS stage")) {
            statement.setString(1, file.toString());
            statement.execute();
        }
    }

    private void detach(Connection connection) {
        try {
            execute(connection, "DETACH DATABASE stage");
        } catch (SQLException e) {
            database.discardWriter();
        }
    }

    private interface SqlCall<T> {
        T call() throws SQLException;
    }

    private <T> T onThread(SqlCall<T> call) {
        if (Thread.currentThread() == current) {
            throw new IllegalStateException("a transaction inside a transaction");
        }
        try {
            Future<T> future = thread.submit(() -> {
                current = Thread.currentThread();
                try {
                    return call.call();
                } finally {
                    current = null;
                }
            });
            return future.get();
        } catch (ExecutionException e) {
            throw translate(e.getCause());
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("workspace is closed", e);
        } catch (InterruptedException e) {
            // The transaction runs on to its end; only the waiting is over.
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while saving", e);
        }
    }

    private RuntimeException translate(Throwable failure) {
        if (failure instanceof SqliteTransaction.SqlFailure sql) {
            return translate(sql.sql());
        }
        if (failure instanceof SQLException sql) {
            return StorageProblems.of(sql);
        }
        if (failure instanceof RuntimeException e) {
            return e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
        return new IllegalStateException(failure);
    }

    private <T> T run(Label label, StepRule rule, Function<SqliteTransaction, T> work) throws SQLException {
        Connection connection = database.writer();
        Commit commit = null;
        T result;
        boolean done = false;
        try {
            execute(connection, "BEGIN IMMEDIATE");
            identify(connection);
            try (SqliteTransaction tx = new SqliteTransaction(connection, ids, site, nextSequence, tracksReplaced)) {
                result = work.apply(tx);
                if (tx.next() > tx.first()) {
                    long number = record(connection, label, tx);
                    Long step = rule == null ? newStep(connection, label) : rule.stepOf(connection, number);
                    attach(connection, number, step);
                    Set<UUID> rows = tx.rows();
                    commit = new Commit(number, label, Set.copyOf(tx.kinds()), rows == null ? null : Set.copyOf(rows));
                }
                execute(connection, "COMMIT");
                done = true;
                nextSequence = tx.next();
            }
        } finally {
            if (!done) {
                rollback(connection);
            }
        }
        if (commit != null) {
            announce(commit);
        }
        return result;
    }

    /** Own site and first free number, read once and again after a failure (or a rotation). */
    private void identify(Connection connection) throws SQLException {
        if (site >= 0) {
            return;
        }
        beforeWriting.on(connection);
        try (Statement statement = connection.createStatement()) {
            try (ResultSet result =
                    statement.executeQuery("SELECT count(*) FROM meta WHERE name = 'uncovered' AND value = '1'")) {
                tracksReplaced = result.getInt(1) > 0;
            }
            try (ResultSet result = statement.executeQuery("SELECT value FROM meta WHERE name = 'site'")) {
                site = Integer.parseInt(result.getString(1));
            }
            try (ResultSet result =
                    statement.executeQuery("SELECT coalesce(max(seq_to), 0) + 1 FROM txn WHERE site = " + site)) {
                nextSequence = result.getLong(1);
            }
        }
    }

    private long record(Connection connection, Label label, SqliteTransaction tx) throws SQLException {
        long number;
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO txn (site, seq_from, seq_to, at, author, label, arguments) VALUES (?, ?, ?, ?, ?, ?, ?)"
                        + " RETURNING no")) {
            statement.setInt(1, site);
            statement.setLong(2, tx.first());
            statement.setLong(3, tx.next() - 1);
            statement.setLong(4, clock.millis());
            statement.setString(5, author.get());
            statement.setString(6, label.key());
            statement.setString(7, Labels.join(label.arguments()));
            try (ResultSet result = statement.executeQuery()) {
                number = result.getLong(1);
            }
        }
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO vector (scope, site, seq) VALUES (?, ?, ?)"
                        + " ON CONFLICT (scope, site) DO UPDATE SET seq = excluded.seq")) {
            for (UUID scope : tx.scopes()) {
                statement.setBytes(1, Uuids.bytes(scope));
                statement.setInt(2, site);
                statement.setLong(3, tx.next() - 1);
                statement.executeUpdate();
            }
        }
        return number;
    }

    private Long newStep(Connection connection, Label label) throws SQLException {
        return UndoLog.newStep(connection, label, clock.millis());
    }

    private static void attach(Connection connection, long number, Long step) throws SQLException {
        if (step != null) {
            try (PreparedStatement statement = connection.prepareStatement("UPDATE txn SET step = ? WHERE no = ?")) {
                statement.setLong(1, step);
                statement.setLong(2, number);
                statement.executeUpdate();
            }
        }
    }

    private void rollback(Connection connection) {
        site = -1;
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException gone) {
            // After a full disk SQLite has rolled back by itself and the connection cannot be trusted.
            database.discardWriter();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void announce(Commit commit) {
        for (Consumer<Commit> listener : listeners) {
            try {
                listener.accept(commit);
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "a listener failed after a commit", e);
            }
        }
    }

    /** Forgets the own site, so that the next transaction reads it again. */
    void siteChanged() {
        onThread(() -> {
            site = -1;
            return null;
        });
    }

    @Override
    public void onCommit(Consumer<Commit> listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Consumer<Commit> listener) {
        listeners.remove(listener);
    }

    @Override
    public boolean writable() {
        return database.writable();
    }

    void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(30, java.util.concurrent.TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "the writer did not finish in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
