package org.rapporteur.forms.mapping;

import java.util.List;
import java.util.Optional;
import org.rapporteur.core.survey.Permission;
import org.rapporteur.core.survey.QuestionType;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.Multilingual;

/**
 * How a table is a survey: which column is what. Columns are meant by name, whatever their order.
 *
 * @param respondent who answers
 * @param questions what is asked
 * @param carry columns that go along with each reply without being answers
 * @param rows what a row is
 * @param coder who made the codes in the table; empty if the mapping does not say
 * @param language language of the answers
 */
public record Mapping(
        Who respondent, List<Asked> questions, List<String> carry, Rows rows, String coder, Language language) {

    /** What a row of the table is. */
    public enum Rows {
        /** One answer of a respondent, who may give many. */
        ANSWER,
        /** All answers of one respondent. */
        RESPONDENT
    }

    /**
     * Where a value comes from: a column, or the same value for all rows.
     *
     * @param column name of the column, or null
     * @param value the value if there is no column, or null
     */
    public record Source(String column, String value) {
        static final Source NONE = new Source(null, null);
    }

    /**
     * Who answers.
     *
     * @param name the respondent's name; without a column the respondents are numbered, one a row
     * @param type its type
     * @param region its region
     */
    public record Who(Source name, Source type, Source region) {}

    /**
     * One question.
     *
     * @param code short name, unique in the mapping
     * @param label the question
     * @param type how it is answered
     * @param answer column of the answer; null if it has ticks
     * @param ticks one column for each choice of a multiple choice
     * @param choices the choices; those of a closed question without any are taken from the table
     * @param separator between several choices in one cell
     * @param codes themes that the answers are coded with
     * @param permission how the answers may be used; empty to leave it to the survey
     */
    public record Asked(
            String code,
            Multilingual label,
            QuestionType type,
            String answer,
            List<Tick> ticks,
            List<Chosen> choices,
            String separator,
            Optional<Codes> codes,
            Optional<Permission> permission) {
        public Asked {
            ticks = List.copyOf(ticks);
            choices = List.copyOf(choices);
        }
    }

    /**
     * A column that says whether a choice was made.
     *
     * @param column name of the column
     * @param choice code of the choice
     * @param label its words
     */
    public record Tick(String column, String choice, Multilingual label) {}

    /** A choice of a closed question. */
    public record Chosen(String code, Multilingual label) {}

    /**
     * Codes in a cell.
     *
     * @param column name of the column
     * @param separator between them
     */
    public record Codes(String column, String separator) {}

    public Mapping {
        questions = List.copyOf(questions);
        carry = List.copyOf(carry);
    }
}
