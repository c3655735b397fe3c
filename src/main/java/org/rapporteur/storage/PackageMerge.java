package org.rapporteur.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.change.Dot;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.exchange.ImportEffects;
import org.rapporteur.core.exchange.Incoming;
import org.rapporteur.core.exchange.RecordChange;
import org.rapporteur.core.exchange.RecordChange.What;
import org.rapporteur.core.exchange.Version;
import org.rapporteur.core.exchange.VersionVector;
import org.rapporteur.core.model.Model;

/**
 * Joins a staged package with the workspace: looking (counts, and which records) or writing. Both go through the same
 * code, on whichever connection has both databases.
 */
final class PackageMerge implements AutoCloseable {
    private static final int REPORT_EVERY = 500;

    private final Connection c;
    private final String w;
    private final String s;
    private final Staging staging;
    private final boolean writing;
    private final Sites sites;
    private final RowStates rows;
    private final MergeTrail trail;
    private final byte[] packageId;
    private final Map<UUID, VersionVector> we = new HashMap<>();
    private final Set<String> kinds = new LinkedHashSet<>();
    private long added;
    private long changed;
    private long deleted;
    private long restored;
    private long conflicts;
    private long resolved;
    private long disputed;
    private long fields;
    private long shown;

    PackageMerge(Connection connection, String workspace, String stage, Staging staging, boolean writing)
            throws SQLException {
        this.c = connection;
        this.w = workspace;
        this.s = stage;
        this.staging = staging;
        this.writing = writing;
        this.sites = new Sites(connection, workspace);
        this.rows = new RowStates(connection, workspace, sites);
        this.packageId = Uuids.bytes(staging.head.id());
        this.trail = new MergeTrail(rows, workspace, sites, packageId);
        for (UUID scope : staging.head.to().keySet()) {
            we.put(scope, sites.vector(scope));
        }
        if (writing) {
            ImportSite.rotateIfSeen(connection, sites, staging);
        }
        siteMap();
    }

    Set<String> kinds() {
        return kinds;
    }

    /** Local numbers of the package's sites, as a table to join with; unknown ones are below zero while looking. */
    private void siteMap() throws SQLException {
        execute("DROP TABLE IF EXISTS temp.site_map");
        execute("CREATE TEMP TABLE site_map (prov INTEGER PRIMARY KEY, no INTEGER NOT NULL)");
        Map<Integer, UUID> provisional = new HashMap<>();
        try (Statement statement = c.createStatement();
                ResultSet r = statement.executeQuery("SELECT prov, uuid FROM " + s + "s_site")) {
            while (r.next()) {
                provisional.put(r.getInt(1), Uuids.uuid(r.getBytes(2)));
            }
        }
        try (PreparedStatement insert = c.prepareStatement("INSERT INTO temp.site_map (prov, no) VALUES (?, ?)")) {
            for (Map.Entry<Integer, UUID> e : provisional.entrySet()) {
                Integer known = writing ? Integer.valueOf(sites.number(e.getValue())) : sites.known(e.getValue());
                insert.setInt(1, e.getKey());
                insert.setInt(2, known == null ? -e.getKey() : known);
                insert.executeUpdate();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = c.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The kinds of which plain rows are staged, in the order of the model. */
    private List<Kind> staged() throws SQLException {
        Set<String> tables = new HashSet<>();
        try (Statement statement = c.createStatement();
                ResultSet r = statement.executeQuery("SELECT name FROM " + s + "sqlite_master WHERE type = 'table'")) {
            while (r.next()) {
                tables.add(r.getString(1));
            }
        }
        return Model.kinds().stream()
                .filter(k -> tables.contains("s_" + k.name()))
                .toList();
    }

    private long count(String sql) throws SQLException {
        try (Statement statement = c.createStatement();
                ResultSet r = statement.executeQuery(sql)) {
            return r.getLong(1);
        }
    }

    /** @param all rows of the package, those left out because they bring nothing new included */
    ImportEffects run(long all, Incoming.Progress progress) throws SQLException {
        long done = 0;
        List<Kind> staged = staged();
        for (Kind kind : staged) {
            done += takeNew(kind);
            progress.at(done, all);
        }
        for (Kind kind : staged) {
            done += joinKnown(kind, progress, done, all);
        }
        done += joinOthers(progress, done, all);
        long files = files();
        progress.at(all, all);
        return new ImportEffects(
                all, added, changed, deleted, restored, conflicts, resolved, disputed, all - shown, fields, files);
    }

    /** Takes over the plain rows that are not here, by one statement. */
    private long takeNew(Kind kind) throws SQLException {
        String k = kind.name();
        String fresh = " FROM " + s + "s_" + k + " p JOIN temp.site_map m ON m.prov = p.site"
                + " WHERE NOT EXISTS (SELECT 1 FROM " + w + k + " o WHERE o.id = p.id)";
        long number;
        if (writing) {
            try (PreparedStatement journal = c.prepareStatement("INSERT INTO " + w
                    + "import_journal (package, row, field, kind) SELECT ?, p.id, '', '" + k + "'" + fresh)) {
                journal.setBytes(1, packageId);
                number = journal.executeUpdate();
            }
            String columns = String.join(", ", kind.columns());
            if (number > 0) {
                kinds.add(k);
                execute("INSERT INTO " + w + k + " (id, scope, site, seq, " + columns
                        + ") SELECT p.id, p.scope, m.no, p.seq, p." + columns.replace(", ", ", p.") + fresh);
            }
        } else {
            try (Statement statement = c.createStatement()) {
                number = statement.executeUpdate("INSERT INTO " + s + "effect (kind, row, what, other) SELECT '" + k
                        + "', p.id, 'ADDED', 0" + fresh);
            }
        }
        added += number;
        shown += number;
        return number;
    }

    /** Plain rows that are here: only those whose making differs can bring anything. */
    private long joinKnown(Kind kind, Incoming.Progress progress, long done, long all) throws SQLException {
        String k = kind.name();
        List<UUID> look = new ArrayList<>();
        try (PreparedStatement statement = c.prepareStatement("SELECT p.id FROM " + s + "s_" + k
                        + " p JOIN temp.site_map m ON m.prov = p.site JOIN " + w + k + " o ON o.id = p.id"
                        + " WHERE o.site <> m.no OR o.seq <> p.seq OR o.scope <> p.scope"
                        + " OR EXISTS (SELECT 1 FROM " + w + "withheld h WHERE h.row = p.id)"
                        + " OR EXISTS (SELECT 1 FROM " + w + "row_creation n WHERE n.row = p.id)");
                ResultSet r = statement.executeQuery()) {
            while (r.next()) {
                look.add(Uuids.uuid(r.getBytes(1)));
            }
        }
        long number = 0;
        for (UUID id : look) {
            join(plain(kind, id), 0);
            if (++number % REPORT_EVERY == 0) {
                progress.at(done + number, all);
            }
        }
        return number;
    }

    private RowState plain(Kind kind, UUID id) throws SQLException {
        PreparedStatement read = rows.prepare("SELECT p.scope, i.uuid, p.seq, p."
                + String.join(", p.", kind.columns()) + " FROM " + s + "s_" + kind.name() + " p JOIN " + s
                + "s_site i ON i.prov = p.site WHERE p.id = ?");
        read.setBytes(1, Uuids.bytes(id));
        try (ResultSet r = read.executeQuery()) {
            r.next();
            RowState state = new RowState();
            state.kind = kind.name();
            state.id = id;
            state.scope = Uuids.uuid(r.getBytes(1));
            state.creations.add(new Dot(Uuids.uuid(r.getBytes(2)), r.getLong(3)));
            state.values = new Object[kind.columns().size()];
            for (int i = 0; i < state.values.length; i++) {
                state.values[i] = RowSql.value(r, i + 4);
            }
            state.lives = null;
            return state;
        }
    }

    private long joinOthers(Incoming.Progress progress, long done, long all) throws SQLException {
        long last = 0;
        long number = 0;
        while (true) {
            record Other(long no, byte[] state) {}
            List<Other> page = new ArrayList<>();
            PreparedStatement read =
                    rows.prepare("SELECT no, state FROM " + s + "s_other WHERE no > ? ORDER BY no LIMIT 500");
            read.setLong(1, last);
            try (ResultSet r = read.executeQuery()) {
                while (r.next()) {
                    page.add(new Other(r.getLong(1), r.getBytes(2)));
                }
            }
            if (page.isEmpty()) {
                return number;
            }
            for (Other other : page) {
                join(RowState.of(other.state()), other.no());
                last = other.no();
                number++;
            }
            progress.at(done + number, all);
        }
    }

    private RowMerge merge(RowState theirs) throws SQLException {
        RowState ours = rows.load(theirs.kind, theirs.id).orElse(null);
        if (ours == null && !theirs.whole) {
            throw StorageProblems.packageContradicts("changes of a record that is not there");
        }
        if (ours != null && !ours.scope.equals(theirs.scope)) {
            throw StorageProblems.packageContradicts("a record in another scope than here");
        }
        if (theirs.lives == null && ours == null) {
            theirs.lives = new ArrayList<>();
        }
        VersionVector mine = we.get(theirs.scope);
        VersionVector they = staging.to(theirs.scope);
        return RowMerge.of(ours, theirs, mine, they, staging.head.extract() ? mine : mine.max(they));
    }

    private void join(RowState theirs, long other) throws SQLException {
        RowMerge merge = merge(theirs);
        if (merge.nothing()) {
            return;
        }
        Set<What> what = merge.what();
        if (!what.isEmpty()) {
            shown++;
        }
        added += what.contains(What.ADDED) ? 1 : 0;
        deleted += what.contains(What.DELETED) ? 1 : 0;
        restored += what.contains(What.RESTORED) ? 1 : 0;
        disputed += what.contains(What.DELETED_BUT_EDITED) ? 1 : 0;
        if (what.contains(What.CHANGED)) {
            changed++;
            fields += merge.changedFields().size();
        }
        conflicts += merge.newConflicts().size();
        resolved += merge.endedConflicts().size();
        if (writing) {
            write(merge);
        } else if (!what.isEmpty()) {
            PreparedStatement insert =
                    rows.prepare("INSERT INTO " + s + "effect (kind, row, what, other) VALUES (?, ?, ?, ?)");
            insert.setString(1, theirs.kind);
            insert.setBytes(2, Uuids.bytes(theirs.id));
            insert.setString(3, String.join(" ", what.stream().map(Enum::name).toList()));
            insert.setLong(4, other == 0 ? -1 : other);
            insert.executeUpdate();
        }
    }

    private void write(RowMerge merge) throws SQLException {
        RowState after = merge.after();
        kinds.add(after.kind);
        trail.journal(merge);
        rows.save(after, merge.ours() != null);
        if (merge.ours() != null) {
            trail.history(merge);
        }
    }

    private long files() throws SQLException {
        return count("SELECT count(*) FROM " + s + "s_file f WHERE NOT EXISTS (SELECT 1 FROM " + w
                + "blob b WHERE b.hash = f.hash)");
    }

    /** Writes what belongs to the package as a whole. @return local number of its newest transaction */
    long finish(ImportEffects effects, boolean step, long now) throws SQLException {
        return new ImportSite(c, sites, staging, we).finish(effects, step, now);
    }

    List<RecordChange> changes(int offset, int most) throws SQLException {
        List<RecordChange> found = new ArrayList<>();
        record Effect(String kind, UUID id, String what, long other) {}
        List<Effect> page = new ArrayList<>();
        PreparedStatement read = rows.prepare(
                "SELECT kind, row, what, other FROM " + s + "effect ORDER BY what = 'ADDED', no LIMIT ? OFFSET ?");
        read.setInt(1, most);
        read.setInt(2, offset);
        try (ResultSet r = read.executeQuery()) {
            while (r.next()) {
                page.add(new Effect(r.getString(1), Uuids.uuid(r.getBytes(2)), r.getString(3), r.getLong(4)));
            }
        }
        for (Effect e : page) {
            Kind kind = RowStates.kind(e.kind());
            RowState theirs = e.other() > 0 ? other(e.other()) : plain(kind, e.id());
            RowMerge merge = merge(theirs);
            Set<What> what = EnumSet.noneOf(What.class);
            for (String one : e.what().split(" ")) {
                what.add(What.valueOf(one));
            }
            Row before =
                    merge.ours() == null || kind == null ? null : merge.ours().row(kind);
            Row after = kind == null ? null : merge.after().row(kind);
            List<RecordChange.FieldChange> changes = fieldChanges(kind, merge);
            Who who = who(newDots(merge));
            found.add(new RecordChange(e.kind(), e.id(), what, before, after, who.author(), who.at(), changes));
        }
        return found;
    }

    private RowState other(long no) throws SQLException {
        PreparedStatement read = rows.prepare("SELECT state FROM " + s + "s_other WHERE no = ?");
        read.setLong(1, no);
        try (ResultSet r = read.executeQuery()) {
            r.next();
            return RowState.of(r.getBytes(1));
        }
    }

    private List<RecordChange.FieldChange> fieldChanges(Kind kind, RowMerge merge) throws SQLException {
        List<RecordChange.FieldChange> changes = new ArrayList<>();
        if (kind == null || merge.ours() == null) {
            return changes;
        }
        Set<String> names = new LinkedHashSet<>(merge.changedFields());
        names.addAll(merge.newConflicts());
        names.addAll(merge.endedConflicts());
        Set<Dot> had = merge.ours().dots();
        for (String field : names) {
            int i = kind.indexOf(field);
            List<Version> versions = merge.after().versions(kind, field);
            Who who = who(versions.stream()
                    .map(Version::dot)
                    .filter(d -> !had.contains(d))
                    .toList());
            changes.add(new RecordChange.FieldChange(
                    field, merge.ours().values[i], merge.after().values[i], versions, who.author(), who.at()));
        }
        return changes;
    }

    private List<Dot> newDots(RowMerge merge) {
        Set<Dot> dots = new HashSet<>(merge.after().dots());
        if (merge.ours() != null) {
            dots.removeAll(merge.ours().dots());
        }
        return List.copyOf(dots);
    }

    private record Who(String author, Instant at) {}

    /** Who made the newest of the changes. */
    private Who who(List<Dot> dots) throws SQLException {
        Who found = new Who(null, null);
        for (Dot dot : dots) {
            PreparedStatement read = rows.prepare("SELECT author, at FROM " + s
                    + "s_step WHERE site = ? AND seq_from <= ? AND seq_to >= ? ORDER BY seq_from DESC LIMIT 1");
            read.setBytes(1, Uuids.bytes(dot.site()));
            read.setLong(2, dot.sequence());
            read.setLong(3, dot.sequence());
            try (ResultSet r = read.executeQuery()) {
                if (r.next()) {
                    Instant at = Instant.ofEpochMilli(r.getLong(2));
                    if (found.at() == null || at.isAfter(found.at())) {
                        found = new Who(r.getString(1), at);
                    }
                }
            }
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        rows.close();
        execute("DROP TABLE IF EXISTS temp.site_map");
    }
}
