package org.rapporteur.ui.recommendation;

import static org.rapporteur.core.recommendation.RecommendationKinds.EVIDENCE;
import static org.rapporteur.core.recommendation.RecommendationKinds.RECOMMENDATION;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.core.recommendation.Chain;
import org.rapporteur.core.recommendation.Chain.Link;
import org.rapporteur.core.survey.Permission;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.PlainText;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.BlockButton;
import org.rapporteur.ui.kit.Chip;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.Tone;
import org.rapporteur.ui.shell.Place;

/** What a recommendation rests on and refers to, each link one click away, and what refers to it. */
final class ChainView extends VBox {
    private static final int FIRST = 5;
    private static final int LONGEST = 180;
    private static final String DRAFTED = "draft sha256";

    private final RecommendationParts parts;
    private final LinkAdder adder;
    private final VBox body = new VBox(16);
    private final LatestTask<Chain> loading;
    private UUID recommendation;
    private boolean allAnswers;
    private Chain chain;

    ChainView(RecommendationParts parts) {
        super(12);
        this.parts = parts;
        this.adder = new LinkAdder(parts);
        this.loading = new LatestTask<>(parts.kit().tasks(), this::fill);
        getStyleClass().add("chain");
        Label title = new Label();
        title.textProperty().bind(parts.i18n().text("recommendation.chain"));
        title.getStyleClass().add("h3");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox head = new HBox(8, title, adder.button());
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, adder, body);
        // Answers and codings are left out: a survey being coded would compute the figures anew with every mark.
        parts.recordKit()
                .follow(
                        this,
                        Set.of(
                                EVIDENCE,
                                RECOMMENDATION,
                                SurveyKinds.CODE,
                                SurveyKinds.SURVEY,
                                MeetingKinds.AGENDA_ITEM,
                                PartyKinds.REFERENCE_ITEM),
                        commit -> load());
    }

    void show(UUID id) {
        recommendation = id;
        adder.show(id);
        load();
    }

    private void load() {
        if (recommendation != null) {
            UUID wanted = recommendation;
            loading.request(progress -> parts.chain().read(wanted));
        }
    }

    private void fill(Chain now) {
        chain = now;
        List<Node> sections = new ArrayList<>();
        section(sections, "recommendation.chain.themes", now.of("theme"));
        answers(sections, now.of("answer"));
        section(sections, "recommendation.chain.objectives", now.of("objective", "indirect"));
        section(sections, "recommendation.chain.agenda", now.of("agenda_item"));
        section(sections, "recommendation.chain.others", now.of("repeats", "merges", "supersedes"));
        if (!now.incoming().isEmpty()) {
            List<Node> nodes = now.incoming().stream().map(this::incoming).toList();
            sections.add(section("recommendation.chain.incoming", nodes));
        }
        if (sections.isEmpty()) {
            Label none = new Label();
            none.textProperty().bind(parts.i18n().text("recommendation.chain.none"));
            none.setWrapText(true);
            none.setMinHeight(Region.USE_PREF_SIZE);
            none.getStyleClass().add("muted");
            sections.add(none);
        }
        body.getChildren().setAll(sections);
    }

    private void section(List<Node> sections, String key, List<Link> links) {
        if (!links.isEmpty()) {
            sections.add(section(key, links.stream().map(this::node).toList()));
        }
    }

    private void answers(List<Node> sections, List<Link> links) {
        if (links.isEmpty()) {
            return;
        }
        List<Node> nodes = new ArrayList<>();
        links.stream().limit(allAnswers ? links.size() : FIRST).map(this::node).forEach(nodes::add);
        if (links.size() > FIRST && !allAnswers) {
            Button more = new Button();
            more.textProperty().bind(parts.i18n().text("recommendation.chain.more", links.size() - FIRST));
            more.getStyleClass().addAll("flat", "small", "accent");
            more.setOnAction(e -> {
                allAnswers = true;
                fill(chain);
            });
            nodes.add(more);
        }
        Label title = title();
        title.textProperty().bind(parts.i18n().text("recommendation.chain.answers", links.size()));
        VBox box = new VBox(4, title);
        box.getChildren().addAll(nodes);
        sections.add(box);
    }

    private Node section(String key, List<Node> nodes) {
        Label title = title();
        title.textProperty().bind(parts.i18n().text(key));
        VBox box = new VBox(4, title);
        box.getChildren().addAll(nodes);
        return box;
    }

    private static Label title() {
        Label title = new Label();
        title.getStyleClass().addAll("chain-title", "muted", "small");
        return title;
    }

    private Node node(Link link) {
        I18n i18n = parts.i18n();
        if (link.target().isEmpty()) {
            return card(link, Material2OutlinedAL.LINK_OFF, i18n.now("recommendation.chain.gone"), "", null, null);
        }
        Row target = link.target().get();
        return switch (link.relation()) {
            case "theme" ->
                card(
                        link,
                        Material2OutlinedAL.LABEL,
                        target.textOr("name", parts.language()),
                        reach(link),
                        null,
                        link.survey() == null
                                ? null
                                : Place.of("surveys")
                                        .then(link.survey().toString(), "")
                                        .thenKey("convergence", "survey.tab.convergence"));
            case "answer" -> answer(link, target);
            case "objective", "indirect" ->
                card(
                        link,
                        Material2OutlinedAL.FLAG,
                        i18n.now("recommendation.name", target.text("code"), objective(target)),
                        "",
                        link.relation().equals("indirect")
                                ? new Chip(Tone.NEUTRAL, i18n.text("recommendation.chain.indirect"))
                                : null,
                        Place.of("participants")
                                .thenKey("reference_item", "kind.reference_item.plural")
                                .then(target.id().toString(), target.text("code")));
            case "agenda_item" ->
                card(
                        link,
                        Material2OutlinedMZ.VIEW_AGENDA,
                        target.title(parts.language()),
                        "",
                        null,
                        link.meeting() == null
                                ? null
                                : Place.of("meetings")
                                        .then(link.meeting().toString(), "")
                                        .thenKey("agenda", "meeting.tab.agenda")
                                        .then(target.id().toString(), target.text("number")));
            default ->
                card(
                        link,
                        Material2OutlinedAL.GAVEL,
                        parts.name(target, null),
                        "",
                        relation(link),
                        parts.place(target.id(), parts.name(target, null)));
        };
    }

    /** How many raised a theme, of how many, where; today's figures. */
    private String reach(Link link) {
        Chain.Reach reach = link.reach();
        return reach == null
                ? parts.i18n().now("recommendation.chain.nofigures")
                : parts.i18n()
                        .now(
                                reach.regions() < 2
                                        ? "recommendation.chain.reach.plain"
                                        : reach.apart()
                                                ? "recommendation.chain.reach.apart"
                                                : "recommendation.chain.reach",
                                reach.raisedBy(),
                                reach.respondents(),
                                reach.reached(),
                                reach.regions());
    }

    private Chip relation(Link link) {
        String words = parts.recordKit().words().value(EVIDENCE, EVIDENCE.field("relation"), link.relation());
        return new Chip(Tone.INFO, Material2OutlinedAL.LINK, new javafx.beans.property.SimpleStringProperty(words));
    }

    private String objective(Row target) {
        String brief = target.text("short_name", parts.language());
        return brief.isBlank() ? target.textOr("name", parts.language()) : brief;
    }

    private Node answer(Link link, Row target) {
        I18n i18n = parts.i18n();
        Permission permission = link.from().permission();
        String who = link.from().question().isEmpty()
                ? link.from().respondent()
                : i18n.now(
                        "recommendation.chain.from",
                        link.from().respondent(),
                        link.from().question());
        String words = PlainText.shorten(PlainText.line(target.text("body")), LONGEST);
        Place place = link.survey() == null
                ? null
                : Place.of("surveys")
                        .then(link.survey().toString(), "")
                        .thenKey("reading", "survey.tab.reading")
                        .then(target.id().toString(), "");
        Chip chip = permission == Permission.QUOTE
                ? null
                : new Chip(Tone.WARNING, i18n.text("recommendation.chain.permission." + permission.code()));
        return card(link, Material2OutlinedAL.FORMAT_QUOTE, who, words, chip, place);
    }

    private Node incoming(Link link) {
        Row from = link.target().orElseThrow();
        String name = parts.name(from, null);
        return card(link, Material2OutlinedAL.GAVEL, name, "", relation(link), parts.place(from.id(), name));
    }

    /** One link: a button that leads there, and beside it a small one that takes the link away. */
    private Node card(Link link, Ikon icon, String title, String detail, Chip chip, Place place) {
        Label name = new Label(title.isBlank() ? parts.i18n().now("recommendation.part.unnamed") : title);
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        name.setMinWidth(60);
        VBox words = new VBox(2, name);
        HBox.setHgrow(words, Priority.ALWAYS);
        add(
                words,
                detail,
                Language.of(link.target().map(ChainView::languageOf).orElse("")).orElse(null));
        // Drafting notes the figures of its day; today's stand above.
        if (!link.evidence().text("source").startsWith(DRAFTED)) {
            add(words, link.evidence().text("note"), null);
        }
        String source = link.evidence().text("source");
        // The drafting of recommendations keeps its own mark there, which says nothing to a person.
        if (!source.isBlank() && !source.startsWith(DRAFTED)) {
            add(words, parts.i18n().now("recommendation.chain.source", source), null);
        }
        if (chip != null) {
            chip.setMinWidth(Region.USE_PREF_SIZE);
            words.getChildren().add(chip);
        }
        HBox content = new HBox(8, Icons.of(icon, 18), words);
        BlockButton open = new BlockButton(content);
        open.getStyleClass().add("chain-link");
        open.setAccessibleText(detail.isBlank() ? name.getText() : name.getText() + ". " + detail);
        open.setDisable(place == null);
        open.setOnAction(e -> parts.navigator().open(place));
        StackPane row = new StackPane(open);
        if (link.evidence().ref("recommendation").equals(recommendation) && parts.writable()) {
            Button remove = new Button(null, Icons.of(Material2OutlinedAL.CLOSE, 14));
            remove.getStyleClass().addAll("flat", "button-icon", "small", "chain-remove");
            Access.nameAndTip(remove, parts.i18n().text("recommendation.chain.remove"));
            remove.setOnAction(e -> parts.recordKit().edits().delete(List.of(link.evidence())));
            StackPane.setAlignment(remove, Pos.TOP_RIGHT);
            row.getChildren().add(remove);
        }
        row.setAlignment(Pos.TOP_LEFT);
        row.setMinHeight(Region.USE_PREF_SIZE);
        row.getStyleClass().add("chain-row");
        return row;
    }

    private static String languageOf(Row target) {
        return target.kind() == SurveyKinds.ANSWER ? target.text("language") : "";
    }

    private void add(VBox words, String text, Language language) {
        if (text.isBlank()) {
            return;
        }
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMinWidth(60);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().addAll("muted", "small");
        if (language != null) {
            label.setNodeOrientation(language.rtl() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        }
        words.getChildren().add(label);
    }
}
