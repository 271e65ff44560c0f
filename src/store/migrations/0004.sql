-- Schema version 4: write-offs and their reversals.

CREATE TABLE write_off (
    id BLOB PRIMARY KEY CHECK (length(id) = 16),
    dot INTEGER NOT NULL,
    invoice_id BLOB NOT NULL,
    date INTEGER NOT NULL,
    amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
    reason TEXT NOT NULL CHECK (reason <> '')
) STRICT, WITHOUT ROWID;

CREATE INDEX write_off_by_invoice ON write_off (invoice_id, id);

-- One that a later payment made has no reason of its own.
CREATE TABLE write_off_reversal (
    write_off_id BLOB NOT NULL,
    id BLOB NOT NULL CHECK (length(id) = 16),
    dot INTEGER NOT NULL,
    invoice_id BLOB NOT NULL,
    date INTEGER NOT NULL,
    amount_minor INTEGER NOT NULL CHECK (amount_minor > 0),
    reason TEXT NOT NULL,
    PRIMARY KEY (write_off_id, id)
) STRICT, WITHOUT ROWID;

-- As in version 1, with what is written off.
DROP VIEW invoice_now;
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
                WHERE a.invoice_id = i.id), 0) AS settled_minor,
    COALESCE((SELECT SUM(w.amount_minor - COALESCE((SELECT SUM(b.amount_minor)
                  FROM write_off_reversal b WHERE b.write_off_id = w.id), 0))
              FROM write_off w WHERE w.invoice_id = i.id), 0) AS written_off_minor
FROM issued_invoice i
WHERE i.version = (SELECT MAX(o.version) FROM issued_invoice o WHERE o.id = i.id);

-- Rebuilt by the program after the migration (store/derived).
DROP TABLE derived_invoice;
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
    written_off_minor INTEGER NOT NULL,
    balance_minor INTEGER NOT NULL CHECK (balance_minor >= 0),
    PRIMARY KEY (issue_date, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX derived_invoice_open
    ON derived_invoice (account_id, due_date, issue_date, currency, balance_minor)
    WHERE balance_minor <> 0;
CREATE INDEX derived_invoice_by_amount ON derived_invoice (payable_minor);
