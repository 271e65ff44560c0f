// The first minutes: set-up by keyboard and by pointer, the passphrase, the sample, and a copy that
// brings the book back after the browser has cleared it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launch } from './lib/browser.mjs';
import { openFolio, Person, setUpPractice } from './lib/person.mjs';
import { siteFolder, started, temporaryFolder, watchErrors } from './lib/site.mjs';

let folder;
before(() => { folder = temporaryFolder(); });
after(() => fs.rmSync(folder, { recursive: true }));

// An empty store, and the errors of the page from here on.
async function openEmpty() {
  const opened = await openFolio({ practice: false });
  return { ...opened, errors: watchErrors(opened.page) };
}

const isReady = (person) => person.until('settings', {}, () => true);

async function setUp(person, practice) {
  await setUpPractice(person, practice);
  await person.sees('Saved on this device');
}

async function unlock(person, passphrase) {
  await person.fill('Passphrase', passphrase);
  await person.press('button', 'Open the book');
}

async function chooseFile(person, button, file) {
  const chooser = person.page.waitForEvent('filechooser');
  await person.press('button', button);
  await (await chooser).setFiles(file);
}

async function makeInvoice(person) {
  const client = await person.execute({ command: 'add_client', name: 'Saoirse Lally',
    address: { line1: '4 Seapoint Terrace', city: 'London', country: 'GB' } });
  const draft = await person.execute({ command: 'save_draft', client: client.record,
    currency: 'GBP', issue_date: '2026-11-20', lines: [{ name: 'Session', unit_price: '60' }] });
  await person.execute({ command: 'edit_practice', ...await identity(person),
    address: { line1: '1 Quay', city: 'London', country: 'GB' } });
  return (await person.execute({ command: 'finalize_invoice', invoice: draft.record })).number;
}

const identity = async (person) => (await person.query('settings')).practice.identity;

test('set-up: by pointer, with what the place proposes', async () => {
  const { person, page, errors, close } = await openEmpty();
  await setUp(person, { name: 'Seapoint Physiotherapy' });
  const { practice } = await person.query('settings');
  assert.equal(practice.identity.name, 'Seapoint Physiotherapy');
  assert.equal(practice.billing.country, 'GB'); // The browser says Europe/London.
  assert.equal(practice.billing.currency, 'GBP');
  assert.equal(practice.billing.time_zone, 'Europe/London');
  assert.equal(new URL(page.url()).hash, '#/today');
  await page.waitForFunction(() => document.title !== 'Set up · Folio');
  await person.reload();
  await isReady(person);
  assert.deepEqual(errors, []);
  await close();
});

test('set-up: what is missing gets the focus', async () => {
  const { person, page, close } = await openEmpty();
  await person.press('button', 'Set up your practice');
  await person.press('button', 'Continue');
  await person.sees('Fill this in.');
  await page.waitForFunction(() =>
    document.activeElement.getAttribute('aria-label') === 'Practice name');
  await close();
});

test('set-up: by keyboard alone, a mistake is said at its field', async () => {
  const { person, page, errors, close } = await openEmpty();
  await person.find('button', 'Set up your practice').focus();
  await page.keyboard.press('Enter');
  const name = person.find('textbox', 'Practice name');
  await name.waitFor({ state: 'attached' });
  await name.focus();
  await page.keyboard.press('Enter'); // Continue, with nothing in it.
  await page.waitForFunction((field) => field.getAttribute('aria-invalid') === 'true',
    await name.elementHandle());
  await page.keyboard.type('Keyboard Practice');
  await page.keyboard.press('Tab'); // The country.
  await page.keyboard.press('Tab');
  await page.waitForFunction(() =>
    document.activeElement.getAttribute('aria-label')?.startsWith('Street'));
  for (const step of ['Billing', 'Invoices', 'Safety']) {
    await person.find('button', 'Continue').focus();
    await page.keyboard.press('Enter');
    await person.seesElement('heading', step);
  }
  await person.find('button', 'Open the book').focus();
  await page.keyboard.press('Enter');
  await isReady(person);
  assert.equal((await identity(person)).name, 'Keyboard Practice');
  assert.deepEqual(errors, []);
  await close();
});

test('set-up: a sealed book opens with its passphrase only', async () => {
  const { person, page, errors, close } = await openEmpty();
  await setUp(person, { name: 'Sealed Practice', passphrase: 'correct horse' });
  await person.reload();
  await unlock(person, 'wrong horse');
  await person.sees('This passphrase does not open the book. Try again.');
  assert.equal(await page.evaluate(() =>
    window.folio.query('settings').then(() => 'open', () => 'locked')), 'locked');
  await person.fill('Passphrase', 'correct horse');
  await page.keyboard.press('Enter');
  await isReady(person);
  assert.equal((await identity(person)).name, 'Sealed Practice');
  assert.deepEqual(errors, []);
  await close();
});

test('set-up: the single file seals a book too', async () => {
  const file = path.join(folder, 'folio.html');
  fs.copyFileSync(path.join(siteFolder, 'folio.html'), file);
  const { page, close } = await launch();
  const errors = watchErrors(page);
  await page.goto(pathToFileURL(file).href);
  await started(page);
  const person = new Person(page);
  await setUp(person, { name: 'Stick Practice', passphrase: 'correct horse' });
  await person.reload();
  await unlock(person, 'wrong horse');
  await person.sees('This passphrase does not open the book. Try again.');
  await unlock(person, 'correct horse'); // The worker is made a second time.
  await isReady(person);
  assert.deepEqual(errors, []);
  await close();
});

const hasSample = (person) => person.until('clients', {}, ({ found_count: found }) => found > 10);

test('sample: the address with ?sample opens the sample practice', async () => {
  const { person, page, server, errors, close } = await openEmpty();
  await page.goto(`${server.address}?sample`);
  await started(page);
  await hasSample(person);
  assert.equal((await identity(person)).name, 'Harbour Street Therapy');
  assert.deepEqual(errors, []);
  await close();
});

test('sample: the welcome offers it', async () => {
  const { person, errors, close } = await openEmpty();
  await person.press('button', 'Look around with a sample practice');
  await hasSample(person);
  assert.deepEqual(errors, []);
  await close();
});

test('restore: a book that the browser has cleared comes back from its copy', async () => {
  const { person, page, server, errors, close } = await openEmpty();
  await setUp(person, { name: 'Cleared Practice' });
  assert.equal(await makeInvoice(person), 'INV-0001');

  await person.go('#/settings/data');
  const download = page.waitForEvent('download');
  await person.press('button', 'Download a copy');
  const copy = await download;
  assert.match(copy.suggestedFilename(), /^Cleared Practice \d{4}-\d\d-\d\d\.sqlite$/);
  const file = path.join(folder, 'copy.sqlite');
  await copy.saveAs(file);

  await page.goto('about:blank');
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin',
    { origin: new URL(server.address).origin, storageTypes: 'indexeddb' });
  await page.goto(server.address);
  await started(page);
  await person.press('button', 'I have used Folio before');

  const wrong = path.join(folder, 'letter.txt');
  fs.writeFileSync(wrong, 'Dear Folio');
  await chooseFile(person, 'Choose the file', wrong);
  await person.sees('This file is no Folio book. Choose another.');
  await chooseFile(person, 'Choose another file', file);
  await person.sees('Cleared Practice');
  await person.press('button', 'Restore this copy');
  await person.seesElement('heading', 'The copy is restored');

  const { series } = await person.query('settings');
  const invoices = series.filter((one) => one.document === 'invoice');
  const own = invoices.find((one) => one.is_own);
  const closed = invoices.find((one) => !one.is_own);
  assert.equal(own.next_number, 'INV-A0001');
  assert.ok(closed.is_closed);
  assert.notEqual(own.device, closed.device);
  assert.equal(await person.find('textbox', 'Last invoice number you gave before').inputValue(),
    'INV-0001');
  await person.press('button', 'Confirm the number');
  await person.isAt(/^#\/today$/);
  assert.deepEqual(errors, []);
  await close();
});
