package org.rapporteur.ui.kit.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.FieldType;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Row;
import org.rapporteur.core.survey.ChoiceReading;
import org.rapporteur.core.survey.SurveyKinds;
import org.rapporteur.core.text.Zones;
import org.rapporteur.i18n.Formats;
import org.rapporteur.ui.kit.I18n;

/** Stored values as a person reads them in the current language. Names of references must have been looked up before. */
public final class ValueText {
    private final I18n i18n;
    private final KindWords words;
    private final Titles titles;

    ValueText(I18n i18n, KindWords words, Titles titles) {
        this.i18n = i18n;
        this.words = words;
        this.titles = titles;
    }

    /** A field of a row; a multilingual field in the current language, else in English, else in any. */
    public String of(Row row, Field field) {
        return field.multilingual()
                ? row.textOr(field.name(), i18n.messages().language().code())
                : of(row.kind(), field, row.get(field.name()));
    }

    /** A value of a column of the field; "" for none. */
    public String of(Kind kind, Field field, Object value) {
        if (value == null) {
            return "";
        }
        Formats formats = i18n.messages().formats();
        return switch (field.type()) {
            case INTEGER -> value instanceof Number n ? formats.number(n.longValue()) : value.toString();
            case DECIMAL -> value instanceof Number n ? decimal(formats, n.doubleValue()) : value.toString();
            case BOOLEAN ->
                i18n.messages().text(Long.valueOf(1).equals(value) ? "records.boolean.yes" : "records.boolean.no");
            case DATE -> date(formats, value.toString());
            case TIME -> time(formats, value.toString());
            case INSTANT ->
                value instanceof Number n
                        ? formats.dateTime(Instant.ofEpochMilli(n.longValue()), ZoneId.systemDefault())
                        : value.toString();
            case ZONE -> Zones.name(value.toString(), i18n.messages().language());
            case REF -> value instanceof UUID id ? titles.known(id) : "";
            case CHOICE -> words.value(kind, field, value.toString());
            case CHOICES ->
                Arrays.stream(value.toString().split(" "))
                        .map(v -> words.value(kind, field, v))
                        .collect(Collectors.joining(i18n.messages().text("records.list.separator")));
            default ->
                kind == SurveyKinds.ANSWER && ChoiceReading.NONE_CHOSEN.equals(value)
                        ? i18n.messages().text("records.none.chosen")
                        : value.toString();
        };
    }

    /** Whether values of the type are set at the end of their column and sorted by their size. */
    static boolean isNumber(FieldType type) {
        return type == FieldType.INTEGER || type == FieldType.DECIMAL;
    }

    /** A number with its decimals and no more. */
    static String decimal(Formats formats, double value) {
        for (int decimals = 0; decimals < 6; decimals++) {
            double shifted = value * Math.pow(10, decimals);
            if (Math.abs(shifted - Math.rint(shifted)) < 1e-9) {
                return formats.number(value, decimals);
            }
        }
        return formats.number(value, 6);
    }

    private static String date(Formats formats, String iso) {
        try {
            return formats.shortDate(LocalDate.parse(iso));
        } catch (DateTimeParseException notADay) {
            // A source may know the year only; what it says is shown as it is.
            return iso;
        }
    }

    private static String time(Formats formats, String iso) {
        try {
            return formats.time(LocalTime.parse(iso));
        } catch (DateTimeParseException notATime) {
            return iso;
        }
    }
}
