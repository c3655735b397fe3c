package org.rapporteur.ui.exchange;

import java.util.List;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.rapporteur.core.exchange.PackageRecord;
import org.rapporteur.core.exchange.PackageRecord.State;
import org.rapporteur.exchange.Exchange;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.Notice;
import org.rapporteur.ui.kit.record.RecordKit;

/** The packages that came and went. */
final class PackagesViewModel {
    private final RecordKit records;
    private final Exchange exchange;
    private final ObservableList<PackageRecord> items = FXCollections.observableArrayList();
    private final ObjectProperty<PackageRecord> selected = new SimpleObjectProperty<>();
    private final ReadOnlyIntegerWrapper toLookAt = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final LatestTask<List<PackageRecord>> loading;
    private UUID wanted;

    PackagesViewModel(RecordKit records, Exchange exchange) {
        this.records = records;
        this.exchange = exchange;
        this.loading = new LatestTask<>(records.kit().tasks(), this::show);
    }

    ObservableList<PackageRecord> items() {
        return items;
    }

    ObjectProperty<PackageRecord> selected() {
        return selected;
    }

    /** How many a person must look at before they are applied. */
    ReadOnlyIntegerProperty toLookAt() {
        return toLookAt.getReadOnlyProperty();
    }

    /** How many wait for others. */
    ReadOnlyIntegerProperty waiting() {
        return waiting.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /** Reads the list again and shows this package in it. */
    void show(UUID id) {
        wanted = id;
        load();
    }

    void load() {
        loading.request(progress -> exchange.store().packages());
    }

    private void show(List<PackageRecord> packages) {
        UUID before = wanted != null
                ? wanted
                : selected.get() == null ? null : selected.get().id();
        wanted = null;
        items.setAll(packages);
        toLookAt.set(
                (int) packages.stream().filter(p -> p.state() == State.HELD).count());
        waiting.set(
                (int) packages.stream().filter(p -> p.state() == State.WAITING).count());
        loaded.set(true);
        selected.set(packages.stream()
                .filter(p -> p.id().equals(before))
                .findFirst()
                .orElse(packages.isEmpty() ? null : packages.getFirst()));
    }

    /** Takes an import back; what was changed since stays. */
    void takeBack(PackageRecord record) {
        records.kit()
                .tasks()
                .work(
                        records.i18n().text("exchange.task.takeBack"),
                        progress -> exchange.store().undoImport(record.id()))
                .then(after -> {
                    records.kit()
                            .notifications()
                            .show(Notice.success(
                                    after.left() == 0
                                            ? records.i18n().text("exchange.takenBack")
                                            : records.i18n().text("exchange.takenBackBut", after.left())));
                    load();
                })
                .start();
    }

    void discard(PackageRecord record) {
        records.kit()
                .tasks()
                .read(progress -> {
                    exchange.discard(record.id());
                    return null;
                })
                .then(done -> load())
                .start();
    }
}
