package org.rapporteur.core.document;

import static org.rapporteur.core.document.DocumentKinds.DOCUMENT;
import static org.rapporteur.core.document.DocumentKinds.LANGUAGE_VERSION;

import java.util.List;
import java.util.UUID;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;

/** What is done to documents of the register, each within the transaction it is given. */
public final class DocumentSteps {
    private DocumentSteps() {}

    /**
     * Registers a document that revises, adds to or corrects another: the same title, type, meeting and agenda item
     * under the next free symbol, with the same languages awaited.
     *
     * @return key of the new document
     */
    public static UUID follow(Transaction tx, Row document, DocumentSymbol.Mark mark) {
        List<String> taken = tx.list(Query.of(DOCUMENT)).stream()
                .map(row -> row.text("symbol"))
                .filter(symbol -> !symbol.isBlank())
                .toList();
        String symbol = DocumentSymbol.parse(document.text("symbol"))
                .map(from -> from.next(mark, taken).toString())
                .orElse(null);
        Values values = Values.of("meeting", document.ref("meeting"))
                .with("symbol", symbol)
                .texts("title", document.texts("title"));
        for (String column : List.of("type", "distribution", "original_language", "agenda_item", "submitted_by")) {
            values.with(column, document.get(column));
        }
        UUID added = tx.insert(DOCUMENT, values);
        for (Row version : tx.list(Query.partsOf(LANGUAGE_VERSION, document.id()))) {
            tx.insert(
                    LANGUAGE_VERSION,
                    Values.of("document", added)
                            .with("language", version.get("language"))
                            .with("status", "awaited"));
        }
        return added;
    }

    /** The language version of a document in a language; made if there is none. */
    public static UUID version(Transaction tx, UUID document, String language) {
        return tx.list(Query.partsOf(LANGUAGE_VERSION, document).where("language", language)).stream()
                .findFirst()
                .map(Row::id)
                .orElseGet(() -> tx.insert(
                        LANGUAGE_VERSION, Values.of("document", document).with("language", language)));
    }

    /**
     * Attaches a file to a language version; a version that was awaited or in translation is ready then.
     *
     * @param hash SHA-256 of a blob that is in the workspace already
     */
    public static void attach(Transaction tx, UUID document, String language, String fileName, String hash) {
        UUID version = version(tx, document, language);
        Row row = tx.find(LANGUAGE_VERSION, version).orElseThrow();
        tx.set(LANGUAGE_VERSION, version, "blob", hash);
        tx.set(LANGUAGE_VERSION, version, "file_name", fileName);
        String status = row.text("status");
        if (status.isEmpty() || status.equals("awaited") || status.equals("in_translation")) {
            tx.set(LANGUAGE_VERSION, version, "status", "ready");
        }
    }

    /** Takes the file off a language version; its bytes stay in the workspace, so that this can be undone. */
    public static void detach(Transaction tx, UUID version) {
        tx.set(LANGUAGE_VERSION, version, "blob", null);
        tx.set(LANGUAGE_VERSION, version, "file_name", null);
    }
}
