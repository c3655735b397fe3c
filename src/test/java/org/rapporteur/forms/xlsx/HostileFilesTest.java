package org.rapporteur.forms.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.survey.Doubt;
import org.rapporteur.core.survey.QuestionType;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.survey.ReturnedForm;
import org.rapporteur.core.survey.ReturnedForm.RespondentSource;
import org.rapporteur.core.survey.TrayReason;
import org.rapporteur.core.text.Language;
import org.rapporteur.i18n.Messages;

/** Files that are not what they should be: locked, broken, swollen, or filled in ways that deceive. */
class HostileFilesTest {
    private final Messages messages = new Messages(Language.EN);
    private final ReturnedFiles files = new ReturnedFiles(messages::text);
    private final FormWorld world = new FormWorld(7, 30, Language.EN);
    private byte[] sent;

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new QuestionnaireWriter(messages::text).write(world.questionnaire, world.respondent, out);
        sent = out.toByteArray();
    }

    private ReturnedForm read(Path file) {
        return files.read(file, world.questionnaire, List.of(world.respondent));
    }

    private ReturnedForm read(byte[] bytes) throws IOException {
        return read(Files.write(folder.resolve("f.xlsx"), bytes));
    }

    private ReturnedForm changed(Consumer<XSSFWorkbook> change) throws IOException {
        Path file = folder.resolve("answers of P7.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(sent));
                OutputStream out = Files.newOutputStream(file)) {
            change.accept(workbook);
            workbook.write(out);
        }
        return read(file);
    }

    private static void refused(String reason, ReturnedForm form) {
        assertTrue(form.isRefused());
        assertEquals("forms.refused." + reason, form.refusals().get(0).reason().key());
    }

    private Question first(QuestionType type) {
        return world.questionnaire.questions().stream()
                .filter(q -> q.type() == type)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void lockedFilesAreRefused() throws Exception {
        Path file = folder.resolve("locked.xlsx");
        try (POIFSFileSystem system = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream out = encryptor.getDataStream(system)) {
                out.write(sent);
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                system.writeFilesystem(out);
            }
        }
        refused("encrypted", read(file));
    }

    @Test
    void whatIsNoWorkbookIsRefused() throws IOException {
        refused("words", read("Question;Answer\n".getBytes(StandardCharsets.UTF_8)));
        refused("notWorkbook", read(new byte[0]));
        refused("zip", read(zip(Map.of("hello.txt", "hello"))));
        refused("pdf", read("%PDF-1.7 and more".getBytes(StandardCharsets.UTF_8)));
        refused("mail", read("From: a@example.org\nTo: b@example.org\n\nDear all".getBytes(StandardCharsets.UTF_8)));
        refused("html", read("<html><table><tr><td>Q1</td></tr></table></html>".getBytes(StandardCharsets.UTF_8)));
        refused(
                "word",
                read(zip(Map.of(
                        "[Content_Types].xml",
                        "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml\"/></Types>",
                        "word/document.xml",
                        "<d/>"))));
        refused("lockFile", read(Files.write(folder.resolve("~$form.xlsx"), new byte[165])));
        refused("openDocument", read(zip(Map.of("mimetype", "x", "content.xml", "<x/>"))));
        refused("damaged", read(java.util.Arrays.copyOf(sent, sent.length / 2)));
    }

    @Test
    void swollenFilesAreRefusedBeforeTheyFillTheMemory() throws IOException {
        refused("tooMuchInside", read(replaced("xl/styles.xml", "<a>" + " ".repeat(30 << 20) + "</a>")));
        refused(
                "tooMuchInside",
                read(replaced(
                        "xl/worksheets/sheet1.xml",
                        "<worksheet><sheetData>" + "<row><c><v>1</v></c></row>".repeat(20_001)
                                + "</sheetData></worksheet>")));
        refused("tooMuchInside", read(replaced("xl/workbook.xml", "<a>".repeat(100) + "</a>".repeat(100))));
        refused(
                "damaged",
                read(replaced(
                        "xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>")));
    }

    private byte[] replaced(String part, String content) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(sent))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertTrue(parts.containsKey(part));
        parts.put(part, content);
        return zip(parts);
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    @Test
    void formulasAreNeverRunAndAlwaysMarked() throws IOException {
        Question number = first(QuestionType.INTEGER);
        Question words = first(QuestionType.LONG_TEXT);
        ReturnedForm form = changed(workbook -> {
            FormFiller filler = new FormFiller(workbook);
            XSSFCell result = filler.cell(number.id(), null);
            result.setCellFormula("40+2");
            result.setCellValue(41);
            XSSFCell broken = filler.cell(words.id(), null);
            broken.setCellFormula("WEBSERVICE(\"http://example.invalid\")");
        });
        assertEquals("41", form.answers().get(0).value());
        assertEquals(Doubt.FORMULA, form.answers().get(0).doubt());
        assertTrue(form.answers().stream().noneMatch(a -> a.question().equals(words.id())));
    }

    @Test
    void oneCellOverTwoAnswersWaitsForAPerson() throws IOException {
        ReturnedForm form = changed(workbook -> {
            FormFiller filler = new FormFiller(workbook);
            filler.fill(world);
            int row = -1;
            for (int candidate : Damage.answerRows(filler.sheet()).keySet()) {
                boolean pair = Damage.answerRows(filler.sheet()).containsKey(candidate + 1);
                String key = filler.sheet().getRow(candidate).getCell(0).getStringCellValue();
                String next =
                        pair ? filler.sheet().getRow(candidate + 1).getCell(0).getStringCellValue() : "/";
                if (pair && !key.contains("/") && !next.contains("/") && row < 0) {
                    row = candidate;
                }
            }
            filler.sheet().getRow(row).getCell(3).setCellValue("for both");
            filler.sheet().getRow(row + 1).getCell(3).setBlank();
            filler.sheet().addMergedRegion(new CellRangeAddress(row, row + 1, 3, 3));
        });
        assertTrue(form.tray().stream()
                .anyMatch(t -> t.reason() == TrayReason.MERGED && t.body().equals("for both")));
        assertTrue(form.answers().stream().noneMatch(a -> a.body().equals("for both")));
    }

    @Test
    void aSortThatLeavesTheHiddenColumnBehindWaitsForAPerson() throws IOException {
        Question a = first(QuestionType.LONG_TEXT);
        Question b = first(QuestionType.INTEGER);
        ReturnedForm form = changed(workbook -> {
            FormFiller filler = new FormFiller(workbook);
            filler.type(a, "words of a");
            filler.type(b, "77");
            var rowA = filler.cell(a.id(), null).getRow();
            var rowB = filler.cell(b.id(), null).getRow();
            for (int column = 1; column <= 4; column++) {
                String left = rowA.getCell(column).toString();
                rowA.getCell(column).setCellValue(rowB.getCell(column).toString());
                rowB.getCell(column).setCellValue(left);
            }
        });
        assertEquals(List.of(), form.answers());
        assertEquals(
                2,
                form.tray().stream()
                        .filter(t -> t.reason() == TrayReason.KEY_AND_LABEL)
                        .map(ReturnedForm.InTray::body)
                        .filter(t -> t.equals("77") || t.equals("words of a"))
                        .count());
    }

    @Test
    void aNameThatARowLeftBehindIsNotBelieved() throws IOException {
        Question words = first(QuestionType.LONG_TEXT);
        ReturnedForm form = changed(workbook -> {
            FormFiller filler = new FormFiller(workbook);
            XSSFCell cell = filler.cell(words.id(), null);
            int row = cell.getRowIndex();
            var sheet = filler.sheet();
            XSSFCell key = sheet.getRow(row).getCell(0);
            XSSFCell label = sheet.getRow(row).getCell(2);
            var moved = sheet.createRow(sheet.getLastRowNum() + 1);
            moved.createCell(0).setCellValue(key.getStringCellValue());
            moved.createCell(2).setCellValue(label.getStringCellValue());
            // The name stays at a row that asks nothing any more.
            key.setBlank();
            label.setBlank();
            sheet.getRow(row).getCell(1).setBlank();
            cell.setCellValue("goes on from above");
        });
        assertTrue(form.answers().stream().noneMatch(a -> a.question().equals(words.id()) && a.doubt() == null));
        assertTrue(form.answers().stream().anyMatch(a -> a.body().contains("goes on from above"))
                || form.tray().stream().anyMatch(t -> t.body().contains("goes on from above")));
    }

    @Test
    void nothingThatWasWrittenAnywhereIsLost() throws IOException {
        ReturnedForm form = changed(workbook -> {
            FormFiller filler = new FormFiller(workbook);
            filler.fill(world);
            filler.sheet()
                    .createRow(filler.sheet().getLastRowNum() + 5)
                    .createCell(6)
                    .setCellValue("far away");
            workbook.createSheet("Annex").createRow(3).createCell(3).setCellValue("annexed words");
            XSSFCell label =
                    filler.cell(first(QuestionType.DATE).id(), null).getRow().getCell(2);
            label.setCellValue(label.getStringCellValue() + "\nOur own remark");
        });
        List<String> bodies =
                form.tray().stream().map(ReturnedForm.InTray::body).toList();
        assertTrue(bodies.contains("far away"), bodies.toString());
        assertTrue(bodies.contains("annexed words"), bodies.toString());
        assertTrue(bodies.contains("Our own remark"), bodies.toString());
        assertEquals(3, bodies.size(), bodies.toString());
    }

    @Test
    void whoeverFillsInTheFormOfAnotherIsAsked() throws IOException {
        ReturnedForm form = changed(workbook -> {
            new FormFiller(workbook).fill(world);
            Name name = workbook.getName("rr_respondent");
            var at = new org.apache.poi.ss.util.CellReference(name.getRefersToFormula());
            workbook.getSheetAt(0).getRow(at.getRow()).getCell(at.getCol()).setCellValue("Process 8");
        });
        // A name nobody has is words in the tray, the mark still tells.
        assertEquals(RespondentSource.MARK, form.source());
        assertTrue(form.tray().stream().anyMatch(t -> t.body().equals("Process 8")));
        FormWorld other = new FormWorld(8, 12, Language.EN);
        ReturnedForm disputed = files.read(
                folder.resolve("answers of P7.xlsx"), world.questionnaire, List.of(world.respondent, other.respondent));
        assertEquals(RespondentSource.DISAGREE, disputed.source());
        assertFalse(disputed.respondent().isPresent());
    }

    @Test
    void aFileOfTheOldFormatIsReadToo() throws IOException {
        Path file = folder.resolve("P7.xls");
        try (XSSFWorkbook from = new XSSFWorkbook(new ByteArrayInputStream(sent));
                HSSFWorkbook to = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            new FormFiller(from).fill(world);
            var target = to.createSheet("Questionnaire");
            var date = to.createCellStyle();
            date.setDataFormat(to.createDataFormat().getFormat("yyyy-mm-dd"));
            from.getSheetAt(0)
                    .forEach(row -> row.forEach(cell -> {
                        var made = target.getRow(row.getRowNum()) == null
                                ? target.createRow(row.getRowNum()).createCell(cell.getColumnIndex())
                                : target.getRow(row.getRowNum()).createCell(cell.getColumnIndex());
                        if (cell.getCellType() == CellType.NUMERIC) {
                            made.setCellValue(cell.getNumericCellValue());
                            made.setCellStyle(date);
                        } else {
                            made.setCellValue(cell.toString());
                        }
                    }));
            to.write(out);
        }
        ReturnedForm form = read(file);
        assertEquals(List.of(), form.refusals());
        assertEquals(world.respondent.id(), form.respondent().orElseThrow());
        assertEquals(
                world.given.keySet(),
                form.answers().stream()
                        .map(ReturnedForm.Placed::question)
                        .collect(java.util.stream.Collectors.toCollection(java.util.LinkedHashSet::new)));
    }

    @Test
    void theFormOfAnotherSurveyAndAnEmptyOneAreRefused() throws IOException {
        refused("empty", read(sent));
        FormWorld other = new FormWorld(9, 12, Language.EN);
        Path file = Files.write(folder.resolve("other.xlsx"), sent);
        refused("otherSurvey", files.read(file, other.questionnaire, List.of(other.respondent)));
        refused("noQuestions", changed(workbook -> {
            workbook.removeSheetAt(1);
            workbook.removeSheetAt(0);
            workbook.createSheet("Letter").createRow(0).createCell(0).setCellValue("Dear colleagues");
        }));
    }

    @Test
    void bytesAreReadOnceAndNamed() throws IOException {
        Path file = Files.write(folder.resolve("same.xlsx"), sent);
        try (InputStream in = Files.newInputStream(file)) {
            assertEquals(sent.length, in.readAllBytes().length);
        }
        assertEquals(64, read(file).hash().length());
        assertEquals("same.xlsx", read(file).file());
    }
}
