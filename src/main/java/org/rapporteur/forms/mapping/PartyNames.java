package org.rapporteur.forms.mapping;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.core.text.ValueKey;

/** Finds the party that a name means: the name in any language or the acronym, and only if one party alone has it. */
final class PartyNames {
    private final Map<String, UUID> byName = new HashMap<>();

    PartyNames(Records records) {
        Set<String> shared = new HashSet<>();
        records.each(Query.of(PartyKinds.PARTY), party -> {
            Set<String> names = new HashSet<>();
            party.texts("name").values().forEach(name -> names.add(ValueKey.of(name)));
            party.texts("formal_name").values().forEach(name -> names.add(ValueKey.of(name)));
            names.add(ValueKey.of(party.text("acronym")));
            names.remove("");
            for (String name : names) {
                UUID before = byName.putIfAbsent(name, party.id());
                if (before != null && !before.equals(party.id())) {
                    shared.add(name);
                }
            }
        });
        shared.forEach(byName::remove);
    }

    /** The party, or null. */
    UUID find(String name) {
        return byName.get(ValueKey.of(name));
    }
}
