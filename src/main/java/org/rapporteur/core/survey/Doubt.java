package org.rapporteur.core.survey;

import java.util.Locale;
import java.util.Optional;

/** Why a person should look at an answer again. The names in lower case are the values of {@code answer.doubt}. */
public enum Doubt {
    /** A number given roughly ("around 1,200"); the words are kept, no number is stored. */
    APPROXIMATE,
    /** None of the choices, or more than one. */
    UNKNOWN_CHOICE,
    /** Not a number, or one that can be read in two ways. */
    NOT_A_NUMBER,
    /** Not a day, or one that can be read in two ways. */
    NOT_A_DATE,
    /** The cell holds a formula; its last result was taken. */
    FORMULA,
    /** The answer stood beside its place, for instance in the column for comments. */
    OTHER_CELL,
    /** The answer went on in rows that the respondent added. */
    CONTINUED,
    /** The row was recognised by a question whose words had been changed. */
    PLACED_BY_LABEL;

    /** The value of the field {@code answer.doubt}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The doubt with the code; empty for any other text. */
    public static Optional<Doubt> ofCode(String code) {
        for (Doubt doubt : values()) {
            if (doubt.code().equals(code)) {
                return Optional.of(doubt);
            }
        }
        return Optional.empty();
    }

    /** Whether the content is in doubt, not only the place. Such an answer has no value, only words. */
    public boolean ofContent() {
        return ordinal() <= NOT_A_DATE.ordinal();
    }
}
