// Pictures in grey and how far two of them are apart.
import assert from 'node:assert/strict';
import fs from 'node:fs';

// A PGM of 8 bits.
export function pixels(name) {
  const bytes = fs.readFileSync(name);
  const head = /^P5\s(?:#.*\n)?(\d+)\s(\d+)\s255\s/.exec(bytes.subarray(0, 80).toString('latin1'));
  return { width: Number(head[1]), height: Number(head[2]), grey: bytes.subarray(head[0].length) };
}

// The mean of every whole square of `side` pixels, row by row, in a picture cut to width x height.
export function squares({ width, grey }, side, columns, rows) {
  const means = [];
  for (let row = 0; row < rows; ++row) {
    for (let column = 0; column < columns; ++column) {
      let sum = 0;
      for (let y = row * side; y < (row + 1) * side; ++y) {
        for (let x = column * side; x < (column + 1) * side; ++x) sum += grey[y * width + x];
      }
      means.push(sum / (side * side));
    }
  }
  return means;
}

// Of two pictures of one size (to a pixel): the mean difference of their squares, and the worst.
export function difference(one, two, side) {
  for (const measure of ['width', 'height']) assert.ok(Math.abs(one[measure] - two[measure]) <= 1, measure);
  const columns = Math.floor(Math.min(one.width, two.width) / side);
  const rows = Math.floor(Math.min(one.height, two.height) / side);
  const [first, second] = [one, two].map((picture) => squares(picture, side, columns, rows));
  const apart = first.map((mean, index) => Math.abs(mean - second[index]));
  return { mean: apart.reduce((sum, each) => sum + each, 0) / apart.length, worst: Math.max(...apart) };
}
