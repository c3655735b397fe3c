package org.rapporteur.core.text;

/**
 * The consonants of a name in classes that survive transliteration between Arabic, Cyrillic and Latin spellings.
 * Vowels go, because Arabic does not write the short ones and Latin spellings disagree on the long ones; w and y are
 * kept only where they begin a word. The classes are this program's own.
 */
final class NameSound {

    private NameSound() {}

    /** The sound of an Arabic word as {@link MatchKey} writes it. */
    static String ofArabic(String word) {
        StringBuilder out = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean first = i == 0;
            boolean last = i == word.length() - 1;
            switch (c) {
                case 'ب', 'پ' -> out.append('b');
                case 'ت', 'ط' -> out.append('t');
                case 'ث', 'س', 'ص' -> out.append('s');
                case 'ج', 'غ', 'گ' -> out.append('g');
                case 'ح', 'خ' -> out.append('h');
                case 'د', 'ض' -> out.append('d');
                case 'ذ', 'ز', 'ظ', 'ژ' -> out.append('z');
                case 'ر' -> out.append('r');
                case 'ش', 'چ' -> out.append('c');
                case 'ف' -> out.append('f');
                case 'ق', 'ك' -> out.append('k');
                case 'ل' -> out.append('l');
                case 'م' -> out.append('m');
                case 'ن' -> out.append('n');
                case 'ه' -> {
                    // At the end it is a vowel more often than not.
                    if (!last) {
                        out.append('h');
                    }
                }
                case 'و' -> {
                    if (first) {
                        out.append('w');
                    }
                }
                case 'ي' -> {
                    if (first) {
                        out.append('y');
                    }
                }
                default -> {
                    if (c >= '0' && c <= '9') {
                        out.append(c);
                    }
                }
            }
        }
        return squeeze(out.toString());
    }

    /** The sound of a word in plain lower-case Latin letters. */
    static String ofLatin(String word) {
        StringBuilder out = new StringBuilder(word.length());
        // "Alhassan", "Elsayed": the article written together with the name.
        int start = hasArticle(word) ? 2 : 0;
        for (int i = start; i < word.length(); ) {
            i += latinSound(word, i, i == start, out);
        }
        return squeeze(out.toString());
    }

    private static boolean hasArticle(String word) {
        return word.length() >= 6 && (word.startsWith("al") || word.startsWith("el")) && !isVowel(word.charAt(2));
    }

    // Appends the sound at a place and says how many letters it took.
    private static int latinSound(String word, int i, boolean first, StringBuilder out) {
        char c = word.charAt(i);
        char next = i + 1 < word.length() ? word.charAt(i + 1) : 0;
        boolean last = i == word.length() - 1;
        if (next == 'h') {
            char digraph =
                    switch (c) {
                        case 'k' -> 'h';
                        case 'g' -> 'g';
                        case 's', 'c' -> 'c';
                        case 't' -> 's';
                        case 'd', 'z' -> 'z';
                        case 'p' -> 'f';
                        default -> 0;
                    };
            if (digraph != 0) {
                boolean soft = c == 't' && (i + 2 >= word.length() || word.charAt(i + 2) == 'm');
                out.append(soft ? 't' : digraph);
                return 2;
            }
        }
        if (c == 't' && next == 'c' || c == 's' && next == 'c') {
            return 1;
        }
        if (c == 'd' && (next == 'j' || next == 'z')) {
            out.append('g');
            return 2;
        }
        if (c == 't' && next == 's') {
            out.append('s');
            return 2;
        }
        switch (c) {
            case 'b', 'p' -> out.append('b');
            case 't' -> out.append('t');
            case 's' -> out.append('s');
            case 'j', 'g' -> out.append('g');
            case 'h' -> {
                if (!last) {
                    out.append('h');
                }
            }
            case 'd' -> out.append('d');
            case 'z' -> out.append('z');
            case 'r' -> out.append('r');
            case 'f', 'v' -> out.append('f');
            case 'k', 'q' -> out.append('k');
            case 'c' -> out.append(next == 'e' || next == 'i' || next == 'y' ? 's' : 'k');
            case 'x' -> out.append("ks");
            case 'l' -> out.append('l');
            case 'm' -> out.append('m');
            case 'n' -> out.append('n');
            case 'w', 'y' -> {
                if (first) {
                    out.append(c);
                }
            }
            default -> {
                boolean ouAtStart = first && c == 'o' && next == 'u';
                if (ouAtStart) {
                    out.append('w');
                } else if (c >= '0' && c <= '9') {
                    out.append(c);
                }
            }
        }
        return 1;
    }

    /** The same with doubled letters once, as Arabic writes them. */
    static String squeeze(String sound) {
        StringBuilder out = new StringBuilder(sound.length());
        for (int i = 0; i < sound.length(); i++) {
            if (i == 0 || sound.charAt(i) != sound.charAt(i - 1)) {
                out.append(sound.charAt(i));
            }
        }
        return out.toString();
    }

    private static boolean isVowel(char c) {
        return "aeiouy".indexOf(c) >= 0;
    }
}
