package org.rapporteur.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rapporteur.core.exchange.ImportEffects;
import org.rapporteur.core.exchange.Incoming;
import org.rapporteur.core.exchange.IncomingHead;
import org.rapporteur.core.exchange.Missing;
import org.rapporteur.core.exchange.PackageRecord;
import org.rapporteur.core.exchange.RecordChange;

/** A package that is staged in the store; its plain file lies in a working folder of its own. */
final class ArrivedPackage implements Arrived {
    // In a store of a few records one deletion would be more than the share; so few are seen at a glance.
    private static final int FEW = 5;

    // What it would do can't be told before what it builds on is there.
    private static final ImportEffects NONE = new ImportEffects(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private final ExchangeService service;
    private final IncomingHead head;
    private final Signer signer;
    private final Incoming incoming;
    private final Path file;
    private final Path folder;
    private ImportEffects effects;

    ArrivedPackage(
            ExchangeService service, IncomingHead head, Signer signer, Incoming incoming, Path file, Path folder) {
        this.service = service;
        this.head = head;
        this.signer = signer;
        this.incoming = incoming;
        this.file = file;
        this.folder = folder;
    }

    @Override
    public IncomingHead head() {
        return head;
    }

    @Override
    public Signer signer() {
        return signer;
    }

    private Optional<PackageRecord> known() {
        return service.store().find(head.id());
    }

    @Override
    public Optional<PackageRecord> before() {
        return known().filter(record ->
                record.state() == PackageRecord.State.APPLIED || record.state() == PackageRecord.State.SENT);
    }

    @Override
    public List<Missing> missing() {
        return incoming.missing();
    }

    @Override
    public ImportEffects effects() {
        if (effects == null) {
            effects = missing().isEmpty() ? incoming.effects() : NONE;
        }
        return effects;
    }

    @Override
    public List<RecordChange> changes(int offset, int most) {
        return missing().isEmpty() ? incoming.changes(offset, most) : List.of();
    }

    @Override
    public Set<Doubt> doubts() {
        EnumSet<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        if (before().isPresent()) {
            return doubts;
        }
        switch (signer.state()) {
            case NEW, UNSIGNED -> doubts.add(Doubt.UNKNOWN_SENDER);
            case CHANGED -> doubts.add(Doubt.KEY_CHANGED);
            case KNOWN, VERIFIED -> {}
        }
        if (service.store().undoneBefore(head)) {
            doubts.add(Doubt.UNDONE_BEFORE);
        }
        long deleted = effects().deleted();
        if (deleted > ImportEffects.MANY_DELETED
                || deleted > FEW && deleted > ImportEffects.MANY_DELETED_SHARE * service.visibleRecords()) {
            doubts.add(Doubt.MANY_DELETIONS);
        }
        return doubts;
    }

    @Override
    public List<PackageRecord> apply(Incoming.Progress progress) {
        Optional<PackageRecord> before = before();
        if (before.isPresent()) {
            return List.of(before.get());
        }
        requireNothingMissing();
        incoming.apply(progress);
        List<PackageRecord> all = new ArrayList<>();
        all.add(applied());
        all.addAll(service.applyWaiting(progress));
        return all;
    }

    /** Applies it because it is in order, not because a person asked for it; without what waited for it. */
    PackageRecord applyUnasked(Incoming.Progress progress) {
        requireNothingMissing();
        incoming.applyUnasked(progress);
        return applied();
    }

    private void requireNothingMissing() {
        if (!missing().isEmpty()) {
            throw ExchangeProblems.waits(head.fileName());
        }
    }

    private PackageRecord applied() {
        service.applied(head, signer);
        return known().orElseThrow();
    }

    @Override
    public PackageRecord keep() {
        Optional<PackageRecord> before = before();
        if (before.isPresent()) {
            return before.get();
        }
        List<Missing> missing = missing();
        service.keep(head, file, missing);
        return known().orElseThrow();
    }

    @Override
    public void close() {
        try {
            incoming.close();
        } finally {
            WorkFolder.delete(folder);
        }
    }
}
