package org.rapporteur.storage.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.search.Search.Found;
import org.rapporteur.core.survey.Answers;
import org.rapporteur.core.survey.Replies;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.storage.TestWorkspaces;
import org.rapporteur.storage.Workspace;

/** Search finds what respondents say now, not what another reply replaced or a person took out. */
class CountedAnswersTest {
    @TempDir
    Path folder;

    private Workspace workspace;
    private UUID survey;
    private UUID question;
    private UUID respondent;

    private UUID reply(Transaction tx, String day, String body) {
        UUID response = tx.insert(
                SurveyKinds.RESPONSE,
                Values.of("respondent", respondent)
                        .with("survey", survey)
                        .with("channel", "file")
                        .with("received_on", day)
                        .with("whole", true));
        tx.insert(
                SurveyKinds.ANSWER,
                Values.of("response", response)
                        .with("survey", survey)
                        .with("respondent", respondent)
                        .with("question", question)
                        .with("body", body));
        return response;
    }

    private int hits(String word) {
        Found found = workspace.search().find(word, "en", Set.of("answer"), 20, () -> false);
        assertEquals(found.hits().size(), found.total(), "the number beside the list is that of the list");
        return found.hits().size();
    }

    @Test
    void whatDoesNotCountIsNotFoundAndIsAgainOnceItCounts() {
        try (Workspace opened = TestWorkspaces.create(folder.resolve("w"))) {
            workspace = opened;
            UUID[] replies = new UUID[2];
            opened.changes().run(Label.of("test"), tx -> {
                survey = tx.insert(SurveyKinds.SURVEY, Values.of("title_en", "S"));
                question = tx.insert(
                        SurveyKinds.QUESTION, Values.of("survey", survey).with("type", "long_text"));
                respondent = tx.insert(
                        SurveyKinds.RESPONDENT, Values.of("survey", survey).with("name", "R"));
                replies[0] = reply(tx, "2017-09-01", "consulates");
                replies[1] = reply(tx, "2017-09-02", "registers");
            });
            assertEquals(0, hits("consulates"));
            assertEquals(1, hits("registers"));
            opened.changes().run(Label.of("test"), tx -> assertTrue(Replies.choose(tx, replies[0])));
            assertEquals(1, hits("consulates"));
            assertEquals(0, hits("registers"));
            UUID answer = opened.search()
                    .find("consulates", "en", Set.of("answer"), 20, () -> false)
                    .hits()
                    .getFirst()
                    .id();
            opened.changes().run(Label.of("test"), tx -> assertTrue(Answers.notUsable(tx, answer, "wrong form")));
            assertEquals(0, hits("consulates"));
            opened.undo().undo();
            assertEquals(1, hits("consulates"));
        }
    }
}
