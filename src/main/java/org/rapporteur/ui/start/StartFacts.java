package org.rapporteur.ui.start;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Label;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.survey.analysis.ResponseProgress;
import org.rapporteur.ui.shell.Place;

/**
 * What the start page shows, of one moment.
 *
 * @param today the day it was read
 * @param meeting the meeting under way or next; the last one held when nothing is ahead; null if there is none
 * @param others other meetings to go to, the nearest first
 * @param deadlines what is due, the earliest first
 * @param surveys surveys that replies come in for
 * @param waiting what waits for a person; nothing that is zero
 * @param recent the records worked on last, one line for each and day, the newest first
 */
record StartFacts(
        LocalDate today,
        Row meeting,
        List<Row> others,
        List<Deadline> deadlines,
        List<Replies> surveys,
        List<Waiting> waiting,
        List<Step> recent) {

    StartFacts {
        others = List.copyOf(others);
        deadlines = List.copyOf(deadlines);
        surveys = List.copyOf(surveys);
        waiting = List.copyOf(waiting);
        recent = List.copyOf(recent);
    }

    /** Whether there is nothing to show but the first steps. */
    boolean isEmpty() {
        return meeting == null && surveys.isEmpty() && deadlines.isEmpty() && waiting.isEmpty();
    }

    /**
     * Something due on a day.
     *
     * @param key message key of what it is
     * @param name what it belongs to
     */
    record Deadline(LocalDate day, String key, String name, Place place) {}

    /** Where the replies to a survey stand. */
    record Replies(Row survey, ResponseProgress.Tally tally) {}

    /**
     * A number of things that wait.
     *
     * @param key message key with the number as its first argument, and what it belongs to as its second
     * @param name what it belongs to; "" where the key does not say it
     */
    record Waiting(String key, long count, String name, Place place) {}

    /**
     * What was done to a record on a day.
     *
     * @param label its last step
     * @param at when that was
     * @param record a record that it touched; opens
     * @param name what the record is called; "" for nothing
     * @param steps how many steps there were
     */
    record Step(Label label, Instant at, String author, Kind kind, UUID record, String name, int steps) {
        Step counted(int more) {
            return new Step(label, at, author, kind, record, name, steps + more);
        }

        Step named(String known) {
            return new Step(label, at, author, kind, record, known, steps);
        }
    }
}
