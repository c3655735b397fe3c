package org.rapporteur.core.survey.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.storage.Workspace;

/**
 * Six respondents of three regions, of whom one did not reply; a closed question, a number and an open question; two
 * themes: "data" raised by A1, A2, B1 and C1, "return" by A1 only.
 */
public final class SmallSurvey {
    public final UUID meeting;
    public final UUID survey;
    public final UUID closed;
    public final UUID number;
    public final UUID open;
    public final UUID data;
    public final UUID returning;
    public final Map<String, UUID> respondents = new LinkedHashMap<>();
    /** Keys of answers by respondent and question: "A1 closed". */
    public final Map<String, UUID> answers = new LinkedHashMap<>();

    private final Map<String, UUID> responses = new LinkedHashMap<>();

    public SmallSurvey(Workspace workspace) {
        UUID[] keys = new UUID[7];
        workspace.changes().run(Label.of("test.fixture"), tx -> {
            keys[0] = tx.insert(MeetingKinds.MEETING, Values.of("name_en", "Meeting"));
            keys[1] = tx.insert(
                    SurveyKinds.SURVEY,
                    Values.of("meeting", keys[0]).with("title_en", "Survey").with("due_on", "2017-08-31"));
            keys[2] = question(tx, keys[1], "Q1", "single");
            keys[3] = question(tx, keys[1], "Q2", "integer");
            keys[4] = question(tx, keys[1], "Q3", "long_text");
            for (String choice : new String[] {"yes", "no"}) {
                tx.insert(
                        SurveyKinds.CHOICE,
                        Values.of("question", keys[2])
                                .with("code", choice)
                                .with("label_en", choice.equals("yes") ? "Yes" : "No")
                                .with("position", choice.equals("yes") ? "a" : "b"));
            }
            UUID book = tx.insert(SurveyKinds.CODEBOOK, Values.of("survey", keys[1]));
            keys[5] = tx.insert(
                    SurveyKinds.CODE,
                    Values.of("codebook", book)
                            .with("code", "DATA")
                            .with("name_en", "Data")
                            .with("name_fr", "Données")
                            .with("position", "a"));
            keys[6] = tx.insert(
                    SurveyKinds.CODE,
                    Values.of("codebook", book)
                            .with("code", "RETURN")
                            .with("name_en", "Return")
                            .with("position", "b"));
            reply(tx, keys, "A1", "Africa", "yes", "3", "Data first, then return.", "quote");
            reply(tx, keys, "A2", "Africa", "yes", "5", "We lack data.", "paraphrase");
            reply(tx, keys, "B1", "Asia", "no", "10", "Exchange of data.", "quote");
            reply(tx, keys, "B2", "Asia", "no", null, null, "quote");
            reply(tx, keys, "C1", "Arab region", "yes", null, "Data above all.", null);
            respondents.put(
                    "C2",
                    tx.insert(
                            SurveyKinds.RESPONDENT,
                            Values.of("survey", keys[1])
                                    .with("name", "C2")
                                    .with("region", "Arab region")
                                    .with("status", "sent")));
            code(tx, keys[1], answers.get("A1 open"), keys[5], 0, 10);
            code(tx, keys[1], answers.get("A1 open"), keys[6], 12, 23);
            code(tx, keys[1], answers.get("A2 open"), keys[5], 8, 12);
            code(tx, keys[1], answers.get("B1 open"), keys[5], 0, 16);
            code(tx, keys[1], answers.get("C1 open"), keys[5], 0, 4);
        });
        meeting = keys[0];
        survey = keys[1];
        closed = keys[2];
        number = keys[3];
        open = keys[4];
        data = keys[5];
        returning = keys[6];
    }

    private static UUID question(Transaction tx, UUID survey, String code, String type) {
        return tx.insert(
                SurveyKinds.QUESTION,
                Values.of("survey", survey)
                        .with("code", code)
                        .with("label_en", "Question " + code)
                        .with("type", type)
                        .with("position", code));
    }

    private void reply(
            Transaction tx,
            UUID[] keys,
            String name,
            String region,
            String closedValue,
            String numberValue,
            String text,
            String permission) {
        UUID respondent = tx.insert(
                SurveyKinds.RESPONDENT,
                Values.of("survey", keys[1])
                        .with("name", name)
                        .with("region", region)
                        .with("type", "RCP")
                        .with("status", "received"));
        respondents.put(name, respondent);
        responses.put(
                name,
                tx.insert(
                        SurveyKinds.RESPONSE,
                        Values.of("respondent", respondent).with("survey", keys[1])));
        answer(tx, keys[1], name, keys[2], "closed", "value", closedValue, permission);
        answer(tx, keys[1], name, keys[3], "number", "value", numberValue, permission);
        answer(tx, keys[1], name, keys[4], "open", "body", text, permission);
    }

    private void answer(
            Transaction tx,
            UUID survey,
            String name,
            UUID question,
            String kind,
            String column,
            String content,
            String permission) {
        if (content != null) {
            answers.put(
                    name + " " + kind,
                    tx.insert(
                            SurveyKinds.ANSWER,
                            Values.of("response", responses.get(name))
                                    .with("survey", survey)
                                    .with("question", question)
                                    .with("respondent", respondents.get(name))
                                    .with(column, content)
                                    .with("language", "en")
                                    .with("permission", permission)));
        }
    }

    /** Marks a passage. */
    public static UUID code(Transaction tx, UUID survey, UUID answer, UUID code, int starts, int ends) {
        return tx.insert(
                SurveyKinds.CODING,
                Values.of("answer", answer)
                        .with("survey", survey)
                        .with("code", code)
                        .with("coder", "Ana")
                        .with("starts", starts)
                        .with("ends", ends));
    }
}
