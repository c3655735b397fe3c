package org.rapporteur.ui.survey;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.rapporteur.core.survey.SurveyStore.CodingRule;
import org.rapporteur.core.survey.analysis.Grouping;
import org.rapporteur.core.survey.analysis.SurveyAnalysis;
import org.rapporteur.core.survey.analysis.Tabulation;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.Tasks;

/** The tables of a survey's questions and which of them is shown. */
final class ResultsViewModel {
    private final SurveyAnalysis analysis;
    private final UUID survey;
    private final ObjectProperty<Grouping> by = new SimpleObjectProperty<>(Grouping.REGION);
    private final ObservableList<Tabulation> tables = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Tabulation> current = new ReadOnlyObjectWrapper<>();
    private final LatestTask<List<Tabulation>> loading;
    private UUID wanted;

    ResultsViewModel(Tasks tasks, SurveyAnalysis analysis, UUID survey) {
        this.analysis = analysis;
        this.survey = survey;
        this.loading = new LatestTask<>(tasks, this::loaded);
        by.addListener((o, was, is) -> load());
    }

    /** What the columns are made by. */
    ObjectProperty<Grouping> by() {
        return by;
    }

    /** One table for each question, in the order of the form. */
    ObservableList<Tabulation> tables() {
        return tables;
    }

    /** The table shown; null while there is none. */
    ReadOnlyObjectProperty<Tabulation> current() {
        return current.getReadOnlyProperty();
    }

    void load() {
        Grouping grouping = by.get();
        loading.request(progress -> analysis.tabulate(survey, List.of(grouping), CodingRule.ANY_CODER));
    }

    /** Shows the table of a question, also one that is not read yet. */
    void show(UUID question) {
        wanted = question;
        find(question).ifPresent(current::set);
    }

    private Optional<Tabulation> find(UUID question) {
        return tables.stream().filter(t -> t.question().id().equals(question)).findFirst();
    }

    private void loaded(List<Tabulation> found) {
        UUID keep = Optional.ofNullable(wanted)
                .orElse(current.get() == null ? null : current.get().question().id());
        tables.setAll(found);
        current.set(find(keep).or(() -> found.stream().findFirst()).orElse(null));
    }
}
