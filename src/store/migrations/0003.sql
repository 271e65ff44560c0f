-- Schema version 3: an issued invoice keeps its practitioner's title and registration number, and a
-- draft's row has the due date that follows from its terms (store/draft_rows fills it in).

-- Whether an invoice names a client is looked up, also where it goes to another account (one that
-- goes to the client is found by the account). Few do, so the index is small.
CREATE INDEX issued_invoice_for_other ON issued_invoice (client_id)
    WHERE client_id <> account_id;
