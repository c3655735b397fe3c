package org.rapporteur.ui.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rapporteur.core.document.DocumentKinds.DOCUMENT;
import static org.rapporteur.core.document.DocumentKinds.LANGUAGE_VERSION;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.core.text.Language;
import org.rapporteur.ui.Fx;
import org.rapporteur.ui.kit.record.TestKit;
import org.rapporteur.ui.shell.Navigator;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class DocumentsViewTest {
    @TempDir
    Path folder;

    private TestKit kit;
    private DocumentsView view;
    private LanguagesPart languages;
    private UUID document;
    private final Map<String, byte[]> stored = new HashMap<>();

    private final DocumentFiles files = new DocumentFiles() {
        @Override
        public String put(Path file) {
            try {
                String hash = "%064x".formatted(stored.size() + 1);
                stored.put(hash, Files.readAllBytes(file));
                return hash;
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public Path copy(String hash, String fileName) {
            throw new UnsupportedOperationException("nothing is opened here");
        }

        @Override
        public void save(String hash, Path target) {
            throw new UnsupportedOperationException("nothing is saved here");
        }
    };

    @Start
    void start(Stage stage) {
        kit = new TestKit(folder);
        kit.workspace()
                .changes()
                .run(
                        Label.of("step.add", "document"),
                        tx -> document = tx.insert(
                                DOCUMENT, Values.of("symbol", "GRCP/7/3").with("title_en", "Agenda")));
        DocumentParts parts = new DocumentParts(kit.kit(), new Navigator(), kit.records(), files);
        view = new DocumentsView(parts, null);
        languages = new LanguagesPart(parts);
        languages.show(document);
        stage.setScene(kit.kit().scenes().main(view, 980, 900));
        stage.show();
        view.show(document);
    }

    @AfterEach
    void close() {
        kit.close();
    }

    private List<Row> versions() {
        return kit.workspace().list(Query.partsOf(LANGUAGE_VERSION, document));
    }

    @Test
    void theNextDocumentGetsTheNextFreeSymbol(FxRobot robot) {
        Fx.click(robot, "#next-rev");
        Fx.await(
                "the revision", () -> kit.workspace().count(Query.of(DOCUMENT).where("symbol", "GRCP/7/3/Rev.1")) == 1);
    }

    @Test
    void filesFindTheirLanguageAndAreAttached() throws Exception {
        Path french = Files.writeString(folder.resolve("agenda-FR.pdf"), "%PDF");
        Path unclear = Files.writeString(folder.resolve("agenda.pdf"), "%PDF");
        Fx.run(() -> languages.dropped(List.of(french, unclear)));
        Fx.await("the file", () -> versions().size() == 1);
        Row version = versions().getFirst();
        assertEquals("fr", version.text("language"));
        assertEquals("ready", version.text("status"));
        assertEquals("agenda-FR.pdf", version.text("file_name"));
        assertTrue(stored.containsKey(version.text("blob")));
        Fx.awaitEquals(1, () -> kit.notices().size());
        kit.workspace().undo().undo();
        assertTrue(versions().isEmpty());
    }

    @Test
    void refusesWhatIsNoDocumentAndSaysWhy() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.pdf"));
        Path program = Files.writeString(folder.resolve("run.exe"), "MZ");
        assertEquals(
                "DOC-02",
                assertThrows(Problem.class, () -> FileRules.check(empty)).code());
        assertEquals(
                "DOC-04",
                assertThrows(Problem.class, () -> FileRules.check(program)).code());
        assertEquals(
                "DOC-01",
                assertThrows(Problem.class, () -> FileRules.check(folder)).code());
    }

    @Test
    void namesSpeakOfLanguages() {
        assertEquals(Optional.of(Language.EN), FileRules.language("GRCP7-agenda-EN.docx"));
        assertEquals(Optional.of(Language.AR), FileRules.language("summary_ar (2).pdf"));
        assertEquals(Optional.of(Language.RU), FileRules.language("N1712345-R.pdf"));
        assertEquals(Optional.of(Language.FR), FileRules.language("agenda French.pdf"));
        assertEquals(Optional.empty(), FileRules.language("agenda.pdf"));
    }
}
