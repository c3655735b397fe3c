package org.rapporteur.ui.start;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.rapporteur.core.change.History;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.document.DocumentKinds;
import org.rapporteur.core.exchange.PackageRecord;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.meeting.Programme;
import org.rapporteur.core.meeting.ProgrammeCheck;
import org.rapporteur.core.meeting.Rules;
import org.rapporteur.core.model.Model;
import org.rapporteur.core.participant.DelegationTally;
import org.rapporteur.core.participant.ParticipantKinds;
import org.rapporteur.core.recommendation.RecommendationKinds;
import org.rapporteur.core.survey.Inbox;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.survey.analysis.ResponseProgress;
import org.rapporteur.core.survey.analysis.SurveyAnalysis;
import org.rapporteur.exchange.Exchange;
import org.rapporteur.ui.shell.Place;

/** Reads what the start page shows. Called off the window's thread. */
final class StartReader {
    private static final int MOST_DEADLINES = 8;
    private static final int MOST_STEPS = 8;
    private static final int MOST_ENTRIES = 300;
    /** One large import is many entries and one line. */
    private static final int MOST_OF_STEP = 12;

    private static final int MOST_SURVEYS = 3;

    /** What is late for longer is no deadline to keep any more; it waits. */
    private static final int LONG_AGO = 90;

    private static final int MOST_OTHERS = 3;
    private static final Set<String> NOT_TO_COME = Set.of("held", "cancelled");

    private final Records records;
    private final History history;
    private final Function<Row, String> names;
    private final SurveyAnalysis analysis;
    private final Clock clock;
    private final Exchange exchange;

    /**
     * A reader for one workspace.
     *
     * @param names what a record is called; "" if it has no name
     * @param exchange what waits there is told too; null for none
     */
    StartReader(
            Records records,
            History history,
            Function<Row, String> names,
            SurveyAnalysis analysis,
            Clock clock,
            Exchange exchange) {
        this.records = records;
        this.names = names;
        this.history = history;
        this.analysis = analysis;
        this.clock = clock;
        this.exchange = exchange;
    }

    /**
     * Reads everything.
     *
     * @param language code of the language for names
     */
    StartFacts read(String language) {
        LocalDate today = LocalDate.now(clock);
        List<Row> meetings = records.list(Query.of(MeetingKinds.MEETING));
        List<Row> ordered = order(meetings, today);
        List<Row> surveys = records.list(Query.of(SurveyKinds.SURVEY));
        Row first = ordered.isEmpty() ? null : ordered.getFirst();
        return new StartFacts(
                today,
                first,
                ordered.stream().skip(1).limit(MOST_OTHERS).toList(),
                deadlines(meetings, surveys, today, language),
                replies(surveys, first, today),
                waiting(meetings, surveys, today, language),
                recent());
    }

    /** Those under way or to come, the nearest first; then those held, the latest first; those without a day at the end. */
    static List<Row> order(List<Row> meetings, LocalDate today) {
        Comparator<Row> ahead =
                Comparator.comparing(row -> row.date("starts_on").orElse(LocalDate.MAX));
        Comparator<Row> held = Comparator.comparing((Row row) -> last(row).orElse(LocalDate.MIN))
                .reversed();
        return Stream.concat(
                        meetings.stream().filter(m -> isAhead(m, today)).sorted(ahead),
                        meetings.stream().filter(m -> !isAhead(m, today)).sorted(held))
                .toList();
    }

    static boolean isAhead(Row meeting, LocalDate today) {
        return !NOT_TO_COME.contains(meeting.text("status"))
                && last(meeting).filter(day -> !day.isBefore(today)).isPresent();
    }

    private static Optional<LocalDate> last(Row meeting) {
        return meeting.date("ends_on").or(() -> meeting.date("starts_on"));
    }

    private List<StartFacts.Deadline> deadlines(
            List<Row> meetings, List<Row> surveys, LocalDate today, String language) {
        List<StartFacts.Deadline> found = new ArrayList<>();
        for (Row meeting : meetings) {
            if (isAhead(meeting, today)) {
                add(
                        found,
                        meeting,
                        "nomination_deadline",
                        "start.due.nomination",
                        name(meeting, language),
                        meeting(meeting, "participants", language));
            }
        }
        for (Row survey : surveys) {
            if (survey.text("status").equals("open")) {
                add(found, survey, "due_on", "start.due.survey", survey.title(language), survey(survey, language));
            }
        }
        for (Row row : records.list(Query.of(RecommendationKinds.RECOMMENDATION))) {
            if (!Set.of("withdrawn", "not_in_source").contains(row.text("status"))) {
                add(
                        found,
                        row,
                        "due_on",
                        "start.due.recommendation",
                        row.title(language),
                        place("recommendations", row, language));
            }
        }
        for (Row row : records.list(Query.of(RecommendationKinds.PROGRESS_REPORT))) {
            if (row.date("reported_on").isEmpty() && row.ref("recommendation") != null) {
                parent(RecommendationKinds.RECOMMENDATION, row.ref("recommendation"))
                        .ifPresent(of -> add(
                                found,
                                row,
                                "due_on",
                                "start.due.report",
                                of.title(language),
                                place("recommendations", of, language)));
            }
        }
        for (Row row : records.list(Query.of(DocumentKinds.LANGUAGE_VERSION))) {
            if (!Set.of("ready", "issued").contains(row.text("status"))
                    && row.date("due_on").isPresent()) {
                parent(DocumentKinds.DOCUMENT, row.ref("document"))
                        .ifPresent(of -> add(
                                found,
                                row,
                                "due_on",
                                "start.due.document",
                                of.title(language) + " (" + row.text("language").toUpperCase(java.util.Locale.ROOT)
                                        + ")",
                                place("documents", of, language)));
            }
        }
        return found.stream()
                .filter(due -> !due.day().isBefore(today.minusDays(LONG_AGO)))
                .sorted(Comparator.comparing(StartFacts.Deadline::day))
                .limit(MOST_DEADLINES)
                .toList();
    }

    private Optional<Row> parent(Kind kind, UUID id) {
        return id == null ? Optional.empty() : records.find(kind, id).filter(row -> !row.deleted());
    }

    private static void add(
            List<StartFacts.Deadline> found, Row row, String field, String key, String name, Place place) {
        row.date(field).ifPresent(day -> found.add(new StartFacts.Deadline(day, key, name, place)));
    }

    /** Open surveys, and that of the meeting shown even if it is closed. */
    private List<StartFacts.Replies> replies(List<Row> surveys, Row meeting, LocalDate today) {
        List<StartFacts.Replies> replies = new ArrayList<>();
        List<Row> wanted = surveys.stream()
                .sorted(Comparator.comparing((Row s) -> !s.text("status").equals("open"))
                        .thenComparing(s -> meeting == null || !meeting.id().equals(s.ref("meeting"))))
                .toList();
        for (Row survey : wanted) {
            if (replies.size() == MOST_SURVEYS) {
                break;
            }
            ResponseProgress.Tally tally =
                    analysis.progress(survey.id(), today, List.of()).total();
            if (tally.asked() > 0) {
                replies.add(new StartFacts.Replies(survey, tally));
            }
        }
        return replies;
    }

    /** What waits for a person, of every area; what has a date and is late comes before what only is under way. */
    private List<StartFacts.Waiting> waiting(List<Row> meetings, List<Row> surveys, LocalDate today, String language) {
        List<StartFacts.Waiting> waiting = new ArrayList<>();
        if (exchange != null) {
            exchanged(waiting);
        }
        for (Row meeting : meetings) {
            if (isAhead(meeting, today)) {
                ofMeeting(waiting, meeting, today, language);
            }
        }
        add(waiting, "start.waits.files", Inbox.unassigned(records).items().size(), "", Place.of("surveys"));
        for (Row survey : surveys) {
            long open = Inbox.of(records, survey.id()).items().size();
            add(
                    waiting,
                    "start.waits.tray",
                    open,
                    "",
                    Place.of("surveys")
                            .then(survey.id().toString(), survey.title(language))
                            .thenKey("returned", "survey.tab.returned"));
            if (survey.text("status").equals("open")) {
                long late =
                        analysis.progress(survey.id(), today, List.of()).total().overdue();
                add(waiting, "start.waits.overdue", late, survey.title(language), survey(survey, language));
            }
        }
        late(waiting, today, language);
        add(waiting, "start.waits.negotiation", recommendations("in_negotiation"), "", Place.of("recommendations"));
        add(waiting, "start.waits.drafts", recommendations("draft"), "", Place.of("recommendations"));
        long translation = records.count(
                Query.of(DocumentKinds.LANGUAGE_VERSION).where("status", List.of("in_translation", "in_revision")));
        add(waiting, "start.waits.translation", translation, "", Place.of("documents"));
        return waiting;
    }

    /** Nominations that were due, and what is wrong with the agenda. */
    private void ofMeeting(List<StartFacts.Waiting> waiting, Row meeting, LocalDate today, String language) {
        if (meeting.date("nomination_deadline")
                .filter(day -> day.isBefore(today))
                .isPresent()) {
            List<Row> delegations = records.list(Query.partsOf(ParticipantKinds.DELEGATION, meeting.id()));
            add(
                    waiting,
                    "start.waits.nominations",
                    DelegationTally.of(delegations, 0).unanswered(),
                    name(meeting, language),
                    meeting(meeting, "participants", language));
        }
        long warnings = Programme.read(records, meeting.id())
                .map(programme -> ProgrammeCheck.run(programme, Rules.USUAL).size())
                .orElse(0);
        add(waiting, "start.waits.warnings", warnings, name(meeting, language), meeting(meeting, "agenda", language));
    }

    /** Follow-up, reports and language versions whose date has passed; one of them opens itself, several their list. */
    private void late(List<StartFacts.Waiting> waiting, LocalDate today, String language) {
        List<Row> reports = records.list(Query.of(RecommendationKinds.PROGRESS_REPORT));
        Set<UUID> done = new HashSet<>();
        reports.stream()
                .filter(report -> Set.of("achieved", "dropped").contains(report.text("status")))
                .forEach(report -> done.add(report.ref("recommendation")));
        Map<UUID, Place> followUp = new LinkedHashMap<>();
        for (Row row : records.list(Query.of(RecommendationKinds.RECOMMENDATION))) {
            if (isLate(row, today)
                    && !Set.of("withdrawn", "not_in_source").contains(row.text("status"))
                    && !done.contains(row.id())) {
                followUp.put(row.id(), place("recommendations", row, language));
            }
        }
        add(waiting, "start.waits.followup", followUp, "recommendations");
        Map<UUID, Place> overdue = new LinkedHashMap<>();
        for (Row report : reports) {
            if (isLate(report, today) && report.date("reported_on").isEmpty()) {
                parent(RecommendationKinds.RECOMMENDATION, report.ref("recommendation"))
                        .ifPresent(of -> overdue.put(report.id(), place("recommendations", of, language)));
            }
        }
        add(waiting, "start.waits.reports", overdue, "recommendations");
        Map<UUID, Place> versions = new LinkedHashMap<>();
        for (Row version : records.list(Query.of(DocumentKinds.LANGUAGE_VERSION))) {
            if (isLate(version, today) && !Set.of("ready", "issued").contains(version.text("status"))) {
                parent(DocumentKinds.DOCUMENT, version.ref("document"))
                        .ifPresent(of -> versions.put(version.id(), place("documents", of, language)));
            }
        }
        add(waiting, "start.waits.versions", versions, "documents");
    }

    private static boolean isLate(Row row, LocalDate today) {
        return row.date("due_on").filter(day -> day.isBefore(today)).isPresent();
    }

    private void exchanged(List<StartFacts.Waiting> waiting) {
        Place area = Place.of("exchange");
        Place packages = area.thenKey("packages", "exchange.tab.packages");
        List<PackageRecord.State> states =
                exchange.store().packages().stream().map(PackageRecord::state).toList();
        add(
                waiting,
                "exchange.waits.conflicts",
                exchange.conflicts().count(),
                "",
                area.thenKey("conflicts", "exchange.tab.conflicts"));
        add(
                waiting,
                "exchange.waits.look",
                states.stream().filter(PackageRecord.State.HELD::equals).count(),
                "",
                packages);
        add(
                waiting,
                "exchange.waits.others",
                states.stream().filter(PackageRecord.State.WAITING::equals).count(),
                "",
                packages);
    }

    private long recommendations(String status) {
        return records.count(Query.of(RecommendationKinds.RECOMMENDATION).where("status", status));
    }

    private static void add(List<StartFacts.Waiting> waiting, String key, long count, String name, Place place) {
        if (count > 0) {
            waiting.add(new StartFacts.Waiting(key, count, name, place));
        }
    }

    private static void add(List<StartFacts.Waiting> waiting, String key, Map<UUID, Place> found, String area) {
        Place place = found.size() == 1 ? found.values().iterator().next() : Place.of(area);
        add(waiting, key, found.size(), "", place);
    }

    private record StepKey(java.time.Instant at, String author, String label, List<String> arguments) {}

    private record LineKey(UUID record, LocalDate day) {}

    /**
     * What was worked on: the changes of one step are one, it stands for the record that it touched first; the steps on one
     * record in one day are one line, with the last of them.
     */
    private List<StartFacts.Step> recent() {
        Map<StepKey, StartFacts.Step> steps = new LinkedHashMap<>();
        Map<StepKey, Set<UUID>> touched = new HashMap<>();
        for (History.Entry entry : history.recent(MOST_ENTRIES, MOST_OF_STEP)) {
            StepKey key = new StepKey(
                    entry.at(),
                    entry.author(),
                    entry.label().key(),
                    entry.label().arguments());
            steps.putIfAbsent(
                    key,
                    new StartFacts.Step(
                            entry.label(),
                            entry.at(),
                            entry.author(),
                            Model.kind(entry.kind()),
                            entry.record(),
                            "",
                            1));
            touched.computeIfAbsent(key, k -> new HashSet<>()).add(entry.record());
        }
        Map<LineKey, StartFacts.Step> lines = new LinkedHashMap<>();
        Set<UUID> alone = new HashSet<>();
        steps.forEach((key, step) -> {
            LocalDate day = step.at().atZone(clock.getZone()).toLocalDate();
            if (lines.merge(new LineKey(step.record(), day), step, (last, earlier) -> last.counted(1)) == step
                    && touched.get(key).size() == 1) {
                alone.add(step.record());
            }
        });
        return lines.values().stream()
                .sorted(Comparator.comparing(StartFacts.Step::at).reversed())
                .limit(MOST_STEPS)
                .map(step -> alone.contains(step.record()) ? named(step) : step)
                .toList();
    }

    /** A step of one record is told with what the record is called now. */
    private StartFacts.Step named(StartFacts.Step step) {
        return records
                .list(Query.of(step.kind()).where("id", List.of(step.record())).withDeleted())
                .stream()
                .findFirst()
                .map(row -> step.named(names.apply(row)))
                .orElse(step);
    }

    /** What a meeting is called in short. */
    static String name(Row meeting, String language) {
        return meeting.text("acronym").isBlank() ? meeting.textOr("name", language) : meeting.text("acronym");
    }

    /** The place of a meeting's tab. */
    static Place meeting(Row meeting, String tab, String language) {
        Place place = Place.of("meetings").then(meeting.id().toString(), name(meeting, language));
        return tab == null ? place : place.thenKey(tab, "start.tab." + tab);
    }

    static Place survey(Row survey, String language) {
        return Place.of("surveys")
                .then(survey.id().toString(), survey.title(language))
                .thenKey("respondents", "survey.tab.respondents");
    }

    private static Place place(String area, Row row, String language) {
        return Place.of(area).then(row.id().toString(), row.title(language));
    }
}
