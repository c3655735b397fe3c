package org.rapporteur.ui.kit.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Kind.ScopeRule;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.model.Model;
import org.rapporteur.ui.kit.Fx;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.Notice;
import org.rapporteur.ui.kit.Unstored;

/**
 * The editor of one record, made from its kind: one column, names above, help below, errors beside the field in words.
 * Every edit is saved as it is made and can be undone; a change made elsewhere shows at once without taking the caret.
 * Configure it with sections, then {@link #show} records in it.
 */
public final class RecordForm extends VBox {
    private final RecordKit kit;
    private final Kind kind;
    private final Map<String, FieldEditor> editors = new LinkedHashMap<>();
    private final Map<String, FormSection> sectionOf = new HashMap<>();
    private final List<FormSection> sections = new ArrayList<>();
    private final Map<String, Predicate<Row>> conditions = new HashMap<>();
    private final Map<String, Function<Row, Query>> candidates = new HashMap<>();
    private final Map<String, Creator> creators = new HashMap<>();
    private final Map<UUID, Map<String, String>> unstored = new HashMap<>();
    private final Set<String> noCreate = new HashSet<>();
    private final Set<String> hidden = new HashSet<>();
    private final List<RecordPart> parts = new ArrayList<>();
    private BiFunction<Records, Row, ZoneHints> zoneHints;
    private final LatestTask<Optional<Row>> loading;
    private final ReadOnlyObjectWrapper<Row> row = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Row> shaping = new ReadOnlyObjectWrapper<>();
    private final HBox deletedNote = new HBox(8);
    private final VBox body = new VBox();
    private UUID id;
    private boolean fresh;
    private final Supplier<Optional<Unstored>> holder = this::held;
    private String focusNext;
    private boolean readOnly;

    /**
     * How a reference makes what it then points to.
     *
     * @param key key of the words of the offer; their argument is the typed text
     * @param create gets the record of the form and the text; makes and refers in one step
     */
    record Creator(String key, BiConsumer<Row, String> create) {}

    /** An empty form for records of a kind. */
    public RecordForm(RecordKit kit, Kind kind) {
        this.kit = kit;
        this.kind = kind;
        this.zoneHints = (records, of) -> new ZoneHints(List.of(), kit.clock().instant());
        getStyleClass().add("record-form");
        getStylesheets().add(RecordStyles.sheet());
        body.getStyleClass().add("form-sections");
        loading = new LatestTask<>(kit.kit().tasks(), this::loaded);
        Label words = new Label();
        words.textProperty().bind(kit.i18n().text("records.deleted.here"));
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        Button restore = new Button();
        restore.textProperty().bind(kit.i18n().text("records.restore"));
        restore.setOnAction(event -> kit.edits().restore(List.of(row.get())));
        deletedNote.getStyleClass().add("deleted-note");
        deletedNote.getChildren().addAll(words, restore);
        FieldEditor.shown(deletedNote, false);
        getChildren().addAll(deletedNote, body);
        FieldEditor.shown(this.body, false);
        Set<Kind> kinds = new HashSet<>(Set.of(kind));
        kind.fields().stream()
                .filter(f -> f.type() == FieldType.REF && !f.target().isEmpty())
                .forEach(f -> kinds.add(Model.kind(f.target())));
        sceneProperty().addListener((o, was, is) -> {
            hold();
            Fx.later(() -> {
                if (focusNext != null) {
                    focusField(focusNext);
                }
            });
        });
        kit.follow(this, kinds, commit -> {
            if (id != null && (commit.touches(id) || kinds.stream().anyMatch(k -> k != kind && commit.touches(k)))) {
                load();
            }
        });
    }

    /** Adds fields without a heading, in this order. */
    public RecordForm fields(String... names) {
        return add(new FormSection(null, true), names);
    }

    /** Adds fields under a heading that folds. */
    public RecordForm section(String titleKey, String... names) {
        return add(new FormSection(kit.i18n().text(titleKey), true), names);
    }

    /** Adds fields under a heading that is folded at first. */
    public RecordForm folded(String titleKey, String... names) {
        return add(new FormSection(kit.i18n().text(titleKey), false), names);
    }

    /** Adds all fields that were not added yet, folded under "More". */
    public RecordForm rest() {
        String[] names = kind.fields().stream()
                .filter(this::usual)
                .map(Field::name)
                .filter(name -> !editors.containsKey(name))
                .toArray(String[]::new);
        return names.length == 0 ? this : editors.isEmpty() ? fields(names) : folded("records.section.more", names);
    }

    /** Fields that {@link #rest()} leaves out. */
    public RecordForm without(String... names) {
        hidden.addAll(List.of(names));
        return this;
    }

    /** Adds something else that belongs to the record under a heading; null for none. */
    public RecordForm part(String titleKey, RecordPart part) {
        FormSection section =
                new FormSection(titleKey == null ? null : kit.i18n().text(titleKey), true);
        section.add(part.node());
        place(section);
        parts.add(part);
        return this;
    }

    /** Shows a field for some records only. */
    public RecordForm when(String field, Predicate<Row> test) {
        kind.field(field);
        conditions.put(field, test);
        return this;
    }

    /**
     * The record as its form is laid out for: as it was read, or as it will be once the choice that is under way is
     * taken; null for none. What belongs to a choice is there before Tab leads on.
     */
    public ReadOnlyObjectProperty<Row> shaping() {
        return shaping.getReadOnlyProperty();
    }

    private void shape(Row now) {
        editors.forEach((name, editor) -> {
            Predicate<Row> condition = conditions.get(name);
            if (condition != null) {
                FieldEditor.shown(editor, condition.test(now));
            }
        });
        shaping.set(now);
        // After the parts have followed it: a section with nothing to show is none.
        sections.forEach(section -> FieldEditor.shown(section, section.hasShown()));
    }

    /** A choice is under way in a field. */
    void underWay(Field field, String value) {
        Row now = row.get();
        if (now != null && !fresh) {
            shape(now.with(field.name(), value == null || value.isEmpty() ? null : value));
        }
    }

    /** What a reference offers; usually the rows of its kind, of the same meeting where the kind belongs to one. */
    public RecordForm candidates(String field, Function<Row, Query> query) {
        kind.field(field);
        candidates.put(field, query);
        return this;
    }

    /** What helps to choose a time zone of a record. Called off the window's thread; to be given before its field is added. */
    public RecordForm zones(BiFunction<Records, Row, ZoneHints> hints) {
        zoneHints = hints;
        return this;
    }

    BiFunction<Records, Row, ZoneHints> zoneHints() {
        return zoneHints;
    }

    /** References that do not offer to make a new record. To be called before their fields are added. */
    public RecordForm noCreate(String... fields) {
        noCreate.addAll(List.of(fields));
        return this;
    }

    /**
     * A reference that makes what somebody typed when told to. To be called before its field is added.
     *
     * @param key key of the words of the offer; their argument is the typed text
     * @param create gets the record of the form and the text; makes and refers in one step
     */
    public RecordForm creating(String field, String key, BiConsumer<Row, String> create) {
        kind.field(field);
        creators.put(field, new Creator(key, create));
        return this;
    }

    /** A form that is only looked at. */
    public RecordForm readOnly() {
        readOnly = true;
        editors.values().forEach(editor -> editor.editable(false));
        return this;
    }

    /**
     * Shows a record; null shows nothing. What is typed in the one before is saved first; what can't be saved, such as a
     * name that was not chosen, stands there again when somebody comes back.
     */
    public void show(UUID record) {
        if (java.util.Objects.equals(record, id)) {
            return;
        }
        if (!commit() && id != null) {
            keepUnstored();
        }
        id = record;
        fresh = true;
        parts.forEach(part -> part.show(record));
        if (record == null) {
            loading.cancel();
            row.set(null);
            shaping.set(null);
            FieldEditor.shown(body, false);
            FieldEditor.shown(deletedNote, false);
        } else {
            load();
        }
    }

    /** The record shown, as it was last read; null for none. */
    public ReadOnlyObjectProperty<Row> row() {
        return row.getReadOnlyProperty();
    }

    /** Saves what is typed and not saved yet. Returns whether nothing is left that could not be saved. */
    public boolean commit() {
        boolean all = true;
        for (FieldEditor editor : editors.values()) {
            all &= editor.commit();
        }
        return all;
    }

    /** While it is in a window, or keeps a text for a record that was left, closing the window asks it. */
    private void hold() {
        if (getScene() != null || !unstored.isEmpty()) {
            kit.edits().holds(holder);
        } else {
            kit.edits().holdsNot(holder);
        }
    }

    private Optional<Unstored> held() {
        if (!commit() && row.get() != null) {
            Map<String, String> texts = unstoredNow();
            if (!texts.isEmpty()) {
                String first = editors.keySet().stream()
                        .filter(texts::containsKey)
                        .findFirst()
                        .orElseThrow();
                return Optional.of(new Unstored(String.join(" · ", texts.values()), () -> focusField(first)));
            }
        }
        return unstored.entrySet().stream()
                .findFirst()
                .map(kept -> new Unstored(String.join(" · ", kept.getValue().values()), () -> {
                    if (kit.opener().canOpen(kind)) {
                        kit.opener().open(kind, kept.getKey());
                    }
                }));
    }

    private Map<String, String> unstoredNow() {
        Map<String, String> texts = new LinkedHashMap<>();
        editors.forEach((name, editor) -> {
            String text = editor.unstored();
            if (!text.isBlank()) {
                texts.put(name, text);
            }
        });
        return texts;
    }

    private void keepUnstored() {
        Map<String, String> texts = unstoredNow();
        if (texts.isEmpty()) {
            return;
        }
        UUID left = id;
        unstored.put(left, texts);
        hold();
        Notice notice = Notice.warning(kit.i18n().text("records.unstored", String.join(" · ", texts.values())));
        kit.kit()
                .notifications()
                .show(
                        kit.opener().canOpen(kind)
                                ? notice.action(
                                        kit.i18n().text("records.unstored.back"),
                                        () -> kit.opener().open(kind, left))
                                : notice);
    }

    /** Puts the keyboard into a field, as soon as the record and the form are there; opens the section it is in. */
    public void focusField(String name) {
        // A tab takes in its content with the next layout only; without a window the keyboard would go nowhere.
        if (row.get() == null || fresh || getScene() == null) {
            focusNext = name;
            return;
        }
        focusNext = null;
        Optional.ofNullable(sectionOf.get(name)).ifPresent(FormSection::open);
        Optional.ofNullable(editors.get(name)).ifPresent(FieldEditor::focus);
    }

    /** Puts the keyboard into the first field. */
    public void focusFirst() {
        editors.keySet().stream().findFirst().ifPresent(this::focusField);
    }

    private RecordForm add(FormSection section, String... names) {
        for (String name : names) {
            Field field = kind.field(name);
            FieldEditor editor = FieldEditor.of(kit, kind, field, this);
            if (editors.put(name, editor) != null) {
                throw new IllegalArgumentException("field twice: " + kind + "." + name);
            }
            sectionOf.put(name, section);
            section.add(editor);
        }
        place(section);
        return this;
    }

    private void place(FormSection section) {
        sections.add(section);
        body.getChildren().add(section);
    }

    private boolean usual(Field field) {
        return !field.is(Field.Trait.INTERNAL)
                && !hidden.contains(field.name())
                && field.type() != FieldType.ORDER
                && field.type() != FieldType.BLOB_HASH
                && !kind.parent().equals(Optional.of(field));
    }

    private void load() {
        UUID wanted = id;
        loading.request(progress -> kit.records().find(kind, wanted));
    }

    private void loaded(Optional<Row> found) {
        Row now = found.orElse(null);
        row.set(now);
        FieldEditor.shown(body, now != null);
        FieldEditor.shown(deletedNote, now != null && now.deleted());
        if (now == null) {
            shaping.set(null);
            return;
        }
        boolean first = fresh;
        fresh = false;
        boolean editable = !readOnly && !now.deleted() && kit.writable();
        editors.forEach((name, editor) -> {
            editor.show(now, first);
            editor.editable(editable);
        });
        shape(now);
        if (first && unstored.containsKey(now.id())) {
            unstored.remove(now.id()).forEach((name, text) -> editors.get(name).putBack(text));
            hold();
        }
        if (focusNext != null) {
            focusField(focusNext);
        }
    }

    Optional<Creator> creator(Field field) {
        return kit.writable() ? Optional.ofNullable(creators.get(field.name())) : Optional.empty();
    }

    boolean creates(Field field) {
        return !noCreate.contains(field.name())
                && kit.writable()
                && Model.kind(field.target()).scopeRule() == ScopeRule.DIRECTORY;
    }

    Optional<Query> candidates(Field field, Row from) {
        Function<Row, Query> given = candidates.get(field.name());
        if (given != null) {
            return Optional.ofNullable(given.apply(from));
        }
        if (field.target().isEmpty()) {
            return Optional.empty();
        }
        Kind target = Model.kind(field.target());
        Query query = Query.of(target);
        boolean sameScope =
                target.scopeRule() == ScopeRule.PARENT && !from.scope().equals(Model.DIRECTORY);
        return Optional.of(sameScope ? query.where("scope", from.scope()) : query);
    }
}
