package org.rapporteur.core.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rapporteur.core.problem.Message;

/**
 * The symbol of a document, which all its language versions share: segments between slashes, of which those at the end may
 * say that it revises, adds to, corrects or amends another, as is the practice of the United Nations:
 * {@code A/CONF.231/3/Rev.1}, {@code A/CONF.231/L.1/Add.2}, {@code A/CONF.231/3/Add.1/Corr.1}.
 *
 * @param base segments before the first suffix
 * @param suffixes what follows, in order
 */
public record DocumentSymbol(List<String> base, List<Suffix> suffixes) {
    private static final int LONGEST = 80;
    private static final int HIGHEST = 999;
    private static final Pattern SUFFIX =
            Pattern.compile("(Rev|Add|Corr|Amend)\\s*\\.?\\s*(\\d{1,3})", Pattern.CASE_INSENSITIVE);
    private static final Pattern SEGMENT = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}.()&_+-]*");

    /** What a suffix says. */
    public enum Mark {
        /** Takes the place of the text before. */
        REV("Rev"),
        /** Adds to it. */
        ADD("Add"),
        /** Corrects it in some languages or all. */
        CORR("Corr"),
        /** Changes its substance by a decision. */
        AMEND("Amend");

        private final String word;

        Mark(String word) {
            this.word = word;
        }

        static Mark of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** A mark with its number, 1 to 999. */
    public record Suffix(Mark mark, int number) {
        public Suffix {
            Objects.requireNonNull(mark, "mark");
            if (number < 1 || number > HIGHEST) {
                throw new IllegalArgumentException("number of a suffix: " + number);
            }
        }

        @Override
        public String toString() {
            return mark.word + "." + number;
        }
    }

    public DocumentSymbol {
        base = List.copyOf(base);
        suffixes = List.copyOf(suffixes);
        if (base.isEmpty()) {
            throw new IllegalArgumentException("a symbol has a base");
        }
    }

    /**
     * Reads a symbol; spaces around slashes and other ways of writing a suffix ("rev 1", "ADD.2") are taken.
     *
     * @return empty if it is not a symbol; {@link #faults} says why
     */
    public static Optional<DocumentSymbol> parse(String text) {
        String trimmed = text == null ? "" : text.strip();
        if (trimmed.isEmpty() || trimmed.length() > LONGEST) {
            return Optional.empty();
        }
        List<String> base = new ArrayList<>();
        List<Suffix> suffixes = new ArrayList<>();
        for (String part : trimmed.split("/", -1)) {
            String segment = part.strip();
            Matcher suffix = SUFFIX.matcher(segment);
            if (suffix.matches()) {
                if (base.isEmpty()) {
                    return Optional.empty();
                }
                int number = Integer.parseInt(suffix.group(2));
                if (number == 0) {
                    return Optional.empty();
                }
                suffixes.add(new Suffix(Mark.of(suffix.group(1)), number));
            } else if (!suffixes.isEmpty() || !SEGMENT.matcher(segment).matches()) {
                return Optional.empty();
            } else {
                base.add(segment);
            }
        }
        return Optional.of(new DocumentSymbol(base, suffixes));
    }

    /**
     * What is wrong with a symbol as it was typed, or how it is usually written; empty if it is well formed. The
     * messages are of the bundle {@code document}.
     */
    public static List<Message> faults(String text) {
        String trimmed = text == null ? "" : text.strip();
        if (trimmed.isEmpty()) {
            return List.of();
        }
        if (trimmed.length() > LONGEST) {
            return List.of(Message.of("document.symbol.long", LONGEST));
        }
        Optional<DocumentSymbol> symbol = parse(trimmed);
        if (symbol.isPresent()) {
            String usual = symbol.get().toString();
            return usual.equals(text) ? List.of() : List.of(Message.of("document.symbol.usual", usual));
        }
        boolean suffix = false;
        for (String part : trimmed.split("/", -1)) {
            String segment = part.strip();
            if (segment.isEmpty()) {
                return List.of(Message.of("document.symbol.slash"));
            }
            Matcher matcher = SUFFIX.matcher(segment);
            if (matcher.matches()) {
                if (Integer.parseInt(matcher.group(2)) == 0) {
                    return List.of(Message.of("document.symbol.zero", segment));
                }
                suffix = true;
            } else if (suffix) {
                return List.of(Message.of("document.symbol.after", segment));
            } else if (!SEGMENT.matcher(segment).matches()) {
                return List.of(Message.of("document.symbol.sign", segment));
            }
        }
        return List.of(Message.of("document.symbol.base"));
    }

    /**
     * The next document with a mark, passing over symbols in use.
     *
     * @throws IllegalStateException if all 999 numbers are in use
     */
    public DocumentSymbol next(Mark mark, Collection<String> taken) {
        Set<String> used = new HashSet<>();
        taken.forEach(t -> parse(t).map(DocumentSymbol::toString).ifPresent(s -> used.add(s.toUpperCase(Locale.ROOT))));
        boolean counts = !suffixes.isEmpty() && suffixes.getLast().mark() == mark;
        List<Suffix> before = counts ? suffixes.subList(0, suffixes.size() - 1) : suffixes;
        int from = counts ? suffixes.getLast().number() + 1 : 1;
        for (int number = from; number <= HIGHEST; number++) {
            List<Suffix> after = new ArrayList<>(before);
            after.add(new Suffix(mark, number));
            DocumentSymbol candidate = new DocumentSymbol(base, after);
            if (!used.contains(candidate.toString().toUpperCase(Locale.ROOT))) {
                return candidate;
            }
        }
        throw new IllegalStateException("no number left for " + this);
    }

    /** The document that this one revises, adds to or corrects; empty for an original. */
    public Optional<DocumentSymbol> parent() {
        return suffixes.isEmpty()
                ? Optional.empty()
                : Optional.of(new DocumentSymbol(base, suffixes.subList(0, suffixes.size() - 1)));
    }

    /** The symbol as it is written. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.join("/", base));
        suffixes.forEach(suffix -> text.append('/').append(suffix));
        return text.toString();
    }
}
