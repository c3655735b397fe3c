package org.rapporteur.core.meeting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Numbers of agenda items from their place in the outline. */
public enum Numbering {
    /** 1, 1 (a), 1 (a) (i): the usage of United Nations agendas. */
    LETTERS,
    /** 1, 1.1, 1.1.1. */
    DECIMAL;

    private static final int LETTERS_IN_ALPHABET = 26;

    /** The number of each item, from top to bottom. */
    public Map<UUID, String> numbers(Outline outline) {
        Map<UUID, String> numbers = new LinkedHashMap<>();
        for (Outline.Line line : outline.lines()) {
            UUID parent = outline.parentOf(line.item().id());
            String above = parent == null ? "" : numbers.get(parent);
            numbers.put(line.item().id(), number(above, line.depth(), line.index() + 1));
        }
        return numbers;
    }

    private String number(String above, int depth, int count) {
        if (depth == 0) {
            return Integer.toString(count);
        }
        return switch (this) {
            case DECIMAL -> above + "." + count;
            case LETTERS -> above + " (" + (depth % 2 == 1 ? letter(count) : roman(count)) + ")";
        };
    }

    /**
     * The way in which the items are numbered now: the one that gives exactly these numbers. Items that all have no
     * number, and a flat list, follow {@link #LETTERS}. Empty if somebody numbered by hand ("5 bis"), which the program
     * then leaves alone.
     */
    public static Optional<Numbering> used(Outline outline) {
        if (outline.items().isEmpty()) {
            return Optional.of(LETTERS);
        }
        for (Numbering numbering : values()) {
            Map<UUID, String> numbers = numbering.numbers(outline);
            if (outline.items().stream().allMatch(i -> i.number().equals(numbers.get(i.id())))) {
                return Optional.of(numbering);
            }
        }
        return Optional.empty();
    }

    /** a, b ... z, aa, ab ... */
    static String letter(int count) {
        StringBuilder out = new StringBuilder();
        for (int n = count; n > 0; n = (n - 1) / LETTERS_IN_ALPHABET) {
            out.insert(0, (char) ('a' + (n - 1) % LETTERS_IN_ALPHABET));
        }
        return out.toString();
    }

    /** i, ii, iii, iv ... */
    static String roman(int count) {
        List<Integer> values = List.of(1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1);
        List<String> digits = List.of("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i");
        List<String> out = new ArrayList<>();
        int left = count;
        for (int i = 0; i < values.size(); i++) {
            while (left >= values.get(i)) {
                out.add(digits.get(i));
                left -= values.get(i);
            }
        }
        return String.join("", out);
    }
}
