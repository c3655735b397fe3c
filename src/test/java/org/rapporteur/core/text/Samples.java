package org.rapporteur.core.text;

import java.util.Random;

/** Seeded random texts for property tests: six languages, awkward characters, now and then anything at all. */
public final class Samples {
    private static final String[] PIECES = {
        "migration",
        "Recommandation",
        "Ñandú",
        "côte",
        "d’Ivoire",
        "مُحَمَّد",
        "الأردن",
        "مؤتمر",
        "إدارة",
        "ـــ",
        "٣٤٥",
        "Ёлка",
        "Йемен",
        "миграция",
        "移徙",
        "会议",
        "会",
        "ﬁn",
        "①",
        "½",
        "ＡＢＣ",
        "İstanbul",
        "straße",
        "ΑΣ",
        "が",
        "ガ",
        "e\u0301",
        "\u0301",
        "\uD83D\uDE00",
        "\uD83D",
        "\u200F",
        "\u202E",
        "\u0000",
        "\uFEFF",
        "\uFFFE",
        "\r\n",
        "\r",
        "\n",
        "\t",
        " ",
        " ",
        " ",
        ", ",
        ". ",
        "-",
        "'",
        "\"",
        ";",
        "(the)",
        "\u00A0",
        "\u2009",
        "\u200B",
        "हिन्दी",
        "ไทย",
        "1,200",
        "\u1E9B\u0323",
        "\u0345",
        "\u03B1\u0345\u0301"
    };

    private Samples() {}

    /** A text of up to {@code most} pieces. */
    public static String text(Random random, int most) {
        StringBuilder out = new StringBuilder();
        int pieces = random.nextInt(most + 1);
        for (int i = 0; i < pieces; i++) {
            if (random.nextInt(12) == 0) {
                out.appendCodePoint(random.nextInt(4) == 0 ? random.nextInt(0x110000) : random.nextInt(0x3000));
            } else {
                out.append(PIECES[random.nextInt(PIECES.length)]);
            }
        }
        return out.toString();
    }

    /** A seed for a run, given by the property {@code seed} to repeat one. */
    public static long seed() {
        return Long.getLong("seed", System.nanoTime());
    }
}
