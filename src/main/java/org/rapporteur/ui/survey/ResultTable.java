package org.rapporteur.ui.survey;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.rapporteur.core.survey.SurveyStore.RespondentFacts;
import org.rapporteur.core.survey.analysis.Convergence;
import org.rapporteur.core.survey.analysis.NumberSummary;
import org.rapporteur.core.survey.analysis.SummaryText;
import org.rapporteur.core.survey.analysis.Tabulation;
import org.rapporteur.core.survey.analysis.Tabulation.GroupBase;
import org.rapporteur.core.text.Language;
import org.rapporteur.ui.kit.Chip;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Tone;

/**
 * The table of one question: who answered at all, then a line for each value with its bar, its count of the base, and
 * its count in each group.
 */
final class ResultTable extends VBox {
    private static final int TINTS = 5;
    private static final int MOST_ASSOCIATIONS = 5;

    private final SurveyParts parts;
    private final I18n i18n;
    private final Tabulation table;
    private final SummaryText text;
    private final BiConsumer<String, List<RespondentFacts>> who;

    /**
     * @param who shows respondents under a title
     */
    ResultTable(SurveyParts parts, Tabulation table, BiConsumer<String, List<RespondentFacts>> who) {
        super(16);
        this.parts = parts;
        this.i18n = parts.i18n();
        this.table = table;
        this.text = parts.text();
        this.who = who;
        getStyleClass().add("result-table");
        Label question =
                new Label(i18n.now("survey.results.question", table.question().code(), label()));
        question.getStyleClass().add("h3");
        question.setWrapText(true);
        question.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(question, base());
        table.numbers().ifPresent(numbers -> getChildren().add(figures(numbers)));
        if (table.rows().isEmpty()) {
            Label none = new Label(
                    i18n.now(table.question().open() ? "survey.results.notcoded" : "survey.results.novalues"));
            none.getStyleClass().add("muted");
            none.setWrapText(true);
            getChildren().add(none);
        } else {
            getChildren().add(grid());
        }
        notes();
    }

    private String label() {
        return table.question().label().text(language());
    }

    private Language language() {
        return i18n.language().get();
    }

    /** Everyone asked in one bar: answered, left open, no reply; each opens who. */
    private Node base() {
        int asked = table.replied() + table.notReplied().size();
        List<StackedBar.Part> shares = List.of(
                part("received", "survey.results.base", table.base()),
                part("leftopen", "survey.results.leftopen", table.noAnswer()),
                part("outstanding", "survey.results.noreply", table.notReplied().size()));
        StackedBar bar = new StackedBar().show(shares, Math.max(1, asked));
        FlowPane words = new FlowPane(8, 4);
        words.getChildren().add(people(shares.get(0), table.answered()));
        words.getChildren().add(people(shares.get(1), table.leftOpen()));
        words.getChildren().add(people(shares.get(2), table.notReplied()));
        if (table.unclearRespondents() > 0) {
            Button unclear = new Button(i18n.now("survey.results.unclear", table.unclearRespondents()));
            unclear.getStyleClass().addAll("flat", "small");
            unclear.setGraphic(org.rapporteur.ui.kit.Icons.of(Tone.WARNING.icon(), 16));
            unclear.setOnAction(e -> who.accept(
                    unclear.getText(),
                    Stream.concat(
                                    table.unclear().stream().map(Tabulation.Unclear::respondent),
                                    table.waiting().stream())
                            .distinct()
                            .toList()));
            words.getChildren().add(unclear);
        }
        return new VBox(4, bar, words);
    }

    private StackedBar.Part part(String style, String key, int count) {
        return new StackedBar.Part(count, "state-" + style, i18n.now(key, count));
    }

    private Node people(StackedBar.Part part, List<RespondentFacts> respondents) {
        Button button = new Button(part.words());
        button.getStyleClass().addAll("flat", "small");
        javafx.scene.shape.Rectangle swatch = new javafx.scene.shape.Rectangle(10, 10);
        swatch.getStyleClass().addAll("state-swatch", part.style());
        button.setGraphic(swatch);
        button.setDisable(respondents.isEmpty());
        button.setOnAction(e -> who.accept(part.words(), respondents));
        return button;
    }

    private Node figures(NumberSummary numbers) {
        FlowPane tiles = new FlowPane(24, 8);
        tiles.getChildren().add(figure("survey.results.n", new BigDecimal(numbers.n())));
        tiles.getChildren().add(figure("survey.results.min", numbers.min()));
        tiles.getChildren().add(figure("survey.results.median", numbers.median()));
        tiles.getChildren().add(figure("survey.results.max", numbers.max()));
        if (!table.question().type().equals("scale")) {
            tiles.getChildren().add(figure("survey.results.sum", numbers.sum()));
        }
        return tiles;
    }

    private Node figure(String key, BigDecimal value) {
        Label number = new Label(number(value));
        number.getStyleClass().add("h2");
        Label name = new Label(i18n.now(key));
        name.getStyleClass().addAll("muted", "small");
        return new VBox(0, number, name);
    }

    private String number(BigDecimal value) {
        int decimals = Math.clamp(value.scale(), 0, 2);
        return parts.kit().formats().number(value.doubleValue(), decimals);
    }

    private Node grid() {
        GridPane grid = new GridPane(2, 2);
        grid.getStyleClass().add("result-grid");
        ColumnConstraints names = new ColumnConstraints(120, 170, 320);
        names.setHgrow(Priority.SOMETIMES);
        ColumnConstraints bars = new ColumnConstraints(90, 120, Double.MAX_VALUE);
        bars.setHgrow(Priority.ALWAYS);
        ColumnConstraints counts = new ColumnConstraints();
        counts.setMinWidth(Region.USE_PREF_SIZE);
        counts.setHalignment(HPos.RIGHT);
        grid.getColumnConstraints().setAll(names, bars, counts);
        int column = 3;
        for (GroupBase group : table.groups()) {
            ColumnConstraints width = new ColumnConstraints(60, 80, 130);
            width.setHalignment(HPos.CENTER);
            grid.getColumnConstraints().add(width);
            Label name = new Label(text.group(group.grouping(), group.group()));
            name.getStyleClass().addAll("result-head", "muted");
            name.setWrapText(true);
            name.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
            name.setAlignment(Pos.BOTTOM_CENTER);
            name.setMinHeight(Region.USE_PREF_SIZE);
            VBox head = new VBox(name);
            head.setAlignment(Pos.BOTTOM_CENTER);
            grid.add(head, column++, 0);
        }
        int row = 1;
        for (Tabulation.Row value : table.rows()) {
            line(grid, value, row++);
        }
        if (!table.groupNumbers().isEmpty()) {
            medians(grid, row);
        }
        return grid;
    }

    private void line(GridPane grid, Tabulation.Row value, int row) {
        String words = words(value);
        Label name = new Label(words);
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        name.getStyleClass().add("result-name");
        grid.add(name, 0, row);
        Button bar = new Button();
        StackedBar drawn = new StackedBar()
                .show(List.of(new StackedBar.Part(value.count(), "bar-value", "")), Math.max(1, table.base()));
        drawn.setMouseTransparent(true);
        bar.setGraphic(drawn);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().addAll("flat", "result-bar");
        drawn.prefWidthProperty().bind(bar.widthProperty().subtract(8));
        bar.setAccessibleText(i18n.now("survey.results.bar", words, value.count(), table.base()));
        bar.setOnAction(e -> who.accept(words, value.chosenBy()));
        GridPane.setFillWidth(bar, true);
        grid.add(bar, 1, row);
        Label count = new Label(i18n.now("survey.of", value.count(), table.base()));
        count.getStyleClass().addAll("numbers", "result-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        grid.add(count, 2, row);
        int column = 3;
        for (Tabulation.Cell cell : value.cells()) {
            grid.add(cell(words, cell), column++, row);
        }
    }

    private String words(Tabulation.Row value) {
        String words = value.label().text(language());
        if (table.question().type().equals("date")) {
            return day(value.value());
        }
        String shown = words.isBlank()
                ? value.value()
                : table.question().type().equals("scale")
                        ? i18n.now("survey.results.scale", value.value(), words)
                        : words;
        return value.known() ? shown : i18n.now("survey.results.other", shown);
    }

    private String day(String value) {
        try {
            return parts.kit().formats().date(LocalDate.parse(value));
        } catch (DateTimeParseException partOfADay) {
            return value;
        }
    }

    private Button cell(String words, Tabulation.Cell cell) {
        boolean nobody = cell.respondents() == 0;
        Button button =
                new Button(nobody ? "–" : i18n.now("survey.convergence.fraction", cell.count(), cell.respondents()));
        int tint = cell.count() == 0
                ? 0
                : Math.max(1, (int) Math.ceil((double) cell.count() * TINTS / cell.respondents()));
        button.getStyleClass().addAll("flat", "convergence-cell", "tint-" + tint);
        button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        String group = text.group(cell.grouping(), cell.group());
        button.setAccessibleText(i18n.now("survey.convergence.cell", words, group, cell.count(), cell.respondents()));
        button.setOnAction(e -> who.accept(i18n.now("survey.results.cell", words, group), cell.chosenBy()));
        return button;
    }

    private void medians(GridPane grid, int row) {
        Label name = new Label(i18n.now("survey.results.median"));
        name.getStyleClass().add("muted");
        grid.add(name, 0, row);
        int column = 3;
        for (GroupBase group : table.groups()) {
            String shown = table.groupNumbers().stream()
                    .filter(g -> g.grouping() == group.grouping() && g.group().equals(group.group()))
                    .findFirst()
                    .map(g -> number(g.numbers().median()))
                    .orElse("–");
            Label median = new Label(shown);
            median.getStyleClass().add("result-median");
            grid.add(median, column++, row);
        }
    }

    /** How the answers go together with the groups, strongest first, with the warning that small numbers need. */
    private void notes() {
        table.merged().forEach((by, groups) -> {
            Label merged = new Label(text.text(Convergence.mergedStatement(by, groups)));
            merged.setWrapText(true);
            merged.getStyleClass().addAll("muted", "small");
            merged.setMinHeight(Region.USE_PREF_SIZE);
            getChildren().add(merged);
        });
        List<Tabulation.Associated> all = new ArrayList<>(table.associations());
        all.sort(Comparator.comparingDouble(
                        (Tabulation.Associated a) -> a.association().v())
                .reversed());
        for (Tabulation.Associated one : all.subList(0, Math.min(MOST_ASSOCIATIONS, all.size()))) {
            String what = one.row() == null ? i18n.now("survey.results.v.all") : words(one.row());
            Label line = new Label(i18n.now(
                    "survey.results.v",
                    what,
                    i18n.now("survey.by." + one.grouping().name().toLowerCase(java.util.Locale.ROOT)),
                    one.association().v(),
                    one.association().n()));
            line.setWrapText(true);
            line.getStyleClass().addAll("muted", "small");
            line.setMinHeight(Region.USE_PREF_SIZE);
            getChildren().add(line);
        }
        if (all.stream().anyMatch(a -> a.association().unreliable())) {
            HBox warning = new HBox(new Chip(Tone.WARNING, i18n.text("survey.results.v.small")));
            getChildren().add(warning);
        }
    }
}
