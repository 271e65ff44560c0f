// The page around the canvas: sizes, settings, frames, chords, files, address (rows 11-13, 15, 18, 19,
// 30, 32-34, 36-38, 42-44).
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { after, before, test } from 'node:test';
import { click, middle, node, openBehaviours, quiet, report, status } from './lib/behaviours.mjs';

const size = { width: 1000, height: 820 };
let desk;
before(async () => { desk = await openBehaviours(size); });
after(async () => {
  assert.deepEqual(desk.faults, []);
  await desk.close();
});

const pixel = (page, x, y) => page.evaluate(([x, y]) => window.folioTest.pixels(x, y, 1, 1)
  .slice(0, 3), [x, y]);

test('row 11: while the window is resized no frame shows a band of background', async () => {
  const { page } = desk;
  for (let step = 0; step < 8; ++step) {
    const width = 1000 - step * 30;
    await page.setViewportSize({ width, height: 820 - step * 10 });
    // The observer runs after a frame's callbacks and before its picture.
    const [drawn, wanted] = await page.evaluate(() => new Promise((done) => {
      requestAnimationFrame(() => setTimeout(() =>
        done([document.getElementById('canvas').width, innerWidth])));
    }));
    assert.equal(drawn, wanted);
    assert.notDeepEqual(await pixel(page, drawn - 1, 5), [0, 0, 0]);
  }
  await page.setViewportSize(size);
  await quiet(page);
});

test('row 12: turning the device gives the other shape', async () => {
  const { page } = desk;
  for (const shape of [{ width: 820, height: 1000 }, size]) {
    await page.setViewportSize(shape);
    await page.waitForFunction(({ width, height }) => {
      const canvas = document.getElementById('canvas');
      return canvas.width === width && canvas.height === height;
    }, shape);
  }
  await quiet(page);
});

test('row 15: a lost picture is drawn again, the same', async () => {
  const { page } = desk;
  await page.evaluate(() => document.activeElement.blur());
  await page.mouse.move(990, 800);
  await quiet(page);
  const read = () => page.evaluate(() => window.folioTest.pixels(0, 0, 1000, 700).join());
  const before = await read();
  await page.evaluate(() => {
    window.loss = document.getElementById('canvas').getContext('webgl2')
      .getExtension('WEBGL_lose_context');
    window.loss.loseContext();
  });
  await page.waitForSelector('#veil');
  await page.evaluate(() => window.loss.restoreContext());
  await page.waitForSelector('#veil', { state: 'detached' });
  await quiet(page);
  assert.equal(await read() === before, true);
});

test('row 18: a hidden tab commits at once and draws nothing', async () => {
  const { page } = desk;
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  });
  const { frames, flushes } = await report(page);
  assert.ok(flushes >= 1);
  await page.mouse.move(300, 300);
  await page.waitForTimeout(300);
  assert.equal((await report(page)).frames, frames);
  await page.evaluate(() => {
    delete document.hidden;
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  });
  await quiet(page);
  assert.ok((await report(page)).frames > frames);
});

test('row 19: nothing happens, nothing is drawn, with a focused field too', async () => {
  const { page } = desk;
  await node(page, 'textbox', 'Client').focus();
  await quiet(page);
  const { frames } = await report(page);
  await page.waitForTimeout(5000);
  const later = await report(page);
  assert.equal(later.frames, frames, later.wakes.join(' '));
});

test('row 30: only the program’s own chords are taken from the browser', async () => {
  const { page } = desk;
  const rows = [
    ['s', 'KeyS', true], ['p', 'KeyP', true], ['o', 'KeyO', true], [',', 'Comma', true],
    ['k', 'KeyK', true], ['r', 'KeyR', false], ['t', 'KeyT', false], ['w', 'KeyW', false],
    ['n', 'KeyN', false], ['l', 'KeyL', false], ['f', 'KeyF', false], ['c', 'KeyC', false],
    ['v', 'KeyV', false], ['+', 'Equal', false], ['-', 'Minus', false], ['0', 'Digit0', false],
  ];
  const prevented = (init) => page.evaluate((init) => {
    const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
    document.body.dispatchEvent(event);
    return event.defaultPrevented;
  }, init);
  for (const [key, code, expected] of rows)
    assert.equal(await prevented({ key, code, ctrlKey: true }), expected, `Ctrl+${key}`);
  for (const key of ['F5', 'F11', 'F12', 'F1', 'Tab', 'Escape'])
    assert.equal(await prevented({ key, code: key }), false, key);
  assert.equal(await prevented({ key: 'ArrowLeft', code: 'ArrowLeft', altKey: true }), false);
  assert.equal(await prevented({ key: 'I', code: 'KeyI', ctrlKey: true, shiftKey: true }), false);
  await quiet(page);
});

test('row 32: a file is opened by the system’s own dialog', async () => {
  const { page } = desk;
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'),
    click(page, 'button', 'Open file')]);
  await chooser.setFiles({ name: 'clients.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n') });
  await page.waitForFunction(() => document.querySelector('#mirror [role=status]').textContent ===
    'File clients.csv of 4 bytes');
});

test('row 33: a saved file has its name and its bytes', async () => {
  const { page } = desk;
  const [download] = await Promise.all([page.waitForEvent('download'),
    click(page, 'button', 'Save file')]);
  assert.equal(download.suggestedFilename(), 'invoices.csv');
  assert.equal(fs.readFileSync(await download.path(), 'utf8'), 'id,total\n1,90.00\n');
});

test('row 34: a dropped file is taken and the page stays', async () => {
  const { page } = desk;
  const prevented = await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['hello'], 'drop.csv', { type: 'text/csv' }));
    return ['dragover', 'drop'].map((type) => {
      const event = new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true });
      document.getElementById('canvas').dispatchEvent(event);
      return event.defaultPrevented;
    });
  });
  assert.deepEqual(prevented, [true, true]);
  await page.waitForFunction(() => document.querySelector('#mirror [role=status]').textContent ===
    'File drop.csv of 5 bytes');
});

test('row 36: the page asks before it is left only while something is not saved', async () => {
  const { page } = desk;
  const asks = () => page.evaluate(() => {
    const event = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented;
  });
  assert.equal(await asks(), false);
  await click(page, 'button', 'Edit');
  assert.equal(await asks(), true);
  await click(page, 'button', 'Edit');
  assert.equal(await asks(), false);
});

test('rows 37 and 38: addresses, Back, the dialog before the screen, the title', async () => {
  const { page } = desk;
  await click(page, 'button', 'Go to clients');
  assert.match(page.url(), /#\/test\/clients$/);
  assert.equal(await page.title(), 'Behaviours #/test/clients');
  await click(page, 'button', 'Open dialog');
  await node(page, 'dialog', 'Void INV-0140?').waitFor({ state: 'attached' });
  await page.goBack();
  await quiet(page);
  assert.equal(await node(page, 'dialog', 'Void INV-0140?').count(), 0);
  assert.equal(await page.title(), 'Behaviours #/test/clients');
  await page.goBack();
  await quiet(page);
  assert.equal(await page.title(), 'Behaviours #/test');
  await page.goForward();
  await quiet(page);
  assert.equal(await page.title(), 'Behaviours #/test/clients');
});

test('row 37: a dialog closed by itself leaves nothing to go back through', async () => {
  const { page } = desk;
  await click(page, 'button', 'Open dialog');
  await page.keyboard.press('Escape');
  await quiet(page);
  assert.equal(await node(page, 'dialog', 'Void INV-0140?').count(), 0);
  await page.waitForFunction(() => history.state?.depth === 0);
  await page.goBack();
  await quiet(page);
  assert.equal(await page.title(), 'Behaviours #/test');
});

test('row 37: a link goes to its address; the address survives a reload', async () => {
  const { page } = desk;
  const at = await middle(page, 'link', 'Invoices link');
  await page.mouse.click(at.x, at.y);
  await quiet(page);
  assert.equal(await page.title(), 'Behaviours #/test/invoices');
  await page.reload();
  await page.waitForSelector('#mirror h1', { state: 'attached' });
  await quiet(page);
  assert.equal(await page.title(), 'Behaviours #/test/invoices');
});

test('rows 42 and 43: the themes follow the system’s settings', async () => {
  const { page } = desk;
  const wanted = [[{ colorScheme: 'dark' }, [14, 15, 17]],
    [{ colorScheme: 'light', forcedColors: 'active' }, [255, 255, 255]],
    [{ colorScheme: 'light', forcedColors: 'none' }, [244, 243, 239]]];
  for (const [media, background] of wanted) {
    await page.emulateMedia(media);
    await page.waitForFunction((background) => window.folioTest.pixels(990, 810, 1, 1)
      .slice(0, 3).join() === background.join(), background);
  }
});

test('row 44: with reduced motion a press needs no more frames than it settles in', async () => {
  const { page } = desk;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const at = await middle(page, 'button', 'Press me');
  await page.mouse.move(at.x, at.y);
  await quiet(page);
  const { frames } = await report(page);
  await page.mouse.down();
  await page.mouse.up();
  await quiet(page);
  const drawn = (await report(page)).frames - frames;
  assert.ok(drawn <= 8, String(drawn));
  await page.emulateMedia({ reducedMotion: 'no-preference' });
});

test('row 13: what a soft keyboard leaves is told, and the focused field stays in sight', async () => {
  const { page } = desk;
  await page.evaluate(() => {
    Object.defineProperty(visualViewport, 'height', { configurable: true, get: () => 300 });
    visualViewport.dispatchEvent(new Event('resize'));
  });
  await page.waitForFunction(() => window.folioTest.report().visibleHeight === 300);
  await page.evaluate(() => {
    delete visualViewport.height;
    visualViewport.dispatchEvent(new Event('resize'));
  });
  await quiet(page);
});

test('print: a PDF goes into a frame of its own', async () => {
  const { page } = desk;
  await click(page, 'button', 'Print');
  const source = await page.locator('iframe#paper').getAttribute('src');
  assert.match(source, /^blob:/);
});
