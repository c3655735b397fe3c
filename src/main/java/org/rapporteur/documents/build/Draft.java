package org.rapporteur.documents.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rapporteur.core.text.Language;
import org.rapporteur.documents.Words;
import org.rapporteur.documents.model.Block;
import org.rapporteur.documents.model.Inline;
import org.rapporteur.documents.model.Inline.Mark;
import org.rapporteur.documents.model.Phrase;
import org.rapporteur.documents.model.Table;
import org.rapporteur.documents.model.TextDocument;

/** A document while it is being built: its blocks so far, its words and the way its language writes dates. */
final class Draft {

    private static final int SHORTEST_SENTENCE = 80;

    final Masthead masthead;
    final Language language;
    final Prose prose;
    final Dates dates;
    private final List<Block> blocks = new ArrayList<>();

    Draft(Masthead masthead, Words words) {
        this.masthead = masthead;
        this.language = masthead.language();
        this.prose = new Prose(words, language);
        this.dates = new Dates(language);
    }

    void add(Block block) {
        blocks.add(block);
    }

    String text(String key, Object... args) {
        return prose.text(key, args);
    }

    /** The same as a phrase, for a list of them. */
    Phrase statedPhrase(String number) {
        return stated(number) instanceof Inline.Text text ? Phrase.of(text.text(), text.language()) : Phrase.of(number);
    }

    /**
     * A number or symbol as it is stated, such as "10 bis" or "2 (a)": read from left to right also in a line that runs
     * the other way, where its digits would else stand behind its letters.
     */
    Inline stated(String number) {
        boolean mixed = language.rtl() && number.codePoints().anyMatch(Character::isLetter);
        boolean arabic = number.codePoints()
                .anyMatch(c -> Character.getDirectionality(c) == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
        return mixed && !arabic ? Inline.leftToRight("\u200e" + number + "\u200e") : Inline.leftToRight(number);
    }

    List<Inline> line(String key, Object... args) {
        return prose.line(key, args);
    }

    /** A heading with words of the bundle. */
    void heading(int level, boolean numbered, String key, Object... args) {
        add(new Block.Heading(level, line(key, args), numbered, null));
    }

    /** A paragraph of any role. */
    void paragraph(Block.Role role, List<Inline> content) {
        if (!content.isEmpty()) {
            add(new Block.Paragraph(role, content, null));
        }
    }

    /** A paragraph whose words may be in a language of their own, which then has its direction too. */
    void phrase(Block.Role role, Phrase phrase) {
        // What was typed as paragraphs is printed as paragraphs.
        phrase.text()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> add(new Block.Paragraph(
                        role, List.of(Inline.text(Phrase.of(line, phrase.language()))), phrase.language())));
    }

    /** Bullets. A name in another language keeps the document's direction, a sentence has its own. */
    void bullets(List<Phrase> phrases) {
        List<Block.Item> items = new ArrayList<>();
        for (Phrase phrase : phrases) {
            if (!phrase.isEmpty()) {
                boolean sentence = phrase.text().length() >= SHORTEST_SENTENCE;
                items.add(new Block.Item(0, List.of(Inline.text(phrase)), sentence ? phrase.language() : null));
            }
        }
        if (!items.isEmpty()) {
            add(new Block.Items(false, items));
        }
    }

    /** Symbol block, title block and, where something is made up, the notice that says so. */
    void head(MeetingFacts meeting, List<Inline> title, List<Inline> below) {
        symbolBlock();
        List<List<Inline>> above = new ArrayList<>();
        if (meeting != null) {
            above.add(List.of(Inline.text(meeting.name(), Mark.BOLD)));
            List<Inline> where = where(meeting);
            if (!where.isEmpty()) {
                above.add(where);
            }
            if (!meeting.theme().isEmpty()) {
                above.add(line("head.theme", Inline.text(meeting.theme(), Mark.EMPHASIS)));
            }
        }
        add(new Block.TitleBlock(above, title, below));
        if (meeting != null && meeting.standing() != MeetingFacts.Standing.USUAL) {
            boolean cancelled = meeting.standing() == MeetingFacts.Standing.CANCELLED;
            add(new Block.Notice(
                    Block.NoticeKind.CAUTION, line(cancelled ? "notice.cancelled" : "notice.postponed"), List.of()));
        }
        if (masthead.personal()) {
            add(new Block.Notice(
                    Block.NoticeKind.CAUTION, line("notice.personal.title"), line("notice.personal.text")));
        }
        if (masthead.illustrative()) {
            add(new Block.Notice(
                    Block.NoticeKind.ILLUSTRATIVE,
                    line("notice.illustrative.title"),
                    line("notice.illustrative.text")));
        }
    }

    private void symbolBlock() {
        List<List<Inline>> lines = new ArrayList<>();
        if (masthead.distribution() != null) {
            lines.add(line(
                    switch (masthead.distribution()) {
                        case GENERAL -> "head.distribution.general";
                        case LIMITED -> "head.distribution.limited";
                        case RESTRICTED -> "head.distribution.restricted";
                    }));
        }
        if (masthead.date() != null) {
            lines.add(List.of(Inline.text(dates.day(masthead.date()))));
        }
        if (!masthead.originals().isEmpty()) {
            List<Phrase> names = masthead.originals().stream()
                    .map(one -> Phrase.of(text("language." + one.code())))
                    .toList();
            lines.add(line("head.original", prose.joinPhrases(names)));
        }
        if (!masthead.body().isEmpty() || !masthead.symbol().isEmpty()) {
            add(new Block.SymbolBlock(List.of(Inline.text(masthead.body())), masthead.symbol(), lines));
        }
    }

    private List<Inline> where(MeetingFacts meeting) {
        List<List<Inline>> parts = new ArrayList<>();
        if (!meeting.venue().isEmpty()) {
            parts.add(List.of(Inline.text(meeting.venue())));
        }
        if (!meeting.place().isEmpty()) {
            parts.add(List.of(Inline.text(meeting.place())));
        }
        if (meeting.start() != null) {
            parts.add(List.of(Inline.text(dates.range(meeting.start(), meeting.end()))));
        }
        List<Inline> where = new ArrayList<>();
        for (List<Inline> part : parts) {
            if (!where.isEmpty()) {
                where.add(Inline.text(text("head.separator")));
            }
            where.addAll(part);
        }
        return where;
    }

    /** A head row with words of the bundle. */
    Table.Row headRow(String... keys) {
        List<Table.Cell> cells = new ArrayList<>();
        for (String key : keys) {
            cells.add(Table.Cell.of(text(key)));
        }
        return new Table.Row(cells, Table.RowKind.BODY);
    }

    /** The count with its base, as a sentence part: 19 of 27. */
    String of(int count, int base) {
        return text("count.of", Integer.toString(count), Integer.toString(base));
    }

    /** Words set back. */
    static Inline quiet(String text) {
        return new Inline.Text(text, Set.of(Mark.QUIET), null);
    }

    /** The finished document. */
    TextDocument finish(String title, String subject) {
        return new TextDocument(
                language,
                new TextDocument.Properties(
                        title,
                        masthead.body().text(),
                        subject,
                        "",
                        masthead.symbol(),
                        title,
                        masthead.illustrative() ? text("notice.illustrative.footer") : "",
                        masthead.created()),
                false,
                blocks);
    }
}
