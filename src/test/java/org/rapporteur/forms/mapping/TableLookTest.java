package org.rapporteur.forms.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.survey.QuestionType;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.text.Language;
import org.rapporteur.forms.table.TableHeader.Column;
import org.rapporteur.forms.table.TableOptions;
import org.rapporteur.i18n.Messages;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

/** A table that is looked at before it is taken in, and its mapping changed column by column. */
class TableLookTest {
    private final Messages messages = new Messages(Language.EN);
    private final TableImport.Target target = TableImport.Target.named("look");
    private Workspace workspace;

    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        workspace = TestWorkspaces.create(folder.resolve("workspace"));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("t.csv"), text);
    }

    private TableLook look(Path file, Mapping mapping) {
        return table().look(file, TableOptions.DETECT, mapping, target, ImportProgress.NONE, false);
    }

    private TableImport table() {
        return new TableImport(workspace.changes(), messages::text);
    }

    private static Column column(TableLook look, String name) {
        return look.header().columns().get(look.header().find(name).orElseThrow());
    }

    @Test
    void whatIsShownOfEachRowIsWhatImportingDoes() throws IOException {
        Path file = file("Name,Q1,Q2\nA,x,1\nB,,\nA,y,2\n,z,3\n");
        Mapping mapping = MappingJson.read(
                "{\"respondent\": {\"column\": \"Name\"}, \"rows\": \"answer\", \"questions\": ["
                        + "{\"code\": \"Q1\", \"label\": \"Q1\", \"type\": \"text\", \"answer\": \"Q1\"},"
                        + "{\"code\": \"Q2\", \"label\": \"Q2\", \"type\": \"integer\", \"answer\": \"Q2\"}]}",
                "m");
        TableLook look = look(file, mapping);
        assertEquals(
                List.of(RowFate.NEW_RESPONDENT, RowFate.REFUSED, RowFate.ADDED, RowFate.REFUSED),
                look.rows().stream().map(SeenRow::fate).toList());
        assertEquals(
                "forms.table.noRespondent", look.rows().get(3).why().getFirst().key());
        assertEquals(0, workspace.count(Query.of(SurveyKinds.SURVEY)));
        assertEquals(1, look.respondents());
        assertEquals(4, look.answers());
        TableReport report = table().run(file, TableOptions.DETECT, mapping, target, ImportProgress.NONE);
        assertEquals(look.report().orElseThrow().added(), report.added());
        assertEquals(look.answers(), workspace.count(Query.of(SurveyKinds.ANSWER)));
        // A changed one waits for the end, where its earlier version is found; it is told beside its own row.
        TableLook again = look(file("Name,Q1,Q2\nA,x,1\nA,yy,2\nC,w,4\n"), mapping);
        assertEquals(
                List.of(RowFate.SAME, RowFate.CHANGED, RowFate.ADDED),
                again.rows().stream().map(SeenRow::fate).toList());
    }

    @Test
    void aTableThatCannotBeTakenIsShownWithTheReason() throws IOException {
        Path file = file("Name,Q1\nA,x\n");
        Mapping other = MappingJson.read(
                "{\"respondent\": {\"column\": \"Who\"}, \"questions\": ["
                        + "{\"code\": \"Q1\", \"label\": \"Q1\", \"type\": \"text\", \"answer\": \"Q1\"}]}",
                "m");
        TableLook look = look(file, other);
        assertTrue(look.report().isEmpty());
        assertEquals("MAP-04", look.problem().orElseThrow().code());
        assertEquals(RowFate.NOT_TRIED, look.rows().getFirst().fate());
        assertEquals("x", look.rows().getFirst().text(1));
        assertFalse(new MappingEdit(look.header()).fits(other));
    }

    @Test
    void aLookCanBeStoppedAndLeavesNothing() throws IOException {
        String rows = IntStream.range(0, 2_000).mapToObj(i -> "N" + i + ",x").collect(Collectors.joining("\n"));
        Path file = file("Name,Q1\n" + rows + "\n");
        assertThrows(
                CancellationException.class,
                () -> table().look(file, TableOptions.DETECT, null, target, done -> done < 1_000, false));
        assertEquals(0, workspace.count(Query.of(SurveyKinds.SURVEY)));
    }

    @Test
    void namesThatComeAgainMakeEveryRowOneAnswer() throws IOException {
        TableLook look = look(file("Country,Text\nA,one thing\nB,another\nA,a third\n"), null);
        assertEquals(Mapping.Rows.ANSWER, look.mapping().rows());
        assertEquals("Country", look.mapping().respondent().name().column());
        assertEquals(3, look.report().orElseThrow().added());
    }

    @Test
    void everyUseOfEveryColumnCanBeChosenAndTakenBack() throws IOException {
        TableLook look = look(file("Name,Q1,a,b,Themes,Note\nA,x,1,0,t,n\nB,y,0,1,u,m\n"), null);
        MappingEdit edit = new MappingEdit(look.header());
        for (Column column : look.header().columns()) {
            for (ColumnUse use : ColumnUse.values()) {
                Mapping base = edit.with(
                        edit.with(look.mapping(), column, ColumnUse.NONE, null),
                        column(look, column.key().equals("Q1") ? "a" : "Q1"),
                        ColumnUse.QUESTION,
                        QuestionType.TEXT);
                Mapping changed = edit.with(base, column, use, QuestionType.INTEGER);
                assertEquals(use, edit.use(changed, column), column.key() + " as " + use);
                assertTrue(edit.fits(changed));
                Mapping back = edit.with(changed, column, ColumnUse.NONE, null);
                assertEquals(ColumnUse.NONE, edit.use(back, column), column.key() + " no more " + use);
                assertTrue(edit.left(back).contains(column));
            }
        }
    }

    @Test
    void ticksBesideEachOtherAreOneQuestion() throws IOException {
        TableLook look = look(file("Name,Q1,a,b,Note\nA,x,1,0,n\nB,y,0,1,m\n"), null);
        MappingEdit edit = new MappingEdit(look.header());
        Mapping mapping = look.mapping();
        for (String name : List.of("b", "a")) {
            mapping = edit.with(mapping, column(look, name), ColumnUse.TICK, null);
        }
        Mapping.Asked asked = edit.question(mapping, column(look, "a")).orElseThrow();
        assertEquals(
                List.of("a", "b"),
                asked.ticks().stream().map(Mapping.Tick::column).toList());
        assertEquals(
                4, look(folder.resolve("t.csv"), mapping).report().orElseThrow().added() * 2);
    }

    @Test
    void aDayWithTwoReadingsNamesBoth() throws IOException {
        Mapping mapping = MappingJson.read(
                "{\"respondent\": {\"column\": \"Name\"}, \"questions\": ["
                        + "{\"code\": \"D\", \"label\": \"D\", \"type\": \"date\", \"answer\": \"D\"}]}",
                "m");
        TableLook look = look(file("Name,D\nA,03/04/2024\nB,03/03/2024\nC,soon\n"), mapping);
        assertEquals(
                List.of("A: D: “03/04/2024” was not understood (can be 2024-04-03 or 2024-03-04)."),
                look.rows().stream()
                        .filter(row -> row.text(0).equals("A"))
                        .map(row -> "A: " + messages.text(row.why().getFirst()))
                        .toList());
        assertTrue(look.rows().get(1).why().isEmpty());
        assertFalse(messages.text(look.rows().get(2).why().getFirst()).contains("can be 2"));
    }

    private List<String> choices() {
        return workspace.list(Query.of(SurveyKinds.CHOICE)).stream()
                .map(row -> row.text("code"))
                .sorted()
                .toList();
    }

    @Test
    void whatOnlyARefusedRowSaysIsNoChoice() throws IOException {
        for (String key : List.of("", ", \"key\": \"Id\"")) {
            Path file =
                    file("Id,Name,C\n1,A,Red\n2,B,Green\n" + (key.isEmpty() ? "3,A,Blue\n" : "2,C,Blue\n,D,Grey\n"));
            Mapping mapping = MappingJson.read(
                    "{\"respondent\": {\"column\": \"Name\"}, \"rows\": \"respondent\"" + key + ", \"questions\": ["
                            + "{\"code\": \"C\", \"label\": \"C\", \"type\": \"single\", \"answer\": \"C\"}]}",
                    "m");
            TableReport report = table().run(file, TableOptions.DETECT, mapping, target, ImportProgress.NONE);
            assertEquals(key.isEmpty() ? 1 : 2, report.refused());
            assertEquals(List.of("Green", "Red"), choices());
            workspace.undo().undo();
        }
    }

    @Test
    void separatorsWithNothingBetweenThemAreAsBlankAsABlankCell() throws IOException {
        Mapping mapping = MappingJson.read(
                "{\"respondent\": {\"column\": \"Name\"}, \"rows\": \"respondent\", \"questions\": ["
                        + "{\"code\": \"C\", \"label\": \"C\", \"type\": \"multiple\", \"answer\": \"C\"}]}",
                "m");
        TableLook look = look(file("Name,C\nA,x;y\nB,\nC,;\nD, ; ;\n"), mapping);
        assertEquals(
                List.of(RowFate.NEW_RESPONDENT, RowFate.REFUSED, RowFate.REFUSED, RowFate.REFUSED),
                look.rows().stream().map(SeenRow::fate).toList());
    }

    @Test
    void oneSignMakesNobodySureOfAnEncoding() throws IOException {
        Path file = Files.write(
                folder.resolve("one.csv"),
                "Name,Q1\nCaf\u00e9 owners,x\nB,y\n".getBytes(java.nio.charset.Charset.forName("windows-1252")));
        TableLook look = look(file, null);
        assertTrue(
                look.info().encoding().orElseThrow().confidence() < org.rapporteur.forms.table.TableInfo.Encoding.SURE);
        assertTrue(look.unsureEncoding()
                || look.report().orElseThrow().notices().stream()
                        .anyMatch(notice -> notice.reason().key().equals("table.guess.encoding")));
    }
}
