package org.rapporteur.ui.kit.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
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
import org.rapporteur.ui.kit.Unstored;

/**
 * The one queue of edits: writes them one after the other, in the order they were made, off the window's thread. A
 * failure is shown to the person; nothing blocks. What was handed in is written before the workspace closes. Called on
 * the window's thread.
 */
public final class Edits {
    private static final long CLOSING_SECONDS = 20;
    private static final int LONGEST_NAME = 60;

    private record Cell(UUID row, String column) {}

    private final Changes changes;
    private final Kit kit;
    private final KindWords words;
    private final Titles titles;
    private final ThreadPoolExecutor writer;
    private final Map<Cell, Integer> pending = new HashMap<>();
    private final Set<Runnable> typing = new LinkedHashSet<>();
    private final Set<Supplier<Optional<Unstored>>> holders = new LinkedHashSet<>();
    private final AtomicInteger waiting = new AtomicInteger();

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

    /**
     * Edits of one screen, in the same queue as all others, with word when none of them is under way any longer.
     *
     * @param idle called on the window's thread each time the last of these edits has been written, or has failed
     */
    public Line line(Runnable idle) {
        return new Line(idle);
    }

    /** Edits of one screen; see {@link Edits#line}. For use on the window's thread. */
    public final class Line {
        private final Runnable idle;
        private int underWay;

        private Line(Runnable idle) {
            this.idle = idle;
        }

        /** Writes something, then hands the result to the window's thread; a failure is shown to the person. */
        public <T> void submit(Supplier<T> edit, Consumer<T> then) {
            underWay++;
            enqueue(edit, then, problem -> kit.notifications().problem(problem), () -> {}, this::done);
        }

        /** Writes something. */
        public void submit(Runnable edit) {
            submit(
                    () -> {
                        edit.run();
                        return null;
                    },
                    nothing -> {});
        }

        /** Whether nothing is being written and nothing waits. */
        public boolean isIdle() {
            return underWay == 0;
        }

        private void done() {
            underWay--;
            if (underWay == 0) {
                idle.run();
            }
        }
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
        Label label = Label.of("step.edit", Label.word(words.fieldKey(kind, kind.fieldOf(column))), named(row))
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
                Label.of(
                        "step.edit",
                        Label.word(words.fieldKey(row.kind(), row.kind().fieldOf(column))),
                        named(row)),
                tx -> tx.set(row.kind(), row.id(), column, Values.stored(value)));
    }

    /** Adds a row; its key comes back on the window's thread. */
    public void insert(Kind kind, Values values, Consumer<UUID> then) {
        write(Label.of("step.add", KindWords.word(kind)), tx -> tx.insert(kind, values), then);
    }

    /** Deletes rows in one step and offers to bring them back. */
    public void delete(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Row first = rows.getFirst();
        Label label = rows.size() == 1 ? Label.of("step.delete", named(first)) : Label.of("step.delete", many(rows));
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
                    rows.size() == 1 ? Label.of("step.restore", named(first)) : Label.of("step.restore", many(rows));
            run(label, tx -> rows.forEach(row -> tx.restore(row.kind(), row.id())));
        }
    }

    /** Whether a value of the column was sent and is not on the disk yet. */
    boolean pending(UUID row, String column) {
        return pending.containsKey(new Cell(row, column));
    }

    /** Registers what writes the text that is being typed, for the moment the program closes. */
    public void typing(Runnable commit) {
        typing.add(commit);
    }

    /** The text was written or dropped; nothing is left to do when the program closes. */
    public void typed(Runnable commit) {
        typing.remove(commit);
    }

    /** Registers what may hold text that can't be stored, so that nothing closes over it without a word. */
    public void holds(Supplier<Optional<Unstored>> holder) {
        holders.add(holder);
    }

    /** Nothing is held there any longer. */
    public void holdsNot(Supplier<Optional<Unstored>> holder) {
        holders.remove(holder);
    }

    /**
     * Hands what is being typed now to the writer. On the window's thread.
     *
     * @return what could not be stored, in the order in which it was come by
     */
    public List<Unstored> commitTyping() {
        new ArrayList<>(typing).forEach(Runnable::run);
        return holders.stream().flatMap(holder -> holder.get().stream()).toList();
    }

    /** Whether everything that was handed in is on the disk and its results are told; from any thread. */
    public boolean isIdle() {
        return waiting.get() == 0;
    }

    private String many(List<Row> rows) {
        return KindWords.words(rows.getFirst().kind(), rows.size());
    }

    /** What to call a record in the name of a step; its kind, in the language of whoever reads it, if it has no name. */
    String named(Row row) {
        String shown = shown(row);
        return shown.isEmpty() ? KindWords.word(row.kind()) : shown;
    }

    /** What to call a record now; its kind if it has no name yet. */
    private String name(Row row) {
        String shown = shown(row);
        return shown.isEmpty() ? words.kind(row.kind()) : shown;
    }

    private String shown(Row row) {
        String known = titles.known(row.id());
        String title = known.isBlank() ? row.title(kit.i18n().language().get().code()) : known;
        String shown = title.strip().replaceAll("\\s+", " ");
        if (shown.codePointCount(0, shown.length()) <= LONGEST_NAME) {
            return shown;
        }
        return shown.substring(0, shown.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }

    private <T> void submit(
            Label label, Function<Transaction, T> work, Consumer<T> then, Consumer<Problem> failing, Runnable first) {
        enqueue(() -> changes.write(label, work), then, failing, first, () -> {});
    }

    /**
     * @param first runs on the window's thread before the result or the failure is told
     * @param last runs there after it
     */
    private <T> void enqueue(
            Supplier<T> edit, Consumer<T> then, Consumer<Problem> failing, Runnable first, Runnable last) {
        waiting.incrementAndGet();
        try {
            writer.execute(() -> write(edit, then, failing, first, last));
        } catch (RejectedExecutionException closed) {
            // The workspace is closed: what comes now can't be written, and that is said.
            Problem problem = Problem.unexpected(closed);
            FailureLog.note(problem, closed);
            told(first, () -> failing.accept(problem), last);
        }
    }

    private <T> void write(
            Supplier<T> edit, Consumer<T> then, Consumer<Problem> failing, Runnable first, Runnable last) {
        try {
            T result = edit.get();
            Fx.run(() -> told(first, () -> then.accept(result), last));
        } catch (Throwable failure) {
            // Even an error must reach the person: the edit is not on the disk.
            Problem problem = Problem.unexpected(failure);
            FailureLog.note(problem, failure);
            Fx.run(() -> told(first, () -> failing.accept(problem), last));
        }
    }

    private void told(Runnable first, Runnable result, Runnable last) {
        waiting.decrementAndGet();
        first.run();
        try {
            result.run();
        } finally {
            last.run();
        }
    }

    /**
     * Writes what is typed and what is left, in order, and ends the thread; called on the window's thread or, to wait
     * without freezing it, off it. A slow disk is waited for as long as it writes.
     */
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
            long written = -1;
            while (!writer.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)
                    && writer.getCompletedTaskCount() > written) {
                written = writer.getCompletedTaskCount();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!writer.isTerminated()) {
            Problem problem = Problem.unexpected(new IllegalStateException(
                    "not written: " + writer.getQueue().size()));
            FailureLog.note(problem, problem);
        }
    }
}
