package org.rapporteur.forms.mapping;

import java.util.List;
import java.util.UUID;
import org.rapporteur.core.problem.Refusal;

/**
 * What importing a table did, or would do. Rows are counted: {@code rows} is the sum of {@code added}, {@code changed},
 * {@code same} and the refused ones.
 *
 * @param file name of the file
 * @param survey the survey
 * @param rows rows with content
 * @param added rows that are new
 * @param changed rows of which something is new
 * @param same rows that were there already
 * @param respondents respondents seen
 * @param answers answers seen
 * @param refusals rows that were not taken, and why; the first {@link TableImport#MOST_LISTED} of them
 * @param refused how many rows were not taken
 * @param notices what a person should look at in rows that were taken; as many
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
        List<Refusal> notices) {
    public TableReport {
        refusals = List.copyOf(refusals);
        notices = List.copyOf(notices);
    }

    /** Whether something was refused or should be looked at. */
    public boolean needsPerson() {
        return refused > 0 || !notices.isEmpty();
    }
}
