package org.rapporteur.ui.search;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.model.Model;
import org.rapporteur.core.recommendation.Wordings;
import org.rapporteur.core.search.Search;
import org.rapporteur.core.text.Language;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.EmptyState;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.record.RecordKit;

/** The records found, the best first, each with the passage that was found; narrowed by kind of record. */
final class SearchView extends BorderPane {
    private static final PseudoClass OTHER = PseudoClass.getPseudoClass("other");

    private final Kit kit;
    private final RecordKit records;
    private final SearchViewModel model;
    private final ListView<Search.Hit> hits = new ListView<>();
    private final FlowPane kinds = new FlowPane(8, 8);
    private final Label count = new Label();
    private final StackPane body = new StackPane();
    private final Map<String, ToggleButton> chips = new LinkedHashMap<>();
    private boolean filling;

    SearchView(Kit kit, RecordKit records, Search search) {
        this.kit = kit;
        this.records = records;
        this.model = new SearchViewModel(kit.tasks(), search);
        getStyleClass().addAll("page", "search");
        getStylesheets()
                .add(Objects.requireNonNull(SearchView.class.getResource("search.css"))
                        .toExternalForm());
        count.getStyleClass().add("muted");
        ProgressIndicator busy = new ProgressIndicator();
        busy.setPrefSize(18, 18);
        busy.visibleProperty().bind(model.searching());
        HBox head = new HBox(12, kinds, busy, count);
        HBox.setHgrow(kinds, Priority.ALWAYS);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("toolbar");
        setTop(head);
        hits.setCellFactory(list -> new HitCell());
        hits.getStyleClass().add("search-hits");
        Access.name(hits, kit.i18n().text("search.results"));
        hits.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                open();
            }
        });
        hits.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open();
                event.consume();
            }
        });
        setCenter(body);
        model.found().addListener((o, was, is) -> fill(is));
        kit.i18n().language().addListener((o, was, is) -> {
            chips.clear();
            find(model.text());
        });
        records.follow(this, Set.copyOf(Model.kinds()), commit -> find(model.text()));
    }

    /** Looks for a text. */
    void find(String text) {
        model.find(text, language());
    }

    private String language() {
        return kit.i18n().language().get().code();
    }

    private void open() {
        Search.Hit hit = hits.getSelectionModel().getSelectedItem();
        if (hit != null) {
            records.opener().open(Model.kind(hit.kind()), hit.id());
        }
    }

    private void fill(Search.Found found) {
        I18n i18n = kit.i18n();
        Search.Hit selected = hits.getSelectionModel().getSelectedItem();
        hits.getItems().setAll(found.hits());
        found.hits().stream()
                .filter(h -> selected != null && h.id().equals(selected.id()))
                .findFirst()
                .ifPresentOrElse(
                        h -> hits.getSelectionModel().select(h),
                        () -> hits.getSelectionModel().selectFirst());
        count.setText(
                model.text().isBlank()
                        ? ""
                        : found.total() >= Search.COUNTED
                                ? i18n.now("search.count.many", found.total())
                                : i18n.now("search.count", found.total()));
        fillChips(found);
        if (found.hits().isEmpty()) {
            body.getChildren()
                    .setAll(
                            model.text().isBlank()
                                    ? new EmptyState(
                                            Material2OutlinedMZ.SEARCH,
                                            i18n.text("search.start.title"),
                                            i18n.text("search.start.sentence"))
                                    : new EmptyState(
                                            Material2OutlinedMZ.SEARCH,
                                            i18n.text("search.nothing.title", model.text()),
                                            i18n.text(found.complete() ? "search.nothing.all" : "search.nothing.yet")));
        } else {
            body.getChildren().setAll(hits);
        }
    }

    /** A chip for each kind that was found, and for those chosen; a chosen one narrows. */
    private void fillChips(Search.Found found) {
        Set<String> wanted = new LinkedHashSet<>(model.kinds());
        if (model.kinds().isEmpty()) {
            chips.clear();
            found.hits().forEach(hit -> wanted.add(hit.kind()));
        } else {
            wanted.addAll(chips.keySet());
        }
        filling = true;
        for (Kind kind : Model.kinds()) {
            if (!wanted.contains(kind.name())) {
                continue;
            }
            ToggleButton chip = chips.computeIfAbsent(kind.name(), name -> chip(kind));
            chip.setSelected(model.kinds().contains(kind.name()));
        }
        chips.keySet().retainAll(wanted);
        kinds.getChildren().setAll(chips.values());
        filling = false;
    }

    private ToggleButton chip(Kind kind) {
        ToggleButton chip = new ToggleButton(records.words().plural(kind));
        chip.getStyleClass().add("search-kind");
        chip.selectedProperty().addListener((o, was, is) -> {
            if (!filling) {
                Set<String> only = new LinkedHashSet<>(model.kinds());
                if (is) {
                    only.add(kind.name());
                } else {
                    only.remove(kind.name());
                }
                model.only(only, language());
            }
        });
        return chip;
    }

    /** Words for a wording that is not the one that holds. */
    private static String standingKey(Wordings.Standing standing) {
        return "search.standing." + standing.name().toLowerCase(Locale.ROOT);
    }

    private final class HitCell extends ListCell<Search.Hit> {
        private final Label title = new Label();
        private final Label kind = new Label();
        private final Label context = new Label();
        private final TextFlow snippet = new TextFlow();
        private final VBox box;

        HitCell() {
            title.getStyleClass().add("search-title");
            title.setMinWidth(0);
            kind.getStyleClass().addAll("muted", "small", "search-hit-kind");
            kind.setMinWidth(USE_PREF_SIZE);
            context.getStyleClass().addAll("muted", "small");
            HBox first = new HBox(8, title, kind);
            first.setAlignment(Pos.BASELINE_LEFT);
            box = new VBox(2, first, context, snippet);
            box.getStyleClass().add("search-hit");
            // As wide as the list, so that long passages wrap instead of widening it.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Search.Hit hit, boolean empty) {
            super.updateItem(hit, empty);
            if (empty || hit == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            boolean body = hit.title().isBlank()
                    || hit.snippet().startsWith(hit.title().replaceAll("…$", ""));
            title.setText(body && !hit.context().isBlank() ? hit.context() : hit.title());
            String name = records.words().kind(Model.kind(hit.kind()));
            boolean holds = hit.standing() == Wordings.Standing.HOLDS;
            kind.setText(
                    holds
                            ? name
                            : kit.i18n().now("search.standing", name, kit.i18n().now(standingKey(hit.standing()))));
            kind.pseudoClassStateChanged(OTHER, !holds);
            context.setText(hit.context());
            boolean shown = !hit.context().isBlank() && !title.getText().equals(hit.context());
            context.setVisible(shown);
            context.setManaged(shown);
            fillSnippet(hit);
            setAccessibleText(kind.getText() + ", " + title.getText() + ", " + hit.snippet());
            setGraphic(box);
        }

        private void fillSnippet(Search.Hit hit) {
            snippet.getChildren().clear();
            int from = 0;
            for (Search.Mark mark : hit.marks()) {
                part(hit.snippet().substring(from, mark.start()), false);
                part(hit.snippet().substring(mark.start(), mark.end()), true);
                from = mark.end();
            }
            part(hit.snippet().substring(from), false);
            boolean rtl = Language.of(hit.language())
                    .map(Language::rtl)
                    .orElse(kit.i18n().language().get().rtl());
            snippet.setNodeOrientation(rtl ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
            boolean same = hit.snippet().equals(title.getText());
            snippet.setVisible(!same);
            snippet.setManaged(!same);
        }

        private void part(String words, boolean marked) {
            if (!words.isEmpty()) {
                Text text = new Text(words);
                text.getStyleClass().add(marked ? "search-mark" : "search-words");
                snippet.getChildren().add(text);
            }
        }
    }
}
