// The small server answers as a plain static host does, and nothing outside its folder.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { serve } from '../../scripts/serve.mjs';
import { temporaryFolder } from './lib/site.mjs';

let folder, server;
before(async () => {
  folder = temporaryFolder();
  const site = path.join(folder, 'site');
  fs.mkdirSync(path.join(site, 'sub'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  fs.mkdirSync(path.join(folder, 'site-2'));
  fs.writeFileSync(path.join(folder, 'site-2', 'secret.txt'), 'secret');
  for (const [name, text] of Object.entries({ 'index.html': 'page', 'sub/index.html': 'sub page',
    'a.wasm': 'plain', 'a.wasm.br': 'brotli', 'a.wasm.gz': 'gzip', 'b.css': 'style', 'b.css.gz': 'gz',
    '.hidden': 'hidden' })) fs.writeFileSync(path.join(site, name), text);
  server = await serve({ folder: site, under: '/at/' });
});
after(async () => {
  await server.close();
  fs.rmSync(folder, { recursive: true });
});

// The path goes out as it is written: fetch would tidy it first.
function ask(address, headers = {}, method = 'GET') {
  const { port } = new URL(server.address);
  return new Promise((resolve, reject) => {
    http.request({ host: 'localhost', port, path: address, method, headers }, (response) => {
      let body = '';
      response.on('data', (part) => { body += part; });
      response.on('end', () => resolve({ status: response.statusCode, body,
        headers: response.headers }));
    }).on('error', reject).end();
  });
}

const answers = [
  ['/at/', '', 200, 'page', 'text/html; charset=utf-8', undefined],
  ['/at/?installed', '', 200, 'page', 'text/html; charset=utf-8', undefined],
  ['/at/sub/', '', 200, 'sub page', 'text/html; charset=utf-8', undefined],
  ['/at/a.wasm', '', 200, 'plain', 'application/wasm', undefined],
  ['/at/a.wasm', 'gzip', 200, 'gzip', 'application/wasm', 'gzip'],
  ['/at/a.wasm', 'gzip, deflate, br', 200, 'brotli', 'application/wasm', 'br'],
  ['/at/a.wasm', 'gzip, br;q=0', 200, 'gzip', 'application/wasm', 'gzip'],
  ['/at/b.css', 'gzip, br', 200, 'gz', 'text/css; charset=utf-8', 'gzip'],
  ['/at/missing.js', '', 404, 'Not found\n', 'text/plain', undefined],
  ['/index.html', '', 404, 'Not found\n', 'text/plain', undefined],
  ['/at/../secret.txt', '', 404, 'Not found\n', 'text/plain', undefined],
  ['/at/%2e%2e/secret.txt', '', 404, 'Not found\n', 'text/plain', undefined],
  ['/at/..%2fsecret.txt', '', 404, 'Not found\n', 'text/plain', undefined],
  ['/at/sub/..%2f..%2fsecret.txt', '', 404, 'Not found\n', 'text/plain', undefined],
  ['/at/..%5csecret.txt', '', 404, 'Not found\n', 'text/plain', undefined],
  ['/at/..%2fsite-2/secret.txt', '', 404, 'Not found\n', 'text/plain', undefined],
  ['/at/.hidden', '', 404, 'Not found\n', 'text/plain', undefined],
  ['/at/%', '', 404, 'Not found\n', 'text/plain', undefined],
  ['/at/a%00.wasm', '', 404, 'Not found\n', 'text/plain', undefined],
];
test('serve: each address gives its file, type and encoding, or nothing', async () => {
  for (const [address, accepted, status, body, type, encoding] of answers) {
    const got = await ask(address, { 'Accept-Encoding': accepted });
    assert.deepEqual({ status: got.status, body: got.body, type: got.headers['content-type'],
      encoding: got.headers['content-encoding'] }, { status, body, type, encoding },
    `${address} for ${accepted}`);
  }
});

test('serve: what the browser has is not sent again, and nothing can be written', async () => {
  const first = await ask('/at/a.wasm');
  const again = await ask('/at/a.wasm', { 'If-None-Match': first.headers.etag });
  assert.deepEqual([again.status, again.body], [304, '']);
  const other = await ask('/at/a.wasm', { 'If-None-Match': first.headers.etag,
    'Accept-Encoding': 'br' });
  assert.deepEqual([other.status, other.body], [200, 'brotli']);
  const head = await ask('/at/a.wasm', {}, 'HEAD');
  assert.deepEqual([head.status, head.body, head.headers['content-length']], [200, '', '5']);
  assert.equal((await ask('/at/a.wasm', {}, 'PUT')).status, 405);
});
