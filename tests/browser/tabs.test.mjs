// One book in two tabs: who may write, and what a person and a script hear when that changes.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fallAsleep } from './lib/browser.mjs';
import { openFolio, Person } from './lib/person.mjs';
import { started } from './lib/site.mjs';

let folio, second;
before(async () => {
  folio = await openFolio({ options: { reducedMotion: 'reduce' } });
  const page = await folio.page.context().newPage();
  await page.goto(folio.page.url());
  await started(page);
  second = new Person(page);
});
after(() => folio.close());

const names = async (person) => (await person.query('clients')).rows.map(({ name }) => name);

test('tabs: the second reads along, takes the book, and the first writes nothing any more', async () => {
  const { person, page } = folio;
  await second.seesElement('button', 'Work here');
  const wake = await fallAsleep(page, (command) => {
    debugger;
    return folio.execute(command).then(() => 'saved', ({ code, detail }) => ({ code, detail }));
  }, { command: 'add_client', kind: 'person', name: 'Too Late' });
  await second.press('button', 'Work here');
  await second.sees('Saved on this device');
  await second.execute({ command: 'add_client', kind: 'person', name: 'Ada Lovelace' });
  assert.deepEqual(await wake(), { code: 408, detail: 'taken over by another tab' });
  await person.seesElement('alert', 'Not saved. Another tab took the book before the last change was saved.');
  assert.deepEqual(await names(second), ['Ada Lovelace']);

  // The first takes it back: what it could not save is gone, what the second saved is there.
  await person.press('button', 'Work here');
  await person.sees('Saved on this device');
  assert.deepEqual(await names(person), ['Ada Lovelace']);
  await person.execute({ command: 'add_client', kind: 'person', name: 'Grace Hopper' });
  await second.seesElement('button', 'Work here');
  await second.until('clients', {}, ({ rows }) => rows.length === 2);
});
