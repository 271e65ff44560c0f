// The preview is the PDF: a page as the interface paints it (tests/unit/ui/document_view_test.cpp) and as
// poppler paints the PDF of the same pages, both at 144 dots an inch. Rasterisers differ at the edges of
// letters; what stands where, how large and how dark must not. Compared is the mean grey, of 255, of squares
// of 16 pixels (3 mm).
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { difference, pixels } from './grey.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const file = (name) => path.join(root, 'build/native/documents', name);
const tolerance = { mean: 0.7, worst: 18 };

function painted(name) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'folio-preview-'));
  execFileSync('pdftoppm', ['-r', '144', '-gray', '-singlefile', file(`${name}.pdf`), path.join(folder, 'page')]);
  const page = pixels(path.join(folder, 'page.pgm'));
  fs.rmSync(folder, { recursive: true });
  return page;
}

for (const name of ['preview-invoice', 'preview-draft']) {
  test(`${name}: the interface paints what poppler does`, (context) => {
    const found = difference(pixels(file(`${name}.pgm`)), painted(name), 16);
    context.diagnostic(`mean ${found.mean.toFixed(3)}, worst ${found.worst.toFixed(1)}`);
    assert.ok(found.mean <= tolerance.mean && found.worst <= tolerance.worst, JSON.stringify(found));
  });
}

test('a figure that is missing would be seen', () => {
  const page = pixels(file('preview-invoice.pgm'));
  const words = execFileSync('pdftotext', ['-bbox', file('preview-invoice.pdf'), '-'], { encoding: 'utf8' });
  for (const figure of ['451.72', '−23.78']) {
    const place = new RegExp(`xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">${figure}<`).exec(words);
    const [left, top, right, bottom] = place.slice(1).map((points) => Math.round(Number(points) * 2));
    const grey = Buffer.from(page.grey);
    for (let y = top; y < bottom; ++y) grey.fill(255, y * page.width + left, y * page.width + right);
    const found = difference({ ...page, grey }, painted('preview-invoice'), 16);
    assert.ok(found.worst > 1.5 * tolerance.worst, `${figure}: ${JSON.stringify(found)}`);
  }
});
