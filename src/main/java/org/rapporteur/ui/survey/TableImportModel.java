package org.rapporteur.ui.survey;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.problem.Message;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.text.Multilingual;
import org.rapporteur.forms.mapping.ImportProgress;
import org.rapporteur.forms.mapping.Mapping;
import org.rapporteur.forms.mapping.MappingEdit;
import org.rapporteur.forms.mapping.MappingJson;
import org.rapporteur.forms.mapping.TableImport;
import org.rapporteur.forms.mapping.TableLook;
import org.rapporteur.forms.mapping.TableReport;
import org.rapporteur.forms.table.TableOptions;
import org.rapporteur.ui.kit.Notice;
import org.rapporteur.ui.kit.Progress;
import org.rapporteur.ui.kit.RunningTask;
import org.rapporteur.ui.shell.Place;

/**
 * One table on its way into a survey: how it is read, what its columns mean and where it goes. Each choice tries the
 * table anew in the background; only the latest try is shown. Nothing is written before {@link #run()}.
 */
final class TableImportModel {

    /** A survey that the table may go into. */
    record Into(UUID survey, Multilingual title, UUID meeting) {}

    /** A try's result. */
    record Tried(TableLook look, List<Into> surveys, TableImport.Target target) {}

    /** What is chosen; everything else follows from it. */
    record Choice(
            TableOptions options,
            Optional<Mapping> mapping,
            boolean stated,
            Optional<UUID> into,
            Optional<String> name,
            boolean removeGone) {
        Choice withOptions(TableOptions value) {
            // What was proposed for other columns is proposed anew.
            return new Choice(value, stated ? mapping : Optional.empty(), stated, into, name, removeGone);
        }

        Choice withMapping(Mapping value) {
            return new Choice(options, Optional.of(value), true, into, name, removeGone);
        }

        Choice withTarget(Optional<UUID> survey, Optional<String> newName) {
            return new Choice(options, mapping, stated, survey, newName, removeGone);
        }

        Choice withRemoveGone(boolean value) {
            return new Choice(options, mapping, stated, into, name, value);
        }
    }

    private final SurveyParts parts;
    private final Path file;
    private final Runnable finished;
    private final ReadOnlyObjectWrapper<Tried> tried = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Message> trouble = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<RunningTask> busy = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper current = new ReadOnlyBooleanWrapper();
    private Choice choice =
            new Choice(TableOptions.DETECT, Optional.empty(), false, Optional.empty(), Optional.empty(), false);
    private boolean asked;
    private boolean sameName;
    private long number;

    /** @param finished called when the table was taken in */
    TableImportModel(SurveyParts parts, Path file, Runnable finished) {
        this.parts = parts;
        this.file = file;
        this.finished = finished;
    }

    String fileName() {
        return String.valueOf(file.getFileName());
    }

    /** The name that a new survey gets if nobody says otherwise. */
    private String baseName() {
        int dot = fileName().lastIndexOf('.');
        return dot > 0 ? fileName().substring(0, dot) : fileName();
    }

    Choice choice() {
        return choice;
    }

    /** The latest try that came to an end; null before the first. */
    ReadOnlyObjectProperty<Tried> tried() {
        return tried.getReadOnlyProperty();
    }

    /** Why the choices as they are give nothing; null if they do. */
    ReadOnlyObjectProperty<Message> trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** The try or the import that is under way; null if none is. */
    ReadOnlyObjectProperty<RunningTask> busy() {
        return busy.getReadOnlyProperty();
    }

    /** Whether what was tried last is what is chosen. */
    ReadOnlyBooleanProperty current() {
        return current.getReadOnlyProperty();
    }

    /** Whether another survey had the name of the file, so that it may be meant. */
    boolean sameName() {
        return sameName;
    }

    /** Chooses otherwise and tries that. */
    void choose(UnaryOperator<Choice> change) {
        choice = change.apply(choice);
        look();
    }

    /** Reads a mapping from a file and tries it. */
    void mapping(Path json) {
        parts.kit()
                .tasks()
                .read(progress -> MappingJson.read(json))
                .then(mapping -> choose(c -> c.withMapping(mapping)))
                .start();
    }

    /** Changes the mapping that is tried now. */
    void map(UnaryOperator<Mapping> change) {
        if (tried.get() != null) {
            Mapping now = choice.mapping().orElse(tried.get().look().mapping());
            choose(c -> c.withMapping(change.apply(now)));
        }
    }

    private void stop() {
        if (busy.get() != null) {
            busy.get().cancel();
            busy.set(null);
        }
        number++;
    }

    /** Tries the table by the choices as they are. */
    void look() {
        stop();
        current.set(false);
        long mine = number;
        Choice by = choice;
        boolean first = !asked;
        busy.set(parts.kit()
                .tasks()
                .work(parts.i18n().text("survey.table.trying"), progress -> attempt(by, first, progress))
                .then(result -> {
                    if (mine == number) {
                        shown(result, first);
                    }
                })
                .failing(problem -> {
                    if (mine == number) {
                        trouble.set(problem.what());
                        busy.set(null);
                    }
                })
                .cancelled(() -> {
                    if (mine == number) {
                        trouble.set(Message.of("survey.table.stopped"));
                        busy.set(null);
                    }
                })
                .start());
    }

    private void shown(Tried result, boolean first) {
        if (first) {
            asked = true;
            boolean there = result.surveys().stream()
                    .anyMatch(into -> into.survey().equals(result.target().survey()));
            sameName = !there
                    && !result.target()
                            .title()
                            .text(parts.i18n().language().get())
                            .equals(baseName());
            choice = choice.withTarget(
                    there ? Optional.of(result.target().survey()) : Optional.empty(),
                    there
                            ? Optional.empty()
                            : Optional.of(result.target()
                                    .title()
                                    .text(parts.i18n().language().get())));
        }
        trouble.set(result.look().problem().map(Problem::what).orElse(null));
        current.set(result.look().problem().isEmpty());
        busy.set(null);
        tried.set(result);
    }

    private Tried attempt(Choice by, boolean first, Progress progress) {
        List<Into> surveys = parts.records().list(Query.of(SurveyKinds.SURVEY)).stream()
                .map(row -> new Into(row.id(), Multilingual.ofCodes(row.texts("title")), row.ref("meeting")))
                .toList();
        TableImport.Target target = first ? proposed() : target(by, surveys);
        Mapping mapping = by.mapping().orElse(null);
        TableLook look = table().look(file, by.options(), mapping, target, watched(progress), by.removeGone());
        if (mapping != null && !by.stated() && !new MappingEdit(look.header()).fits(mapping)) {
            look = table().look(file, by.options(), null, target, watched(progress), by.removeGone());
        }
        return new Tried(look, surveys, target);
    }

    /** The survey that this very file made, or a new one; a survey of the name that came from something else stays. */
    private TableImport.Target proposed() {
        Optional<TableImport.Target> target = TableImport.target(parts.records(), file, baseName());
        for (int n = 2; target.isEmpty(); n++) {
            target = TableImport.target(parts.records(), file, baseName() + " (" + n + ")");
        }
        return target.get();
    }

    private TableImport.Target target(Choice by, List<Into> surveys) {
        if (by.into().isPresent()) {
            return surveys.stream()
                    .filter(into -> into.survey().equals(by.into().get()))
                    .findFirst()
                    .map(into -> new TableImport.Target(into.survey(), into.title(), into.meeting()))
                    .orElseThrow(() -> Problem.of("MAP-07", "survey.table.nosurvey")
                            .kept("problem.kept.nothingChanged")
                            .build());
        }
        String name = by.name().map(String::strip).filter(n -> !n.isEmpty()).orElse(baseName());
        return TableImport.target(parts.records(), file, name)
                .orElseThrow(() -> Problem.of("MAP-06", "forms.map.sameName", fileName(), name)
                        .kept("problem.kept.nothingChanged")
                        .build());
    }

    private TableImport table() {
        return new TableImport(parts.changes(), parts.i18n().messages()::text);
    }

    private ImportProgress watched(Progress progress) {
        String name = fileName();
        return rows -> {
            progress.update(rows, 0, name);
            return !progress.cancelled();
        };
    }

    /** Cancels what is under way; nothing of it is kept. */
    void cancel() {
        RunningTask task = busy.get();
        if (task != null) {
            task.cancel();
        }
    }

    /** Takes the table in as it was tried last, as one step. */
    void run() {
        Tried what = tried.get();
        if (what == null || !current.get() || busy.get() != null) {
            return;
        }
        long mine = number;
        Choice by = choice;
        busy.set(parts.kit()
                .tasks()
                .work(
                        parts.i18n().text("survey.table.task"),
                        progress -> table().run(
                                        file,
                                        by.options(),
                                        what.look().mapping(),
                                        what.target(),
                                        watched(progress),
                                        by.removeGone()))
                .then(this::done)
                .last(() -> {
                    if (mine == number) {
                        busy.set(null);
                    }
                })
                .start());
    }

    private void done(TableReport report) {
        finished.run();
        Place place = Place.of("surveys")
                .then(
                        report.survey().toString(),
                        parts.records()
                                .find(SurveyKinds.SURVEY, report.survey())
                                .map(this::title)
                                .orElse(""))
                .thenKey("results", "survey.tab.results");
        Place now = parts.navigator().current().get();
        boolean here = now != null && now.area().equals("surveys") && ImportTable.PLACE.equals(now.id(0));
        Notice notice = Notice.success(parts.i18n().text("survey.table.done", report.answers(), report.respondents()));
        if (here) {
            parts.navigator().open(place);
            parts.kit().notifications().show(notice);
        } else {
            parts.kit()
                    .notifications()
                    .show(notice.action(
                            parts.i18n().text("kit.open"),
                            () -> parts.navigator().open(place)));
        }
    }

    private String title(Row survey) {
        return survey.title(parts.i18n().language().get().code());
    }
}
