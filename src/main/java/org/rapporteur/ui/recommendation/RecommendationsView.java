package org.rapporteur.ui.recommendation;

import static org.rapporteur.core.recommendation.RecommendationKinds.PROGRESS_REPORT;
import static org.rapporteur.core.recommendation.RecommendationKinds.RECOMMENDATION;
import static org.rapporteur.core.recommendation.RecommendationKinds.REVIEW_CYCLE;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.recommendation.RecommendationSteps;
import org.rapporteur.core.recommendation.Wordings;
import org.rapporteur.ui.kit.Command;
import org.rapporteur.ui.kit.Fx;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.record.DetailView;
import org.rapporteur.ui.kit.record.KindWords;
import org.rapporteur.ui.kit.record.RecordColumn;
import org.rapporteur.ui.kit.record.RecordForm;
import org.rapporteur.ui.kit.record.RecordTable;
import org.rapporteur.ui.shell.MakesNew;
import org.rapporteur.ui.shell.Place;

/** The register, one recommendation, or the review cycles. */
final class RecommendationsView extends StackPane implements MakesNew {
    private static final int KEPT = 12;

    private final RecommendationParts parts;
    private final RegisterView register;
    private final Map<UUID, RecommendationView> views = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, RecommendationView> eldest) {
            return size() > KEPT;
        }
    };
    private DetailView cycles;
    private Runnable makeCycle = () -> {};

    RecommendationsView(RecommendationParts parts, Command create, Command reviewCycles) {
        this.parts = parts;
        getStylesheets().add(sheet());
        getStyleClass().add("recommendation-area");
        register = new RegisterView(parts, create, reviewCycles, this::open);
        Fx.swap(this, register);
    }

    static String sheet() {
        return Objects.requireNonNull(RecommendationsView.class.getResource("recommendation.css"))
                .toExternalForm();
    }

    void register() {
        Fx.swap(this, register);
    }

    void show(UUID id, String kind, UUID part) {
        RecommendationView view = views.computeIfAbsent(id, key -> new RecommendationView(parts, key));
        Fx.swap(this, view);
        view.open(kind, part);
    }

    private void open(Row row) {
        parts.kit()
                .tasks()
                .read(progress -> Wordings.current(parts.recordKit().records(), List.of(row)))
                .then(wordings ->
                        parts.navigator().open(parts.place(row.id(), parts.name(row, wordings.get(row.id())))))
                .start();
    }

    /** A review cycle where their list is shown, else a recommendation. */
    @Override
    public void makeNew() {
        boolean inCycles = cycles != null && cycles.getScene() != null;
        if (inCycles) {
            makeCycle.run();
        } else {
            create();
        }
    }

    /** Makes a new recommendation of no meeting yet and opens it to be named. */
    void create() {
        parts.recordKit()
                .edits()
                .write(
                        org.rapporteur.core.change.Label.of("step.add", KindWords.word(RECOMMENDATION)),
                        tx -> RecommendationSteps.add(tx, null, new HashMap<>()),
                        id -> {
                            parts.navigator().open(parts.place(id, ""));
                            views.get(id).name();
                        });
    }

    void cycles(UUID selected) {
        if (cycles == null) {
            cycles = makeCycles();
        }
        BorderPane pane = new BorderPane(cycles);
        pane.getStyleClass().add("recommendation-register");
        Fx.swap(this, pane);
        if (selected != null) {
            cycles.show(selected);
        }
    }

    private DetailView makeCycles() {
        Button add = new Button(null, Icons.of(Material2OutlinedAL.ADD, 16));
        Button first = new Button();
        for (Button button : List.of(add, first)) {
            button.textProperty().bind(parts.i18n().text("recommendation.cycle.new"));
            button.setDisable(!parts.writable());
        }
        add.getStyleClass().add("accent");
        RecordTable table = new RecordTable(parts.recordKit(), REVIEW_CYCLE)
                .columns("name", "level", "starts_on", "ends_on")
                .column(RecordColumn.computed("reports", "recommendation.column.reports", (store, rows) -> {
                            Map<UUID, RecordColumn.Cell> cells = new HashMap<>();
                            for (Row row : rows) {
                                long count =
                                        store.count(Query.of(PROGRESS_REPORT).where("review_cycle", row.id()));
                                cells.put(
                                        row.id(),
                                        RecordColumn.Cell.of(
                                                parts.kit().formats().number(count), count));
                            }
                            return cells;
                        })
                        .asNumber()
                        .width(90))
                .follows(PROGRESS_REPORT)
                .filters("level")
                .sortedBy("starts_on", true)
                .tools(add)
                .empty(
                        Material2OutlinedAL.AUTORENEW,
                        "recommendation.cycle.empty",
                        "recommendation.cycle.empty.sentence",
                        first);
        RecordForm form = new RecordForm(parts.recordKit(), REVIEW_CYCLE).rest();
        makeCycle = () -> parts.recordKit()
                .edits()
                .insert(REVIEW_CYCLE, org.rapporteur.core.change.Values.of("level", "global"), id -> {
                    table.select(id);
                    form.focusField("name");
                });
        for (Button button : List.of(add, first)) {
            button.setOnAction(e -> makeCycle.run());
        }
        return new DetailView(parts.recordKit(), "recommendation.cycles", table, form);
    }

    static Place cyclesPlace() {
        return Place.of(RecommendationParts.AREA).thenKey("review_cycle", "kind.review_cycle.plural");
    }
}
