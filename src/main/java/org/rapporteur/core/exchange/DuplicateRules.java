package org.rapporteur.core.exchange;

import java.util.ArrayList;
import java.util.List;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.model.Model;
import org.rapporteur.core.text.ValueKey;

/**
 * What makes two records of a kind one entry made twice. Two officers who add the same thing without knowing of each
 * other agree in what names it; what they may have left open differs.
 */
final class DuplicateRules {
    /**
     * A rule.
     *
     * @param same fields that both have and that agree; of a field in six languages any text that agrees counts
     * @param also fields that agree too, be it that both are empty
     */
    record Rule(Kind kind, List<Field> same, List<Field> also) {
        /** What rows must share; several, if a field has several texts; none if a field is empty. */
        List<String> keys(Row row) {
            List<String> keys = List.of("");
            for (Field field : same) {
                List<String> values = values(row, field);
                List<String> longer = new ArrayList<>();
                for (String key : keys) {
                    values.forEach(value -> longer.add(key + value + '\n'));
                }
                keys = longer;
            }
            StringBuilder end = new StringBuilder();
            for (Field field : also) {
                end.append(String.join(" ", values(row, field))).append('\n');
            }
            return keys.stream().map(key -> key + end).toList();
        }

        private static List<String> values(Row row, Field field) {
            return field.columns().stream()
                    .map(row::get)
                    .filter(value -> value != null)
                    .map(value -> value instanceof String text ? ValueKey.of(text) : value.toString())
                    .filter(value -> !value.isBlank())
                    .distinct()
                    .toList();
        }
    }

    private static final List<Rule> ALL = List.of(
            rule("meeting", "name starts_on"),
            rule("meeting", "acronym starts_on"),
            rule("delegation", "meeting party"),
            rule("delegate", "delegation person"),
            rule("membership", "iscm party", "role", "since", "until"),
            rule("chairmanship", "iscm party role", "since", "until"),
            rule("focal_point", "party person", "iscm", "subject"),
            rule("reference_item", "list code"),
            rule("room", "meeting name"),
            rule("session", "meeting title day", "starts_at"),
            rule("agenda_item", "meeting title", "number", "session"),
            rule("speaker", "session person", "role"),
            rule("speaker", "session party designation", "role", "person"),
            rule("process", "name"),
            rule("phase", "process name"),
            rule("milestone", "phase name", "starts_on"),
            rule("survey", "meeting title"),
            rule("question", "survey code"),
            rule("choice", "question code"),
            rule("respondent", "survey party"),
            rule("respondent", "survey name"),
            rule("response", "respondent source_hash"),
            rule("codebook", "name", "survey"),
            rule("code", "codebook name", "parent_code"),
            rule("coding", "answer code", "coder", "starts", "ends"),
            rule("recommendation", "meeting number"),
            rule("version", "recommendation label"),
            rule("reservation", "recommendation party", "body"),
            rule("evidence", "recommendation target relation"),
            rule("review_cycle", "name", "starts_on"),
            rule("progress_report", "recommendation review_cycle party"),
            rule("document", "symbol"),
            rule("document", "meeting title", "symbol", "type"),
            rule("language_version", "document language"));

    private DuplicateRules() {}

    /** The rules of a kind. */
    static List<Rule> of(Kind kind) {
        return ALL.stream().filter(rule -> rule.kind() == kind).toList();
    }

    private static Rule rule(String kind, String same, String... also) {
        Kind of = Model.kind(kind);
        return new Rule(
                of,
                List.of(same.split(" ")).stream().map(of::field).toList(),
                List.of(also).stream().map(of::field).toList());
    }
}
