package org.rapporteur.storage;

/**
 * What an answer allows, in SQL: what a person decided for this answer, else what the respondent said about the use of
 * its answers, else what the survey says for all. The one place for it, so that figures, papers and extracts agree.
 */
final class PermissionSql {
    private PermissionSql() {}

    /** A text as the ordinal of Permission; anything unknown allows only counting. */
    private static String rank(String column) {
        return "CASE " + column + " WHEN 'quote' THEN 2 WHEN 'paraphrase' THEN 1 ELSE 0 END";
    }

    // What a newer reply took back is not heard any more; of replies that compete, all are.
    private static final String HEARD = " AND w.not_usable IS NOT 1 AND (" + ReplySql.counts("w", "e")
            + " OR e.hidden = 0" + " AND NOT " + ReplySql.replaced("e") + ")";

    // A colleague's value that is not decided against yet is heard too.
    private static final String STATEMENTS = "SELECT w.respondent AS who, w.question AS question, w.value AS value"
            + " FROM question o JOIN answer w ON w.question = o.id JOIN response e ON e.id = w.response"
            + " WHERE o.type = 'use' AND o.hidden = 0 AND w.hidden = 0" + HEARD
            + " AND (w.value IS NOT NULL OR trim(coalesce(w.body, '')) <> '')"
            + " UNION ALL SELECT w.respondent, w.question, d.value"
            + " FROM question o JOIN answer w ON w.question = o.id JOIN response e ON e.id = w.response"
            + " JOIN sibling d ON d.row = w.id AND d.field = 'value'"
            + " WHERE o.type = 'use' AND o.hidden = 0 AND w.hidden = 0" + HEARD
            // Words beside it may take back what was ticked; until a person has looked they are no choice.
            + " UNION ALL SELECT e.respondent, i.question, '?'"
            + " FROM question o JOIN tray_item i ON i.question = o.id JOIN response e ON e.id = i.response"
            + " WHERE o.type = 'use' AND o.hidden = 0 AND " + ReplySql.OPEN_ITEM;

    /**
     * Joins to an answer {@code a} what its respondent said, as the ordinal {@code u.said}; null for nothing. Who said
     * several things is taken by the least; an answer that could not be read allows only counting.
     */
    static final String JOIN = " LEFT JOIN (SELECT t.who AS who, min(CASE WHEN h.id IS NOT NULL THEN "
            + rank("h.permission")
            + " WHEN NOT EXISTS (SELECT 1 FROM choice n WHERE n.question = t.question AND n.hidden = 0) THEN "
            + rank("t.value")
            + " ELSE 0 END) AS said FROM (" + STATEMENTS
            + ") t LEFT JOIN choice h ON h.question = t.question AND h.code = t.value AND h.hidden = 0"
            + " GROUP BY t.who) u ON u.who = a.respondent";

    /** The ordinal for an answer {@code a} of a survey {@code s}, with {@link #JOIN}. */
    static final String RANK = "CASE WHEN a.permission IS NOT NULL THEN " + rank("a.permission")
            + " WHEN u.said IS NOT NULL THEN u.said ELSE " + rank("s.default_permission") + " END";

    /** Whether the answer is only to be counted because somebody said so, with {@link #JOIN}. */
    static final String ASKED_TO_COUNT =
            "(CASE WHEN a.permission IS NOT NULL THEN " + rank("a.permission") + " ELSE u.said END) = 0";
}
