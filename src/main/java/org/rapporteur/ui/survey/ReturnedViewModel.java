package org.rapporteur.ui.survey;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.core.problem.Refusal;
import org.rapporteur.core.survey.IntakeReport;
import org.rapporteur.core.survey.ResponseIntake;
import org.rapporteur.core.survey.ReturnedForm;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.forms.xlsx.ReturnedFiles;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.Progress;
import org.rapporteur.ui.kit.Tasks;
import org.rapporteur.ui.shell.KeptFiles;

/** Returned files of a survey and what became of each; takes in new ones. */
final class ReturnedViewModel {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** What became of a file. */
    enum Fate {
        /** Everything found its place. */
        PLACED,
        /** Some of it waits in the tray. */
        TRAY,
        /** It changed earlier answers. */
        CHANGED,
        /** The very same file was there before. */
        SAME,
        /** A person must say who it is from. */
        WHO,
        /** It was not taken. */
        REFUSED
    }

    /**
     * A file.
     *
     * @param response key of the reply it became; null if it became none
     * @param respondent whose it is, "" if not known
     * @param received the day; null if not known
     * @param report what this session's reading did; null for files of earlier sessions
     * @param form the file as read, if a person still has to say who it is from
     */
    record FileLine(
            String file,
            UUID response,
            String respondent,
            LocalDate received,
            int answers,
            int openTray,
            Fate fate,
            IntakeReport report,
            ReturnedForm form) {}

    /** What one run of taking in did. */
    record Run(int files, int placed, int tray, int refused) {}

    private record Taken(IntakeReport report, ReturnedForm form) {}

    private final Tasks tasks;
    private final I18n i18n;
    private final Records records;
    private final ResponseIntake intake;
    private final ReturnedFiles reader;
    private final KeptFiles files;
    private final Supplier<LocalDate> today;
    private final UUID survey;
    private final List<Taken> session = new CopyOnWriteArrayList<>();
    private final ObservableList<FileLine> lines = FXCollections.observableArrayList();
    private final LatestTask<List<FileLine>> loading;

    ReturnedViewModel(SurveyParts parts, UUID survey) {
        this.tasks = parts.kit().tasks();
        this.i18n = parts.i18n();
        this.records = parts.records();
        this.intake = new ResponseIntake(parts.records(), parts.changes());
        this.reader = new ReturnedFiles(parts.i18n().messages()::text);
        this.files = parts.files();
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
    void take(List<Path> paths, java.util.function.Consumer<Run> told) {
        List<Taken> now = new CopyOnWriteArrayList<>();
        tasks.work(i18n.text("survey.returned.task"), progress -> {
                    takeAll(paths, now, progress);
                    return now.size();
                })
                .last(() -> {
                    session.addAll(0, now);
                    load();
                    if (!now.isEmpty()) {
                        told.accept(run(now));
                    }
                })
                .start();
    }

    private void takeAll(List<Path> paths, List<Taken> now, Progress progress) throws java.io.IOException {
        for (Path path : paths) {
            progress.check();
            progress.update(now.size(), paths.size(), String.valueOf(path.getFileName()));
            try {
                ReturnedForm form = reader.read(records, path, survey);
                if (!form.isRefused()) {
                    files.keep(path, WORKBOOK);
                }
                now.add(new Taken(intake.apply(form, today.get()), form));
            } catch (Problem problem) {
                // One file that cannot be read from the disk must not keep the others out.
                String name = String.valueOf(path.getFileName());
                ReturnedForm refused = ReturnedForm.refused(
                        name,
                        "",
                        survey,
                        Refusal.file(
                                name,
                                problem.what().key(),
                                problem.what().args().toArray()));
                now.add(new Taken(intake.preview(refused), refused));
            }
        }
    }

    private static Run run(List<Taken> taken) {
        int placed = 0;
        int tray = 0;
        int refused = 0;
        for (Taken one : taken) {
            placed += one.report().added() + one.report().changed().size();
            tray += one.report().sameFile() ? 0 : one.report().tray().size();
            refused += one.report().response() == null ? 1 : 0;
        }
        return new Run(taken.size(), placed, tray, refused);
    }

    /** Takes a file in for the respondent that a person named. */
    void name(FileLine line, UUID respondent) {
        LocalDate day = today.get();
        tasks.work(
                        i18n.text("survey.returned.task"),
                        progress -> intake.apply(line.form().from(respondent), day))
                .then(report -> {
                    session.removeIf(t -> t.form() == line.form());
                    session.add(0, new Taken(report, line.form().from(respondent)));
                    load();
                })
                .start();
    }

    private List<FileLine> read() {
        Map<UUID, String> names = new HashMap<>();
        records.each(Query.partsOf(SurveyKinds.RESPONDENT, survey), row -> names.put(row.id(), row.text("name")));
        Map<UUID, Integer> tray = new HashMap<>();
        records.each(Query.of(SurveyKinds.TRAY_ITEM).where("survey", survey), row -> {
            if (TrayViewModel.open(row)) {
                tray.merge(row.ref("response"), 1, Integer::sum);
            }
        });
        Map<UUID, Taken> latest = new LinkedHashMap<>();
        List<FileLine> found = new ArrayList<>();
        for (Taken taken : session) {
            if (taken.report().response() == null) {
                found.add(refused(taken));
            } else {
                latest.putIfAbsent(taken.report().response(), taken);
            }
        }
        for (Row row : records.list(
                Query.of(SurveyKinds.RESPONSE).where("survey", survey).where("channel", "file"))) {
            String respondent = names.get(row.ref("respondent"));
            if (respondent == null) {
                continue;
            }
            int answers = (int) records.count(Query.of(SurveyKinds.ANSWER).where("response", row.id()));
            int open = tray.getOrDefault(row.id(), 0);
            Taken taken = latest.get(row.id());
            IntakeReport report = taken == null ? null : taken.report();
            found.add(new FileLine(
                    row.text("source_file"),
                    row.id(),
                    respondent,
                    row.date("received_on").orElse(null),
                    answers,
                    open,
                    fate(report, open),
                    report,
                    null));
        }
        found.sort(Comparator.comparingInt((FileLine l) -> l.fate() == Fate.WHO || l.fate() == Fate.REFUSED ? 0 : 1)
                .thenComparingInt(l -> l.openTray() > 0 ? 0 : 1)
                .thenComparing(FileLine::received, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(FileLine::file));
        return found;
    }

    private static Fate fate(IntakeReport report, int open) {
        if (open > 0) {
            return Fate.TRAY;
        }
        if (report != null && report.sameFile()) {
            return Fate.SAME;
        }
        return report != null && !report.changed().isEmpty() ? Fate.CHANGED : Fate.PLACED;
    }

    private static FileLine refused(Taken taken) {
        boolean who = !taken.form().isRefused()
                && taken.report().refusals().stream()
                        .noneMatch(r -> r.reason().key().equals("forms.refused.otherRespondent"));
        return new FileLine(
                taken.report().file(),
                null,
                "",
                null,
                0,
                0,
                who ? Fate.WHO : Fate.REFUSED,
                taken.report(),
                who ? taken.form() : null);
    }

    /** Takes a refused file off the list. */
    void dismiss(FileLine line) {
        session.removeIf(t -> t.report() == line.report());
        load();
    }
}
