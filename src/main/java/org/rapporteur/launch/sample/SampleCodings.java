package org.rapporteur.launch.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rapporteur.core.change.Changes;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.survey.SurveyKinds;

/**
 * The codings that two people made of the sample's answers. They name a passage by its words; the program only finds
 * where these stand, and says so where it does not find them.
 */
public final class SampleCodings {
    private SampleCodings() {}

    /**
     * What came of it.
     *
     * @param added codings added
     * @param notFound codings whose words do not stand in the answer, as "respondent question code"
     */
    public record Outcome(int added, List<String> notFound) {
        public Outcome {
            notFound = List.copyOf(notFound);
        }
    }

    /** Adds the codings to the answers of the sample's survey as one step. */
    public static Outcome add(Records records, Changes changes) {
        Map<String, Row> answers = new HashMap<>();
        records.each(Query.of(SurveyKinds.ANSWER).where("survey", SampleKeys.survey()), answer -> {
            if (!answer.text("body").isEmpty()) {
                answers.put(answer.ref("respondent") + "/" + answer.ref("question"), answer);
            }
        });
        return changes.write(Label.of("step.sample"), tx -> {
            int added = 0;
            List<String> notFound = new ArrayList<>();
            for (Map<String, String> coding : Assets.table("sample/codings.csv")) {
                UUID respondent = SampleKeys.respondent(coding.get("respondent"));
                UUID question = SampleKeys.question(coding.get("question"));
                Row answer = answers.get(respondent + "/" + question);
                int starts = answer == null ? -1 : answer.text("body").indexOf(coding.get("quote"));
                String place = coding.get("respondent") + " " + coding.get("question") + " " + coding.get("code");
                if (starts < 0) {
                    notFound.add(place);
                    continue;
                }
                tx.insert(
                        SurveyKinds.CODING,
                        SampleKeys.of("coding", coding.get("coder") + "/" + place + "/" + starts),
                        answer.scope(),
                        Values.of("answer", answer.id())
                                .with("survey", SampleKeys.survey())
                                .with("code", SampleKeys.code(coding.get("code")))
                                .with("coder", coding.get("coder"))
                                .with("starts", starts)
                                .with("ends", starts + coding.get("quote").length())
                                .with("illustrative", true));
                added++;
            }
            return new Outcome(added, notFound);
        });
    }
}
