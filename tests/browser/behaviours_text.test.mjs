// Text: soft keyboard, input methods, layouts, clipboard, autofill, undo (rows 1-7, 39, 50).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { click, focused, middle, node, openBehaviours, quiet, report, status, tap } from
  './lib/behaviours.mjs';

const size = { width: 1000, height: 820 };
let desk, phone;
before(async () => {
  desk = await openBehaviours({ ...size,
    options: { permissions: ['clipboard-read', 'clipboard-write'] } });
  phone = await openBehaviours({ ...size, touch: true });
});
after(async () => {
  assert.deepEqual([...desk.faults, ...phone.faults], []);
  await desk.close();
  await phone.close();
});

// A field with the focus and this text in it, the caret at its end.
async function fill(page, name, text) {
  const field = node(page, 'textbox', name);
  await field.focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  if (text !== '') await page.keyboard.insertText(text);
  await quiet(page);
  return field;
}

test('row 1: a tap on a field focuses its own input', async () => {
  await tap(phone.page, 'textbox', 'Client');
  assert.equal(await phone.page.evaluate(() => document.activeElement.tagName), 'INPUT');
  assert.equal(await focused(phone.page), 'Client');
});

test('row 2: each field asks for its keyboard before it has focus', async () => {
  const wanted = [
    ['Client', { inputmode: 'text', enterkeyhint: 'next', autocapitalize: 'words' }],
    ['Amount', { inputmode: 'decimal', autocapitalize: 'off', type: 'text' }],
    ['Email', { inputmode: 'email', type: 'text', autocapitalize: 'off' }],
    ['Digits', { inputmode: 'numeric' }],
    ['Memo', { enterkeyhint: 'enter', spellcheck: 'true' }],
  ];
  for (const [name, attributes] of wanted) {
    for (const [attribute, value] of Object.entries(attributes)) {
      assert.equal(await node(desk.page, 'textbox', name).getAttribute(attribute), value,
        `${name} ${attribute}`);
    }
  }
});

test('row 3: an input method composes in the field, and the text arrives once', async () => {
  const { page, cdp } = desk;
  const field = await fill(page, 'Client', '');
  for (const text of ['に', 'にほ', 'にほん']) {
    await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length,
      selectionEnd: text.length });
    await quiet(page);
    assert.equal(await field.inputValue(), text);
  }
  await cdp.send('Input.insertText', { text: '日本' });
  await quiet(page);
  assert.equal(await field.inputValue(), '日本');
});

test('row 3: what a field does not take is only taken away once composing has ended', async () => {
  const { page, cdp } = desk;
  const field = await fill(page, 'Digits', '1');
  await cdp.send('Input.imeSetComposition', { text: 'か', selectionStart: 1, selectionEnd: 1 });
  await quiet(page);
  assert.equal(await field.inputValue(), '1か');
  await cdp.send('Input.insertText', { text: '2か' });
  await quiet(page);
  assert.equal(await field.inputValue(), '12');
});

test('row 4: dead keys and AltGr write characters and are no shortcuts', async () => {
  const { page } = desk;
  const field = await fill(page, 'Client', 'é@€');
  assert.equal(await field.inputValue(), 'é@€');
  const before = await status(page);
  await page.evaluate(() => {
    const event = new KeyboardEvent('keydown', { key: '@', code: 'KeyQ', ctrlKey: true, altKey: true,
      modifierAltGraph: true, bubbles: true, cancelable: true });
    document.activeElement.dispatchEvent(event);
  });
  await quiet(page);
  assert.equal(await status(page), before);
});

test('row 5: Ctrl+Z is where Z is on a Latin board, also on a Russian one', async () => {
  const { page, cdp } = desk;
  await page.evaluate(() => document.activeElement.blur());
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'я', code: 'KeyZ',
    windowsVirtualKeyCode: 90, modifiers: 2 });
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'я', code: 'KeyZ', modifiers: 2 });
  await quiet(page);
  assert.equal(await status(page), 'Undo');
});

test('row 6: copy and cut outside of fields are the program’s, a button copies too', async () => {
  const { page } = desk;
  await page.evaluate(() => document.activeElement.blur());
  const read = () => page.evaluate(() => navigator.clipboard.readText());
  await page.keyboard.press('Control+C');
  assert.equal(await read(), 'copied row');
  await page.keyboard.press('Control+X');
  assert.equal(await read(), 'cut row');
  await click(page, 'button', 'Copy number');
  assert.equal(await read(), 'INV-0042');
});

test('row 6: a selection in a field is copied by the browser', async () => {
  const { page } = desk;
  await fill(page, 'Client', 'Żaneta');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+C');
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'Żaneta');
});

test('row 7: pasting goes into the field, and outside of one to the program', async () => {
  const { page } = desk;
  await page.evaluate(() => navigator.clipboard.writeText('Wójcik'));
  const field = await fill(page, 'Client', '');
  await page.keyboard.press('Control+V');
  await quiet(page);
  assert.equal(await field.inputValue(), 'Wójcik');
  const lines = 'INV-1;90.00\r\n'.repeat(10000);
  await page.evaluate((text) => {
    document.activeElement.blur();
    const data = new DataTransfer();
    data.setData('text/plain', text);
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  }, lines);
  await quiet(page);
  assert.equal(await status(page), `Pasted ${lines.length - 10000} bytes`);
});

test('row 7: a clipboard without text pastes nothing', async () => {
  const { page } = desk;
  const before = await status(page);
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(4)], 'a.png', { type: 'image/png' }));
    document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  });
  await quiet(page);
  assert.equal(await status(page), before);
});

test('row 39: autofill without keys reaches the program; a passphrase stands in a form', async () => {
  const { page } = desk;
  await page.evaluate(() => {
    const field = document.querySelector('[type=password]');
    field.focus();
    field.value = 'correct horse';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await quiet(page);
  const secret = page.locator('#mirror form input[type=password]');
  assert.equal(await secret.getAttribute('autocomplete'), 'current-password');
  assert.equal(await node(page, 'textbox', 'Client').getAttribute('autocomplete'), 'off');
  await page.keyboard.press('Enter');
  await quiet(page);
  assert.equal(await status(page), 'Passphrase of 13 bytes');
});

test('row 50: undo and redo in a field are the browser’s', async () => {
  const { page } = desk;
  const field = await fill(page, 'Client', '');
  await page.keyboard.type('ab');
  await quiet(page);
  await page.keyboard.press('Control+Z');
  await quiet(page);
  assert.notEqual(await field.inputValue(), 'ab');
  await page.keyboard.press('Control+Shift+Z');
  await quiet(page);
  assert.equal(await field.inputValue(), 'ab');
});

test('fields: what the program refuses is written back, what it takes is left alone', async () => {
  const { page } = desk;
  const field = await fill(page, 'Digits', '1');
  await page.keyboard.type('2x3');
  await quiet(page);
  assert.equal(await field.inputValue(), '123');
});

test('fields: leaving one tells the program', async () => {
  const { page } = desk;
  await fill(page, 'Amount', '12.50');
  await page.keyboard.press('Tab');
  await quiet(page);
  assert.equal(await status(page), 'Amount left at 12.50');
});

test('fields: a covered field gives up its pixels and pointer where it is covered', async () => {
  const { page } = desk;
  await click(page, 'button', 'Cover memo');
  const memo = node(page, 'textbox', 'Memo');
  const cover = await page.locator('#mirror [aria-label=Cover]').boundingBox();
  const hit = await page.evaluate(({ x, y }) => document.elementFromPoint(x, y).tagName,
    { x: cover.x + cover.width / 2, y: cover.y + cover.height / 2 });
  assert.equal(hit, 'CANVAS');
  assert.match(await memo.evaluate((field) => field.style.clipPath), /^path/);
  await memo.focus();
  await quiet(page);
  assert.equal(await memo.evaluate((field) => getComputedStyle(field).color), 'rgba(0, 0, 0, 0)');
  await click(page, 'button', 'Cover memo');
  await memo.focus();
  await quiet(page);
  assert.notEqual(await memo.evaluate((field) => getComputedStyle(field).color), 'rgba(0, 0, 0, 0)');
});

test('fields: a drag from an unfocused one never focuses it', async () => {
  const { page, cdp } = phone;
  await page.evaluate(() => document.activeElement.blur());
  const { x, y } = await middle(page, 'textbox', 'Email');
  const touch = (type, points) => cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  await touch('touchStart', [{ x, y }]);
  for (const step of [10, 20, 40, 60]) await touch('touchMove', [{ x, y: y + step }]);
  await touch('touchEnd', []);
  await quiet(page);
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'BODY');
});

test('row 47: names in Greek and Cyrillic have their glyphs', async () => {
  const { page } = desk;
  const before = (await report(page)).missingGlyphs; // Other tests drew Japanese.
  await fill(page, 'Client', 'Ελληνικά Дмитрий Żółć');
  await page.evaluate(() => document.activeElement.blur());
  await quiet(page);
  assert.equal((await report(page)).missingGlyphs, before);
});
