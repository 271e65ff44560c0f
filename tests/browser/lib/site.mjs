// The built page for tests: where it is, further versions of it, and what a page of it shows.
//
// FOLIO_BUILD names another build folder than the checkout's own.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const build = process.env.FOLIO_BUILD ?? path.join(root, 'build');

export const siteFolder = path.join(build, 'site');
if (!fs.existsSync(path.join(siteFolder, 'index.html')))
  throw new Error(`no page in ${siteFolder}: run scripts/build web`);

export function temporaryFolder() {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'folio-site-'));
}

// A version of the page whose program is another file with the same behaviour, in a new folder.
export function makeVersion(mark) {
  const folder = temporaryFolder();
  const web = path.join(folder, 'web'), site = path.join(folder, 'site');
  fs.mkdirSync(web);
  for (const name of ['folio.js', 'folio.wasm', 'folio_rest.wasm', 'key_worker.js', 'fonts']) {
    const from = path.join(build, 'web', name);
    if (fs.existsSync(from)) fs.cpSync(from, path.join(web, name), { recursive: true });
  }
  fs.appendFileSync(path.join(web, 'folio.js'), `\n// ${mark}\n`);
  // An empty custom section of this name.
  fs.appendFileSync(path.join(web, 'folio.wasm'),
    Buffer.from([0, mark.length + 1, mark.length, ...Buffer.from(mark)]));
  fs.cpSync(siteFolder, site, { recursive: true }); // What is the same is not compressed again.
  execFileSync(process.execPath, [path.join(root, 'scripts/site.mjs'), `--web=${web}`,
    `--out=${site}`, '--brotli=4'], { stdio: ['ignore', 'ignore', 'inherit'] });
  return site;
}

export function removeVersion(site) {
  fs.rmSync(path.dirname(site), { recursive: true });
}

// {version, files} as the page at this folder carries it.
export function releaseOf(site) {
  const page = fs.readFileSync(path.join(site, 'index.html'), 'utf8');
  return JSON.parse(/id="release">(.*?)<\/script>/.exec(page)[1]);
}

// Waits for the first frame; fails at once with the words of a fault page.
export async function started(page) {
  const end = await page.waitForFunction(() => {
    const fault = document.querySelector('#faults:not([hidden]) .fault:not([hidden])');
    if (fault) return fault.textContent;
    return document.getElementById('canvas') && !document.getElementById('start') && 'started';
  }, undefined, { timeout: 60000 });
  const words = await end.jsonValue();
  if (words !== 'started') throw new Error(`the page did not start: ${words}`);
}

// Waits until the service worker is in control, which is after it has kept a whole version.
export async function keptOffline(page) {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated',
    undefined, { timeout: 60000 });
}

export const versionOf = (page) => page.evaluate(() =>
  JSON.parse(document.getElementById('release').textContent).version);

// Errors, refusals of the page's policy among them, from the moment of this call on.
export function watchErrors(page) {
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return errors;
}
