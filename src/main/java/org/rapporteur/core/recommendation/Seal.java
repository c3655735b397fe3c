package org.rapporteur.core.recommendation;

/** What became of an adopted text; computed from the text each time, never stored. */
public enum Seal {
    /** Nothing is adopted. */
    NONE,
    /** It is stated as adopted, but no text was sealed. */
    UNSEALED,
    /** The text is to the letter what was adopted. */
    UNALTERED,
    /** The version that was adopted has another wording now; what counts is the text in the record. */
    ALTERED,
    /** The version that was adopted is no longer there; what counts is the text in the record. */
    MISSING,
    /** The record itself does not fit its seal. */
    BROKEN,
    /** Two records differ. */
    CONTESTED
}
