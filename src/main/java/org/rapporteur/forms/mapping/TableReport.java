package org.rapporteur.forms.mapping;

import java.util.List;
import java.util.UUID;
import org.rapporteur.core.problem.Refusal;

/**
 * What importing a table did, or would do. Rows are counted: {@code rows} is the sum of {@code added}, {@code changed},
 * {@code same} and the refused ones. Of each list the first {@link TableImport#MOST_LISTED} are there.
 *
 * @param file name of the file
 * @param survey the survey
 * @param rows rows with content
 * @param added rows that are new
 * @param changed rows of which something is new
 * @param same rows that were there already
 * @param respondents respondents seen
 * @param answers answers seen
 * @param refusals rows that were not taken, and why
 * @param refused how many rows were not taken
 * @param notices what a person should look at: answers not understood, words that may mean "no answer", what an earlier
 *     version of the table held and this one does not
 * @param remarks what was guessed, joined or left out, for the person to know
 * @param changes what is different now from an earlier version of the table
 */
public record TableReport(
        String file,
        UUID survey,
        long rows,
        long added,
        long changed,
        long same,
        long respondents,
        long answers,
        List<Refusal> refusals,
        long refused,
        List<Refusal> notices,
        List<Refusal> remarks,
        List<Refusal> changes) {
    public TableReport {
        refusals = List.copyOf(refusals);
        notices = List.copyOf(notices);
        remarks = List.copyOf(remarks);
        changes = List.copyOf(changes);
    }

    /** Whether something was refused or should be looked at. */
    public boolean needsPerson() {
        return refused > 0 || !notices.isEmpty();
    }

    /** Whether nothing of the table could be used; it left no trace then. */
    public boolean nothing() {
        return rows == refused;
    }
}
