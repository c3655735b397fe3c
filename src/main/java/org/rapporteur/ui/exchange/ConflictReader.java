package org.rapporteur.ui.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.exchange.Conflict;
import org.rapporteur.core.exchange.Conflict.Role;
import org.rapporteur.core.exchange.Conflicts;
import org.rapporteur.core.model.Model;
import org.rapporteur.core.recommendation.Adoptions;
import org.rapporteur.core.recommendation.RecommendationKinds;
import org.rapporteur.ui.kit.record.RecordKit;

/** Reads what the inbox shows. Called off the window's thread. */
final class ConflictReader {
    /** Key of the decision between a deletion and an edit among those of the fields. */
    static final String LIFE = "";

    private final RecordKit records;
    private final Conflicts conflicts;
    private final FieldWords words;

    ConflictReader(RecordKit records, Conflicts conflicts) {
        this.records = records;
        this.conflicts = conflicts;
        this.words = new FieldWords(records);
    }

    /** A page of the inbox, how many decisions it was read from, and whether it is the first. */
    record Page(List<ConflictItem> items, int conflicts, boolean first) {}

    Page page(int offset, int most) {
        List<Conflict> list = conflicts.list(offset, most);
        Map<UUID, List<Conflict>> byRecord = new LinkedHashMap<>();
        Map<String, Set<UUID>> byKind = new LinkedHashMap<>();
        for (Conflict conflict : list) {
            byRecord.computeIfAbsent(conflict.record(), r -> new ArrayList<>()).add(conflict);
            byKind.computeIfAbsent(conflict.kind(), k -> new LinkedHashSet<>()).add(conflict.record());
        }
        Map<UUID, Row> rows = new HashMap<>();
        byKind.forEach((kind, ids) -> records.records()
                .list(Query.of(Model.kind(kind)).where("id", ids).withDeleted())
                .forEach(row -> rows.put(row.id(), row)));
        List<ConflictItem> items = new ArrayList<>();
        byRecord.forEach((id, of) -> {
            Row row = rows.get(id);
            if (row != null) {
                items.add(new ConflictItem(row.kind(), id, words.title(row), of.size()));
            }
        });
        return new Page(items, list.size(), offset == 0);
    }

    /**
     * One record.
     *
     * @param known decisions that were there before, by column; those made since stay visible as made
     */
    ConflictDetail detail(Kind kind, UUID id, Map<String, Conflict> known) {
        Row row = records.records().find(kind, id).orElse(null);
        if (row == null) {
            return null;
        }
        Map<String, Conflict> open = new LinkedHashMap<>();
        conflicts.of(kind, id).forEach(conflict -> open.put(key(conflict), ordered(conflict)));
        Map<String, Conflict> all = new LinkedHashMap<>(known);
        all.putAll(open);
        words.prepare(row);
        words.prepareValues(kind, all.values());
        List<ConflictPoint> points = new ArrayList<>();
        all.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> place(kind, entry.getKey())))
                .forEach(entry -> points.add(point(row, entry.getValue(), open.containsKey(entry.getKey()))));
        return new ConflictDetail(kind, id, words.title(row), row, points, words.filled(row, all.keySet()));
    }

    static String key(Conflict conflict) {
        return conflict.deletion() ? LIFE : conflict.column();
    }

    private static int place(Kind kind, String column) {
        return column.equals(LIFE) ? -1 : kind.columns().indexOf(column);
    }

    /** The own side first, so that the first card and the key 1 always mean "mine". */
    private static Conflict ordered(Conflict conflict) {
        List<Conflict.Side> sides = new ArrayList<>(conflict.sides());
        sides.sort(Comparator.comparing((Conflict.Side side) -> side.role() == Role.DELETED)
                .thenComparing(side -> !side.own()));
        return new Conflict(conflict.kind(), conflict.record(), conflict.column(), sides);
    }

    private ConflictPoint point(Row row, Conflict conflict, boolean open) {
        Kind kind = row.kind();
        if (conflict.deletion()) {
            List<String> texts = conflict.sides().stream()
                    .map(side -> side.column() == null || !kind.hasColumn(side.column())
                            ? ""
                            : words.label(kind, side.column()))
                    .toList();
            return new ConflictPoint(conflict, "", null, texts, false, open, "");
        }
        if (conflict.adoption()) {
            return adoption(row, conflict, open);
        }
        Field field = kind.fieldOf(conflict.column());
        List<String> texts = conflict.sides().stream()
                .map(side -> words.value(kind, conflict.column(), side.value()))
                .toList();
        return new ConflictPoint(
                conflict,
                words.label(kind, conflict.column()),
                field.type(),
                texts,
                FieldWords.rightToLeft(field, conflict.column(), texts, records.i18n()),
                open,
                words.value(kind, conflict.column(), row.get(conflict.column())));
    }

    /** Records of adoption that differ, each with its day, place and text. */
    private ConflictPoint adoption(Row row, Conflict conflict, boolean open) {
        Adoptions adoptions = Adoptions.of(records.records(), row);
        return new ConflictPoint(
                conflict,
                FieldWords.beginning(records.words().kind(RecommendationKinds.ADOPTION), records.i18n()),
                FieldType.REF,
                conflict.sides().stream()
                        .map(side -> said(adoptions, (UUID) side.value()))
                        .toList(),
                false,
                open,
                adoptions.inForce().map(act -> said(adoptions, act.id())).orElse(""));
    }

    private String said(Adoptions adoptions, UUID key) {
        String language = records.i18n().language().get().code();
        return adoptions.acts().stream()
                .filter(act -> act.id().equals(key))
                .findFirst()
                .map(act -> Stream.of(
                                Stream.of(
                                                records.words()
                                                        .value(
                                                                RecommendationKinds.ADOPTION,
                                                                RecommendationKinds.ADOPTION.field("change"),
                                                                act.change().code()),
                                                act.day() == null
                                                        ? ""
                                                        : records.kit()
                                                                .formats()
                                                                .date(act.day()),
                                                act.label(),
                                                act.place())
                                        .filter(part -> !part.isBlank())
                                        .collect(Collectors.joining(" \u00b7 ")),
                                act.texts().isEmpty()
                                        ? act.reason()
                                        : adoptions.wording(act).textOr("body", language))
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.joining("\n")))
                .orElse("");
    }

    /** How many fields and records wait. */
    long count() {
        return conflicts.count();
    }

    /** Which of these records wait, by kind; for commits that touch a few. */
    Map<UUID, Kind> waiting(Collection<String> kinds, Collection<UUID> ids) {
        Map<UUID, Kind> found = new LinkedHashMap<>();
        for (String name : kinds) {
            Kind kind = Model.kind(name);
            for (UUID id : ids) {
                if (!conflicts.of(kind, id).isEmpty()) {
                    found.put(id, kind);
                }
            }
        }
        return found;
    }

    /** An item of the list for a record, or null if the record is not there. */
    ConflictItem item(Kind kind, UUID id) {
        return records.records()
                .find(kind, id)
                .map(row -> new ConflictItem(
                        kind, id, words.title(row), conflicts.of(kind, id).size()))
                .orElse(null);
    }
}
