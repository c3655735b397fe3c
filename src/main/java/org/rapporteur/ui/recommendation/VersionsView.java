package org.rapporteur.ui.recommendation;

import static org.rapporteur.core.recommendation.RecommendationKinds.VERSION;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.recommendation.Seal;
import org.rapporteur.core.recommendation.Wordings;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Chip;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.Tone;
import org.rapporteur.ui.kit.record.RecordForm;

/** The successive wordings of a recommendation: one is shown and written in, any two are compared. */
final class VersionsView extends VBox {
    private final RecommendationParts parts;
    private final RecommendationActions actions;
    private final FlowPane pills = new FlowPane(6, 6);
    private final ToggleGroup group = new ToggleGroup();
    private final ToggleButton compare = new ToggleButton();
    private final RecordForm form;
    private final RecordForm reading;
    private final ComparePane comparePane;
    private final StackPane place = new StackPane();
    private final VBox none = new VBox(8);
    private final VBox sealed = new VBox();
    private RecommendationData data;
    private UUID shown;
    private UUID wanted;

    VersionsView(RecommendationParts parts, RecommendationActions actions) {
        super(12);
        this.parts = parts;
        this.actions = actions;
        I18n i18n = parts.i18n();
        form = new RecordForm(parts.recordKit(), VERSION)
                .fields("body", "label")
                .folded("recommendation.version.more", "made_on", "proposed_by", "note");
        reading = new RecordForm(parts.recordKit(), VERSION)
                .fields("body")
                .folded("recommendation.version.more", "label", "made_on", "proposed_by", "note")
                .readOnly();
        reading.getStyleClass().add("kept-wording");
        comparePane = new ComparePane(parts);
        compare.textProperty().bind(i18n.text("recommendation.compare"));
        compare.setGraphic(Icons.of(Material2OutlinedAL.COMPARE_ARROWS, 16));
        compare.setId("recommendation-compare");
        compare.selectedProperty().addListener((o, was, is) -> show());
        Button add = new Button(null, Icons.of(Material2OutlinedAL.ADD, 16));
        add.textProperty().bind(i18n.text("recommendation.version.add"));
        add.setId("recommendation-add-version");
        add.getStyleClass().add("flat");
        Access.tip(add, i18n.text("recommendation.version.add.help"));
        add.setDisable(!parts.writable());
        add.setOnAction(e -> actions.addVersion(data, this::select));
        HBox bar = new HBox(8, pills, compare, add);
        HBox.setHgrow(pills, Priority.ALWAYS);
        compare.setMinWidth(Region.USE_PREF_SIZE);
        add.setMinWidth(Region.USE_PREF_SIZE);
        bar.setAlignment(Pos.TOP_LEFT);
        none.getStyleClass().add("no-wording");
        getChildren().addAll(bar, sealed, place);
    }

    /** Shows a version when it is there. */
    void select(UUID version) {
        wanted = version;
        if (data != null) {
            show(data);
        }
    }

    void show(RecommendationData now) {
        data = now;
        List<Row> versions = now.versions();
        if (wanted != null && versions.stream().anyMatch(v -> v.id().equals(wanted))) {
            shown = wanted;
            wanted = null;
            compare.setSelected(false);
        } else if (shown == null || versions.stream().noneMatch(v -> v.id().equals(shown))) {
            shown = Wordings.current(now.row(), versions).map(Row::id).orElse(null);
        }
        pills.getChildren().clear();
        for (Row version : versions) {
            pills.getChildren().add(pill(version));
        }
        compare.setVisible(versions.size() > 1);
        compare.setManaged(versions.size() > 1);
        if (versions.size() < 2) {
            compare.setSelected(false);
        }
        seal();
        show();
    }

    private ToggleButton pill(Row version) {
        ToggleButton pill = new ToggleButton();
        String label = version.text("label");
        pill.setText(label.isBlank() ? parts.i18n().now("recommendation.version.unnamed") : label);
        pill.getStyleClass().add("version-pill");
        pill.setToggleGroup(group);
        pill.setMaxWidth(220);
        boolean frozen = version.id().equals(data.row().ref("frozen_version"));
        boolean writable = Wordings.writable(data.row(), data.versions(), version);
        if (frozen) {
            pill.setGraphic(Icons.of(Material2OutlinedAL.GAVEL, 14));
        } else if (!writable) {
            pill.setGraphic(Icons.of(Material2OutlinedAL.LOCK, 14));
        }
        String when = version.date("made_on")
                .map(day -> parts.kit().formats().date(day))
                .orElse("");
        String says = parts.i18n()
                .now(
                        frozen
                                ? "recommendation.version.says.adopted"
                                : writable
                                        ? "recommendation.version.says.writable"
                                        : "recommendation.version.says.kept",
                        pill.getText(),
                        when);
        Access.nameAndTip(pill, new SimpleStringProperty(says));
        pill.setSelected(version.id().equals(shown));
        pill.setOnAction(e -> {
            pill.setSelected(true);
            shown = version.id();
            compare.setSelected(false);
            show();
        });
        return pill;
    }

    private void show() {
        if (data == null) {
            return;
        }
        Optional<Row> version =
                data.versions().stream().filter(v -> v.id().equals(shown)).findFirst();
        if (version.isEmpty()) {
            none();
            place.getChildren().setAll(none);
        } else if (compare.isSelected()) {
            form.commit();
            comparePane.versions(data.versions());
            place.getChildren().setAll(comparePane);
        } else {
            boolean writable = Wordings.writable(data.row(), data.versions(), version.get());
            RecordForm now = writable ? form : reading;
            (writable ? reading : form).show(null);
            now.show(version.get().id());
            place.getChildren().setAll(now);
        }
    }

    /** A recommendation without wording says so; nothing is made up. */
    private void none() {
        boolean notInSource = data.row().text("status").equals("not_in_source");
        Label says = new Label(
                parts.i18n().now(notInSource ? "recommendation.notinsource.here" : "recommendation.version.none"));
        says.setWrapText(true);
        says.setMinHeight(Region.USE_PREF_SIZE);
        says.getStyleClass().add("strong");
        none.getChildren().setAll(says);
        String note = data.row().text("notes");
        if (notInSource && !note.isBlank()) {
            Label why = new Label(note);
            why.setWrapText(true);
            why.setMinHeight(Region.USE_PREF_SIZE);
            why.getStyleClass().add("muted");
            none.getChildren().add(why);
        }
    }

    private void seal() {
        sealed.getChildren().clear();
        Node banner = banner();
        if (banner != null) {
            sealed.getChildren().add(banner);
        }
    }

    private Node banner() {
        I18n i18n = parts.i18n();
        boolean adopted = data.row().text("status").equals("adopted");
        if (data.seal() == Seal.NONE) {
            if (!adopted || data.versions().isEmpty() || !parts.writable()) {
                return null;
            }
            Label says = words("recommendation.seal.none");
            Button freeze = new Button();
            freeze.textProperty().bind(i18n.text("recommendation.command.freeze"));
            freeze.setId("recommendation-freeze");
            freeze.setMinWidth(Region.USE_PREF_SIZE);
            freeze.setOnAction(e -> actions.adopt(data, shown));
            return banner(Tone.INFO, says, freeze);
        }
        String date = data.row()
                .date("adopted_on")
                .map(day -> parts.kit().formats().date(day))
                .orElse(i18n.now("recommendation.seal.nodate"));
        String label = data.versions().stream()
                .filter(v -> v.id().equals(data.row().ref("frozen_version")))
                .map(v -> v.text("label"))
                .findFirst()
                .orElse("");
        String hash = data.row().text("frozen_hash");
        Tone tone =
                switch (data.seal()) {
                    case UNALTERED -> Tone.SUCCESS;
                    default -> Tone.DANGER;
                };
        Chip chip = new Chip(
                tone, i18n.text("recommendation.seal." + data.seal().name().toLowerCase(java.util.Locale.ROOT)));
        chip.setMinWidth(Region.USE_PREF_SIZE);
        Label says = new Label(i18n.now("recommendation.seal.text", date, label));
        says.setWrapText(true);
        says.setMinHeight(Region.USE_PREF_SIZE);
        Label sum = new Label(i18n.now("recommendation.seal.hash", hash.substring(0, Math.min(16, hash.length()))));
        sum.getStyleClass().addAll("muted", "small");
        Access.tip(sum, new SimpleStringProperty(hash));
        Button copy = new Button(null, Icons.of(Material2OutlinedAL.CONTENT_COPY, 14));
        copy.getStyleClass().addAll("flat", "button-icon", "small");
        Access.nameAndTip(copy, i18n.text("recommendation.seal.copy"));
        copy.setOnAction(e -> parts.kit().dialogs().copy(hash));
        HBox second = new HBox(4, sum, copy);
        second.setAlignment(Pos.CENTER_LEFT);
        VBox words = new VBox(says, second);
        HBox.setHgrow(words, Priority.ALWAYS);
        return banner(tone == Tone.SUCCESS ? null : tone, words, chip);
    }

    private Label words(String key) {
        Label says = new Label();
        says.textProperty().bind(parts.i18n().text(key));
        says.setWrapText(true);
        says.setMinHeight(Region.USE_PREF_SIZE);
        says.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(says, Priority.ALWAYS);
        return says;
    }

    private static HBox banner(Tone tone, Node... nodes) {
        HBox banner = new HBox(12, nodes);
        banner.setAlignment(Pos.CENTER_LEFT);
        banner.getStyleClass().add("banner");
        if (tone != null) {
            banner.getStyleClass().add(tone.styleClass());
        } else {
            banner.getChildren().addFirst(Icons.of(Material2OutlinedMZ.VERIFIED_USER, 20));
        }
        return banner;
    }

    void commit() {
        form.commit();
    }

    /** Key of the version that is shown; null for none. */
    UUID shown() {
        return shown;
    }
}
