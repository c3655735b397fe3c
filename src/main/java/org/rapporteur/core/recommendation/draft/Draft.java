package org.rapporteur.core.recommendation.draft;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.Multilingual;

/**
 * A draft as it ought to stand.
 *
 * @param id key of the recommendation
 * @param theme key of the code
 * @param heading name of the theme
 * @param groupings name of the group of drafts, by language
 * @param bodies the zero draft, by language
 * @param versionLabel name of the version
 * @param statement how far the theme reaches, as a note on the evidence
 * @param source title of the survey
 * @param answers keys of the answers that it rests on
 */
record Draft(
        UUID id,
        UUID theme,
        Multilingual heading,
        Map<Language, String> groupings,
        Map<Language, String> bodies,
        String versionLabel,
        String statement,
        String source,
        boolean illustrative,
        LocalDate madeOn,
        List<UUID> answers) {}
