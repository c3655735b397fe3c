package org.rapporteur.ui.kit.record;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Query;
import org.rapporteur.core.change.Records;
import org.rapporteur.core.change.Row;
import org.rapporteur.ui.kit.LatestTask;

/**
 * What a list shows: reads the rows of a query, makes the words of their cells, filters and sorts. The heavy part runs
 * off the window's thread; only the latest request counts. Knows no control.
 */
final class RecordTableModel {
    /** Up to this many rows filtering and sorting is done at once, so that typing answers in the same frame. */
    private static final int AT_ONCE = 3000;

    /** Stands for "no value" among the values of a filter. */
    static final String NO_VALUE = "";

    /** Sort by a column. */
    record Sort(int column, boolean descending) {}

    private final RecordKit kit;
    private final Kind kind;
    private final Consumer<List<RecordItem>> output;
    private final LatestTask<List<RecordItem>> loading;
    private final LatestTask<List<RecordItem>> arranging;
    private final Map<String, Set<String>> chosen = new LinkedHashMap<>();
    private List<RecordColumn> columns = List.of();
    private Query query;
    private Predicate<Row> only = row -> true;
    private BiFunction<Records, List<Row>, List<Row>> shownAs = (records, rows) -> rows;
    private List<RecordItem> all = List.of();
    private String filter = "";
    private List<Sort> sorts = List.of();
    private Set<UUID> kept = Set.of();
    private boolean loaded;
    private Runnable afterLoad = () -> {};

    RecordTableModel(RecordKit kit, Kind kind, Consumer<List<RecordItem>> output) {
        this.kit = kit;
        this.kind = kind;
        this.query = Query.of(kind);
        this.output = output;
        this.loading = new LatestTask<>(kit.kit().tasks(), items -> {
            all = items;
            loaded = true;
            arrange();
            afterLoad.run();
        });
        this.arranging = new LatestTask<>(kit.kit().tasks(), output);
    }

    void afterLoad(Runnable action) {
        afterLoad = action;
    }

    void columns(List<RecordColumn> newColumns) {
        columns = List.copyOf(newColumns);
    }

    List<RecordColumn> columns() {
        return columns;
    }

    void query(Query newQuery) {
        query = newQuery;
    }

    void only(Predicate<Row> test) {
        only = test;
    }

    void shownAs(BiFunction<Records, List<Row>, List<Row>> rows) {
        shownAs = rows;
    }

    boolean loaded() {
        return loaded;
    }

    int total() {
        return all.size();
    }

    List<RecordItem> all() {
        return all;
    }

    /** Rows that stay although they no longer match: the one being edited must not vanish under the hands. */
    void keep(Set<UUID> ids) {
        kept = ids;
    }

    void filter(String text) {
        filter = text;
        kept = Set.of();
        arrange();
    }

    void choose(String field, Set<String> values) {
        if (values.isEmpty()) {
            chosen.remove(field);
        } else {
            chosen.put(field, new LinkedHashSet<>(values));
        }
        kept = Set.of();
        arrange();
    }

    Set<String> chosen(String field) {
        return chosen.getOrDefault(field, Set.of());
    }

    boolean filtered() {
        return !filter.isBlank() || !chosen.isEmpty();
    }

    void clearFilters() {
        chosen.clear();
        filter("");
    }

    void sort(List<Sort> newSorts) {
        sorts = List.copyOf(newSorts);
        arrange();
    }

    /** Reads everything again. */
    void reload() {
        Query now = query;
        Predicate<Row> test = only;
        List<RecordColumn> shown = columns;
        loading.request(progress -> load(now, test, shown));
    }

    private List<RecordItem> load(Query now, Predicate<Row> test, List<RecordColumn> shown) {
        List<Row> read = new ArrayList<>();
        kit.records().each(now, row -> {
            if (test.test(row)) {
                read.add(row);
            }
        });
        List<Row> rows = shownAs.apply(kit.records(), read);
        List<Field> fields = shown.stream()
                .filter(c -> !c.computed())
                .map(c -> kind.field(c.id()))
                .toList();
        kit.titles().prepare(rows, fields);
        Map<String, Map<UUID, RecordColumn.Cell>> computed = new HashMap<>();
        shown.stream()
                .filter(RecordColumn::computed)
                .forEach(c -> computed.put(c.id(), c.loader().load(kit.records(), rows)));
        List<Field> searched =
                kind.fields().stream().filter(f -> f.is(Field.Trait.SEARCHED)).toList();
        List<RecordItem> items = new ArrayList<>(rows.size());
        for (Row row : rows) {
            List<RecordColumn.Cell> cells = new ArrayList<>(shown.size());
            StringBuilder text = new StringBuilder();
            for (RecordColumn column : shown) {
                RecordColumn.Cell cell = column.computed()
                        ? computed.get(column.id()).getOrDefault(row.id(), RecordColumn.Cell.NONE)
                        : cell(row, kind.field(column.id()), column);
                cells.add(cell);
                text.append(cell.text()).append('\n');
            }
            searched.forEach(
                    f -> f.columns().forEach(c -> text.append(row.text(c)).append('\n')));
            items.add(new RecordItem(row, cells, fold(text.toString())));
        }
        return items;
    }

    private RecordColumn.Cell cell(Row row, Field field, RecordColumn column) {
        String text = kit.texts().of(row, field);
        Object value = field.multilingual() ? null : row.get(field.name());
        Comparable<?> order =
                switch (field.type()) {
                    case INTEGER, DECIMAL, BOOLEAN, INSTANT ->
                        value instanceof Number n ? n.doubleValue() : Double.NEGATIVE_INFINITY;
                    case CHOICE ->
                        (double)
                                (value == null
                                        ? field.values().size()
                                        : field.values().indexOf(value.toString()));
                    case DATE, TIME, ORDER -> value == null ? "" : value.toString();
                    default -> null;
                };
        return new RecordColumn.Cell(
                text,
                order,
                column.tone() == null || value == null ? null : column.tone().apply(value.toString()));
    }

    private void arrange() {
        List<RecordItem> items = all;
        Arrangement arrangement = new Arrangement(kind, fold(filter), Map.copyOf(chosen), sorts, kept, collator());
        if (items.size() <= AT_ONCE) {
            arranging.cancel();
            output.accept(arrangement.apply(items));
        } else {
            arranging.request(progress -> arrangement.apply(items));
        }
    }

    private Collator collator() {
        Collator collator = Collator.getInstance(kit.kit().formats().locale());
        if (collator instanceof RuleBasedCollator rules) {
            // "Item 2" comes before "Item 10".
            rules.setNumericCollation(true);
        }
        return collator.freeze();
    }

    /** Text as the filter compares it: without accents and case, Arabic without vowel signs. */
    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replace('أ', 'ا')
                .toLowerCase(Locale.ROOT);
    }

    /** The values of a filter's field in a row. */
    static Set<String> values(Row row, Field field) {
        Object value = row.get(field.name());
        if (value == null) {
            return Set.of(NO_VALUE);
        }
        return field.type() == FieldType.CHOICES
                ? new HashSet<>(Arrays.asList(value.toString().split(" ")))
                : Set.of(value.toString());
    }

    private record Arrangement(
            Kind kind,
            String filter,
            Map<String, Set<String>> chosen,
            List<Sort> sorts,
            Set<UUID> kept,
            Collator collator) {

        List<RecordItem> apply(List<RecordItem> items) {
            String[] words = filter.isBlank() ? new String[0] : filter.strip().split("\\s+");
            List<RecordItem> shown = new ArrayList<>(items.size());
            for (RecordItem item : items) {
                if (kept.contains(item.id()) || matches(item, words)) {
                    shown.add(item);
                }
            }
            for (int i = sorts.size() - 1; i >= 0; i--) {
                sort(shown, sorts.get(i));
            }
            return shown;
        }

        private boolean matches(RecordItem item, String[] words) {
            for (Map.Entry<String, Set<String>> entry : chosen.entrySet()) {
                Set<String> have = values(item.row(), kind.field(entry.getKey()));
                if (have.stream().noneMatch(entry.getValue()::contains)) {
                    return false;
                }
            }
            for (String word : words) {
                if (!item.haystack().contains(word)) {
                    return false;
                }
            }
            return true;
        }

        /** Stable, so that the columns before it decide among equals. Empty cells come last either way. */
        private void sort(List<RecordItem> items, Sort sort) {
            Map<UUID, Comparable<Object>> keys = new HashMap<>();
            for (RecordItem item : items) {
                keys.put(item.id(), key(item.cell(sort.column())));
            }
            Comparator<RecordItem> order = (a, b) -> compare(keys.get(a.id()), keys.get(b.id()));
            Comparator<RecordItem> directed = sort.descending() ? order.reversed() : order;
            items.sort(Comparator.<RecordItem, Boolean>comparing(
                            item -> item.cell(sort.column()).text().isEmpty())
                    .thenComparing(directed));
        }

        @SuppressWarnings("unchecked")
        private Comparable<Object> key(RecordColumn.Cell cell) {
            return (Comparable<Object>) (cell.order() == null ? collator.getCollationKey(cell.text()) : cell.order());
        }

        private static int compare(Comparable<Object> a, Comparable<Object> b) {
            // A computed column may mix numbers and words; words come after.
            return a.getClass() == b.getClass()
                    ? a.compareTo(b)
                    : a.getClass().getName().compareTo(b.getClass().getName());
        }
    }
}
