package org.rapporteur.ui.exchange;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.rapporteur.core.exchange.PackageRecord;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.exchange.Exchange;
import org.rapporteur.exchange.ExchangeFolder;
import org.rapporteur.exchange.ExchangeFolder.Round;
import org.rapporteur.ui.kit.Notice;
import org.rapporteur.ui.kit.record.RecordKit;

/** The exchange folder: where it is, whether it works by itself, and what its last round did. One round at a time. */
final class FolderViewModel {
    /** What the last round did, and when. */
    record Last(Instant at, Round round, Problem problem) {}

    private record Read(Optional<Path> folder, boolean automatic) {}

    private final RecordKit records;
    private final Exchange exchange;
    private final ReadOnlyObjectWrapper<Path> folder = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper automatic = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Last> last = new ReadOnlyObjectWrapper<>();
    private Consumer<Path> watching = path -> {};
    private Runnable changed = () -> {};
    private boolean again;

    FolderViewModel(RecordKit records, Exchange exchange) {
        this.records = records;
        this.exchange = exchange;
    }

    ReadOnlyObjectProperty<Path> folder() {
        return folder.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty automatic() {
        return automatic.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Last> last() {
        return last.getReadOnlyProperty();
    }

    /** Who watches the folder; told null when there is nothing to watch. */
    void onWatch(Consumer<Path> watch) {
        watching = watch;
    }

    /** What to do when a round changed something. */
    void onChanged(Runnable then) {
        changed = then;
    }

    void load() {
        records.kit()
                .tasks()
                .read(progress -> {
                    ExchangeFolder of = exchange.folder();
                    return new Read(of.chosen(), of.automatic());
                })
                .then(this::show)
                .start();
    }

    private void show(Read read) {
        folder.set(read.folder().orElse(null));
        automatic.set(read.automatic());
        watching.accept(automatic.get() && records.writable() ? folder.get() : null);
    }

    void choose(Path path) {
        write(() -> exchange.folder().choose(path), path != null);
    }

    void automatic(boolean on) {
        write(() -> exchange.folder().automatic(on), on);
    }

    private void write(Runnable work, boolean roundAfter) {
        records.kit()
                .tasks()
                .read(progress -> {
                    work.run();
                    return new Read(
                            exchange.folder().chosen(), exchange.folder().automatic());
                })
                .then(read -> {
                    show(read);
                    if (roundAfter && folder.get() != null) {
                        round();
                    }
                })
                .start();
    }

    /** One pass over the folder; asked for during another it follows that one. */
    void round() {
        if (folder.get() == null || !records.writable()) {
            return;
        }
        if (running.get()) {
            again = true;
            return;
        }
        running.set(true);
        records.kit()
                .tasks()
                .read(progress -> exchange.folder().round())
                .then(round -> ended(round, null))
                .failing(problem -> ended(null, problem))
                .cancelled(() -> running.set(false))
                .start();
    }

    private void ended(Round round, Problem problem) {
        running.set(false);
        last.set(new Last(records.clock().instant(), round, problem));
        if (round != null) {
            tell(round);
        }
        if (again) {
            again = false;
            round();
        }
    }

    private void tell(Round round) {
        List<PackageRecord> applied = round.applied();
        if (!applied.isEmpty()) {
            records.kit()
                    .notifications()
                    .show(Notice.success(records.i18n().text("exchange.folder.applied", applied.size())));
        }
        if (!applied.isEmpty()
                || !round.looked().isEmpty()
                || !round.waiting().isEmpty()
                || round.written().isPresent()) {
            changed.run();
        }
    }
}
