package org.rapporteur.documents.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.rapporteur.core.text.Language;

/** A piece of a paragraph: words, a link, a footnote or a line break. */
public sealed interface Inline {

    /** How words are set off. */
    enum Mark {
        BOLD,
        ITALIC,
        /** Stressed words: italic, or bold where the script has no italic (Arabic, Chinese). */
        EMPHASIS,
        /** Smaller and lighter: a base, a code, a source. */
        QUIET,
        /** Capitals by formatting, so that the words stay as they are. */
        CAPITALS
    }

    /**
     * Words.
     *
     * @param text the words; never null
     * @param marks how they are set off
     * @param language their language; null for that of the paragraph
     */
    record Text(String text, Set<Mark> marks, Language language) implements Inline {
        public Text {
            Objects.requireNonNull(text, "text");
            marks = marks.isEmpty() ? Set.of() : Set.copyOf(marks);
        }
    }

    /**
     * A link.
     *
     * @param text the words shown
     * @param target an address ({@code https:}, {@code mailto:}) or {@code #anchor} for a heading of the same document
     */
    record Link(String text, String target) implements Inline {
        public Link {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(target, "target");
        }
    }

    /** A footnote: its mark stands here, its text at the foot of the page, numbered by the writer. */
    record Footnote(List<Inline> content) implements Inline {
        public Footnote {
            content = List.copyOf(content);
        }
    }

    /** A new line within the paragraph. */
    record LineBreak() implements Inline {}

    /** Plain words in the paragraph's language. */
    static Inline text(String text) {
        return new Text(text, Set.of(), null);
    }

    /** Words in their own language, with marks. */
    static Inline text(Phrase phrase, Mark... marks) {
        return new Text(phrase.text(), set(marks), phrase.language());
    }

    /** Words in the paragraph's language, with marks. */
    static Inline text(String text, Mark... marks) {
        return new Text(text, set(marks), null);
    }

    /** Words that run from left to right whatever surrounds them: telephone numbers, addresses, symbols. */
    static Inline leftToRight(String text) {
        return new Text(text, Set.of(), Language.EN);
    }

    private static Set<Mark> set(Mark... marks) {
        Set<Mark> set = EnumSet.noneOf(Mark.class);
        set.addAll(List.of(marks));
        return set;
    }
}
