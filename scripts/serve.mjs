#!/usr/bin/env node
// Serves a folder on localhost as a plain static host does: types, compressed siblings (.br, .gz),
// ETag and 304, no special headers.
//
//   scripts/serve.mjs [--port=8080] [--folder=build/site] [--under=/] [--open=?query]
//
// Prints the address (with what --open adds) once it listens. As a module:
// serve({folder, port, under}) -> {address, close}.
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const types = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8', '.json': 'application/json', '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json', '.svg': 'image/svg+xml', '.png': 'image/png',
  '.ttf': 'font/ttf', '.otf': 'font/otf', '.pdf': 'application/pdf',
};
const encodings = [['br', '.br'], ['gzip', '.gz']];

// The file an address means, or null: nothing outside the folder, no hidden files.
function fileAt(folder, under, address) {
  let name;
  try {
    name = decodeURIComponent(new URL(address, 'http://localhost').pathname);
  } catch {
    return null;
  }
  if (!name.startsWith(under) || name.includes('\0') || /(^|[/\\])\./.test(name)) return null;
  let file = path.join(folder, name.slice(under.length));
  if (file !== folder && !file.startsWith(folder + path.sep)) return null;
  if (name.endsWith('/')) file = path.join(file, 'index.html');
  return fs.statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
}

function variantOf(file, accepted) {
  for (const [encoding, ending] of encodings) {
    if (!new RegExp(`\\b${encoding}\\b(?!;q=0(\\.0*)?(,|$))`).test(accepted)) continue;
    if (fs.existsSync(file + ending)) return { name: file + ending, encoding };
  }
  return { name: file };
}

function answer(folder, under, request, response) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const file = fileAt(folder, under, request.url);
  if (file === null) {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
    return;
  }
  const { name, encoding } = variantOf(file, request.headers['accept-encoding'] ?? '');
  const bytes = fs.readFileSync(name);
  const headers = {
    'Content-Type': types[path.extname(file)] ?? 'application/octet-stream',
    ETag: `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`,
    Vary: 'Accept-Encoding',
    // A name with a hash never changes its content; the entry points are asked for each time.
    'Cache-Control': /\.[0-9a-f]{12}\.\w+$/.test(file) ? 'max-age=31536000, immutable' : 'no-cache',
    ...(encoding && { 'Content-Encoding': encoding }),
  };
  if (request.headers['if-none-match'] === headers.ETag) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, { ...headers, 'Content-Length': bytes.length });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

// `under` is the address of the folder on the host, with a slash at both ends. Port 0 takes a free
// one. close() ends open connections too.
export function serve({ folder, port = 0, under = '/' }) {
  const server = http.createServer((request, response) =>
    answer(path.resolve(folder), under, request, response));
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(port, 'localhost', () => resolve({
      address: `http://localhost:${server.address().port}${under}`,
      close: () => new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      }),
    }));
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href) {
  const option = (name, otherwise) =>
    process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise;
  const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
  const { address } = await serve({ folder: option('folder', path.join(root, 'build/site')),
    port: Number(option('port', 8080)), under: option('under', '/') });
  console.log(address + option('open', ''));
}
