package org.rapporteur.ui.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.rapporteur.core.exchange.PackageRecord;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.exchange.Exchange;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.Work;
import org.rapporteur.ui.kit.record.RecordKit;

/** A package from the moment somebody opens its file until it is applied, kept or put away. */
final class PreviewViewModel {
    static final int PAGE = 200;

    /** How far it is. */
    enum State {
        NOTHING,
        OPENING,
        PASSPHRASE,
        SHOWN,
        APPLYING,
        FAILED
    }

    private final RecordKit records;
    private final Exchange exchange;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NOTHING);
    private final ReadOnlyObjectWrapper<OpenPackage.Summary> summary = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private final ObservableList<ChangeItem> items = FXCollections.observableArrayList();
    private Consumer<List<PackageRecord>> applied = done -> {};
    private Consumer<PackageRecord> kept = done -> {};
    private OpenPackage open;
    private Path file;
    private int read;
    private boolean reading;
    private long number;

    PreviewViewModel(RecordKit records, Exchange exchange) {
        this.records = records;
        this.exchange = exchange;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<OpenPackage.Summary> summary() {
        return summary.getReadOnlyProperty();
    }

    /** Why it could not be opened, or why the passphrase was refused; else null. */
    ReadOnlyObjectProperty<Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty more() {
        return more.getReadOnlyProperty();
    }

    ObservableList<ChangeItem> items() {
        return items;
    }

    /** The file that is opened, or null for one that waited. */
    Path file() {
        return file;
    }

    void onApplied(Consumer<List<PackageRecord>> then) {
        applied = then;
    }

    void onKept(Consumer<PackageRecord> then) {
        kept = then;
    }

    private Kit kit() {
        return records.kit();
    }

    /** Opens a file; one that is protected by a passphrase waits for it. */
    void open(Path newFile) {
        close();
        file = newFile;
        state.set(State.OPENING);
        long mine = number;
        kit().tasks()
                .read(progress -> exchange.encryption(newFile))
                .then(encryption -> {
                    if (mine == number) {
                        if (encryption == Exchange.Encryption.PASSPHRASE) {
                            state.set(State.PASSPHRASE);
                        } else {
                            begin(progress -> exchange.open(newFile, null, OpenPackage.steps(progress)), null);
                        }
                    }
                })
                .failing(failure -> failed(mine, failure))
                .start();
    }

    /** Tries a passphrase; the array is cleared when the work is done. */
    void passphrase(char[] passphrase) {
        if (state.get() == State.PASSPHRASE) {
            Path of = file;
            problem.set(null);
            begin(progress -> exchange.open(of, passphrase, OpenPackage.steps(progress)), passphrase);
        }
    }

    /** Opens one that waits. */
    void openWaiting(UUID id) {
        close();
        begin(progress -> exchange.openWaiting(id, OpenPackage.steps(progress)), null);
    }

    private void begin(Work<org.rapporteur.exchange.Arrived> work, char[] passphrase) {
        state.set(State.OPENING);
        long mine = number;
        kit().tasks()
                .work(kit().i18n().text("exchange.task.open"), progress -> {
                    OpenPackage opened = new OpenPackage(work.run(progress), new ChangeWords(records));
                    try {
                        return new Opened(opened, opened.summary(), opened.page(0, PAGE, null));
                    } catch (RuntimeException | Error e) {
                        opened.close();
                        throw e;
                    }
                })
                .then(opened -> shown(mine, opened))
                .failing(failure -> {
                    if (passphrase != null && mine == number) {
                        problem.set(failure);
                        state.set(State.PASSPHRASE);
                    } else {
                        failed(mine, failure);
                    }
                })
                .cancelled(this::close)
                .last(() -> {
                    if (passphrase != null) {
                        java.util.Arrays.fill(passphrase, '\0');
                    }
                })
                .start();
    }

    private record Opened(OpenPackage open, OpenPackage.Summary summary, OpenPackage.Page first) {}

    private void shown(long mine, Opened opened) {
        if (mine != number) {
            later(opened.open()::close);
            return;
        }
        open = opened.open();
        items.setAll(opened.first().items());
        read = opened.first().records();
        more.set(read >= PAGE);
        summary.set(opened.summary());
        state.set(State.SHOWN);
    }

    private void failed(long mine, Problem failure) {
        if (mine == number) {
            problem.set(failure);
            state.set(State.FAILED);
        }
    }

    /** Reads the next page of the list, if there is one. */
    void readMore() {
        if (more.get() && !reading && open != null) {
            reading = true;
            long mine = number;
            OpenPackage of = open;
            int from = read;
            String last = items.isEmpty() ? null : items.getLast().kind();
            kit().tasks()
                    .read(progress -> of.page(from, PAGE, last))
                    .then(page -> {
                        if (mine == number) {
                            items.addAll(page.items());
                            read += page.records();
                            more.set(page.records() >= PAGE);
                        }
                    })
                    .last(() -> reading = false)
                    .start();
        }
    }

    /** Whether anything must arrive before it can be applied. */
    boolean waits() {
        return summary.get() != null && !summary.get().missing().isEmpty();
    }

    /** Applies it. */
    void apply() {
        if (state.get() != State.SHOWN || waits()) {
            return;
        }
        state.set(State.APPLYING);
        OpenPackage of = open;
        kit().tasks()
                .work(kit().i18n().text("exchange.task.apply"), of::apply)
                .then(done -> {
                    close();
                    applied.accept(done);
                })
                .failing(failure -> {
                    state.set(State.SHOWN);
                    kit().notifications().problem(failure);
                })
                .cancelled(() -> state.set(State.SHOWN))
                .start();
    }

    /** Puts it among the waiting ones. */
    void keep() {
        if (state.get() == State.SHOWN) {
            OpenPackage of = open;
            kit().tasks()
                    .read(progress -> of.keep())
                    .then(done -> {
                        close();
                        kept.accept(done);
                    })
                    .start();
        }
    }

    /** Leaves it; nothing was changed. */
    void close() {
        number++;
        OpenPackage was = open;
        open = null;
        if (was != null) {
            later(was::close);
        }
        items.clear();
        read = 0;
        more.set(false);
        summary.set(null);
        problem.set(null);
        file = null;
        state.set(State.NOTHING);
    }

    private void later(Runnable closing) {
        kit().tasks()
                .read(progress -> {
                    closing.run();
                    return null;
                })
                .start();
    }
}
