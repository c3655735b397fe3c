-- What is typed, returned and counted stays true: one section a part of the work, so that each can grow alone.

-- Meetings, participants, rooms.


-- Returned files: what a file said besides its cells, and what it stood beside.


-- Replies and answers: corrections, one current reply, the inbox.


-- Tables: mappings remembered, sources.


-- Counting: permission as a type of question.


-- Adoption: a record of its own.


-- Papers.

