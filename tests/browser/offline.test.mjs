// One visit, then no network for good; and one version after the other, never mixed.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { serve } from '../../scripts/serve.mjs';
import { launch, launchFirefox, makeProfile, removeProfile } from './lib/browser.mjs';
import { keptOffline, makeVersion, releaseOf, removeVersion, siteFolder, started, temporaryFolder,
  versionOf, watchErrors } from './lib/site.mjs';

let next; // A second version of the page.
before(() => { next = makeVersion('next'); });
after(() => removeVersion(next));

test('offline: after one visit the page starts with network and host gone', async () => {
  const profile = makeProfile();
  const server = await serve({ folder: siteFolder, under: '/practice/' });
  const first = await launch({ profile });
  await first.page.goto(server.address);
  await started(first.page);
  await keptOffline(first.page);
  await first.close();
  await server.close();

  const second = await launch({ profile });
  await second.context.setOffline(true);
  const errors = watchErrors(second.page), waits = [];
  second.page.on('request', (request) => {
    if (request.resourceType() === 'xhr') waits.push(request.url());
  });
  for (const entry of ['', '?installed', 'index.html', '#/invoices']) {
    await second.page.goto('about:blank');
    await second.page.goto(server.address + entry);
    await started(second.page);
  }
  assert.equal(await versionOf(second.page), releaseOf(siteFolder).version);
  assert.deepEqual(errors, []);
  assert.deepEqual(waits, [], 'A page never waits for its own service worker.');
  await second.close();
  removeProfile(profile);
});

// Sizes of files as the page gets them, 'none' for one that it does not get.
const sizesOf = (page, urls) => page.evaluate((addresses) => {
  const sizeOf = (address) => fetch(address).then((answer) => answer.arrayBuffer())
    .then((bytes) => bytes.byteLength, () => 'none');
  return Promise.all(addresses.map(sizeOf));
}, urls);

const files = Object.values(releaseOf(siteFolder).files);

test('offline: after one visit the fonts of all scripts are here, too', async () => {
  const server = await serve({ folder: siteFolder });
  const { page, close } = await launch();
  await page.goto(server.address);
  await started(page);
  await keptOffline(page);
  const isKept = (urls) => Promise.all(urls.map((url) => caches.match(url)))
    .then((found) => found.every(Boolean));
  const urls = files.map((file) => file.url);
  for (let tries = 0; !await page.evaluate(isKept, urls); ++tries) {
    assert.ok(tries < 600, 'not kept in a minute');
    await page.waitForTimeout(100);
  }
  await server.close();
  assert.deepEqual(await sizesOf(page, urls), files.map((file) => file.size));
  await close();
});

test('offline: who saves data gets a script at its first use, and keeps it', async () => {
  const [used, other] = files.filter((file) => /noto/.test(file.url));
  const server = await serve({ folder: siteFolder });
  const { page, close } = await launch();
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  await page.goto(server.address);
  await started(page);
  await keptOffline(page);
  assert.deepEqual(await sizesOf(page, [used.url]), [used.size]);
  await server.close();
  assert.deepEqual(await sizesOf(page, [used.url, other.url]), [used.size, 'none']);
  await close();
});

// A host whose folder can be replaced at once: {address, show(site), close()}.
async function changingHost(site) {
  const folder = temporaryFolder(), current = path.join(folder, 'current');
  const show = (next) => {
    fs.rmSync(current, { force: true });
    fs.symlinkSync(next, current);
  };
  show(site);
  const { address, close } = await serve({ folder: current, under: '/folio/' });
  return {
    address, show,
    close: async () => {
      await close();
      fs.rmSync(folder, { recursive: true });
    },
  };
}

const lookForUpdate = (page) => page.evaluate(() => navigator.serviceWorker.getRegistration()
  .then((registration) => registration.update()).then(() => null, (error) => error.message));

// What the page runs: the version it carries and the program files it loaded.
const running = (page) => page.evaluate(() => ({
  version: JSON.parse(document.getElementById('release').textContent).version,
  program: [...new Set(performance.getEntriesByType('resource')
    .map((entry) => entry.name.split('/').pop()).filter((name) => /^folio\./.test(name)))].sort(),
}));

async function assertRuns(page, site) {
  const { version, files } = releaseOf(site);
  assert.deepEqual(await running(page),
    { version, program: [files['folio.js'].url, files['folio.wasm'].url].sort() });
}

async function openTab(context, address) {
  const page = await context.newPage();
  await page.goto(address);
  await started(page);
  await keptOffline(page);
  return page;
}

test('update: a new version waits for the person, then replaces the old one in every tab',
  async () => {
    const host = await changingHost(siteFolder);
    const { context, close } = await launch();
    const page = await openTab(context, host.address);
    const other = await openTab(context, host.address);

    host.show(next);
    assert.equal(await lookForUpdate(page), null);
    await page.locator('#new-version').waitFor();
    await other.locator('#new-version').waitFor();
    // A plain reload does not mix: the old version answers whole until the person decides.
    await page.reload();
    await started(page);
    await assertRuns(page, siteFolder);
    await page.locator('#new-version').waitFor();

    const reloaded = [page, other].map((each) => each.waitForEvent('load'));
    await page.locator('#new-version').getByRole('button', { name: 'Reload' }).click();
    await Promise.all(reloaded);
    for (const each of [page, other]) {
      await started(each);
      await assertRuns(each, next);
      assert.equal(await each.locator('#new-version').count(), 0);
    }
    assert.deepEqual(await page.evaluate(() => caches.keys()),
      [`folio /folio/ ${releaseOf(next).version}`]);
    await host.close(); // The new version is kept whole, too.
    await page.reload();
    await started(page);
    await assertRuns(page, next);
    await close();
  });

test('update: it waits while any tab has unsaved work', async () => {
  const host = await changingHost(siteFolder);
  const { context, close } = await launch();
  const page = await openTab(context, host.address);
  const other = await openTab(context, host.address);
  await other.evaluate(() => window.folioUpdates.unsaved(true));
  host.show(next);
  await lookForUpdate(page);
  const notice = page.locator('#new-version');
  await notice.getByRole('button', { name: 'Reload' }).click();
  await notice.getByText('Not everything is saved yet.').waitFor();
  await assertRuns(page, siteFolder);

  await other.evaluate(() => window.folioUpdates.unsaved(false));
  const reloaded = page.waitForEvent('load');
  await notice.getByRole('button', { name: 'Reload' }).click();
  await reloaded;
  await started(page);
  await assertRuns(page, next);
  await close();
  await host.close();
});

test('update: a version with a file of another is not taken, and is once it is whole', async () => {
  const host = await changingHost(siteFolder);
  const { context, close } = await launch();
  const page = await openTab(context, host.address);

  const wasm = path.join(next, releaseOf(next).files['folio.wasm'].url);
  const whole = ['', '.br', '.gz'].map((ending) => [wasm + ending, fs.readFileSync(wasm + ending)]);
  const old = path.join(siteFolder, releaseOf(siteFolder).files['folio.wasm'].url);
  for (const ending of ['', '.br', '.gz']) fs.copyFileSync(old + ending, wasm + ending);
  host.show(next);
  await lookForUpdate(page);
  await page.waitForFunction(() => navigator.serviceWorker.getRegistration()
    .then((registration) => registration.installing === null));
  assert.equal(await page.locator('#new-version').count(), 0);
  await page.reload();
  await started(page);
  await assertRuns(page, siteFolder);
  assert.deepEqual(await page.evaluate(() => caches.keys()),
    [`folio /folio/ ${releaseOf(siteFolder).version}`]);

  for (const [file, bytes] of whole) fs.writeFileSync(file, bytes);
  // The reload above has made the browser look by itself; a look that joins that one may still see
  // the file of before.
  const isOffered = () => page.locator('#new-version').waitFor({ timeout: 10000 })
    .then(() => true, () => false);
  let looks = 0;
  do {
    assert.ok(++looks < 6, 'the whole version was not taken');
    await lookForUpdate(page);
  } while (!await isOffered());
  await close();
  await host.close();
});

test('offline: Firefox starts without its host after one visit', async () => {
  const server = await serve({ folder: siteFolder });
  const { page, close } = await launchFirefox();
  const isStarted = () => document.getElementById('faults').hidden &&
    document.getElementById('start') === null;
  await page.goto(server.address);
  await page.waitForFunction(isStarted, { timeout: 90000 });
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated',
    { timeout: 60000 });
  await server.close();
  await page.reload();
  await page.waitForFunction(isStarted, { timeout: 90000 });
  await close();
});
