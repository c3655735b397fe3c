package org.rapporteur.ui.document;

import static org.rapporteur.core.document.DocumentKinds.DOCUMENT;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.document.DocumentSteps;
import org.rapporteur.core.document.DocumentSymbol;
import org.rapporteur.core.document.DocumentSymbol.Mark;
import org.rapporteur.core.problem.Message;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.record.RecordPart;

/** Under the symbol: what is wrong with it in words, and the documents that may follow it: revision, addendum, corrigendum. */
final class SymbolPart implements RecordPart {
    private record Loaded(Row row, List<Message> faults, boolean twice) {}

    private final DocumentParts parts;
    private final java.util.function.Consumer<UUID> made;
    private final VBox faults = new VBox(4);
    private final FlowPane next = new FlowPane(8, 8);
    private final VBox box = new VBox(8, faults, next);
    private final LatestTask<Loaded> loading;
    private UUID document;

    /** @param made what to do with a document that was made */
    SymbolPart(DocumentParts parts, java.util.function.Consumer<UUID> made) {
        this.parts = parts;
        this.made = made;
        this.loading = new LatestTask<>(parts.kit().tasks(), this::fill);
        next.setAlignment(Pos.CENTER_LEFT);
        parts.recordKit().follow(box, Set.of(DOCUMENT), commit -> load());
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(UUID record) {
        document = record;
        load();
    }

    private void load() {
        UUID wanted = document;
        if (wanted == null) {
            return;
        }
        loading.request(progress -> {
            var store = parts.recordKit().records();
            Row row = store.find(DOCUMENT, wanted).orElse(null);
            if (row == null) {
                return new Loaded(null, List.of(), false);
            }
            String symbol = row.text("symbol");
            boolean twice = !symbol.isBlank() && store.count(Query.of(DOCUMENT).where("symbol", symbol)) > 1;
            return new Loaded(row, DocumentSymbol.faults(symbol), twice);
        });
    }

    private void fill(Loaded loaded) {
        faults.getChildren().clear();
        next.getChildren().clear();
        if (loaded.row() == null || !loaded.row().id().equals(document)) {
            return;
        }
        Row row = loaded.row();
        for (Message fault : loaded.faults()) {
            faults.getChildren().add(fault(fault, row));
        }
        if (loaded.twice()) {
            faults.getChildren().add(fault(Message.of("document.symbol.twice"), row));
        }
        show(faults, !faults.getChildren().isEmpty());
        boolean parsed = DocumentSymbol.parse(row.text("symbol")).isPresent();
        show(next, parsed && parts.recordKit().writable());
        if (parsed) {
            Label label = new Label();
            label.textProperty().bind(parts.i18n().text("document.next"));
            label.getStyleClass().add("muted");
            next.getChildren().add(label);
            for (Mark mark : List.of(Mark.REV, Mark.ADD, Mark.CORR)) {
                String name = mark.name().toLowerCase(java.util.Locale.ROOT);
                Button button = new Button();
                button.textProperty().bind(parts.i18n().text("document.next." + name));
                button.setId("next-" + name);
                button.getStyleClass().add("small");
                button.setOnAction(e -> follow(row, mark, name));
                next.getChildren().add(button);
            }
        }
    }

    private Node fault(Message message, Row row) {
        Label words = new Label();
        words.textProperty().bind(parts.i18n().text(message));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.getStyleClass().add("field-doubt");
        words.setGraphic(Icons.of(Material2OutlinedMZ.WARNING, 14));
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(8, words);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("field-editor");
        if (message.key().equals("document.symbol.usual") && parts.recordKit().writable()) {
            Button write = new Button();
            write.textProperty().bind(parts.i18n().text("document.symbol.take"));
            write.getStyleClass().add("small");
            write.setMinWidth(Region.USE_PREF_SIZE);
            write.setOnAction(e -> parts.recordKit()
                    .edits()
                    .setAlone(row, "symbol", String.valueOf(message.args().getFirst())));
            line.getChildren().add(write);
        }
        return line;
    }

    private void follow(Row row, Mark mark, String name) {
        parts.recordKit().edits().commitTyping();
        parts.recordKit()
                .edits()
                .write(
                        org.rapporteur.core.change.Label.of("document.step." + name, row.text("symbol")),
                        tx -> DocumentSteps.follow(
                                tx, tx.find(DOCUMENT, row.id()).orElse(row), mark),
                        made);
    }

    private static void show(Node node, boolean yes) {
        node.setVisible(yes);
        node.setManaged(yes);
    }
}
