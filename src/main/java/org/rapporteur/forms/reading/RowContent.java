package org.rapporteur.forms.reading;

import java.util.List;
import java.util.Optional;

/**
 * What stands in a row that asks something.
 *
 * @param row the row
 * @param main the cell in the column for answers, if it holds something
 * @param others cells beside it that hold something and are not the form's own
 * @param below cells of rows that were added below, in the column for answers
 * @param aside cells of rows that were added below, in other columns
 * @param merged whether the cell for the answer stretches over those of other questions
 * @param comments column of the comments
 * @param label the cell of the words that are asked, if it is there
 * @param mark what the respondent wrote before or behind those words in the same cell, "" for nothing
 * @param turned whether those words were changed so that something else may be meant
 */
record RowContent(
        Located row,
        Optional<Grid.Cell> main,
        List<Grid.Cell> others,
        List<Grid.Cell> below,
        List<Grid.Cell> aside,
        boolean merged,
        int comments,
        Optional<Grid.Cell> label,
        String mark,
        boolean turned) {

    /** Whether the words that are asked are struck out, wholly or in part. */
    boolean labelStruck() {
        return label.filter(cell -> !cell.struck().isEmpty()).isPresent();
    }

    boolean isEmpty() {
        return main.isEmpty() && others.isEmpty() && below.isEmpty();
    }

    /** Whether both say the same. */
    boolean says(RowContent other) {
        return texts().equals(other.texts());
    }

    private List<String> texts() {
        java.util.ArrayList<String> texts = new java.util.ArrayList<>();
        main.ifPresent(cell -> texts.add(cell.text()));
        others.forEach(cell -> texts.add(cell.text()));
        below.forEach(cell -> texts.add(cell.text()));
        return texts;
    }
}
