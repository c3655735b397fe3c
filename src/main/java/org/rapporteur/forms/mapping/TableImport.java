package org.rapporteur.forms.mapping;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.rapporteur.core.change.Changes;
import org.rapporteur.core.change.Ids;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.problem.IoProblems;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.Multilingual;
import org.rapporteur.core.text.ValueKey;
import org.rapporteur.forms.FileHash;
import org.rapporteur.forms.FormWords;
import org.rapporteur.forms.table.TableData;
import org.rapporteur.forms.table.TableInfo;
import org.rapporteur.forms.table.TableOptions;
import org.rapporteur.forms.table.TableReader;

/**
 * Takes a table as a survey, as a stream and as one step that can be undone. The same table again adds nothing: rows
 * are known by who answers and what, so neither the order of rows nor the name of the file matters. A newer version of a
 * table changes what is different and names what is gone. One object for each call: the files of one call are parts of
 * one table, not versions of it.
 */
public final class TableImport {
    /** So many refusals and notices are listed one by one. */
    public static final int MOST_LISTED = 1_000;

    /** Rows from which a mapping is proposed. */
    private static final int SAMPLE_ROWS = 500;

    private static final int MOST_SEEN = 100_000;

    private final Changes changes;
    private final FormWords words;
    private final Map<UUID, Set<UUID>> ofThisCall = new HashMap<>();

    /**
     * Which survey the table belongs to.
     *
     * @param survey key of a survey; it is made if it is not there
     * @param title what a new survey is called
     * @param meeting the meeting that a new survey prepares, or null
     */
    public record Target(UUID survey, Multilingual title, UUID meeting) {

        /** A survey of its own for tables of this name; importing again under the same name finds it again. */
        public static Target named(String name) {
            return new Target(Ids.derived("table-survey", name), Multilingual.of(Language.EN, name), null);
        }
    }

    /**
     * Where a table goes if nobody says: a new survey of this name, or the one that this very file made before.
     *
     * @return empty if there is a survey of the name that came from something else: a person must say which is meant
     */
    public static Optional<Target> target(Records records, Path file, String name) {
        Target target = Target.named(name);
        Optional<Row> there = records.find(SurveyKinds.SURVEY, target.survey()).filter(row -> !row.deleted());
        if (there.isEmpty()) {
            boolean taken = records.list(Query.of(SurveyKinds.SURVEY)).stream()
                    .anyMatch(
                            row -> row.texts("title").values().stream().anyMatch(title -> ValueKey.same(title, name)));
            return taken ? Optional.empty() : Optional.of(target);
        }
        boolean other = records.count(Query.of(SurveyKinds.RESPONSE).where("survey", target.survey())) > 0
                && records.count(Query.of(SurveyKinds.RESPONSE)
                                .where("survey", target.survey())
                                .where("source_hash", hash(file)))
                        == 0;
        return other ? Optional.empty() : Optional.of(target);
    }

    private static String hash(Path file) {
        try {
            return FileHash.of(file);
        } catch (IOException e) {
            throw IoProblems.of(String.valueOf(file.getFileName()), e);
        }
    }

    public TableImport(Changes changes, FormWords words) {
        this.changes = changes;
        this.words = words;
    }

    /**
     * Imports a table.
     *
     * @throws org.rapporteur.core.problem.Problem TAB-.. if the table cannot be read, MAP-04 if a column of the mapping
     *     is not in it
     * @throws CancellationException if {@code progress} said so; nothing was changed then
     */
    public TableReport run(Path file, TableOptions options, Mapping mapping, Target target, ImportProgress progress) {
        return run(file, options, mapping, target, progress, false);
    }

    /**
     * The same.
     *
     * @param removeGone whether rows that only an earlier version of the table holds are taken out; otherwise they are
     *     named
     */
    public TableReport run(
            Path file,
            TableOptions options,
            Mapping mapping,
            Target target,
            ImportProgress progress,
            boolean removeGone) {
        try {
            return work(file, options, mapping, target, progress, removeGone, false, RowWatch.NONE);
        } catch (TakeBack nothing) {
            return nothing.report;
        }
    }

    /** What {@link #run} would do; does it and takes it back at once. */
    public TableReport preview(
            Path file, TableOptions options, Mapping mapping, Target target, ImportProgress progress) {
        try {
            return work(file, options, mapping, target, progress, false, true, RowWatch.NONE);
        } catch (TakeBack done) {
            return done.report;
        }
    }

    /**
     * The table as it is read, with what {@link #run} would do with each row; changes nothing. A table that can't be
     * taken so, for want of a column or of a certain encoding, is shown all the same, with the reason.
     *
     * @param mapping what the columns mean, or null to have it proposed
     * @throws org.rapporteur.core.problem.Problem TAB-.. if nothing of the table can be read
     * @throws CancellationException if {@code progress} said so
     */
    public TableLook look(
            Path file,
            TableOptions options,
            Mapping mapping,
            Target target,
            ImportProgress progress,
            boolean removeGone) {
        TableOptions stated = mapping == null ? options : mapping.reading().over(options);
        TableData sample = TableReader.preview(file, stated, SAMPLE_ROWS);
        Mapping used =
                mapping != null ? mapping : MappingProposal.of(sample).orElseGet(() -> MappingEdit.empty(Language.EN));
        // By the likeliest encoding, so that a person sees by which words to choose.
        TableOptions readable = sample.info()
                .encoding()
                .filter(encoding -> encoding.confidence() < TableInfo.Encoding.FLOOR)
                .map(encoding -> options.withCharset(encoding.charset()))
                .orElse(options);
        RowWatch watch = new RowWatch(MOST_SEEN);
        try {
            work(file, readable, used, target, progress, removeGone, true, watch);
            throw new IllegalStateException("a preview was written");
        } catch (TakeBack done) {
            return new TableLook(
                    sample.info(),
                    watch.header() == null ? sample.header() : watch.header(),
                    used,
                    watch.rows(),
                    Optional.of(done.report),
                    Optional.empty(),
                    done.respondents,
                    done.answers);
        } catch (Problem problem) {
            RowWatch raw = new RowWatch(MOST_SEEN);
            sample.rows().forEach(raw::row);
            return new TableLook(
                    sample.info(), sample.header(), used, raw.rows(), Optional.empty(), Optional.of(problem), 0, 0);
        }
    }

    private TableReport work(
            Path file,
            TableOptions options,
            Mapping mapping,
            Target target,
            ImportProgress progress,
            boolean removeGone,
            boolean takeBack,
            RowWatch watch) {
        String name = String.valueOf(file.getFileName());
        String hash = hash(file);
        return changes.write(Label.of("forms.step.table", name), tx -> {
            Set<UUID> siblings = ofThisCall.computeIfAbsent(target.survey(), key -> new HashSet<>());
            Told told = new Told(name);
            SurveyWriter survey = new SurveyWriter(tx, mapping, target, words, name, hash, told, siblings);
            MappedRows rows = new MappedRows(name, mapping, survey, words, progress, told, watch);
            TableReader.read(file, mapping.reading().over(options).withColumns(mapping.columns()), rows);
            TableReport report = rows.report(target.survey(), removeGone);
            siblings.addAll(survey.written());
            // A table of which nothing could be used leaves no survey and no step.
            if (takeBack || report.nothing()) {
                throw new TakeBack(report, held(tx, target.survey(), true), held(tx, target.survey(), false));
            }
            return report;
        });
    }

    private static long held(Records records, UUID survey, boolean respondents) {
        return records.count(Query.of(respondents ? SurveyKinds.RESPONDENT : SurveyKinds.ANSWER)
                .where("survey", survey));
    }

    /** Rolls the transaction of a preview back. */
    private static final class TakeBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient TableReport report;
        private final long respondents;
        private final long answers;

        TakeBack(TableReport report, long respondents, long answers) {
            super("preview", null, false, false);
            this.report = report;
            this.respondents = respondents;
            this.answers = answers;
        }
    }
}
