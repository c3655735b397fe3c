package org.rapporteur.core.change;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapporteur.core.problem.Message;

/**
 * What a person did, for "Undo: rename session" and the history. Arguments are kept as text: what a person typed as it
 * is, and words of the program by their key, days and times by their value ({@link #word}, {@link #day}, {@link #time}),
 * so that everybody reads a step in their own language, whoever took it. Earlier programs kept the words themselves;
 * these are shown as they are.
 *
 * @param key message key
 * @param arguments what stands in the message, at most a few words each
 * @param mergeKey steps that follow each other within {@link Undo#MERGE_WINDOW} and have the same merge key are one
 *     step for undo (typing on in the same field); null never merges
 */
public record Label(String key, List<String> arguments, String mergeKey) {
    // Control characters that no typed text holds: the first begins an argument that is no text, the second parts it.
    private static final char SIGN = '\u001e';
    private static final char PART = '\u001d';
    private static final char WORD = 'w';
    private static final char DAY = 'd';
    private static final char TIME = 't';
    private static final char NUMBER = 'n';
    private static final String UNDONE = "step.undone";
    private static final String REDONE = "step.redone";

    public Label {
        arguments = List.copyOf(arguments);
    }

    public static Label of(String key, String... arguments) {
        return new Label(key, List.of(arguments), null);
    }

    public Label merging(String with) {
        return new Label(key, arguments, with);
    }

    /** What taking this step back is called, so that the history doesn't tell the step a second time. */
    public Label undone() {
        return about(UNDONE);
    }

    /** What doing this step again is called. */
    public Label redone() {
        return about(REDONE);
    }

    /** Key of the step itself, also where this is its being undone or redone. */
    public String step() {
        return again() ? arguments.getFirst() : key;
    }

    private boolean again() {
        return (key.equals(UNDONE) || key.equals(REDONE)) && !arguments.isEmpty();
    }

    private Label about(String what) {
        return new Label(what, Stream.concat(Stream.of(key), arguments.stream()).toList(), null);
    }

    /**
     * An argument that stands for words of the program.
     *
     * @param key their message key
     * @param arguments what stands in them: whole numbers, texts, or what {@code word}, {@code day} and {@code time} gave
     *     (but no words that have arguments themselves)
     */
    public static String word(String key, Object... arguments) {
        return Arrays.stream(arguments)
                .map(one -> one instanceof Number number
                        ? "" + SIGN + NUMBER + number.longValue()
                        : one.toString().replace(PART, ' '))
                .map(text -> PART + text)
                .collect(Collectors.joining("", "" + SIGN + WORD + key, ""));
    }

    /** An argument that stands for a day. */
    public static String day(LocalDate day) {
        return "" + SIGN + DAY + day;
    }

    /** An argument that stands for a time of day. */
    public static String time(LocalTime time) {
        return "" + SIGN + TIME + time;
    }

    /** What is to be put into words, in the language of whoever reads it. */
    public Message message() {
        if (again()) {
            Label step = new Label(arguments.getFirst(), arguments.subList(1, arguments.size()), null);
            return Message.of(key, step.message());
        }
        return Message.of(key, arguments.stream().map(Label::argument).toArray());
    }

    private static Object argument(String stored) {
        if (stored.length() < 2 || stored.charAt(0) != SIGN) {
            return stored;
        }
        String value = stored.substring(2);
        try {
            return switch (stored.charAt(1)) {
                case WORD -> {
                    String[] parts = value.split(String.valueOf(PART), -1);
                    yield parts[0].isBlank()
                            ? ""
                            : Message.of(
                                    parts[0],
                                    Arrays.stream(parts)
                                            .skip(1)
                                            .map(Label::argument)
                                            .toArray());
                }
                case DAY -> LocalDate.parse(value);
                case TIME -> LocalTime.parse(value);
                case NUMBER -> Long.valueOf(value);
                default -> value;
            };
        } catch (DateTimeException | NumberFormatException notOurs) {
            return value;
        }
    }
}
