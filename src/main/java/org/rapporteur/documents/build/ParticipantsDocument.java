package org.rapporteur.documents.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.rapporteur.core.text.Collation;
import org.rapporteur.core.text.Language;
import org.rapporteur.documents.Words;
import org.rapporteur.documents.model.Block;
import org.rapporteur.documents.model.Inline;
import org.rapporteur.documents.model.Inline.Mark;
import org.rapporteur.documents.model.Phrase;
import org.rapporteur.documents.model.Table;
import org.rapporteur.documents.model.TextDocument;

/**
 * The list of participants: parts by kind of party, within a part the parties in the protocol order of the
 * document's language, within a party the head of delegation first.
 */
public final class ParticipantsDocument {

    private final Words words;

    /** A builder; the words are those of the document's language. */
    public ParticipantsDocument(Words words) {
        this.words = words;
    }

    /** Builds the document. */
    public TextDocument build(ParticipantsInput input) {
        Draft draft = new Draft(input.masthead(), words);
        String title = draft.text(
                switch (input.stage()) {
                    case PROVISIONAL -> "participants.title.provisional";
                    case REVISED -> "participants.title.revised";
                    case FINAL -> "participants.title.final";
                });
        List<Inline> below =
                input.asOf() == null ? List.of() : draft.line("participants.asOf", draft.dates.day(input.asOf()));
        draft.head(input.meeting(), List.of(Inline.text(title)), below);
        Map<ParticipantsInput.Section, List<ParticipantsInput.Delegation>> sections =
                sections(input.delegations(), draft.language);
        overview(draft, sections);
        for (Map.Entry<ParticipantsInput.Section, List<ParticipantsInput.Delegation>> section : sections.entrySet()) {
            draft.heading(1, false, key(section.getKey()));
            draft.add(table(draft, section.getValue(), input.contacts(), draft.text(key(section.getKey()))));
        }
        if (input.stage() != ParticipantsInput.Stage.FINAL && !input.awaited().isEmpty()) {
            draft.heading(1, false, "participants.awaited");
            draft.paragraph(Block.Role.LEAD_IN, draft.line("participants.awaited.text"));
            List<Phrase> awaited = new ArrayList<>(input.awaited());
            awaited.sort(Collation.of(draft.language).protocol(Phrase::text));
            draft.bullets(awaited);
        }
        return draft.finish(title, input.meeting().name().text());
    }

    private static String key(ParticipantsInput.Section section) {
        return "participants.section." + section.name().toLowerCase(Locale.ROOT);
    }

    /** Delegations by part, in protocol order. */
    static Map<ParticipantsInput.Section, List<ParticipantsInput.Delegation>> sections(
            List<ParticipantsInput.Delegation> delegations, Language language) {
        Map<ParticipantsInput.Section, List<ParticipantsInput.Delegation>> sections =
                new EnumMap<>(ParticipantsInput.Section.class);
        for (ParticipantsInput.Delegation delegation : delegations) {
            sections.computeIfAbsent(delegation.section(), section -> new ArrayList<>())
                    .add(delegation);
        }
        sections.values()
                .forEach(list -> list.sort(Collation.of(language)
                        .protocol(delegation -> delegation.party().text())));
        return sections;
    }

    private static void overview(
            Draft draft, Map<ParticipantsInput.Section, List<ParticipantsInput.Delegation>> sections) {
        List<Table.Row> rows = new ArrayList<>();
        int parties = 0;
        int people = 0;
        for (Map.Entry<ParticipantsInput.Section, List<ParticipantsInput.Delegation>> section : sections.entrySet()) {
            int delegates = section.getValue().stream()
                    .mapToInt(delegation -> delegation.delegates().size())
                    .sum();
            parties += section.getValue().size();
            people += delegates;
            rows.add(Table.Row.of(
                    Table.Cell.of(draft.text(key(section.getKey()))),
                    Table.Cell.of(Integer.toString(section.getValue().size())),
                    Table.Cell.of(Integer.toString(delegates))));
        }
        rows.add(new Table.Row(
                List.of(
                        Table.Cell.of(draft.text("total")),
                        Table.Cell.of(Integer.toString(parties)),
                        Table.Cell.of(Integer.toString(people))),
                Table.RowKind.TOTAL));
        draft.add(new Table(
                Table.Look.RULED,
                List.of(),
                List.of(
                        new Table.Column(6, Table.Align.START),
                        new Table.Column(2, Table.Align.END),
                        new Table.Column(2, Table.Align.END)),
                List.of(draft.headRow(
                        "participants.column.part", "participants.column.parties", "participants.column.people")),
                rows,
                draft.line("participants.order"),
                draft.text("participants.overview")));
    }

    private static Table table(
            Draft draft, List<ParticipantsInput.Delegation> delegations, boolean contacts, String summary) {
        List<Table.Row> rows = new ArrayList<>();
        for (ParticipantsInput.Delegation delegation : delegations) {
            List<Inline> name = new ArrayList<>();
            name.add(Inline.text(delegation.party(), Mark.BOLD));
            if (!delegation.acronym().isEmpty()
                    && !delegation.acronym().equals(delegation.party().text())) {
                name.add(Inline.text(" (" + delegation.acronym() + ")", Mark.BOLD));
            }
            List<List<Inline>> lines = new ArrayList<>();
            lines.add(name);
            if (delegation.observer()) {
                lines.add(List.of(Draft.quiet(draft.text("participants.role.observer"))));
            }
            rows.add(new Table.Row(List.of(Table.Cell.ofParagraphs(lines).spanning(3)), Table.RowKind.GROUP));
            List<ParticipantsInput.Delegate> delegates = new ArrayList<>(delegation.delegates());
            delegates.sort(Comparator.comparing(ParticipantsInput.Delegate::role));
            for (ParticipantsInput.Delegate delegate : delegates) {
                rows.add(row(draft, delegate, contacts));
            }
        }
        return new Table(
                Table.Look.RULED,
                List.of(),
                List.of(
                        new Table.Column(5.2, Table.Align.START),
                        new Table.Column(7.4, Table.Align.START),
                        new Table.Column(3.4, Table.Align.START)),
                List.of(draft.headRow(
                        "participants.column.name", "participants.column.position", "participants.column.role")),
                rows,
                List.of(),
                summary);
    }

    private static Table.Row row(Draft draft, ParticipantsInput.Delegate delegate, boolean contacts) {
        List<Inline> name = new ArrayList<>();
        if (!delegate.honorific().isEmpty()) {
            name.add(Inline.text(delegate.honorific() + " "));
        }
        // In Chinese the family name stands first, as in the lists of the United Nations.
        boolean familyFirst = delegate.family().language() == Language.ZH;
        Inline family = new Inline.Text(
                delegate.family().text(),
                Set.of(Mark.CAPITALS),
                delegate.family().language());
        Inline given = Inline.text(delegate.given());
        if (familyFirst) {
            name.add(family);
            name.add(given);
        } else {
            if (!delegate.given().isEmpty()) {
                name.add(given);
            }
            if (!delegate.given().isEmpty() && !delegate.family().isEmpty()) {
                name.add(Inline.text("\u00A0"));
            }
            if (!delegate.family().isEmpty()) {
                name.add(family);
            }
        }
        List<List<Inline>> lines = new ArrayList<>();
        lines.add(name);
        if (contacts && !delegate.email().isEmpty()) {
            lines.add(List.of(new Inline.Link(delegate.email(), "mailto:" + delegate.email())));
        }
        if (contacts && !delegate.phone().isEmpty()) {
            lines.add(List.of(Inline.leftToRight(delegate.phone())));
        }
        String role = delegate.role() == ParticipantsInput.Role.MEMBER
                ? ""
                : draft.text("participants.role." + delegate.role().name().toLowerCase(Locale.ROOT));
        return Table.Row.of(
                Table.Cell.ofParagraphs(lines), Table.Cell.of(Inline.text(delegate.position())), Table.Cell.of(role));
    }
}
