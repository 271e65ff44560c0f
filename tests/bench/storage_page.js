// What the storage bench and the durability tests call: `billingBench` for the bench's workload,
// `storagePage` for states, tabs and failures. Needs createStorage (storage.js) before it.
(() => {
  const phases = ['closed', 'opening', 'empty', 'locked', 'unlocking', 'ready', 'damaged', 'failed'];
  const kinds = ['saved', 'saving', 'not saved'];
  const statuses = ['void', 'sent', 'partial', 'paid'];
  const reasons = ['quota', 'aborted', 'lost', 'taken over', 'unavailable'];
  // What was billed and what was paid are summed apart, each in one pass.
  const balances = `SELECT c.id, c.name, billed, coalesce(paid,0) AS paid,
    billed-coalesce(paid,0) AS balance
    FROM client c JOIN (SELECT client_id, sum(total_cents) AS billed FROM invoice
        WHERE status<>0 GROUP BY client_id) b ON b.client_id=c.id
      LEFT JOIN (SELECT i.client_id, sum(p.amount_cents) AS paid
        FROM payment p CROSS JOIN invoice i ON i.id=p.invoice_id
        WHERE i.status<>0 GROUP BY i.client_id) p ON p.client_id=c.id
    ORDER BY balance DESC`;
  const page = `SELECT i.id,i.number,i.issue_date,i.due_date,i.status,i.total_cents,c.name
    FROM invoice i JOIN client c ON c.id=i.client_id ORDER BY i.issue_date DESC, i.id DESC
    LIMIT ? OFFSET ?`;
  const ageing = `SELECT c.id, c.name,
    sum(CASE WHEN due>=?1 THEN bal ELSE 0 END), sum(CASE WHEN due<?1 AND due>=?2 THEN bal ELSE 0 END),
    sum(CASE WHEN due<?2 AND due>=?3 THEN bal ELSE 0 END),
    sum(CASE WHEN due<?3 AND due>=?4 THEN bal ELSE 0 END),
    sum(CASE WHEN due<?4 THEN bal ELSE 0 END), sum(bal) AS total
    FROM (SELECT i.client_id AS cid, i.due_date AS due, i.total_cents-coalesce(
            (SELECT sum(amount_cents) FROM payment p WHERE p.invoice_id=i.id),0) AS bal
          FROM invoice i WHERE i.status IN (1, 2)) x JOIN client c ON c.id=x.cid
    WHERE bal>0 GROUP BY c.id ORDER BY total DESC`;
  const counts = `SELECT (SELECT count(*) FROM client), (SELECT count(*) FROM invoice),
    (SELECT count(*) FROM line), (SELECT count(*) FROM payment), (SELECT count(*) FROM audit)`;

  let program, book, waiters = [], timer = 0, timerAt = 0;
  const encoder = new TextEncoder();
  // Rows that come together mostly were changed together.
  let instant = '', instantMs = 0;
  const msOf = (text) => {
    if (text !== instant) [instant, instantMs] = [text, Date.parse(text)];
    return instantMs;
  };
  const dayOf = (date) => Date.parse(date) / 86400000;
  const dateOf = (day) => new Date(day * 86400000).toISOString().slice(0, 10);

  // Rows as the program reads them (tests/bench/storage_page.cpp, Reader): how many numbers, the
  // numbers, then all texts, of ASCII only.
  class Rows {
    constructor(room) { this.numbers = new Float64Array(room + 1); this.empty(); }
    empty() { this.count = 1; this.text = ''; }
    // Makes room for `count` more.
    need(count) {
      if (this.count + count <= this.numbers.length) return;
      const larger = new Float64Array(2 * (this.count + count));
      larger.set(this.numbers);
      this.numbers = larger;
    }
    number(value) { this.numbers[this.count++] = value ?? NaN; }
    string(value) {
      this.number(value?.length);
      if (value) this.text += value;
    }
    audit(command, body) { this.need(3); this.number(4); this.string(command); this.string(body); }
    // The head of `count` rows of a table with `columns` columns.
    table(which, count, columns) {
      this.need(2 + count * columns);
      this.number(which); this.number(count);
    }
    clients(clients) {
      this.table(0, clients.length, 8);
      for (const v of clients) {
        this.number(v.id); this.string(v.uuid); this.string(v.name); this.string(v.email);
        this.string(v.address); this.string(v.currency); this.number(v.terms_days);
        this.number(msOf(v.updated_at));
      }
    }
    invoices(invoices) {
      let lines = 0, payments = 0;
      this.table(1, invoices.length, 12);
      for (const v of invoices) {
        this.number(v.id); this.string(v.uuid); this.number(v.client_id); this.string(v.number);
        this.string(v.issued); this.string(v.due); this.number(statuses.indexOf(v.status));
        this.string(v.currency); this.number(v.total_cents); this.number(v.paid_cents);
        this.string(v.notes); this.number(msOf(v.updated_at));
        lines += v.lines.length;
        payments += v.payments.length;
      }
      this.table(2, lines, 8);
      for (const v of invoices) {
        for (const l of v.lines) {
          this.number(v.id); this.number(l.pos); this.number(l.id); this.string(l.description);
          this.number(l.qty_milli); this.number(l.unit_cents); this.number(l.tax_bp);
          this.number(l.amount_cents);
        }
      }
      this.table(3, payments, 7);
      for (const v of invoices) {
        for (const p of v.payments) {
          this.number(p.id); this.string(p.uuid); this.number(v.id); this.string(p.paid_on);
          this.number(p.amount_cents); this.string(p.method); this.string(p.ref);
        }
      }
    }
    // Hands the rows to `use(pointer, size)` inside the program's memory, and forgets them.
    send(use) {
      const { text, count } = this, start = 8 * count;
      this.numbers[0] = count - 1;
      const pointer = program._malloc(start + text.length);
      new Float64Array(program.HEAPU8.buffer, pointer).set(this.numbers.subarray(0, count));
      const { read } = encoder.encodeInto(text,
        program.HEAPU8.subarray(pointer + start, pointer + start + text.length));
      this.empty();
      try {
        if (read !== text.length) throw new Error('a text is not ASCII');
        return use(pointer, start + text.length);
      } finally {
        program._free(pointer);
      }
    }
  }
  const withText = (text, use) => {
    const pointer = program._malloc(3 * text.length + 1);
    const { written } = encoder.encodeInto(text,
      program.HEAPU8.subarray(pointer, pointer + 3 * text.length));
    try { return use(pointer, written); } finally { program._free(pointer); }
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
    if (inMs < 0) return;
    // A timer that rings too early asks again; one for every commit would cost it a hundredth.
    const at = performance.now() + inMs;
    if (timer && timerAt <= at) return;
    clearTimeout(timer);
    timerAt = at;
    timer = setTimeout(() => { timer = 0; turn(); }, inMs);
  };
  const until = (condition) => condition() ? Promise.resolve()
    : new Promise((resolve) => waiters.push({ condition, resolve }));
  const saved = async (revision) => {
    if (revision < 0) throw new Error(`refused: ${-revision}`);
    await until(() => program._bench_saved_revision(book) >= revision);
    return revision;
  };
  const rows = new Rows(1 << 14);
  // A step of a transaction: writes the rows that `pack` packs.
  const write = (pack) => () => {
    pack(rows);
    return rows.send((pointer, size) => program._bench_write(book, pointer, size));
  };
  // One transaction of these steps; each answers 0, or below zero why it was refused.
  const transact = (...steps) => {
    for (const step of [() => program._bench_begin(book), ...steps]) {
      const refused = step();
      if (refused < 0) return refused;
    }
    return program._bench_commit(book);
  };
  const query = (sql, values = []) => {
    const rows = new Rows(values.length);
    for (const value of values) rows.number(value);
    const size = withText(sql, (text, textSize) => rows.send((pointer, valuesSize) =>
      program._bench_query(book, text, textSize, pointer, valuesSize)));
    if (size < 0) throw new Error(`refused: ${-size}`);
    const at = program._bench_answer(book);
    return JSON.parse(new TextDecoder().decode(program.HEAPU8.subarray(at, at + size)));
  };

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
    commitInvoice: (invoice) => transact(write((rows) => {
      rows.invoices([invoice]);
      rows.audit('create invoice', JSON.stringify(invoice));
    })),
    rollBackInvoice: (invoice) => {
      const begun = program._bench_begin(book);
      if (begun < 0) return begun;
      const written = write((rows) => rows.invoices([invoice]))();
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
    addClients: (clients) => saved(transact(write((rows) => {
      rows.clients(clients);
      rows.audit('import clients', JSON.stringify({ count: clients.length }));
    }))),
    insertInvoice: (invoice) => saved(storagePage.commitInvoice(invoice)),
    // One command, one transaction, one audit entry, as for clients.
    bulkImport: (invoices) => {
      const [[count]] = query('SELECT count(*) FROM invoice'), steps = [];
      for (let first = 0; first < invoices.length; first += 256)
        steps.push(write((rows) => rows.invoices(invoices.slice(first, first + 256))));
      if (invoices.length > count) {
        steps.unshift(() => program._bench_drop_indexes(book));
        steps.push(() => program._bench_make_indexes(book));
      }
      return saved(transact(...steps, write((rows) =>
        rows.audit('import invoices', JSON.stringify({ count: invoices.length })))));
    },
    balances: () => query(balances),
    page: (n, size) => query(page, [size, (n - 1) * size])
      .map(([id, number, issued, due, status, ...rest]) =>
        [id, number, dateOf(issued), dateOf(due), statuses[status], ...rest]),
    ageing: (date) => query(ageing, [0, 30, 60, 90].map((days) => dayOf(date) - days)),
    counts: () => {
      const [[clients, invoices, lines, payments]] = query(counts);
      return { clients, invoices, lines, payments };
    },
    stats: () => ({ dbBytes: program._bench_page_count(book) * 4096, wasmBytes: program.HEAPU8.length }),
    close: () => program._bench_close(book),
  };
})();
