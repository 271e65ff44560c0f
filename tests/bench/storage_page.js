// What the storage bench and the durability tests call: `billingBench` for the bench's workload,
// `storagePage` for states, tabs and failures. Needs createStorage (storage.js) before it.
(() => {
  const phases = ['closed', 'opening', 'empty', 'locked', 'unlocking', 'ready', 'damaged', 'failed'];
  const kinds = ['saved', 'saving', 'not saved'];
  const reasons = ['quota', 'aborted', 'lost', 'taken over', 'unavailable'];
  const balances = `SELECT c.id, c.name, sum(i.total_cents) AS billed, coalesce(sum(p.paid),0) AS paid,
    sum(i.total_cents)-coalesce(sum(p.paid),0) AS balance
    FROM client c JOIN invoice i ON i.client_id=c.id
    LEFT JOIN (SELECT invoice_id, sum(amount_cents) AS paid FROM payment GROUP BY invoice_id) p
      ON p.invoice_id=i.id
    WHERE i.status<>'void' GROUP BY c.id ORDER BY balance DESC`;
  const page = `SELECT i.id,i.number,i.issued,i.due,i.status,i.total_cents,c.name
    FROM invoice i JOIN client c ON c.id=i.client_id ORDER BY i.issued DESC, i.id DESC
    LIMIT ? OFFSET ?`;
  // Days are compared as texts: the same rows fall in the same columns as by julianday.
  const ageing = `SELECT c.id, c.name,
    sum(CASE WHEN due>=?1 THEN bal ELSE 0 END), sum(CASE WHEN due<?1 AND due>=?2 THEN bal ELSE 0 END),
    sum(CASE WHEN due<?2 AND due>=?3 THEN bal ELSE 0 END),
    sum(CASE WHEN due<?3 AND due>=?4 THEN bal ELSE 0 END),
    sum(CASE WHEN due<?4 THEN bal ELSE 0 END), sum(bal) AS total
    FROM (SELECT i.client_id AS cid, i.due AS due, i.total_cents-coalesce(
            (SELECT sum(amount_cents) FROM payment p WHERE p.invoice_id=i.id),0) AS bal
          FROM invoice i WHERE i.status IN ('sent','partial')) x JOIN client c ON c.id=x.cid
    WHERE bal>0 GROUP BY c.id ORDER BY total DESC`;
  const counts = `SELECT (SELECT count(*) FROM client), (SELECT count(*) FROM invoice),
    (SELECT count(*) FROM line), (SELECT count(*) FROM payment), (SELECT count(*) FROM audit)`;

  let program, book, waiters = [], timer;
  const encoder = new TextEncoder();

  // Rows as the program reads them (tests/bench/storage_page.cpp, Reader).
  class Rows {
    constructor(size) { this.bytes = new Uint8Array(size); this.view = new DataView(this.bytes.buffer); this.at = 0; }
    need(size) {
      if (this.at + size <= this.bytes.length) return;
      const larger = new Uint8Array(Math.max(2 * this.bytes.length, this.at + size));
      larger.set(this.bytes);
      this.bytes = larger;
      this.view = new DataView(larger.buffer);
    }
    byte(value) { this.need(1); this.bytes[this.at++] = value; }
    number(value) { this.need(8); this.view.setFloat64(this.at, value, true); this.at += 8; }
    text(value) {
      this.need(8 + 3 * value.length);
      const written = this.ascii(value) ??
        encoder.encodeInto(value, this.bytes.subarray(this.at + 8)).written;
      this.view.setFloat64(this.at, written, true);
      this.at += 8 + written;
    }
    // The length of a text if it is ASCII, and written; for short ones the encoder takes longer.
    ascii(value) {
      if (value.length > 256) return null;
      for (let index = 0, at = this.at + 8; index < value.length; ++index) {
        const code = value.charCodeAt(index);
        if (code > 127) return null;
        this.bytes[at++] = code;
      }
      return value.length;
    }
    value(value) {
      if (value === null || value === undefined) return this.byte(0);
      if (typeof value === 'number') { this.byte(1); return this.number(value); }
      this.byte(2);
      this.text(value);
    }
    row(statement, count) { this.byte(statement); this.byte(count); }
    audit(command, body) { this.byte(4); this.text(command); this.text(body); }
    client(v) {
      this.row(0, 8);
      this.value(v.id); this.value(v.uuid); this.value(v.name); this.value(v.email);
      this.value(v.address); this.value(v.currency); this.value(v.terms_days); this.value(v.updated_at);
    }
    invoice(v) {
      this.row(1, 12);
      this.value(v.id); this.value(v.uuid); this.value(v.client_id); this.value(v.number);
      this.value(v.issued); this.value(v.due); this.value(v.status); this.value(v.currency);
      this.value(v.total_cents); this.value(v.paid_cents); this.value(v.notes); this.value(v.updated_at);
    }
    wholeInvoice(v) {
      this.invoice(v);
      for (const l of v.lines) {
        this.row(2, 8);
        this.value(l.id); this.value(v.id); this.value(l.pos); this.value(l.description);
        this.value(l.qty_milli); this.value(l.unit_cents); this.value(l.tax_bp); this.value(l.amount_cents);
      }
      for (const p of v.payments) {
        this.row(3, 7);
        this.value(p.id); this.value(p.uuid); this.value(v.id); this.value(p.paid_on);
        this.value(p.amount_cents); this.value(p.method); this.value(p.ref);
      }
    }
    // Hands the bytes to `use(pointer, size)` inside the program's memory.
    send(use) {
      const pointer = program._malloc(this.at + 1);
      program.HEAPU8.set(this.bytes.subarray(0, this.at), pointer);
      try { return use(pointer, this.at); } finally { program._free(pointer); }
    }
  }
  const withText = (text, use) => {
    const rows = new Rows(16 + 3 * text.length);
    const { written } = encoder.encodeInto(text, rows.bytes);
    rows.at = written;
    return rows.send(use);
  };

  const state = () => ({ phase: phases[program._bench_phase(book)], failure: program._bench_failure(book),
    owner: program._bench_role(book) === 0, save: kinds[program._bench_save_kind(book)],
    reason: reasons[program._bench_save_reason(book)] ?? null, revision: program._bench_revision(book),
    saved: program._bench_saved_revision(book), binding: program._bench_allows_binding(book),
    persistence: program._bench_persistence(book) });

  // After every event and timer: poll, then let go whoever waits for what has come true.
  const turn = () => {
    program._bench_poll(book);
    for (const waiter of waiters.slice())
      if (waiter.condition()) { waiters = waiters.filter((other) => other !== waiter); waiter.resolve(); }
    const inMs = program._bench_next_poll_in_ms(book);
    clearTimeout(timer);
    if (inMs >= 0) timer = setTimeout(turn, inMs);
  };
  const until = (condition) => condition() ? Promise.resolve()
    : new Promise((resolve) => waiters.push({ condition, resolve }));
  const saved = async (revision) => {
    if (revision < 0) throw new Error(`refused: ${-revision}`);
    await until(() => program._bench_saved_revision(book) >= revision);
    return revision;
  };
  // One transaction; `pack(rows, next)` packs rows, and calls `next` where a piece can be handed over.
  const piece = 1 << 18, rows = new Rows(piece);
  const write = (pack) => {
    const begun = program._bench_begin(book);
    if (begun < 0) return begun;
    rows.at = 0;
    let refused = 0;
    const hand = () => {
      if (refused === 0) refused = rows.send((pointer, size) => program._bench_write(book, pointer, size));
      rows.at = 0;
    };
    pack(rows, () => { if (rows.at > piece / 2) hand(); });
    hand();
    return refused < 0 ? refused : program._bench_commit(book);
  };
  const query = (sql, values = []) => {
    const rows = new Rows(256);
    for (const value of values) rows.value(value);
    const size = withText(sql, (text, textSize) => rows.send((pointer, valuesSize) =>
      program._bench_query(book, text, textSize, pointer, valuesSize)));
    if (size < 0) throw new Error(`refused: ${-size}`);
    const at = program._bench_answer(book);
    return JSON.parse(new TextDecoder().decode(program.HEAPU8.subarray(at, at + size)));
  };
  const daysBefore = (day, days) => new Date(Date.parse(day) - days * 86400000).toISOString().slice(0, 10);

  const ready = createStorage({ wake: () => queueMicrotask(turn) }).then((made) => {
    program = made;
    book = program._bench_new();
  });

  const open = async (name, { passphrase = '', sealed = false } = {}) => {
    await ready;
    withText(name, (pointer, size) => program._bench_open(book, pointer, size, sealed ? 1 : 0));
    await until(() => state().phase !== 'opening');
    if (state().phase === 'empty' && state().owner) {
      const refused = withText(passphrase, (pointer, size) => program._bench_create(book, pointer, size));
      if (refused < 0) throw new Error(`refused: ${-refused}`);
      turn();
      await until(() => state().phase === 'ready');
      await saved(program._bench_make_schema(book));
      program._bench_leave_traces(book);
      return { fresh: true };
    }
    if (state().phase === 'locked' && passphrase) await storagePage.unlock(passphrase);
    return { fresh: false };
  };

  globalThis.storagePage = {
    ready: () => ready, state, query, until: (test) => until(() => test(state())), open,
    // Opens and creates nothing.
    look: async (name) => {
      await ready;
      withText(name, (pointer, size) => program._bench_open(book, pointer, size, 0));
      await until(() => state().phase !== 'opening');
      return { ...state(), usedBefore: program._bench_used_before(book) === 1 };
    },
    unlock: async (passphrase) => {
      withText(passphrase, (pointer, size) => program._bench_unlock(book, pointer, size));
      await until(() => !['unlocking', 'opening'].includes(state().phase));
      return state();
    },
    // Commits and does not wait; the revision, or below zero the refusal.
    commitInvoice: (invoice) => write((rows) => {
      rows.wholeInvoice(invoice);
      rows.audit('create invoice', JSON.stringify(invoice));
    }),
    rollBackInvoice: (invoice) => {
      rows.at = 0;
      rows.invoice({ ...invoice, paid_cents: 0, notes: null });
      const begun = program._bench_begin(book);
      if (begun < 0) return begun;
      const written = rows.send((pointer, size) => program._bench_write(book, pointer, size));
      program._bench_roll_back(book);
      return written;
    },
    saved, retry: () => { program._bench_retry(book); turn(); }, takeOver: () => program._bench_take_over(book),
    fold: () => program._bench_fold(book) === 1, trap: () => program._bench_trap(),
    file: () => {
      const parts = [];
      for (let number = 1; number <= program._bench_page_count(book); ++number) {
        const at = program._bench_page(book, number);
        parts.push(program.HEAPU8.slice(at, at + 4096));
      }
      return new Blob(parts).arrayBuffer();
    },
  };

  globalThis.billingBench = {
    durability: "strict (one IndexedDB transaction a commit, durability 'strict', on `complete`)",
    ready: () => ready,
    open: (name) => open(name),
    addClients: (clients) => saved(write((rows, next) => {
      for (const c of clients) {
        rows.client(c);
        next();
      }
      rows.audit('import clients', JSON.stringify({ count: clients.length }));
    })),
    insertInvoice: (invoice) => saved(storagePage.commitInvoice(invoice)),
    // One command, one transaction, one audit entry, as for clients.
    bulkImport: (invoices) => saved(write((rows, next) => {
      for (const invoice of invoices) {
        rows.wholeInvoice(invoice);
        next();
      }
      rows.audit('import invoices', JSON.stringify({ count: invoices.length }));
    })),
    balances: () => query(balances),
    page: (n, size) => query(page, [size, (n - 1) * size]),
    ageing: (day) => query(ageing, [day, daysBefore(day, 30), daysBefore(day, 60), daysBefore(day, 90)]),
    counts: () => {
      const [[clients, invoices, lines, payments]] = query(counts);
      return { clients, invoices, lines, payments };
    },
    stats: () => ({ dbBytes: program._bench_page_count(book) * 4096, wasmBytes: program.HEAPU8.length }),
    close: () => program._bench_close(book),
  };
})();
