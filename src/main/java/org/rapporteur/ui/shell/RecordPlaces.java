package org.rapporteur.ui.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where records open: the place of a record from the chain of what it is part of. Links from search, from references
 * and from other areas all come through here, so an area meets one form only:
 *
 * <ul>
 *   <li>{@code meetings/<meeting>} and {@code meetings/<meeting>/<tab>/<record>} for what is part of a meeting;
 *   <li>{@code participants/<kind>/<record>}, because that area has several registers;
 *   <li>{@code surveys/<survey>}, {@code recommendations/<recommendation>}, {@code documents/<document>}, each with
 *       {@code /<kind>/<record>} after it for their parts.
 * </ul>
 */
public final class RecordPlaces {
    /**
     * A record on the way down.
     *
     * @param kind name of its kind
     * @param id its key as text
     * @param title its name
     */
    public record Part(String kind, String id, String title) {}

    private static final Map<String, String> AREA = Map.of(
            "meeting", "meetings",
            "process", "meetings",
            "party", "participants",
            "person", "participants",
            "reference_item", "participants",
            "survey", "surveys",
            "codebook", "surveys",
            "recommendation", "recommendations",
            "review_cycle", "recommendations",
            "document", "documents");

    /** Areas whose first step names the register. */
    private static final Set<String> REGISTERS = Set.of("participants");

    /** Kinds that are not what their area is mainly about; their place names them too. */
    private static final Set<String> ASIDE = Set.of("process", "codebook", "review_cycle");

    private static final Map<String, String> TAB = Map.of(
            "session", "agenda",
            "agenda_item", "agenda",
            "room", "agenda",
            "speaker", "agenda",
            "delegation", "participants",
            "delegate", "participants");

    private RecordPlaces() {}

    /**
     * The place of the last record of a chain.
     *
     * @param chain from the record that is part of nothing down to the one to open
     * @return empty if no area shows such records
     */
    public static Optional<Place> of(List<Part> chain) {
        if (chain.isEmpty()) {
            return Optional.empty();
        }
        Part root = chain.getFirst();
        Part last = chain.getLast();
        String area = AREA.get(root.kind());
        if (area == null) {
            return Optional.empty();
        }
        Place place = Place.of(area);
        if (REGISTERS.contains(area) || ASIDE.contains(root.kind())) {
            place = place.thenKey(root.kind(), "kind." + root.kind() + ".plural");
        }
        place = place.then(root.id(), root.title());
        if (chain.size() == 1) {
            return Optional.of(place);
        }
        String tab = root.kind().equals("meeting") ? TAB.get(last.kind()) : null;
        String step = tab == null ? last.kind() : tab;
        return Optional.of(
                place.thenKey(step, "kind." + last.kind() + ".plural").then(last.id(), last.title()));
    }

    /** Whether records of a kind, whose parts come up to this root, have a place. */
    public static boolean has(String rootKind) {
        return AREA.containsKey(rootKind);
    }
}
