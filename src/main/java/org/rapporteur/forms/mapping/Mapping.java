package org.rapporteur.forms.mapping;

import java.nio.charset.Charset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rapporteur.core.survey.Permission;
import org.rapporteur.core.survey.QuestionType;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.Multilingual;
import org.rapporteur.forms.table.TableOptions;

/**
 * How a table is a survey: which column is what. Columns are meant by name, whatever their order.
 *
 * @param respondent who answers
 * @param questions what is asked
 * @param carry columns that go along with each reply without being answers
 * @param rows what a row is
 * @param coder who made the codes in the table; empty if the mapping does not say
 * @param language language of the answers
 * @param key column that tells a row from all others, the same in every version of the table; empty if none does
 * @param noAnswer the words that mean that there is no answer; an empty list if all words are answers; empty as a whole
 *     if nobody has said yet
 * @param reading how the file is read
 */
public record Mapping(
        Who respondent,
        List<Asked> questions,
        List<String> carry,
        Rows rows,
        String coder,
        Language language,
        Optional<String> key,
        Optional<List<String>> noAnswer,
        Reading reading) {

    /**
     * How the file is read, as far as the mapping says.
     *
     * @param sheet name of the sheet
     * @param headerRow row of the column names, counted from 1; 0 to find it
     * @param headerLines lines that name the columns: 1, 2, or 0 to tell by itself
     */
    public record Reading(
            Optional<String> sheet,
            int headerRow,
            int headerLines,
            Optional<Character> delimiter,
            Optional<Charset> encoding) {
        /** Everything found by the program. */
        public static final Reading DETECT = new Reading(Optional.empty(), 0, 0, Optional.empty(), Optional.empty());

        /** The options of a table that is read so; what they state already stands. */
        public TableOptions over(TableOptions stated) {
            TableOptions options = stated;
            if (options.sheet().isEmpty() && sheet.isPresent()) {
                options = options.withSheet(sheet.get());
            }
            if (options.headerRow() == 0) {
                options = options.withHeaderRow(headerRow);
            }
            if (options.headerLines() == 0) {
                options = options.withHeaderLines(headerLines);
            }
            if (options.delimiter().isEmpty() && delimiter.isPresent()) {
                options = options.withDelimiter(delimiter.get());
            }
            if (options.charset().isEmpty() && encoding.isPresent()) {
                options = options.withCharset(encoding.get());
            }
            return options;
        }
    }

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

    /**
     * A choice of a closed question.
     *
     * @param permission what it allows, in a question on the use of the answers
     */
    public record Chosen(String code, Multilingual label, Optional<Permission> permission) {}

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
        noAnswer = noAnswer.map(List::copyOf);
    }

    /** A mapping that names no key, words or reading. */
    public Mapping(
            Who respondent, List<Asked> questions, List<String> carry, Rows rows, String coder, Language language) {
        this(respondent, questions, carry, rows, coder, language, Optional.empty(), Optional.empty(), Reading.DETECT);
    }

    /** The same with this key column. */
    public Mapping withKey(Optional<String> column) {
        return new Mapping(respondent, questions, carry, rows, coder, language, column, noAnswer, reading);
    }

    /** The same with these words for no answer. */
    public Mapping withNoAnswer(Optional<List<String>> words) {
        return new Mapping(respondent, questions, carry, rows, coder, language, key, words, reading);
    }

    /** The same with its rows meaning this. */
    public Mapping withRows(Rows value) {
        return new Mapping(respondent, questions, carry, value, coder, language, key, noAnswer, reading);
    }

    /** The columns that a table must have, each once. */
    public List<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        key.ifPresent(columns::add);
        for (Source source : List.of(respondent.name(), respondent.type(), respondent.region())) {
            if (source.column() != null) {
                columns.add(source.column());
            }
        }
        for (Asked asked : questions) {
            if (asked.answer() != null) {
                columns.add(asked.answer());
            }
            asked.ticks().forEach(tick -> columns.add(tick.column()));
            asked.codes().ifPresent(codes -> columns.add(codes.column()));
        }
        columns.addAll(carry);
        return List.copyOf(columns);
    }
}
