package org.rapporteur.ui.kit.record;

import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.History;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.model.Model;
import org.rapporteur.core.text.Language;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.LatestTask;

/**
 * What happened to one record and to its parts: who changed what from what to what, the newest first, with a way back
 * for each value. A part is named with what happened to it.
 */
public final class HistoryPanel extends VBox {
    private static final int MOST = 200;
    private static final int LONGEST = 400;
    private static final int LONGEST_NAME = 80;

    private final RecordKit kit;
    private final Kind kind;
    private final UUID id;
    private final LatestTask<Loaded> loading;

    /**
     * @param names what the records of the entries are called, by their keys
     */
    private record Loaded(List<History.Entry> entries, Map<UUID, String> names) {}

    private HistoryPanel(RecordKit kit, Row row) {
        this.kit = kit;
        this.kind = row.kind();
        this.id = row.id();
        getStyleClass().add("history-panel");
        getStylesheets().add(RecordStyles.sheet());
        loading = new LatestTask<>(kit.kit().tasks(), this::fill);
        kit.follow(this, kinds(kind), commit -> load());
        load();
    }

    /** Shows the history of a record in the panel beside the content. */
    public static void show(RecordKit kit, Row row) {
        kit.kit().sidePanel().show(kit.i18n().text("records.history"), of(kit, row));
    }

    /** The history of a record, to be placed. */
    static HistoryPanel of(RecordKit kit, Row row) {
        return new HistoryPanel(kit, row);
    }

    /** The kind and the kinds of its parts, and of theirs. */
    private static Set<Kind> kinds(Kind of) {
        Set<Kind> kinds = new LinkedHashSet<>();
        Deque<Kind> open = new ArrayDeque<>(List.of(of));
        while (!open.isEmpty()) {
            Kind at = open.pop();
            if (kinds.add(at)) {
                Model.kinds().stream()
                        .filter(part -> part.parent()
                                .filter(f -> f.target().isEmpty() || f.target().equals(at.name()))
                                .isPresent())
                        .forEach(open::add);
            }
        }
        return kinds;
    }

    private void load() {
        loading.request(progress -> {
            List<History.Entry> entries = kit.history().withParts(kind, id, MOST);
            Map<UUID, String> names = new HashMap<>();
            Map<Kind, List<History.Entry>> byKind = entries.stream()
                    .collect(Collectors.groupingBy(
                            entry -> Model.kind(entry.kind()), LinkedHashMap::new, Collectors.toList()));
            byKind.forEach((of, some) -> {
                prepareReferences(of, some);
                Set<UUID> ids = some.stream().map(History.Entry::record).collect(Collectors.toSet());
                List<Row> rows =
                        kit.records().list(Query.of(of).where("id", ids).withDeleted());
                kit.titles().prepare(rows, of.fields());
                rows.forEach(row -> names.put(row.id(), kit.titles().of(row)));
            });
            return new Loaded(entries, names);
        });
    }

    private void prepareReferences(Kind of, List<History.Entry> entries) {
        for (Field field : of.fields()) {
            if (field.type() == FieldType.REF) {
                Set<UUID> ids = new HashSet<>();
                for (History.Entry entry : entries) {
                    if (field.name().equals(entry.column())) {
                        if (entry.before() instanceof UUID before) {
                            ids.add(before);
                        }
                        if (entry.after() instanceof UUID after) {
                            ids.add(after);
                        }
                    }
                }
                kit.titles().prepareIds(field, ids);
            }
        }
    }

    private void fill(Loaded loaded) {
        List<Node> lines = new ArrayList<>();
        History.Entry above = null;
        for (History.Entry entry : loaded.entries()) {
            boolean first = above == null
                    || !above.at().equals(entry.at())
                    || !above.author().equals(entry.author());
            boolean named =
                    !entry.record().equals(id) && (first || !above.record().equals(entry.record()));
            Node line = line(entry, first, named ? loaded.names().getOrDefault(entry.record(), "") : null);
            if (line != null) {
                lines.add(line);
                above = entry;
            }
        }
        if (lines.isEmpty()) {
            Label nothing = new Label(kit.i18n().now("records.history.nothing"));
            nothing.getStyleClass().add("muted");
            nothing.setWrapText(true);
            lines.add(nothing);
        }
        getChildren().setAll(lines);
    }

    /** What a part is called: its kind, and its own name if it has one. */
    private String partName(Kind of, String name) {
        String shown = name.strip().replaceAll("\\s+", " ");
        if (shown.codePointCount(0, shown.length()) > LONGEST_NAME) {
            shown = shown.substring(0, shown.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
        }
        return shown.isEmpty()
                ? kit.words().kind(of)
                : kit.i18n().now("records.history.part", kit.words().kind(of), shown);
    }

    private Node line(History.Entry entry, boolean withHead, String part) {
        Kind of = Model.kind(entry.kind());
        VBox box = new VBox(4);
        box.getStyleClass().add("history-entry");
        if (withHead) {
            Label head = new Label(kit.i18n()
                    .now(
                            "records.history.head",
                            entry.author().isBlank() ? kit.i18n().now("records.history.somebody") : entry.author(),
                            kit.kit().formats().dateTime(entry.at(), ZoneId.systemDefault())));
            head.getStyleClass().addAll("muted", "small");
            head.setWrapText(true);
            box.getChildren().add(head);
            box.getStyleClass().add("with-head");
        }
        if (part != null) {
            Label name = new Label(partName(of, part));
            name.getStyleClass().add("history-part");
            name.setWrapText(true);
            box.getChildren().add(name);
        }
        switch (entry.action()) {
            case CREATED -> box.getChildren().add(said("records.history.created"));
            case DELETED -> box.getChildren().add(said("records.history.deleted"));
            case RESTORED -> box.getChildren().add(said("records.history.restored"));
            case CHANGED -> {
                if (!of.hasColumn(entry.column())
                        || of.fieldOf(entry.column()).is(Field.Trait.INTERNAL)
                        || of.fieldOf(entry.column()).type() == FieldType.ORDER) {
                    return null;
                }
                box.getChildren().addAll(changed(entry));
            }
        }
        return box;
    }

    private Label said(String key) {
        Label label = new Label(kit.i18n().now(key));
        label.setWrapText(true);
        return label;
    }

    private List<Node> changed(History.Entry entry) {
        Kind of = Model.kind(entry.kind());
        Field field = of.fieldOf(entry.column());
        String name = kit.words().field(of, field);
        if (field.multilingual()) {
            String code = entry.column().substring(field.name().length() + 1);
            name = kit.i18n()
                    .now(
                            "records.language.field",
                            name,
                            Language.ofCode(code).nameIn(kit.i18n().language().get()));
        }
        Label label = new Label(name);
        label.getStyleClass().add("history-field");
        label.setWrapText(true);
        HBox.setHgrow(label, Priority.ALWAYS);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(4, label);
        head.setAlignment(Pos.CENTER_LEFT);
        if (kit.writable()) {
            head.getChildren().add(restore(entry, name));
        }
        return List.of(head, value(field, entry, entry.before(), false), value(field, entry, entry.after(), true));
    }

    private Button restore(History.Entry entry, String name) {
        Button back = new Button(null, Icons.of(Material2OutlinedAL.HISTORY, 16));
        back.getStyleClass().addAll("flat", "button-icon");
        Access.nameAndTip(back, kit.i18n().text("records.history.restore", name));
        back.setOnAction(event -> kit.kit()
                .tasks()
                .read(progress -> kit.records().find(Model.kind(entry.kind()), entry.record()))
                .then(row -> row.ifPresent(r -> kit.edits().setAlone(r, entry.column(), entry.before())))
                .start());
        return back;
    }

    private Node value(Field field, History.Entry entry, Object value, boolean after) {
        String text = kit.texts().of(Model.kind(entry.kind()), field, value);
        String shown =
                text.length() > LONGEST ? text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…" : text;
        Label label = new Label(shown.isEmpty() ? kit.i18n().now("records.history.empty") : shown);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(after ? "history-after" : "history-before");
        label.setGraphic(Icons.of(after ? Material2OutlinedAL.ADD : Material2OutlinedMZ.REMOVE, 14));
        label.setAccessibleText(
                kit.i18n().now(after ? "records.history.after" : "records.history.before", label.getText()));
        if (field.multilingual()) {
            label.setNodeOrientation(
                    entry.column().endsWith("_ar") ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        }
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }
}
