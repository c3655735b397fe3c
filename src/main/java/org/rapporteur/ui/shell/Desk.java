package org.rapporteur.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.rapporteur.core.text.Language;
import org.rapporteur.settings.RecentWorkspace;
import org.rapporteur.settings.Settings;
import org.rapporteur.ui.kit.Command;
import org.rapporteur.ui.kit.Fx;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.Notice;
import org.rapporteur.ui.kit.NotificationHost;
import org.rapporteur.ui.kit.SidePanelHost;
import org.rapporteur.ui.kit.Tasks;
import org.rapporteur.ui.kit.Unstored;
import org.rapporteur.ui.kit.Work;

/**
 * All that is in the window: the welcome screen or the frame of the open workspace, with the palette and the
 * notifications over it. One workspace is open at a time.
 */
public final class Desk implements WorkspaceActions {
    /** What the desk shows beside the workspace's own areas. */
    public interface Extras {
        /** Areas that every workspace has: help and settings. */
        List<Area> areas(Kit kit, Navigator navigator);

        /** The welcome screen, made anew each time it is shown. */
        Node welcome(Kit kit, WorkspaceActions actions);
    }

    private final Kit kit;
    private final Workspaces workspaces;
    private final SidePanelHost panel;
    private final Extras extras;
    private final StackPane root = new StackPane();
    private final StackPane body = new StackPane();
    private final PaletteViewModel paletteModel;
    private final NotificationHost notifications;
    private final ReadOnlyObjectWrapper<OpenWorkspace> workspace = new ReadOnlyObjectWrapper<>();
    private Palette palette;
    private Frame frame;
    private UndoModel undo;
    private boolean opening;

    /**
     * An empty desk; call {@link #showWelcome} or {@link #open}.
     *
     * @param kit its parts; the panel and the notifications in it are the two that follow
     * @param panel the side panel's host
     * @param notifications the notifications' host
     * @param workspaces opens and makes workspaces
     * @param extras what comes from other screens
     */
    public Desk(Kit kit, SidePanelHost panel, NotificationHost notifications, Workspaces workspaces, Extras extras) {
        this.kit = kit;
        this.panel = panel;
        this.notifications = notifications;
        this.workspaces = workspaces;
        this.extras = extras;
        this.paletteModel = new PaletteViewModel(kit.commands(), kit.i18n(), kit.tasks());
        body.getStyleClass().add("type");
        StackPane.setAlignment(notifications, Pos.BOTTOM_RIGHT);
        notifications.getStyleClass().add("type");
        root.getStyleClass().add("desk");
        root.getChildren().addAll(body, notifications);
        // Notices stand below the content, never over what one may want to press.
        notifications.heightProperty().addListener(o -> makeRoom());
        notifications.getChildren().addListener((javafx.beans.Observable o) -> makeRoom());
        kit.settings().onChange(settings -> Fx.run(() -> apply(settings)));
    }

    private void makeRoom() {
        boolean none = notifications.getChildren().isEmpty();
        StackPane.setMargin(body, none ? null : new Insets(0, 0, notifications.getHeight(), 0));
    }

    private void apply(Settings settings) {
        kit.i18n()
                .messages()
                .language(settings.language().orElse(kit.i18n().messages().language()));
        kit.themes().choose(settings.theme());
    }

    /** The root of the main scene. */
    public Parent root() {
        return root;
    }

    /** The open workspace; null if there is none. */
    public ReadOnlyObjectProperty<OpenWorkspace> workspace() {
        return workspace.getReadOnlyProperty();
    }

    /** Shows the welcome screen; an open workspace stays open behind it. */
    public void showWelcome() {
        List<Unstored> left = commit();
        if (!left.isEmpty()) {
            kit.notifications()
                    .show(Notice.warning(kit.i18n().text("shell.unstored", words(left)))
                            .action(kit.i18n().text("shell.unstored.back"), () -> {
                                returnToWorkspace();
                                left.getFirst().back().run();
                            }));
        }
        body.getChildren().setAll(extras.welcome(kit, this));
    }

    /** What was typed and could not be stored, as one text. */
    public static String words(List<Unstored> left) {
        return left.stream().map(Unstored::words).collect(Collectors.joining(" · "));
    }

    @Override
    public boolean canReturn() {
        return workspace.get() != null;
    }

    @Override
    public void returnToWorkspace() {
        if (canReturn()) {
            body.getChildren().setAll(frame);
            frame.focusContent();
        }
    }

    @Override
    public void open(Path folder) {
        start(folder, "shell.task.opening", progress -> workspaces.open(folder, progress));
    }

    @Override
    public void create(Path folder, String name) {
        start(folder, "shell.task.creating", progress -> workspaces.create(folder, name, progress));
    }

    @Override
    public void sample(Path folder) {
        start(folder, "shell.task.sample", progress -> workspaces.sample(folder, progress));
    }

    private void start(Path folder, String titleKey, Work<OpenWorkspace> work) {
        OpenWorkspace open = workspace.get();
        if (open != null && open.folder().equals(folder)) {
            returnToWorkspace();
            return;
        }
        if (opening) {
            return;
        }
        opening = true;
        Path name = folder.getFileName();
        Tasks.Job<OpenWorkspace> job = kit.tasks()
                .work(kit.i18n().text(titleKey, name == null ? folder.toString() : name.toString()), work)
                .then(this::show)
                .last(() -> opening = false);
        job.start();
    }

    private void show(OpenWorkspace opened) {
        OpenWorkspace before = workspace.get();
        if (before != null) {
            commit();
            kit.tasks()
                    .read(progress -> {
                        before.close();
                        return null;
                    })
                    .start();
        }
        workspace.set(opened);
        kit.settings()
                .update(s -> s.withRecent(new RecentWorkspace(opened.folder().toString(), opened.name())));
        build(opened);
    }

    private void build(OpenWorkspace opened) {
        // A new navigator and frame for each workspace: nothing of the one before can be gone back to.
        if (frame != null) {
            kit.commands().clearAll();
        }
        Navigator navigator = new Navigator();
        undo = new UndoModel(kit);
        List<Area> areas = new ArrayList<>(opened.areas(kit, navigator));
        areas.addAll(extras.areas(kit, navigator));
        FrameActions actions = new FrameActions(kit, navigator, this);
        Map<String, Command> commands = new ShellCommands(kit, navigator, undo, actions).byName();
        frame = new Frame(kit, navigator, panel, undo, commands);
        actions.frame(frame);
        frame.show(opened.name(), areas, List.of(commands.get("welcome"), commands.get("folder")));
        frame.readOnly(opened.readOnly());
        if (!opened.readOnly() && kit.settings().get().author().isBlank()) {
            frame.askAuthor();
        }
        new SearchBox(kit, navigator, frame).install();
        actions.addAreaCommands(areas);
        undo.follow(opened.undo());
        paletteModel.search(opened.search());
        if (palette != null) {
            root.getChildren().remove(palette);
        }
        palette = new Palette(paletteModel, kit.i18n(), navigator::open);
        palette.getStyleClass().add("type");
        root.getChildren().add(1, palette);
        body.getChildren().setAll(frame);
        areas.stream()
                .filter(area -> Area.ORDER.contains(area.id()))
                .min(java.util.Comparator.comparingInt(area -> Area.ORDER.indexOf(area.id())))
                .ifPresent(first -> navigator.open(Place.of(first.id())));
        frame.focusContent();
    }

    /** The palette of the open workspace. */
    void togglePalette() {
        if (frame != null && body.getChildren().contains(frame)) {
            palette.toggle();
        }
    }

    /** Brings the keyboard to the latest notification. */
    void focusNotification() {
        notifications.focusLatest();
    }

    /** Whether the frame, not the welcome screen, is shown. */
    boolean frameShown() {
        return frame != null && body.getChildren().contains(frame);
    }

    /**
     * Hands in what is being typed, as leaving its field does: before anything is closed or replaced.
     *
     * @return what could not be stored; then the keyboard stays where it is
     */
    public List<Unstored> commit() {
        OpenWorkspace open = workspace.get();
        List<Unstored> left = open == null ? List.of() : open.commit();
        if (left.isEmpty() && root.getScene() != null && root.getScene().getFocusOwner() != null) {
            // What is written only when it is left is left.
            root.requestFocus();
            if (open != null) {
                open.commit();
            }
        }
        return left;
    }

    /** Whether everything handed in so far is written; from any thread. */
    public boolean isIdle() {
        OpenWorkspace open = workspace.get();
        return open == null || open.isIdle();
    }

    /** Closes the open workspace, before the program ends. */
    public void close() {
        OpenWorkspace open = workspace.get();
        if (open != null) {
            Fx.run(() -> workspace.set(null));
            open.close();
        }
    }

    /** The language to begin with: the chosen one, else the system's if it is one of the six, else English. */
    public static Language firstLanguage(Settings settings, java.util.Locale system) {
        return settings.language().or(() -> Language.of(system.getLanguage())).orElse(Language.EN);
    }
}
