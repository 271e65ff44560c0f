// The storage page (tests/bench/storage_page.cpp) for tests: a real book over IndexedDB.
//
// FOLIO_BUILD names another build folder than the checkout's own.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../../../scripts/serve.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const folder = path.join(process.env.FOLIO_BUILD ?? path.join(root, 'build'), 'web');

export function serveStorage() {
  if (!fs.existsSync(path.join(folder, 'storage.js')))
    throw new Error(`no storage page in ${folder}: run scripts/build web storage_page`);
  return serve({ folder });
}

// Loads the page; nothing is opened yet.
export async function load(page, server) {
  await page.goto(`${server.address}storage_page.html`);
  await page.evaluate(() => storagePage.ready());
  return page;
}

export const openBook = (page, options = {}) =>
  page.evaluate((given) => storagePage.open('book', given), options);
export const stateOf = (page) => page.evaluate(() => storagePage.state());
export const countsOf = (page) => page.evaluate(() => billingBench.counts());

const uuidOf = (id) => `00000000-0000-7000-8000-${String(id).padStart(12, '0')}`;

// An invoice with four lines and its own numbers; `note` is its marker.
export function invoice(id, note = 'note') {
  const lines = [1, 2, 3, 4].map((pos) => ({ id: id * 4 + pos, pos, description: `Session ${pos}`,
    qty_milli: 1000, unit_cents: 9000, tax_bp: 2000, amount_cents: 9000 }));
  return { id, uuid: uuidOf(id), client_id: 1, number: `INV-${id}`, issued: '2026-06-01',
    due: '2026-07-01', status: 'sent', currency: 'EUR', total_cents: 36000, paid_cents: 0,
    notes: note, updated_at: '2026-06-30T10:00:00Z', lines, payments: [] };
}

export const addClient = (page) => page.evaluate((client) => billingBench.addClients([client]),
  { id: 1, uuid: uuidOf(1), name: 'Ada', email: null, address: null, currency: 'EUR',
    terms_days: 30, updated_at: '2026-06-30T10:00:00Z' });
// Adds one invoice and waits until it is saved.
export const addInvoice = (page, id, note) =>
  page.evaluate((value) => billingBench.insertInvoice(value), invoice(id, note));
// Commits one invoice without waiting; its revision, or the refusal below zero.
export const commitInvoice = (page, id, note) =>
  page.evaluate((value) => storagePage.commitInvoice(value), invoice(id, note));

// Keys and sizes of the log in IndexedDB, as they stand on the disk.
export const logItems = (page) => page.evaluate(() => new Promise((resolve, reject) => {
  const request = indexedDB.open('book');
  request.onerror = () => reject(request.error);
  request.onsuccess = () => {
    const log = request.result.transaction('log').objectStore('log');
    const keys = log.getAllKeys(), values = log.getAll();
    values.onsuccess = () => {
      request.result.close();
      resolve(keys.result.map((key, index) => ({ key, size: values.result[index].length ?? 0 })));
    };
  };
}));
export const logKeys = async (page) => (await logItems(page)).map(({ key }) => key);
