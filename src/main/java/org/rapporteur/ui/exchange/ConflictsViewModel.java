package org.rapporteur.ui.exchange;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.rapporteur.core.change.Commit;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.exchange.Conflict;
import org.rapporteur.core.exchange.Conflicts;
import org.rapporteur.core.recommendation.RecommendationKinds;
import org.rapporteur.core.text.PlainText;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.Notice;
import org.rapporteur.ui.kit.record.KindWords;
import org.rapporteur.ui.kit.record.RecordKit;

/**
 * The inbox of decisions. The list is read in pages; a decision reads its own record again and nothing else, so that it
 * is as quick among a thousand as alone. What was decided stays in the list until the inbox is opened anew.
 */
final class ConflictsViewModel {
    static final int PAGE = 200;

    /** A commit that touches more records than this is met by reading the list again. */
    private static final int FEW = 12;

    private static final int LONGEST_NAME = 60;

    private final RecordKit records;
    private final Conflicts conflicts;
    private final ConflictReader reader;
    private final ObservableList<ConflictItem> items = FXCollections.observableArrayList();
    private final ReadOnlyLongWrapper count = new ReadOnlyLongWrapper(-1);
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<ConflictItem> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<ConflictDetail> detail = new ReadOnlyObjectWrapper<>();
    private final IntegerProperty current = new SimpleIntegerProperty(-1);
    private final Map<UUID, Map<String, Conflict>> known = new HashMap<>();
    private final LatestTask<ConflictReader.Page> paging;
    private final LatestTask<ConflictDetail> detailing;
    private final LatestTask<Long> counting;
    private boolean more;
    private boolean pageUnderWay;
    private UUID wanted;

    ConflictsViewModel(RecordKit records, Conflicts conflicts) {
        this.records = records;
        this.conflicts = conflicts;
        this.reader = new ConflictReader(records, conflicts);
        this.paging = new LatestTask<>(records.kit().tasks(), this::paged);
        this.detailing = new LatestTask<>(records.kit().tasks(), this::detailed);
        this.counting = new LatestTask<>(records.kit().tasks(), count::set);
        selected.addListener((o, was, is) -> {
            if (is == null || was == null || !is.id().equals(was.id())) {
                readDetail();
            }
        });
    }

    ObservableList<ConflictItem> items() {
        return items;
    }

    /** How many decisions wait in all; -1 until it is known. */
    ReadOnlyLongProperty count() {
        return count.getReadOnlyProperty();
    }

    /** Whether the first page has come. */
    ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    ObjectProperty<ConflictItem> selected() {
        return selected;
    }

    ReadOnlyObjectProperty<ConflictDetail> detail() {
        return detail.getReadOnlyProperty();
    }

    /** Index of the decision that the keys mean; -1 if none is open. */
    IntegerProperty current() {
        return current;
    }

    /** Reads how many wait. */
    void readCount() {
        counting.request(progress -> reader.count());
    }

    /** Opens the inbox anew: from the first page, without what was decided. */
    void load() {
        known.clear();
        more = true;
        pageUnderWay = true;
        paging.request(progress -> reader.page(0, PAGE));
        readCount();
    }

    /** Reads the next page, if there is one. */
    void readMore() {
        if (more && !pageUnderWay) {
            pageUnderWay = true;
            int open = items.stream().mapToInt(ConflictItem::open).sum();
            paging.request(progress -> reader.page(open, PAGE));
        }
    }

    private void paged(ConflictReader.Page page) {
        pageUnderWay = false;
        more = page.conflicts() >= PAGE;
        if (page.first()) {
            ConflictItem before = selected.get();
            items.setAll(page.items());
            loaded.set(true);
            UUID id = wanted != null ? wanted : before == null ? null : before.id();
            wanted = null;
            ConflictItem again = items.stream()
                    .filter(item -> item.id().equals(id))
                    .findFirst()
                    .orElse(items.isEmpty() ? null : items.getFirst());
            selected.set(again);
            readDetail();
        } else {
            Set<UUID> there = new HashSet<>();
            items.forEach(item -> there.add(item.id()));
            items.addAll(page.items().stream()
                    .filter(item -> !there.contains(item.id()))
                    .toList());
        }
    }

    /** Shows the conflicts of a record, if it has some, once the list is there. */
    void show(UUID id) {
        wanted = id;
        items.stream().filter(item -> item.id().equals(id)).findFirst().ifPresent(item -> {
            wanted = null;
            selected.set(item);
        });
    }

    private void readDetail() {
        ConflictItem item = selected.get();
        if (item == null) {
            detailing.cancel();
            detail.set(null);
            current.set(-1);
            return;
        }
        Map<String, Conflict> before = Map.copyOf(known.getOrDefault(item.id(), Map.of()));
        detailing.request(progress -> reader.detail(item.kind(), item.id(), before));
    }

    private void detailed(ConflictDetail is) {
        ConflictDetail was = detail.get();
        if (is != null) {
            Map<String, Conflict> points = known.computeIfAbsent(is.id(), id -> new LinkedHashMap<>());
            is.points().forEach(point -> points.put(ConflictReader.key(point.conflict()), point.conflict()));
            replace(is.id(), item -> item.with(is.title(), is.open()));
        }
        boolean same = was != null && is != null && was.id().equals(is.id());
        int from = same ? Math.max(0, current.get()) : 0;
        detail.set(is);
        current.set(is == null ? -1 : nextOpen(is, from));
    }

    /** The first open decision from an index on, else the first open one at all, else -1. */
    private static int nextOpen(ConflictDetail detail, int from) {
        int size = detail.points().size();
        for (int i = 0; i < size; i++) {
            int index = (from + i) % size;
            if (detail.points().get(index).open()) {
                return index;
            }
        }
        return -1;
    }

    private void replace(UUID id, java.util.function.UnaryOperator<ConflictItem> with) {
        for (int i = 0; i < items.size(); i++) {
            ConflictItem item = items.get(i);
            if (item.id().equals(id)) {
                ConflictItem now = with.apply(item);
                if (!now.equals(item)) {
                    boolean shown =
                            selected.get() != null && selected.get().id().equals(id);
                    items.set(i, now);
                    if (shown) {
                        selected.set(now);
                    }
                }
                return;
            }
        }
    }

    /** The decision that the keys mean, or null. */
    ConflictPoint point() {
        ConflictDetail now = detail.get();
        int index = current.get();
        return now == null || index < 0 || index >= now.points().size()
                ? null
                : now.points().get(index);
    }

    /** Whether the side of that number (from 0) can be chosen now. */
    boolean canChoose(int side) {
        ConflictPoint point = point();
        return point != null
                && point.open()
                && side < (point.deletion() ? 2 : point.texts().size());
    }

    /** Decides for a side; of a deletion against an edit the first keeps the record, the second deletes it. */
    void choose(int side) {
        if (!canChoose(side)) {
            return;
        }
        ConflictPoint point = point();
        if (point.deletion()) {
            decide(
                    point,
                    side == 0 ? "exchange.step.keep" : "exchange.step.drop",
                    "",
                    side == 0
                            ? tx -> Conflicts.keep(
                                    tx, detail.get().kind(), point.conflict().record())
                            : tx -> Conflicts.drop(
                                    tx, detail.get().kind(), point.conflict().record()));
        } else {
            chooseValue(point, point.conflict().sides().get(side).value());
        }
    }

    /** Whether the sides are texts that can be kept one after the other. */
    boolean canJoin() {
        ConflictPoint point = point();
        return point != null && point.open() && point.isText();
    }

    /** Keeps all sides of a text. */
    void join() {
        if (canJoin()) {
            chooseValue(point(), TextJoin.of(point().type(), point().texts()));
        }
    }

    /** Decides for a value that no side need have written. */
    void chooseValue(ConflictPoint point, Object value) {
        Kind kind = detail.get().kind();
        Conflict conflict = point.conflict();
        decide(
                point,
                "exchange.step.decide",
                conflict.adoption()
                        ? KindWords.word(RecommendationKinds.ADOPTION)
                        : Label.word(records.words().fieldKey(kind, kind.fieldOf(conflict.column()))),
                tx -> Conflicts.choose(tx, kind, conflict.record(), conflict.column(), value));
    }

    private void decide(ConflictPoint point, String step, String label, Consumer<Transaction> work) {
        ConflictDetail shown = detail.get();
        String name = PlainText.shorten(shown.title(), LONGEST_NAME);
        Label of = label.isEmpty() ? Label.of(step, name) : Label.of(step, label, name);
        Set<Conflict.Side> seen = Set.copyOf(point.conflict().sides());
        records.edits()
                .write(
                        of,
                        tx -> {
                            // What came in since the person looked must not be overwritten unseen.
                            boolean current = conflicts.of(shown.kind(), shown.id()).stream()
                                    .filter(c -> Objects.equals(
                                            c.column(), point.conflict().column()))
                                    .anyMatch(c -> Set.copyOf(c.sides()).equals(seen));
                            if (current) {
                                work.accept(tx);
                            }
                            return current;
                        },
                        done -> decided(shown, done));
    }

    private void decided(ConflictDetail shown, boolean done) {
        if (!done) {
            records.kit()
                    .notifications()
                    .show(Notice.warning(records.i18n().text("exchange.conflicts.changedMeanwhile", shown.title())));
        }
        if (selected.get() != null && selected.get().id().equals(shown.id())) {
            readDetail();
        }
        readCount();
    }

    /** Goes to the next record that waits, after the selected one or from the start. */
    void next() {
        step(1, true);
    }

    /** Goes to the record after (1) or before (-1). */
    void step(int by, boolean openOnly) {
        int size = items.size();
        int at = indexOfSelected();
        for (int i = 1; i <= size; i++) {
            ConflictItem item = items.get(Math.floorMod(at + by * i, size));
            if (!openOnly || !item.done()) {
                selected.set(item);
                if (items.indexOf(item) > size - PAGE / 4) {
                    readMore();
                }
                return;
            }
        }
    }

    private int indexOfSelected() {
        for (int i = 0; i < items.size(); i++) {
            if (selected.get() != null
                    && items.get(i).id().equals(selected.get().id())) {
                return i;
            }
        }
        return -1;
    }

    /** Makes another field of the record the one that the keys mean. */
    void stepField(int by) {
        ConflictDetail now = detail.get();
        if (now != null && !now.points().isEmpty()) {
            int size = now.points().size();
            for (int i = 1; i <= size; i++) {
                int index = Math.floorMod(current.get() + by * i, size);
                if (now.points().get(index).open()) {
                    current.set(index);
                    return;
                }
            }
        }
    }

    /** Follows a commit: an import brings new ones, an undo brings some back, an edit elsewhere decides one. */
    void committed(Commit commit) {
        if (commit.rows() == null || commit.rows().size() > FEW) {
            load();
            return;
        }
        readCount();
        ConflictItem shown = selected.get();
        if (shown != null && commit.touches(shown.id())) {
            readDetail();
        }
        records.kit()
                .tasks()
                .read(progress -> {
                    Map<UUID, ConflictItem> found = new LinkedHashMap<>();
                    reader.waiting(commit.kinds(), commit.rows())
                            .forEach((id, kind) -> found.put(id, reader.item(kind, id)));
                    return found;
                })
                .then(found -> arrived(commit, found))
                .start();
    }

    private void arrived(Commit commit, Map<UUID, ConflictItem> found) {
        Set<UUID> there = new HashSet<>();
        for (ConflictItem item : List.copyOf(items)) {
            there.add(item.id());
            if (commit.touches(item.id())) {
                ConflictItem now = found.get(item.id());
                replace(item.id(), old -> now == null ? old.with(old.title(), 0) : now);
            }
        }
        found.forEach((id, item) -> {
            if (item != null && !there.contains(id)) {
                items.addFirst(item);
            }
        });
        if (selected.get() == null && !items.isEmpty()) {
            selected.set(items.getFirst());
        }
    }
}
