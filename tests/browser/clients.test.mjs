// Clients and the catalogue as staff keep them: by keyboard, in any script, with a way back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openFolio } from './lib/person.mjs';
import { watchErrors } from './lib/site.mjs';

const names = ['Żółć Gęślą', 'Ελληνικά Όνομα', 'Дмитрий Иванов', 'עברית שם'];

let folio, person, page, errors;
before(async () => {
  folio = await openFolio({ hash: '#/clients' });
  ({ person, page } = folio);
  errors = watchErrors(page);
});
after(async () => {
  await folio.close();
});

const focusedName = () => page.evaluate(() => document.activeElement.getAttribute('aria-label'));
const isFocused = (name) => page.waitForFunction((wanted) =>
  document.activeElement.getAttribute('aria-label') === wanted, name);
const found = async (search) => (await person.query('clients', { search })).rows ?? [];

test('clients: the empty list says what to do and has one button', async () => {
  await person.seesElement('heading', 'No clients yet');
  assert.equal(await page.getByRole('button', { name: 'New client' }).count(), 1);
});

test('clients: one is added by keyboard alone, in any script', async () => {
  for (const name of names) {
    await page.keyboard.press('c');
    await isFocused('Full name');
    await page.keyboard.insertText(name);
    await page.keyboard.press('Enter');
    await person.seesElement('heading', name);
    await person.isAt(/^#\/clients\/[0-9a-f-]{36}$/);
    assert.equal((await found('')).filter((row) => row.name === name).length, 1);
  }
});

test('clients: search finds them with and without diacritics, as one types', async () => {
  await person.go('#/clients');
  await person.press('searchbox', 'Name, email or phone');
  const searches = { 'Żółć': 0, 'zolc': 0, 'GESLA': 0, 'ελληνικα': 1, 'Όνομα': 1, 'дмит': 2, 'עברית': 3 };
  for (const [search, index] of Object.entries(searches)) {
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(search);
    await page.waitForFunction(([name, others]) => {
      const words = document.getElementById('mirror').textContent;
      return words.includes(name) && others.every((other) => !words.includes(other));
    }, [names[index], names.filter((_, other) => other !== index)]);
  }
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('nobody');
  await person.seesElement('heading', 'No client matches \u201Cnobody\u201D');
  await person.press('button', 'Clear search');
  for (const name of names) await person.sees(name);
});

test('client: a wrong email is said at its field and changes nothing', async () => {
  const [client] = await found('zolc');
  await person.go(`#/clients/${client.id}`);
  await person.press('button', 'More actions');
  await person.press('menuitem', 'Edit');
  await person.fill('Email', 'zolc@');
  await person.press('button', 'Save client');
  const field = person.find('textbox', 'Email');
  await page.waitForFunction((element) => element.getAttribute('aria-invalid') === 'true',
    await field.elementHandle());
  assert.match(await field.evaluate((element) =>
    element.getAttribute('aria-description')), /Write the address as name@example\.com\./);
  assert.equal((await found('zolc'))[0].email ?? '', '');

  await page.keyboard.press('Escape'); // Something was typed: it asks.
  await person.press('button', 'Keep editing');
  await person.fill('Email', 'zolc@example.com');
  await page.keyboard.press('Enter');
  await person.sees('Żółć Gęślą saved');
  assert.equal((await found('zolc'))[0].email, 'zolc@example.com');
  await person.press('button', 'Undo');
  await person.until('clients', { search: 'zolc' }, ({ rows }) => !rows[0].email);
});

test('client: leaving with something typed asks, and discarding changes nothing', async () => {
  await person.press('button', 'More actions');
  await person.press('menuitem', 'Edit');
  await person.fill('Phone', '087 555 0142');
  await page.keyboard.press('Escape');
  await person.press('button', 'Discard changes');
  await person.find('dialog', 'Edit client').waitFor({ state: 'detached' });
  assert.equal((await found('0875550142')).length, 0);
});

test('client: archived it leaves the list, and Undo brings it back', async () => {
  await person.press('button', 'More actions');
  await person.press('menuitem', 'Archive');
  await person.sees('Żółć Gęślą archived');
  assert.equal((await found('zolc')).length, 0);
  await person.press('button', 'Undo');
  await person.until('clients', { search: 'zolc' }, ({ found_count: found }) => found === 1);
});

test('client: a contact is made with the client and has a page of its own', async () => {
  await person.press('button', 'More actions');
  await person.press('menuitem', 'Edit');
  await person.fill('Link a contact', 'Vhi', 'combobox');
  await person.press('option', 'New contact \u201CVhi\u201D');
  await isFocused('Full name');
  await person.press('button', 'Add contact');
  await person.seesElement('button', 'Unlink Vhi');
  await person.press('button', 'Save client');
  await person.press('tab', 'Details');
  await person.press('link', 'Vhi');
  await person.seesElement('heading', 'Vhi');
  assert.equal(await focusedName() === 'Full name', false);
});

test('service: a price is read as the practice writes numbers', async () => {
  await person.go('#/services/new-service');
  await isFocused('Name');
  await page.keyboard.insertText('Individual therapy');
  await person.fill('Price', '90,00');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => [...document.querySelectorAll('#mirror [aria-description]')]
    .some((element) => /Write 90\.00\./.test(element.getAttribute('aria-description'))));
  assert.equal(((await person.query('settings')).services ?? []).length, 0);
  await person.fill('Price', '90.00');
  await page.keyboard.press('Enter');
  await person.sees('Individual therapy added');
  assert.equal((await person.query('settings')).services[0].unit_price, '90');

  const { practice } = await person.query('settings');
  await person.execute({ command: 'edit_billing',
    ...practice.billing, locale: 'de-DE' });
  await person.go('#/services/new-product');
  await isFocused('Name');
  await page.keyboard.insertText('Workbook');
  await person.fill('Price', '90,00');
  await page.keyboard.press('Enter');
  await person.sees('Workbook added');
  assert.equal((await person.query('settings')).products[0].unit_price, '90');
  await person.sees('90,00');
});

test('clients: nothing failed on the way', () => assert.deepEqual(errors, []));
