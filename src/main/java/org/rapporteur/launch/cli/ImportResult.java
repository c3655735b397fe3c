package org.rapporteur.launch.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rapporteur.core.problem.Refusal;

/**
 * What taking in one file did, or would do.
 *
 * @param rows answers or rows that the file holds
 * @param added new ones
 * @param changed ones that replace what was there
 * @param same ones that were there already
 * @param nothing whether nothing at all of the file could be used
 * @param survey key of the survey that a table made or added to; null for returned questionnaires
 * @param title its title
 * @param changes what is different now from an earlier version of a table
 * @param remarks what was guessed, joined or left out
 */
record ImportResult(
        String file,
        String kind,
        long rows,
        long added,
        long changed,
        long same,
        List<Refused> refused,
        List<Waiting> tray,
        boolean nothing,
        String survey,
        String title,
        List<Waiting> changes,
        List<Waiting> remarks) {
    private static final Pattern CELL = Pattern.compile("[A-Za-z]{1,3}(\\d{1,7})");
    private static final int MOST_TOLD = 50;

    /** What has no changes and remarks of its own. */
    ImportResult(
            String file,
            String kind,
            long rows,
            long added,
            long changed,
            long same,
            List<Refused> refused,
            List<Waiting> tray,
            boolean nothing,
            String survey,
            String title) {
        this(file, kind, rows, added, changed, same, refused, tray, nothing, survey, title, List.of(), List.of());
    }

    /** Input that was refused; row 0 is the whole file. */
    record Refused(long row, String sheet, String cell, String reason) {
        static Refused of(Refusal refusal, Context context) {
            return new Refused(refusal.row(), refusal.sheet(), refusal.cell(), context.text(refusal.reason()));
        }
    }

    /** Input that waits for a person. */
    record Waiting(long row, String sheet, String cell, String question, String reason) {}

    /** The row in the name of a cell such as D12; 0 if there is none. */
    static long rowOf(String cell) {
        Matcher matcher = CELL.matcher(cell == null ? "" : cell);
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
    }

    /**
     * Says what came of an import: one JSON document on standard output if asked, words on standard error.
     *
     * @return the exit status
     */
    static int tell(List<ImportResult> results, Context context, boolean json, boolean dryRun) {
        if (json) {
            List<Map<String, Object>> all =
                    results.stream().map(ImportResult::json).toList();
            context.console().json(all.size() == 1 ? all.get(0) : all);
        }
        boolean incomplete = false;
        for (ImportResult result : results) {
            incomplete |= !result.refused.isEmpty() || !result.tray.isEmpty();
            result.say(context);
        }
        if (dryRun) {
            context.say("cli.import.dryRun");
        }
        if (results.stream().allMatch(ImportResult::nothing)) {
            return Status.REFUSED;
        }
        return incomplete ? Status.INCOMPLETE : Status.DONE;
    }

    private void say(Context context) {
        context.say(
                "cli.import.counts",
                file,
                String.valueOf(rows),
                String.valueOf(added),
                String.valueOf(changed),
                String.valueOf(same));
        if (survey != null) {
            context.say("cli.import.survey", title, survey);
        }
        refused.stream()
                .limit(MOST_TOLD)
                .forEach(one -> context.say(
                        "cli.import.refused", place(context, one.row(), one.sheet(), one.cell()), one.reason()));
        tray.stream()
                .limit(MOST_TOLD)
                .forEach(one -> context.say(
                        "cli.import.tray",
                        place(context, one.row(), one.sheet(), one.cell()),
                        one.question() == null ? "–" : one.question(),
                        one.reason()));
        changes.stream()
                .limit(MOST_TOLD)
                .forEach(one -> context.say(
                        "cli.import.changed", place(context, one.row(), one.sheet(), one.cell()), one.reason()));
        remarks.stream()
                .limit(MOST_TOLD)
                .forEach(one -> context.say(
                        "cli.import.remark", place(context, one.row(), one.sheet(), one.cell()), one.reason()));
        int more = Math.max(0, refused.size() - MOST_TOLD) + Math.max(0, tray.size() - MOST_TOLD);
        if (more > 0) {
            context.say("cli.import.more", more);
        }
    }

    private String place(Context context, long row, String sheet, String cell) {
        boolean inSheet = sheet != null && !sheet.isEmpty();
        if (cell != null && !cell.isEmpty()) {
            return inSheet
                    ? context.text("problem.place.sheetCell", file, sheet, cell)
                    : context.text("problem.place.cell", file, cell);
        }
        if (row == 0) {
            return file;
        }
        return inSheet
                ? context.text("problem.place.sheetRow", file, sheet, String.valueOf(row))
                : context.text("problem.place.row", file, String.valueOf(row));
    }

    private Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", file);
        json.put("kind", kind);
        json.put("rows", rows);
        json.put("new", added);
        json.put("changed", changed);
        json.put("same", same);
        List<Map<String, Object>> refusals = new ArrayList<>();
        for (Refused one : refused) {
            refusals.add(entry(one.row(), one.sheet(), one.cell(), null, false, one.reason()));
        }
        json.put("refused", refusals);
        List<Map<String, Object>> waiting = new ArrayList<>();
        for (Waiting one : tray) {
            waiting.add(entry(one.row(), one.sheet(), one.cell(), one.question(), true, one.reason()));
        }
        json.put("tray", waiting);
        if (!changes.isEmpty()) {
            json.put("changes", entries(changes));
        }
        if (!remarks.isEmpty()) {
            json.put("remarks", entries(remarks));
        }
        if (survey != null) {
            json.put("survey", survey);
            json.put("title", title);
        }
        return json;
    }

    private static List<Map<String, Object>> entries(List<Waiting> list) {
        return list.stream()
                .map(one ->
                        entry(one.row(), one.sheet(), one.cell(), one.question(), one.question() != null, one.reason()))
                .toList();
    }

    private static Map<String, Object> entry(
            long row, String sheet, String cell, String question, boolean asked, String reason) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("row", row);
        entry.put("cell", cell == null || cell.isEmpty() ? null : cell);
        if (asked) {
            entry.put("question", question);
        }
        entry.put("reason", reason);
        if (sheet != null && !sheet.isEmpty()) {
            entry.put("sheet", sheet);
        }
        return entry;
    }
}
