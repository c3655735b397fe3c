package org.rapporteur.ui.help;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the running program is made of. Names and versions come from the class path, licences from our own table
 * {@code libraries.tsv}, which a test holds against the class path.
 */
final class Libraries {
    private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[\\w.]*?)(?:-(?:linux|win|mac)(?:-aarch64)?)?\\.jar");

    private Libraries() {}

    /**
     * One library or font.
     *
     * @param name its name
     * @param version its version
     * @param licence its licence; empty if the table does not know it
     * @param site where it comes from; may be empty
     */
    record Library(String name, String version, String licence, String site) {}

    /** A line of the table: an artifact, or a font with a fixed version. */
    private record Known(String name, String version, String licence, String site) {}

    /** Everything on the class path that the program runs with, by name. */
    static List<Library> ofThisProgram() {
        return of(System.getProperty("java.class.path", ""));
    }

    /** Everything on a class path; jars that belong to one library count once. */
    static List<Library> of(String classPath) {
        Map<String, Known> table = table();
        Map<String, Library> found = new TreeMap<>(Comparator.comparing(String::toLowerCase));
        artifacts(classPath).forEach((artifact, version) -> {
            Known known = table.get(artifact);
            String name = known == null ? artifact : known.name();
            found.putIfAbsent(
                    name,
                    new Library(
                            name, version, known == null ? "" : known.licence(), known == null ? "" : known.site()));
        });
        table.values().stream()
                .filter(known -> !known.version().isEmpty())
                .forEach(known -> found.put(
                        known.name(), new Library(known.name(), known.version(), known.licence(), known.site())));
        return new ArrayList<>(found.values());
    }

    /** Artifacts and versions of the jars on a class path. */
    static Map<String, String> artifacts(String classPath) {
        Map<String, String> artifacts = new LinkedHashMap<>();
        for (String entry : classPath.split(Pattern.quote(File.pathSeparator))) {
            Matcher matcher = JAR.matcher(new File(entry).getName());
            if (matcher.matches() && !matcher.group(1).equals("rapporteur")) {
                artifacts.putIfAbsent(matcher.group(1), matcher.group(2));
            }
        }
        return artifacts;
    }

    /** Whether the table knows the licence of an artifact. */
    static boolean knows(String artifact) {
        return table().containsKey(artifact);
    }

    private static Map<String, Known> table() {
        Map<String, Known> table = new LinkedHashMap<>();
        try (InputStream in = Libraries.class.getResourceAsStream("libraries.tsv")) {
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        String[] cells = line.split("\t", -1);
                        table.put(cells[0], new Known(cells[1], cells[2], cells[3], cells[4]));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }
}
