package org.rapporteur.forms.xlsx;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.rapporteur.core.change.Changes;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.problem.Message;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.core.problem.Refusal;
import org.rapporteur.core.survey.IntakeReport;
import org.rapporteur.core.survey.Respondent;
import org.rapporteur.core.survey.ResponseIntake;
import org.rapporteur.core.survey.ReturnedForm;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.forms.FormWords;
import org.rapporteur.forms.reading.FormReader;

/**
 * Takes returned files in, one after the other; the window and the command line both work through here. Each file is in or
 * out by itself: whatever is wrong with one keeps no other out.
 */
public final class ReturnedIntake {
    private static final System.Logger LOG = System.getLogger("forms");

    /** Where the bytes of files that came are kept, unaltered and found by their hash. */
    public interface Keeper {
        /** @throws IOException if the file cannot be read */
        void keep(Path file) throws IOException;

        /**
         * A copy of a kept file to read from.
         *
         * @throws Problem if the bytes are not (or no longer) here
         */
        Path copy(String hash, String name);

        /** Keeps nothing. */
        Keeper NONE = new Keeper() {
            @Override
            public void keep(Path file) {}

            @Override
            public Path copy(String hash, String name) {
                throw new IllegalStateException("nothing is kept");
            }
        };
    }

    /** Hears how far it is. */
    @FunctionalInterface
    public interface Progress {
        /**
         * @param done files done
         * @param of all files
         * @param file name of the one that is next
         * @throws CancellationException to stop; what was taken in so far stays
         */
        void at(int done, int of, String file);
    }

    private final Records records;
    private final ResponseIntake intake;
    private final ReturnedFiles reader;
    private final Keeper keeper;

    public ReturnedIntake(Records records, Changes changes, FormWords words, Keeper keeper) {
        this.records = records;
        this.intake = new ResponseIntake(records, changes);
        this.reader = new ReturnedFiles(words);
        this.keeper = keeper;
    }

    /**
     * Takes files in; each is one step for undo.
     *
     * @param survey the survey, or null to take the one that each file names
     * @param tryOnly whether only to tell what would happen
     * @param reports gets the report of each file as it is done, so that they are there after a cancellation too
     */
    public void run(
            List<Path> files,
            UUID survey,
            LocalDate day,
            boolean tryOnly,
            List<IntakeReport> reports,
            Progress progress) {
        for (int i = 0; i < files.size(); i++) {
            progress.at(i, files.size(), String.valueOf(files.get(i).getFileName()));
            reports.add(one(files.get(i), survey, day, tryOnly));
        }
    }

    private IntakeReport one(Path file, UUID survey, LocalDate day, boolean tryOnly) {
        String name = String.valueOf(file.getFileName());
        try {
            ReturnedForm form = whose(reader.read(records, file, survey));
            if (tryOnly) {
                return intake.preview(form);
            }
            keeper.keep(file);
            return intake.apply(form, day);
        } catch (CancellationException cancelled) {
            throw cancelled;
        } catch (Problem problem) {
            Message what = problem.what();
            return intake.preview(refused(name, survey, what));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            LOG.log(System.Logger.Level.WARNING, "a returned file could not be read", e);
            return intake.preview(refused(name, survey, Message.of("forms.refused.damaged")));
        }
    }

    /** Of a file that cannot be read only its name tells whose it is. */
    private ReturnedForm whose(ReturnedForm form) {
        return !form.isRefused() || form.survey() == null
                ? form
                : FormReader.byFileName(form.file(), Respondent.of(records, form.survey()))
                        .map(form::from)
                        .orElse(form);
    }

    private static ReturnedForm refused(String name, UUID survey, Message why) {
        return ReturnedForm.refused(name, "", survey, Refusal.file(name, why.key(), why.argArray()));
    }

    /**
     * Takes in a file that waits in the inbox, for the respondent that a person named.
     *
     * @param item the waiting file
     * @throws Problem if its bytes are not here, or cannot be read
     */
    public IntakeReport name(UUID item, UUID respondent, LocalDate day) {
        Row waiting = records.find(SurveyKinds.TRAY_ITEM, item).orElseThrow(IllegalArgumentException::new);
        UUID survey = records.find(SurveyKinds.RESPONDENT, respondent)
                .map(row -> row.ref("survey"))
                .orElseThrow(IllegalArgumentException::new);
        String name = waiting.text("source_file");
        Path copy = keeper.copy(waiting.text("source_hash"), name);
        return intake.apply(reader.read(records, copy, name, survey).from(respondent), day);
    }
}
