package org.rapporteur.core.survey;

import java.util.List;
import java.util.UUID;
import org.rapporteur.core.problem.Refusal;
import org.rapporteur.core.survey.ReturnedForm.InTray;

/**
 * What taking in a returned file did, or would do.
 *
 * @param file name of the file
 * @param survey the survey
 * @param respondent whose reply it is; null if the file was refused
 * @param response key of the reply; null if the file was refused
 * @param sameFile whether the very same file had been taken in before, so that nothing was done
 * @param rows what the file holds: answers, cells for the tray and refusals
 * @param added answers that are new
 * @param changed answers that replace earlier ones of the same respondent; the earlier ones are kept out of sight
 * @param same answers that say what an earlier reply said, which stay as they are
 * @param tray cells that wait for a person
 * @param refusals what was not taken, and why
 */
public record IntakeReport(
        String file,
        UUID survey,
        UUID respondent,
        UUID response,
        boolean sameFile,
        int rows,
        int added,
        List<Change> changed,
        int same,
        List<InTray> tray,
        List<Refusal> refusals) {

    /**
     * An answer that a newer reply changes.
     *
     * @param question key of the question
     * @param before value and words before, "" for none
     * @param after value and words after, "" if the newer reply takes the answer back
     * @param codings how many passages of the earlier answer were coded; the new one has to be coded again
     */
    public record Change(UUID question, String before, String after, int codings) {}

    public IntakeReport {
        changed = List.copyOf(changed);
        tray = List.copyOf(tray);
        refusals = List.copyOf(refusals);
    }

    /** Whether something was refused or waits for a person. */
    public boolean needsPerson() {
        return !refusals.isEmpty() || !tray.isEmpty();
    }

    static IntakeReport refused(ReturnedForm form, List<Refusal> refusals) {
        return new IntakeReport(
                form.file(),
                form.survey(),
                null,
                null,
                false,
                form.answers().size() + form.tray().size() + refusals.size(),
                0,
                List.of(),
                0,
                List.of(),
                refusals);
    }
}
