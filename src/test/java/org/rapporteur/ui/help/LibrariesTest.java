package org.rapporteur.ui.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LibrariesTest {
    /** Only tests bring these; the program ships without them. */
    private static final Set<String> OF_TESTS = Set.of(
            "junit",
            "apiguardian",
            "opentest4j",
            "testfx",
            "hamcrest",
            "assertj",
            "archunit",
            "surefire",
            "org.osgi",
            "ical4j",
            "threeten-extra");

    @Test
    void everyLibraryOfTheProgramHasItsLicence() {
        Set<String> missing = new TreeSet<>();
        Map<String, String> artifacts = Libraries.artifacts(classPath());
        assertTrue(artifacts.containsKey("javafx-controls"), artifacts.toString());
        artifacts.forEach((artifact, version) -> {
            if (!Libraries.knows(artifact) && OF_TESTS.stream().noneMatch(artifact::startsWith)) {
                missing.add(artifact + "\t<name>\t\t<licence>\t<site>");
            }
        });
        if (!missing.isEmpty()) {
            fail("paste into ui/help/libraries.tsv and fill in:\n" + String.join("\n", missing));
        }
    }

    /** Surefire may put the class path into a jar's manifest; the property tells what it is in truth. */
    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    @Test
    void jarsOfOneLibraryCountOnceAndVersionsComeFromTheirNames() {
        String path = String.join(
                File.pathSeparator,
                List.of(
                        "target/classes",
                        "/m2/javafx-base-26.0.2-linux.jar",
                        "/m2/javafx-base-26.0.2.jar",
                        "/m2/javafx-graphics-26.0.2-mac-aarch64.jar",
                        "/m2/sqlite-jdbc-3.53.4.0.jar",
                        "/m2/commons-math3-3.6.1.jar",
                        "/m2/mystery-1.0.jar"));
        List<String> found = Libraries.of(path).stream()
                .map(library -> library.name() + " " + library.version() + " " + library.licence())
                .toList();
        assertEquals(
                List.of(
                        "Apache Commons Math 3.6.1 Apache-2.0",
                        "mystery 1.0 ",
                        "OpenJFX 26.0.2 GPL-2.0 with Classpath Exception",
                        "Rapporteur Sans (Noto Sans 2.004 and Noto Sans Arabic 2.005) 1.0 OFL-1.1",
                        "SQLite JDBC, with SQLite (public domain) 3.53.4.0 Apache-2.0"),
                found);
    }
}
