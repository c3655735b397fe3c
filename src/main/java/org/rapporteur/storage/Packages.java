package org.rapporteur.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rapporteur.core.exchange.ImportEffects;
import org.rapporteur.core.exchange.IncomingHead;
import org.rapporteur.core.exchange.Missing;
import org.rapporteur.core.exchange.PackageRecord;

/** The register of packages. */
final class Packages {
    private static final String COLUMNS =
            "SELECT id, state, file_name, site, author, at, effects, missing, kept FROM package";

    private Packages() {}

    static void applied(Connection c, IncomingHead head, ImportEffects effects, String undo, long now)
            throws SQLException {
        put(c, head, PackageRecord.State.APPLIED, effects, List.of(), undo, now);
    }

    static void put(
            Connection c,
            IncomingHead head,
            PackageRecord.State state,
            ImportEffects effects,
            List<Missing> missing,
            String undo,
            long now)
            throws SQLException {
        try (PreparedStatement insert = c.prepareStatement("INSERT OR REPLACE INTO package"
                + " (id, state, no, at, file_name, site, author, effects, missing, undo, kept)"
                + " VALUES (?, ?, (SELECT coalesce(max(no), 0) + 1 FROM package), ?, ?, ?, ?, ?, ?, ?, 0)")) {
            insert.setBytes(1, Uuids.bytes(head.id()));
            insert.setString(2, state.name());
            insert.setLong(3, now);
            insert.setString(4, head.fileName());
            insert.setBytes(5, Uuids.bytes(head.site()));
            insert.setString(6, head.author());
            insert.setString(7, effects == null ? null : text(effects));
            insert.setString(8, text(missing));
            insert.setString(9, undo);
            insert.executeUpdate();
        }
    }

    /** What is noted for taking imports back is kept for this many of the newest. */
    static final int TAKEN_BACK = 100;

    /** Stands for what was noted of an import that is too long ago to be taken back. */
    static final String PRUNED = "-";

    /** Lets go of what imports replaced long ago; else the workspace would grow with each package for ever. */
    static void prune(Connection c) throws SQLException {
        List<UUID> old = new ArrayList<>();
        try (PreparedStatement read = c.prepareStatement("SELECT id FROM package WHERE state = 'APPLIED'"
                        + " AND undo IS NOT NULL AND undo <> '" + PRUNED + "' ORDER BY no DESC LIMIT -1 OFFSET "
                        + TAKEN_BACK);
                ResultSet r = read.executeQuery()) {
            while (r.next()) {
                old.add(Uuids.uuid(r.getBytes(1)));
            }
        }
        for (UUID id : old) {
            try (PreparedStatement journal = c.prepareStatement("DELETE FROM import_journal WHERE package = ?");
                    PreparedStatement note =
                            c.prepareStatement("UPDATE package SET undo = '" + PRUNED + "' WHERE id = ?");
                    PreparedStatement step =
                            c.prepareStatement("UPDATE undo_step SET state = 'past' WHERE package = ?")) {
                journal.setBytes(1, Uuids.bytes(id));
                journal.executeUpdate();
                note.setBytes(1, Uuids.bytes(id));
                note.executeUpdate();
                step.setString(1, id.toString());
                step.executeUpdate();
            }
        }
    }

    static List<PackageRecord> all(Connection c) throws SQLException {
        List<PackageRecord> found = new ArrayList<>();
        try (PreparedStatement read = c.prepareStatement(COLUMNS + " ORDER BY no DESC");
                ResultSet r = read.executeQuery()) {
            while (r.next()) {
                found.add(record(r));
            }
        }
        return found;
    }

    static Optional<PackageRecord> find(Connection c, UUID id) throws SQLException {
        try (PreparedStatement read = c.prepareStatement(COLUMNS + " WHERE id = ?")) {
            read.setBytes(1, Uuids.bytes(id));
            try (ResultSet r = read.executeQuery()) {
                return r.next() ? Optional.of(record(r)) : Optional.empty();
            }
        }
    }

    private static PackageRecord record(ResultSet r) throws SQLException {
        return new PackageRecord(
                Uuids.uuid(r.getBytes(1)),
                PackageRecord.State.valueOf(r.getString(2)),
                r.getString(3),
                Uuids.uuid(r.getBytes(4)),
                r.getString(5),
                Instant.ofEpochMilli(r.getLong(6)),
                effects(r.getString(7)),
                missing(r.getString(8)),
                r.getLong(9));
    }

    /** What packages that were taken back had brought, as {@link ImportSite} noted it. */
    static List<String> undone(Connection c) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement read =
                        c.prepareStatement("SELECT undo FROM package WHERE state = 'UNDONE' AND undo IS NOT NULL");
                ResultSet r = read.executeQuery()) {
            while (r.next()) {
                found.add(r.getString(1));
            }
        }
        return found;
    }

    private static String text(ImportEffects e) {
        return e.rows() + " " + e.added() + " " + e.changed() + " " + e.deleted() + " " + e.restored() + " "
                + e.conflicts() + " " + e.resolved() + " " + e.deletedButEdited() + " " + e.same() + " " + e.fields()
                + " " + e.files();
    }

    private static ImportEffects effects(String text) {
        if (text == null) {
            return null;
        }
        long[] n = Arrays.stream(text.split(" ")).mapToLong(Long::parseLong).toArray();
        return new ImportEffects(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10]);
    }

    private static String text(List<Missing> missing) {
        StringBuilder text = new StringBuilder();
        for (Missing m : missing) {
            text.append(m.scope())
                    .append(' ')
                    .append(m.site())
                    .append(' ')
                    .append(m.from())
                    .append(' ');
            text.append(m.to()).append(' ');
            text.append(m.author() == null ? "" : m.author().replace('\n', ' ')).append('\n');
        }
        return text.isEmpty() ? null : text.toString();
    }

    private static List<Missing> missing(String text) {
        List<Missing> found = new ArrayList<>();
        if (text != null) {
            for (String line : text.split("\n")) {
                String[] p = line.split(" ", 5);
                found.add(new Missing(
                        UUID.fromString(p[0]),
                        UUID.fromString(p[1]),
                        p[4].isEmpty() ? null : p[4],
                        Long.parseLong(p[2]),
                        Long.parseLong(p[3])));
            }
        }
        return found;
    }
}
