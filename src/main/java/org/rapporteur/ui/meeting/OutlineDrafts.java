package org.rapporteur.ui.meeting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.rapporteur.core.meeting.AgendaItem;
import org.rapporteur.core.meeting.Outline;
import org.rapporteur.core.text.Language;
import org.rapporteur.core.text.Multilingual;

/**
 * The agenda items that are being named for the first time: lines of the outline that are not stored before they have a
 * name. They stand at their place from the first key on, so that whoever types one name after another never waits for
 * the store. On the window's thread.
 */
final class OutlineDrafts {
    /** A line to be; it is part of {@code parent}, follows {@code after} and has {@code index} siblings before it. */
    static final class Draft {
        private final UUID key = UUID.randomUUID();
        private UUID parent;
        private UUID after;
        private int index;
        private String title = "";
        private boolean named;
        private boolean sent;

        UUID key() {
            return key;
        }

        boolean canNest() {
            return after != null;
        }

        boolean canRaise() {
            return parent != null;
        }

        /** The line it follows among its siblings, else the line it is part of; null at the top. */
        UUID after() {
            return after == null ? parent : after;
        }
    }

    /** Stores an item; what is given its key is called once it is stored. */
    @FunctionalInterface
    interface Store {
        void add(UUID parent, int index, String title, java.util.function.Consumer<UUID> then);
    }

    private final List<Draft> drafts = new ArrayList<>();
    private final Map<UUID, UUID> stored = new HashMap<>();

    /** A new line behind another one, or at the end of the outline if {@code line} is null. */
    Draft behind(Outline outline, Outline.Line line) {
        Draft draft = new Draft();
        if (line == null) {
            List<AgendaItem> top = outline.partsOf(null);
            draft.index = top.size();
            draft.after = top.isEmpty() ? null : top.getLast().id();
        } else {
            Optional<Draft> other = find(line.item().id());
            draft.parent = other.map(d -> d.parent)
                    .orElseGet(() -> outline.parentOf(line.item().id()));
            draft.index = line.index() + 1;
            draft.after = line.item().id();
        }
        drafts.add(draft);
        return draft;
    }

    /** Makes it the last part of the line that it follows. Returns whether that was possible. */
    boolean nest(Outline outline, Draft draft) {
        if (draft.after == null) {
            return false;
        }
        UUID whole = draft.after;
        List<AgendaItem> parts = outline.partsOf(resolved(whole));
        draft.parent = whole;
        draft.index = parts.size();
        draft.after = parts.isEmpty() ? null : parts.getLast().id();
        for (Draft other : drafts) {
            if (other != draft && whole.equals(other.parent) && !isStored(outline, other)) {
                draft.index++;
                draft.after = other.key;
            }
        }
        return true;
    }

    /** Puts it behind the line that it is part of. Returns whether that was possible. */
    boolean raise(Outline outline, Draft draft) {
        if (draft.parent == null) {
            return false;
        }
        UUID whole = draft.parent;
        Optional<Draft> other = find(whole);
        UUID real = resolved(whole);
        draft.after = whole;
        draft.parent =
                other.isPresent() && !isStored(outline, other.get()) ? other.get().parent : outline.parentOf(real);
        draft.index = 1
                + other.filter(d -> !isStored(outline, d))
                        .map(d -> d.index)
                        .orElseGet(() -> outline.lines().stream()
                                .filter(line -> line.item().id().equals(real))
                                .mapToInt(Outline.Line::index)
                                .findFirst()
                                .orElse(outline.partsOf(draft.parent).size() - 1));
        return true;
    }

    /** Takes its name and stores it; what it belongs to is stored first. */
    void name(Draft draft, String title, Store store) {
        draft.title = title;
        draft.named = true;
        send(store);
    }

    void drop(Draft draft) {
        drafts.remove(draft);
    }

    Optional<Draft> find(UUID key) {
        return drafts.stream().filter(draft -> draft.key.equals(key)).findFirst();
    }

    /** The key under which a line is stored by now; the same key if it never was a draft. */
    UUID resolved(UUID key) {
        return stored.getOrDefault(key, key);
    }

    private void send(Store store) {
        for (Draft draft : List.copyOf(drafts)) {
            boolean placed = draft.parent == null
                    || stored.containsKey(draft.parent)
                    || find(draft.parent).isEmpty();
            if (draft.named && !draft.sent && placed) {
                draft.sent = true;
                store.add(resolved(draft.parent), draft.index, draft.title, id -> {
                    stored.put(draft.key, id);
                    send(store);
                });
            }
        }
    }

    private boolean isStored(Outline outline, Draft draft) {
        UUID id = stored.get(draft.key);
        return id != null
                && outline.lines().stream().anyMatch(line -> line.item().id().equals(id));
    }

    /** The lines of the outline with the drafts at their places; drafts that the outline has by now are gone. */
    List<Outline.Line> lines(Outline outline, Language language) {
        drafts.removeIf(draft -> isStored(outline, draft));
        List<Outline.Line> lines = new ArrayList<>(outline.lines());
        for (Draft draft : drafts) {
            int before = indexOf(lines, draft.after);
            int whole = indexOf(lines, draft.parent);
            int depth = before >= 0
                    ? lines.get(before).depth()
                    : whole >= 0 ? lines.get(whole).depth() + 1 : 0;
            int at = before >= 0 ? before + 1 : whole >= 0 ? whole + 1 : draft.after == null ? 0 : lines.size();
            if (before >= 0) {
                while (at < lines.size() && lines.get(at).depth() > depth) {
                    at++;
                }
            }
            AgendaItem item =
                    new AgendaItem(draft.key, "", Multilingual.of(language, draft.title), null, draft.parent, 0, "");
            lines.add(at, new Outline.Line(item, depth, draft.index, false));
        }
        return lines;
    }

    private int indexOf(List<Outline.Line> lines, UUID key) {
        UUID real = key == null ? null : resolved(key);
        for (int i = 0; i < lines.size(); i++) {
            UUID id = lines.get(i).item().id();
            if (id.equals(key) || id.equals(real)) {
                return i;
            }
        }
        return -1;
    }
}
