package org.rapporteur.ui.recommendation;

import static org.rapporteur.core.recommendation.RecommendationKinds.ADOPTION;
import static org.rapporteur.core.recommendation.RecommendationKinds.PROGRESS_REPORT;
import static org.rapporteur.core.recommendation.RecommendationKinds.RECOMMENDATION;
import static org.rapporteur.core.recommendation.RecommendationKinds.RESERVATION;
import static org.rapporteur.core.recommendation.RecommendationKinds.VERSION;

import java.util.Set;
import java.util.UUID;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Chip;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.Tone;
import org.rapporteur.ui.kit.record.HistoryPanel;
import org.rapporteur.ui.kit.record.RecordForm;
import org.rapporteur.ui.shell.Place;

/** One recommendation: its wording through the versions, and beside it what it rests on and what became of it. */
final class RecommendationView extends BorderPane {
    private final RecommendationParts parts;
    private final RecommendationActions actions;
    private final UUID id;
    private final Label number = new Label();
    private final Label heading = new Label();
    private final HBox chips = new HBox(8);
    private final HBox buttons = new HBox(8);
    private final VersionsView versions;
    private final ChainView chain;
    private final PartsBox reservations;
    private final PartsBox reports;
    private final RecordForm details;
    private final LatestTask<java.util.Optional<RecommendationData>> loading;
    private RecommendationData data;
    private String then;

    RecommendationView(RecommendationParts parts, UUID id) {
        this.parts = parts;
        this.id = id;
        this.actions = new RecommendationActions(parts);
        this.versions = new VersionsView(parts, actions);
        this.chain = new ChainView(parts);
        this.loading = new LatestTask<>(parts.kit().tasks(), found -> found.ifPresent(this::show));
        getStyleClass().add("recommendation-view");
        reservations = new PartsBox(
                parts,
                RESERVATION,
                "recommendation.reservations",
                "recommendation.reservations.add",
                form -> form.fields("party", "body", "made_on"),
                row -> new PartsBox.Entry(
                        row,
                        PartsBox.names(parts, row, "party"),
                        row.text("body"),
                        PartsBox.day(parts, row, "made_on"),
                        null));
        reports = new PartsBox(
                parts,
                PROGRESS_REPORT,
                "recommendation.reports",
                "recommendation.reports.add",
                form -> form.fields("review_cycle", "party", "status", "achievements", "barriers", "priorities")
                        .fields("capacity_needs", "evidence_stated", "due_on", "reported_on"),
                this::report);
        // Whether it is adopted, and since when, is a record and no field to be filled in.
        details = new RecordForm(parts.recordKit(), RECOMMENDATION)
                .fields("number", "heading", "grouping")
                .fields("meeting", "responsible", "due_on", "source", "notes");
        setTop(head());
        SplitPane split = new SplitPane(scroll(left(), 320), scroll(right(), 260));
        split.getStyleClass().add("recommendation-split");
        parts.kit().splits().remember(split, "recommendation.one", 0.6);
        setCenter(split);
        parts.recordKit().follow(this, Set.of(RECOMMENDATION, VERSION, ADOPTION, MeetingKinds.MEETING), commit -> {
            if (commit.touches(id)
                    || commit.touches(VERSION)
                    || commit.touches(ADOPTION)
                    || commit.touches(MeetingKinds.MEETING)) {
                load();
            }
        });
        details.show(id);
        reservations.show(id);
        reports.show(id);
        chain.show(id);
        load();
    }

    private Node head() {
        number.getStyleClass().addAll("h2", "recommendation-number");
        number.setMinWidth(Region.USE_PREF_SIZE);
        heading.getStyleClass().add("h2");
        heading.setMinWidth(0);
        HBox name = new HBox(8, number, heading);
        name.setAlignment(Pos.BASELINE_LEFT);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setMinWidth(Region.USE_PREF_SIZE);
        chips.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(chips, Priority.ALWAYS);
        HBox second = new HBox(12, chips, buttons);
        second.setAlignment(Pos.CENTER_LEFT);
        VBox head = new VBox(6, name, second);
        head.getStyleClass().add("recommendation-head");
        return head;
    }

    private Node left() {
        VBox left = new VBox(24, versions, reservations, reports);
        left.getStyleClass().add("recommendation-column");
        return left;
    }

    private Node right() {
        Label title = new Label();
        title.textProperty().bind(parts.i18n().text("recommendation.details"));
        title.getStyleClass().add("h3");
        VBox right = new VBox(24, chain, new VBox(8, title, details));
        right.getStyleClass().add("recommendation-column");
        return right;
    }

    private static ScrollPane scroll(Node content, double least) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinWidth(least);
        return scroll;
    }

    private PartsBox.Entry report(Row row) {
        String status = row.text("status");
        String words = parts.recordKit().words().value(PROGRESS_REPORT, PROGRESS_REPORT.field("status"), status);
        return new PartsBox.Entry(
                row,
                PartsBox.names(parts, row, "review_cycle", "party"),
                row.text("achievements").isBlank() ? row.text("barriers") : row.text("achievements"),
                PartsBox.day(parts, row, "reported_on"),
                status.isEmpty()
                        ? null
                        : new Chip(RecommendationParts.progressTone(status), new SimpleStringProperty(words)));
    }

    private void load() {
        loading.request(progress -> RecommendationData.read(parts.recordKit().records(), id));
    }

    private void show(RecommendationData now) {
        data = now;
        Row row = now.row();
        number.setText(row.text("number"));
        heading.setText(parts.heading(row, now.wording()));
        chips(row, now.meeting());
        buttons(row);
        versions.show(now);
        Place current = parts.navigator().current().get();
        if (current != null
                && current.area().equals(RecommendationParts.AREA)
                && id.toString().equals(current.id(0))
                && current.steps().size() == 1) {
            // The breadcrumb follows the name.
            parts.navigator().replace(parts.place(id, parts.name(row, now.wording())));
        }
        if (then != null) {
            details.focusField(then);
            then = null;
        }
    }

    private void chips(Row row, Row meeting) {
        I18n i18n = parts.i18n();
        chips.getChildren().clear();
        if (row.deleted()) {
            chips.getChildren().add(fixed(new Chip(Tone.DANGER, i18n.text("recommendation.isdeleted"))));
        }
        String status = data.status();
        if (data.adoptions().contested()) {
            chips.getChildren().add(fixed(new Chip(Tone.DANGER, i18n.text("recommendation.contested.chip"))));
        } else if (!status.isEmpty()) {
            String words = parts.recordKit().words().value(RECOMMENDATION, RECOMMENDATION.field("status"), status);
            chips.getChildren().add(fixed(new Chip(RecommendationParts.tone(status), new SimpleStringProperty(words))));
        }
        if (!data.adoptions().after().isEmpty()) {
            chips.getChildren().add(fixed(new Chip(Tone.INFO, i18n.text("recommendation.revising"))));
        }
        if (row.flag("illustrative")) {
            chips.getChildren().add(fixed(new Chip(Tone.NEUTRAL, i18n.text("recommendation.illustrative"))));
        }
        String group = row.textOr("grouping", parts.language());
        if (!group.isBlank()) {
            Label label = new Label(group);
            label.getStyleClass().add("muted");
            label.setMinWidth(40);
            chips.getChildren().add(label);
        }
        if (meeting != null) {
            String acronym = meeting.text("acronym");
            String name = acronym.isBlank() ? meeting.textOr("name", parts.language()) : acronym;
            Button open = new Button(name, Icons.of(Material2OutlinedAL.EVENT, 16));
            open.getStyleClass().addAll("flat", "small");
            open.setMaxWidth(260);
            open.setOnAction(e -> parts.navigator()
                    .open(Place.of("meetings")
                            .then(meeting.id().toString(), name)
                            .thenKey("recommendations", "recommendation.tab")));
            chips.getChildren().add(open);
        }
    }

    private static Chip fixed(Chip chip) {
        chip.setMinWidth(Region.USE_PREF_SIZE);
        return chip;
    }

    private void buttons(Row row) {
        buttons.getChildren().clear();
        if (parts.writable() && !row.deleted()) {
            switch (data.status()) {
                case "adopted" -> {
                    if (data.adoptions().after().isEmpty()) {
                        action(
                                "recommendation.command.reopen",
                                Material2OutlinedAL.LOCK_OPEN,
                                () -> actions.reopen(data, versions::write));
                    }
                    if (!data.adoptions().contested() && !data.versions().isEmpty()) {
                        boolean sealed = data.adoptions().seal() != org.rapporteur.core.recommendation.Seal.UNSEALED;
                        if (!sealed || !data.adoptions().after().isEmpty()) {
                            action(
                                    sealed ? "recommendation.command.correct" : "recommendation.command.adopt",
                                    Material2OutlinedAL.GAVEL,
                                    versions::adopt);
                        }
                    }
                }
                case "withdrawn", "not_in_source" ->
                    action(
                            "recommendation.command.unwithdraw",
                            Material2OutlinedMZ.REPLAY,
                            () -> actions.negotiate(data.row()));
                case "in_negotiation" -> drafting();
                default -> {
                    action(
                            "recommendation.command.negotiate",
                            Material2OutlinedAL.FORUM,
                            () -> actions.negotiate(data.row()));
                    drafting();
                }
            }
        }
        icon("records.history", Material2OutlinedAL.HISTORY, () -> HistoryPanel.show(parts.recordKit(), data.row()));
        if (parts.writable() && !row.deleted() && data.adoptions().acts().isEmpty()) {
            icon("kit.delete", Material2OutlinedAL.DELETE, () -> {
                parts.recordKit().edits().delete(java.util.List.of(data.row()));
                parts.navigator().open(Place.of(RecommendationParts.AREA));
            });
        }
    }

    private void drafting() {
        action("recommendation.command.withdraw", Material2OutlinedAL.BLOCK, () -> actions.withdraw(data.row()));
        if (data.versions().isEmpty()) {
            action(
                    "recommendation.command.notinsource",
                    Material2OutlinedAL.HELP_OUTLINE,
                    () -> actions.notInSource(data.row()));
        } else {
            action("recommendation.command.adopt", Material2OutlinedAL.GAVEL, versions::adopt);
        }
    }

    private void action(String key, Ikon icon, Runnable does) {
        Button button = new Button(null, Icons.of(icon, 16));
        button.textProperty().bind(parts.i18n().text(key));
        button.setId(key.replace('.', '-'));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> does.run());
        buttons.getChildren().add(button);
    }

    private void icon(String key, Ikon icon, Runnable does) {
        Button button = new Button(null, Icons.of(icon));
        button.getStyleClass().addAll("flat", "button-icon");
        Access.nameAndTip(button, parts.i18n().text(key));
        button.setOnAction(e -> does.run());
        buttons.getChildren().add(button);
    }

    /** Shows a part first: a version, a reservation, a progress report. */
    void open(String kind, UUID part) {
        if (kind == null || part == null) {
            return;
        }
        switch (kind) {
            case "version" -> versions.select(part);
            case "adoption" -> versions.selectOf(part);
            case "reservation" -> reservations.edit(part);
            case "progress_report" -> reports.edit(part);
            default -> {
                // A link shows in the chain as it is.
            }
        }
    }

    /** Puts the keyboard into the heading: a recommendation that was just made is to be named. */
    void name() {
        if (data == null) {
            then = "heading";
        } else {
            details.focusField("heading");
        }
    }
}
