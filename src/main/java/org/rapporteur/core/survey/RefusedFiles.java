package org.rapporteur.core.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.rapporteur.core.change.Ids;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.problem.Message;
import org.rapporteur.core.problem.Refusal;

/** Files that came and could not be taken in: they wait in the inbox with the reason, found by the hash of their bytes. */
public final class RefusedFiles {
    private static final String FIELD = "\u001F";

    private RefusedFiles() {}

    /** Key of what is noted about a file that came for a survey; the survey is null if it could not be told. */
    static UUID key(UUID survey, String hash) {
        return Ids.derived("returned-file/" + survey, hash);
    }

    static void note(Transaction tx, ReturnedForm form, IntakePlan plan) {
        Refusal refusal = plan.report().refusals().getLast();
        boolean who = !form.isRefused()
                && (form.respondent().isEmpty() || refusal.reason().key().equals("forms.refused.unknownRespondent"));
        UUID survey = form.survey() != null
                        && tx.find(SurveyKinds.SURVEY, form.survey())
                                .filter(row -> !row.deleted())
                                .isPresent()
                ? form.survey()
                : null;
        UUID scope = survey == null ? new UUID(0, 0) : tx.scopeOf(SurveyKinds.SURVEY, survey);
        Replies.put(
                tx,
                SurveyKinds.TRAY_ITEM,
                key(survey, form.hash()),
                scope,
                Values.of("survey", survey)
                        .with("body", form.file())
                        .with("source_file", form.file())
                        .with("source_hash", form.hash())
                        .with("respondent", form.isRefused() ? form.respondent().orElse(null) : null)
                        .with("surroundings", text(refusal.reason()))
                        .with("reason", (who ? TrayReason.WHO : TrayReason.REFUSED).code())
                        .with("decision", "open"));
    }

    /** The file was taken in after all. */
    static void settle(Transaction tx, UUID survey, String hash) {
        for (UUID key : List.of(key(survey, hash), key(null, hash))) {
            tx.find(SurveyKinds.TRAY_ITEM, key)
                    .filter(row -> !row.deleted() && TrayDecision.isOpen(row))
                    .ifPresent(row -> tx.set(SurveyKinds.TRAY_ITEM, key, "decision", "placed"));
        }
    }

    /** A message as stored text; its words are put in by whoever reads it. */
    private static String text(Message message) {
        List<String> parts = new ArrayList<>(List.of(message.key()));
        message.args().forEach(arg -> parts.add(String.valueOf(arg).replace(FIELD, " ")));
        return String.join(FIELD, parts);
    }

    /** Why a file in the inbox was refused. */
    public static Message reason(Row item) {
        String[] parts = item.text("surroundings").split(FIELD, -1);
        String key = parts[0].matches("[a-z]+(\\.[A-Za-z]+)+") ? parts[0] : "forms.refused.damaged";
        return new Message(key, List.copyOf(Arrays.asList(parts).subList(1, parts.length)));
    }
}
