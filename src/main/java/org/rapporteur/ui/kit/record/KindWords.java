package org.rapporteur.ui.kit.record;

import java.util.Optional;
import javafx.beans.binding.StringBinding;
import org.rapporteur.core.change.Field;
import org.rapporteur.core.change.Kind;
import org.rapporteur.core.change.Label;
import org.rapporteur.ui.kit.I18n;

/** Words for kinds, fields and their values: those of the kind where it has its own, else those all kinds share. */
public final class KindWords {
    private final I18n i18n;

    /** Words from these messages. */
    public KindWords(I18n i18n) {
        this.i18n = i18n;
    }

    /** What one record of the kind is called. */
    public String kind(Kind kind) {
        return i18n.now("kind." + kind.name());
    }

    /** The argument of a step's name that stands for the kind. */
    public static String word(Kind kind) {
        return Label.word("kind." + kind.name());
    }

    /** The argument of a step's name that stands for several records of the kind. */
    public static String words(Kind kind, int count) {
        return Label.word("records.many", count, Label.word("kind." + kind.name() + ".plural"));
    }

    /** What several are called. */
    public String plural(Kind kind) {
        return i18n.now("kind." + kind.name() + ".plural");
    }

    /** Name of a field now. */
    public String field(Kind kind, Field field) {
        return i18n.now(fieldKey(kind, field));
    }

    /** Name of a field, following the language. */
    public StringBinding fieldLive(Kind kind, Field field) {
        return i18n.text(fieldKey(kind, field));
    }

    /** Message key of a field's name. */
    public String fieldKey(Kind kind, Field field) {
        return specific("field.", kind, field.name(), "");
    }

    /** What a value of a closed list is called; "" for no value. */
    public String value(Kind kind, Field field, String value) {
        return value == null || value.isEmpty() ? "" : i18n.now(specific("value.", kind, field.name(), "." + value));
    }

    /** What to know when filling the field in, if there is anything to say. */
    public Optional<StringBinding> help(Kind kind, Field field) {
        String key = "help." + kind.name() + "." + field.name();
        if (!i18n.messages().has(key)) {
            key = "help." + field.name();
        }
        return i18n.messages().has(key) ? Optional.of(i18n.text(key)) : Optional.empty();
    }

    /** The key of the kind's own words, else of the words all kinds share for the field or the value. */
    private String specific(String prefix, Kind kind, String field, String value) {
        String own = prefix + kind.name() + "." + field + value;
        if (i18n.messages().has(own)) {
            return own;
        }
        String shared = prefix + (value.isEmpty() ? field : value.substring(1));
        return i18n.messages().has(shared) ? shared : own;
    }
}
