package org.rapporteur.core.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The words of a name that tell people apart: without titles, courtesies, articles and particles. */
final class NameWords {

    // As MatchKey writes them: lower case, no accents, no points.
    private static final Set<String> TITLES = keys(
            "mr mrs ms miss dr prof sir dame lord hon he hrh excellency ambassador minister eng",
            "m mme mlle mm se son sa excellence ambassadeur ambassadrice ministre",
            "sr sra srta don dona d da excmo excma embajador embajadora ministro ministra lic ing",
            "г-н г-жа господин госпожа посол министр проф",
            "先生 女士 博士 教授 大使 阁下");
    // Only before a name: "السيد" is Mr. there and the family name El-Sayed after it.
    private static final Set<String> LEADING_TITLES = keys(
            "السيد السيدة الآنسة السيدات د دكتور الدكتور الدكتورة سعادة معالي سمو السفير السفيرة الوزير الوزيرة المهندس أ");
    private static final Set<String> PARTICLES = keys(
            "al el ul as ash ad ar az an ben bin ibn bint abu ould wuld ait",
            "de del la las los le les l d di da do dos das du des von van der den ter y e i of the and",
            "ال بن ابن بنت آل");

    private NameWords() {}

    private static Set<String> keys(String... lines) {
        Set<String> keys = new java.util.HashSet<>();
        for (String line : lines) {
            for (String word : line.split(" ")) {
                // "г-н" becomes two words as a key; both alone are no names.
                keys.addAll(List.of(MatchKey.of(word).split(" ")));
            }
        }
        return Set.copyOf(keys);
    }

    /** The telling words of a match key; all of them if none is telling. */
    static List<String> significant(String key) {
        if (key.isEmpty()) {
            return List.of();
        }
        String[] words = key.split(" ");
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            boolean title = TITLES.contains(words[i]) && (words[i].length() > 1 || i == 0)
                    || kept.isEmpty() && LEADING_TITLES.contains(words[i]);
            if (!title && !PARTICLES.contains(words[i])) {
                kept.add(words[i]);
            }
        }
        return kept.isEmpty() ? List.of(words) : kept;
    }

    static boolean isArabic(String word) {
        return Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.ARABIC;
    }

    /** The word without the attached article, if enough is left. */
    static String withoutArticle(String word) {
        return word.length() > 4 && word.startsWith("\u0627\u0644") ? word.substring(2) : word;
    }
}
