-- What the exchange of files needs beyond the first schema.

-- Sites this workspace wrote under, now or before it was restored or copied.
ALTER TABLE site ADD COLUMN own INTEGER NOT NULL DEFAULT 0;
UPDATE site SET own = 1 WHERE no = (SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'site');

-- A step that is the import of a package.
ALTER TABLE undo_step ADD COLUMN package TEXT;

-- Further creations of a row that several sites made under the same key (published lists). A field without a version
-- of its own holds what all creations wrote.
CREATE TABLE row_creation (
    row BLOB NOT NULL,
    kind TEXT NOT NULL,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (row, site, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX row_creation_dot ON row_creation (site, seq);

-- Changes that were replaced although the vector does not cover them: they came in an extract, or in a package that
-- was taken back. field '_life' stands for deletions.
CREATE TABLE replaced (
    row BLOB NOT NULL,
    field TEXT NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (row, field, site, seq)
) STRICT, WITHOUT ROWID;

-- Changes of a deleted row (by the deletion's dot) that its deleter had seen although the vector does not cover them.
CREATE TABLE tombstone_seen (
    row BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    of_site INTEGER NOT NULL,
    of_seq INTEGER NOT NULL,
    PRIMARY KEY (row, site, seq, of_site, of_seq)
) STRICT, WITHOUT ROWID;

-- Fields whose value an extract kept back: not known here, which is not the same as empty.
CREATE TABLE withheld (
    row BLOB NOT NULL,
    field TEXT NOT NULL,
    PRIMARY KEY (row, field)
) STRICT, WITHOUT ROWID;

-- Fields and kinds of newer versions of the program, byte for byte, passed on to others.
DROP TABLE unknown_field;
CREATE TABLE unknown_row (
    row BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX unknown_row_kind ON unknown_row (kind);
CREATE TABLE unknown_value (
    row BLOB NOT NULL,
    field TEXT NOT NULL,
    kind TEXT NOT NULL,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (row, field, site, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX unknown_value_dot ON unknown_value (site, seq);

CREATE INDEX sibling_dot ON sibling (site, seq);

-- What a decision (site, seq) chose between, so that it can be taken back: values of a field, or deletions (seen).
CREATE TABLE decided (
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    no INTEGER NOT NULL,
    value ANY,
    at INTEGER,
    author TEXT,
    seen INTEGER,
    PRIMARY KEY (site, seq, no)
) STRICT, WITHOUT ROWID;

-- Packages applied, taken back, waiting, sent.
DROP TABLE package_applied;
DROP TABLE package_waiting;
CREATE TABLE package (
    id BLOB NOT NULL PRIMARY KEY,
    state TEXT NOT NULL,
    no INTEGER NOT NULL,
    at INTEGER NOT NULL,
    file_name TEXT,
    site BLOB,
    author TEXT,
    effects TEXT,
    missing TEXT,
    undo TEXT,
    kept INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX package_no ON package (no);

-- What an import replaced, so that it can be taken back. field '' means that the row was added.
CREATE TABLE import_journal (
    package BLOB NOT NULL,
    row BLOB NOT NULL,
    field TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT,
    PRIMARY KEY (package, row, field)
) STRICT, WITHOUT ROWID;

-- People to exchange with; local.
CREATE TABLE colleague (
    no INTEGER PRIMARY KEY,
    name TEXT,
    email TEXT,
    public_key TEXT,
    verified INTEGER NOT NULL DEFAULT 0,
    recipient TEXT,
    received INTEGER,
    sent INTEGER
) STRICT;
CREATE TABLE colleague_site (
    site BLOB NOT NULL PRIMARY KEY,
    colleague INTEGER NOT NULL REFERENCES colleague (no),
    rank INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX colleague_site_colleague ON colleague_site (colleague);
