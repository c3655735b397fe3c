package org.rapporteur.core.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rapporteur.core.change.Field.Trait;

/**
 * A kind of record: its name (also its table), where its rows belong, and its fields. Declared once for each noun;
 * the write path, the editors, the history, search and exchange work from it and are not written again per noun.
 * The schema itself stands in the numbered SQL migrations; a test compares the two.
 */
public final class Kind {

    /** How the scope of a new row is found; a scope is what one exchange package carries. */
    public enum ScopeRule {
        /** The shared directory: parties, people, code lists. */
        DIRECTORY,
        /** The row is a scope of its own (a meeting). */
        ITSELF,
        /** The scope of the row that the parent field points to, the directory if it points nowhere. */
        PARENT
    }

    private final String name;
    private final ScopeRule scopeRule;
    private final String parentField;
    private final List<Field> fields;
    private final List<String> columns;
    private final Map<String, Integer> columnIndex;
    private final Map<String, Field> fieldOfColumn;
    private final KindRules rules;

    private Kind(Builder b) {
        this.name = b.name;
        this.scopeRule = b.scopeRule;
        this.parentField = b.parent;
        this.fields = List.copyOf(b.fields);
        this.rules = b.rules;
        List<String> all = new ArrayList<>();
        Map<String, Integer> index = new LinkedHashMap<>();
        Map<String, Field> byColumn = new LinkedHashMap<>();
        for (Field field : fields) {
            for (String column : field.columns()) {
                if (index.put(column, all.size()) != null) {
                    throw new IllegalStateException("column twice: " + name + "." + column);
                }
                byColumn.put(column, field);
                all.add(column);
            }
        }
        this.columns = List.copyOf(all);
        this.columnIndex = Map.copyOf(index);
        this.fieldOfColumn = Map.copyOf(byColumn);
    }

    public String name() {
        return name;
    }

    public ScopeRule scopeRule() {
        return scopeRule;
    }

    /** The field that points to the row this one is part of, if it is part of one. */
    public Optional<Field> parent() {
        return parentField == null ? Optional.empty() : Optional.of(field(parentField));
    }

    public List<Field> fields() {
        return fields;
    }

    /** What the kind does not let happen to its rows. */
    public KindRules rules() {
        return rules;
    }

    /** All columns in the order of the fields, languages in the order of {@link Field#LANGUAGES}. */
    public List<String> columns() {
        return columns;
    }

    public boolean hasColumn(String column) {
        return columnIndex.containsKey(column);
    }

    /** @throws IllegalArgumentException if the kind has no such column */
    public int indexOf(String column) {
        Integer index = columnIndex.get(column);
        if (index == null) {
            throw new IllegalArgumentException("no column " + name + "." + column);
        }
        return index;
    }

    /** @throws IllegalArgumentException if the kind has no such field */
    public Field field(String fieldName) {
        for (Field field : fields) {
            if (field.name().equals(fieldName)) {
                return field;
            }
        }
        throw new IllegalArgumentException("no field " + name + "." + fieldName);
    }

    /** The field that a column belongs to. */
    public Field fieldOf(String column) {
        indexOf(column);
        return fieldOfColumn.get(column);
    }

    /** The field that orders the rows under one parent, if the kind is ordered by hand. */
    public Optional<Field> orderField() {
        return fields.stream().filter(f -> f.type() == FieldType.ORDER).findFirst();
    }

    /** The fields that name a row, in the order in which they are joined. */
    public List<Field> titleFields() {
        return fields.stream().filter(f -> f.is(Trait.TITLE)).toList();
    }

    @Override
    public String toString() {
        return name;
    }

    public static Builder named(String name) {
        return new Builder(name);
    }

    /** Says what a kind is, field by field; traits follow the field they qualify. */
    public static final class Builder {
        private final String name;
        private ScopeRule scopeRule = ScopeRule.DIRECTORY;
        private String parent;
        private final List<Field> fields = new ArrayList<>();
        private KindRules rules = KindRules.FREE;

        private Builder(String name) {
            this.name = name;
        }

        /** Rows are scopes of their own. */
        public Builder ownScope() {
            scopeRule = ScopeRule.ITSELF;
            return this;
        }

        /** Rows are part of a row of another kind and travel with it. */
        public Builder partOf(String fieldName, String kind) {
            scopeRule = ScopeRule.PARENT;
            parent = fieldName;
            return ref(fieldName, kind);
        }

        public Builder field(String fieldName, FieldType type) {
            fields.add(Field.of(fieldName, type));
            return this;
        }

        public Builder text(String fieldName) {
            return field(fieldName, FieldType.TEXT);
        }

        public Builder longText(String fieldName) {
            return field(fieldName, FieldType.LONG_TEXT);
        }

        /** One line in each of the six languages. */
        public Builder texts(String fieldName) {
            fields.add(new Field(fieldName, FieldType.TEXT, true, null, List.of(), java.util.Set.of()));
            return this;
        }

        /** Several paragraphs in each of the six languages. */
        public Builder longTexts(String fieldName) {
            fields.add(new Field(fieldName, FieldType.LONG_TEXT, true, null, List.of(), java.util.Set.of()));
            return this;
        }

        /** A reference to a row of the kind, or to a row of any kind if it is "". */
        public Builder ref(String fieldName, String kind) {
            fields.add(new Field(fieldName, FieldType.REF, false, kind, List.of(), java.util.Set.of()));
            return this;
        }

        public Builder choice(String fieldName, String... values) {
            fields.add(new Field(fieldName, FieldType.CHOICE, false, null, List.of(values), java.util.Set.of()));
            return this;
        }

        public Builder choices(String fieldName, String... values) {
            fields.add(new Field(fieldName, FieldType.CHOICES, false, null, List.of(values), java.util.Set.of()));
            return this;
        }

        /** The fractional key that orders rows under one parent. */
        public Builder ordered() {
            return field("position", FieldType.ORDER);
        }

        public Builder title() {
            return trait(Trait.TITLE).trait(Trait.SEARCHED);
        }

        public Builder searched() {
            return trait(Trait.SEARCHED);
        }

        public Builder required() {
            return trait(Trait.REQUIRED);
        }

        public Builder personal() {
            return trait(Trait.PERSONAL);
        }

        public Builder internal() {
            return trait(Trait.INTERNAL);
        }

        /** Rules that every change of a row of the kind keeps. */
        public Builder rules(KindRules kept) {
            rules = kept;
            return this;
        }

        private Builder trait(Trait trait) {
            int last = fields.size() - 1;
            fields.set(last, fields.get(last).with(trait));
            return this;
        }

        public Kind build() {
            return new Kind(this);
        }
    }
}
