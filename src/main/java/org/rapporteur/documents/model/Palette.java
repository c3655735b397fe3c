package org.rapporteur.documents.model;

import java.util.List;

/**
 * Colours of documents. Series can be told apart with any kind of colour vision and in print without colour: the order
 * alternates light and dark.
 */
public final class Palette {

    /** Blue of headings, rules and single bars. */
    public static final String ACCENT = "1F5A96";

    /** Light grey of what is missing: not answered, not known. */
    public static final String MISSING = "C9D1D9";

    /** Series colours in order of use. */
    public static final List<String> SERIES =
            List.of("1F5A96", "E69F00", "0B7A5E", "CC79A7", "56B4E9", "7A3B00", "8C8C8C", "332288");

    private static final int[] LOW = {0xF3, 0xF7, 0xFB};
    private static final int[] HIGH = {0x5B, 0x9B, 0xD5};

    private Palette() {}

    /** The colour of the series at a place, counted from 0; repeats after the last. */
    public static String series(int index) {
        return SERIES.get(Math.floorMod(index, SERIES.size()));
    }

    /**
     * The background for a share, from nearly white to a blue on which black letters can still be read (contrast over 6
     * to 1 at its darkest).
     *
     * @param share 0 to 1
     * @return RRGGBB; white for a share of 0, so that nothing and little differ
     */
    public static String tint(double share) {
        if (!(share > 0)) {
            return "FFFFFF";
        }
        double part = Math.min(1, share);
        StringBuilder colour = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            colour.append(String.format("%02X", Math.round(LOW[i] + (HIGH[i] - LOW[i]) * part)));
        }
        return colour.toString();
    }
}
