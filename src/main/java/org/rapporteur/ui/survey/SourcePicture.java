package org.rapporteur.ui.survey;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.rapporteur.core.survey.CellSurroundings;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.LanguageGuess;
import org.rapporteur.core.text.PlainText;

/** A cell of a returned file in its surroundings: the rows around it as a small sheet, the cell itself framed. */
final class SourcePicture extends GridPane {
    private static final int MOST_OF_CELL = 120;

    SourcePicture(String sheet, String cell, String body, String surroundings) {
        getStyleClass().add("source-picture");
        setMaxWidth(Double.MAX_VALUE);
        Language language = LanguageGuess.of(surroundings).orElse(Language.EN);
        setNodeOrientation(
                language.rtl()
                        ? javafx.geometry.NodeOrientation.RIGHT_TO_LEFT
                        : javafx.geometry.NodeOrientation.LEFT_TO_RIGHT);
        int at = org.rapporteur.core.survey.Inbox.rowNumber(cell);
        String wanted = PlainText.shorten(PlainText.line(body), MOST_OF_CELL);
        List<String[]> rows = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (CellSurroundings.Line line : CellSurroundings.of(surroundings).rows()) {
            numbers.add(line.number());
            rows.add(line.cells().stream()
                    .map(words -> PlainText.shorten(words, MOST_OF_CELL))
                    .toArray(String[]::new));
        }
        if (rows.isEmpty()) {
            numbers.add(at);
            rows.add(new String[] {wanted});
        }
        int width = rows.stream().mapToInt(r -> r.length).max().orElse(1);
        ColumnConstraints first = new ColumnConstraints();
        first.setMinWidth(Region.USE_PREF_SIZE);
        getColumnConstraints().add(first);
        for (int i = 0; i < width; i++) {
            int index = i;
            int longest = rows.stream()
                    .mapToInt(r -> index < r.length ? r[index].length() : 0)
                    .max()
                    .orElse(0);
            // As wide as the words ask for, within what can still be read.
            double wide = Math.clamp(longest * 7.0 + 18, 36, 200);
            ColumnConstraints column = new ColumnConstraints(Math.min(wide, 84), wide, Double.MAX_VALUE);
            column.setHgrow(longest > 12 ? Priority.ALWAYS : Priority.NEVER);
            getColumnConstraints().add(column);
        }
        boolean found = false;
        for (int i = 0; i < rows.size(); i++) {
            Label number = new Label(numbers.get(i) == 0 ? "" : String.valueOf(numbers.get(i)));
            number.getStyleClass().addAll("source-number", "small", "muted");
            number.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
            add(number, 0, i);
            for (int j = 0; j < width; j++) {
                String words = j < rows.get(i).length ? rows.get(i)[j] : "";
                boolean self = !found && numbers.get(i) == at && words.equals(wanted);
                found |= self;
                Label shown = cell(words, self);
                GridPane.setValignment(shown, javafx.geometry.VPos.TOP);
                add(shown, j + 1, i);
            }
        }
        setAccessibleText(sheet + " " + cell + ": " + body);
    }

    private static Label cell(String words, boolean self) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        if (self) {
            label.setMinHeight(Region.USE_PREF_SIZE);
        } else {
            // The surroundings only have to be recognised.
            label.setMaxHeight(68);
        }
        label.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        label.getStyleClass().add("source-cell");
        if (self) {
            label.getStyleClass().add("source-self");
        }
        return label;
    }
}
