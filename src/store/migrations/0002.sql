-- Schema version 2: the texts of a change that grow with what it says are packed
-- (store/packed_text). pack_text is a function of the program, there for the migration only;
-- a receipt is packed with its body at hand.

-- Words of the book's own that bodies are packed with (store/body_packing). Local: not part of the
-- log. What was packed with words needs them, so they are never changed.
CREATE TABLE packing_words (
    number INTEGER PRIMARY KEY CHECK (number BETWEEN 16 AND 255),
    words TEXT NOT NULL
) STRICT;

CREATE TABLE packed_change (
    dot INTEGER PRIMARY KEY,
    recorded_ms INTEGER NOT NULL,
    stamp_ms INTEGER NOT NULL,
    stamp_counter INTEGER NOT NULL,
    author BLOB NOT NULL CHECK (length(author) = 16),
    command_id BLOB NOT NULL CHECK (length(command_id) = 16),
    command TEXT NOT NULL,
    seen TEXT NOT NULL,
    body BLOB NOT NULL,
    receipt BLOB NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    session BLOB CHECK (session IS NULL OR length(session) = 16)
) STRICT;

INSERT INTO packed_change (dot, recorded_ms, stamp_ms, stamp_counter, author, command_id, command,
    seen, body, receipt, hash, session)
SELECT dot, recorded_ms, stamp_ms, stamp_counter, author, command_id, command, seen,
    pack_text(body, ''), pack_text(receipt, body), hash, session
FROM change ORDER BY dot;

DROP TABLE change;
ALTER TABLE packed_change RENAME TO change;

-- A search that walks the names finds the words in the index itself: 20,000 look-ups fewer.
DROP INDEX master_by_name;
CREATE INDEX master_by_name ON master (kind, state, sort_key, id, words);

-- Three quarters of the log's pages are free now.
PRAGMA incremental_vacuum;
