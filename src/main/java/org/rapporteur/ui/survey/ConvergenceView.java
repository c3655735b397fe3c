package org.rapporteur.ui.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.core.problem.Message;
import org.rapporteur.core.survey.ConvergenceRule;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.survey.SurveyStore.CodingRule;
import org.rapporteur.core.survey.analysis.Convergence;
import org.rapporteur.core.survey.analysis.Grouping;
import org.rapporteur.core.survey.analysis.SummaryText;
import org.rapporteur.core.text.Language;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Choosing;
import org.rapporteur.ui.kit.EmptyState;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;

/**
 * The matrix of themes by group: a cell says how many of those who replied raised the theme, and is tinted by their
 * share; dots say how many groups it reaches. A click, or Enter, opens who said it, who did not, and in what words.
 */
final class ConvergenceView extends BorderPane {
    private static final int TINTS = 5;

    private final SurveyParts parts;
    private final ConvergenceViewModel model;
    private final GridPane grid = new GridPane();
    private final StackPane body = new StackPane();
    private final Label base = new Label();
    private final Label ruleWords = new Label();
    private final UUID survey;
    private final ComboBox<ConvergenceRule.Groups> inGroups;
    private final ComboBox<ConvergenceRule.Members> byMembers;
    private final Choosing<ConvergenceRule.Groups> choosingGroups;
    private final Choosing<ConvergenceRule.Members> choosingMembers;
    private final List<List<Button>> cells = new ArrayList<>();

    ConvergenceView(SurveyParts parts, UUID survey) {
        this.parts = parts;
        this.survey = survey;
        this.model = new ConvergenceViewModel(parts.kit().tasks(), parts.analysis(), survey);
        getStyleClass().addAll("convergence", "page");
        inGroups = choice(List.of(ConvergenceRule.Groups.values()), v -> "value.survey.convergence_groups." + v.code());
        byMembers =
                choice(List.of(ConvergenceRule.Members.values()), v -> "value.survey.convergence_members." + v.code());
        choosingGroups = new Choosing<>(inGroups, is -> keep("convergence_groups", is == null ? "" : is.code()));
        choosingMembers = new Choosing<>(byMembers, is -> keep("convergence_members", is == null ? "" : is.code()));
        setTop(toolbar());
        grid.getStyleClass().add("convergence-grid");
        grid.addEventHandler(KeyEvent.KEY_PRESSED, this::move);
        setCenter(body);
        model.convergence().addListener((o, was, is) -> fill());
        model.order().addListener((o, was, is) -> fill());
        model.evidence().addListener((o, was, is) -> showEvidence(is));
        parts.i18n().language().addListener((o, was, is) -> fill());
        parts.recordKit()
                .follow(
                        this,
                        Set.of(
                                SurveyKinds.SURVEY,
                                SurveyKinds.CODING,
                                SurveyKinds.CODE,
                                SurveyKinds.ANSWER,
                                SurveyKinds.RESPONDENT,
                                SurveyKinds.RESPONSE),
                        commit -> model.load());
        model.load();
    }

    /** The rule belongs to the survey: whoever opens it, on screen or on paper, sees the same findings. */
    private void keep(String field, String value) {
        if (!value.isEmpty()) {
            parts.recordKit()
                    .edits()
                    .run(
                            org.rapporteur.core.change.Label.of("survey.step.rule"),
                            tx -> tx.set(SurveyKinds.SURVEY, survey, field, value));
        }
    }

    private VBox toolbar() {
        I18n i18n = parts.i18n();
        ComboBox<Grouping> by = choice(
                List.of(Grouping.REGION, Grouping.TYPE, Grouping.PARTY_REGION, Grouping.LANGUAGE),
                g -> "survey.by." + g.name().toLowerCase(java.util.Locale.ROOT));
        by.valueProperty().bindBidirectional(model.by());
        ComboBox<CodingRule> rule = choice(
                List.of(CodingRule.values()), r -> "survey.rule." + r.name().toLowerCase(java.util.Locale.ROOT));
        rule.valueProperty().bindBidirectional(model.rule());
        ComboBox<ConvergenceViewModel.Order> order = choice(
                List.of(ConvergenceViewModel.Order.values()),
                v -> "survey.order." + v.name().toLowerCase(java.util.Locale.ROOT));
        order.valueProperty().bindBidirectional(model.order());
        base.getStyleClass().add("muted");
        inGroups.setDisable(!parts.changes().writable());
        byMembers.setDisable(!parts.changes().writable());
        Access.name(inGroups, i18n.text("field.convergence_groups"));
        Access.name(byMembers, i18n.text("field.convergence_members"));
        HBox called = labelled(i18n, "survey.convergence.rule", inGroups);
        called.getChildren().add(byMembers);
        FlowPane bar = new FlowPane(
                16,
                8,
                labelled(i18n, "survey.by", by),
                labelled(i18n, "survey.rule", rule),
                labelled(i18n, "survey.order", order),
                called,
                base);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("toolbar");
        ruleWords.getStyleClass().addAll("muted", "small", "convergence-rule");
        ruleWords.setWrapText(true);
        ruleWords.setMinHeight(Region.USE_PREF_SIZE);
        return new VBox(4, bar, ruleWords);
    }

    private static HBox labelled(I18n i18n, String key, ComboBox<?> box) {
        Label label = new Label();
        label.getStyleClass().add("muted");
        label.textProperty().bind(i18n.text(key));
        label.setLabelFor(box);
        Access.name(box, i18n.text(key));
        HBox pair = new HBox(8, label, box);
        pair.setAlignment(Pos.CENTER_LEFT);
        return pair;
    }

    private <T> ComboBox<T> choice(List<T> values, java.util.function.Function<T, String> key) {
        return WordsBox.of(parts.i18n(), values, key);
    }

    private void fill() {
        Convergence now = model.convergence().get();
        if (now == null) {
            return;
        }
        I18n i18n = parts.i18n();
        base.setText(i18n.now(
                "survey.convergence.base", now.respondents(), now.notReplied().size()));
        choosingGroups.show(now.threshold().groups(), false);
        choosingMembers.show(now.threshold().members(), false);
        ruleWords.setText(rule(now));
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        cells.clear();
        List<Convergence.Theme> themes = model.themes();
        if (themes.stream().allMatch(t -> t.raisedBy() == 0)) {
            body.getChildren()
                    .setAll(new EmptyState(
                            Material2OutlinedAL.GRAIN,
                            i18n.text("survey.convergence.empty.title"),
                            i18n.text("survey.convergence.empty.sentence")));
            return;
        }
        head(now);
        int row = 1;
        for (Convergence.Theme theme : themes) {
            line(now, theme, row++);
        }
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        body.getChildren().setAll(scroll);
    }

    private String rule(Convergence now) {
        StringBuilder words = new StringBuilder();
        if (now.groupsWithReplies() > 1) {
            words.append(text().text(now.ruleStatement()));
            long raised = now.themes().stream().filter(t -> t.raisedBy() > 0).count();
            if (!now.tellsApart()) {
                words.append(' ').append(text().text(Message.of("analysis.rule.everything", raised)));
            } else if (raised > 0 && now.convergent().isEmpty()) {
                words.append(' ').append(text().text(Message.of("analysis.rule.none", raised)));
            }
        }
        if (!now.merged().isEmpty()) {
            words.append(' ').append(text().text(now.mergedStatement()));
        }
        return words.toString().strip();
    }

    private void head(Convergence now) {
        I18n i18n = parts.i18n();
        ColumnConstraints theme = new ColumnConstraints(160, 250, 420);
        theme.setHgrow(Priority.SOMETIMES);
        grid.getColumnConstraints().add(theme);
        grid.getColumnConstraints().add(new ColumnConstraints(Region.USE_PREF_SIZE, 110, Region.USE_PREF_SIZE));
        grid.getColumnConstraints().add(new ColumnConstraints(Region.USE_PREF_SIZE, 84, Region.USE_PREF_SIZE));
        grid.add(headLabel(i18n.now("survey.convergence.theme"), false), 0, 0);
        grid.add(headLabel(i18n.now("survey.convergence.reach"), false), 1, 0);
        grid.add(headLabel(i18n.now("survey.convergence.all"), true), 2, 0);
        int column = 3;
        SummaryText text = text();
        for (Convergence.Group group : now.groups()) {
            ColumnConstraints width = new ColumnConstraints(84, 108, 200);
            width.setHgrow(Priority.ALWAYS);
            width.setHalignment(HPos.CENTER);
            grid.getColumnConstraints().add(width);
            Label name = headLabel(text.group(now.by(), group.group()), true);
            Label size = new Label(i18n.now("survey.convergence.of", group.respondents(), group.asked()));
            size.getStyleClass().addAll("muted", "small");
            VBox head = new VBox(2, name, size);
            head.setAlignment(Pos.BOTTOM_CENTER);
            grid.add(head, column++, 0);
        }
    }

    private static Label headLabel(String text, boolean centred) {
        Label label = new Label(text);
        label.getStyleClass().add("convergence-head");
        label.setWrapText(true);
        if (centred) {
            label.setAlignment(Pos.CENTER);
            label.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
            label.setMaxWidth(Double.MAX_VALUE);
        }
        return label;
    }

    private void line(Convergence now, Convergence.Theme theme, int row) {
        I18n i18n = parts.i18n();
        Language language = i18n.language().get();
        Button name = new Button(theme.code().title().text(language));
        name.getStyleClass().addAll("flat", "convergence-theme");
        name.setMaxWidth(Double.MAX_VALUE);
        name.setAlignment(Pos.CENTER_LEFT);
        name.setWrapText(true);
        name.setOnAction(e -> model.open(theme, Optional.empty()));
        boolean found = now.groupsWithReplies() > 1 && now.tellsApart() && now.converges(theme);
        if (found) {
            name.setGraphic(Icons.of(Material2OutlinedAL.CHECK_CIRCLE, 16));
        }
        name.setAccessibleText(
                text().text(now.statement(theme)) + (found ? " " + i18n.now("survey.convergence.met") : ""));
        grid.add(name, 0, row);
        grid.add(dots(now, theme), 1, row);
        List<Button> line = new ArrayList<>();
        line.add(name);
        Button all = cell(theme.raisedBy(), now.respondents());
        all.setOnAction(e -> model.open(theme, Optional.empty()));
        all.setAccessibleText(text().text(now.statement(theme)));
        grid.add(all, 2, row);
        line.add(all);
        int column = 3;
        for (Convergence.Cell one : theme.cells()) {
            Button cell = cell(one.raisedBy(), one.respondents());
            cell.setAccessibleText(i18n.now(
                    "survey.convergence.cell",
                    theme.code().title().text(language),
                    text().group(now.by(), one.group()),
                    one.raisedBy(),
                    one.respondents()));
            cell.setOnAction(e -> model.open(theme, Optional.of(one)));
            grid.add(cell, column++, row);
            line.add(cell);
        }
        cells.add(line);
    }

    /** "27/33", tinted in five steps by share; a group nobody of which replied shows a dash, not a zero. */
    private Button cell(int raised, int of) {
        Button cell = new Button(of == 0 ? "–" : parts.i18n().now("survey.convergence.fraction", raised, of));
        cell.getStyleClass().addAll("flat", "convergence-cell");
        int tint = raised == 0 ? 0 : Math.max(1, (int) Math.ceil((double) raised * TINTS / of));
        cell.getStyleClass().add("tint-" + tint);
        cell.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return cell;
    }

    /** One dot for each group that can be reached, filled for those reached. */
    private HBox dots(Convergence now, Convergence.Theme theme) {
        HBox dots = new HBox(3);
        dots.setAlignment(Pos.CENTER_LEFT);
        int groups = now.groupsWithReplies();
        if (groups <= 8) {
            for (int i = 0; i < groups; i++) {
                Circle dot = new Circle(4);
                dot.getStyleClass().add(i < theme.reach() ? "reach-on" : "reach-off");
                dots.getChildren().add(dot);
            }
        }
        Label number = new Label(parts.i18n().now("survey.convergence.fraction", theme.reach(), groups));
        number.getStyleClass().addAll("muted", "small");
        dots.getChildren().add(number);
        return dots;
    }

    /** Arrow keys go from cell to cell; "left" is the way the cells lie, also in Arabic. */
    private void move(KeyEvent event) {
        KeyCode code = event.getCode();
        if (!code.isArrowKey()) {
            return;
        }
        for (int row = 0; row < cells.size(); row++) {
            for (int column = 0; column < cells.get(row).size(); column++) {
                if (cells.get(row).get(column).isFocused()) {
                    boolean mirrored = parts.i18n().language().get().rtl();
                    int side = code == KeyCode.LEFT ? -1 : code == KeyCode.RIGHT ? 1 : 0;
                    int toRow = row + (code == KeyCode.UP ? -1 : code == KeyCode.DOWN ? 1 : 0);
                    int toColumn = column + (mirrored ? -side : side);
                    if (toRow >= 0
                            && toRow < cells.size()
                            && toColumn >= 0
                            && toColumn < cells.get(toRow).size()) {
                        cells.get(toRow).get(toColumn).requestFocus();
                    }
                    event.consume();
                    return;
                }
            }
        }
    }

    private SummaryText text() {
        return parts.text();
    }

    private void showEvidence(ConvergenceViewModel.Evidence evidence) {
        if (evidence == null) {
            return;
        }
        String theme =
                evidence.theme().code().title().text(parts.i18n().language().get());
        parts.kit()
                .sidePanel()
                .show(
                        new javafx.beans.property.SimpleStringProperty(theme),
                        new EvidencePane(parts, model.convergence().get(), evidence, text()));
    }
}
