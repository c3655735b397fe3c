package org.rapporteur.storage;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Set;
import org.rapporteur.core.change.Dot;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.exchange.Life;
import org.rapporteur.core.exchange.Version;

/** What an import leaves behind about a row: how to take it back, and what it overwrote. */
final class MergeTrail {
    private final RowStates rows;
    private final String w;
    private final Sites sites;
    private final byte[] packageId;

    MergeTrail(RowStates rows, String workspace, Sites sites, byte[] packageId) {
        this.rows = rows;
        this.w = workspace;
        this.sites = sites;
        this.packageId = packageId;
    }

    void journal(RowMerge merge) throws SQLException {
        journal(merge.after(), merge.ours() == null ? "" : "*", merge.ours());
        journal(merge.after(), "+", merge.after());
    }

    /** What was (field "*", or "" if nothing was) and what the package made of it ("+"). */
    private void journal(RowState row, String field, RowState state) throws SQLException {
        PreparedStatement journal = rows.prepare("INSERT OR IGNORE INTO " + w
                + "import_journal (package, row, field, kind, state) VALUES (?, ?, ?, ?, ?)");
        journal.setBytes(1, packageId);
        journal.setBytes(2, Uuids.bytes(row.id));
        journal.setString(3, field);
        journal.setString(4, row.kind);
        journal.setString(5, state == null ? null : Base64.getEncoder().encodeToString(state.bytes()));
        journal.executeUpdate();
    }

    /** What the package's changes replaced or stand against. */
    void history(RowMerge merge) throws SQLException {
        Kind kind = RowStates.kind(merge.after().kind);
        Set<Dot> had = merge.ours().dots();
        if (kind != null) {
            for (String field : merge.touched()) {
                if (kind.hasColumn(field)) {
                    Object before = merge.ours().values[kind.indexOf(field)];
                    for (Version v : merge.after().versions(kind, field)) {
                        if (!had.contains(v.dot()) && !merge.after().creations.contains(v.dot())) {
                            history(merge.after(), field, v.dot(), before, v.value());
                        }
                    }
                }
            }
        }
        for (Life life : merge.after().lives) {
            if (!had.contains(life.dot())) {
                history(
                        merge.after(),
                        SqliteTransaction.HIDDEN,
                        life.dot(),
                        life.deletion() ? 0L : 1L,
                        life.deletion() ? 1L : 0L);
            }
        }
    }

    private void history(RowState row, String field, Dot dot, Object before, Object after) throws SQLException {
        PreparedStatement insert = rows.prepare("INSERT OR IGNORE INTO " + w
                + "history (site, seq, kind, row, field, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)");
        insert.setInt(1, sites.number(dot.site()));
        insert.setLong(2, dot.sequence());
        insert.setString(3, row.kind);
        insert.setBytes(4, Uuids.bytes(row.id));
        insert.setString(5, field);
        RowSql.bind(insert, 6, before);
        RowSql.bind(insert, 7, after);
        insert.executeUpdate();
    }
}
