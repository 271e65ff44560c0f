// Keeps the page working without a network and up to date: registers the service worker after the
// first frame, and says when a new version is ready. The new version starts only when the person
// asks for it and no tab has unsaved work; then every tab reloads into it.
//
// A tab with unsaved work holds a shared lock; the waiting worker takes the lock exclusively before
// it activates, so a tab that is frozen or busy counts as what it last said.
'use strict';

window.folioUpdates = (() => {
  const lockName = `folio unsaved ${new URL('./', location.href).pathname}`;
  const lookAgainAfter = 3600e3; // ms between looks for a new version while a tab stays open
  let isUnsaved = false, hold = null, reloadWhenSaved = false, notice = null;

  const unsaved = (is) => {
    if (is === isUnsaved) return;
    isUnsaved = is;
    if (!navigator.locks) return;
    if (is) {
      const mine = hold = { isOver: false, end: null };
      navigator.locks.request(lockName, { mode: 'shared' }, () => mine.isOver ? undefined :
        new Promise((resolve) => { mine.end = resolve; }));
    } else {
      hold.isOver = true; // It may not have been granted yet.
      hold.end?.();
      if (reloadWhenSaved) location.reload();
    }
  };

  const element = (name, text, kind) => {
    const made = document.createElement(name);
    made.textContent = text;
    if (kind) made.className = kind;
    return made;
  };

  const refreshIcon = () => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const set = { viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'stroke-width': 2,
      'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true' };
    for (const [name, value] of Object.entries(set)) svg.setAttribute(name, value);
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', 'M3 12a9 9 0 0 1 15.5-6.2L21 8M21 3v5h-5M21 12a9 9 0 0 1-15.5 6.2L3 16' +
      'M8 16H3v5');
    svg.append(path);
    return svg;
  };

  // The notice belongs to the page, not the program, so that it works when the program does not.
  const offer = (worker) => {
    notice?.remove();
    notice = element('div', '', 'notice');
    notice.id = 'new-version';
    notice.setAttribute('role', 'status');
    const words = element('span', '');
    words.append(element('b', 'A new version is ready.'), ' It starts when you reload.');
    const reload = element('button', 'Reload', 'secondary');
    const later = element('button', 'Later', 'quiet');
    reload.addEventListener('click', () => activate(worker, words));
    later.addEventListener('click', () => notice.remove());
    notice.append(refreshIcon(), words, later, reload);
    document.body.append(notice);
  };

  const activate = (worker, words) => {
    const answers = new MessageChannel();
    answers.port1.onmessage = (event) => {
      if (event.data.activated) return; // The change of worker reloads every tab.
      words.replaceChildren(element('b', 'Not everything is saved yet.'), isUnsaved ?
        ' Save the work in this tab, then reload.' :
        ' Save the work in the other tab, then reload.');
    };
    worker.postMessage({ type: 'activate', lock: lockName }, [answers.port2]);
  };

  const watch = (registration) => {
    const follow = (worker) => worker.addEventListener('statechange', () => {
      if (worker.state === 'installed' && navigator.serviceWorker.controller) offer(worker);
    });
    // The browser may have found a version before this page could listen.
    if (registration.waiting && navigator.serviceWorker.controller) offer(registration.waiting);
    if (registration.installing) follow(registration.installing);
    registration.addEventListener('updatefound', () => follow(registration.installing));
    let looked = Date.now();
    addEventListener('visibilitychange', () => {
      if (document.hidden || !navigator.onLine || Date.now() - looked < lookAgainAfter) return;
      looked = Date.now();
      registration.update().catch(() => {}); // No network: the next look may have one.
    });
  };

  // What the worker is to keep beyond its version's first files: what this page has used already,
  // and, unless the person saves data, the fonts of all scripts.
  const keep = (page) => {
    const waiting = [];
    const send = (message) => {
      if (navigator.serviceWorker.controller) {
        navigator.serviceWorker.controller.postMessage(message);
      } else {
        waiting.push(message);
      }
    };
    navigator.serviceWorker.addEventListener('controllerchange', () =>
      waiting.splice(0).forEach(send));
    page.kept = (url) => send({ type: 'keep', url });
    page.used.forEach(page.kept);
    if (!navigator.connection?.saveData) send({ type: 'keep all' });
  };

  const start = (page, is) => {
    unsaved(is);
    if (!navigator.serviceWorker) return; // file:// or a host without https.
    keep(page);
    let isControlled = !!navigator.serviceWorker.controller;
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      if (!isControlled) {
        isControlled = true; // The first worker: this page is of its version.
      } else if (isUnsaved) {
        reloadWhenSaved = true;
      } else {
        location.reload();
      }
    });
    navigator.serviceWorker.register('service_worker.js', { updateViaCache: 'none' }).then(watch,
      // Private windows and full disks refuse; Folio works on, with the network.
      (error) => console.warn(`Folio is not kept for offline use: ${error.message}`));
  };

  return { start, unsaved };
})();
