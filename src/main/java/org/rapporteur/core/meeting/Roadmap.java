package org.rapporteur.core.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.text.Multilingual;

/**
 * A process over time: its phases with their milestones, the meetings that belong to it, and how many consultations of
 * each kind were held.
 *
 * @param process key of the process
 * @param name its name
 * @param phases its phases in their order
 * @param meetings dated meetings of the process, the earliest first
 * @param tally consultations that are only counted
 */
public record Roadmap(UUID process, Multilingual name, List<Phase> phases, List<Meeting> meetings, List<Tally> tally) {

    /**
     * Something with a beginning and an end.
     *
     * @param from beginning, null if not known
     * @param to end, null if not known
     */
    public record Span(PartialDate from, PartialDate to) {
        static Span of(Row row) {
            PartialDate from = PartialDate.of(row.text("starts_on")).orElse(null);
            PartialDate to = PartialDate.of(row.text("ends_on")).orElse(null);
            return new Span(from == null ? to : from, to == null ? from : to);
        }

        /** Whether it can be drawn. */
        public boolean known() {
            return from != null;
        }

        /** First day; only of a known span. */
        public LocalDate first() {
            return from.first();
        }

        /** Last day, never before the first; only of a known span. */
        public LocalDate last() {
            return to.last().isBefore(from.first()) ? from.last() : to.last();
        }
    }

    /** A phase with its dated milestones, the earliest first. */
    public record Phase(UUID id, Multilingual name, Span span, String source, List<Milestone> milestones) {}

    /** An event of a phase. */
    public record Milestone(UUID id, Multilingual name, String type, Span span, Multilingual place, String source) {}

    /** Consultations of one kind, counted. */
    public record Tally(UUID id, Multilingual name, String type, long held, Multilingual place, String source) {}

    /** Reads the roadmap of a process; empty if there is no such process. */
    public static Optional<Roadmap> read(Records records, UUID process) {
        return records.find(MeetingKinds.PROCESS, process).map(row -> {
            List<Row> phases = records.list(Query.partsOf(MeetingKinds.PHASE, process));
            List<UUID> keys = phases.stream().map(Row::id).toList();
            List<Row> milestones = keys.isEmpty()
                    ? List.of()
                    : records.list(Query.of(MeetingKinds.MILESTONE)
                            .where("phase", keys)
                            .by("position"));
            List<Meeting> meetings = records.list(Query.of(MeetingKinds.MEETING).where("process", process)).stream()
                    .map(Meeting::of)
                    .filter(meeting -> meeting.first().isPresent())
                    .sorted(Comparator.comparing(meeting -> meeting.first().orElseThrow()))
                    .toList();
            return new Roadmap(process, texts(row, "name"), phases(phases, milestones), meetings, tally(milestones));
        });
    }

    private static Multilingual texts(Row row, String field) {
        return Multilingual.ofCodes(row.texts(field));
    }

    private static List<Phase> phases(List<Row> phases, List<Row> milestones) {
        Map<UUID, List<Milestone>> ofPhase = new LinkedHashMap<>();
        milestones.stream()
                .filter(row -> !isCounted(row))
                .forEach(row -> ofPhase.computeIfAbsent(row.ref("phase"), key -> new ArrayList<>())
                        .add(new Milestone(
                                row.id(),
                                texts(row, "name"),
                                row.text("type"),
                                Span.of(row),
                                texts(row, "place"),
                                row.text("source"))));
        return phases.stream()
                .map(row -> new Phase(
                        row.id(),
                        texts(row, "name"),
                        Span.of(row),
                        row.text("source"),
                        ofPhase.getOrDefault(row.id(), List.of()).stream()
                                .sorted(Comparator.comparing((Milestone m) ->
                                        m.span().known() ? m.span().first() : LocalDate.MAX))
                                .toList()))
                .toList();
    }

    /** A number without a date is a count of consultations, not an event. */
    private static boolean isCounted(Row row) {
        return row.number("number_held").isPresent() && !Span.of(row).known();
    }

    private static List<Tally> tally(List<Row> milestones) {
        return milestones.stream()
                .filter(Roadmap::isCounted)
                .map(row -> new Tally(
                        row.id(),
                        texts(row, "name"),
                        row.text("type"),
                        row.number("number_held").orElse(0),
                        texts(row, "place"),
                        row.text("source")))
                .sorted(Comparator.comparing(Tally::held).reversed())
                .toList();
    }

    /** The first day of anything; empty if nothing is dated. */
    public Optional<LocalDate> first() {
        return spans().map(Span::first).min(Comparator.naturalOrder());
    }

    /** The last day of anything; empty if nothing is dated. */
    public Optional<LocalDate> last() {
        return spans().map(Span::last).max(Comparator.naturalOrder());
    }

    private Stream<Span> spans() {
        Stream<Span> ofMeetings = meetings.stream()
                .map(meeting -> new Span(
                        day(meeting.first().orElseThrow()), day(meeting.last().orElseThrow())));
        return Stream.concat(
                        ofMeetings,
                        phases.stream()
                                .flatMap(phase -> Stream.concat(
                                        Stream.of(phase.span()),
                                        phase.milestones().stream().map(Milestone::span))))
                .filter(Span::known);
    }

    private static PartialDate day(LocalDate day) {
        return new PartialDate(day, day, PartialDate.Precision.DAY);
    }
}
