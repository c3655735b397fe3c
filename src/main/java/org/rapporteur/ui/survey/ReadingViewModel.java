package org.rapporteur.ui.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.survey.CurrentReply;
import org.rapporteur.core.survey.Permission;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.survey.analysis.SurveyAnalysis;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.Tasks;
import org.rapporteur.ui.kit.record.Edits;

/** Reading the open answers of a survey one after the other and marking passages with themes. */
final class ReadingViewModel {
    /** An open question and how many answers it has. */
    record Asked(Row question, int answers) {}

    /** The value of the box where nobody decided for the single answer: what the respondent, or the survey, says holds. */
    static final String STATED = "stated";

    /**
     * An answer in the list.
     *
     * @param permission what may be done with it
     */
    record Read(Row answer, Row respondent, int codings, Permission permission) {}

    /** A passage marked in the answer that is shown. */
    record Marked(Row coding, Row code) {
        int starts(int length) {
            return (int) Math.min(coding.number("starts").orElse(0), length);
        }

        int ends(int length) {
            return (int) Math.min(coding.number("ends").orElse(length), length);
        }
    }

    /** A theme and how many passages of the survey are marked with it. */
    record Theme(Row code, int codings) {}

    private record Loaded(List<Asked> questions, UUID chosen, List<Read> answers, List<Theme> themes) {}

    private final Records records;
    private final Edits edits;
    private final SurveyAnalysis analysis;
    private final Supplier<String> coder;
    private final UUID survey;
    private final ObservableList<Asked> questions = FXCollections.observableArrayList();
    private final ObservableList<Read> answers = FXCollections.observableArrayList();
    private final ObservableList<Theme> themes = FXCollections.observableArrayList();
    private final ObservableList<Marked> marked = FXCollections.observableArrayList();
    private final ObjectProperty<UUID> question = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Read> current = new ReadOnlyObjectWrapper<>();
    private final LatestTask<Loaded> loading;
    private final LatestTask<List<Marked>> marking;
    private UUID wanted;

    ReadingViewModel(
            Tasks tasks, Records records, Edits edits, SurveyAnalysis analysis, Supplier<String> coder, UUID survey) {
        this.analysis = analysis;
        this.records = records;
        this.edits = edits;
        this.coder = coder;
        this.survey = survey;
        this.loading = new LatestTask<>(tasks, this::loaded);
        this.marking = new LatestTask<>(tasks, marked::setAll);
        question.addListener((o, was, is) -> {
            if (is != null) {
                load();
            }
        });
    }

    ObservableList<Asked> questions() {
        return questions;
    }

    ObservableList<Read> answers() {
        return answers;
    }

    ObservableList<Theme> themes() {
        return themes;
    }

    ObservableList<Marked> marked() {
        return marked;
    }

    /** Key of the question whose answers are listed. */
    ObjectProperty<UUID> question() {
        return question;
    }

    ReadOnlyObjectProperty<Read> current() {
        return current.getReadOnlyProperty();
    }

    void load() {
        UUID chosen = question.get();
        UUID answer = wanted;
        loading.request(progress -> read(chosen, answer));
    }

    private Loaded read(UUID chosen, UUID answer) {
        List<Asked> asked = new ArrayList<>();
        Set<UUID> out = notCounted();
        for (Row row : records.list(Query.partsOf(SurveyKinds.QUESTION, survey))) {
            String type = row.text("type");
            if (type.equals("long_text") || type.equals("text")) {
                int answers = (int) records.list(Query.of(SurveyKinds.ANSWER).where("question", row.id())).stream()
                        .filter(a -> !out.contains(a.id()))
                        .count();
                asked.add(new Asked(row, answers));
            }
        }
        UUID shown = Optional.ofNullable(answer)
                .flatMap(id -> records.find(SurveyKinds.ANSWER, id))
                .map(row -> row.ref("question"))
                .or(() -> Optional.ofNullable(chosen))
                .or(() -> asked.stream()
                        .filter(a -> a.answers() > 0)
                        .findFirst()
                        .or(() -> asked.stream().findFirst())
                        .map(a -> a.question().id()))
                .orElse(null);
        List<Row> codes = codes();
        Map<UUID, Integer> perCode = new HashMap<>();
        Map<UUID, Integer> perAnswer = new HashMap<>();
        for (Row code : codes) {
            records.each(Query.of(SurveyKinds.CODING).where("code", code.id()), coding -> {
                perCode.merge(code.id(), 1, Integer::sum);
                perAnswer.merge(coding.ref("answer"), 1, Integer::sum);
            });
        }
        List<Read> found = new ArrayList<>();
        if (shown != null) {
            Map<UUID, Row> respondents = new HashMap<>();
            for (Row row : records.list(Query.partsOf(SurveyKinds.RESPONDENT, survey))) {
                respondents.put(row.id(), row);
            }
            List<Row> given = records.list(Query.of(SurveyKinds.ANSWER).where("question", shown));
            Map<UUID, Permission> permissions =
                    analysis.permissions(survey, given.stream().map(Row::id).toList());
            for (Row row : given) {
                Row respondent = respondents.get(row.ref("respondent"));
                if (respondent != null && !row.text("body").isBlank() && !out.contains(row.id())) {
                    found.add(new Read(
                            row,
                            respondent,
                            perAnswer.getOrDefault(row.id(), 0),
                            permissions.getOrDefault(row.id(), Permission.COUNT_ONLY)));
                }
            }
            found.sort(Comparator.comparing(r -> r.respondent().text("name")));
        }
        return new Loaded(
                asked,
                shown,
                found,
                codes.stream()
                        .map(c -> new Theme(c, perCode.getOrDefault(c.id(), 0)))
                        .toList());
    }

    /** Answers of replies that another one replaced or competes with; they are neither read nor coded. */
    private Set<UUID> notCounted() {
        Set<UUID> out = new HashSet<>();
        CurrentReply.inSurvey(records, survey).forEach((respondent, current) -> {
            Set<UUID> counted = new HashSet<>();
            current.answers().forEach(row -> counted.add(row.id()));
            boolean several = records.count(Query.of(SurveyKinds.RESPONSE).where("respondent", respondent)) > 1;
            if (several) {
                for (Row reply : records.list(Query.of(SurveyKinds.RESPONSE).where("respondent", respondent))) {
                    if (!reply.text("channel").equals("table")) {
                        records.each(Query.of(SurveyKinds.ANSWER).where("response", reply.id()), row -> {
                            if (!counted.contains(row.id())) {
                                out.add(row.id());
                            }
                        });
                    }
                }
            }
        });
        return out;
    }

    private List<Row> codes() {
        List<Row> codes = new ArrayList<>();
        for (Row codebook : records.list(Query.partsOf(SurveyKinds.CODEBOOK, survey))) {
            codes.addAll(records.list(Query.partsOf(SurveyKinds.CODE, codebook.id())));
        }
        return codes;
    }

    private void loaded(Loaded loaded) {
        UUID keep = wanted != null
                ? wanted
                : current.get() == null ? null : current.get().answer().id();
        wanted = null;
        questions.setAll(loaded.questions());
        themes.setAll(loaded.themes());
        if (loaded.chosen() != null && !loaded.chosen().equals(question.get())) {
            question.set(loaded.chosen());
        }
        answers.setAll(loaded.answers());
        select(answers.stream()
                .filter(a -> a.answer().id().equals(keep))
                .findFirst()
                .orElse(answers.isEmpty() ? null : answers.getFirst()));
    }

    /** Shows an answer, wherever it is. */
    void show(UUID answer) {
        wanted = answer;
        load();
    }

    void select(Read read) {
        current.set(read);
        readMarks();
    }

    private void readMarks() {
        Read read = current.get();
        if (read == null) {
            marked.clear();
            return;
        }
        UUID answer = read.answer().id();
        marking.request(progress -> {
            Map<UUID, Row> codes = new HashMap<>();
            codes().forEach(code -> codes.put(code.id(), code));
            return records.list(Query.partsOf(SurveyKinds.CODING, answer)).stream()
                    .filter(coding -> codes.containsKey(coding.ref("code")))
                    .map(coding -> new Marked(coding, codes.get(coding.ref("code"))))
                    .sorted(Comparator.comparingLong(
                            m -> m.coding().number("starts").orElse(0)))
                    .toList();
        });
    }

    /** The answer so many steps further in the list, if there is one. */
    void step(int by) {
        int at = answers.indexOf(current.get());
        int to = at + by;
        if (at >= 0 && to >= 0 && to < answers.size()) {
            select(answers.get(to));
        }
    }

    /**
     * Marks a passage of the answer that is shown, or all of it.
     *
     * @param from first character, -1 for the whole answer
     */
    void mark(Row code, int from, int to, String codeName) {
        Read read = current.get();
        if (read == null) {
            return;
        }
        boolean whole = from < 0 || from >= to;
        boolean there = marked.stream()
                .anyMatch(m -> m.code().id().equals(code.id())
                        && m.coding().text("coder").equals(coder.get())
                        && (whole
                                ? m.coding().number("starts").isEmpty()
                                : m.coding().number("starts").orElse(-1) == from
                                        && m.coding().number("ends").orElse(-1) == to));
        if (there) {
            return;
        }
        Values values = Values.of("answer", read.answer().id())
                .with("survey", survey)
                .with("code", code.id())
                .with("coder", coder.get());
        if (!whole) {
            values.with("starts", (long) from).with("ends", (long) to);
        }
        edits.run(
                Label.of("survey.step.code", codeName, read.respondent().text("name")),
                tx -> tx.insert(SurveyKinds.CODING, values));
    }

    void unmark(Marked mark, String codeName) {
        edits.run(
                Label.of("survey.step.uncode", codeName),
                tx -> tx.delete(SurveyKinds.CODING, mark.coding().id()));
    }

    /** Allows an answer to be quoted, paraphrased or only counted. */
    void permit(String permission) {
        Read read = current.get();
        if (read != null) {
            edits.set(read.answer(), "permission", permission.equals(STATED) ? null : permission);
        }
    }
}
