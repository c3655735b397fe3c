package org.rapporteur.core.change;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** One stored record as it was when read; never changes. */
public final class Row {
    private final Kind kind;
    private final UUID id;
    private final UUID scope;
    private final boolean deleted;
    private final Object[] values;

    /**
     * @param values one value for each of {@link Kind#columns()}: String, Long, Double, UUID or null
     */
    public Row(Kind kind, UUID id, UUID scope, boolean deleted, Object[] values) {
        if (values.length != kind.columns().size()) {
            throw new IllegalArgumentException("values do not fit " + kind);
        }
        this.kind = kind;
        this.id = id;
        this.scope = scope;
        this.deleted = deleted;
        this.values = values.clone();
    }

    public Kind kind() {
        return kind;
    }

    public UUID id() {
        return id;
    }

    public UUID scope() {
        return scope;
    }

    /** Whether the record was deleted by someone who had seen all of it. */
    public boolean deleted() {
        return deleted;
    }

    /** The same row with another value in one column. */
    public Row with(String column, Object value) {
        Object[] other = values.clone();
        other[kind.indexOf(column)] = value;
        return new Row(kind, id, scope, deleted, other);
    }

    /** The value of a column, or null. */
    public Object get(String column) {
        return values[kind.indexOf(column)];
    }

    /** The text of a column, "" if there is none. */
    public String text(String column) {
        Object value = get(column);
        return value == null ? "" : value.toString();
    }

    /** The text of a multilingual field in one language, "" if there is none. */
    public String text(String field, String language) {
        return text(field + "_" + language);
    }

    /** The text of a multilingual field in the wanted language, else in English, else in the first that has one. */
    public String textOr(String field, String language) {
        String wanted = text(field, language);
        if (!wanted.isBlank()) {
            return wanted;
        }
        String english = text(field, "en");
        if (!english.isBlank()) {
            return english;
        }
        return texts(field).values().stream().findFirst().orElse("");
    }

    /** The texts of a multilingual field by language code; languages without text are left out. */
    public Map<String, String> texts(String field) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String language : Field.LANGUAGES) {
            String text = text(field, language);
            if (!text.isBlank()) {
                texts.put(language, text);
            }
        }
        return texts;
    }

    /** The key in a reference, or null. */
    public UUID ref(String column) {
        return (UUID) get(column);
    }

    public OptionalLong number(String column) {
        Object value = get(column);
        return value instanceof Number n ? OptionalLong.of(n.longValue()) : OptionalLong.empty();
    }

    public boolean flag(String column) {
        return number(column).orElse(0) != 0;
    }

    /** The day in a date field; empty if there is none or it is not a whole ISO date (sources may only know a year). */
    public Optional<LocalDate> date(String column) {
        try {
            return Optional.ofNullable((String) get(column)).map(LocalDate::parse);
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    public Optional<LocalTime> time(String column) {
        try {
            return Optional.ofNullable((String) get(column)).map(LocalTime::parse);
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
        }
    }

    /** What to call the record in the language: the texts of its title fields, or "" if all are empty. */
    public String title(String language) {
        List<String> parts = new ArrayList<>();
        for (Field field : kind.titleFields()) {
            String part = field.multilingual() ? textOr(field.name(), language) : text(field.name());
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return String.join(" ", parts);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Row r
                && r.id.equals(id)
                && r.kind == kind
                && r.deleted == deleted
                && Arrays.equals(r.values, values);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Names the record without its content, which may be personal and must not reach a log. */
    @Override
    public String toString() {
        return kind + " " + id;
    }
}
