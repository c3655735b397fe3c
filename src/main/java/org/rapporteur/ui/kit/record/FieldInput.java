package org.rapporteur.ui.kit.record;

import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.problem.Message;
import org.rapporteur.i18n.Formats;

/** What a person typed in a field, as the value to store or as what is wrong with it, in words. */
final class FieldInput {
    /**
     * The outcome of reading.
     *
     * @param value the value to store; null for none
     * @param fault what is wrong; then nothing is stored
     * @param doubt what looks odd though it is stored: an address without "@"
     */
    record Reading(Object value, Message fault, Message doubt) {
        static Reading of(Object value) {
            return new Reading(value, null, null);
        }

        static Reading wrong(String key, Object... args) {
            return new Reading(null, Message.of(key, args), null);
        }

        boolean isGood() {
            return fault == null;
        }
    }

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@.]{2,}");
    private static final Pattern PHONE = Pattern.compile("[+(]?[\\d][\\d ()./-]{3,}(?:\\s*(?:ext|x|#).{0,12})?");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final int MAX_TEXT = 1_000_000;

    private FieldInput() {}

    /** Reads what was typed for a field of one line or more; empty text is no value. */
    static Reading read(Field field, String typed, Formats formats, Clock clock) {
        String text =
                field.type() == org.rapporteur.core.change.FieldType.LONG_TEXT ? typed.stripTrailing() : typed.strip();
        if (text.isEmpty()) {
            return Reading.of(null);
        }
        if (text.length() > MAX_TEXT) {
            return Reading.wrong("records.fault.long", MAX_TEXT);
        }
        return switch (field.type()) {
            case DATE -> date(text, formats, LocalDate.now(clock));
            case TIME ->
                DateInput.time(text)
                        .map(time -> Reading.of(time.toString()))
                        .orElseGet(() -> Reading.wrong("records.fault.time", text));
            case INTEGER -> integer(text, formats);
            case DECIMAL -> decimal(text, formats);
            case EMAIL -> doubtful(text, EMAIL, "records.doubt.email");
            case PHONE -> doubtful(text, PHONE, "records.doubt.phone");
            case URL -> url(text);
            case COLOUR ->
                COLOUR.matcher(text).matches()
                        ? Reading.of(text.toLowerCase(java.util.Locale.ROOT))
                        : Reading.wrong("records.fault.colour", text);
            default -> Reading.of(text);
        };
    }

    private static Reading date(String text, Formats formats, LocalDate today) {
        DateInput.Reading reading = DateInput.date(text, today);
        if (reading.date() != null) {
            return Reading.of(reading.date().toString());
        }
        String example = formats.shortDate(today);
        return reading.fault() == DateInput.Fault.NO_SUCH_DAY
                ? Reading.wrong("records.fault.noSuchDay", text)
                : Reading.wrong("records.fault.date", text, example);
    }

    private static Reading integer(String text, Formats formats) {
        return plain(text, formats)
                .filter(s -> s.matches("[+-]?\\d{1,18}"))
                .map(s -> Reading.of(Long.parseLong(s)))
                .orElseGet(() -> Reading.wrong("records.fault.integer", text));
    }

    private static Reading decimal(String text, Formats formats) {
        return plain(text, formats)
                .filter(s -> s.matches("[+-]?(\\d{1,15}(\\.\\d{0,9})?|\\.\\d{1,9})"))
                .map(s -> Reading.of(Double.parseDouble(s)))
                .orElseGet(() -> Reading.wrong("records.fault.decimal", text));
    }

    /** The number without separators of thousands and with a point before its decimals. */
    private static Optional<String> plain(String text, Formats formats) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(formats.locale());
        String digits =
                DateInput.western(text).replace('−', '-').replace('٫', '.').replace("٬", "");
        String noSpaces = digits.replace(" ", "").replace("'", "").replace("’", "");
        char grouping = symbols.getGroupingSeparator();
        char point = symbols.getDecimalSeparator();
        if (grouping == '.' || grouping == ',') {
            // "1.5" where the point groups thousands can only be a decimal point: no group of three follows.
            String groups = "[+-]?\\d{1,3}(" + Pattern.quote(String.valueOf(grouping)) + "\\d{3})+("
                    + Pattern.quote(String.valueOf(point)) + "\\d*)?";
            if (noSpaces.matches(groups)) {
                noSpaces = noSpaces.replace(String.valueOf(grouping), "");
            }
        }
        String pointed = noSpaces.replace(',', '.');
        return pointed.indexOf('.') == pointed.lastIndexOf('.') ? Optional.of(pointed) : Optional.empty();
    }

    private static Reading url(String text) {
        boolean schemeless = !text.contains("://") && text.matches("[^\\s/]+\\.[^\\s/.]{2,}(/.*)?");
        String address = schemeless ? "https://" + text : text;
        return address.matches("https?://\\S+\\.\\S+")
                ? Reading.of(address)
                : new Reading(text, null, message("records.doubt.url"));
    }

    private static Reading doubtful(String text, Pattern form, String doubt) {
        return form.matcher(text).matches() ? Reading.of(text) : new Reading(text, null, message(doubt));
    }

    private static Message message(String key) {
        return Message.of(key);
    }
}
