package org.rapporteur.ui.participant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.ui.kit.Tone;
import org.rapporteur.ui.kit.record.RecordColumn;
import org.rapporteur.ui.kit.record.RecordColumn.Cell;

/** What lists of parties show beyond the fields: members, chairs, mechanisms. Read off the window's thread. */
final class PartyColumns {
    private static final Set<String> CHAIRS = Set.of("chair", "co_chair", "presidency_pro_tempore");

    private final ParticipantParts parts;

    PartyColumns(ParticipantParts parts) {
        this.parts = parts;
    }

    /** How many members a mechanism has, by the memberships recorded. */
    RecordColumn members() {
        return RecordColumn.computed("members", "participant.column.members", this::members)
                .asNumber()
                .width(96);
    }

    /** Who chairs a mechanism, by the latest record of it. */
    RecordColumn chair() {
        return RecordColumn.computed("chair", "participant.column.chair", this::chairs)
                .width(180);
    }

    /** In how many mechanisms a party is a member. */
    RecordColumn mechanisms() {
        return RecordColumn.computed("mechanisms", "participant.column.mechanisms", this::mechanisms)
                .asNumber()
                .width(120);
    }

    static RecordColumn status() {
        return RecordColumn.field("status").width(120).chip(status -> switch (status) {
            case "active" -> Tone.SUCCESS;
            case "dormant" -> Tone.WARNING;
            default -> Tone.NEUTRAL;
        });
    }

    private Map<UUID, Cell> members(Records store, List<Row> rows) {
        return counts(store, rows, "iscm", "party");
    }

    private Map<UUID, Cell> mechanisms(Records store, List<Row> rows) {
        return counts(store, rows, "party", "iscm");
    }

    /** Memberships counted by one end; the same other end twice is one, one known by name only counts as itself. */
    private Map<UUID, Cell> counts(Records store, List<Row> rows, String by, String of) {
        Map<UUID, Set<Object>> sets = new HashMap<>();
        store.each(Query.of(PartyKinds.MEMBERSHIP).where("role", "member"), row -> {
            UUID end = row.ref(by);
            if (end != null) {
                Object other = row.ref(of) == null ? row.text("name_stated") : row.ref(of);
                sets.computeIfAbsent(end, k -> new HashSet<>()).add(other);
            }
        });
        Map<UUID, Cell> cells = new HashMap<>();
        for (Row row : rows) {
            int count = sets.getOrDefault(row.id(), Set.of()).size();
            if (count > 0) {
                cells.put(row.id(), Cell.of(parts.i18n().messages().formats().number(count), count));
            }
        }
        return cells;
    }

    private Map<UUID, Cell> chairs(Records store, List<Row> rows) {
        List<UUID> ids = rows.stream().map(Row::id).toList();
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Row> all = store.list(Query.of(PartyKinds.CHAIRMANSHIP).where("iscm", ids)).stream()
                .filter(row -> CHAIRS.contains(row.text("role")) && row.ref("party") != null)
                .toList();
        parts.records().titles().prepare(all, List.of(PartyKinds.CHAIRMANSHIP.field("party")));
        Map<UUID, Cell> cells = new HashMap<>();
        all.stream()
                .collect(Collectors.groupingBy(row -> row.ref("iscm")))
                .forEach((iscm, chairs) -> cells.put(
                        iscm,
                        Cell.of(String.join(parts.i18n().messages().text("records.list.separator"), latest(chairs)))));
        return cells;
    }

    /** Names of those who chair last: all who began in the same year, for there may be co-chairs. */
    private Set<String> latest(List<Row> chairs) {
        List<Row> open = new ArrayList<>(
                chairs.stream().filter(row -> row.text("until").isBlank()).toList());
        List<Row> candidates = open.isEmpty() ? chairs : open;
        String since = candidates.stream()
                .map(row -> row.text("since"))
                .max(Comparator.naturalOrder())
                .orElse("");
        return candidates.stream()
                .filter(row -> row.text("since").equals(since))
                .map(row -> parts.records().titles().known(row.ref("party")))
                .filter(name -> !name.isBlank())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
