#!/usr/bin/env node
// Measures which functions the first screen runs and adds their names to web/first_screen.txt, by
// which web/split.mjs splits the program: scripts/first_screen.mjs, after scripts/build web. Names
// stay as long as the program has them: what a Today shows depends on the day.
//
// To be run again when the bench page_start says that a first screen waits for the rest.
// First screens are: the welcome of an empty device, the passphrase of a sealed book, and Today.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openFolio, setUpPractice } from '../tests/browser/lib/person.mjs';
import { started } from '../tests/browser/lib/site.mjs';
import { linkerTool, shortName, unescaped } from '../web/split.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const web = path.join(root, 'build/web');
const folder = fs.mkdtempSync(path.join(root, 'build/first_screen-'));
const file = (name) => path.join(folder, name);
const split = (...words) => execFileSync(linkerTool('wasm-split'), words, { encoding: 'utf8',
  maxBuffer: 1 << 28 });

// The page with a program that notes what it calls, as the build would split it nowhere.
function instrumented() {
  const whole = path.join(web, 'folio_whole.wasm'), parts = file('web');
  fs.mkdirSync(parts);
  split('--instrument', '--all-features', whole, '-o', path.join(parts, 'folio.wasm'));
  for (const name of ['folio.js', 'key_worker.js', 'fonts'])
    fs.symlinkSync(path.join(web, name), path.join(parts, name));
  execFileSync(process.execPath, [path.join(root, 'scripts/site.mjs'), `--web=${parts}`,
    `--out=${file('site')}`, '--brotli=4'], { stdio: ['ignore', 'ignore', 'inherit'] });
  return file('site');
}

function noteExports() {
  const make = WebAssembly.instantiate;
  WebAssembly.instantiate = async (...given) => {
    const made = await make.call(WebAssembly, ...given);
    window.programExports = made.exports;
    return made;
  };
}

// What the page has called so far, as names; the page is good for nothing else after it. Notes all
// that it could call in `known`.
let count = 0;
const known = new Set();
async function calledIn(page) {
  const bytes = await page.evaluate(() => {
    const { __write_profile: write, ...exports } = window.programExports;
    const memory = Object.values(exports).find((one) => one instanceof WebAssembly.Memory);
    const at = memory.buffer.byteLength, pages = 16; // Behind all that the program has.
    memory.grow(pages);
    return [...new Uint8Array(memory.buffer, at, write(at, pages * 65536))];
  });
  const profile = file(`${++count}.profile`);
  fs.writeFileSync(profile, Buffer.from(bytes));
  const lines = split('--print-profile', profile, '--all-features',
    path.join(web, 'folio_whole.wasm')).split('\n').filter((line) => /^[+-] /.test(line));
  for (const line of lines) known.add(shortName(unescaped(line.slice(2))));
  return lines.filter((line) => line.startsWith('+ ')).map((line) => unescaped(line.slice(2)));
}

// The first screens of one kind of device: before set-up, sealed, and with a book.
async function measure(site, options) {
  const found = [];
  const start = async ({ page, server }) => {
    await page.goto('about:blank');
    await page.goto(server.address);
    await started(page);
    await page.waitForTimeout(1500); // What follows from the book's arrival is drawn.
  };
  const noteStart = async (opened) => {
    await start(opened);
    found.push(...await calledIn(opened.page));
  };
  const sealed = await openFolio({ practice: false, folder: site, ...options });
  await sealed.browser.context.addInitScript(noteExports);
  await noteStart(sealed);
  await start(sealed);
  await setUpPractice(sealed.person, { name: 'Seapoint', passphrase: 'correct horse' });
  await sealed.person.execute({ command: 'add_client', name: 'Ada' }); // All is saved after it.
  await noteStart(sealed);
  await sealed.close();

  const plain = await openFolio({ practice: false, folder: site, ...options });
  await plain.browser.context.addInitScript(noteExports);
  await plain.page.goto(`${plain.server.address}?sample`);
  await plain.person.until('invoices', {}, ({ row_count: count }) => count > 100);
  await plain.person.execute({ command: 'add_client', name: 'Ada' });
  await noteStart(plain);
  await plain.close();
  return found;
}

try {
  const site = instrumented();
  const called = [...await measure(site, {}),
    ...await measure(site, { touch: true, width: 390, height: 844 })];
  const list = path.join(root, 'web/first_screen.txt');
  const before = fs.readFileSync(list, 'utf8').split('\n').filter((name) => known.has(name));
  const names = [...new Set([...before,
    ...called.filter((name) => !/^\d+$/.test(name)).map(shortName)])].sort();
  fs.writeFileSync(list, `${names.join('\n')}\n`);
  console.log(`web/first_screen.txt: ${names.length} names; scripts/build web splits by them`);
} finally {
  fs.rmSync(folder, { recursive: true });
}
