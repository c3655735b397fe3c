package org.rapporteur.core.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How alike two names of people or parties are, across spellings and scripts: "Mohammed El-Sayed", "Mohamed Elsayed"
 * and "محمد السيد" are one name. Titles and particles do not count, the order of the parts hardly does. It proposes
 * possible duplicates; only a person merges them.
 */
public final class NameMatch {

    /** At or above this two names are very probably the same. */
    public static final double LIKELY = 0.88;

    /** At or above this two names are worth showing to a person as possibly the same. */
    public static final double POSSIBLE = 0.78;

    private NameMatch() {}

    /** A name taken apart once, to be compared many times. */
    public static final class Name {
        private final List<Part> parts;
        private final Part whole;
        private final boolean latin;

        private Name(List<Part> parts, boolean latin) {
            this.parts = parts;
            this.latin = latin;
            this.whole = join(parts);
        }

        private static Part join(List<Part> parts) {
            StringBuilder latin = new StringBuilder();
            StringBuilder sound = new StringBuilder();
            for (Part part : parts) {
                latin.append(part.latin);
                sound.append(part.sound);
            }
            return new Part(latin.toString(), NameSound.squeeze(sound.toString()));
        }

        /**
         * Keys of which two names that are alike share at least one, so that a list of thousands can be searched for
         * duplicates without comparing all with all. Empty for a name without letters.
         */
        public Set<String> blockingKeys() {
            Set<String> keys = new HashSet<>();
            for (Part part : parts) {
                keys.add(part.sound.isEmpty() ? "=" + part.latin : head(part.sound));
            }
            if (!whole.sound.isEmpty()) {
                keys.add(head(whole.sound));
            }
            return keys;
        }

        private static String head(String sound) {
            return sound.substring(0, Math.min(3, sound.length()));
        }

        /** Whether nothing of the name is left to compare. */
        public boolean isEmpty() {
            return parts.isEmpty();
        }
    }

    /** One word of a name: in plain Latin letters and as the consonants that every script writes. */
    private record Part(String latin, String sound) {}

    /** Takes a name apart. */
    public static Name name(String text) {
        String key = MatchKey.of(text);
        List<Part> parts = new ArrayList<>();
        boolean latin = true;
        for (String word : NameWords.significant(key)) {
            if (NameWords.isArabic(word)) {
                latin = false;
                String bare = NameWords.withoutArticle(word);
                parts.add(new Part(Transliteration.toLatin(bare), NameSound.ofArabic(bare)));
            } else {
                latin &= word.charAt(0) < 0x80;
                for (String syllable : Transliteration.toLatin(word).split(" ")) {
                    if (!syllable.isEmpty()) {
                        parts.add(new Part(syllable, NameSound.ofLatin(syllable)));
                    }
                }
            }
        }
        return new Name(List.copyOf(parts), latin);
    }

    /** How alike two names are, from 0 to 1; 0 if either has no letters. */
    public static double similarity(String a, String b) {
        return similarity(name(a), name(b));
    }

    /** How alike two names are, from 0 to 1; the same whichever comes first. */
    public static double similarity(Name a, Name b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        boolean sameScript = a.latin && b.latin;
        // Both ways, because pairing the best first may fall out differently when parts are equally alike.
        double byParts = Math.max(byParts(a.parts, b.parts, sameScript), byParts(b.parts, a.parts, sameScript));
        double byWhole = 0.97 * part(a.whole, b.whole, sameScript);
        return Math.max(byParts, byWhole);
    }

    private static double byParts(List<Part> a, List<Part> b, boolean sameScript) {
        List<Part> few = a.size() <= b.size() ? a : b;
        List<Part> many = a.size() <= b.size() ? b : a;
        double[][] scores = new double[few.size()][many.size()];
        for (int i = 0; i < few.size(); i++) {
            for (int j = 0; j < many.size(); j++) {
                scores[i][j] = part(few.get(i), many.get(j), sameScript);
            }
        }
        double matched = bestPairs(scores, few, many);
        double unmatched = weight(few) + weight(many);
        double base = unmatched == 0 ? 0 : matched / unmatched;
        // "Fatima Benali" and "Fatima Zahra Benali": all of the shorter name is there. One word alone proves little.
        double contained = few.size() >= 2 && few.size() < many.size() ? matched / (2 * weight(few)) * 0.9 : 0;
        return Math.max(base, contained);
    }

    // Pairs the best first; names have few parts, and an exact assignment would hardly ever differ.
    private static double bestPairs(double[][] scores, List<Part> few, List<Part> many) {
        boolean[] usedRow = new boolean[few.size()];
        boolean[] usedColumn = new boolean[many.size()];
        double total = 0;
        for (int round = 0; round < few.size(); round++) {
            int row = -1;
            int column = -1;
            for (int i = 0; i < few.size(); i++) {
                for (int j = 0; j < many.size(); j++) {
                    boolean free = !usedRow[i] && !usedColumn[j];
                    if (free && (row < 0 || scores[i][j] > scores[row][column])) {
                        row = i;
                        column = j;
                    }
                }
            }
            usedRow[row] = true;
            usedColumn[column] = true;
            // A half-alike pair is a different word; counting it would make all names a little alike.
            if (scores[row][column] >= 0.6) {
                total += scores[row][column] * (weight(few.get(row)) + weight(many.get(column)));
            }
        }
        return total;
    }

    private static double weight(List<Part> parts) {
        return parts.stream().mapToDouble(NameMatch::weight).sum();
    }

    // Initials count for less than full words.
    private static double weight(Part part) {
        return part.latin.length() <= 1 ? 0.5 : 1;
    }

    private static double part(Part a, Part b, boolean sameScript) {
        if (a.latin.equals(b.latin)) {
            return 1;
        }
        if (a.latin.length() == 1 || b.latin.length() == 1) {
            // An initial agrees with any word that begins so.
            return a.latin.charAt(0) == b.latin.charAt(0) ? 0.8 : 0;
        }
        double bySpelling = JaroWinkler.similarity(a.latin, b.latin);
        int length = Math.min(a.sound.length(), b.sound.length());
        double bySound = 0;
        if (length > 0) {
            double near = JaroWinkler.similarity(a.sound, b.sound);
            double alike = a.sound.equals(b.sound) ? 1 : 0.95 * near * near;
            // The fewer consonants there are, the more names share them. Across scripts they are all there is.
            double trust = sameScript
                    ? switch (length) {
                        case 1 -> 0.6;
                        case 2 -> 0.75;
                        default -> 0.9;
                    }
                    : switch (length) {
                        case 1 -> 0.85;
                        case 2 -> 0.92;
                        default -> 0.97;
                    };
            bySound = alike * trust;
        }
        return Math.max(sameScript ? bySpelling * bySpelling : 0.9 * bySpelling * bySpelling, bySound);
    }
}
