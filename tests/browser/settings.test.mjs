// The settings as a person meets them: addresses, keyboard, what is saved, what is refused and why.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { watchErrors } from './lib/site.mjs';
import { openFolio } from './lib/person.mjs';

const sections = [
  ['practice', 'Practice'], ['locations', 'Locations'], ['practitioners', 'Practitioners'],
  ['taxes', 'Taxes'], ['methods', 'Payment methods'], ['numbering', 'Numbering'],
  ['billing', 'Billing'], ['appearance', 'Appearance'], ['data', 'Data'],
  ['history', 'History'],
];

// 1 x 1, red.
const redPng = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR42mP4z8AAAAMBAQD3A0FDAAAA' +
  'AElFTkSuQmCC', 'base64');

let folio, person, page, errors;
before(async () => {
  folio = await openFolio({ hash: '#/today' });
  ({ person, page } = folio);
  errors = watchErrors(page);
});
after(async () => {
  assert.deepEqual(errors, []);
  await folio.close();
});

const settings = () => person.query('settings');
const save = () => person.press('button', 'Save changes');

test('settings: a fresh practice is told where its numbers start', async () => {
  await person.sees('Write your first invoice');
  await person.sees(/Your numbers start at INV-0001/);
});

test('settings: every section has its address', async () => {
  for (const [address, title] of sections) {
    await person.go(`#/settings/${address}`);
    await page.waitForFunction((name) =>
      document.querySelector('[aria-current]:not([href="#/settings"])')?.textContent === name, title);
    await page.waitForFunction((name) => document.title.startsWith(name), title);
  }
});

test('settings: every section is reached by keyboard', async () => {
  await person.go('#/settings/practice');
  await person.find('link', 'Practice').focus();
  for (const [address] of sections.slice(1)) {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await person.isAt(new RegExp(`^#/settings/${address}$`));
  }
});

test('settings: wrong entries of the practice say what to do', async () => {
  await person.go('#/settings/practice');
  await person.fill('IBAN', 'IE29AIBK93115212345687');
  await person.fill('Email', 'accounts@');
  await save();
  await person.sees('This is no valid IBAN. Compare it with the bank\'s letter.');
  await person.sees('Write the address as name@example.com.');
  await person.fill('IBAN', 'IE29 AIBK 9311 5212 3456 78');
  await person.fill('Email', 'accounts@harbourstreet.example');
  await save();
  await person.sees('Practice saved');
  const { practice } = await settings();
  assert.equal(practice.identity.iban, 'IE29 AIBK 9311 5212 3456 78');
});

test('settings: a PNG becomes the logo, and Remove takes it away', async () => {
  await person.go('#/settings/practice');
  await person.find('button', 'Choose a picture').scrollIntoViewIfNeeded();
  const choosing = page.waitForEvent('filechooser');
  await person.press('button', 'Choose a picture');
  await (await choosing).setFiles({ name: 'logo.png', mimeType: 'image/png', buffer: redPng });
  await person.sees('Logo saved');
  await person.seesElement('img', 'Logo');
  assert.ok((await settings()).practice.appearance.logo);
  await person.press('button', 'Remove');
  await person.sees('Logo removed');
  assert.ok(!(await settings()).practice.appearance.logo);
});

test('settings: the pattern of numbers shows its example, and what it lacks', async () => {
  await person.go('#/settings/numbering');
  await person.fill('Pattern', 'INV');
  await person.sees('The pattern needs {N:4}.');
  await person.fill('Pattern', 'HST-{Y}-{N:3}');
  const year = new Date().getUTCFullYear();
  await person.sees(`The next invoice: HST-${year}-001`);
  await save();
  await person.sees(`The next invoice will be HST-${year}-001`);
  const [own] = (await settings()).series;
  assert.equal(own.next_number, `HST-${year}-001`);
});

test('settings: the next number moves forward with a reason', async () => {
  await person.go('#/settings/numbering');
  await person.press('button', 'Move forward');
  await person.fill('Next number', 'soon');
  await person.press('button', 'Move forward');
  await person.sees('Write a number, such as 14.');
  await person.fill('Next number', '200');
  await person.fill('Reason', 'Numbers before were given on paper');
  await page.keyboard.press('Enter');
  const year = new Date().getUTCFullYear();
  await person.sees(`The next invoice will be HST-${year}-200`);
});

test('settings: a tax is added with a rate that comes later', async () => {
  await person.go('#/settings/taxes');
  await person.press('button', 'Add tax');
  await person.fill('Name', 'Tourism rate');
  await person.fill('Tax', 'VAT');
  await person.fill('Rate', '13,5');
  await person.fill('From', '1 jan 2024');
  await person.press('button', 'Add a rate');
  await person.fill('Rate 2', '14');
  await person.fill('From 2', '31/31/2031');
  await person.press('button', 'Add tax');
  await person.sees('This could mean two numbers. Write 13.5.');
  await person.sees('There is no such day. Write it as 20 Nov 2026.');
  await person.fill('Rate 1', '13.5');
  await person.fill('From 2', '1 jan 2031');
  await person.press('button', 'Add tax');
  await person.sees('Tourism rate added');
  await person.sees(/13\.5%, from 1 Jan 2031 14%/);
  const tax = (await settings()).taxes.find(({ name }) => name === 'Tourism rate');
  assert.deepEqual(tax.rates.map(({ rate }) => Number(rate)), [13.5, 14]);
});

test('settings: billing keeps what was typed until it is saved or taken back', async () => {
  await person.go('#/settings/billing');
  await person.fill('Days', 'soon');
  await save();
  await person.sees('Write a number, such as 14.');
  await page.waitForFunction(() => document.activeElement.getAttribute('aria-label') === 'Days');
  await person.press('button', 'Keep as it was');
  await page.waitForFunction(() => ![...document.querySelectorAll('button')]
    .some((button) => button.textContent === 'Save changes'));
  await person.fill('Days', '30');
  await person.go('#/settings/taxes');
  await person.go('#/settings/billing');
  await save();
  await person.sees('Billing settings saved');
  assert.equal((await settings()).practice.billing.terms.days, 30);
});

test('settings: History shows what was done, finds it and leads to it', async () => {
  await person.go('#/settings/history');
  await person.sees('Practice set up');
  await person.fill('Name, number or action', 'set up', 'searchbox');
  await person.sees('Practice set up');
  await person.fill('Name, number or action', 'no such thing', 'searchbox');
  await person.sees('Nothing matches “no such thing”.');
  await person.press('button', 'Show all');
  await person.press('row', /Practice set up/);
  await person.isAt(/^#\/settings\/practice$/);
});

test('settings: what was saved by mistake is undone', async () => {
  await person.go('#/settings/billing');
  await person.fill('Days', '60');
  await save();
  await person.press('button', 'Undo');
  await person.until('settings', {}, ({ practice }) => practice.billing.terms.days === 30);
});
