package org.rapporteur.launch;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.OrderKeys;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.model.Model;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.core.text.Language;
import org.rapporteur.launch.sample.SampleBuilder;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;
import org.rapporteur.ui.Fx;
import org.rapporteur.ui.kit.KitFixture;
import org.rapporteur.ui.kit.record.RecordKit;
import org.rapporteur.ui.shell.Desk;

/** The program's window over a real workspace on the disk, put together as the program does it. */
final class WindowFixture {
    /** Small, because each picture of it is drawn in full on the window's thread. */
    private static final double WIDTH = 560;

    private static final double HEIGHT = 400;

    final KitFixture kit;
    final Desk desk;
    final Stage stage;
    private final Path folder;

    /** On the window's thread. */
    WindowFixture(Stage stage, Path folder) {
        this.stage = stage;
        this.folder = folder;
        kit = new KitFixture(folder.resolve("config"), Language.EN);
        kit.settings.update(s -> s.withAuthor("A. Tester"));
        desk = new Desk(
                kit.kit,
                kit.panel,
                kit.notifications,
                new StoredWorkspaces(
                        Clock.systemDefaultZone(), () -> kit.settings.get().author(), kit.i18n.messages()::text),
                new App.Extras(folder.resolve("config")));
        stage.setScene(kit.kit.scenes().main(desk.root(), WIDTH, HEIGHT));
        desk.showWelcome();
        stage.show();
    }

    /** Opens the sample with a record of every kind, and waits until it is there. */
    void openSample() {
        open(workspace -> {
            SampleBuilder.build(workspace.changes());
            workspace.changes().run(Label.of("step.sample"), tx -> Model.kinds().forEach(kind -> one(tx, kind)));
        });
    }

    /** Opens a workspace that holds little, and waits until it is there. Returns its folder. */
    Path openWith(Consumer<Transaction> content) {
        return open(workspace -> workspace.changes().run(Label.of("step.sample"), content));
    }

    private Path open(Consumer<Workspace> content) {
        Path at = folder.resolve("workspace");
        try (Workspace workspace = TestWorkspaces.create(at)) {
            content.accept(workspace);
        }
        Fx.run(() -> desk.open(at));
        Fx.await("the workspace", () -> desk.workspace().get() != null);
        settle();
        return at;
    }

    /** A record of a kind, if there is none: part of the first record of what such records are part of. */
    private static UUID one(Transaction tx, Kind kind) {
        List<Row> rows = tx.list(Query.of(kind).page(1, 0));
        if (!rows.isEmpty()) {
            return rows.getFirst().id();
        }
        Values values = Values.none();
        kind.parent()
                .ifPresent(parent -> values.with(
                        parent.name(),
                        one(tx, parent.target().isEmpty() ? PartyKinds.PARTY : Model.kind(parent.target()))));
        kind.titleFields().stream()
                .filter(f -> f.type() == FieldType.TEXT || f.type() == FieldType.LONG_TEXT)
                .forEach(f -> values.with(f.columns().getFirst(), "One " + kind.name()));
        kind.orderField()
                .ifPresent(
                        order -> values.with(order.name(), OrderKeys.spread(1).getFirst()));
        return tx.insert(kind, values);
    }

    private StoredWorkspaces.Opened opened() {
        return (StoredWorkspaces.Opened) desk.workspace().get();
    }

    Workspace workspace() {
        return Fx.on(() -> opened().workspace());
    }

    /** The workspace, for work off the window's thread that the window's thread may wait for. */
    Workspace workspaceNow() {
        return opened().workspace();
    }

    RecordKit records() {
        return Fx.on(() -> opened().records());
    }

    /** Waits until nothing is read or written any more and the window has taken it in. */
    void settle() {
        int[] quiet = new int[1];
        boolean rest = within(30, () -> {
            boolean idle = Fx.on(() -> desk.isIdle() && !kit.kit.tasks().isBusy());
            quiet[0] = idle ? quiet[0] + 1 : 0;
            return quiet[0] > 2;
        });
        if (!rest) {
            throw new AssertionError("the window does not come to rest");
        }
    }

    /** Whether a condition comes to hold within some seconds; asked over and over, off the window's thread. */
    static boolean within(int seconds, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        boolean holds = condition.getAsBoolean();
        while (!holds && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            holds = condition.getAsBoolean();
        }
        return holds;
    }

    /** Runs a command as its key does. */
    void command(String id) {
        Fx.on(() -> {
            kit.kit.commands().find(id).orElseThrow().run();
            return null;
        });
        settle();
    }

    /** What has the keyboard; null for nothing. */
    Node focus() {
        return stage.getScene().getFocusOwner();
    }

    void close() {
        Fx.run(() -> {
            kit.kit.tasks().close();
            desk.close();
            // The look is the application's, not the scene's: nothing of it may reach the next test.
            stage.setScene(null);
            Application.setUserAgentStylesheet(null);
        });
    }
}
