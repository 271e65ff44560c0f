// What is dark on a screenshot, for comparing drawn text with the browser's own: how much ink there
// is, and where its middle lies. Both survive what differs between rasterisers, a shift does not.

// {amount, x, y, left, top, right, bottom} of a clip of the page, in device pixels; `amount` in
// pixels that are wholly dark.
export async function inkOf(page, clip) {
  const bytes = [...await page.screenshot({ clip })];
  return page.evaluate(async (bytes) => {
    const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const paper = data[1];
    const ink = { amount: 0, x: 0, y: 0, left: image.width, top: image.height, right: 0, bottom: 0 };
    for (let y = 0; y < image.height; ++y) {
      for (let x = 0; x < image.width; ++x) {
        const dark = Math.max(0, paper - data[(y * image.width + x) * 4 + 1]) / paper;
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
  }, bytes);
}
