package org.rapporteur.core.participant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.text.PlainText;

/**
 * A person's name taken apart as it is typed on one line: "H.E. Ms Aminata DIALLO", "Diallo, Aminata", "李明",
 * "Иванова Анна". A proposal only; the parts are fields that a person corrects.
 *
 * @param honorific form of address, "" if none was written
 * @param given given names, "" if the name has one part
 * @param family family name
 * @param inScript the name as written if it is not in Latin letters, else ""
 */
public record PersonName(String honorific, String given, String family, String inScript) {
    private static final Set<String> HONORIFICS = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "dr",
            "prof",
            "he",
            "hon",
            "amb",
            "sr",
            "sra",
            "mme",
            "mlle",
            "sir",
            "dame",
            "ambassador",
            "professor",
            "г-н",
            "г-жа",
            "السيد",
            "السيدة",
            "الدكتور",
            "الدكتورة",
            "د",
            "سعادة",
            "معالي");

    /** Takes a name apart; an empty text gives an empty family name. */
    public static PersonName of(String typed) {
        String text = PlainText.line(typed).strip();
        int comma = text.indexOf(',');
        if (comma > 0 && comma < text.length() - 1) {
            PersonName rest = split(words(text.substring(comma + 1)), false);
            String given = (rest.given() + " " + rest.family()).strip();
            return new PersonName(
                    rest.honorific(), given, text.substring(0, comma).strip(), script(text.replace(",", "")));
        }
        PersonName name = split(words(text), true);
        return new PersonName(name.honorific(), name.given(), name.family(), script(text));
    }

    /** The values of a person of this name. */
    public Values values() {
        return Values.of("honorific", honorific)
                .with("given_name", given)
                .with("family_name", family)
                .with("name_in_script", inScript);
    }

    private static List<String> words(String text) {
        return new ArrayList<>(
                Arrays.stream(text.split("\\s+")).filter(w -> !w.isEmpty()).toList());
    }

    private static PersonName split(List<String> words, boolean byCapitals) {
        List<String> address = new ArrayList<>();
        while (words.size() > 1 && isHonorific(words.getFirst())) {
            address.add(words.removeFirst());
        }
        int family = words.size() - 1;
        if (byCapitals) {
            // A run of capitals at one end is the family name: "Aminata DIALLO BA", "DIALLO Aminata".
            int end = words.size();
            while (end > 0 && isCapitals(words.get(end - 1))) {
                end--;
            }
            int start = 0;
            while (start < words.size() && isCapitals(words.get(start))) {
                start++;
            }
            if (end > 0 && end < words.size()) {
                family = end;
            } else if (start > 0 && start < words.size()) {
                return new PersonName(
                        String.join(" ", address),
                        String.join(" ", words.subList(start, words.size())),
                        String.join(" ", words.subList(0, start)),
                        "");
            }
        }
        if (family < 0) {
            return new PersonName(String.join(" ", address), "", "", "");
        }
        return new PersonName(
                String.join(" ", address),
                String.join(" ", words.subList(0, family)),
                String.join(" ", words.subList(family, words.size())),
                "");
    }

    private static boolean isHonorific(String word) {
        return HONORIFICS.contains(word.replace(".", "").toLowerCase(Locale.ROOT));
    }

    private static boolean isCapitals(String word) {
        long letters = word.codePoints().filter(Character::isLetter).count();
        return letters > 1
                && word.codePoints()
                        .filter(Character::isLetter)
                        .allMatch(c -> Character.isUpperCase(c) || Character.getType(c) == Character.MODIFIER_LETTER);
    }

    private static String script(String text) {
        boolean latin = text.codePoints()
                .filter(Character::isLetter)
                .allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN
                        || Character.UnicodeScript.of(c) == Character.UnicodeScript.COMMON);
        return latin ? "" : text;
    }
}
