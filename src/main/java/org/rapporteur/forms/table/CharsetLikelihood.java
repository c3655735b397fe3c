package org.rapporteur.forms.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Weighs encodings of one or two bytes a character by what they make of the words that hold bytes above ASCII: letters
 * of one script that follow one another as in its languages, capitals at beginnings only, no drawing signs inside words.
 * Encodings that make the same text of a file are one.
 */
final class CharsetLikelihood {
    private static final int MOST_BYTES = 6_000;
    private static final List<String> SINGLE = List.of(
            "windows-1252",
            "windows-1256",
            "windows-1251",
            "KOI8-R",
            "x-MacRoman",
            "IBM850",
            "IBM866",
            "TIS-620",
            "windows-1250",
            "windows-1253",
            "windows-1255",
            "ISO-8859-5",
            "x-MacCyrillic",
            "KOI8-U",
            "ISO-8859-2",
            "IBM852",
            "ISO-8859-7",
            "windows-1254",
            "ISO-8859-8",
            "ISO-8859-6",
            "ISO-8859-15",
            "windows-1257",
            "windows-1258");
    private static final Set<String> RARE =
            Set.of("ISO-8859-2", "IBM852", "windows-1257", "windows-1258", "KOI8-U", "x-MacCyrillic");
    private static final List<String> DOUBLE = List.of("GB18030", "Big5", "Shift_JIS", "EUC-KR", "EUC-JP");
    private static final String USUAL_SIGNS =
            "\u2019\u2018\u201C\u201D\u201E\u00AB\u00BB\u2013\u2014\u2026\u00B0\u00BA\u00AA\u00A7\u20AC\u00A0\u2022\u00BF\u00A1\u060C\u061B\u061F\u066A\u2116\u00A3\u00B7\u200C\u200D\u200E\u200F";

    private static final double UPPER_INSIDE = Math.log(0.001);
    private static final double UPPER_START = Math.log(0.5);
    private static final double SIGN = Math.log(0.004);
    private static final double ODD_SIGN = Math.log(1e-5);
    private static final double NOT_IN_IT = Math.log(1e-9);
    private static final double MIXED = Math.log(1e-5);
    private static final double FREQUENT_IDEOGRAPH = Math.log(1.0 / 250);
    private static final double IDEOGRAPH = Math.log(1.0 / 8_000);
    private static final double ASCII = Math.log(0.01);
    private static final double BESIDE = Math.log(0.01);
    // What ordinary sentences and answers are full of, in both forms.
    private static final String FREQUENT = "的一是不了人我在有他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多"
            + "天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实"
            + "回二理点月明其种全工者情部正名定女问力机给等业最间新位因重被第门相次东政海口使教西再平真世气信北少关并内加化由代军产入先山五水万"
            + "市移劳保护国际合作区域边境管难民返权利务员培训府间组织协议否答复年度报告與這說個來對為會時們國發進經動長樣現將與實點機業間從關"
            + "이다는의을에가한고하기사지서리로인대자어시나";
    private static final double RARE_IDEOGRAPH = Math.log(1.0 / 400_000);
    /** What speaks for rarer encodings must be a little more than nothing. */
    private static final double RARER = 0.2;
    // Letters of names are less independent than the model has it.
    private static final double TRUST = 0.4;

    private CharsetLikelihood() {}

    /**
     * An encoding and how likely it is.
     *
     * @param share from 0 to 1, of all that were weighed
     */
    record Weighed(Charset charset, double share) {}

    /** The encodings from the likeliest on; those that make the same text of the sample come once. */
    static List<Weighed> weigh(byte[] sample) {
        byte[] words = words(sample);
        Map<String, Charset> texts = new HashMap<>();
        List<Charset> kept = new ArrayList<>();
        List<Double> scores = new ArrayList<>();
        int place = 0;
        for (String name : SINGLE) {
            if (Charset.isSupported(name)) {
                Charset charset = Charset.forName(name);
                String text = decode(words, charset);
                if (texts.putIfAbsent(text, charset) == null) {
                    kept.add(charset);
                    scores.add(single(text, CharsetModel.languagesOf(name))
                            - RARER * place
                            - (RARE.contains(name) ? 2.5 : 0));
                }
                place++;
            }
        }
        for (String name : DOUBLE) {
            if (Charset.isSupported(name)) {
                Charset charset = Charset.forName(name);
                String text = decode(words, charset);
                if (texts.putIfAbsent(text, charset) == null) {
                    kept.add(charset);
                    scores.add(ideographs(text) - RARER);
                }
            }
        }
        double most = scores.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        double sum =
                scores.stream().mapToDouble(s -> Math.exp((s - most) * TRUST)).sum();
        List<Weighed> weighed = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            weighed.add(new Weighed(kept.get(i), Math.exp((scores.get(i) - most) * TRUST) / sum));
        }
        weighed.sort(Comparator.comparingDouble(Weighed::share).reversed());
        return weighed;
    }

    /** The runs of letters that hold bytes above ASCII, a space between them. */
    private static byte[] words(byte[] sample) {
        byte[] out = new byte[Math.min(sample.length, MOST_BYTES) + 1];
        int length = 0;
        int i = 0;
        while (i < sample.length && length < out.length - 1) {
            int from = i;
            boolean high = false;
            while (i < sample.length && part(sample[i])) {
                high |= sample[i] < 0;
                i++;
            }
            if (high) {
                int count = Math.min(i - from, out.length - 1 - length);
                System.arraycopy(sample, from, out, length, count);
                length += count;
                out[length++] = ' ';
            }
            i = Math.max(i, from + 1);
        }
        return java.util.Arrays.copyOf(out, length);
    }

    private static boolean part(byte b) {
        return b < 0 || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
    }

    private static String decode(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double single(String text, List<String> languages) {
        List<CharsetModel> models = languages.stream().map(CharsetModel::of).toList();
        double sum = 0;
        StringBuilder word = new StringBuilder();
        boolean lower = false;
        boolean latin = false;
        boolean other = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int type = Character.getType(c);
            boolean letter = Character.isLetter(c)
                    || type == Character.NON_SPACING_MARK
                    || type == Character.COMBINING_SPACING_MARK;
            if (letter && c != '\u00AA' && c != '\u00BA') {
                sum += !Character.isUpperCase(c) ? 0 : lower ? UPPER_INSIDE : word.isEmpty() ? UPPER_START : 0;
                lower |= Character.isLowerCase(c);
                boolean isLatin = Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
                latin |= isLatin;
                other |= !isLatin;
                word.append(c);
                continue;
            }
            sum += end(word, models, latin && other);
            lower = false;
            latin = false;
            other = false;
            if (c != ' ') {
                sum += c == '\uFFFD' || Character.isISOControl(c) || type == Character.PRIVATE_USE
                        ? NOT_IN_IT
                        : USUAL_SIGNS.indexOf(c) >= 0 ? SIGN : ODD_SIGN;
            }
        }
        return sum + end(word, models, latin && other);
    }

    // Each word in the language that it fits best: a table of several languages is no rarity here.
    private static double end(StringBuilder word, List<CharsetModel> models, boolean mixed) {
        if (word.isEmpty()) {
            return 0;
        }
        String lower = word.toString().toLowerCase(Locale.ROOT);
        word.setLength(0);
        double best =
                models.stream().mapToDouble(model -> model.word(lower)).max().orElse(NOT_IN_IT);
        return best + (mixed ? MIXED : 0);
    }

    private static double ideographs(String text) {
        double sum = 0;
        boolean wasScript = false;
        boolean wasAscii = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            boolean script = c >= 0x4E00 && c <= 0x9FFF || c >= 0xAC00 && c <= 0xD7A3 || c >= 0x3041 && c <= 0x30FC;
            boolean sign = c >= 0x3000 && c <= 0x3020 || c >= 0xFF01 && c <= 0xFF5E;
            boolean ascii = c < 0x80 && c != ' ';
            if (c != ' ') {
                sum += script ? ideograph(c) : sign ? SIGN : ascii ? ASCII : NOT_IN_IT;
                sum += script && wasAscii || ascii && wasScript ? BESIDE : 0;
            }
            wasScript = script;
            wasAscii = ascii;
        }
        return sum;
    }

    private static double ideograph(int c) {
        if (FREQUENT.indexOf(c) >= 0 || c < 0x4E00) {
            return FREQUENT_IDEOGRAPH;
        }
        return common(c) ? IDEOGRAPH : RARE_IDEOGRAPH;
    }

    // The first level of GB 2312, kana and Hangul hold what is written; the rest is what mistaken bytes give.
    private static boolean common(int c) {
        if (c < 0x4E00 || c >= 0xAC00) {
            return true;
        }
        byte[] bytes = Character.toString(c).getBytes(Charset.forName("GB18030"));
        byte[] big = Character.toString(c).getBytes(Charset.forName("Big5"));
        boolean simple = bytes.length == 2
                && (bytes[0] & 0xFF) >= 0xB0
                && (bytes[0] & 0xFF) <= 0xD7
                && (bytes[1] & 0xFF) >= 0xA1;
        boolean traditional = big.length == 2 && (big[0] & 0xFF) >= 0xA4 && (big[0] & 0xFF) <= 0xC6;
        return simple || traditional;
    }
}
