package org.rapporteur.ui.survey;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.layout.BorderPane;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.survey.analysis.ResponseProgress;
import org.rapporteur.ui.kit.Command;
import org.rapporteur.ui.kit.Commands;
import org.rapporteur.ui.kit.Tone;
import org.rapporteur.ui.kit.record.RecordColumn;
import org.rapporteur.ui.kit.record.RecordColumn.Cell;
import org.rapporteur.ui.kit.record.RecordTable;

/** All surveys of the workspace, with how many of those asked have answered. */
final class SurveysList extends BorderPane {
    private final SurveyParts parts;

    SurveysList(SurveyParts parts, Command create, Consumer<Row> open, ImportTable tables) {
        this.parts = parts;
        getStyleClass().add("page");
        RecordTable table = new RecordTable(parts.recordKit(), SurveyKinds.SURVEY)
                .columns("title", "meeting")
                .column(RecordColumn.field("status").chip(SurveysList::tone))
                .columns("due_on")
                .column(RecordColumn.computed("responses", "survey.column.responses", (store, rows) -> responses(rows))
                        .width(140))
                .follows(SurveyKinds.RESPONDENT)
                .filters("status")
                .sortedBy("due_on")
                .tools(tables.button(), Commands.button(create, parts.i18n()))
                .empty(
                        Material2OutlinedAL.BALLOT,
                        "survey.empty.title",
                        "survey.empty.sentence",
                        Commands.button(create, parts.i18n()))
                .onOpen(open);
        setCenter(table);
        setTop(new UnassignedFiles(parts));
    }

    private static Tone tone(String status) {
        return switch (status) {
            case "open" -> Tone.INFO;
            case "closed", "analysed" -> Tone.SUCCESS;
            default -> Tone.NEUTRAL;
        };
    }

    /** "27 of 32" for each survey; off the window's thread. */
    private Map<UUID, Cell> responses(List<Row> rows) {
        Map<UUID, Cell> cells = new HashMap<>();
        LocalDate today = LocalDate.now(parts.recordKit().clock());
        for (Row row : rows) {
            ResponseProgress progress = parts.analysis().progress(row.id(), today, List.of());
            int received = progress.total().received();
            cells.put(
                    row.id(),
                    Cell.of(
                            parts.i18n()
                                    .now("survey.of", received, progress.total().asked()),
                            received));
        }
        return cells;
    }
}
