package org.rapporteur.forms.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.problem.Problem;

class HostileWorkbookTest {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    @TempDir
    Path folder;

    private static Problem refused(Path file) {
        return assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThrows(Problem.class, () -> TableReader.readAll(file, TableOptions.DETECT)));
    }

    private void assertRefused(String code, String key, Path file) {
        Problem problem = refused(file);
        assertEquals(code, problem.code(), problem.getMessage());
        assertEquals(key, problem.what().key());
    }

    /** A workbook of one sheet whose XML is given, packed by hand. */
    private Path workbook(String name, String sheet, Map<String, String> more) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
                        + "</Types>");
        parts.put(
                "_rels/.rels",
                relations("<Relationship Id=\"r1\" Type=\"" + RELATIONS
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/>"));
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS
                        + "\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                relations("<Relationship Id=\"r1\" Type=\"" + RELATIONS + "/worksheet\" Target=\"sheet1.xml\"/>"));
        parts.put("xl/sheet1.xml", sheet);
        parts.putAll(more);
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    private static String relations(String inner) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + inner
                + "</Relationships>";
    }

    private static String sheet(String rows) {
        return "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>";
    }

    private static String text(String ref, String text) {
        return "<c" + (ref.isEmpty() ? "" : " r=\"" + ref + "\"") + " t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    @Test
    void workbooksOfPlainWritersAreRead() throws IOException {
        String rows = "<row>" + text("", "a") + text("", "b") + "</row><row>" + text("", "1")
                + "<c><v>2</v></c></row><row r=\"5\"><c r=\"B5\"><f>A1</f></c><c r=\"C5\" t=\"d\"><v>2017-10-10</v></c></row>";
        TableData data = TableReader.readAll(workbook("plain.xlsx", sheet(rows), Map.of()), TableOptions.DETECT);
        assertEquals("2", data.rows().get(0).text(1));
        assertEquals(2, data.rows().get(0).number());
        assertEquals("2017-10-10", data.rows().get(1).text(2));
        assertEquals("table.cell.noValue", data.notices().get(0).reason().key());
    }

    @Test
    void otherFilesUnderTheName() throws IOException {
        Path word = folder.resolve("renamed.xlsx");
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(word)) {
            document.createParagraph().createRun().setText("text");
            document.write(out);
        }
        assertRefused("TAB-03", "table.kind.word", word);
        Path zip = folder.resolve("a.xlsx");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("mimetype"));
            out.write("application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        assertRefused("TAB-03", "table.kind.ods", zip);
        Path csv = Files.writeString(folder.resolve("text.xlsx"), "a,b\n1,2\n");
        assertEquals(
                TableInfo.Format.CSV,
                TableReader.readAll(csv, TableOptions.DETECT).info().format());
        Path workbook = folder.resolve("workbook.csv");
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(workbook)) {
            book.createSheet().createRow(0).createCell(0).setCellValue("a");
            book.write(out);
        }
        assertEquals(
                TableInfo.Format.XLSX,
                TableReader.readAll(workbook, TableOptions.DETECT).info().format());
        assertRefused("TAB-05", "table.damaged", Files.write(folder.resolve("half.xlsx"), half(workbook)));
    }

    private static byte[] half(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return java.util.Arrays.copyOf(bytes, bytes.length / 2);
    }

    @Test
    void encryptedWorkbooks() throws Exception {
        Path xlsx = folder.resolve("secret.xlsx");
        try (POIFSFileSystem files = new POIFSFileSystem();
                XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(xlsx)) {
            book.createSheet().createRow(0).createCell(0).setCellValue("a");
            Path plain = folder.resolve("plain-book.xlsx");
            try (OutputStream to = Files.newOutputStream(plain)) {
                book.write(to);
            }
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OPCPackage file = OPCPackage.open(plain.toFile());
                    OutputStream data = encryptor.getDataStream(files)) {
                file.save(data);
            }
            files.writeFilesystem(out);
        }
        assertRefused("TAB-04", "table.encrypted", xlsx);
        Path xls = folder.resolve("secret.xls");
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try (HSSFWorkbook book = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(xls)) {
            book.createSheet().createRow(0).createCell(0).setCellValue("a");
            book.write(out);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        assertRefused("TAB-04", "table.encrypted", xls);
    }

    @Test
    void bombs() throws IOException {
        String spaces = " ".repeat(60 << 20);
        Path bomb = workbook("bomb.xlsx", sheet("<row>" + text("", "a") + "</row>" + spaces), Map.of());
        assertRefused("TAB-06", "table.bomb", bomb);
        TableLimits small = new TableLimits(10 << 20, 1 << 20, 1_000, 100, 1_000);
        Problem declared =
                assertThrows(Problem.class, () -> TableReader.readAll(bomb, TableOptions.DETECT.withLimits(small)));
        assertEquals("TAB-06", declared.code());
        Map<String, String> many = new LinkedHashMap<>();
        for (int i = 0; i < 6_000; i++) {
            many.put("x/" + i, "");
        }
        assertRefused("TAB-06", "table.bomb", workbook("many.xlsx", sheet(""), many));
    }

    @Test
    void entitiesAreNotResolved() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "TOP SECRET");
        String external = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>"
                + sheet("<row>" + text("", "a&e;") + text("", "b") + "</row>");
        assertRefused("TAB-05", "table.damaged", workbook("xxe.xlsx", external, Map.of()));
        StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a \"ha\">");
        for (char c = 'b'; c < 'z'; c++) {
            laughs.append("<!ENTITY ").append(c).append(" \"");
            laughs.append(("&" + (char) (c - 1) + ";").repeat(10)).append("\">");
        }
        String billion = laughs + "]>" + sheet("<row>" + text("", "&y;") + "</row>");
        assertRefused("TAB-05", "table.damaged", workbook("laughs.xlsx", billion, Map.of()));
    }

    @Test
    void impossibleRowsAndCells() throws IOException {
        String header = "<row r=\"1\">" + text("A1", "a") + text("B1", "b") + "</row>";
        Path twice = workbook("twice.xlsx", sheet(header + header), Map.of());
        assertRefused("TAB-05", "table.damaged", twice);
        Path back =
                workbook("back.xlsx", sheet("<row r=\"1\">" + text("B1", "a") + text("A1", "b") + "</row>"), Map.of());
        assertRefused("TAB-05", "table.damaged", back);
        Path shared = workbook("shared.xlsx", sheet("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>"), Map.of());
        assertRefused("TAB-05", "table.damaged", shared);
        Path number = workbook("number.xlsx", sheet("<row r=\"1\"><c r=\"A1\"><v>x</v></c></row>"), Map.of());
        assertRefused("TAB-05", "table.damaged", number);
        Path far = workbook(
                "far.xlsx",
                sheet(header + "<row r=\"2\">" + text("A2", "x") + text("XFD2", "y") + "</row><row r=\"3\">"
                        + text("A3", "z") + "</row>"),
                Map.of());
        TableData data = TableReader.readAll(far, TableOptions.DETECT);
        assertEquals(
                "table.row.columns", data.refused().get(0).reason().reason().key());
        assertEquals("z", data.rows().get(0).text(0));
        Path wide = workbook(
                "wide.xlsx",
                "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + header + "<row r=\"2\">" + text("A2", "x")
                        + "</row></sheetData><mergeCells><mergeCell ref=\"A2:XFD1048576\"/><mergeCell ref=\"nonsense\"/>"
                        + "</mergeCells></worksheet>",
                Map.of());
        assertEquals(
                2,
                TableReader.readAll(wide, TableOptions.DETECT)
                        .rows()
                        .get(0)
                        .cells()
                        .size());
    }

    @Test
    void flippedBytesAreReadOrRefused() throws IOException {
        Path file = folder.resolve("good.xls");
        try (HSSFWorkbook book = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            var sheet = book.createSheet("S");
            for (int r = 0; r < 20; r++) {
                var row = sheet.createRow(r);
                row.createCell(0).setCellValue("text " + r);
                row.createCell(1).setCellValue(r);
            }
            book.write(out);
        }
        Path xlsx = workbook(
                "good.xlsx",
                sheet("<row r=\"1\">" + text("A1", "a") + text("B1", "b") + "</row><row r=\"2\">" + text("A2", "x")
                        + "</row>"),
                Map.of());
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (Path good : new Path[] {file, xlsx}) {
            byte[] bytes = Files.readAllBytes(good);
            for (int i = 0; i < 150; i++) {
                byte[] bad = bytes.clone();
                for (int n = 1 + random.nextInt(4); n > 0; n--) {
                    bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
                }
                Path flipped = Files.write(folder.resolve("flipped"), bad);
                try {
                    TableReader.readAll(flipped, TableOptions.DETECT);
                } catch (Problem e) {
                    assertTrue(e.code().startsWith("TAB-"), () -> "seed " + seed + ": " + e.code());
                } catch (RuntimeException | Error e) {
                    throw new AssertionError("seed " + seed, e);
                }
            }
        }
    }
}
