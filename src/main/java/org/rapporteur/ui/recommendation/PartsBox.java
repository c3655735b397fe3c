package org.rapporteur.ui.recommendation;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.model.Model;
import org.rapporteur.core.text.PlainText;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Chip;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.record.RecordForm;

/** Records that are part of a recommendation, such as reservations, as short entries; one opens in the side panel. */
final class PartsBox extends VBox {
    private static final int LONGEST = 220;

    /**
     * What an entry shows.
     *
     * @param heading names joined, such as cycle and party
     * @param text the words; may be empty
     * @param when a day; may be empty
     * @param chip may be null
     */
    record Entry(Row row, String heading, String text, String when, Chip chip) {}

    private final RecommendationParts parts;
    private final Kind kind;
    private final String titleKey;
    private final Function<RecordForm, RecordForm> fields;
    private final Function<Row, Entry> entry;
    private final VBox list = new VBox(4);
    private final LatestTask<List<Row>> loading;
    private UUID of;

    /**
     * A box of parts.
     *
     * @param fields puts the fields into the form of one
     * @param entry what one shows; on the window's thread, after the titles of its references were read
     */
    PartsBox(
            RecommendationParts parts,
            Kind kind,
            String titleKey,
            String addKey,
            Function<RecordForm, RecordForm> fields,
            Function<Row, Entry> entry) {
        super(8);
        this.parts = parts;
        this.kind = kind;
        this.titleKey = titleKey;
        this.fields = fields;
        this.entry = entry;
        this.loading = new LatestTask<>(parts.kit().tasks(), this::fill);
        Label title = new Label();
        title.textProperty().bind(parts.i18n().text(titleKey));
        title.getStyleClass().add("h3");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button add = new Button(null, Icons.of(Material2OutlinedAL.ADD, 16));
        add.textProperty().bind(parts.i18n().text(addKey));
        add.getStyleClass().add("flat");
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.setDisable(!parts.writable());
        add.setOnAction(e -> parts.recordKit()
                .edits()
                .insert(kind, Values.of(kind.parent().orElseThrow().name(), of), id -> edit(id)));
        HBox head = new HBox(8, title, add);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, list);
        Set<Kind> kinds = new java.util.HashSet<>(Set.of(kind));
        references().forEach(f -> kinds.add(Model.kind(f.target())));
        parts.recordKit().follow(this, kinds, commit -> load());
    }

    private List<Field> references() {
        return kind.fields().stream()
                .filter(f -> f.type() == FieldType.REF
                        && !f.target().isEmpty()
                        && !kind.parent().orElseThrow().equals(f))
                .toList();
    }

    void show(UUID record) {
        of = record;
        load();
    }

    private void load() {
        if (of == null) {
            return;
        }
        UUID wanted = of;
        loading.request(progress -> {
            List<Row> rows = parts.recordKit().records().list(Query.partsOf(kind, wanted));
            parts.recordKit().titles().prepare(rows, references());
            return rows;
        });
    }

    private void fill(List<Row> rows) {
        list.getChildren().setAll(rows.stream().map(entry).map(this::node).toList());
        if (rows.isEmpty()) {
            Label none = new Label();
            none.textProperty().bind(parts.i18n().text(titleKey + ".none"));
            none.getStyleClass().add("muted");
            none.setWrapText(true);
            list.getChildren().setAll(none);
        }
    }

    private Node node(Entry shown) {
        Label heading = new Label(
                shown.heading().isBlank() ? parts.i18n().now("recommendation.part.unnamed") : shown.heading());
        heading.getStyleClass().add("strong");
        heading.setMinWidth(0);
        Label when = new Label(shown.when());
        when.getStyleClass().addAll("muted", "small");
        HBox first = new HBox(8, heading, when);
        first.setAlignment(Pos.CENTER_LEFT);
        if (shown.chip() != null) {
            first.getChildren().add(shown.chip());
        }
        VBox words = new VBox(2, first);
        HBox.setHgrow(words, Priority.ALWAYS);
        if (!shown.text().isBlank()) {
            Label text = new Label(PlainText.shorten(PlainText.line(shown.text()), LONGEST));
            text.setWrapText(true);
            text.setMinHeight(Region.USE_PREF_SIZE);
            words.getChildren().add(text);
        }
        HBox row = new HBox(
                4,
                words,
                small(
                        "kit.edit",
                        Material2OutlinedAL.EDIT,
                        () -> edit(shown.row().id())),
                small(
                        "kit.delete",
                        Material2OutlinedAL.DELETE,
                        () -> parts.recordKit().edits().delete(List.of(shown.row()))));
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().add("part-entry");
        row.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                edit(shown.row().id());
            }
        });
        return row;
    }

    private Button small(String key, Ikon icon, Runnable does) {
        Button button = new Button(null, Icons.of(icon, 16));
        button.getStyleClass().addAll("flat", "button-icon", "small");
        Access.nameAndTip(button, parts.i18n().text(key));
        button.setDisable(!parts.writable());
        button.setOnAction(e -> does.run());
        return button;
    }

    /** Opens one in the side panel, with the keyboard in its first field. */
    void edit(UUID id) {
        RecordForm form = fields.apply(new RecordForm(parts.recordKit(), kind));
        form.show(id);
        form.focusFirst();
        parts.kit()
                .sidePanel()
                .show(new SimpleStringProperty(parts.recordKit().words().kind(kind)), form);
    }

    /** Titles of references that are set, joined. */
    static String names(RecommendationParts parts, Row row, String... references) {
        return java.util.Arrays.stream(references)
                .map(row::ref)
                .filter(java.util.Objects::nonNull)
                .map(parts.recordKit().titles()::known)
                .filter(t -> !t.isBlank())
                .collect(java.util.stream.Collectors.joining(" \u00b7 "));
    }

    /** A day as it is written in the person's language; "" for none. */
    static String day(RecommendationParts parts, Row row, String field) {
        return row.date(field).map(d -> parts.kit().formats().date(d)).orElse("");
    }
}
