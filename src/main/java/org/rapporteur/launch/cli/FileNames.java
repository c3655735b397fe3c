package org.rapporteur.launch.cli;

import java.util.Locale;

/** Names of files made from names of people and organizations. */
final class FileNames {
    private static final int LONGEST = 60;

    private FileNames() {}

    /** A name that every system accepts: letters of any script and digits stay, anything else becomes a hyphen. */
    static String of(String name) {
        String safe = name.strip()
                .toLowerCase(Locale.ROOT)
                .replace("+", "-plus-")
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-+|-+$", "");
        if (safe.isEmpty()) {
            return "unnamed";
        }
        int[] points = safe.codePoints().limit(LONGEST).toArray();
        return new String(points, 0, points.length);
    }
}
