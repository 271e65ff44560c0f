// Small pictures of what a page drew: the mean colour of each cell of a grid, kept as PNG files
// that a person can look at. A cell's mean hardly moves with the rasteriser and moves at once when
// a colour, a line or a word does.
import zlib from 'node:zlib';

const crcTable = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; ++bit) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});
const crc = (bytes) =>
  (bytes.reduce((sum, byte) => crcTable[(sum ^ byte) & 255] ^ (sum >>> 8), -1) ^ -1) >>> 0;

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name), data]);
  const frame = Buffer.alloc(8 + body.length);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc(body), 4 + body.length);
  return frame;
}

// {width, height, values} of three bytes a cell, rows from the top.
export function toPng({ width, height, values }) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8); // Eight bits, red green blue.
  const rows = Buffer.alloc((3 * width + 1) * height); // Each row begins with filter 0.
  for (let row = 0; row < height; ++row)
    rows.set(values.slice(row * 3 * width, (row + 1) * 3 * width), row * (3 * width + 1) + 1);
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head),
    chunk('IDAT', zlib.deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

// Reads what toPng wrote; other PNGs are refused.
export function fromPng(bytes) {
  const width = bytes.readUInt32BE(16), height = bytes.readUInt32BE(20);
  const size = bytes.readUInt32BE(33);
  const rows = zlib.inflateSync(bytes.subarray(41, 41 + size));
  if (rows.length !== (3 * width + 1) * height) throw new Error('not a picture of ours');
  const values = [];
  for (let row = 0; row < height; ++row)
    values.push(...rows.subarray(row * (3 * width + 1) + 1, (row + 1) * (3 * width + 1)));
  return { width, height, values };
}

// The canvas of a test build in cells of `cell` device pixels.
export function pictureOf(page, cell) {
  return page.evaluate((cell) => {
    const canvas = document.getElementById('canvas');
    const width = Math.floor(canvas.width / cell), height = Math.floor(canvas.height / cell);
    const values = [];
    const strip = 32; // Rows of cells read at once.
    for (let first = 0; first < height; first += strip) {
      const count = Math.min(strip, height - first);
      const pixels = window.folioTest.pixels(0, first * cell, width * cell, count * cell);
      for (let row = 0; row < count; ++row)
        for (let column = 0; column < width; ++column)
          for (let channel = 0; channel < 3; ++channel) {
            let sum = 0;
            for (let y = 0; y < cell; ++y)
              for (let x = 0; x < cell; ++x)
                sum += pixels[((row * cell + y) * width * cell + column * cell + x) * 4 + channel];
            values.push(Math.round(sum / cell / cell));
          }
    }
    return { width, height, values };
  }, cell);
}

// Cells whose colour is further away than `tolerance` of 255: [column, row, difference].
export function differences(one, other, tolerance) {
  const found = [];
  for (let index = 0; index < one.values.length; index += 3) {
    const away = Math.max(...[0, 1, 2].map((channel) =>
      Math.abs(one.values[index + channel] - other.values[index + channel])));
    if (away > tolerance)
      found.push([index / 3 % one.width, Math.floor(index / 3 / one.width), away]);
  }
  return found;
}
