-- What hands do stays as they did it: one section a part of the work, so that each can grow alone.

-- Adopted texts: the number under which a text was adopted is on record with it.
ALTER TABLE adoption ADD COLUMN number TEXT;
