// Starts Debian's own Chromium and Firefox for the browser tests, each with a real profile on disk.
//
// A profile that the caller made outlives the browser (for tests that kill it and come back); else
// it is temporary and goes with close(). WebGL2 is drawn in software, so frames are slow: count
// them or read their pixels, never time them.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';

const chromiumFlags = [
  '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-dev-shm-usage',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
  '--no-first-run', '--password-store=basic', '--force-color-profile=srgb',
  ...(process.getuid() === 0 ? ['--no-sandbox'] : []),
];

export function makeProfile() {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'folio-profile-'));
}

export function removeProfile(profile) {
  fs.rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

// Every process whose command line names the profile: the browser and all its children.
function processesOf(profile) {
  return fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((id) => {
    if (id === process.pid) return false;
    try {
      return fs.readFileSync(`/proc/${id}/cmdline`, 'latin1').includes(profile);
    } catch {
      return false; // It ended meanwhile.
    }
  });
}

// A started Chromium: {context, page, profile, kill(), close()}.
//
//   touch    a coarse pointer and touch events
//   density  device pixels per CSS pixel
//   profile  folder to use and keep
//   args     further command line flags
//   options  further options of playwright's launchPersistentContext
//
// kill() ends all its processes at once, as a crash or a power cut does; nothing is flushed.
export async function launch({ profile, touch = false, width = 1440, height = 900, density = 1,
  args = [], options = {} } = {}) {
  const folder = profile ?? makeProfile();
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: process.env.FOLIO_CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: [...chromiumFlags, ...args],
    viewport: { width, height },
    deviceScaleFactor: density,
    hasTouch: touch,
    isMobile: touch,
    acceptDownloads: true,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    ...options,
  });
  context.setDefaultTimeout(Number(process.env.FOLIO_TEST_PATIENCE_MS ?? 60000));
  const forget = () => {
    if (profile === undefined) removeProfile(folder);
  };
  return {
    context,
    page: context.pages()[0] ?? await context.newPage(),
    profile: folder,
    async kill() {
      for (const id of processesOf(folder)) {
        try {
          process.kill(id, 'SIGKILL');
        } catch (error) {
          if (error.code !== 'ESRCH') throw error;
        }
      }
      while (processesOf(folder).length > 0) await new Promise((done) => setTimeout(done, 10));
      await context.close().catch(() => {}); // Its browser is gone; this frees playwright's side.
      for (const lock of ['SingletonLock', 'SingletonCookie', 'SingletonSocket']) {
        fs.rmSync(path.join(folder, lock), { force: true });
      }
      forget();
    },
    async close() {
      await context.close();
      forget();
    },
  };
}

// A started Firefox (on a virtual screen, as it has no WebGL2 without one), driven by puppeteer:
// {browser, page, profile, close()}.
export async function launchFirefox({ profile, width = 1440, height = 900 } = {}) {
  const { default: puppeteer } = await import('puppeteer-core');
  const folder = profile ?? makeProfile();
  const screen = await virtualScreen(width, height);
  let browser;
  const close = async () => {
    await browser?.close();
    screen.close();
    if (profile === undefined) removeProfile(folder);
  };
  try {
    browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: process.env.FOLIO_FIREFOX ?? '/usr/bin/firefox-esr',
      headless: false,
      defaultViewport: null, // Firefox 140 does not know all that setting one asks for.
      args: [`--width=${width}`, `--height=${height}`],
      userDataDir: folder,
      env: { ...process.env, DISPLAY: screen.display, LIBGL_ALWAYS_SOFTWARE: '1', HOME: folder },
      extraPrefsFirefox: { 'webgl.force-enabled': true, 'app.update.enabled': false,
        'datareporting.policy.dataSubmissionEnabled': false },
      protocolTimeout: 120000,
    });
    const page = await browser.newPage();
    page.waitForFunction = (condition, options, ...given) =>
      holds(page, condition, given, options?.timeout ?? 30000);
    return { browser, page, profile: folder, close };
  } catch (error) {
    await close(); // Or it would outlive the test, which cannot know of it.
    throw error;
  }
}

// Puppeteer's own waiting makes a function of text, which the page's policy forbids in Firefox 140.
async function holds(page, condition, given, patienceMs) {
  const end = Date.now() + patienceMs;
  while (!await page.evaluate(condition, ...given)) {
    if (Date.now() > end) throw new Error(`it never held that ${condition}`);
    await new Promise((done) => setTimeout(done, 30));
  }
}

function virtualScreen(width, height) {
  return new Promise((resolve, reject) => {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${width}x${height + 200}x24`,
      '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    server.on('error', reject);
    server.on('exit', () => reject(new Error('Xvfb ended before it had a display')));
    server.stdio[3].once('data', (number) =>
      resolve({ display: `:${String(number).trim()}`, close: () => server.kill() }));
  });
}

// Stops the page's thread at the `debugger` with which `work` begins. Answers a function that wakes
// it: `work(argument)` goes on in the very same task, before the page can hear of anything that
// happened meanwhile, and its result is answered.
export async function fallAsleep(page, work, argument) {
  const session = await page.context().newCDPSession(page);
  await session.send('Debugger.enable');
  const stopped = new Promise((resolve) => session.once('Debugger.paused', resolve));
  const done = page.evaluate(work, argument);
  await stopped;
  return async () => {
    await session.send('Debugger.resume');
    return done;
  };
}
