package org.rapporteur.storage.search.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.rapporteur.core.text.Language;

/**
 * Stems that belong together although no rule brings them together: broken plurals of Arabic, fleeting vowels of
 * Russian, a few irregular words of the others. Every stem of a line counts as the line's first one.
 */
final class IrregularForms {

    private static final String RESOURCE = "/org/rapporteur/storage/search/irregular.txt";

    private final Map<String, String> canonical;

    private IrregularForms(Map<String, String> canonical) {
        this.canonical = canonical;
    }

    /**
     * The forms of a language.
     *
     * @param stem the stem of a word as the language's analyzer gives it; empty if it gives none
     */
    static IrregularForms of(Language language, Function<String, String> stem) {
        Map<String, String> canonical = new HashMap<>();
        for (List<String> line : lines()) {
            if (line.get(0).equals(language.code())) {
                String first = stem.apply(line.get(1));
                for (String form : line.subList(2, line.size())) {
                    String other = stem.apply(form);
                    if (!other.isEmpty() && !other.equals(first)) {
                        canonical.putIfAbsent(other, first);
                    }
                }
            }
        }
        return new IrregularForms(canonical);
    }

    /** The stem that stands for this one: itself for nearly all. */
    String canonical(String stem) {
        return canonical.getOrDefault(stem, stem);
    }

    private static List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        try (InputStream in = IrregularForms.class.getResourceAsStream(RESOURCE);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    lines.add(List.of(line.strip().split(" ")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
