package org.rapporteur.documents.build;

import com.ibm.icu.text.ListFormatter;
import java.util.ArrayList;
import java.util.List;
import org.rapporteur.core.text.Language;
import org.rapporteur.documents.Words;
import org.rapporteur.documents.model.Inline;
import org.rapporteur.documents.model.Phrase;
import org.rapporteur.documents.model.WritingSystem;

/**
 * Sentences with parts that keep their own language and marks: a French title within an Arabic sentence stays French.
 * Places of such parts are held by characters of the private use area while the sentence is put together.
 */
final class Prose {

    private static final char FIRST = '\uE100';

    private final Words words;
    private final Language language;

    Prose(Words words, Language language) {
        this.words = words;
        this.language = language;
    }

    /** Words for a key of the bundle, whose arguments are text or numbers only. */
    String text(String key, Object... args) {
        return words.text("documents." + key, args);
    }

    /** Words for a key whose arguments may be phrases, inlines or lists of inlines. */
    List<Inline> line(String key, Object... args) {
        return message("documents." + key, args);
    }

    /** The same for a key of any bundle. */
    List<Inline> message(String key, Object... args) {
        Object[] held = new Object[args.length];
        List<List<Inline>> parts = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            List<Inline> part = part(args[i]);
            if (part == null) {
                held[i] = args[i];
            } else {
                held[i] = String.valueOf((char) (FIRST + parts.size()));
                parts.add(part);
            }
        }
        return fill(words.text(key, held), parts);
    }

    /** Anything that may stand in a sentence, as a part of one. */
    static List<Inline> inlines(Object arg) {
        List<Inline> part = part(arg);
        return part == null ? List.of(Inline.text(String.valueOf(arg))) : part;
    }

    /** Names joined as the language joins them: a, b and c. */
    List<Inline> join(List<List<Inline>> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        List<String> places = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            places.add(String.valueOf((char) (FIRST + i)));
        }
        // More names than there are places would run out of the private use area.
        if (names.size() > 2000) {
            throw new IllegalArgumentException(names.size() + " names in one sentence");
        }
        return fill(ListFormatter.getInstance(WritingSystem.locale(language)).format(places), names);
    }

    /** Phrases joined as the language joins them. */
    List<Inline> joinPhrases(List<Phrase> phrases) {
        return join(phrases.stream().map(phrase -> List.of(Inline.text(phrase))).toList());
    }

    private static List<Inline> part(Object arg) {
        if (arg instanceof Phrase phrase) {
            return List.of(Inline.text(phrase));
        }
        if (arg instanceof Inline inline) {
            return List.of(inline);
        }
        if (arg instanceof List<?> list) {
            List<Inline> inlines = new ArrayList<>();
            for (Object one : list) {
                inlines.add((Inline) one);
            }
            return inlines;
        }
        return null;
    }

    private static List<Inline> fill(String sentence, List<List<Inline>> parts) {
        List<Inline> line = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < sentence.length(); i++) {
            int place = sentence.charAt(i) - FIRST;
            if (place >= 0 && place < parts.size()) {
                if (plain.length() > 0) {
                    line.add(Inline.text(plain.toString()));
                    plain.setLength(0);
                }
                line.addAll(parts.get(place));
            } else {
                plain.append(sentence.charAt(i));
            }
        }
        if (plain.length() > 0) {
            line.add(Inline.text(plain.toString()));
        }
        return line;
    }
}
