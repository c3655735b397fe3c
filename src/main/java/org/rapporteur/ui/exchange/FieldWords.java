package org.rapporteur.ui.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.exchange.Conflict;
import org.rapporteur.core.text.Language;
import org.rapporteur.ui.kit.I18n;
import org.rapporteur.ui.kit.record.RecordKit;

/** Names of fields and their values in words. Whatever reads is called off the window's thread. */
final class FieldWords {
    private final RecordKit records;

    FieldWords(RecordKit records) {
        this.records = records;
    }

    /** What to call a record; its kind if it has no name. Reads. */
    String title(Row row) {
        String title = records.titles().of(row).strip().replaceAll("\\s+", " ");
        return title.isEmpty()
                ? records.i18n().now("records.untitled", records.words().kind(row.kind()))
                : title;
    }

    /** What one record of the kind is called, as the beginning of a line. */
    static String beginning(String kind, I18n i18n) {
        if (kind.isEmpty()) {
            return kind;
        }
        int end = kind.offsetByCodePoints(0, 1);
        return kind.substring(0, end).toUpperCase(i18n.messages().language().locale()) + kind.substring(end);
    }

    /** Name of a column: the field, with the language where each language is a field of its own. */
    String label(Kind kind, String column) {
        Field field = kind.fieldOf(column);
        String name = records.words().field(kind, field);
        if (!field.multilingual()) {
            return name;
        }
        String code = column.substring(field.name().length() + 1);
        Language reader = records.i18n().messages().language();
        return records.i18n()
                .now("records.language.field", name, Language.ofCode(code).nameIn(reader));
    }

    /** A value in words; "" for none. Names of references must have been prepared. */
    String value(Kind kind, String column, Object value) {
        Field field = kind.fieldOf(column);
        String text = records.texts().of(kind, field, value);
        return text.isEmpty() && value instanceof UUID ? records.i18n().now("exchange.value.unknown") : text;
    }

    /** Looks up the names that a record's references need. Reads. */
    void prepare(Row row) {
        records.titles()
                .prepare(
                        List.of(row),
                        row.kind().fields().stream()
                                .filter(f -> f.type() == FieldType.REF)
                                .toList());
    }

    /** Looks up the names that the sides of conflicts need. Reads. */
    void prepareValues(Kind kind, Collection<Conflict> conflicts) {
        for (Conflict conflict : conflicts) {
            if (!conflict.deletion()
                    && !conflict.adoption()
                    && kind.fieldOf(conflict.column()).type() == FieldType.REF) {
                Set<UUID> ids = new HashSet<>();
                conflict.sides().forEach(side -> {
                    if (side.value() instanceof UUID id) {
                        ids.add(id);
                    }
                });
                records.titles().prepareIds(kind.fieldOf(conflict.column()), ids);
            }
        }
    }

    /** The filled fields of a record that a person sees. */
    List<ConflictDetail.Filled> filled(Row row, Collection<String> decided) {
        List<ConflictDetail.Filled> filled = new ArrayList<>();
        for (String column : row.kind().columns()) {
            Field field = row.kind().fieldOf(column);
            boolean wasDecided = decided.contains(column);
            if (!isShown(field) || row.get(column) == null && !wasDecided) {
                continue;
            }
            String text = value(row.kind(), column, row.get(column));
            filled.add(new ConflictDetail.Filled(
                    label(row.kind(), column),
                    text,
                    wasDecided,
                    rightToLeft(field, column, List.of(text), records.i18n())));
        }
        return filled;
    }

    /** Whether a person knows the field at all. */
    static boolean isShown(Field field) {
        return field.type() != FieldType.ORDER && !field.is(Field.Trait.INTERNAL);
    }

    /** Direction of a text: by its language where it has one, by its letters where it has not. */
    static boolean rightToLeft(Field field, String column, List<String> texts, I18n i18n) {
        if (field.multilingual()) {
            return column.endsWith("_ar");
        }
        boolean words = field.type() == FieldType.TEXT || field.type() == FieldType.LONG_TEXT;
        if (!words) {
            return i18n.messages().language().rtl();
        }
        return texts.stream()
                .filter(text -> !text.isBlank())
                .findFirst()
                .map(text -> java.text.Bidi.requiresBidi(text.toCharArray(), 0, text.length())
                        && !new java.text.Bidi(text, java.text.Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT)
                                .baseIsLeftToRight())
                .orElse(i18n.messages().language().rtl());
    }
}
