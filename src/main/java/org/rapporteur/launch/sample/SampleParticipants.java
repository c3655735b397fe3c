package org.rapporteur.launch.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.rapporteur.core.change.OrderKeys;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.model.Model;
import org.rapporteur.core.participant.ParticipantKinds;

/** Delegations and delegates of GRCP 7: their number is a fact, the people are invented and marked so. */
final class SampleParticipants {
    private SampleParticipants() {}

    static void add(Transaction tx, SampleKeys keys) {
        JsonNode source = Assets.json("sample/participants.json");
        UUID meeting = SampleKeys.meeting(source.path("meeting").asText());
        for (JsonNode delegation : source.path("delegations")) {
            String key = delegation.path("key").asText();
            UUID party = keys.party(delegation.path("party"));
            UUID id = SampleKeys.of("delegation", key);
            tx.insert(ParticipantKinds.DELEGATION, id, meeting, values(delegation, meeting, party));
            JsonNode delegates = delegation.path("delegates");
            List<String> order = OrderKeys.spread(delegates.size());
            for (int i = 0; i < delegates.size(); i++) {
                delegate(tx, source.path("positions"), delegates.get(i), meeting, id, party, order.get(i));
            }
        }
    }

    private static Values values(JsonNode delegation, UUID meeting, UUID party) {
        JsonNode nomination = delegation.path("nomination");
        String form = nomination.path("form").asText("none");
        String session = Assets.text(delegation.path("session"));
        return Values.of("meeting", meeting)
                .with("party", party)
                .with("capacity", capacity(delegation.path("kind").asText()))
                .with("status", delegation.path("delegates").isEmpty() ? "invited" : "confirmed")
                .with("nomination_by", form.equals("none") ? null : form)
                .with("nomination_symbol", Assets.text(nomination.path("reference")))
                .with("nominated_on", Assets.text(nomination.path("date")))
                .with("credentials", credentials(delegation.path("credentials").asText("not_required")))
                .with("notes", session == null ? null : "Attends its session only (" + session + ").")
                .with("illustrative", true);
    }

    private static void delegate(
            Transaction tx,
            JsonNode positions,
            JsonNode delegate,
            UUID meeting,
            UUID delegation,
            UUID party,
            String at) {
        String key = delegate.path("key").asText();
        UUID person = SampleKeys.of("person", key);
        JsonNode position = delegate.path("position");
        JsonNode words = position.isObject() ? position : positions.path(position.asText());
        String office = Assets.text(words.path("en"));
        JsonNode original = delegate.path("original");
        tx.insert(
                ParticipantKinds.PERSON,
                person,
                Model.DIRECTORY,
                Values.of("honorific", Assets.text(delegate.path("honorific")))
                        .with("given_name", Assets.text(delegate.path("given")))
                        .with("family_name", Assets.text(delegate.path("family")))
                        .with("name_in_script", original.isObject() ? script(original) : null)
                        .with("position", office)
                        .with("party", party)
                        .with("email", Assets.text(delegate.path("email")))
                        .with("phone", Assets.text(delegate.path("phone")))
                        .with("languages", Assets.text(delegate.path("language")))
                        .with("illustrative", true));
        tx.insert(
                ParticipantKinds.DELEGATE,
                SampleKeys.of("delegate", key),
                meeting,
                Values.of("delegation", delegation)
                        .with("person", person)
                        .with("role", Assets.text(delegate.path("role")))
                        .with("position_stated", office)
                        .with("attendance", "registered")
                        .with("position", at));
    }

    private static String script(JsonNode original) {
        return (original.path("given").asText("") + " "
                        + original.path("family").asText(""))
                .strip();
    }

    private static String capacity(String kind) {
        return switch (kind) {
            case "ISCM" -> "member";
            case "NON_STATE" -> "non_state_actor";
            default -> "partner";
        };
    }

    private static String credentials(String stated) {
        return stated.equals("pending") ? "awaited" : stated;
    }
}
