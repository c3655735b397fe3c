package org.rapporteur.forms.mapping;

/** What a column of a table is used as. */
public enum ColumnUse {
    /** It is left out. */
    NONE,
    /** Who answers. */
    RESPONDENT,
    /** What kind of respondent it is. */
    TYPE,
    /** The respondent's region. */
    REGION,
    /** Answers to a question. */
    QUESTION,
    /** Whether one choice of a question with several choices was made. */
    TICK,
    /** Themes that the answers to the question before it are coded with. */
    THEMES,
    /** It goes along with each reply without being an answer. */
    CARRIED
}
