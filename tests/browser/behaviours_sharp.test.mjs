// Sharpness: the text of a focused field, which the browser draws, lies where the drawn text lay,
// at every density (rows 9, 10, 49; interface foundations 2 and 6).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBehaviours, quiet } from './lib/behaviours.mjs';

const margin = 5; // The border and halo of focus are not compared.

// Ink of the two pictures in rows of green values, 0 to 255.
async function ink(page, png) {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d');
    context.drawImage(bitmap, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    return { width, height, values: Array.from({ length: width * height }, (_, i) => data[4 * i + 1]) };
  }, png.toString('base64'));
}

// How different two pictures are when one is moved: share of the ink.
function difference(a, b, dx, dy) {
  let sum = 0, all = 0;
  for (let y = 8; y < a.height - 8; ++y) {
    for (let x = 8; x < a.width - 8; ++x) {
      const drawn = a.values[y * a.width + x];
      all += 255 - drawn;
      sum += Math.abs(drawn - b.values[(y + dy) * b.width + x + dx]);
    }
  }
  return sum / all;
}

for (const density of [1, 1.25, 1.5, 2]) {
  test(`fields: text keeps its pixel when a field gets focus, at ${density}`, async () => {
    const { page, close, faults } = await openBehaviours({ hash: '#/test/lines', width: 600,
      height: 640, density });
    for (let line = 0; line < 8; ++line) {
      const field = page.getByRole('textbox', { name: `Line ${line}`, exact: true });
      const box = await field.boundingBox();
      const clip = { x: box.x + margin, y: box.y + margin, width: box.width - 2 * margin,
        height: box.height - 2 * margin };
      const unfocused = await ink(page, await page.screenshot({ clip }));
      await field.evaluate((element) => {
        element.style.setProperty('caret-color', 'transparent');
        element.focus();
        element.setSelectionRange(0, 0);
      });
      await quiet(page);
      const focused = await ink(page, await page.screenshot({ clip }));
      await page.evaluate(() => document.activeElement.blur());
      await quiet(page);
      const here = difference(unfocused, focused, 0, 0);
      for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
        const moved = difference(unfocused, focused, dx, dy);
        assert.ok(here < moved, `line ${line}: better by ${dx}, ${dy}: ${here} > ${moved}`);
      }
      assert.ok(here < 0.35, `line ${line}: ${here}`);
      if (process.env.FOLIO_SHOW) console.log(density, line, here.toFixed(3));
    }
    assert.deepEqual(faults, []);
    await close();
  });
}
