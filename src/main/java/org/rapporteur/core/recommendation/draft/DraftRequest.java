package org.rapporteur.core.recommendation.draft;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.survey.SurveyStore.CodingRule;
import org.rapporteur.core.survey.analysis.Grouping;
import org.rapporteur.core.text.Language;

/**
 * Which drafts to make.
 *
 * @param survey key of the survey
 * @param by the groups between which themes must meet
 * @param rule when an answer counts as coded
 * @param fewestGroups groups that a theme must reach; 0 to go by the survey's own rule of what is a convergence
 * @param themes keys of the codes to look at; empty for all
 * @param mostQuotations quotations put under one draft, 0 for none
 * @param madeOn the day to write into the drafts
 * @param language language of those fields that hold one language only
 */
public record DraftRequest(
        UUID survey,
        Grouping by,
        CodingRule rule,
        int fewestGroups,
        Set<UUID> themes,
        int mostQuotations,
        LocalDate madeOn,
        Language language) {

    public DraftRequest {
        themes = Set.copyOf(themes);
        if (fewestGroups < 0 || mostQuotations < 0) {
            throw new IllegalArgumentException("no fewer than no groups and no quotations");
        }
    }

    /** All themes that the survey's rule calls a convergence, whoever coded them, with three quotations each. */
    public static DraftRequest converging(UUID survey, LocalDate madeOn, Language language) {
        return usual(survey, 0, madeOn, language);
    }

    /** All themes that meet in at least so many regions, whoever coded them, with three quotations each. */
    public static DraftRequest usual(UUID survey, int fewestGroups, LocalDate madeOn, Language language) {
        return new DraftRequest(
                survey, Grouping.REGION, CodingRule.ANY_CODER, fewestGroups, Set.of(), 3, madeOn, language);
    }
}
