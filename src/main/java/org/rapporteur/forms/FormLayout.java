package org.rapporteur.forms;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What writer and reader of the questionnaire agree on: columns, hidden keys, names and marks.
 *
 * <p>Each row that is answered carries a key in the hidden first column and its answer cell a defined name, both made
 * of the keys of question and choice, so that either finds the answer again wherever the row has gone.
 */
public final class FormLayout {
    public static final int KEY = 0;
    public static final int NUMBER = 1;
    public static final int LABEL = 2;
    public static final int ANSWER = 3;
    public static final int COMMENT = 4;

    /** Name of the hidden sheet. */
    public static final String META = "_rapporteur";

    /** Defined name of the cell that shows who the form is for. */
    public static final String RESPONDENT_NAME = "rr_respondent";

    public static final String MARK_SURVEY = "RapporteurSurvey";
    public static final String MARK_RESPONDENT = "RapporteurRespondent";
    /** The respondent's name as the form shows it. */
    public static final String MARK_NAME = "RapporteurName";

    public static final String MARK_LANGUAGE = "RapporteurLanguage";
    public static final String MARK_VERSION = "RapporteurVersion";

    /** What an empty place for a tick shows, and what its list offers instead. */
    public static final String UNTICKED = "\u2610";

    public static final String TICKED = "\u2612";

    private static final String UUID_PATTERN = "([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})";
    private static final Pattern KEY_TEXT = Pattern.compile("rr:" + UUID_PATTERN + "(?:/" + UUID_PATTERN + ")?");
    private static final Pattern NAME_TEXT = Pattern.compile("rr_a_([0-9a-f]{32})(?:_([0-9a-f]{32}))?");

    /**
     * The place of an answer.
     *
     * @param question key of the question
     * @param choice key of the choice whose tick belongs there, or null
     */
    public record Place(UUID question, UUID choice) {}

    private FormLayout() {}

    /** The hidden key of a row. */
    public static String key(Place place) {
        return "rr:" + place.question() + (place.choice() == null ? "" : "/" + place.choice());
    }

    /** The place that a hidden key names. */
    public static Optional<Place> ofKey(String text) {
        Matcher matcher = KEY_TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(new Place(
                        UUID.fromString(matcher.group(1)),
                        matcher.group(2) == null ? null : UUID.fromString(matcher.group(2))))
                : Optional.empty();
    }

    /** The defined name of an answer cell. */
    public static String name(Place place) {
        return "rr_a_" + hex(place.question()) + (place.choice() == null ? "" : "_" + hex(place.choice()));
    }

    /** The place that a defined name names. */
    public static Optional<Place> ofName(String name) {
        Matcher matcher = NAME_TEXT.matcher(name);
        return matcher.matches()
                ? Optional.of(
                        new Place(unhex(matcher.group(1)), matcher.group(2) == null ? null : unhex(matcher.group(2))))
                : Optional.empty();
    }

    private static String hex(UUID id) {
        return id.toString().replace("-", "");
    }

    private static UUID unhex(String hex) {
        return new UUID(
                Long.parseUnsignedLong(hex.substring(0, 16), 16), Long.parseUnsignedLong(hex.substring(16), 16));
    }
}
