// A smoke test of the behaviours in Firefox: it starts, types, presses, scrolls, draws every script.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve } from '../../scripts/serve.mjs';
import { launchFirefox } from './lib/browser.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const folder = process.env.FOLIO_TEST_SITE ?? path.join(root, 'build/site_test');
let server, browser, page;
before(async () => {
  server = await serve({ folder, port: 0 });
  browser = await launchFirefox({ width: 1000, height: 820 });
  page = browser.page;
  await page.goto(server.address + '#/test');
  await page.waitForFunction(() => document.querySelector('#mirror h1') !== null,
    { timeout: 120000 });
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const report = () => page.evaluate(() => window.folioTest.report());
const says = (words) => page.waitForFunction((words) =>
  document.querySelector('#mirror [role=status]').textContent === words, { timeout: 60000 }, words);

// Middle of the element with this name.
const middle = (selector, name) => page.evaluate((selector, name) => {
  const found = [...document.querySelectorAll(`#mirror ${selector}`)].find((element) =>
    (element.getAttribute('aria-label') ?? element.textContent) === name);
  const box = found.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}, selector, name);

test('firefox: a press on a field takes the keyboard, what is typed stays in it', async () => {
  const { x, y } = await middle('input', 'Client');
  await page.mouse.click(x, y);
  await page.waitForFunction(() => document.activeElement.getAttribute('aria-label') === 'Client');
  await page.keyboard.type('Żaneta Wójcik');
  assert.equal(await page.evaluate(() => document.activeElement.value), 'Żaneta Wójcik');
});

test('firefox: what the program refuses is written back', async () => {
  const { x, y } = await middle('input', 'Digits');
  await page.mouse.click(x, y);
  await page.waitForFunction(() => document.activeElement.getAttribute('aria-label') === 'Digits');
  await page.keyboard.press('End');
  await page.keyboard.type('2x3');
  await page.waitForFunction(() => document.activeElement.value === '123', { timeout: 60000 });
});

test('firefox: a button is pressed once', async () => {
  const { x, y } = await middle('button', 'Press me');
  await page.mouse.click(x, y);
  await says('Pressed 1');
});

test('firefox: the wheel scrolls the list, and its rows can be pressed where they are', async () => {
  const { x, y } = await middle('button', 'Open INV-3');
  await page.mouse.move(x, y);
  await page.mouse.wheel({ deltaY: 480 });
  await page.waitForFunction(() => [...document.querySelectorAll('#mirror button')].some((button) =>
    button.textContent === 'Open INV-14'), { timeout: 60000 });
  await page.waitForFunction(() => !window.folioTest.report().pending, { timeout: 60000 });
  const at = await middle('button', 'Open INV-14');
  await page.mouse.click(at.x, at.y);
  await says('Opened INV-14');
});

test('firefox: names in every script are drawn without a missing glyph', async () => {
  await page.evaluate(() => { location.hash = '#/test/names'; });
  await page.waitForFunction(() => performance.getEntriesByType('resource').filter(({ name }) =>
    /noto-(hebrew|arabic|jp|thai|devanagari)-400/.test(name)).length >= 5, { timeout: 60000 });
  assert.equal((await report()).missingGlyphs, 0);
});
