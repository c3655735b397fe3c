package org.rapporteur.forms.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.rapporteur.core.survey.QuestionType;
import org.rapporteur.core.survey.Questionnaire;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.survey.Respondent;
import org.rapporteur.core.text.Language;
import org.rapporteur.forms.FormLayout;
import org.rapporteur.forms.FormWords;
import org.rapporteur.forms.xlsx.FormFiller;
import org.rapporteur.forms.xlsx.QuestionnaireWriter;
import org.rapporteur.forms.xlsx.StableZip;
import org.rapporteur.launch.sample.Assets;

/**
 * Makes the 27 returned questionnaires of the sample: the form as the program sends it, filled in with the answers of
 * {@code assets/sample/answers} as a person would, and in some cases what happens to forms on the way. Everything in
 * them is illustrative.
 */
final class SampleReturns {
    private final Questionnaire questionnaire;
    private final Map<String, Respondent> respondents;
    private final FormWords words;

    /** @param respondents by their key in the sources */
    SampleReturns(Questionnaire questionnaire, Map<String, Respondent> respondents, FormWords words) {
        this.questionnaire = questionnaire;
        this.respondents = respondents;
        this.words = words;
    }

    /** The returned files by the respondent's key. */
    Map<String, byte[]> all() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (JsonNode respondent : Assets.json("sample/respondents.json").get("respondents")) {
            String key = respondent.get("key").asText();
            if (Assets.exists("sample/answers/" + key + ".json")) {
                files.put(key, one(key, Assets.json("sample/answers/" + key + ".json")));
            }
        }
        return files;
    }

    private byte[] one(String key, JsonNode answers) throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        new QuestionnaireWriter(words).write(questionnaire, respondents.get(key), sent);
        try (XSSFWorkbook form = new XSSFWorkbook(new ByteArrayInputStream(sent.toByteArray()))) {
            fill(key, form, answers.get("answers"), respondents.get(key).language());
            XSSFWorkbook back = happens(key, form);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            StableZip.write(back, out);
            back.close();
            return out.toByteArray();
        }
    }

    private void fill(String key, XSSFWorkbook form, JsonNode answers, Language language) {
        FormFiller filler = new FormFiller(form);
        for (Question question : questionnaire.answered()) {
            JsonNode answer = answers.path(question.code());
            if (answer.isMissingNode()) {
                continue;
            }
            switch (question.type()) {
                case SINGLE, SCALE, USE -> {
                    var choice = question.choice(answer.asText()).orElseThrow();
                    String label = choice.label().text(language);
                    filler.type(
                            question,
                            question.type() == QuestionType.SCALE || label.isBlank() ? answer.asText() : label);
                }
                case MULTIPLE ->
                    answer.forEach(code ->
                            filler.tick(question, question.choice(code.asText()).orElseThrow(), "x"));
                default -> filler.type(question, answer.asText());
            }
        }
        if (key.equals("escap")) {
            // Asked to choose up to five, someone puts them in an order.
            Question priorities = question("Q5");
            int rank = 1;
            for (JsonNode code : answers.get("Q5")) {
                filler.tick(priorities, priorities.choice(code.asText()).orElseThrow(), Integer.toString(rank++));
            }
        }
    }

    private Question question(String code) {
        return questionnaire.questions().stream()
                .filter(q -> q.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** What happened to the form before it came back. */
    private XSSFWorkbook happens(String key, XSSFWorkbook form) {
        FormFiller filler = new FormFiller(form);
        XSSFSheet sheet = filler.sheet();
        switch (key) {
            case "igad-rcp" -> {
                insertRow(sheet, row("Q3", filler));
                insertRow(sheet, row("Q6", filler));
                insertRow(sheet, row("Q13", filler));
            }
            case "ocam" -> sheet.forEach(row -> blank(((XSSFRow) row).getCell(FormLayout.KEY)));
            case "rabat" -> aside(filler, "Q9");
            case "fibemyd" -> aside(filler, "Q3");
            case "prague" -> {
                form.setSheetName(0, "Prague Process - final");
                remark(filler, "Q8", "Varies a great deal between members; four of them exchange nothing so far.");
            }
            case "budapest" -> remark(filler, "Q11", "Subject to the decision of our senior officials in December.");
            case "gfmd" -> continued(key, filler, "Q6");
            case "sacm" -> continued(key, filler, "Q7");
            case "colombo" ->
                sheet.addMergedRegion(new CellRangeAddress(
                        row("Q10", filler), row("Q10", filler), FormLayout.ANSWER, FormLayout.COMMENT));
            case "eca" -> {
                return pasted(sheet);
            }
            case "eclac" -> listed(filler, "Q2");
            case "add" -> {
                XSSFCell label = sheet.getRow(row("Q8", filler)).getCell(FormLayout.LABEL);
                label.setCellValue(label.getStringCellValue() + "\nOur reading: administrative data only.");
            }
            case "bali" -> note(filler, "Q4", "Date to be confirmed by the co-chairs.");
            case "pafom" -> {
                XSSFSheet annex = form.createSheet("Annexe");
                annex.createRow(0).createCell(0).setCellValue("Annexe : participants à la réunion d’octobre");
                annex.createRow(1).createCell(0).setCellValue("La liste sera transmise séparément.");
            }
            case "rcm" -> remark(filler, "Q3", "Incluye una reunión técnica virtual.");
            default -> {}
        }
        return form;
    }

    private int row(String code, FormFiller filler) {
        return filler.cell(question(code).id(), null).getRowIndex();
    }

    private static void blank(XSSFCell cell) {
        if (cell != null) {
            cell.setBlank();
        }
    }

    private static void insertRow(XSSFSheet sheet, int at) {
        sheet.shiftRows(at, sheet.getLastRowNum(), 1);
        sheet.createRow(at);
    }

    /** The answer stands in the column for comments. */
    private void aside(FormFiller filler, String code) {
        XSSFCell cell = filler.cell(question(code).id(), null);
        cell.getRow().getCell(FormLayout.COMMENT).setCellValue(cell.getStringCellValue());
        cell.setBlank();
    }

    private void remark(FormFiller filler, String code, String words) {
        filler.cell(question(code).id(), null)
                .getRow()
                .getCell(FormLayout.COMMENT)
                .setCellValue(words);
    }

    private void note(FormFiller filler, String code, String text) {
        XSSFCell cell = filler.cell(question(code).id(), null);
        ClientAnchor anchor = filler.sheet().getWorkbook().getCreationHelper().createClientAnchor();
        anchor.setRow1(cell.getRowIndex());
        anchor.setCol1(cell.getColumnIndex());
        anchor.setRow2(cell.getRowIndex() + 3);
        anchor.setCol2(cell.getColumnIndex() + 2);
        XSSFComment comment = filler.sheet().createDrawingPatriarch().createCellComment(anchor);
        comment.setString(text);
        cell.setCellComment(comment);
    }

    /** All choices in one cell beside the question instead of ticks. */
    private void listed(FormFiller filler, String code) {
        Question question = question(code);
        List<String> names = new ArrayList<>();
        question.choices().forEach(choice -> {
            XSSFCell cell = filler.cell(question.id(), choice.id());
            if (cell.getStringCellValue().equals("x")) {
                names.add(choice.label().text(Language.ES));
                cell.setCellValue(FormLayout.UNTICKED);
            }
        });
        XSSFRow heading = filler.sheet()
                .getRow(filler.cell(question.id(), question.choices().get(0).id())
                                .getRowIndex()
                        - 1);
        heading.getCell(FormLayout.ANSWER).setCellValue(String.join("; ", names));
    }

    /** The end of a long answer in a row of its own; cut between sentences, and not within a coded passage. */
    private void continued(String key, FormFiller filler, String code) {
        XSSFCell cell = filler.cell(question(code).id(), null);
        String text = cell.getStringCellValue();
        int cut = text.indexOf(". ", text.length() / 3) + 1;
        while (cut > 0 && insidePassage(key, code, text, cut)) {
            cut = text.indexOf(". ", cut + 1) + 1;
        }
        if (cut == 0) {
            throw new IllegalStateException("no place to cut " + key + " " + code);
        }
        int row = cell.getRowIndex();
        insertRow(filler.sheet(), row + 1);
        cell.setCellValue(text.substring(0, cut));
        filler.sheet().getRow(row + 1).createCell(FormLayout.ANSWER).setCellValue(text.substring(cut + 1));
    }

    private static boolean insidePassage(String key, String code, String text, int cut) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = new InputStreamReader(Assets.open("sample/codings.csv"), StandardCharsets.UTF_8);
                CSVParser rows = CSVParser.parse(reader, format)) {
            for (CSVRecord row : rows) {
                if (row.get("respondent").equals(key) && row.get("question").equals(code)) {
                    int from = text.indexOf(row.get("quote"));
                    if (from < cut && from + row.get("quote").length() > cut) {
                        return true;
                    }
                }
            }
            return false;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The visible cells copied into a new file; key column, names and hidden sheet are lost. */
    private static XSSFWorkbook pasted(XSSFSheet from) {
        XSSFWorkbook workbook = new XSSFWorkbook();
        XSSFSheet sheet = workbook.createSheet("ECA");
        var date = workbook.createCellStyle();
        date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
        for (int r = 0; r <= from.getLastRowNum(); r++) {
            XSSFRow row = from.getRow(r);
            for (int c = FormLayout.NUMBER; row != null && c <= FormLayout.COMMENT; c++) {
                XSSFCell cell = row.getCell(c);
                if (cell == null || cell.getCellType() == CellType.BLANK) {
                    continue;
                }
                XSSFRow target = sheet.getRow(r) == null ? sheet.createRow(r) : sheet.getRow(r);
                XSSFCell copy = target.createCell(c - FormLayout.NUMBER);
                if (cell.getCellType() == CellType.NUMERIC) {
                    copy.setCellValue(cell.getNumericCellValue());
                    copy.setCellStyle(date);
                } else {
                    copy.setCellValue(cell.getStringCellValue());
                }
            }
        }
        sheet.setColumnWidth(1, 60 * 256);
        sheet.setColumnWidth(2, 60 * 256);
        return workbook;
    }
}
