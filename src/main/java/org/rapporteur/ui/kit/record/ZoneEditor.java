package org.rapporteur.ui.kit.record;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.problem.Message;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.Zones;
import org.rapporteur.ui.kit.Access;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.LatestTask;

/**
 * A time zone, chosen from the list of all zones by city, country, name or distance from UTC; what the place proposes
 * comes first and is one click away. Typing only searches: nothing is stored before a zone is taken, and a text that is
 * no zone stays with what is wrong with it.
 */
final class ZoneEditor extends FieldEditor {
    private static final double ROW = 30;
    private static final int MOST_PROPOSED = 3;

    /** A zone of the list as it is read and as it is searched. */
    private record Entry(String id, String words, String haystack) {}

    private record Loaded(Language language, Instant at, List<String> proposed, List<Entry> entries) {}

    private final TextField input = new TextField();
    private final ListView<Entry> list = new ListView<>();
    private final Popup popup = new Popup();
    private final FlowPane proposals = new FlowPane(4, 4);
    private final BiFunction<Records, Row, ZoneHints> hints;
    private final LatestTask<Loaded> loading;
    private Loaded loaded;
    private String settled = "";
    private boolean setting;
    private boolean editable = true;

    ZoneEditor(RecordKit kit, Kind kind, Field field, BiFunction<Records, Row, ZoneHints> hints) {
        super(kit, kind, field);
        this.hints = hints;
        this.loading = new LatestTask<>(kit.kit().tasks(), this::loaded);
        input.setId("input-" + field.name());
        input.promptTextProperty().bind(kit.i18n().text("records.zone.prompt"));
        Access.name(input, spokenName());
        input.textProperty().addListener((o, was, is) -> {
            if (!setting) {
                match();
            }
        });
        input.focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                left();
            }
        });
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        input.setOnMouseClicked(event -> {
            if (editable && !popup.isShowing()) {
                input.selectAll();
                open("");
            }
        });
        list.getStyleClass().addAll("ref-list", "type");
        list.getStylesheets().add(RecordStyles.sheet());
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(Entry entry, boolean empty) {
                super.updateItem(entry, empty);
                boolean first = !empty
                        && entry != null
                        && loaded != null
                        && loaded.proposed().contains(entry.id());
                setText(empty || entry == null ? null : entry.words());
                setGraphic(first ? Icons.of(Material2OutlinedMZ.PLACE, 14) : null);
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                take(list.getSelectionModel().getSelectedItem());
            }
        });
        popup.getContent().add(list);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
        proposals.setAlignment(Pos.CENTER_LEFT);
        proposals.getStyleClass().add("zone-proposals");
        shown(proposals, false);
        lay(new VBox(4, input, proposals), input);
    }

    private String stored() {
        return row() == null ? "" : row().text(field().name());
    }

    @Override
    void refresh(boolean fresh) {
        if (row() == null) {
            return;
        }
        Row now = row();
        Language language = kit().i18n().language().get();
        Loaded before = loaded;
        loading.request(progress -> {
            ZoneHints given = hints.apply(kit().records(), now);
            boolean same = before != null
                    && before.language() == language
                    && before.at().equals(given.at())
                    && before.proposed().equals(given.proposed());
            return same ? before : new Loaded(language, given.at(), given.proposed(), entries(language, given));
        });
        if (fresh) {
            settled = "";
            write(settled);
        }
    }

    private static List<Entry> entries(Language language, ZoneHints given) {
        List<Entry> entries = new ArrayList<>();
        for (String id : Zones.all()) {
            ZoneId zone = ZoneId.of(id);
            String offset = Zones.offset(zone, given.at());
            String words = words(id, language, given.at());
            String haystack = RecordTableModel.fold(words + "\n" + id.replace('_', ' ') + "\n" + offset + "\n"
                    + Zones.name(id, Language.EN) + "\n" + Zones.time(id, language, given.at()));
            entries.add(new Entry(id, words, haystack));
        }
        entries.sort(Comparator.comparing((Entry e) ->
                        given.proposed().contains(e.id()) ? given.proposed().indexOf(e.id()) : Integer.MAX_VALUE)
                .thenComparing(
                        Entry::words,
                        org.rapporteur.core.text.Collation.of(language).order()));
        return entries;
    }

    /** "Zurich, Switzerland (UTC+02:00)"; the distance runs from left to right in every language. */
    private static String words(String id, Language language, Instant at) {
        return Zones.of(id)
                .map(zone -> Zones.name(id, language) + " (\u2066" + Zones.offset(zone, at) + "\u2069)")
                .orElse(id);
    }

    private void loaded(Loaded read) {
        loaded = read;
        if (kit().edits().pending(row().id(), field().name())) {
            return;
        }
        String id = stored();
        // Also when the keyboard is elsewhere: what was typed and not chosen stays.
        boolean typing = !input.getText().equals(settled);
        settled = id.isEmpty() ? "" : words(id, read.language(), read.at());
        if (!typing) {
            write(settled);
            judge();
        }
        propose(id);
    }

    /** Says of a stored text that is no zone, as older versions let one type, that a zone is to be chosen. */
    private void judge() {
        if (!stored().isEmpty() && Zones.of(stored()).isEmpty()) {
            fault(Message.of("records.zone.unknown", stored()));
        } else {
            clearNote();
        }
    }

    /** What the place proposes, unless the zone is one of it already. */
    private void propose(String id) {
        proposals.getChildren().clear();
        boolean wanted =
                editable && !loaded.proposed().isEmpty() && !loaded.proposed().contains(id);
        if (wanted) {
            Label words = new Label();
            words.textProperty().bind(kit().i18n().text("records.zone.proposed"));
            words.getStyleClass().add("field-help");
            proposals.getChildren().add(words);
            loaded.proposed().stream().limit(MOST_PROPOSED).forEach(zone -> {
                Button use = new Button(words(zone, loaded.language(), loaded.at()));
                use.setGraphic(Icons.of(Material2OutlinedMZ.PLACE, 14));
                use.getStyleClass().addAll("flat", "small");
                use.setId("zone-" + zone);
                use.setMnemonicParsing(false);
                use.setOnAction(event -> {
                    store(zone);
                    input.requestFocus();
                });
                proposals.getChildren().add(use);
            });
        }
        shown(proposals, wanted);
    }

    private void write(String text) {
        setting = true;
        input.setText(text);
        setting = false;
    }

    private void match() {
        if (input.isFocused() && editable) {
            open(input.getText().equals(settled) ? "" : input.getText());
        }
    }

    private void open(String typed) {
        if (loaded == null || getScene() == null) {
            return;
        }
        String[] words = RecordTableModel.fold(typed.strip()).split("\\s+");
        List<Entry> found = loaded.entries().stream()
                .filter(entry -> List.of(words).stream().allMatch(entry.haystack()::contains))
                .toList();
        list.getItems().setAll(found);
        if (found.isEmpty()) {
            popup.hide();
            return;
        }
        Entry now = found.stream()
                .filter(entry -> typed.isBlank() && entry.id().equals(stored()))
                .findFirst()
                .orElse(found.getFirst());
        list.getSelectionModel().select(now);
        list.scrollTo(now);
        list.setNodeOrientation(input.getEffectiveNodeOrientation());
        list.setPrefSize(Math.max(320, input.getWidth()), Math.min(9, found.size()) * ROW + 4);
        if (!popup.isShowing()) {
            Bounds bounds = input.localToScreen(input.getBoundsInLocal());
            popup.show(input, bounds.getMinX(), bounds.getMaxY() + 2);
        }
    }

    private void key(KeyEvent event) {
        if (!editable) {
            return;
        }
        switch (event.getCode()) {
            case DOWN, UP -> {
                event.consume();
                if (!popup.isShowing()) {
                    open("");
                } else {
                    int step = event.getCode() == javafx.scene.input.KeyCode.DOWN ? 1 : -1;
                    int to = Math.clamp(
                            list.getSelectionModel().getSelectedIndex() + (long) step,
                            0,
                            list.getItems().size() - 1);
                    list.getSelectionModel().select(to);
                    list.scrollTo(Math.max(0, to - 4));
                }
            }
            case ENTER -> {
                if (popup.isShowing()) {
                    event.consume();
                    take(list.getSelectionModel().getSelectedItem());
                } else {
                    left();
                }
            }
            case ESCAPE -> {
                if (popup.isShowing() || !input.getText().equals(settled)) {
                    event.consume();
                    popup.hide();
                    judge();
                    write(settled);
                    input.selectAll();
                }
            }
            default -> {}
        }
    }

    private void take(Entry entry) {
        popup.hide();
        if (entry != null) {
            store(entry.id());
        }
    }

    private void store(String id) {
        clearNote();
        settled = words(id, loaded.language(), loaded.at());
        write(settled);
        input.end();
        if (!id.equals(stored())) {
            save(field().name(), id);
        }
    }

    /** Text that was only typed is no choice: it stays, with what to do; an emptied field has no zone any more. */
    private void left() {
        popup.hide();
        if (input.getText().equals(settled) || row() == null) {
            return;
        }
        if (input.getText().isBlank()) {
            clearNote();
            settled = "";
            save(field().name(), null);
        } else {
            fault(Message.of("records.zone.choose", input.getText().strip()));
        }
    }

    @Override
    boolean commit() {
        left();
        return input.getText().equals(settled);
    }

    @Override
    String unstored() {
        return commit() ? "" : input.getText();
    }

    @Override
    void putBack(String text) {
        write(text);
        left();
    }

    @Override
    void focus() {
        input.requestFocus();
        input.selectAll();
    }

    @Override
    void editable(boolean yes) {
        editable = yes;
        input.setEditable(yes);
        shown(proposals, yes && !proposals.getChildren().isEmpty());
    }

    @Override
    void faulty(boolean wrong, String words) {
        input.pseudoClassStateChanged(ERROR, wrong);
        input.setAccessibleHelp(words);
    }
}
