// Starts the page: says what the browser lacks, fetches program and fonts with true progress, runs
// the program, and takes the skeleton away once the first frame is drawn. When the program cannot
// start or stops, shows a page that says what happened, what is safe and the way out.
//
// Plain ES5, so that a browser too old for Folio can still say so. All words are in index.html.
//
// What the program may ask of the page is the object `page` below; its JavaScript library finds it
// as Module.page. An uncaught error or rejection anywhere in the page ends in fault().
(function () {
  'use strict';

  var release = JSON.parse(document.getElementById('release').textContent);
  var progress = document.getElementById('progress');
  var stillStartingAfter = 10000;
  // The part of the program that the first screen does not run (web/split.mjs).
  var restName = 'folio_rest.wasm', rest = release.files[restName];
  var arrived = {}; // File name -> bytes of it that are here.
  var percent = 0;
  var isPresented = false, isFaulty = false, isUnsaved = false;

  var page = {
    // Id of this build, the same for all of its files.
    version: release.version,
    // The first screen's files by name, e.g. files['fonts/inter-400.ttf']; complete before main.
    files: {},
    // Promise of the bytes of any file of the build, fetched when asked for.
    file: function (name) {
      if (page.files[name]) return Promise.resolve(page.files[name]);
      if (!release.files[name]) return Promise.reject(new Error('no such file: ' + name));
      if (!release.files[name].element) {
        page.used.push(release.files[name].url);
        if (page.kept) page.kept(release.files[name].url);
      }
      return bytesOf(name);
    },
    // Addresses that file() has asked for; updates.js has them kept.
    used: [],
    // To be called in the frame that is drawn first.
    presented: function () {
      if (isPresented || isFaulty) return;
      isPresented = true;
      show(100);
      remove(document.getElementById('start'));
      progress = null;
      settled();
      fetchRest();
    },
    // Whether anything is not yet on the disk; a new version waits until nothing is, in any tab.
    unsaved: function (is) {
      isUnsaved = is;
      if (window.folioUpdates) window.folioUpdates.unsaved(is);
    },
    fault: fault
  };

  function remove(element) {
    if (element && element.parentNode) element.parentNode.removeChild(element);
  }

  // Updates are looked for after a fault too: a newer version may be the way out.
  function settled() {
    if (window.folioUpdates) window.folioUpdates.start(page, isUnsaved);
  }

  // Shows the page of this kind: 'wasm', 'webgl2', 'fetch' or 'stopped'. The first one stays, as
  // what follows is mostly its consequence.
  function fault(kind, text) {
    if (isFaulty) return;
    isFaulty = true;
    remove(document.getElementById('start'));
    var section = document.getElementById('fault-' + kind);
    var details = section.querySelector('.fault-text');
    if (details) {
      details.textContent = text + '\n\nFolio ' + release.version + '\n' + navigator.userAgent;
    }
    section.hidden = false;
    document.getElementById('faults').hidden = false;
    var mirror = document.getElementById('mirror');
    if (mirror) mirror.hidden = true;
    section.querySelector('.reload').onclick = function () { location.reload(); };
    var copy = section.querySelector('.copy');
    if (copy) {
      copy.onclick = function () {
        section.querySelector('details').open = true;
        getSelection().selectAllChildren(details);
        document.execCommand('copy');
      };
    }
    settled();
  }

  function textOf(error) {
    if (!error) return 'unknown error';
    var stack = error.stack ? String(error.stack) : '';
    var first = error.name ? error.name + ': ' + error.message : String(error);
    return stack.indexOf(error.message) >= 0 ? stack : first + '\n' + stack;
  }

  // Progress: bytes that are here of bytes to come, as the build counted them (a Content-Length is
  // the compressed size). The last hundredth is the first frame.
  function count(name, bytes) {
    arrived[name] = bytes;
    var sum = 0, total = 0;
    for (var key in release.files) {
      if (!release.files[key].first) continue;
      total += release.files[key].size;
      sum += Math.min(arrived[key] || 0, release.files[key].size);
    }
    show(Math.floor(99 * sum / total));
    if (!progress) return;
    var megabytes = function (size) { return (size / 1e6).toFixed(1); };
    document.getElementById('progress-text').textContent =
      megabytes(sum) + ' of ' + megabytes(total) + ' MB';
  }

  function show(now) {
    if (!progress || now <= percent) return;
    percent = now;
    progress.setAttribute('aria-valuenow', String(now));
    document.getElementById('progress-fill').style.transform = 'scaleX(' + now / 100 + ')';
  }

  function Unreachable(message) { this.message = message; }

  function request(name) {
    var url = release.files[name].url;
    return fetch(url, { credentials: 'same-origin' }).then(function (response) {
      if (response.ok) return response;
      throw new Unreachable(url + ': ' + response.status + ' ' + response.statusText);
    }, function (error) {
      throw new Unreachable(url + ': ' + error.message);
    });
  }

  // The body to its end, counted while it comes.
  function read(response, name) {
    var reader = response.body.getReader(), parts = [], size = 0;
    return reader.read().then(function next(step) {
      if (!step.done) {
        parts.push(step.value);
        size += step.value.length;
        count(name, size);
        return reader.read().then(next);
      }
      var bytes = new Uint8Array(size), at = 0;
      parts.forEach(function (part) {
        bytes.set(part, at);
        at += part.length;
      });
      return bytes;
    }, function (error) {
      throw new Unreachable(release.files[name].url + ': ' + error.message);
    });
  }

  // In the single-file build a file is gzip in base64 in an element of the page.
  function unpacked(name) {
    var element = document.getElementById(release.files[name].element);
    var text = atob(element.textContent), packed = new Uint8Array(text.length);
    for (var i = 0; i < text.length; ++i) packed[i] = text.charCodeAt(i);
    remove(element);
    return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')));
  }

  function bytesOf(name) {
    if (release.files[name].element) return read(unpacked(name), name);
    return request(name).then(function (response) { return read(response, name); });
  }

  // Compiles while it streams; a host that sends another type costs the streaming only. The copy
  // that is counted leaves the original to the compiler, which keeps its code by its address.
  function compiled(name) {
    if (release.files[name].element || !WebAssembly.compileStreaming) {
      return bytesOf(name).then(function (bytes) { return WebAssembly.compile(bytes); });
    }
    return request(name).then(function (response) {
      var type = response.headers.get('Content-Type') || '';
      if (type.split(';')[0].trim() !== 'application/wasm') {
        return read(response, name).then(function (bytes) { return WebAssembly.compile(bytes); });
      }
      var copy = read(response.clone(), name);
      copy.then(null, function () {}); // It may break first; the compiler says what is wrong.
      return WebAssembly.compileStreaming(response).then(function (module) {
        return copy.then(function () { return module; });
      }, function (error) {
        return copy.then(function () { throw error; });
      });
    });
  }

  // What the first part calls in place of the rest's functions: the rest, waiting for it if it is
  // not here. Their names are their places in the table that the rest fills when it is joined.
  var firstPart, isWhole = false;
  function placeholders(module) {
    var found = {};
    WebAssembly.Module.imports(module).forEach(function (wanted) {
      if (wanted.module !== 'placeholder') return;
      found[wanted.name] = function () {
        if (!isWhole) waitForRest();
        return splitTable(firstPart).get(Number(wanted.name)).apply(null, arguments);
      };
    });
    return found;
  }

  // The table that the split made; the linker's own has a name without %.
  function splitTable(exports) {
    for (var name in exports) {
      if (name.charAt(0) === '%' && exports[name] instanceof WebAssembly.Table) return exports[name];
    }
  }

  // Once the first screen is there. What fails here is tried again by the first who calls.
  function fetchRest() {
    if (!rest || isWhole) return;
    compiled(restName).then(join, function () {});
  }

  // Whether a service worker answers for the host.
  function isKept() { return navigator.serviceWorker && navigator.serviceWorker.controller; }

  function join(module) {
    if (isWhole) return; // Someone could not wait for it.
    return WebAssembly.instantiate(module, { primary: firstPart }).then(function () {
      isWhole = true;
    });
  }

  // A request that the page waits for may never end where a service worker should answer it (seen
  // in Chromium 156). That worker has the rest, so the page starts again, with all of it.
  function waitForRest() {
    var wait = new XMLHttpRequest(), bytes;
    if (isKept()) {
      isFaulty = true; // Nothing of what follows is shown.
      location.reload();
      throw new Error('starting again');
    }
    wait.open('GET', rest.url, false);
    wait.overrideMimeType('text/plain; charset=x-user-defined'); // Its low bytes are the bytes.
    try {
      wait.send();
    } catch (error) {
      throw new Unreachable(rest.url + ': ' + error.message);
    }
    if (wait.status !== 200) throw new Unreachable(rest.url + ': ' + wait.status);
    bytes = new Uint8Array(wait.responseText.length);
    for (var i = 0; i < bytes.length; ++i) bytes[i] = wait.responseText.charCodeAt(i);
    new WebAssembly.Instance(new WebAssembly.Module(bytes), { primary: firstPart });
    isWhole = true;
  }

  function script(name) {
    return new Promise(function (resolve, reject) {
      if (typeof createFolio !== 'undefined') return resolve(); // The single file holds it.
      var element = document.createElement('script');
      element.src = release.files[name].url;
      element.onload = function () {
        count(name, release.files[name].size);
        // A browser that cannot parse it runs nothing of it.
        if (typeof createFolio === 'undefined') fault('wasm');
        else resolve();
      };
      element.onerror = function () { reject(new Unreachable(element.src)); };
      document.head.appendChild(element);
    });
  }

  function canDraw() {
    var context = document.createElement('canvas')
      .getContext('webgl2', { failIfMajorPerformanceCaveat: false });
    if (!context) return false;
    var loss = context.getExtension('WEBGL_lose_context');
    if (loss) loss.loseContext(); // Frees it now; browsers allow few at a time.
    return true;
  }

  function start() {
    setTimeout(function () {
      var hint = document.getElementById('still-starting');
      if (!hint || isFaulty) return;
      hint.textContent = percent < 99 ?
        'Still starting. The first start fetches the whole program; after that it is kept here ' +
        'and needs no network.' :
        'Still starting. Everything is here and your book is being opened. If nothing changes ' +
        'within a minute, reload the page; what you saved is safe.';
    }, stillStartingAfter);

    // Only a first visit to the first screen does without the rest: what the worker keeps is here.
    if (rest && (isKept() || !/^(#\/?(today)?)?$/.test(location.hash))) rest.first = true;
    var needed = [compiled('folio.wasm'), rest && rest.first && compiled(restName),
      script('folio.js')];
    Object.keys(release.files).forEach(function (name) {
      if (!release.files[name].first || /^folio[._]/.test(name)) return;
      needed.push(bytesOf(name).then(function (bytes) { page.files[name] = bytes; }));
    });
    if (!canDraw()) return fault('webgl2');

    Promise.all(needed).then(function (results) {
      return createFolio({
        page: page,
        instantiateWasm: function (imports, receive) {
          imports.placeholder = placeholders(results[0]);
          WebAssembly.instantiate(results[0], imports).then(function (instance) {
            firstPart = instance.exports;
            return Promise.resolve(results[1] && join(results[1])).then(function () {
              receive(instance, results[0]);
            });
          }).catch(stopped);
          return {};
        },
        onAbort: function (what) { fault('stopped', 'aborted: ' + what); }
      });
    }).catch(stopped);
  }

  function stopped(error) {
    if (error instanceof Unreachable) fault('fetch', error.message);
    else fault('stopped', textOf(error));
  }

  window.addEventListener('error', function (event) {
    // Not an error: the browser delivers the rest of the observations in the next frame.
    if (/^ResizeObserver loop/.test(event.message)) return;
    if (event.error) stopped(event.error);
    else fault('stopped', event.message + ' (' + event.filename + ':' + event.lineno + ')');
  });
  window.addEventListener('unhandledrejection', function (event) { stopped(event.reason); });

  if (typeof WebAssembly !== 'object' || !window.fetch || !window.Promise || !window.Response ||
    !window.ReadableStream || !('adoptedStyleSheets' in document)) {
    fault('wasm');
  } else {
    start();
  }
})();
