package org.rapporteur.ui.recommendation;

import static org.rapporteur.core.recommendation.RecommendationKinds.ADOPTION;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.recommendation.AdoptionAct.Change;
import org.rapporteur.core.recommendation.AdoptionCheck;
import org.rapporteur.core.recommendation.AdoptionCheck.Obstacle;
import org.rapporteur.core.recommendation.LanguageVersions;
import org.rapporteur.core.recommendation.RecommendationSteps.Adopting;
import org.rapporteur.core.text.Language;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Fields;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.record.DayField;
import org.rapporteur.ui.kit.record.HeldText;

/**
 * Asks what is adopted before it is sealed: which version, in which languages, on which day and where; shows the very
 * text, and names what stands against it. For a text that is adopted already it asks whether it is a correction or a
 * revision, and why.
 */
final class AdoptPane extends VBox {
    private final RecommendationParts parts;
    private final Consumer<Adopting> seal;
    private final Label title = new Label();
    private final ComboBox<Row> version = new ComboBox<>();
    private final ComboBox<Change> change = new ComboBox<>();
    private final VBox changeField;
    private final DayField day;
    private final TextField place = new TextField();
    private final ComboBox<String> mode = new ComboBox<>();
    private final FlowPane languages = new FlowPane(16, 6);
    private final VBox text = new VBox(8);
    private final VBox obstacles = new VBox(4);
    private final TextArea reason = Fields.text();
    private final HeldText held;
    private final TextField by = new TextField();
    private final VBox byField;
    private final Button go = new Button();
    private final Map<String, CheckBox> boxes = new LinkedHashMap<>();
    private final LatestTask<List<Obstacle>> checking;
    private RecommendationData data;
    private boolean filling;

    AdoptPane(RecommendationParts parts, Consumer<Adopting> seal, Runnable cancel) {
        super(12);
        this.parts = parts;
        this.seal = seal;
        I18n i18n = parts.i18n();
        this.day = new DayField(parts.kit(), parts.recordKit().clock());
        this.checking = new LatestTask<>(parts.kit().tasks(), this::checked);
        getStyleClass().add("adopt-pane");
        setId("adopt-pane");
        title.getStyleClass().add("h3");
        title.setWrapText(true);
        version.setId("adopt-version");
        version.setConverter(words(
                row -> row.text("label").isBlank() ? i18n.now("recommendation.version.unnamed") : row.text("label")));
        change.setId("adopt-change");
        change.getItems().setAll(Change.CORRIGENDUM, Change.REVISION);
        change.setConverter(
                words(one -> parts.recordKit().words().value(ADOPTION, ADOPTION.field("change"), one.code())));
        day.setId("adopt-day");
        place.setId("adopt-place");
        mode.setId("adopt-mode");
        List<String> modes = new ArrayList<>(List.of(""));
        modes.addAll(ADOPTION.field("mode").values());
        mode.getItems().setAll(modes);
        mode.setConverter(words(code -> code.isEmpty()
                ? i18n.now("recommendation.adopt.mode.none")
                : parts.recordKit().words().value(ADOPTION, ADOPTION.field("mode"), code)));
        reason.setId("adopt-reason");
        reason.setPrefRowCount(2);
        reason.setWrapText(true);
        held = HeldText.watch(parts.recordKit(), reason, this);
        by.setId("adopt-by");
        go.setId("adopt-seal");
        go.getStyleClass().add("accent");
        go.setGraphic(Icons.of(Material2OutlinedAL.GAVEL, 16));
        go.setOnAction(e -> go());
        Button back = new Button();
        back.setId("adopt-cancel");
        back.textProperty().bind(i18n.text("kit.cancel"));
        back.setCancelButton(true);
        back.setOnAction(e -> {
            held.settled();
            cancel.run();
        });
        changeField = Fields.field(i18n.text("recommendation.adopt.change"), change, null);
        byField = Fields.field(i18n.text("recommendation.adopt.by"), by, i18n.text("recommendation.adopt.by.help"));
        Label shown = new Label();
        shown.textProperty().bind(i18n.text("recommendation.adopt.text"));
        shown.getStyleClass().add("field-label");
        FlowPane what = new FlowPane(16, 12);
        what.getChildren()
                .addAll(
                        Fields.field(i18n.text("recommendation.adopt.version"), version, null),
                        changeField,
                        Fields.field(i18n.text("recommendation.adopt.day"), day, null),
                        Fields.field(i18n.text("recommendation.adopt.place"), place, null),
                        Fields.field(i18n.text("recommendation.adopt.mode"), mode, null));
        text.getStyleClass().add("adopt-text");
        text.setId("adopt-text");
        HBox buttons = new HBox(8, go, back);
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        title,
                        what,
                        Fields.field(i18n.text("recommendation.adopt.languages"), languages, null),
                        shown,
                        text,
                        obstacles,
                        Fields.field(
                                i18n.text("recommendation.adopt.reason"),
                                reason,
                                i18n.text("recommendation.adopt.reason.help")),
                        byField,
                        buttons);
        i18n.language().addListener((o, was, is) -> said());
        version.valueProperty().addListener(o -> languages());
        day.dayProperty().addListener(o -> check());
        change.valueProperty().addListener(o -> check());
        reason.textProperty().addListener(o -> check());
        by.textProperty().addListener(o -> check());
    }

    private static <T> StringConverter<T> words(java.util.function.Function<T, String> words) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String said) {
                throw new UnsupportedOperationException("the list is closed");
            }
        };
    }

    /** The words of the closed lists in another language; what was chosen stays. */
    private void said() {
        filling = true;
        Change kind = change.getValue();
        String how = mode.getValue();
        change.setValue(null);
        change.setValue(kind);
        mode.setValue(null);
        mode.setValue(how);
        filling = false;
        if (data != null) {
            languages();
        }
    }

    private boolean following() {
        return data.adoptions().inForce().map(act -> act.sealed()).orElse(false);
    }

    /** Starts with a recommendation, and proposes a version; the day of another adoption is never proposed. */
    void start(RecommendationData now, UUID proposed) {
        data = now;
        I18n i18n = parts.i18n();
        filling = true;
        boolean follows = following();
        title.textProperty()
                .bind(i18n.text(follows ? "recommendation.adopt.title.again" : "recommendation.adopt.title"));
        go.textProperty().bind(i18n.text(follows ? "recommendation.adopt.go.again" : "recommendation.adopt.go"));
        changeField.setVisible(follows);
        changeField.setManaged(follows);
        change.setValue(follows ? Change.CORRIGENDUM : null);
        List<Row> offered = now.versions();
        version.setItems(FXCollections.observableArrayList(offered));
        day.day(follows ? null : meetingDay());
        String acronym = now.meeting() == null ? "" : now.meeting().text("acronym");
        place.setText(
                now.meeting() == null || follows
                        ? ""
                        : acronym.isBlank() ? now.meeting().textOr("name", parts.language()) : acronym);
        mode.setValue("");
        reason.clear();
        held.settled();
        String author = parts.kit().settings().get().author();
        by.setText(author);
        byField.setVisible(author.isBlank());
        byField.setManaged(author.isBlank());
        version.setValue(offered.stream()
                .filter(row -> row.id().equals(proposed))
                .findFirst()
                .orElse(offered.getLast()));
        filling = false;
        languages();
        version.requestFocus();
    }

    /** What the screen read anew; what was chosen stays. */
    void refresh(RecommendationData now) {
        data = now;
        UUID chosen = version.getValue() == null ? null : version.getValue().id();
        filling = true;
        version.setItems(FXCollections.observableArrayList(now.versions()));
        version.setValue(now.versions().stream()
                .filter(row -> row.id().equals(chosen))
                .findFirst()
                .orElse(null));
        filling = false;
        languages();
    }

    private LocalDate meetingDay() {
        return data.meeting() == null
                ? null
                : data.meeting()
                        .date("ends_on")
                        .or(() -> data.meeting().date("starts_on"))
                        .filter(last -> !last.isAfter(parts.today()))
                        .orElse(null);
    }

    private void languages() {
        if (filling) {
            return;
        }
        languages.getChildren().clear();
        boxes.clear();
        Row row = version.getValue();
        if (row != null) {
            String original = LanguageVersions.original(row);
            for (String code : row.texts("body").keySet()) {
                Language language = Language.ofCode(code);
                String name = language.nameIn(parts.i18n().language().get());
                CheckBox box = new CheckBox(
                        code.equals(original) ? parts.i18n().now("recommendation.adopt.original", name) : name);
                box.setId("adopt-" + code);
                boolean unworded = AdoptionCheck.unworded(row, code);
                // What corrects a text does so in the languages in which that was adopted.
                boolean held = data.adoptions()
                        .inForce()
                        .map(act -> !act.sealed() || act.texts().containsKey(code))
                        .orElse(true);
                box.setSelected(!unworded && held);
                box.selectedProperty().addListener(o -> check());
                boxes.put(code, box);
                languages.getChildren().add(box);
            }
        }
        check();
    }

    private Set<String> chosen() {
        Set<String> chosen = new LinkedHashSet<>();
        boxes.forEach((code, box) -> {
            if (box.isSelected()) {
                chosen.add(code);
            }
        });
        return chosen;
    }

    private void check() {
        if (filling || data == null) {
            return;
        }
        text();
        Row row = version.getValue();
        go.setDisable(true);
        if (row == null) {
            return;
        }
        Set<String> codes = chosen();
        LocalDate on = day.day().orElse(null);
        Row recommendation = data.row();
        LocalDate today = parts.today();
        checking.request(progress ->
                AdoptionCheck.obstacles(parts.recordKit().records(), recommendation, row, codes, on, today));
    }

    /** The very text that will be sealed. */
    private void text() {
        text.getChildren().clear();
        Row row = version.getValue();
        if (row == null) {
            return;
        }
        for (String code : chosen()) {
            Language language = Language.ofCode(code);
            Label name = new Label(language.nameIn(parts.i18n().language().get()));
            name.getStyleClass().addAll("muted", "small");
            Label words = MeetingRecommendations.wrapped(row.text("body", code).strip());
            words.setMaxWidth(Double.MAX_VALUE);
            words.getStyleClass().add("lang-" + code);
            words.setNodeOrientation(language.rtl() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
            text.getChildren().addAll(name, words);
        }
    }

    private void checked(List<Obstacle> found) {
        I18n i18n = parts.i18n();
        List<Node> lines = new ArrayList<>();
        boolean stops = false;
        boolean needs = following();
        for (Obstacle obstacle : found) {
            boolean yields = obstacle.type().yields();
            stops |= !yields;
            needs |= yields;
            lines.add(line(i18n.now(obstacle.message()), yields));
        }
        if (needs && reason.getText().isBlank()) {
            stops = true;
            lines.add(line(
                    i18n.now(following() ? "recommendation.obstacle.no_reason" : "recommendation.adopt.reason.needed"),
                    false));
        }
        if (by.getText().isBlank()) {
            stops = true;
            lines.add(line(i18n.now("recommendation.adopt.by.needed"), false));
        }
        obstacles.getChildren().setAll(lines);
        Access.name(obstacles, new SimpleStringProperty(i18n.now("recommendation.adopt.obstacles")));
        go.setDisable(stops);
    }

    private static Node line(String says, boolean yields) {
        Label label = MeetingRecommendations.wrapped(says, yields ? "adopt-doubt" : "adopt-stop");
        label.setGraphic(Icons.of(yields ? Material2OutlinedMZ.WARNING : Material2OutlinedAL.BLOCK, 16));
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private void go() {
        String author = by.getText().strip();
        if (parts.kit().settings().get().author().isBlank()) {
            parts.kit().settings().update(s -> s.withAuthor(author));
        }
        held.settled();
        seal.accept(new Adopting(
                version.getValue().id(),
                chosen(),
                day.day().orElse(null),
                following() || data.meeting() == null ? null : data.meeting().id(),
                place.getText(),
                mode.getValue(),
                following() ? change.getValue() : Change.ADOPTION,
                reason.getText(),
                author,
                parts.today()));
    }
}
