// The PDFs that the unit tests made, before real readers: qpdf, poppler, mupdf, zbar.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { difference, pixels } from './grey.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const made = path.join(root, 'build/native/documents');
const run = (tool, ...words) => execFileSync(tool, words, { encoding: 'utf8', maxBuffer: 1 << 26 });
const file = (name) => path.join(made, `${name}.pdf`);
const names = ['invoice', 'names', 'long', 'draft', 'letter', 'receipt-80', 'receipt-58'];
// poppler wraps right-to-left text in directional marks.
const text = (name) => run('pdftotext', file(name), '-').replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');

const objectsOf = (name) =>
  Object.values(JSON.parse(run('qpdf', '--json', '--json-key=qpdf', file(name))).qpdf[1])
    .map((entry) => entry.value).filter(Boolean);

for (const name of names) {
  test(`${name}: qpdf finds no error`, () => {
    const said = run('qpdf', '--check', file(name));
    assert.match(said, /No syntax or stream encoding errors found/);
    assert.doesNotMatch(said, /WARNING/);
  });

  test(`${name}: every font is embedded, a subset, with a Unicode map`, () => {
    const rows = run('pdffonts', file(name)).trim().split('\n').slice(2);
    assert.ok(rows.length >= 2);
    for (const row of rows) assert.match(row, /^[A-Z]{6}\+\S+ .* yes yes yes +\d+ +0$/);
  });

  test(`${name}: tagged, titled, in its language`, () => {
    const facts = run('pdfinfo', file(name));
    assert.match(facts, /Tagged:\s+yes/);
    assert.match(facts, /Title:\s+(Invoice INV-0148|Receipt REC-0093), Harbour Street Therapy/);
    assert.match(facts, /Page size:\s+(595\.276 x 841\.89|612 x 792|226\.772 x \S+|164\.409 x \S+) pts/);
    const objects = objectsOf(name);
    const catalog = objects.find((value) => value['/Type'] === '/Catalog');
    assert.equal(catalog['/Lang'], 'u:en-IE');
    assert.equal(catalog['/MarkInfo']['/Marked'], true);
    assert.equal(catalog['/ViewerPreferences']['/DisplayDocTitle'], true);
    assert.equal(catalog['/OutputIntents'].length, 1);
  });
}

test('the metadata is XML that names its standards and describes what PDF/A does not know', () => {
  const xmp = run('pdfinfo', '-meta', file('invoice'));
  execFileSync('python3', ['-c', 'import sys, xml.dom.minidom as dom; dom.parse(sys.stdin.buffer)'], { input: xmp });
  assert.match(xmp, /<pdfaid:part>3<[\s\S]*<pdfuaid:part>1<[\s\S]*<pdfaSchema:prefix>pdfuaid</);
});

test('a link leads where it says and belongs to its element', () => {
  assert.match(run('qpdf', '--check', file('link')), /No syntax or stream encoding errors found/);
  assert.match(run('pdfinfo', '-url', file('link')), /Annotation +https:\/\/pay\.example\/\(%C3%93\)/);
  const objects = objectsOf('link');
  const annotation = objects.find((value) => value['/Subtype'] === '/Link');
  assert.equal(annotation['/A']['/URI'], 'u:https://pay.example/(%C3%93)');
  assert.equal(annotation['/F'], 4);
  assert.deepEqual(annotation['/Rect'], [40, 787.89, 130, 801.89]);
  const element = objects.find((value) => value['/S'] === '/Link');
  assert.ok(element['/K'].some((kid) => kid['/Type'] === '/OBJR'));
});

test('names come back in every script', () => {
  const lines = text('names').split('\n').map((line) => line.trim());
  for (const name of ['Żółć', 'Ελληνικά', 'Дмитрий', 'עברית', 'العربية', '日本語', 'ไทย', 'हिन्दी',
    'Nguyễn Thị Lan']) assert.ok(lines.includes(name), name);
});

test('every total comes back', () => {
  const words = text('invoice');
  for (const figure of ['475.50', '−23.78', '451.72', '40.86', '€492.58', '256.50', '177.65', '17.57',
    'INV-0148', 'Siobhán Ó Briain', 'IE29 AIBK 9311 5212 3456 78']) {
    assert.ok(words.includes(figure), figure);
  }
});

test('a receipt tells what was paid', () => {
  for (const width of ['80', '58']) {
    const words = text(`receipt-${width}`);
    for (const figure of ['REC-0093', '168.50', '31.50', 'יעל כהן']) assert.ok(words.includes(figure), figure);
  }
});

test('a long invoice repeats its head and carries the sum forward', () => {
  const pages = text('long').split('\f').filter((page) => page.trim());
  assert.equal(pages.length, 4);
  for (const [index, page] of pages.entries()) {
    assert.ok(page.includes(`Page ${index + 1} of ${pages.length}`));
  }
  for (const page of pages.slice(0, 2)) assert.ok(page.includes('Carried forward'));
  for (const page of pages.slice(1, 3)) {
    assert.ok(page.includes('Brought forward') && page.includes('Unit price'));
  }
  const page = (number) => run('pdftotext', '-layout', '-f', number, '-l', number, file('long'), '-');
  const carried = /Carried forward[\s\S]*?(\d+\.00)\s/.exec(page('1'));
  const brought = /Brought forward[\s\S]*?(\d+\.00)\s/.exec(page('2'));
  assert.equal(carried[1], brought[1]);
});

test('a draft says so on its page and has no number', () => {
  const words = text('draft');
  assert.ok(words.includes('DRAFT'));
  assert.ok(!words.includes('INV-0148'));
});

test('the payment code reads back', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'folio-qr-'));
  run('pdftoppm', '-r', '200', '-png', '-singlefile', file('invoice'), path.join(folder, 'page'));
  const read = run('zbarimg', '--quiet', '--raw', path.join(folder, 'page.png'));
  fs.rmSync(folder, { recursive: true });
  assert.match(read, /^BCD\n002\n1\nSCT\nAIBKIE2D\nHarbour Street Therapy Ltd\nIE29AIBK93115212345678\nEUR492\.58\n/);
});

// Two renderers that share no code. Anti-aliasing differs; what stands where must not: the mean grey of
// every square of 16 pixels, of 255, is compared. A word that is missing differs by more (asserted).
test('poppler and mupdf paint the same page', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'folio-paint-'));
  const painted = (name) => {
    run('pdftoppm', '-r', '100', '-gray', '-f', '1', '-l', '1', '-singlefile', file(name), path.join(folder, 'p'));
    run('mutool', 'draw', '-q', '-r', '100', '-c', 'gray', '-o', path.join(folder, 'm.pgm'), file(name), '1');
    return ['p', 'm'].map((tool) => pixels(path.join(folder, `${tool}.pgm`)));
  };
  const invoice = painted('invoice');
  const others = painted('names');
  fs.rmSync(folder, { recursive: true });
  const worst = (one, two) => difference(one, two, 16).worst;
  assert.ok(worst(...invoice) < 16, `invoice: ${worst(...invoice)}`);
  assert.ok(worst(...others) < 16, `names: ${worst(...others)}`);
  assert.ok(worst(invoice[0], others[0]) > 32, `control: ${worst(invoice[0], others[0])}`);
});
