package org.rapporteur.ui.kit.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.rapporteur.core.change.Changes;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.ui.kit.FailureLog;
import org.rapporteur.ui.kit.Fx;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.Notice;

/**
 * Writes edits one after the other, in the order they were made, off the window's thread. A failure is shown to the
 * person; nothing blocks. Called on the window's thread.
 */
public final class Edits {
    private static final long CLOSING_SECONDS = 20;
    private static final int LONGEST_NAME = 60;

    private record Cell(UUID row, String column) {}

    private final Changes changes;
    private final Kit kit;
    private final KindWords words;
    private final Titles titles;
    private final ExecutorService writer;
    private final Map<Cell, Integer> pending = new HashMap<>();
    private final Set<Runnable> typing = new LinkedHashSet<>();

    Edits(Changes changes, Kit kit, KindWords words, Titles titles) {
        this.changes = changes;
        this.kit = kit;
        this.words = words;
        this.titles = titles;
        ThreadPoolExecutor one =
                new ThreadPoolExecutor(1, 1, 20, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "edits");
                    thread.setDaemon(true);
                    return thread;
                });
        one.allowCoreThreadTimeOut(true);
        this.writer = one;
    }

    /** Any change under a label; the result comes back on the window's thread. */
    public <T> void write(Label label, Function<Transaction, T> work, Consumer<T> then) {
        submit(label, work, then, problem -> kit.notifications().problem(problem), () -> {});
    }

    /** Any change under a label. */
    public void run(Label label, Consumer<Transaction> work) {
        write(
                label,
                tx -> {
                    work.accept(tx);
                    return null;
                },
                nothing -> {});
    }

    /** Sets one column of a row; steps of typing in the same field become one step of undo. */
    public void set(Row row, String column, Object value, Consumer<Problem> failing) {
        Kind kind = row.kind();
        Label label = Label.of("step.edit", words.field(kind, kind.fieldOf(column)), name(row))
                .merging(kind.name() + " " + row.id() + " " + column);
        Object stored = Values.stored(value);
        Cell cell = new Cell(row.id(), column);
        pending.merge(cell, 1, Integer::sum);
        submit(
                label,
                tx -> {
                    tx.set(kind, row.id(), column, stored);
                    return null;
                },
                nothing -> {},
                failing,
                () -> pending.computeIfPresent(cell, (c, n) -> n == 1 ? null : n - 1));
    }

    /** Sets one column of a row; a failure is shown as a notification. */
    public void set(Row row, String column, Object value) {
        set(row, column, value, problem -> kit.notifications().problem(problem));
    }

    /** Sets one column of a row in a step of its own, which later typing does not join. */
    public void setAlone(Row row, String column, Object value) {
        run(
                Label.of("step.edit", words.field(row.kind(), row.kind().fieldOf(column)), name(row)),
                tx -> tx.set(row.kind(), row.id(), column, Values.stored(value)));
    }

    /** Adds a row; its key comes back on the window's thread. */
    public void insert(Kind kind, Values values, Consumer<UUID> then) {
        write(Label.of("step.add", words.kind(kind)), tx -> tx.insert(kind, values), then);
    }

    /** Deletes rows in one step and offers to bring them back. */
    public void delete(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Row first = rows.getFirst();
        Label label = rows.size() == 1 ? Label.of("step.delete", name(first)) : Label.of("step.delete", many(rows));
        write(
                label,
                tx -> {
                    rows.forEach(row -> tx.delete(row.kind(), row.id()));
                    return null;
                },
                done -> kit.notifications()
                        .show(Notice.info(
                                        rows.size() == 1
                                                ? kit.i18n().text("records.deleted.one", name(first))
                                                : kit.i18n().text("records.deleted.many", rows.size()))
                                .action(kit.i18n().text("kit.undo"), () -> restore(rows))));
    }

    /** Brings deleted rows back in one step. */
    public void restore(List<Row> rows) {
        if (!rows.isEmpty()) {
            Row first = rows.getFirst();
            Label label =
                    rows.size() == 1 ? Label.of("step.restore", name(first)) : Label.of("step.restore", many(rows));
            run(label, tx -> rows.forEach(row -> tx.restore(row.kind(), row.id())));
        }
    }

    /** Whether a value of the column was sent and is not on the disk yet. */
    boolean pending(UUID row, String column) {
        return pending.containsKey(new Cell(row, column));
    }

    /** Registers what writes the text that is being typed, for the moment the program closes. */
    void typing(Runnable commit) {
        typing.add(commit);
    }

    void typed(Runnable commit) {
        typing.remove(commit);
    }

    /** Hands what is being typed now to the writer. On the window's thread. */
    public void commitTyping() {
        new ArrayList<>(typing).forEach(Runnable::run);
    }

    private String many(List<Row> rows) {
        return kit.i18n()
                .now("records.many", rows.size(), words.plural(rows.getFirst().kind()));
    }

    /** What to call a record in the name of a step; its kind if it has no name yet. */
    String name(Row row) {
        String known = titles.known(row.id());
        String title = known.isBlank() ? row.title(kit.i18n().language().get().code()) : known;
        String shown = title.isBlank() ? words.kind(row.kind()) : title.strip().replaceAll("\\s+", " ");
        if (shown.codePointCount(0, shown.length()) <= LONGEST_NAME) {
            return shown;
        }
        return shown.substring(0, shown.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }

    private <T> void submit(
            Label label, Function<Transaction, T> work, Consumer<T> then, Consumer<Problem> failing, Runnable last) {
        writer.execute(() -> {
            try {
                T result = changes.write(label, work);
                Fx.run(() -> {
                    last.run();
                    then.accept(result);
                });
            } catch (Throwable failure) {
                // Even an error must reach the person: the edit is not on the disk.
                Problem problem = Problem.unexpected(failure);
                FailureLog.note(problem, failure);
                Fx.run(() -> {
                    last.run();
                    failing.accept(problem);
                });
            }
        });
    }

    /** Writes what is left and ends the thread; called on the window's thread or, to wait without freezing it, off it. */
    void close() {
        try {
            CompletableFuture<Void> typed = new CompletableFuture<>();
            Fx.run(() -> {
                commitTyping();
                typed.complete(null);
            });
            typed.get(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            FailureLog.note(Problem.unexpected(e), e);
        }
        writer.shutdown();
        try {
            writer.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
