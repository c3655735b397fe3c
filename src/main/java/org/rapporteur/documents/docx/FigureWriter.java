package org.rapporteur.documents.docx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartLegend;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.chart.STLayoutMode;
import org.openxmlformats.schemas.drawingml.x2006.chart.STLayoutTarget;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBody;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextParagraphProperties;
import org.rapporteur.core.text.Language;
import org.rapporteur.documents.model.Figure;
import org.rapporteur.documents.model.Figure.Share;
import org.rapporteur.documents.model.Inline;
import org.rapporteur.documents.model.Palette;
import org.rapporteur.documents.model.Table;
import org.rapporteur.documents.model.WritingSystem;

/** Writes figures: bars as native charts that can be edited, matrices as tinted tables. */
final class FigureWriter {

    private static final int EMU_PER_TWIP = 635;
    private static final double CENTIMETRES_PER_BAR = 0.72;

    /** Room for a name of two lines: names that touch are left out by LibreOffice, every second one. */
    private static final double CENTIMETRES_PER_LONG_NAME = 0.95;

    /** Widths of a bold letter of a table's head, of an ideograph, and of a cell's margins: twentieths of a point. */
    private static final double WIDTH_OF_LETTER = 102;

    private static final double WIDTH_OF_IDEOGRAPH = 175;
    private static final double CELL_MARGINS = 155;

    /** What the names of the rows take of the width, at least and at most. */
    private static final double SMALLEST_ROW_TITLE = 0.18;

    private static final double LARGEST_ROW_TITLE = 0.42;

    /** Where bars begin and how far they may reach, as shares of the chart: names of categories stand before them. */
    private static final double BARS_FROM = 0.36;

    private static final double BARS_FROM_AFTER_LONG_NAMES = 0.48;
    private static final int LONG_NAME = 30;

    private final Context context;
    private final Runs runs;
    private final TableWriter tables;

    FigureWriter(Context context, Runs runs, TableWriter tables) {
        this.context = context;
        this.runs = runs;
        this.tables = tables;
    }

    void write(Figure figure) throws IOException {
        runs.caption("documents.caption.figure", "Figure", context.nextFigure(), figure.caption());
        if (figure.chart() instanceof Figure.Bars bars) {
            bars(bars, figure.alternative());
            if (!figure.note().isEmpty()) {
                runs.write(context.paragraph("SourceNote", null), figure.note(), null);
            }
            if (figure.tableShown()) {
                tables.write(dataTable(bars, figure.alternative()));
            }
        } else if (figure.chart() instanceof Figure.Matrix matrix) {
            tables.write(table(matrix, figure.alternative(), figure.note()));
        }
    }

    private void bars(Figure.Bars bars, String alternative) throws IOException {
        // Within a right-to-left paragraph LibreOffice turns the digits of a chart round.
        XWPFParagraph paragraph = context.paragraph("FigureLine", Language.EN);
        XWPFRun run = paragraph.createRun();
        int lines = bars.stacked()
                ? bars.categories().size()
                : bars.categories().size() * bars.series().size();
        double height = 0.8
                + lines * (longNames(bars) ? CENTIMETRES_PER_LONG_NAME : CENTIMETRES_PER_BAR)
                + (bars.series().size() > 1 ? 0.9 : 0);
        try {
            XWPFChart chart = context.file.createChart(
                    run, context.width * EMU_PER_TWIP, (int) (height * Units.EMU_PER_CENTIMETER));
            plot(chart, bars);
        } catch (InvalidFormatException e) {
            throw new IOException("the chart could not be written", e);
        }
        var properties = run.getCTR().getDrawingArray(0).getInlineArray(0).getDocPr();
        properties.setDescr(Runs.clean(alternative));
        properties.setTitle(Runs.clean(bars.categoryTitle()));
    }

    private void plot(XWPFChart chart, Figure.Bars bars) {
        boolean rightToLeft = context.language.rtl();
        XDDFCategoryAxis names = chart.createCategoryAxis(rightToLeft ? AxisPosition.RIGHT : AxisPosition.LEFT);
        XDDFValueAxis values = chart.createValueAxis(AxisPosition.BOTTOM);
        names.setOrientation(AxisOrientation.MAX_MIN);
        names.setMajorTickMark(AxisTickMark.NONE);
        names.setCrosses(AxisCrosses.AUTO_ZERO);
        values.setOrientation(rightToLeft ? AxisOrientation.MAX_MIN : AxisOrientation.MIN_MAX);
        values.setCrosses(AxisCrosses.AUTO_ZERO);
        values.setMinimum(0);
        if (bars.maximum() > 0) {
            values.setMaximum(bars.maximum());
        }
        values.setVisible(false);
        values.setCrossBetween(AxisCrossBetween.BETWEEN);
        values.setMajorTickMark(AxisTickMark.NONE);
        XDDFLineProperties axisLine = new XDDFLineProperties(new XDDFSolidFillProperties(colour("A6A6A6")));
        names.getOrAddShapeProperties().setLineProperties(axisLine);
        names.getOrAddTextProperties();

        XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, names, values);
        data.setBarDirection(BarDirection.BAR);
        data.setVaryColors(false);
        data.setGapWidth(45);
        if (bars.stacked()) {
            data.setBarGrouping(BarGrouping.STACKED);
            data.setOverlap((byte) 100);
        } else {
            data.setBarGrouping(BarGrouping.CLUSTERED);
        }
        int count = bars.categories().size();
        XDDFCategoryDataSource categories = XDDFDataSourcesFactory.fromArray(
                bars.categories().stream().map(Runs::clean).toArray(String[]::new),
                chart.formatRange(new CellRangeAddress(1, Math.max(1, count), 0, 0)),
                0);
        for (int i = 0; i < bars.series().size(); i++) {
            Figure.Series series = bars.series().get(i);
            XDDFNumericalDataSource<Double> numbers = XDDFDataSourcesFactory.fromArray(
                    series.values().toArray(Double[]::new),
                    chart.formatRange(new CellRangeAddress(1, Math.max(1, count), i + 1, i + 1)),
                    i + 1);
            numbers.setFormatCode("0");
            XDDFBarChartData.Series added = (XDDFBarChartData.Series) data.addSeries(categories, numbers);
            added.setTitle(Runs.clean(series.name()), chart.setSheetTitle(Runs.clean(series.name()), i + 1));
            added.setFillProperties(new XDDFSolidFillProperties(colour(fill(series, i))));
            added.setLineProperties(new XDDFLineProperties(new XDDFSolidFillProperties(colour("FFFFFF"))));
        }
        chart.plot(data);
        layout(chart, longNames(bars), bars.series().size() > 1);
        chart.getCTChart().getPlotArea().getCatAxArray(0).addNewTickLblSkip().setVal(1);
        var plotted = chart.getCTChart().getPlotArea().getBarChartArray(0);
        for (int i = 0; i < plotted.sizeOfSerArray(); i++) {
            labels(
                    plotted.getSerArray(i).addNewDLbls(),
                    bars.stacked() ? letters(fill(bars.series().get(i), i)) : "1A1A1A");
        }
        if (bars.series().size() > 1) {
            XDDFChartLegend legend = chart.getOrAddLegend();
            legend.setPosition(LegendPosition.BOTTOM);
            legend.setOverlay(false);
        }
        chart.setAutoTitleDeleted(true);
        var space = chart.getCTChartSpace();
        space.addNewRoundedCorners().setVal(false);
        var frame = space.addNewSpPr();
        frame.addNewNoFill();
        frame.addNewLn().addNewNoFill();
        letters(chart);
    }

    private static boolean longNames(Figure.Bars bars) {
        return bars.categories().stream().anyMatch(name -> name.length() > LONG_NAME);
    }

    /** A fixed place for the bars, so that long names of categories are broken and not cut. */
    private void layout(XWPFChart chart, boolean longNames, boolean legend) {
        double from = longNames ? BARS_FROM_AFTER_LONG_NAMES : BARS_FROM;
        double width = 0.96 - from;
        var layout = chart.getCTChart().getPlotArea().isSetLayout()
                ? chart.getCTChart().getPlotArea().getLayout()
                : chart.getCTChart().getPlotArea().addNewLayout();
        var manual = layout.addNewManualLayout();
        manual.addNewLayoutTarget().setVal(STLayoutTarget.INNER);
        manual.addNewXMode().setVal(STLayoutMode.EDGE);
        manual.addNewYMode().setVal(STLayoutMode.EDGE);
        manual.addNewX().setVal(context.language.rtl() ? 1 - from - width : from);
        manual.addNewY().setVal(0.02);
        manual.addNewW().setVal(width);
        manual.addNewH().setVal(legend ? 0.82 : 0.96);
    }

    private static String fill(Figure.Series series, int index) {
        return series.colour() == null ? Palette.series(index) : series.colour();
    }

    /** The number at each bar, so that nobody has to measure against an axis. Noughts are left out by the format. */
    private void labels(CTDLbls labels, String colour) {
        var format = labels.addNewNumFmt();
        format.setFormatCode("0;;");
        format.setSourceLinked(false);
        labels.addNewSpPr().addNewNoFill();
        CTTextBody body = labels.addNewTxPr();
        body.addNewBodyPr();
        CTTextCharacterProperties properties = body.addNewP().addNewPPr().addNewDefRPr();
        properties.setSz(900);
        properties.setB(true);
        properties.addNewSolidFill().addNewSrgbClr().setVal(bytes(colour));
        labels.addNewShowLegendKey().setVal(false);
        labels.addNewShowVal().setVal(true);
        labels.addNewShowCatName().setVal(false);
        labels.addNewShowSerName().setVal(false);
        labels.addNewShowPercent().setVal(false);
        labels.addNewShowBubbleSize().setVal(false);
    }

    /** The letters of the whole chart: the document's fonts, and its direction. */
    private void letters(XWPFChart chart) {
        var space = chart.getCTChartSpace();
        CTTextBody body = space.isSetTxPr() ? space.getTxPr() : space.addNewTxPr();
        if (body.getBodyPr() == null) {
            body.addNewBodyPr();
        }
        CTTextParagraphProperties paragraph = body.addNewP().addNewPPr();
        CTTextCharacterProperties properties = paragraph.addNewDefRPr();
        properties.setSz(900);
        properties.setLang(WritingSystem.tag(context.language));
        properties.addNewSolidFill().addNewSrgbClr().setVal(bytes("333333"));
        properties.addNewLatin().setTypeface(Blank.LATIN);
        properties.addNewEa().setTypeface(Blank.CHINESE);
        properties.addNewCs().setTypeface(Blank.ARABIC);
    }

    /** Black or white, whichever is read better on a colour. */
    static String letters(String background) {
        byte[] rgb = bytes(background);
        double light = 0.299 * (rgb[0] & 0xFF) + 0.587 * (rgb[1] & 0xFF) + 0.114 * (rgb[2] & 0xFF);
        return light > 140 ? "000000" : "FFFFFF";
    }

    private static XDDFColor colour(String hex) {
        return XDDFColor.from(bytes(hex));
    }

    private static byte[] bytes(String hex) {
        return java.util.HexFormat.of().parseHex(hex);
    }

    private static Table dataTable(Figure.Bars bars, String summary) {
        List<Table.Column> columns = new ArrayList<>();
        List<Table.Cell> head = new ArrayList<>();
        columns.add(new Table.Column(4, Table.Align.START));
        head.add(Table.Cell.of(bars.categoryTitle()));
        for (Figure.Series series : bars.series()) {
            columns.add(new Table.Column(1.2, Table.Align.END));
            head.add(Table.Cell.of(series.name()));
        }
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < bars.categories().size(); i++) {
            List<Table.Cell> cells = new ArrayList<>();
            cells.add(Table.Cell.of(bars.categories().get(i)));
            for (Figure.Series series : bars.series()) {
                double value = series.values().get(i);
                cells.add(Table.Cell.of(
                        value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value)));
            }
            rows.add(new Table.Row(cells, Table.RowKind.BODY));
        }
        return new Table(
                Table.Look.RULED,
                List.of(),
                columns,
                List.of(new Table.Row(head, Table.RowKind.BODY)),
                rows,
                List.of(),
                summary);
    }

    private Table table(Figure.Matrix matrix, String summary, List<Inline> note) {
        boolean totals = !matrix.totals().isEmpty();
        List<Table.Column> columns = new ArrayList<>();
        List<Table.Cell> head = new ArrayList<>();
        List<String> names = new ArrayList<>(matrix.columns());
        if (totals) {
            names.add(matrix.totalTitle());
        }
        double rest = 1;
        double[] wanted = new double[names.size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = Math.max(headWidth(names.get(i)), cellWidth(matrix, i)) / context.width;
            rest -= wanted[i];
        }
        columns.add(new Table.Column(Math.max(SMALLEST_ROW_TITLE, rest), Table.Align.START));
        head.add(Table.Cell.of(matrix.rowTitle()));
        // What the names of the rows do not need goes to the columns in equal parts.
        double spare = Math.max(0, rest - LARGEST_ROW_TITLE) / names.size();
        for (int i = 0; i < wanted.length; i++) {
            columns.add(new Table.Column(wanted[i] + spare, Table.Align.CENTRE));
            head.add(Table.Cell.of(names.get(i)));
        }
        if (spare > 0) {
            columns.set(0, new Table.Column(LARGEST_ROW_TITLE, Table.Align.START));
        }
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < matrix.rows().size(); i++) {
            List<Table.Cell> cells = new ArrayList<>();
            cells.add(Table.Cell.of(matrix.rows().get(i)));
            for (Share share : matrix.cells().get(i)) {
                cells.add(cell(share).filled(Palette.tint(share.share())));
            }
            if (totals) {
                Share total = matrix.totals().get(i);
                cells.add(Table.Cell.of(Inline.text(label(total), Inline.Mark.BOLD)));
            }
            rows.add(new Table.Row(cells, Table.RowKind.BODY));
        }
        return new Table(
                Table.Look.MATRIX,
                List.of(),
                columns,
                List.of(new Table.Row(head, Table.RowKind.BODY)),
                rows,
                note,
                summary);
    }

    /** The width in twentieths of a point that the counts of a column need so as not to be broken. */
    private static double cellWidth(Figure.Matrix matrix, int column) {
        int longest = 0;
        for (int row = 0; row < matrix.rows().size(); row++) {
            Share share = column < matrix.columns().size()
                    ? matrix.cells().get(row).get(column)
                    : matrix.totals().get(row);
            longest = Math.max(longest, label(share).length());
        }
        return (longest + 1) * WIDTH_OF_LETTER + CELL_MARGINS;
    }

    /** The width in twentieths of a point that a heading needs so that none of its words is broken. */
    private static double headWidth(String name) {
        double longest = 4 * WIDTH_OF_LETTER;
        for (String word : name.split("[\\s/-]+")) {
            double width = 0;
            for (int i = 0; i < word.length(); i++) {
                char c = word.charAt(i);
                width += c >= 0x2E80 ? WIDTH_OF_IDEOGRAPH : WIDTH_OF_LETTER;
            }
            boolean breakable = !word.isEmpty() && word.charAt(0) >= 0x2E80;
            longest = Math.max(longest, breakable ? Math.min(width, 3 * WIDTH_OF_IDEOGRAPH) : width);
        }
        return longest + CELL_MARGINS;
    }

    private static Table.Cell cell(Share share) {
        return share.count() == 0
                ? Table.Cell.of(Inline.text(label(share), Inline.Mark.QUIET))
                : Table.Cell.of(label(share));
    }

    private static String label(Share share) {
        return share.base() == 0 ? "\u2013" : share.count() + "/" + share.base();
    }
}
