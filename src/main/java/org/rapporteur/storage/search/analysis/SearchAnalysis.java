package org.rapporteur.storage.search.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.LanguageGuess;
import org.rapporteur.core.text.MatchKey;

/**
 * Texts as the search index stores them: stemmed tokens of their language, and exact forms of every word. Both are
 * letters and digits parted by single spaces, so that SQLite's {@code unicode61} tokenizer takes them word for word.
 * Safe for use by several threads.
 */
public final class SearchAnalysis {

    private final Stemmers stemmers = new Stemmers();
    private final Map<Language, IrregularForms> irregular = new ConcurrentHashMap<>();

    /**
     * A stem and where its word stands in the text.
     *
     * @param stem the stem, as stored
     * @param start offset of the word's first UTF-16 unit
     * @param end offset after its last
     */
    record Token(String stem, int start, int end) {}

    /**
     * The stemmed tokens of a text, in order, parted by spaces; without the language's stop words.
     *
     * @param language the text's language; {@code null} if unknown, then it is guessed, and if that fails the text is
     *     taken as English, whose stemmer leaves other scripts alone
     */
    public String tokens(Language language, String text) {
        StringBuilder out = new StringBuilder(text.length());
        each(language, text, token -> {
            if (out.length() > 0) {
                out.append(' ');
            }
            out.append(token.stem());
        });
        return out.toString();
    }

    /**
     * The exact forms of a text's words, without case and accents, parted by spaces; each Chinese character by
     * itself, so that any part of a Chinese text can be found as a phrase.
     */
    public String exact(String text) {
        String key = MatchKey.of(text);
        StringBuilder out = null;
        for (int i = 0; i < key.length(); ) {
            int c = key.codePointAt(i);
            int next = i + Character.charCount(c);
            if (c > 0x2E00 && Character.isIdeographic(c)) {
                if (out == null) {
                    out = new StringBuilder(key.length() * 2).append(key, 0, i);
                }
                space(out);
                out.appendCodePoint(c);
                if (next < key.length()) {
                    out.append(' ');
                }
            } else if (out != null) {
                if (c == ' ') {
                    space(out);
                } else {
                    out.appendCodePoint(c);
                }
            }
            i = next;
        }
        return out == null ? key : out.toString();
    }

    private static void space(StringBuilder out) {
        if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
            out.append(' ');
        }
    }

    /** The stems of a text with their places. */
    List<Token> spans(Language language, String text) {
        List<Token> tokens = new ArrayList<>();
        each(language, text, tokens::add);
        return tokens;
    }

    /** Whether the language leaves this word out of the stemmed tokens. */
    boolean isStop(Language language, String word) {
        return stemmers.isStop(language, word);
    }

    private void each(Language language, String text, Consumer<Token> sink) {
        Language known = language != null ? language : LanguageGuess.of(text).orElse(Language.EN);
        IrregularForms forms = irregular(known);
        stems(known, text, token -> {
            String canonical = forms.canonical(token.stem());
            sink.accept(canonical.equals(token.stem()) ? token : new Token(canonical, token.start(), token.end()));
        });
    }

    private IrregularForms irregular(Language language) {
        IrregularForms forms = irregular.get(language);
        if (forms == null) {
            // Two threads may both make it; it is the same.
            forms = IrregularForms.of(language, word -> {
                StringBuilder stem = new StringBuilder();
                stems(language, word, token -> stem.append(token.stem()));
                return stem.toString();
            });
            irregular.put(language, forms);
        }
        return forms;
    }

    private void stems(Language known, String text, Consumer<Token> sink) {
        try (TokenStream stream = stemmers.of(known).tokenStream("", prepared(known, text))) {
            CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.getAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                String stem = plain(term);
                if (!stem.isEmpty()) {
                    sink.accept(new Token(stem, offset.startOffset(), offset.endOffset()));
                }
            }
            stream.end();
        } catch (IOException e) {
            // A stream over a string does no input or output.
            throw new UncheckedIOException(e);
        }
    }

    // Spellings that the stemmers do not know, changed one unit for one so that offsets stay true.
    private static String prepared(Language language, String text) {
        char[] changed = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char to = c < 0x80 ? c : prepared(language, c);
            if (to != c) {
                if (changed == null) {
                    changed = text.toCharArray();
                }
                changed[i] = to;
            }
        }
        return changed == null ? text : new String(changed);
    }

    private static char prepared(Language language, char c) {
        if (language == Language.RU && c == '\u0451') {
            return '\u0435';
        }
        if (language == Language.RU && c == '\u0401') {
            return '\u0415';
        }
        if (c == '\u2019' || c == '\u02BC') {
            return '\'';
        }
        if (c >= '\u0660' && c <= '\u0669') {
            return (char) (c - '\u0660' + '0');
        }
        if (c >= '\u06F0' && c <= '\u06F9') {
            return (char) (c - '\u06F0' + '0');
        }
        // The tokenizers part words at a soft hyphen; a no-break hyphen is one they do not know.
        return c == '\u2011' ? '-' : c;
    }

    // Nearly all stems are plain already; the others are folded as the exact forms are, and lose what parts words.
    private static String plain(CharTermAttribute term) {
        int length = term.length();
        char[] buffer = term.buffer();
        for (int i = 0; i < length; i++) {
            char c = buffer[i];
            boolean plain = c >= 'a' && c <= 'z'
                    || c >= '0' && c <= '9'
                    || c >= '\u0430' && c <= '\u044F'
                    || c >= '\u0627' && c <= '\u064A' && c != '\u0629' && c != '\u0640' && c != '\u0649'
                    || c >= '\u4E00' && c <= '\u9FA5';
            if (!plain) {
                return MatchKey.joined(term.toString());
            }
        }
        return term.toString();
    }
}
