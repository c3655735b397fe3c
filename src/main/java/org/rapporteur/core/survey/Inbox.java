package org.rapporteur.core.survey;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;

/**
 * Everything of returned files that waits for a person, in one list: it is read from the store, so it is the same after a
 * restart and on every machine after an exchange. Nothing is in doubt if, and only if, it is empty.
 *
 * @param items what waits: whole files first, then by respondent
 */
public record Inbox(List<Item> items) {

    /** What a person is asked. */
    public enum Sort {
        /** A file that could not be taken in. */
        REFUSED,
        /** A file of which it must be said who it is from. */
        WHO,
        /** Two replies of one respondent that do not know of each other: which one counts? */
        COMPETING,
        /** An answer that another machine took over in place of the one that counts: which one counts? */
        RIVAL,
        /** A newer file says something else than the one before. */
        CHANGED,
        /** A newer file leaves an answer out. */
        WITHDRAWN,
        /** Words such as "N/A": are they answers in this survey? */
        NO_ANSWER,
        /** Something in a file that found no place. */
        CELL,
        /** An answer whose words were not understood. */
        DOUBT
    }

    /**
     * Something that waits.
     *
     * @param row the item of the tray, the answer in doubt, or the competing reply
     * @param survey the survey; null for a file of which it is not known
     * @param respondent the respondent; null if not known
     * @param reply the reply it came with; null for a file that was not taken in
     */
    public record Item(Sort sort, Row row, UUID survey, Row respondent, Row reply) {
        public UUID id() {
            return row.id();
        }

        /** The question it seems to belong to, or null. */
        public UUID question() {
            return sort == Sort.COMPETING ? null : row.ref("question");
        }

        /** Name of the file it stands in, "" if it came otherwise. */
        public String file() {
            Row holder = reply == null ? row : reply;
            return holder.text("source_file");
        }

        public String name() {
            return respondent == null ? "" : respondent.text("name");
        }
    }

    public Inbox {
        items = List.copyOf(items);
    }

    /** What waits in a survey. */
    public static Inbox of(Records records, UUID survey) {
        List<Item> files = new ArrayList<>();
        List<Item> found = new ArrayList<>();
        Map<UUID, Row> respondents = new HashMap<>();
        records.each(Query.partsOf(SurveyKinds.RESPONDENT, survey), row -> respondents.put(row.id(), row));
        Set<UUID> questions = new HashSet<>();
        records.each(Query.partsOf(SurveyKinds.QUESTION, survey), row -> questions.add(row.id()));
        Map<UUID, CurrentReply> replies = CurrentReply.inSurvey(records, survey);
        replies.forEach((id, current) -> {
            Row respondent = respondents.get(id);
            if (respondent != null) {
                current.competing()
                        .forEach(reply -> found.add(new Item(Sort.COMPETING, reply, survey, respondent, reply)));
                current.rivals().stream()
                        .filter(row -> questions.contains(row.ref("question")))
                        .forEach(row -> found.add(new Item(Sort.RIVAL, row, survey, respondent, current.reply())));
            }
        });
        records.each(Query.of(SurveyKinds.TRAY_ITEM).where("survey", survey), row -> {
            if (TrayDecision.isOpen(row)) {
                (row.ref("response") == null
                                ? file(row, survey, respondents.get(row.ref("respondent")))
                                : ofReply(records, row, survey, respondents, replies))
                        .ifPresent(item -> (item.reply() == null ? files : found).add(item));
            }
        });
        doubts(records, survey, questions, respondents, replies, found);
        found.sort(java.util.Comparator.comparing(Item::name)
                .thenComparing(Item::sort)
                .thenComparing(item -> item.row().kind() == SurveyKinds.RESPONSE
                        ? ""
                        : item.row().text("source_sheet"))
                .thenComparingInt(item -> item.row().kind() == SurveyKinds.RESPONSE
                        ? 0
                        : rowNumber(item.row().text("source_cell")))
                .thenComparing(Item::id));
        files.sort(java.util.Comparator.comparing(Item::file).thenComparing(Item::id));
        files.addAll(found);
        return new Inbox(files);
    }

    /** Files that came for no survey that could be told. */
    public static Inbox unassigned(Records records) {
        List<Item> found = new ArrayList<>();
        records.each(Query.of(SurveyKinds.TRAY_ITEM).where("survey", null), row -> {
            if (TrayDecision.isOpen(row) && row.ref("response") == null) {
                file(row, null, null).ifPresent(found::add);
            }
        });
        return new Inbox(found);
    }

    private static Optional<Item> file(Row row, UUID survey, Row respondent) {
        Sort sort = row.text("reason").equals(TrayReason.WHO.code()) ? Sort.WHO : Sort.REFUSED;
        return Optional.of(new Item(sort, row, survey, respondent, null));
    }

    private static Optional<Item> ofReply(
            Records records, Row row, UUID survey, Map<UUID, Row> respondents, Map<UUID, CurrentReply> replies) {
        Row reply = records.find(SurveyKinds.RESPONSE, row.ref("response"))
                .filter(r -> !r.deleted())
                .orElse(null);
        Row respondent = reply == null ? null : respondents.get(reply.ref("respondent"));
        if (respondent == null) {
            return Optional.empty();
        }
        CurrentReply current = replies.get(respondent.id());
        boolean waits = reply.text("channel").equals("table") || current != null && current.isCurrent(reply.id());
        Sort sort =
                switch (TrayReason.ofCode(row.text("reason")).orElse(TrayReason.STRAY)) {
                    case CHANGED -> Sort.CHANGED;
                    case WITHDRAWN -> Sort.WITHDRAWN;
                    case NO_ANSWER -> Sort.NO_ANSWER;
                    default -> Sort.CELL;
                };
        return waits ? Optional.of(new Item(sort, row, survey, respondent, reply)) : Optional.empty();
    }

    private static void doubts(
            Records records,
            UUID survey,
            Set<UUID> questions,
            Map<UUID, Row> respondents,
            Map<UUID, CurrentReply> replies,
            List<Item> found) {
        List<String> codes = new ArrayList<>();
        for (Doubt doubt : Doubt.values()) {
            if (doubt.ofContent()) {
                codes.add(doubt.code());
            }
        }
        Map<UUID, Set<UUID>> counted = new HashMap<>();
        replies.forEach((id, current) -> {
            Set<UUID> ids = new HashSet<>();
            current.answers().forEach(row -> ids.add(row.id()));
            counted.put(id, ids);
        });
        records.each(Query.of(SurveyKinds.ANSWER).where("survey", survey).where("doubt", codes), row -> {
            Row respondent = respondents.get(row.ref("respondent"));
            if (respondent == null
                    || row.ref("response") == null
                    || row.flag("checked")
                    || row.flag("not_usable")
                    || !questions.contains(row.ref("question"))) {
                return;
            }
            Row reply = records.find(SurveyKinds.RESPONSE, row.ref("response")).orElse(null);
            boolean table = reply != null && reply.text("channel").equals("table");
            boolean counts = table
                    ? !reply.deleted()
                    : counted.getOrDefault(respondent.id(), Set.of()).contains(row.id());
            if (reply != null && counts) {
                found.add(new Item(Sort.DOUBT, row, survey, respondent, reply));
            }
        });
    }

    /** The row in a cell's name ("D12" is 12), 0 if it names none. */
    public static int rowNumber(String cell) {
        String digits = cell.replaceAll("\\D", "");
        return digits.isEmpty() || digits.length() > 8 ? 0 : Integer.parseInt(digits);
    }
}
