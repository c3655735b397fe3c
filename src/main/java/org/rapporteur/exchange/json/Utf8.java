package org.rapporteur.exchange.json;

/**
 * Checks the bytes of JSON before a parser sees them: valid UTF-8 by RFC 3629 (no overlong forms, no surrogates, nothing
 * above U+10FFFF), no control characters, and no half of a surrogate pair written as an escape. Jackson lets overlong
 * forms and lone surrogates pass; such text would change when it is stored, and the same file would then not say the
 * same to everyone.
 */
public final class Utf8 {
    private static final int LAST_ASCII = 0x7F;

    private Utf8() {}

    /**
     * Where the first fault is.
     *
     * @param bytes holds the text
     * @param from first byte
     * @param to after the last byte
     * @param layout whether tab, line feed and carriage return may stand between values
     * @return index in {@code bytes}, or -1 if there is no fault
     */
    public static int firstFault(byte[] bytes, int from, int to, boolean layout) {
        int at = from;
        while (at < to) {
            int b = bytes[at];
            if (b >= ' ' && b != '\\') {
                at++;
            } else if (b == '\\') {
                int length = escape(bytes, at, to);
                if (length < 0) {
                    return at;
                }
                at += length;
            } else if (b >= 0) {
                if (!layout || b != '\n' && b != '\r' && b != '\t') {
                    return at;
                }
                at++;
            } else {
                int length = sequence(bytes, at, to);
                if (length < 0) {
                    return at;
                }
                at += length;
            }
        }
        return -1;
    }

    /** Bytes of the well-formed sequence here (table 3-7 of the Unicode standard), or -1. */
    private static int sequence(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xFF;
        if (first >= 0xC2 && first <= 0xDF) {
            return continued(bytes, at + 1, to, 1) ? 2 : -1;
        }
        if (first >= 0xE0 && first <= 0xEF) {
            int low = first == 0xE0 ? 0xA0 : 0x80;
            int high = first == 0xED ? 0x9F : 0xBF;
            return continued(bytes, at + 1, to, 2) && within(bytes[at + 1], low, high) ? 3 : -1;
        }
        if (first >= 0xF0 && first <= 0xF4) {
            int low = first == 0xF0 ? 0x90 : 0x80;
            int high = first == 0xF4 ? 0x8F : 0xBF;
            return continued(bytes, at + 1, to, 3) && within(bytes[at + 1], low, high) ? 4 : -1;
        }
        return -1;
    }

    private static boolean continued(byte[] bytes, int at, int to, int count) {
        if (at + count > to) {
            return false;
        }
        for (int i = at; i < at + count; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return false;
            }
        }
        return true;
    }

    private static boolean within(byte b, int low, int high) {
        int value = b & 0xFF;
        return value >= low && value <= high;
    }

    /** Bytes of the escape here, both halves if it is a surrogate pair; -1 if it is half of one or breaks off. */
    private static int escape(byte[] bytes, int at, int to) {
        if (at + 1 >= to || bytes[at + 1] < ' ' || bytes[at + 1] > LAST_ASCII) {
            return -1;
        }
        if (bytes[at + 1] != 'u') {
            return 2;
        }
        int unit = unit(bytes, at, to);
        if (unit < 0) {
            return -1;
        }
        if (!Character.isSurrogate((char) unit)) {
            return 6;
        }
        int next = unit(bytes, at + 6, to);
        boolean pair = next >= 0 && Character.isHighSurrogate((char) unit) && Character.isLowSurrogate((char) next);
        return pair ? 12 : -1;
    }

    private static int unit(byte[] bytes, int at, int to) {
        if (at + 6 > to || bytes[at] != '\\' || bytes[at + 1] != 'u') {
            return -1;
        }
        int value = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = bytes[i] < 0 ? -1 : Character.digit(bytes[i], 16);
            if (digit < 0) {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }
}
