// Money on an invoice, as a person records it on the real page: part and rest, credit, un-applying,
// voiding, and the documents that leave.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { after, before, test } from 'node:test';
import { openFolio, sampleSetUp } from './lib/person.mjs';
import { watchErrors } from './lib/site.mjs';

const client = '019a9b2c-0000-7000-8000-0000000000c1';
const exempt = sampleSetUp().taxes[0].id;

let folio, person, page, errors;
before(async () => {
  folio = await openFolio({ options: { reducedMotion: 'reduce' } });
  ({ person, page } = folio);
  errors = watchErrors(page);
  // The browser's own dialog is not ours to drive: what it would print is kept instead.
  await page.evaluate(() => {
    window.printed = 0;
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow',
      { get: () => ({ focus() {}, print() { window.printed += 1; } }) });
  });
  await person.execute({ command: 'add_client', id: client, kind: 'person', name: 'Żaneta Wójcik',
    address: { line1: '4 Quay Street', city: 'Galway', country: 'IE' } });
});
after(() => folio.close());

// An issued invoice over 200.00; its page is shown.
async function issue() {
  const draft = await person.execute({ command: 'save_draft', client, currency: 'EUR',
    price_mode: 'net', terms: { kind: 'net_days', days: 14 },
    lines: [{ kind: 'write_in', name: 'Written report', unit_price: '200', taxes: [exempt] }] });
  const issued = await person.execute(
    { command: 'finalize_invoice', invoice: draft.record, payment: 'ask' });
  await person.go(`#/invoices/${draft.record}`);
  await person.seesElement('heading', issued.number);
  return { id: draft.record, number: issued.number };
}

const invoice = (id) => person.query('invoice', { id });
// The sheet or dialog is away, and so is its entry in the history.
async function closed() {
  await page.locator('[role=dialog]').waitFor({ state: 'detached' });
  await page.waitForFunction(() => (history.state?.depth ?? 0) === 0);
}

const enabled = (name) =>
  page.locator('#mirror').getByRole('button', { name, exact: true, disabled: false }).last()
    .waitFor({ state: 'attached' });

async function record(amount) {
  await person.press('button', 'Record payment');
  if (amount) await person.fill('Amount received', amount);
}

async function done() {
  await person.press('button', 'Done');
  await closed();
}

// The text of the PDF that a button hands out, and its file's name.
async function pdfOf(button) {
  const [download] = await Promise.all(
    [page.waitForEvent('download'), person.press('button', button)]);
  const file = await download.path();
  assert.equal(fs.readFileSync(file).subarray(0, 5).toString('latin1'), '%PDF-');
  return { name: download.suggestedFilename(),
    text: execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }) };
}

test('payment: a part, then the rest; a double press records once', async () => {
  const { id } = await issue();
  await record('50');
  const button = person.find('button', 'Record €50.00');
  const { x, y, width, height } = await person.settled(button);
  await page.mouse.dblclick(x + width / 2, y + height / 2);
  await person.seesElement('heading', 'Payment recorded');
  await done();
  await person.sees('Part paid');
  assert.equal((await invoice(id)).money.length, 1);

  await record();
  await person.press('button', 'Record €150.00'); // Filled in: what is still owed.
  await done();
  await person.sees('Paid');
  const paid = await invoice(id);
  assert.equal(paid.status, 'paid');
  assert.equal(paid.money.length, 2);
  await person.find('button', 'Record payment').waitFor({ state: 'detached' });
});

test('payment: more than is owed is credit, once that is confirmed', async () => {
  const { id } = await issue();
  await record('230');
  await person.seesElement('button', 'Record €230.00');
  assert.ok(await person.find('button', 'Record €230.00').isDisabled());
  await person.press('checkbox', 'Keep the rest as credit');
  await enabled('Record €230.00');
  await person.press('button', 'Record €230.00');
  await person.sees('Kept as credit');
  await done();
  assert.equal((await invoice(id)).status, 'paid');
  assert.match(JSON.stringify((await person.query('payment_entry', { id: client })).credit), /30/);
});

test('payment: taken from Today by a name, and Today is where it ends', async () => {
  const { id } = await issue();
  await person.go('#/today');
  await person.press('button', 'Take payment');
  await person.seesElement('dialog', 'Take payment');
  await page.keyboard.type('nobody');
  await person.sees('No client and no open invoice matches this');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('wójcik');
  await person.seesElement('option', /^Żaneta Wójcik, owes/);
  await page.keyboard.press('Enter');
  await person.seesElement('heading', 'Record payment');
  await page.waitForFunction(() => document.activeElement.tagName === 'INPUT');
  await page.keyboard.press('Control+Enter');
  await person.seesElement('heading', 'Payment recorded');
  await done();
  assert.equal(await page.evaluate(() => location.hash), '#/today');
  assert.equal((await invoice(id)).status, 'paid');
});

test('payment: P takes one from anywhere, Back leaves it on the list of payments', async () => {
  await person.go('#/clients');
  await person.seesElement('heading', 'Clients');
  await page.keyboard.press('p');
  await person.seesElement('dialog', 'Take payment');
  await page.goBack();
  await closed();
  await person.isAt(/^#\/payments$/);
  await person.seesElement('grid', 'Payments');
});

test('today: says when the book was last copied, and leads to where it is done', async () => {
  await person.go('#/today');
  await person.sees('Not backed up yet');
  await person.press('link', 'Back up');
  await person.isAt(/^#\/settings\/data$/);
  await Promise.all([page.waitForEvent('download'), person.press('button', 'Download a copy')]);
  await person.go('#/today');
  await person.sees(/^Backed up today, /);
  await person.sees('The copy has everything');
});

test('payment: un-applied with a reason, the invoice is owed again', async () => {
  const { id } = await issue();
  await record('200');
  await person.press('button', 'Record €200.00');
  await done();
  await person.press('button', 'Un-apply');
  await person.fill('Reason', 'Meant for another invoice');
  await person.press('button', 'Un-apply'); // The last one of that name is the dialog's.
  await closed();
  await person.sees('Open');
  const owed = await invoice(id);
  assert.equal(owed.status, 'open');
  assert.ok(owed.money[0].released_on);
});

test('invoice: its PDF names number and total; printing makes the paper', async () => {
  const { id, number } = await issue();
  const { name, text } = await pdfOf('PDF');
  assert.equal(name, `${number} Żaneta Wójcik.pdf`);
  assert.match(text, new RegExp(number));
  assert.match(text, /200\.00/);
  assert.ok((await invoice(id)).has_left);
  await person.press('button', 'Print');
  await page.waitForSelector('iframe#paper', { state: 'attached' });
  await page.waitForFunction(() => window.printed === 1);
});

test('invoice: void asks for a reason and keeps the number', async () => {
  const { id, number } = await issue();
  await person.press('button', 'More');
  await person.press('menuitem', 'Void…');
  await person.seesElement('dialog', `Void ${number}?`);
  assert.ok(await person.find('button', 'Void invoice').isDisabled());
  await person.fill('Reason', 'Made twice');
  await enabled('Void invoice');
  await person.press('button', 'Void invoice');
  await closed();
  const voided = await invoice(id);
  assert.equal(voided.status, 'voided');
  assert.equal(voided.void_reason, 'Made twice');
  await person.sees('Voided');
});

test('invoices: slash searches, and coming back finds the list as it was', async () => {
  const { number } = await issue();
  await person.go('#/invoices');
  await person.seesElement('grid', 'Invoices');
  await page.keyboard.press('/');
  await page.waitForFunction(() => document.activeElement.type === 'search' ||
    document.activeElement.getAttribute('role') === 'searchbox');
  await page.keyboard.type(number);
  await page.waitForFunction(() =>
    document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') === '2');
  await person.press('gridcell', number);
  await person.seesElement('heading', number);
  await page.goBack();
  await person.seesElement('grid', 'Invoices');
  assert.equal(await page.getByRole('searchbox').first().inputValue(), number);
});

test('payment: its page gives a receipt that says COPY', async () => {
  const payments = await person.query('payments', { count: 1 });
  await person.go(`#/payments/${payments.rows[0].id}`);
  await person.seesElement('heading', 'Payment');
  await person.press('radio', '80 mm');
  const { text } = await pdfOf('Receipt as PDF');
  assert.match(text, /COPY/);
  assert.match(text, /Harbour Street Therapy/);
  assert.deepEqual(errors, []);
});
