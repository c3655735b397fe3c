package org.rapporteur.ui.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rapporteur.core.exchange.ImportEffects;
import org.rapporteur.core.exchange.IncomingHead;
import org.rapporteur.core.exchange.Missing;
import org.rapporteur.core.exchange.PackageRecord;
import org.rapporteur.core.exchange.RecordChange;
import org.rapporteur.exchange.Arrived;
import org.rapporteur.exchange.Signer;
import org.rapporteur.ui.kit.Progress;

/** A package that is looked at. Only one thread at a time is in it, and none after it was closed. */
final class OpenPackage {
    private final Arrived arrived;
    private final ChangeWords words;
    private boolean closed;

    /** What the preview says above the list. */
    record Summary(
            IncomingHead head,
            Signer signer,
            Optional<PackageRecord> before,
            List<Missing> missing,
            ImportEffects effects,
            Set<Arrived.Doubt> doubts) {}

    /** A page of the list and how many records it was read from. */
    record Page(List<ChangeItem> items, int records) {}

    OpenPackage(Arrived arrived, ChangeWords words) {
        this.arrived = arrived;
        this.words = words;
    }

    synchronized Summary summary() {
        return new Summary(
                arrived.head(),
                arrived.signer(),
                arrived.before(),
                arrived.missing(),
                arrived.effects(),
                arrived.doubts());
    }

    /**
     * Records from the offset on, with the heading of a kind above its first.
     *
     * @param lastKind the kind of the record before, or null
     */
    synchronized Page page(int offset, int most, String lastKind) {
        if (closed) {
            return new Page(List.of(), 0);
        }
        List<ChangeItem> items = new ArrayList<>();
        List<RecordChange> changes = arrived.changes(offset, most);
        String kind = lastKind;
        for (RecordChange change : changes) {
            if (!change.kind().equals(kind)) {
                kind = change.kind();
                items.add(ChangeItem.heading(kind, words.kind(kind)));
            }
            items.add(words.item(change));
        }
        return new Page(items, changes.size());
    }

    synchronized List<PackageRecord> apply(Progress progress) {
        return arrived.apply(steps(progress));
    }

    synchronized PackageRecord keep() {
        return arrived.keep();
    }

    synchronized void close() {
        if (!closed) {
            closed = true;
            arrived.close();
        }
    }

    /** The work's progress as a long task shows it; leaves the work when the person cancels. */
    static org.rapporteur.core.exchange.Incoming.Progress steps(Progress progress) {
        return (done, all) -> {
            progress.check();
            progress.update(done, all, "");
        };
    }
}
