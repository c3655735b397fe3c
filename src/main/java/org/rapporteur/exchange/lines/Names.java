package org.rapporteur.exchange.lines;

/** Names of kinds and columns in a package: the same whatever version wrote it, safe in SQL and in file names. */
public final class Names {
    private static final int LONGEST = 61;

    private Names() {}

    /** Whether it begins with a small letter and goes on with small letters, digits and underscores, 61 at most. */
    public static boolean valid(String name) {
        if (name == null || name.isEmpty() || name.length() > LONGEST || !small(name.charAt(0))) {
            return false;
        }
        for (int i = 1; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!small(c) && c != '_' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    private static boolean small(char c) {
        return c >= 'a' && c <= 'z';
    }
}
