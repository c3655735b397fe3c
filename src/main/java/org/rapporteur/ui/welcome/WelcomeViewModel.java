package org.rapporteur.ui.welcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.rapporteur.core.text.FileNames;
import org.rapporteur.settings.RecentWorkspace;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.shell.WorkspaceActions;

/** What the welcome screen knows and does. */
final class WelcomeViewModel {
    /** File that makes a folder a workspace. */
    private static final String DATABASE = "workspace.db";

    private static final String SAMPLE = "GRCP 7 sample";

    private final Kit kit;
    private final WorkspaceActions actions;
    private final Path home;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty author = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Path> folder = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problemKey = new ReadOnlyStringWrapper();
    private final ObservableList<RecentWorkspace> recent = FXCollections.observableArrayList();
    private final Set<String> missing = new HashSet<>();
    private Path chosenParent;

    /**
     * A model over these actions.
     *
     * @param home folder in which new workspaces are proposed
     */
    WelcomeViewModel(Kit kit, WorkspaceActions actions, Path home) {
        this.kit = kit;
        this.actions = actions;
        this.home = home;
        author.set(kit.settings().get().author());
        recent.setAll(kit.settings().get().recent());
        name.addListener((o, was, is) -> propose());
        propose();
        lookForMissing();
    }

    private void lookForMissing() {
        var list = kit.settings().get().recent();
        // A folder on a drive that is gone may take seconds to answer.
        kit.tasks()
                .read(progress -> {
                    Set<String> gone = new HashSet<>();
                    for (RecentWorkspace workspace : list) {
                        if (!Files.isRegularFile(Path.of(workspace.folder()).resolve(DATABASE))) {
                            gone.add(workspace.folder());
                        }
                    }
                    return gone;
                })
                .then(gone -> {
                    missing.addAll(gone);
                    recent.setAll(kit.settings().get().recent());
                })
                .start();
    }

    ObservableList<RecentWorkspace> recent() {
        return recent;
    }

    boolean isMissing(RecentWorkspace workspace) {
        return missing.contains(workspace.folder());
    }

    void remove(RecentWorkspace workspace) {
        kit.settings().update(s -> s.withoutRecent(workspace.folder()));
        recent.setAll(kit.settings().get().recent());
    }

    StringProperty name() {
        return name;
    }

    StringProperty author() {
        return author;
    }

    ReadOnlyObjectProperty<Path> folder() {
        return folder.getReadOnlyProperty();
    }

    /** Key of what stands in the way of creating; null if nothing does or nothing was tried yet. */
    ReadOnlyStringProperty problemKey() {
        return problemKey.getReadOnlyProperty();
    }

    StringBinding problem() {
        return kit.i18n().textOf(problemKey);
    }

    private void propose() {
        Path parent = chosenParent == null ? home : chosenParent;
        folder.set(name.get().isBlank() ? parent : parent.resolve(FileNames.folder(name.get())));
        problemKey.set(null);
    }

    /** Takes a folder that the person chose for a new workspace: an empty one is used itself, another as the parent. */
    void chooseFolder(Path chosen) {
        chosenParent = chosen;
        if (isEmptyFolder(chosen)) {
            folder.set(chosen);
            problemKey.set(null);
        } else {
            propose();
        }
    }

    void create() {
        if (name.get().isBlank()) {
            problemKey.set("shell.welcome.name.missing");
            return;
        }
        Path target = folder.get();
        if (Files.exists(target) && !isEmptyFolder(target)) {
            problemKey.set("shell.welcome.folder.taken");
            return;
        }
        kit.settings().update(s -> s.withAuthor(author.get()));
        actions.create(target, name.get().strip());
    }

    private static boolean isEmptyFolder(Path path) {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> content = Files.list(path)) {
            return content.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    void open(Path chosen) {
        actions.open(chosen);
    }

    void open(RecentWorkspace workspace) {
        try {
            actions.open(Path.of(workspace.folder()));
        } catch (InvalidPathException e) {
            kit.tasks().fail(e);
        }
    }

    /** Opens the sample that was made before, or makes it; a folder in the way leads to a name with a number. */
    void sample() {
        for (int number = 1; ; number++) {
            Path folderOfSample = home.resolve(number == 1 ? SAMPLE : SAMPLE + " " + number);
            if (Files.isRegularFile(folderOfSample.resolve(DATABASE))) {
                actions.open(folderOfSample);
                return;
            }
            if (!Files.exists(folderOfSample) || isEmptyFolder(folderOfSample)) {
                actions.sample(folderOfSample);
                return;
            }
        }
    }

    boolean canReturn() {
        return actions.canReturn();
    }

    void returnToWorkspace() {
        actions.returnToWorkspace();
    }
}
