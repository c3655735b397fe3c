package org.rapporteur.forms.mapping;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.rapporteur.core.change.Changes;
import org.rapporteur.core.change.Ids;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.problem.IoProblems;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.Multilingual;
import org.rapporteur.forms.FileHash;
import org.rapporteur.forms.FormWords;
import org.rapporteur.forms.table.TableOptions;
import org.rapporteur.forms.table.TableReader;

/**
 * Takes a table as a survey, as a stream and as one step that can be undone. The same table again adds nothing: rows
 * are known by who answers and what, so neither the order of rows nor the name of the file matters.
 */
public final class TableImport {
    /** So many refusals and notices are listed one by one. */
    public static final int MOST_LISTED = 1_000;

    private final Changes changes;
    private final FormWords words;

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
        return work(file, options, mapping, target, progress, false);
    }

    /** What {@link #run} would do; does it and takes it back at once. */
    public TableReport preview(
            Path file, TableOptions options, Mapping mapping, Target target, ImportProgress progress) {
        try {
            return work(file, options, mapping, target, progress, true);
        } catch (TakeBack done) {
            return done.report;
        }
    }

    private TableReport work(
            Path file,
            TableOptions options,
            Mapping mapping,
            Target target,
            ImportProgress progress,
            boolean takeBack) {
        String name = String.valueOf(file.getFileName());
        String hash;
        try {
            hash = FileHash.of(file);
        } catch (IOException e) {
            throw IoProblems.of(name, e);
        }
        return changes.write(Label.of("forms.step.table", name), tx -> {
            SurveyWriter survey = new SurveyWriter(tx, mapping, target, words, name, hash);
            MappedRows rows = new MappedRows(name, mapping, survey, words, progress);
            TableReader.read(file, options, rows);
            TableReport report = rows.report(target.survey());
            if (takeBack) {
                throw new TakeBack(report);
            }
            return report;
        });
    }

    /** Rolls the transaction of a preview back. */
    private static final class TakeBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient TableReport report;

        TakeBack(TableReport report) {
            super("preview", null, false, false);
            this.report = report;
        }
    }
}
