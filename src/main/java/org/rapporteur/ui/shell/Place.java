package org.rapporteur.ui.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * A place in the window: an area and the way down from its first screen. Two places are the same if area and
 * identifiers are, whatever the words.
 *
 * @param area identifier of the area
 * @param steps the way down, such as the meeting and its tab
 */
public record Place(String area, List<Step> steps) {
    /**
     * One step of the way.
     *
     * @param id identifier: a record's key, a tab's name
     * @param label its words in the breadcrumb, already in the person's language; or a message key after {@code key:}
     */
    public record Step(String id, String label) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Step step && step.id.equals(id);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }

    /** Copies the steps. */
    public Place {
        steps = List.copyOf(steps);
    }

    /** The first screen of an area. */
    public static Place of(String area) {
        return new Place(area, List.of());
    }

    /** One step further down; the label is plain words, such as a meeting's name. */
    public Place then(String id, String label) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(new Step(id, label));
        return new Place(area, longer);
    }

    /** One step further down, named by a message key, such as a tab's; it follows the language. */
    public Place thenKey(String id, String labelKey) {
        return then(id, "key:" + labelKey);
    }

    /** The first steps of this place. */
    public Place upTo(int count) {
        return new Place(area, steps.subList(0, Math.min(count, steps.size())));
    }

    /** Identifier of the step at an index, or null if the way is shorter. */
    public String id(int index) {
        return index < steps.size() ? steps.get(index).id() : null;
    }
}
