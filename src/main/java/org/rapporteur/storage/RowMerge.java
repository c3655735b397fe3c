package org.rapporteur.storage;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.rapporteur.core.change.Dot;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.exchange.Life;
import org.rapporteur.core.exchange.RecordChange.What;
import org.rapporteur.core.exchange.Survivors;
import org.rapporteur.core.exchange.Survivors.Seen;
import org.rapporteur.core.exchange.Version;
import org.rapporteur.core.exchange.VersionVector;

/**
 * Our state of a row and a package's joined; nothing is written here.
 *
 * @param ours null if the row is not here
 * @param after the row as it will be
 * @param touched fields of which the versions change
 */
record RowMerge(RowState ours, RowState after, Set<String> touched) {

    /**
     * Joins two states.
     *
     * @param we what we have seen of the scope
     * @param they what the sender had seen of it
     * @param then what we shall have seen of it
     */
    static RowMerge of(RowState ours, RowState theirs, VersionVector we, VersionVector they, VersionVector then) {
        Kind kind = RowStates.kind(theirs.kind);
        Set<String> touched = new LinkedHashSet<>();
        RowState after = ours == null ? empty(theirs, kind) : ours.copy();
        after.creations.addAll(theirs.creations);
        boolean grown = ours != null && after.creations.size() > ours.creations.size();
        if (grown) {
            touched.add("");
        }
        if (kind != null) {
            for (String field : kind.columns()) {
                boolean given = theirs.fields.containsKey(field) || theirs.whole && !theirs.withheld.contains(field);
                if (given) {
                    field(kind, field, ours, theirs, after, we, they, then, touched);
                } else if (ours == null) {
                    after.withheld.add(field);
                } else if (grown && !ours.withheld.contains(field)) {
                    after.fields.put(field, ours.versions(kind, field));
                }
            }
        }
        theirs.unknown.forEach((field, versions) -> {
            List<Version> mine = ours == null ? List.of() : ours.unknown.getOrDefault(field, List.of());
            List<Version> merged = ours == null
                    ? versions
                    : Survivors.merge(mine, seen(ours, field, we), versions, seen(theirs, field, they), Version::dot);
            if (!merged.isEmpty() && !dots(merged).equals(dots(mine))) {
                after.unknown.put(field, merged);
                touched.add(field);
            }
            replaced(field, ours, theirs, dots(mine), dots(merged), after, then);
        });
        if (theirs.lives != null) {
            List<Life> mine = ours == null ? List.of() : ours.lives;
            List<Life> merged = ours == null
                    ? theirs.lives
                    : Survivors.merge(
                            mine,
                            seen(ours, FieldVersions.LIFE, we),
                            theirs.lives,
                            seen(theirs, FieldVersions.LIFE, they),
                            Life::dot);
            if (!new HashSet<>(merged).equals(new HashSet<>(mine))) {
                touched.add(FieldVersions.LIFE);
            }
            after.lives = new ArrayList<>(merged);
            Set<Dot> before = new HashSet<>();
            mine.forEach(l -> before.add(l.dot()));
            Set<Dot> left = new HashSet<>();
            merged.forEach(l -> left.add(l.dot()));
            replaced(FieldVersions.LIFE, ours, theirs, before, left, after, then);
        }
        after.hidden = Survivors.hidden(after.lives, after.written());
        return new RowMerge(ours, after, touched);
    }

    private static RowState empty(RowState theirs, Kind kind) {
        RowState s = new RowState();
        s.kind = theirs.kind;
        s.id = theirs.id;
        s.scope = theirs.scope;
        s.values = kind == null ? new Object[0] : new Object[kind.columns().size()];
        return s;
    }

    private static void field(
            Kind kind,
            String field,
            RowState ours,
            RowState theirs,
            RowState after,
            VersionVector we,
            VersionVector they,
            VersionVector then,
            Set<String> touched) {
        if (ours != null
                && !ours.fields.containsKey(field)
                && !theirs.fields.containsKey(field)
                && !ours.withheld.contains(field)
                && ours.creations.containsAll(theirs.creations)) {
            return;
        }
        List<Version> mine = ours == null ? List.of() : ours.versions(kind, field);
        List<Version> their = theirs.versions(kind, field);
        List<Version> merged = ours == null
                ? their
                : Survivors.merge(mine, seen(ours, field, we), their, seen(theirs, field, they), Version::dot);
        if (merged.isEmpty()) {
            return;
        }
        after.put(kind, field, merged);
        Set<Dot> before = dots(mine);
        if (!dots(merged).equals(before)) {
            touched.add(field);
        }
        replaced(field, ours, theirs, before, dots(merged), after, then);
    }

    /** Notes what was replaced that our vector will not cover. */
    private static void replaced(
            String field,
            RowState ours,
            RowState theirs,
            Set<Dot> before,
            Set<Dot> left,
            RowState after,
            VersionVector then) {
        Set<Dot> dots = new HashSet<>(before);
        if (ours != null) {
            dots.addAll(ours.replaced.getOrDefault(field, Set.of()));
        }
        dots.addAll(theirs.replaced.getOrDefault(field, Set.of()));
        dots.removeAll(left);
        dots.removeIf(then::covers);
        if (dots.isEmpty()) {
            after.replaced.remove(field);
        } else {
            after.replaced.put(field, dots);
        }
    }

    private static Seen seen(RowState state, String field, VersionVector vector) {
        return new Seen(vector, state.replaced.getOrDefault(field, Set.of()));
    }

    private static Set<Dot> dots(List<Version> versions) {
        Set<Dot> dots = new HashSet<>();
        versions.forEach(v -> dots.add(v.dot()));
        return dots;
    }

    /** Whether nothing at all has to be written. */
    boolean nothing() {
        return ours != null && touched.isEmpty() && ours.hidden == after.hidden && ours.replaced.equals(after.replaced);
    }

    private boolean shownBefore() {
        return ours != null && !ours.hidden;
    }

    /** Fields whose shown value changes. */
    List<String> changedFields() {
        Kind kind = RowStates.kind(after.kind);
        if (kind == null || ours == null) {
            return List.of();
        }
        List<String> changed = new ArrayList<>();
        for (int i = 0; i < after.values.length; i++) {
            if (!Objects.equals(ours.values[i], after.values[i])) {
                changed.add(kind.columns().get(i));
            }
        }
        return changed;
    }

    static Set<String> conflicts(RowState state) {
        Set<String> found = new LinkedHashSet<>();
        Kind kind = state == null || state.hidden ? null : RowStates.kind(state.kind);
        if (kind != null) {
            state.fields.forEach((field, versions) -> {
                if (versions.size() > 1
                        && kind.fieldOf(field).type() != FieldType.ORDER
                        && Survivors.differ(versions)) {
                    found.add(field);
                }
            });
        }
        return found;
    }

    Set<String> newConflicts() {
        Set<String> found = conflicts(after);
        found.removeAll(conflicts(ours));
        return found;
    }

    Set<String> endedConflicts() {
        Set<String> found = conflicts(ours);
        found.removeAll(conflicts(after));
        return found;
    }

    /** What happens to the record, as people see it. */
    Set<What> what() {
        Set<What> what = EnumSet.noneOf(What.class);
        boolean before = shownBefore();
        boolean then = !after.hidden;
        if (ours == null && then) {
            what.add(What.ADDED);
        } else if (before && !then) {
            what.add(What.DELETED);
        } else if (ours != null && !before && then) {
            what.add(What.RESTORED);
        } else if (before && !changedFields().isEmpty()) {
            what.add(What.CHANGED);
        }
        if (!newConflicts().isEmpty()) {
            what.add(What.CONFLICT);
        }
        if (!endedConflicts().isEmpty()) {
            what.add(What.RESOLVED);
        }
        if (after.disputed() && (ours == null || !ours.disputed())) {
            what.add(What.DELETED_BUT_EDITED);
        }
        return what;
    }
}
