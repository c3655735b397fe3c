package org.rapporteur.core.survey;

import java.util.List;
import java.util.UUID;
import org.rapporteur.core.problem.Refusal;
import org.rapporteur.core.survey.ReturnedForm.InTray;
import org.rapporteur.core.survey.ReturnedForm.Placed;

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
 * @param changed earlier answers of the same respondent that this file says differently or leaves out; they are kept out
 *     of sight until a person decides
 * @param same answers that say what an earlier reply said, which stay as they are
 * @param tray cells that wait for a person
 * @param doubts answers whose words were not understood
 * @param noAnswers words such as "N/A" that are taken for no answer
 * @param ask whether nobody has said yet what such words mean in this survey
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
        List<Placed> doubts,
        List<Placed> noAnswers,
        boolean ask,
        List<Refusal> refusals) {

    /**
     * An answer that a newer reply changes.
     *
     * @param question key of the question
     * @param answer key of the earlier answer
     * @param before value and words before, "" for none
     * @param after value and words after, "" if the newer reply takes the answer back
     * @param codings how many passages of the earlier answer were coded; the new one has to be coded again
     */
    public record Change(UUID question, UUID answer, String before, String after, int codings) {
        /** Whether the newer file does not answer the question any more. */
        public boolean withdrawn() {
            return after.isEmpty();
        }
    }

    public IntakeReport {
        changed = List.copyOf(changed);
        tray = List.copyOf(tray);
        doubts = List.copyOf(doubts);
        noAnswers = List.copyOf(noAnswers);
        refusals = List.copyOf(refusals);
    }

    /** Whether something was refused or waits for a person. */
    public boolean needsPerson() {
        return !refusals.isEmpty()
                || !tray.isEmpty()
                || !changed.isEmpty()
                || !doubts.isEmpty()
                || ask && !noAnswers.isEmpty();
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
                List.of(),
                List.of(),
                false,
                refusals);
    }
}
