// Bytes of everything needed for the first screen, as a host with brotli sends them.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const site = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../build/site');
const page = fs.readFileSync(path.join(site, 'index.html'), 'utf8');
const release = JSON.parse(page.match(/<script type="application\/json" id="release">(.*?)<\/script>/)[1]);
const linked = [...page.matchAll(/<(?:script|link rel="stylesheet")[^>]*?(?:src|href)="([^"]+)"/g)]
  .map((match) => match[1]);
const first = Object.values(release.files).filter((file) => file.first).map((file) => file.url);
const names = [...new Set(['index.html', ...linked, ...first])];
const bytes = names.reduce((sum, name) => sum + fs.statSync(path.join(site, `${name}.br`)).size, 0);
console.log(JSON.stringify({ bench: 'first_screen', brotli_bytes: bytes, files: names.length }));
