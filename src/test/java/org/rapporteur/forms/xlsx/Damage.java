package org.rapporteur.forms.xlsx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.CellCopyPolicy;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.rapporteur.core.survey.QuestionType;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.forms.FormLayout;

/** What happens to forms on their way through a ministry; the eleven kinds of the design's table. */
enum Damage {
    THREE_ROWS_INSERTED(100),
    KEY_COLUMN_WIPED(100),
    A_THIRD_OF_THE_LABELS_EDITED(100),
    ANSWER_MERGED_WITH_COMMENT(100),
    A_QUARTER_IN_THE_COMMENT_COLUMN(100),
    SHEET_RENAMED(100),
    PASTED_TO_A_NEW_SHEET(100),
    ROWS_MOVED(100),
    CONTINUED_ON_ADDED_ROWS(100),
    ROWS_LABELS_AND_WRONG_COLUMN(100),
    PASTED_WITH_LABELS_EDITED(92);

    /** Share of answers that must be placed, in hundredths. */
    final int least;

    Damage(int least) {
        this.least = least;
    }

    /** Damages a filled form; returns the workbook that comes back. */
    XSSFWorkbook apply(XSSFWorkbook workbook, FormWorld world, Random random) {
        XSSFSheet sheet = workbook.getSheetAt(0);
        switch (this) {
            case THREE_ROWS_INSERTED -> insertRows(sheet, random);
            case KEY_COLUMN_WIPED -> sheet.forEach(row -> wipe(((XSSFRow) row).getCell(FormLayout.KEY)));
            case A_THIRD_OF_THE_LABELS_EDITED -> editLabels(sheet, random);
            case ANSWER_MERGED_WITH_COMMENT ->
                answerRows(sheet)
                        .forEach((row, cell) -> sheet.addMergedRegion(
                                new CellRangeAddress(row, row, FormLayout.ANSWER, FormLayout.COMMENT)));
            case A_QUARTER_IN_THE_COMMENT_COLUMN -> wrongColumn(sheet, random);
            case SHEET_RENAMED -> workbook.setSheetName(0, "Copy of answers (final) v2");
            case PASTED_TO_A_NEW_SHEET -> {
                return paste(sheet, random);
            }
            case ROWS_MOVED -> moveRows(sheet, random);
            case CONTINUED_ON_ADDED_ROWS -> continued(workbook, world, random);
            case ROWS_LABELS_AND_WRONG_COLUMN -> {
                insertRows(sheet, random);
                editLabels(sheet, random);
                wrongColumn(sheet, random);
            }
            case PASTED_WITH_LABELS_EDITED -> {
                editLabels(sheet, random);
                return paste(sheet, random);
            }
        }
        return workbook;
    }

    private static void wipe(XSSFCell cell) {
        if (cell != null) {
            cell.setBlank();
        }
    }

    private static int firstRow(XSSFSheet sheet) {
        return answerRows(sheet).keySet().iterator().next();
    }

    /** Rows with a key and something in the cell for the answer. */
    static Map<Integer, XSSFCell> answerRows(XSSFSheet sheet) {
        Map<Integer, XSSFCell> rows = new TreeMap<>();
        sheet.forEach(row -> {
            XSSFCell key = ((XSSFRow) row).getCell(FormLayout.KEY);
            XSSFCell answer = ((XSSFRow) row).getCell(FormLayout.ANSWER);
            if (key != null
                    && answer != null
                    && FormLayout.ofKey(key.getStringCellValue()).isPresent()) {
                rows.put(row.getRowNum(), answer);
            }
        });
        return rows;
    }

    private static void insertRows(XSSFSheet sheet, Random random) {
        for (int i = 0; i < 3; i++) {
            int first = firstRow(sheet);
            int at = first + random.nextInt(sheet.getLastRowNum() - first - 2);
            sheet.shiftRows(at, sheet.getLastRowNum(), 1);
            sheet.createRow(at);
        }
    }

    private static void editLabels(XSSFSheet sheet, Random random) {
        for (int row : answerRows(sheet).keySet()) {
            if (random.nextInt(3) != 0) {
                continue;
            }
            XSSFCell cell = sheet.getRow(row).getCell(FormLayout.LABEL);
            String label = cell.getStringCellValue();
            List<String> words = new ArrayList<>(List.of(label.split(" ")));
            int at = random.nextInt(words.size());
            switch (random.nextInt(4)) {
                case 0 -> words.remove(at);
                case 1 -> words.add(at, "(2017)");
                case 2 -> words.set(at, words.get(at) + words.get(at).charAt(0));
                default -> Collections.swap(words, at, random.nextInt(words.size()));
            }
            cell.setCellValue(String.join(" ", words));
        }
    }

    private static void wrongColumn(XSSFSheet sheet, Random random) {
        answerRows(sheet).forEach((row, cell) -> {
            if (random.nextInt(4) == 0 && !text(cell).isEmpty() && !text(cell).equals(FormLayout.UNTICKED)) {
                boolean heading = cell.getCellStyle().getLocked();
                if (!heading) {
                    XSSFCell comment = sheet.getRow(row).getCell(FormLayout.COMMENT);
                    copy(cell, comment);
                    cell.setBlank();
                }
            }
        });
    }

    private static XSSFWorkbook paste(XSSFSheet from, Random random) {
        XSSFWorkbook workbook = new XSSFWorkbook();
        XSSFSheet sheet = workbook.createSheet("Sheet1");
        boolean head = random.nextBoolean();
        int first = head ? 0 : firstRow(from);
        int down = random.nextInt(3);
        int left = FormLayout.NUMBER - random.nextInt(2);
        var date = workbook.createCellStyle();
        date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
        for (int r = first; r <= from.getLastRowNum(); r++) {
            XSSFRow row = from.getRow(r);
            XSSFRow target = sheet.createRow(r - first + down);
            for (int c = FormLayout.NUMBER; row != null && c <= FormLayout.COMMENT; c++) {
                XSSFCell cell = row.getCell(c);
                if (cell != null) {
                    XSSFCell copy = target.createCell(c - left);
                    copy(cell, copy);
                    if (cell.getCellType() == org.apache.poi.ss.usermodel.CellType.NUMERIC) {
                        copy.setCellStyle(date);
                    }
                }
            }
        }
        return workbook;
    }

    /** Moves rows whole, with their keys, while the names stay where they were. */
    private static void moveRows(XSSFSheet sheet, Random random) {
        List<Integer> rows = new ArrayList<>();
        answerRows(sheet).keySet().stream()
                .filter(row -> !sheet.getRow(row)
                        .getCell(FormLayout.KEY)
                        .getStringCellValue()
                        .contains("/"))
                .filter(row -> random.nextInt(100) < 40)
                .forEach(rows::add);
        List<Integer> places = new ArrayList<>(rows);
        Collections.shuffle(places, random);
        Map<Integer, XSSFRow> copies = new HashMap<>();
        XSSFSheet aside = sheet.getWorkbook().createSheet("aside");
        CellCopyPolicy policy = new CellCopyPolicy.Builder()
                .cellStyle(true)
                .mergedRegions(false)
                .build();
        for (int i = 0; i < rows.size(); i++) {
            XSSFRow copy = aside.createRow(i);
            copy.copyRowFrom(sheet.getRow(rows.get(i)), policy);
            copies.put(rows.get(i), copy);
        }
        for (int i = 0; i < rows.size(); i++) {
            sheet.getRow(places.get(i)).copyRowFrom(copies.get(rows.get(i)), policy);
        }
        sheet.getWorkbook().removeSheetAt(sheet.getWorkbook().getSheetIndex(aside));
    }

    private static void continued(XSSFWorkbook workbook, FormWorld world, Random random) {
        FormFiller filler = new FormFiller(workbook);
        XSSFSheet sheet = workbook.getSheetAt(0);
        for (FormWorld.Given given : world.given.values()) {
            Question question = given.question();
            if (question.type() != QuestionType.LONG_TEXT) {
                continue;
            }
            XSSFCell cell = filler.cell(question.id(), null);
            String[] words = given.typed().split(" ");
            int parts = 2 + random.nextInt(2);
            int size = words.length / parts;
            int row = cell.getRowIndex();
            sheet.shiftRows(row + 1, sheet.getLastRowNum(), parts - 1);
            for (int part = 0; part < parts; part++) {
                int to = part == parts - 1 ? words.length : (part + 1) * size;
                String text = String.join(" ", List.of(words).subList(part * size, to));
                XSSFRow target = part == 0 ? sheet.getRow(row) : sheet.createRow(row + part);
                XSSFCell answer = part == 0 ? cell : target.createCell(FormLayout.ANSWER);
                answer.setCellValue(text);
            }
        }
    }

    private static String text(XSSFCell cell) {
        return cell.toString();
    }

    private static void copy(XSSFCell from, XSSFCell to) {
        switch (from.getCellType()) {
            case NUMERIC -> {
                to.setCellValue(from.getNumericCellValue());
                if (to.getSheet().getWorkbook() == from.getSheet().getWorkbook()) {
                    to.setCellStyle(from.getCellStyle());
                }
            }
            case STRING -> to.setCellValue(from.getStringCellValue());
            default -> to.setBlank();
        }
    }
}
