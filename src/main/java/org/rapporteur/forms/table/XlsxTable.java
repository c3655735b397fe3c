package org.rapporteur.forms.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.rapporteur.core.problem.Problem;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Reads an XLSX workbook's sheet as a stream; only its texts and styles are held in memory. */
final class XlsxTable {

    private static final long MOST_PART = 300L << 20;
    // Deflate packs 1:1032 at best, which only a bomb comes near.
    private static final double LEAST_RATIO = 0.0012;
    private static final int MOST_SHEETS = 1_000;
    private static final int MOST_LOOKED_INTO = 60;

    private final Path path;
    private final FileScan scan;
    private final TableOptions options;

    XlsxTable(Path path, FileScan scan, TableOptions options) {
        this.path = path;
        this.scan = scan;
        this.options = options;
    }

    /** A sheet of the workbook and the relation that leads to its part. */
    private record SheetPart(TableInfo.Sheet sheet, String relation) {}

    TableInfo read(TableSink sink) {
        // These settings hold for the whole program, and other readers of workbooks set narrower ones.
        ZipSecureFile.setMinInflateRatio(LEAST_RATIO);
        ZipSecureFile.setMaxEntrySize(MOST_PART);
        try (OPCPackage file = OPCPackage.open(path.toFile(), PackageAccess.READ)) {
            return read(file, sink);
        } catch (Problem | SinkGuard.SinkFailure e) {
            throw e;
        } catch (IOException | OpenXML4JException | SAXException | RuntimeException e) {
            // The library lets the damage of a file out as every kind of exception.
            throw isBomb(e) ? TableProblems.bomb(scan.name()) : TableProblems.damaged(scan.name(), e);
        }
    }

    private static boolean isBomb(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at.getMessage() != null && at.getMessage().contains("Zip bomb")) {
                return true;
            }
        }
        return false;
    }

    private TableInfo read(OPCPackage file, TableSink sink) throws IOException, OpenXML4JException, SAXException {
        XSSFReader reader = new XSSFReader(file);
        Workbook workbook = new Workbook();
        try (InputStream in = reader.getWorkbookData()) {
            parse(in, workbook);
        }
        ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(file, false);
        XlsxSheetHandler.Styles styles = styles(reader);
        SheetPart part = chosen(reader, workbook.sheets);
        TableInfo info = new TableInfo(
                scan.name(),
                TableInfo.Format.XLSX,
                scan.bytes(),
                scan.sha256(),
                Optional.empty(),
                Optional.empty(),
                sheets(reader, workbook.sheets),
                part.sheet.name(),
                100);
        sink.begin(info);
        SheetRows rows = new SheetRows(scan.name(), part.sheet.name(), options, merges(reader, part.relation), sink);
        try (InputStream in = reader.getSheet(part.relation)) {
            parse(in, new XlsxSheetHandler(rows, strings, styles, workbook.date1904));
        } catch (XlsxSheetHandler.Enough e) {
            // The sink has what it wants.
        }
        rows.end();
        return info;
    }

    private List<TableInfo.Sheet> sheets(XSSFReader reader, List<SheetPart> parts)
            throws IOException, OpenXML4JException, SAXException {
        List<TableInfo.Sheet> sheets = new ArrayList<>();
        for (SheetPart part : parts) {
            // Beyond so many, that there are more is enough to say.
            boolean filled = sheets.size() >= MOST_LOOKED_INTO || holdsAnything(reader, part.relation);
            sheets.add(new TableInfo.Sheet(part.sheet.name(), part.sheet.hidden(), filled));
        }
        return sheets;
    }

    private SheetPart chosen(XSSFReader reader, List<SheetPart> parts)
            throws IOException, OpenXML4JException, SAXException {
        if (options.sheet().isPresent()) {
            String wanted = options.sheet().get();
            return parts.stream()
                    .filter(part -> part.sheet.name().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> TableProblems.noSheet(scan.name(), wanted));
        }
        SheetPart first = null;
        for (SheetPart part : parts) {
            if (!part.sheet.hidden()) {
                first = first == null ? part : first;
                if (holdsAnything(reader, part.relation)) {
                    return part;
                }
            }
        }
        if (first == null) {
            throw TableProblems.noHeader(scan.name());
        }
        return first;
    }

    private boolean holdsAnything(XSSFReader reader, String relation)
            throws IOException, OpenXML4JException, SAXException {
        try (InputStream in = reader.getSheet(relation)) {
            parse(in, new DefaultHandler() {
                @Override
                public void startElement(String uri, String localName, String name, Attributes attributes)
                        throws SAXException {
                    if (localName.equals("v") || localName.equals("is")) {
                        throw new XlsxSheetHandler.Enough();
                    }
                }
            });
            return false;
        } catch (XlsxSheetHandler.Enough e) {
            return true;
        }
    }

    private static XlsxSheetHandler.Styles styles(XSSFReader reader) throws IOException, OpenXML4JException {
        StylesTable table = reader.getStylesTable();
        int count = table == null ? 0 : table.getNumCellStyles();
        CellValues.Format[] styles = new CellValues.Format[count];
        return index -> {
            if (index < 0 || index >= count) {
                return CellValues.Format.GENERAL;
            }
            if (styles[index] == null) {
                var style = table.getStyleAt(index);
                styles[index] = CellValues.Format.of(style.getDataFormat(), style.getDataFormatString());
            }
            return styles[index];
        };
    }

    // Merged ranges stand after the rows that they concern, so they are read first.
    private static Merges merges(XSSFReader reader, String relation)
            throws IOException, OpenXML4JException, SAXException {
        Merges merges = new Merges();
        try (InputStream in = reader.getSheet(relation)) {
            parse(in, new DefaultHandler() {
                @Override
                public void startElement(String uri, String localName, String name, Attributes attributes) {
                    if (localName.equals("mergeCell") && attributes.getValue("ref") != null) {
                        merges.add(attributes.getValue("ref"));
                    }
                }
            });
        }
        return merges;
    }

    private static void parse(InputStream in, ContentHandler handler) throws IOException, SAXException {
        try {
            // Document types, and with them all entities, are off in the library's readers.
            XMLReader reader = XMLHelper.newXMLReader();
            reader.setContentHandler(handler);
            reader.parse(new InputSource(in));
        } catch (javax.xml.parsers.ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Collects what the workbook's own part says. */
    private static final class Workbook extends DefaultHandler {
        private final List<SheetPart> sheets = new ArrayList<>();
        private boolean date1904;

        @Override
        public void startElement(String uri, String localName, String name, Attributes attributes) throws SAXException {
            if (localName.equals("sheet")) {
                String relation = relation(attributes);
                String title = attributes.getValue("name");
                if (relation == null || title == null || sheets.size() >= MOST_SHEETS) {
                    throw new SAXException("sheet without a name or part");
                }
                String state = attributes.getValue("state");
                boolean hidden = state != null && !state.equals("visible");
                sheets.add(new SheetPart(new TableInfo.Sheet(title, hidden, true), relation));
            } else if (localName.equals("workbookPr")) {
                String flag = attributes.getValue("date1904");
                date1904 = "1".equals(flag) || "true".equals(flag);
            }
        }

        private static String relation(Attributes attributes) {
            for (int i = 0; i < attributes.getLength(); i++) {
                if (attributes.getLocalName(i).equals("id")
                        && attributes.getURI(i).endsWith("/relationships")) {
                    return attributes.getValue(i);
                }
            }
            return null;
        }
    }
}
