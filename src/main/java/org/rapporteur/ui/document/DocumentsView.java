package org.rapporteur.ui.document;

import static org.rapporteur.core.document.DocumentKinds.DOCUMENT;

import java.util.UUID;
import javafx.scene.layout.BorderPane;
import org.rapporteur.core.change.Values;
import org.rapporteur.ui.kit.record.DetailView;
import org.rapporteur.ui.kit.record.RecordForm;
import org.rapporteur.ui.kit.record.RecordTable;
import org.rapporteur.ui.shell.MakesNew;

/** The register of documents, of all meetings or of one, with the selected document beside it. */
final class DocumentsView extends BorderPane implements MakesNew {
    private final DocumentParts parts;
    private final UUID meeting;
    private final DetailView detail;

    /** @param meeting shows the documents of this meeting only; null for all */
    DocumentsView(DocumentParts parts, UUID meeting) {
        this.parts = parts;
        this.meeting = meeting;
        getStyleClass().add("documents-view");
        getStylesheets()
                .add(java.util.Objects.requireNonNull(DocumentsView.class.getResource("document.css"))
                        .toExternalForm());
        RecordTable table = new RegisterTable(parts).make(meeting, this::create);
        RecordForm form = new RecordForm(parts.recordKit(), DOCUMENT)
                .fields("symbol")
                .part(null, new SymbolPart(parts, this::show))
                .fields("title")
                .part("document.languages", new LanguagesPart(parts))
                .section("document.about", "type", "original_language", "dated", "meeting", "agenda_item")
                .rest();
        detail = new DetailView(
                parts.recordKit(), meeting == null ? "document.register" : "document.meeting", table, form);
        setCenter(detail);
    }

    void show(UUID document) {
        if (document != null) {
            detail.show(document);
        }
    }

    @Override
    public void makeNew() {
        create();
    }

    void create() {
        String language = parts.language();
        parts.recordKit()
                .edits()
                .insert(DOCUMENT, Values.of("meeting", meeting).with("original_language", language), id -> {
                    detail.show(id);
                    detail.form().focusField("title");
                });
    }
}
