// What is drawn, to the device pixel: names in any script and fields beside the browser's own text,
// other densities, many rows (rows 8-10, 47-49, 55).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { node, openBehaviours, quiet, report } from './lib/behaviours.mjs';
import { inkOf } from './lib/ink.mjs';

const size = { width: 1000, height: 820 };
let desk;
before(async () => { desk = await openBehaviours({ ...size, hash: '#/test/names' }); });
after(async () => {
  assert.deepEqual(desk.faults, []);
  await desk.close();
});

async function goTo(page, hash) {
  await page.evaluate((hash) => { location.hash = hash; }, hash);
  await quiet(page);
}

// Another density by emulation. It tells a page of a new size, but not of a new density alone: the
// width is changed and changed back, as a window dragged to another monitor would.
async function density(factor) {
  for (const width of [size.width + 1, size.width]) {
    await desk.cdp.send('Emulation.setDeviceMetricsOverride',
      { width, height: size.height, deviceScaleFactor: factor, mobile: false });
    await desk.page.waitForFunction(([width, height]) => {
      const canvas = document.getElementById('canvas');
      return canvas.width === width && canvas.height === height;
    }, [Math.round(width * factor), Math.round(size.height * factor)]);
  }
  await quiet(desk.page);
}

// Frames run when a face has come; then nothing is missing any more.
async function facesCame(page) {
  await page.waitForFunction(() => performance.getEntriesByType('resource')
    .filter(({ name }) => /noto-(hebrew|arabic|jp|thai|devanagari)-400/.test(name)).length >= 5);
  await quiet(page);
  await page.waitForTimeout(200);
  await quiet(page);
}

test('rows 47 and 48: names in every script are drawn without a missing glyph', async () => {
  const { page } = desk;
  await facesCame(page);
  assert.equal((await report(page)).missingGlyphs, 0);
});

const names = [['he', 'hebrew', 'יעל כהן'], ['ar', 'arabic', 'ليلى حداد'], ['ja', 'jp', '山田 花子'],
  ['th', 'thai', 'สมชาย ใจดี'], ['hi', 'devanagari', 'प्रिया शर्मा']];
test('row 48: a name looks as the browser sets it with the same face', async () => {
  const { page } = desk;
  await facesCame(page);
  for (const [language, script, text] of names) {
    const place = await page.locator(`#mirror [lang=${language}]`).first().evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    });
    const clip = { x: place.x - 4, y: place.y - 4, width: Math.ceil(place.width) + 8,
      height: place.height + 8 };
    const ours = await inkOf(page, clip);
    await page.evaluate(async ({ clip, place, script, text }) => {
      const { url } = JSON.parse(document.getElementById('release').textContent)
        .files[`fonts/noto-${script}-400.ttf`];
      const face = await new FontFace(`theirs-${script}`, `url(${url})`).load();
      document.fonts.add(face);
      const cover = document.createElement('div');
      cover.id = 'cover';
      Object.assign(cover.style, { position: 'fixed', left: `${clip.x}px`, top: `${clip.y}px`,
        width: `${clip.width}px`, height: `${clip.height}px`, background: '#F4F3EF', zIndex: 9 });
      const words = document.createElement('div');
      words.textContent = text;
      words.dir = 'auto';
      Object.assign(words.style, { position: 'absolute', left: `${place.x - clip.x}px`,
        top: `${place.y - clip.y}px`, font: `22px/32px theirs-${script}`, color: '#1A1B1F',
        whiteSpace: 'nowrap' });
      cover.append(words);
      document.body.append(cover);
    }, { clip, place, script, text });
    const theirs = await inkOf(page, clip);
    await page.evaluate(() => document.getElementById('cover').remove());
    const told = `${text} ${JSON.stringify({ ours, theirs })}`;
    assert.ok(theirs.amount > 40, told);
    assert.ok(Math.abs(ours.amount / theirs.amount - 1) < 0.15, told);
    assert.ok(Math.abs(ours.x - theirs.x) < 1, told);
    assert.ok(Math.abs((ours.right - ours.left) - (theirs.right - theirs.left)) <= 2, told);
  }
});

test('rows 8-10: zoom and other densities give exact device pixels', async () => {
  const { page } = desk;
  await goTo(page, '#/test');
  for (const factor of [0.5, 1.25, 1.5, 1.75, 2, 2.625, 4, 1]) {
    await density(factor);
    assert.equal(await page.evaluate(() => devicePixelRatio), factor);
  }
});

test('row 10: a hairline is one device pixel at 2.625', async () => {
  const { page } = desk;
  await density(2.625);
  const box = await node(page, 'textbox', 'Client').boundingBox();
  const x = Math.round((box.x + box.width / 2) * 2.625), top = Math.round(box.y * 2.625);
  const column = await page.evaluate(([x, y]) => {
    const flat = window.folioTest.pixels(x, y, 1, 12);
    return Array.from({ length: 12 }, (_, i) => flat[i * 4]);
  }, [x, top - 4]);
  await density(1);
  const dark = column.filter((value) => value < 200).length;
  assert.ok(dark >= 1 && dark <= 3, column.join(' '));
  assert.equal(new Set(column).size <= 4, true, column.join(' ')); // Desk, line, field: no blur.
});

test('row 9: a changed density is as sharp as one the page was opened at', async () => {
  const { page } = desk;
  const fresh = await openBehaviours({ ...size, density: 2, hash: '#/test' });
  const heading = (page) => page.evaluate(() => window.folioTest.pixels(40, 20, 260, 60).join());
  const wanted = await heading(fresh.page);
  await fresh.close();
  await density(2);
  assert.equal(await heading(page) === wanted, true);
});

// Of a browser that has this density itself: an emulated one lays out as at density 1.
for (const factor of [1, 1.5, 2]) {
  test(`row 49: the text of a field stays where the browser draws it, density ${factor}`, async () => {
    const { page, faults, close } = await openBehaviours({ hash: '#/test/lines',
      args: [`--force-device-scale-factor=${factor}`, '--window-size=1000,820'],
      options: { viewport: null, deviceScaleFactor: undefined, hasTouch: undefined,
        isMobile: undefined } });
    assert.equal(await page.evaluate(() => devicePixelRatio), factor);
    for (const line of [0, 1, 2, 3, 5]) { // Each size of field, one aligned to its end.
      const field = node(page, 'textbox', `Line ${line}`);
      const box = await field.boundingBox();
      const clip = { x: box.x + 6, y: box.y + 5, width: box.width - 12, height: box.height - 10 };
      await page.evaluate(() => document.activeElement.blur());
      await quiet(page);
      const drawn = await inkOf(page, clip);
      await field.focus();
      await quiet(page);
      const typed = await inkOf(page, clip);
      const told = `line ${line}: ${JSON.stringify({ drawn, typed })}`;
      assert.ok(Math.abs(drawn.y - typed.y) < 0.6, told);
      assert.ok(Math.abs(drawn.x - typed.x) < 1, told); // Some systems set whole pixels only.
      assert.ok(Math.abs(drawn.amount / typed.amount - 1) < 0.15, told);
    }
    assert.deepEqual(faults, []);
    await close();
  });
}

test('row 55: five thousand rows at once are drawn to the last', async () => {
  const { page } = desk;
  await goTo(page, '#/test/rows');
  // The last text is the only one below and right of all others: its last letters.
  const last = { x: 24 + 49 * 18, y: 60 + 99 * 7 };
  const dark = await page.evaluate(({ x, y }) => {
    const pixels = window.folioTest.pixels(x + 20, y + 8, 40, 10);
    return pixels.filter((value, index) => index % 4 === 1 && value < 128).length;
  }, last);
  assert.ok(dark > 10, String(dark));
});
