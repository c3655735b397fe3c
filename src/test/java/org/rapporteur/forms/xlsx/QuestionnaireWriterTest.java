package org.rapporteur.forms.xlsx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rapporteur.core.survey.QuestionType;
import org.rapporteur.core.survey.Questionnaire;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.survey.Respondent;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.Multilingual;
import org.rapporteur.forms.FormLayout;
import org.rapporteur.forms.FormLayout.Place;
import org.rapporteur.forms.sample.SampleSurvey;
import org.rapporteur.i18n.Messages;

class QuestionnaireWriterTest {
    private final Messages messages = new Messages(Language.EN);
    private final QuestionnaireWriter writer = new QuestionnaireWriter(messages::text);
    private final Questionnaire questionnaire = SampleSurvey.questionnaire();

    private byte[] form(Language language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(questionnaire, respondent(language), out);
        String keep = System.getProperty("rapporteur.test.keep");
        if (keep != null) {
            Files.write(Path.of(keep).resolve("form-" + language.code() + ".xlsx"), out.toByteArray());
        }
        return out.toByteArray();
    }

    private static Respondent respondent(Language language) {
        return new Respondent(
                UUID.fromString("00000000-0000-8000-8000-00000000000" + language.ordinal()),
                "Regional Dialogue & Friends",
                Multilingual.EMPTY,
                "RDF",
                language,
                "");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyAnswerHasKeyNameAndFreeCell(Language language) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(form(language)))) {
            XSSFSheet sheet = workbook.getSheetAt(0);
            assertEquals(language.rtl(), sheet.isRightToLeft());
            assertTrue(sheet.isColumnHidden(FormLayout.KEY));
            assertTrue(sheet.getProtect());
            assertEquals(SheetVisibility.VERY_HIDDEN, workbook.getSheetVisibility(1));
            assertEquals(language.rtl() ? 2 : 1, sheet.isRightToLeft() ? 2 : 1);
            for (Question question : questionnaire.answered()) {
                if (question.type() == QuestionType.MULTIPLE) {
                    question.choices().forEach(c -> check(workbook, new Place(question.id(), c.id())));
                } else {
                    check(workbook, new Place(question.id(), null));
                }
            }
            String marks = workbook.getProperties()
                    .getCustomProperties()
                    .getProperty(FormLayout.MARK_SURVEY)
                    .getLpwstr();
            assertEquals(questionnaire.survey().toString(), marks);
        }
    }

    private static void check(XSSFWorkbook workbook, Place place) {
        CellReference at =
                new CellReference(workbook.getName(FormLayout.name(place)).getRefersToFormula());
        XSSFSheet sheet = workbook.getSheet(at.getSheetName());
        XSSFCell cell = sheet.getRow(at.getRow()).getCell(at.getCol());
        assertFalse(cell.getCellStyle().getLocked());
        assertTrue(cell.getCellStyle().getWrapText());
        assertEquals(
                place,
                FormLayout.ofKey(sheet.getRow(at.getRow())
                                .getCell(FormLayout.KEY)
                                .getStringCellValue())
                        .orElseThrow());
        assertTrue(sheet.getRow(at.getRow())
                .getCell(FormLayout.LABEL)
                .getCellStyle()
                .getLocked());
    }

    @Test
    void closedQuestionsOfferTheirChoicesInTheRespondentsLanguage() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(form(Language.FR)))) {
            XSSFSheet lists = workbook.getSheetAt(1);
            assertEquals(
                    "Déclaration ministérielle ou équivalent",
                    lists.getRow(0).getCell(3).getStringCellValue());
            long withList = workbook.getSheetAt(0).getDataValidations().stream()
                    .filter(v -> String.valueOf(v.getValidationConstraint().getFormula1())
                            .startsWith("rr_list_"))
                    .count();
            assertEquals(
                    questionnaire.answered().stream()
                            .filter(q -> q.type().closed() && q.type() != QuestionType.MULTIPLE)
                            .count(),
                    withList);
        }
    }

    @Test
    void sameInputGivesSameBytes() throws IOException {
        assertArrayEquals(form(Language.EN), form(Language.EN));
    }

    @Test
    void whatIsNotTranslatedStandsInEnglishAndSaysSo() throws IOException {
        Question english = new Question(
                UUID.fromString("00000000-0000-8000-8000-0000000000aa"),
                "Q1",
                Multilingual.of(Language.EN, "How many?"),
                Multilingual.EMPTY,
                QuestionType.INTEGER,
                false,
                java.util.List.of());
        Questionnaire form = new Questionnaire(
                questionnaire.survey(),
                questionnaire.title(),
                Multilingual.EMPTY,
                java.util.Set.of(),
                questionnaire.defaultPermission(),
                false,
                "",
                java.util.List.of(english));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(form, respondent(Language.RU), out);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            StringBuilder all = new StringBuilder();
            workbook.getSheetAt(0)
                    .forEach(row -> row.forEach(cell -> all.append(cell).append('\n')));
            assertTrue(all.toString().contains("How many?\n"), all.toString());
            assertTrue(all.toString().contains(messages.text(Language.RU, "forms.out.fallback")), all.toString());
        }
    }
}
