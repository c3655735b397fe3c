package org.rapporteur.launch.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rapporteur.core.change.Changes;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.Ids;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.OrderKeys;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.model.Model;
import org.rapporteur.core.party.PartyKinds;

/**
 * What every workspace holds from the first day: States and areas, consultation mechanisms with their members as
 * stated, the objectives and guiding principles of the Global Compact, the SDG targets on migration. Keys are derived
 * from list and code, so that two officers hold the same rows; a row that is there already is left as it is.
 */
public final class ReferenceLists {
    /** The day on which the program's lists were compiled; the lists themselves say where each fact comes from. */
    static final String COMPILED = "2026-11-24";

    private static final String COUNTRY_SOURCE =
            "ISO 3166-1; UN M49 (region, sub-region); UNTERM (names); compiled by datasets/country-codes";
    private static final String PRINCIPLE_SOURCE = "A/RES/73/195, para. 15";

    private ReferenceLists() {}

    /** Adds the lists as one step. */
    public static void add(Changes changes) {
        changes.run(Label.of("step.lists"), ReferenceLists::add);
    }

    /** Adds the lists within a step of the caller's. */
    public static void add(Transaction tx) {
        countries(tx);
        iscms(tx);
        items(tx, "gcm_objective", "reference/gcm_objectives.csv", "number");
        items(tx, "gcm_principle", "reference/gcm_guiding_principles.csv", "letter");
        items(tx, "sdg_target", "reference/sdg_targets_migration.csv", "target");
    }

    /** Key of a State or area by its ISO 3166 code of two letters. */
    public static UUID country(String iso2) {
        return Ids.derived("iso3166", iso2);
    }

    /** Key of a consultation mechanism by its acronym in the list. */
    public static UUID iscm(String acronym) {
        return Ids.derived("iscm", acronym);
    }

    /** Key of an objective of the Global Compact, 1 to 23. */
    public static UUID objective(int number) {
        return Ids.derived("gcm_objective", String.valueOf(number));
    }

    private static void countries(Transaction tx) {
        for (Map<String, String> row : Assets.table("reference/countries.csv")) {
            Map<String, String> names = new LinkedHashMap<>();
            Map<String, String> formal = new LinkedHashMap<>();
            for (String language : Field.LANGUAGES) {
                names.put(language, CountryNames.plain(row.get("short_" + language)));
                formal.put(language, row.get("formal_" + language));
            }
            String iso2 = row.get("iso2");
            // The State of Palestine is a non-member observer State of the United Nations; ISO lists it apart.
            boolean state = row.get("independent").equals("Yes") || iso2.equals("PS");
            tx.insert(
                    PartyKinds.PARTY,
                    country(iso2),
                    Model.DIRECTORY,
                    Values.of("category", state ? "state" : "territory")
                            .texts("name", names)
                            .texts("formal_name", formal)
                            .with("code", iso2)
                            .with("iso3", row.get("iso3"))
                            .with("m49", row.get("m49"))
                            .with("region", row.get("region"))
                            .with("subregion", row.get("subregion"))
                            .with("source", COUNTRY_SOURCE)
                            .with("source_date", COMPILED));
        }
    }

    private static void iscms(Transaction tx) {
        CountryNames countries = new CountryNames(Assets.table("reference/countries.csv"));
        Map<String, Map<String, String>> names = new LinkedHashMap<>();
        for (JsonNode node : Assets.json("sample/parties.json").path("iscmNames")) {
            names.put(node.path("party").asText(), Assets.texts(node.path("name")));
        }
        for (Map<String, String> row : Assets.table("reference/iscms.csv")) {
            String acronym = row.get("acronym");
            MemberList list = MemberList.of(row.get("members"));
            String established = row.get("established");
            tx.insert(
                    PartyKinds.PARTY,
                    iscm(acronym),
                    Model.DIRECTORY,
                    Values.of("category", "iscm")
                            .texts("name", names.getOrDefault(acronym, Map.of("en", row.get("name"))))
                            .with("acronym", acronym)
                            .with("code", acronym)
                            .with("region", row.get("region"))
                            .with("iscm_kind", kind(row.get("kind")))
                            .with("established", established)
                            .with("associated_organization", row.get("associated_org"))
                            .with("chair_model", row.get("chair_model"))
                            .with("secretariat_model", row.get("secretariat"))
                            .with("members_stated", row.get("member_count_as_stated"))
                            .with("status", established.contains("dormant") ? "dormant" : "active")
                            .with("notes", notes(row, list))
                            .with("source", row.get("source"))
                            .with("source_date", COMPILED));
            members(tx, acronym, list, countries, row.get("source"));
        }
    }

    private static void members(
            Transaction tx, String acronym, MemberList list, CountryNames countries, String source) {
        for (MemberList.Member member : list.members()) {
            tx.insert(
                    PartyKinds.MEMBERSHIP,
                    Ids.derived("iscm_member", acronym + "/" + member.name()),
                    Model.DIRECTORY,
                    Values.of("iscm", iscm(acronym))
                            .with(
                                    "party",
                                    countries
                                            .code(member.name())
                                            .map(ReferenceLists::country)
                                            .orElse(null))
                            .with("name_stated", member.name())
                            .with("role", member.role())
                            .with("source", source));
        }
    }

    /** What the list says that has no field of its own: the kind where it is in doubt, remarks on members. */
    private static String notes(Map<String, String> row, MemberList list) {
        StringBuilder notes = new StringBuilder();
        if (row.get("kind").contains("(")) {
            notes.append("Kind as stated: ").append(row.get("kind")).append(". ");
        }
        if (!list.remark().isEmpty()) {
            notes.append("Members, as stated: ").append(list.remark());
        }
        return notes.toString().strip();
    }

    private static String kind(String stated) {
        if (stated.startsWith("global")) {
            return "global";
        }
        return stated.startsWith("IRF") ? "irf" : "rcp";
    }

    private static void items(Transaction tx, String list, String path, String codeColumn) {
        List<Map<String, String>> rows = Assets.table(path);
        List<String> order = OrderKeys.spread(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Map<String, String> row = rows.get(i);
            String code = row.get(codeColumn);
            Values values = Values.of("list", list)
                    .with("code", code)
                    .with("name_en", row.getOrDefault("title_en", row.get("topic_en")))
                    .with("name_fr", row.get("title_fr"))
                    .with("name_es", row.get("title_es"))
                    .with("short_name_fr", row.get("short_fr"))
                    .with("short_name_es", row.get("short_es"))
                    .with("round_table", row.get("imrf_round_table"))
                    .with("source", row.getOrDefault("source", PRINCIPLE_SOURCE))
                    .with("position", order.get(i));
            tx.insert(PartyKinds.REFERENCE_ITEM, Ids.derived(list, code), Model.DIRECTORY, values);
        }
    }
}
