package org.rapporteur.forms.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.core.problem.Refusal;
import org.rapporteur.core.survey.Written;
import org.rapporteur.core.text.PlainText;
import org.rapporteur.forms.FormWords;
import org.rapporteur.forms.mapping.Mapping.Asked;
import org.rapporteur.forms.mapping.Mapping.Rows;
import org.rapporteur.forms.mapping.Mapping.Source;
import org.rapporteur.forms.table.TableCell;
import org.rapporteur.forms.table.TableHeader;
import org.rapporteur.forms.table.TableRow;
import org.rapporteur.forms.table.TableSink;

/** Takes the rows of a table by a mapping and hands them to the survey; refuses what is no reply. */
final class MappedRows implements TableSink {
    private static final int BEAT = 500;

    private final String file;
    private final Mapping mapping;
    private final SurveyWriter survey;
    private final FormWords words;
    private final ImportProgress progress;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<String, Integer> occurrences = new HashMap<>();
    private final Map<String, Long> firstRows = new HashMap<>();
    private final Set<UUID> respondents = new HashSet<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Refusal> notices = new ArrayList<>();
    private final long[] outcomes = new long[SurveyWriter.Outcome.values().length];
    private long rows;
    private long refused;
    private long answers;

    MappedRows(String file, Mapping mapping, SurveyWriter survey, FormWords words, ImportProgress progress) {
        this.file = file;
        this.mapping = mapping;
        this.survey = survey;
        this.words = words;
        this.progress = progress;
    }

    @Override
    public void header(TableHeader header) {
        Set<String> needed = new LinkedHashSet<>();
        add(needed, mapping.respondent().name());
        add(needed, mapping.respondent().type());
        add(needed, mapping.respondent().region());
        for (Asked asked : mapping.questions()) {
            if (asked.answer() != null) {
                needed.add(asked.answer());
            }
            asked.ticks().forEach(tick -> needed.add(tick.column()));
            asked.codes().ifPresent(codes -> needed.add(codes.column()));
        }
        needed.addAll(mapping.carry());
        for (String name : needed) {
            int index = header.find(name)
                    .orElseThrow(() -> Problem.of("MAP-04", "forms.map.noColumn", file, name, names(header))
                            .kept("problem.kept.nothingChanged")
                            .advice("forms.map.advice")
                            .build());
            columns.put(name, index);
        }
    }

    private static void add(Set<String> needed, Source source) {
        if (source.column() != null) {
            needed.add(source.column());
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
        if (rows % BEAT == 0 && !progress.at(rows)) {
            throw new CancellationException("import cancelled");
        }
        String name = respondentName(row);
        if (name.isBlank()) {
            refuse(Refusal.row(file, row.sheet(), row.number(), "forms.table.noRespondent"));
            return;
        }
        List<SurveyWriter.Given> given = given(row);
        if (given.isEmpty()) {
            refuse(Refusal.row(file, row.sheet(), row.number(), "forms.table.noAnswer"));
            return;
        }
        String who = SurveyWriter.respondentKey(name);
        StringBuilder key = new StringBuilder(who);
        if (mapping.rows() == Rows.RESPONDENT) {
            Long earlier = firstRows.putIfAbsent(who, row.number());
            if (earlier != null) {
                refuse(Refusal.row(
                        file, row.sheet(), row.number(), "forms.table.respondentTwice", name, String.valueOf(earlier)));
                return;
            }
        } else {
            // Known by its words, so that it is the same row wherever it stands; equal ones are counted.
            given.forEach(answer -> key.append('\n')
                    .append(answer.asked().code())
                    .append('\t')
                    .append(answer.body())
                    .append('\t')
                    .append(answer.value()));
            int occurrence = occurrences.merge(key.toString(), 1, Integer::sum);
            key.append('\n').append(occurrence);
        }
        UUID respondent = respondent(row, name);
        respondents.add(respondent);
        answers += given.size();
        outcomes[
                survey.reply(respondent, key.toString(), carried(row), row.sheet(), given)
                        .ordinal()]++;
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
        SurveyWriter.Known known = survey.respondent(name, type, region);
        differs(row, name, "forms.table.otherRegion", known.region(), region);
        differs(row, name, "forms.table.otherType", known.type(), type);
        return known.id();
    }

    private void differs(TableRow row, String name, String reason, String before, String now) {
        if (!now.isEmpty() && !before.isEmpty() && !before.equals(now)) {
            notice(Refusal.row(file, row.sheet(), row.number(), reason, name, before, now));
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
                given.addAll(survey.read(asked, written(cell), cell.ref(), codes));
            }
            for (Mapping.Tick tick : asked.ticks()) {
                TableCell cell = row.cell(columns.get(tick.column()));
                given.addAll(survey.tick(asked, tick, written(cell), cell.ref(), codes));
            }
        }
        return given;
    }

    private List<String> codes(TableRow row, Asked asked) {
        if (asked.codes().isEmpty()) {
            return List.of();
        }
        Map<String, String> codes = new LinkedHashMap<>();
        String separator = asked.codes().get().separator();
        String cell = text(row, asked.codes().get().column());
        String[] parts = separator.isEmpty() ? new String[] {cell} : cell.split(Pattern.quote(separator));
        for (String part : parts) {
            String code = PlainText.line(part);
            if (!code.isEmpty()) {
                codes.putIfAbsent(SurveyWriter.codeKey(code), code);
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
                                ? Written.date(at.toLocalDate())
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
        refuse(reason);
    }

    private void refuse(Refusal reason) {
        refused++;
        if (refusals.size() < TableImport.MOST_LISTED) {
            refusals.add(reason);
        }
    }

    @Override
    public void notice(Refusal notice) {
        if (notices.size() < TableImport.MOST_LISTED) {
            notices.add(notice);
        }
    }

    TableReport report(UUID key) {
        return new TableReport(
                file,
                key,
                rows,
                outcomes[SurveyWriter.Outcome.ADDED.ordinal()],
                outcomes[SurveyWriter.Outcome.CHANGED.ordinal()],
                outcomes[SurveyWriter.Outcome.SAME.ordinal()],
                respondents.size(),
                answers,
                refusals,
                refused,
                notices);
    }
}
