package org.rapporteur.storage;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.rapporteur.core.survey.TrayReason;

/**
 * Which answers count, in SQL: the same rule as {@code CurrentReply} in core, where it is explained. Every statement that
 * counts or quotes answers uses it.
 */
final class ReplySql {
    private ReplySql() {}

    private static final String NOT_TABLE = ".channel IS NOT 'table'";

    /** Whether an answer {@code a}, which came with the response {@code p}, counts. */
    static final String COUNTS = counts("a", "p");

    /** What a person took out of all figures does not count either. */
    static final String USABLE = "a.not_usable IS NOT 1";

    /** Whether another reply that is there took the place of the one with this alias, and not the other way round too. */
    static String replaced(String reply) {
        return "EXISTS (SELECT 1 FROM reply_link xl JOIN response xm ON xm.id = xl.response WHERE xl.earlier = " + reply
                + ".id AND xl.hidden = 0 AND xm.hidden = 0 AND xm" + NOT_TABLE + " AND xm.respondent = " + reply
                + ".respondent AND NOT EXISTS (SELECT 1 FROM reply_link xv WHERE xv.response = xl.earlier"
                + " AND xv.earlier = xl.response AND xv.hidden = 0))";
    }

    /**
     * Whether an item {@code i} of a reply {@code e} that nothing took the place of waits for a person and may hold an
     * answer, see {@link TrayReason#mayAnswer()}.
     */
    static final String OPEN_ITEM = "coalesce(i.reason, '') NOT IN ("
            + Arrays.stream(TrayReason.values())
                    .filter(reason -> !reason.mayAnswer())
                    .map(reason -> "'" + reason.code() + "'")
                    .collect(Collectors.joining(","))
            + ") AND i.hidden = 0 AND coalesce(i.decision, 'open') = 'open' AND e.hidden = 0 AND NOT " + replaced("e");

    /** Key of the reply that counts of the respondent of the response with this alias. */
    private static String current(String response) {
        return "(SELECT xn.id FROM response xn WHERE xn.respondent = " + response
                + ".respondent AND xn.hidden = 0 AND xn" + NOT_TABLE + " ORDER BY " + replaced("xn")
                + ", coalesce(xn.received_on, '') DESC, xn.id DESC LIMIT 1)";
    }

    /** Of a question that has one answer the last by its key is taken over, should several be. */
    private static String onlyOne(String a) {
        return "((SELECT xq.type FROM question xq WHERE xq.id = " + a + ".question) IS 'multiple' OR NOT EXISTS ("
                + "SELECT 1 FROM reply_link xt JOIN answer xu ON xu.id = xt.answer WHERE xt.response = xw.id"
                + " AND xt.hidden = 0 AND xu.hidden = 0 AND xu.question = " + a + ".question AND xu.respondent = " + a
                + ".respondent AND ((xu.checked IS 1) < (" + a + ".checked IS 1) OR (xu.checked IS 1) = (" + a
                + ".checked IS 1) AND xu.id > " + a + ".id)))";
    }

    /**
     * Whether a reply that an earlier version of the program left beside others answers again what one that comes before it
     * answers.
     */
    private static String again(String p) {
        return "EXISTS (SELECT 1 FROM response xz JOIN answer xy ON xy.response = xz.id JOIN answer xv ON xv.response = "
                + p + ".id AND xv.question = xy.question WHERE xz.respondent = " + p + ".respondent AND xz.id <> " + p
                + ".id AND xz.hidden = 0 AND xz" + NOT_TABLE
                + " AND xz.whole IS NOT 1 AND xy.hidden = 0 AND xv.hidden = 0"
                + " AND (coalesce(xz.received_on, '') > coalesce(" + p
                + ".received_on, '') OR coalesce(xz.received_on, '')"
                + " = coalesce(" + p + ".received_on, '') AND xz.id > " + p + ".id OR xz.id = xw.id)"
                + " AND (xz.id = xw.id OR NOT " + replaced("xz") + ")"
                + " AND ((SELECT xq.type FROM question xq WHERE xq.id = xy.question) IS NOT 'multiple'"
                + " OR xy.value IS xv.value))";
    }

    /**
     * Whether an answer counts. Most respondents have one reply, which the first part settles by one look into an index.
     *
     * @param a alias of the answer
     * @param p alias of the response that it came with
     */
    static String counts(String a, String p) {
        String takesOver = "EXISTS (SELECT 1 FROM reply_link xt JOIN answer xu ON xu.id = xt.answer"
                + " WHERE xt.response = xw.id AND xt.hidden = 0 AND xu.hidden = 0 AND xu.question = " + a
                + ".question AND xu.respondent = " + a + ".respondent)";
        return "(" + p + ".hidden = 0 AND (" + p + ".channel IS 'table' OR NOT EXISTS (SELECT 1 FROM response xo"
                + " WHERE xo.respondent = " + p + ".respondent AND xo.id <> " + p + ".id AND xo.hidden = 0 AND xo"
                + NOT_TABLE + ") AND NOT EXISTS (SELECT 1 FROM reply_link xt WHERE xt.response = " + p
                + ".id AND xt.hidden = 0)) OR " + p + NOT_TABLE
                + " AND EXISTS (SELECT 1 FROM response xw WHERE xw.id = " + current(p) + " AND (xw.id = " + p
                + ".id AND NOT " + takesOver
                + " OR EXISTS (SELECT 1 FROM reply_link xt WHERE xt.response = xw.id AND xt.answer = " + a
                + ".id AND xt.hidden = 0) AND " + onlyOne(a) + " OR " + p + ".hidden = 0 AND " + p
                + ".id <> xw.id AND xw.whole IS NOT 1 AND "
                + p + ".whole IS NOT 1 AND NOT " + replaced(p) + " AND NOT " + again(p) + ")))";
    }
}
