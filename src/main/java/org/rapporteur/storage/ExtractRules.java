package org.rapporteur.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.exchange.Selection.Extract;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.model.Model;
import org.rapporteur.core.survey.Permission;
import org.rapporteur.core.survey.SurveyKinds;

/**
 * What an extract keeps. A row is left out if it is left out itself or if a row is left out that it is part of or, for
 * answers, that it refers to; so nothing made of an answer that may not be quoted gets through.
 */
final class ExtractRules {
    private final Connection c;
    private final RowStates rows;
    private final Extract extract;

    ExtractRules(Connection connection, RowStates rows, Extract extract) {
        this.c = connection;
        this.rows = rows;
        this.extract = extract;
    }

    boolean withoutPersonal() {
        return extract.withoutPersonal();
    }

    /** Attachments are left out as a whole where something in them might not be shown. */
    boolean withoutFiles() {
        return extract.withoutPersonal() || extract.withoutUnquotable();
    }

    /** A kind that is about persons as such: everything that names its records is personal. */
    static boolean aboutPersons(Kind kind) {
        List<Field> titles = kind.titleFields();
        return !titles.isEmpty() && titles.stream().allMatch(f -> f.is(Field.Trait.PERSONAL));
    }

    /** All kinds, each after the one that it is part of. */
    static List<Kind> withParents() {
        // The model names a kind before those that are part of it, except where a kind may be part of any.
        List<Kind> ordered = new ArrayList<>();
        Set<String> named = new HashSet<>();
        List<Kind> left = new ArrayList<>(Model.kinds());
        while (!left.isEmpty()) {
            List<Kind> ready = left.stream()
                    .filter(k -> k.parent().isEmpty()
                            || k.parent().get().target().isEmpty()
                            || k.parent().get().target().equals(k.name())
                            || named.contains(k.parent().get().target()))
                    .toList();
            if (ready.isEmpty()) {
                ordered.addAll(left);
                break;
            }
            ordered.addAll(ready);
            ready.forEach(k -> named.add(k.name()));
            left.removeAll(ready);
        }
        return ordered;
    }

    /** Fills the table of what is kept. */
    void collect() throws SQLException {
        try (Statement statement = c.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS temp.kept");
            statement.execute(
                    "CREATE TEMP TABLE kept (kind TEXT NOT NULL, row BLOB NOT NULL PRIMARY KEY)" + " WITHOUT ROWID");
        }
        for (Kind kind : withParents()) {
            if (!(extract.withoutPersonal() && aboutPersons(kind))
                    && !(extract.withoutUnquotable() && kind == SurveyKinds.TRAY_ITEM)) {
                ofMeeting(kind);
            }
        }
        if (extract.withoutUnquotable()) {
            withoutWhatRestsOnAnswers();
        }
        directory();
    }

    private void ofMeeting(Kind kind) throws SQLException {
        StringBuilder sql = new StringBuilder("INSERT OR IGNORE INTO temp.kept (kind, row) SELECT '" + kind.name()
                + "', k.id FROM " + kind.name() + " k WHERE k.scope = ?1 AND k.hidden = 0");
        if (extract.survey() != null && kind != MeetingKinds.MEETING) {
            if (kind == SurveyKinds.SURVEY) {
                sql.append(" AND k.id = ?2");
            } else if (kind.hasColumn("survey")) {
                sql.append(" AND k.survey = ?2");
            } else if (inSurvey(kind)) {
                sql.append(" AND ?2 IS NOT NULL");
            } else {
                return;
            }
        }
        Field parent = kind.parent().orElse(null);
        if (parent != null && !parent.target().isEmpty() && kind != SurveyKinds.SURVEY) {
            sql.append(
                    " AND (k." + parent.name() + " IS NULL OR k." + parent.name() + " IN (SELECT row FROM temp.kept))");
        }
        if (extract.withoutUnquotable() && kind == SurveyKinds.ANSWER) {
            sql.append(" AND k.id IN (SELECT a.id FROM answer a JOIN survey s ON s.id = a.survey" + PermissionSql.JOIN
                    + " WHERE " + PermissionSql.RANK + " = " + Permission.QUOTE.ordinal() + ")"
                    // Whoever said otherwise, and was not decided against, is heard.
                    // What was replaced by a newer reply, or taken out of all figures, is nobody's word any more.
                    + " AND k.id IN (SELECT a.id FROM answer a JOIN response p ON p.id = a.response WHERE "
                    + ReplySql.USABLE + " AND " + ReplySql.COUNTS + ")"
                    + " AND NOT EXISTS (SELECT 1 FROM sibling d WHERE d.row = k.id AND d.field = 'permission'"
                    + " AND d.value IS NOT '" + Permission.QUOTE.code() + "')");
        }
        try (PreparedStatement insert = c.prepareStatement(sql.toString())) {
            insert.setBytes(1, Uuids.bytes(extract.meeting()));
            if (sql.indexOf("?2") >= 0) {
                insert.setBytes(2, Uuids.bytes(extract.survey()));
            }
            insert.executeUpdate();
        }
    }

    private static boolean inSurvey(Kind kind) {
        Kind up = kind;
        for (int depth = 0; depth < 6 && up.parent().isPresent(); depth++) {
            String target = up.parent().get().target();
            if (target.isEmpty()) {
                return false;
            }
            up = Model.kind(target);
            if (up == SurveyKinds.SURVEY) {
                return true;
            }
        }
        return false;
    }

    private void withoutWhatRestsOnAnswers() throws SQLException {
        boolean more = true;
        while (more) {
            more = false;
            for (Kind kind : Model.kinds()) {
                for (Field field : kind.fields()) {
                    boolean toAnswers = field.type() == FieldType.REF
                            && (field.target().isEmpty()
                                    || field.target().equals("answer")
                                    || field.target().equals("coding")
                                    || field.target().equals("good_practice"));
                    if (toAnswers) {
                        try (PreparedStatement delete = c.prepareStatement("DELETE FROM temp.kept WHERE row IN (SELECT"
                                + " k.id FROM temp.kept e JOIN " + kind.name() + " k ON k.id = e.row WHERE e.kind = ?"
                                + " AND k." + field.name() + " IS NOT NULL AND (k." + field.name()
                                + " IN (SELECT id FROM answer) OR k." + field.name() + " IN (SELECT id FROM coding)"
                                + " OR k." + field.name() + " IN (SELECT id FROM good_practice)) AND k." + field.name()
                                + " NOT IN (SELECT row FROM temp.kept))")) {
                            delete.setString(1, kind.name());
                            more |= delete.executeUpdate() > 0;
                        }
                    }
                }
            }
        }
    }

    /**
     * Rows of the shared directory that rows of the meeting refer to, without which they could not be read. What rows of
     * the directory refer to in turn would only widen the circle.
     */
    private void directory() throws SQLException {
        for (Kind kind : Model.kinds()) {
            if (kind.scopeRule() == Kind.ScopeRule.DIRECTORY) {
                continue;
            }
            for (Field field : kind.fields()) {
                if (field.type() == FieldType.REF) {
                    for (Kind target : Model.kinds()) {
                        boolean fits =
                                field.target().isEmpty() || field.target().equals(target.name());
                        if (fits && !(extract.withoutPersonal() && aboutPersons(target))) {
                            directory(kind, field, target);
                        }
                    }
                }
            }
        }
    }

    private void directory(Kind kind, Field field, Kind target) throws SQLException {
        try (PreparedStatement insert = c.prepareStatement("INSERT OR IGNORE INTO temp.kept (kind, row) SELECT '"
                + target.name() + "', t.id FROM temp.kept e JOIN " + kind.name() + " k ON k.id = e.row JOIN "
                + target.name() + " t ON t.id = k." + field.name()
                + " WHERE e.kind = ? AND t.scope = ? AND t.hidden = 0")) {
            insert.setString(1, kind.name());
            insert.setBytes(2, Uuids.bytes(Model.DIRECTORY));
            insert.executeUpdate();
        }
    }

    /** Takes out of a row what the extract leaves out of it. */
    void withhold(RowState state, Kind kind) throws SQLException {
        state.unknown.clear();
        for (Field field : kind.fields()) {
            boolean personal = extract.withoutPersonal()
                    && (field.is(Field.Trait.PERSONAL)
                            || field.type() == FieldType.REF
                                    && !field.target().isEmpty()
                                    && aboutPersons(Model.kind(field.target())));
            boolean file = withoutFiles() && field.type() == FieldType.BLOB_HASH;
            // What a returned file brought beyond its answers may be an answer all the same.
            boolean raw = extract.withoutUnquotable()
                    && kind == SurveyKinds.RESPONSE
                    && field.name().equals("carried");
            if (personal || file || raw) {
                for (String column : field.columns()) {
                    state.withheld.add(column);
                    state.fields.remove(column);
                    state.values[kind.indexOf(column)] = null;
                }
            }
            boolean missingRow = field.type() == FieldType.REF
                    && kind.parent().filter(p -> p.name().equals(field.name())).isPresent()
                    && state.values[kind.indexOf(field.name())] instanceof UUID parent
                    && !kept(parent);
            if (missingRow) {
                state.withheld.add(field.name());
                state.fields.remove(field.name());
                state.values[kind.indexOf(field.name())] = null;
            }
        }
    }

    private boolean kept(UUID row) throws SQLException {
        PreparedStatement read = rows.prepare("SELECT 1 FROM temp.kept WHERE row = ?");
        read.setBytes(1, Uuids.bytes(row));
        try (ResultSet r = read.executeQuery()) {
            return r.next();
        }
    }
}
