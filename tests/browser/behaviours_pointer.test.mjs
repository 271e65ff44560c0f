// Pointer, touch and wheel (rows 20-28, 46, 54, 57).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { click, middle, node, openBehaviours, quiet, report, status, tap } from
  './lib/behaviours.mjs';

const size = { width: 1000, height: 820 };
let desk, phone;
before(async () => {
  desk = await openBehaviours(size);
  phone = await openBehaviours({ ...size, touch: true });
});
after(async () => {
  assert.deepEqual([...desk.faults, ...phone.faults], []);
  await desk.close();
  await phone.close();
});

// How far the list is scrolled, as its elements have it.
const scrolled = (page) => page.evaluate(() => {
  const content = document.querySelector('#mirror table [role=none]');
  return -new DOMMatrix(getComputedStyle(content).transform).f;
});

async function touch(cdp, type, ...points) {
  await cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points });
}

// A drag by a finger along dy. Nothing is awaited before the finger has left its place: a slow
// machine would make a long press of it.
async function drag({ page, cdp }, from, dy, { steps = 4, rest = 0 } = {}) {
  const moves = [touch(cdp, 'touchStart', from)];
  for (let step = 1; step <= steps; ++step)
    moves.push(touch(cdp, 'touchMove', { x: from.x, y: from.y + dy * step / steps }));
  await Promise.all(moves);
  if (rest) {
    await page.waitForTimeout(rest);
    await touch(cdp, 'touchMove', { x: from.x, y: from.y + dy });
  }
  await touch(cdp, 'touchEnd');
}

test('row 20: a press is drawn within its own event', async () => {
  const { page } = desk;
  const at = await middle(page, 'button', 'Press me');
  await page.mouse.move(at.x, at.y);
  await quiet(page);
  const drawn = await page.evaluate(({ x, y }) => {
    const canvas = document.getElementById('canvas');
    const before = window.folioTest.report().frames;
    for (const type of ['pointerdown', 'pointerup'])
      canvas.dispatchEvent(new PointerEvent(type, { clientX: x, clientY: y, bubbles: true,
        pointerId: 1, pointerType: 'mouse', button: 0 }));
    return window.folioTest.report().frames - before;
  }, at).catch((error) => error);
  assert.ok(drawn >= 2, String(drawn));
  await quiet(page);
});

test('row 21: a drag over a button in a list scrolls and never presses; a tap presses', async () => {
  const { page } = phone;
  const before = await status(page);
  await drag(phone, await middle(page, 'button', 'Open INV-3'), -60, { rest: 200 });
  await quiet(page);
  assert.equal(await status(page), before);
  assert.ok(await scrolled(page) >= 45, String(await scrolled(page)));
  await tap(page, 'button', 'Open INV-4');
  assert.equal(await status(page), 'Opened INV-4');
});

test('row 22: a flick coasts on, slower and slower, and ends; then no frame is drawn', async () => {
  const { page, cdp } = phone;
  const from = await middle(page, 'button', 'Open INV-6');
  const start = await scrolled(page);
  // The events carry their own times, so that a busy machine makes no slow drag of them.
  const began = Date.now() / 1000;
  const moves = [];
  const finger = (type, step) => moves.push(cdp.send('Input.dispatchTouchEvent', { type,
    timestamp: began + step * 0.016,
    touchPoints: type === 'touchEnd' ? [] : [{ x: from.x, y: from.y - 30 * step }] }));
  finger('touchStart', 0);
  for (let step = 1; step <= 5; ++step) finger('touchMove', step);
  finger('touchEnd', 5.5);
  await Promise.all(moves);
  await quiet(page);
  const way = await scrolled(page) - start;
  assert.ok(way > 150 + 300, String(way)); // The finger's way and as far again and more.
  const { frames } = await report(page);
  await page.waitForTimeout(500);
  assert.equal((await report(page)).frames, frames);
});

test('row 23: every target is at least 44 CSS pixels high for a finger', async () => {
  const { page } = phone;
  const small = await page.evaluate(() => [...document.querySelectorAll('#mirror input, ' +
    '#mirror textarea')].map((element) => [element.getAttribute('aria-label'),
    element.getBoundingClientRect().height]).filter(([, height]) => height < 44));
  assert.deepEqual(small, []);
});

test('row 14 and 2: fields on touch have 16 px, so that iOS does not zoom', async () => {
  const { page } = phone;
  const size = await node(page, 'textbox', 'Client').evaluate((field) =>
    parseFloat(getComputedStyle(field).fontSize));
  assert.ok(size >= 16, String(size));
});

test('row 24: after a tap nothing stays hovered', async () => {
  const { page } = phone;
  const pixels = async () => {
    const box = await node(page, 'button', 'Press me').boundingBox();
    return page.evaluate((box) => window.folioTest.pixels(box.x, box.y, box.width, box.height)
      .join(), { x: Math.round(box.x), y: Math.round(box.y), width: 20, height: 20 });
  };
  const before = await pixels();
  await tap(page, 'button', 'Press me');
  await quiet(page);
  assert.equal(await pixels(), before);
});

test('row 25: one tap is one activation', async () => {
  const { page } = phone;
  const before = Number((await status(page)).replace(/\D/g, ''));
  await tap(page, 'button', 'Press me');
  assert.equal(await status(page), `Pressed ${before + 1}`);
});

test('row 26: two fingers are the browser’s pinch and change nothing here', async () => {
  const { page, cdp } = phone;
  const before = [await status(page), await scrolled(page)];
  const { x, y } = await middle(page, 'button', 'Press me');
  await touch(cdp, 'touchStart', { x, y, id: 1 }, { x: x + 40, y, id: 2 });
  await touch(cdp, 'touchMove', { x: x - 30, y, id: 1 }, { x: x + 90, y, id: 2 });
  await touch(cdp, 'touchEnd');
  await quiet(page);
  assert.deepEqual([await status(page), await scrolled(page)], before);
  const prevented = await page.evaluate(() => {
    const wheel = new WheelEvent('wheel', { deltaY: 10, ctrlKey: true, cancelable: true, bubbles: true });
    document.getElementById('canvas').dispatchEvent(wheel);
    return wheel.defaultPrevented;
  });
  assert.equal(prevented, false);
});

test('row 27: a drag holds on outside the window and lets go', async () => {
  const { page } = desk;
  const { x, y } = await middle(page, 'img', 'Signature pad');
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 5000, y - 2000, { steps: 4 });
  await quiet(page);
  assert.equal(await status(page), 'Pad held at 310');
  await page.mouse.up();
  await quiet(page);
  assert.equal(await status(page), 'Pad released at 310');
});

test('row 28: a wheel scrolls by what it says in pixels, lines and pages', async () => {
  const { page } = desk;
  const box = await page.locator('#mirror table').boundingBox();
  const at = { x: box.x + 40, y: box.y + 40 };
  const rows = [[0, 120, 120], [1, 3, 48], [2, 1, 820], [0, 0.5, 0.5]];
  for (const [mode, delta, expected] of rows) {
    const before = await scrolled(page);
    const prevented = await page.evaluate(({ at, mode, delta }) => {
      const event = new WheelEvent('wheel', { clientX: at.x, clientY: at.y, deltaMode: mode,
        deltaY: delta, cancelable: true, bubbles: true });
      document.getElementById('canvas').dispatchEvent(event);
      return event.defaultPrevented;
    }, { at, mode, delta });
    await quiet(page);
    assert.equal(prevented, true);
    assert.ok(Math.abs(await scrolled(page) - before - expected) <= 0.5, `mode ${mode}`);
  }
});

test('row 28: where nothing scrolls the wheel is left to the browser', async () => {
  const prevented = await desk.page.evaluate(() => {
    const event = new WheelEvent('wheel', { clientX: 60, clientY: 780, deltaY: 50, cancelable: true,
      bubbles: true });
    document.getElementById('canvas').dispatchEvent(event);
    return event.defaultPrevented;
  });
  assert.equal(prevented, false);
});

test('row 46: words marked selectable are selected with the mouse', async () => {
  const { page } = desk;
  const box = await page.getByText('IBAN IE29 AIBK').boundingBox();
  await page.mouse.move(box.x + 1, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 1, box.y + box.height / 2, { steps: 5 });
  await page.mouse.up();
  assert.match(await page.evaluate(() => getSelection().toString()), /IE29 AIBK/);
  await page.evaluate(() => getSelection().removeAllRanges());
});

test('row 54: losing the window lets go of what is held, and presses nothing', async () => {
  const { page } = desk;
  const before = await status(page);
  const at = await middle(page, 'button', 'Press me');
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.evaluate(() => window.dispatchEvent(new Event('blur')));
  await quiet(page);
  await page.mouse.up();
  await quiet(page);
  assert.equal(await status(page), before);
  await click(page, 'button', 'Press me');
  assert.notEqual(await status(page), before);
});

test('row 57: presses find their place when the canvas does not begin at the corner', async () => {
  const { page } = desk;
  await page.evaluate(() => {
    for (const id of ['canvas', 'mirror'])
      document.getElementById(id).style.transform = 'translate(37px, 11px)';
  });
  const before = await status(page);
  await click(page, 'button', 'Press me');
  assert.notEqual(await status(page), before);
  await page.evaluate(() => {
    for (const id of ['canvas', 'mirror']) document.getElementById(id).style.transform = '';
  });
});

test('scrolling: a focused row comes into sight, and only what changed is written', async () => {
  const { page } = desk;
  await page.evaluate(() => {
    window.changes = 0;
    new MutationObserver((list) => { window.changes += list.length; }).observe(
      document.getElementById('mirror'), { subtree: true, childList: true, attributes: true });
  });
  const box = await page.locator('#mirror table').boundingBox();
  await page.mouse.move(box.x + 40, box.y + 40);
  await quiet(page);
  await page.evaluate(() => { window.changes = 0; });
  await page.evaluate((at) => {
    document.getElementById('canvas').dispatchEvent(new WheelEvent('wheel', { clientX: at.x,
      clientY: at.y, deltaY: 20, cancelable: true, bubbles: true }));
    return new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
  }, { x: box.x + 40, y: box.y + 40 });
  assert.ok(await page.evaluate(() => window.changes) <= 2);
  await quiet(page);
  await page.locator('#mirror table button').last().focus();
  await quiet(page);
  const row = await page.evaluate(() => document.activeElement.getBoundingClientRect().bottom);
  assert.ok(row <= box.y + box.height + 1, String(row));
});
