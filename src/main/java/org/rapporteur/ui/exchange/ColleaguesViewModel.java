package org.rapporteur.ui.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.rapporteur.core.exchange.Colleague;
import org.rapporteur.core.exchange.ExchangeStore;
import org.rapporteur.core.exchange.VersionVector;
import org.rapporteur.exchange.Exchange;
import org.rapporteur.exchange.seal.Fingerprint;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.record.RecordKit;

/** Whom we exchange with, and what each of them is known to have. */
final class ColleaguesViewModel {
    private final RecordKit records;
    private final Exchange exchange;
    private final ObservableList<ColleagueItem> items = FXCollections.observableArrayList();
    private final ObjectProperty<ColleagueItem> selected = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper ownFingerprint = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final LatestTask<Read> loading;

    private record Read(List<ColleagueItem> items, String fingerprint) {}

    ColleaguesViewModel(RecordKit records, Exchange exchange) {
        this.records = records;
        this.exchange = exchange;
        this.loading = new LatestTask<>(records.kit().tasks(), this::show);
    }

    ObservableList<ColleagueItem> items() {
        return items;
    }

    ObjectProperty<ColleagueItem> selected() {
        return selected;
    }

    /** The own digits to read out. */
    ReadOnlyStringProperty ownFingerprint() {
        return ownFingerprint.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    void load() {
        loading.request(progress -> read(exchange));
    }

    private static Read read(Exchange exchange) {
        ExchangeStore store = exchange.store();
        List<ColleagueItem> found = new ArrayList<>();
        for (Colleague colleague : store.colleagues()) {
            found.add(new ColleagueItem(colleague, fingerprint(colleague.publicKey()), lacking(store, colleague)));
        }
        found.sort(java.util.Comparator.comparing(item -> item.colleague().name(), String.CASE_INSENSITIVE_ORDER));
        return new Read(found, exchange.fingerprint());
    }

    private static String fingerprint(String key) {
        return key == null ? null : Fingerprint.of(java.util.Base64.getDecoder().decode(key));
    }

    private static long lacking(ExchangeStore store, Colleague colleague) {
        Map<UUID, VersionVector> known = new HashMap<>();
        boolean heard = false;
        for (UUID site : colleague.sites()) {
            Map<UUID, VersionVector> received = store.lastReceived(site);
            heard |= !received.isEmpty();
            received.forEach((scope, vector) -> known.merge(scope, vector, VersionVector::max));
        }
        return heard ? store.lacking(known) : -1;
    }

    private void show(Read read) {
        long before = selected.get() == null ? 0 : selected.get().colleague().no();
        items.setAll(read.items());
        ownFingerprint.set(read.fingerprint());
        loaded.set(true);
        selected.set(items.stream()
                .filter(item -> item.colleague().no() == before)
                .findFirst()
                .orElse(items.isEmpty() ? null : items.getFirst()));
    }

    /** Adds somebody by name; the first package from them is then offered as theirs. */
    void add(String name, String email) {
        save(new Colleague(0, name, email.isBlank() ? null : email.strip(), null, false, null, List.of(), null, null));
    }

    void rename(Colleague was, String name, String email) {
        String clean = name.strip();
        String address = email.isBlank() ? null : email.strip();
        if (!clean.isEmpty() && (!clean.equals(was.name()) || !java.util.Objects.equals(address, was.email()))) {
            save(with(was, clean, address, was.verified()));
        }
    }

    /** Notes whether a person compared the digits. */
    void verify(Colleague was, boolean verified) {
        save(with(was, was.name(), was.email(), verified));
    }

    private static Colleague with(Colleague was, String name, String email, boolean verified) {
        return new Colleague(
                was.no(),
                name,
                email,
                was.publicKey(),
                verified,
                was.recipient(),
                was.sites(),
                was.lastReceived(),
                was.lastSent());
    }

    private void save(Colleague colleague) {
        records.kit()
                .tasks()
                .read(progress -> exchange.store().save(colleague))
                .then(saved -> {
                    selected.set(new ColleagueItem(saved, null, -1));
                    load();
                })
                .start();
    }

    void remove(Colleague colleague) {
        records.kit()
                .tasks()
                .read(progress -> {
                    exchange.store().remove(colleague);
                    return null;
                })
                .then(done -> load())
                .start();
    }
}
