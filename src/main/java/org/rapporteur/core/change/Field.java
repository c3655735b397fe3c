package org.rapporteur.core.change;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One field of a kind of record.
 *
 * @param name name in the code, the database and the message keys ("starts_on")
 * @param type what it holds
 * @param multilingual whether each language is a field of its own ("title_en", "title_fr", ...)
 * @param target name of the kind that a {@link FieldType#REF} points to, "" for any kind, else null
 * @param values the closed list of a {@link FieldType#CHOICE}, else empty
 * @param traits what else is true of the field
 */
public record Field(
        String name, FieldType type, boolean multilingual, String target, List<String> values, Set<Trait> traits) {

    /** Codes of the six UN languages in the order in which columns are laid out. */
    public static final List<String> LANGUAGES = List.of("en", "fr", "es", "ar", "zh", "ru");

    /** Properties of a field that matter beyond its type. */
    public enum Trait {
        /** A record without it is incomplete; shown, never enforced by refusing an edit. */
        REQUIRED,
        /** Tells something about a natural person; left out of extracts, deleted after the retention period. */
        PERSONAL,
        /** Part of the full-text index. */
        SEARCHED,
        /** Names the record in lists and titles. */
        TITLE,
        /** Kept by the program, not shown in an editor. */
        INTERNAL
    }

    public Field {
        values = List.copyOf(values);
        traits = Set.copyOf(traits);
    }

    static Field of(String name, FieldType type) {
        return new Field(name, type, false, null, List.of(), Set.of());
    }

    /** The columns that hold this field: one, or one for each language. */
    public List<String> columns() {
        return multilingual ? LANGUAGES.stream().map(l -> name + "_" + l).toList() : List.of(name);
    }

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    Field with(Trait trait) {
        EnumSet<Trait> more = EnumSet.of(trait);
        more.addAll(traits);
        return new Field(name, type, multilingual, target, values, more);
    }
}
