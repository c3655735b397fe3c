package org.rapporteur.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.rapporteur.core.change.Commit;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.model.Model;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.ui.Fx;
import org.rapporteur.ui.kit.record.FieldProbe;
import org.rapporteur.ui.kit.record.RefPicker;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * What is typed arrives: every area, every kind of record that has a place, every tab and every form of the sample is
 * opened; in every field somebody types, waits for the save, a colleague changes the same record, they type on and
 * leave with Tab. Window and workspace are compared. Arrow keys and Tab write nothing. Screens, kinds and fields are
 * found, not listed: a new one is typed in too.
 */
@ExtendWith(ApplicationExtension.class)
class HandsTest {
    private static final String FIRST = "qzu ";
    private static final String SECOND = "vkx";
    private static final int SECONDS = 4;

    @TempDir
    Path folder;

    private final List<String> faults = new ArrayList<>();
    private final Set<String> typedIn = new LinkedHashSet<>();
    private final Set<String> looked = new LinkedHashSet<>();
    private final Set<String> forms = new LinkedHashSet<>();
    /** What picks of the fields in the ordinary run; null for all. */
    private Random chance;

    private final ConcurrentLinkedQueue<Commit> commits = new ConcurrentLinkedQueue<>();
    private WindowFixture window;
    private Runnable slowAgain;
    private String where = "";

    @Start
    void start(Stage stage) {
        slowAgain = FieldProbe.quickly();
        window = new WindowFixture(stage, folder);
    }

    @AfterEach
    void close() {
        window.close();
        slowAgain.run();
    }

    /** Minutes long, as it waits for hundreds of saves: part of the long runs. */
    @Test
    @Tag("soak")
    void whatIsTypedArrivesInEveryFormAndNavigationWritesNothing() {
        walk();
        assertTrue(typedIn.size() > 60, "fields found: " + typedIn);
        assertEquals(List.of(), faults, () -> String.join("\n", faults));
    }

    /** Every screen is opened; of each kind of form one field is typed in, of the others some, by chance. */
    @Test
    void whatIsTypedArrivesInAFieldOfEveryForm() {
        long seed = Long.getLong("rapporteur.seed", System.nanoTime());
        chance = new Random(seed);
        walk();
        assertTrue(forms.size() > 12, "forms found: " + forms);
        assertEquals(List.of(), faults, () -> "rapporteur.seed=" + seed + "\n" + String.join("\n", faults));
    }

    /** Whether something is tried: all in the long run; else the first of its sort and one in six. */
    private boolean tried(String sort) {
        return forms.add(sort) | (chance == null || chance.nextInt(6) == 0);
    }

    private void walk() {
        window.openSample();
        Consumer<Commit> listener = commits::add;
        window.workspace().changes().onCommit(listener);
        List<String> areas = Fx.on(() -> window.kit.kit.commands().active().stream()
                .map(command -> command.id())
                .filter(id -> id.startsWith("shell.area."))
                .toList());
        assertTrue(areas.size() > 6, "the areas of the window: " + areas);
        for (String area : areas) {
            where = area;
            window.command(area);
            screens(() -> window.command(area), new ArrayList<>());
        }
        for (Kind kind : Model.kinds()) {
            Optional<Row> row =
                    window.workspace().list(Query.of(kind).page(1, 0)).stream().findFirst();
            if (row.isPresent() && Fx.on(() -> window.records().opener().canOpen(kind))) {
                where = "record " + kind.name();
                UUID id = row.get().id();
                Runnable open = () -> {
                    now(() -> window.records().opener().open(kind, id));
                    window.settle();
                };
                open.run();
                screens(open, new ArrayList<>());
            }
        }
    }

    /** This screen and those behind its tabs. */
    private void screens(Runnable back, List<Integer> path) {
        String here = where;
        screen();
        List<TabPane> panes = Fx.on(() -> all(content()).stream()
                .filter(TabPane.class::isInstance)
                .map(TabPane.class::cast)
                .toList());
        // The innermost one that this walk has not gone through yet.
        for (TabPane pane : panes) {
            if (!done.add(Fx.on(() -> pane.getTabs().stream()
                    .map(javafx.scene.control.Tab::getText)
                    .toList()
                    .toString()))) {
                continue;
            }
            int tabs = Fx.on(() -> pane.getTabs().size());
            for (int i = 0; i < tabs; i++) {
                int at = i;
                if (Fx.on(() -> pane.getScene() == null)) {
                    back.run();
                }
                now(() -> pane.getSelectionModel().select(at));
                window.settle();
                where = here + "/" + Fx.on(() -> pane.getTabs().get(at).getText());
                screens(back, path);
            }
        }
        where = here;
    }

    private final Set<String> done = new LinkedHashSet<>();

    private Node content() {
        return window.stage.getScene().getRoot().lookup(".side-panel-host");
    }

    private static List<Node> all(Node root) {
        List<Node> found = new ArrayList<>();
        collect(root, found);
        return found;
    }

    private static void collect(Node node, List<Node> found) {
        if (node == null || !node.isVisible()) {
            return;
        }
        found.add(node);
        if (node instanceof Parent parent) {
            List.copyOf(parent.getChildrenUnmodifiable()).forEach(child -> collect(child, found));
        }
    }

    private void screen() {
        selectFirstRows();
        fields();
        navigation();
        inPlace();
        openParts();
    }

    /** A list with a form beside it shows the form of its first record. */
    private void selectFirstRows() {
        now(() -> all(content()).forEach(node -> {
            if (node instanceof TableView<?> table
                    && table.getSelectionModel().isEmpty()
                    && !table.getItems().isEmpty()) {
                table.getSelectionModel().select(0);
            }
        }));
        window.settle();
    }

    private void openParts() {
        List<ListView<?>> lists = new ArrayList<>();
        now(() -> all(content()).forEach(node -> {
            if (node instanceof ListView<?> list
                    && list.getStyleClass().contains("parts")
                    && !list.getItems().isEmpty()) {
                lists.add(list);
            }
        }));
        for (ListView<?> list : lists) {
            String key = where + " parts " + Fx.on(list::getAccessibleText);
            if (!looked.add(key) || Fx.on(() -> list.getScene() == null)) {
                continue;
            }
            now(() -> {
                list.requestFocus();
                list.getSelectionModel().select(0);
            });
            Parent form = Fx.on(list::getParent);
            press(KeyCode.ENTER);
            window.settle();
            if (Fx.on(() -> list.getScene() != null && Fx.isShown(list))) {
                fieldsIn(form);
            }
        }
    }

    private void fields() {
        fieldsIn(Fx.on(this::content));
    }

    private void fieldsIn(Node root) {
        for (TextInputControl input : Fx.on(() -> all(root).stream()
                .filter(TextInputControl.class::isInstance)
                .map(TextInputControl.class::cast)
                .filter(i -> i.isEditable() && !i.isDisabled() && i.isFocusTraversable())
                .toList())) {
            if (Fx.on(() -> input.getScene() == null || !Fx.isShown(input))) {
                continue;
            }
            Optional<FieldProbe.Target> target = Fx.on(() -> FieldProbe.of(input));
            String key = target.map(t -> t.row().kind() + "." + t.column())
                    .orElseGet(() -> where + " " + Fx.on(() -> input.getId() + " " + input.getAccessibleText()));
            if (!typedIn.add(key)
                    || !tried(target.map(t -> t.row().kind().name()).orElse("beside forms"))) {
                continue;
            }
            try {
                if (input instanceof RefPicker) {
                    picker(key, input);
                } else if (target.isPresent()) {
                    field(key, input, target.get());
                } else {
                    free(key, input);
                }
            } catch (AssertionError e) {
                fault(key, e.getMessage());
            }
        }
    }

    private void fault(String key, String what) {
        faults.add(
                where + ", " + key + ": " + what.lines().findFirst().orElse("").replaceAll("; shown are .*", ""));
    }

    /** Text to type in two parts, such that both together are a value of the field. */
    private static String[] words(Field field) {
        return switch (field.type()) {
            case DATE -> new String[] {"2019-03-0", "4"};
            case TIME -> new String[] {"10:1", "5"};
            case INTEGER, DECIMAL -> new String[] {"1", "7"};
            case EMAIL -> new String[] {"q@zu", ".org"};
            case PHONE -> new String[] {"+41 22 ", "717"};
            case URL -> new String[] {"https://qzu.", "org"};
            case COLOUR -> new String[] {"#0072", "b2"};
            default -> new String[] {FIRST, SECOND};
        };
    }

    private void field(String key, TextInputControl input, FieldProbe.Target target) {
        String[] parts = words(target.field());
        Row row = target.row();
        boolean saves =
                switch (target.field().type()) {
                    case TEXT, LONG_TEXT, EMAIL, PHONE -> true;
                    default -> false;
                };
        now(() -> {
            input.requestFocus();
            input.clear();
        });
        type(parts[0]);
        if (!focused(key, input, parts[0])) {
            return;
        }
        if (saves && Fx.on(() -> FieldProbe.note(input)).isEmpty()) {
            awaitStored(row, target.column(), parts[0].strip());
        }
        colleague(row, target.column());
        window.settle();
        if (!focused(key, input, parts[0])) {
            return;
        }
        type(parts[1]);
        if (!focused(key, input, parts[0] + parts[1])) {
            return;
        }
        press(KeyCode.TAB);
        Node next = Fx.on(() -> window.focus());
        if (next == input) {
            fault(key, "Tab does not leave the field");
        } else if (next instanceof javafx.scene.control.ToggleButton pill
                && pill.getStyleClass().contains("language-pill")) {
            fault(key, "Tab lands on a language chip");
        } else if (next == null || !Fx.on(() -> Fx.isShown(next))) {
            fault(key, "Tab leads nowhere");
        }
        if (!Fx.on(() -> FieldProbe.note(input)).isEmpty()) {
            // What is no value of the field stays in it, with words for what is wrong.
            return;
        }
        awaitStored(row, target.column(), expected(target.field(), parts[0] + parts[1]));
        if (Fx.on(() -> input.getScene() == null || !Fx.isShown(input))) {
            fault(key, "the form is gone after the save");
        }
    }

    private static String expected(Field field, String typed) {
        return field.type() == FieldType.LONG_TEXT ? typed.stripTrailing() : typed.strip();
    }

    private void awaitStored(Row row, String column, String text) {
        String[] stored = new String[1];
        boolean arrived = WindowFixture.within(SECONDS, () -> {
            stored[0] = window.workspace()
                    .find(row.kind(), row.id())
                    .map(now -> now.text(column))
                    .orElse(null);
            return text.equals(stored[0]);
        });
        if (!arrived) {
            throw new AssertionError("stored is \"" + stored[0] + "\" instead of \"" + text + "\"");
        }
    }

    /** Somebody else changes another field of the same record. */
    private void colleague(Row row, String column) {
        row.kind().fields().stream()
                .filter(f -> (f.type() == FieldType.TEXT || f.type() == FieldType.LONG_TEXT)
                        && !f.is(Field.Trait.INTERNAL)
                        && !f.is(Field.Trait.TITLE))
                .flatMap(f -> f.columns().stream())
                .filter(c -> !c.equals(column))
                .reduce((first, last) -> last)
                .ifPresent(other -> window.workspace()
                        .changes()
                        .run(
                                Label.of("step.edit", "", ""),
                                tx -> tx.set(row.kind(), row.id(), other, "from a colleague " + typedIn.size())));
    }

    private boolean focused(String key, TextInputControl input, String text) {
        Node owner = Fx.on(() -> window.focus());
        if (owner != input) {
            fault(key, "the keyboard went to " + owner + " after \"" + text + "\"");
            return false;
        }
        String shown = Fx.on(input::getText);
        if (!shown.equals(text)) {
            fault(key, "shows \"" + shown + "\" for \"" + text + "\"");
            return false;
        }
        int caret = Fx.on(input::getCaretPosition);
        if (caret != text.length()) {
            fault(key, "the caret is at " + caret + " of \"" + text + "\"");
            return false;
        }
        return true;
    }

    /** What is typed in a picker and not chosen makes nothing. */
    private void picker(String key, TextInputControl input) {
        window.settle();
        commits.clear();
        String before = Fx.on(input::getText);
        now(() -> {
            input.requestFocus();
            input.selectAll();
        });
        type("qzuvkx");
        window.settle();
        press(KeyCode.ENTER, KeyCode.TAB);
        window.settle();
        if (!commits.isEmpty()) {
            fault(key, "what was typed in a picker and not chosen wrote " + labels());
        }
        String kept = Fx.on(input::getText);
        if (!kept.equals("qzuvkx")) {
            fault(key, "lost the words that were not chosen, shows \"" + kept + "\"");
        }
        now(input::requestFocus);
        window.settle();
        press(KeyCode.ESCAPE);
        window.settle();
        String after = Fx.on(input::getText);
        if (!after.equals(before)) {
            fault(key, "shows \"" + after + "\" instead of \"" + before + "\" after Esc");
        }
    }

    private String labels() {
        return commits.stream()
                .map(c -> c.label().key() + c.label().arguments())
                .toList()
                .toString();
    }

    /** A field that stands in no form of a record: what is typed stays, or is stored. */
    private void free(String key, TextInputControl input) {
        now(() -> {
            input.requestFocus();
            input.clear();
        });
        type("qzu");
        window.settle();
        if (!focused(key, input, "qzu")) {
            return;
        }
        type("vkx");
        window.settle();
        if (!focused(key, input, "qzuvkx")) {
            return;
        }
        now(input::clear);
        window.settle();
    }

    /** Arrow keys and Tab in lists, tables, trees and choices write nothing. */
    private void navigation() {
        for (Node node : Fx.on(() -> all(content()).stream()
                .filter(n -> n.isFocusTraversable() && !n.isDisabled() && !(n instanceof TextInputControl))
                .filter(n -> n instanceof ListView<?>
                        || n instanceof TableView<?>
                        || n instanceof TreeView<?>
                        || n instanceof ComboBox<?>
                        || !(n instanceof javafx.scene.control.Control))
                .toList())) {
            String key = "keys "
                    + Fx.on(() ->
                            node.getClass().getSimpleName() + " " + node.getId() + " " + node.getAccessibleText());
            if (!looked.add(key)
                    || Fx.on(() -> node.getScene() == null || !Fx.isShown(node))
                    || !tried("keys " + node.getClass().getSimpleName())) {
                continue;
            }
            commits.clear();
            now(node::requestFocus);
            if (node instanceof ComboBox<?>) {
                // Left and right leave the box, and what is left is taken.
                press(KeyCode.DOWN, KeyCode.DOWN, KeyCode.UP, KeyCode.ESCAPE);
            } else {
                press(KeyCode.DOWN, KeyCode.DOWN, KeyCode.RIGHT, KeyCode.UP, KeyCode.LEFT);
            }
            press(KeyCode.TAB);
            window.settle();
            if (!commits.isEmpty()) {
                fault(key, "arrow keys and Tab wrote " + labels());
            }
        }
    }

    /** F2 in a list edits in place: typing goes on through a colleague's change, and is stored on Enter. */
    private void inPlace() {
        for (Node node : Fx.on(() -> all(content()).stream()
                .filter(n -> n.isFocusTraversable() && !n.isDisabled() && !(n instanceof TextInputControl))
                .filter(n -> n instanceof ListView<?>
                        || n instanceof TableView<?>
                        || n instanceof TreeView<?>
                        || !(n instanceof javafx.scene.control.Control))
                .toList())) {
            String key = "F2 "
                    + Fx.on(() ->
                            node.getClass().getSimpleName() + " " + node.getId() + " " + node.getAccessibleText());
            if (!looked.add(key) || Fx.on(() -> node.getScene() == null || !Fx.isShown(node))) {
                continue;
            }
            now(() -> {
                node.requestFocus();
                switch (node) {
                    case ListView<?> list -> list.getSelectionModel().select(0);
                    case TableView<?> table -> {
                        table.getSelectionModel().clearAndSelect(0);
                        table.getFocusModel().focus(0);
                    }
                    case TreeView<?> tree -> tree.getSelectionModel().select(0);
                    default -> {}
                }
            });
            press(KeyCode.F2);
            window.settle();
            Node owner = Fx.on(() -> window.focus());
            if (!(owner instanceof TextInputControl input) || input instanceof TextArea) {
                continue;
            }
            if (input instanceof RefPicker) {
                // F2 leads into the form of such a list; a picker stores only what is chosen, and is tried as one.
                continue;
            }
            typedIn.add(key);
            try {
                inOneBreath(key, input, tried("F2 " + node.getClass().getSimpleName()));
            } catch (AssertionError e) {
                fault(key, e.getMessage());
            }
        }
    }

    /** Whoever types on at once loses no letter, however long the window takes to draw the field. */
    private void inOneBreath(String key, TextInputControl opened, boolean store) {
        press(KeyCode.ESCAPE);
        window.settle();
        if (Fx.on(() -> window.focus()) == opened) {
            fault(key, "Esc leaves the keyboard in the field");
            return;
        }
        now(() -> {
            fire(KeyEvent.KEY_PRESSED, "", KeyCode.F2);
            fire(KeyEvent.KEY_RELEASED, "", KeyCode.F2);
            letters(FIRST);
        });
        window.settle();
        if (Fx.on(() -> window.focus()) instanceof TextInputControl input) {
            if (focused(key, input, FIRST) && store) {
                inPlace(key, input);
            } else {
                press(KeyCode.ESCAPE);
                window.settle();
            }
        } else {
            fault(key, "F2 and letters at once open no field");
        }
    }

    private void inPlace(String key, TextInputControl input) {
        anyone();
        window.settle();
        if (!focused(key, input, FIRST)) {
            return;
        }
        type(SECOND + typedIn.size());
        commits.clear();
        // As the window does when it closes: whatever is being typed in place is kept.
        now(window.desk::commit);
        window.settle();
        String whole = FIRST + SECOND + typedIn.size();
        boolean found = commits.stream()
                .filter(c -> c.rows() != null)
                .anyMatch(c -> c.rows().stream()
                        .anyMatch(id -> c.kinds().stream()
                                .anyMatch(kind -> window.workspace().find(Model.kind(kind), id).stream()
                                        .anyMatch(row -> row.kind().columns().stream()
                                                .anyMatch(column ->
                                                        row.text(column).equals(whole))))));
        press(KeyCode.ENTER);
        window.settle();
        if (!found) {
            fault(key, "\"" + whole + "\" is not stored: " + labels());
        }
        Node owner = Fx.on(() -> window.focus());
        if (owner == null || !Fx.on(() -> Fx.isShown(owner))) {
            fault(key, "after Enter the keyboard is nowhere: " + owner);
        }
    }

    /** A colleague's import touches a row of every kind; what a kind refuses it leaves alone. */
    private void anyone() {
        for (Kind kind : Model.kinds()) {
            kind.fields().stream()
                    .filter(f -> f.type() == FieldType.TEXT || f.type() == FieldType.LONG_TEXT)
                    .filter(f -> !f.is(Field.Trait.INTERNAL) && !f.is(Field.Trait.TITLE))
                    .flatMap(f -> f.columns().stream())
                    .reduce((first, last) -> last)
                    .ifPresent(column -> touch(kind, column));
        }
    }

    private void touch(Kind kind, String column) {
        try {
            window.workspace()
                    .changes()
                    .run(
                            Label.of("step.edit", "", ""),
                            tx -> tx.list(Query.of(kind).page(1, 0))
                                    .forEach(row -> tx.set(kind, row.id(), column, "import " + typedIn.size())));
        } catch (Problem refused) {
            // Written once: nobody changes it, so no colleague does.
            assertTrue(refused.code() != null, "a refusal has a code");
        }
    }

    /** Does something in the window; what follows from it comes with {@link WindowFixture#settle()}. */
    private static void now(Runnable task) {
        Fx.on(() -> {
            task.run();
            return null;
        });
    }

    /** Each letter goes to whatever has the keyboard then. */
    private void type(String text) {
        now(() -> letters(text));
    }

    private void letters(String text) {
        text.chars().forEach(c -> fire(KeyEvent.KEY_TYPED, String.valueOf((char) c), KeyCode.UNDEFINED));
    }

    private void fire(javafx.event.EventType<KeyEvent> type, String character, KeyCode code) {
        Node owner = window.focus();
        if (owner != null) {
            Event.fireEvent(owner, new KeyEvent(type, character, "", code, false, false, false, false));
        }
    }

    private void press(KeyCode... codes) {
        now(() -> {
            for (KeyCode code : codes) {
                fire(KeyEvent.KEY_PRESSED, "", code);
                fire(KeyEvent.KEY_RELEASED, "", code);
            }
        });
    }
}
