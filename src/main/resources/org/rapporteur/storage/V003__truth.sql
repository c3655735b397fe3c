-- What is typed, returned and counted stays true: one section a part of the work, so that each can grow alone.

-- Meetings, participants, rooms.


-- Returned files: what a file said besides its cells, and what it stood beside.
ALTER TABLE answer ADD COLUMN offered TEXT;
ALTER TABLE tray_item ADD COLUMN choice BLOB;
ALTER TABLE tray_item ADD COLUMN beside TEXT;
ALTER TABLE tray_item ADD COLUMN column_head TEXT;
ALTER TABLE tray_item ADD COLUMN source_part TEXT;


-- Replies and answers: corrections, one current reply, the inbox.
-- A reply is whole if it holds, or takes over by links, everything its file says; earlier versions of the program
-- added only what differed from the reply before.
ALTER TABLE response ADD COLUMN whole INTEGER;
ALTER TABLE response ADD COLUMN came_by TEXT;
ALTER TABLE answer ADD COLUMN original_value TEXT;
ALTER TABLE answer ADD COLUMN original_body TEXT;
ALTER TABLE answer ADD COLUMN reason TEXT;
ALTER TABLE answer ADD COLUMN came_by TEXT;
ALTER TABLE answer ADD COLUMN not_usable INTEGER;
ALTER TABLE answer ADD COLUMN checked INTEGER;
ALTER TABLE survey ADD COLUMN no_answer TEXT;
ALTER TABLE tray_item ADD COLUMN answer BLOB;
ALTER TABLE tray_item ADD COLUMN respondent BLOB;
ALTER TABLE tray_item ADD COLUMN source_file TEXT;
ALTER TABLE tray_item ADD COLUMN source_hash TEXT;
CREATE INDEX tray_item_answer ON tray_item (answer) WHERE answer IS NOT NULL;
CREATE INDEX tray_item_respondent ON tray_item (respondent) WHERE respondent IS NOT NULL;

CREATE TABLE reply_link (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    response BLOB REFERENCES response (id) DEFERRABLE INITIALLY DEFERRED,
    earlier BLOB,
    answer BLOB
) STRICT;
CREATE INDEX reply_link_dot ON reply_link (site, seq);
CREATE INDEX reply_link_response ON reply_link (response);
CREATE INDEX reply_link_earlier ON reply_link (earlier) WHERE earlier IS NOT NULL;
CREATE INDEX reply_link_answer ON reply_link (answer) WHERE answer IS NOT NULL;


-- Tables: mappings remembered, sources.


-- Counting: permission as a type of question.
-- What a choice of a question on the use of the answers allows.
ALTER TABLE choice ADD COLUMN permission TEXT;
-- When a theme is called a convergence, and the fingerprints of the summary that was last read through or issued.
ALTER TABLE survey ADD COLUMN convergence_groups TEXT;
ALTER TABLE survey ADD COLUMN convergence_members TEXT;
ALTER TABLE survey ADD COLUMN summary_seal TEXT;
-- Until now such a question was recognised by the codes of its choices.
UPDATE question SET type = 'use' WHERE type = 'single'
    AND EXISTS (SELECT 1 FROM choice c WHERE c.question = question.id AND c.hidden = 0)
    AND NOT EXISTS (SELECT 1 FROM choice c WHERE c.question = question.id AND c.hidden = 0
        AND coalesce(c.code, '') NOT IN ('quote', 'paraphrase', 'count_only'));
UPDATE choice SET permission = code WHERE code IN ('quote', 'paraphrase', 'count_only')
    AND question IN (SELECT id FROM question WHERE type = 'use');
-- What the respondent said was copied into its answers; it is now looked up, so that a correction of it holds for all.
UPDATE answer SET permission = NULL WHERE permission IS NOT NULL AND permission = (SELECT min(u.value) FROM answer u
    JOIN question q ON q.id = u.question WHERE q.type = 'use' AND u.hidden = 0 AND u.respondent = answer.respondent);


-- Adoption: a record of its own.
ALTER TABLE version ADD COLUMN original TEXT;
ALTER TABLE version ADD COLUMN made_from_en TEXT;
ALTER TABLE version ADD COLUMN made_from_fr TEXT;
ALTER TABLE version ADD COLUMN made_from_es TEXT;
ALTER TABLE version ADD COLUMN made_from_ar TEXT;
ALTER TABLE version ADD COLUMN made_from_zh TEXT;
ALTER TABLE version ADD COLUMN made_from_ru TEXT;
ALTER TABLE version ADD COLUMN unworded TEXT;

CREATE TABLE adoption (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    recommendation BLOB REFERENCES recommendation (id) DEFERRABLE INITIALLY DEFERRED,
    change TEXT,
    version BLOB,
    label TEXT,
    day TEXT,
    meeting BLOB,
    place TEXT,
    mode TEXT,
    body_en TEXT, body_fr TEXT, body_es TEXT, body_ar TEXT, body_zh TEXT, body_ru TEXT,
    original TEXT,
    hash TEXT,
    seal TEXT,
    replaces TEXT,
    reason TEXT,
    recorded_by TEXT
) STRICT;
CREATE INDEX adoption_dot ON adoption (site, seq);
CREATE INDEX adoption_recommendation ON adoption (recommendation);
CREATE INDEX adoption_version ON adoption (version) WHERE version IS NOT NULL;
CREATE INDEX adoption_meeting ON adoption (meeting) WHERE meeting IS NOT NULL;

-- What was adopted before becomes such a record on every machine alike: its key follows from the recommendation's, and
-- it is part of the change that adopted (its dot), so that everyone who has seen that change has the record, and nothing
-- new has to travel. Without a seal it is the last version that was there on the day.
INSERT INTO adoption (id, scope, site, seq, hidden, recommendation, change, version, label, day, meeting,
    body_en, body_fr, body_es, body_ar, body_zh, body_ru, hash)
SELECT unhex(substr(hex(r.id), 1, 12) || 'E' || substr(hex(r.id), 14)), r.scope,
    coalesce(f.site, s.site, r.site), coalesce(f.seq, s.seq, r.seq), 0, r.id, 'adoption',
    coalesce(r.frozen_version, v.id), v.label, r.adopted_on, r.meeting,
    v.body_en, v.body_fr, v.body_es, v.body_ar, v.body_zh, v.body_ru, r.frozen_hash
FROM recommendation r
LEFT JOIN field_version f ON f.row = r.id AND f.field = 'frozen_hash' AND r.frozen_hash IS NOT NULL
LEFT JOIN field_version s ON s.row = r.id AND s.field = 'status'
LEFT JOIN version v ON v.id = coalesce(r.frozen_version, (
    SELECT w.id FROM version w WHERE w.recommendation = r.id AND w.hidden = 0
    ORDER BY (w.made_on IS NOT NULL AND r.adopted_on IS NOT NULL AND w.made_on > r.adopted_on), w.position DESC, w.id
    LIMIT 1))
WHERE r.frozen_hash IS NOT NULL OR r.status = 'adopted';


-- Papers.

