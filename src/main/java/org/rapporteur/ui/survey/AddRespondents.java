package org.rapporteur.ui.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.party.PartyKinds;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.text.MatchKey;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Notice;
import org.rapporteur.ui.kit.record.RecordKit;

/**
 * A panel in which several parties are ticked and added as respondents at once. Type, region and language come from
 * respondents of the same sort that the survey has already, else from the party itself.
 */
final class AddRespondents extends VBox {
    private record Entry(Row party, String name, String category, String haystack, BooleanProperty chosen) {}

    private record Loaded(List<Row> parties, List<Row> respondents, String language) {}

    private final SurveyParts parts;
    private final UUID survey;
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final FilteredList<Entry> shown = new FilteredList<>(entries);
    private final SimpleIntegerProperty count = new SimpleIntegerProperty();
    private final TextField search = new TextField();
    private final ComboBox<String> category = new ComboBox<>();
    private List<Row> respondents = List.of();
    private String language = "en";

    private AddRespondents(SurveyParts parts, UUID survey) {
        super(12);
        this.parts = parts;
        this.survey = survey;
        getStyleClass().add("add-respondents");
        search.promptTextProperty().bind(parts.i18n().text("survey.respondents.search"));
        Access.name(search, parts.i18n().text("survey.respondents.search"));
        search.textProperty().addListener(o -> filter());
        category.setMaxWidth(Double.MAX_VALUE);
        category.setConverter(new StringConverter<>() {
            @Override
            public String toString(String value) {
                return value == null || value.isEmpty()
                        ? parts.i18n().now("survey.respondents.anycategory")
                        : word(value);
            }

            @Override
            public String fromString(String words) {
                throw new UnsupportedOperationException("the list is closed");
            }
        });
        category.valueProperty().addListener(o -> filter());
        Access.name(category, parts.i18n().text("survey.respondents.category"));
        ListView<Entry> list = new ListView<>(shown);
        list.setCellFactory(CheckBoxListCell.forListView(Entry::chosen, new StringConverter<>() {
            @Override
            public String toString(Entry entry) {
                return entry.name();
            }

            @Override
            public Entry fromString(String words) {
                throw new UnsupportedOperationException("the list is closed");
            }
        }));
        list.setFixedCellSize(32);
        list.setOnKeyPressed(event -> {
            Entry entry = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.SPACE && entry != null) {
                entry.chosen().set(!entry.chosen().get());
                event.consume();
            }
        });
        list.setPrefHeight(420);
        Access.name(list, parts.i18n().text("survey.respondents.choose"));
        VBox.setVgrow(list, Priority.ALWAYS);
        Button add = new Button();
        add.getStyleClass().add("accent");
        add.setMaxWidth(Double.MAX_VALUE);
        add.textProperty().bind(parts.i18n().text("survey.respondents.addmany", count));
        add.disableProperty().bind(count.isEqualTo(0));
        add.setOnAction(event -> add());
        getChildren().setAll(search, category, list, add);
        parts.kit().tasks().read(progress -> read()).then(this::loaded).start();
    }

    /** Opens the panel with the keyboard in its search. */
    static void open(SurveyParts parts, UUID survey) {
        AddRespondents panel = new AddRespondents(parts, survey);
        parts.kit().sidePanel().show(parts.i18n().text("survey.respondents.add"), panel);
        org.rapporteur.ui.kit.Fx.later(panel.search::requestFocus);
    }

    private Loaded read() {
        String languages = parts.records()
                .find(SurveyKinds.SURVEY, survey)
                .map(row -> row.text("languages"))
                .orElse("");
        String first = languages.isBlank() || languages.contains("en")
                ? "en"
                : languages.strip().split(" ")[0];
        return new Loaded(
                parts.records().list(Query.of(PartyKinds.PARTY)),
                parts.records().list(Query.partsOf(SurveyKinds.RESPONDENT, survey)),
                first);
    }

    private void loaded(Loaded loaded) {
        respondents = loaded.respondents();
        language = loaded.language();
        String reader = parts.i18n().language().get().code();
        Set<UUID> asked =
                respondents.stream().map(row -> row.ref("party")).collect(Collectors.toCollection(LinkedHashSet::new));
        List<Entry> found = new ArrayList<>();
        for (Row party : loaded.parties()) {
            if (!asked.contains(party.id())) {
                String name = party.title(reader);
                String acronym = party.text("acronym");
                String shownName = acronym.isBlank() || name.contains(acronym) ? name : name + " (" + acronym + ")";
                BooleanProperty chosen = new SimpleBooleanProperty();
                chosen.addListener((o, was, is) -> count.set(count.get() + (is ? 1 : -1)));
                found.add(new Entry(
                        party,
                        shownName,
                        party.text("category"),
                        MatchKey.of(shownName + " "
                                + String.join(" ", party.texts("name").values())),
                        chosen));
            }
        }
        found.sort((a, b) -> parts.kit().formats().order().compare(a.name(), b.name()));
        entries.setAll(found);
        List<String> categories = new ArrayList<>();
        categories.add("");
        found.stream().map(Entry::category).distinct().sorted().forEach(categories::add);
        category.getItems().setAll(categories);
        category.setValue("");
    }

    private String word(String value) {
        RecordKit kit = parts.recordKit();
        return kit.words().value(PartyKinds.PARTY, PartyKinds.PARTY.field("category"), value);
    }

    private void filter() {
        String wanted = MatchKey.of(search.getText());
        String kind = category.getValue() == null ? "" : category.getValue();
        shown.setPredicate(entry -> (kind.isEmpty() || entry.category().equals(kind))
                && (wanted.isEmpty() || entry.haystack().contains(wanted)));
    }

    private void add() {
        Map<String, Row> like = new HashMap<>();
        List<Entry> chosen = entries.stream().filter(e -> e.chosen().get()).toList();
        parts.recordKit()
                .edits()
                .write(
                        Label.of("survey.step.respondents", String.valueOf(chosen.size())),
                        tx -> {
                            for (Row respondent : respondents) {
                                UUID party = respondent.ref("party");
                                if (party != null && !respondent.text("type").isBlank()) {
                                    tx.find(PartyKinds.PARTY, party)
                                            .ifPresent(row -> like.putIfAbsent(sort(row), respondent));
                                }
                            }
                            for (Entry entry : chosen) {
                                Row model = like.get(sort(entry.party()));
                                tx.insert(
                                        SurveyKinds.RESPONDENT,
                                        Values.of("survey", survey)
                                                .with("party", entry.party().id())
                                                .with("name", name(entry.party()))
                                                .with(
                                                        "type",
                                                        model == null ? word(entry.category()) : model.text("type"))
                                                .with("region", entry.party().text("region"))
                                                .with("language", language)
                                                .with("status", "to_send"));
                            }
                            return chosen.size();
                        },
                        added -> {
                            parts.kit().sidePanel().close();
                            parts.kit()
                                    .notifications()
                                    .show(Notice.success(parts.i18n().text("survey.respondents.added", added)));
                        });
    }

    private String name(Row party) {
        String acronym = party.text("acronym");
        return acronym.isBlank() || party.text("category").equals("state") ? party.title("en") : acronym;
    }

    /** Parties of one sort are asked under one type: "iscm rcp", "reo". */
    private static String sort(Row party) {
        return (party.text("category") + " " + party.text("iscm_kind")).strip().toLowerCase(Locale.ROOT);
    }
}
