package org.rapporteur.forms.xlsx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFShapeGroup;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.survey.Doubt;
import org.rapporteur.core.survey.QuestionType;
import org.rapporteur.core.survey.Questionnaire.Choice;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.survey.ReturnedForm;
import org.rapporteur.core.survey.ReturnedForm.InTray;
import org.rapporteur.core.survey.ReturnedForm.Placed;
import org.rapporteur.core.survey.TrayReason;
import org.rapporteur.core.text.Language;
import org.rapporteur.i18n.Messages;

/**
 * Forms filled as people fill them, in every way that is not simply typing into the cell for the answer. Whatever was
 * written is placed, doubted or in the tray; nothing is silently wrong, nothing is lost.
 */
class ReturnedTruthTest {
    /** A picture of one point. */
    private static final byte[] POINT = java.util.Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final Messages messages = new Messages(Language.EN);
    private final QuestionnaireWriter writer = new QuestionnaireWriter(messages::text);
    private final ReturnedFiles files = new ReturnedFiles(messages::text);

    @TempDir
    Path folder;

    /**
     * What was written to a question.
     *
     * @param told whether it can be found in what was read
     * @param right the values, or words, that an answer without a doubt may have
     */
    private record Said(String how, Question question, Predicate<ReturnedForm> told, Set<String> right) {}

    /** A way to answer that is not simply typing. */
    private enum Way {
        STRUCK_WHOLLY(QuestionType.LONG_TEXT),
        STRUCK_IN_PART(QuestionType.LONG_TEXT),
        PICTURE(QuestionType.TEXT),
        GROUPED_BOX(QuestionType.TEXT),
        NOTE(QuestionType.TEXT),
        THREADED_NOTE(QuestionType.TEXT),
        HIDDEN_ROW(QuestionType.TEXT),
        COLOURED_OPTION(QuestionType.MULTIPLE),
        RANKED(QuestionType.MULTIPLE),
        WORDS_BESIDE_OPTION(QuestionType.MULTIPLE),
        TICK_BEFORE_WORDS(QuestionType.MULTIPLE),
        TICK_OF_SYMBOLS(QuestionType.MULTIPLE),
        UNKNOWN_SYMBOL(QuestionType.MULTIPLE),
        OPTION_STRUCK(QuestionType.MULTIPLE),
        SECOND_CHOICE_AS_FIGURE(QuestionType.YES_NO),
        NEGATIVE_COUNT(QuestionType.INTEGER),
        MADE_A_DATE(QuestionType.TEXT),
        COUNT_MADE_A_DATE(QuestionType.INTEGER),
        LONG_NUMBER(QuestionType.TEXT),
        BUDDHIST_YEAR(QuestionType.DATE),
        YEAR_ONLY(QuestionType.DATE),
        FAR_YEAR(QuestionType.DATE),
        BESIDE_THE_TABLE(QuestionType.DATE),
        IN_THE_QUESTION(QuestionType.INTEGER);

        private final QuestionType type;

        Way(QuestionType type) {
            this.type = type;
        }
    }

    @Test
    void everythingIsPlacedDoubtedOrWaits() throws IOException {
        long seed = 20_171_120L;
        for (int i = 0; i < 6; i++) {
            one(seed + i);
        }
    }

    @Tag("soak")
    @Test
    void everythingIsPlacedDoubtedOrWaitsInManyFiles() throws IOException {
        long seed = System.nanoTime();
        for (int i = 0; i < 200; i++) {
            one(seed + i);
        }
    }

    private void one(long seed) throws IOException {
        Random random = new Random(seed);
        FormWorld world = new FormWorld(seed, 40, Language.EN);
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        writer.write(world.questionnaire, world.respondent, sent);
        Path file = folder.resolve("T" + Math.abs(seed) + ".xlsx");
        List<Said> all = new ArrayList<>();
        Set<UUID> used = new HashSet<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(sent.toByteArray()));
                OutputStream out = Files.newOutputStream(file)) {
            FormFiller filler = new FormFiller(workbook);
            List<Way> ways = new ArrayList<>(List.of(Way.values()));
            java.util.Collections.shuffle(ways, random);
            for (Way way : ways) {
                Optional<Question> free = world.questionnaire.questions().stream()
                        .filter(q -> q.type() == way.type && !used.contains(q.id()))
                        .findFirst();
                if (free.isPresent()) {
                    used.add(free.get().id());
                    all.add(write(
                            way, free.get(), filler, workbook, random, "w" + all.size() + "x" + random.nextInt(1000)));
                }
            }
            workbook.getSheetAt(0).getHeader().setCenter("Typed above by hand");
            XSSFSheet secret = workbook.createSheet("Notes");
            secret.createRow(2).createCell(1).setCellValue("secret remark");
            workbook.setSheetVisibility(
                    workbook.getSheetIndex(secret), org.apache.poi.ss.usermodel.SheetVisibility.HIDDEN);
            if (random.nextBoolean()) {
                XSSFSheet form = workbook.getSheetAt(0);
                XSSFCellStyle style = workbook.createCellStyle();
                for (int row = form.getLastRowNum() + 1; row < 25_000; row++) {
                    form.createRow(row).createCell(3).setCellStyle(style);
                }
            }
            workbook.write(out);
        }
        ReturnedForm form = files.read(file, world.questionnaire, List.of(world.respondent));
        String where = "seed " + seed;
        assertEquals(List.of(), form.refusals(), where);
        assertTrue(inTray(form, "Typed above by hand", TrayReason.HEADER), where);
        assertTrue(inTray(form, "secret remark", TrayReason.HIDDEN), where);
        for (Said said : all) {
            List<Placed> placed = answers(form, said.question());
            String what = where + " " + said.how() + ": " + placed + " "
                    + form.tray().stream()
                            .filter(t -> said.question().id().equals(t.question()))
                            .map(t -> t.reason() + " " + t.body())
                            .toList();
            assertTrue(said.told().test(form), "lost, " + what);
            for (Placed answer : placed) {
                boolean sure = answer.doubt() == null;
                String read = said.question().type().open() ? answer.body() : answer.value();
                assertTrue(!sure || said.right().contains(read), "silently wrong, " + what);
            }
        }
        // Whoever was not written to has no answer.
        assertTrue(form.answers().stream().allMatch(a -> used.contains(a.question())), where);
        for (InTray item : form.tray()) {
            assertTrue(
                    item.question() == null
                            || item.reason() == TrayReason.HIDDEN
                            || !item.beside().isEmpty()
                            || item.cell().startsWith("C"),
                    where + " stands beside nothing: " + item);
        }
    }

    private static List<Placed> answers(ReturnedForm form, Question question) {
        return form.answers().stream()
                .filter(a -> a.question().equals(question.id()))
                .toList();
    }

    private static boolean inTray(ReturnedForm form, String words, TrayReason reason) {
        return form.tray().stream()
                .anyMatch(t -> t.reason() == reason && t.body().contains(words));
    }

    private static boolean doubted(ReturnedForm form, Question question, Doubt doubt, String words, String offered) {
        return answers(form, question).stream()
                .anyMatch(a -> a.doubt() == doubt
                        && a.body().contains(words)
                        && a.offered().equals(offered));
    }

    private Said write(Way way, Question q, FormFiller filler, XSSFWorkbook workbook, Random random, String token) {
        XSSFSheet sheet = filler.sheet();
        Choice choice = q.choices().isEmpty()
                ? null
                : q.choices().get(random.nextInt(q.choices().size()));
        boolean several = q.type() == QuestionType.MULTIPLE;
        XSSFCell cell = filler.cell(q.id(), several ? choice.id() : null);
        String name = way.name();
        Predicate<ReturnedForm> atChoice = form ->
                form.tray().stream().anyMatch(t -> several && choice.id().equals(t.choice()));
        return switch (way) {
            case STRUCK_WHOLLY -> {
                XSSFRichTextString text = new XSSFRichTextString(token + " withdrawn");
                text.applyFont(struck(workbook));
                cell.setCellValue(text);
                yield new Said(name, q, form -> inTray(form, token + " withdrawn", TrayReason.STRUCK), Set.of());
            }
            case STRUCK_IN_PART -> {
                XSSFRichTextString text = new XSSFRichTextString("Open " + token);
                text.append(" not this", struck(workbook));
                cell.setCellValue(text);
                yield new Said(
                        name,
                        q,
                        form -> inTray(form, "not this", TrayReason.STRUCK)
                                && doubted(form, q, Doubt.STRUCK, "Open " + token, ""),
                        Set.of());
            }
            case PICTURE -> {
                anchor(sheet, cell).createPicture(at(cell), workbook.addPicture(POINT, Workbook.PICTURE_TYPE_PNG));
                yield new Said(
                        name,
                        q,
                        form -> form.tray().stream()
                                .anyMatch(t -> t.reason() == TrayReason.PICTURE
                                        && t.part().startsWith("xl/media/")
                                        && q.id().equals(t.question())),
                        Set.of());
            }
            case GROUPED_BOX -> {
                XSSFShapeGroup group = anchor(sheet, cell).createGroup(at(cell));
                group.createTextbox(new org.apache.poi.xssf.usermodel.XSSFChildAnchor(0, 0, 100, 100))
                        .setText(token + " boxed");
                yield new Said(name, q, form -> inTray(form, token + " boxed", TrayReason.NOTE), Set.of());
            }
            case NOTE, THREADED_NOTE -> {
                var note = anchor(sheet, cell).createCellComment(at(cell));
                String own = "[Threaded comment]\n\nYour version of Excel allows you to read this. Learn more:"
                        + " https://go.microsoft.com/fwlink/?linkid=870924\n\nComment:\n    ";
                note.setString(new XSSFRichTextString((way == Way.NOTE ? "" : own) + token + " noted"));
                cell.setCellComment(note);
                yield new Said(
                        name,
                        q,
                        form -> form.tray().stream()
                                .anyMatch(t -> t.reason() == TrayReason.NOTE
                                        && t.body().equals(token + " noted")),
                        Set.of());
            }
            case HIDDEN_ROW -> {
                cell.setCellValue(token + " hidden");
                cell.getRow().setZeroHeight(true);
                yield new Said(name, q, form -> doubted(form, q, Doubt.HIDDEN, token, ""), Set.of());
            }
            case COLOURED_OPTION -> {
                XSSFCellStyle style = workbook.createCellStyle();
                style.cloneStyleFrom(cell.getCellStyle());
                style.setFillForegroundColor(IndexedColors.YELLOW.getIndex());
                style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
                cell.getRow().getCell(2).setCellStyle(style);
                yield new Said(name, q, atChoice, Set.of());
            }
            case RANKED -> {
                List<Choice> order = new ArrayList<>(q.choices());
                java.util.Collections.shuffle(order, random);
                for (int rank = 1; rank <= 3; rank++) {
                    filler.cell(q.id(), order.get(rank - 1).id()).setCellValue(rank);
                }
                yield new Said(
                        name,
                        q,
                        form -> List.of(1, 2, 3).stream()
                                .allMatch(rank -> form.tray().stream()
                                        .anyMatch(t -> order.get(rank - 1).id().equals(t.choice())
                                                && t.body().equals("" + rank))),
                        Set.of());
            }
            case WORDS_BESIDE_OPTION -> {
                cell.getRow().createCell(4).setCellValue(token + " specified");
                yield new Said(name, q, atChoice.and(form -> inTray(form, token, TrayReason.COMMENT)), Set.of());
            }
            case TICK_BEFORE_WORDS -> {
                XSSFCell label = cell.getRow().getCell(2);
                label.setCellValue(
                        List.of("x ", "☒ ", "√ ", "[x] ").get(random.nextInt(4)) + label.getStringCellValue());
                yield new Said(
                        name,
                        q,
                        form -> answers(form, q).stream()
                                        .anyMatch(a -> a.value().equals(choice.code()) && a.doubt() == Doubt.OTHER_CELL)
                                || atChoice.test(form),
                        Set.of());
            }
            case TICK_OF_SYMBOLS -> {
                symbol(workbook, cell, "Wingdings", "\u00FC");
                yield new Said(name, q, form -> answers(form, q).size() == 1, Set.of(choice.code()));
            }
            case UNKNOWN_SYMBOL -> {
                symbol(workbook, cell, "Wingdings", "J");
                yield new Said(name, q, atChoice, Set.of());
            }
            case OPTION_STRUCK -> {
                XSSFCell label = cell.getRow().getCell(2);
                XSSFRichTextString text = new XSSFRichTextString(label.getStringCellValue());
                text.applyFont(struck(workbook));
                label.setCellValue(text);
                yield new Said(name, q, atChoice, Set.of());
            }
            case SECOND_CHOICE_AS_FIGURE -> {
                cell.setCellValue(2);
                yield new Said(name, q, form -> doubted(form, q, Doubt.UNKNOWN_CHOICE, "2", ""), Set.of());
            }
            case NEGATIVE_COUNT -> {
                cell.setCellValue(-7);
                yield new Said(name, q, form -> doubted(form, q, Doubt.NEGATIVE, "-7", "7"), Set.of());
            }
            case MADE_A_DATE, COUNT_MADE_A_DATE -> {
                day(workbook, cell, LocalDate.of(2026, 3, 5), "d\\-mmm");
                boolean words = way == Way.MADE_A_DATE;
                yield new Said(
                        name,
                        q,
                        form -> doubted(form, q, Doubt.MADE_A_DATE, "2026-03-05", words ? "3-5" : ""),
                        Set.of());
            }
            case LONG_NUMBER -> {
                XSSFCellStyle general = workbook.createCellStyle();
                cell.setCellStyle(general);
                cell.setCellValue(2_299_712_345_678d);
                yield new Said(name, q, form -> answers(form, q).size() == 1, Set.of("2299712345678"));
            }
            case BUDDHIST_YEAR -> {
                day(workbook, cell, LocalDate.of(2560, 11, 20), "yyyy-mm-dd");
                yield new Said(
                        name, q, form -> doubted(form, q, Doubt.OTHER_CALENDAR, "2560-11-20", "2017-11-20"), Set.of());
            }
            case YEAR_ONLY -> {
                cell.setCellValue(2017);
                yield new Said(name, q, form -> doubted(form, q, Doubt.MADE_A_DATE, "2017", ""), Set.of());
            }
            case FAR_YEAR -> {
                cell.setCellValue("20/11/2117");
                yield new Said(name, q, form -> doubted(form, q, Doubt.FAR_DATE, "20/11/2117", "2117-11-20"), Set.of());
            }
            case BESIDE_THE_TABLE -> {
                cell.getRow().createCell(6).setCellValue(token + " far right");
                yield new Said(name, q, form -> inTray(form, token, TrayReason.BESIDE), Set.of());
            }
            case IN_THE_QUESTION -> {
                XSSFCell label = cell.getRow().getCell(2);
                label.setCellValue(token + " " + label.getStringCellValue());
                yield new Said(name, q, form -> inTray(form, token, TrayReason.IN_LABEL), Set.of());
            }
        };
    }

    private static XSSFDrawing anchor(XSSFSheet sheet, XSSFCell cell) {
        assertEquals(sheet, cell.getSheet());
        return sheet.createDrawingPatriarch();
    }

    private static XSSFClientAnchor at(XSSFCell cell) {
        int row = cell.getRowIndex();
        int column = cell.getColumnIndex();
        return new XSSFClientAnchor(0, 0, 0, 0, column, row, column + 1, row + 1);
    }

    private static XSSFFont struck(XSSFWorkbook workbook) {
        XSSFFont font = workbook.createFont();
        font.setStrikeout(true);
        return font;
    }

    private static void symbol(XSSFWorkbook workbook, XSSFCell cell, String name, String letter) {
        XSSFFont font = workbook.createFont();
        font.setFontName(name);
        XSSFCellStyle style = workbook.createCellStyle();
        style.cloneStyleFrom(cell.getCellStyle());
        style.setFont(font);
        cell.setCellStyle(style);
        cell.setCellValue(letter);
    }

    private static void day(XSSFWorkbook workbook, XSSFCell cell, LocalDate day, String format) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        cell.setCellStyle(style);
        cell.setCellValue(day);
    }

    @Test
    void aPictureIsTakenOutOfTheFileThatWasKept() throws IOException {
        FormWorld world = new FormWorld(3, 12, Language.EN);
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        writer.write(world.questionnaire, world.respondent, sent);
        ByteArrayOutputStream back = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(sent.toByteArray()))) {
            Question question = world.questionnaire.questions().get(0);
            Choice first = question.type() == QuestionType.MULTIPLE
                    ? question.choices().get(0)
                    : null;
            XSSFCell cell = new FormFiller(workbook).cell(question.id(), first == null ? null : first.id());
            workbook.getSheetAt(0)
                    .createDrawingPatriarch()
                    .createPicture(at(cell), workbook.addPicture(POINT, Workbook.PICTURE_TYPE_PNG));
            workbook.write(back);
        }
        Path file = Files.write(folder.resolve("p.xlsx"), back.toByteArray());
        InTray item = files.read(file, world.questionnaire, List.of(world.respondent))
                .tray()
                .get(0);
        var picture = ReturnedPictures.read(new ByteArrayInputStream(back.toByteArray()), item.part())
                .orElseThrow();
        assertEquals("image/png", picture.mediaType());
        org.junit.jupiter.api.Assertions.assertArrayEquals(POINT, picture.bytes());
        assertTrue(ReturnedPictures.read(new ByteArrayInputStream(back.toByteArray()), "xl/media/none.png")
                .isEmpty());
    }
}
