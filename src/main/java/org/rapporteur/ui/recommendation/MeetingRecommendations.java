package org.rapporteur.ui.recommendation;

import static org.rapporteur.core.recommendation.RecommendationKinds.ADOPTION;
import static org.rapporteur.core.recommendation.RecommendationKinds.EVIDENCE;
import static org.rapporteur.core.recommendation.RecommendationKinds.RECOMMENDATION;
import static org.rapporteur.core.recommendation.RecommendationKinds.VERSION;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.recommendation.Adoptions;
import org.rapporteur.core.recommendation.RecommendationSteps;
import org.rapporteur.core.recommendation.draft.DraftOutcome;
import org.rapporteur.core.recommendation.draft.DraftRequest;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.EmptyState;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.Notice;
import org.rapporteur.ui.kit.record.KindWords;
import org.rapporteur.ui.shell.MakesNew;

/** The recommendations of a meeting in their groups and their order, which is changed by dragging or by keys. */
final class MeetingRecommendations extends BorderPane implements MakesNew {
    /** A line of the list: the name of a group, or a recommendation of it. */
    record Line(String group, Row row, Row wording, Adoptions adoptions) {
        boolean heading() {
            return row == null;
        }
    }

    private record Loaded(List<Row> rows, Map<UUID, Adoptions> adoptions, List<Row> surveys) {}

    private final RecommendationParts parts;
    private final UUID meeting;
    private final ListView<Line> list = new ListView<>();
    private final StackPane place = new StackPane();
    private final Button draft = new Button();
    private final Label count = new Label();
    private final LatestTask<Loaded> loading;
    private List<Row> rows = List.of();
    private List<Row> surveys = List.of();

    MeetingRecommendations(RecommendationParts parts, UUID meeting) {
        this.parts = parts;
        this.meeting = meeting;
        this.loading = new LatestTask<>(parts.kit().tasks(), this::fill);
        I18n i18n = parts.i18n();
        getStyleClass().add("meeting-recommendations");
        getStylesheets().add(RecommendationsView.sheet());
        Button add = new Button(null, Icons.of(Material2OutlinedAL.ADD, 16));
        add.textProperty().bind(i18n.text("recommendation.command.new"));
        add.getStyleClass().add("accent");
        add.setDisable(!parts.writable());
        add.setOnAction(e -> create());
        draft.textProperty().bind(i18n.text("recommendation.command.draft"));
        draft.setGraphic(Icons.of(Material2OutlinedAL.CALL_MERGE, 16));
        draft.setId("recommendation-draft");
        Access.tip(draft, i18n.text("recommendation.command.draft.help"));
        draft.setDisable(true);
        draft.setOnAction(e -> draft());
        count.getStyleClass().add("muted");
        count.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(count, Priority.ALWAYS);
        HBox bar = new HBox(8, count, draft, add);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("recommendation-bar");
        setTop(bar);
        setCenter(place);
        list.getStyleClass().add("recommendation-list");
        list.setId("meeting-recommendations");
        Access.name(list, i18n.text("recommendation.tab"));
        list.setCellFactory(view -> new RecommendationCell(parts, this));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        parts.recordKit()
                .follow(
                        this,
                        Set.of(RECOMMENDATION, VERSION, ADOPTION, EVIDENCE, SurveyKinds.SURVEY),
                        commit -> load());
        load();
    }

    private void load() {
        loading.request(progress -> {
            var records = parts.recordKit().records();
            List<Row> found = records.list(Query.partsOf(RECOMMENDATION, meeting));
            return new Loaded(
                    found, Adoptions.of(records, found), records.list(Query.partsOf(SurveyKinds.SURVEY, meeting)));
        });
    }

    private void fill(Loaded loaded) {
        rows = loaded.rows();
        surveys = loaded.surveys();
        draft.setDisable(surveys.isEmpty() || !parts.writable());
        count.setText(parts.i18n().now("recommendation.count", rows.size(), adopted(loaded)));
        if (rows.isEmpty()) {
            Button first = new Button();
            first.textProperty().bind(parts.i18n().text("recommendation.command.new"));
            first.setDisable(!parts.writable());
            first.setOnAction(e -> create());
            Button second = new Button();
            second.textProperty().bind(parts.i18n().text("recommendation.command.draft"));
            second.setDisable(surveys.isEmpty() || !parts.writable());
            second.setOnAction(e -> draft());
            place.getChildren()
                    .setAll(new EmptyState(
                            Material2OutlinedAL.GAVEL,
                            parts.i18n().text("recommendation.empty.title"),
                            parts.i18n().text("recommendation.empty.sentence"),
                            first,
                            second));
            return;
        }
        Map<String, List<Line>> groups = new LinkedHashMap<>();
        for (Row row : rows) {
            String group = row.textOr("grouping", parts.language()).strip();
            groups.computeIfAbsent(group, k -> new ArrayList<>())
                    .add(new Line(
                            group,
                            row,
                            loaded.adoptions().get(row.id()).current().orElse(null),
                            loaded.adoptions().get(row.id())));
        }
        List<Line> lines = new ArrayList<>();
        boolean named = groups.keySet().stream().anyMatch(g -> !g.isEmpty());
        groups.forEach((group, members) -> {
            if (named) {
                lines.add(new Line(group, null, null, null));
            }
            lines.addAll(members);
        });
        UUID selected = selected() == null ? null : selected().row().id();
        list.getItems().setAll(lines);
        select(selected);
        place.getChildren().setAll(list);
    }

    private static long adopted(Loaded loaded) {
        return loaded.adoptions().values().stream().filter(Adoptions::holds).count();
    }

    private Line selected() {
        Line line = list.getSelectionModel().getSelectedItem();
        return line == null || line.heading() ? null : line;
    }

    private void select(UUID id) {
        for (int i = 0; i < list.getItems().size(); i++) {
            Line line = list.getItems().get(i);
            if (!line.heading() && line.row().id().equals(id)) {
                list.getSelectionModel().select(i);
                return;
            }
        }
    }

    private void key(KeyEvent event) {
        Line line = selected();
        if (line == null) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER) {
            open(line);
        } else if (event.isAltDown() && (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN)) {
            step(line, event.getCode() == KeyCode.UP);
        } else if (event.getCode() == KeyCode.DELETE && parts.writable()) {
            parts.recordKit().edits().delete(List.of(line.row()));
        } else {
            return;
        }
        event.consume();
    }

    void open(Line line) {
        parts.navigator().open(parts.place(line.row().id(), parts.name(line.row(), line.wording())));
    }

    /** Moves one place up or down in the list as it is shown; at the edge of a group into the next one. */
    private void step(Line line, boolean up) {
        int at = list.getItems().indexOf(line) + (up ? -1 : 1);
        while (at >= 0 && at < list.getItems().size() && list.getItems().get(at).heading()) {
            at += up ? -1 : 1;
        }
        if (at >= 0 && at < list.getItems().size()) {
            move(line.row().id(), list.getItems().get(at), !up);
        }
    }

    /** Puts a recommendation before or after another, into its group. */
    void move(UUID moved, Line beside, boolean after) {
        Row row = rows.stream().filter(r -> r.id().equals(moved)).findFirst().orElse(null);
        if (row == null || beside.row().id().equals(moved) || !parts.writable()) {
            return;
        }
        Row like = beside.row();
        UUID before = after ? next(like.id(), moved) : like.id();
        boolean otherGroup = !like.texts("grouping").equals(row.texts("grouping"));
        parts.recordKit().edits().run(parts.step("recommendation.step.move", row), tx -> {
            RecommendationSteps.move(tx, moved, before);
            if (otherGroup) {
                RecommendationSteps.regroup(tx, moved, like);
            }
        });
    }

    /** The recommendation that follows another in the meeting's order, the moved one left out; null at the end. */
    private UUID next(UUID id, UUID moved) {
        boolean found = false;
        for (Row row : rows) {
            if (found && !row.id().equals(moved)) {
                return row.id();
            }
            found |= row.id().equals(id);
        }
        return null;
    }

    @Override
    public void makeNew() {
        if (parts.writable()) {
            create();
        }
    }

    private void create() {
        Line line = selected();
        Map<String, String> group = line == null ? Map.of() : line.row().texts("grouping");
        parts.recordKit()
                .edits()
                .write(
                        org.rapporteur.core.change.Label.of("step.add", KindWords.word(RECOMMENDATION)),
                        tx -> RecommendationSteps.add(tx, meeting, group),
                        id -> parts.navigator().open(parts.place(id, "")));
    }

    /** Drafts from the convergence of the meeting's surveys; what a person has worked on is left as it is. */
    private void draft() {
        List<UUID> ids = surveys.stream().map(Row::id).toList();
        I18n i18n = parts.i18n();
        var language = i18n.language().get();
        parts.kit()
                .tasks()
                .work(i18n.text("recommendation.task.draft"), progress -> {
                    List<DraftOutcome> outcomes = new ArrayList<>();
                    for (UUID survey : ids) {
                        progress.check();
                        outcomes.add(parts.drafter().draft(DraftRequest.converging(survey, parts.today(), language)));
                    }
                    return outcomes;
                })
                .then(outcomes -> parts.kit()
                        .notifications()
                        .show(Notice.success(i18n.text(
                                "recommendation.drafted",
                                outcomes.stream()
                                        .mapToInt(o -> o.created().size())
                                        .sum(),
                                outcomes.stream()
                                        .mapToInt(o -> o.updated().size())
                                        .sum(),
                                outcomes.stream()
                                        .mapToInt(o -> o.edited().size())
                                        .sum()))))
                .start();
    }

    static Label wrapped(String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
