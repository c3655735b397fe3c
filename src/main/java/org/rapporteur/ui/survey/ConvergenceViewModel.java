package org.rapporteur.ui.survey;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.rapporteur.core.survey.SurveyStore.CodingRule;
import org.rapporteur.core.survey.analysis.Convergence;
import org.rapporteur.core.survey.analysis.Grouping;
import org.rapporteur.core.survey.analysis.Quotations;
import org.rapporteur.core.survey.analysis.SurveyAnalysis;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.Tasks;

/** Themes across groups: what is shown, by what, in what order. */
final class ConvergenceViewModel {
    /** What the themes are sorted by. */
    enum Order {
        REACH,
        RAISED_BY,
        MENTIONS,
        CODEBOOK
    }

    /** What the panel shows for a cell, or for a whole theme. */
    record Evidence(Convergence.Theme theme, Convergence.Cell cell, Quotations quotations) {}

    private final SurveyAnalysis analysis;
    private final UUID survey;
    private final ObjectProperty<Grouping> by = new SimpleObjectProperty<>(Grouping.REGION);
    private final ObjectProperty<CodingRule> rule = new SimpleObjectProperty<>(CodingRule.ANY_CODER);
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.REACH);
    private final ReadOnlyObjectWrapper<Convergence> convergence = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Evidence> evidence = new ReadOnlyObjectWrapper<>();
    private final LatestTask<Convergence> loading;
    private final LatestTask<Evidence> reading;
    private List<UUID> codebook = List.of();

    ConvergenceViewModel(Tasks tasks, SurveyAnalysis analysis, UUID survey) {
        this.analysis = analysis;
        this.survey = survey;
        this.loading = new LatestTask<>(tasks, convergence::set);
        this.reading = new LatestTask<>(tasks, evidence::set);
        by.addListener((o, was, is) -> load());
        rule.addListener((o, was, is) -> load());
    }

    ObjectProperty<Grouping> by() {
        return by;
    }

    ObjectProperty<CodingRule> rule() {
        return rule;
    }

    ObjectProperty<Order> order() {
        return order;
    }

    ReadOnlyObjectProperty<Convergence> convergence() {
        return convergence.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Evidence> evidence() {
        return evidence.getReadOnlyProperty();
    }

    /** Computes it anew; the newest request wins. */
    void load() {
        Grouping grouping = by.get();
        CodingRule codingRule = rule.get();
        loading.request(progress -> analysis.convergence(survey, grouping, codingRule));
    }

    /** The themes that anybody raised in the chosen order, then those nobody did. */
    List<Convergence.Theme> themes() {
        Convergence now = convergence.get();
        if (now == null) {
            return List.of();
        }
        List<Convergence.Theme> themes = new ArrayList<>(now.themes());
        Comparator<Convergence.Theme> wanted =
                switch (order.get()) {
                    case REACH ->
                        Comparator.comparingInt(Convergence.Theme::reach)
                                .thenComparingInt(Convergence.Theme::raisedBy)
                                .reversed();
                    case RAISED_BY ->
                        Comparator.comparingInt(Convergence.Theme::raisedBy).reversed();
                    case MENTIONS ->
                        Comparator.comparingInt(Convergence.Theme::mentions).reversed();
                    case CODEBOOK ->
                        Comparator.comparingInt(t -> codebook.indexOf(t.code().id()));
                };
        themes.sort(wanted);
        return themes;
    }

    /** The order of the codebook, for sorting by it. */
    void codebook(List<UUID> codes) {
        codebook = List.copyOf(codes);
    }

    private List<String> groups(Convergence.Cell cell) {
        return cell.group().equals(Grouping.MERGED) ? convergence.get().merged() : List.of(cell.group());
    }

    /** Reads what stands behind a cell; without a cell behind the whole theme. */
    void open(Convergence.Theme theme, Optional<Convergence.Cell> cell) {
        Grouping grouping = by.get();
        UUID code = theme.code().id();
        reading.request(progress -> new Evidence(
                theme,
                cell.orElse(null),
                cell.isPresent()
                        ? analysis.quotations(survey, code, grouping, groups(cell.get()))
                        : analysis.quotations(survey, code, grouping)));
    }
}
