package org.rapporteur.core.party;

import java.util.List;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Kind;

/** Anything that takes part, who belongs to what, and the published lists that records refer to. */
public final class PartyKinds {
    private PartyKinds() {}

    /** State, territory, organization, ISCM or other constituency. */
    public static final Kind PARTY = Kind.named("party")
            .choice(
                    "category",
                    "state",
                    "territory",
                    "iscm",
                    "reo",
                    "un_regional_commission",
                    "un_entity",
                    "organization",
                    "civil_society",
                    "academia",
                    "private_sector",
                    "diaspora",
                    "parliament",
                    "local_authority",
                    "nhri",
                    "media",
                    "other")
            .required()
            .texts("name")
            .title()
            .required()
            .texts("formal_name")
            .searched()
            .text("acronym")
            .searched()
            .text("code")
            .searched()
            .text("iso3")
            .text("m49")
            .text("region")
            .text("subregion")
            .choice("iscm_kind", "rcp", "irf", "global")
            .text("established")
            .text("associated_organization")
            .text("chair_model")
            .text("secretariat_model")
            .text("members_stated")
            .choice("status", "active", "dormant", "succeeded", "ended")
            .ref("succeeded_by", "party")
            .field("website", FieldType.URL)
            .longText("notes")
            .searched()
            .text("source")
            .field("source_date", FieldType.DATE)
            .build();

    /** A party in an ISCM; dated, with source, because lists disagree. */
    public static final Kind MEMBERSHIP = Kind.named("membership")
            .partOf("iscm", "party")
            .ref("party", "party")
            .text("name_stated")
            .title()
            .choice("role", "member", "observer", "partner", "suspended")
            .field("since", FieldType.TEXT)
            .field("until", FieldType.TEXT)
            .text("source")
            .build();

    /** Who chairs an ISCM and when; past, current and next make the troika. */
    public static final Kind CHAIRMANSHIP = Kind.named("chairmanship")
            .partOf("iscm", "party")
            .ref("party", "party")
            .choice(
                    "role",
                    "chair",
                    "co_chair",
                    "presidency_pro_tempore",
                    "vice_chair",
                    "steering_committee",
                    "secretariat")
            .title()
            .text("since")
            .text("until")
            .text("source")
            .build();

    /** Standing contact of a party for an ISCM or a subject. */
    public static final Kind FOCAL_POINT = Kind.named("focal_point")
            .partOf("party", "party")
            .ref("person", "person")
            .ref("iscm", "party")
            .text("subject")
            .title()
            .text("since")
            .text("until")
            .build();

    /** A number or statement together with the source that states it; several may disagree and all are kept. */
    public static final Kind STATED_FACT = Kind.named("stated_fact")
            .partOf("about", "")
            .text("statement")
            .title()
            .required()
            .text("stated_value")
            .searched()
            .text("source")
            .required()
            .field("source_date", FieldType.DATE)
            .build();

    /** An entry of a published list: GCM objective, guiding principle, SDG target. */
    public static final Kind REFERENCE_ITEM = Kind.named("reference_item")
            .choice("list", "gcm_objective", "gcm_principle", "sdg_target", "other")
            .text("code")
            .title()
            .texts("name")
            .title()
            .texts("short_name")
            .searched()
            .text("round_table")
            .text("source")
            .ordered()
            .build();

    public static List<Kind> all() {
        return List.of(PARTY, MEMBERSHIP, CHAIRMANSHIP, FOCAL_POINT, STATED_FACT, REFERENCE_ITEM);
    }
}
