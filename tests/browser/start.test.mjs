// How the page starts, and what it says when it cannot: progress, faults, policy, any folder of a
// host, the single file.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { serve } from '../../scripts/serve.mjs';
import { launch } from './lib/browser.mjs';
import { Person } from './lib/person.mjs';
import { releaseOf, siteFolder, started, temporaryFolder, watchErrors } from './lib/site.mjs';

let server, browser;
before(async () => {
  server = await serve({ folder: siteFolder, under: '/practice/folio/' });
  browser = await launch();
});
after(async () => {
  await browser.close();
  await server.close();
});

// A page of its own in the shared browser, without what an earlier test left in the profile.
async function freshPage() {
  const page = await browser.context.newPage();
  const session = await browser.context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin',
    { origin: new URL(server.address).origin, storageTypes: 'all' });
  await session.send('Network.clearBrowserCache');
  return { page, session };
}

const shownFault = (page) => page.waitForFunction(() =>
  document.querySelector('#faults:not([hidden]) .fault:not([hidden])')?.id)
  .then((id) => id.jsonValue());

const policyOf = (page) =>
  page.locator('meta[http-equiv=Content-Security-Policy]').getAttribute('content');

test('start: progress only grows, ends at 100, and the skeleton goes with the first frame',
  async () => {
    const { page, session } = await freshPage();
    await page.addInitScript(() => {
      window.progressSeen = [];
      new MutationObserver((changes) => {
        for (const { target } of changes)
          window.progressSeen.push([target.role, Number(target.getAttribute('aria-valuenow'))]);
      }).observe(document, { subtree: true, attributeFilter: ['aria-valuenow'] });
    });
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions',
      { offline: false, latency: 20, downloadThroughput: 1e5, uploadThroughput: 1e5 });
    await page.goto(server.address, { waitUntil: 'commit' });
    await started(page);
    const seen = await page.evaluate(() => window.progressSeen);
    assert.ok(seen.every(([role]) => role === 'progressbar'), JSON.stringify(seen));
    // Changes made between two reports of the observer are each reported with the latest value.
    const steps = [...new Set(seen.map(([, now]) => now))];
    assert.ok(steps.length > 5, `few steps: ${steps}`);
    assert.deepEqual(steps, [...steps].sort((a, b) => a - b));
    assert.equal(steps.at(-1), 100);
    await page.close();
  });

// The page's own requests as [name of the file, how]; a wait for the rest of the program is 'xhr'.
function requestsOf(page) {
  const { files } = releaseOf(siteFolder), seen = [];
  page.on('request', (request) => {
    const name = Object.keys(files).find((each) =>
      request.url() === new URL(files[each].url, server.address).href);
    if (name && request.serviceWorker() === null) seen.push([name, request.resourceType()]);
  });
  return seen;
}

test('start: the first screen fetches each of its files once; then the rest of the program comes',
  async () => {
    const { page } = await freshPage();
    const seen = requestsOf(page);
    const rest = page.waitForRequest((request) =>
      /folio_rest/.test(request.url()) && request.resourceType() === 'fetch');
    await page.goto(server.address);
    await started(page);
    await rest;
    const expected = Object.entries(releaseOf(siteFolder).files).filter(([, { first }]) => first)
      .map(([name]) => name);
    const isRest = ([name]) => name === 'folio_rest.wasm';
    assert.deepEqual(seen.filter((one) => !isRest(one)).map(([name]) => name).sort(),
      expected.sort());
    await page.close();
  });

test('start: at another address than the first screen\'s the rest is part of the start', async () => {
  const { page } = await freshPage();
  const seen = requestsOf(page);
  await page.goto(`${server.address}#/invoices`);
  await started(page);
  assert.deepEqual(seen.filter(([name]) => name === 'folio_rest.wasm'),
    [['folio_rest.wasm', 'fetch']]);
  await page.close();
});

// A page that no service worker answers, in a browser of its own: the host alone has the rest.
async function pageWithoutWorker() {
  const alone = await launch();
  await alone.page.addInitScript(() => { delete Navigator.prototype.serviceWorker; });
  return { page: alone.page, close: () => alone.close() };
}

test('start: who needs the rest before it is here waits for it', async () => {
  const { page, close } = await pageWithoutWorker();
  const seen = requestsOf(page);
  await page.route(/folio_rest/, (route) => route.request().resourceType() === 'fetch' ?
    route.abort() : route.continue());
  await page.goto(server.address);
  await started(page);
  const person = new Person(page);
  await person.press('button', 'Set up your practice');
  await person.seesElement('textbox', 'Practice name');
  assert.ok(seen.some(([name, how]) => name === 'folio_rest.wasm' && how === 'xhr'));
  await close();
});

test('start: a rest that cannot be fetched is told as such, and a reload starts again', async (t) => {
  const { page, close } = await pageWithoutWorker();
  t.after(close); // Also when it fails, or the run would never end.
  const seen = requestsOf(page);
  await page.route(/folio_rest/, (route) => route.abort());
  await page.goto(server.address);
  await started(page).catch((error) => {
    if (seen.some(([, how]) => how === 'xhr'))
      t.diagnostic('the first screen waits for the rest: run scripts/first_screen.mjs');
    throw error;
  });
  const person = new Person(page);
  await person.press('button', 'Set up your practice');
  assert.equal(await shownFault(page), 'fault-fetch');
  await page.unroute(/folio_rest/);
  await page.locator('#fault-fetch .reload').click();
  await started(page);
  await person.press('button', 'Set up your practice');
  await person.seesElement('textbox', 'Practice name');
});

test('start: after ten seconds the page says that it is still starting', async () => {
  const { page } = await freshPage();
  await page.addInitScript(() => {
    const wait = window.setTimeout;
    window.setTimeout = (then, ms, ...more) => {
      if (ms !== 10000) return wait(then, ms, ...more);
      window.passTenSeconds = then;
    };
  });
  await page.route('**/*.wasm', () => {}); // Never answered.
  await page.goto(server.address);
  const hint = page.locator('#still-starting');
  assert.equal(await hint.textContent(), '');
  await page.evaluate(() => window.passTenSeconds());
  assert.match(await hint.textContent(), /^Still starting/);
  await page.close();
});

const faults = [
  { name: 'a browser without WebAssembly is told so', fault: 'fault-wasm',
    prepare: (page) => page.addInitScript(() => { delete window.WebAssembly; }) },
  { name: 'a missing file is told as such', fault: 'fault-fetch',
    prepare: (page) => page.route('**/*.wasm', (route) => route.fulfill({ status: 404 })) },
  { name: 'a broken connection is told as such', fault: 'fault-fetch',
    prepare: (page) => page.route('**/folio.*.js', (route) => route.abort()) },
  { name: 'a program that is no program stops with the reason', fault: 'fault-stopped',
    prepare: (page) => page.route('**/*.wasm', (route) =>
      route.fulfill({ contentType: 'application/wasm', body: 'not wasm' })) },
];
for (const { name, fault, prepare } of faults) {
  test(`start: ${name}`, async () => {
    const { page } = await freshPage();
    await prepare(page);
    await page.goto(server.address);
    assert.equal(await shownFault(page), fault);
    assert.equal(await page.locator('#start').count(), 0);
    assert.ok(await page.locator(`#${fault} .reload`).isVisible());
    await page.close();
  });
}

test('start: without WebGL2 the page names the reason and the remedy', async () => {
  const blind = await launch({ args: ['--disable-gpu', '--disable-3d-apis'] });
  await blind.page.goto(server.address);
  assert.equal(await shownFault(blind.page), 'fault-webgl2');
  assert.match(await blind.page.locator('#fault-webgl2').textContent(), /graphics\s+acceleration/);
  await blind.close();
});

test('start: an error later says what happened, and a reload starts again', async () => {
  const { page } = await freshPage();
  // Errors of code that the debugger evaluates are not the page's; a listener's are.
  await page.addInitScript(() =>
    addEventListener('break', () => { throw new Error('a bug in the page'); }));
  await page.goto(server.address);
  await started(page);
  await page.evaluate(() => { dispatchEvent(new Event('break')); });
  assert.equal(await shownFault(page), 'fault-stopped');
  const words = await page.locator('#fault-stopped').textContent();
  assert.match(words, /safe in this browser/);
  assert.match(words, /a bug in the page/);
  const reloaded = page.waitForEvent('load');
  await page.locator('#fault-stopped .reload').click();
  await reloaded;
  await started(page);
  await page.close();
});

test('start: the policy is strict and nothing in the page offends it', async () => {
  const { page } = await freshPage();
  const errors = watchErrors(page);
  await page.goto(server.address);
  await started(page);
  assert.equal(await policyOf(page), "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; " +
    "style-src 'self'; font-src 'self' blob:; img-src 'self' blob: data:; " +
    "worker-src 'self' blob:; frame-src blob:; manifest-src 'self'; connect-src 'self' https: http://localhost:*");
  assert.deepEqual(errors, []);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.wasInjected = true';
    document.head.append(script);
  });
  assert.equal(await page.evaluate(() => window.wasInjected), undefined);
  await page.close();
});

test('start: the single file runs from file:// alone, scripts allowed by hash only', async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'folio.html'), address = pathToFileURL(file).href;
  fs.copyFileSync(path.join(siteFolder, 'folio.html'), file);
  const stick = await launch();
  const errors = watchErrors(stick.page);
  const requested = [];
  stick.page.on('request', (request) => requested.push(request.url()));
  await stick.page.goto(address);
  await started(stick.page);
  assert.deepEqual(errors, []);
  assert.deepEqual(requested.filter((url) => !/^(data|blob):/.test(url)), [address]);
  assert.match(await policyOf(stick.page), /script-src ('sha256-[\w+/=]+' ){2}'wasm-unsafe-eval'/);
  await stick.close();
  fs.rmSync(folder, { recursive: true });
});

test('start: the page can be installed', async () => {
  const { page, session } = await freshPage();
  await page.goto(server.address);
  await started(page);
  const { errors, url } = await session.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  assert.equal(url, `${server.address}manifest.webmanifest`);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  assert.deepEqual(installabilityErrors, []);
  await page.close();
});
