package org.rapporteur.launch.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.exchange.Conflict;
import org.rapporteur.core.exchange.ImportEffects;
import org.rapporteur.core.exchange.Missing;
import org.rapporteur.core.exchange.PackageRecord;
import org.rapporteur.core.exchange.RecordChange;
import org.rapporteur.core.problem.Problem;
import org.rapporteur.exchange.Arrived;
import org.rapporteur.exchange.Sent;
import org.rapporteur.exchange.Signer;

/**
 * What {@code exchange} verbs print with {@code --json}. Names stay; more may be added. Keys are UUIDs, times ISO 8601
 * in UTC, names of states lower case.
 *
 * <ul>
 *   <li>{@code package}: id, file, site, author, at, state (applied, waiting, held, undone, sent), effects, missing, left
 *   <li>{@code effects}: rows, added, changed, deleted, restored, conflicts, resolved, deletedButEdited, same, fields,
 *       files
 *   <li>{@code missing}: list of scope, site, author, from, to
 *   <li>{@code signer}: state (unsigned, new, known, verified, changed), fingerprint, colleague
 *   <li>{@code record}: kind, id, title, what (list), author, at, fields: list of column, before, after, versions,
 *       author, at
 *   <li>{@code conflict}: kind, id, title, column (null: deleted on one side), sides: list of index, role (value,
 *       deleted, edited), value, column, site, own, author, at
 * </ul>
 */
final class ExchangeJson {
    private ExchangeJson() {}

    static Object value(Object stored) {
        return stored instanceof UUID id ? id.toString() : stored;
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    static String name(Enum<?> value) {
        StringBuilder camel = new StringBuilder();
        for (String part : value.name().toLowerCase(Locale.ROOT).split("_")) {
            camel.append(camel.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return camel.toString();
    }

    static Map<String, Object> effects(ImportEffects effects) {
        if (effects == null) {
            return null;
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rows", effects.rows());
        json.put("added", effects.added());
        json.put("changed", effects.changed());
        json.put("deleted", effects.deleted());
        json.put("restored", effects.restored());
        json.put("conflicts", effects.conflicts());
        json.put("resolved", effects.resolved());
        json.put("deletedButEdited", effects.deletedButEdited());
        json.put("same", effects.same());
        json.put("fields", effects.fields());
        json.put("files", effects.files());
        return json;
    }

    static List<Map<String, Object>> missing(List<Missing> missing) {
        List<Map<String, Object>> json = new ArrayList<>();
        for (Missing one : missing) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("scope", text(one.scope()));
            entry.put("site", text(one.site()));
            entry.put("author", one.author());
            entry.put("from", one.from());
            entry.put("to", one.to());
            json.add(entry);
        }
        return json;
    }

    static Map<String, Object> record(PackageRecord record) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", text(record.id()));
        json.put("file", record.fileName());
        json.put("site", text(record.site()));
        json.put("author", record.author());
        json.put("at", text(record.at()));
        json.put("state", name(record.state()));
        json.put("effects", effects(record.effects()));
        json.put("missing", missing(record.missing()));
        json.put("left", record.left());
        return json;
    }

    static List<Map<String, Object>> records(List<PackageRecord> records) {
        return records.stream().map(ExchangeJson::record).toList();
    }

    /** A package that was opened, before anything is done with it. */
    static Map<String, Object> arrived(Arrived arrived) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", arrived.head().fileName());
        json.put("id", text(arrived.head().id()));
        json.put("site", text(arrived.head().site()));
        json.put("author", arrived.head().author());
        json.put("at", text(arrived.head().at()));
        json.put("extract", arrived.head().extract());
        json.put("signer", signer(arrived.signer()));
        json.put("doubts", arrived.doubts().stream().map(ExchangeJson::name).toList());
        json.put("missing", missing(arrived.missing()));
        json.put("effects", arrived.missing().isEmpty() ? effects(arrived.effects()) : null);
        return json;
    }

    private static Map<String, Object> signer(Signer signer) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("state", name(signer.state()));
        json.put("fingerprint", signer.fingerprint());
        json.put(
                "colleague",
                signer.colleague() == null ? null : signer.colleague().name());
        return json;
    }

    static Map<String, Object> problem(Context context, Problem problem) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", problem.code());
        json.put("message", context.text(problem.what()));
        return json;
    }

    static Map<String, Object> sent(Sent sent) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", text(sent.id()));
        json.put("file", text(sent.file()));
        json.put("rows", sent.rows());
        json.put("files", sent.files());
        json.put("bytes", sent.bytes());
        json.put("full", sent.full());
        return json;
    }

    static Map<String, Object> change(RecordChange change, String language) {
        Row row = change.after() == null ? change.before() : change.after();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", change.kind());
        json.put("id", text(change.id()));
        json.put("title", row == null ? null : row.title(language));
        json.put("what", change.what().stream().map(ExchangeJson::name).toList());
        json.put("author", change.author());
        json.put("at", text(change.at()));
        List<Map<String, Object>> fields = new ArrayList<>();
        for (RecordChange.FieldChange field : change.fields()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("column", field.column());
            one.put("before", value(field.before()));
            one.put("after", value(field.after()));
            one.put(
                    "versions",
                    field.versions().stream()
                            .map(version -> value(version.value()))
                            .distinct()
                            .toList());
            one.put("author", field.author());
            one.put("at", text(field.at()));
            fields.add(one);
        }
        json.put("fields", fields);
        return json;
    }

    static Map<String, Object> conflict(Conflict conflict, String title) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", conflict.kind());
        json.put("id", text(conflict.record()));
        json.put("title", title);
        json.put("column", conflict.column());
        List<Map<String, Object>> sides = new ArrayList<>();
        for (Conflict.Side side : conflict.sides()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("index", sides.size() + 1);
            one.put("role", name(side.role()));
            one.put("value", value(side.value()));
            one.put("column", side.column());
            one.put("site", text(side.site()));
            one.put("own", side.own());
            one.put("author", side.author());
            one.put("at", text(side.at()));
            sides.add(one);
        }
        json.put("sides", sides);
        return json;
    }
}
