package org.rapporteur.forms.sample;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rapporteur.core.change.Changes;
import org.rapporteur.core.change.Ids;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.OrderKeys;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.survey.Questionnaire;
import org.rapporteur.core.survey.Questionnaire.Choice;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.survey.Respondent;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.Multilingual;

/** Puts a questionnaire and its respondents into a workspace, for tests. */
public final class SurveyRecords {
    private SurveyRecords() {}

    public static void store(Changes changes, Questionnaire questionnaire, List<Respondent> respondents) {
        changes.run(Label.of("step.add", "survey"), tx -> {
            UUID meeting = Ids.derived("test", "meeting/" + questionnaire.survey());
            tx.insert(MeetingKinds.MEETING, meeting, meeting, Values.of("name_en", "Meeting"));
            tx.insert(
                    SurveyKinds.SURVEY,
                    questionnaire.survey(),
                    meeting,
                    Values.of("meeting", meeting)
                            .texts("title", texts(questionnaire.title()))
                            .texts("introduction", texts(questionnaire.introduction()))
                            .with("default_permission", questionnaire.defaultPermission())
                            .with("due_on", questionnaire.dueOn())
                            .with("illustrative", questionnaire.illustrative()));
            List<String> places = OrderKeys.spread(questionnaire.questions().size());
            for (int i = 0; i < places.size(); i++) {
                question(tx, questionnaire, meeting, questionnaire.questions().get(i), places.get(i));
            }
            for (Respondent respondent : respondents) {
                tx.insert(
                        SurveyKinds.RESPONDENT,
                        respondent.id(),
                        meeting,
                        Values.of("survey", questionnaire.survey())
                                .with("name", respondent.name())
                                .with("language", respondent.language())
                                .with("status", "sent"));
            }
        });
    }

    private static void question(
            org.rapporteur.core.change.Transaction tx,
            Questionnaire questionnaire,
            UUID scope,
            Question question,
            String place) {
        tx.insert(
                SurveyKinds.QUESTION,
                question.id(),
                scope,
                Values.of("survey", questionnaire.survey())
                        .with("code", question.code())
                        .texts("label", texts(question.label()))
                        .texts("help", texts(question.help()))
                        .with("type", question.type())
                        .with("required", question.required())
                        .with("position", place));
        List<String> order = OrderKeys.spread(question.choices().size());
        for (int i = 0; i < order.size(); i++) {
            Choice choice = question.choices().get(i);
            tx.insert(
                    SurveyKinds.CHOICE,
                    choice.id(),
                    scope,
                    Values.of("question", question.id())
                            .with("code", choice.code())
                            .texts("label", texts(choice.label()))
                            .with(
                                    "permission",
                                    choice.permission() == null
                                            ? null
                                            : choice.permission().code())
                            .with("position", order.get(i)));
        }
    }

    private static Map<String, String> texts(Multilingual text) {
        return text.asMap().entrySet().stream()
                .collect(Collectors.toMap(
                        (Map.Entry<Language, String> e) -> e.getKey().code(), Map.Entry::getValue));
    }
}
