// A person at the page: finds things by role and name in the mirror, and presses them where they
// are drawn, with pointer or finger. Text is typed into whatever has the focus.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './browser.mjs';
import { siteFolder, started } from './site.mjs';
import { serve } from '../../../scripts/serve.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

export class Person {
  constructor(page, { touch = false } = {}) {
    this.page = page;
    this.touch = touch;
    this.pressed = { at: [-1e6, -1e6], time: 0 };
  }

  // The element of this role and name; the last one of several is the one on top. A field for a
  // passphrase has no role of its own in ARIA, so it is found by its name.
  find(role, name) {
    const exact = !(name instanceof RegExp);
    const found = this.page.getByRole(role, { name, exact });
    if (role !== 'textbox' || !exact) return found.last();
    return found.or(this.page.locator(
      `input[type=password][aria-label=${JSON.stringify(name)}]`)).last();
  }

  // Presses the middle of a rectangle; a click() would wait for the canvas to get out of the way.
  // Two presses at one place in short order would be a double click; a person means two presses.
  async pressAt({ x, y, width, height }) {
    const at = [x + width / 2, y + height / 2];
    const { at: before, time } = this.pressed;
    if (Math.hypot(at[0] - before[0], at[1] - before[1]) < 6)
      await this.page.waitForTimeout(Math.max(0, time + 900 - Date.now()));
    this.pressed = { at, time: Date.now() };
    if (this.touch) await this.page.touchscreen.tap(...at);
    else await this.page.mouse.click(...at);
  }

  async press(role, name) {
    const element = this.find(role, name);
    await element.waitFor({ state: 'attached' });
    await this.bringIntoSight(element);
    await this.pressAt(await this.settled(element));
  }

  // Turns the wheel over the region that holds the element until its middle can be seen.
  async bringIntoSight(element) {
    for (;;) {
      const way = await element.evaluate((one) => {
        const region = one.parentElement.closest('[style*="overflow: clip"]');
        if (!region || region.closest('dialog') !== one.closest('dialog')) return null;
        const box = one.getBoundingClientRect(), sight = region.getBoundingClientRect();
        const middle = box.y + box.height / 2;
        if (middle > sight.y && middle < sight.bottom) return null;
        return { at: [sight.x + sight.width / 2, sight.y + sight.height / 2],
          down: middle - sight.y - sight.height / 2 };
      });
      if (!way) return;
      await this.page.mouse.move(...way.at);
      await this.page.mouse.wheel(0, way.down);
      await this.page.waitForTimeout(200);
    }
  }

  // The element's rectangle once it stands still: sheets slide in and lists scroll.
  async settled(element) {
    let before = null;
    for (;;) {
      const now = await element.boundingBox();
      if (now && before && ['x', 'y', 'width', 'height'].every((side) =>
        Math.abs(now[side] - before[side]) < 0.5)) return now;
      before = now;
      await this.page.waitForTimeout(60);
    }
  }

  // Puts the focus into a field and types over what it holds.
  async fill(name, text, role = 'textbox') {
    await this.press(role, name);
    await this.page.waitForFunction(() => /^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName));
    await this.page.keyboard.press('Control+a');
    if (text === '') await this.page.keyboard.press('Delete');
    else await this.page.keyboard.insertText(text);
  }

  // Opens a select box and takes an option.
  async choose(name, option) {
    await this.press('combobox', name);
    await this.press('option', option);
  }

  async sees(text) {
    await this.page.getByText(text, { exact: !(text instanceof RegExp) }).last()
      .waitFor({ state: 'attached' });
  }

  async seesElement(role, name) {
    await this.find(role, name).waitFor({ state: 'attached' });
  }

  // Types an address and lets the page hear of it. A screen may correct the address at once (a
  // form above a list), so what stands there afterwards is not waited for.
  async go(hash) {
    await this.page.evaluate((to) => location.hash === to || new Promise((heard) => {
      addEventListener('popstate', () => requestAnimationFrame(heard), { once: true });
      location.hash = to;
    }), hash);
  }

  async isAt(pattern) {
    await this.page.waitForFunction((source) => new RegExp(source).test(location.hash),
      pattern.source);
  }

  // A command through the page's scripting interface; resolves when it is saved.
  execute(command) {
    return this.page.evaluate((given) => folio.execute(given), command);
  }

  query(name, parameters = {}) {
    return this.page.evaluate(([which, given]) => folio.query(which, given), [name, parameters]);
  }

  // Asks until the answer is as wanted. A refusal (nothing is set up yet) is asked again too.
  async until(name, parameters, isAsWanted) {
    const end = Date.now() + 60000;
    for (;;) {
      const answer = await this.query(name, parameters).catch((error) => error);
      if (!(answer instanceof Error) && isAsWanted(answer)) return answer;
      if (Date.now() > end) throw new Error(`${name} stays ${JSON.stringify(answer)}`);
      await this.page.waitForTimeout(50);
    }
  }

  async reload() {
    await this.page.reload();
    await started(this.page);
  }
}

// The first line of the sample: sets the practice up.
export function sampleSetUp() {
  const file = path.join(root, 'assets/sample/harbour_street.jsonl');
  return JSON.parse(fs.readFileSync(file, 'utf8').split('\n', 1)[0]);
}

// The served page in a browser of its own: {person, page, browser, server, close()}.
//
//   practice  false: an empty store; true: set up as the sample practice, without its clients
//   folder    another build of the page
//   and the options of launch()
export async function openFolio({ practice = true, folder = siteFolder, hash = '', touch = false,
  ...options } = {}) {
  const server = await serve({ folder });
  const browser = await launch({ touch, ...options });
  const page = browser.page;
  await page.goto(server.address);
  await started(page);
  // The disk has been read and what follows from it is drawn.
  await page.evaluate(() => folio.query('settings').catch(() => {}));
  await page.waitForTimeout(300);
  const person = new Person(page, { touch });
  if (practice) await person.execute(sampleSetUp());
  if (hash) await person.go(hash);
  return {
    person, page, browser, server,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

// From the welcome to the open book, by pointer.
export async function setUpPractice(person, { name, passphrase }) {
  await person.press('button', 'Set up your practice');
  await person.fill('Practice name', name);
  for (const step of ['Billing', 'Invoices', 'Safety']) {
    await person.press('button', 'Continue');
    await person.seesElement('heading', step);
  }
  if (passphrase) {
    await person.fill('Passphrase', passphrase);
    await person.fill('The same again', passphrase);
  }
  await person.press('button', 'Open the book');
  await person.until('settings', {}, () => true);
}
