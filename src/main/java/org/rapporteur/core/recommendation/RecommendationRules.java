package org.rapporteur.core.recommendation;

import java.util.Objects;
import org.rapporteur.core.change.KindRules;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.problem.Problem;

/** Whether a recommendation is adopted follows from the records of its adoption, not from what its status is set to. */
final class RecommendationRules implements KindRules {

    @Override
    public void beforeSet(Records records, Row before, String column, Object value, boolean takingBack) {
        if (takingBack || !column.equals("status")) {
            return;
        }
        boolean adopted = Objects.equals(value, Adoptions.ADOPTED);
        if (adopted != Adoptions.of(records, before).holds()) {
            throw Problem.of(
                            "REC-06",
                            adopted ? "recommendation.problem.status.adopt" : "recommendation.problem.status.leave")
                    .kept("problem.kept.nothingChanged")
                    .advice(
                            adopted
                                    ? "recommendation.problem.status.adopt.advice"
                                    : "recommendation.problem.record.advice")
                    .build();
        }
    }

    @Override
    public void beforeDelete(Records records, Row row, boolean takingBack) {
        if (records.count(Query.partsOf(RecommendationKinds.ADOPTION, row.id())) > 0) {
            throw Problem.of("REC-07", "recommendation.problem.delete")
                    .kept("problem.kept.nothingChanged")
                    .build();
        }
    }
}
