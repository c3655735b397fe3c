package org.rapporteur.ui.survey;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.core.change.OrderKeys;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Transaction;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.record.RecordForm;
import org.rapporteur.ui.survey.ReadingViewModel.Theme;

/** The themes with their keys and counts; a click or Enter marks, the last field adds a theme. */
final class CodebookPane extends VBox {
    /** Colours for new themes: the colour-blind-safe palette of Okabe and Ito (2008), darkened for text contrast. */
    private static final String[] COLOURS = {
        "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#8c6d00", "#2f7fb0", "#5b5b5b", "#7a3e9d"
    };

    private static final String KEYS = "123456789abcdefghijklmopqrstuvwxyz";

    private final SurveyParts parts;
    private final UUID survey;
    private final ReadingViewModel model;
    private final Consumer<Row> mark;
    private final ListView<Theme> list = new ListView<>();

    CodebookPane(SurveyParts parts, UUID survey, ReadingViewModel model, Consumer<Row> mark) {
        super(8);
        this.parts = parts;
        this.survey = survey;
        this.model = model;
        this.mark = mark;
        getStyleClass().add("codebook");
        setMinWidth(200);
        Label title = new Label();
        title.textProperty().bind(parts.i18n().text("survey.codebook"));
        title.getStyleClass().add("h3");
        list.setItems(model.themes());
        list.setCellFactory(view -> new ThemeCell());
        list.setFixedCellSize(36);
        Access.name(list, parts.i18n().text("survey.codebook"));
        list.setOnKeyPressed(e -> {
            Theme theme = list.getSelectionModel().getSelectedItem();
            if (theme != null && e.getCode() == KeyCode.ENTER) {
                mark.accept(theme.code());
                e.consume();
            } else if (theme != null && e.getCode() == KeyCode.F2) {
                edit(theme);
                e.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        TextField add = new TextField();
        add.promptTextProperty().bind(parts.i18n().text("survey.codebook.add"));
        Access.name(add, parts.i18n().text("survey.codebook.add"));
        add.setDisable(!parts.changes().writable());
        add.setOnAction(e -> {
            if (!add.getText().isBlank()) {
                addTheme(add.getText().strip());
                add.clear();
            }
        });
        getChildren().setAll(title, list, add);
        model.themes().addListener((ListChangeListener<Theme>) change -> list.refresh());
    }

    /** The theme that a key marks with. */
    Optional<Row> byKey(KeyCode code) {
        String key = code.getChar().toLowerCase(Locale.ROOT);
        if (code.isKeypadKey()) {
            key = code.getName().replaceAll("\\D", "");
        }
        String wanted = key;
        return model.themes().stream()
                .map(Theme::code)
                .filter(row -> row.text("shortcut").toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }

    private void addTheme(String name) {
        String language = parts.i18n().language().get().code();
        String codebookName = parts.i18n().now("survey.codebook.name");
        Set<String> taken = new HashSet<>();
        model.themes().forEach(t -> taken.add(t.code().text("shortcut").toLowerCase(Locale.ROOT)));
        String key = KEYS.chars()
                .mapToObj(c -> String.valueOf((char) c))
                .filter(k -> !taken.contains(k))
                .findFirst()
                .orElse("");
        String colour = COLOURS[model.themes().size() % COLOURS.length];
        String last = model.themes().isEmpty()
                ? null
                : model.themes().getLast().code().text("position");
        parts.recordKit().edits().run(org.rapporteur.core.change.Label.of("survey.step.theme", name), tx -> {
            UUID codebook = codebook(tx, language, codebookName);
            tx.insert(
                    SurveyKinds.CODE,
                    Values.of("codebook", codebook)
                            .with("name_" + language, name)
                            .with("shortcut", key)
                            .with("colour", colour)
                            .with("position", OrderKeys.between(last, null)));
        });
    }

    /** The survey's codebook; made with its first theme. */
    private UUID codebook(Transaction tx, String language, String name) {
        return tx.list(Query.partsOf(SurveyKinds.CODEBOOK, survey)).stream()
                .findFirst()
                .map(Row::id)
                .orElseGet(() -> tx.insert(
                        SurveyKinds.CODEBOOK, Values.of("survey", survey).with("name_" + language, name)));
    }

    private void edit(Theme theme) {
        RecordForm form = new RecordForm(parts.recordKit(), SurveyKinds.CODE)
                .fields("name", "definition", "shortcut", "colour", "code", "parent_code", "objectives");
        form.show(theme.code().id());
        parts.kit()
                .sidePanel()
                .show(
                        new javafx.beans.property.SimpleStringProperty(theme.code()
                                .textOr("name", parts.i18n().language().get().code())),
                        form);
    }

    private final class ThemeCell extends ListCell<Theme> {
        private final Rectangle swatch = new Rectangle(12, 12);
        private final Label key = new Label();
        private final Label name = new Label();
        private final Label count = new Label();
        private final Button edit = new Button(null, Icons.of(Material2OutlinedAL.EDIT));
        private final HBox box;

        ThemeCell() {
            swatch.setArcWidth(4);
            swatch.setArcHeight(4);
            key.getStyleClass().add("codebook-key");
            key.setMinWidth(22);
            key.setAlignment(Pos.CENTER);
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            count.getStyleClass().addAll("muted", "numbers");
            count.setMinWidth(USE_PREF_SIZE);
            edit.getStyleClass().addAll("flat", "button-icon", "small");
            edit.setFocusTraversable(false);
            // F2 does the same by keyboard.
            edit.visibleProperty().bind(hoverProperty().or(selectedProperty()));
            box = new HBox(8, swatch, key, name, count, edit);
            box.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
            addEventHandler(MouseEvent.MOUSE_CLICKED, e -> {
                if (getItem() != null) {
                    mark.accept(getItem().code());
                }
            });
        }

        @Override
        protected void updateItem(Theme item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
                return;
            }
            String language = parts.i18n().language().get().code();
            swatch.setFill(ReadingView.colour(item.code()));
            key.setText(item.code().text("shortcut").toUpperCase(Locale.ROOT));
            key.setVisible(!key.getText().isBlank());
            name.setText(item.code().textOr("name", language));
            count.setText(String.valueOf(item.codings()));
            edit.setOnAction(e -> edit(item));
            Access.nameAndTip(edit, parts.i18n().text("kit.edit"));
            setAccessibleText(name.getText() + ", " + count.getText());
            String definition = item.code().textOr("definition", language);
            if (definition.isBlank()) {
                setTooltip(null);
            } else {
                Tooltip tip = new Tooltip(definition);
                tip.setWrapText(true);
                tip.setMaxWidth(360);
                setTooltip(tip);
            }
            setGraphic(box);
        }
    }
}
