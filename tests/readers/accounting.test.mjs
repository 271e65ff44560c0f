// The book in plain-text accounting, as ledger, hledger and beancount read it: no error, everything
// balances, and what clients owe, income and tax are what the program's own queries say.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const day = '--today=2026-11-20';
const run = (program, ...words) =>
  execFileSync(program, words, { encoding: 'utf8', maxBuffer: 1 << 27, cwd: root });
const folio = (...words) => run(path.join(root, 'build/native/folio'), ...words);

let folder, book, journal;
before(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'folio-accounting-'));
  book = path.join(folder, 'book');
  journal = path.join(folder, 'book.ledger');
  folio('new', book, day, '--seed=1');
  folio('execute', book, 'assets/sample/harbour_street.jsonl', day, '--seed=1', '--stop-on-error');
  writeOff(1234);
  folio('export', book, journal, '--format=ledger', day);
});
after(() => fs.rmSync(folder, { recursive: true }));

// Gives up an amount of the sample's oldest open invoice.
function writeOff(minor) {
  const [{ id }] = query('invoices', { filter: 'overdue', sort: 'issued', order: 'ascending' }).rows;
  const commands = path.join(folder, 'write_off.jsonl');
  fs.writeFileSync(commands, JSON.stringify({ command: 'write_off_invoice', invoice: id,
    amount: { minor, currency: 'EUR' }, date: '2026-11-20', reason: 'Not to be had' }));
  folio('execute', book, commands, day, '--stop-on-error');
}

function query(name, parameters = {}) {
  return JSON.parse(folio('query', book, name, JSON.stringify(parameters), day));
}
const minor = (text) => Number(text.trim().split(' ')[0].replace('.', ''));

// Balances by account below a group, in minor units, as hledger and as ledger have them.
const hledgerBalances = (group) => new Map(
  run('hledger', '-f', journal, 'balance', '--flat', '--no-total', '-O', 'csv', group)
    .trim().split('\n').slice(1)
    .map((line) => line.slice(1, -1).split('","'))
    .map(([account, amount]) => [account, minor(amount)]));
const ledgerBalances = (group) => new Map(
  run('ledger', '-f', journal, 'balance', '--flat', '--no-total', '--format',
    '%(account)\t%(display_total)\n', group)
    .trim().split('\n').filter(Boolean).map((line) => line.split('\t'))
    .map(([account, amount]) => [account, minor(amount)]));

test('hledger and beancount find nothing to object to', () => {
  run('hledger', '-f', journal, 'check');
  const beancount = path.join(folder, 'book.beancount');
  folio('export', book, beancount, '--format=beancount', day);
  assert.equal(run('bean-check', beancount), '');
});

test('everything balances', () => {
  assert.equal(run('hledger', '-f', journal, 'balance', '--flat', '-O', 'csv', '--depth=0')
    .includes('EUR'), false);
  assert.match(run('ledger', '-f', journal, 'balance').trim().split('\n').at(-1), /^\s*0$/);
});

test('what each client owes is the receivable of that client', () => {
  const owed = new Map();
  for (const { name, owed: { minor: amount } } of query('clients', { count: 10000 }).rows)
    if (amount !== 0) owed.set(`Assets:Receivable:${name}`, amount);
  assert.ok(owed.size > 5);
  for (const balances of [hledgerBalances('Assets:Receivable'), ledgerBalances('Assets:Receivable')])
    assert.deepEqual(new Map([...balances].sort()), new Map([...owed].sort()));
});

test('income and tax are those of the invoices that stand', () => {
  const { rows } = query('invoices', { count: 10000 });
  const total = rows.filter(({ status }) => !['draft', 'voided'].includes(status))
    .reduce((sum, row) => sum + row.total.minor, 0);
  const sum = (balances) => [...balances.values()].reduce((all, one) => all + one, 0);
  assert.equal(-sum(hledgerBalances('Income')) - sum(hledgerBalances('Liabilities:Tax')), total);
});

test('what was written off is an expense', () => {
  assert.equal(hledgerBalances('Expenses:WrittenOff').get('Expenses:WrittenOff'), 1234);
});
