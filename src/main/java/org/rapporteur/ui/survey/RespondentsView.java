package org.rapporteur.ui.survey;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.survey.analysis.Grouping;
import org.rapporteur.core.survey.analysis.ResponseProgress;
import org.rapporteur.core.survey.analysis.ResponseProgress.Chase;
import org.rapporteur.ui.kit.Choices;
import org.rapporteur.ui.kit.Command;
import org.rapporteur.ui.kit.Commands;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.Notice;
import org.rapporteur.ui.kit.Tone;
import org.rapporteur.ui.kit.record.HistoryPanel;
import org.rapporteur.ui.kit.record.RecordAction;
import org.rapporteur.ui.kit.record.RecordColumn;
import org.rapporteur.ui.kit.record.RecordColumn.Cell;
import org.rapporteur.ui.kit.record.RecordForm;
import org.rapporteur.ui.kit.record.RecordTable;

/** Who was asked, who has answered, whom to remind: a picture, the list, and the list of those to chase. */
final class RespondentsView extends BorderPane implements SurveyHub.Detailed, SurveyHub.Commanding {
    private final SurveyParts parts;
    private final UUID survey;
    private final ProgressPane picture;
    private final LatestTask<ResponseProgress> loading;
    private final HBox which;
    private final Command add;
    private final RecordTable all;
    private volatile Map<UUID, Chase> chase = Map.of();
    private RecordTable toChase;
    private final ScrollPane scroll;
    private final SplitPane split;
    private BorderPane lists = new BorderPane();

    RespondentsView(SurveyParts parts, UUID survey) {
        this.parts = parts;
        this.survey = survey;
        this.picture = new ProgressPane(parts.i18n());
        this.loading = new LatestTask<>(parts.kit().tasks(), this::loaded);
        this.add = Command.of("survey.respondents.add", "survey.respondents.add")
                .icon(Material2OutlinedMZ.PERSON_ADD)
                .enabledWhen(writable())
                .does(() -> AddRespondents.open(parts, survey));
        this.all = table(false);
        this.which = Choices.row(
                List.of(false, true),
                chased -> parts.i18n().text(chased ? "survey.respondents.chase" : "survey.respondents.all"),
                this::choose);
        Choices.mark(which, 0);
        scroll = new ScrollPane(picture);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setMinHeight(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox bar = new HBox(8, which, space, SendForms.button(parts, survey), Commands.button(add, parts.i18n()));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setMinHeight(Region.USE_PREF_SIZE);
        bar.getStyleClass().add("respondents-bar");
        lists.setTop(bar);
        lists.setCenter(all);
        lists.setMinHeight(340);
        // Before anybody is asked there is nothing to draw.
        split = new SplitPane(lists);
        split.setOrientation(javafx.geometry.Orientation.VERTICAL);
        SplitPane.setResizableWithParent(scroll, false);
        getStyleClass().add("survey-detail");
        setCenter(split);
        parts.recordKit()
                .follow(
                        this,
                        Set.of(SurveyKinds.SURVEY, SurveyKinds.RESPONDENT, SurveyKinds.RESPONSE, SurveyKinds.TRAY_ITEM),
                        commit -> load());
        load();
    }

    private ObservableBooleanValue writable() {
        return new SimpleBooleanProperty(parts.changes().writable());
    }

    @Override
    public List<Command> commands() {
        return List.of(add);
    }

    @Override
    public void show(String detail) {
        try {
            UUID id = UUID.fromString(detail);
            choose(false);
            Choices.mark(which, 0);
            all.select(id);
            open(id, "");
        } catch (IllegalArgumentException notAKey) {
            load();
        }
    }

    private void choose(boolean chased) {
        if (chased && toChase == null) {
            toChase = table(true);
        }
        lists.setCenter(chased ? toChase : all);
    }

    private void load() {
        LocalDate today = today();
        loading.request(progress -> parts.analysis().progress(survey, today, List.of(Grouping.REGION, Grouping.TYPE)));
    }

    private LocalDate today() {
        return LocalDate.now(parts.recordKit().clock());
    }

    private void loaded(ResponseProgress progress) {
        picture.show(progress);
        boolean any = progress.total().asked() + progress.total().notSent() > 0;
        if (any != split.getItems().contains(scroll)) {
            parts.kit().splits().forget(split);
            if (any) {
                split.getItems().addFirst(scroll);
                parts.kit().splits().remember(split, "survey.respondents.picture", 0.4);
            } else {
                split.getItems().remove(scroll);
            }
        }
        Map<UUID, Chase> open = new HashMap<>();
        progress.chase().forEach(c -> open.put(c.respondent().id(), c));
        chase = Map.copyOf(open);
        all.query(Query.partsOf(SurveyKinds.RESPONDENT, survey));
        if (toChase != null) {
            toChase.only(row -> chase.containsKey(row.id()));
        }
    }

    private RecordTable table(boolean chased) {
        RecordTable table = new RecordTable(parts.recordKit(), SurveyKinds.RESPONDENT)
                .column(RecordColumn.field("name").width(150))
                .column(chased ? RecordColumn.field("type").hidden() : RecordColumn.field("type"))
                .column(chased ? RecordColumn.field("region").hidden() : RecordColumn.field("region"))
                .column(RecordColumn.field("status").width(140).chip(RespondentsView::tone))
                .column(RecordColumn.computed("overdue", "survey.column.overdue", (store, rows) -> overdue(rows))
                        .width(160))
                .column(
                        chased
                                ? RecordColumn.field("reminded_on")
                                : RecordColumn.field("received_on").width(110))
                .column(
                        chased
                                ? RecordColumn.field("contact_email")
                                : RecordColumn.field("language").hidden())
                .column(RecordColumn.field("due_on").hidden())
                .query(Query.partsOf(SurveyKinds.RESPONDENT, survey))
                .follows(SurveyKinds.RESPONSE)
                .filters(chased ? new String[] {"region"} : new String[] {"status", "region", "type"})
                .sortedBy(chased ? "overdue" : "name", chased)
                .actions(
                        RecordAction.of(
                                "survey.respondents.addresses", Material2OutlinedAL.ALTERNATE_EMAIL, this::addresses),
                        RecordAction.of(
                                        "survey.answer.typein",
                                        Material2OutlinedAL.EDIT,
                                        rows -> AnswerEditor.open(
                                                parts, survey, rows.getFirst().id(), null, this::load))
                                .when(rows -> parts.changes().writable() && rows.size() == 1),
                        RecordAction.of("survey.respondents.reminded", Material2OutlinedAL.HISTORY, this::reminded)
                                .when(rows -> parts.changes().writable()
                                        && rows.stream().anyMatch(row -> chase.containsKey(row.id()))));
        if (chased) {
            table.only(row -> chase.containsKey(row.id()))
                    .tools(chaseAll(table))
                    .empty(Material2OutlinedAL.CHECK_CIRCLE, "survey.chase.empty.title", "survey.chase.empty.sentence");
        } else {
            table.empty(
                    Material2OutlinedMZ.PEOPLE,
                    "survey.respondents.empty.title",
                    "survey.respondents.empty.sentence",
                    Commands.button(add, parts.i18n()));
        }
        return table.onOpen(row -> open(row.id(), row.text("name")))
                .onHistory(row -> HistoryPanel.show(parts.recordKit(), row));
    }

    /** Opens a respondent's form beside the list. */
    private void open(UUID id, String name) {
        RecordForm form = new RecordForm(parts.recordKit(), SurveyKinds.RESPONDENT)
                .fields("name", "party", "type", "region", "language", "status", "contact_email")
                .section("survey.section.dates", "sent_on", "due_on", "reminded_on", "received_on")
                .rest();
        form.getStyleClass().add("evidence");
        SimpleStringProperty title = new SimpleStringProperty(name);
        form.row().addListener((o, was, is) -> title.set(is == null ? "" : is.text("name")));
        form.show(id);
        parts.kit().sidePanel().show(title, form);
    }

    private Node chaseAll(RecordTable table) {
        Button copy = new Button();
        copy.textProperty().bind(parts.i18n().text("survey.respondents.addresses.all"));
        copy.setGraphic(org.rapporteur.ui.kit.Icons.of(Material2OutlinedAL.ALTERNATE_EMAIL, 16));
        copy.setOnAction(e -> addresses(table.rows()));
        copy.setMinWidth(USE_PREF_SIZE);
        return new VBox(copy);
    }

    static Tone tone(String status) {
        return switch (status) {
            case "received" -> Tone.SUCCESS;
            case "extension" -> Tone.INFO;
            case "sent" -> Tone.WARNING;
            default -> Tone.NEUTRAL;
        };
    }

    /** How long overdue, or how many days are left; off the window's thread. */
    private Map<UUID, Cell> overdue(List<Row> rows) {
        LocalDate today = today();
        ResponseProgress progress = parts.analysis().progress(survey, today, List.of());
        Map<UUID, Cell> cells = new HashMap<>();
        for (Chase open : progress.chase()) {
            if (open.dueOn() == null) {
                continue;
            }
            long left = java.time.temporal.ChronoUnit.DAYS.between(today, open.dueOn());
            cells.put(
                    open.respondent().id(),
                    open.daysOverdue() > 0
                            ? Cell.of(parts.i18n().now("survey.overdue.days", open.daysOverdue()), open.daysOverdue())
                                    .tone(Tone.DANGER)
                            : Cell.of(parts.i18n().now("survey.left.days", left), -left));
        }
        return cells;
    }

    private void addresses(List<Row> rows) {
        List<String> found = rows.stream()
                .map(row -> row.text("contact_email").strip())
                .filter(address -> !address.isEmpty())
                .distinct()
                .toList();
        long without =
                rows.stream().filter(row -> row.text("contact_email").isBlank()).count();
        if (!found.isEmpty()) {
            // Semicolons, as mail programs take them in their address line.
            parts.kit().dialogs().copy(String.join("; ", found));
        }
        Notice notice = found.isEmpty()
                ? Notice.warning(parts.i18n().text("survey.respondents.addresses.none", without))
                : Notice.success(parts.i18n().text("survey.respondents.addresses.copied", found.size(), without));
        parts.kit().notifications().show(notice);
    }

    private void reminded(List<Row> rows) {
        String today = today().toString();
        List<Row> open =
                rows.stream().filter(row -> chase.containsKey(row.id())).toList();
        parts.recordKit()
                .edits()
                .run(
                        Label.of("survey.step.reminded", String.valueOf(open.size())),
                        tx -> open.forEach(row -> tx.set(SurveyKinds.RESPONDENT, row.id(), "reminded_on", today)));
    }
}
