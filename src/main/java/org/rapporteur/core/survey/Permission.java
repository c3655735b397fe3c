package org.rapporteur.core.survey;

import java.util.Locale;

/**
 * What a respondent allows to be done with an answer, from the least to the most. Under the Chatham House Rule the
 * content may be used, but neither speaker nor affiliation may be told.
 */
public enum Permission {
    /** The answer counts in figures; neither its words nor their sense may be shown. */
    COUNT_ONLY,
    /** The sense may be told in the secretariat's words, without saying whose it is. */
    PARAPHRASE,
    /** The words may be quoted, with the respondent's name. */
    QUOTE;

    /**
     * The permission of an answer.
     *
     * @param answer what the answer's own field says; null or unknown falls back to the survey's
     * @param survey what the survey says for all answers; where it says nothing either, only counting is allowed
     */
    public static Permission of(String answer, String survey) {
        Permission own = parse(answer);
        if (own != null) {
            return own;
        }
        Permission common = parse(survey);
        return common == null ? COUNT_ONLY : common;
    }

    private static Permission parse(String stored) {
        if (stored == null) {
            return null;
        }
        return switch (stored.strip().toLowerCase(Locale.ROOT)) {
            case "quote" -> QUOTE;
            case "paraphrase" -> PARAPHRASE;
            case "count_only" -> COUNT_ONLY;
            default -> null;
        };
    }
}
