package org.rapporteur.core.survey;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.rapporteur.core.survey.Questionnaire.Choice;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.text.ValueKey;

/** Recognises choices by their words in any of the six languages, or by their code; and ticks. Never guesses. */
public final class ChoiceReading {
    private static final Pattern BULLET =
            Pattern.compile("^[-\u2013\u2014*\u2022\u00B7\u2713\u2714\u2611\u2612\u25A0\u25CF]\\s*(?=\\p{L}{2})");
    private static final Set<String> YES = keys("yes y oui si sim نعم 是 да");
    private static final Set<String> NO = keys("no n non لا 否 不是 нет");
    // A cross of its own (U+2717, U+2718) says "no" beside ticks and "yes" in another hand: a person decides.
    private static final Set<String> TICKS = keys("x ✓ ✔ ☑ ☒ √ 1 true yes oui sí نعم 是 да × х v ● ■ *");
    private static final Set<String> NO_TICKS = keys("☐ □ ◻ ○ 0 false no non لا 否 нет - – —");

    /**
     * The value of an answer to a multiple choice that says of every choice that it is not meant: somebody who answered
     * "No" to all has answered.
     */
    public static final String NONE_CHOSEN = "\u2205";

    /** What a place for a tick holds. */
    public enum Tick {
        YES,
        NO,
        UNKNOWN
    }

    private ChoiceReading() {}

    private static Set<String> keys(String words) {
        Set<String> keys = new LinkedHashSet<>();
        for (String word : words.split(" ")) {
            keys.add(key(word));
        }
        return Set.copyOf(keys);
    }

    // A bullet or tick before the words is none of them; any other sign is.
    private static String key(String text) {
        String key = ValueKey.of(BULLET.matcher(text.strip()).replaceFirst(""));
        return key.isEmpty() ? text.strip().toLowerCase(Locale.ROOT) : key;
    }

    /** The one choice of the question that is meant; empty if none or more than one can be. */
    public static Optional<Choice> choice(Question question, Written written) {
        return choice(question, written, true);
    }

    /**
     * The same of what stands in a form, which shows the codes of scales only: a figure or a letter is none of its
     * choices, even if it is the code of one. A "2" may mean the second, or the rank.
     */
    public static Optional<Choice> choiceInForm(Question question, Written written) {
        return choice(question, written, false);
    }

    private static Optional<Choice> choice(Question question, Written written, boolean codes) {
        if (written.form() == Written.Form.SHOWN || written.form() == Written.Form.DATE || written.isEmpty()) {
            return Optional.empty();
        }
        String text = written.form() == Written.Form.NUMBER
                ? NumberReading.decimal(written, org.rapporteur.core.text.Language.EN)
                        .value()
                : written.text();
        Optional<Choice> exact =
                only(question, choice -> spells(choice, text, false, codes || shown(question, choice)));
        if (exact.isPresent()) {
            return exact;
        }
        Optional<Choice> folded =
                only(question, choice -> spells(choice, text, true, codes || shown(question, choice)));
        if (folded.isPresent() || question.type() != QuestionType.YES_NO) {
            return folded;
        }
        String key = key(text);
        boolean yes = YES.contains(key) || written.form() == Written.Form.BOOLEAN && key.equals("true");
        boolean no = NO.contains(key) || written.form() == Written.Form.BOOLEAN && key.equals("false");
        return yes ? question.choice("yes") : no ? question.choice("no") : Optional.empty();
    }

    private static Optional<Choice> only(Question question, java.util.function.Predicate<Choice> test) {
        List<Choice> found = question.choices().stream().filter(test).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Whether the form shows the code of the choice, or it is a word that nobody writes by chance. */
    private static boolean shown(Question question, Choice choice) {
        return question.type() == QuestionType.SCALE
                || choice.label().isEmpty()
                || choice.code().codePoints().filter(Character::isLetter).count() > 2;
    }

    private static boolean spells(Choice choice, String text, boolean folded, boolean code) {
        List<String> spellings = new ArrayList<>();
        if (!choice.code().isEmpty() && code) {
            spellings.add(choice.code());
        }
        for (String label : choice.label().asMap().values()) {
            spellings.add(label);
            if (code) {
                spellings.add(shown(choice, label));
            }
        }
        String wanted = folded ? key(text) : oneSpace(text);
        return spellings.stream().anyMatch(s -> (folded ? key(s) : oneSpace(s)).equals(wanted));
    }

    private static String oneSpace(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** A step of a scale as the form shows it: number and anchor. */
    public static String shown(Choice step, String label) {
        String bare = label.strip();
        return bare.isEmpty() || bare.equals(step.code()) ? step.code() : step.code() + " \u2013 " + bare;
    }

    /**
     * The choices that a list in one cell names, in the order of the question; empty if any part of it is none, so
     * that nothing is taken from words that merely hold the name of a choice.
     */
    public static List<Choice> list(Question question, Written written) {
        return list(question, written, true);
    }

    /** The same of what stands in a form; see {@link #choiceInForm}. */
    public static List<Choice> listInForm(Question question, Written written) {
        return list(question, written, false);
    }

    private static List<Choice> list(Question question, Written written, boolean codes) {
        for (String separator : List.of("[;；؛\\n\\r|•·]+", "[,،，、]+")) {
            Set<Choice> found = new LinkedHashSet<>();
            boolean all = true;
            for (String part : written.text().split(separator)) {
                String bare = part.strip().replaceAll("^[-–—☒☑✓✔]+\\s*", "");
                if (bare.isEmpty()) {
                    continue;
                }
                Optional<Choice> choice = choice(question, Written.text(bare), codes);
                all &= choice.isPresent();
                choice.ifPresent(found::add);
            }
            if (all && !found.isEmpty()) {
                return question.choices().stream().filter(found::contains).toList();
            }
        }
        return List.of();
    }

    /** Whether a choice was ticked; an empty place is not. */
    public static Tick tick(Choice choice, Written written) {
        if (written.isEmpty()) {
            return Tick.NO;
        }
        if (written.form() == Written.Form.DATE || written.form() == Written.Form.SHOWN) {
            return Tick.UNKNOWN;
        }
        String key = key(written.text());
        // Someone may write the choice out again beside it instead of a tick.
        if (TICKS.contains(key) || key.length() > 1 && spells(choice, written.text(), true, false)) {
            return Tick.YES;
        }
        return NO_TICKS.contains(key) ? Tick.NO : Tick.UNKNOWN;
    }
}
