package org.rapporteur.ui.recommendation;

import static org.rapporteur.core.recommendation.RecommendationKinds.ADOPTION;
import static org.rapporteur.core.recommendation.RecommendationKinds.EVIDENCE;
import static org.rapporteur.core.recommendation.RecommendationKinds.RECOMMENDATION;
import static org.rapporteur.core.recommendation.RecommendationKinds.VERSION;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.core.recommendation.Adoptions;
import org.rapporteur.core.recommendation.Wordings;
import org.rapporteur.core.text.StatedNumber;
import org.rapporteur.ui.kit.Command;
import org.rapporteur.ui.kit.Commands;
import org.rapporteur.ui.kit.Tone;
import org.rapporteur.ui.kit.record.HistoryPanel;
import org.rapporteur.ui.kit.record.RecordAction;
import org.rapporteur.ui.kit.record.RecordColumn;
import org.rapporteur.ui.kit.record.RecordColumn.Cell;
import org.rapporteur.ui.kit.record.RecordTable;

/** The recommendations of all meetings. */
final class RegisterView extends BorderPane {
    private static final int CHUNK = 400;

    private final RecommendationParts parts;

    RegisterView(RecommendationParts parts, Command create, Command cycles, Consumer<Row> open) {
        this.parts = parts;
        getStyleClass().add("recommendation-register");
        Button add = Commands.button(create, parts.i18n());
        add.getStyleClass().add("accent");
        Button rounds = Commands.button(cycles, parts.i18n());
        for (Button button : List.of(add, rounds)) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        RecordTable table = new RecordTable(parts.recordKit(), RECOMMENDATION)
                .column(RecordColumn.computed("no", "recommendation.column.no", (store, rows) -> numbers(rows))
                        .width(76))
                .column(RecordColumn.computed("what", "recommendation.column.what", this::headings)
                        .width(330))
                .column(RecordColumn.field("grouping")
                        .heading("recommendation.column.group")
                        .width(150))
                .column(RecordColumn.computed("state", "field.status", this::states)
                        .width(160))
                .column(RecordColumn.computed("of", "field.meeting", this::meetings)
                        .width(100))
                .column(RecordColumn.computed("objectives", "recommendation.column.objectives", this::objectives)
                        .width(110))
                .column(RecordColumn.field("responsible").width(130))
                .column(RecordColumn.field("due_on").width(110))
                .column(RecordColumn.computed("adopted", "field.adopted_on", this::adopted)
                        .width(110)
                        .hidden())
                .column(RecordColumn.field("source").hidden())
                .column(RecordColumn.field("notes").hidden())
                .query(Query.of(RECOMMENDATION).by("position"))
                .follows(VERSION, ADOPTION, EVIDENCE, MeetingKinds.MEETING)
                .shownAs(RegisterView::withStatus)
                .filters("status", "meeting", "responsible")
                .sortedBy("of")
                .tools(rounds, add)
                .onOpen(open)
                .onHistory(row -> HistoryPanel.show(parts.recordKit(), row))
                .actions(RecordAction.of(
                                "recommendation.command.open",
                                Material2OutlinedMZ.OPEN_IN_NEW,
                                rows -> open.accept(rows.getFirst()))
                        .when(rows -> rows.size() == 1))
                .empty(
                        Material2OutlinedAL.GAVEL,
                        "recommendation.empty.title",
                        "recommendation.empty.sentence",
                        Commands.button(create, parts.i18n()));
        setCenter(table);
    }

    private Map<UUID, Cell> numbers(List<Row> rows) {
        Map<UUID, Cell> cells = new HashMap<>();
        for (Row row : rows) {
            String number = row.text("number").strip();
            cells.put(row.id(), new Cell(number, StatedNumber.key(number), null));
        }
        return cells;
    }

    private Map<UUID, Cell> headings(Records store, List<Row> rows) {
        Map<UUID, Row> wordings = Wordings.current(store, rows);
        Map<UUID, Cell> cells = new HashMap<>();
        rows.forEach(row -> cells.put(row.id(), Cell.of(parts.heading(row, wordings.get(row.id())))));
        return cells;
    }

    /** The recommendations with the status that follows from the records of adoption, which the filter goes by too. */
    private static List<Row> withStatus(Records store, List<Row> rows) {
        Map<UUID, Adoptions> adoptions = Adoptions.of(store, rows);
        return rows.stream()
                .map(row ->
                        row.with("status", Values.stored(adoptions.get(row.id()).status())))
                .toList();
    }

    /** The status as it follows from the records of adoption. */
    private Map<UUID, Cell> states(Records store, List<Row> rows) {
        Map<UUID, Cell> cells = new HashMap<>();
        Adoptions.of(store, rows).forEach((id, adoptions) -> {
            String status = adoptions.status();
            if (adoptions.contested()) {
                cells.put(
                        id,
                        Cell.of(parts.i18n().now("recommendation.contested.chip"))
                                .tone(Tone.DANGER));
            } else if (!status.isEmpty()) {
                cells.put(
                        id,
                        Cell.of(parts.recordKit().words().value(RECOMMENDATION, RECOMMENDATION.field("status"), status))
                                .tone(RecommendationParts.tone(status)));
            }
        });
        return cells;
    }

    /** The day of adoption as it is on record. */
    private Map<UUID, Cell> adopted(Records store, List<Row> rows) {
        Map<UUID, Cell> cells = new HashMap<>();
        Adoptions.of(store, rows)
                .forEach((id, adoptions) -> adoptions
                        .first()
                        .filter(act -> act.day() != null)
                        .ifPresent(act -> cells.put(
                                id,
                                Cell.of(
                                        parts.kit().formats().date(act.day()),
                                        act.day().toEpochDay()))));
        return cells;
    }

    /** Meetings by their acronym, by their name if they have none. */
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

    /** "6, 14, (18)": the codes of the objectives, those that are referred to indirectly in brackets. */
    private Map<UUID, Cell> objectives(Records store, List<Row> rows) {
        Map<UUID, String> codes = new HashMap<>();
        store.each(
                Query.of(PartyKinds.REFERENCE_ITEM)
                        .where("list", List.of("gcm_objective", "gcm_principle", "sdg_target")),
                item -> codes.put(item.id(), item.text("code")));
        Map<UUID, Map<String, Boolean>> found = new HashMap<>();
        List<UUID> ids = rows.stream().map(Row::id).toList();
        for (int from = 0; from < ids.size(); from += CHUNK) {
            store.each(
                    Query.of(EVIDENCE)
                            .where("recommendation", ids.subList(from, Math.min(from + CHUNK, ids.size())))
                            .where("relation", List.of("objective", "indirect")),
                    link -> {
                        String code = codes.get(link.ref("target"));
                        if (code != null) {
                            found.computeIfAbsent(link.ref("recommendation"), k -> new TreeMap<>(StatedNumber.ORDER))
                                    .merge(code, link.text("relation").equals("objective"), Boolean::logicalOr);
                        }
                    });
        }
        Map<UUID, Cell> cells = new HashMap<>();
        found.forEach((id, objectives) -> {
            List<String> shown = new ArrayList<>();
            objectives.forEach((code, direct) -> shown.add(direct ? code : "(" + code + ")"));
            cells.put(id, Cell.of(String.join(", ", shown)));
        });
        return cells;
    }
}
