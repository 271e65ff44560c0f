-- Schema version 1 of a book. Shipped: never edited; a later change is a later file.
--
-- `change` is the log: audit log, undo history and what devices exchange. Everything below it is a
-- projection of the log that store/apply writes in the same transaction, and that a replay of the
-- log into an empty book gives again (a test compares). Tables named derived_ are caches of sums:
-- never exchanged, dropped and rebuilt at will.
--
-- Ids are 16-byte UUIDv7, made on a device, so that new rows land on the last page of a table.
-- Dates are days since 1970-01-01, instants are milliseconds, money is minor units of `currency`.
-- A dot names a change in eight bytes: local device number * 2^40 + sequence of that device.

-- `compatible` is the oldest version whose program may still open the book.
CREATE TABLE schema_version (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    version INTEGER NOT NULL,
    compatible INTEGER NOT NULL
) STRICT;

-- What this book is and on which device it lives. Local: not part of the log.
CREATE TABLE book (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    practice_id BLOB NOT NULL CHECK (length(practice_id) = 16),
    device_number INTEGER NOT NULL
) STRICT;

CREATE TABLE device (
    number INTEGER PRIMARY KEY CHECK (number BETWEEN 1 AND 65535),
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16)
) STRICT;

-- One row a transaction. `seen` holds what the device had joined from others, as JSON
-- {"device id": sequence}; of its own it had seen everything before. `hash` is SHA-256 over the
-- hash of the same device's previous change and over this one (store/change).
-- `session` is the editing session of a draft whose next save replaces this change, else NULL.
CREATE TABLE change (
    dot INTEGER PRIMARY KEY,
    recorded_ms INTEGER NOT NULL,
    stamp_ms INTEGER NOT NULL,
    stamp_counter INTEGER NOT NULL,
    author BLOB NOT NULL CHECK (length(author) = 16),
    command_id BLOB NOT NULL CHECK (length(command_id) = 16),
    command TEXT NOT NULL,
    seen TEXT NOT NULL,
    body TEXT NOT NULL,
    receipt TEXT NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    session BLOB CHECK (session IS NULL OR length(session) = 16)
) STRICT;

-- Which changes an id names: role 0, the command that made it; role 1, a record it wrote.
CREATE TABLE mention (
    id BLOB NOT NULL CHECK (length(id) = 16),
    dot INTEGER NOT NULL,
    role INTEGER NOT NULL CHECK (role IN (0, 1)),
    PRIMARY KEY (id, dot, role)
) STRICT, WITHOUT ROWID;

-- Every value of every field group that no other value has seen: normally one; two are a conflict,
-- shown meanwhile by the greater (stamp, device, hash). `value` is canonical JSON.
CREATE TABLE register (
    record_id BLOB NOT NULL CHECK (length(record_id) = 16),
    field_group TEXT NOT NULL,
    dot INTEGER NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (record_id, field_group, dot)
) STRICT, WITHOUT ROWID;

-- Files of a practice (logo): by the SHA-256 of their bytes, written once.
CREATE TABLE attachment (
    hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
    media_type TEXT NOT NULL,
    bytes BLOB NOT NULL
) STRICT;

-- What many issued documents have word for word in common (sender, template, legal wording), by
-- the SHA-256 of its canonical JSON, so that freezing a document costs its own lines only.
CREATE TABLE letterhead (
    hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
    dot INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Master data: what lists sort and search by. The whole record is in `register`. `words` are the
-- folded words that stand in search_word for it. state 0 in use, 1 archived, 2 deleted.
CREATE TABLE master (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    latin_name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    words TEXT NOT NULL,
    state INTEGER NOT NULL CHECK (state IN (0, 1, 2)),
    dot INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX master_by_name ON master (kind, state, sort_key, id);

-- Folded words a record is found by; a prefix is a range of the key.
CREATE TABLE search_word (
    word TEXT NOT NULL,
    kind TEXT NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    PRIMARY KEY (kind, word, id)
) STRICT, WITHOUT ROWID;

-- Drafts: what the list shows. state 0 being edited, 1 issued or voided, 2 deleted. `number` is set
-- when a reverted invoice became a draft again. An issued invoice has no registers: its content is
-- the issued fact, and a revert writes the draft anew.
CREATE TABLE draft (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    state INTEGER NOT NULL CHECK (state IN (0, 1, 2)),
    client_id BLOB,
    account_id BLOB,
    issue_date INTEGER,
    due_date INTEGER,
    currency TEXT NOT NULL,
    total_minor INTEGER,
    edited_ms INTEGER NOT NULL,
    number TEXT,
    dot INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX draft_in_work ON draft (edited_ms) WHERE state = 0;

-- Facts: inserted, never changed. `dot` is the change that holds the fact in full.
-- An invoice keeps its id from draft to issued and back; each finalize is a version.
CREATE TABLE issued_invoice (
    id BLOB NOT NULL CHECK (length(id) = 16),
    version INTEGER NOT NULL CHECK (version >= 1),
    dot INTEGER NOT NULL,
    client_id BLOB NOT NULL,
    account_id BLOB NOT NULL,
    number TEXT NOT NULL,
    series_id BLOB NOT NULL,
    year INTEGER NOT NULL,
    counter INTEGER NOT NULL CHECK (counter >= 1),
    issue_date INTEGER NOT NULL,
    due_date INTEGER CHECK (due_date IS NULL OR due_date >= issue_date),
    tax_point INTEGER NOT NULL,
    currency TEXT NOT NULL,
    net_minor INTEGER NOT NULL,
    tax_minor INTEGER NOT NULL,
    gross_minor INTEGER NOT NULL,
    payable_minor INTEGER NOT NULL CHECK (payable_minor >= 0),
    line_count INTEGER NOT NULL CHECK (line_count >= 1),
    PRIMARY KEY (id, version, dot)
) STRICT, WITHOUT ROWID;

CREATE INDEX issued_invoice_by_number ON issued_invoice (number);
CREATE INDEX issued_invoice_by_counter ON issued_invoice (counter);
CREATE INDEX issued_invoice_by_account ON issued_invoice (account_id, issue_date);

CREATE TABLE issued_line (
    invoice_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    dot INTEGER NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 1),
    name TEXT NOT NULL,
    supply_date INTEGER NOT NULL,
    source_id BLOB,
    practitioner_id BLOB,
    location_id BLOB,
    quantity_scaled INTEGER NOT NULL,
    unit_price_scaled INTEGER NOT NULL,
    amount_minor INTEGER NOT NULL,
    taxable_minor INTEGER NOT NULL,
    PRIMARY KEY (invoice_id, version, dot, position)
) STRICT, WITHOUT ROWID;

-- A void or revert ends the version it names.
CREATE TABLE invoice_void (
    invoice_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    dot INTEGER NOT NULL,
    date INTEGER NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> ''),
    PRIMARY KEY (invoice_id, version, dot)
) STRICT, WITHOUT ROWID;

CREATE TABLE invoice_revert (
    invoice_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    dot INTEGER NOT NULL,
    date INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (invoice_id, version, dot)
) STRICT, WITHOUT ROWID;

-- That a document left the program: printed, downloaded, exported, sent.
CREATE TABLE invoice_left (
    invoice_id BLOB NOT NULL,
    version INTEGER NOT NULL,
    dot INTEGER NOT NULL,
    way TEXT NOT NULL,
    PRIMARY KEY (invoice_id, version, dot)
) STRICT, WITHOUT ROWID;

CREATE TABLE payment (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    dot INTEGER NOT NULL,
    payer_id BLOB NOT NULL,
    date INTEGER NOT NULL,
    currency TEXT NOT NULL,
    amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
    method_id BLOB NOT NULL,
    reference TEXT NOT NULL,
    tendered_memo TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX payment_by_payer ON payment (payer_id, date);
CREATE INDEX payment_by_date ON payment (date);

CREATE TABLE payment_void (
    payment_id BLOB NOT NULL,
    dot INTEGER NOT NULL,
    date INTEGER NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> ''),
    PRIMARY KEY (payment_id, dot)
) STRICT, WITHOUT ROWID;

-- `cash_rounding_minor` is what coins could not pay: it lowers the balance beside `amount_minor`.
CREATE TABLE allocation (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    invoice_id BLOB NOT NULL,
    dot INTEGER NOT NULL,
    payment_id BLOB NOT NULL,
    date INTEGER NOT NULL,
    amount_minor INTEGER NOT NULL CHECK (amount_minor >= 0),
    cash_rounding_minor INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX allocation_by_invoice ON allocation (invoice_id, id);
CREATE INDEX allocation_by_payment ON allocation (payment_id, id);

CREATE TABLE release (
    allocation_id BLOB NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    dot INTEGER NOT NULL,
    date INTEGER NOT NULL,
    amount_minor INTEGER NOT NULL CHECK (amount_minor >= 0),
    cash_rounding_minor INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (allocation_id, id)
) STRICT, WITHOUT ROWID;

-- A device's run of numbers for one kind of document. Device, letter, pattern and closing are a
-- register; `year`, `next_counter` and `last_issue_date` follow from what was issued and skipped
-- in it, and move forward only.
CREATE TABLE series (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    dot INTEGER NOT NULL,
    document TEXT NOT NULL,
    device_id BLOB NOT NULL CHECK (length(device_id) = 16),
    letter TEXT NOT NULL,
    pattern TEXT NOT NULL,
    is_closed INTEGER NOT NULL CHECK (is_closed IN (0, 1)),
    year INTEGER NOT NULL,
    next_counter INTEGER NOT NULL CHECK (next_counter >= 1),
    last_issue_date INTEGER
) STRICT, WITHOUT ROWID;

-- Numbers left out on purpose, listed for the auditor.
CREATE TABLE number_skip (
    series_id BLOB NOT NULL,
    dot INTEGER NOT NULL,
    year INTEGER NOT NULL,
    first_counter INTEGER NOT NULL,
    last_counter INTEGER NOT NULL CHECK (last_counter >= first_counter),
    date INTEGER NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> ''),
    PRIMARY KEY (series_id, dot)
) STRICT, WITHOUT ROWID;

-- What is in force of each invoice and payment, from the facts. An invoice is what its last
-- version says. state 0 live, 1 voided, 2 reverted: a numbered draft again.
CREATE VIEW invoice_now AS
SELECT i.issue_date, i.id,
    CASE
        WHEN EXISTS (SELECT 1 FROM invoice_void v WHERE v.invoice_id = i.id) THEN 1
        WHEN EXISTS (SELECT 1 FROM invoice_revert r
                     WHERE r.invoice_id = i.id AND r.version = i.version) THEN 2
        ELSE 0
    END AS state,
    i.account_id, i.client_id, i.number, i.due_date, i.currency, i.payable_minor,
    COALESCE((SELECT SUM(a.amount_minor + a.cash_rounding_minor)
              FROM allocation a WHERE a.invoice_id = i.id), 0)
    - COALESCE((SELECT SUM(r.amount_minor + r.cash_rounding_minor)
                FROM allocation a JOIN release r ON r.allocation_id = a.id
                WHERE a.invoice_id = i.id), 0) AS settled_minor
FROM issued_invoice i
WHERE i.version = (SELECT MAX(o.version) FROM issued_invoice o WHERE o.id = i.id);

CREATE VIEW payment_now AS
SELECT p.id, p.payer_id, p.date, p.currency, p.amount_minor,
    EXISTS (SELECT 1 FROM payment_void v WHERE v.payment_id = p.id) AS is_voided,
    COALESCE((SELECT SUM(a.amount_minor) FROM allocation a WHERE a.payment_id = p.id), 0)
    - COALESCE((SELECT SUM(r.amount_minor)
                FROM allocation a JOIN release r ON r.allocation_id = a.id
                WHERE a.payment_id = p.id), 0) AS allocated_minor
FROM payment p;

-- invoice_now with its balance, kept for lists.
CREATE TABLE derived_invoice (
    issue_date INTEGER NOT NULL,
    id BLOB NOT NULL,
    state INTEGER NOT NULL CHECK (state IN (0, 1, 2)),
    account_id BLOB NOT NULL,
    client_id BLOB NOT NULL,
    number TEXT NOT NULL,
    due_date INTEGER,
    currency TEXT NOT NULL,
    payable_minor INTEGER NOT NULL,
    settled_minor INTEGER NOT NULL,
    balance_minor INTEGER NOT NULL CHECK (balance_minor >= 0),
    PRIMARY KEY (issue_date, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX derived_invoice_open
    ON derived_invoice (account_id, due_date, issue_date, currency, balance_minor)
    WHERE balance_minor <> 0;
CREATE INDEX derived_invoice_by_amount ON derived_invoice (payable_minor);

-- Payments with money left to allocate: the credit of their payers.
CREATE TABLE derived_credit (
    payer_id BLOB NOT NULL,
    currency TEXT NOT NULL,
    payment_id BLOB NOT NULL,
    left_minor INTEGER NOT NULL CHECK (left_minor > 0),
    PRIMARY KEY (payer_id, currency, payment_id)
) STRICT, WITHOUT ROWID;
