package org.rapporteur.ui.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.survey.Questionnaire;
import org.rapporteur.core.survey.Questionnaire.Question;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.survey.TrayDecision;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.Tasks;
import org.rapporteur.ui.kit.record.Edits;

/** The cells that no rule could place, one after the other, and what a person decides about each. */
final class TrayViewModel {
    /**
     * A cell that waits.
     *
     * @param proposed the question it seems to belong to, if any
     * @param there what the respondent's answer to that question is so far, "" for none
     */
    record Item(Row row, String respondent, String file, Optional<Question> proposed, String there) {}

    private record Loaded(List<Item> items, List<Question> questions) {}

    private final Records records;
    private final Edits edits;
    private final UUID survey;
    private final ObservableList<Item> items = FXCollections.observableArrayList();
    private final ObservableList<Question> questions = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Item> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper position = new ReadOnlyIntegerWrapper(-1);
    private final LatestTask<Loaded> loading;

    TrayViewModel(Tasks tasks, Records records, Edits edits, UUID survey) {
        this.records = records;
        this.edits = edits;
        this.survey = survey;
        this.loading = new LatestTask<>(tasks, this::loaded);
    }

    /** Whether a cell still waits for a decision. */
    static boolean open(Row row) {
        String decision = row.text("decision");
        return decision.isEmpty() || decision.equals("open");
    }

    ObservableList<Item> items() {
        return items;
    }

    /** The questions that a cell can be given to. */
    ObservableList<Question> questions() {
        return questions;
    }

    ReadOnlyObjectProperty<Item> current() {
        return current.getReadOnlyProperty();
    }

    /** Place of the current cell in the list, from 0; -1 for none. */
    ReadOnlyIntegerProperty position() {
        return position.getReadOnlyProperty();
    }

    void load() {
        loading.request(progress -> read());
    }

    private Loaded read() {
        Questionnaire form = Questionnaire.read(records, survey).orElse(null);
        Map<UUID, Row> respondents = new HashMap<>();
        records.each(Query.partsOf(SurveyKinds.RESPONDENT, survey), row -> respondents.put(row.id(), row));
        List<Item> found = new ArrayList<>();
        for (Row row : records.list(Query.of(SurveyKinds.TRAY_ITEM).where("survey", survey))) {
            Row response = row.ref("response") == null || !open(row)
                    ? null
                    : records.find(SurveyKinds.RESPONSE, row.ref("response"))
                            .filter(r -> !r.deleted())
                            .orElse(null);
            Row respondent = response == null ? null : respondents.get(response.ref("respondent"));
            if (respondent == null) {
                continue;
            }
            Optional<Question> proposed = form == null || row.ref("question") == null
                    ? Optional.empty()
                    : form.question(row.ref("question")).filter(q -> q.type().answered());
            found.add(new Item(
                    row,
                    respondent.text("name"),
                    response.text("source_file"),
                    proposed,
                    proposed.map(q -> there(respondent.id(), q.id())).orElse("")));
        }
        found.sort(Comparator.comparing(Item::respondent)
                .thenComparing(i -> i.row().text("source_sheet"))
                .thenComparingInt(i -> rowNumber(i.row().text("source_cell"))));
        return new Loaded(found, form == null ? List.of() : form.answered());
    }

    private String there(UUID respondent, UUID question) {
        return records
                .list(Query.of(SurveyKinds.ANSWER)
                        .where("respondent", respondent)
                        .where("question", question))
                .stream()
                .map(row -> row.text("body").isBlank() ? row.text("value") : row.text("body"))
                .reduce((a, b) -> a + "; " + b)
                .orElse("");
    }

    /** The row in a cell's name ("D12" is 12), 0 if it names none. */
    static int rowNumber(String cell) {
        String digits = cell.replaceAll("\\D", "");
        return digits.isEmpty() || digits.length() > 8 ? 0 : Integer.parseInt(digits);
    }

    private void loaded(Loaded loaded) {
        UUID keep = current.get() == null ? null : current.get().row().id();
        int before = Math.max(0, position.get());
        items.setAll(loaded.items());
        questions.setAll(loaded.questions());
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).row().id().equals(keep)) {
                go(i);
                return;
            }
        }
        // The one decided is gone: the next one has taken its place.
        go(items.isEmpty() ? -1 : Math.min(before, items.size() - 1));
    }

    private void go(int to) {
        position.set(to);
        current.set(to < 0 ? null : items.get(to));
    }

    /** Goes so many cells further; stays within the list. */
    void step(int by) {
        if (!items.isEmpty()) {
            go(Math.clamp(position.get() + by, 0, items.size() - 1));
        }
    }

    /** Shows the first waiting cell of a reply. */
    void show(UUID response) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).row().ref("response").equals(response)
                    || items.get(i).row().id().equals(response)) {
                go(i);
                return;
            }
        }
    }

    /** The words belong to the question that is proposed; nothing if none is. */
    void accept() {
        Item item = current.get();
        if (item != null) {
            item.proposed().ifPresent(this::place);
        }
    }

    /** The words belong to this question. */
    void place(Question question) {
        Item item = current.get();
        if (item != null) {
            edits.write(
                    Label.of("survey.step.tray.place", question.code(), item.respondent()),
                    tx -> TrayDecision.place(tx, item.row().id(), question.id()),
                    done -> load());
        }
    }

    /** The words are no answer. */
    void setAside() {
        Item item = current.get();
        if (item != null) {
            edits.write(
                    Label.of("survey.step.tray.aside", item.respondent()),
                    tx -> TrayDecision.setAside(tx, item.row().id()),
                    done -> load());
        }
    }
}
