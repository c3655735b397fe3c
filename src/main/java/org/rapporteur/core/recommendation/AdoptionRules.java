package org.rapporteur.core.recommendation;

import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.KindRules;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.problem.Problem;

/** The record of an adoption is written once; another record follows it, or undo takes back that it was made. */
final class AdoptionRules implements KindRules {

    @Override
    public void beforeSet(Records records, Row before, String column, Object value, boolean takingBack) {
        // What it points to may become another row, when two that were one are joined.
        if (before.kind().fieldOf(column).type() != FieldType.REF) {
            throw refused();
        }
    }

    @Override
    public void beforeDelete(Records records, Row row, boolean takingBack) {
        if (!takingBack) {
            throw refused();
        }
    }

    private static Problem refused() {
        return Problem.of("REC-05", "recommendation.problem.record")
                .kept("problem.kept.nothingChanged")
                .advice("recommendation.problem.record.advice")
                .build();
    }
}
