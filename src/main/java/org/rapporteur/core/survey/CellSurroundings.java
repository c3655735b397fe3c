package org.rapporteur.core.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.rapporteur.core.text.PlainText;

/**
 * The cells around a cell of a returned file, with their columns in place, blank ones too: what the field
 * {@code tray_item.surroundings} holds. As text it is one line with the names of the columns and one for each row, parted
 * by tabs; names of hidden columns and rows stand in brackets.
 *
 * @param columns the columns from the first, without gaps
 * @param rows the rows from the top; each has a cell for every column
 */
public record CellSurroundings(List<Column> columns, List<Line> rows) {
    /** Nothing around. */
    public static final CellSurroundings NONE = new CellSurroundings(List.of(), List.of());

    private static final int MOST_OF_CELL = 400;

    /**
     * A column.
     *
     * @param name what spreadsheets call it, such as {@code D}; "" if it is not known
     * @param hidden whether the file hides it
     */
    public record Column(String name, boolean hidden) {}

    /**
     * A row.
     *
     * @param number counted from 1, as spreadsheets show it
     * @param hidden whether the file hides it
     * @param cells the words of its cells on one line each, "" for a blank one
     */
    public record Line(int number, boolean hidden, List<String> cells) {
        public Line {
            cells = cells.stream()
                    .map(cell -> PlainText.shorten(PlainText.line(cell.replace('\t', ' ')), MOST_OF_CELL))
                    .toList();
        }
    }

    public CellSurroundings {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** As it is stored. */
    public String text() {
        if (rows.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        columns.forEach(column -> out.append('\t').append(marked(column.name(), column.hidden())));
        for (Line row : rows) {
            out.append('\n').append(marked(Integer.toString(row.number()), row.hidden()));
            row.cells().forEach(cell -> out.append('\t').append(cell));
        }
        return out.toString();
    }

    private static String marked(String name, boolean hidden) {
        return hidden ? "(" + name + ")" : name;
    }

    /**
     * Reads what was stored; also the rows "12: cell | cell" of earlier versions, of which the columns are not known. What
     * is neither is left out.
     */
    public static CellSurroundings of(String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty()) {
            return NONE;
        }
        return lines.get(0).startsWith("\t") ? columned(lines) : plain(lines);
    }

    private static CellSurroundings columned(List<String> lines) {
        List<Column> columns = new ArrayList<>();
        String[] names = lines.get(0).split("\t", -1);
        for (int i = 1; i < names.length; i++) {
            columns.add(new Column(bare(names[i]), names[i].startsWith("(")));
        }
        List<Line> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            if (!bare(cells[0]).matches("\\d{1,8}")) {
                continue;
            }
            List<String> words = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                words.add(i < cells.length ? cells[i] : "");
            }
            rows.add(new Line(Integer.parseInt(bare(cells[0])), cells[0].startsWith("("), words));
        }
        return new CellSurroundings(columns, rows);
    }

    private static CellSurroundings plain(List<String> lines) {
        List<Line> rows = new ArrayList<>();
        int width = 0;
        for (String line : lines) {
            int colon = line.indexOf(": ");
            if (colon > 0 && line.substring(0, colon).matches("\\d{1,8}")) {
                List<String> cells = List.of(line.substring(colon + 2).split(" \\| ", -1));
                width = Math.max(width, cells.size());
                rows.add(new Line(Integer.parseInt(line.substring(0, colon)), false, cells));
            }
        }
        int all = width;
        List<Line> even = rows.stream()
                .map(row -> {
                    List<String> cells = new ArrayList<>(row.cells());
                    while (cells.size() < all) {
                        cells.add("");
                    }
                    return new Line(row.number(), row.hidden(), cells);
                })
                .collect(Collectors.toList());
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            columns.add(new Column("", false));
        }
        return new CellSurroundings(columns, even);
    }

    private static String bare(String name) {
        return name.startsWith("(") && name.endsWith(")") ? name.substring(1, name.length() - 1) : name;
    }
}
