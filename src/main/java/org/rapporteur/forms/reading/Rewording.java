package org.rapporteur.forms.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapporteur.core.text.MatchKey;

/**
 * Whether words that were changed may ask something else than the form sent: a "not" came or went, or a word stands in
 * the place of another. Slips of the pen, endings, words put elsewhere and words added behind are no such thing.
 */
final class Rewording {
    private static final Set<String> TURNING = Stream.of(
                    "not no non none never neither nor without cannot except unless only don doesn didn isn aren wasn"
                            + " weren won wouldn shouldn couldn hasn haven hadn t lack against oppose refuse fail instead"
                            + " ne n pas aucun aucune jamais sans ni sauf contre hormis"
                            + " nunca jamás sin ningún ninguno ninguna ni tampoco excepto salvo contra"
                            + " لا ولا بلا ليس ليست لم لن غير دون بدون عدم وعدم عدا باستثناء ضد"
                            + " не нет ни без никогда никто ничего кроме против нельзя"
                            + " 不 没 沒 無 无 非 未 否 勿 除 反")
            .flatMap(words -> Stream.of(words.split(" ")))
            .map(MatchKey::of)
            .collect(Collectors.toUnmodifiableSet());

    private Rewording() {}

    /**
     * Whether a text may mean something else than each of the wordings that the form has for it.
     *
     * @param text what stands in the file, without the form's own small print
     * @param wordings the form's wordings in all languages; none of them says nothing
     * @param choice whether they are those of a choice, where words put in front change what is ticked
     */
    static boolean turns(String text, Collection<String> wordings, boolean choice) {
        List<String> now = words(text);
        return !now.isEmpty()
                && !wordings.isEmpty()
                && wordings.stream().noneMatch(wording -> same(now, words(wording), choice));
    }

    private static boolean same(List<String> now, List<String> form, boolean choice) {
        List<String> gone = new ArrayList<>(form);
        List<String> added = new ArrayList<>();
        for (String word : now) {
            if (!gone.remove(word)) {
                added.add(word);
            }
        }
        added.removeIf(word -> gone.stream()
                .filter(other -> alike(word, other))
                .findFirst()
                .map(gone::remove)
                .isPresent());
        if (Stream.concat(added.stream(), gone.stream()).anyMatch(TURNING::contains)) {
            return false;
        }
        if (!added.isEmpty() && !gone.isEmpty()) {
            return false;
        }
        boolean before = choice && !added.isEmpty() && added.contains(now.getFirst());
        // What stands before a choice may be its tick or number; words are neither.
        return !before
                || now.getFirst().codePoints().filter(Character::isLetter).count() < 3;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : MatchKey.of(text).split(" ")) {
            if (word.codePoints().anyMatch(Character::isIdeographic)) {
                word.codePoints().forEach(c -> words.add(Character.toString(c)));
            } else if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /** Two spellings of one word: a letter more, less or other within it, or another ending. */
    private static boolean alike(String one, String other) {
        if (TURNING.contains(one) != TURNING.contains(other)
                || one.codePoints().anyMatch(c -> Character.isDigit(c) || Character.isIdeographic(c))
                || other.codePoints().anyMatch(Character::isDigit)) {
            return false;
        }
        int common = 0;
        while (common < Math.min(one.length(), other.length()) && one.charAt(common) == other.charAt(common)) {
            common++;
        }
        int rest = Math.max(one.length(), other.length()) - common;
        if (common == 0) {
            return false;
        }
        boolean ending = rest <= 1 || common >= 4 && rest <= 2;
        return ending || one.length() > 4 && other.length() > 4 && oneStep(one, other, common);
    }

    private static String after(String word) {
        return word.isEmpty() ? word : word.substring(1);
    }

    private static boolean oneStep(String one, String other, int common) {
        String a = one.substring(common);
        String b = other.substring(common);
        boolean swapped = a.length() > 1
                && b.length() > 1
                && a.charAt(0) == b.charAt(1)
                && a.charAt(1) == b.charAt(0)
                && a.substring(2).equals(b.substring(2));
        return swapped || after(a).equals(b) || after(b).equals(a) || after(a).equals(after(b));
    }
}
