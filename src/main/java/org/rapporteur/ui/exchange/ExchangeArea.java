package org.rapporteur.ui.exchange;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableIntegerValue;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.change.Commit;
import org.rapporteur.core.exchange.ApartPairs;
import org.rapporteur.core.exchange.Colleague;
import org.rapporteur.core.exchange.PackageRecord;
import org.rapporteur.exchange.Exchange;
import org.rapporteur.settings.Scheduler;
import org.rapporteur.ui.kit.Command;
import org.rapporteur.ui.kit.Dialogs.FileKind;
import org.rapporteur.ui.kit.Fx;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.Notice;
import org.rapporteur.ui.kit.record.RecordKit;
import org.rapporteur.ui.shell.Area;
import org.rapporteur.ui.shell.Navigator;
import org.rapporteur.ui.shell.Place;

/**
 * The area Exchange. Places: a tab ({@code conflicts}, {@code packages}, {@code colleagues}, {@code duplicates},
 * {@code folder}), {@code conflicts/<record>}; {@code send}, {@code handover} and {@code preview} in place of the tabs.
 */
public final class ExchangeArea implements Area {
    /** Own changes are given to the folder when nothing more was changed for this long. */
    private static final Duration QUIET = Duration.ofSeconds(5);

    private final ExchangeParts parts;
    private final Scheduler later;
    private final ConflictsViewModel conflicts;
    private final PackagesViewModel packages;
    private final ColleaguesViewModel colleagues;
    private final DuplicatesViewModel duplicates;
    private final FolderViewModel folder;
    private final PreviewViewModel preview;
    private final SendViewModel sending;
    private final ConflictCommands conflictCommands;
    private final ObservableIntegerValue waiting;
    private final Command send;
    private final Command open;
    private final Command handover;
    private ExchangeView view;
    private ConflictPane pane;
    private ConflictsView inbox;
    private PreviewView previewView;
    private SendView sendView;
    private Runnable planned = () -> {};

    /**
     * The area over an open workspace; cheap.
     *
     * @param watch watches the exchange folder
     * @param later runs things a little later
     */
    public ExchangeArea(
            Kit kit, Navigator navigator, RecordKit records, Exchange exchange, FolderWatch watch, Scheduler later) {
        this.parts = new ExchangeParts(kit, navigator, records, exchange, new ApartPairs(exchange.store()));
        this.later = later;
        conflicts = new ConflictsViewModel(records, exchange.conflicts());
        packages = new PackagesViewModel(records, exchange);
        colleagues = new ColleaguesViewModel(records, exchange);
        duplicates = new DuplicatesViewModel(records, parts.apart());
        folder = new FolderViewModel(records, exchange);
        preview = new PreviewViewModel(records, exchange);
        sending = new SendViewModel(parts);
        conflictCommands = new ConflictCommands(conflicts, records.writable(), () -> pane.edit());
        waiting = Bindings.createIntegerBinding(
                () -> (int) Math.min(
                        Integer.MAX_VALUE,
                        Math.max(0, conflicts.count().get())
                                + packages.toLookAt().get()),
                conflicts.count(),
                packages.toLookAt());
        SimpleBooleanProperty writable = new SimpleBooleanProperty(records.writable());
        send = Command.of("exchange.send", "exchange.command.send")
                .icon(Material2OutlinedMZ.SEND)
                .keys("shortcut+E")
                .does(() -> go("send"));
        open = Command.of("exchange.open", "exchange.open")
                .icon(Material2OutlinedAL.FOLDER_OPEN)
                .keys("shortcut+O")
                .enabledWhen(writable)
                .does(this::chooseFile);
        handover = Command.of("exchange.handover", "exchange.command.handover")
                .icon(Material2OutlinedAL.CARD_TRAVEL)
                .does(() -> go("handover"));
        preview.onApplied(this::applied);
        preview.onKept(record -> {
            showTab("packages");
            packages.show(record.id());
        });
        preview.state().addListener((o, was, is) -> {
            if (is == PreviewViewModel.State.NOTHING && shows("preview")) {
                showTab("packages");
            }
        });
        sending.onDone(sent -> {
            colleagues.load();
            showTab("packages");
            if (sent != null) {
                packages.show(sent.id());
            }
        });
        folder.onWatch(path -> watch.watch(path, folder::round));
        folder.onChanged(() -> {
            packages.load();
            conflicts.readCount();
            colleagues.load();
        });
        records.onCommit(this::committed);
        conflicts.readCount();
        packages.load();
        folder.load();
    }

    private boolean shows(String name) {
        return view != null && name.equals(view.shown().get());
    }

    private void committed(Commit commit) {
        if (inbox == null || inbox.getScene() == null) {
            conflicts.readCount();
        }
        if (shows("packages")) {
            // An import that was taken back by Undo.
            packages.load();
        }
        if (folder.folder().get() != null && folder.automatic().get()) {
            planned.run();
            planned = later.after(QUIET, () -> Fx.run(folder::round));
        }
    }

    private void go(String name) {
        parts.navigator().open(Place.of(id()).thenKey(name, "exchange.place." + name));
    }

    private void showTab(String name) {
        parts.navigator().open(Place.of(id()).thenKey(name, "exchange.tab." + name));
    }

    private void sendTo(Colleague colleague) {
        Place place = Place.of(id()).thenKey("send", "exchange.place.send");
        parts.navigator()
                .open(colleague == null ? place : place.then(String.valueOf(colleague.no()), colleague.name()));
    }

    private void chooseFile() {
        parts.kit()
                .dialogs()
                .openFile(
                        parts.i18n().now("exchange.open"),
                        FileKind.of(parts.i18n().now("exchange.file.kind"), "rcpx"))
                .ifPresent(this::openFile);
    }

    /** Opens the file of a package and shows what it would do. */
    public void openFile(Path file) {
        go("preview");
        preview.open(file);
    }

    private void look(PackageRecord record) {
        go("preview");
        preview.openWaiting(record.id());
    }

    private void applied(List<PackageRecord> done) {
        conflicts.readCount();
        PackageRecord first = done.getFirst();
        boolean decide = first.effects() != null
                && first.effects().conflicts() + first.effects().deletedButEdited() > 0;
        parts.kit()
                .notifications()
                .show(Notice.success(
                                parts.i18n().text("exchange.applied", EffectWords.of(parts.i18n(), first.effects())))
                        .action(
                                parts.i18n().text(decide ? "exchange.decideNow" : "exchange.packages.takeBack"),
                                decide ? () -> showTab("conflicts") : () -> packages.takeBack(first)));
        if (done.size() > 1) {
            parts.kit().notifications().show(Notice.info(parts.i18n().text("exchange.appliedToo", done.size() - 1)));
        }
        showTab(decide ? "conflicts" : "packages");
        packages.show(first.id());
    }

    @Override
    public String id() {
        return "exchange";
    }

    @Override
    public String labelKey() {
        return "exchange.area";
    }

    @Override
    public Ikon icon() {
        return Material2OutlinedMZ.SWAP_HORIZ;
    }

    @Override
    public ObservableIntegerValue waiting() {
        return waiting;
    }

    @Override
    public Node view() {
        if (view == null) {
            view = new ExchangeView(parts, List.of(send, open, handover), this::showTab);
            pane = new ConflictPane(parts, conflicts, conflictCommands);
            inbox = new ConflictsView(parts, conflicts, conflictCommands, pane);
            view.tab("conflicts", inbox);
            view.tab("packages", new PackagesView(parts, packages, this::look, open));
            view.tab("colleagues", new ColleaguesView(parts, colleagues, this::sendTo));
            view.tab("duplicates", new DuplicatesView(parts, duplicates));
            view.tab("folder", new FolderView(parts, folder));
            view.count("conflicts", conflicts.count());
            view.count("packages", packages.toLookAt());
            previewView = new PreviewView(parts, preview, this::chooseFile);
            sendView = new SendView(parts, sending, () -> showTab("packages"));
            view.onEscape(() -> {
                if (shows("preview")) {
                    preview.close();
                } else {
                    showTab("packages");
                }
            });
            conflictCommands.shown().bind(view.shown().isEqualTo("conflicts"));
            if (parts.records().writable()) {
                view.onDrop(this::openFile);
            }
        }
        return view;
    }

    @Override
    public void open(Place place) {
        view();
        String name = place.id(0);
        if (name == null) {
            view.showTab(conflicts.count().get() > 0 ? "conflicts" : "packages");
            load(view.shown().get(), null);
        } else if (ExchangeView.TABS.contains(name)) {
            view.showTab(name);
            load(name, key(place.id(1)));
        } else if (name.equals("preview")) {
            view.showInstead(name, previewView);
            // The package is opened right after; a preview that was left earlier leads to the packages.
            Fx.later(() -> {
                if (preview.state().get() == PreviewViewModel.State.NOTHING && shows("preview")) {
                    showTab("packages");
                }
            });
        } else {
            begin(name, place.id(1));
            view.showInstead(name, sendView);
            Fx.later(sendView::focusForm);
        }
    }

    private void begin(String name, String colleague) {
        Colleague to = colleagues.items().stream()
                .map(ColleagueItem::colleague)
                .filter(c -> String.valueOf(c.no()).equals(colleague))
                .findFirst()
                .orElse(null);
        sending.begin(to, name.equals("handover"));
    }

    private void load(String tab, UUID record) {
        switch (tab) {
            case "conflicts" -> {
                conflicts.load();
                if (record != null) {
                    conflicts.show(record);
                }
                Fx.later(inbox::focusList);
            }
            case "packages" -> packages.load();
            case "colleagues" -> colleagues.load();
            case "duplicates" -> duplicates.load();
            default -> folder.load();
        }
    }

    private static UUID key(String id) {
        try {
            return id == null ? null : UUID.fromString(id);
        } catch (IllegalArgumentException notAKey) {
            return null;
        }
    }

    @Override
    public List<Command> commands() {
        List<Command> all = new ArrayList<>(List.of(send, open, handover));
        all.addAll(conflictCommands.all());
        return all;
    }
}
