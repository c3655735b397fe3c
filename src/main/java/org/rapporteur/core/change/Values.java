package org.rapporteur.core.change;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** The values of a new row by column; built once, then handed to the write path. */
public final class Values {
    private final Map<String, Object> map = new LinkedHashMap<>();

    public static Values of(String column, Object value) {
        return new Values().with(column, value);
    }

    public static Values none() {
        return new Values();
    }

    /**
     * Sets a column. Dates and times become ISO 8601 text, booleans 1 or 0, enums their name in lower case; null and
     * empty text leave the column empty.
     *
     * @throws IllegalArgumentException if the value is of a class that no column holds
     */
    public Values with(String column, Object value) {
        Object stored = stored(value);
        if (stored == null) {
            map.remove(column);
        } else {
            map.put(column, stored);
        }
        return this;
    }

    /** Sets the languages of a multilingual field. */
    public Values texts(String field, Map<String, String> byLanguage) {
        byLanguage.forEach((language, text) -> {
            if (Field.LANGUAGES.contains(language)) {
                with(field + "_" + language, text);
            }
        });
        return this;
    }

    public Map<String, Object> map() {
        return map;
    }

    /** The form in which a value is stored: String, Long, Double, UUID or null. */
    public static Object stored(Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof String s) {
            return s.isEmpty() ? null : s;
        }
        if (value instanceof UUID || value instanceof Long || value instanceof Double) {
            return value;
        }
        if (value instanceof Integer i) {
            return (long) i;
        }
        if (value instanceof Boolean b) {
            return b ? 1L : 0L;
        }
        if (value instanceof LocalDate || value instanceof LocalTime) {
            return value.toString();
        }
        if (value instanceof Enum<?> e) {
            return e.name().toLowerCase(java.util.Locale.ROOT);
        }
        throw new IllegalArgumentException("not a value of a column: " + value.getClass());
    }
}
