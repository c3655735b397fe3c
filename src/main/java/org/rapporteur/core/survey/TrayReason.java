package org.rapporteur.core.survey;

import java.util.Locale;
import java.util.Optional;

/** Why a cell of a returned file waits for a person. The names in lower case are stored in {@code tray_item.reason}. */
public enum TrayReason {
    /** A remark beside an answer. */
    COMMENT,
    /** A remark beside a question of which the answer is empty, and that cannot be its answer as it stands. */
    COMMENT_WITHOUT_ANSWER,
    /** Something beside an answer, outside the columns of the form. */
    BESIDE,
    /** Words added to the text of a question. */
    IN_LABEL,
    /** Something other than a tick beside a choice. */
    NOT_A_TICK,
    /** Words beside a multiple choice whose choices are ticked as well, or that name no choice. */
    NOT_A_LIST,
    /** Two different answers to one question. */
    TWICE,
    /** The hidden key of the row and the question it shows disagree. */
    KEY_AND_LABEL,
    /** The question was changed so much that two questions, or none, may be meant. */
    LABEL_UNCLEAR,
    /** The words of the question or choice were changed so that something else may be meant, perhaps the opposite. */
    LABEL_CHANGED,
    /** "None of these" is ticked together with choices. */
    NONE_AND_CHOICES,
    /** More choices than the form allows; they count, the item names them. */
    TOO_MANY,
    /** One cell stretches over the answers of several questions. */
    MERGED,
    /** Something below an answer that may or may not belong to it. */
    BELOW,
    /** A formula without a result. */
    FORMULA,
    /** The question is no longer part of the survey. */
    QUESTION_GONE,
    /** Words that belong to no question. */
    STRAY,
    /** A note attached to a cell, or a text box. */
    NOTE,
    /** Another sheet with content. */
    OTHER_SHEET,
    /** Words that were struck out. */
    STRUCK,
    /** A picture. */
    PICTURE,
    /** Something else that lies over the cells: an embedded file, a chart, a check box. */
    OBJECT,
    /** A colour that the form sent did not have; the words are its red, green and blue ("#FFFF00"). */
    COLOUR,
    /** Words in a row, column or sheet that the respondent hid. */
    HIDDEN,
    /** Words in the head or the foot of the pages. */
    HEADER,
    /** A name in the form that is not the one it was sent to. */
    NAME,
    /** Signs of a font of symbols that are not known as ticks. */
    SYMBOL,
    /** A newer file answers the question differently; the item holds the earlier answer. */
    CHANGED,
    /** A newer file does not answer the question any more; the item holds the earlier answer. */
    WITHDRAWN,
    /** Words such as "N/A", of which nobody has said yet whether they are answers in this survey. */
    NO_ANSWER,
    /** A file that could not be taken in. */
    REFUSED,
    /** A file that does not say who it is from, or says two things. */
    WHO;

    /**
     * Whether the item may hold an answer to its question, or words that change one: until a person has looked, the question
     * is not left blank. What an earlier file said, what names nobody and what no question asks is none.
     */
    public boolean mayAnswer() {
        return switch (this) {
            case CHANGED, WITHDRAWN, NO_ANSWER, REFUSED, WHO, NAME, QUESTION_GONE, HEADER -> false;
            default -> true;
        };
    }

    /** The value of the field {@code tray_item.reason}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The reason with the code; empty for any other text. */
    public static Optional<TrayReason> ofCode(String code) {
        for (TrayReason reason : values()) {
            if (reason.code().equals(code)) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }
}
