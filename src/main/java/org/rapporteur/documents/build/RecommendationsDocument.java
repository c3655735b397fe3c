package org.rapporteur.documents.build;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.rapporteur.core.text.StatedNumber;
import org.rapporteur.documents.Words;
import org.rapporteur.documents.build.RecommendationsInput.Adopted;
import org.rapporteur.documents.build.RecommendationsInput.Correction;
import org.rapporteur.documents.build.RecommendationsInput.Evidence;
import org.rapporteur.documents.build.RecommendationsInput.Group;
import org.rapporteur.documents.build.RecommendationsInput.Objective;
import org.rapporteur.documents.build.RecommendationsInput.Other;
import org.rapporteur.documents.build.RecommendationsInput.Recommendation;
import org.rapporteur.documents.build.RecommendationsInput.Reference;
import org.rapporteur.documents.build.RecommendationsInput.Reservation;
import org.rapporteur.documents.build.RecommendationsInput.State;
import org.rapporteur.documents.model.Block;
import org.rapporteur.documents.model.Block.Role;
import org.rapporteur.documents.model.Inline;
import org.rapporteur.documents.model.Inline.Mark;
import org.rapporteur.documents.model.Phrase;
import org.rapporteur.documents.model.Table;
import org.rapporteur.documents.model.TextDocument;

/**
 * The recommendations of a meeting, draft or adopted, in their groups, each with the objectives that it serves and the
 * answers behind it. A recommendation whose wording is not known is listed as such; none is ever made up.
 */
public final class RecommendationsDocument {

    private final Words words;

    /** A builder; the words are those of the document's language. */
    public RecommendationsDocument(Words words) {
        this.words = words;
    }

    /** Builds the document. */
    public TextDocument build(RecommendationsInput input) {
        Draft draft = new Draft(input.masthead(), words);
        String status = draft.text(
                input.stage() == RecommendationsInput.Stage.DRAFT
                        ? "recommendations.draft"
                        : "recommendations.adopted");
        draft.head(input.meeting(), List.of(Inline.text(input.title())), List.of(Inline.text(status)));
        for (Phrase paragraph : input.preamble()) {
            draft.phrase(Role.BODY, paragraph);
        }
        long missing =
                input.recommendations().stream().filter(one -> !one.inSource()).count();
        if (missing > 0) {
            draft.add(new Block.Notice(
                    Block.NoticeKind.INFORMATION,
                    draft.line("recommendations.missing.title"),
                    draft.line(
                            "recommendations.missing.text",
                            missing,
                            Integer.toString(input.recommendations().size()))));
        }
        Map<Recommendation, Integer> places = places(input.recommendations());
        for (Group group : input.groups()) {
            List<Recommendation> members = input.recommendations().stream()
                    .filter(one -> group.key().equals(one.group()))
                    .toList();
            if (!members.isEmpty()) {
                draft.add(new Block.Heading(1, List.of(Inline.text(group.name())), false, null));
                members.forEach(one -> recommendation(draft, one, places.getOrDefault(one, 0)));
            }
        }
        List<Recommendation> others = input.recommendations().stream()
                .filter(one -> input.groups().stream().noneMatch(group -> Objects.equals(group.key(), one.group())))
                .toList();
        if (!others.isEmpty()) {
            draft.heading(1, false, input.groups().isEmpty() ? "recommendations.all" : "recommendations.ungrouped");
            others.forEach(one -> recommendation(draft, one, places.getOrDefault(one, 0)));
        }
        objectives(draft, input);
        references(draft, input);
        if (!input.sources().isEmpty()) {
            draft.heading(1, false, "recommendations.sources");
            draft.bullets(input.sources());
        }
        return draft.finish(
                input.title().text(),
                input.meeting() == null ? "" : input.meeting().name().text());
    }

    /** What a recommendation without a number is called by in the room: its place among those that have none. */
    private static Map<Recommendation, Integer> places(List<Recommendation> recommendations) {
        Map<Recommendation, Integer> places = new IdentityHashMap<>();
        int place = 0;
        for (Recommendation one : recommendations) {
            if (one.number().isEmpty()) {
                places.put(one, ++place);
            }
        }
        return places;
    }

    private static void recommendation(Draft draft, Recommendation one, int place) {
        List<Inline> heading = new ArrayList<>(
                one.number().isEmpty()
                        ? draft.line("recommendations.unnumbered", Integer.toString(place))
                        : draft.line("recommendations.number", draft.stated(one.number())));
        if (!one.version().isEmpty()) {
            heading.add(Inline.text(" (" + one.version() + ")"));
        }
        draft.add(new Block.Heading(
                2,
                heading,
                false,
                one.number().isEmpty() ? null : "rec" + one.number().replaceAll("[^\\p{L}\\p{N}]+", "-")));
        if (!one.inSource() || one.text().isEmpty()) {
            draft.paragraph(
                    Role.BODY,
                    draft.line(one.inSource() ? "recommendations.empty" : "recommendations.absent").stream()
                            .map(RecommendationsDocument::emphasis)
                            .toList());
        } else if (one.adopted() == null || one.adopted().others().isEmpty()) {
            wording(draft, one);
        }
        if (one.adopted() != null) {
            adopted(draft, one.adopted());
        }
        if (!one.older().isEmpty() && !one.text().isEmpty()) {
            List<Phrase> names = one.older().stream()
                    .map(code -> Phrase.of(draft.text("language." + code)))
                    .toList();
            draft.paragraph(Role.NOTE, draft.line("recommendations.older", draft.prose.joinPhrases(names)));
        }
        facts(draft, one);
        for (Reservation reservation : one.reservations()) {
            draft.paragraph(
                    Role.BODY,
                    reservation.text().isEmpty()
                            ? draft.line("recommendations.reservation.of", reservation.party())
                            : draft.line("recommendations.reservation", reservation.party(), reservation.text()));
        }
    }

    /** When and where it was adopted, what was corrected since, and whether the text is still the one. */
    private static void adopted(Draft draft, Adopted adopted) {
        if (adopted.state() == State.CONTESTED) {
            draft.add(new Block.Notice(
                    Block.NoticeKind.INFORMATION,
                    draft.line("recommendations.contested.title"),
                    draft.line("recommendations.contested.text")));
            for (Other other : adopted.others()) {
                draft.paragraph(
                        Role.NOTE,
                        draft.line("recommendations.contested.one", day(draft, other.day()), Phrase.of(other.label())));
                draft.phrase(Role.BODY, other.text());
            }
            return;
        }
        draft.paragraph(
                Role.NOTE,
                adopted.place().isEmpty()
                        ? draft.line("recommendations.adopted.on", day(draft, adopted.day()))
                        : draft.line(
                                "recommendations.adopted.at",
                                day(draft, adopted.day()),
                                Inline.text(Phrase.of(adopted.place()))));
        for (Correction correction : adopted.corrections()) {
            String key =
                    correction.revision() ? "recommendations.adopted.revision" : "recommendations.adopted.corrigendum";
            draft.paragraph(Role.NOTE, draft.line(key, day(draft, correction.day()), Inline.text(correction.reason())));
        }
        if (!adopted.number().isEmpty()) {
            draft.paragraph(Role.NOTE, draft.line("recommendations.adopted.number", draft.stated(adopted.number())));
        }
        if (adopted.translated() != null) {
            draft.paragraph(
                    Role.NOTE, draft.line("recommendations.adopted.translation", day(draft, adopted.translated())));
        }
        switch (adopted.state()) {
            case UNALTERED -> draft.paragraph(Role.NOTE, draft.line("recommendations.seal", adopted.hash()));
            case UNSEALED -> draft.paragraph(Role.NOTE, draft.line("recommendations.seal.none"));
            default ->
                draft.add(new Block.Notice(
                        Block.NoticeKind.INFORMATION,
                        draft.line("recommendations.seal.title"),
                        draft.line(
                                adopted.state() == State.ALTERED
                                        ? "recommendations.seal.altered"
                                        : "recommendations.seal.broken",
                                adopted.hash())));
        }
    }

    private static String day(Draft draft, LocalDate day) {
        return day == null ? draft.text("recommendations.adopted.noday") : draft.dates.day(day);
    }

    /** The wording, each of its lines a paragraph; quotations in several languages would run into each other otherwise. */
    private static void wording(Draft draft, Recommendation one) {
        List<String> lines = one.text()
                .text()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        for (int i = 0; i < lines.size(); i++) {
            List<Inline> text = new ArrayList<>();
            text.add(Inline.text(Phrase.of(lines.get(i), one.text().language())));
            if (one.translation() && i == lines.size() - 1) {
                text.add(new Inline.Footnote(draft.line("recommendations.translation")));
            }
            draft.add(new Block.Paragraph(Role.BODY, text, one.text().language()));
        }
    }

    private static Inline emphasis(Inline inline) {
        return inline instanceof Inline.Text text
                ? new Inline.Text(text.text(), Set.of(Mark.EMPHASIS), text.language())
                : inline;
    }

    /** What is known about a recommendation beside its wording, one fact a line. */
    private static void facts(Draft draft, Recommendation one) {
        List<Table.Row> rows = new ArrayList<>();
        if (!one.objectives().isEmpty()) {
            List<List<Inline>> lines = one.objectives().stream()
                    .map(objective -> objective(draft, objective))
                    .toList();
            rows.add(fact(draft, "recommendations.objectives", lines));
        }
        if (!one.themes().isEmpty()) {
            rows.add(fact(draft, "recommendations.themes", List.of(draft.prose.joinPhrases(one.themes()))));
        }
        if (one.evidence() != null) {
            rows.add(fact(draft, "recommendations.evidence", evidence(draft, one.evidence())));
        }
        if (!one.agendaItem().isEmpty()) {
            rows.add(fact(draft, "recommendations.item", List.of(List.of(Inline.text(one.agendaItem())))));
        }
        if (!rows.isEmpty()) {
            draft.add(new Table(
                    Table.Look.PLAIN,
                    List.of(),
                    List.of(new Table.Column(3, Table.Align.START), new Table.Column(13, Table.Align.START)),
                    List.of(),
                    rows,
                    List.of(),
                    draft.text("recommendations.facts")));
        }
    }

    private static List<Inline> objective(Draft draft, Objective objective) {
        return draft.line("recommendations.objective", objective.code(), Inline.text(objective.title()));
    }

    private static Table.Row fact(Draft draft, String key, List<List<Inline>> value) {
        return Table.Row.of(Table.Cell.of(Draft.quiet(draft.text(key))), Table.Cell.ofParagraphs(value));
    }

    private static List<List<Inline>> evidence(Draft draft, Evidence evidence) {
        List<List<Inline>> lines = new ArrayList<>();
        String respondents =
                draft.of(evidence.respondents().count(), evidence.respondents().base());
        lines.add(
                evidence.regions().base() == 0
                        ? draft.line("recommendations.evidence.count", respondents)
                        : draft.line(
                                evidence.apart()
                                        ? "recommendations.evidence.regions.apart"
                                        : "recommendations.evidence.regions",
                                respondents,
                                draft.of(
                                        evidence.regions().count(),
                                        evidence.regions().base())));
        if (!evidence.named().isEmpty()) {
            List<List<Inline>> names = new ArrayList<>();
            evidence.named().forEach(name -> names.add(List.of(Inline.text(name, Mark.QUIET))));
            if (evidence.unnamed() > 0) {
                names.add(List.of(Draft.quiet(draft.text("recommendations.evidence.unnamed", evidence.unnamed()))));
            }
            lines.add(draft.prose.join(names));
        }
        return lines;
    }

    /** Which recommendation serves which objective, read from the objectives' side. */
    private static void objectives(Draft draft, RecommendationsInput input) {
        java.util.TreeMap<String, Phrase> titles = new java.util.TreeMap<>(StatedNumber.ORDER);
        java.util.Map<String, List<Phrase>> numbers = new java.util.HashMap<>();
        for (Recommendation one : input.recommendations()) {
            if (!one.number().isEmpty()) {
                for (Objective objective : one.objectives()) {
                    titles.putIfAbsent(objective.code(), objective.title());
                    numbers.computeIfAbsent(objective.code(), number -> new ArrayList<>())
                            .add(Phrase.of(one.number()));
                }
            }
        }
        if (titles.isEmpty()) {
            return;
        }
        draft.heading(1, false, "recommendations.compact");
        List<Table.Row> rows = new ArrayList<>();
        titles.forEach((number, title) -> rows.add(Table.Row.of(
                Table.Cell.of(number),
                Table.Cell.of(Inline.text(title)),
                new Table.Cell(List.of(draft.prose.joinPhrases(numbers.get(number))), null, null, 1))));
        draft.add(new Table(
                Table.Look.RULED,
                draft.line("recommendations.compact.caption"),
                List.of(
                        new Table.Column(1.6, Table.Align.START),
                        new Table.Column(10.4, Table.Align.START),
                        new Table.Column(4, Table.Align.START)),
                List.of(draft.headRow(
                        "recommendations.column.number",
                        "recommendations.column.objective",
                        "recommendations.column.recommendations")),
                rows,
                List.of(),
                ""));
    }

    private static void references(Draft draft, RecommendationsInput input) {
        if (input.references().isEmpty()) {
            return;
        }
        draft.heading(1, false, "recommendations.references");
        List<Table.Row> rows = new ArrayList<>();
        for (Reference reference : input.references()) {
            rows.add(Table.Row.of(
                    Table.Cell.of(reference.objective()),
                    Table.Cell.of(Inline.text(reference.topic())),
                    Table.Cell.of(
                            draft.text(reference.indirect() ? "recommendations.indirect" : "recommendations.direct")),
                    Table.Cell.of(Inline.text(reference.document()))));
        }
        draft.add(new Table(
                Table.Look.RULED,
                draft.line("recommendations.references.caption"),
                List.of(
                        new Table.Column(1.6, Table.Align.START),
                        new Table.Column(6.4, Table.Align.START),
                        new Table.Column(3, Table.Align.START),
                        new Table.Column(5, Table.Align.START)),
                List.of(draft.headRow(
                        "recommendations.column.number",
                        "recommendations.column.topic",
                        "recommendations.column.relation",
                        "recommendations.column.document")),
                rows,
                List.of(),
                ""));
    }
}
