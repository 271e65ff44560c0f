#!/usr/bin/env node
// Assembles build/site/, the whole page as files for any static host, and build/site/folio.html,
// the same program as one file.
//
//   scripts/site.mjs [--web=build/web] [--out=build/site] [--brotli=11]
//
// --brotli is the quality; a page for tests need not be as small as can be.
//
// Files other than the entry points carry 12 digits of their SHA-256 in their names and have .br
// and .gz siblings. Addresses are relative, so the folder may lie anywhere on a host. The version
// is the hash of everything in it: the same input gives the same bytes. Prints what the first
// screen weighs.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const option = (name, otherwise) =>
  process.argv.find((word) => word.startsWith(`--${name}=`))?.split('=')[1] ?? otherwise;
const built = path.resolve(option('web', path.join(root, 'build/web')));
const out = path.resolve(option('out', path.join(root, 'build/site')));
const brotliQuality = Number(option('brotli', 11));
const firstScreenMax = 900_000; // Bytes, brotli.

// Needed for the first screen; the rest follows when asked for.
const isFirst = (name) => /^folio\.(js|wasm)$|^fonts\/(inter|lucide)/.test(name);
// Megabytes of other scripts: the service worker keeps them after a version is installed.
const isLater = (name) => /^fonts\/noto-|^sample/.test(name);
// The test page's program is not split.
const pageFiles = ['folio.js', 'folio.wasm', 'folio_rest.wasm', 'key_worker.js']
  .filter((name) => name !== 'folio_rest.wasm' || fs.existsSync(path.join(built, name)));

const source = (name) => fs.readFileSync(path.join(root, name));
const sha256 = (bytes, form) => createHash('sha256').update(bytes).digest(form);
const hashed = (name, bytes) =>
  name.replace(/(\.\w+)$/, `.${sha256(bytes, 'hex').slice(0, 12)}$1`);

// Replaces every {{name}} in a text; a name without a value is a mistake here.
function fill(text, values) {
  return text.replace(/\{\{([\w.-]+)\}\}/g, (_, name) => {
    if (!(name in values)) throw new Error(`no value for {{${name}}}`);
    return values[name];
  });
}

function programFiles() {
  const fonts = path.join(built, 'fonts');
  const names = [...pageFiles, ...(fs.existsSync(fonts) ?
    fs.readdirSync(fonts).filter((name) => /\.(ttf|otf)$/.test(name)).sort()
      .map((name) => `fonts/${name}`) : [])];
  const program = Object.fromEntries(names.map((name) => {
    const file = path.join(built, name);
    if (!fs.existsSync(file)) throw new Error(`${file} is missing: run scripts/build web`);
    return [name, fs.readFileSync(file)];
  }));
  return { ...program, 'sample.jsonl': source('assets/sample/harbour_street.jsonl') };
}

// The designer's tokens that the style sheet uses, as custom properties of the three themes.
function styleSheet(tokens) {
  const sheet = source('web/page.css').toString();
  const used = [...sheet.matchAll(/var\(--(\w+)\)/g)].map((match) => match[1]);
  const names = [...new Set(used)].sort();
  const shadow = ({ x, y, blur, spread, ...colours }, theme) => theme === 'high_contrast' ? 'none' :
    `${x}px ${y}px ${blur}px ${spread}px ${colours[theme]}`;
  const value = (name, theme) => name.startsWith('shadow_') ?
    shadow(tokens.shadow[name.slice(7)], theme) : tokens.color[name][theme];
  const properties = (theme) =>
    `:root{${names.map((name) => `--${name}:${value(name, theme)}`).join(';')}}`;
  return `${properties('light')}
@media (prefers-color-scheme:dark){${properties('dark')}}
@media (prefers-contrast:more){${properties('high_contrast')}:root{color-scheme:light}}
${sheet}`;
}

function icons() {
  const master = source('assets/icon.svg').toString();
  const whole = master.replace(' rx="128"', '').replace(/ transform="[^"]*"/, '');
  const picture = (svg, size) => execFileSync('rsvg-convert',
    [`--width=${size}`, `--height=${size}`, '--format=png'], { input: svg });
  return {
    'icon.svg': Buffer.from(master),
    'icon-192.png': picture(master, 192),
    'icon-512.png': picture(master, 512),
    'maskable-192.png': picture(whole, 192),
    'maskable-512.png': picture(whole, 512),
    'apple-touch-icon.png': picture(whole, 180),
  };
}

const alertIcon = '<svg class="alert" viewBox="0 0 24 24" fill="none" stroke="currentColor" ' +
  'stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">' +
  '<circle cx="12" cy="12" r="10"/><path d="M12 8v4M12 16h.01"/></svg>';

function policy(scripts, styles, more) {
  return ["default-src 'none'", `script-src ${scripts} 'wasm-unsafe-eval'`, `style-src ${styles}`,
    ...more].join('; ');
}

const release = (version, files) =>
  `<script type="application/json" id="release">${JSON.stringify({ version, files })}</script>`;

// The page as files: [[path, bytes]], entry points last.
function site(program, pictures, tokens) {
  const files = [], address = {};
  const add = (name, bytes) => {
    address[name] = hashed(name, bytes);
    files.push([address[name], Buffer.from(bytes)]);
    return address[name];
  };
  for (const [name, bytes] of Object.entries(program)) add(name, bytes);
  for (const [name, bytes] of Object.entries(pictures)) add(`icons/${name}`, bytes);
  add('page.css', styleSheet(tokens));
  add('boot.js', source('web/boot.js'));
  add('updates.js', source('web/updates.js'));
  const colours = { bg_light: tokens.color.bg.light, bg_dark: tokens.color.bg.dark };
  const manifest = fill(source('web/manifest.webmanifest').toString(), { ...colours,
    ...Object.fromEntries(Object.keys(pictures).map((name) => [name, address[`icons/${name}`]])) });
  files.push(['manifest.webmanifest', Buffer.from(manifest)]);

  const page = (version) => fill(source('web/index.html').toString(), { ...colours,
    policy: policy("'self'", "'self'", ["font-src 'self' blob:", "img-src 'self' blob: data:",
      "worker-src 'self' blob:", 'frame-src blob:', "manifest-src 'self'",
      "connect-src 'self' https: http://localhost:*"]),
    head: `<link rel="stylesheet" href="${address['page.css']}">
<link rel="preload" href="${address['folio.wasm']}" as="fetch" crossorigin>
<link rel="preload" href="${address['folio.js']}" as="script">
<link rel="manifest" href="manifest.webmanifest">
<link rel="icon" href="${address['icons/icon.svg']}" type="image/svg+xml">
<link rel="apple-touch-icon" href="${address['icons/apple-touch-icon.png']}">`,
    alert_icon: alertIcon,
    tail: `${release(version, Object.fromEntries(Object.entries(program).map(([name, bytes]) =>
      [name, { url: address[name], size: bytes.length, ...(isFirst(name) && { first: true }) }])))}
<script src="${address['updates.js']}"></script>
<script src="${address['boot.js']}"></script>` });
  const worker = source('web/service_worker.js');
  const everything = files.map(([name, bytes]) => [name, sha256(bytes, 'hex'), isLater(name)])
    .join() + page('') + worker;
  const version = sha256(everything, 'hex').slice(0, 12);
  files.push(['index.html', Buffer.from(page(version))]);

  const hashes = (later) => Object.fromEntries(files.filter(([name]) => isLater(name) === later)
    .map(([name, bytes]) => [name === 'index.html' ? './' : name, sha256(bytes, 'hex')]));
  const list = { version, now: hashes(false), later: hashes(true) };
  files.push(['service_worker.js', Buffer.concat([
    Buffer.from(`const release = ${JSON.stringify(list)};\n`), worker])]);

  const first = ['folio.wasm', 'folio.js', ...Object.keys(program).filter((name) => isFirst(name) &&
    name.startsWith('fonts/')), 'boot.js', 'updates.js', 'page.css'].map((name) => address[name]);
  return { files, version, first: [...first, 'index.html'] };
}

// The same program as one file for a USB stick: scripts and styles in place, allowed by their
// hashes, everything else gzip (what every browser unpacks) in base64.
function singleFile(program, pictures, tokens, version) {
  const inPlace = (name, text) => {
    if (/<\/script|<!--/i.test(text)) throw new Error(`${name} cannot stand inside a page`);
    return { html: `<script>${text}</script>`, hash: `'sha256-${sha256(text, 'base64')}'` };
  };
  const style = styleSheet(tokens);
  const code = inPlace('folio.js', program['folio.js'].toString());
  const boot = inPlace('boot.js', source('web/boot.js').toString());
  const packed = Object.entries(program).filter(([name]) => name !== 'folio.js');
  const list = Object.fromEntries(packed.map(([name, bytes], index) => [name,
    { element: `file-${index}`, size: bytes.length,
      ...((isFirst(name) || name === 'folio_rest.wasm') && { first: true }) }]));
  return fill(source('web/index.html').toString(), {
    bg_light: tokens.color.bg.light, bg_dark: tokens.color.bg.dark,
    policy: policy(`${code.hash} ${boot.hash}`, `'sha256-${sha256(style, 'base64')}'`,
      ['font-src blob:', 'img-src blob: data:', 'worker-src blob:', 'frame-src blob:',
        'connect-src https: http://localhost:*']),
    head: `<style>${style}</style>
<link rel="icon" href="data:image/svg+xml;base64,${pictures['icon.svg'].toString('base64')}">`,
    alert_icon: alertIcon,
    tail: `${release(version, list)}
${packed.map(([, bytes], index) => `<script type="text/plain" id="file-${index}">` +
    `${zlib.gzipSync(bytes, { level: 9 }).toString('base64')}</script>`).join('\n')}
${code.html}
${boot.html}`,
  });
}

// Writes what has changed: compressing everything takes seconds.
function write(files) {
  const wanted = new Set();
  const put = (name, bytes) => {
    const file = path.join(out, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(`${file}.part`, bytes); // Whoever is being served sees whole files.
    fs.renameSync(`${file}.part`, file);
  };
  for (const [name, bytes] of files) {
    const isCopied = /\.png$|^folio\.html$/.test(name); // Compressed inside.
    const names = isCopied ? [name] : [name, `${name}.br`, `${name}.gz`];
    const isThere = names.every((each) => fs.existsSync(path.join(out, each))) &&
      bytes.equals(fs.readFileSync(path.join(out, name)));
    names.forEach((each) => wanted.add(each));
    if (isThere) continue;
    if (!isCopied) {
      put(`${name}.br`, zlib.brotliCompressSync(bytes, { params: {
        // 11 takes 10 s for the large fonts.
        [zlib.constants.BROTLI_PARAM_QUALITY]: Math.min(brotliQuality, isLater(name) ? 9 : 11),
        [zlib.constants.BROTLI_PARAM_LGWIN]: 24,
        [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
      put(`${name}.gz`, zlib.gzipSync(bytes, { level: 9 }));
    }
    put(name, bytes);
  }
  for (const entry of fs.readdirSync(out, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile() && !wanted.has(path.relative(out, file))) fs.rmSync(file);
  }
}

function report(first, version) {
  const sizes = first.map((name) => [name, fs.statSync(path.join(out, name)).size,
    fs.statSync(path.join(out, `${name}.br`)).size]);
  const sum = (column) => sizes.reduce((total, row) => total + row[column], 0);
  const line = (name, plain, packed) =>
    console.log(`${name.padEnd(36)}${String(plain).padStart(10)}${String(packed).padStart(10)}`);
  line(`first screen, version ${version}`, 'bytes', 'brotli');
  for (const row of sizes) line(...row);
  line(`of ${firstScreenMax} allowed`, sum(1), sum(2));
}

const tokens = JSON.parse(source('assets/tokens.json'));
const program = programFiles(), pictures = icons();
const { files, version, first } = site(program, pictures, tokens);
write([...files, ['folio.html', Buffer.from(singleFile(program, pictures, tokens, version))]]);
report(first, version);
