// The behaviours page of a test build: {page, cdp, tap, status, report, close}.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../../../scripts/serve.mjs';
import { launch } from './browser.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const folder = process.env.FOLIO_TEST_SITE ?? path.join(root, 'build/site_test');

// Starts a browser on the page at `hash`. Options are those of launch.
export async function openBehaviours({ hash = '#/test', prepare, ...options } = {}) {
  const server = await serve({ folder, port: 0 });
  const browser = await launch(options);
  const { page, context } = browser;
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await prepare?.(page);
  await page.goto(server.address + hash);
  await page.waitForSelector('#mirror h1', { state: 'attached', timeout: 120000 });
  await quiet(page);
  return {
    page,
    context,
    faults,
    address: server.address,
    cdp: await context.newCDPSession(page),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

// The element of a node by role and name, as assistive technology finds it.
export function node(page, role, name) {
  return page.getByRole(role, { name, exact: true });
}

// Middle of a node in the window.
export async function middle(page, role, name) {
  const box = await node(page, role, name).boundingBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

// Presses a node where a person would: its element takes no pointer, the canvas below does.
export async function click(page, role, name, options) {
  const at = await middle(page, role, name);
  await page.mouse.click(at.x, at.y, options);
  await quiet(page);
}

export async function tap(page, role, name) {
  const at = await middle(page, role, name);
  await page.touchscreen.tap(at.x, at.y);
  await quiet(page);
}

export const report = (page) => page.evaluate(() => window.folioTest.report());
export const status = (page) => page.locator('#mirror [role=status]').textContent();
export const focused = (page) => page.evaluate(() =>
  document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent);

// Waits until the program wants no more frames: nothing moves, no input waits.
export async function quiet(page) {
  for (let tries = 0; tries < 600; ++tries) {
    await page.waitForTimeout(25);
    if (!(await report(page)).pending) return;
  }
  throw new Error('the page never comes to rest: ' + (await report(page)).wakes.join(' '));
}
