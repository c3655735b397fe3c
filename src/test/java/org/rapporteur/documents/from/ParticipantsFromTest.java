package org.rapporteur.documents.from;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.document.DocumentKinds;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.participant.ParticipantKinds;
import org.rapporteur.core.participant.TakingPart;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.core.text.Language;
import org.rapporteur.documents.DocumentSamples;
import org.rapporteur.documents.build.ParticipantsDocument;
import org.rapporteur.documents.build.ParticipantsInput;
import org.rapporteur.documents.model.Block;
import org.rapporteur.documents.model.Inline;
import org.rapporteur.documents.model.Table;
import org.rapporteur.documents.model.TextDocument;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

/** The list of participants: who is on it, in which order, and that its figures are those of its lines. */
class ParticipantsFromTest {
    @TempDir
    Path folder;

    private Workspace workspace;
    private UUID meeting;

    @BeforeEach
    void open() {
        workspace = TestWorkspaces.create(folder.resolve("w"));
        meeting = write(tx ->
                tx.insert(MeetingKinds.MEETING, Values.of("name_en", "Meeting").with("status", "planned")));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private UUID write(java.util.function.Function<Transaction, UUID> work) {
        return workspace.changes().write(Label.of("step.add"), work::apply);
    }

    /** A delegation of a State; names in en, fr, es, ar, zh, ru. */
    private UUID delegation(String status, String... names) {
        return write(tx -> {
            Values party = Values.of("category", "state");
            for (int i = 0; i < names.length; i++) {
                party.with("name_" + Language.all().get(i).code(), names[i]);
            }
            return tx.insert(
                    ParticipantKinds.DELEGATION,
                    Values.of("meeting", meeting)
                            .with("party", tx.insert(PartyKinds.PARTY, party))
                            .with("status", status));
        });
    }

    private void delegate(UUID delegation, String role, String family, String attendance) {
        write(tx -> tx.insert(
                ParticipantKinds.DELEGATE,
                Values.of("delegation", delegation)
                        .with("person", tx.insert(ParticipantKinds.PERSON, Values.of("family_name", family)))
                        .with("role", role)
                        .with("attendance", attendance)
                        .with("position", "a0")));
    }

    private ParticipantsInput read(Language language) {
        return new ParticipantsFrom(new Source(workspace, language, Clock.systemUTC())).read(meeting, false);
    }

    private static List<String> lines(TextDocument document, boolean parties) {
        List<String> lines = new ArrayList<>();
        for (Block block : document.blocks()) {
            if (block instanceof Table table) {
                for (Table.Row row : table.rows()) {
                    if (parties == (row.kind() == Table.RowKind.GROUP)) {
                        StringBuilder text = new StringBuilder();
                        row.cells().getFirst().paragraphs().getFirst().forEach(inline -> {
                            if (inline instanceof Inline.Text words) {
                                text.append(words.text());
                            }
                        });
                        lines.add(text.toString());
                    }
                }
            }
        }
        return lines;
    }

    @Test
    void whereAttendanceWasTakenOnlyThoseWhoCameAreListedAndCounted() {
        UUID kenya = delegation("confirmed", "Kenya");
        delegate(kenya, "head", "Expected", "expected");
        delegate(kenya, "expert", "Present", "present");
        delegate(kenya, "expert", "Remote", "remote");
        delegate(kenya, "expert", "Registered", "registered");
        UUID ghana = delegation("confirmed", "Ghana");
        delegate(ghana, "head", "Nobody", "");
        assertEquals(5, people(read(Language.EN)));
        write(tx -> {
            tx.set(MeetingKinds.MEETING, meeting, "status", "held");
            return meeting;
        });
        assertEquals(2, people(read(Language.EN)));
        assertEquals(
                2,
                TakingPart.count(
                        workspace.find(MeetingKinds.MEETING, meeting).orElseThrow(),
                        workspace.list(Query.partsOf(ParticipantKinds.DELEGATION, meeting)),
                        workspace.list(Query.of(ParticipantKinds.DELEGATE))));
    }

    private static int people(ParticipantsInput input) {
        return input.delegations().stream().mapToInt(d -> d.delegates().size()).sum();
    }

    @Test
    void territoriesAreNoStatesAndObserversAreSaidToBe() {
        UUID greenland = delegation("confirmed", "Greenland");
        delegate(greenland, "head", "Head", "");
        write(tx -> {
            Row row = tx.find(ParticipantKinds.DELEGATION, greenland).orElseThrow();
            tx.set(PartyKinds.PARTY, row.ref("party"), "category", "territory");
            tx.set(ParticipantKinds.DELEGATION, greenland, "capacity", "observer");
            return greenland;
        });
        ParticipantsInput.Delegation one = read(Language.EN).delegations().getFirst();
        assertEquals(ParticipantsInput.Section.TERRITORY, one.section());
        assertTrue(one.observer());
    }

    @Test
    void aListWithContactsIsNoOfficialDocument() {
        UUID kenya = delegation("confirmed", "Kenya");
        delegate(kenya, "head", "Head", "");
        ParticipantsInput input =
                new ParticipantsFrom(new Source(workspace, Language.EN, Clock.systemUTC())).read(meeting, true);
        assertTrue(input.masthead().personal());
        assertEquals("", input.masthead().symbol());
        assertEquals(null, input.masthead().distribution());
    }

    @Test
    void onlyThoseWhoTakePartAreListedAndCounted() {
        UUID kenya = delegation("confirmed", "Kenya");
        delegate(kenya, "expert", "Expert", "");
        delegate(kenya, "interpreter", "Interpreter", "");
        delegate(kenya, "", "Nobodysrole", "");
        delegate(kenya, "adviser", "Absent", "absent");
        delegate(kenya, "adviser", "Adviser", "present");
        delegate(kenya, "guest", "Guest", "");
        delegate(kenya, "alternate", "Alternate", "remote");
        delegate(kenya, "head", "Head", "");
        UUID declined = delegation("declined", "Declined");
        delegate(declined, "head", "Gone", "");
        UUID served = delegation("confirmed", "Only interpreters");
        delegate(served, "interpreter", "Other", "");
        delegation("invited", "Invited");
        delegation("confirmed", "Confirmed without names");
        delegation("to_invite", "Not yet invited");
        ParticipantsInput input = read(Language.EN);
        assertEquals(1, input.delegations().size());
        assertEquals(
                List.of("Head", "Alternate", "Adviser", "Expert", "Nobodysrole", "Guest"),
                input.delegations().getFirst().delegates().stream()
                        .map(d -> d.family().text())
                        .toList());
        assertEquals(
                List.of("Confirmed without names", "Invited"),
                input.awaited().stream().map(p -> p.text()).sorted().toList());
        TextDocument document = new ParticipantsDocument(DocumentSamples.words(Language.EN)).build(input);
        assertEquals(List.of("Kenya"), lines(document, true));
        // The first table counts; the last of its lines is the total.
        Table counts = (Table) document.blocks().stream()
                .filter(Table.class::isInstance)
                .findFirst()
                .orElseThrow();
        Table.Row total = counts.rows().getLast();
        String people =
                ((Inline.Text) total.cells().getLast().paragraphs().getFirst().getFirst()).text();
        assertEquals("6", people);
        assertEquals(6, lines(document, false).size() - counts.rows().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "EN;Austria, Côte d’Ivoire, Gambia, Zambia",
                "FR;Autriche, Côte d’Ivoire, Gambie, Zambie",
                "ES;Austria, Côte d’Ivoire, Gambia, Zambia",
                "AR;زامبيا, غامبيا, كوت ديفوار, النمسا",
                "ZH;奥地利, 冈比亚, 科特迪瓦, 赞比亚",
                "RU;Австрия, Гамбия, Замбия, Кот-д’Ивуар"
            })
    void partiesStandInTheProtocolOrderOfTheLanguage(Language language, String expected) {
        // In the order of entry they are in nobody's order.
        for (String[] names : new String[][] {
            {"Zambia", "Zambie", "Zambia", "زامبيا", "赞比亚", "Замбия"},
            {"Gambia (the)", "Gambie (la)", "Gambia", "غامبيا", "冈比亚", "Гамбия"},
            {"Austria", "Autriche", "Austria", "النمسا", "奥地利", "Австрия"},
            {"Côte d’Ivoire", "Côte d’Ivoire", "Côte d’Ivoire", "كوت ديفوار", "科特迪瓦", "Кот-д’Ивуар"}
        }) {
            delegate(delegation("confirmed", names), "head", "X", "");
        }
        TextDocument document = new ParticipantsDocument(DocumentSamples.words(language)).build(read(language));
        assertEquals(List.of(expected.split(", ")), lines(document, true));
    }

    @Test
    void theStageIsWhatTheRegisterSays() {
        assertEquals(ParticipantsInput.Stage.PROVISIONAL, read(Language.EN).stage());
        for (String symbol : List.of("G/7/INF/1", "G/7/INF/1/Rev.2", "G/7/INF/1/Rev.10", "G/7/INF/1/Rev.9")) {
            write(tx -> tx.insert(
                    DocumentKinds.DOCUMENT,
                    Values.of("meeting", meeting)
                            .with("type", "list_of_participants")
                            .with("title_en", "List")
                            .with("symbol", symbol)));
        }
        ParticipantsInput input = read(Language.EN);
        assertEquals(ParticipantsInput.Stage.REVISED, input.stage());
        assertEquals("G/7/INF/1/Rev.10", input.masthead().symbol());
        write(tx -> {
            tx.set(MeetingKinds.MEETING, meeting, "status", "held");
            return meeting;
        });
        assertEquals(ParticipantsInput.Stage.FINAL, read(Language.EN).stage());
        assertTrue(read(Language.EN).delegations().isEmpty());
        assertFalse(read(Language.EN).masthead().symbol().isEmpty());
    }
}
