package org.rapporteur.ui.recommendation;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.recommendation.AdoptionAct;
import org.rapporteur.core.recommendation.Adoptions;
import org.rapporteur.core.recommendation.RecommendationSteps.Translating;
import org.rapporteur.core.text.Language;
import org.rapporteur.ui.kit.Fields;
import org.rapporteur.ui.kit.Fx;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.record.DayField;
import org.rapporteur.ui.kit.record.HeldText;

/** Asks for a translation that is added to an adopted text: into which language, made on which day, and its words. */
final class TranslatePane extends VBox {
    private final RecommendationParts parts;
    private final Adoptions adoptions;
    private final ComboBox<String> language = new ComboBox<>();
    private final DayField day;
    private final TextArea text = Fields.text();
    private final TextField by = new TextField();
    private final Label stops = MeetingRecommendations.wrapped("", "adopt-stop");
    private final Button go = new Button();
    private final HeldText held;

    /**
     * @param lacking codes of the languages in which the text was not adopted
     */
    TranslatePane(
            RecommendationParts parts,
            Adoptions adoptions,
            List<String> lacking,
            Consumer<Translating> add,
            Runnable cancel) {
        super(12);
        this.parts = parts;
        this.adoptions = adoptions;
        I18n i18n = parts.i18n();
        getStyleClass().add("adopt-pane");
        setId("translate-pane");
        day = new DayField(parts.kit(), parts.recordKit().clock());
        day.setId("translate-day");
        day.day(parts.today());
        language.setId("translate-language");
        language.setConverter(new StringConverter<>() {
            @Override
            public String toString(String code) {
                return code == null
                        ? ""
                        : Language.ofCode(code).nameIn(i18n.language().get());
            }

            @Override
            public String fromString(String said) {
                throw new UnsupportedOperationException("the list is closed");
            }
        });
        language.setItems(FXCollections.observableArrayList(lacking));
        text.setId("translate-text");
        held = HeldText.watch(parts.recordKit(), text, this);
        text.setWrapText(true);
        text.setPrefRowCount(6);
        by.setId("translate-by");
        String author = parts.kit().settings().get().author();
        by.setText(author);
        Label title = new Label();
        title.textProperty().bind(i18n.text("recommendation.translate.title"));
        title.getStyleClass().add("h3");
        title.setWrapText(true);
        Label help = MeetingRecommendations.wrapped(i18n.now("recommendation.translate.help"), "muted");
        go.setId("translate-add");
        go.textProperty().bind(i18n.text("recommendation.translate.go"));
        go.setGraphic(Icons.of(Material2OutlinedMZ.TRANSLATE, 16));
        go.getStyleClass().add("accent");
        go.setOnAction(e -> {
            if (author.isBlank()) {
                parts.kit().settings().update(s -> s.withAuthor(by.getText().strip()));
            }
            held.settled();
            add.accept(new Translating(
                    language.getValue(),
                    text.getText(),
                    day.day().orElse(null),
                    by.getText().strip(),
                    parts.today()));
        });
        Button back = new Button();
        back.setId("translate-cancel");
        back.textProperty().bind(i18n.text("kit.cancel"));
        back.setCancelButton(true);
        back.setOnAction(e -> {
            held.settled();
            cancel.run();
        });
        VBox byField =
                Fields.field(i18n.text("recommendation.adopt.by"), by, i18n.text("recommendation.adopt.by.help"));
        byField.setVisible(author.isBlank());
        byField.setManaged(author.isBlank());
        FlowPane what = new FlowPane(16, 12);
        what.getChildren()
                .addAll(
                        Fields.field(i18n.text("recommendation.translate.language"), language, null),
                        Fields.field(i18n.text("recommendation.translate.day"), day, null));
        HBox buttons = new HBox(8, go, back);
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        title,
                        help,
                        what,
                        Fields.field(i18n.text("recommendation.translate.text"), text, null),
                        stops,
                        byField,
                        buttons);
        language.valueProperty().addListener(o -> start());
        text.textProperty().addListener(o -> check());
        by.textProperty().addListener(o -> check());
        day.dayProperty().addListener(o -> check());
        language.setValue(lacking.contains(parts.language()) ? parts.language() : lacking.getFirst());
        Fx.later(text::requestFocus);
    }

    /** What the version has in the language already is proposed. */
    private void start() {
        Language now = Language.ofCode(language.getValue());
        String there = adoptions
                .current()
                .map((Row row) -> row.text("body", now.code()))
                .orElse("");
        text.setNodeOrientation(now.rtl() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        text.setText(there);
        held.settled();
        check();
    }

    private void check() {
        boolean early = day.day().isPresent()
                && adoptions
                        .inForce()
                        .map(AdoptionAct::day)
                        .map(adopted -> day.day().get().isBefore(adopted))
                        .orElse(false);
        boolean future = day.day().map(on -> on.isAfter(parts.today())).orElse(false);
        String key = text.getText().isBlank()
                ? "recommendation.translate.blank"
                : day.day().isEmpty()
                        ? "recommendation.obstacle.no_day"
                        : future
                                ? "recommendation.obstacle.future"
                                : early
                                        ? "recommendation.problem.translation.early"
                                        : by.getText().isBlank() ? "recommendation.adopt.by.needed" : "";
        stops.setText(key.isEmpty() ? "" : parts.i18n().now(key));
        stops.setVisible(!key.isEmpty());
        stops.setManaged(!key.isEmpty());
        go.setDisable(!key.isEmpty());
    }
}
