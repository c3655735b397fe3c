package org.rapporteur.ui.document;

import static org.rapporteur.core.document.DocumentKinds.DOCUMENT;
import static org.rapporteur.core.document.DocumentKinds.LANGUAGE_VERSION;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.document.DocumentSteps;
import org.rapporteur.core.text.FileNames;
import org.rapporteur.core.text.Language;
import org.rapporteur.ui.kit.Dialogs.FileKind;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.Notice;
import org.rapporteur.ui.kit.record.RecordPart;

/** The six languages of a document. Files are chosen or dropped; several dropped at once are told apart by their names. */
final class LanguagesPart implements RecordPart, LanguageRow.Deeds {
    private record Loaded(Row document, Map<String, Row> versions) {}

    private final DocumentParts parts;
    private final VBox rows = new VBox(2);
    private final VBox box;
    private final LatestTask<Optional<Loaded>> loading;
    private UUID document;

    LanguagesPart(DocumentParts parts) {
        this.parts = parts;
        this.loading = new LatestTask<>(parts.kit().tasks(), found -> found.ifPresent(this::fill));
        Label help = new Label();
        help.textProperty().bind(parts.i18n().text("document.languages.help"));
        help.setWrapText(true);
        help.setMinHeight(Region.USE_PREF_SIZE);
        help.getStyleClass().add("field-help");
        box = new VBox(8, rows, help);
        box.setId("document-languages");
        box.getStylesheets()
                .add(java.util.Objects.requireNonNull(LanguagesPart.class.getResource("document.css"))
                        .toExternalForm());
        if (parts.recordKit().writable()) {
            box.setOnDragOver(event -> {
                if (event.getDragboard().hasFiles()) {
                    event.acceptTransferModes(TransferMode.COPY);
                    event.consume();
                }
            });
            box.setOnDragDropped(event -> {
                if (event.getDragboard().hasFiles()) {
                    event.setDropCompleted(true);
                    event.consume();
                    dropped(event.getDragboard().getFiles().stream()
                            .map(java.io.File::toPath)
                            .toList());
                }
            });
        }
        parts.recordKit().follow(box, Set.of(DOCUMENT, LANGUAGE_VERSION), commit -> load());
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(UUID record) {
        document = record;
        rows.getChildren().clear();
        load();
    }

    private void load() {
        UUID wanted = document;
        if (wanted != null) {
            loading.request(progress -> {
                var store = parts.recordKit().records();
                Map<String, Row> versions = new HashMap<>();
                for (Row version : store.list(Query.partsOf(LANGUAGE_VERSION, wanted))) {
                    versions.putIfAbsent(version.text("language"), version);
                }
                return store.find(DOCUMENT, wanted).map(row -> new Loaded(row, versions));
            });
        }
    }

    private void fill(Loaded loaded) {
        if (rows.getChildren().stream().anyMatch(row -> row instanceof LanguageRow line && line.isChoosing())) {
            // A choice under way is not taken away; once it is taken, the rows are read again.
            return;
        }
        if (!loaded.document().id().equals(document)) {
            return;
        }
        String original = loaded.document().text("original_language");
        // The lines are made anew; the keyboard stays in the line where it was.
        // Asked of the scene: a line that was replaced while it had the keyboard still says that it has it.
        Node focused = rows.getScene() == null ? null : rows.getScene().getFocusOwner();
        while (focused != null && focused.getParent() != rows) {
            focused = focused.getParent();
        }
        int at = rows.getChildren().indexOf(focused);
        rows.getChildren()
                .setAll(Language.all().stream()
                        .map(l -> new LanguageRow(
                                parts,
                                l,
                                loaded.versions().get(l.code()),
                                l.code().equals(original),
                                this))
                        .toList());
        if (at >= 0) {
            ((LanguageRow) rows.getChildren().get(at)).focusStatus();
        }
    }

    /** Attaches each file to the language that its name speaks of; says which names speak of none. */
    void dropped(List<Path> files) {
        Map<Language, Path> found = new EnumMap<>(Language.class);
        List<String> unclear = new ArrayList<>();
        for (Path file : files) {
            Optional<Language> language = FileRules.language(FileRules.name(file));
            if (language.isPresent() && !found.containsKey(language.get())) {
                found.put(language.get(), file);
            } else {
                unclear.add(FileRules.name(file));
            }
        }
        found.forEach(this::attach);
        if (!unclear.isEmpty()) {
            parts.kit()
                    .notifications()
                    .show(Notice.warning(
                            parts.i18n().text("document.file.unclear", unclear.size(), String.join(", ", unclear))));
        }
    }

    @Override
    public void attach(Language language, Path file) {
        UUID to = document;
        I18n i18n = parts.i18n();
        String name = FileRules.name(file);
        String called = org.rapporteur.core.change.Label.word("documents.language." + language.code());
        parts.kit()
                .tasks()
                .work(i18n.text("document.task.attach", name), progress -> {
                    FileRules.check(file);
                    return parts.files().put(file);
                })
                .then(hash -> parts.recordKit()
                        .edits()
                        .run(
                                org.rapporteur.core.change.Label.of("document.step.attach", name, called),
                                tx -> DocumentSteps.attach(tx, to, language.code(), name, hash)))
                .start();
    }

    @Override
    public void choose(Language language) {
        I18n i18n = parts.i18n();
        parts.kit()
                .dialogs()
                .openFile(
                        i18n.now(
                                "document.file.attach.to",
                                language.nameIn(i18n.language().get())),
                        new FileKind(i18n.now("document.file.kind"), FileRules.ENDINGS))
                .ifPresent(file -> attach(language, file));
    }

    @Override
    public void status(Language language, String status) {
        UUID of = document;
        String called = org.rapporteur.core.change.Label.word("documents.language." + language.code());
        parts.recordKit()
                .edits()
                .run(
                        org.rapporteur.core.change.Label.of("document.step.status", called),
                        tx -> tx.set(
                                LANGUAGE_VERSION,
                                DocumentSteps.version(tx, of, language.code()),
                                "status",
                                Values.stored(status)));
    }

    @Override
    public void open(Row version) {
        String hash = version.text("blob");
        String name = version.text("file_name");
        if (!FileRules.opens(name)) {
            // What came in a package may be called anything; a program is not handed to the system.
            parts.kit().notifications().show(Notice.warning(parts.i18n().text("document.file.notopened", name)));
            return;
        }
        parts.kit()
                .tasks()
                .read(progress -> parts.files().copy(hash, name))
                .then(copy -> parts.kit().dialogs().open(copy))
                .start();
    }

    @Override
    public void save(Row version) {
        String name = version.text("file_name");
        String ending = FileRules.ending(name);
        I18n i18n = parts.i18n();
        FileKind kind =
                new FileKind(i18n.now("document.file.kind"), ending.isEmpty() ? FileRules.ENDINGS : List.of(ending));
        parts.kit()
                .dialogs()
                .saveFile(i18n.now("document.file.save"), FileNames.whole(name), kind)
                .ifPresent(target -> parts.kit()
                        .tasks()
                        .read(progress -> {
                            parts.files().save(version.text("blob"), target);
                            return target;
                        })
                        .then(saved -> parts.kit()
                                .notifications()
                                .show(Notice.success(i18n.text("document.file.saved", FileRules.name(saved)))))
                        .start());
    }

    @Override
    public void detach(Row version) {
        parts.recordKit()
                .edits()
                .run(
                        org.rapporteur.core.change.Label.of("document.step.detach", version.text("file_name")),
                        tx -> DocumentSteps.detach(tx, version.id()));
    }
}
