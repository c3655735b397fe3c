package org.rapporteur.ui.survey;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.survey.CurrentReply;
import org.rapporteur.core.survey.Inbox;
import org.rapporteur.core.survey.IntakeReport;
import org.rapporteur.core.survey.Replies;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.survey.TrayDecision;
import org.rapporteur.forms.xlsx.ReturnedIntake;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.Tasks;
import org.rapporteur.ui.kit.record.Edits;

/** The replies and returned files of a survey and what became of each; takes in new ones. */
final class ReturnedViewModel {

    /** What became of a file. */
    enum Fate {
        /** Everything found its place and counts. */
        PLACED,
        /** Some of it waits in the inbox. */
        TRAY,
        /** A newer reply of the respondent took its place. */
        REPLACED,
        /** Another reply counts until a person chooses. */
        COMPETES,
        /** A person must say who it is from. */
        WHO,
        /** It was not taken. */
        REFUSED
    }

    /**
     * A file, or a reply that was typed in.
     *
     * @param file its name; "" for a reply that was typed in
     * @param cameBy how a reply that was typed in came, "" if not stated or for a file
     * @param response key of the reply; null if it became none
     * @param respondent whose it is, "" if not known
     * @param received the day; null if not known
     * @param answers how many answers of it count
     * @param waiting how much of it waits in the inbox
     * @param item what waits of a file that was not taken in; null for a reply
     */
    record FileLine(
            String file,
            String cameBy,
            UUID response,
            String respondent,
            LocalDate received,
            int answers,
            int waiting,
            Fate fate,
            Inbox.Item item) {}

    /** What one run of taking in did. */
    record Run(int files, int placed, int waiting, int refused, int same) {}

    private final Tasks tasks;
    private final I18n i18n;
    private final Records records;
    private final Edits edits;
    private final ReturnedIntake intake;
    private final Supplier<LocalDate> today;
    private final UUID survey;
    private final ObservableList<FileLine> lines = FXCollections.observableArrayList();
    private final LatestTask<List<FileLine>> loading;

    ReturnedViewModel(SurveyParts parts, UUID survey) {
        this.tasks = parts.kit().tasks();
        this.i18n = parts.i18n();
        this.records = parts.records();
        this.edits = parts.recordKit().edits();
        this.intake = new ReturnedIntake(
                parts.records(), parts.changes(), parts.i18n().messages()::text, parts.files());
        this.today = parts::today;
        this.survey = survey;
        this.loading = new LatestTask<>(tasks, lines::setAll);
    }

    /** Files, those that need a person first. */
    ObservableList<FileLine> lines() {
        return lines;
    }

    void load() {
        loading.request(progress -> read());
    }

    /** Takes files in one after the other; each is one step for undo. Cancelling keeps what was taken in so far. */
    void take(List<Path> paths, Consumer<Run> told) {
        List<IntakeReport> reports = new CopyOnWriteArrayList<>();
        LocalDate day = today.get();
        tasks.work(i18n.text("survey.returned.task"), progress -> {
                    intake.run(paths, survey, day, false, reports, (done, of, name) -> {
                        progress.check();
                        progress.update(done, of, name);
                    });
                    return reports.size();
                })
                .last(() -> {
                    load();
                    if (!reports.isEmpty()) {
                        told.accept(run(reports));
                    }
                })
                .start();
    }

    private static Run run(List<IntakeReport> reports) {
        int placed = 0;
        int waiting = 0;
        int refused = 0;
        int same = 0;
        for (IntakeReport report : reports) {
            if (report.response() == null) {
                refused++;
            } else if (report.sameFile()) {
                same++;
            } else {
                placed += report.added()
                        + report.same()
                        + (int) report.changed().stream()
                                .filter(change -> !change.withdrawn())
                                .count();
                waiting += report.tray().size()
                        + report.changed().size()
                        + report.doubts().size()
                        + (report.ask() ? report.noAnswers().size() : 0);
            }
        }
        return new Run(reports.size(), placed, waiting, refused, same);
    }

    /** Takes a waiting file in for the respondent that a person named. */
    void name(Inbox.Item item, UUID respondent, Consumer<IntakeReport> told) {
        LocalDate day = today.get();
        tasks.work(i18n.text("survey.returned.task"), progress -> intake.name(item.id(), respondent, day))
                .then(report -> {
                    load();
                    told.accept(report);
                })
                .start();
    }

    private List<FileLine> read() {
        Map<UUID, String> names = new HashMap<>();
        records.each(Query.partsOf(SurveyKinds.RESPONDENT, survey), row -> names.put(row.id(), row.text("name")));
        Map<UUID, Integer> waiting = new HashMap<>();
        List<FileLine> found = new ArrayList<>();
        for (Inbox.Item item : Inbox.of(records, survey).items()) {
            if (item.reply() == null) {
                found.add(new FileLine(
                        item.file(),
                        "",
                        null,
                        item.name(),
                        null,
                        0,
                        0,
                        item.sort() == Inbox.Sort.WHO ? Fate.WHO : Fate.REFUSED,
                        item));
            } else {
                waiting.merge(item.reply().id(), 1, Integer::sum);
            }
        }
        Map<UUID, CurrentReply> replies = CurrentReply.inSurvey(records, survey);
        for (Row row : records.list(
                Query.of(SurveyKinds.RESPONSE).where("survey", survey).where("channel", List.of("file", "by_hand")))) {
            String respondent = names.get(row.ref("respondent"));
            CurrentReply current = replies.get(row.ref("respondent"));
            if (respondent != null && current != null) {
                found.add(line(row, respondent, current, waiting.getOrDefault(row.id(), 0)));
            }
        }
        found.sort(Comparator.comparingInt((FileLine l) -> l.response() == null ? 0 : 1)
                .thenComparingInt(l -> l.waiting() > 0 ? 0 : 1)
                .thenComparing(FileLine::received, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(FileLine::respondent)
                .thenComparing(FileLine::file));
        return found;
    }

    private static FileLine line(Row row, String respondent, CurrentReply current, int waiting) {
        boolean counts = current.isCurrent(row.id());
        boolean competes = current.competing().contains(row);
        Fate fate = competes ? Fate.COMPETES : !counts ? Fate.REPLACED : waiting > 0 ? Fate.TRAY : Fate.PLACED;
        return new FileLine(
                row.text("source_file"),
                row.text("came_by"),
                row.id(),
                respondent,
                row.date("received_on").orElse(null),
                counts ? current.answers().size() : 0,
                waiting,
                fate,
                null);
    }

    /** Says which reply of a respondent counts. */
    void choose(FileLine line) {
        edits.write(Replies.choosing(line.respondent()), tx -> Replies.choose(tx, line.response()), done -> load());
    }

    /** Takes a file off the list that nobody needs. */
    void dismiss(FileLine line) {
        edits.write(
                Label.of("survey.step.tray.aside", line.file()),
                tx -> TrayDecision.setAside(tx, line.item().id()),
                done -> load());
    }
}
