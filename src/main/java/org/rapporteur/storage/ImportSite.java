package org.rapporteur.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rapporteur.core.exchange.ImportEffects;
import org.rapporteur.core.exchange.VersionVector;

/** What an import writes beside the rows: who did it, what was seen, what became of the package. */
final class ImportSite {
    private final Connection c;
    private final Sites sites;
    private final Staging staging;
    private final Map<UUID, VersionVector> before;

    ImportSite(Connection connection, Sites sites, Staging staging, Map<UUID, VersionVector> before) {
        this.c = connection;
        this.sites = sites;
        this.staging = staging;
        this.before = before;
    }

    /** A package that knows more of our own site than we do comes from a copy of us that went on: be someone else. */
    static void rotateIfSeen(Connection c, Sites sites, Staging staging) throws SQLException {
        int own;
        long highest;
        try (Statement statement = c.createStatement()) {
            try (ResultSet r = statement.executeQuery("SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'site'")) {
                own = r.getInt(1);
            }
            try (ResultSet r = statement.executeQuery("SELECT max(coalesce((SELECT max(seq_to) FROM txn WHERE site = "
                    + own + "), 0), coalesce((SELECT max(seq) FROM vector WHERE site = " + own + "), 0))")) {
                highest = r.getLong(1);
            }
        }
        UUID key = sites.key(own);
        boolean more = staging.head.to().values().stream().anyMatch(v -> v.of(key) > highest);
        if (more) {
            Workspace.newSite(c, staging.surroundings());
        }
    }

    /** @param asStep whether undo takes the import back as the last step of a person */
    long finish(ImportEffects effects, boolean asStep, long now) throws SQLException {
        boolean any = !staging.active.isEmpty();
        List<String> undo = new ArrayList<>();
        if (any) {
            steps();
            for (UUID scope : staging.active) {
                note(undo, "v", scope, before.get(scope));
                note(undo, "t", scope, staging.to(scope));
                if (!staging.head.extract()) {
                    sites.setVector(scope, before.get(scope).max(staging.to(scope)));
                }
            }
        }
        if (staging.head.extract() || staging.holdsUncovered) {
            execute("INSERT OR REPLACE INTO main.meta (name, value) VALUES ('uncovered', '1')");
        }
        if (!staging.head.extract()) {
            int peer = sites.number(staging.head.site());
            for (Map.Entry<UUID, VersionVector> e : staging.head.to().entrySet()) {
                sites.setPeer(peer, e.getKey(), e.getValue());
            }
            if (staging.head.author() != null) {
                try (PreparedStatement name = c.prepareStatement("UPDATE main.site SET author = ? WHERE no = ?")) {
                    name.setString(1, staging.head.author());
                    name.setInt(2, peer);
                    name.executeUpdate();
                }
            }
        }
        try (Statement statement = c.createStatement()) {
            try (ResultSet r = statement.executeQuery(
                    "SELECT hash FROM stage.s_file f WHERE NOT EXISTS (SELECT 1 FROM main.blob b WHERE b.hash = f.hash)")) {
                while (r.next()) {
                    undo.add("b " + r.getString(1));
                }
            }
            statement.executeUpdate("INSERT OR IGNORE INTO main.blob (hash, size, file_name, media_type, added)"
                    + " SELECT hash, size, file_name, media_type, " + now + " FROM stage.s_file");
        }
        Packages.applied(c, staging.head, effects, any ? String.join("\n", undo) : null, now);
        Packages.prune(c);
        if (asStep && any && !effects.nothing()) {
            long step = UndoLog.newStep(c, staging.label(), now);
            try (PreparedStatement link = c.prepareStatement("UPDATE undo_step SET package = ? WHERE no = ?")) {
                link.setString(1, staging.head.id().toString());
                link.setLong(2, step);
                link.executeUpdate();
            }
        }
        try (Statement statement = c.createStatement();
                ResultSet r = statement.executeQuery("SELECT coalesce(max(no), 0) FROM main.txn")) {
            return r.getLong(1);
        }
    }

    private static void note(List<String> undo, String what, UUID scope, VersionVector vector) {
        undo.add(what + "s " + scope);
        vector.numbers().forEach((site, seq) -> undo.add(what + " " + scope + " " + site + " " + seq));
    }

    /** Who made the changes. Steps known already move to the end, so that what follows changes sees their new rows. */
    private void steps() throws SQLException {
        record Step(UUID site, long from, long to, long at, String author, String label, String arguments) {}
        try (Statement read = c.createStatement();
                ResultSet r = read.executeQuery("SELECT site, seq_from, seq_to, at, author, label, arguments"
                        + " FROM stage.s_step ORDER BY at, site, seq_from");
                PreparedStatement known = c.prepareStatement(
                        "SELECT no, seq_to, at, step IS NOT NULL FROM main.txn WHERE site = ? AND seq_from = ?");
                PreparedStatement move =
                        c.prepareStatement("UPDATE main.txn SET no = (SELECT max(no) + 1 FROM main.txn) WHERE no = ?");
                PreparedStatement insert = c.prepareStatement("INSERT INTO main.txn"
                        + " (site, seq_from, seq_to, at, author, label, arguments, package)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            while (r.next()) {
                Step step = new Step(
                        Uuids.uuid(r.getBytes(1)),
                        r.getLong(2),
                        r.getLong(3),
                        r.getLong(4),
                        r.getString(5),
                        r.getString(6),
                        r.getString(7));
                int site = sites.number(step.site());
                known.setInt(1, site);
                known.setLong(2, step.from());
                try (ResultSet k = known.executeQuery()) {
                    if (k.next()) {
                        if (k.getLong(2) != step.to() || k.getLong(3) != step.at()) {
                            throw StorageProblems.splitSite();
                        }
                        if (!k.getBoolean(4)) {
                            move.setLong(1, k.getLong(1));
                            move.executeUpdate();
                        }
                        continue;
                    }
                }
                insert.setInt(1, site);
                insert.setLong(2, step.from());
                insert.setLong(3, step.to());
                insert.setLong(4, step.at());
                insert.setString(5, step.author());
                insert.setString(6, step.label());
                insert.setString(7, step.arguments());
                insert.setString(8, staging.head.id().toString());
                insert.executeUpdate();
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = c.createStatement()) {
            statement.execute(sql);
        }
    }
}
