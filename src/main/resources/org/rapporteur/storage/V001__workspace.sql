-- The store of a workspace. Numbered files like this one are the only source of the schema; a file that was released
-- is never changed again. Part one keeps versions, undo and exchange; part two has one table for each kind of record.
--
-- Every record has a key (UUID, 16 bytes), a scope (the meeting it travels with, or 16 zero bytes for the shared
-- directory) and the dot of its creation (site, seq). Later edits of a field have a dot each in field_version, so that
-- a row that is never edited costs nothing more. hidden is 1 while a deletion covers all that was written to the row.

CREATE TABLE meta (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT
) STRICT;

-- Installations that wrote to this workspace, numbered locally so that a dot takes two small integers.
CREATE TABLE site (
    no INTEGER PRIMARY KEY,
    uuid BLOB NOT NULL UNIQUE,
    author TEXT,
    first_seen INTEGER
) STRICT;

-- One transaction of one site; its changes have the numbers seq_from to seq_to of that site. step joins what a person
-- sees as one step (typing on in one field).
CREATE TABLE txn (
    no INTEGER PRIMARY KEY,
    site INTEGER NOT NULL REFERENCES site (no),
    seq_from INTEGER NOT NULL,
    seq_to INTEGER NOT NULL,
    at INTEGER NOT NULL,
    author TEXT,
    label TEXT NOT NULL,
    arguments TEXT,
    step INTEGER,
    package TEXT,
    UNIQUE (site, seq_from)
) STRICT;
CREATE INDEX txn_step ON txn (step) WHERE step IS NOT NULL;

-- Steps of this workspace that can be undone or redone. state: done, undone, past (no longer reachable).
CREATE TABLE undo_step (
    no INTEGER PRIMARY KEY,
    label TEXT NOT NULL,
    arguments TEXT,
    merge_key TEXT,
    at INTEGER NOT NULL,
    state TEXT NOT NULL,
    undone_by INTEGER
) STRICT;
CREATE INDEX undo_step_state ON undo_step (state, no);

-- Highest sequence number seen, by scope and site.
CREATE TABLE vector (
    scope BLOB NOT NULL,
    site INTEGER NOT NULL REFERENCES site (no),
    seq INTEGER NOT NULL,
    PRIMARY KEY (scope, site)
) STRICT, WITHOUT ROWID;

-- The vector last received from a colleague; the base of the next delta to them.
CREATE TABLE peer_vector (
    peer INTEGER NOT NULL REFERENCES site (no),
    scope BLOB NOT NULL,
    site INTEGER NOT NULL REFERENCES site (no),
    seq INTEGER NOT NULL,
    PRIMARY KEY (peer, scope, site)
) STRICT, WITHOUT ROWID;

-- Dot of the last edit of a field, if it was edited after the row was made. field '_alive' stands for a restoration.
CREATE TABLE field_version (
    row BLOB NOT NULL,
    field TEXT NOT NULL,
    kind TEXT NOT NULL,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (row, field)
) STRICT, WITHOUT ROWID;
CREATE INDEX field_version_dot ON field_version (site, seq);

-- Concurrent values of a field that nobody has chosen between yet.
CREATE TABLE sibling (
    row BLOB NOT NULL,
    field TEXT NOT NULL,
    kind TEXT NOT NULL,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    value ANY,
    at INTEGER,
    author TEXT,
    PRIMARY KEY (row, field, site, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX sibling_scope ON sibling (scope);

-- What a deleter had seen, by scope; shared by all deletions of one transaction.
CREATE TABLE seen (
    no INTEGER NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    PRIMARY KEY (no, site)
) STRICT, WITHOUT ROWID;

CREATE TABLE tombstone (
    row BLOB NOT NULL,
    kind TEXT NOT NULL,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    seen INTEGER NOT NULL,
    PRIMARY KEY (row, site, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX tombstone_dot ON tombstone (site, seq);

-- Overwritten values. field '_hidden' records deletions (1) and restorations (0).
CREATE TABLE history (
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL,
    row BLOB NOT NULL,
    field TEXT NOT NULL,
    before ANY,
    after ANY,
    PRIMARY KEY (site, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX history_row ON history (row);

-- Exchange: packages applied, packages that wait, and what a newer version of the program knows and this one does not.
CREATE TABLE package_applied (
    id TEXT NOT NULL PRIMARY KEY,
    site INTEGER REFERENCES site (no),
    at INTEGER NOT NULL,
    file_name TEXT,
    txn INTEGER
) STRICT;

CREATE TABLE package_waiting (
    id TEXT NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL,
    file_name TEXT,
    blob TEXT NOT NULL,
    missing TEXT NOT NULL
) STRICT;

CREATE TABLE unknown_field (
    row BLOB NOT NULL,
    kind TEXT NOT NULL,
    field TEXT NOT NULL,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (row, field)
) STRICT, WITHOUT ROWID;

-- Files of the workspace by their SHA-256; the bytes are in blobs/aa/<sha256>.
CREATE TABLE blob (
    hash TEXT NOT NULL PRIMARY KEY,
    size INTEGER NOT NULL,
    file_name TEXT,
    media_type TEXT,
    added INTEGER NOT NULL
) STRICT;

-- Part two: the records.

CREATE TABLE party (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    category TEXT,
    name_en TEXT, name_fr TEXT, name_es TEXT, name_ar TEXT, name_zh TEXT, name_ru TEXT,
    formal_name_en TEXT, formal_name_fr TEXT, formal_name_es TEXT, formal_name_ar TEXT, formal_name_zh TEXT, formal_name_ru TEXT,
    acronym TEXT,
    code TEXT,
    iso3 TEXT,
    m49 TEXT,
    region TEXT,
    subregion TEXT,
    iscm_kind TEXT,
    established TEXT,
    associated_organization TEXT,
    chair_model TEXT,
    secretariat_model TEXT,
    members_stated TEXT,
    status TEXT,
    succeeded_by BLOB,
    website TEXT,
    notes TEXT,
    source TEXT,
    source_date TEXT
) STRICT;
CREATE INDEX party_dot ON party (site, seq);
CREATE INDEX party_succeeded_by ON party (succeeded_by) WHERE succeeded_by IS NOT NULL;

CREATE TABLE membership (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    iscm BLOB REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED,
    party BLOB,
    name_stated TEXT,
    role TEXT,
    since TEXT,
    until TEXT,
    source TEXT
) STRICT;
CREATE INDEX membership_dot ON membership (site, seq);
CREATE INDEX membership_iscm ON membership (iscm);
CREATE INDEX membership_party ON membership (party) WHERE party IS NOT NULL;

CREATE TABLE chairmanship (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    iscm BLOB REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED,
    party BLOB,
    role TEXT,
    since TEXT,
    until TEXT,
    source TEXT
) STRICT;
CREATE INDEX chairmanship_dot ON chairmanship (site, seq);
CREATE INDEX chairmanship_iscm ON chairmanship (iscm);
CREATE INDEX chairmanship_party ON chairmanship (party) WHERE party IS NOT NULL;

CREATE TABLE focal_point (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    party BLOB REFERENCES party (id) DEFERRABLE INITIALLY DEFERRED,
    person BLOB,
    iscm BLOB,
    subject TEXT,
    since TEXT,
    until TEXT
) STRICT;
CREATE INDEX focal_point_dot ON focal_point (site, seq);
CREATE INDEX focal_point_party ON focal_point (party);
CREATE INDEX focal_point_person ON focal_point (person) WHERE person IS NOT NULL;
CREATE INDEX focal_point_iscm ON focal_point (iscm) WHERE iscm IS NOT NULL;

CREATE TABLE stated_fact (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    about BLOB,
    statement TEXT,
    stated_value TEXT,
    source TEXT,
    source_date TEXT
) STRICT;
CREATE INDEX stated_fact_dot ON stated_fact (site, seq);
CREATE INDEX stated_fact_about ON stated_fact (about);

CREATE TABLE reference_item (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    list TEXT,
    code TEXT,
    name_en TEXT, name_fr TEXT, name_es TEXT, name_ar TEXT, name_zh TEXT, name_ru TEXT,
    short_name_en TEXT, short_name_fr TEXT, short_name_es TEXT, short_name_ar TEXT, short_name_zh TEXT, short_name_ru TEXT,
    round_table TEXT,
    source TEXT,
    position TEXT
) STRICT;
CREATE INDEX reference_item_dot ON reference_item (site, seq);

CREATE TABLE person (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    honorific TEXT,
    given_name TEXT,
    family_name TEXT,
    name_in_script TEXT,
    gender TEXT,
    position TEXT,
    unit TEXT,
    party BLOB,
    email TEXT,
    phone TEXT,
    languages TEXT,
    notes TEXT,
    illustrative INTEGER
) STRICT;
CREATE INDEX person_dot ON person (site, seq);
CREATE INDEX person_party ON person (party) WHERE party IS NOT NULL;

CREATE TABLE delegation (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    meeting BLOB,
    party BLOB,
    name_stated TEXT,
    capacity TEXT,
    status TEXT,
    invited_on TEXT,
    nomination_by TEXT,
    nomination_symbol TEXT,
    nominated_on TEXT,
    credentials TEXT,
    credentials_on TEXT,
    notes TEXT,
    illustrative INTEGER
) STRICT;
CREATE INDEX delegation_dot ON delegation (site, seq);
CREATE INDEX delegation_meeting ON delegation (meeting);
CREATE INDEX delegation_party ON delegation (party) WHERE party IS NOT NULL;

CREATE TABLE delegate (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    delegation BLOB REFERENCES delegation (id) DEFERRABLE INITIALLY DEFERRED,
    person BLOB,
    name_stated TEXT,
    role TEXT,
    position_stated TEXT,
    attendance TEXT,
    position TEXT
) STRICT;
CREATE INDEX delegate_dot ON delegate (site, seq);
CREATE INDEX delegate_delegation ON delegate (delegation, position);
CREATE INDEX delegate_person ON delegate (person) WHERE person IS NOT NULL;

CREATE TABLE meeting (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    name_en TEXT, name_fr TEXT, name_es TEXT, name_ar TEXT, name_zh TEXT, name_ru TEXT,
    acronym TEXT,
    theme_en TEXT, theme_fr TEXT, theme_es TEXT, theme_ar TEXT, theme_zh TEXT, theme_ru TEXT,
    level TEXT,
    status TEXT,
    starts_on TEXT,
    ends_on TEXT,
    dates_stated TEXT,
    timezone TEXT,
    place_en TEXT, place_fr TEXT, place_es TEXT, place_ar TEXT, place_zh TEXT, place_ru TEXT,
    venue TEXT,
    iscm BLOB,
    host BLOB,
    process BLOB,
    nomination_deadline TEXT,
    expected_outcome_en TEXT, expected_outcome_fr TEXT, expected_outcome_es TEXT, expected_outcome_ar TEXT, expected_outcome_zh TEXT, expected_outcome_ru TEXT,
    notes TEXT,
    source TEXT,
    illustrative INTEGER
) STRICT;
CREATE INDEX meeting_dot ON meeting (site, seq);
CREATE INDEX meeting_iscm ON meeting (iscm) WHERE iscm IS NOT NULL;
CREATE INDEX meeting_host ON meeting (host) WHERE host IS NOT NULL;
CREATE INDEX meeting_process ON meeting (process) WHERE process IS NOT NULL;

CREATE TABLE room (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    meeting BLOB,
    name TEXT,
    seats INTEGER,
    position TEXT
) STRICT;
CREATE INDEX room_dot ON room (site, seq);
CREATE INDEX room_meeting ON room (meeting, position);

CREATE TABLE session (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    meeting BLOB,
    title_en TEXT, title_fr TEXT, title_es TEXT, title_ar TEXT, title_zh TEXT, title_ru TEXT,
    type TEXT,
    day TEXT,
    starts_at TEXT,
    minutes INTEGER,
    room BLOB,
    description_en TEXT, description_fr TEXT, description_es TEXT, description_ar TEXT, description_zh TEXT, description_ru TEXT,
    position TEXT,
    illustrative INTEGER
) STRICT;
CREATE INDEX session_dot ON session (site, seq);
CREATE INDEX session_meeting ON session (meeting, position);
CREATE INDEX session_room ON session (room) WHERE room IS NOT NULL;

CREATE TABLE agenda_item (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    meeting BLOB,
    number TEXT,
    title_en TEXT, title_fr TEXT, title_es TEXT, title_ar TEXT, title_zh TEXT, title_ru TEXT,
    session BLOB,
    parent_item BLOB,
    minutes INTEGER,
    description_en TEXT, description_fr TEXT, description_es TEXT, description_ar TEXT, description_zh TEXT, description_ru TEXT,
    guiding_questions_en TEXT, guiding_questions_fr TEXT, guiding_questions_es TEXT, guiding_questions_ar TEXT, guiding_questions_zh TEXT, guiding_questions_ru TEXT,
    expected_outcome_en TEXT, expected_outcome_fr TEXT, expected_outcome_es TEXT, expected_outcome_ar TEXT, expected_outcome_zh TEXT, expected_outcome_ru TEXT,
    position TEXT,
    illustrative INTEGER
) STRICT;
CREATE INDEX agenda_item_dot ON agenda_item (site, seq);
CREATE INDEX agenda_item_meeting ON agenda_item (meeting, position);
CREATE INDEX agenda_item_session ON agenda_item (session) WHERE session IS NOT NULL;
CREATE INDEX agenda_item_parent_item ON agenda_item (parent_item) WHERE parent_item IS NOT NULL;

CREATE TABLE speaker (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    session BLOB REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
    role TEXT,
    person BLOB,
    party BLOB,
    designation TEXT,
    position TEXT
) STRICT;
CREATE INDEX speaker_dot ON speaker (site, seq);
CREATE INDEX speaker_session ON speaker (session, position);
CREATE INDEX speaker_person ON speaker (person) WHERE person IS NOT NULL;
CREATE INDEX speaker_party ON speaker (party) WHERE party IS NOT NULL;

CREATE TABLE process (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    name_en TEXT, name_fr TEXT, name_es TEXT, name_ar TEXT, name_zh TEXT, name_ru TEXT,
    type TEXT,
    description_en TEXT, description_fr TEXT, description_es TEXT, description_ar TEXT, description_zh TEXT, description_ru TEXT,
    since TEXT,
    source TEXT,
    position TEXT
) STRICT;
CREATE INDEX process_dot ON process (site, seq);

CREATE TABLE phase (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    process BLOB REFERENCES process (id) DEFERRABLE INITIALLY DEFERRED,
    name_en TEXT, name_fr TEXT, name_es TEXT, name_ar TEXT, name_zh TEXT, name_ru TEXT,
    starts_on TEXT,
    ends_on TEXT,
    description_en TEXT, description_fr TEXT, description_es TEXT, description_ar TEXT, description_zh TEXT, description_ru TEXT,
    source TEXT,
    position TEXT
) STRICT;
CREATE INDEX phase_dot ON phase (site, seq);
CREATE INDEX phase_process ON phase (process, position);

CREATE TABLE milestone (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    phase BLOB REFERENCES phase (id) DEFERRABLE INITIALLY DEFERRED,
    name_en TEXT, name_fr TEXT, name_es TEXT, name_ar TEXT, name_zh TEXT, name_ru TEXT,
    type TEXT,
    starts_on TEXT,
    ends_on TEXT,
    place_en TEXT, place_fr TEXT, place_es TEXT, place_ar TEXT, place_zh TEXT, place_ru TEXT,
    number_held INTEGER,
    convened_by TEXT,
    source TEXT,
    position TEXT
) STRICT;
CREATE INDEX milestone_dot ON milestone (site, seq);
CREATE INDEX milestone_phase ON milestone (phase, position);

CREATE TABLE survey (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    meeting BLOB,
    title_en TEXT, title_fr TEXT, title_es TEXT, title_ar TEXT, title_zh TEXT, title_ru TEXT,
    introduction_en TEXT, introduction_fr TEXT, introduction_es TEXT, introduction_ar TEXT, introduction_zh TEXT, introduction_ru TEXT,
    status TEXT,
    opens_on TEXT,
    due_on TEXT,
    languages TEXT,
    default_permission TEXT,
    source TEXT,
    notes TEXT,
    illustrative INTEGER
) STRICT;
CREATE INDEX survey_dot ON survey (site, seq);
CREATE INDEX survey_meeting ON survey (meeting);

CREATE TABLE question (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    survey BLOB REFERENCES survey (id) DEFERRABLE INITIALLY DEFERRED,
    code TEXT,
    label_en TEXT, label_fr TEXT, label_es TEXT, label_ar TEXT, label_zh TEXT, label_ru TEXT,
    help_en TEXT, help_fr TEXT, help_es TEXT, help_ar TEXT, help_zh TEXT, help_ru TEXT,
    type TEXT,
    required INTEGER,
    agenda_item BLOB,
    objectives TEXT,
    position TEXT
) STRICT;
CREATE INDEX question_dot ON question (site, seq);
CREATE INDEX question_survey ON question (survey, position);
CREATE INDEX question_agenda_item ON question (agenda_item) WHERE agenda_item IS NOT NULL;

CREATE TABLE choice (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    question BLOB REFERENCES question (id) DEFERRABLE INITIALLY DEFERRED,
    code TEXT,
    label_en TEXT, label_fr TEXT, label_es TEXT, label_ar TEXT, label_zh TEXT, label_ru TEXT,
    position TEXT
) STRICT;
CREATE INDEX choice_dot ON choice (site, seq);
CREATE INDEX choice_question ON choice (question, position);

CREATE TABLE respondent (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    survey BLOB REFERENCES survey (id) DEFERRABLE INITIALLY DEFERRED,
    party BLOB,
    name TEXT,
    type TEXT,
    region TEXT,
    language TEXT,
    status TEXT,
    sent_on TEXT,
    due_on TEXT,
    received_on TEXT,
    reminded_on TEXT,
    contact_email TEXT,
    notes TEXT
) STRICT;
CREATE INDEX respondent_dot ON respondent (site, seq);
CREATE INDEX respondent_survey ON respondent (survey);
CREATE INDEX respondent_party ON respondent (party) WHERE party IS NOT NULL;

CREATE TABLE response (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    respondent BLOB REFERENCES respondent (id) DEFERRABLE INITIALLY DEFERRED,
    survey BLOB,
    received_on TEXT,
    channel TEXT,
    source_file TEXT,
    source_hash TEXT,
    language TEXT,
    carried TEXT
) STRICT;
CREATE INDEX response_dot ON response (site, seq);
CREATE INDEX response_respondent ON response (respondent);
CREATE INDEX response_survey ON response (survey) WHERE survey IS NOT NULL;

CREATE TABLE answer (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    response BLOB REFERENCES response (id) DEFERRABLE INITIALLY DEFERRED,
    survey BLOB,
    question BLOB,
    respondent BLOB,
    value TEXT,
    body TEXT,
    language TEXT,
    permission TEXT,
    doubt TEXT,
    source_sheet TEXT,
    source_cell TEXT,
    paraphrase TEXT
) STRICT;
CREATE INDEX answer_dot ON answer (site, seq);
CREATE INDEX answer_response ON answer (response);
CREATE INDEX answer_question ON answer (question, respondent);

CREATE TABLE tray_item (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    response BLOB REFERENCES response (id) DEFERRABLE INITIALLY DEFERRED,
    survey BLOB,
    question BLOB,
    body TEXT,
    source_sheet TEXT,
    source_cell TEXT,
    surroundings TEXT,
    reason TEXT,
    decision TEXT
) STRICT;
CREATE INDEX tray_item_dot ON tray_item (site, seq);
CREATE INDEX tray_item_response ON tray_item (response);
CREATE INDEX tray_item_survey ON tray_item (survey) WHERE survey IS NOT NULL;
CREATE INDEX tray_item_question ON tray_item (question) WHERE question IS NOT NULL;

CREATE TABLE codebook (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    survey BLOB,
    name_en TEXT, name_fr TEXT, name_es TEXT, name_ar TEXT, name_zh TEXT, name_ru TEXT,
    description_en TEXT, description_fr TEXT, description_es TEXT, description_ar TEXT, description_zh TEXT, description_ru TEXT
) STRICT;
CREATE INDEX codebook_dot ON codebook (site, seq);
CREATE INDEX codebook_survey ON codebook (survey);

CREATE TABLE code (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    codebook BLOB REFERENCES codebook (id) DEFERRABLE INITIALLY DEFERRED,
    code TEXT,
    name_en TEXT, name_fr TEXT, name_es TEXT, name_ar TEXT, name_zh TEXT, name_ru TEXT,
    definition_en TEXT, definition_fr TEXT, definition_es TEXT, definition_ar TEXT, definition_zh TEXT, definition_ru TEXT,
    parent_code BLOB,
    colour TEXT,
    shortcut TEXT,
    objectives TEXT,
    position TEXT
) STRICT;
CREATE INDEX code_dot ON code (site, seq);
CREATE INDEX code_codebook ON code (codebook, position);
CREATE INDEX code_parent_code ON code (parent_code) WHERE parent_code IS NOT NULL;

CREATE TABLE coding (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    answer BLOB REFERENCES answer (id) DEFERRABLE INITIALLY DEFERRED,
    survey BLOB,
    code BLOB,
    coder TEXT,
    starts INTEGER,
    ends INTEGER,
    memo TEXT,
    illustrative INTEGER
) STRICT;
CREATE INDEX coding_dot ON coding (site, seq);
CREATE INDEX coding_answer ON coding (answer);
CREATE INDEX coding_code ON coding (code) WHERE code IS NOT NULL;

CREATE TABLE good_practice (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    survey BLOB,
    answer BLOB,
    respondent BLOB,
    code BLOB,
    objective BLOB,
    title_en TEXT, title_fr TEXT, title_es TEXT, title_ar TEXT, title_zh TEXT, title_ru TEXT,
    description_en TEXT, description_fr TEXT, description_es TEXT, description_ar TEXT, description_zh TEXT, description_ru TEXT
) STRICT;
CREATE INDEX good_practice_dot ON good_practice (site, seq);
CREATE INDEX good_practice_survey ON good_practice (survey);
CREATE INDEX good_practice_answer ON good_practice (answer) WHERE answer IS NOT NULL;
CREATE INDEX good_practice_respondent ON good_practice (respondent) WHERE respondent IS NOT NULL;
CREATE INDEX good_practice_code ON good_practice (code) WHERE code IS NOT NULL;
CREATE INDEX good_practice_objective ON good_practice (objective) WHERE objective IS NOT NULL;

CREATE TABLE recommendation (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    meeting BLOB,
    number TEXT,
    heading_en TEXT, heading_fr TEXT, heading_es TEXT, heading_ar TEXT, heading_zh TEXT, heading_ru TEXT,
    grouping_en TEXT, grouping_fr TEXT, grouping_es TEXT, grouping_ar TEXT, grouping_zh TEXT, grouping_ru TEXT,
    status TEXT,
    adopted_on TEXT,
    frozen_hash TEXT,
    frozen_version BLOB,
    responsible BLOB,
    due_on TEXT,
    position TEXT,
    source TEXT,
    notes TEXT,
    illustrative INTEGER
) STRICT;
CREATE INDEX recommendation_dot ON recommendation (site, seq);
CREATE INDEX recommendation_meeting ON recommendation (meeting, position);
CREATE INDEX recommendation_frozen_version ON recommendation (frozen_version) WHERE frozen_version IS NOT NULL;
CREATE INDEX recommendation_responsible ON recommendation (responsible) WHERE responsible IS NOT NULL;

CREATE TABLE version (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    recommendation BLOB REFERENCES recommendation (id) DEFERRABLE INITIALLY DEFERRED,
    label TEXT,
    body_en TEXT, body_fr TEXT, body_es TEXT, body_ar TEXT, body_zh TEXT, body_ru TEXT,
    made_on TEXT,
    proposed_by TEXT,
    note TEXT,
    position TEXT
) STRICT;
CREATE INDEX version_dot ON version (site, seq);
CREATE INDEX version_recommendation ON version (recommendation, position);

CREATE TABLE reservation (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    recommendation BLOB REFERENCES recommendation (id) DEFERRABLE INITIALLY DEFERRED,
    party BLOB,
    body TEXT,
    made_on TEXT
) STRICT;
CREATE INDEX reservation_dot ON reservation (site, seq);
CREATE INDEX reservation_recommendation ON reservation (recommendation);
CREATE INDEX reservation_party ON reservation (party) WHERE party IS NOT NULL;

CREATE TABLE evidence (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    recommendation BLOB REFERENCES recommendation (id) DEFERRABLE INITIALLY DEFERRED,
    relation TEXT,
    target BLOB,
    note TEXT,
    source TEXT
) STRICT;
CREATE INDEX evidence_dot ON evidence (site, seq);
CREATE INDEX evidence_recommendation ON evidence (recommendation);
CREATE INDEX evidence_target ON evidence (target) WHERE target IS NOT NULL;

CREATE TABLE review_cycle (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    name_en TEXT, name_fr TEXT, name_es TEXT, name_ar TEXT, name_zh TEXT, name_ru TEXT,
    starts_on TEXT,
    ends_on TEXT,
    level TEXT,
    source TEXT
) STRICT;
CREATE INDEX review_cycle_dot ON review_cycle (site, seq);

CREATE TABLE progress_report (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    recommendation BLOB REFERENCES recommendation (id) DEFERRABLE INITIALLY DEFERRED,
    review_cycle BLOB,
    party BLOB,
    status TEXT,
    achievements TEXT,
    barriers TEXT,
    priorities TEXT,
    capacity_needs TEXT,
    evidence_stated TEXT,
    due_on TEXT,
    reported_on TEXT
) STRICT;
CREATE INDEX progress_report_dot ON progress_report (site, seq);
CREATE INDEX progress_report_recommendation ON progress_report (recommendation);
CREATE INDEX progress_report_review_cycle ON progress_report (review_cycle) WHERE review_cycle IS NOT NULL;
CREATE INDEX progress_report_party ON progress_report (party) WHERE party IS NOT NULL;

CREATE TABLE document (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    meeting BLOB,
    symbol TEXT,
    title_en TEXT, title_fr TEXT, title_es TEXT, title_ar TEXT, title_zh TEXT, title_ru TEXT,
    type TEXT,
    distribution TEXT,
    original_language TEXT,
    dated TEXT,
    agenda_item BLOB,
    submitted_by BLOB,
    source TEXT,
    notes TEXT
) STRICT;
CREATE INDEX document_dot ON document (site, seq);
CREATE INDEX document_meeting ON document (meeting);
CREATE INDEX document_agenda_item ON document (agenda_item) WHERE agenda_item IS NOT NULL;
CREATE INDEX document_submitted_by ON document (submitted_by) WHERE submitted_by IS NOT NULL;

CREATE TABLE language_version (
    id BLOB NOT NULL PRIMARY KEY,
    scope BLOB NOT NULL,
    site INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    hidden INTEGER NOT NULL DEFAULT 0,
    document BLOB REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED,
    language TEXT,
    status TEXT,
    file_name TEXT,
    blob TEXT,
    due_on TEXT
) STRICT;
CREATE INDEX language_version_dot ON language_version (site, seq);
CREATE INDEX language_version_document ON language_version (document);

