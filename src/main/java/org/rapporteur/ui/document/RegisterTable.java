package org.rapporteur.ui.document;

import static org.rapporteur.core.document.DocumentKinds.DOCUMENT;
import static org.rapporteur.core.document.DocumentKinds.LANGUAGE_VERSION;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.scene.control.Button;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.document.Revisions;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.text.Language;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.Tone;
import org.rapporteur.ui.kit.record.RecordColumn;
import org.rapporteur.ui.kit.record.RecordColumn.Cell;
import org.rapporteur.ui.kit.record.RecordColumn.Mark;
import org.rapporteur.ui.kit.record.RecordTable;

/** Makes the list of documents: of all meetings or of one. */
final class RegisterTable {
    private static final int CHUNK = 400;

    private final DocumentParts parts;

    RegisterTable(DocumentParts parts) {
        this.parts = parts;
    }

    /**
     * A list.
     *
     * @param meeting of this meeting only; null for all
     * @param create what the button that adds a document does
     */
    RecordTable make(UUID meeting, Runnable create) {
        RecordTable table = new RecordTable(parts.recordKit(), DOCUMENT)
                .column(RecordColumn.field("symbol").width(120))
                .column(RecordColumn.field("title").width(210))
                .column(RecordColumn.computed("languages", "document.column.languages", this::languages)
                        .width(200));
        // What the agenda and other papers cite instead of it.
        table.column(RecordColumn.computed("standing", "document.column.standing", this::standing)
                .width(130));
        RecordColumn dated = RecordColumn.field("dated").width(100);
        if (meeting == null) {
            table.column(
                    RecordColumn.computed("of", "field.meeting", this::meetings).width(80));
        } else {
            table.query(Query.of(DOCUMENT).where("meeting", meeting));
        }
        table.column(meeting == null ? dated.hidden() : dated)
                .column(RecordColumn.field("type").hidden())
                .column(RecordColumn.field("agenda_item").width(130).hidden())
                .column(RecordColumn.field("submitted_by").hidden())
                .column(RecordColumn.field("distribution").hidden())
                .column(RecordColumn.field("source").hidden())
                .follows(LANGUAGE_VERSION, MeetingKinds.MEETING)
                .sortedBy("symbol")
                .tools(add(create, true))
                .empty(
                        Material2OutlinedAL.DESCRIPTION,
                        "document.empty.title",
                        "document.empty.sentence",
                        add(create, false));
        return meeting == null ? table.filters("type", "meeting") : table.filters("type");
    }

    private Button add(Runnable create, boolean icon) {
        Button add = new Button(null, icon ? Icons.of(Material2OutlinedAL.ADD, 16) : null);
        add.textProperty().bind(parts.i18n().text("document.command.new"));
        add.getStyleClass().add("accent");
        add.setDisable(!parts.recordKit().writable());
        add.setOnAction(e -> create.run());
        return add;
    }

    /** Six small signs; the words behind them say where each language stands. */
    private Map<UUID, Cell> languages(Records store, List<Row> rows) {
        Map<UUID, Map<String, String>> status = new HashMap<>();
        List<UUID> ids = rows.stream().map(Row::id).toList();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            store.each(
                    Query.of(LANGUAGE_VERSION).where("document", ids.subList(from, Math.min(from + CHUNK, ids.size()))),
                    version -> status.computeIfAbsent(version.ref("document"), k -> new HashMap<>())
                            .put(version.text("language"), version.text("status")));
        }
        Map<UUID, Cell> cells = new HashMap<>();
        for (Row row : rows) {
            Map<String, String> of = status.getOrDefault(row.id(), Map.of());
            List<Mark> marks = new ArrayList<>();
            List<String> words = new ArrayList<>();
            int order = 0;
            for (Language language : Language.all()) {
                String now = of.get(language.code());
                marks.add(new Mark(
                        language.code().toUpperCase(java.util.Locale.ROOT),
                        now == null ? null : DocumentParts.tone(now)));
                if (now != null) {
                    order += now.equals("issued") ? 10 : 1;
                    words.add(parts.i18n()
                            .now(
                                    "document.language.status",
                                    language.nameIn(parts.i18n().language().get()),
                                    LanguageRow.statusWords(parts, now)));
                }
            }
            String text = words.isEmpty() ? parts.i18n().now("document.language.none") : String.join("\n", words);
            cells.put(row.id(), Cell.of(text, order).marks(marks));
        }
        return cells;
    }

    /** Says of a document that a later revision took its place. */
    private Map<UUID, Cell> standing(Records store, List<Row> rows) {
        Revisions revisions = Revisions.of(store.list(Query.of(DOCUMENT)));
        Map<UUID, Cell> cells = new HashMap<>();
        for (Row row : rows) {
            revisions
                    .replacedBy(row)
                    .ifPresent(by -> cells.put(
                            row.id(),
                            Cell.of(parts.i18n().now("document.standing.replaced", by.text("symbol")))
                                    .tone(Tone.NEUTRAL)));
        }
        return cells;
    }

    private Map<UUID, Cell> meetings(Records store, List<Row> rows) {
        Map<UUID, String> names = new HashMap<>();
        Map<UUID, Cell> cells = new HashMap<>();
        for (Row row : rows) {
            UUID meeting = row.ref("meeting");
            if (meeting != null) {
                String name = names.computeIfAbsent(
                        meeting,
                        id -> store.find(MeetingKinds.MEETING, id)
                                .map(m -> m.text("acronym").isBlank()
                                        ? m.textOr("name", parts.language())
                                        : m.text("acronym"))
                                .orElse(""));
                cells.put(row.id(), Cell.of(name));
            }
        }
        return cells;
    }
}
