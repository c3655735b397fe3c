package org.rapporteur.ui.kit.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.rapporteur.core.change.Commit;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.model.Model;
import org.rapporteur.core.text.Language;
import org.rapporteur.ui.kit.I18n;

/**
 * Names of records in the current language, kept until a commit or another language makes them stale. A record without
 * words of its own is named by what it points to: a delegation by its party, a delegate by the person. Safe for any
 * thread, but only {@link #known} is for the window's.
 */
public final class Titles {
    private static final int BATCH = 500;
    private static final int DEEPEST = 3;
    private static final int ATTEMPTS = 3;

    private record Known(String title, Kind kind, Set<UUID> from) {}

    private final Records records;
    private final KindWords words;
    private final I18n i18n;
    private final Map<UUID, Known> cache = new ConcurrentHashMap<>();
    private final AtomicLong epoch = new AtomicLong();
    private Language spoken;

    Titles(Records records, KindWords words, I18n i18n) {
        this.records = records;
        this.words = words;
        this.i18n = i18n;
        this.spoken = i18n.messages().language();
    }

    /** Asked before each look into the names: whoever is told of another language may be told before any listener here. */
    private synchronized void speak() {
        Language now = i18n.messages().language();
        if (spoken != now) {
            spoken = now;
            epoch.incrementAndGet();
            cache.clear();
        }
    }

    /** The name if it was looked up already, else "". Never reads. */
    public String known(UUID id) {
        speak();
        Known known = id == null ? null : cache.get(id);
        return known == null ? "" : known.title();
    }

    /** The kind of a record whose name was looked up. */
    Optional<Kind> kindOf(UUID id) {
        speak();
        return Optional.ofNullable(cache.get(id)).map(Known::kind);
    }

    /** Name of a record; "" if there is none. Reads if it must: not on the window's thread. */
    public String of(Row row) {
        speak();
        Known known = cache.get(row.id());
        if (known == null) {
            resolve(Map.of(row.id(), row), 0);
            known = cache.get(row.id());
        }
        return known == null ? "" : known.title();
    }

    /** Looks up the names of what the fields of the rows point to. Reads: not on the window's thread. */
    public void prepare(Collection<Row> rows, Collection<Field> fields) {
        speak();
        prepare(rows, fields, 0);
    }

    private void prepare(Collection<Row> rows, Collection<Field> fields, int depth) {
        for (Field field : fields) {
            if (field.type() == FieldType.REF) {
                Set<UUID> ids = new HashSet<>();
                rows.forEach(row -> {
                    UUID id = row.ref(field.name());
                    if (id != null && !cache.containsKey(id)) {
                        ids.add(id);
                    }
                });
                find(field.target(), ids, depth);
            }
        }
    }

    /** Looks up the names of records that a reference points or pointed to. Reads: not on the window's thread. */
    public void prepareIds(Field field, Collection<UUID> ids) {
        speak();
        Set<UUID> open = new HashSet<>(ids);
        open.removeIf(cache::containsKey);
        find(field.target(), open, 0);
    }

    /** Looks up names by keys; a target of "" means any kind. */
    private void find(String target, Set<UUID> ids, int depth) {
        if (ids.isEmpty()) {
            return;
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long before = epoch.get();
            read(target, ids, depth);
            // A commit between reading and keeping would leave a stale name for good.
            if (epoch.get() == before) {
                return;
            }
            ids.forEach(cache::remove);
        }
        read(target, ids, depth);
    }

    private void read(String target, Set<UUID> ids, int depth) {
        List<Kind> kinds = target.isEmpty() ? Model.kinds() : List.of(Model.kind(target));
        Set<UUID> open = new HashSet<>(ids);
        for (Kind kind : kinds) {
            Map<UUID, Row> found = new HashMap<>();
            List<UUID> all = new ArrayList<>(open);
            for (int i = 0; i < all.size(); i += BATCH) {
                List<UUID> some = all.subList(i, Math.min(all.size(), i + BATCH));
                records.list(Query.of(kind).where("id", some).withDeleted()).forEach(row -> found.put(row.id(), row));
            }
            resolve(found, depth);
            open.removeAll(found.keySet());
            if (open.isEmpty()) {
                return;
            }
        }
    }

    private void resolve(Map<UUID, Row> rows, int depth) {
        String language = i18n.messages().language().code();
        Map<UUID, Row> nameless = new HashMap<>();
        for (Row row : rows.values()) {
            String title = own(row, language);
            if (title.isBlank() && depth < DEEPEST) {
                nameless.put(row.id(), row);
            } else {
                cache.put(row.id(), new Known(title, row.kind(), Set.of(row.id())));
            }
        }
        if (nameless.isEmpty()) {
            return;
        }
        Kind kind = nameless.values().iterator().next().kind();
        List<Field> pointers = pointers(kind);
        prepare(nameless.values(), pointers, depth + 1);
        for (Row row : nameless.values()) {
            Known named = new Known("", kind, Set.of(row.id()));
            for (Field field : pointers) {
                Known target = row.ref(field.name()) == null ? null : cache.get(row.ref(field.name()));
                if (target != null && !target.title().isBlank()) {
                    Set<UUID> from = new HashSet<>(target.from());
                    from.add(row.id());
                    named = new Known(target.title(), kind, from);
                    break;
                }
            }
            cache.put(row.id(), named);
        }
    }

    /** References that can stand for the name, what the row is part of last. */
    private static List<Field> pointers(Kind kind) {
        List<Field> pointers = new ArrayList<>();
        kind.fields().stream()
                .filter(f -> f.type() == FieldType.REF && !kind.parent().equals(Optional.of(f)))
                .forEach(pointers::add);
        kind.parent().ifPresent(pointers::add);
        return pointers;
    }

    private String own(Row row, String language) {
        List<String> parts = new ArrayList<>();
        for (Field field : row.kind().titleFields()) {
            String part = field.multilingual()
                    ? row.textOr(field.name(), language)
                    : field.type() == FieldType.CHOICE
                            ? words.value(row.kind(), field, row.text(field.name()))
                            : row.text(field.name());
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return String.join(" ", parts);
    }

    void forget(Commit commit) {
        epoch.incrementAndGet();
        if (commit.rows() == null) {
            cache.clear();
        } else {
            cache.values().removeIf(known -> known.from().stream().anyMatch(commit.rows()::contains));
        }
    }
}
