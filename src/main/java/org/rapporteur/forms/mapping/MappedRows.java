package org.rapporteur.forms.mapping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapporteur.core.problem.Message;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.core.problem.Refusal;
import org.rapporteur.core.survey.AnswerReading;
import org.rapporteur.core.survey.ChoiceReading;
import org.rapporteur.core.survey.Doubt;
import org.rapporteur.core.survey.NoAnswerWords;
import org.rapporteur.core.survey.QuestionType;
import org.rapporteur.core.survey.Questionnaire;
import org.rapporteur.core.survey.Written;
import org.rapporteur.core.text.PlainText;
import org.rapporteur.core.text.ValueKey;
import org.rapporteur.forms.FormWords;
import org.rapporteur.forms.mapping.Mapping.Asked;
import org.rapporteur.forms.mapping.Mapping.Rows;
import org.rapporteur.forms.mapping.Mapping.Source;
import org.rapporteur.forms.table.TableCell;
import org.rapporteur.forms.table.TableHeader;
import org.rapporteur.forms.table.TableInfo;
import org.rapporteur.forms.table.TableRow;
import org.rapporteur.forms.table.TableSink;

/** Takes the rows of a table by a mapping and hands them to the survey; refuses what is no reply. */
final class MappedRows implements TableSink {
    private static final int BEAT = 500;
    private static final int MOST_NAMES = 600;
    /** What was done with certainty; a person need only know. */
    private static final Set<String> SAID_ONLY = Set.of("table.header.skipped", "table.header.two");

    private static final Pattern NUMBERS =
            Pattern.compile("[-+]?[\\d\\s.,'\u00A0\u202F\u066B\u066C]*\\d\\s*[%\u066A]?");
    private static final Set<String> TOTALS = Stream.of(
                    "total",
                    "totals",
                    "grand total",
                    "subtotal",
                    "sub-total",
                    "sum",
                    "overall",
                    "total general",
                    "somme",
                    "sous-total",
                    "ensemble",
                    "total general",
                    "suma",
                    "totales",
                    "subtotal",
                    "\u0627\u0644\u0645\u062C\u0645\u0648\u0639",
                    "\u0627\u0644\u0625\u062C\u0645\u0627\u0644\u064A",
                    "\u0627\u0644\u0645\u062C\u0645\u0648\u0639 \u0627\u0644\u0643\u0644\u064A",
                    "\u5408\u8BA1",
                    "\u603B\u8BA1",
                    "\u603B\u6570",
                    "\u5C0F\u8BA1",
                    "\u0438\u0442\u043E\u0433\u043E",
                    "\u0432\u0441\u0435\u0433\u043E",
                    "\u0438\u0442\u043E\u0433")
            .map(ValueKey::of)
            .collect(Collectors.toUnmodifiableSet());

    private final String file;
    private final Mapping mapping;
    private final SurveyWriter survey;
    private final FormWords words;
    private final ImportProgress progress;
    private final Told told;
    private final RowWatch watch;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<String, Integer> occurrences = new HashMap<>();
    private final Map<String, Long> firstRows = new HashMap<>();
    private final Set<UUID> respondents = new HashSet<>();
    private final long[] outcomes = new long[SurveyWriter.Outcome.values().length];
    private long rows;
    private long answers;

    MappedRows(
            String file,
            Mapping mapping,
            SurveyWriter survey,
            FormWords words,
            ImportProgress progress,
            Told told,
            RowWatch watch) {
        this.watch = watch;
        this.file = file;
        this.mapping = mapping;
        this.survey = survey;
        this.words = words;
        this.progress = progress;
        this.told = told;
    }

    @Override
    public void begin(TableInfo info) {
        watch.begin(info);
        info.checkEncoding();
        Guesses.tell(info, told);
    }

    @Override
    public void header(TableHeader header) {
        watch.header(header);
        for (String name : mapping.columns()) {
            int index = header.find(name)
                    .orElseThrow(() -> Problem.of("MAP-04", "forms.map.noColumn", file, name, names(header))
                            .kept("problem.kept.nothingChanged")
                            .advice("forms.map.advice")
                            .build());
            columns.put(name, index);
        }
        if (header.row() > 1) {
            told.remark(Refusal.row(file, "", header.row(), "table.guess.header", header.row()));
        }
        List<String> left = header.columns().stream()
                .filter(column -> !column.name().isEmpty() && !columns.containsValue(column.index()))
                .map(TableHeader.Column::key)
                .toList();
        if (!left.isEmpty()) {
            told.remark(Refusal.file(
                    file,
                    "forms.table.notMapped",
                    left.size(),
                    PlainText.shorten(String.join(", ", left), MOST_NAMES)));
        }
    }

    private static String names(TableHeader header) {
        return PlainText.shorten(
                String.join(
                        ", ",
                        header.columns().stream().map(TableHeader.Column::key).toList()),
                600);
    }

    @Override
    public void row(TableRow row) {
        rows++;
        watch.row(row);
        if (rows % BEAT == 0 && !progress.at(rows)) {
            throw new CancellationException("import cancelled");
        }
        String name = respondentName(row);
        if (name.isBlank()) {
            refuse(Refusal.row(file, row.sheet(), row.number(), "forms.table.noRespondent"));
            return;
        }
        if (isTotal(row, name)) {
            refuse(Refusal.row(file, row.sheet(), row.number(), "forms.table.total", name));
            return;
        }
        boolean holds = mapping.questions().stream().anyMatch(asked -> holds(row, asked));
        // Before it is read: what only a refused row says must not become a choice of the question.
        if (holds && comesAgain(row, name)) {
            return;
        }
        List<SurveyWriter.Given> given = holds ? given(row) : List.of();
        boolean byRespondent = mapping.rows() == Rows.RESPONDENT;
        // Somebody whose cells say "no answer" has replied; somebody whose cells are blank has not.
        boolean emptied = given.isEmpty() && !holds && emptied(row, name);
        if (given.isEmpty() && !(holds && byRespondent) && !emptied) {
            refuse(Refusal.row(file, row.sheet(), row.number(), "forms.table.noAnswer"));
            return;
        }
        String who = SurveyWriter.respondentKey(name);
        String key = key(row, who, given);
        if (key == null) {
            return;
        }
        if (byRespondent) {
            if (respondentAgain(row, name)) {
                return;
            }
            firstRows.put(who, row.number());
        }
        UUID respondent = respondent(row, name);
        boolean first = respondents.add(respondent);
        answers += given.size();
        String nameCell = mapping.respondent().name().column() == null
                ? ""
                : row.cell(columns.get(mapping.respondent().name().column())).ref();
        SurveyWriter.Outcome outcome = survey.reply(new SurveyWriter.Line(
                respondent, name, key, carried(row), new SurveyWriter.At(row.sheet(), row.number(), nameCell), given));
        if (outcome != null) {
            outcomes[outcome.ordinal()]++;
            watch.fate(
                    outcome == SurveyWriter.Outcome.ADDED && first && survey.isNew(respondent)
                            ? RowFate.NEW_RESPONDENT
                            : fate(outcome));
        } else {
            watch.later();
        }
        doubts(row, given);
    }

    /** Refuses a row whose key or respondent an earlier row of the table had. */
    private boolean comesAgain(TableRow row, String name) {
        boolean key = mapping.key().isPresent()
                && wrongKey(row, PlainText.line(text(row, mapping.key().get())));
        return key || mapping.rows() == Rows.RESPONDENT && respondentAgain(row, name);
    }

    private boolean wrongKey(TableRow row, String key) {
        Long earlier = firstRows.get("\nkey " + key);
        if (key.isEmpty()) {
            refuse(Refusal.row(
                    file,
                    row.sheet(),
                    row.number(),
                    "forms.table.noKey",
                    mapping.key().get()));
        } else if (earlier != null) {
            refuse(Refusal.row(file, row.sheet(), row.number(), "forms.table.keyTwice", key, String.valueOf(earlier)));
        }
        return key.isEmpty() || earlier != null;
    }

    private boolean respondentAgain(TableRow row, String name) {
        Long earlier = firstRows.get(SurveyWriter.respondentKey(name));
        if (earlier != null) {
            refuse(Refusal.row(
                    file, row.sheet(), row.number(), "forms.table.respondentTwice", name, String.valueOf(earlier)));
        }
        return earlier != null;
    }

    private static RowFate fate(SurveyWriter.Outcome outcome) {
        return switch (outcome) {
            case ADDED -> RowFate.ADDED;
            case CHANGED -> RowFate.CHANGED;
            case SAME -> RowFate.SAME;
        };
    }

    /** Whether an earlier version of the table said something in this row, which is blank now. */
    private boolean emptied(TableRow row, String name) {
        if (mapping.key().isPresent()) {
            return survey.knows("key\n" + PlainText.line(text(row, mapping.key().get())));
        }
        return mapping.rows() == Rows.RESPONDENT && survey.knows(SurveyWriter.respondentKey(name));
    }

    /** What tells the row from all others; null if it was refused for it. */
    private String key(TableRow row, String who, List<SurveyWriter.Given> given) {
        if (mapping.key().isPresent()) {
            String key = PlainText.line(text(row, mapping.key().get()));
            if (wrongKey(row, key)) {
                return null;
            }
            firstRows.put("\nkey " + key, row.number());
            return "key\n" + key;
        }
        if (mapping.rows() == Rows.RESPONDENT) {
            return who;
        }
        // Known by its words, so that it is the same row wherever it stands; equal ones are counted.
        StringBuilder key = new StringBuilder(who);
        given.forEach(answer -> key.append('\n')
                .append(answer.asked().code())
                .append('\t')
                .append(answer.body())
                .append('\t')
                .append(answer.value()));
        int occurrence = occurrences.merge(key.toString(), 1, Integer::sum);
        return key.append('\n').append(occurrence).toString();
    }

    private void doubts(TableRow row, List<SurveyWriter.Given> given) {
        for (SurveyWriter.Given answer : given) {
            if (answer.doubt() != null) {
                look(Refusal.cell(
                        file,
                        row.sheet(),
                        row.number(),
                        answer.cell(),
                        "forms.table.doubt",
                        answer.asked().code(),
                        Told.shorten(answer.body()),
                        reason(answer)));
            }
        }
    }

    private static Message reason(SurveyWriter.Given answer) {
        if (answer.doubt() == Doubt.FORMULA) {
            return Message.of("value.formula");
        }
        List<LocalDate> days = answer.doubt() == Doubt.NOT_A_DATE ? AnswerReading.twoDays(answer.body()) : List.of();
        return days.isEmpty()
                ? Message.of("survey.doubt." + answer.doubt().code())
                : Message.of(
                        "forms.table.twoDays",
                        days.get(0).toString(),
                        days.get(1).toString());
    }

    private boolean holds(TableRow row, Asked asked) {
        if (asked.answer() != null) {
            TableCell cell = row.cell(columns.get(asked.answer()));
            // Of several choices a cell with nothing between its separators says as little as a blank one.
            boolean list =
                    asked.type() == QuestionType.MULTIPLE && !asked.separator().isEmpty();
            return list ? !cell.text().replace(asked.separator(), " ").isBlank() : !cell.isBlank();
        }
        return asked.ticks().stream()
                .anyMatch(tick -> !row.cell(columns.get(tick.column())).isBlank());
    }

    /** A row that sums up the others: named so, and with nothing but numbers. */
    private boolean isTotal(TableRow row, String name) {
        if (mapping.respondent().name().column() == null || !TOTALS.contains(ValueKey.of(name))) {
            return false;
        }
        boolean numbers = false;
        for (Asked asked : mapping.questions()) {
            List<String> cells = new ArrayList<>();
            if (asked.answer() != null) {
                cells.add(text(row, asked.answer()));
            }
            asked.ticks().forEach(tick -> cells.add(text(row, tick.column())));
            for (String cell : cells) {
                if (!cell.isEmpty()
                        && !NoAnswerWords.is(cell)
                        && !NUMBERS.matcher(cell).matches()) {
                    return false;
                }
                numbers |= !cell.isEmpty();
            }
        }
        return numbers;
    }

    private String respondentName(TableRow row) {
        Source source = mapping.respondent().name();
        String name = source.column() == null ? String.valueOf(rows) : PlainText.line(text(row, source.column()));
        // A running number is no name to show.
        return name.matches("\\d{1,9}") ? words.text(mapping.language(), "forms.table.numbered", name) : name;
    }

    private UUID respondent(TableRow row, String name) {
        String type = value(row, mapping.respondent().type());
        String region = value(row, mapping.respondent().region());
        SurveyWriter.Known known =
                survey.respondent(name, type, region, new SurveyWriter.At(row.sheet(), row.number(), ""));
        differs(row, name, "forms.table.otherRegion", known.region(), region);
        differs(row, name, "forms.table.otherType", known.type(), type);
        return known.id();
    }

    private void differs(TableRow row, String name, String reason, String before, String now) {
        if (!now.isEmpty() && !before.isEmpty() && !before.equals(now)) {
            look(Refusal.row(file, row.sheet(), row.number(), reason, name, before, now));
        }
    }

    private String value(TableRow row, Source source) {
        if (source.column() == null) {
            return source.value() == null ? "" : source.value();
        }
        return PlainText.line(text(row, source.column()));
    }

    private String text(TableRow row, String column) {
        return row.text(columns.get(column));
    }

    private Map<String, String> carried(TableRow row) {
        Map<String, String> carried = new LinkedHashMap<>();
        for (String column : mapping.carry()) {
            String text = PlainText.clean(text(row, column));
            if (!text.isBlank()) {
                carried.put(column, text);
            }
        }
        return carried;
    }

    private List<SurveyWriter.Given> given(TableRow row) {
        List<SurveyWriter.Given> given = new ArrayList<>();
        for (Asked asked : mapping.questions()) {
            List<String> codes = codes(row, asked);
            if (asked.answer() != null) {
                TableCell cell = row.cell(columns.get(asked.answer()));
                for (AnswerReading.Reading reading : survey.form().read(asked, written(cell), at(row, cell))) {
                    given.add(new SurveyWriter.Given(
                            asked, reading.value(), reading.body(), reading.doubt(), cell.ref(), codes));
                }
            } else {
                given.addAll(ticks(row, asked, codes));
            }
        }
        return given;
    }

    private static SurveyWriter.At at(TableRow row, TableCell cell) {
        return new SurveyWriter.At(row.sheet(), row.number(), cell.ref());
    }

    /** Who says "No" to every choice, and to none "Yes", has answered. */
    private List<SurveyWriter.Given> ticks(TableRow row, Asked asked, List<String> codes) {
        List<SurveyWriter.Given> given = new ArrayList<>();
        List<String> no = new ArrayList<>();
        String first = "";
        for (Mapping.Tick tick : asked.ticks()) {
            TableCell cell = row.cell(columns.get(tick.column()));
            Written written = written(cell);
            if (written.isEmpty() || survey.form().isNoAnswer(asked, written.text(), at(row, cell))) {
                continue;
            }
            Questionnaire.Choice choice = survey.form().choice(asked, tick.choice());
            String label = tick.label().text(mapping.language());
            switch (ChoiceReading.tick(choice, written)) {
                case YES -> given.add(new SurveyWriter.Given(asked, choice.code(), label, null, cell.ref(), codes));
                case NO -> {
                    first = no.isEmpty() ? cell.ref() : first;
                    no.add(label + ": " + written.text());
                }
                case UNKNOWN ->
                    given.add(new SurveyWriter.Given(
                            asked, "", label + ": " + written.text(), Doubt.UNKNOWN_CHOICE, cell.ref(), codes));
            }
        }
        if (given.isEmpty() && !no.isEmpty()) {
            given.add(new SurveyWriter.Given(
                    asked, ChoiceReading.NONE_CHOSEN, String.join("; ", no), null, first, codes));
        }
        return given;
    }

    private List<String> codes(TableRow row, Asked asked) {
        if (asked.codes().isEmpty()) {
            return List.of();
        }
        Map<String, String> codes = new LinkedHashMap<>();
        String separator = asked.codes().get().separator();
        TableCell at = row.cell(columns.get(asked.codes().get().column()));
        String cell = row.text(columns.get(asked.codes().get().column()));
        String[] parts = separator.isEmpty() ? new String[] {cell} : cell.split(Pattern.quote(separator));
        for (String part : parts) {
            String code = PlainText.line(part);
            if (!code.isEmpty() && !survey.form().isNoAnswer(asked, code, at(row, at))) {
                codes.putIfAbsent(SurveyWriter.codeKey(code), code);
                survey.form().codeSpelled(code, at(row, at));
            }
        }
        return List.copyOf(codes.values());
    }

    private static Written written(TableCell cell) {
        Written written =
                switch (cell.kind()) {
                    case NUMBER -> Written.number(((java.math.BigDecimal) cell.value()).doubleValue(), cell.text());
                    case DATE ->
                        cell.value() instanceof java.time.LocalDateTime at
                                ? Written.date(at, cell.text())
                                : Written.date((java.time.LocalDate) cell.value());
                    case TIME, ERROR -> Written.shown(cell.text());
                    case BOOLEAN -> Written.bool(Boolean.TRUE.equals(cell.value()));
                    case TEXT, EMPTY -> Written.text(cell.text());
                };
        return cell.formula() ? written.asFormula() : written;
    }

    @Override
    public void refused(TableRow row, Refusal reason) {
        rows++;
        watch.row(row);
        refuse(reason);
    }

    private void refuse(Refusal reason) {
        watch.fate(RowFate.REFUSED);
        watch.about(reason.row(), reason.reason());
        told.refuse(reason);
    }

    private void look(Refusal notice) {
        watch.about(notice.row(), notice.reason());
        told.notice(notice);
    }

    @Override
    public void notice(Refusal notice) {
        if (SAID_ONLY.contains(notice.reason().key())) {
            told.remark(notice);
        } else {
            look(notice);
        }
    }

    /**
     * Ends the import.
     *
     * @param removeGone whether rows that only an earlier version of the table holds are taken out
     */
    TableReport report(UUID key, boolean removeGone) {
        List<SurveyWriter.Outcome> ended = survey.end(removeGone);
        ended.forEach(outcome -> outcomes[outcome.ordinal()]++);
        watch.ended(ended.stream().map(MappedRows::fate).toList());
        told.end();
        return new TableReport(
                file,
                key,
                rows,
                outcomes[SurveyWriter.Outcome.ADDED.ordinal()],
                outcomes[SurveyWriter.Outcome.CHANGED.ordinal()],
                outcomes[SurveyWriter.Outcome.SAME.ordinal()],
                respondents.size(),
                answers,
                told.refusals(),
                told.refused(),
                told.notices(),
                told.remarks(),
                told.changes());
    }
}
