// The storage bench (tests/bench/storage.mjs) as rows with budgets: our storage page beside its
// peers, by ratios, since machines are noisy. Beside the least a browser can do: storage_commit.
//
// Every peer runs five times in the same browser build, five minutes in all: a browser's start varies
// by half, and a median of three with it. FOLIO_STORAGE names a finished result to read instead.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const inIndexedDb = ['sqljs', 'wa-idbbatch', 'wa-idbbatch-normal', 'wa-idbmirror', 'absurd'];

if (process.env.FOLIO_STORAGE === undefined) {
  const run = spawnSync(process.execPath, [path.join(root, 'tests/bench/storage.mjs'), '--raw', '--main',
    '--runs=5'], { stdio: ['ignore', 2, 2] });
  if (run.status !== 0) process.exit(run.status ?? 1);
}
const results = JSON.parse(fs.readFileSync(process.env.FOLIO_STORAGE ??
  path.join(root, 'build/bench/results/storage.json')));

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const rounded = (value) => Math.round(value * 100) / 100;
const runsOf = (target) => results.runs.filter((run) => run.target === target && !run.err);
const targets = [...new Set(results.runs.map((run) => run.target))];
for (const target of ['ours', ...inIndexedDb]) {
  if (runsOf(target).length === 0) throw new Error(`no run of ${target} ended well`);
  if (!runsOf(target).every((run) => run.ok)) throw new Error(`${target} lost data`);
}

// Milliseconds of each measure: one invoice, one in a book of 20,000, their import, the start of
// the program with its first answers, and ageing over all of it.
const figures = {
  invoice: (run) => run.w2.median,
  invoice_at_20000: (run) => run.w2b.median,
  import_20000: (run) => run.w3.ms,
  cold_start: (run) => run.init2.initMs + run.w4.openMs + run.w4.firstQueryMs + run.w4.pageMs,
  ageing: (run) => run.w5.ageing.median,
};
const msOf = (target, figure) => median(runsOf(target).map(figures[figure]));
const raw = median(results.raw.filter((run) => !run.err).map((run) => run.put1x40k_strict.median));
const best = (figure, among) => Math.min(...among.filter((target) => target !== 'ours')
  .filter((target) => runsOf(target).length > 0).map((target) => msOf(target, figure)));

for (const figure of ['invoice', 'invoice_at_20000']) {
  const ms = msOf('ours', figure);
  console.log(JSON.stringify({ bench: `storage_${figure}`, ms: rounded(ms),
    times_raw_put_of_40_kib: rounded(ms / raw),
    as_fast_as_best_in_indexeddb: rounded(best(figure, inIndexedDb) / ms) }));
}
for (const figure of ['import_20000', 'cold_start', 'ageing']) {
  const ms = msOf('ours', figure);
  console.log(JSON.stringify({ bench: `storage_${figure}`, ms: rounded(ms),
    times_the_best_peer: rounded(ms / best(figure, targets)) }));
}
