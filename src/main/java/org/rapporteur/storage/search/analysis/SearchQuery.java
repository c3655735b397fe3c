package org.rapporteur.storage.search.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.LanguageGuess;

/**
 * What a person typed into the search field, understood once: as an FTS5 expression and for marking hits. Every word
 * must be found, in an inflected form of a language of its script or exactly; words in quotation marks must follow
 * one another exactly; the word still being typed may go on. Nothing typed is ever FTS5 syntax: the expression holds
 * only letters and digits in quotation marks, operators of ours and the two column names.
 */
public final class SearchQuery {

    /** The column of stemmed tokens that expressions name. */
    public static final String TOKENS = "tokens";

    /** The column of exact forms that expressions name. */
    public static final String EXACT = "exact";

    private static final int MOST_CHARACTERS = 1_000;
    private static final int MOST_WORDS = 24;
    private static final String OPENING = "\"\u201C\u201E\u00AB\u300C\u300E\u201F";
    private static final String CLOSING = "\"\u201D\u201C\u00BB\u300D\u300F\u201D";

    /** One thing that must be found. */
    record Term(Set<List<String>> stems, List<String> exact, boolean prefix) {}

    private final List<Term> terms;

    private SearchQuery(List<Term> terms) {
        this.terms = List.copyOf(terms);
    }

    /**
     * Understands what was typed.
     *
     * @param typed anything at all
     * @param preferred the reader's language, for leaving out its stop words where the words typed do not show theirs;
     *     {@code null} if there is none
     * @return empty if nothing in it can be searched for
     */
    public static Optional<SearchQuery> of(SearchAnalysis analysis, String typed, Language preferred) {
        if (typed == null) {
            return Optional.empty();
        }
        String text = typed.length() <= MOST_CHARACTERS ? typed : typed.substring(0, MOST_CHARACTERS);
        List<Piece> pieces = pieces(text);
        Language language = LanguageGuess.of(text).orElse(preferred);
        List<Term> terms = new ArrayList<>();
        List<Term> stops = new ArrayList<>();
        for (Piece piece : pieces) {
            List<String> exact = words(analysis.exact(piece.text));
            if (exact.isEmpty()) {
                continue;
            }
            Term term = piece.phrase
                    ? new Term(Set.of(), exact, false)
                    : new Term(stems(analysis, piece.text), exact, piece.open && canGoOn(exact));
            boolean stop = !piece.phrase
                    && !term.prefix
                    && language != null
                    && exact.size() == 1
                    && analysis.isStop(language, bare(piece.text).toLowerCase(language.locale()));
            (stop ? stops : terms).add(term);
            if (terms.size() == MOST_WORDS) {
                break;
            }
        }
        // Only stop words: then they are what is wanted.
        List<Term> wanted = terms.isEmpty() ? stops : terms;
        return wanted.isEmpty() ? Optional.empty() : Optional.of(new SearchQuery(wanted));
    }

    private record Piece(String text, boolean phrase, boolean open) {}

    // Words parted by spaces, and phrases in quotation marks; a mark that is never closed is a space.
    private static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int mark = OPENING.indexOf(c);
            int close = mark < 0 ? -1 : text.indexOf(CLOSING.charAt(mark), i + 1);
            if (close > i) {
                flush(pieces, word, false);
                pieces.add(new Piece(text.substring(i + 1, close), true, false));
                i = close;
            } else if (mark >= 0 || CLOSING.indexOf(c) >= 0 || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                flush(pieces, word, false);
            } else {
                word.append(c);
            }
        }
        boolean open = word.length() > 0 && Character.isLetterOrDigit(word.codePointBefore(word.length()));
        flush(pieces, word, open);
        return pieces;
    }

    private static void flush(List<Piece> pieces, StringBuilder word, boolean open) {
        if (word.length() > 0) {
            pieces.add(new Piece(word.toString(), false, open));
            word.setLength(0);
        }
    }

    private static Set<List<String>> stems(SearchAnalysis analysis, String word) {
        Set<List<String>> stems = new LinkedHashSet<>();
        for (Language language : LanguageGuess.ofScript(word)) {
            List<String> of = words(analysis.tokens(language, word));
            if (!of.isEmpty()) {
                stems.add(of);
            }
        }
        return stems;
    }

    private static String bare(String word) {
        return word.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "").replace('\u2019', '\'');
    }

    // One letter would go on to half the index; a Chinese character is a whole token.
    private static boolean canGoOn(List<String> exact) {
        String last = exact.get(exact.size() - 1);
        return last.codePointCount(0, last.length()) >= 2;
    }

    private static List<String> words(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(" "));
    }

    /** The expression for {@code MATCH}, over the columns {@link #TOKENS} and {@link #EXACT}. */
    public String match() {
        return terms.stream().map(SearchQuery::match).collect(Collectors.joining(" AND "));
    }

    private static String match(Term term) {
        Set<String> ways = new LinkedHashSet<>();
        ways.add(EXACT + " : " + quoted(term.exact, " ") + (term.prefix ? " *" : ""));
        for (List<String> stems : term.stems) {
            ways.add(stems.stream()
                    .map(stem -> TOKENS + " : \"" + stem + "\"")
                    .collect(Collectors.joining(" AND ", stems.size() > 1 ? "(" : "", stems.size() > 1 ? ")" : "")));
        }
        if (term.prefix && term.exact.size() == 1) {
            // Arabic words being typed without the article, which the stemmed tokens have lost too.
            ways.add(TOKENS + " : \"" + term.exact.get(0) + "\" *");
        }
        return ways.size() == 1 ? ways.iterator().next() : "(" + String.join(" OR ", ways) + ")";
    }

    private static String quoted(List<String> words, String separator) {
        return "\"" + String.join(separator, words) + "\"";
    }

    /** What must be found, for marking hits. */
    List<Term> terms() {
        return terms;
    }

    /** All stems that mark a hit. */
    Set<String> stems() {
        Set<String> stems = new HashSet<>();
        terms.forEach(term -> term.stems.forEach(stems::addAll));
        return stems;
    }

    @Override
    public String toString() {
        return match();
    }
}
