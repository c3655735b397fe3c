package org.rapporteur.ui.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.exchange.ApartPairs;
import org.rapporteur.core.exchange.Duplicates;
import org.rapporteur.core.exchange.RecordMerge;
import org.rapporteur.core.model.Model;
import org.rapporteur.core.text.PlainText;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.Notice;
import org.rapporteur.ui.kit.record.RecordKit;

/** Pairs of records that may be one. */
final class DuplicatesViewModel {
    private static final int LONGEST_NAME = 60;

    /**
     * A pair, ready to be shown.
     *
     * @param lines fields that at least one has, with both values
     */
    record Item(Duplicates.Pair pair, String first, String second, List<Line> lines) {
        boolean is(UUID one, UUID other) {
            return pair.first().id().equals(one) && pair.second().id().equals(other);
        }
    }

    /** A field of both. */
    record Line(String label, String first, String second) {
        boolean same() {
            return first.equals(second);
        }
    }

    private final RecordKit records;
    private final ApartPairs apart;
    private final FieldWords words;
    private final ObservableList<Item> items = FXCollections.observableArrayList();
    private final ObjectProperty<Item> selected = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final LatestTask<List<Item>> loading;

    DuplicatesViewModel(RecordKit records, ApartPairs apart) {
        this.records = records;
        this.apart = apart;
        this.words = new FieldWords(records);
        this.loading = new LatestTask<>(records.kit().tasks(), this::show);
    }

    ObservableList<Item> items() {
        return items;
    }

    ObjectProperty<Item> selected() {
        return selected;
    }

    ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    void load() {
        loading.request(progress -> Duplicates.find(records.records(), progress::cancelled).stream()
                .filter(pair -> !apart.contains(pair.first().id(), pair.second().id()))
                .map(this::item)
                .toList());
    }

    private Item item(Duplicates.Pair pair) {
        words.prepare(pair.first());
        words.prepare(pair.second());
        List<Line> lines = pair.kind().columns().stream()
                .filter(column -> FieldWords.isShown(pair.kind().fieldOf(column)))
                .filter(column ->
                        pair.first().get(column) != null || pair.second().get(column) != null)
                .map(column -> new Line(
                        words.label(pair.kind(), column),
                        words.value(pair.kind(), column, pair.first().get(column)),
                        words.value(pair.kind(), column, pair.second().get(column))))
                .toList();
        return new Item(pair, words.title(pair.first()), words.title(pair.second()), lines);
    }

    private void show(List<Item> found) {
        Item before = selected.get();
        int at = before == null ? 0 : Math.max(0, items.indexOf(before));
        items.setAll(found);
        loaded.set(true);
        selected.set(found.stream()
                .filter(item -> before != null
                        && item.is(
                                before.pair().first().id(),
                                before.pair().second().id()))
                .findFirst()
                .orElse(found.isEmpty() ? null : found.get(Math.min(at, found.size() - 1))));
    }

    /** Makes one of the two; one step of undo. */
    void merge(Item item, boolean keepFirst) {
        Row kept = keepFirst ? item.pair().first() : item.pair().second();
        Row other = keepFirst ? item.pair().second() : item.pair().first();
        String name = PlainText.shorten(keepFirst ? item.first() : item.second(), LONGEST_NAME);
        records.edits()
                .write(
                        Label.of("exchange.step.merge", name),
                        tx -> {
                            boolean there = tx.find(kept.kind(), kept.id())
                                            .filter(row -> !row.deleted())
                                            .isPresent()
                                    && tx.find(other.kind(), other.id())
                                            .filter(row -> !row.deleted())
                                            .isPresent();
                            if (there) {
                                RecordMerge.merge(tx, Model.kinds(), kept.kind(), kept.id(), other.id());
                            }
                            return there;
                        },
                        done -> {
                            remove(item);
                            if (done) {
                                records.kit()
                                        .notifications()
                                        .show(Notice.success(records.i18n().text("exchange.duplicates.merged", name)));
                            }
                        });
    }

    /** These two are two; remembered here. */
    void keepApart(Item item) {
        UUID first = item.pair().first().id();
        UUID second = item.pair().second().id();
        remove(item);
        change(() -> apart.add(first, second), () -> {});
        records.kit()
                .notifications()
                .undoable(
                        records.i18n().text("exchange.duplicates.apart", item.first()),
                        records.i18n().text("kit.undo"),
                        () -> change(() -> apart.remove(first, second), this::load));
    }

    private void change(Runnable work, Runnable then) {
        records.kit()
                .tasks()
                .read(progress -> {
                    work.run();
                    return null;
                })
                .then(done -> then.run())
                .start();
    }

    private void remove(Item item) {
        int at = items.indexOf(item);
        Set<UUID> gone = new HashSet<>(
                Set.of(item.pair().first().id(), item.pair().second().id()));
        items.removeIf(other -> other == item
                || gone.equals(
                        Set.of(other.pair().first().id(), other.pair().second().id())));
        selected.set(items.isEmpty() ? null : items.get(Math.clamp(at, 0, items.size() - 1)));
    }
}
