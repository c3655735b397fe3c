package org.rapporteur.forms.mapping;

/** What becomes of a row of a table. */
public enum RowFate {
    /** It brings a respondent whom the survey did not have. */
    NEW_RESPONDENT,
    /** It is new, of a respondent whom the survey has. */
    ADDED,
    /** It is there, and something of it is different now. */
    CHANGED,
    /** It is there already and says the same. */
    SAME,
    /** It is not taken. */
    REFUSED,
    /** Nothing was tried, as the table cannot be taken as it is mapped or read. */
    NOT_TRIED
}
