package org.rapporteur.core.survey;

import java.util.Locale;

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
    /** A count below zero. */
    NEGATIVE,
    /** A day with a year of another calendar (Buddhist 2560, Hijri 1439); the day that it may be is offered. */
    OTHER_CALENDAR,
    /** A day so far away that it is likely a slip; the day as written is offered. */
    FAR_DATE,
    /** The spreadsheet made a day of what was typed ("3-5"); what may have been typed is offered. */
    MADE_A_DATE,
    /** A number so long that the spreadsheet lost its last digits. */
    DIGITS_LOST,
    /** The cell holds a formula; its last result was taken. */
    FORMULA,
    /** The answer stood beside its place, for instance in the column for comments. */
    OTHER_CELL,
    /** The answer went on in rows that the respondent added. */
    CONTINUED,
    /** The row was recognised by a question whose words had been changed. */
    PLACED_BY_LABEL,
    /** The answer stands in a row, column or sheet that the respondent hid. */
    HIDDEN,
    /** Some of the words were struck out; they are not part of the answer and wait in the tray. */
    STRUCK;

    /** The value of the field {@code answer.doubt}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the content is in doubt, not only the place. Such an answer has no value, only words. */
    public boolean ofContent() {
        return ordinal() < FORMULA.ordinal();
    }
}
