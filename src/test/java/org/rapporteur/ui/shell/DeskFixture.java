package org.rapporteur.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableIntegerValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.problem.Message;
import org.rapporteur.core.text.Language;
import org.rapporteur.ui.kit.Command;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.KitFixture;
import org.rapporteur.ui.kit.Progress;

/** A desk with areas made up for tests: a workspace that holds nothing, and an undo that counts. */
public final class DeskFixture {
    public final KitFixture kit;
    public final Desk desk;
    public final List<FakeArea> areas = new ArrayList<>();
    public final CountingUndo undo = new CountingUndo();
    public Navigator navigator;

    /** The words of these areas stand in the frame's own bundle, so that they follow the language. */
    private static final List<String> KEYS =
            List.of("help.steps", "help.keys", "help.about", "help.libraries", "settings.place", "settings.theme");

    private static final List<Ikon> ICONS = List.of(
            Material2OutlinedAL.HOME,
            Material2OutlinedAL.EVENT,
            Material2OutlinedMZ.PEOPLE_OUTLINE,
            Material2OutlinedAL.FACT_CHECK,
            Material2OutlinedAL.GAVEL,
            Material2OutlinedAL.DESCRIPTION);

    /** A desk; make it on the window's thread. */
    public DeskFixture(Path folder, Language language, Desk.Extras extras) {
        kit = new KitFixture(folder, language);
        desk = new Desk(kit.kit, kit.panel, kit.notifications, new FakeWorkspaces(), extras);
    }

    /** An area with one field to type into. */
    public static final class FakeArea implements Area {
        private final String id;
        private final String labelKey;
        private final Ikon icon;
        public final List<Place> opened = new ArrayList<>();
        public final TextField field = new TextField();
        public int commandRuns;

        FakeArea(String id, String labelKey, Ikon icon) {
            this.id = id;
            this.labelKey = labelKey;
            this.icon = icon;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String labelKey() {
            return labelKey;
        }

        @Override
        public Ikon icon() {
            return icon;
        }

        @Override
        public Node view() {
            field.setId("field-" + id);
            VBox page = new VBox(new Label(id), field);
            page.getStyleClass().add("page");
            return page;
        }

        @Override
        public void open(Place place) {
            opened.add(place);
        }

        @Override
        public List<Command> commands() {
            return List.of(Command.of(id + ".new", "kit.new")
                    .icon(Material2OutlinedAL.ADD)
                    .keys("shortcut+N")
                    .does(() -> commandRuns++));
        }

        @Override
        public ObservableIntegerValue waiting() {
            return new SimpleIntegerProperty(id.equals("surveys") ? 3 : 0);
        }
    }

    /** An undo of three steps. */
    public static final class CountingUndo implements UndoPort {
        public volatile int done = 3;
        private final List<Runnable> listeners = new java.util.concurrent.CopyOnWriteArrayList<>();

        @Override
        public Optional<Message> nextUndo() {
            return done == 0 ? Optional.empty() : Optional.of(Message.of("kit.rename"));
        }

        @Override
        public Optional<Message> nextRedo() {
            return done == 3 ? Optional.empty() : Optional.of(Message.of("kit.rename"));
        }

        @Override
        public synchronized void undo() {
            done--;
            listeners.forEach(Runnable::run);
        }

        @Override
        public synchronized void redo() {
            done++;
            listeners.forEach(Runnable::run);
        }

        @Override
        public Runnable onChange(Runnable listener) {
            listeners.add(listener);
            return () -> listeners.remove(listener);
        }
    }

    private final class FakeWorkspaces implements Workspaces {
        @Override
        public OpenWorkspace open(Path folder, Progress progress) {
            return new FakeWorkspace(folder, "Budapest Process");
        }

        @Override
        public OpenWorkspace create(Path folder, String name, Progress progress) {
            return new FakeWorkspace(folder, name);
        }

        @Override
        public OpenWorkspace sample(Path folder, Progress progress) {
            return new FakeWorkspace(folder, "GRCP 7");
        }
    }

    private final class FakeWorkspace implements OpenWorkspace {
        private final Path folder;
        private final String name;

        FakeWorkspace(Path folder, String name) {
            this.folder = folder;
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Path folder() {
            return folder;
        }

        @Override
        public boolean readOnly() {
            return false;
        }

        @Override
        public List<Area> areas(Kit unused, Navigator given) {
            navigator = given;
            areas.clear();
            for (int i = 0; i < KEYS.size(); i++) {
                areas.add(new FakeArea(Area.ORDER.get(i), KEYS.get(i), ICONS.get(i)));
            }
            areas.add(new FakeArea("search", "kit.search", Material2OutlinedMZ.SEARCH));
            return List.copyOf(areas);
        }

        @Override
        public UndoPort undo() {
            return undo;
        }

        @Override
        public SearchPort search() {
            return (text, limit, progress) -> List.of(new SearchPort.Hit(
                    Material2OutlinedAL.EVENT,
                    "Found " + text,
                    "kit.items",
                    Place.of("meetings").then("m1", "GRCP 7"),
                    ""));
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
