package org.rapporteur.ui.recommendation;

import static org.rapporteur.core.recommendation.RecommendationKinds.VERSION;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
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
import org.rapporteur.core.recommendation.AdoptionAct;
import org.rapporteur.core.recommendation.Adoptions;
import org.rapporteur.core.recommendation.LanguageVersions;
import org.rapporteur.core.recommendation.Seal;
import org.rapporteur.core.recommendation.Wordings;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.PlainText;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Chip;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.Tone;
import org.rapporteur.ui.kit.record.HeldText;
import org.rapporteur.ui.kit.record.RecordForm;

/** The successive wordings of a recommendation: one is shown and written in, any two are compared. */
final class VersionsView extends VBox {
    private static final int LONGEST = 400;

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
    private final VBox sealed = new VBox(8);
    private final VBox older = new VBox(4);
    private final Button remove = new Button(null, Icons.of(Material2OutlinedAL.DELETE, 16));
    private final AdoptPane adoptPane;
    private RecommendationData data;
    private UUID shown;
    private UUID wanted;
    private boolean toWrite;
    private boolean adopting;
    private boolean revoking;
    private boolean translating;
    /** The record of adoption that the seal, a translation or a reason on the screen is about. */
    private UUID typedAbout;

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
        add.setOnAction(e -> actions.addVersion(data, this::write));
        remove.setId("recommendation-remove-version");
        remove.getStyleClass().addAll("flat", "button-icon");
        Access.nameAndTip(remove, i18n.text("recommendation.version.remove"));
        remove.setOnAction(e -> remove());
        adoptPane = new AdoptPane(parts, what -> actions.adopt(data, what, this::close), this::close);
        HBox bar = new HBox(8, pills, compare, remove, add);
        HBox.setHgrow(pills, Priority.ALWAYS);
        compare.setMinWidth(Region.USE_PREF_SIZE);
        add.setMinWidth(Region.USE_PREF_SIZE);
        bar.setAlignment(Pos.TOP_LEFT);
        none.getStyleClass().add("no-wording");
        getChildren().addAll(bar, sealed, place, older);
    }

    /** Shows a version when it is there, with the keyboard in its text. */
    void write(UUID version) {
        toWrite = true;
        select(version);
    }

    /** Shows the version of a record of adoption. */
    void selectOf(UUID act) {
        if (data != null) {
            data.adoptions().acts().stream()
                    .filter(one -> one.id().equals(act) && one.version() != null)
                    .findFirst()
                    .ifPresent(one -> select(one.version()));
        }
    }

    /** Asks what is adopted, beginning with the version that is looked at. */
    void adopt() {
        form.commit();
        adopting = true;
        compare.setSelected(false);
        place.getChildren().setAll(adoptPane);
        adoptPane.start(data, proposed());
        older();
    }

    /** The version looked at, or the last one if that was adopted already. */
    private UUID proposed() {
        boolean done = shown != null
                && data.adoptions().sealed(shown)
                && !data.adoptions().after().isEmpty();
        return shown == null || done ? data.versions().getLast().id() : shown;
    }

    private void close() {
        adopting = false;
        show();
    }

    private void remove() {
        data.versions().stream().filter(v -> v.id().equals(shown)).findFirst().ifPresent(row -> {
            form.commit();
            shown = null;
            parts.recordKit().edits().delete(List.of(row));
        });
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
            adopting = false;
            compare.setSelected(false);
        } else if (shown == null || versions.stream().noneMatch(v -> v.id().equals(shown))) {
            shown = now.adoptions()
                    .current()
                    .map(Row::id)
                    .filter(id -> versions.stream().anyMatch(v -> v.id().equals(id)))
                    .orElse(versions.isEmpty() ? null : versions.getLast().id());
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
        // What is typed about the text that holds stays while other things change.
        boolean typing = (translating || revoking)
                && Objects.equals(typedAbout, inForce())
                && !sealed.getChildren().isEmpty();
        if (!typing) {
            seal();
        }
        show();
    }

    private ToggleButton pill(Row version) {
        ToggleButton pill = new ToggleButton();
        String label = version.text("label");
        pill.setText(label.isBlank() ? parts.i18n().now("recommendation.version.unnamed") : label);
        pill.getStyleClass().add("version-pill");
        pill.setToggleGroup(group);
        pill.setMaxWidth(220);
        boolean frozen = data.adoptions().sealed(version.id());
        boolean writable = Wordings.writable(data.adoptions(), version);
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
            adopting = false;
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
        older();
        boolean writing = version.isPresent() && Wordings.writable(data.adoptions(), version.get());
        remove.setVisible(writing && parts.writable() && !adopting && !compare.isSelected());
        remove.setManaged(remove.isVisible());
        if (adopting && !data.versions().isEmpty()) {
            place.getChildren().setAll(adoptPane);
            adoptPane.refresh(data);
        } else if (version.isEmpty()) {
            none();
            place.getChildren().setAll(none);
        } else if (compare.isSelected()) {
            form.commit();
            workedIn().ifPresent(comparePane::language);
            comparePane.versions(data.versions());
            place.getChildren().setAll(comparePane);
        } else {
            RecordForm now = writing ? form : reading;
            (writing ? reading : form).show(null);
            now.show(version.get().id());
            place.getChildren().setAll(now);
            if (toWrite && writing) {
                toWrite = false;
                form.focusField("body");
            }
        }
    }

    /** Which languages of the version that is looked at follow an earlier wording of its original. */
    private void older() {
        older.getChildren().clear();
        Optional<Row> version =
                data.versions().stream().filter(v -> v.id().equals(shown)).findFirst();
        if (version.isEmpty() || adopting) {
            return;
        }
        List<LanguageVersions.Older> found = LanguageVersions.older(version.get(), data.versions());
        if (found.isEmpty()) {
            return;
        }
        boolean writable = parts.writable() && Wordings.writable(data.adoptions(), version.get());
        Language reader = parts.i18n().language().get();
        VBox lines = new VBox(4);
        HBox.setHgrow(lines, Priority.ALWAYS);
        for (LanguageVersions.Older one : found) {
            String name = Language.ofCode(one.language()).nameIn(reader);
            String original = Language.ofCode(one.original()).nameIn(reader);
            Label says = MeetingRecommendations.wrapped(one.madeFrom()
                    .map(from -> parts.i18n().now("recommendation.older.from", name, original, from.text("label")))
                    .orElseGet(() -> parts.i18n().now("recommendation.older", name, original)));
            says.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(says, Priority.ALWAYS);
            HBox line = new HBox(8, says);
            line.setAlignment(Pos.CENTER_LEFT);
            if (writable) {
                Button same = small("recommendation.older.same", "older-same-" + one.language());
                same.setOnAction(e -> actions.upToDate(data, version.get().id(), one.language()));
                line.getChildren().add(same);
            }
            lines.getChildren().add(line);
        }
        HBox banner = banner(Tone.WARNING, lines);
        banner.getChildren().addFirst(Icons.of(Material2OutlinedMZ.TRANSLATE, 18));
        older.getChildren().add(banner);
    }

    /** The language in which the version is looked at or written. */
    private Optional<Language> workedIn() {
        return place.lookupAll(".language-pill").stream()
                .filter(pill -> pill instanceof ToggleButton button && button.isSelected())
                .map(pill -> ((ToggleButton) pill).getText().toLowerCase(java.util.Locale.ROOT))
                .findFirst()
                .flatMap(Language::of);
    }

    /** A recommendation without wording says so; nothing is made up. */
    private void none() {
        boolean notInSource = data.status().equals("not_in_source");
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

    private UUID inForce() {
        return data.adoptions().inForce().map(AdoptionAct::id).orElse(null);
    }

    private void seal() {
        typedAbout = inForce();
        sealed.getChildren().clear();
        Adoptions adoptions = data.adoptions();
        switch (adoptions.seal()) {
            case NONE -> {
                // Nothing to say yet.
            }
            case CONTESTED -> contested(adoptions);
            case UNSEALED -> {
                Label says = words("recommendation.seal.none");
                HBox banner = banner(Tone.INFO, says);
                if (parts.writable() && !data.versions().isEmpty()) {
                    Button freeze = new Button();
                    freeze.textProperty().bind(parts.i18n().text("recommendation.command.freeze"));
                    freeze.setId("recommendation-freeze");
                    freeze.setMinWidth(Region.USE_PREF_SIZE);
                    freeze.setOnAction(e -> adopt());
                    banner.getChildren().add(freeze);
                }
                sealed.getChildren().add(banner);
            }
            default -> adoptions.inForce().ifPresent(act -> adopted(adoptions, act));
        }
    }

    private String day(AdoptionAct act) {
        return act.day() == null
                ? parts.i18n().now("recommendation.seal.nodate")
                : parts.kit().formats().date(act.day());
    }

    private void adopted(Adoptions adoptions, AdoptionAct act) {
        I18n i18n = parts.i18n();
        Seal seal = adoptions.seal();
        Tone tone = seal == Seal.UNALTERED ? Tone.SUCCESS : Tone.DANGER;
        Chip chip =
                new Chip(tone, i18n.text("recommendation.seal." + seal.name().toLowerCase(java.util.Locale.ROOT)));
        chip.setId("recommendation-seal");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        AdoptionAct first = adoptions.first().orElse(act);
        VBox words = new VBox(4);
        words.getChildren()
                .add(MeetingRecommendations.wrapped(
                        first.place().isBlank()
                                ? i18n.now("recommendation.seal.text", day(first), first.label())
                                : i18n.now("recommendation.seal.at", day(first), first.label(), first.place())));
        for (AdoptionAct correction : adoptions.corrections()) {
            words.getChildren()
                    .add(MeetingRecommendations.wrapped(i18n.now(
                            correction.change() == AdoptionAct.Change.REVISION
                                    ? "recommendation.seal.revision"
                                    : "recommendation.seal.corrigendum",
                            day(correction),
                            correction.label(),
                            correction.reason())));
        }
        if (seal != Seal.UNALTERED) {
            words.getChildren()
                    .add(MeetingRecommendations.wrapped(
                            i18n.now(act.intact() ? "recommendation.seal.kept" : "recommendation.seal.lost")));
        }
        adoptions
                .otherNumber()
                .ifPresent(number -> words.getChildren()
                        .add(MeetingRecommendations.wrapped(
                                i18n.now(
                                        "recommendation.seal.number",
                                        number,
                                        data.row().text("number").strip()),
                                "adopt-doubt")));
        for (AdoptionAct translation : adoptions.translations()) {
            words.getChildren()
                    .add(MeetingRecommendations.wrapped(i18n.now(
                            "recommendation.seal.translation",
                            name(translation.languages().getFirst()),
                            day(translation),
                            translation.by())));
        }
        for (String code : adoptions.translationsThatDiffer()) {
            words.getChildren()
                    .add(MeetingRecommendations.wrapped(
                            i18n.now("recommendation.seal.translations.differ", name(code)), "adopt-doubt"));
        }
        String languages = act.languages().stream()
                .map(this::name)
                .collect(java.util.stream.Collectors.joining(i18n.now("records.list.separator")));
        Label sum = new Label(i18n.now(
                "recommendation.seal.hash",
                act.hash().substring(0, Math.min(16, act.hash().length())),
                languages));
        sum.getStyleClass().addAll("muted", "small");
        Access.tip(sum, new SimpleStringProperty(act.hash()));
        Button copy = new Button(null, Icons.of(Material2OutlinedAL.CONTENT_COPY, 14));
        copy.getStyleClass().addAll("flat", "button-icon", "small");
        Access.nameAndTip(copy, i18n.text("recommendation.seal.copy"));
        copy.setOnAction(e -> parts.kit().dialogs().copy(act.hash()));
        HBox second = new HBox(4, sum, copy);
        second.setAlignment(Pos.CENTER_LEFT);
        words.getChildren().add(second);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox banner = banner(tone == Tone.SUCCESS ? null : tone, words, chip);
        sealed.getChildren().add(banner);
        if (!parts.writable()) {
            return;
        }
        FlowPane below = new FlowPane(8, 4);
        if (act.intact() && seal != Seal.UNALTERED) {
            Button back = small("recommendation.command.putback", "recommendation-putback");
            back.setOnAction(e -> actions.putBack(data, act));
            below.getChildren().add(back);
        }
        List<String> lacking = org.rapporteur.core.change.Field.LANGUAGES.stream()
                .filter(code -> !act.texts().containsKey(code))
                .toList();
        if (translating && !lacking.isEmpty()) {
            sealed.getChildren()
                    .add(new TranslatePane(
                            parts,
                            adoptions,
                            lacking,
                            what -> {
                                translating = false;
                                actions.translate(data, what);
                            },
                            () -> {
                                translating = false;
                                seal();
                                focusOn("recommendation-translate");
                            }));
            return;
        }
        if (!lacking.isEmpty()) {
            Button translate = small("recommendation.command.translate", "recommendation-translate");
            translate.setGraphic(Icons.of(Material2OutlinedMZ.TRANSLATE, 16));
            translate.setOnAction(e -> {
                translating = true;
                revoking = false;
                seal();
            });
            below.getChildren().add(translate);
        }
        if (revoking) {
            TextField reason = new TextField();
            reason.setId("revoke-reason");
            reason.setPrefColumnCount(28);
            reason.promptTextProperty().bind(i18n.text("recommendation.revoke.reason"));
            Access.name(reason, i18n.text("recommendation.revoke.reason"));
            HeldText held = HeldText.watch(parts.recordKit(), reason, below);
            Button go = small("recommendation.command.revoke", "revoke-go");
            go.disableProperty()
                    .bind(javafx.beans.binding.Bindings.createBooleanBinding(
                            () -> reason.getText().isBlank(), reason.textProperty()));
            go.setOnAction(e -> {
                revoking = false;
                held.settled();
                actions.revoke(data, reason.getText());
            });
            Button leave = small("kit.cancel", "revoke-cancel");
            leave.setOnAction(e -> {
                revoking = false;
                held.settled();
                seal();
            });
            below.getChildren().addAll(reason, go, leave);
            org.rapporteur.ui.kit.Fx.later(reason::requestFocus);
        } else {
            Button revoke = small("recommendation.command.revoke.ask", "recommendation-revoke");
            revoke.setOnAction(e -> {
                revoking = true;
                seal();
            });
            below.getChildren().add(revoke);
        }
        sealed.getChildren().add(below);
    }

    private String name(String code) {
        return Language.ofCode(code).nameIn(parts.i18n().language().get());
    }

    private Button small(String key, String id) {
        Button button = new Button();
        button.textProperty().bind(parts.i18n().text(key));
        button.setId(id);
        button.getStyleClass().addAll("flat", "small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /** Two adoptions that differ, each with its text; one of them is chosen. */
    private void contested(Adoptions adoptions) {
        I18n i18n = parts.i18n();
        Label says = words("recommendation.contested");
        sealed.getChildren().add(banner(Tone.DANGER, says));
        for (AdoptionAct act : adoptions.heads()) {
            VBox words = new VBox(4);
            boolean revoked = act.change() == AdoptionAct.Change.REVOCATION;
            String by = act.by().isBlank() ? i18n.now("records.history.somebody") : act.by();
            words.getChildren()
                    .add(MeetingRecommendations.wrapped(
                            revoked
                                    ? i18n.now("recommendation.contested.revoked", day(act), by)
                                    : i18n.now("recommendation.contested.one", day(act), act.label(), act.place(), by),
                            "strong"));
            String text = revoked
                    ? act.reason()
                    : PlainText.shorten(
                            PlainText.line(adoptions.wording(act).textOr("body", parts.language())), LONGEST);
            words.getChildren().add(MeetingRecommendations.wrapped(text));
            HBox.setHgrow(words, Priority.ALWAYS);
            HBox card = new HBox(12, words);
            card.getStyleClass().add("part-entry");
            if (parts.writable()) {
                Button choose = new Button();
                choose.textProperty().bind(i18n.text("recommendation.contested.choose"));
                choose.setId("decide-" + act.id());
                choose.getStyleClass().add("decide");
                choose.setMinWidth(Region.USE_PREF_SIZE);
                choose.setOnAction(e -> actions.decide(data, act.id()));
                card.getChildren().add(choose);
            }
            sealed.getChildren().add(card);
        }
    }

    private void focusOn(String id) {
        Node node = sealed.lookup("#" + id);
        if (node != null) {
            node.requestFocus();
        }
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
}
