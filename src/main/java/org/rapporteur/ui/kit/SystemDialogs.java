package org.rapporteur.ui.kit;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.application.HostServices;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.rapporteur.core.text.FileNames;

/** The system's own choosers and programs. Choosers open where the last one was left. */
public final class SystemDialogs implements Dialogs {
    private final Supplier<Window> owner;
    private final HostServices services;
    private final Scenes scenes;
    private final I18n i18n;
    private Path lastFolder;

    /** Dialogs over a window, which may not exist yet when this is made. */
    public SystemDialogs(Supplier<Window> owner, HostServices services, Scenes scenes, I18n i18n) {
        this.owner = owner;
        this.services = services;
        this.scenes = scenes;
        this.i18n = i18n;
    }

    @Override
    public Optional<Path> openFile(String title, FileKind... kinds) {
        return remember(chooser(title, kinds).showOpenDialog(owner.get()));
    }

    @Override
    public List<Path> openFiles(String title, FileKind... kinds) {
        List<File> files = chooser(title, kinds).showOpenMultipleDialog(owner.get());
        if (files == null) {
            return List.of();
        }
        return files.stream().map(this::remember).flatMap(Optional::stream).toList();
    }

    @Override
    public Optional<Path> saveFile(String title, String suggestedName, FileKind... kinds) {
        FileChooser chooser = chooser(title, kinds);
        // Whatever a record is called: what is proposed can be saved on every system.
        chooser.setInitialFileName(FileNames.whole(suggestedName));
        return remember(chooser.showSaveDialog(owner.get())).map(path -> {
            FileChooser.ExtensionFilter filter = chooser.getSelectedExtensionFilter();
            return filter == null ? path : withEnding(path, filter.getExtensions());
        });
    }

    /** Not every system adds the ending of the chosen kind; it asked about the name without it, so no file is replaced. */
    static Path withEnding(Path path, List<String> patterns) {
        String name = path.getFileName().toString();
        List<String> endings = patterns.stream()
                .filter(pattern -> pattern.startsWith("*.") && !pattern.equals("*.*"))
                .map(pattern -> pattern.substring(2))
                .toList();
        if (endings.isEmpty()
                || endings.stream()
                        .anyMatch(ending -> name.toLowerCase(Locale.ROOT).endsWith("." + ending))) {
            return path;
        }
        Set<String> taken = new HashSet<>();
        Path with = path.resolveSibling(FileNames.free(name, endings.getFirst(), taken));
        while (Files.exists(with)) {
            with = path.resolveSibling(FileNames.free(name, endings.getFirst(), taken));
        }
        return with;
    }

    @Override
    public Optional<Path> folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        if (usable(lastFolder)) {
            chooser.setInitialDirectory(lastFolder.toFile());
        }
        File chosen = chooser.showDialog(owner.get());
        if (chosen == null) {
            return Optional.empty();
        }
        lastFolder = chosen.toPath().toAbsolutePath().getParent();
        return Optional.of(chosen.toPath());
    }

    private FileChooser chooser(String title, FileKind... kinds) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        if (usable(lastFolder)) {
            chooser.setInitialDirectory(lastFolder.toFile());
        }
        for (FileKind kind : kinds) {
            chooser.getExtensionFilters()
                    .add(new FileChooser.ExtensionFilter(
                            kind.name(),
                            kind.endings().stream().map(e -> "*." + e).toList()));
        }
        return chooser;
    }

    private static boolean usable(Path folder) {
        return folder != null && Files.isDirectory(folder);
    }

    private Optional<Path> remember(File file) {
        if (file == null) {
            return Optional.empty();
        }
        lastFolder = file.toPath().toAbsolutePath().getParent();
        return Optional.of(file.toPath());
    }

    @Override
    public boolean confirm(String title, String text, String action) {
        ButtonType act = new ButtonType(action, ButtonBar.ButtonData.OK_DONE);
        ButtonType leave = new ButtonType(i18n.now("kit.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.NONE, text, leave, act);
        alert.initOwner(owner.get());
        alert.setTitle(title);
        alert.setHeaderText(title);
        scenes.dress(alert.getDialogPane().getScene());
        // The safe way out has the focus: what can't be undone takes a decision, not an Enter.
        Button leaveButton = (Button) alert.getDialogPane().lookupButton(leave);
        Button actButton = (Button) alert.getDialogPane().lookupButton(act);
        actButton.setDefaultButton(false);
        actButton.getStyleClass().add("danger");
        leaveButton.setDefaultButton(true);
        return alert.showAndWait().filter(act::equals).isPresent();
    }

    @Override
    public void open(Path file) {
        services.showDocument(file.toUri().toString());
    }

    @Override
    public void browse(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        if (lower.startsWith("https://") || lower.startsWith("http://") || lower.startsWith("mailto:")) {
            services.showDocument(address);
        }
    }

    @Override
    public void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
