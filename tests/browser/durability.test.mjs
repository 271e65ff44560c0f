// What was acknowledged is there after the browser died, the disk failed, the tab was not alone.
// FOLIO_KILLS sets how often the browser is killed (10).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fallAsleep, launch, makeProfile, removeProfile } from './lib/browser.mjs';
import { addClient, addInvoice, commitInvoice, countsOf, invoice, load, logItems, logKeys, openBook,
  serveStorage, stateOf } from './lib/storage.mjs';

let server;
before(async () => { server = await serveStorage(); });
after(async () => { await server.close(); });

// One browser on a profile of its own for one test.
function browserTest(name, body) {
  test(name, { timeout: 300000 }, async () => {
    const browser = await launch();
    try {
      await load(browser.page, server);
      await body(browser);
    } finally {
      await browser.close();
    }
  });
}

// Every invoice whole, with its lines and its audit entry, and none missing in between.
async function assertWhole(page) {
  const [[check]] = await page.evaluate(() => storagePage.query('PRAGMA quick_check'));
  assert.equal(check, 'ok');
  const [[invoices, last, lines, entries]] = await page.evaluate(() => storagePage.query(
    `SELECT (SELECT count(*) FROM invoice), (SELECT coalesce(max(id), 0) FROM invoice),
     (SELECT count(*) FROM line), (SELECT count(*) FROM audit)`));
  assert.equal(last, invoices);
  assert.equal(lines, 4 * invoices);
  assert.equal(entries, invoices + 1);
  return invoices;
}

test('a browser killed in a stream of commits loses none that was acknowledged', { timeout: 1800000 },
  async (t) => {
    const profile = makeProfile(), kills = Number(process.env.FOLIO_KILLS ?? 10);
    let acknowledged = 0, found = 0, browser;
    try {
      for (let round = 0; round <= kills; ++round) {
        browser = await launch({ profile });
        await browser.page.exposeFunction('acknowledge', (id) => {
          acknowledged = Math.max(acknowledged, id);
        });
        await load(browser.page, server);
        await openBook(browser.page);
        assert.equal((await stateOf(browser.page)).phase, 'ready', `round ${round}`);
        if (round === 0) await addClient(browser.page);
        found = await assertWhole(browser.page);
        assert.ok(found >= acknowledged, `round ${round}: ${found} of ${acknowledged}`);
        if (round === kills) break;
        // Some commits wait for their acknowledgement, some pile up, and the log is folded between.
        await browser.page.evaluate(([sample, first]) => {
          const commit = (id) => {
            const lines = sample.lines.map((line) => ({ ...line, id: id * 4 + line.pos }));
            const uuid = sample.uuid.slice(0, -12) + String(id).padStart(12, '0');
            return storagePage.commitInvoice({ ...sample, id, uuid, number: `INV-${id}`, lines });
          };
          const stream = async () => {
            for (let id = first; ; id += 3) {
              const revisions = [commit(id), commit(id + 1), commit(id + 2)];
              revisions.forEach((revision, index) => {
                if (revision < 0) throw new Error(`refused ${-revision}`);
                storagePage.saved(revision).then(() => acknowledge(id + index));
              });
              await storagePage.saved(revisions[Math.floor(Math.random() * 3)]);
              if (Math.random() < 0.2) storagePage.fold();
            }
          };
          globalThis.streaming = stream();
        }, [invoice(1), found + 1]);
        await new Promise((done) => setTimeout(done, 100 + Math.random() * 900));
        await browser.kill();
      }
      t.diagnostic(`${kills} kills, ${acknowledged} acknowledged, ${found} found`);
      assert.ok(acknowledged > kills, 'the stream ran');
    } finally {
      await browser?.kill();
      removeProfile(profile);
    }
  });

browserTest('a commit is one record, a rollback none', async ({ page }) => {
  await openBook(page);
  await addClient(page);
  const records = (await logKeys(page)).length;
  for (let id = 1; id <= 15; ++id) await addInvoice(page, id);
  for (let id = 50; id < 60; ++id)
    assert.equal(await page.evaluate((value) => storagePage.rollBackInvoice(value), invoice(id)), 0);
  await addInvoice(page, 16);
  assert.equal((await logKeys(page)).length, records + 16);
  assert.equal(await assertWhole(page), 16);
});

browserTest('an aborted write says so, refuses what binds, and is saved by a retry', async ({ page }) => {
  await openBook(page);
  await addClient(page);
  await page.evaluate(() => {
    const { commit } = IDBTransaction.prototype;
    IDBTransaction.prototype.commit = function () { this.abort(); };
    globalThis.mend = () => { IDBTransaction.prototype.commit = commit; };
  });
  assert.ok(await commitInvoice(page, 1) > 0);
  await page.evaluate(() => storagePage.until((state) => state.save === 'not saved'));
  const failed = await stateOf(page);
  assert.equal(failed.reason, 'aborted');
  assert.equal(failed.binding, -409, 'base::Code::not_saved');
  assert.ok(failed.saved < failed.revision);
  assert.ok(await commitInvoice(page, 2) > 0, 'a draft goes on');
  await page.evaluate(() => mend());
  // By itself, a second after the failure.
  await page.evaluate(() => storagePage.until((state) => state.save === 'saved'));
  assert.equal((await stateOf(page)).binding, 0);
  await load(page, server);
  await openBook(page);
  assert.equal(await assertWhole(page), 2);
});

browserTest('a full quota is said, a copy can be taken, and room lets it save', async ({ context, page }) => {
  const session = await context.newCDPSession(page);
  const origin = new URL(server.address).origin;
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 2000000 });
  await openBook(page);
  await addClient(page);
  let id = 0;
  while ((await stateOf(page)).save !== 'not saved') {
    assert.ok(++id < 100, 'the quota is never reached');
    assert.ok(await commitInvoice(page, id, 'x'.repeat(200000)) > 0);
    await page.evaluate(() => storagePage.until((state) => state.save !== 'saving'));
  }
  assert.equal((await stateOf(page)).reason, 'quota');
  assert.equal((await stateOf(page)).binding, -409);
  const copy = await page.evaluate(async () => {
    const bytes = new Uint8Array(await storagePage.file());
    return { size: bytes.length, header: new TextDecoder().decode(bytes.subarray(0, 15)) };
  });
  assert.equal(copy.header, 'SQLite format 3');
  assert.equal(copy.size % 4096, 0);
  await session.send('Storage.overrideQuotaForOrigin', { origin });
  await page.evaluate(() => storagePage.retry());
  await page.evaluate(() => storagePage.until((state) => state.save === 'saved'));
  await load(page, server);
  await openBook(page);
  assert.equal(await assertWhole(page), id);
});

browserTest('a second tab follows, takes over, and no invoice of either is lost', async ({ context, page }) => {
  await openBook(page);
  await addClient(page);
  await addInvoice(page, 1);
  const second = await load(await context.newPage(), server);
  await openBook(second);
  assert.equal((await stateOf(second)).owner, false);
  assert.equal(await commitInvoice(second, 9), -408, 'base::Code::read_only');
  await addInvoice(page, 2);
  const seen = (await stateOf(page)).revision;
  await second.evaluate((revision) => storagePage.until((state) => state.phase === 'ready' &&
    state.revision >= revision), seen);
  assert.equal((await countsOf(second)).invoices, 2);

  // Commits that are under way when the book is asked for are written before it is given.
  const commits = page.evaluate((values) => values.map((value) => storagePage.commitInvoice(value)),
    [3, 4, 5].map((id) => invoice(id)));
  await second.evaluate(() => storagePage.takeOver());
  for (const revision of await commits) assert.ok(revision > 0 || revision === -408);
  await second.evaluate(() => storagePage.until((state) => state.owner && state.phase === 'ready'));
  await page.evaluate(() => storagePage.until((state) => !state.owner));
  assert.equal(await commitInvoice(page, 20), -408);
  const there = (await countsOf(second)).invoices;
  await addInvoice(second, there + 1);
  const newest = (await stateOf(second)).revision;
  await page.evaluate((revision) => storagePage.until((state) => state.phase === 'ready' &&
    state.revision >= revision), newest);
  assert.equal((await countsOf(page)).invoices, there + 1);
  assert.equal(there, 2 + (await commits).filter((revision) => revision > 0).length);
  assert.equal(await assertWhole(second), there + 1);

  // The owner's tab is closed: the one that is left owns the book.
  await second.close();
  await page.evaluate(() => storagePage.until((state) => state.owner && state.phase === 'ready'));
  await addInvoice(page, there + 2);
  assert.equal(await assertWhole(page), there + 2);
});

browserTest('a tab that hangs loses the book after two seconds', async ({ context, page }) => {
  await openBook(page);
  await addClient(page);
  const second = await load(await context.newPage(), server);
  await openBook(second);
  // The first tab answers nothing any more.
  page.evaluate(() => { const end = performance.now() + 6000; while (performance.now() < end); });
  await second.evaluate(() => storagePage.takeOver());
  await second.evaluate(() => storagePage.until((state) => state.owner && state.phase === 'ready'));
  await addInvoice(second, 1);
  await page.evaluate(() => storagePage.until((state) => !state.owner));
  assert.equal(await commitInvoice(page, 2), -408);
  assert.equal(await assertWhole(second), 1);
});

// Commits once it is woken, without having heard of anything that happened meanwhile.
const sleepThenCommit = (page, id) => fallAsleep(page, (value) => {
  debugger;
  return storagePage.commitInvoice(value);
}, invoice(id, 'late'));

browserTest('an owner that slept while its book was taken adds nothing when it wakes',
  async ({ context, page }) => {
    const takeOver = async (tab) => {
      await tab.evaluate(() => storagePage.takeOver());
      await tab.evaluate(() => storagePage.until((state) => state.owner && state.phase === 'ready'));
    };
    const wakeInVain = async (tab, wake, owner) => {
      const before = await logItems(owner);
      assert.ok(await wake() > 0, 'it did not know yet');
      await tab.evaluate(() => storagePage.until((state) => !state.owner));
      const { reason, revision, saved } = await stateOf(tab);
      assert.equal(reason, 'taken over');
      assert.ok(saved < revision);
      assert.deepEqual(await logItems(tab), before); // Behind what the tab may have begun.
    };
    await openBook(page);
    await addClient(page);
    await addInvoice(page, 1);
    const second = await load(await context.newPage(), server);
    await openBook(second);

    // Taken, and nothing written since: only the fence is there.
    let wake = await sleepThenCommit(page, 2);
    await takeOver(second);
    await wakeInVain(page, wake, second);
    await addInvoice(second, 2);

    // Taken, and what was written since is folded away.
    wake = await sleepThenCommit(second, 3);
    await takeOver(page);
    for (const id of [3, 4]) await addInvoice(page, id);
    while (await page.evaluate(() => storagePage.fold()))
      await page.evaluate(() => storagePage.until((state) => state.save !== 'saving'));
    await wakeInVain(second, wake, page);

    // Taken at an empty log.
    wake = await sleepThenCommit(page, 5);
    await takeOver(second);
    await wakeInVain(page, wake, second);

    // Taken twice while both sleep.
    const wakeSecond = await sleepThenCommit(second, 5);
    await takeOver(page);
    wake = await sleepThenCommit(page, 5);
    const third = await load(await context.newPage(), server);
    await openBook(third);
    await takeOver(third);
    await wakeInVain(page, wake, third);
    await wakeInVain(second, wakeSecond, third);
    for (const id of [5, 6]) await addInvoice(third, id);
    assert.equal(await assertWhole(third), 6);
    await load(third, server);
    assert.equal((await openBook(third)).fresh, false);
    await third.evaluate(() => storagePage.until((state) => state.phase === 'ready'));
    assert.equal(await assertWhole(third), 6);
  });

browserTest('a sealed book never writes a plain page; a wrong passphrase changes nothing', async ({ page }) => {
  await openBook(page, { passphrase: 'correct horse' });
  await addClient(page);
  for (let id = 1; id <= 10; ++id) await addInvoice(page, id, 'PLAINTEXTMARKER');
  while (await page.evaluate(() => storagePage.fold()))
    await new Promise((done) => setTimeout(done, 50));
  await addInvoice(page, 11, 'PLAINTEXTMARKER');
  const found = await page.evaluate(() => new Promise((resolve) => {
    const request = indexedDB.open('book');
    request.onsuccess = async () => {
      const database = request.result, seen = { values: 0, plain: 0 };
      for (const area of ['base', 'log']) {
        const values = await new Promise((done) => {
          const all = database.transaction(area).objectStore(area).getAll();
          all.onsuccess = () => done(all.result);
        });
        for (const value of values) {
          const text = new TextDecoder('latin1').decode(value);
          seen.values += 1;
          if (/PLAINTEXTMARKER|SQLite format 3|CREATE TABLE|INV-/.test(text)) seen.plain += 1;
        }
      }
      database.close();
      resolve(seen);
    };
  }));
  assert.ok(found.values > 1);
  assert.equal(found.plain, 0);
  await load(page, server);
  await openBook(page);
  const keys = await logKeys(page);
  assert.equal((await stateOf(page)).phase, 'locked');
  const wrong = await page.evaluate(() => storagePage.unlock('wrong'));
  assert.equal(wrong.phase, 'locked');
  assert.equal(wrong.failure, 407, 'base::Code::wrong_passphrase');
  assert.deepEqual(await logKeys(page), keys);
  assert.equal((await page.evaluate(() => storagePage.unlock('correct horse'))).phase, 'ready');
  assert.equal(await assertWhole(page), 11);
});

browserTest('folding can stop wherever the page goes away', async ({ page }) => {
  await openBook(page);
  await addClient(page);
  // Texts that fill some MiB, so that there are several steps; reopened, the book goes on by itself.
  for (let id = 1; id <= 6; ++id) await addInvoice(page, id, 'x'.repeat(1500000));
  let steps = 0;
  for (;;) {
    const began = await page.evaluate(() => storagePage.fold());
    steps += began ? 1 : 0;
    // The step may be under way, written or not begun when the page goes.
    await load(page, server);
    await openBook(page);
    assert.equal(await assertWhole(page), 6);
    if (!began) break;
  }
  assert.ok(steps >= 1);
});

browserTest('a program that traps still saves what it committed', async ({ page }) => {
  await openBook(page);
  await addClient(page);
  const trapped = await page.evaluate((values) => {
    for (const value of values) storagePage.commitInvoice(value);
    try {
      storagePage.trap();
      return false;
    } catch (error) {
      return true;
    }
  }, [1, 2, 3].map((id) => invoice(id)));
  assert.ok(trapped);
  await new Promise((done) => setTimeout(done, 1000));
  await load(page, server);
  await openBook(page);
  assert.equal(await assertWhole(page), 3);
});

browserTest('storage cleared behind an open book is written again', async ({ context, page }) => {
  await openBook(page);
  await addClient(page);
  await addInvoice(page, 1);
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin',
    { origin: new URL(server.address).origin, storageTypes: 'indexeddb' });
  await commitInvoice(page, 2);
  await page.evaluate(() => storagePage.until((state) =>
    state.save === 'saved' && state.saved === state.revision));
  await new Promise((done) => setTimeout(done, 1500));
  await load(page, server);
  await openBook(page);
  assert.equal(await assertWhole(page), 2);
});

test('a store that vanished is told from one that never was', { timeout: 300000 }, async () => {
  const browser = await launch();
  try {
    const { page, context } = browser;
    await load(page, server);
    const first = await page.evaluate(() => storagePage.look('book'));
    assert.deepEqual([first.phase, first.usedBefore], ['empty', false]);
    await load(page, server);
    await openBook(page);
    await addClient(page);
    const session = await context.newCDPSession(page);
    const origin = new URL(server.address).origin;
    await page.goto('about:blank');
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
    await load(page, server);
    const cleared = await page.evaluate(() => storagePage.look('book'));
    assert.deepEqual([cleared.phase, cleared.usedBefore], ['empty', true]);
    await page.goto('about:blank');
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    await load(page, server);
    const gone = await page.evaluate(() => storagePage.look('book'));
    assert.deepEqual([gone.phase, gone.usedBefore], ['empty', false]);
  } finally {
    await browser.close();
  }
});
