package org.rapporteur.i18n;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.model.Model;

/** Every kind of record, every field and every value of a choice has words in all six languages, and none is left over. */
class ModelWordsTest {
    private static Properties words(String language) throws IOException {
        String suffix = language.equals("en") ? "" : "_" + language;
        Properties words = new Properties();
        try (InputStream in = ModelWordsTest.class.getResourceAsStream("model" + suffix + ".properties");
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "ar", "zh", "ru"})
    void everythingHasWords(String language) throws IOException {
        Properties words = words(language);
        List<String> missing = new ArrayList<>();
        for (Kind kind : Model.kinds()) {
            require(words, missing, "kind." + kind);
            require(words, missing, "kind." + kind + ".plural");
            for (Field field : kind.fields()) {
                require(words, missing, "field." + kind + "." + field.name(), "field." + field.name());
                for (String value : field.values()) {
                    require(words, missing, "value." + kind + "." + field.name() + "." + value, "value." + value);
                }
            }
        }
        assertEquals(List.of(), missing, "words to add to model for " + language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "ar", "zh", "ru"})
    void nothingIsLeftOver(String language) throws IOException {
        Set<String> known = new TreeSet<>();
        for (Kind kind : Model.kinds()) {
            known.add("kind." + kind);
            known.add("kind." + kind + ".plural");
            for (Field field : kind.fields()) {
                known.add("field." + field.name());
                known.add("field." + kind + "." + field.name());
                known.add("help." + kind + "." + field.name());
                for (String value : field.values()) {
                    known.add("value." + value);
                    known.add("value." + kind + "." + field.name() + "." + value);
                }
            }
        }
        Set<String> left = new TreeSet<>(words(language).stringPropertyNames());
        left.removeIf(key -> known.contains(key) || key.startsWith("step."));
        assertEquals(Set.of(), left);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "es", "ar", "zh", "ru"})
    void otherLanguagesSayTheSameThings(String language) throws IOException {
        Properties english = words("en");
        Properties words = words(language);
        assertEquals(new TreeSet<>(english.stringPropertyNames()), new TreeSet<>(words.stringPropertyNames()));
        for (String key : english.stringPropertyNames()) {
            for (String place : List.of("{0}", "{1}")) {
                assertEquals(
                        english.getProperty(key).contains(place),
                        words.getProperty(key).contains(place),
                        language + " " + key + " " + place);
            }
        }
        assertTrue(words.getProperty("step.edit").contains("{1}"));
    }

    private static void require(Properties words, List<String> missing, String... anyOf) {
        for (String key : anyOf) {
            if (!words.getProperty(key, "").isBlank()) {
                return;
            }
        }
        missing.add(anyOf[anyOf.length - 1]);
    }
}
