package org.rapporteur.ui.participant;

import java.util.Arrays;
import java.util.List;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** Parties are kept in one list; people look for them in one of these groups of categories. */
enum PartyGroup {
    STATES("states", Material2OutlinedAL.FLAG, List.of("state", "territory")),
    MECHANISMS("mechanisms", Material2OutlinedMZ.PUBLIC, List.of("iscm")),
    ORGANIZATIONS(
            "organizations",
            Material2OutlinedAL.ACCOUNT_BALANCE,
            List.of("organization", "reo", "un_regional_commission", "un_entity")),
    OTHERS(
            "others",
            Material2OutlinedAL.GROUPS,
            List.of(
                    "civil_society",
                    "academia",
                    "private_sector",
                    "diaspora",
                    "parliament",
                    "local_authority",
                    "nhri",
                    "media",
                    "other"));

    private final String id;
    private final Ikon icon;
    private final List<String> categories;

    PartyGroup(String id, Ikon icon, List<String> categories) {
        this.id = id;
        this.icon = icon;
        this.categories = categories;
    }

    /** Identifier in places and message keys. */
    String id() {
        return id;
    }

    Ikon icon() {
        return icon;
    }

    /** The categories of its parties; the first is that of a new one. */
    List<String> categories() {
        return categories;
    }

    /** The group of a category; a party without one is among the others. */
    static PartyGroup of(String category) {
        return Arrays.stream(values())
                .filter(group -> group.categories.contains(category))
                .findFirst()
                .orElse(OTHERS);
    }
}
