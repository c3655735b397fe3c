package org.rapporteur.forms.table;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.model.SharedStrings;
import org.rapporteur.core.problem.Refusal;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the rows of one sheet's XML as it streams by. */
final class XlsxSheetHandler extends DefaultHandler {

    /** Ends the reading when the sink has enough. */
    static final class Enough extends SAXException {
        private static final long serialVersionUID = 1L;
    }

    /** Styles by index, from the workbook. */
    interface Styles {
        CellValues.Format of(int index);
    }

    private final SheetRows rows;
    private final SharedStrings strings;
    private final Styles styles;
    private final boolean date1904;

    private final StringBuilder text = new StringBuilder();
    private List<TableCell> cells = new ArrayList<>();
    private Refusal problem;
    private long row;
    private boolean hidden;
    private int column;
    private String type = "";
    private int style;
    private boolean formula;
    private boolean inCell;
    private boolean collecting;
    private boolean phonetic;
    private boolean tooLong;
    private boolean hasValue;

    XlsxSheetHandler(SheetRows rows, SharedStrings strings, Styles styles, boolean date1904) {
        this.rows = rows;
        this.strings = strings;
        this.styles = styles;
        this.date1904 = date1904;
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes attributes) throws SAXException {
        switch (localName) {
            case "row" -> startRow(attributes);
            case "col" -> hiddenColumns(attributes);
            case "c" -> startCell(attributes);
            case "f" -> formula |= inCell;
            case "rPh" -> phonetic = true;
            case "v" -> {
                collecting = inCell;
                hasValue |= inCell;
            }
            case "t" -> {
                // Runs of a rich text follow one another; readings of Japanese characters are not part of it.
                collecting = inCell && !phonetic;
                hasValue |= collecting;
            }
            default -> {}
        }
    }

    private void hiddenColumns(Attributes attributes) {
        String flag = attributes.getValue("hidden");
        if ("1".equals(flag) || "true".equals(flag)) {
            int first = number(attributes.getValue("min"));
            int last =
                    Math.min(number(attributes.getValue("max")), rows.limits().columns());
            for (int at = Math.max(1, first); at <= last; at++) {
                rows.hiddenColumn(at - 1);
            }
        }
    }

    private void startRow(Attributes attributes) throws SAXException {
        String number = attributes.getValue("r");
        row = number == null ? row + 1 : CellRef.row(number);
        if (row < 1) {
            throw new SAXException("row without a number");
        }
        String flag = attributes.getValue("hidden");
        hidden = "1".equals(flag) || "true".equals(flag);
        cells = new ArrayList<>();
        problem = null;
        column = -1;
    }

    private void startCell(Attributes attributes) throws SAXException {
        String ref = attributes.getValue("r");
        int at = ref == null ? column + 1 : CellRef.column(ref);
        if (at <= column) {
            throw new SAXException("cells out of order");
        }
        column = at;
        type = attributes.getValue("t") == null ? "n" : attributes.getValue("t");
        style = number(attributes.getValue("s"));
        formula = false;
        hasValue = false;
        tooLong = false;
        inCell = true;
        text.setLength(0);
    }

    private static int number(String text) {
        if (text == null || text.isEmpty() || text.length() > 9) {
            return 0;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        if (!collecting) {
            return;
        }
        if (text.length() + length > rows.limits().cellChars()) {
            tooLong = true;
        } else {
            text.append(chars, start, length);
        }
    }

    @Override
    public void endElement(String uri, String localName, String name) throws SAXException {
        switch (localName) {
            case "v", "t" -> collecting = false;
            case "rPh" -> phonetic = false;
            case "c" -> {
                inCell = false;
                endCell();
            }
            case "row" -> {
                rows.accept(row, hidden, cells, problem);
                if (!rows.wantsMore()) {
                    throw new Enough();
                }
            }
            default -> {}
        }
    }

    private void endCell() throws SAXException {
        if (!hasValue && !formula) {
            return;
        }
        if (column >= rows.limits().columns()) {
            problem = problem == null ? rows.tooManyColumns(row) : problem;
            return;
        }
        while (cells.size() < column) {
            cells.add(TableCell.empty(CellRef.of(cells.size(), row)));
        }
        String ref = CellRef.of(column, row);
        TableCell cell = hasValue ? value(ref) : CellValues.text(ref, "", formula);
        if (tooLong) {
            problem = problem == null ? rows.tooLong(row, column) : problem;
            cell = TableCell.empty(ref);
        }
        cells.add(cell);
    }

    private TableCell value(String ref) throws SAXException {
        String value = text.toString();
        return switch (type) {
            case "s" -> shared(ref, value.strip());
            case "str", "inlineStr" -> CellValues.text(ref, value, formula);
            case "b" ->
                CellValues.bool(ref, value.strip().equals("1") || value.strip().equals("true"), formula);
            case "e" -> CellValues.error(ref, value, formula);
            case "d" -> isoDate(ref, value.strip());
            default -> numeric(ref, value.strip());
        };
    }

    private TableCell shared(String ref, String index) throws SAXException {
        int at = index.isEmpty() || index.length() > 9 || !index.chars().allMatch(c -> c >= '0' && c <= '9')
                ? -1
                : Integer.parseInt(index);
        if (at < 0) {
            throw new SAXException("no such shared string");
        }
        String shared = strings.getItemAt(at).getString();
        if (shared.length() > rows.limits().cellChars()) {
            tooLong = true;
            return TableCell.empty(ref);
        }
        return CellValues.text(ref, shared, formula);
    }

    private TableCell numeric(String ref, String value) throws SAXException {
        if (value.isEmpty()) {
            return CellValues.text(ref, "", formula);
        }
        // Longer than any double is written; the parser must not be given megabytes.
        if (value.length() > 400) {
            throw new SAXException("number too long");
        }
        try {
            return CellValues.number(ref, Double.parseDouble(value), styles.of(style), date1904, formula);
        } catch (NumberFormatException e) {
            throw new SAXException("not a number", e);
        }
    }

    private TableCell isoDate(String ref, String value) {
        try {
            if (value.length() == 10) {
                LocalDate day = LocalDate.parse(value);
                return TableCell.of(ref, TableCell.Kind.DATE, day.toString(), day, formula);
            }
            String plain = value.endsWith("Z") ? value.substring(0, value.length() - 1) : value;
            LocalDateTime moment = LocalDateTime.parse(plain);
            return TableCell.of(ref, TableCell.Kind.DATE, moment.toString(), moment, formula);
        } catch (DateTimeParseException e) {
            return CellValues.text(ref, value, formula);
        }
    }
}
