package org.rapporteur.core.survey;

import java.util.Locale;
import org.rapporteur.core.change.Row;

/** How a question is answered. The names in lower case are the values of the field {@code question.type}. */
public enum QuestionType {
    /** Words, several paragraphs. */
    LONG_TEXT,
    /** Words, one line. */
    TEXT,
    /** One of the choices. */
    SINGLE,
    /** Any number of the choices. */
    MULTIPLE,
    /** Yes or no; needs no choices of its own. */
    YES_NO,
    /** One step of a scale; the choices are its steps, their codes numbers, their labels (if any) the anchors. */
    SCALE,
    /** A whole number. */
    INTEGER,
    /** A number that may have a fraction. */
    DECIMAL,
    /** A calendar day. */
    DATE,
    /**
     * How the respondent's answers may be used. One of the choices, each of which is tied to a {@link Permission};
     * needs no choices of its own.
     */
    USE,
    /** Words to the respondent; not answered. */
    NOTE;

    /** The value of the field {@code question.type}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type in a row of the store; a question without a known type is open. */
    static QuestionType in(Row question) {
        String code = question.text("type");
        for (QuestionType type : values()) {
            if (type.code().equals(code)) {
                return type;
            }
        }
        return LONG_TEXT;
    }

    /** Whether the answer is words and nothing else, so that any words are an answer. */
    public boolean open() {
        return this == LONG_TEXT || this == TEXT;
    }

    /** Whether the answer is chosen from a list. */
    public boolean closed() {
        return this == SINGLE || this == MULTIPLE || this == YES_NO || this == SCALE || this == USE;
    }

    /** Whether the question is answered at all. */
    public boolean answered() {
        return this != NOTE;
    }
}
