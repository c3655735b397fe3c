package org.rapporteur.storage;

import java.util.StringJoiner;
import org.rapporteur.core.survey.SurveyStore.CodingRule;

/**
 * The SQL behind surveys. Parameter 1 is the survey unless said otherwise. The path is always survey, its questions, their
 * answers by the index on the question; the plus before a column keeps SQLite from starting at the respondents, from
 * whom no index leads to the answers.
 */
final class SurveySql {
    private SurveySql() {}

    private static final String NOT_BLANK = "(a.value IS NOT NULL OR a.body IS NOT NULL"
            + " AND trim(a.body, char(9, 10, 11, 12, 13, 32, 160, 8203, 12288, 65279)) <> '')";

    private static final String PERMISSION = PermissionSql.RANK;

    private static final String ANSWERS = " FROM survey s JOIN question q ON q.survey = s.id"
            + " JOIN answer a ON a.question = q.id JOIN response p ON p.id = a.response"
            + " JOIN respondent r ON r.id = a.respondent";

    private static final String LIVE = " AND q.hidden = 0 AND a.hidden = 0 AND r.hidden = 0"
            + " AND +r.survey = s.id AND " + NOT_BLANK + " AND " + ReplySql.USABLE + " AND " + ReplySql.COUNTS;

    private static final String CODED =
            " JOIN coding k ON k.answer = a.id JOIN code c ON c.id = k.code JOIN codebook b ON b.id = c.codebook";

    private static final String CODING_LIVE = " AND k.hidden = 0 AND c.hidden = 0 AND b.hidden = 0";

    static final String SURVEYS = "SELECT id FROM survey WHERE hidden = 0 ORDER BY id";

    static final String SURVEY =
            "SELECT id, title_en, title_fr, title_es, title_ar, title_zh, title_ru, meeting, due_on,"
                    + " illustrative, convergence_groups, convergence_members FROM survey WHERE id = ?1 AND hidden = 0";

    /** Parameter 1 is the question. */
    static final String SURVEY_OF_QUESTION = "SELECT survey FROM question WHERE id = ?1 AND survey IS NOT NULL";

    static final String QUESTIONS = "SELECT id, code, label_en, label_fr, label_es, label_ar, label_zh, label_ru, type,"
            + " agenda_item FROM question WHERE survey = ?1 AND hidden = 0 ORDER BY position, id";

    static final String CHOICES =
            "SELECT c.question, c.id, c.code, c.label_en, c.label_fr, c.label_es, c.label_ar, c.label_zh,"
                    + " c.label_ru FROM question q JOIN choice c ON c.question = q.id"
                    + " WHERE q.survey = ?1 AND q.hidden = 0 AND c.hidden = 0 ORDER BY c.question, c.position, c.id";

    static final String RESPONDENTS =
            "SELECT r.id, coalesce(r.name, y.acronym, y.name_en, ''), r.party, r.type, r.region,"
                    + " r.language, r.status, y.category, y.region, y.subregion, r.sent_on, "
                    // Whoever was given more time is late by their own new date only.
                    + " CASE WHEN r.status = 'extension' THEN r.due_on ELSE coalesce(r.due_on, s.due_on) END,"
                    + " coalesce(r.received_on, (SELECT min(p.received_on) FROM response p"
                    + " WHERE p.respondent = r.id AND p.hidden = 0)), r.reminded_on,"
                    + " coalesce(r.status = 'received', 0)"
                    + " OR EXISTS (SELECT 1 FROM response p WHERE p.respondent = r.id AND p.hidden = 0),"
                    + " (SELECT count(*) FROM response p JOIN answer a ON a.response = p.id JOIN question q ON q.id = a.question"
                    + " WHERE p.respondent = r.id AND a.hidden = 0 AND q.hidden = 0 AND +q.survey = s.id AND "
                    + NOT_BLANK + " AND " + ReplySql.USABLE + " AND " + ReplySql.COUNTS + "),"
                    + " EXISTS (SELECT 1 FROM tray_item i WHERE i.respondent = r.id AND i.response IS NULL"
                    + " AND i.hidden = 0 AND coalesce(i.decision, 'open') = 'open')"
                    + " FROM survey s JOIN respondent r ON r.survey = s.id LEFT JOIN party y ON y.id = r.party AND y.hidden = 0"
                    + " WHERE s.id = ?1 AND r.hidden = 0 ORDER BY 2, r.id";

    /** Parameter 1 is the question. */
    static final String ANSWERS_OF_QUESTION = "SELECT a.id, a.respondent, a.value, a.body, a.doubt, " + PERMISSION
            + " FROM question q JOIN survey s ON s.id = q.survey JOIN answer a ON a.question = q.id"
            + " JOIN response p ON p.id = a.response JOIN respondent r ON r.id = a.respondent" + PermissionSql.JOIN
            + " WHERE q.id = ?1" + LIVE + " ORDER BY a.respondent, a.site, a.seq";

    /** Parameter 1 is the question. */
    static final String WAITING = "SELECT DISTINCT e.respondent FROM tray_item i JOIN response e ON e.id = i.response"
            + " WHERE i.question = ?1 AND " + ReplySql.OPEN_ITEM;

    /** Respondents with an answer that they asked only to be counted. */
    static final String COUNTED_ONLY = "SELECT DISTINCT a.respondent" + ANSWERS + PermissionSql.JOIN
            + " WHERE s.id = ?1" + LIVE + " AND " + PermissionSql.ASKED_TO_COUNT;

    static final String CODES =
            "SELECT c.id, c.codebook, c.code, c.name_en, c.name_fr, c.name_es, c.name_ar, c.name_zh,"
                    + " c.name_ru, c.definition_en, c.definition_fr, c.definition_es, c.definition_ar, c.definition_zh,"
                    + " c.definition_ru, c.parent_code FROM code c JOIN codebook b ON b.id = c.codebook"
                    + " WHERE c.hidden = 0 AND b.hidden = 0 AND c.id IN (SELECT c2.id FROM codebook b2"
                    + " JOIN code c2 ON c2.codebook = b2.id WHERE b2.survey = ?1 UNION SELECT k.code" + ANSWERS
                    + " JOIN coding k ON k.answer = a.id WHERE s.id = ?1" + LIVE + " AND k.hidden = 0)"
                    + " ORDER BY b.survey IS NOT ?1, b.id, c.position, c.id";

    // Answers with a code, however often marked.
    private static final String CODED_BY_ANY = "SELECT k.code AS code, a.id AS answer, a.respondent AS respondent,"
            + " a.site AS site, a.seq AS seq, " + PERMISSION + " AS permission" + ANSWERS + CODED
            + PermissionSql.JOIN + " WHERE s.id = ?1 AND (?2 IS NULL OR q.id = ?2)" + LIVE + CODING_LIVE
            + " GROUP BY k.code, a.id";

    // Who marked anything in a response has read all of it; so readers are counted before the question is looked at.
    private static final String CODED_BY_SEVERAL = "SELECT m.code, m.answer, m.respondent, m.site, m.seq, m.permission"
            + " FROM (SELECT DISTINCT k.code AS code, a.id AS answer, a.response AS response, a.respondent AS respondent,"
            + " a.question AS question, a.site AS site, a.seq AS seq, " + PERMISSION + " AS permission,"
            + " coalesce(k.coder, '') AS coder" + ANSWERS + CODED + PermissionSql.JOIN + " WHERE s.id = ?1" + LIVE
            + CODING_LIVE + ") m"
            + " JOIN (SELECT a.response AS response, count(DISTINCT coalesce(k.coder, '')) AS readers" + ANSWERS + CODED
            + " WHERE s.id = ?1" + LIVE + CODING_LIVE + " GROUP BY a.response) d ON d.response = m.response"
            + " WHERE ?2 IS NULL OR m.question = ?2 GROUP BY m.code, m.answer HAVING count(*) >= ";

    private static String coded(CodingRule rule) {
        return switch (rule) {
            case ANY_CODER -> CODED_BY_ANY;
            case EVERY_CODER -> CODED_BY_SEVERAL + "max(d.readers)";
            case TWO_CODERS -> CODED_BY_SEVERAL + "2";
        };
    }

    /** Who raised what; parameter 2 is the one question to look at, or null. */
    static String raisings(CodingRule rule) {
        return "SELECT code, respondent, count(*), max(permission) FROM (" + coded(rule)
                + ") GROUP BY code, respondent";
    }

    /** Which answers have which code; parameter 2 as before. */
    static String codedAnswers(CodingRule rule) {
        return "SELECT code, answer, respondent FROM (" + coded(rule) + ") ORDER BY code, site, seq";
    }

    static final String MARKINGS =
            "SELECT k.id, a.id, a.respondent, a.question, k.code, k.coder, k.starts, k.ends" + ANSWERS + CODED
                    + " WHERE s.id = ?1" + LIVE + CODING_LIVE + " ORDER BY q.position, q.id, a.id, k.starts, k.id";

    static final String CODED_TEXTS = "SELECT a.id, a.response, a.respondent, a.question, a.body" + ANSWERS
            + " WHERE s.id = ?1" + LIVE + " AND q.id IN (SELECT a.question" + ANSWERS + CODED + " WHERE s.id = ?1"
            + LIVE
            + CODING_LIVE + ") ORDER BY q.position, q.id, a.site, a.seq";

    /** Parameter 2 is the code. Starts at the codings of the code: they are fewer than the answers. */
    static final String PASSAGES =
            "SELECT a.id, a.respondent, a.question, k.coder, k.starts, k.ends, a.body, a.paraphrase,"
                    + " a.language, " + PERMISSION + " FROM coding k CROSS JOIN answer a ON a.id = k.answer"
                    + " JOIN question q ON q.id = a.question JOIN survey s ON s.id = q.survey"
                    + " JOIN response p ON p.id = a.response JOIN respondent r ON r.id = a.respondent"
                    + " JOIN code c ON c.id = k.code JOIN codebook b ON b.id = c.codebook" + PermissionSql.JOIN
                    + " WHERE k.code = ?2 AND +s.id = ?1"
                    + LIVE
                    + CODING_LIVE + " ORDER BY r.name, q.position, a.site, a.seq, k.starts, k.id";

    private static final String TEXT =
            "SELECT a.id, a.respondent, a.question, a.value, a.body, a.paraphrase, a.language, " + PERMISSION;

    static final String OPEN_TEXTS = TEXT + ANSWERS + PermissionSql.JOIN
            + " WHERE s.id = ?1 AND coalesce(q.type, 'long_text') IN" + " ('long_text', 'text') AND a.body IS NOT NULL"
            + LIVE + " ORDER BY q.position, q.id, a.site, a.seq";

    /** Parameters from 2 on are the keys of the answers. */
    static String texts(int count) {
        StringJoiner keys = new StringJoiner(", ");
        for (int i = 0; i < count; i++) {
            keys.add("?" + (i + 2));
        }
        return TEXT + " FROM answer a CROSS JOIN question q ON q.id = a.question JOIN survey s ON s.id = q.survey"
                + " JOIN response p ON p.id = a.response JOIN respondent r ON r.id = a.respondent" + PermissionSql.JOIN
                + " WHERE a.id IN ("
                + keys + ") AND +s.id = ?1" + LIVE;
    }
}
