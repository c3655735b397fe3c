-- What is typed, returned and counted stays true: one section a part of the work, so that each can grow alone.

-- Meetings, participants, rooms.


-- Returned files: what a file said besides its cells, and what it stood beside.
ALTER TABLE answer ADD COLUMN offered TEXT;
ALTER TABLE tray_item ADD COLUMN choice BLOB;
ALTER TABLE tray_item ADD COLUMN beside TEXT;
ALTER TABLE tray_item ADD COLUMN column_head TEXT;
ALTER TABLE tray_item ADD COLUMN source_part TEXT;


-- Replies and answers: corrections, one current reply, the inbox.


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


-- Papers.

