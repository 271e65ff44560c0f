// What a phone asks of the program's own screens (rows 12, 13 and 23): its edges, its keyboard,
// its finger.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { watchErrors } from './lib/site.mjs';
import { openFolio } from './lib/person.mjs';

const size = { width: 390, height: 844 };
const screens = ['#/today', '#/clients', '#/invoices', '#/payments', '#/services', '#/invoices/new',
  '#/settings/practice', '#/settings/taxes', '#/settings/billing', '#/settings/data',
  '#/settings/history'];

let folio, person, page, errors;
before(async () => {
  folio = await openFolio({ ...size, touch: true, hash: '#/today' });
  ({ person, page } = folio);
  errors = watchErrors(page);
  const { record } = await person.execute({ command: 'add_client', name: 'Grace Adeyemi' });
  await person.execute({ command: 'save_draft', client: record, currency: 'EUR', price_mode: 'net',
    lines: [{ kind: 'write_in', name: 'Room', unit_price: '25' }] });
});
after(async () => {
  assert.deepEqual(errors, []);
  await folio.close();
});

const box = (role, name) => person.settled(person.find(role, name));

test('row 12: nothing stands on a notch or on the bar of gestures', async () => {
  const cdp = await folio.browser.context.newCDPSession(page);
  const insets = (top, bottom) => cdp.send('Emulation.setSafeAreaInsetsOverride',
    { insets: { top, topMax: top, bottom, bottomMax: bottom } });
  await person.go('#/today');
  const before = await box('link', 'Today');
  await insets(47, 34);
  await page.waitForFunction((y) => [...document.querySelectorAll('nav a')].some((link) =>
    link.textContent === 'Today' && link.getBoundingClientRect().y < y), before.y);
  const bar = await box('link', 'Today');
  assert.ok(bar.y + bar.height <= size.height - 34, JSON.stringify(bar));
  await person.go('#/settings/taxes');
  assert.ok((await box('heading', 'Settings')).y >= 47);
  await person.press('button', 'Add tax');
  assert.ok((await box('heading', 'Add tax')).y >= 47);
  const foot = await person.settled(page.locator('dialog').getByRole('button', { name: 'Add tax' }));
  assert.ok(foot.y + foot.height <= size.height - 34, JSON.stringify(foot));
  await page.keyboard.press('Escape');
  await insets(0, 0);
});

test('row 13: above a keyboard the form has all the room, and its field is in sight', async () => {
  const keyboard = (height) => page.evaluate((left) => {
    if (left) Object.defineProperty(visualViewport, 'height', { configurable: true, get: () => left });
    else delete visualViewport.height;
    visualViewport.dispatchEvent(new Event('resize'));
  }, height);
  await person.go('#/settings/practice');
  await person.find('textbox', 'IBAN').focus();
  await keyboard(420);
  await person.find('link', 'Today').waitFor({ state: 'detached' });
  const field = await box('textbox', 'IBAN');
  assert.ok(field.y >= 0 && field.y + field.height <= 420, JSON.stringify(field));
  await person.find('textbox', 'Name').focus();
  const other = await box('textbox', 'Name');
  assert.ok(other.y >= 0 && other.y + other.height <= 420, JSON.stringify(other));
  await keyboard(0);
  await person.seesElement('link', 'Today');
});

test('row 23: a finger finds every target, 44 px at least and none over another', async () => {
  for (const screen of screens) {
    await person.go(screen);
    await page.waitForTimeout(500);
    const wrong = await page.evaluate(() => {
      // What is seen of it: lists scroll beneath bars.
      const seen = (one) => {
        const box = one.getBoundingClientRect();
        let { x, y, right, bottom } = box;
        for (let at = one.parentElement; at; at = at.parentElement) {
          if (at.style.overflow !== 'clip') continue;
          const sight = at.getBoundingClientRect();
          x = Math.max(x, sight.x);
          y = Math.max(y, sight.y);
          right = Math.min(right, sight.right);
          bottom = Math.min(bottom, sight.bottom);
        }
        return { x, y, right, bottom, width: box.width, height: box.height };
      };
      const targets = [...document.querySelectorAll('#mirror :is(button, a[href], input, textarea)')]
        .filter((one) => !one.closest('[inert]'))
        .map((one) => ({ name: one.getAttribute('aria-label') ?? one.textContent, box: seen(one) }))
        .filter(({ box }) => box.right > box.x && box.bottom > box.y);
      const small = targets.filter(({ box }) => box.width < 43.9 || box.height < 43.9)
        .map(({ name, box }) => `${name}: ${box.width} x ${box.height}`);
      const over = targets.flatMap((one, index) => targets.slice(index + 1).filter((other) =>
        !other.name?.endsWith(', calendar') && // Stands in its field.
        Math.min(one.box.right, other.box.right) - Math.max(one.box.x, other.box.x) > 0.5 &&
        Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.y, other.box.y) > 0.5)
        .map((other) => `${one.name} over ${other.name}`));
      return [...small, ...over];
    });
    assert.deepEqual(wrong, [], screen);
  }
});
