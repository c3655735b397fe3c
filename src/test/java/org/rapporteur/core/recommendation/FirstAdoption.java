package org.rapporteur.core.recommendation;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.recommendation.RecommendationSteps.Adopting;

/** For tests: a first adoption of a version in all languages that it has, with nothing against it. */
public final class FirstAdoption {
    private FirstAdoption() {}

    public static Adopting of(UUID version, LocalDate day) {
        return new Adopting(
                version, Set.copyOf(Field.LANGUAGES), day, null, "", "", AdoptionAct.Change.ADOPTION, "", "", day);
    }
}
