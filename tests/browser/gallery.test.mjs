// The widget kit in every state and theme against the pictures of tests/browser/golden. With
// FOLIO_UPDATE=1 the pictures are made anew, to be looked at before they are committed.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { openBehaviours, quiet, report } from './lib/behaviours.mjs';
import { differences, fromPng, pictureOf, toPng } from './lib/picture.mjs';

const cell = 8;       // Device pixels.
const tolerance = 12; // Of 255: what an edge of another rasteriser moves a cell's mean by.
const golden = (name) => new URL(`golden/gallery-${name}.png`, import.meta.url);

let desk;
before(async () => {
  desk = await openBehaviours({ width: 1440, height: 2840, hash: '#/gallery',
    prepare: (page) => page.emulateMedia({ reducedMotion: 'reduce' }) });
  // The faces of the names in it come when they are first drawn.
  await desk.page.waitForFunction(() => performance.getEntriesByType('resource')
    .filter(({ name }) => /noto-(hebrew|jp)-/.test(name)).length >= 2);
});
after(async () => {
  assert.deepEqual(desk.faults, []);
  await desk.close();
});

// The settings of the system and the colour of the desk that shows they have arrived.
const themes = [['light', { colorScheme: 'light', contrast: 'no-preference' }, [244, 243, 239]],
  ['dark', { colorScheme: 'dark', contrast: 'no-preference' }, [14, 15, 17]],
  ['high-contrast', { colorScheme: 'light', contrast: 'more' }, [255, 255, 255]]];
for (const [name, media, desktop] of themes) {
  test(`gallery: every widget looks as its picture has it, ${name}`, async () => {
    const { page } = desk;
    await page.emulateMedia(media);
    await page.waitForFunction((desktop) => window.folioTest.pixels(2, 2, 1, 1).slice(0, 3)
      .join() === desktop.join(), desktop);
    await quiet(page);
    const picture = await pictureOf(page, cell);
    if (process.env.FOLIO_UPDATE) fs.writeFileSync(golden(name), toPng(picture));
    const wanted = fromPng(fs.readFileSync(golden(name)));
    assert.deepEqual([picture.width, picture.height], [wanted.width, wanted.height]);
    const away = differences(picture, wanted, tolerance);
    const seen = path.join(os.tmpdir(), `gallery-${name}.png`);
    if (away.length > 0) fs.writeFileSync(seen, toPng(picture));
    assert.ok(away.length === 0, `${away.length} cells differ, the first at ` +
      `${away[0]?.slice(0, 2).map((at) => at * cell)}; see ${seen}`);
  });
}

test('gallery: no glyph is missing and no id given twice', async () => {
  const { missingGlyphs, duplicates } = await report(desk.page);
  assert.deepEqual({ missingGlyphs, duplicates }, { missingGlyphs: 0, duplicates: 0 });
});
