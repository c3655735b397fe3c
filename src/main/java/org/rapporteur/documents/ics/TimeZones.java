package org.rapporteur.documents.ics;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The rules of a time zone as a VTIMEZONE component, made from the rules that Java carries. Where a zone follows a
 * yearly rule in the years wanted the rule is written, which every calendar reads; otherwise each change by its date.
 */
final class TimeZones {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

    private TimeZones() {}

    /** The lines of the component, good from the first year to the last. */
    static List<String> component(ZoneId zone, int firstYear, int lastYear) {
        ZoneRules rules = zone.getRules();
        List<String> lines = new ArrayList<>();
        lines.add("BEGIN:VTIMEZONE");
        lines.add("TZID:" + zone.getId());
        List<ZoneOffsetTransition> transitions = transitions(rules, firstYear - 1, lastYear + 1);
        if (transitions.isEmpty()) {
            ZoneOffset offset = rules.getOffset(LocalDateTime.of(firstYear, 1, 1, 0, 0));
            part(lines, false, "19700101T000000", offset, offset, null);
        } else if (yearly(rules, transitions)) {
            for (ZoneOffsetTransitionRule rule : rules.getTransitionRules()) {
                ZoneOffsetTransition change = rule.createTransition(firstYear - 1);
                part(
                        lines,
                        rules.isDaylightSavings(change.getInstant()),
                        LOCAL.format(change.getDateTimeBefore()),
                        change.getOffsetBefore(),
                        change.getOffsetAfter(),
                        "RRULE:FREQ=YEARLY;BYMONTH=" + rule.getMonth().getValue() + ";" + days(rule));
            }
        } else {
            ZoneOffset before = transitions.get(0).getOffsetBefore();
            Instant earlier = transitions.get(0).getInstant().minusSeconds(1);
            part(lines, rules.isDaylightSavings(earlier), "19700101T000000", before, before, null);
            for (ZoneOffsetTransition change : transitions) {
                part(
                        lines,
                        rules.isDaylightSavings(change.getInstant()),
                        LOCAL.format(change.getDateTimeBefore()),
                        change.getOffsetBefore(),
                        change.getOffsetAfter(),
                        null);
            }
        }
        lines.add("END:VTIMEZONE");
        return lines;
    }

    private static List<ZoneOffsetTransition> transitions(ZoneRules rules, int firstYear, int lastYear) {
        List<ZoneOffsetTransition> transitions = new ArrayList<>();
        Instant at = LocalDateTime.of(firstYear, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);
        ZoneOffsetTransition next = rules.nextTransition(at);
        while (next != null && next.getDateTimeBefore().getYear() <= lastYear) {
            transitions.add(next);
            next = rules.nextTransition(next.getInstant());
        }
        return transitions;
    }

    /** Whether the changes of all these years are those of the yearly rules, on days that a rule can name. */
    private static boolean yearly(ZoneRules rules, List<ZoneOffsetTransition> transitions) {
        List<ZoneOffsetTransitionRule> yearly = rules.getTransitionRules();
        if (yearly.isEmpty()) {
            return false;
        }
        for (ZoneOffsetTransition change : transitions) {
            boolean found = false;
            for (ZoneOffsetTransitionRule rule : yearly) {
                LocalDateTime before = change.getDateTimeBefore();
                boolean sameDay = rule.getDayOfWeek() == null || before.getDayOfWeek() == rule.getDayOfWeek();
                found |= rule.createTransition(before.getYear()).equals(change)
                        && sameDay
                        && before.getMonth() == rule.getMonth();
            }
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private static String days(ZoneOffsetTransitionRule rule) {
        int day = rule.getDayOfMonthIndicator();
        DayOfWeek weekday = rule.getDayOfWeek();
        if (weekday == null) {
            return "BYMONTHDAY=" + day;
        }
        String name = weekday.name().substring(0, 2).toUpperCase(Locale.ROOT);
        if (day == -1) {
            return "BYDAY=-1" + name;
        }
        if (day > 0 && day % 7 == 1) {
            return "BYDAY=" + (day / 7 + 1) + name;
        }
        StringBuilder range = new StringBuilder("BYDAY=").append(name).append(";BYMONTHDAY=");
        for (int i = 0; i < 7; i++) {
            // A negative day counts from the end of the month and names the last day that the change may fall on.
            range.append(i == 0 ? "" : ",").append(day > 0 ? day + i : day - i);
        }
        return range.toString();
    }

    private static void part(
            List<String> lines, boolean daylight, String start, ZoneOffset from, ZoneOffset to, String rule) {
        String name = daylight ? "DAYLIGHT" : "STANDARD";
        lines.add("BEGIN:" + name);
        lines.add("DTSTART:" + start);
        lines.add("TZOFFSETFROM:" + offset(from));
        lines.add("TZOFFSETTO:" + offset(to));
        if (rule != null) {
            lines.add(rule);
        }
        lines.add("END:" + name);
    }

    private static String offset(ZoneOffset offset) {
        int seconds = offset.getTotalSeconds();
        int size = Math.abs(seconds);
        String text = String.format(Locale.ROOT, "%s%02d%02d", seconds < 0 ? "-" : "+", size / 3600, size / 60 % 60);
        return size % 60 == 0 ? text : text + String.format(Locale.ROOT, "%02d", size % 60);
    }
}
