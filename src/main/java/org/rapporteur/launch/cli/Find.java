package org.rapporteur.launch.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.meeting.MeetingKinds;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.text.MatchKey;

/**
 * Finds the survey or the meeting that a person means: by its key, its name in any language or its acronym, whole or in
 * part; and without a word where there is only one that it can be. Never guesses between two.
 */
final class Find {
    private static final int MOST_NAMED = 12;

    private final Records records;
    private final String language;

    Find(Records records, Context context) {
        this.records = records;
        this.language = context.messages().language().code();
    }

    /** The survey meant; null for the only one. */
    Row survey(String wanted) {
        return one(
                wanted,
                records.list(Query.of(SurveyKinds.SURVEY)),
                row -> row.texts("title").values().stream(),
                known -> CliProblems.noSurvey(wanted == null ? "" : wanted, known));
    }

    /**
     * The meeting meant; null for the only one, or the only one that has something of the kinds.
     *
     * @param kinds kinds that are part of a meeting
     */
    Row meeting(String wanted, Kind... kinds) {
        List<Row> all = records.list(Query.of(MeetingKinds.MEETING).by("starts_on"));
        if (wanted == null && all.size() > 1) {
            List<Row> holding = all.stream()
                    .filter(row -> Stream.of(kinds).anyMatch(kind -> records.count(Query.partsOf(kind, row.id())) > 0))
                    .toList();
            all = holding.size() == 1 ? holding : all;
        }
        return one(
                wanted,
                all,
                row -> Stream.concat(Stream.of(row.text("acronym")), row.texts("name").values().stream()),
                known -> CliProblems.noMeeting(wanted == null ? "" : wanted, known));
    }

    private Row one(
            String wanted, List<Row> all, Function<Row, Stream<String>> names, Function<String, Problem> refusal) {
        List<Row> matching = wanted == null ? all : matching(wanted, all, names);
        if (matching.size() == 1) {
            return matching.get(0);
        }
        List<String> known = new ArrayList<>();
        for (Row row : matching.isEmpty() ? all : matching) {
            if (known.size() == MOST_NAMED) {
                known.add("…");
                break;
            }
            known.add(row.title(language));
        }
        throw refusal.apply(String.join("; ", known));
    }

    private static List<Row> matching(String wanted, List<Row> all, Function<Row, Stream<String>> names) {
        try {
            UUID id = UUID.fromString(wanted.strip().toLowerCase(Locale.ROOT));
            return all.stream().filter(row -> row.id().equals(id)).toList();
        } catch (IllegalArgumentException notAKey) {
            String key = MatchKey.of(wanted);
            List<Row> whole = all.stream()
                    .filter(row -> names.apply(row)
                            .anyMatch(
                                    name -> !name.isBlank() && MatchKey.of(name).equals(key)))
                    .toList();
            if (!whole.isEmpty() || key.isEmpty()) {
                return whole;
            }
            return all.stream()
                    .filter(row ->
                            names.apply(row).anyMatch(name -> MatchKey.of(name).contains(key)))
                    .toList();
        }
    }
}
