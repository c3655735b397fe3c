-- The full-text index of a workspace, in a file of its own: it is made from the records and can be made again, so it
-- stays out of backups, and writing it never holds up an edit. text holds stems and exact forms only, not the texts.
CREATE TABLE state (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE doc (
    no INTEGER PRIMARY KEY,
    row BLOB NOT NULL UNIQUE,
    kind TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE text USING fts5(tokens, exact, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');
