// What is dark on a screenshot, for comparing drawn text with the browser's own: how much ink there
// is, and where its middle lies. Both survive what differs between rasterisers, a shift does not.

// {amount, x, y, left, top, right, bottom} of a clip of the page, in device pixels; `amount` in
// pixels that are wholly dark. The picture is taken whole: for a part of it Chromium emulates a
// device, and lays out text anew as that device would.
export async function inkOf(page, clip) {
  await page.evaluate(() => {
    if (window.hasNoCaret) return;
    window.hasNoCaret = true;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('input, textarea { caret-color: transparent !important }');
    document.adoptedStyleSheets.push(sheet);
  });
  const cdp = await page.context().newCDPSession(page);
  const { data } = await cdp.send('Page.captureScreenshot', { format: 'png' });
  await cdp.detach();
  return page.evaluate(async ({ data, clip }) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const ratio = devicePixelRatio;
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }),
      ...[clip.x, clip.y, clip.width, clip.height].map((length) => Math.round(length * ratio)));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const pixels = context.getImageData(0, 0, image.width, image.height).data;
    const paper = pixels[1];
    const ink = { amount: 0, x: 0, y: 0, left: image.width, top: image.height, right: 0, bottom: 0 };
    for (let y = 0; y < image.height; ++y) {
      for (let x = 0; x < image.width; ++x) {
        const dark = Math.max(0, paper - pixels[(y * image.width + x) * 4 + 1]) / paper;
        if (dark < 0.05) continue;
        ink.amount += dark;
        ink.x += dark * x;
        ink.y += dark * y;
        ink.left = Math.min(ink.left, x);
        ink.right = Math.max(ink.right, x);
        ink.top = Math.min(ink.top, y);
        ink.bottom = Math.max(ink.bottom, y);
      }
    }
    ink.x /= ink.amount;
    ink.y /= ink.amount;
    return ink;
  }, { data, clip });
}
