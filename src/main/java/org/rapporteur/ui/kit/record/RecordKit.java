package org.rapporteur.ui.kit.record;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import org.rapporteur.core.change.Changes;
import org.rapporteur.core.change.Commit;
import org.rapporteur.core.change.History;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.change.Values;
import org.rapporteur.core.text.Language;
import org.rapporteur.ui.kit.Fx;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.Kit;

/**
 * What lists and forms of records need: one for each open workspace, handed to constructors. For use on the window's
 * thread.
 */
public final class RecordKit implements AutoCloseable {
    private static final Label EVERYTHING = Label.of("records.refresh");

    private final Kit kit;
    private final Records records;
    private final Changes changes;
    private final History history;
    private final Clock clock;
    private final KindWords words;
    private final Titles titles;
    private final ValueText texts;
    private final Edits edits;
    private final CopyOnWriteArrayList<Consumer<Commit>> followers = new CopyOnWriteArrayList<>();
    private final Map<String, Long> lastCommit = new HashMap<>();
    private final Map<String, BiFunction<String, String, Values>> makers = new HashMap<>();
    private final BooleanProperty compact = new SimpleBooleanProperty();
    private final Consumer<Commit> listener = commit -> Fx.run(() -> committed(commit));
    private Opener opener = Opener.NONE;
    private volatile boolean closed;

    /** Opens records in their own place of the window. */
    public interface Opener {
        /** Opens nothing. */
        Opener NONE = new Opener() {
            @Override
            public boolean canOpen(Kind kind) {
                return false;
            }

            @Override
            public void open(Kind kind, UUID id) {
                // There is no place to go to.
            }
        };

        /** Whether records of the kind have a place of their own. */
        boolean canOpen(Kind kind);

        /** Goes there. */
        void open(Kind kind, UUID id);
    }

    /**
     * A kit over an open workspace.
     *
     * @param clock for "today" and what is overdue
     */
    public RecordKit(Kit kit, Records records, Changes changes, History history, Clock clock) {
        this.kit = kit;
        this.records = records;
        this.changes = changes;
        this.history = history;
        this.clock = clock;
        this.words = new KindWords(kit.i18n());
        this.titles = new Titles(records, words, kit.i18n());
        this.texts = new ValueText(kit.i18n(), words, titles);
        this.edits = new Edits(changes, kit, words, titles);
        changes.onCommit(listener);
    }

    /** The kit of all screens. */
    public Kit kit() {
        return kit;
    }

    /** Live words. */
    public I18n i18n() {
        return kit.i18n();
    }

    /** Reading; never on the window's thread. */
    public Records records() {
        return records;
    }

    /** Writing, in order, off the window's thread. */
    public Edits edits() {
        return edits;
    }

    /** Who changed what. */
    public History history() {
        return history;
    }

    /** What time it is. */
    public Clock clock() {
        return clock;
    }

    /** Words of kinds, fields and values. */
    public KindWords words() {
        return words;
    }

    /** Names of records. */
    public Titles titles() {
        return titles;
    }

    /** Values as text. */
    public ValueText texts() {
        return texts;
    }

    /** Whether the workspace can be changed. */
    public boolean writable() {
        return changes.writable();
    }

    /** Whether rows of lists are low; one choice for all lists. */
    public BooleanProperty compact() {
        return compact;
    }

    /** Who opens records in their own place. */
    public Opener opener() {
        return opener;
    }

    /** Sets who opens records in their own place. */
    public void opener(Opener newOpener) {
        opener = newOpener;
    }

    /**
     * Says how a record of a kind is made from what a person typed in a reference ("create new").
     *
     * @param maker from the typed text and the code of the current language to the values of the row
     */
    public void maker(Kind kind, BiFunction<String, String, Values> maker) {
        makers.put(kind.name(), maker);
    }

    /** The values of a new record of a kind with this text as its title, if the kind can be made from a title alone. */
    public Optional<Values> make(Kind kind, String text) {
        String language = kit.i18n().language().get().code();
        BiFunction<String, String, Values> maker = makers.get(kind.name());
        if (maker != null) {
            return Optional.of(maker.apply(text, language));
        }
        return kind.titleFields().stream()
                .filter(field -> field.is(org.rapporteur.core.change.Field.Trait.REQUIRED))
                .findFirst()
                .or(() -> kind.titleFields().stream().findFirst())
                .map(field -> Values.of(field.multilingual() ? field.name() + "_" + language : field.name(), text));
    }

    /**
     * The field that says what a new record of a kind is, such as the category of a party, where nobody but the person
     * can know it: a choice that the kind requires and that the values leave open.
     */
    public Optional<org.rapporteur.core.change.Field> asked(Kind kind, Values values) {
        return kind.fields().stream()
                .filter(field -> field.type() == org.rapporteur.core.change.FieldType.CHOICE
                        && field.is(org.rapporteur.core.change.Field.Trait.REQUIRED)
                        && values.map().get(field.name()) == null)
                .findFirst();
    }

    /** Calls the follower after each commit, on the window's thread. Run the result to end it. */
    public Runnable onCommit(Consumer<Commit> follower) {
        followers.add(follower);
        return () -> followers.remove(follower);
    }

    /**
     * Keeps a node in step with the workspace while it is in a window: tells of each commit that touches one of the
     * kinds, and of another language. If the node was out of the window meanwhile and missed something, it is told when
     * it comes back, with a commit that names no rows.
     */
    public void follow(Node node, Set<Kind> kinds, Consumer<Commit> changed) {
        new Follower(kinds, changed).watch(node);
    }

    private final class Follower {
        private final Set<Kind> kinds;
        private final Consumer<Commit> changed;
        private final ChangeListener<Language> relanguaged = (o, was, is) -> everything();
        private long seen;
        private Language spoken;
        private Runnable end;

        Follower(Set<Kind> kinds, Consumer<Commit> changed) {
            this.kinds = Set.copyOf(kinds);
            this.changed = changed;
            this.seen = newest(kinds);
            this.spoken = i18n().language().get();
        }

        void watch(Node node) {
            node.sceneProperty().addListener((o, was, is) -> place(is != null));
            place(node.getScene() != null);
        }

        private void place(boolean shown) {
            if (shown && end == null) {
                end = onCommit(this::committed);
                i18n().language().addListener(relanguaged);
                if (newest(kinds) > seen || spoken != i18n().language().get()) {
                    everything();
                }
            } else if (!shown && end != null) {
                end.run();
                end = null;
                i18n().language().removeListener(relanguaged);
            }
        }

        private void committed(Commit commit) {
            if (closed) {
                return;
            }
            if (kinds.stream().anyMatch(commit::touches)) {
                seen = commit.number();
                changed.accept(commit);
            }
        }

        private void everything() {
            seen = newest(kinds);
            spoken = i18n().language().get();
            changed.accept(new Commit(seen, EVERYTHING, names(kinds), null));
        }
    }

    private long newest(Set<Kind> kinds) {
        return kinds.stream()
                .mapToLong(k -> lastCommit.getOrDefault(k.name(), 0L))
                .max()
                .orElse(0);
    }

    private static Set<String> names(Set<Kind> kinds) {
        return kinds.stream().map(Kind::name).collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    /** A record of a kind read now, off the window's thread. */
    public Optional<Row> read(Kind kind, UUID id) {
        return records.find(kind, id);
    }

    private void committed(Commit commit) {
        if (closed) {
            return;
        }
        commit.kinds().forEach(kind -> lastCommit.put(kind, commit.number()));
        titles.forget(commit);
        followers.forEach(follower -> follower.accept(commit));
    }

    /** Writes what is still being typed and waits until all is on the disk; then lets go of the workspace. */
    @Override
    public void close() {
        // Nobody reads again while the workspace closes.
        closed = true;
        edits.close();
        changes.removeListener(listener);
    }
}
