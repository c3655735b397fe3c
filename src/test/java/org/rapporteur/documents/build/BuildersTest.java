package org.rapporteur.documents.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapporteur.core.text.Language;
import org.rapporteur.documents.DocumentSamples;
import org.rapporteur.documents.build.SurveySummaryInput.Permission;
import org.rapporteur.documents.model.Block;
import org.rapporteur.documents.model.Figure;
import org.rapporteur.documents.model.Inline;
import org.rapporteur.documents.model.Phrase;
import org.rapporteur.documents.model.Table;
import org.rapporteur.documents.model.TextDocument;

/** What the builders put into documents, and in which order. */
class BuildersTest {

    private static String words(List<Inline> line) {
        StringBuilder words = new StringBuilder();
        for (Inline inline : line) {
            if (inline instanceof Inline.Text text) {
                words.append(text.text());
            } else if (inline instanceof Inline.Link link) {
                words.append(link.text());
            }
        }
        return words.toString();
    }

    private static List<Table> tables(TextDocument document) {
        return document.blocks().stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
    }

    private static List<String> column(Table table, int column) {
        return table.rows().stream()
                .filter(row -> column < row.cells().size())
                .map(row -> words(row.cells().get(column).paragraphs().get(0)))
                .toList();
    }

    private static List<String> paragraphs(TextDocument document) {
        return document.blocks().stream()
                .filter(Block.Paragraph.class::isInstance)
                .map(block -> words(((Block.Paragraph) block).content()))
                .toList();
    }

    @Test
    void partiesStandInTheOrderOfTheAlphabetAndPeopleInThatOfTheirRole() {
        TextDocument document = new ParticipantsDocument(DocumentSamples.words(Language.EN))
                .build(DocumentSamples.participants(Language.EN, false));
        List<String> names = column(tables(document).get(2), 0);
        assertEquals(
                List.of("Delta Dialogue", "H.E. Mr Omar\u00A0First", "Dr Ines\u00A0Second", "Ms Lea\u00A0Third"),
                names.subList(0, 4));
        assertEquals("Écho Process (EP)", names.get(4));
        assertEquals("Zeta Process (ZP)", names.get(8));
    }

    @Test
    void addressesArePrintedOnlyWhenAskedFor() {
        String without = everything(DocumentSamples.participants(Language.EN, false));
        String with = everything(DocumentSamples.participants(Language.EN, true));
        assertFalse(without.contains("@") || without.contains("+351"));
        assertTrue(with.contains("first@example.org") && with.contains("+351"));
    }

    /** All words of all tables of a list of participants. */
    private static String everything(ParticipantsInput input) {
        StringBuilder all = new StringBuilder();
        for (Table table : tables(new ParticipantsDocument(DocumentSamples.words(Language.EN)).build(input))) {
            table.rows()
                    .forEach(row -> row.cells()
                            .forEach(cell -> cell.paragraphs()
                                    .forEach(line -> all.append(words(line)).append('\n'))));
        }
        return all.toString();
    }

    @Test
    void theProgrammeIsInTheOrderOfTime() {
        TextDocument document =
                new AgendaDocument(DocumentSamples.words(Language.EN)).build(DocumentSamples.agenda(Language.EN));
        List<Table> tables = tables(document);
        assertEquals(List.of("10:00–11:00", "11:00–11:15"), column(tables.get(1), 0));
        assertEquals(List.of("09:00–10:30"), column(tables.get(2), 0));
        assertEquals(List.of("–"), column(tables.get(3), 0));
        assertTrue(document.blocks().stream()
                .anyMatch(block ->
                        block instanceof Block.Notice notice && notice.kind() == Block.NoticeKind.ILLUSTRATIVE));
    }

    @Test
    void countsStandWithTheirBases() {
        TextDocument document = new SurveySummaryDocument(DocumentSamples.words(Language.EN))
                .build(DocumentSamples.survey(Language.EN));
        List<String> paragraphs = paragraphs(document);
        assertTrue(
                paragraphs.contains(
                        "The questionnaire was sent to 24 entities on 12 January 2026. 20 of the 24 entities"
                                + " asked replied. The figures reflect replies received by 1 March 2026."),
                paragraphs.toString());
        assertTrue(
                paragraphs.contains("19 of the 20 that replied answered this question. The answer of one respondent"
                        + " cannot be counted before a person has looked at it."),
                paragraphs.toString());
        assertTrue(
                paragraphs.contains("“Recruitment costs” was raised by 9 of 20 respondents, in 2 of 2 regions."),
                paragraphs.toString());
        Figure.Matrix matrix = document.blocks().stream()
                .filter(Figure.class::isInstance)
                .map(block -> ((Figure) block).chart())
                .filter(Figure.Matrix.class::isInstance)
                .map(Figure.Matrix.class::cast)
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("Recognition of skills", "Recruitment costs"), matrix.rows());
        assertEquals(new Figure.Share(12, 12), matrix.cells().get(0).get(1));
    }

    @Test
    void aPercentageNeedsABase() {
        TextDocument document = new SurveySummaryDocument(DocumentSamples.words(Language.EN))
                .build(DocumentSamples.survey(Language.EN));
        Table closed = tables(document).stream()
                .filter(table -> table.summary().startsWith("Q1"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("11 of 19", "7 of 19"), column(closed, 1));
        assertEquals(2, closed.columns().size());
    }

    @Test
    void permissionIsKeptAtTheDoor() {
        Phrase secret = Phrase.of("secret", Language.EN);
        java.util.UUID theme = new java.util.UUID(1, 1);
        var counted = new SurveySummaryInput.Excerpt(theme, "Q", secret, Permission.COUNT_ONLY, secret, secret, secret);
        assertTrue(counted.text().isEmpty()
                && counted.paraphrase().isEmpty()
                && counted.respondent().isEmpty());
        var told = new SurveySummaryInput.Excerpt(theme, "Q", secret, Permission.PARAPHRASE, secret, secret, secret);
        assertTrue(told.text().isEmpty()
                && told.respondent().isEmpty()
                && told.translation().isEmpty());
        assertEquals(secret, told.paraphrase());
    }

    @Test
    void quotationsAreSetAsSuchAndAParaphraseNamesNobody() {
        TextDocument document = new SurveySummaryDocument(DocumentSamples.words(Language.EN))
                .build(DocumentSamples.survey(Language.EN));
        List<Block.Quotation> quotations = document.blocks().stream()
                .filter(Block.Quotation.class::isInstance)
                .map(Block.Quotation.class::cast)
                .toList();
        assertEquals(3, quotations.size());
        assertEquals(
                1,
                quotations.stream().filter(quotation -> !quotation.verbatim()).count());
        assertTrue(quotations.stream()
                .filter(quotation -> !quotation.verbatim())
                .allMatch(quotation -> words(quotation.attribution()).contains("respondent not named")));
    }

    @Test
    void figuresThatContradictEachOtherAreRefused() {
        Phrase text = Phrase.of("?", Language.EN);
        assertThrows(
                IllegalArgumentException.class,
                () -> new SurveySummaryInput.ClosedQuestion(
                        new java.util.UUID(1, 1),
                        "Q1",
                        text,
                        SurveySummaryInput.Form.SINGLE,
                        10,
                        11,
                        0,
                        List.of(),
                        List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Figure.Share(3, 2));
        assertThrows(
                IllegalArgumentException.class,
                () -> new RecommendationsInput.Evidence(
                        new Figure.Share(3, 9), new Figure.Share(0, 0), false, List.of(), 2));
    }

    @Test
    void whatTheSourceDoesNotGiveIsNotMadeUp() {
        TextDocument document = new RecommendationsDocument(DocumentSamples.words(Language.EN))
                .build(DocumentSamples.recommendations(Language.EN));
        assertTrue(paragraphs(document).contains("Not in the source."));
        assertTrue(document.blocks().stream()
                .anyMatch(block -> block instanceof Block.Notice notice
                        && words(notice.content()).startsWith("1 of the 2 recommendations is")));
    }

    @ParameterizedTest
    @CsvSource({
        "EN, '10–11 October 2017', 'Tuesday, 10 October 2017'",
        "FR, '10–11 octobre 2017', 'mardi 10 octobre 2017'",
        "ES, '10–11 de octubre de 2017', 'martes, 10 de octubre de 2017'",
        "AR, '10-11 تشرين الأول/أكتوبر 2017', 'الثلاثاء، 10 تشرين الأول/أكتوبر 2017'",
        "ZH, '2017年10月10日至11日', '2017年10月10日星期二'"
    })
    void daysAreWrittenAsTheLanguageWritesThem(Language language, String range, String weekday) {
        Dates dates = new Dates(language);
        LocalDate first = LocalDate.of(2017, 10, 10);
        String written = dates.range(first, first.plusDays(1));
        assertEquals(range, written.replace("\u2009", ""));
        assertEquals(weekday, dates.weekday(first).replace("Tuesday 10", "Tuesday, 10"));
    }

    @Test
    void aSlotEndsAfterMidnightWithoutHarm() {
        assertEquals("23:30–00:15\u00A0(+1)", Dates.slot(LocalTime.of(23, 30), 45));
        assertEquals("23:30–00:00", Dates.slot(LocalTime.of(23, 30), 30));
        assertEquals("09:00", Dates.slot(LocalTime.of(9, 0), 0));
    }
}
