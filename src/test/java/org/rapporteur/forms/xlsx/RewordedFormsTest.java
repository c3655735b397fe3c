package org.rapporteur.forms.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.survey.QuestionType;
import org.rapporteur.core.survey.Questionnaire.Choice;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.survey.ReturnedForm;
import org.rapporteur.core.survey.ReturnedForm.Placed;
import org.rapporteur.core.survey.TrayReason;
import org.rapporteur.core.text.Language;
import org.rapporteur.forms.FormLayout;
import org.rapporteur.i18n.Messages;

/** Forms whose words, keys, names or ticks contradict each other: what is asked is never guessed against them. */
class RewordedFormsTest {
    private static final long SEED = 20_171_011L;

    private final Messages messages = new Messages(Language.EN);
    private final QuestionnaireWriter writer = new QuestionnaireWriter(messages::text);
    private final ReturnedFiles files = new ReturnedFiles(messages::text);

    @TempDir
    Path folder;

    private final FormWorld world = new FormWorld(SEED, 40, Language.EN);

    private XSSFWorkbook sent() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(world.questionnaire, world.respondent, out);
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    private ReturnedForm read(Consumer<XSSFWorkbook> change) throws IOException {
        Path file = folder.resolve("R" + System.nanoTime() + ".xlsx");
        try (XSSFWorkbook workbook = sent();
                OutputStream out = Files.newOutputStream(file)) {
            change.accept(workbook);
            workbook.write(out);
        }
        ReturnedForm form = files.read(file, world.questionnaire, List.of(world.respondent));
        assertEquals(List.of(), form.refusals());
        return form;
    }

    private Question first(QuestionType type) {
        return world.questionnaire.questions().stream()
                .filter(q -> q.type() == type)
                .findFirst()
                .orElseThrow();
    }

    private static List<Placed> answers(ReturnedForm form, Question question) {
        return form.answers().stream()
                .filter(a -> a.question().equals(question.id()))
                .toList();
    }

    private static long waiting(ReturnedForm form, Question question, TrayReason reason) {
        return form.tray().stream()
                .filter(t -> question.id().equals(t.question()) && t.reason() == reason)
                .count();
    }

    private static XSSFCell label(FormFiller filler, Question question, Choice choice) {
        String key = FormLayout.key(new FormLayout.Place(question.id(), choice == null ? null : choice.id()));
        for (var row : filler.sheet()) {
            if (row.getCell(FormLayout.KEY) != null
                    && row.getCell(FormLayout.KEY).getStringCellValue().equals(key)) {
                return (XSSFCell) row.getCell(FormLayout.LABEL);
            }
        }
        throw new IllegalStateException(key);
    }

    @Test
    void aChoiceTurnedIntoItsOppositeIsNoTick() throws IOException {
        Question question = first(QuestionType.MULTIPLE);
        String[][] changes = {
            {"Joint training", "No joint training"},
            {"Joint training", "Joint training (not ours)"},
            {"Joint training", "Separate training"},
            {"Bilateral agreement", "Lack of bilateral agreement"},
            {"None of these", "All of these"},
            {"None of these", "These"}
        };
        for (String[] change : changes) {
            Choice choice = question.choices().stream()
                    .filter(c -> c.label().text(Language.EN).equals(change[0]))
                    .findFirst()
                    .orElseThrow();
            Choice other = question.choices().getFirst();
            ReturnedForm form = read(workbook -> {
                FormFiller filler = new FormFiller(workbook);
                label(filler, question, choice).setCellValue(change[1]);
                filler.tick(question, choice, "x");
                filler.tick(question, other, "x");
            });
            assertEquals(
                    List.of(other.code()),
                    answers(form, question).stream().map(Placed::value).toList(),
                    change[1]);
            assertEquals(1, waiting(form, question, TrayReason.LABEL_CHANGED), change[1]);
            assertTrue(
                    form.tray().stream()
                            .anyMatch(t -> t.reason() == TrayReason.LABEL_CHANGED
                                    && choice.id().equals(t.choice())
                                    && t.beside().equals(change[1])),
                    change[1]);
        }
    }

    @Test
    void slipsAndEndingsChangeNothing() throws IOException {
        Question question = first(QuestionType.MULTIPLE);
        for (String words : List.of(
                "Joint trainings",
                "JOINT TRAINING",
                "joint  training.",
                "Joint trainnig",
                "Training joint",
                "Formation conjointe",
                "تدريب مشترك",
                "3. Joint training",
                "x Joint training",
                "Joint training!")) {
            Choice choice = question.choice("c2").orElseThrow();
            ReturnedForm form = read(workbook -> {
                FormFiller filler = new FormFiller(workbook);
                label(filler, question, choice).setCellValue(words);
                filler.tick(question, choice, "x");
            });
            assertEquals(
                    List.of("c2"),
                    answers(form, question).stream().map(Placed::value).toList(),
                    words);
        }
    }

    @Test
    void aQuestionTurnedIntoItsOppositeHasNoAnswer() throws IOException {
        for (QuestionType type : List.of(
                QuestionType.YES_NO,
                QuestionType.INTEGER,
                QuestionType.LONG_TEXT,
                QuestionType.SCALE,
                QuestionType.DATE,
                QuestionType.MULTIPLE)) {
            Question question = first(type);
            String asked = question.label().text(Language.EN);
            for (String words : List.of(
                    asked.replaceFirst(" (your|you|on|was|have) ", " not $1 "),
                    "Why do you refuse: " + asked,
                    asked.replaceFirst("(members|migration|work|secretariat|agenda|cooperation|last)", "neighbours"))) {
                if (words.equals(asked)) {
                    continue;
                }
                ReturnedForm form = read(workbook -> {
                    FormFiller filler = new FormFiller(workbook);
                    label(filler, question, null).setCellValue(words);
                    switch (type) {
                        case YES_NO -> filler.type(question, "Yes");
                        case INTEGER -> filler.type(question, "7");
                        case SCALE -> filler.type(question, "4");
                        case DATE -> filler.type(question, "2016-05-04");
                        case MULTIPLE ->
                            filler.tick(question, question.choices().getFirst(), "x");
                        default -> filler.type(question, "many words");
                    }
                });
                assertEquals(List.of(), answers(form, question), words);
                assertEquals(1, waiting(form, question, TrayReason.LABEL_CHANGED), words + " " + form.tray());
            }
        }
    }

    @Test
    void theRightWordsInAnyLanguageWithOrWithoutHelpAreNoRewording() throws IOException {
        for (Question question : world.questionnaire.questions()) {
            for (Language language : List.of(Language.EN, Language.FR, Language.AR)) {
                if (question.type() == QuestionType.INTEGER) {
                    ReturnedForm form = read(workbook -> {
                        FormFiller filler = new FormFiller(workbook);
                        String help = question.help().text(Language.EN);
                        label(filler, question, null)
                                .setCellValue(question.label().text(language) + " " + help);
                        filler.type(question, "7");
                    });
                    assertEquals(
                            1, answers(form, question).size(), question.label().text(language));
                }
            }
        }
    }

    @Test
    void noneOfTheseWithChoicesIsADoubt() throws IOException {
        Question question = first(QuestionType.MULTIPLE);
        ReturnedForm form = read(workbook -> {
            FormFiller filler = new FormFiller(workbook);
            filler.tick(question, question.choice("c1").orElseThrow(), "x");
            filler.tick(question, question.choice("c5").orElseThrow(), "x");
        });
        assertEquals(List.of(), answers(form, question));
        assertEquals(2, waiting(form, question, TrayReason.NONE_AND_CHOICES));
        assertTrue(form.tray().stream().allMatch(t -> t.choice() != null));
        ReturnedForm alone = read(workbook ->
                new FormFiller(workbook).tick(question, question.choice("c5").orElseThrow(), "x"));
        assertEquals(1, answers(alone, question).size());
    }

    @Test
    void aFormulaThatNobodyComputedHasNoValue() throws IOException {
        Question count = first(QuestionType.INTEGER);
        Question text = first(QuestionType.TEXT);
        Question scale = first(QuestionType.SCALE);
        for (String value : List.of("", "<v></v>", "<v/>", "<v> </v>")) {
            Path file = folder.resolve("F" + System.nanoTime() + ".xlsx");
            try (XSSFWorkbook workbook = sent();
                    OutputStream out = Files.newOutputStream(file)) {
                FormFiller filler = new FormFiller(workbook);
                for (Question question : List.of(count, text, scale)) {
                    filler.cell(question.id(), null).setCellFormula("1+2");
                }
                workbook.write(out);
            }
            rewritten(file, "(<f>1\\+2</f>)(<v>[^<]*</v>|<v/>)?", "$1" + value);
            ReturnedForm form = files.read(file, world.questionnaire, List.of(world.respondent));
            for (Question question : List.of(count, text, scale)) {
                assertEquals(List.of(), answers(form, question), value);
                assertEquals(1, waiting(form, question, TrayReason.FORMULA), value);
            }
        }
    }

    private static void rewritten(Path file, String pattern, String by) throws IOException {
        try (var system = java.nio.file.FileSystems.newFileSystem(file)) {
            Path sheet = system.getPath("xl/worksheets/sheet1.xml");
            String xml = Files.readString(sheet, StandardCharsets.UTF_8);
            String changed = xml.replaceAll(pattern, by);
            assertTrue(changed.contains("<f>1+2</f>"));
            Files.writeString(sheet, changed, StandardCharsets.UTF_8);
        }
    }

    /** What a library does that knows cells, but neither names nor merged areas. */
    private static void shiftCells(XSSFSheet sheet, int from, int by) {
        for (int row = sheet.getLastRowNum(); row >= from; row--) {
            XSSFRow source = sheet.getRow(row);
            XSSFRow target = sheet.getRow(row + by) == null ? sheet.createRow(row + by) : sheet.getRow(row + by);
            for (int column = 0; column <= FormLayout.COMMENT; column++) {
                XSSFCell cell = source == null ? null : source.getCell(column);
                XSSFCell there = target.getCell(column) == null ? target.createCell(column) : target.getCell(column);
                if (cell == null) {
                    there.setBlank();
                } else {
                    there.copyCellFrom(cell, new org.apache.poi.ss.usermodel.CellCopyPolicy());
                    cell.setBlank();
                }
            }
        }
    }

    @Test
    void namesThatRowsLeftBehindPlaceNothing() throws IOException {
        Random random = new Random(SEED);
        for (int round = 0; round < 6; round++) {
            boolean keys = round % 2 == 0;
            boolean words = round > 1;
            List<Integer> numbers = new ArrayList<>();
            ReturnedForm form = read(workbook -> {
                FormFiller filler = new FormFiller(workbook);
                filler.fill(world);
                XSSFSheet sheet = filler.sheet();
                int first = 8 + random.nextInt(10);
                for (int i = 0; i < 3; i++) {
                    int at = first + random.nextInt(sheet.getLastRowNum() - first);
                    shiftCells(sheet, at, 1);
                    numbers.add(at);
                    if (words) {
                        // A question of their own, answered.
                        sheet.getRow(at).getCell(FormLayout.LABEL).setCellValue("Anything else about your office");
                        sheet.getRow(at).getCell(FormLayout.ANSWER).setCellValue("4");
                    }
                }
                if (!keys) {
                    sheet.forEach(row -> {
                        if (row.getCell(FormLayout.KEY) != null) {
                            row.getCell(FormLayout.KEY).setBlank();
                        }
                    });
                }
            });
            for (Question question : world.questionnaire.questions()) {
                FormWorld.Given given = world.given.get(question.id());
                for (Placed answer : answers(form, question)) {
                    boolean open = question.type().open();
                    assertTrue(
                            given != null
                                    && (open
                                            ? answer.body()
                                                            .replace('\n', ' ')
                                                            .startsWith(given.values()
                                                                    .getFirst())
                                                    && (answer.doubt() != null
                                                            || answer.body()
                                                                    .equals(given.values()
                                                                            .getFirst()))
                                            : given.values().contains(answer.value())),
                            "round " + round + " rows " + numbers + " " + question.code() + ": " + given + " read as "
                                    + answer);
                }
            }
        }
    }

    @Test
    void namesThatAColumnLeftBehindPlaceNothing() throws IOException {
        Question text = first(QuestionType.TEXT);
        ReturnedForm form = read(workbook -> {
            FormFiller filler = new FormFiller(workbook);
            XSSFCell cell = filler.cell(text.id(), null);
            cell.setCellValue("the answer");
            cell.getRow().getCell(FormLayout.COMMENT).setCellValue("only a remark");
            XSSFSheet sheet = filler.sheet();
            // The column of keys is taken out; the names stay where they were.
            sheet.forEach(row -> {
                for (int column = 0; column < FormLayout.COMMENT; column++) {
                    XSSFCell to = (XSSFCell) row.getCell(column);
                    XSSFCell from = (XSSFCell) row.getCell(column + 1);
                    to = to == null ? (XSSFCell) row.createCell(column) : to;
                    if (from == null) {
                        to.setBlank();
                    } else {
                        to.copyCellFrom(from, new org.apache.poi.ss.usermodel.CellCopyPolicy());
                        from.setBlank();
                    }
                }
            });
        });
        assertEquals(
                List.of("the answer"),
                answers(form, text).stream().map(Placed::body).toList());
        assertTrue(form.tray().stream().anyMatch(t -> t.body().equals("only a remark")));
    }

    @Test
    void keyAndNameAgainstEachOtherAreADoubt() throws IOException {
        Question one = first(QuestionType.TEXT);
        Question two = first(QuestionType.LONG_TEXT);
        ReturnedForm form = read(workbook -> {
            FormFiller filler = new FormFiller(workbook);
            filler.type(one, "said to one");
            XSSFRow row = filler.cell(one.id(), null).getRow();
            row.getCell(FormLayout.LABEL).setCellValue("???");
            row.getCell(FormLayout.KEY).setCellValue(FormLayout.key(new FormLayout.Place(two.id(), null)));
        });
        assertFalse(form.answers().stream().anyMatch(a -> a.body().contains("said to one")));
        assertTrue(form.tray().stream().anyMatch(t -> t.body().contains("said to one")));
        assertTrue(form.tray().stream().noneMatch(t -> t.body().startsWith("rr:")));
    }

    @Test
    void whatIsDamagedIsNamedByWhatItCallsItself() throws IOException {
        byte[] junk = new byte[4000];
        new Random(SEED).nextBytes(junk);
        byte[] zip = junk.clone();
        System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, zip, 0, 4);
        byte[] ole = junk.clone();
        System.arraycopy(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1},
                0,
                ole,
                0,
                8);
        for (byte[] bytes : List.of(junk, zip, ole)) {
            for (String[] named : new String[][] {{"docx", "word"}, {"odt", "openDocument"}, {"pptx", "slides"}}) {
                Path file = Files.write(folder.resolve("reply." + named[0]), bytes);
                ReturnedForm form = files.read(file, world.questionnaire, List.of(world.respondent));
                String key = form.refusals().getFirst().reason().key();
                assertTrue(
                        key.equals("forms.refused." + named[1])
                                || bytes == junk && key.equals("forms.refused.notWorkbook"),
                        named[0] + " " + key);
            }
        }
    }
}
