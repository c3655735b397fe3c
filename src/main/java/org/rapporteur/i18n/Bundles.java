package org.rapporteur.i18n;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.rapporteur.core.text.Language;

/**
 * Reads the message bundles named in {@code i18n/bundles.txt}. Each feature has a bundle of its own; a key lives in
 * one bundle only. The file without a suffix is English, which is also what a missing translation falls back to.
 */
final class Bundles {
    private static final String INDEX = "bundles.txt";

    private Bundles() {}

    /** Base names of all bundles, in the order of the index. */
    static List<String> names() {
        try (InputStream in = Bundles.class.getResourceAsStream(INDEX)) {
            if (in == null) {
                throw new IllegalStateException("the index of message bundles is missing");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All words of one language, every bundle together; without any fallback. */
    static Map<String, String> load(Language language) {
        Map<String, String> words = new HashMap<>(2048);
        for (String name : names()) {
            words.putAll(load(name, language));
        }
        return words;
    }

    /** The words of one bundle in one language; empty if there is no such file. */
    static Map<String, String> load(String name, Language language) {
        String file = language == Language.EN ? name + ".properties" : name + "_" + language.code() + ".properties";
        Map<String, String> words = new HashMap<>();
        try (InputStream in = Bundles.class.getResourceAsStream(file)) {
            if (in == null) {
                return words;
            }
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
