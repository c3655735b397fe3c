package org.rapporteur.documents.model;

import java.util.List;
import java.util.Objects;
import org.rapporteur.core.text.Language;

/** A part of a document that stands by itself on the page. */
public sealed interface Block
        permits Block.Heading,
                Block.Paragraph,
                Block.Items,
                Block.Quotation,
                Block.Notice,
                Block.Contents,
                Block.PageBreak,
                Block.SymbolBlock,
                Block.TitleBlock,
                Table,
                Figure {

    /**
     * A heading.
     *
     * @param level 1 to 3
     * @param content the words
     * @param numbered whether it carries a number (1, 1.1, 1.1.1)
     * @param anchor a name for links from elsewhere in the document; null when nothing links here
     */
    record Heading(int level, List<Inline> content, boolean numbered, String anchor) implements Block {
        public Heading {
            if (level < 1 || level > 3) {
                throw new IllegalArgumentException("heading level " + level);
            }
            content = List.copyOf(content);
        }
    }

    /** What a paragraph is for, which decides its style. */
    enum Role {
        BODY,
        /** Numbered through the whole document, as the United Nations number the paragraphs of a report. */
        NUMBERED,
        /** Kept with what follows: the words before a table or a list. */
        LEAD_IN,
        /** A name over a group of lines, too small for a heading. */
        LABEL,
        /** Small print under a table or a figure. */
        NOTE
    }

    /**
     * A paragraph.
     *
     * @param role what it is for
     * @param content the words
     * @param language its language and so its direction; null for that of the document
     */
    record Paragraph(Role role, List<Inline> content, Language language) implements Block {
        public Paragraph {
            Objects.requireNonNull(role, "role");
            content = List.copyOf(content);
        }
    }

    /**
     * A list.
     *
     * @param ordered numbered ((a), (b) ... at the second level), or with bullets
     * @param items the items in order
     */
    record Items(boolean ordered, List<Item> items) implements Block {
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * One item of a list.
     *
     * @param level 0 or 1
     * @param content the words
     * @param language its language; null for that of the document
     */
    record Item(int level, List<Inline> content, Language language) {
        public Item {
            content = List.copyOf(content);
        }
    }

    /**
     * Words of somebody else.
     *
     * @param content the words
     * @param language their language and so their direction; null for that of the document
     * @param verbatim whether they are the speaker's own (quotation marks of the language are added) or a paraphrase
     * @param attribution who said it and where; empty when it may not be said
     */
    record Quotation(List<Inline> content, Language language, boolean verbatim, List<Inline> attribution)
            implements Block {
        public Quotation {
            content = List.copyOf(content);
            attribution = List.copyOf(attribution);
        }
    }

    /** What a notice warns of. */
    enum NoticeKind {
        /** What follows is made up for illustration. */
        ILLUSTRATIVE,
        /** Something to know. */
        INFORMATION,
        /** Something is missing or doubtful. */
        CAUTION
    }

    /** A framed notice with a title and a text. */
    record Notice(NoticeKind kind, List<Inline> title, List<Inline> content) implements Block {
        public Notice {
            Objects.requireNonNull(kind, "kind");
            title = List.copyOf(title);
            content = List.copyOf(content);
        }
    }

    /**
     * The table of contents, written out from the headings.
     *
     * @param title the words over it
     * @param depth the deepest level of heading that it lists, 1 to 3
     */
    record Contents(String title, int depth) implements Block {}

    /** What follows begins on a new page. */
    record PageBreak() implements Block {}

    /**
     * The block at the head of the first page, as the United Nations set it: the body on one side, the symbol and what
     * belongs to it on the other.
     *
     * @param body the organization or process that issues the document
     * @param symbol the document symbol; empty when there is none
     * @param lines distribution, date, original language: each a line as it is to be printed
     */
    record SymbolBlock(List<Inline> body, String symbol, List<List<Inline>> lines) implements Block {
        public SymbolBlock {
            body = List.copyOf(body);
            lines = lines.stream().map(List::copyOf).toList();
        }
    }

    /**
     * The title of the document with what stands around it.
     *
     * @param above lines over the title: meeting, place and dates, agenda item
     * @param title the title
     * @param below a line under it (theme, status); empty for none
     */
    record TitleBlock(List<List<Inline>> above, List<Inline> title, List<Inline> below) implements Block {
        public TitleBlock {
            above = above.stream().map(List::copyOf).toList();
            title = List.copyOf(title);
            below = List.copyOf(below);
        }
    }

    /** A paragraph of body text. */
    static Block body(Inline... content) {
        return new Paragraph(Role.BODY, List.of(content), null);
    }

    /** A paragraph with a number. */
    static Block numbered(Inline... content) {
        return new Paragraph(Role.NUMBERED, List.of(content), null);
    }

    /** A heading with a number. */
    static Block heading(int level, String text) {
        return new Heading(level, List.of(Inline.text(text)), true, null);
    }
}
