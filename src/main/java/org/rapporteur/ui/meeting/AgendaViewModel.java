package org.rapporteur.ui.meeting;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.rapporteur.core.change.Changes;
import org.rapporteur.core.change.Commit;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.meeting.Agenda;
import org.rapporteur.core.meeting.AgendaItem;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.meeting.Numbering;
import org.rapporteur.core.meeting.Outline;
import org.rapporteur.core.meeting.OutlineTiming;
import org.rapporteur.core.meeting.Programme;
import org.rapporteur.core.meeting.ProgrammeCheck;
import org.rapporteur.core.meeting.Room;
import org.rapporteur.core.meeting.Session;
import org.rapporteur.core.meeting.SessionType;
import org.rapporteur.core.meeting.Slot;
import org.rapporteur.core.meeting.Timing;
import org.rapporteur.core.meeting.Way;
import org.rapporteur.core.text.Language;
import org.rapporteur.ui.kit.Fx;
import org.rapporteur.ui.kit.Kit;
import org.rapporteur.ui.kit.LatestTask;
import org.rapporteur.ui.kit.record.Edits;

/**
 * Agenda and timetable of one meeting as the window shows and edits them. What is edited shows at once and is written
 * behind; every commit, also an undo, is read again.
 */
final class AgendaViewModel {
    private static final Set<Kind> KINDS = Set.of(
            MeetingKinds.MEETING,
            MeetingKinds.ROOM,
            MeetingKinds.SESSION,
            MeetingKinds.AGENDA_ITEM,
            MeetingKinds.SPEAKER);

    private final Kit kit;
    private final Records records;
    private final Changes changes;
    private final Agenda agenda;
    private final AgendaWords words;
    private final UUID meeting;
    private final Edits.Line edits;
    private final Edits queue;
    private final LatestTask<Optional<AgendaState>> loading;
    private final Consumer<Commit> listener = commit -> Fx.run(() -> committed(commit));
    private final ReadOnlyObjectWrapper<AgendaState> state = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<UUID> selected = new SimpleObjectProperty<>();
    private final BooleanProperty flow = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<Said> said = new ReadOnlyObjectWrapper<>();
    private AgendaState stored;
    private Map<UUID, Slot> pending = new HashMap<>();
    private Map<UUID, Slot> preview = Map.of();
    private UUID wanted;
    private boolean stale;
    private boolean attached;
    private final List<Runnable> waiting = new java.util.ArrayList<>();

    /**
     * What an edit has done, for eye and ear.
     *
     * @param subject key of the session
     * @param words what it did
     * @param clash whether sessions now run at the same time that cannot
     */
    record Said(UUID subject, String words, boolean clash) {}

    AgendaViewModel(Kit kit, Records records, Changes changes, Edits edits, UUID meeting) {
        this.kit = kit;
        this.records = records;
        this.changes = changes;
        this.agenda = new Agenda(changes);
        this.words = new AgendaWords(kit.i18n());
        this.meeting = meeting;
        this.edits = edits.line(this::written);
        this.queue = edits;
        this.loading = new LatestTask<>(kit.tasks(), this::loaded);
    }

    /** Reads, and follows changes until {@link #detach()}. */
    void attach() {
        if (!attached) {
            attached = true;
            changes.onCommit(listener);
            reload();
        }
    }

    void detach() {
        attached = false;
        waiting.clear();
        changes.removeListener(listener);
        loading.cancel();
    }

    /** What is shown, with what is being dragged; null until it was read. */
    ReadOnlyObjectProperty<AgendaState> state() {
        return state.getReadOnlyProperty();
    }

    /** The programme as it is shown; null until it was read. */
    Programme programme() {
        return state.get() == null ? null : state.get().programme();
    }

    /** Key of the selected session, null for none. */
    ObjectProperty<UUID> selected() {
        return selected;
    }

    /** Whether sessions that follow each other stay together when one of them changes. */
    BooleanProperty flow() {
        return flow;
    }

    /** What the last edit of the timetable has done; null when there is nothing to say. */
    ReadOnlyObjectProperty<Said> said() {
        return said.getReadOnlyProperty();
    }

    /** Nothing more needs to be said about the last edit. */
    void heard() {
        said.set(null);
    }

    private void say(UUID session) {
        Programme now = settled();
        now.session(session).ifPresent(s -> {
            List<Session> clashes = ProgrammeCheck.clashes(now, session);
            said.set(new Said(session, words.placed(now, s, clashes), !clashes.isEmpty()));
        });
    }

    boolean writable() {
        return changes.writable();
    }

    UUID meeting() {
        return meeting;
    }

    AgendaWords words() {
        return words;
    }

    private Language language() {
        return kit.i18n().language().get();
    }

    /** Reads again, for another language. */
    void reload() {
        Language language = language();
        loading.request(progress -> AgendaState.read(records, meeting, language));
    }

    private void committed(Commit commit) {
        if (KINDS.stream().anyMatch(commit::touches)) {
            if (edits.isIdle()) {
                reload();
            } else {
                stale = true;
            }
        }
    }

    private void written() {
        if (stale) {
            stale = false;
            reload();
        }
    }

    private void loaded(Optional<AgendaState> read) {
        if (!edits.isIdle()) {
            stale = true;
            return;
        }
        stored = read.orElse(null);
        pending.clear();
        show();
        selectWanted();
        runWaiting();
        if (selected.get() != null
                && (stored == null || stored.programme().session(selected.get()).isEmpty())) {
            selected.set(null);
        }
    }

    /** Selects a session, or the session that takes an item up, as soon as it was read. */
    void selectWhenThere(UUID record) {
        wanted = record;
        selectWanted();
    }

    private void selectWanted() {
        if (wanted != null && stored != null) {
            UUID session =
                    stored.programme().item(wanted).map(AgendaItem::session).orElse(wanted);
            if (session != null && stored.programme().session(session).isPresent()) {
                selected.set(session);
            }
            wanted = null;
        }
    }

    /**
     * Does something as soon as the agenda was read: at once if it was. What is asked of an agenda that is not there yet
     * would be done to an empty one.
     */
    void whenRead(Runnable action) {
        if (programme() != null) {
            action.run();
        } else {
            waiting.add(action);
        }
    }

    private void runWaiting() {
        List<Runnable> now = List.copyOf(waiting);
        waiting.clear();
        if (programme() != null) {
            now.forEach(Runnable::run);
        }
    }

    private void show() {
        state.set(stored == null ? null : stored.with(pending).with(preview));
    }

    private Programme settled() {
        return stored.with(pending).programme();
    }

    /** Shows what a move would do, until {@link #endPreview()} or an edit. */
    void previewMove(UUID session, Slot to) {
        preview = Timing.move(settled(), session, to, flow.get());
        show();
    }

    /** Shows what another length would do. */
    void previewResize(UUID session, int minutes) {
        preview = Timing.resize(settled(), session, minutes, flow.get());
        show();
    }

    void endPreview() {
        if (!preview.isEmpty()) {
            preview = Map.of();
            show();
        }
    }

    /** The slot of a session without what is being dragged. */
    Optional<Slot> slot(UUID session) {
        return stored == null ? Optional.empty() : settled().session(session).map(Session::slot);
    }

    /**
     * Puts a session elsewhere.
     *
     * @param nudge whether it is one small step of several, which undo takes back together
     */
    void move(UUID session, Slot to, boolean nudge) {
        preview = Map.of();
        Programme before = settled();
        before.session(session)
                .ifPresent(s -> place(
                        session,
                        Timing.move(before, session, to, flow.get()),
                        slots -> nudge ? words.nudged(s) : words.moved(s, slots.getOrDefault(session, to))));
    }

    /** Gives a session another length. */
    void resize(UUID session, int minutes, boolean nudge) {
        preview = Map.of();
        Programme before = settled();
        before.session(session)
                .ifPresent(s -> place(
                        session,
                        Timing.resize(before, session, minutes, flow.get()),
                        slots -> nudge
                                ? words.lengthened(s)
                                : words.resized(s, slots.get(session).length())));
    }

    /** Puts one session into a slot whatever the others do. */
    void putExactly(UUID session, Slot slot) {
        settled()
                .session(session)
                .ifPresent(s -> place(
                        session,
                        slot.equals(s.slot()) ? Map.of() : Map.of(session, slot),
                        slots -> words.moved(s, slot)));
    }

    private void place(UUID session, Map<UUID, Slot> slots, Function<Map<UUID, Slot>, Label> label) {
        if (slots.isEmpty() || !writable()) {
            show();
            say(session);
            return;
        }
        Map<UUID, Slot> copy = Map.copyOf(slots);
        pending.putAll(copy);
        show();
        say(session);
        Label named = label.apply(copy);
        edits.submit(() -> agenda.place(named, copy));
    }

    /** Does what a way out of a warning says; ways that need a person are done by the screen. */
    void take(Way way) {
        switch (way.kind()) {
            case NEXT_FREE, OTHER_ROOM, SHORTEN, LENGTHEN -> putExactly(way.subject(), way.slot());
            case ADD_BREAK -> {
                String title = words.type(SessionType.BREAK);
                Map<UUID, Slot> others = Timing.makeWay(settled(), SessionType.BREAK, way.slot());
                Language in = language();
                edits.submit(() -> {
                    agenda.addSession(words.added(title), meeting, SessionType.BREAK, way.slot(), in, title, others);
                });
            }
            case ADD_SESSION ->
                settled().item(way.subject()).ifPresent(item -> addSessionFor(item, way.slot(), selected::set));
            case EXTEND_MEETING -> extend(way.slot().day());
            case NAME_MODERATOR -> selected.set(way.subject());
        }
    }

    void rename(UUID session, String title) {
        settled()
                .session(session)
                .filter(s -> !title.equals(s.title(language())))
                .ifPresent(s -> {
                    Language in = language();
                    edits.submit(() -> agenda.renameSession(words.renamed(s, title), session, in, title));
                });
    }

    void setType(UUID session, SessionType type) {
        settled().session(session).ifPresent(s -> edits.submit(() -> agenda.setType(words.edited(s), session, type)));
    }

    /** Adds a session and selects it. */
    void addSession(SessionType type, Slot slot, String title, Consumer<UUID> then) {
        Language in = language();
        edits.submit(() -> agenda.addSession(words.added(title), meeting, type, slot, in, title, Map.of()), id -> {
            selected.set(id);
            then.accept(id);
        });
    }

    /** Makes a session for an item; if sessions stay together, those that follow make way. */
    void addSessionFor(AgendaItem item, Slot slot, Consumer<UUID> then) {
        Map<UUID, Slot> others =
                flow.get() && slot.timed() ? Timing.makeWay(settled(), SessionType.PLENARY, slot) : Map.of();
        Slot lasting = new Slot(slot.day(), slot.start(), slot.length(), slot.room());
        edits.submit(() -> agenda.addSessionFor(words.added(item), item.id(), lasting, others), id -> {
            selected.set(id);
            then.accept(id);
        });
    }

    /**
     * Gives an agenda item a time: its session goes there; if it has none, one is made for it.
     *
     * @param slot where to; its length counts only for a new session
     * @param then gets the session
     */
    void schedule(AgendaItem item, Slot slot, Consumer<UUID> then) {
        Optional<Session> session =
                item.session() == null ? Optional.empty() : settled().session(item.session());
        if (session.isEmpty()) {
            int minutes = item.minutes() > 0 ? item.minutes() : slot.length();
            addSessionFor(item, new Slot(slot.day(), slot.start(), minutes, slot.room()), then);
            return;
        }
        UUID id = session.get().id();
        selected.set(id);
        move(id, new Slot(slot.day(), slot.start(), session.get().slot().minutes(), slot.room()), false);
        then.accept(id);
    }

    /** Takes a session out; the person is told and can undo. */
    void deleteSession(UUID session) {
        Programme before = settled();
        before.session(session).ifPresent(s -> {
            Map<UUID, Slot> others = Timing.remove(before, session, flow.get());
            Map<UUID, Slot> back = new HashMap<>();
            others.keySet().forEach(id -> before.session(id).ifPresent(o -> back.put(id, o.slot())));
            String title = words.title(s);
            edits.submit(
                    () -> {
                        agenda.deleteSession(words.deleted(s), session, others);
                        return title;
                    },
                    done -> undoable(done, () -> agenda.restoreSession(words.restored(s), session, back)));
        });
    }

    private void undoable(String title, Runnable back) {
        kit.notifications()
                .undoable(
                        kit.i18n().text("meeting.deleted", title),
                        kit.i18n().text("kit.undo"),
                        () -> edits.submit(back));
    }

    void assign(UUID item, UUID session) {
        settled()
                .item(item)
                .filter(i -> !java.util.Objects.equals(i.session(), session))
                .ifPresent(i -> {
                    String to = session == null
                            ? ""
                            : settled().session(session).map(words::title).orElse("");
                    edits.submit(() -> agenda.assign(words.assigned(i, to), item, session));
                });
    }

    void addRoom(String name, Consumer<UUID> then) {
        edits.submit(() -> agenda.addRoom(words.added(name), meeting, name), then);
    }

    /** Adds a room and holds a session in it, in one step. */
    void addRoomFor(UUID session, String name) {
        edits.submit(() -> agenda.addRoomFor(words.added(name), session, name));
    }

    void renameRoom(Room room, String name) {
        if (!name.equals(room.name())) {
            edits.submit(() -> agenda.renameRoom(words.renamed(room, name), room.id(), name));
        }
    }

    /** Puts a room one place further; towards the start if {@code step} is negative. */
    void moveRoom(UUID room, int step) {
        List<UUID> rooms = settled().rooms().stream().map(Room::id).toList();
        int to = rooms.indexOf(room) + step;
        if (rooms.contains(room) && to >= 0 && to < rooms.size()) {
            Label label = words.roomMoved(settled().room(room).orElseThrow());
            edits.submit(() -> agenda.moveRoom(label, meeting, room, to));
        }
    }

    /** Deletes a room; its sessions stay, in no room, which the person is told and can undo. */
    void deleteRoom(UUID room) {
        settled().room(room).ifPresent(r -> {
            String name = words.room(r);
            edits.submit(
                    () -> agenda.deleteRoom(words.deleted(r), meeting, room),
                    sessions -> kit.notifications()
                            .undoable(
                                    kit.i18n().text("meeting.room.deleted", name, sessions.size()),
                                    kit.i18n().text("kit.undo"),
                                    () -> edits.submit(() -> agenda.restoreRoom(words.restored(r), room, sessions))));
        });
    }

    void addItem(UUID parent, int index, String title, Consumer<UUID> then) {
        Language in = language();
        edits.submit(() -> agenda.addItem(words.added(title), meeting, parent, index, in, title, null), then);
    }

    void renameItem(AgendaItem item, String title) {
        Language in = language();
        if (!title.equals(item.title(in))) {
            edits.submit(() -> agenda.renameItem(words.renamed(item, title), item.id(), in, title));
        }
    }

    /**
     * Puts an item elsewhere in the outline; if sessions stay together, the session of the item goes before that of
     * the item that now follows it in the same room and day.
     */
    void moveItem(AgendaItem item, UUID parent, int index) {
        Map<UUID, Slot> follow = flow.get() ? sessionsFollow(item, parent, index) : Map.of();
        edits.submit(() -> agenda.moveItem(words.itemMoved(item), meeting, item.id(), parent, index, follow));
    }

    private Map<UUID, Slot> sessionsFollow(AgendaItem item, UUID parent, int index) {
        return OutlineTiming.follow(settled(), item, parent, index);
    }

    void deleteItem(AgendaItem item) {
        String title = words.title(item);
        edits.submit(
                () -> agenda.deleteItem(words.deleted(item), meeting, item.id()),
                gone -> undoable(title, () -> agenda.restoreItems(words.restored(item), meeting, gone)));
    }

    void renumber(Numbering numbering) {
        edits.submit(() -> agenda.renumber(words.renumbered(), meeting, numbering));
    }

    void extend(LocalDate day) {
        edits.submit(() -> agenda.extend(words.extended(day), meeting, day));
    }

    /** The one queue of edits of the workspace. */
    Edits queue() {
        return queue;
    }

    /** The outline as it is shown; an empty one until it was read. */
    Outline outline() {
        return programme() == null ? Outline.of(List.of()) : programme().outline();
    }
}
