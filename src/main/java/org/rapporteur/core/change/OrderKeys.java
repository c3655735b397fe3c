package org.rapporteur.core.change;

import java.util.ArrayList;
import java.util.List;

/**
 * Fractional order keys: text over the digits 0-9, A-Z, a-z that sorts by code unit. Between any two there is always
 * a third, so that a row is moved by writing one field and concurrent moves merge without a conflict.
 */
public final class OrderKeys {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int BASE = DIGITS.length();

    /** A key longer than this calls for new keys for all rows of the parent. */
    public static final int LONG = 24;

    private OrderKeys() {}

    /**
     * A key between two others.
     *
     * @param before key of the row before, null or "" at the start
     * @param after key of the row after, null or "" at the end; if it does not sort after {@code before} (a tie after
     *     a merge) it is ignored
     */
    public static String between(String before, String after) {
        String low = before == null ? "" : before;
        String high = after == null || after.isEmpty() || after.compareTo(low) <= 0 ? null : after;
        StringBuilder key = new StringBuilder();
        for (int i = 0; ; i++) {
            int a = i < low.length() ? digit(low.charAt(i)) : 0;
            int b = high == null ? BASE : i < high.length() ? digit(high.charAt(i)) : 0;
            if (high != null && i >= low.length() && i >= high.length()) {
                // A key that ends in the lowest digit (not one of ours) has no room before it.
                return between(before, null);
            }
            if (b - a > 1) {
                // At the ends step by one, not by halves, so that keys stay short when rows are appended.
                int step = high == null && i < low.length() ? a + 1 : (a + b) / 2;
                return key.append(DIGITS.charAt(step)).toString();
            }
            key.append(DIGITS.charAt(a));
            if (b > a) {
                high = null;
            }
        }
    }

    /** Keys for a list of rows, evenly spread and all of the same length. */
    public static List<String> spread(int count) {
        int length = 1;
        for (long room = BASE; room < 4L * count + 4; room *= BASE) {
            length++;
        }
        double room = Math.pow(BASE, length);
        List<String> keys = new ArrayList<>(count);
        for (int i = 1; i <= count; i++) {
            long n = (long) (room * i / (count + 1));
            char[] key = new char[length];
            for (int k = length - 1; k >= 0; k--) {
                key[k] = DIGITS.charAt((int) (n % BASE));
                n /= BASE;
            }
            // A key that ends in the lowest digit has no room before it.
            keys.add(new String(key) + (key[length - 1] == '0' ? "V" : ""));
        }
        return keys;
    }

    private static int digit(char c) {
        int digit = DIGITS.indexOf(c);
        return Math.max(digit, 0);
    }
}
