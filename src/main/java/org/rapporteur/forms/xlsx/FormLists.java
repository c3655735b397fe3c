package org.rapporteur.forms.xlsx;

import java.util.List;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.rapporteur.core.survey.Questionnaire;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.survey.Respondent;
import org.rapporteur.core.text.Language;
import org.rapporteur.forms.FormLayout;
import org.rapporteur.forms.FormWords;

/** The hidden sheet with marks and lists, defined names and the checks of cells. */
final class FormLists {
    private static final int FIRST_LIST_COLUMN = 3;

    private final XSSFWorkbook workbook;
    private final XSSFSheet sheet;
    private final XSSFSheet meta;
    private final Language language;
    private final FormWords words;
    private final XSSFDataValidationHelper helper;
    private int lists;

    FormLists(XSSFWorkbook workbook, XSSFSheet sheet, Language language, FormWords words) {
        this.workbook = workbook;
        this.sheet = sheet;
        this.language = language;
        this.words = words;
        this.meta = workbook.createSheet(FormLayout.META);
        this.helper = new XSSFDataValidationHelper(sheet);
        workbook.setSheetVisibility(workbook.getSheetIndex(meta), SheetVisibility.VERY_HIDDEN);
    }

    /** Gives a cell of the form a name. */
    void name(String name, int row, int column) {
        named(name, sheet, new CellReference(row, column, true, true).formatAsString());
    }

    private void named(String name, XSSFSheet where, String cells) {
        Name defined = workbook.createName();
        defined.setNameName(name);
        defined.setRefersToFormula("'" + where.getSheetName().replace("'", "''") + "'!" + cells);
    }

    /** A list to choose from. It lies in the hidden sheet, because a list in the cell itself may only be short. */
    void choices(Question question, int row, int column, List<String> shown) {
        if (shown.isEmpty()) {
            return;
        }
        int listColumn = FIRST_LIST_COLUMN + lists++;
        for (int i = 0; i < shown.size(); i++) {
            XSSFRow target = meta.getRow(i) == null ? meta.createRow(i) : meta.getRow(i);
            target.createCell(listColumn).setCellValue(shown.get(i));
        }
        String list = "rr_list_" + lists;
        named(
                list,
                meta,
                new CellReference(0, listColumn, true, true).formatAsString() + ":"
                        + new CellReference(shown.size() - 1, listColumn, true, true).formatAsString());
        DataValidation check = validation(helper.createFormulaListConstraint(list), row, column);
        warn(check, "forms.out.list");
    }

    /** Offers tick and no tick, and accepts whatever else is typed. */
    void ticks(int row, int column) {
        DataValidation check = validation(
                helper.createExplicitListConstraint(new String[] {FormLayout.TICKED, FormLayout.UNTICKED}),
                row,
                column);
        check.setShowErrorBox(false);
        sheet.addValidationData(check);
    }

    /** Asks for a day. A bare year typed into such a cell would turn into a day in 1905 without it. */
    void days(int row, int column) {
        DataValidation check = validation(
                helper.createDateConstraint(
                        DataValidationConstraint.OperatorType.GREATER_THAN, "DATE(1950,1,1)", null, "yyyy-mm-dd"),
                row,
                column);
        warn(check, "forms.out.date");
    }

    private DataValidation validation(DataValidationConstraint constraint, int row, int column) {
        return helper.createValidation(constraint, new CellRangeAddressList(row, row, column, column));
    }

    private void warn(DataValidation check, String key) {
        // Warn, do not forbid: an answer that does not fit is better than none.
        check.setErrorStyle(DataValidation.ErrorStyle.WARNING);
        check.setShowErrorBox(true);
        check.createErrorBox(words.text(language, key + ".title"), words.text(language, key + ".text"));
        check.setEmptyCellAllowed(true);
        sheet.addValidationData(check);
    }

    /** Says in the hidden sheet, and again in the file's properties, what the form is and who it is for. */
    void marks(Questionnaire questionnaire, Respondent respondent) {
        String[][] marks = {
            {FormLayout.MARK_SURVEY, questionnaire.survey().toString()},
            {FormLayout.MARK_RESPONDENT, respondent.id().toString()},
            {FormLayout.MARK_NAME, respondent.nameIn(language)},
            {FormLayout.MARK_LANGUAGE, language.code()},
            {FormLayout.MARK_VERSION, questionnaire.version()}
        };
        POIXMLProperties properties = workbook.getProperties();
        for (int i = 0; i < marks.length; i++) {
            XSSFRow row = meta.getRow(i) == null ? meta.createRow(i) : meta.getRow(i);
            row.createCell(0).setCellValue(marks[i][0]);
            row.createCell(1).setCellValue(marks[i][1]);
            properties.getCustomProperties().addProperty(marks[i][0], marks[i][1]);
        }
        properties.getCoreProperties().setTitle(questionnaire.title().text(language));
        properties.getCoreProperties().setCreator("Rapporteur");
        meta.protectSheet("");
    }
}
