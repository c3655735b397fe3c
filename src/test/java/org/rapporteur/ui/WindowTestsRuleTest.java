package org.rapporteur.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps window tests from looking at the scene beside the window's thread, where they fail now and then. */
class WindowTestsRuleTest {
    private static final Path TESTS = Path.of("src/test/java");

    private static final Map<Pattern, String> INSTEAD = Map.of(
            Pattern.compile("robot\\s*\\.lookup\\("), "Fx.query, Fx.look, Fx.has or Fx.count",
            Pattern.compile("\\.(clickOn|doubleClickOn|drag|dropTo|moveTo)\\(\\s*\""), "Fx.click or Fx.at",
            Pattern.compile("WaitForAsyncUtils\\s*\\.waitFor\\("), "Fx.await",
            Pattern.compile("Thread\\s*\\.sleep\\("), "Fx.await");

    @Test
    void theSceneIsLookedAtOnTheWindowsThread() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(TESTS)) {
            files = all.filter(file ->
                            file.toString().endsWith(".java") && !file.endsWith(Path.of("org/rapporteur/ui/Fx.java")))
                    .sorted()
                    .toList();
        }
        assertFalse(files.isEmpty(), "the tests are at " + TESTS.toAbsolutePath());
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            String source = Files.readString(file);
            INSTEAD.forEach((pattern, instead) -> {
                Matcher matcher = pattern.matcher(source);
                while (matcher.find()) {
                    long line = source.substring(0, matcher.start()).lines().count();
                    found.add(file.getFileName() + ":" + line + " " + matcher.group() + " - use " + instead);
                }
            });
        }
        assertEquals(List.of(), found);
    }
}
