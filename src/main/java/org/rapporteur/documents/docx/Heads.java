package org.rapporteur.documents.docx;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STVerticalJc;
import org.rapporteur.core.text.Language;
import org.rapporteur.documents.model.Block;
import org.rapporteur.documents.model.Inline;

/** The head of the first page: the symbol block over a thick rule, then the title with its lines. */
final class Heads {

    private final Context context;
    private final Runs runs;

    Heads(Context context, Runs runs) {
        this.context = context;
        this.runs = runs;
    }

    void write(Block.SymbolBlock block) {
        XWPFTable table = context.file.createTable();
        CTTblPr properties = table.getCTTbl().getTblPr();
        if (properties.isSetTblBorders()) {
            properties.unsetTblBorders();
        }
        (properties.isSetTblStyle() ? properties.getTblStyle() : properties.addNewTblStyle()).setVal("TablePlain");
        if (context.language.rtl()) {
            properties.addNewBidiVisual();
        }
        var width = properties.isSetTblW() ? properties.getTblW() : properties.addNewTblW();
        width.setW(BigInteger.valueOf(context.width));
        width.setType(STTblWidth.DXA);
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        int side = context.width * 36 / 100;
        int[] widths = {context.width - side, side};
        var grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        for (int one : widths) {
            grid.addNewGridCol().setW(BigInteger.valueOf(one));
        }
        XWPFTableRow upper = table.insertNewTableRow(0);
        XWPFParagraph body = line(cell(upper, widths[0], true), "SymbolBody", 0);
        runs.write(body, block.body(), null);
        XWPFParagraph symbol = line(cell(upper, widths[1], true), "SymbolLine", 0);
        symbol.getCTPPr().addNewJc().setVal(STJc.RIGHT);
        if (!block.symbol().isEmpty()) {
            runs.write(symbol, List.of(new Inline.Text(block.symbol(), Set.of(Inline.Mark.BOLD), Language.EN)), null);
        }
        if (!block.lines().isEmpty()) {
            XWPFTableRow lower = table.insertNewTableRow(1);
            line(cell(lower, widths[0], false), "SymbolLine", 0);
            XWPFTableCell right = cell(lower, widths[1], false);
            for (int i = 0; i < block.lines().size(); i++) {
                XWPFParagraph line = line(right, "SymbolLine", i);
                line.getCTPPr().addNewJc().setVal(STJc.RIGHT);
                if (i == 0) {
                    line.getCTPPr().addNewSpacing().setBefore(BigInteger.valueOf(80));
                }
                runs.write(line, block.lines().get(i), null);
            }
        }
        table.removeRow(block.lines().isEmpty() ? 1 : 2);
        context.paragraph("AfterTable", null);
    }

    private XWPFTableCell cell(XWPFTableRow row, int width, boolean ruled) {
        XWPFTableCell cell = row.createCell();
        CTTcPr properties = cell.getCTTc().isSetTcPr()
                ? cell.getCTTc().getTcPr()
                : cell.getCTTc().addNewTcPr();
        var cellWidth = properties.isSetTcW() ? properties.getTcW() : properties.addNewTcW();
        cellWidth.setW(BigInteger.valueOf(width));
        cellWidth.setType(STTblWidth.DXA);
        if (ruled) {
            var bottom = properties.addNewTcBorders().addNewBottom();
            bottom.setVal(STBorder.SINGLE);
            bottom.setSz(BigInteger.valueOf(18));
            bottom.setColor("1A1A1A");
            properties.addNewVAlign().setVal(STVerticalJc.BOTTOM);
        }
        return cell;
    }

    private XWPFParagraph line(XWPFTableCell cell, String style, int at) {
        XWPFParagraph paragraph =
                at < cell.getParagraphs().size() ? cell.getParagraphs().get(at) : cell.addParagraph();
        return context.prepare(paragraph, style, null);
    }

    void write(Block.TitleBlock block) {
        for (List<Inline> line : block.above()) {
            runs.write(context.paragraph("MeetingLine", null), line, null);
        }
        XWPFParagraph title = context.paragraph("Title", null);
        runs.write(title, block.title(), null);
        if (!block.below().isEmpty()) {
            runs.write(context.paragraph("Subtitle", null), block.below(), null);
        }
    }
}
