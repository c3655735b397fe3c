package org.rapporteur.ui.kit.record;

import atlantafx.base.controls.CustomTextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import javafx.stage.Screen;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.problem.Message;
import org.rapporteur.ui.kit.FieldKeys;
import org.rapporteur.ui.kit.Icons;
import org.rapporteur.ui.kit.LatestTask;

/**
 * A text field that finds records while one types: matches below it, chosen by arrows and Enter or by mouse. Text that
 * nobody chose is no value and is not lost either: it stays in the field as {@link #unchosen()} until somebody chooses,
 * takes it out or presses Esc. Can also stand alone, to add something to a list. A record is made only when somebody
 * chooses to make one and then says what it is: no key that chooses a match makes anything.
 */
public final class RefPicker extends CustomTextField implements FieldKeys {
    private static final int MOST = 50;
    private static final double ROW = 30;
    /** Room between the field and the list, and what the list's border and padding take. */
    private static final double GAP = 2;

    private static final double FRAME = 16;

    /**
     * A line of the list: a match, the offer to make a record, or one answer to what it is.
     *
     * @param id key of a match; null for the others
     * @param made the values that choosing it makes a record of; null for the others
     */
    private record Candidate(UUID id, String title, String haystack, Values made) {
        boolean isOffer() {
            return id == null && made == null;
        }
    }

    private final RecordKit kit;
    private final Supplier<Query> query;
    private final ListView<Candidate> list = new ListView<>();
    private final Popup popup = new Popup();
    private final LatestTask<List<Candidate>> loading;
    private List<Candidate> candidates = List.of();
    private Consumer<UUID> onPick = id -> {};
    private Kind creates;
    private BiConsumer<String, Values> onCreate;
    private String offerKey = "records.ref.create";
    private final ReadOnlyStringWrapper unchosen = new ReadOnlyStringWrapper("");
    private final Label question = new Label();
    private boolean asking;
    private Runnable onEmpty = () -> {};
    private String settled = "";
    private boolean setting;

    /**
     * A picker among the rows of a query.
     *
     * @param query asked each time somebody begins to type; null gives nothing to choose from
     */
    public RefPicker(RecordKit kit, Supplier<Query> query) {
        this.kit = kit;
        this.query = query;
        this.loading = new LatestTask<>(kit.kit().tasks(), found -> {
            candidates = found;
            match();
        });
        getStyleClass().add("ref-picker");
        list.getStyleClass().addAll("ref-list", "type");
        list.getStylesheets().add(RecordStyles.sheet());
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new Cell());
        list.setFocusTraversable(false);
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                take();
            }
        });
        question.setWrapText(true);
        question.getStyleClass().add("ref-question");
        FieldEditor.shown(question, false);
        VBox box = new VBox(question, list);
        box.getStyleClass().addAll("ref-popup", "type");
        box.getStylesheets().add(RecordStyles.sheet());
        popup.getContent().add(box);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
        textProperty().addListener((o, was, is) -> typed());
        focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                left();
            } else if (!unchosen.get().isEmpty()) {
                // Whoever comes back to words that were not chosen sees again what there is to choose.
                load();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** A picker that adds to a list, marked so. */
    public RefPicker adding() {
        setLeft(Icons.of(Material2OutlinedAL.ADD, 16));
        return this;
    }

    /** What to do with a record that was chosen. */
    public RefPicker onPick(Consumer<UUID> pick) {
        onPick = pick;
        return this;
    }

    /**
     * Offers to make a record from the typed text. What kind of thing it is (a party's category) is asked, unless the
     * picker finds one kind of thing only.
     *
     * @param create gets the text and the values of the record to make
     */
    public RefPicker onCreate(Kind kind, BiConsumer<String, Values> create) {
        creates = kind;
        onCreate = create;
        return this;
    }

    /**
     * Offers to make a record from the typed text under words of its own. Choosing the offer makes it: nothing else is
     * asked.
     *
     * @param key key of the words of the offer; their argument is the text
     * @param create gets the text
     */
    RefPicker onCreate(String key, Consumer<String> create) {
        offerKey = key;
        onCreate = (text, values) -> create.accept(text);
        return this;
    }

    /** What is typed and was left without choosing; "" for nothing. */
    public ReadOnlyStringProperty unchosen() {
        return unchosen.getReadOnlyProperty();
    }

    /** What to do about the words that were not chosen. */
    Message advice() {
        return Message.of(onCreate == null ? "records.ref.choose" : "records.ref.chooseOrAdd", unchosen.get());
    }

    /** Puts words back that somebody typed here before and did not choose. */
    void putBack(String text) {
        write(text);
        left();
    }

    /** The picker with what is wrong below it, for where it stands outside a form. */
    public VBox withNote() {
        Label note = new Label();
        note.setId("unchosen-note");
        note.getStyleClass().add("field-error");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        note.maxWidthProperty().bind(widthProperty());
        note.setGraphic(Icons.of(Material2OutlinedAL.ERROR_OUTLINE, 14));
        FieldEditor.shown(note, false);
        unchosen.addListener((o, was, is) -> {
            FieldEditor.shown(note, !is.isEmpty());
            note.textProperty().unbind();
            if (!is.isEmpty()) {
                note.textProperty().bind(kit.i18n().text(advice()));
            }
            pseudoClassStateChanged(FieldEditor.ERROR, !is.isEmpty());
            setAccessibleHelp(is.isEmpty() ? null : note.getText());
        });
        VBox box = new VBox(4, this, note);
        box.getStylesheets().add(RecordStyles.sheet());
        box.getStyleClass().add("field-editor");
        return box;
    }

    /** What to do when the text was taken out. */
    RefPicker onEmpty(Runnable action) {
        onEmpty = action;
        return this;
    }

    /** Shows the title of what is chosen. */
    void settle(String title) {
        boolean typed = !getText().equals(settled);
        settled = title;
        if (!typed) {
            write(title);
        } else if (getText().equals(title)) {
            unchosen.set("");
        }
    }

    private void write(String text) {
        setting = true;
        setText(text);
        setting = false;
    }

    private void typed() {
        if (setting) {
            return;
        }
        unchosen.set("");
        if (!popup.isShowing()) {
            load();
        } else {
            match();
        }
    }

    private void load() {
        Query now = isEditable() ? query.get() : null;
        if (now == null) {
            return;
        }
        loading.request(progress -> {
            List<Candidate> found = new ArrayList<>();
            List<Row> rows = kit.records().list(now);
            for (Row row : rows) {
                String title = kit.titles().of(row);
                StringBuilder text = new StringBuilder(title).append('\n');
                row.kind().fields().stream()
                        .filter(f -> f.is(org.rapporteur.core.change.Field.Trait.SEARCHED))
                        .forEach(f -> f.columns()
                                .forEach(c -> text.append(row.text(c)).append('\n')));
                found.add(new Candidate(row.id(), title, RecordTableModel.fold(text.toString()), null));
            }
            var order = kit.i18n().messages().formats().order();
            found.sort((a, b) -> order.compare(a.title(), b.title()));
            return found;
        });
    }

    private void match() {
        if (!isFocused()) {
            return;
        }
        String typed = getText().strip();
        String text = typed.equals(settled) ? "" : RecordTableModel.fold(typed);
        String[] words = text.isEmpty() ? new String[0] : text.split("\\s+");
        List<Candidate> first = new ArrayList<>();
        List<Candidate> rest = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (List.of(words).stream().allMatch(candidate.haystack()::contains)) {
                (candidate.haystack().startsWith(text) ? first : rest).add(candidate);
            }
        }
        List<Candidate> shown = new ArrayList<>(first);
        shown.addAll(rest);
        boolean known =
                shown.stream().anyMatch(c -> RecordTableModel.fold(c.title()).equals(text));
        List<Candidate> most = new ArrayList<>(shown.subList(0, Math.min(MOST, shown.size())));
        if (onCreate != null && !text.isEmpty() && !known) {
            most.add(new Candidate(null, typed, "", null));
        }
        asking = false;
        FieldEditor.shown(question, false);
        show(most);
        if (!most.isEmpty() && !most.getFirst().isOffer()) {
            list.getSelectionModel().select(0);
        }
    }

    /** Asks what is to be made; nothing is chosen before somebody chooses it. */
    private void ask(String text, List<Candidate> answers) {
        asking = true;
        question.setText(kit.i18n().now("records.ref.what", text));
        FieldEditor.shown(question, true);
        show(answers);
        requestFocus();
    }

    private List<Candidate> answers(String text) {
        Values plain = kit.make(creates, text).orElseGet(Values::none);
        Optional<Field> asked = kit.asked(creates, plain);
        Optional<String> only = asked.flatMap(this::only);
        if (asked.isEmpty() || only.isPresent()) {
            only.ifPresent(value -> plain.with(asked.get().name(), value));
            String what = only.map(value -> kit.words().value(creates, asked.get(), value))
                    .orElseGet(() -> kit.words().kind(creates));
            return List.of(new Candidate(null, what, "", plain));
        }
        return asked.get().values().stream()
                .map(value -> new Candidate(
                        null,
                        kit.words().value(creates, asked.get(), value),
                        "",
                        kit.make(creates, text)
                                .orElseGet(Values::none)
                                .with(asked.get().name(), value)))
                .toList();
    }

    /** The one value that a field has in all that the picker finds, if it is so. */
    private Optional<String> only(Field field) {
        Query now = query.get();
        return now == null
                ? Optional.empty()
                : now.conditions().stream()
                        .filter(c -> c.column().equals(field.name()) && c.value() instanceof String)
                        .map(c -> (String) c.value())
                        .findFirst();
    }

    private void show(List<Candidate> most) {
        list.getItems().setAll(most);
        list.getSelectionModel().clearSelection();
        if (most.isEmpty()) {
            popup.hide();
            return;
        }
        list.scrollTo(0);
        list.setNodeOrientation(getEffectiveNodeOrientation());
        question.setNodeOrientation(getEffectiveNodeOrientation());
        list.setPrefSize(Math.max(340, getWidth()), Math.min(8, most.size()) * ROW + 4);
        question.setMaxWidth(Math.max(340, getWidth()));
        if (getScene() != null) {
            place();
        }
    }

    /** Below the field, or above it where there is no room below; never over the words being typed. */
    private void place() {
        Bounds field = localToScreen(getBoundsInLocal());
        Rectangle2D screen = Screen.getScreensForRectangle(field.getMinX(), field.getMinY(), 1, 1).stream()
                .findFirst()
                .orElseGet(Screen::getPrimary)
                .getVisualBounds();
        double asked = question.isVisible() ? question.prefHeight(list.getPrefWidth()) : 0;
        double below = screen.getMaxY() - field.getMaxY() - GAP - FRAME - asked;
        double above = field.getMinY() - screen.getMinY() - GAP - FRAME - asked;
        double wanted = list.getPrefHeight();
        boolean up = wanted > below && above > below;
        list.setPrefHeight(Math.min(wanted, Math.max(ROW, up ? above : below)));
        popup.setAnchorLocation(
                up ? PopupWindow.AnchorLocation.WINDOW_BOTTOM_LEFT : PopupWindow.AnchorLocation.WINDOW_TOP_LEFT);
        double y = up ? field.getMinY() - GAP : field.getMaxY() + GAP;
        if (popup.isShowing()) {
            popup.setAnchorY(y);
        } else {
            popup.show(this, field.getMinX(), y);
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> {
                event.consume();
                if (popup.isShowing()) {
                    move(1);
                } else {
                    load();
                }
            }
            case UP -> {
                if (popup.isShowing()) {
                    event.consume();
                    move(-1);
                }
            }
            case ENTER -> {
                if (popup.isShowing()) {
                    event.consume();
                    if (list.getSelectionModel().getSelectedItem() == null) {
                        keep();
                    } else {
                        take();
                    }
                } else {
                    left();
                }
            }
            case TAB -> {
                if (popup.isShowing()
                        && !getText().isBlank()
                        && !getText().equals(settled)
                        && !asking
                        && list.getSelectionModel().getSelectedItem() != null
                        && list.getSelectionModel().getSelectedItem().id() != null) {
                    take();
                }
            }
            case ESCAPE -> {
                if (popup.isShowing() || !getText().equals(settled)) {
                    event.consume();
                    popup.hide();
                    unchosen.set("");
                    write(settled);
                    selectAll();
                }
            }
            default -> {}
        }
    }

    private void move(int step) {
        int at = list.getSelectionModel().getSelectedIndex();
        int to = Math.clamp(
                at < 0 && step < 0 ? list.getItems().size() - 1 : at + step,
                0,
                list.getItems().size() - 1);
        list.getSelectionModel().select(to);
        list.scrollTo(Math.max(0, to - 3));
    }

    private void take() {
        Candidate candidate = list.getSelectionModel().getSelectedItem();
        if (candidate == null) {
            return;
        }
        if (candidate.isOffer() && creates != null) {
            List<Candidate> answers = answers(candidate.title());
            if (answers.size() > 1 || list.getItems().size() > 1) {
                ask(candidate.title(), answers);
                return;
            }
            // Nothing like it is there, and there is nothing to ask.
            candidate = answers.getFirst();
        }
        String typed = getText().strip();
        popup.hide();
        unchosen.set("");
        settled = candidate.id() == null ? typed : candidate.title();
        write(settled);
        end();
        if (candidate.id() == null) {
            onCreate.accept(typed, candidate.made());
        } else {
            onPick.accept(candidate.id());
        }
    }

    @Override
    public boolean pick() {
        if (!popup.isShowing()) {
            load();
        }
        return true;
    }

    private void left() {
        popup.hide();
        loading.cancel();
        keep();
    }

    /** Text that was only typed is no choice: it stays, with what to do. A field that was emptied has no value. */
    private void keep() {
        if (getText().equals(settled)) {
            unchosen.set("");
        } else if (getText().isBlank()) {
            unchosen.set("");
            settled = "";
            write("");
            onEmpty.run();
        } else {
            unchosen.set(getText().strip());
        }
    }

    /** Takes what is typed as left. Returns whether nothing is there that was not chosen. */
    boolean leave() {
        keep();
        return unchosen.get().isEmpty();
    }

    /** Empties the field after what was chosen has been taken over elsewhere. */
    public void reset() {
        settled = "";
        unchosen.set("");
        write("");
    }

    private final class Cell extends ListCell<Candidate> {
        @Override
        protected void updateItem(Candidate candidate, boolean empty) {
            super.updateItem(candidate, empty);
            if (empty || candidate == null) {
                setText(null);
                setGraphic(null);
            } else if (candidate.id() == null) {
                setText(candidate.isOffer() ? kit.i18n().now(offerKey, candidate.title()) : candidate.title());
                setGraphic(Icons.of(Material2OutlinedAL.ADD, 16));
            } else {
                setText(candidate.title());
                setGraphic(null);
            }
        }
    }

    /** Direction of the list of matches; for tests. */
    NodeOrientation listOrientation() {
        return list.getNodeOrientation();
    }

    /** Where the list of matches stands on the screen; empty while it is closed; for tests. */
    Optional<Rectangle2D> listPlace() {
        return popup.isShowing()
                ? Optional.of(new Rectangle2D(popup.getX(), popup.getY(), popup.getWidth(), popup.getHeight()))
                : Optional.empty();
    }

    /** Titles of the matches shown; for tests. */
    List<String> matches() {
        return popup.isShowing()
                ? list.getItems().stream().map(Candidate::title).toList()
                : List.of();
    }
}
