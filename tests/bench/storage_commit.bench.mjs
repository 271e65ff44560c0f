// What one invoice costs beside the least that a browser can do: a commit of the storage page in
// turn with a raw strict put of as many bytes as its record has, in one page, in a new book and in
// one of 20,000 invoices.
//
// The clock of a page goes in steps of 0.1 ms, so a mean of the middle four fifths stands for the
// median. Each case runs in five browsers.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from '../browser/lib/browser.mjs';
import { load, logItems, serveStorage } from '../browser/lib/storage.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const workload = fs.readFileSync(path.join(root, '../shared/bench/lib/bench-core.js'), 'utf8');
const browsers = 5, commits = 600, warmUp = 200, bulk = 20000;
const sorted = (values) => values.toSorted((a, b) => a - b);
const median = (values) => sorted(values)[Math.floor(values.length / 2)];
const rounded = (value) => Math.round(value * 100) / 100;
const middle = (values) => {
  const kept = sorted(values).slice(values.length / 10, values.length * 9 / 10);
  return kept.reduce((sum, value) => sum + value) / kept.length;
};

// Runs in the page: a raw put and a commit in turn, milliseconds of each.
async function inTurn({ size, first, count }) {
  const database = await new Promise((resolve) => {
    const request = indexedDB.open('raw', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('raw');
    request.onsuccess = () => resolve(request.result);
  });
  const raw = [], ours = [];
  for (const [index, invoice] of BenchCore.makeInvoices(first, count, 500).entries()) {
    const bytes = new Uint8Array(size).fill(index);
    let start = performance.now();
    const transaction = database.transaction('raw', 'readwrite', { durability: 'strict' });
    transaction.objectStore('raw').put(bytes, index);
    await new Promise((resolve) => { transaction.oncomplete = resolve; });
    raw.push(performance.now() - start);
    start = performance.now();
    await billingBench.insertInvoice(invoice);
    ours.push(performance.now() - start);
  }
  return { raw, ours };
}

async function measure(server, invoices) {
  const browser = await launch();
  try {
    const page = await load(browser.page, server);
    await page.evaluate(workload);
    await page.evaluate(async (count) => {
      await storagePage.open('book');
      await billingBench.addClients(BenchCore.makeClients(500));
      if (count > 0) await billingBench.bulkImport(BenchCore.makeInvoices(1, count, 500));
    }, invoices);
    const first = invoices + 1;
    await page.evaluate(async ([from, count]) => {
      for (const invoice of BenchCore.makeInvoices(from, count, 500))
        await billingBench.insertInvoice(invoice);
    }, [first, warmUp]);
    const size = median((await logItems(page)).slice(-50).map((item) => item.size));
    const { raw, ours } = await page.evaluate(inTurn,
      { size, first: first + warmUp, count: commits });
    return { size, raw: middle(raw), ours: middle(ours) };
  } finally {
    await browser.close();
  }
}

const server = await serveStorage();
for (const [bench, invoices] of [['commit', 0], [`commit_at_${bulk}`, bulk]]) {
  const runs = [];
  for (let run = 0; run < browsers; ++run) runs.push(await measure(server, invoices));
  console.log(JSON.stringify({ bench, record_bytes: median(runs.map(({ size }) => size)),
    ms: rounded(median(runs.map(({ ours }) => ours))),
    times_raw_put_of_its_bytes: rounded(median(runs.map(({ raw, ours }) => ours / raw))) }));
}
await server.close();
