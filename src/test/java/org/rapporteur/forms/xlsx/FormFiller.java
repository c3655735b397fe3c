package org.rapporteur.forms.xlsx;

import java.util.UUID;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.rapporteur.core.survey.QuestionType;
import org.rapporteur.core.survey.Questionnaire.Choice;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.forms.FormLayout;
import org.rapporteur.forms.FormLayout.Place;

/** Fills a form in as a person does: types into the cell for the answer, puts an x beside choices. */
public final class FormFiller {
    private final XSSFWorkbook workbook;

    public FormFiller(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    public XSSFSheet sheet() {
        return workbook.getSheetAt(0);
    }

    /** The cell for the answer. */
    public XSSFCell cell(UUID question, UUID choice) {
        Name name = workbook.getName(FormLayout.name(new Place(question, choice)));
        CellReference at = new CellReference(name.getRefersToFormula());
        return workbook.getSheet(at.getSheetName()).getRow(at.getRow()).getCell(at.getCol());
    }

    public void type(Question question, String text) {
        XSSFCell cell = cell(question.id(), null);
        if (question.type() == QuestionType.DATE && text.matches("\\d{4}-\\d\\d-\\d\\d")) {
            cell.setCellValue(java.time.LocalDate.parse(text));
        } else {
            cell.setCellValue(text);
        }
    }

    public void tick(Question question, Choice choice, String mark) {
        cell(question.id(), choice.id()).setCellValue(mark);
    }

    public void fill(FormWorld world) {
        for (FormWorld.Given given : world.given.values()) {
            Question question = given.question();
            if (question.type() == QuestionType.MULTIPLE) {
                String[] marks = {"x", "X", FormLayout.TICKED, "✓"};
                given.values()
                        .forEach(code -> tick(
                                question,
                                question.choice(code).orElseThrow(),
                                marks[Math.floorMod(code.hashCode(), marks.length)]));
            } else {
                type(question, given.typed());
            }
        }
    }
}
