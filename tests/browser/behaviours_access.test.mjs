// Screen readers, focus and the tree of elements (rows 40, 41, 55).
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { click, focused, node, openBehaviours, quiet, report, status } from './lib/behaviours.mjs';

const golden = new URL('golden/behaviours.aria.yml', import.meta.url);
const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
let desk;
before(async () => {
  desk = await openBehaviours({ width: 1000, height: 820, options: { bypassCSP: true } });
});
after(async () => {
  assert.deepEqual(desk.faults, []);
  await desk.close();
});

test('row 40: the accessible tree is the golden one', async () => {
  const tree = await desk.page.locator('#mirror').ariaSnapshot() + '\n';
  if (process.env.FOLIO_UPDATE) fs.writeFileSync(golden, tree);
  assert.equal(tree, fs.readFileSync(golden, 'utf8'));
});

test('row 40: the table says how large it is and which rows these are', async () => {
  const { page } = desk;
  const table = page.locator('#mirror table');
  assert.equal(await table.getAttribute('aria-rowcount'), '10000');
  assert.equal(await table.getByRole('row').first().getAttribute('aria-rowindex'), '1');
});

test('row 40: axe finds nothing to object to, with a dialog and without', async () => {
  const { page } = desk;
  await page.evaluate(axe);
  const violations = () => page.evaluate(() => window.axe.run(document, { rules: {
    'color-contrast': { enabled: false }, // Of the tokens; a unit test computes it.
    'target-size': { enabled: false },
  } }).then((result) => result.violations.map((violation) =>
    `${violation.id}: ${violation.nodes.map((each) => each.html).join(' ')}`)));
  assert.deepEqual(await violations(), []);
  await click(page, 'button', 'Open dialog');
  assert.deepEqual(await violations(), []);
  await page.keyboard.press('Escape');
  await quiet(page);
});

test('row 41: Tab walks the page in its order, Shift+Tab back', async () => {
  const { page } = desk;
  await node(page, 'textbox', 'Client').focus();
  const names = ['Client'];
  for (let step = 0; step < 8; ++step) {
    await page.keyboard.press('Tab');
    await quiet(page);
    names.push(await focused(page));
  }
  assert.deepEqual(names, ['Client', 'Amount', 'Email', 'Digits', 'Memo', 'Passphrase',
    'Open INV-1', 'Open INV-2', 'Open INV-3']);
  for (let step = 0; step < 3; ++step) await page.keyboard.press('Shift+Tab');
  await quiet(page);
  assert.equal(await focused(page), 'Passphrase');
});

test('row 41: focus by keyboard has a ring, by pointer none', async () => {
  const { page } = desk;
  const around = async () => {
    await quiet(page);
    const box = await node(page, 'button', 'Press me').boundingBox();
    return page.evaluate(([x, y]) => window.folioTest.pixels(x - 6, y + 10, 6, 1).join(),
      [Math.round(box.x), Math.round(box.y)]);
  };
  await page.evaluate(() => document.activeElement.blur());
  const without = await around();
  await click(page, 'button', 'Press me');
  assert.equal(await focused(page), 'Press me');
  assert.equal(await around(), without);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  assert.equal(await focused(page), 'Press me');
  assert.notEqual(await around(), without);
});

test('row 41: Tab goes through a long list, which follows', async () => {
  const { page } = desk;
  // From the top: the ring's test passed through the last row in sight.
  const { x, y, width } = await page.locator('#mirror table').boundingBox();
  await page.mouse.move(x + width / 4, y + 40);
  await page.mouse.wheel(0, -2000);
  await node(page, 'button', 'Open INV-1').waitFor({ state: 'attached' });
  await quiet(page);
  await node(page, 'button', 'Open INV-1').focus();
  for (let step = 0; step < 9; ++step) {
    await page.keyboard.press('Tab');
    await quiet(page);
  }
  assert.equal(await focused(page), 'Open INV-10');
});

test('activation: Enter, Space and assistive technology act once', async () => {
  const { page } = desk;
  await node(page, 'button', 'Press me').focus();
  await click(page, 'button', 'Press me');
  const count = async () => Number((await status(page)).replace(/\D/g, ''));
  const start = await count();
  await page.keyboard.press('Enter');
  await quiet(page);
  assert.equal(await count(), start + 1);
  await page.keyboard.press('Space');
  await quiet(page);
  assert.equal(await count(), start + 2);
  await node(page, 'button', 'Press me').evaluate((button) => button.click());
  await quiet(page);
  assert.equal(await count(), start + 3);
});

test('dialogs: focus goes in, the rest is inert, focus comes back', async () => {
  const { page } = desk;
  await click(page, 'button', 'Open dialog');
  assert.equal(await focused(page), 'Reason');
  assert.equal(await page.locator('#mirror main').evaluate((main) => main.inert), true);
  assert.equal(await page.locator('#mirror [role=status]').evaluate((toast) => toast.inert), false);
  for (let step = 0; step < 3; ++step) await page.keyboard.press('Tab');
  assert.notEqual(await focused(page), 'Client');
  await node(page, 'textbox', 'Reason').focus();
  await page.keyboard.type('Booked twice');
  await page.keyboard.press('Enter');
  await quiet(page);
  assert.equal(await status(page), 'Voided: Booked twice');
  assert.equal(await focused(page), 'Open dialog');
});

test('words on the canvas are found by the browser’s own search', async () => {
  const { page } = desk;
  for (const words of ['Behaviours', 'INV-', 'IBAN IE29'])
    assert.equal(await page.evaluate((words) => window.find(words, false, false, true), words), true, words);
});

test('no id is given twice and no glyph is missing', async () => {
  const { duplicates, missingGlyphs } = await report(desk.page);
  assert.deepEqual({ duplicates, missingGlyphs }, { duplicates: 0, missingGlyphs: 0 });
});
