package org.rapporteur.core.text;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One text in up to six languages; immutable. A blank text counts as missing. Where a language is missing another is
 * used in a fixed order, and {@link Choice} says which, so that a reader is never shown a translation that is not
 * one.
 */
public final class Multilingual {

    /** A text in no language. */
    public static final Multilingual EMPTY = new Multilingual(new EnumMap<>(Language.class));

    // After the wanted language: the two working languages of the UN secretariat first, then by readership.
    private static final List<Language> FALLBACK =
            List.of(Language.EN, Language.FR, Language.ES, Language.RU, Language.AR, Language.ZH);

    private final EnumMap<Language, String> texts;

    private Multilingual(EnumMap<Language, String> texts) {
        this.texts = texts;
    }

    /**
     * A text found for a reader.
     *
     * @param text the text
     * @param language the language it is in
     * @param wanted the language that was asked for
     */
    public record Choice(String text, Language language, Language wanted) {
        /** Whether another language than the wanted one had to be used. */
        public boolean substituted() {
            return language != wanted;
        }
    }

    /** The text in one language; blank or {@code null} gives {@link #EMPTY}. */
    public static Multilingual of(Language language, String text) {
        return EMPTY.with(language, text);
    }

    /** The texts of a map; blank and {@code null} ones are left out. */
    public static Multilingual of(Map<Language, String> texts) {
        EnumMap<Language, String> copy = new EnumMap<>(Language.class);
        texts.forEach((language, text) -> {
            if (text != null && !text.isBlank()) {
                copy.put(language, text);
            }
        });
        return copy.isEmpty() ? EMPTY : new Multilingual(copy);
    }

    /** The texts of a map by BCP 47 code, as JSON has them; codes of other languages are left out. */
    public static Multilingual ofCodes(Map<String, String> texts) {
        EnumMap<Language, String> copy = new EnumMap<>(Language.class);
        texts.forEach((code, text) -> Language.of(code).ifPresent(language -> {
            if (text != null && !text.isBlank()) {
                copy.putIfAbsent(language, text);
            }
        }));
        return copy.isEmpty() ? EMPTY : new Multilingual(copy);
    }

    /** The text in exactly this language. */
    public Optional<String> in(Language language) {
        return Optional.ofNullable(texts.get(language));
    }

    /** The text for a reader of this language, in another if need be; empty if there is none at all. */
    public Optional<Choice> choose(Language wanted) {
        return choose(wanted, FALLBACK);
    }

    /**
     * The text for a reader, with the caller's order of fallback (for instance the original language first).
     * Languages that the order does not name come after it in the program's order.
     */
    public Optional<Choice> choose(Language wanted, List<Language> fallback) {
        Objects.requireNonNull(wanted, "wanted");
        String exact = texts.get(wanted);
        if (exact != null) {
            return Optional.of(new Choice(exact, wanted, wanted));
        }
        for (List<Language> order : List.of(fallback, FALLBACK)) {
            for (Language language : order) {
                String text = texts.get(language);
                if (text != null) {
                    return Optional.of(new Choice(text, language, wanted));
                }
            }
        }
        return Optional.empty();
    }

    /** The text for a reader of this language, in another if need be; the empty string if there is none. */
    public String text(Language wanted) {
        return choose(wanted).map(Choice::text).orElse("");
    }

    /** This text with one language set; blank or {@code null} removes it. */
    public Multilingual with(Language language, String text) {
        Objects.requireNonNull(language, "language");
        boolean blank = text == null || text.isBlank();
        if (blank ? !texts.containsKey(language) : text.equals(texts.get(language))) {
            return this;
        }
        EnumMap<Language, String> copy = new EnumMap<>(texts);
        if (blank) {
            copy.remove(language);
        } else {
            copy.put(language, text);
        }
        return copy.isEmpty() ? EMPTY : new Multilingual(copy);
    }

    /** This text without one language. */
    public Multilingual without(Language language) {
        return with(language, null);
    }

    /** This text with the other's where this one has none. */
    public Multilingual orElse(Multilingual other) {
        EnumMap<Language, String> copy = new EnumMap<>(other.texts);
        copy.putAll(texts);
        return of(copy);
    }

    /** Every language's text changed by a function; texts that become blank are left out. */
    public Multilingual map(UnaryOperator<String> change) {
        EnumMap<Language, String> copy = new EnumMap<>(Language.class);
        texts.forEach((language, text) -> copy.put(language, change.apply(text)));
        return of(copy);
    }

    /** The languages there are, in the program's order. */
    public Set<Language> languages() {
        return texts.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(texts.keySet()));
    }

    /** The languages still to be translated, in the program's order. */
    public Set<Language> missing() {
        EnumSet<Language> missing = EnumSet.allOf(Language.class);
        missing.removeAll(texts.keySet());
        return Collections.unmodifiableSet(missing);
    }

    /** The texts by language; cannot be changed. */
    public Map<Language, String> asMap() {
        return Collections.unmodifiableMap(texts);
    }

    /** Whether there is no text in any language. */
    public boolean isEmpty() {
        return texts.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Multilingual that && texts.equals(that.texts);
    }

    @Override
    public int hashCode() {
        return texts.hashCode();
    }

    /** For debugging only; what a reader sees comes from {@link #text(Language)}. */
    @Override
    public String toString() {
        return texts.toString();
    }
}
