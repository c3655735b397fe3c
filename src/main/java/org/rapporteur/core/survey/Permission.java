package org.rapporteur.core.survey;

import java.util.Locale;
import java.util.Optional;

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

    /** The value of the field {@code answer.permission}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The permission with the code; empty for any other text. */
    public static Optional<Permission> ofCode(String code) {
        for (Permission permission : values()) {
            if (permission.code().equals(code)) {
                return Optional.of(permission);
            }
        }
        return Optional.empty();
    }

    /**
     * The permission of an answer. A value that this version does not know allows only counting, and so does saying
     * nothing at all.
     *
     * @param answer what the answer's own field says; null falls back to the survey's
     * @param survey what the survey says for all answers; may be null
     */
    public static Permission of(String answer, String survey) {
        String stated = answer == null ? survey : answer;
        for (Permission permission : values()) {
            if (permission.name().toLowerCase(Locale.ROOT).equals(stated)) {
                return permission;
            }
        }
        return COUNT_ONLY;
    }
}
