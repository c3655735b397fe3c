package org.rapporteur.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.rapporteur.core.change.Dot;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.exchange.Life;
import org.rapporteur.core.exchange.Survivors;
import org.rapporteur.core.exchange.Version;
import org.rapporteur.core.exchange.VersionVector;
import org.rapporteur.core.model.Model;

/**
 * Takes an import back: rows are again what the journal says, the vectors too, as if the package had never come. What
 * was changed since stays as it is, and that its author had seen the package's changes is remembered.
 */
final class ImportUndo {
    private final Connection c;
    private final UUID packageId;
    private final Sites sites;
    private final Map<UUID, Map<UUID, Long>> before = new HashMap<>();
    private final Map<UUID, Map<UUID, Long>> brought = new HashMap<>();
    private final List<String> blobs = new ArrayList<>();
    private final Set<String> kinds = new LinkedHashSet<>();
    private long left;

    ImportUndo(Connection connection, UUID packageId) throws SQLException {
        this.c = connection;
        this.packageId = packageId;
        this.sites = new Sites(connection, "main.");
    }

    Set<String> kinds() {
        return kinds;
    }

    /** @return how many fields stay because they were changed since */
    long run() throws SQLException {
        String undo = read();
        if (undo != null) {
            parse(undo);
            try (RowStates rows = new RowStates(c, "main.", sites)) {
                for (Entry entry : journal()) {
                    kinds.add(entry.kind());
                    takeBack(rows, entry);
                }
            }
            vectors();
            if (left == 0) {
                try (PreparedStatement steps = c.prepareStatement("DELETE FROM txn WHERE package = ?")) {
                    steps.setString(1, packageId.toString());
                    steps.executeUpdate();
                }
                try (PreparedStatement blob = c.prepareStatement("DELETE FROM blob WHERE hash = ?")) {
                    for (String hash : blobs) {
                        blob.setString(1, hash);
                        blob.executeUpdate();
                    }
                }
            } else {
                update("INSERT OR REPLACE INTO meta (name, value) VALUES ('uncovered', '1')");
            }
        }
        // Numbers of steps are free again and rows are gone: the search index must not go on from where it was.
        update(
                "INSERT OR REPLACE INTO meta (name, value) VALUES ('search_epoch', coalesce((SELECT CAST(value AS INTEGER)"
                        + " FROM meta WHERE name = 'search_epoch'), 0) + 1)");
        byPackage("DELETE FROM import_journal WHERE package = ?");
        try (PreparedStatement step = c.prepareStatement("UPDATE undo_step SET state = 'past' WHERE package = ?")) {
            step.setString(1, packageId.toString());
            step.executeUpdate();
        }
        try (PreparedStatement state =
                c.prepareStatement("UPDATE package SET state = 'UNDONE', kept = ? WHERE id = ?")) {
            state.setLong(1, left);
            state.setBytes(2, Uuids.bytes(packageId));
            state.executeUpdate();
        }
        return left;
    }

    private void update(String sql) throws SQLException {
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }

    private void byPackage(String sql) throws SQLException {
        try (PreparedStatement statement = c.prepareStatement(sql)) {
            statement.setBytes(1, Uuids.bytes(packageId));
            statement.executeUpdate();
        }
    }

    private String read() throws SQLException {
        long no;
        String undo;
        try (PreparedStatement read = c.prepareStatement("SELECT state, no, undo FROM package WHERE id = ?")) {
            read.setBytes(1, Uuids.bytes(packageId));
            try (ResultSet r = read.executeQuery()) {
                if (!r.next() || !r.getString(1).equals("APPLIED")) {
                    throw StorageProblems.packageNotApplied();
                }
                no = r.getLong(2);
                undo = r.getString(3);
            }
        }
        try (PreparedStatement later = c.prepareStatement(
                "SELECT count(*) FROM package WHERE state = 'APPLIED' AND no > ? AND undo IS NOT NULL")) {
            later.setLong(1, no);
            try (ResultSet r = later.executeQuery()) {
                if (undo != null && r.getLong(1) > 0) {
                    throw StorageProblems.laterPackageFirst();
                }
            }
        }
        if (Packages.PRUNED.equals(undo)) {
            throw StorageProblems.packageTooOld();
        }
        return undo;
    }

    private void parse(String undo) {
        for (String line : undo.split("\n")) {
            String[] p = line.split(" ");
            switch (p[0]) {
                case "b" -> blobs.add(p[1]);
                case "vs" -> before.put(UUID.fromString(p[1]), new TreeMap<>());
                case "ts" -> brought.put(UUID.fromString(p[1]), new TreeMap<>());
                case "v" -> before.get(UUID.fromString(p[1])).put(UUID.fromString(p[2]), Long.parseLong(p[3]));
                case "t" -> brought.get(UUID.fromString(p[1])).put(UUID.fromString(p[2]), Long.parseLong(p[3]));
                default -> throw new IllegalStateException("undo of a package");
            }
        }
    }

    /** What a package had brought, by scope and site, from what was noted when it was applied. */
    static Map<UUID, Map<UUID, Long>> broughtOf(String undo) {
        Map<UUID, Map<UUID, Long>> brought = new HashMap<>();
        undo.lines()
                .map(line -> line.split(" "))
                .filter(p -> p[0].equals("t"))
                .forEach(p -> brought.computeIfAbsent(UUID.fromString(p[1]), scope -> new TreeMap<>())
                        .put(UUID.fromString(p[2]), Long.parseLong(p[3])));
        return brought;
    }

    /** @param made what the package made of the row, null if it only added it as its creation wrote it */
    private record Entry(UUID row, String kind, byte[] state, byte[] made) {}

    private List<Entry> journal() throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (PreparedStatement read = c.prepareStatement("SELECT j.row, j.kind, j.state, m.state FROM import_journal j"
                + " LEFT JOIN import_journal m ON m.package = j.package AND m.row = j.row AND m.field = '+'"
                + " WHERE j.package = ? AND j.field <> '+'")) {
            read.setBytes(1, Uuids.bytes(packageId));
            try (ResultSet r = read.executeQuery()) {
                while (r.next()) {
                    entries.add(new Entry(
                            Uuids.uuid(r.getBytes(1)), r.getString(2), bytes(r.getString(3)), bytes(r.getString(4))));
                }
            }
        }
        // Parts before what they are part of.
        List<String> order = ExtractRules.withParents().stream().map(Kind::name).toList();
        entries.sort(
                Comparator.comparingInt((Entry e) -> order.indexOf(e.kind())).reversed());
        return entries;
    }

    private static byte[] bytes(String state) {
        return state == null ? null : Base64.getDecoder().decode(state);
    }

    private boolean covered(Dot dot, UUID scope) {
        return seenBefore(dot, scope)
                || brought.getOrDefault(scope, Map.of()).getOrDefault(dot.site(), 0L) >= dot.sequence();
    }

    private boolean seenBefore(Dot dot, UUID scope) {
        return before.getOrDefault(scope, Map.of()).getOrDefault(dot.site(), 0L) >= dot.sequence();
    }

    private void takeBack(RowStates rows, Entry entry) throws SQLException {
        RowState now = rows.load(entry.kind(), entry.row()).orElse(null);
        if (now == null) {
            return;
        }
        RowState then = entry.state() == null ? null : RowState.of(entry.state());
        Set<Dot> had = then == null ? Set.of() : then.dots();
        boolean untouched = now.dots().stream().allMatch(d -> had.contains(d) || covered(d, now.scope));
        if (untouched && then == null && hasParts(rows, entry.kind(), entry.row())) {
            // Somebody added something to it since.
            left++;
        } else if (untouched) {
            if (then == null) {
                rows.remove(entry.kind(), entry.row());
            } else {
                rows.save(then, true);
            }
            forgetHistory(entry.row(), now.scope);
        } else if (then == null) {
            stays(now, entry.made() == null ? null : RowState.of(entry.made()));
            rows.save(now, true);
        } else {
            rows.save(mixed(now, then, RowState.of(entry.made())), true);
        }
    }

    private static boolean hasParts(RowStates rows, String kind, UUID id) throws SQLException {
        for (Kind part : Model.kinds()) {
            if (part.parent().filter(p -> p.target().equals(kind)).isPresent()) {
                PreparedStatement read = rows.prepare("SELECT 1 FROM " + part.name() + " WHERE "
                        + part.parent().get().name() + " = ? LIMIT 1");
                read.setBytes(1, Uuids.bytes(id));
                try (ResultSet r = read.executeQuery()) {
                    if (r.next()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** An added row that was edited since stays; that its editors had seen the rest of it is noted. */
    private void stays(RowState now, RowState made) {
        left += Math.max(1, now.fields.size());
        Kind kind = RowStates.kind(now.kind);
        for (String field : now.fields.keySet()) {
            noteReplaced(now, field, made == null || kind == null ? now.creations : dots(made.versions(kind, field)));
        }
        if (made != null) {
            noteLives(now, made);
        }
    }

    private void noteLives(RowState state, RowState made) {
        Set<Dot> brought = new HashSet<>();
        made.lives.forEach(l -> brought.add(l.dot()));
        state.lives.forEach(l -> brought.remove(l.dot()));
        noteReplaced(state, FieldVersions.LIFE, brought);
    }

    private static Set<Dot> dots(List<Version> versions) {
        Set<Dot> dots = new HashSet<>();
        versions.forEach(v -> dots.add(v.dot()));
        return dots;
    }

    /** Fields changed since stay, the others are as before. */
    private RowState mixed(RowState now, RowState then, RowState made) {
        RowState mixed = now.copy();
        Kind kind = RowStates.kind(now.kind);
        if (kind != null) {
            for (String field : kind.columns()) {
                List<Version> versions = now.versions(kind, field);
                List<Version> earlier = then.versions(kind, field);
                if (versions.equals(earlier)) {
                    continue;
                }
                Set<Dot> known = dots(earlier);
                boolean since =
                        versions.stream().anyMatch(v -> !known.contains(v.dot()) && !covered(v.dot(), now.scope));
                if (since) {
                    left++;
                    noteReplaced(mixed, field, dots(made.versions(kind, field)));
                } else if (!earlier.isEmpty()) {
                    mixed.put(kind, field, earlier);
                }
            }
        }
        boolean lifeSince = now.lives.stream().anyMatch(l -> !then.lives.contains(l) && !covered(l.dot(), now.scope));
        if (!lifeSince) {
            mixed.lives = new ArrayList<Life>(then.lives);
        } else {
            left++;
            noteLives(mixed, made);
        }
        mixed.hidden = Survivors.hidden(mixed.lives, mixed.written());
        return mixed;
    }

    private void noteReplaced(RowState state, String field, Set<Dot> dots) {
        Set<Dot> noted = new HashSet<>(state.replaced.getOrDefault(field, Set.of()));
        Set<Dot> present = dots(state.fields.getOrDefault(field, List.of()));
        dots.stream()
                .filter(d -> !present.contains(d) && !seenBefore(d, state.scope))
                .forEach(noted::add);
        if (!noted.isEmpty()) {
            state.replaced.put(field, noted);
        }
    }

    private void forgetHistory(UUID row, UUID scope) throws SQLException {
        List<long[]> gone = new ArrayList<>();
        try (PreparedStatement read = c.prepareStatement("SELECT site, seq FROM history WHERE row = ?")) {
            read.setBytes(1, Uuids.bytes(row));
            try (ResultSet r = read.executeQuery()) {
                while (r.next()) {
                    if (!seenBefore(sites.dot(r.getInt(1), r.getLong(2)), scope)) {
                        gone.add(new long[] {r.getInt(1), r.getLong(2)});
                    }
                }
            }
        }
        try (PreparedStatement delete =
                c.prepareStatement("DELETE FROM history WHERE site = ? AND seq = ? AND row = ?")) {
            for (long[] dot : gone) {
                delete.setLong(1, dot[0]);
                delete.setLong(2, dot[1]);
                delete.setBytes(3, Uuids.bytes(row));
                delete.executeUpdate();
            }
        }
    }

    private void vectors() throws SQLException {
        try (PreparedStatement clear = c.prepareStatement("DELETE FROM vector WHERE scope = ? AND site <>"
                + " (SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'site')")) {
            for (UUID scope : before.keySet()) {
                VersionVector now = sites.vector(scope);
                clear.setBytes(1, Uuids.bytes(scope));
                clear.executeUpdate();
                Map<UUID, Long> back = new TreeMap<>(before.get(scope));
                back.replaceAll((site, seq) -> Math.max(seq, 0));
                sites.setVector(scope, VersionVector.of(back).max(own(now)));
            }
        }
    }

    private VersionVector own(VersionVector now) throws SQLException {
        try (PreparedStatement read =
                        c.prepareStatement("SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'site'");
                ResultSet r = read.executeQuery()) {
            UUID own = sites.key(r.getInt(1));
            return VersionVector.of(Map.of(own, now.of(own)));
        }
    }
}
