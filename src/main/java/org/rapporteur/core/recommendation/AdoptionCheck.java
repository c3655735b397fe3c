package org.rapporteur.core.recommendation;

import static org.rapporteur.core.recommendation.RecommendationKinds.RECOMMENDATION;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.problem.Message;

/** What stands against adopting a text, named one by one. */
public final class AdoptionCheck {
    private static final Pattern BRACKET = Pattern.compile("[\\[\\]\\uFF3B\\uFF3D\\u3010\\u3011]");
    // Words that stand for a text to come, as people and this program's own drafts write them, in six languages.
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "^\\P{L}*(?:to be (?:worded|drafted|completed|determined|decided|confirmed|added|inserted)|tbd|tbc|tba|todo"
                    + "|lorem ipsum|insert text|text to come|placeholder|x{3,}"
                    + "|[àa] r[ée]diger|[àa] compl[ée]ter|[àa] d[ée]terminer|texte [àa] venir"
                    + "|(?:texto )?por redactar|por completar|por determinar|pendiente"
                    + "|\u0644\u0644\u0635\u064a\u0627\u063a\u0629|\u062a\u0635\u0627\u063a \u0644\u0627\u062d\u0642\u0627"
                    + "|\u064a\u0636\u0627\u0641 \u0644\u0627\u062d\u0642\u0627"
                    + "|\u6709\u5f85\u62df\u5b9a|\u5f85\u62df|\u5f85\u5b9a|\u5f85\u8865"
                    + "|\u0444\u043e\u0440\u043c\u0443\u043b\u0438\u0440\u043e\u0432\u043a\u0430 \u043f\u043e\u0434\u043b\u0435\u0436\u0438\u0442"
                    + "|\u0431\u0443\u0434\u0435\u0442 (?:\u0434\u043e\u043f\u043e\u043b\u043d\u0435\u043d|\u0443\u0442\u043e\u0447\u043d\u0435\u043d)\u043e"
                    + "|\u0442\u0435\u043a\u0441\u0442 \u0431\u0443\u0434\u0435\u0442)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    // The same somewhere in a text, only where it can't be said of anything but the text itself.
    private static final Pattern WITHIN = Pattern.compile(
            "\\b(?:to be (?:worded|drafted)|tbd|tbc|tba|lorem ipsum|(?:insert text|text to come) here|x{3,})\\b"
                    + "|\\b(?:text|wording|language|paragraph|recommendation)s?\\b[^.;]{0,40}\\bto be"
                    + " (?:completed|determined|decided|confirmed|added|inserted|agreed|provided)\\b"
                    + "|\\b(?:texte|libell[\u00e9e]|formulation|paragraphe)s?\\b[^.;]{0,40}[\u00e0a]"
                    + " (?:r[\u00e9e]diger|compl[\u00e9e]ter|d[\u00e9e]terminer|ins[\u00e9e]rer|venir)\\b"
                    + "|\\b(?:texto|redacci[o\u00f3]n|p[a\u00e1]rrafo)s?\\b[^.;]{0,40}\\b(?:por"
                    + " (?:redactar|completar|determinar|a[n\u00f1]adir)|pendiente)"
                    + "|\u0627\u0644\u0646\u0635[^.\u061b]{0,40}(?:\u0642\u064a\u062f \u0627\u0644\u0635\u064a\u0627\u063a\u0629"
                    + "|\u0644\u0627\u062d\u0642\u0627|\u0644\u0644\u0635\u064a\u0627\u063a\u0629)"
                    + "|\u062a?\u064a?\u0635\u0627\u063a \u0644\u0627\u062d\u0642\u0627"
                    + "|(?:\u6848\u6587|\u6587\u672c|\u63aa\u8f9e)[^\u3002\uff1b]{0,12}(?:\u5f85\u62df|\u5f85\u5b9a|\u5f85\u8865)|\u6709\u5f85\u62df\u5b9a"
                    + "|(?:\u0442\u0435\u043a\u0441\u0442|\u0444\u043e\u0440\u043c\u0443\u043b\u0438\u0440\u043e\u0432\u043a\u0430)[^.;]{0,40}"
                    + "(?:\u043f\u043e\u0434\u043b\u0435\u0436\u0438\u0442"
                    + "|\u0431\u0443\u0434\u0435\u0442 (?:\u0434\u043e\u043f\u043e\u043b\u043d\u0435\u043d|\u0443\u0442\u043e\u0447\u043d\u0435\u043d|\u043f\u0440\u0435\u0434\u0441\u0442\u0430\u0432\u043b\u0435\u043d|\u043f\u043e\u0434\u0433\u043e\u0442\u043e\u0432\u043b\u0435\u043d))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    /** A text of up to this many characters says nothing else if it has such words; one in a long text may be meant. */
    private static final int WORDS_ALONE = 60;

    private AdoptionCheck() {}

    /** What can stand against an adoption. */
    public enum Type {
        /** No language that is to be adopted has text. */
        BLANK(false),
        /** The text is the program's own draft, or words that stand for a text to come. */
        UNWORDED(false),
        /** The day is not stated. */
        NO_DAY(false),
        /** The day has not come yet. */
        FUTURE(false),
        /** Corrections and revisions need a reason. */
        NO_REASON(false),
        /** The original is not among the languages that are to be adopted. */
        NO_ORIGINAL(true),
        /** Two offices wrote different things in the text, and nobody has settled it. */
        CONFLICT(false),
        /** Somewhere in the text stand words for a text to come. */
        PLACEHOLDER(true),
        /** Brackets are left: something is not agreed. */
        BRACKETS(true),
        /** Languages say what an earlier wording of the original said. */
        OLDER(true),
        /** The version was made after the day. */
        MADE_LATER(true),
        /** It has no number. */
        NO_NUMBER(true),
        /** Another recommendation of the meeting has the number too. */
        NUMBER_TWICE(true);

        private final boolean yields;

        Type(boolean yields) {
            this.yields = yields;
        }

        /** Whether a reason in writing is enough to adopt all the same. */
        public boolean yields() {
            return yields;
        }
    }

    /**
     * One thing that stands against it.
     *
     * @param languages codes of the languages concerned; empty if it is not about one
     */
    public record Obstacle(Type type, List<String> languages) {
        public Obstacle {
            languages = List.copyOf(languages);
        }

        /** A sentence of the bundle {@code recommendation}. */
        public Message message() {
            return Message.of(
                    "recommendation.obstacle." + type.name().toLowerCase(Locale.ROOT),
                    languages.stream().map(l -> l.toUpperCase(Locale.ROOT)).collect(Collectors.joining(", ")));
        }
    }

    /**
     * What stands against adopting a version.
     *
     * @param languages codes of the languages that are to be adopted
     * @param day the day of adoption; null if it is not stated
     * @param today the day on which this is asked
     */
    public static List<Obstacle> obstacles(
            Records records,
            Row recommendation,
            Row version,
            Collection<String> languages,
            LocalDate day,
            LocalDate today) {
        List<Obstacle> found = new ArrayList<>();
        List<String> worded = version.texts("body").keySet().stream()
                .filter(languages::contains)
                .toList();
        if (worded.isEmpty()) {
            found.add(new Obstacle(Type.BLANK, List.of()));
        }
        add(
                found,
                Type.UNWORDED,
                worded.stream().filter(l -> unworded(version, l)).toList());
        Set<String> undecided = records.undecided(RecommendationKinds.VERSION, version.id());
        add(
                found,
                Type.CONFLICT,
                worded.stream().filter(l -> undecided.contains("body_" + l)).toList());
        if (day == null) {
            found.add(new Obstacle(Type.NO_DAY, List.of()));
        } else if (day.isAfter(today)) {
            found.add(new Obstacle(Type.FUTURE, List.of()));
        }
        String original = LanguageVersions.original(version);
        if (!worded.isEmpty() && !worded.contains(original)) {
            found.add(new Obstacle(Type.NO_ORIGINAL, List.of(original)));
        }
        add(
                found,
                Type.PLACEHOLDER,
                worded.stream()
                        .filter(l -> !unworded(version, l)
                                && WITHIN.matcher(version.text("body", l)).find())
                        .toList());
        add(
                found,
                Type.BRACKETS,
                worded.stream()
                        .filter(l -> BRACKET.matcher(version.text("body", l)).find())
                        .toList());
        add(
                found,
                Type.OLDER,
                LanguageVersions.older(version, Wordings.of(records, recommendation.id())).stream()
                        .map(LanguageVersions.Older::language)
                        .filter(worded::contains)
                        .toList());
        Optional<LocalDate> made = version.date("made_on");
        if (day != null && made.isPresent() && made.get().isAfter(day)) {
            found.add(new Obstacle(Type.MADE_LATER, List.of()));
        }
        number(records, recommendation).ifPresent(type -> found.add(new Obstacle(type, List.of())));
        return found;
    }

    private static void add(List<Obstacle> found, Type type, List<String> languages) {
        if (!languages.isEmpty()) {
            found.add(new Obstacle(type, languages));
        }
    }

    /** Whether the text in a language is none yet: the program's own draft, or words that stand for a text to come. */
    public static boolean unworded(Row version, String language) {
        String text = version.text("body", language).strip();
        return List.of(version.text("unworded").split(" ")).contains(language)
                || text.codePoints().noneMatch(Character::isLetter)
                || PLACEHOLDER.matcher(text).find()
                || text.codePointCount(0, text.length()) <= WORDS_ALONE
                        && WITHIN.matcher(text).find();
    }

    private static Optional<Type> number(Records records, Row recommendation) {
        String number = recommendation.text("number").strip();
        if (number.isEmpty()) {
            return Optional.of(Type.NO_NUMBER);
        }
        boolean twice = recommendation.ref("meeting") != null
                && records.list(Query.of(RECOMMENDATION).where("meeting", recommendation.ref("meeting"))).stream()
                        .anyMatch(other -> !other.id().equals(recommendation.id())
                                && !other.text("status").equals("withdrawn")
                                && other.text("number").strip().equalsIgnoreCase(number));
        return twice ? Optional.of(Type.NUMBER_TWICE) : Optional.empty();
    }
}
