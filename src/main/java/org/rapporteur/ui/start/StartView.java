package org.rapporteur.ui.start;

import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.meeting.Meeting;
import org.rapporteur.core.model.Model;
import org.rapporteur.core.survey.analysis.ResponseProgress.Tally;
import org.rapporteur.ui.kit.BlockButton;
import org.rapporteur.ui.kit.Chip;
import org.rapporteur.ui.kit.EmptyState;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.Tone;
import org.rapporteur.ui.kit.record.RecordKit;
import org.rapporteur.ui.shell.Navigator;
import org.rapporteur.ui.shell.Place;

/** What comes next, what is due, how the replies stand, what waits, and the last steps; every line opens its place. */
final class StartView extends StackPane {
    private static final List<String> TABS =
            List.of("agenda", "participants", "survey", "recommendations", "documents");
    private static final int SOON = 15;
    private static final int LONG_AGO = 90;

    private final Kit kit;
    private final Navigator navigator;
    private final RecordKit records;
    private final StartReader reader;
    private final GridPane grid = new GridPane();
    private final ScrollPane scroll;
    private final LatestTask<StartFacts> loading;

    StartView(Kit kit, Navigator navigator, RecordKit records, StartReader reader) {
        this.kit = kit;
        this.navigator = navigator;
        this.records = records;
        this.reader = reader;
        this.loading = new LatestTask<>(kit.tasks(), this::fill);
        getStylesheets()
                .add(Objects.requireNonNull(StartView.class.getResource("start.css"))
                        .toExternalForm());
        getStyleClass().add("start");
        for (double share : new double[] {58, 42}) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(share);
            column.setMinWidth(0);
            grid.getColumnConstraints().add(column);
        }
        grid.getStyleClass().add("start-grid");
        scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        // What waits and what was worked on last may be of any kind.
        records.follow(this, Set.copyOf(Model.kinds()), commit -> load());
    }

    /** Reads everything anew in the background. */
    void load() {
        String language = kit.i18n().language().get().code();
        loading.request(progress -> reader.read(language));
    }

    private String language() {
        return kit.i18n().language().get().code();
    }

    private void fill(StartFacts facts) {
        if (facts.isEmpty()) {
            getChildren().setAll(nothing());
            return;
        }
        VBox first = new VBox(16, meeting(facts), replies(facts));
        VBox second = new VBox(16, deadlines(facts), waiting(facts), recent(facts));
        grid.getChildren().clear();
        grid.add(first, 0, 0);
        grid.add(second, 1, 0);
        getChildren().setAll(scroll);
    }

    /** What to do first in a workspace that has nothing yet. */
    private Node nothing() {
        I18n i18n = kit.i18n();
        Button meetings = new Button();
        meetings.textProperty().bind(i18n.text("start.first.meeting"));
        meetings.setId("start-first");
        meetings.setOnAction(e -> navigator.open(Place.of("meetings")));
        Button parties = new Button();
        parties.textProperty().bind(i18n.text("start.first.parties"));
        parties.setOnAction(e -> navigator.open(Place.of("participants")));
        return new EmptyState(
                Material2OutlinedAL.EVENT,
                i18n.text("start.empty.title"),
                i18n.text("start.empty.sentence"),
                meetings,
                parties);
    }

    private VBox card(String key, Node... content) {
        Label title = new Label();
        title.textProperty().bind(kit.i18n().text(key));
        title.getStyleClass().addAll("strong", "muted");
        VBox card = new VBox(8, title);
        card.getChildren().addAll(content);
        card.getStyleClass().add("card");
        card.setMaxWidth(Double.MAX_VALUE);
        return card;
    }

    private Node meeting(StartFacts facts) {
        Row row = facts.meeting();
        if (row == null) {
            return card("start.next", quiet("start.next.none"));
        }
        I18n i18n = kit.i18n();
        Meeting meeting = Meeting.of(row);
        boolean ahead = StartReader.isAhead(row, facts.today());
        Label name = wrapped(row.textOr("name", language()), "h2");
        String dates = meeting.first()
                .map(day -> kit.formats().dates(day, meeting.last().orElse(day)))
                .orElse(row.text("dates_stated"));
        String place = row.textOr("place", language());
        String where = place.isBlank() ? dates : dates.isBlank() ? place : i18n.now("start.where", dates, place);
        VBox words = new VBox(4, name, wrapped(where, "muted"));
        if (meeting.first().isPresent() && ahead) {
            long days = ChronoUnit.DAYS.between(facts.today(), meeting.first().get());
            String left = days <= 0 ? i18n.now("start.now") : kit.formats().days(days);
            words.getChildren()
                    .add(new Chip(
                            days < SOON ? Tone.WARNING : Tone.INFO,
                            Material2OutlinedAL.EVENT,
                            new SimpleStringProperty(left)));
        }
        BlockButton open = new BlockButton(words);
        open.setId("start-meeting");
        open.setAccessibleText(name.getText() + ". " + where);
        open.setOnAction(e -> navigator.open(StartReader.meeting(row, null, language())));
        FlowPane tabs = new FlowPane(4, 4);
        for (String tab : TABS) {
            Button to = new Button();
            to.textProperty().bind(i18n.text("start.tab." + tab));
            to.getStyleClass().addAll("flat", "accent", "small");
            to.setId("start-tab-" + tab);
            to.setOnAction(e -> navigator.open(StartReader.meeting(row, tab, language())));
            tabs.getChildren().add(to);
        }
        VBox card = card(ahead ? "start.next" : "start.last", open, tabs);
        if (!facts.others().isEmpty()) {
            card.getChildren().add(quiet("start.others"));
            for (Row other : facts.others()) {
                String when = Meeting.of(other)
                        .first()
                        .map(day -> kit.formats().date(day))
                        .orElse(other.text("dates_stated"));
                card.getChildren()
                        .add(line(
                                Material2OutlinedAL.EVENT,
                                StartReader.name(other, language()),
                                when,
                                null,
                                () -> navigator.open(StartReader.meeting(other, null, language()))));
            }
        }
        return card;
    }

    private Node deadlines(StartFacts facts) {
        List<Node> lines = new ArrayList<>();
        for (StartFacts.Deadline due : facts.deadlines()) {
            long days = ChronoUnit.DAYS.between(facts.today(), due.day());
            Tone tone = days < 0 ? Tone.DANGER : days < SOON ? Tone.WARNING : null;
            // Years later the number of days says nothing any more.
            String left = days < -LONG_AGO
                    ? kit.i18n().now("start.overdue")
                    : kit.formats().days(days);
            Chip chip = tone == null ? null : new Chip(tone, new SimpleStringProperty(left));
            lines.add(line(
                    Material2OutlinedMZ.SCHEDULE,
                    kit.i18n().now(due.key(), due.name()),
                    kit.formats().date(due.day()),
                    chip,
                    () -> navigator.open(due.place())));
        }
        return card("start.deadlines", orQuiet(lines, "start.deadlines.none"));
    }

    private Node replies(StartFacts facts) {
        List<Node> lines = new ArrayList<>();
        for (StartFacts.Replies replies : facts.surveys()) {
            lines.add(bar(replies));
        }
        return card("start.replies", orQuiet(lines, "start.replies.none"));
    }

    /** The bar with its numbers in words: how many of those asked, and how many are late. */
    private Node bar(StartFacts.Replies replies) {
        Tally tally = replies.tally();
        I18n i18n = kit.i18n();
        String numbers = i18n.now("start.replies.of", tally.received(), tally.asked(), tally.overdue());
        Label name = wrapped(replies.survey().title(language()));
        Label count = wrapped(numbers, "muted", "small");
        ProgressBar bar = new ProgressBar(tally.rate());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("start-bar");
        bar.setAccessibleText(numbers);
        VBox words = new VBox(4, name, bar, count);
        words.setFillWidth(true);
        BlockButton open = new BlockButton(words);
        open.setAccessibleText(name.getText() + ". " + numbers);
        open.setOnAction(e -> navigator.open(StartReader.survey(replies.survey(), language())));
        return open;
    }

    private Node waiting(StartFacts facts) {
        List<Node> lines = new ArrayList<>();
        for (StartFacts.Waiting waits : facts.waiting()) {
            lines.add(line(
                    Material2OutlinedAL.INBOX,
                    kit.i18n().now(waits.key(), waits.count(), waits.name()),
                    "",
                    null,
                    () -> navigator.open(waits.place())));
        }
        return card("start.waits", orQuiet(lines, "start.waits.none"));
    }

    private Node recent(StartFacts facts) {
        List<Node> lines = new ArrayList<>();
        for (StartFacts.Step step : facts.recent()) {
            String what = kit.i18n().now(step.label().message());
            // A step is called as it was when it was taken: "add party" before the party had its name.
            String did = step.name().isBlank() || what.contains(step.name())
                    ? what
                    : kit.i18n().now("start.recent.of", what, step.name());
            String when = kit.formats().dateTime(step.at(), ZoneId.systemDefault());
            String by = step.author().isBlank() ? when : kit.i18n().now("start.where", when, step.author());
            String who = step.steps() < 2 ? by : kit.i18n().now("start.recent.many", by, step.steps());
            boolean opens = records.opener().canOpen(step.kind());
            lines.add(line(
                    Material2OutlinedAL.HISTORY,
                    did,
                    who,
                    null,
                    opens ? () -> records.opener().open(step.kind(), step.record()) : null));
        }
        return card("start.recent", orQuiet(lines, "start.recent.none"));
    }

    private Node[] orQuiet(List<Node> lines, String key) {
        return lines.isEmpty() ? new Node[] {quiet(key)} : lines.toArray(Node[]::new);
    }

    private Label quiet(String key) {
        Label label = wrapped(kit.i18n().now(key), "muted");
        return label;
    }

    /** A line that opens something; without an action it is only read. */
    private Node line(Ikon icon, String words, String below, Chip chip, Runnable does) {
        VBox texts = new VBox(2, wrapped(words));
        if (!below.isBlank()) {
            texts.getChildren().add(wrapped(below, "muted", "small"));
        }
        HBox.setHgrow(texts, Priority.ALWAYS);
        HBox content = new HBox(8, Icons.of(icon, 18), texts);
        content.setAlignment(Pos.TOP_LEFT);
        if (chip != null) {
            chip.setMinWidth(Region.USE_PREF_SIZE);
            content.getChildren().add(chip);
        }
        BlockButton open = new BlockButton(content);
        open.getStyleClass().add("start-line");
        open.setAccessibleText(below.isBlank() ? words : words + ". " + below);
        open.setDisable(does == null);
        if (does != null) {
            open.setOnAction(e -> does.run());
        }
        return open;
    }

    private static Label wrapped(String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMinWidth(0);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
