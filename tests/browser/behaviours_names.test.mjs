// Drawn text beside the browser's own: names in any script, fields, many rows (rows 47-49, 55).
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

async function density(factor) {
  await desk.cdp.send('Emulation.setDeviceMetricsOverride',
    { ...size, deviceScaleFactor: factor, mobile: false });
  await desk.page.waitForFunction((width) => document.getElementById('canvas').width === width,
    Math.round(size.width * factor));
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
