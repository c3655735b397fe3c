package org.rapporteur.core.document;

import java.util.List;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Kind;

/** The register of documents. */
public final class DocumentKinds {
    private DocumentKinds() {}

    /** What one symbol stands for in all its languages. */
    public static final Kind DOCUMENT = Kind.named("document")
            .partOf("meeting", "meeting")
            .text("symbol")
            .title()
            .texts("title")
            .title()
            .required()
            .choice(
                    "type",
                    "agenda",
                    "annotated_agenda",
                    "background_paper",
                    "concept_note",
                    "invitation",
                    "list_of_participants",
                    "questionnaire",
                    "survey_summary",
                    "statement",
                    "presentation",
                    "declaration",
                    "conclusions",
                    "chairs_summary",
                    "summary_report",
                    "recommendations",
                    "other")
            .choice("distribution", "general", "limited", "restricted")
            .choice("original_language", "en", "fr", "es", "ar", "zh", "ru")
            .field("dated", FieldType.DATE)
            .ref("agenda_item", "agenda_item")
            .ref("submitted_by", "party")
            .text("source")
            .longText("notes")
            .searched()
            .build();

    /** One language version and where it stands. */
    public static final Kind LANGUAGE_VERSION = Kind.named("language_version")
            .partOf("document", "document")
            .choice("language", "en", "fr", "es", "ar", "zh", "ru")
            .title()
            .choice("status", "awaited", "in_translation", "in_revision", "ready", "issued")
            .text("file_name")
            .searched()
            .field("blob", FieldType.BLOB_HASH)
            .internal()
            .field("due_on", FieldType.DATE)
            .build();

    public static List<Kind> all() {
        return List.of(DOCUMENT, LANGUAGE_VERSION);
    }
}
