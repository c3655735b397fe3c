package org.rapporteur.core.change;

/** What a field holds; decides how it is stored, edited, compared and written out. */
public enum FieldType {
    /** One line of text. */
    TEXT(Storage.TEXT),
    /** Text of several paragraphs. */
    LONG_TEXT(Storage.TEXT),
    /** An electronic mail address. */
    EMAIL(Storage.TEXT),
    /** A telephone number as written, usually beginning with "+". */
    PHONE(Storage.TEXT),
    /** A web address. */
    URL(Storage.TEXT),
    /** A whole number. */
    INTEGER(Storage.INTEGER),
    /** A number with a fraction. */
    DECIMAL(Storage.REAL),
    /** True or false, stored as 1 or 0. */
    BOOLEAN(Storage.INTEGER),
    /** A calendar day, ISO 8601 ("2017-10-10"). */
    DATE(Storage.TEXT),
    /** A local time of day, ISO 8601 ("09:30"). */
    TIME(Storage.TEXT),
    /** A time zone of the IANA database ("Europe/Zurich"); chosen from a list, never typed. */
    ZONE(Storage.TEXT),
    /** A moment, milliseconds since 1970-01-01T00:00Z. */
    INSTANT(Storage.INTEGER),
    /** The key of another row. */
    REF(Storage.BLOB),
    /** One of a closed list of values. */
    CHOICE(Storage.TEXT),
    /** Several of a closed list of values, separated by one space each. */
    CHOICES(Storage.TEXT),
    /** A fractional key that orders siblings (see {@link OrderKeys}). */
    ORDER(Storage.TEXT),
    /** A colour as "#rrggbb". */
    COLOUR(Storage.TEXT),
    /** SHA-256 of a blob of the workspace, lower-case hexadecimal. */
    BLOB_HASH(Storage.TEXT);

    /** The storage classes that STRICT tables know. */
    public enum Storage {
        TEXT,
        INTEGER,
        REAL,
        BLOB
    }

    private final Storage storage;

    FieldType(Storage storage) {
        this.storage = storage;
    }

    public Storage storage() {
        return storage;
    }
}
