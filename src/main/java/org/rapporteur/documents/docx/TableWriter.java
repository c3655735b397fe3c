package org.rapporteur.documents.docx;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTShd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblLook;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTrPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STShd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STVerticalJc;
import org.rapporteur.documents.model.Inline;
import org.rapporteur.documents.model.Palette;
import org.rapporteur.documents.model.Table;

/** Writes tables: fixed widths, head rows repeated on every page, rows kept whole, columns mirrored in Arabic. */
final class TableWriter {

    private static final String HEAD_FILL = "EEF4FA";
    private static final String GROUP_FILL = "F4F6F8";

    /** Longer rows may break across pages: kept whole they would leave half a page empty. */
    private static final int LONGEST_WHOLE_ROW = 600;

    private final Context context;
    private final Runs runs;

    TableWriter(Context context, Runs runs) {
        this.context = context;
        this.runs = runs;
    }

    void write(Table table) {
        if (!table.caption().isEmpty()) {
            runs.caption("documents.caption.table", "Table", context.nextTable(), table.caption());
        }
        XWPFTable target = context.file.createTable();
        int[] widths = widths(table.columns());
        properties(target.getCTTbl(), table, widths);
        int at = 0;
        for (Table.Row row : table.header()) {
            row(target, at++, table, row, widths, true, false);
        }
        for (int i = 0; i < table.rows().size(); i++) {
            Table.Row row = table.rows().get(i);
            // LibreOffice takes a first row that is kept with the next for a table that must not break at all.
            boolean keep = row.kind() == Table.RowKind.GROUP && i > 0;
            row(
                    target,
                    at++,
                    table,
                    row,
                    widths,
                    false,
                    keep && i + 1 < table.rows().size());
        }
        target.removeRow(at);
        if (table.note().isEmpty()) {
            context.paragraph("AfterTable", null);
        } else {
            runs.write(context.paragraph("SourceNote", null), table.note(), null);
        }
    }

    private int[] widths(List<Table.Column> columns) {
        double sum = columns.stream().mapToDouble(Table.Column::width).sum();
        int[] widths = new int[columns.size()];
        int left = context.width;
        for (int i = 0; i < widths.length; i++) {
            widths[i] = i == widths.length - 1
                    ? left
                    : (int) Math.round(context.width * columns.get(i).width() / sum);
            left -= widths[i];
        }
        return widths;
    }

    private void properties(CTTbl target, Table table, int[] widths) {
        CTTblPr properties = target.getTblPr();
        if (properties.isSetTblBorders()) {
            properties.unsetTblBorders();
        }
        String style =
                switch (table.look()) {
                    case RULED -> "TableRuled";
                    case PLAIN -> "TablePlain";
                    case MATRIX -> "TableMatrix";
                };
        (properties.isSetTblStyle() ? properties.getTblStyle() : properties.addNewTblStyle()).setVal(style);
        if (context.language.rtl()) {
            properties.addNewBidiVisual();
        }
        var width = properties.isSetTblW() ? properties.getTblW() : properties.addNewTblW();
        width.setW(BigInteger.valueOf(context.width));
        width.setType(STTblWidth.DXA);
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        CTTblLook look = properties.isSetTblLook() ? properties.getTblLook() : properties.addNewTblLook();
        look.setFirstRow(table.header().isEmpty() ? "0" : "1");
        look.setNoVBand("1");
        String summary =
                table.summary() == null || table.summary().isEmpty() ? plain(table.caption()) : table.summary();
        if (!summary.isEmpty()) {
            properties.addNewTblDescription().setVal(Runs.clean(summary));
        }
        CTTblGrid grid = target.getTblGrid() == null ? target.addNewTblGrid() : target.getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        for (int one : widths) {
            grid.addNewGridCol().setW(BigInteger.valueOf(one));
        }
    }

    private void row(
            XWPFTable target, int at, Table table, Table.Row row, int[] widths, boolean head, boolean keepWithNext) {
        XWPFTableRow written = target.insertNewTableRow(at);
        CTTrPr properties = written.getCtRow().isSetTrPr()
                ? written.getCtRow().getTrPr()
                : written.getCtRow().addNewTrPr();
        if (head || length(row) < LONGEST_WHOLE_ROW) {
            properties.addNewCantSplit();
        }
        if (head) {
            properties.addNewTblHeader();
        }
        int column = 0;
        for (Table.Cell cell : row.cells()) {
            int width = 0;
            for (int i = column; i < column + cell.span(); i++) {
                width += widths[i];
            }
            Table.Align align =
                    cell.align() == null ? table.columns().get(column).align() : cell.align();
            cell(written.createCell(), table.look(), row.kind(), cell, width, align, head, keepWithNext);
            column += cell.span();
        }
    }

    private void cell(
            XWPFTableCell target,
            Table.Look look,
            Table.RowKind kind,
            Table.Cell cell,
            int width,
            Table.Align align,
            boolean head,
            boolean keepWithNext) {
        CTTcPr properties = target.getCTTc().isSetTcPr()
                ? target.getCTTc().getTcPr()
                : target.getCTTc().addNewTcPr();
        var cellWidth = properties.isSetTcW() ? properties.getTcW() : properties.addNewTcW();
        cellWidth.setW(BigInteger.valueOf(width));
        cellWidth.setType(STTblWidth.DXA);
        if (cell.span() > 1) {
            properties.addNewGridSpan().setVal(BigInteger.valueOf(cell.span()));
        }
        if (look != Table.Look.PLAIN && (head || kind == Table.RowKind.TOTAL)) {
            var borders = properties.addNewTcBorders();
            rule(head ? borders.addNewBottom() : borders.addNewTop());
        }
        String fill = fill(look, kind, cell, head);
        if (fill != null) {
            CTShd shading = properties.addNewShd();
            shading.setVal(STShd.CLEAR);
            shading.setColor("auto");
            shading.setFill(fill);
        }
        if (head) {
            properties.addNewVAlign().setVal(STVerticalJc.BOTTOM);
        } else if (look == Table.Look.MATRIX) {
            properties.addNewVAlign().setVal(STVerticalJc.CENTER);
        }
        String style = head ? "TableHead" : "TableText";
        List<List<Inline>> paragraphs = cell.paragraphs().isEmpty() ? List.of(List.of()) : cell.paragraphs();
        for (int i = 0; i < paragraphs.size(); i++) {
            XWPFParagraph paragraph =
                    i < target.getParagraphs().size() ? target.getParagraphs().get(i) : target.addParagraph();
            context.prepare(paragraph, style, null);
            if (align != Table.Align.START) {
                paragraph.getCTPPr().addNewJc().setVal(align == Table.Align.END ? STJc.RIGHT : STJc.CENTER);
            }
            if (keepWithNext) {
                paragraph.getCTPPr().addNewKeepNext();
            }
            List<Inline> words = paragraphs.get(i);
            runs.write(paragraph, kind == Table.RowKind.BODY || head ? words : strong(words), null);
        }
    }

    private static String fill(Table.Look look, Table.RowKind kind, Table.Cell cell, boolean head) {
        if (cell.fill() != null) {
            return cell.fill();
        }
        if (head && look != Table.Look.PLAIN) {
            return HEAD_FILL;
        }
        return kind == Table.RowKind.GROUP && look != Table.Look.PLAIN ? GROUP_FILL : null;
    }

    private static void rule(CTBorder border) {
        border.setVal(STBorder.SINGLE);
        border.setSz(BigInteger.valueOf(6));
        border.setColor(Palette.ACCENT);
    }

    private static List<Inline> strong(List<Inline> words) {
        return words.stream()
                .map(inline -> {
                    if (inline instanceof Inline.Text text && text.marks().isEmpty()) {
                        return new Inline.Text(text.text(), java.util.Set.of(Inline.Mark.BOLD), text.language());
                    }
                    return inline;
                })
                .toList();
    }

    private static int length(Table.Row row) {
        int longest = 0;
        for (Table.Cell cell : row.cells()) {
            int length = 0;
            for (List<Inline> paragraph : cell.paragraphs()) {
                length += plain(paragraph).length() + 40;
            }
            longest = Math.max(longest, length);
        }
        return longest;
    }

    /** The words of a line without their marks. */
    static String plain(List<Inline> content) {
        StringBuilder words = new StringBuilder();
        for (Inline inline : content) {
            if (inline instanceof Inline.Text text) {
                words.append(text.text());
            } else if (inline instanceof Inline.Link link) {
                words.append(link.text());
            } else if (inline instanceof Inline.LineBreak) {
                words.append(' ');
            }
        }
        return words.toString();
    }
}
