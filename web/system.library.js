// Randomness, keys from passphrases, and what the browser promises about storage.
// Bytes and events only. The C++ side is src/platform/web/system.cpp.
addToLibrary({
  $folioSystem: {
    context: 0, // The WebSite.
    address: null, // Promise of the worker's address.
    worker: null,
    turn: 0, // Counts the keys asked for: an earlier one that comes late is dropped.
    state: 0, // As platform::KeyDerivation::State: idle, working, done, failed.
    key: null,
    persistence: 0, // As platform::Site::Persistence.
    used: -1,
    quota: -1,
    cacheTrace: 0,
    endedWell: 1,
    trace: 'folio-used',
    run: 'folio-run',
    copy: 'folio-copy',

    // Storage can be forbidden altogether; reading it then throws.
    remembered: (name) => {
      try {
        return localStorage.getItem(name);
      } catch (error) {
        return null;
      }
    },
    remember: (name, value) => {
      try {
        localStorage.setItem(name, value);
      } catch (error) {
        // One trace less; the cookie and the cache are left.
      }
    },
    forget: (name) => {
      try {
        localStorage.removeItem(name);
      } catch (error) {
        // Nothing was kept there.
      }
    },
    // From the files of the page, which the single file has too; the storage page has its own.
    // It is read once: the single file gives its parts away.
    workerAddress: () => folioSystem.address ??= folioSystem.readWorker().catch((error) => {
      folioSystem.address = null; // The next passphrase tries again.
      throw error;
    }),
    readWorker: async () => Module['page']?.file ? URL.createObjectURL(
      new Blob([await Module['page'].file('key_worker.js')], { type: 'text/javascript' })) :
      'key_worker.js',
    wake: () => { if (folioSystem.context) _folio_system_wake(folioSystem.context); },
    finish: (state, key) => {
      folioSystem.worker?.terminate();
      folioSystem.worker = null;
      folioSystem.state = state;
      folioSystem.key = key;
      folioSystem.wake();
    },
  },

  // void host_random(uint8_t* bytes, size_t size)
  host_random: (pointer, size) => {
    for (let at = 0; at < size; at += 65536)
      crypto.getRandomValues(HEAPU8.subarray(pointer + at, pointer + Math.min(size, at + 65536)));
  },

  // double host_unix_ms()
  host_unix_ms: () => Date.now(),

  // double host_monotonic_ms()
  host_monotonic_ms: () => performance.now(),

  // void host_derive_key(const char* passphrase, size_t size, const uint8_t* salt)
  // The worker and its memory of 64 MiB live for one key.
  host_derive_key__deps: ['$folioSystem'],
  host_derive_key: (passphrase, size, salt) => {
    folioSystem.worker?.terminate();
    folioSystem.worker = null;
    folioSystem.state = 1;
    const turn = ++folioSystem.turn;
    const work = { passphrase: HEAPU8.slice(passphrase, passphrase + size),
      salt: HEAPU8.slice(salt, salt + 16) };
    folioSystem.workerAddress().then((address) => {
      if (turn !== folioSystem.turn) return;
      const worker = folioSystem.worker = new Worker(address);
      worker.onmessage = ({ data }) => folioSystem.finish(data ? 2 : 3, data);
      worker.onerror = () => folioSystem.finish(3, null);
      worker.postMessage(work);
    }, () => folioSystem.finish(3, null));
  },

  // int host_key_state()
  host_key_state__deps: ['$folioSystem'],
  host_key_state: () => folioSystem.state,

  // void host_take_key(uint8_t* key)
  host_take_key__deps: ['$folioSystem'],
  host_take_key: (pointer) => {
    HEAPU8.set(folioSystem.key, pointer);
    folioSystem.key.fill(0);
    folioSystem.key = null;
    folioSystem.state = 0;
  },

  // void host_site_start(void* context)
  host_site_start__deps: ['$folioSystem'],
  host_site_start: (context) => {
    folioSystem.context = context;
    folioSystem.endedWell = folioSystem.remembered(folioSystem.run) === 'open' ? 0 : 1;
    globalThis.caches?.has(folioSystem.trace).then((found) => {
      folioSystem.cacheTrace = found ? 1 : 0;
      folioSystem.wake();
    }).catch(() => {});
    navigator.storage?.persisted?.().then((granted) => {
      folioSystem.persistence = granted ? 2 : 1;
      folioSystem.wake();
    });
  },

  // int host_site_used_before()
  host_site_used_before__deps: ['$folioSystem'],
  host_site_used_before: () => folioSystem.cacheTrace
    || folioSystem.remembered(folioSystem.trace) !== null
    || document.cookie.split('; ').some((cookie) => cookie.startsWith(`${folioSystem.trace}=`))
    ? 1 : 0,

  // void host_site_leave_traces()
  host_site_leave_traces__deps: ['$folioSystem'],
  host_site_leave_traces: () => {
    folioSystem.remember(folioSystem.trace, '1');
    document.cookie = `${folioSystem.trace}=1; max-age=34560000; path=/; samesite=strict`;
    globalThis.caches?.open(folioSystem.trace).catch(() => {});
  },

  // void host_site_forget_traces()
  host_site_forget_traces__deps: ['$folioSystem'],
  host_site_forget_traces: () => {
    folioSystem.forget(folioSystem.trace);
    document.cookie = `${folioSystem.trace}=; max-age=0; path=/; samesite=strict`;
    folioSystem.cacheTrace = 0;
    globalThis.caches?.delete(folioSystem.trace).catch(() => {});
  },

  // int host_site_wants_sample()
  host_site_wants_sample: () => new URLSearchParams(location.search).has('sample') ? 1 : 0,

  // double host_site_last_copy_ms(); -1 for none
  host_site_last_copy_ms__deps: ['$folioSystem'],
  host_site_last_copy_ms: () => Number(folioSystem.remembered(folioSystem.copy) ?? -1),

  // void host_site_note_copy(double unix_ms); -1 forgets it
  host_site_note_copy__deps: ['$folioSystem'],
  host_site_note_copy: (when) => {
    if (when < 0) folioSystem.forget(folioSystem.copy);
    else folioSystem.remember(folioSystem.copy, String(when));
  },

  // int host_site_persistence()
  host_site_persistence__deps: ['$folioSystem'],
  host_site_persistence: () => folioSystem.persistence,

  // void host_site_request_persistence()
  host_site_request_persistence__deps: ['$folioSystem'],
  host_site_request_persistence: () => {
    navigator.storage?.persist?.().then((granted) => {
      folioSystem.persistence = granted ? 2 : 1;
      folioSystem.wake();
    });
  },

  // double host_site_used_bytes(); -1 while unknown
  host_site_used_bytes__deps: ['$folioSystem'],
  host_site_used_bytes: () => folioSystem.used,

  // double host_site_quota_bytes()
  host_site_quota_bytes__deps: ['$folioSystem'],
  host_site_quota_bytes: () => folioSystem.quota,

  // void host_site_refresh()
  host_site_refresh__deps: ['$folioSystem'],
  host_site_refresh: () => {
    navigator.storage?.estimate?.().then(({ usage, quota }) => {
      folioSystem.used = usage ?? -1;
      folioSystem.quota = quota ?? -1;
      folioSystem.wake();
    });
  },

  // void host_site_begin_run()
  host_site_begin_run__deps: ['$folioSystem'],
  host_site_begin_run: () => {
    folioSystem.remember(folioSystem.run, 'open');
    addEventListener('pagehide', () => folioSystem.remember(folioSystem.run, 'closed'));
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) folioSystem.remember(folioSystem.run, 'open');
    });
  },

  // int host_site_last_run_ended_well()
  host_site_last_run_ended_well__deps: ['$folioSystem'],
  host_site_last_run_ended_well: () => folioSystem.endedWell,
});
