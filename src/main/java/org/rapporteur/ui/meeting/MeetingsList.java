package org.rapporteur.ui.meeting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.meeting.Meeting;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.ui.kit.Command;
import org.rapporteur.ui.kit.Commands;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Tone;
import org.rapporteur.ui.kit.record.RecordAction;
import org.rapporteur.ui.kit.record.RecordColumn;
import org.rapporteur.ui.kit.record.RecordColumn.Cell;
import org.rapporteur.ui.kit.record.RecordTable;

/** The list of meetings: those to come first, the nearest on top, then those held, the latest first. */
final class MeetingsList extends BorderPane {
    /** Days that put every meeting held behind every meeting to come. */
    private static final double HELD = 1_000_000;

    private static final double NO_DATE = 500_000;

    private final MeetingParts parts;
    private final RecordTable table;

    MeetingsList(MeetingParts parts, Command create, Consumer<Row> open, Consumer<Row> copy, Button... more) {
        this.parts = parts;
        getStyleClass().add("meetings-list");
        Button first = Commands.button(create, parts.i18n());
        Button add = Commands.button(create, parts.i18n());
        add.getStyleClass().add("accent");
        Button[] tools = new Button[more.length + 1];
        System.arraycopy(more, 0, tools, 0, more.length);
        tools[more.length] = add;
        table = new RecordTable(parts.recordKit(), MeetingKinds.MEETING)
                .column(RecordColumn.computed("left", "meeting.column.left", (records, rows) -> left(rows))
                        .width(110))
                .column(RecordColumn.computed("dates", "meeting.column.dates", (records, rows) -> dates(rows))
                        .width(190))
                .column(RecordColumn.field("acronym").width(90))
                .column(RecordColumn.field("name").width(340))
                .column(RecordColumn.field("place").width(170))
                .column(RecordColumn.field("level").width(130))
                .column(RecordColumn.field("status").width(120).chip(MeetingsList::tone))
                .filters("status", "level", "iscm")
                .sortedBy("left")
                .tools(tools)
                .onOpen(open)
                .actions(
                        RecordAction.of(
                                        "meeting.command.open",
                                        Material2OutlinedAL.LAUNCH,
                                        rows -> open.accept(rows.getFirst()))
                                .when(rows -> rows.size() == 1),
                        RecordAction.of(
                                        "meeting.command.clone",
                                        Material2OutlinedAL.CONTENT_COPY,
                                        rows -> copy.accept(rows.getFirst()))
                                .when(rows ->
                                        rows.size() == 1 && parts.recordKit().writable()))
                .empty(Material2OutlinedAL.EVENT, "meeting.list.empty", "meeting.list.empty.sentence", first);
        setCenter(table);
    }

    private static Tone tone(String status) {
        return switch (status) {
            case "confirmed" -> Tone.SUCCESS;
            case "postponed" -> Tone.WARNING;
            case "cancelled" -> Tone.DANGER;
            case "planned" -> Tone.INFO;
            default -> Tone.NEUTRAL;
        };
    }

    private Map<UUID, Cell> left(List<Row> rows) {
        LocalDate today = LocalDate.now(parts.recordKit().clock());
        Map<UUID, Cell> cells = new HashMap<>();
        for (Row row : rows) {
            Meeting meeting = Meeting.of(row);
            if (meeting.first().isEmpty()) {
                cells.put(row.id(), Cell.of("", "held".equals(row.text("status")) ? 2 * HELD : NO_DATE));
                continue;
            }
            long days = ChronoUnit.DAYS.between(today, meeting.first().get());
            boolean on = days <= 0 && !meeting.last().orElseThrow().isBefore(today);
            if (on) {
                cells.put(row.id(), Cell.of(i18n().now("meeting.now"), 0).tone(Tone.SUCCESS));
            } else if (days > 0) {
                Cell cell = Cell.of(i18n().formats().days(days), days);
                cells.put(row.id(), days < 15 ? cell.tone(Tone.WARNING) : cell);
            } else {
                cells.put(row.id(), Cell.of("", HELD - days));
            }
        }
        return cells;
    }

    private Map<UUID, Cell> dates(List<Row> rows) {
        Map<UUID, Cell> cells = new HashMap<>();
        for (Row row : rows) {
            Meeting meeting = Meeting.of(row);
            cells.put(
                    row.id(),
                    meeting.first()
                            .map(first -> Cell.of(
                                    i18n().formats().dates(first, meeting.last().orElse(first)), first.toEpochDay()))
                            .orElse(Cell.of(row.text("dates_stated"), Double.MAX_VALUE)));
        }
        return cells;
    }

    private I18n i18n() {
        return parts.i18n();
    }

    RecordTable table() {
        return table;
    }
}
