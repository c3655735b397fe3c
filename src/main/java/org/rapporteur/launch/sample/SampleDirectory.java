package org.rapporteur.launch.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.rapporteur.core.change.Ids;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.model.Model;
import org.rapporteur.core.party.PartyKinds;

/** The parties that the sample needs besides the reference lists, and facts as their sources state them. */
final class SampleDirectory {
    private SampleDirectory() {}

    static void add(Transaction tx) {
        for (JsonNode party : Assets.json("sample/parties.json").path("parties")) {
            String key = party.path("key").asText();
            boolean invented = party.path("illustrative").asBoolean();
            String note = Assets.text(party.path("note"));
            tx.insert(
                    PartyKinds.PARTY,
                    Ids.derived("party", key),
                    Model.DIRECTORY,
                    Values.of("category", category(party.path("kind").asText(), key))
                            .texts("name", Assets.texts(party.path("name")))
                            .with("acronym", Assets.text(party.path("acronym")))
                            .with("code", key)
                            .with("status", "active")
                            .with("notes", note)
                            .with("source", invented ? "Illustrative" : Assets.text(party.path("source")))
                            .with("source_date", ReferenceLists.COMPILED));
        }
    }

    /** Records what a source says about a row, in the source's own words. */
    static void fact(
            Transaction tx, UUID scope, UUID about, String key, String statement, String value, JsonNode source) {
        tx.insert(
                PartyKinds.STATED_FACT,
                SampleKeys.of("stated_fact", key),
                scope,
                Values.of("about", about)
                        .with("statement", statement)
                        .with("stated_value", value)
                        .with("source", Assets.text(source)));
    }

    private static String category(String kind, String key) {
        return switch (kind) {
            case "UN_RC" -> "un_regional_commission";
            case "REO" -> "reo";
            case "UN" -> "un_entity";
            case "IGO" -> key.equals("IOM") ? "un_entity" : "organization";
            case "CONSTITUENCY" ->
                switch (key) {
                    case "ACADEMIA" -> "academia";
                    case "PRIVATE-SECTOR" -> "private_sector";
                    case "DIASPORA" -> "diaspora";
                    case "LOCAL-AUTHORITIES" -> "local_authority";
                    case "CIVIL-SOCIETY", "MIGRANT-ORGS" -> "civil_society";
                    default -> "other";
                };
            default ->
                switch (key) {
                    case "X-MOBILITY-INST" -> "academia";
                    case "X-ETHICAL-RECRUIT" -> "private_sector";
                    case "X-DIASPORA-BRIDGE" -> "diaspora";
                    default -> "civil_society";
                };
        };
    }
}
