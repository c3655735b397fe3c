package org.rapporteur.launch;

import java.net.URL;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.rapporteur.i18n.Messages;
import org.rapporteur.settings.ConfigFolder;
import org.rapporteur.settings.SettingsStore;
import org.rapporteur.settings.WindowPlace;
import org.rapporteur.ui.help.HelpArea;
import org.rapporteur.ui.kit.Commands;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.NotificationHost;
import org.rapporteur.ui.kit.Scenes;
import org.rapporteur.ui.kit.SidePanelHost;
import org.rapporteur.ui.kit.Splits;
import org.rapporteur.ui.kit.SystemDialogs;
import org.rapporteur.ui.kit.Tasks;
import org.rapporteur.ui.kit.Themes;
import org.rapporteur.ui.settings.SettingsArea;
import org.rapporteur.ui.shell.Area;
import org.rapporteur.ui.shell.Desk;
import org.rapporteur.ui.shell.Navigator;
import org.rapporteur.ui.shell.WorkspaceActions;
import org.rapporteur.ui.welcome.WelcomeView;

/** The program with its window: puts the parts together and shows them. */
public final class App extends Application {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final int[] ICON_SIZES = {16, 32, 64, 256};
    private static final double LEAST_WIDTH = 1024;
    private static final double LEAST_HEIGHT = 700;
    private static final long ENDING_SECONDS = 20;
    private static final long HANDING_SECONDS = 3;

    private SettingsStore settings;
    private Tasks tasks;
    private Desk desk;
    private Stage stage;
    private final AtomicBoolean ended = new AtomicBoolean();

    @Override
    public void start(Stage primary) {
        this.stage = primary;
        Path config = ConfigFolder.find();
        settings = new SettingsStore(config, new DaemonScheduler());
        I18n i18n = new I18n(new Messages(Desk.firstLanguage(settings.get(), Locale.getDefault())));
        Themes themes = new Themes();
        themes.choose(settings.get().theme());
        Commands commands = new Commands();
        Scenes scenes = new Scenes(i18n, themes, commands);
        tasks = Tasks.pooled();
        SystemDialogs dialogs = new SystemDialogs(() -> primary, getHostServices(), scenes, i18n);
        NotificationHost notifications = new NotificationHost(i18n, dialogs);
        tasks.onFailure(notifications::problem);
        new CrashGuard(Clock.systemDefaultZone(), notifications::problem).install();
        Splits splits = new Splits(settings);
        SidePanelHost panel = new SidePanelHost(i18n, splits);
        Kit kit = new Kit(i18n, tasks, dialogs, notifications, commands, panel, splits, scenes, themes, settings);
        desk = new Desk(
                kit,
                panel,
                notifications,
                new StoredWorkspaces(
                        Clock.systemDefaultZone(), () -> settings.get().author(), i18n.messages()::text),
                new Extras(config));
        Scene scene = scenes.main(desk.root(), WIDTH, HEIGHT);
        primary.setTitle("Rapporteur");
        for (int size : ICON_SIZES) {
            URL icon = App.class.getResource("/assets/icons/rapporteur-" + size + ".png");
            if (icon != null) {
                primary.getIcons().add(new Image(icon.toExternalForm()));
            }
        }
        desk.workspace()
                .addListener((o, was, is) -> primary.setTitle(is == null ? "Rapporteur" : is.name() + " – Rapporteur"));
        primary.setScene(scene);
        new Closing(kit, desk, Platform::exit).watch(primary);
        Runtime.getRuntime().addShutdownHook(new Thread(this::ended, "ended from outside"));
        place(primary);
        List<String> arguments = getParameters().getUnnamed();
        desk.showWelcome();
        if (!arguments.isEmpty()) {
            desk.open(Path.of(arguments.getFirst()).toAbsolutePath().normalize());
        }
        primary.show();
        WindowStart.shown();
        // Not needed to show the first screen.
        tasks.read(progress -> {
                    Logs.toFile(config);
                    return null;
                })
                .start();
    }

    /** Help and settings, and the welcome screen. */
    record Extras(Path config) implements Desk.Extras {
        @Override
        public List<Area> areas(Kit kit, Navigator navigator) {
            return List.of(new HelpArea(kit, Version.current()), new SettingsArea(kit, config));
        }

        @Override
        public Node welcome(Kit kit, WorkspaceActions actions) {
            Path home = Path.of(System.getProperty("user.home"), "Rapporteur");
            return new WelcomeView(kit, actions, home).node();
        }
    }

    private void place(Stage window) {
        window.setMinWidth(LEAST_WIDTH);
        window.setMinHeight(LEAST_HEIGHT);
        WindowPlace place = settings.get().window().orElse(null);
        if (place != null && isOnScreen(place)) {
            window.setX(place.x());
            window.setY(place.y());
            window.setWidth(place.width());
            window.setHeight(place.height());
            window.setMaximized(place.maximized());
        }
        window.xProperty().addListener(o -> remember());
        window.yProperty().addListener(o -> remember());
        window.widthProperty().addListener(o -> remember());
        window.heightProperty().addListener(o -> remember());
        window.maximizedProperty().addListener(o -> remember());
    }

    /** Whether enough of the title bar is on a screen to take hold of; screens come and go. */
    private static boolean isOnScreen(WindowPlace place) {
        Rectangle2D grip = new Rectangle2D(place.x() + 50, place.y(), Math.max(100, place.width() - 100), 30);
        return Screen.getScreens().stream()
                .anyMatch(screen -> screen.getVisualBounds().intersects(grip));
    }

    private void remember() {
        if (!stage.isShowing() || stage.isIconified()) {
            return;
        }
        WindowPlace before = settings.get().window().orElse(null);
        if (stage.isMaximized() || stage.isFullScreen()) {
            // The size to go back to stays as it was.
            if (before != null) {
                settings.update(s ->
                        s.withWindow(new WindowPlace(before.x(), before.y(), before.width(), before.height(), true)));
            }
        } else if (isNumber(stage.getX()) && isNumber(stage.getWidth())) {
            settings.update(s -> s.withWindow(
                    new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false)));
        }
    }

    private static boolean isNumber(double value) {
        return !Double.isNaN(value) && !Double.isInfinite(value);
    }

    @Override
    public void stop() {
        desk.commit();
        end();
    }

    /** The system ends the program, as at the end of a session: what was entered is written all the same. */
    private void ended() {
        if (!ended.get() && !Platform.isFxApplicationThread() && !endsInWindow()) {
            end();
        }
    }

    /**
     * Ends as the closing of the window does, in one go on its thread: what is in a field is handed in there, and once
     * the toolkit is being ended too nothing that comes later is run. Returns whether that thread took it up in time.
     */
    private boolean endsInWindow() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try {
            Platform.runLater(() -> {
                begun.countDown();
                try {
                    stop();
                } finally {
                    done.countDown();
                }
            });
            // A thread that hangs is not waited for; one that writes is.
            return begun.await(HANDING_SECONDS, TimeUnit.SECONDS) && done.await(3 * ENDING_SECONDS, TimeUnit.SECONDS);
        } catch (IllegalStateException gone) {
            // The window's thread is over: nothing can be typed any more.
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void end() {
        if (ended.compareAndSet(false, true)) {
            tasks.close();
            tasks.awaitEnd(ENDING_SECONDS);
            desk.close();
            settings.flush();
        }
    }
}
