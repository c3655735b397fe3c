package org.rapporteur.storage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.core.search.Search;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

class SearchIndexTest {
    private static final Label LABEL = Label.of("step.test");

    @TempDir
    Path folder;

    private static List<UUID> find(Workspace workspace, String text) {
        return workspace.search().find(text, "en", Set.of(), 20, () -> false).hits().stream()
                .map(Search.Hit::id)
                .toList();
    }

    private static UUID meeting(Workspace workspace, String language, String name) {
        return workspace
                .changes()
                .write(LABEL, tx -> tx.insert(MeetingKinds.MEETING, Values.of("name_" + language, name)));
    }

    @Test
    void inflectedWordsAreFoundInSixLanguages() {
        try (Workspace workspace = TestWorkspaces.create(folder.resolve("w"))) {
            UUID en = meeting(workspace, "en", "Recommendations on the rights of migrants");
            UUID fr = meeting(workspace, "fr", "Consultations régionales sur les travailleurs migrants");
            UUID es = meeting(workspace, "es", "Conferencias sobre la protección consular");
            UUID ar = meeting(workspace, "ar", "المشاورات الإقليمية بشأن المهاجرين");
            UUID zh = meeting(workspace, "zh", "全球移民问题区域磋商会议");
            UUID ru = meeting(workspace, "ru", "Региональные консультации по вопросам миграции");
            assertEquals(List.of(en), find(workspace, "recommendation"));
            assertEquals(List.of(fr), find(workspace, "consultation régionale"));
            assertEquals(List.of(es), find(workspace, "conferencia"));
            assertEquals(List.of(ar), find(workspace, "مهاجر"));
            assertEquals(List.of(zh), find(workspace, "区域磋商"));
            assertEquals(List.of(ru), find(workspace, "региональных"));
        }
    }

    @Test
    void theIndexFollowsEditsDeletionsAndUndo() {
        try (Workspace workspace = TestWorkspaces.create(folder.resolve("w"))) {
            UUID id = meeting(workspace, "en", "Colombo");
            assertEquals(List.of(id), find(workspace, "Colombo"));
            workspace.changes().run(LABEL, tx -> tx.set(MeetingKinds.MEETING, id, "name_en", "Budapest"));
            assertEquals(List.of(), find(workspace, "Colombo"));
            assertEquals(List.of(id), find(workspace, "Budapest"));
            workspace.changes().run(LABEL, tx -> tx.delete(MeetingKinds.MEETING, id));
            assertEquals(List.of(), find(workspace, "Budapest"));
            workspace.undo().undo();
            workspace.undo().undo();
            assertEquals(List.of(id), find(workspace, "Colombo"));
        }
    }

    @Test
    void aSearchThatFindsNothingHasLookedAtEverything() {
        try (Workspace workspace = TestWorkspaces.create(folder.resolve("w"))) {
            Search search = workspace.search();
            long seed = 11;
            Random random = new Random(seed);
            List<UUID> expected = new ArrayList<>();
            UUID survey = workspace
                    .changes()
                    .write(LABEL, tx -> tx.insert(SurveyKinds.SURVEY, Values.of("title_en", "Survey")));
            workspace.changes().run(LABEL, tx -> {
                UUID respondent = tx.insert(
                        SurveyKinds.RESPONDENT, Values.of("survey", survey).with("name", "ECOWAS"));
                UUID response = tx.insert(SurveyKinds.RESPONSE, Values.of("respondent", respondent));
                for (int i = 0; i < 3_000; i++) {
                    boolean rare = random.nextInt(500) == 0;
                    UUID answer = tx.insert(
                            SurveyKinds.ANSWER,
                            Values.of("response", response)
                                    .with("respondent", respondent)
                                    .with("body", rare ? "xylophone " + i : "ordinary text " + i));
                    if (rare) {
                        expected.add(answer);
                    }
                }
            });
            Search.Found found = search.find("xylophone", "en", Set.of("answer"), 20, () -> false);
            assertEquals(
                    Set.copyOf(expected),
                    Set.copyOf(found.hits().stream().map(Search.Hit::id).toList()),
                    "seed 11");
            assertTrue(found.complete());
            assertEquals(expected.size(), found.total());
            assertEquals("ECOWAS", found.hits().getFirst().context());
            assertEquals(0, search.behind());
            assertTrue(
                    search.find("zzzz", "en", Set.of(), 20, () -> false).hits().isEmpty());
        }
    }

    @Test
    void anIndexThatIsGoneDamagedOrStrangeIsMadeAnew() throws Exception {
        Path place = folder.resolve("w");
        UUID id;
        try (Workspace workspace = TestWorkspaces.create(place)) {
            id = meeting(workspace, "en", "Almaty");
            assertEquals(List.of(id), find(workspace, "Almaty"));
        }
        Files.writeString(place.resolve("search.db"), "not a database at all, really not".repeat(100));
        try (Workspace workspace = TestWorkspaces.open(place)) {
            assertEquals(List.of(id), find(workspace, "Almaty"));
            workspace.search().rebuild(done -> {});
            assertEquals(List.of(id), find(workspace, "Almaty"));
        }
        Files.delete(place.resolve("search.db"));
        try (Workspace workspace = Workspace.open(place, Workspace.Mode.READ, TestWorkspaces.surroundings())) {
            assertEquals(List.of(id), find(workspace, "Almaty"));
        }
        assertFalse(Files.exists(place.resolve("search.db")));
    }

    @Test
    void whatIsTypedIsNeverSyntax() {
        try (Workspace workspace = TestWorkspaces.create(folder.resolve("w"))) {
            UUID id = workspace
                    .changes()
                    .write(
                            LABEL,
                            tx -> tx.insert(
                                    PartyKinds.PARTY,
                                    Values.of("name_en", "Namibia").with("code", "NA")));
            for (String text :
                    List.of("\"", "NEAR(", "a AND", "tokens:x", "*", "' OR 1=1 --", "(((", "^a", "{}", "-")) {
                workspace.search().find(text, "en", Set.of(), 5, () -> false);
            }
            assertEquals(List.of(id), find(workspace, "NA"));
        }
    }
}
