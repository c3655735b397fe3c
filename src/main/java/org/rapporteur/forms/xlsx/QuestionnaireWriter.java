package org.rapporteur.forms.xlsx;

import com.ibm.icu.text.DateFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.rapporteur.core.survey.ChoiceReading;
import org.rapporteur.core.survey.QuestionType;
import org.rapporteur.core.survey.Questionnaire;
import org.rapporteur.core.survey.Questionnaire.Choice;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.survey.Respondent;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.Multilingual;
import org.rapporteur.forms.FormLayout;
import org.rapporteur.forms.FormLayout.Place;
import org.rapporteur.forms.FormWords;

/**
 * Writes the questionnaire of a survey for one respondent as a workbook: one question a row, a multiple choice with a
 * row for each choice. Labels are protected without a password, answers and comments are free.
 */
public final class QuestionnaireWriter {
    private static final int[] WIDTHS = {2, 7, 58, 62, 34};
    private static final float LINE = 15f;
    private static final float LONG_ANSWER = 9 * LINE;
    private static final LocalDate EXAMPLE = LocalDate.of(2017, 10, 10);

    private final FormWords words;

    public QuestionnaireWriter(FormWords words) {
        this.words = words;
    }

    /**
     * Writes the form in the respondent's language, in English where the survey has no words in it. The same input
     * gives the same bytes. Does not close the stream.
     */
    public void write(Questionnaire questionnaire, Respondent respondent, OutputStream out) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            new Page(workbook, questionnaire, respondent).build();
            StableZip.write(workbook, out);
        }
    }

    /** One form while it is built. */
    private final class Page {
        private final XSSFWorkbook workbook;
        private final Questionnaire questionnaire;
        private final Respondent respondent;
        private final Language language;
        private final FormStyles styles;
        private final XSSFSheet sheet;
        private final FormLists lists;
        private int next;

        Page(XSSFWorkbook workbook, Questionnaire questionnaire, Respondent respondent) {
            this.workbook = workbook;
            this.questionnaire = questionnaire;
            this.respondent = respondent;
            this.language = respondent.language();
            this.styles = new FormStyles(workbook, language);
            this.sheet = workbook.createSheet(words.text(language, "forms.out.sheet"));
            this.lists = new FormLists(workbook, sheet, language, words);
        }

        void build() {
            for (int i = 0; i < WIDTHS.length; i++) {
                sheet.setColumnWidth(i, WIDTHS[i] * 256);
            }
            sheet.setColumnHidden(FormLayout.KEY, true);
            sheet.setRightToLeft(language.rtl());
            sheet.setDisplayGridlines(false);
            above();
            int headRow = heads();
            questionnaire.questions().forEach(this::question);
            next++;
            spread(words.text(language, "forms.out.closing"), styles.strong);
            page(headRow);
            protect();
            lists.marks(questionnaire, respondent);
        }

        private void above() {
            spread(text(questionnaire.title()), styles.title);
            if (questionnaire.illustrative()) {
                spread(words.text(language, "forms.out.illustrative"), styles.hint);
            }
            XSSFRow who = row();
            cell(who, FormLayout.LABEL, words.text(language, "forms.out.respondent"), styles.text);
            cell(who, FormLayout.ANSWER, respondent.nameIn(language), styles.strong);
            lists.name(FormLayout.RESPONDENT_NAME, who.getRowNum(), FormLayout.ANSWER);
            due().ifPresent(day -> {
                XSSFRow when = row();
                cell(when, FormLayout.LABEL, words.text(language, "forms.out.due"), styles.text);
                cell(when, FormLayout.ANSWER, day, styles.strong);
            });
            next++;
            String introduction = text(questionnaire.introduction());
            if (!introduction.isBlank()) {
                spread(introduction, styles.text);
                next++;
            }
            spread(words.text(language, "forms.out.how"), styles.strong);
            for (String what : List.of("cells", "lists", "comment", "return")) {
                spread("\u2022 " + words.text(language, "forms.out.how." + what), styles.text);
            }
            next++;
        }

        private Optional<String> due() {
            String day = respondent.dueOn().isBlank() ? questionnaire.dueOn() : respondent.dueOn();
            try {
                DateFormat format = DateFormat.getDateInstance(DateFormat.LONG, language.icuLocale());
                format.setTimeZone(com.ibm.icu.util.TimeZone.GMT_ZONE);
                return Optional.of(format.format(Date.from(
                        LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant())));
            } catch (DateTimeParseException none) {
                return day.isBlank() ? Optional.empty() : Optional.of(day);
            }
        }

        private int heads() {
            XSSFRow row = row();
            row.setHeightInPoints(1.6f * LINE);
            cell(row, FormLayout.NUMBER, words.text(language, "forms.out.number"), styles.head);
            cell(row, FormLayout.LABEL, words.text(language, "forms.out.question"), styles.head);
            cell(row, FormLayout.ANSWER, words.text(language, "forms.out.answer"), styles.head);
            cell(row, FormLayout.COMMENT, words.text(language, "forms.out.comment"), styles.head);
            return row.getRowNum();
        }

        private void question(Question question) {
            XSSFRow row = row();
            cell(row, FormLayout.NUMBER, question.code(), styles.number);
            XSSFCell label = row.createCell(FormLayout.LABEL);
            label.setCellStyle(question.type() == QuestionType.NOTE ? styles.note : styles.label);
            label.setCellValue(rich(question));
            size(row, label.getStringCellValue(), question.type());
            if (question.type() == QuestionType.NOTE) {
                cell(row, FormLayout.ANSWER, "", styles.closed);
                cell(row, FormLayout.COMMENT, "", styles.closed);
                return;
            }
            Place place = new Place(question.id(), null);
            keyed(row, place);
            cell(row, FormLayout.COMMENT, "", styles.comment);
            if (question.type() == QuestionType.MULTIPLE && !question.choices().isEmpty()) {
                cell(row, FormLayout.ANSWER, words.text(language, "forms.out.hint.multiple"), styles.closed);
                question.choices().forEach(choice -> option(question, choice));
                return;
            }
            boolean date = question.type() == QuestionType.DATE;
            cell(row, FormLayout.ANSWER, "", date ? styles.answerDate : styles.answer);
            lists.name(FormLayout.name(place), row.getRowNum(), FormLayout.ANSWER);
            if (date) {
                lists.days(row.getRowNum(), FormLayout.ANSWER);
            } else if (question.type().closed()) {
                lists.choices(question, row.getRowNum(), FormLayout.ANSWER, shown(question));
            }
        }

        /** Room for the label and for an answer; the row still grows when more is typed. */
        private void size(XSSFRow row, String label, QuestionType type) {
            int cut = label.indexOf('\n');
            float lines = cut < 0
                    ? height(label, WIDTHS[FormLayout.LABEL], styles.strong)
                    : height(label.substring(0, cut), WIDTHS[FormLayout.LABEL], styles.strong)
                            + height(label.substring(cut + 1), WIDTHS[FormLayout.LABEL], styles.hint);
            float answer =
                    switch (type) {
                        case LONG_TEXT -> LONG_ANSWER;
                        case TEXT -> 3 * LINE;
                        default -> LINE;
                    };
            row.setHeightInPoints(Math.max(lines + 4, answer));
            row.getCTRow().setCustomHeight(false);
        }

        private List<String> shown(Question question) {
            return question.choices().stream()
                    .map(choice -> {
                        String label = text(choice.label());
                        return question.type() == QuestionType.SCALE
                                ? ChoiceReading.shown(choice, label)
                                : label.isBlank() ? choice.code() : label;
                    })
                    .toList();
        }

        private void option(Question question, Choice choice) {
            XSSFRow row = row();
            Place place = new Place(question.id(), choice.id());
            keyed(row, place);
            cell(row, FormLayout.NUMBER, "", styles.number);
            String label = text(choice.label());
            cell(row, FormLayout.LABEL, label.isBlank() ? choice.code() : label, styles.option);
            row.setHeightInPoints(height(label, WIDTHS[FormLayout.LABEL] - 4, styles.option) + 1);
            row.getCTRow().setCustomHeight(false);
            cell(row, FormLayout.ANSWER, FormLayout.UNTICKED, styles.tick);
            cell(row, FormLayout.COMMENT, "", styles.comment);
            lists.name(FormLayout.name(place), row.getRowNum(), FormLayout.ANSWER);
            lists.ticks(row.getRowNum(), FormLayout.ANSWER);
        }

        /** The question in plain letters, below it in small grey ones how to answer it. */
        private XSSFRichTextString rich(Question question) {
            List<String> small = new ArrayList<>();
            String help = text(question.help());
            if (!help.isBlank()) {
                small.add(help);
            }
            if (question.type() == QuestionType.DATE) {
                small.add(words.text(language, "forms.out.hint.date", EXAMPLE.toString()));
            } else if (help.isBlank() && !question.type().open() && question.type() != QuestionType.MULTIPLE) {
                small.add(
                        words.text(language, "forms.out.hint." + question.type().code()));
            }
            if (question.required()) {
                small.add(words.text(language, "forms.out.required"));
            }
            if (question.label().in(language).isEmpty() && !question.label().isEmpty()) {
                small.add(words.text(language, "forms.out.fallback"));
            }
            XSSFRichTextString rich = new XSSFRichTextString();
            rich.append(text(question.label()), styles.boldFont);
            if (!small.isEmpty()) {
                rich.append("\n" + String.join(" ", small), styles.hintFont);
            }
            return rich;
        }

        private void page(int headRow) {
            sheet.setFitToPage(true);
            sheet.getPrintSetup().setLandscape(true);
            sheet.getPrintSetup().setPaperSize(PaperSize.A4_PAPER);
            sheet.getPrintSetup().setFitWidth((short) 1);
            sheet.getPrintSetup().setFitHeight((short) 0);
            sheet.setRepeatingRows(new CellRangeAddress(headRow, headRow, -1, -1));
            // An ampersand is a command in headers and footers unless doubled.
            sheet.getFooter().setLeft(text(questionnaire.title()).replace("&", "&&"));
            sheet.getFooter().setRight("&P / &N");
            workbook.setPrintArea(0, FormLayout.NUMBER, FormLayout.COMMENT, 0, next - 1);
            sheet.addIgnoredErrors(
                    new CellRangeAddress(headRow, next, FormLayout.ANSWER, FormLayout.COMMENT),
                    IgnoredErrorType.NUMBER_STORED_AS_TEXT);
        }

        private void protect() {
            sheet.enableLocking();
            sheet.lockFormatRows(false);
            sheet.lockFormatColumns(false);
            sheet.lockFormatCells(false);
            sheet.lockInsertRows(false);
            sheet.lockSelectLockedCells(false);
            sheet.lockSelectUnlockedCells(false);
            sheet.lockObjects(false);
        }

        private void keyed(XSSFRow row, Place place) {
            row.createCell(FormLayout.KEY).setCellValue(FormLayout.key(place));
        }

        private XSSFRow row() {
            return sheet.createRow(next++);
        }

        private XSSFCell cell(XSSFRow row, int column, String text, XSSFCellStyle style) {
            XSSFCell cell = row.createCell(column);
            cell.setCellStyle(style);
            if (!text.isEmpty()) {
                cell.setCellValue(text);
            }
            return cell;
        }

        /** A line across all columns that are seen; merged cells do not find their height by themselves. */
        private void spread(String text, XSSFCellStyle style) {
            XSSFRow row = row();
            cell(row, FormLayout.NUMBER, text, style);
            sheet.addMergedRegion(
                    new CellRangeAddress(row.getRowNum(), row.getRowNum(), FormLayout.NUMBER, FormLayout.COMMENT));
            int width = 0;
            for (int i = FormLayout.NUMBER; i < WIDTHS.length; i++) {
                width += WIDTHS[i];
            }
            row.setHeightInPoints(height(text, width, style));
        }

        private float height(String text, int width, XSSFCellStyle style) {
            float points = style.getFont().getFontHeightInPoints();
            double room = width * 11.5 / points;
            int lines = 0;
            for (String part : text.split("\n", -1)) {
                double length = part.codePoints()
                        .mapToDouble(c -> c >= 0x2E80 && c < 0xFF61 ? 2.05 : 1)
                        .sum();
                lines += Math.max(1, (int) Math.ceil(length / room));
            }
            return Math.min(400, lines * points * 1.4f + 3);
        }

        private String text(Multilingual text) {
            return text.text(language);
        }
    }
}
