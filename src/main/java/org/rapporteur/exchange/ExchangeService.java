package org.rapporteur.exchange;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.rapporteur.core.change.Ids;
import org.rapporteur.core.exchange.Conflicts;
import org.rapporteur.core.exchange.ExchangeStore;
import org.rapporteur.core.exchange.Incoming;
import org.rapporteur.core.exchange.IncomingHead;
import org.rapporteur.core.exchange.Missing;
import org.rapporteur.core.exchange.PackageRecord;
import org.rapporteur.core.exchange.VersionVector;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.exchange.seal.Age;
import org.rapporteur.exchange.seal.Identity;

/**
 * Sending and receiving packages of one workspace. All scopes of the workspace travel in one package, each with a base
 * of its own, so that one file is enough for one colleague.
 */
public final class ExchangeService implements Exchange {
    /** Folder inside the workspace's own, for packages that wait and such that are being opened. */
    public static final String FOLDER = "exchange";

    private final ExchangeStore store;
    private final Conflicts conflicts;
    private final WorkFolder work;
    private final Supplier<Identity> identity;
    private final Clock clock;
    private final LongSupplier visible;
    private final Sending sending;
    private final Receiving receiving;
    private final Trust trust;
    private final SharedFolder folder;

    /**
     * What an exchange needs from outside.
     *
     * @param workspace folder of the workspace
     * @param identity keys of this installation; asked for when they are first needed, then kept
     * @param clock tells display times; never decides an order
     * @param ids makes keys of packages
     * @param author name of the person who works
     * @param program version of the program, for display
     * @param visible how many records the workspace shows
     */
    public record Surroundings(
            Path workspace,
            Supplier<Identity> identity,
            Clock clock,
            Ids ids,
            Supplier<String> author,
            String program,
            LongSupplier visible) {}

    public ExchangeService(ExchangeStore store, Conflicts conflicts, Surroundings surroundings) {
        this.store = store;
        this.conflicts = conflicts;
        this.clock = surroundings.clock();
        this.visible = surroundings.visible();
        this.identity = once(surroundings.identity());
        this.work = new WorkFolder(surroundings.workspace().resolve(FOLDER));
        this.sending = new Sending(
                store, work, identity, clock, surroundings.ids(), surroundings.author(), surroundings.program());
        this.receiving = new Receiving(store, work, identity);
        this.trust = new Trust(store, identity);
        this.folder = new SharedFolder(this, sending);
        work.clean();
    }

    private static Supplier<Identity> once(Supplier<Identity> make) {
        Identity[] made = new Identity[1];
        return () -> {
            synchronized (made) {
                if (made[0] == null) {
                    made[0] = make.get();
                }
                return made[0];
            }
        };
    }

    @Override
    public ExchangeStore store() {
        return store;
    }

    @Override
    public Conflicts conflicts() {
        return conflicts;
    }

    @Override
    public String fingerprint() {
        return identity.get().fingerprint();
    }

    @Override
    public String recipient() {
        return identity.get().recipient();
    }

    @Override
    public Sent send(SendRequest request, Path target, Incoming.Progress progress) {
        return sending.send(request, target, progress);
    }

    @Override
    public String suggestedName(SendRequest request) {
        return sending.suggestedName(request);
    }

    @Override
    public Encryption encryption(Path file) {
        if (!Age.isEncrypted(file)) {
            return Encryption.NONE;
        }
        return Age.needsPassphrase(file) ? Encryption.PASSPHRASE : Encryption.RECIPIENT;
    }

    @Override
    public ArrivedPackage open(Path file, char[] passphrase, Incoming.Progress progress) {
        return opened(file, file.getFileName().toString(), passphrase, progress);
    }

    private ArrivedPackage opened(Path file, String name, char[] passphrase, Incoming.Progress progress) {
        Receiving.Staged staged = receiving.stage(file, name, passphrase, progress);
        boolean done = false;
        try {
            Signer signer = trust.of(staged.head());
            done = true;
            return new ArrivedPackage(this, staged.head(), signer, staged.incoming(), staged.file(), staged.folder());
        } finally {
            if (!done) {
                staged.incoming().close();
                WorkFolder.delete(staged.folder());
            }
        }
    }

    @Override
    public Arrived openWaiting(UUID packageId, Incoming.Progress progress) {
        return waiting(packageId, progress);
    }

    private ArrivedPackage waiting(UUID packageId, Incoming.Progress progress) {
        PackageRecord record = store.find(packageId)
                .filter(ExchangeService::waits)
                .filter(r -> Files.isRegularFile(work.waiting(packageId)))
                .orElseThrow(ExchangeProblems::notWaiting);
        return opened(work.waiting(packageId), record.fileName(), null, progress);
    }

    private static boolean waits(PackageRecord record) {
        return record.state() == PackageRecord.State.WAITING || record.state() == PackageRecord.State.HELD;
    }

    @Override
    public void discard(UUID packageId) {
        store.find(packageId).filter(ExchangeService::waits).orElseThrow(ExchangeProblems::notWaiting);
        store.forget(packageId);
        work.drop(packageId);
    }

    @Override
    public List<PackageRecord> applyWaiting(Incoming.Progress progress) {
        List<PackageRecord> applied = new ArrayList<>();
        boolean again = true;
        while (again) {
            again = false;
            for (PackageRecord record : store.packages()) {
                if (record.state() == PackageRecord.State.WAITING && covered(record.id())) {
                    again |= tryWaiting(record.id(), applied, progress);
                }
            }
        }
        return applied;
    }

    /** Whether nothing is missing any more, by the manifest alone: staging everything that waits would take long. */
    private boolean covered(UUID packageId) {
        try {
            Map<UUID, VersionVector> base = receiving.base(work.waiting(packageId));
            return base.entrySet().stream()
                    .allMatch(e -> store.vector(e.getKey()).covers(e.getValue()));
        } catch (Problem gone) {
            // The file was taken away or damaged by others; the package stays in the list until a person discards it.
            return false;
        }
    }

    private boolean tryWaiting(UUID packageId, List<PackageRecord> applied, Incoming.Progress progress) {
        try (ArrivedPackage arrived = waiting(packageId, progress)) {
            if (!arrived.missing().isEmpty()) {
                return false;
            }
            if (!arrived.doubts().isEmpty()) {
                store.hold(arrived.head(), PackageRecord.State.HELD, List.of());
                return false;
            }
            applied.add(arrived.applyUnasked(progress));
            return true;
        } catch (Problem refused) {
            // It must not keep the package that was applied before it from being reported.
            System.getLogger("exchange").log(System.Logger.Level.WARNING, refused.getMessage());
            return false;
        }
    }

    @Override
    public ExchangeFolder folder() {
        return folder;
    }

    long visibleRecords() {
        return visible.getAsLong();
    }

    void applied(IncomingHead head, Signer signer) {
        trust.applied(head, signer, clock.instant());
        work.drop(head.id());
    }

    void keep(IncomingHead head, Path plain, List<Missing> missing) {
        if (!Files.isRegularFile(work.waiting(head.id()))) {
            work.keep(head.id(), plain);
        }
        store.hold(head, missing.isEmpty() ? PackageRecord.State.HELD : PackageRecord.State.WAITING, missing);
    }
}
