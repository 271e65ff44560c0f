// Keeps one complete version of the page on the device and answers from it alone.
//
// scripts/site.mjs puts the line `const release = {...}` before this file:
//   version     id of the build
//   now, later  SHA-256 in hex of each file by its address relative to this script. `now` ones are
//               fetched when a version is installed; `later` ones on first use or, when a page asks
//               for it, one after the other in the background.
//
// A version is installed whole, every byte checked, or not at all. Until it activates, the earlier
// version answers; afterwards only the new one does. It never activates by itself while a tab of
// the earlier one is open: a tab asks, and no tab may have unsaved work.
'use strict';

const scope = new URL('./', self.location.href);
const cachePrefix = `folio ${scope.pathname} `; // An origin may serve several copies in folders.
const cacheName = cachePrefix + release.version;
const addressOf = (path) => new URL(path, scope).href;

async function isIntact(response, hash) {
  const digest = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
  const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0'));
  return hex.join('') === hash;
}

// A redirected answer may not be used for a navigation; its bytes may.
function plain(response) {
  const headers = { 'Content-Type': response.headers.get('Content-Type') };
  return response.redirected ? new Response(response.body, { headers }) : response;
}

// From the network, whole and of this version, into this version's cache. The host is asked each
// time whether the browser's copy is still good: that copy may be of a half finished upload.
async function fetchInto(cache, path, hash) {
  const response = await fetch(addressOf(path), { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  if (!await isIntact(response.clone(), hash))
    throw new Error(`${path}: not of version ${release.version}`);
  await cache.put(addressOf(path), plain(response));
}

// fonts/noto-thai.0123456789ab.ttf -> fonts/noto-thai.ttf: the same file in every version.
const nameOf = (path) => path.replace(/\.[0-9a-f]{12}(\.\w+)$/, '$1');

// Files of earlier versions that this device has used.
async function keptNames() {
  const names = new Set();
  for (const name of await caches.keys()) {
    if (!name.startsWith(cachePrefix)) continue;
    for (const request of await (await caches.open(name)).keys())
      names.add(nameOf(request.url.slice(scope.href.length)));
  }
  return names;
}

async function install() {
  const kept = await keptNames();
  const wanted = Object.entries(release.now).concat(
    Object.entries(release.later).filter(([path]) => kept.has(nameOf(path))));
  await caches.delete(cacheName); // What an interrupted attempt has left.
  const cache = await caches.open(cacheName);
  try {
    await Promise.all(wanted.map(async ([path, hash]) => {
      const same = path.includes(hash.slice(0, 12)) && await caches.match(addressOf(path),
        { ignoreVary: true });
      if (same && await isIntact(same.clone(), hash)) await cache.put(addressOf(path), same);
      else await fetchInto(cache, path, hash);
    }));
  } catch (error) {
    await caches.delete(cacheName);
    throw error;
  }
}

async function activate() {
  // A still newer version may be filling its cache; its activation clears up after both.
  if (!self.registration.installing && !self.registration.waiting) {
    for (const name of await caches.keys())
      if (name.startsWith(cachePrefix) && name !== cacheName) await caches.delete(name);
  }
  await self.clients.claim();
}

// The file of this version at an address, or null for what is not Folio's.
function pathOf(request) {
  const url = new URL(request.url);
  if (request.method !== 'GET' || !url.href.startsWith(scope.href)) return null;
  const path = url.pathname.slice(scope.pathname.length);
  if (path === '' || path === 'index.html') return './';
  return path in release.now || path in release.later ? path : null;
}

async function answer(path) {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(addressOf(path), { ignoreVary: true });
  if (kept) return kept;
  // First use of a later file, or the browser dropped one.
  await fetchInto(cache, path, release.now[path] ?? release.later[path]);
  return cache.match(addressOf(path), { ignoreVary: true });
}

async function keepAll() {
  for (const path of Object.keys(release.later)) await answer(path);
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));

self.addEventListener('fetch', (event) => {
  const path = pathOf(event.request);
  if (path !== null) event.respondWith(answer(path));
});

self.addEventListener('message', (event) => {
  const { type, url, lock } = event.data;
  if (type === 'keep') {
    const path = pathOf(new Request(url));
    if (path !== null) event.waitUntil(answer(path));
  } else if (type === 'keep all') {
    event.waitUntil(keepAll());
  } else if (type === 'activate') {
    const alone = { mode: 'exclusive', ifAvailable: true };
    event.waitUntil(self.navigator.locks.request(lock, alone, async (held) => {
      event.ports[0].postMessage({ activated: held !== null });
      if (held !== null) await self.skipWaiting();
    }));
  }
});
