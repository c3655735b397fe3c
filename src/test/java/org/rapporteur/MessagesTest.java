package org.rapporteur;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rapporteur.core.text.Language;

/**
 * The message bundles agree with each other and with the program. Each failure prints the lines to paste into a
 * bundle.
 */
class MessagesTest {
    private static final Path BUNDLES = Path.of("src/main/resources/org/rapporteur/i18n");
    private static final Path SOURCES = Path.of("src/main/java");

    private static Path file(String bundle, Language language) {
        return BUNDLES.resolve(
                language == Language.EN ? bundle + ".properties" : bundle + "_" + language.code() + ".properties");
    }

    private static List<String> bundles() throws IOException {
        return Files.readAllLines(BUNDLES.resolve("bundles.txt")).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    private static Map<String, String> read(Path file) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
        }
        Map<String, String> words = new LinkedHashMap<>();
        properties.stringPropertyNames().stream().sorted().forEach(k -> words.put(k, properties.getProperty(k)));
        return words;
    }

    @Test
    void everyFileIsInTheIndexAndEveryIndexEntryHasItsFiles() throws IOException {
        Set<String> expected = new TreeSet<>();
        for (String bundle : bundles()) {
            for (Language language : Language.all()) {
                expected.add(file(bundle, language).getFileName().toString());
            }
        }
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.list(BUNDLES)) {
            files.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".properties"))
                    .forEach(found::add);
        }
        Set<String> missing = new TreeSet<>(expected);
        missing.removeAll(found);
        Set<String> unlisted = new TreeSet<>(found);
        unlisted.removeAll(expected);
        assertTrue(
                missing.isEmpty() && unlisted.isEmpty(),
                () -> "files to add: " + missing + "; files not in bundles.txt: " + unlisted);
    }

    @Test
    void noKeyStandsTwice() throws IOException {
        List<String> problems = new ArrayList<>();
        Map<String, String> owner = new HashMap<>();
        for (String bundle : bundles()) {
            for (String key : read(file(bundle, Language.EN)).keySet()) {
                String other = owner.put(key, bundle);
                if (other != null) {
                    problems.add(key + " is in both " + other + " and " + bundle);
                }
            }
            for (Language language : Language.all()) {
                Set<String> seen = new TreeSet<>();
                Path file = file(bundle, language);
                for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                    int equals = line.indexOf('=');
                    if (equals > 0
                            && !line.startsWith("#")
                            && !seen.add(line.substring(0, equals).strip())) {
                        problems.add(file.getFileName() + " has twice: " + line);
                    }
                }
            }
        }
        report(problems);
    }

    @Test
    void allLanguagesHaveTheSameKeys() throws IOException {
        List<String> problems = new ArrayList<>();
        for (String bundle : bundles()) {
            Map<String, String> english = read(file(bundle, Language.EN));
            for (Language language : Language.all()) {
                Map<String, String> words = read(file(bundle, language));
                List<String> toPaste = english.keySet().stream()
                        .filter(key -> !words.containsKey(key) || words.get(key).isBlank())
                        .map(key -> key + "=" + english.get(key))
                        .toList();
                if (!toPaste.isEmpty()) {
                    problems.add("paste into " + file(bundle, language).getFileName() + " and translate:\n"
                            + String.join("\n", toPaste));
                }
                List<String> toDrop = words.keySet().stream()
                        .filter(key -> !english.containsKey(key))
                        .toList();
                if (!toDrop.isEmpty()) {
                    problems.add("no such key in English, remove from "
                            + file(bundle, language).getFileName() + ":\n" + String.join("\n", toDrop));
                }
            }
        }
        report(problems);
    }

    @Test
    void placeholdersAgree() throws IOException {
        List<String> problems = new ArrayList<>();
        for (String bundle : bundles()) {
            Map<String, String> english = read(file(bundle, Language.EN));
            for (Language language : Language.all()) {
                Map<String, String> words = read(file(bundle, language));
                for (Map.Entry<String, String> entry : words.entrySet()) {
                    String where = file(bundle, language).getFileName() + ": " + entry.getKey();
                    try {
                        Set<String> wanted = arguments(english.getOrDefault(entry.getKey(), entry.getValue()));
                        Set<String> found = arguments(entry.getValue());
                        if (!wanted.equals(found)) {
                            problems.add(where + " has " + found + " where English has " + wanted);
                        }
                    } catch (IllegalArgumentException e) {
                        problems.add(where + " is not a message: " + e.getMessage());
                    }
                }
            }
        }
        report(problems);
    }

    private static Set<String> arguments(String message) {
        Set<String> arguments = new TreeSet<>();
        MessagePattern pattern = new MessagePattern(message);
        for (int i = 0; i < pattern.countParts(); i++) {
            MessagePattern.Part part = pattern.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_NUMBER) {
                arguments.add("{" + part.getValue() + "}");
            } else if (part.getType() == MessagePattern.Part.Type.ARG_NAME) {
                throw new IllegalArgumentException("arguments have numbers, not names");
            }
        }
        return arguments;
    }

    @Test
    void pluralsHaveTheFormsOfTheirLanguage() throws IOException {
        List<String> problems = new ArrayList<>();
        for (String bundle : bundles()) {
            for (Language language : Language.all()) {
                Set<String> rules = new TreeSet<>(
                        PluralRules.forLocale(new ULocale(language.code())).getKeywords());
                // Millions alone take "many" in French and Spanish, and fractions alone take "other" in Russian
                // with a noun; messages count far fewer things.
                if (language == Language.FR || language == Language.ES) {
                    rules.remove("many");
                }
                for (Map.Entry<String, String> entry :
                        read(file(bundle, language)).entrySet()) {
                    Set<String> missing = new TreeSet<>(rules);
                    if (pluralForms(entry.getValue()).stream().anyMatch(forms -> {
                        missing.removeAll(forms);
                        return !missing.isEmpty();
                    })) {
                        problems.add(file(bundle, language).getFileName() + ": " + entry.getKey() + " lacks the forms "
                                + missing);
                    }
                }
            }
        }
        report(problems);
    }

    private static List<Set<String>> pluralForms(String message) {
        List<Set<String>> all = new ArrayList<>();
        MessagePattern pattern = new MessagePattern(message);
        for (int i = 0; i < pattern.countParts(); i++) {
            MessagePattern.Part part = pattern.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_START
                    && part.getArgType() == MessagePattern.ArgType.PLURAL) {
                Set<String> forms = new TreeSet<>();
                int depth = 0;
                for (int j = i + 1; j < pattern.getLimitPartIndex(i); j++) {
                    MessagePattern.Part inner = pattern.getPart(j);
                    switch (inner.getType()) {
                        case MSG_START -> depth++;
                        case MSG_LIMIT -> depth--;
                        case ARG_SELECTOR -> {
                            if (depth == 0) {
                                forms.add(pattern.getSubstring(inner));
                            }
                        }
                        default -> {}
                    }
                }
                all.add(forms);
            }
        }
        return all;
    }

    /** Literals that look like keys of a bundle, such as {@code "shell.undo"}, must be keys. */
    @Test
    void keysInTheProgramExist() throws IOException {
        Set<String> keys = new TreeSet<>();
        Set<String> prefixes = new TreeSet<>();
        for (String bundle : bundles()) {
            Set<String> own = read(file(bundle, Language.EN)).keySet();
            keys.addAll(own);
            own.forEach(key -> prefixes.add(key.substring(0, key.indexOf('.') + 1)));
        }
        // Calls that take a key as their literal; ids and other dotted names look alike but stand elsewhere.
        Pattern use = Pattern.compile(
                "(?:\\bi18n\\(?\\)?\\s*\\.\\s*(?:text|now)|messages\\(?\\)?\\s*\\.\\s*text|Message\\s*\\.\\s*of"
                        + "|\\.\\s*kept|\\.\\s*advice)\\(\\s*\"([a-z][\\w.]*\\.[\\w.]+)\"\\s*[,)]"
                        + "|(?:Problem|Command)\\s*\\.\\s*of\\(\\s*\"[^\"]+\",\\s*\"([a-z][\\w.]*)\"\\s*[,)]");
        List<String> problems = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher matcher = use.matcher(Files.readString(file).replaceAll("(?m)^\\s*\\*.*$", ""));
                while (matcher.find()) {
                    String key = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
                    if (!keys.contains(key)) {
                        problems.add(SOURCES.relativize(file) + " uses a key that no bundle has; paste:\n" + key + "=");
                    }
                }
            }
        }
        report(problems);
    }

    private static void report(List<String> problems) {
        if (!problems.isEmpty()) {
            fail(String.join("\n\n", problems));
        }
    }
}
