package org.rapporteur.launch.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.change.Ids;

/** Keys of the sample's rows, derived from the keys in its sources: every sample has the same, whoever makes it. */
public final class SampleKeys {
    private static final String LIST = "grcp-7-sample";

    private final Set<String> iscms = new HashSet<>();

    SampleKeys() {
        for (Map<String, String> row : Assets.table("reference/iscms.csv")) {
            iscms.add(row.get("acronym"));
        }
    }

    /** Key of a row of the sample by its kind and its key in the sources. */
    public static UUID of(String kind, String key) {
        return Ids.derived(LIST, kind + "/" + key);
    }

    public static UUID meeting(String key) {
        return of("meeting", key);
    }

    public static UUID survey() {
        return of("survey", "grcp-7-survey");
    }

    public static UUID question(String code) {
        return of("question", code);
    }

    public static UUID respondent(String key) {
        return of("respondent", key);
    }

    public static UUID code(String code) {
        return of("code", code);
    }

    static UUID item(String number) {
        return of("agenda_item", number);
    }

    /** Key of a party by its key in the sources: acronym of a mechanism, ISO code of a State, or key in parties.json. */
    UUID party(String key) {
        if (key == null) {
            return null;
        }
        if (iscms.contains(key)) {
            return ReferenceLists.iscm(key);
        }
        return key.length() == 2 && !key.equals("UN") ? ReferenceLists.country(key) : Ids.derived("party", key);
    }

    UUID party(JsonNode key) {
        return party(Assets.text(key));
    }
}
