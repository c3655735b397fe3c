package org.rapporteur.documents.build;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.rapporteur.documents.Words;
import org.rapporteur.documents.model.Block;
import org.rapporteur.documents.model.Inline;
import org.rapporteur.documents.model.Inline.Mark;
import org.rapporteur.documents.model.Phrase;
import org.rapporteur.documents.model.Table;
import org.rapporteur.documents.model.TextDocument;

/** The agenda of a meeting: the items, the programme by day, and the annotations to each item. */
public final class AgendaDocument {

    private static final String BREAK_FILL = "F4F6F8";

    private final Words words;

    /** A builder; the words are those of the document's language. */
    public AgendaDocument(Words words) {
        this.words = words;
    }

    /** Builds the document. */
    public TextDocument build(AgendaInput input) {
        Draft draft = new Draft(input.masthead(), words);
        boolean programme = !input.sessions().isEmpty();
        boolean annotated = input.items().stream().anyMatch(AgendaDocument::annotated);
        boolean provisional = input.stage() == AgendaInput.Stage.PROVISIONAL;
        String title = draft.text(
                annotated
                        ? (provisional ? "agenda.title.annotated.provisional" : "agenda.title.annotated.adopted")
                        : provisional
                                ? (programme ? "agenda.title.provisional" : "agenda.title.provisional.only")
                                : (programme ? "agenda.title.adopted" : "agenda.title.adopted.only"));
        draft.head(input.meeting(), List.of(Inline.text(title)), List.of());
        if (!input.items().isEmpty()) {
            draft.heading(1, false, "agenda.items");
            items(draft, input);
        }
        if (programme) {
            draft.heading(1, false, "agenda.programme");
            programme(draft, input);
        }
        if (annotated) {
            draft.heading(1, false, "agenda.annotations");
            for (AgendaInput.Item item : input.items()) {
                annotation(draft, item, input);
            }
        }
        return draft.finish(title, input.meeting().name().text());
    }

    private static boolean annotated(AgendaInput.Item item) {
        return !item.description().isEmpty()
                || !item.guidingQuestions().isEmpty()
                || !item.expectedOutcome().isEmpty()
                || !item.documents().isEmpty();
    }

    private static void items(Draft draft, AgendaInput input) {
        List<Table.Row> rows = new ArrayList<>();
        boolean nested = input.items().stream().anyMatch(item -> item.depth() > 0);
        for (AgendaInput.Item item : input.items()) {
            rows.add(
                    Table.Row.of(Table.Cell.of(draft.stated(printed(item))), Table.Cell.of(Inline.text(item.title()))));
        }
        double width = nested ? 2.2 : 1;
        draft.add(new Table(
                Table.Look.PLAIN,
                List.of(),
                List.of(new Table.Column(width, Table.Align.START), new Table.Column(16 - width, Table.Align.START)),
                List.of(),
                rows,
                List.of(),
                draft.text("agenda.items")));
    }

    /** 2. but 2 (a): only a number at the top has a point behind it. */
    private static String printed(AgendaInput.Item item) {
        String number = item.number().strip();
        return number.isEmpty() || item.depth() > 0 || number.endsWith(".") ? number : number + ".";
    }

    private static void programme(Draft draft, AgendaInput input) {
        Map<LocalDate, List<AgendaInput.Session>> days = new TreeMap<>();
        List<AgendaInput.Session> unscheduled = new ArrayList<>();
        for (AgendaInput.Session session : input.sessions()) {
            if (session.date() == null || session.start() == null) {
                unscheduled.add(session);
            } else {
                days.computeIfAbsent(session.date(), day -> new ArrayList<>()).add(session);
            }
        }
        for (Map.Entry<LocalDate, List<AgendaInput.Session>> day : days.entrySet()) {
            String name = draft.dates.heading(day.getKey());
            draft.add(new Block.Heading(2, List.of(Inline.text(name)), false, null));
            List<AgendaInput.Session> sessions = new ArrayList<>(day.getValue());
            sessions.sort(Comparator.comparing(AgendaInput.Session::start));
            draft.add(table(draft, sessions, draft.text("agenda.programme.of", name)));
        }
        if (!unscheduled.isEmpty()) {
            draft.heading(2, false, "agenda.unscheduled");
            draft.add(table(draft, unscheduled, draft.text("agenda.unscheduled")));
        }
        if (!input.timeZone().isEmpty() && !days.isEmpty()) {
            LocalDate first = days.keySet().iterator().next();
            String zone = draft.dates.zone(input.timeZone(), first);
            // The clocks may change while people meet.
            LocalDate change = days.keySet().stream()
                    .filter(day -> !draft.dates.zone(input.timeZone(), day).equals(zone))
                    .findFirst()
                    .orElse(null);
            draft.paragraph(
                    Block.Role.NOTE,
                    change == null
                            ? draft.line("agenda.zone", zone)
                            : draft.line(
                                    "agenda.zone.change",
                                    zone,
                                    draft.dates.day(change),
                                    draft.dates.zone(input.timeZone(), change)));
        }
    }

    private static Table table(Draft draft, List<AgendaInput.Session> sessions, String summary) {
        boolean rooms = sessions.stream().anyMatch(session -> !session.room().isEmpty());
        List<Table.Column> columns = new ArrayList<>();
        columns.add(new Table.Column(2.4, Table.Align.START));
        columns.add(new Table.Column(10.6, Table.Align.START));
        if (rooms) {
            columns.add(new Table.Column(3.4, Table.Align.START));
        }
        List<Table.Row> rows = new ArrayList<>();
        for (AgendaInput.Session session : sessions) {
            rows.add(row(draft, session, rooms));
        }
        Table.Row head = rooms
                ? draft.headRow("agenda.column.time", "agenda.column.session", "agenda.column.room")
                : draft.headRow("agenda.column.time", "agenda.column.session");
        return new Table(Table.Look.RULED, List.of(), columns, List.of(head), rows, List.of(), summary);
    }

    private static Table.Row row(Draft draft, AgendaInput.Session session, boolean rooms) {
        boolean pause = session.kind() == AgendaInput.Kind.BREAK;
        String fill = pause ? BREAK_FILL : null;
        String time = session.start() == null ? "\u2013" : Dates.slot(session.start(), session.minutes());
        List<List<Inline>> what = new ArrayList<>();
        what.add(List.of(pause ? Inline.text(session.title()) : Inline.text(session.title(), Mark.BOLD)));
        if (!session.itemNumbers().isEmpty()) {
            List<Phrase> numbers =
                    session.itemNumbers().stream().map(draft::statedPhrase).toList();
            what.add(quiet(draft.line(
                    numbers.size() == 1 ? "agenda.session.item" : "agenda.session.items",
                    draft.prose.joinPhrases(numbers))));
        }
        for (AgendaInput.People people : session.people()) {
            people(draft, what, "agenda." + people.role().name().toLowerCase(Locale.ROOT), people.names());
        }
        List<Table.Cell> cells = new ArrayList<>();
        cells.add(cell(List.of(List.of(new Inline.Text(time, java.util.Set.of(), null))), fill));
        cells.add(cell(what, fill));
        if (rooms) {
            cells.add(cell(List.of(List.of(Inline.text(session.room()))), fill));
        }
        return new Table.Row(cells, Table.RowKind.BODY);
    }

    private static void people(Draft draft, List<List<Inline>> lines, String key, List<Phrase> people) {
        if (people.isEmpty()) {
            return;
        }
        List<Inline> names = new ArrayList<>();
        for (Phrase person : people) {
            if (!names.isEmpty()) {
                names.add(Inline.text(draft.text("agenda.people.separator")));
            }
            names.add(Inline.text(person));
        }
        lines.add(draft.line(people.size() == 1 ? key : key + "s", names));
    }

    private static List<Inline> quiet(List<Inline> line) {
        return line.stream()
                .map(inline -> inline instanceof Inline.Text text
                        ? new Inline.Text(text.text(), java.util.Set.of(Mark.QUIET), text.language())
                        : inline)
                .toList();
    }

    private static Table.Cell cell(List<List<Inline>> paragraphs, String fill) {
        return new Table.Cell(paragraphs, null, fill, 1);
    }

    private static void annotation(Draft draft, AgendaInput.Item item, AgendaInput input) {
        List<Inline> heading = item.number().isBlank()
                ? List.of(Inline.text(item.title()))
                : draft.line("agenda.item", draft.stated(item.number().strip()), Inline.text(item.title()));
        draft.add(new Block.Heading(2, heading, false, null));
        List<Phrase> when = item.sessions().stream()
                .map(input.sessions()::get)
                .filter(session -> session.date() != null && session.start() != null)
                .sorted(Comparator.comparing(AgendaInput.Session::date).thenComparing(AgendaInput.Session::start))
                .map(session -> Phrase.of(draft.text(
                        "agenda.when",
                        draft.dates.weekday(session.date()),
                        Dates.slot(session.start(), session.minutes()))))
                .distinct()
                .toList();
        if (!when.isEmpty()) {
            List<Inline> lines = new ArrayList<>();
            for (Phrase one : when) {
                if (!lines.isEmpty()) {
                    lines.add(new Inline.LineBreak());
                }
                lines.add(Inline.text(one, Mark.QUIET));
            }
            draft.paragraph(Block.Role.BODY, lines);
        }
        draft.phrase(Block.Role.BODY, item.description());
        if (!item.guidingQuestions().isEmpty()) {
            draft.paragraph(Block.Role.LABEL, draft.line("agenda.questions"));
            draft.bullets(item.guidingQuestions());
        }
        if (!item.expectedOutcome().isEmpty()) {
            draft.paragraph(Block.Role.LABEL, draft.line("agenda.outcome"));
            draft.phrase(Block.Role.BODY, item.expectedOutcome());
        }
        if (!item.documents().isEmpty()) {
            draft.paragraph(Block.Role.LABEL, draft.line("agenda.documents"));
            draft.bullets(item.documents());
        }
    }
}
