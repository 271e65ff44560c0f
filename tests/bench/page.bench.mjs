// What the built page costs in a real browser: its start, its idleness, and a book of 100,000
// invoices in it. One JSON object a line.
//
// The book is that of tests/bench/big_book_bench.cpp, which is run first if it has not been made.
// WebGL is drawn in software, in another process, and the main thread stands still while that one
// draws: costs are processor time of the page's main thread, all its work included (the program,
// the elements' style and layout, painting, committing), not the time that passes.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../../scripts/serve.mjs';
import { launch } from '../browser/lib/browser.mjs';
import { keptOffline, siteFolder, started, temporaryFolder } from '../browser/lib/site.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const starts = 5, scrolledPixels = 30000, idleMs = 10000;
const searches = ['murphy', 'żaneta w', 'kelly s', 'client123', '08755'];
const print = (bench, figures) => console.log(JSON.stringify({ bench, ...figures }));
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const rounded = (value) => Math.round(value * 100) / 100;

function bigBook() {
  const folder = path.join(root, 'build/bench');
  const find = () => fs.existsSync(folder) ?
    fs.readdirSync(folder).filter((name) => /^big_book_v\d+\.sqlite$/.test(name)).sort().at(-1) :
    undefined;
  if (find() === undefined) {
    execFileSync(path.join(root, 'scripts/build'), ['release', 'big_book_bench'],
      { stdio: ['ignore', 2, 2] });
    execFileSync(path.join(root, 'build/release/tests/big_book_bench'), { stdio: ['ignore', 2, 2] });
  }
  return path.join(folder, find());
}

// Notes in the page when the skeleton goes, every animation frame, the program's memory, and how
// often it waits for the rest of the program.
function watch() {
  window.bench = { frames: 0, presentedAt: undefined, memory: undefined, waits: 0 };
  const send = XMLHttpRequest.prototype.send; // Only boot.js uses it, to wait for the rest.
  XMLHttpRequest.prototype.send = function (...given) {
    ++window.bench.waits;
    return send.apply(this, given);
  };
  const next = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (draw) => next((now) => {
    ++window.bench.frames;
    draw(now);
  });
  const make = WebAssembly.instantiate;
  WebAssembly.instantiate = async (...given) => {
    const made = await make.call(WebAssembly, ...given);
    const { exports } = made.instance ?? made;
    window.bench.memory ??= Object.values(exports).find((one) => one instanceof WebAssembly.Memory);
    return made;
  };
  new MutationObserver((_, observer) => {
    if (!document.body || document.getElementById('start')) return;
    observer.disconnect();
    next(() => { window.bench.presentedAt = performance.now(); });
  }).observe(document, { subtree: true, childList: true });
}

async function startAt(context, address) {
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'commit' });
  await started(page);
  await page.waitForFunction(() => window.bench.presentedAt !== undefined);
  const { presentedAt: ms, waits } = await page.evaluate(() => window.bench);
  return { page, ms, waits };
}

// From the navigation to the frame after the first one, with nothing kept and with all kept.
async function measureStarts(address) {
  const first = [], second = [];
  let waits = 0;
  for (let run = 0; run < starts; ++run) {
    const browser = await launch();
    await browser.context.addInitScript(watch);
    const fresh = await startAt(browser.context, address);
    first.push(fresh.ms);
    await keptOffline(fresh.page);
    await fresh.page.close();
    const again = await startAt(browser.context, address);
    second.push(again.ms);
    waits = Math.max(waits, fresh.waits, again.waits);
    await browser.close();
  }
  print('page_start', { first_screen_ms: Math.round(median(first)),
    second_start_ms: Math.round(median(second)), waits_for_the_rest: waits });
}

const framesOf = (page) => page.evaluate(() => window.bench.frames);

async function atRest(page) {
  for (let before = -1, now = 0; before !== now;) {
    before = now;
    await page.waitForTimeout(500);
    now = await framesOf(page);
  }
}

async function measureIdle(page) {
  await page.waitForTimeout(5000); // A start puts off what can wait; it draws once, after 3 s.
  await atRest(page);
  const before = await framesOf(page);
  await page.waitForTimeout(idleMs);
  print('page_idle', { frames_in_10_s: await framesOf(page) - before });
}

// Main thread's processor time of `work`, in milliseconds, and the frames in it.
async function costOf(page, cdp, work) {
  const taskMs = async () => (await cdp.send('Performance.getMetrics')).metrics
    .find((one) => one.name === 'TaskDuration').value * 1000;
  const framesBefore = await framesOf(page), before = await taskMs();
  await work();
  const ms = await taskMs() - before;
  return { ms, frames: await framesOf(page) - framesBefore };
}

const goTo = async (page, hash) => {
  await page.evaluate((to) => { location.hash = to; }, hash);
  await atRest(page);
};

async function measureScrolling(page, cdp) {
  await goTo(page, '#/invoices');
  // A wheel turned without a pause, as the browser itself makes it.
  const scroll = (distance) => cdp.send('Input.synthesizeScrollGesture', { x: 720, y: 500,
    yDistance: -distance, speed: 3000, preventFling: true, gestureSourceType: 'mouse' });
  await scroll(5000); // Glyphs and code that are met for the first time.
  const cost = await costOf(page, cdp, () => scroll(scrolledPixels));
  print('page_scroll', { cpu_ms_a_frame: rounded(cost.ms / cost.frames), frames: cost.frames });
}

async function measureSearch(page, cdp) {
  const queries = await page.evaluate(async (texts) => {
    const ms = [];
    for (const text of texts) {
      for (let length = 1; length <= text.length; ++length) {
        const before = performance.now();
        await folio.query('clients', { search: text.slice(0, length) });
        ms.push(performance.now() - before);
      }
    }
    return ms;
  }, searches);
  await goTo(page, '#/clients');
  const field = await page.getByRole('searchbox').or(page.getByRole('textbox')).first().boundingBox();
  await page.mouse.click(field.x + field.width / 2, field.y + field.height / 2);
  const keys = [];
  for (const text of searches) {
    await page.keyboard.press('Control+a');
    for (const key of text) {
      const cost = await costOf(page, cdp, async () => {
        if (/[a-z0-9]/.test(key)) await page.keyboard.press(key);
        else await page.keyboard.insertText(key); // No key of the board that the driver knows.
        await page.evaluate(() => new Promise((done) => { requestAnimationFrame(done); }));
      });
      keys.push(cost.ms);
    }
  }
  print('page_search', { keystroke_ms: rounded(median(keys)), most_ms: rounded(Math.max(...keys)),
    query_ms: rounded(median(queries)), most_query_ms: rounded(Math.max(...queries)) });
}

async function measureBigBook(folder, address, browser) {
  const book = bigBook();
  const bytes = fs.statSync(book).size;
  fs.symlinkSync(book, path.join(folder, 'book.sqlite'));
  const { page } = await startAt(browser.context, address);
  await page.evaluate(async () => {
    const file = await (await fetch('book.sqlite')).arrayBuffer();
    await folio.restore(new Uint8Array(file));
  });
  const memory = () => page.evaluate(() => window.bench.memory.buffer.byteLength);
  const restoring = await memory();
  await page.reload();
  await started(page);
  await keptOffline(page); // Its news draws a frame.
  await measureIdle(page);
  const cdp = await browser.context.newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await measureScrolling(page, cdp);
  await measureSearch(page, cdp);
  print('page_memory', { restoring_times_the_book: rounded(restoring / bytes),
    working_times_the_book: rounded(await memory() / bytes) });
}

const folder = temporaryFolder();
fs.cpSync(siteFolder, folder, { recursive: true });
const server = await serve({ folder });
try {
  await measureStarts(server.address);
  const browser = await launch();
  await browser.context.addInitScript(watch);
  await measureBigBook(folder, server.address, browser);
  await browser.close();
} finally {
  await server.close();
  fs.rmSync(folder, { recursive: true });
}
