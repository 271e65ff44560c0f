// The main job, as a person does it: from an empty page to a paid invoice, then the browser closes,
// the network goes, and everything is there and goes on.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { after, before, test } from 'node:test';
import { launch, makeProfile, removeProfile } from './lib/browser.mjs';
import { openFolio, Person } from './lib/person.mjs';
import { keptOffline, started, watchErrors } from './lib/site.mjs';

let profile, first;
before(() => { profile = makeProfile(); });
after(async () => {
  await first?.close();
  removeProfile(profile);
});

async function setUp(person) {
  await person.press('button', 'Set up your practice');
  await person.fill('Practice name', 'Seapoint Physiotherapy');
  await person.fill('Street', '4 Seapoint Terrace');
  await person.fill('City', 'London');
  await person.fill('Postal code', 'SE1 7AB');
  for (const step of ['Billing', 'Invoices', 'Safety']) {
    await person.press('button', 'Continue');
    await person.seesElement('heading', step);
  }
  await person.press('button', 'Open the book');
  await person.isAt(/^#\/today/);
}

async function addClient(person) {
  await person.press('link', 'Clients');
  await person.press('button', 'New client');
  await person.seesElement('textbox', 'Full name');
  await person.fill('Full name', 'Żaneta Wójcik');
  await person.page.keyboard.press('Enter');
  await person.isAt(/^#\/clients\/[0-9a-f-]{36}$/);
}

// A write-in line in a new invoice for the client that is shown.
async function writeInvoice(person, price, amount) {
  await person.press('button', 'New invoice');
  await person.isAt(/^#\/invoices\/new\//);
  await person.press('button', 'Write-in');
  await person.page.waitForFunction(() =>
    document.activeElement?.getAttribute('aria-label') === 'Name');
  await person.page.keyboard.insertText('Assessment');
  await person.fill('Price', price);
  await person.page.keyboard.press('Escape');
  await person.isAt(/^#\/drafts\//);
  await person.seesElement('document', 'Draft invoice, page 1 of 1');
  await person.press('button', `Finalize ${amount}`);
  await person.press('button', 'Finalize');
  await person.isAt(/^#\/invoices\/[0-9a-f-]{36}$/);
}

test('main job: set up, client, invoice, PDF, payment; all of it back without a network',
  { timeout: 600000 }, async () => {
    first = await openFolio({ practice: false, profile });
    const errors = watchErrors(first.page);
    await setUp(first.person);
    await addClient(first.person);
    await writeInvoice(first.person, '85', '£85.00');
    await first.person.seesElement('heading', 'INV-0001');

    const [download] = await Promise.all(
      [first.page.waitForEvent('download'), first.person.press('button', 'PDF')]);
    const text = execFileSync('pdftotext', ['-layout', await download.path(), '-'],
      { encoding: 'utf8' });
    assert.match(text, /INV-0001/);
    assert.match(text, /Żaneta Wójcik/);
    assert.match(text, /85\.00/);
    execFileSync('qpdf', ['--check', await download.path()]);

    await first.person.press('button', 'Record payment');
    await first.person.press('button', 'Record £85.00');
    await first.person.press('button', 'Done');
    await first.person.sees('Paid');
    await keptOffline(first.page);
    // The faces of documents are used by now; the worker keeps what was used.
    assert.deepEqual(errors, []);
    const address = first.server.address;
    await first.close(); // The server too: no network from here on.
    first = null;

    const browser = await launch({ profile });
    try {
      await browser.context.setOffline(true);
      const page = browser.page;
      await page.goto(address);
      await started(page);
      const person = new Person(page);
      await person.isAt(/^#\/today|^$/);
      const { practice } = await person.query('settings');
      assert.equal(practice.identity.name, 'Seapoint Physiotherapy');
      await person.press('link', 'Invoices');
      await person.sees('INV-0001');
      const { rows } = await person.query('invoices');
      assert.deepEqual(rows.map((row) => [row.number, row.status]), [['INV-0001', 'paid']]);

      await person.press('link', 'Clients');
      await person.seesElement('heading', 'Clients'); // Her name stands in the invoices, too.
      await person.press('gridcell', 'Żaneta Wójcik');
      await writeInvoice(person, '40', '£40.00');
      await person.seesElement('heading', 'INV-0002');
    } finally {
      await browser.close();
    }
  });
