package org.rapporteur.ui.meeting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.record.RecordForm;
import org.rapporteur.ui.kit.record.RecordKit;
import org.rapporteur.ui.kit.record.RecordPart;

/** Parts of a record below its form: one line each, which opens into a form of its own; with ways to add and take out. */
final class PartCards implements RecordPart {
    /**
     * A part as its line shows it.
     *
     * @param row the record
     * @param heading what it is called
     */
    record Part(Row row, String heading) {}

    /** Reads the parts of a record. Called off the window's thread. */
    @FunctionalInterface
    interface Reader {
        List<Part> read(Records records, UUID owner, String language);
    }

    private final RecordKit records;
    private final I18n i18n;
    private final Reader reader;
    private final Supplier<RecordForm> forms;
    private final String removeKey;
    private final Ikon removeIcon;
    private final java.util.function.Consumer<Row> remove;
    private final VBox root = new VBox(4);
    private final VBox lines = new VBox(2);
    private final Map<UUID, RecordForm> open = new HashMap<>();
    private final LatestTask<List<Part>> loading;
    private UUID owner;
    private UUID openNext;
    private String focusNext;

    /**
     * Parts of a kind.
     *
     * @param kinds kinds whose changes are followed
     * @param forms makes the form of one part
     * @param removeKey words of the button at the end of a line
     */
    PartCards(
            MeetingParts parts,
            Set<Kind> kinds,
            Reader reader,
            Supplier<RecordForm> forms,
            String removeKey,
            Ikon removeIcon,
            java.util.function.Consumer<Row> remove) {
        this.records = parts.recordKit();
        this.i18n = parts.i18n();
        this.reader = reader;
        this.forms = forms;
        this.removeKey = removeKey;
        this.removeIcon = removeIcon;
        this.remove = remove;
        this.loading = new LatestTask<>(parts.kit().tasks(), this::fill);
        root.getStyleClass().add("part-cards");
        root.getChildren().add(lines);
        records.follow(root, kinds, commit -> load());
    }

    /** Something below the lines, such as a button that adds one. */
    PartCards below(Node node) {
        root.getChildren().add(node);
        return this;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void show(UUID record) {
        if (!java.util.Objects.equals(owner, record)) {
            open.values().forEach(RecordForm::commit);
            open.clear();
        }
        owner = record;
        load();
    }

    UUID owner() {
        return owner;
    }

    /**
     * Opens a part as soon as it is there, with the keyboard in a field of it: whoever adds something types on, and a
     * button that kept the keyboard would add another one with every space.
     */
    void open(UUID part, String field) {
        focusNext = field;
        openNext = part;
        load();
    }

    private void load() {
        if (owner == null) {
            loading.cancel();
            fill(List.of());
            return;
        }
        UUID wanted = owner;
        String language = i18n.language().get().code();
        loading.request(progress -> reader.read(records.records(), wanted, language));
    }

    private void fill(List<Part> parts) {
        List<Node> nodes = new ArrayList<>();
        for (Part part : parts) {
            nodes.add(line(part));
            UUID id = part.row().id();
            if (id.equals(openNext)) {
                openNext = null;
                RecordForm form = form(id);
                if (focusNext != null) {
                    form.focusField(focusNext);
                    focusNext = null;
                }
            }
            if (open.containsKey(id)) {
                nodes.add(open.get(id));
            }
        }
        if (!lines.getChildren().equals(nodes)) {
            lines.getChildren().setAll(nodes);
        }
    }

    private RecordForm form(UUID id) {
        return open.computeIfAbsent(id, key -> {
            RecordForm form = forms.get();
            form.getStyleClass().add("part-form");
            form.show(key);
            return form;
        });
    }

    private Node line(Part part) {
        UUID id = part.row().id();
        ToggleButton head = new ToggleButton(part.heading());
        head.getStyleClass().addAll("flat", "part-head");
        head.setMnemonicParsing(false);
        head.setMaxWidth(Double.MAX_VALUE);
        head.setWrapText(true);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setSelected(open.containsKey(id));
        head.setGraphic(
                Icons.of(head.isSelected() ? Material2OutlinedAL.EXPAND_LESS : Material2OutlinedAL.EXPAND_MORE, 16));
        head.setOnAction(event -> {
            if (open.containsKey(id)) {
                // What is typed and could not be stored is not folded away with its form.
                if (open.get(id).commit()) {
                    open.remove(id);
                } else {
                    head.setSelected(true);
                }
            } else {
                form(id);
            }
            load();
        });
        HBox.setHgrow(head, Priority.ALWAYS);
        HBox line = new HBox(4, head);
        line.setAlignment(Pos.CENTER_LEFT);
        if (records.writable()) {
            Button out = new Button(null, Icons.of(removeIcon, 16));
            out.getStyleClass().addAll("flat", "button-icon");
            Access.nameAndTip(out, i18n.text(removeKey, part.heading()));
            out.setOnAction(event -> remove.accept(part.row()));
            line.getChildren().add(out);
        }
        return line;
    }
}
