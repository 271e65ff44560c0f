// An invoice from nothing to its number, written in the real page and found through its mirror;
// and a draft that outlives the death of the browser.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serve } from '../../scripts/serve.mjs';
import { launch, makeProfile, removeProfile } from './lib/browser.mjs';
import { openFolio, Person, sampleSetUp } from './lib/person.mjs';
import { siteFolder, started } from './lib/site.mjs';

const standard = sampleSetUp().taxes.find((tax) => tax.category === 'standard').id;
const service = { command: 'add_service', name: 'Written report', unit_price: '120',
  price_mode: 'net', unit: 'hour', taxes: [standard] };

// Waits until the person is in the field.
const inField = (page, name) => page.waitForFunction((wanted) =>
  document.activeElement?.getAttribute('aria-label') === wanted, name);

async function typeOver(page, text) {
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

test('invoice: client, two lines and a discount become a numbered invoice that stays',
  { timeout: 300000 }, async () => {
    const { person, page, close } = await openFolio();
    try {
      await person.execute(service);
      await person.go('#/invoices/new');
      await person.press('combobox', 'Client');
      await inField(page, 'Client');
      await page.keyboard.type('Żaneta Wójcik');
      await person.seesElement('option', 'Create “Żaneta Wójcik”');
      await page.keyboard.press('Control+Enter');
      await inField(page, 'Name');
      for (let field = 0; field < 3; ++field) await page.keyboard.press('Tab');
      await inField(page, 'Address');
      await page.keyboard.type('18 Quay Lane');
      await page.keyboard.press('Control+Enter');
      await person.seesElement('heading', 'Żaneta Wójcik');
      await person.press('button', 'Service');
      await inField(page, 'Name');
      await page.keyboard.type('writ');
      await person.seesElement('option', 'Written report');
      await page.keyboard.press('Enter');
      await inField(page, 'Qty');
      await typeOver(page, '1.5');
      await person.isAt(/^#\/drafts\//); // Once nothing is open above the form.
      await person.press('button', 'Write-in');
      await inField(page, 'Name');
      await page.keyboard.type('Room for family meeting');
      await page.keyboard.press('Enter');
      await inField(page, 'Qty');
      await page.keyboard.press('Enter');
      await inField(page, 'Price');
      // A comma groups thousands here: refused, not read as 250.
      await typeOver(page, '25,0');
      await page.keyboard.press('Enter');
      await person.sees(/^Price: /);
      await person.press('textbox', 'Price');
      await typeOver(page, '25');
      await page.keyboard.press('Escape');

      await person.press('button', 'Discount or surcharge');
      await person.seesElement('dialog', 'Discount or surcharge');
      await person.fill('Percent', '10');
      await page.keyboard.press('Control+Enter');
      // 180.00 + 25.00, less 10 %; 23 % on the report's share, the write-in is without tax.
      const finalize = /^Finalize €221\.76$/;
      await person.seesElement('button', finalize);
      await person.seesElement('document', 'Draft invoice, page 1 of 1');

      await person.press('button', finalize);
      const dialog = person.find('dialog', 'Finalize this invoice?');
      await dialog.waitFor({ state: 'attached' });
      assert.match(await dialog.getAttribute('aria-description'), /INV-0001/);
      // Back closes the dialog and stays on the draft.
      await page.goBack();
      await dialog.waitFor({ state: 'detached' });
      await person.isAt(/^#\/drafts\//);
      await person.press('button', finalize);
      await person.press('button', 'Finalize');
      await person.isAt(/^#\/invoices\//);
      await person.sees('INV-0001 finalized');

      const id = await page.evaluate(() => location.hash.split('/').at(-1));
      assert.match(JSON.stringify(await person.query('invoice', { id })), /"INV-0001"/);
      await person.reload();
      assert.match(JSON.stringify(await person.query('invoice', { id })), /"INV-0001"/);
    } finally {
      await close();
    }
  });

test('invoice: a draft that was only typed is there again after the browser died',
  { timeout: 300000 }, async () => {
    const profile = makeProfile();
    // One server for both lives: the book belongs to the address.
    const server = await serve({ folder: siteFolder });
    const open = async () => {
      const browser = await launch({ profile });
      await browser.page.goto(server.address);
      await started(browser.page);
      return { browser, page: browser.page, person: new Person(browser.page) };
    };
    try {
      const first = await open();
      await first.person.execute(sampleSetUp());
      await first.person.go('#/invoices/new');
      await first.person.press('textbox', 'Memo');
      await inField(first.page, 'Memo');
      await first.page.keyboard.type('Thank you for your visits.');
      await first.person.isAt(/^#\/drafts\//);
      const address = await first.page.evaluate(() => location.hash);
      // Nobody presses Save: a pause in typing is enough.
      await first.person.until('draft', { id: address.split('/').at(-1) },
        (answer) => JSON.stringify(answer).includes('for your visits.'));
      await first.person.sees('Saved on this device');
      await first.browser.kill();

      const second = await open();
      try {
        await second.person.go(address);
        const memo = second.person.find('textbox', 'Memo');
        await memo.waitFor({ state: 'attached' });
        assert.equal(await memo.inputValue(), 'Thank you for your visits.');
      } finally {
        await second.browser.close();
      }
    } finally {
      await server.close();
      removeProfile(profile);
    }
  });

test('invoice: a new one has nothing to finalize, print or delete until it is kept', async () => {
  const { person, page, close } = await openFolio({ hash: '#/invoices/new' });
  try {
    await person.seesElement('button', 'Continue');
    for (const name of [/^Finalize/, 'PDF', 'More actions'])
      assert.equal(await page.getByRole('button', { name, exact: true }).count(), 0);
    await person.press('button', 'Continue');
    await inField(page, 'Name'); // Of its first line.
    await person.isAt(/^#\/drafts\//);
    await person.seesElement('button', 'PDF');
    await person.seesElement('button', 'More actions');
    assert.equal(await page.getByRole('button', { name: 'Continue', exact: true }).count(), 0);
    assert.equal(await page.getByRole('button', { name: /^Finalize/ }).count(), 1);
  } finally {
    await close();
  }
});
