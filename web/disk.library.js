// The book's disk in the browser: IndexedDB, a Web Lock for its owner, a channel between tabs.
// Bytes and events only; what the items mean is decided in src/store. The C++ side is
// src/platform/web/disk.cpp, which gives each disk its `context`.
//
// The queue of batches stands here, outside the program's memory, and needs nothing of it to be
// written: a trap or a failed assertion does not stop what was committed from being saved.
// A batch is one strict transaction, acknowledged by `complete` and by nothing else.
addToLibrary({
  $folioDisk: {
    disks: {}, // By context.
    areas: ['head', 'base', 'log'],
    failures: { quota: 0, aborted: 1, lost: 2, taken_over: 3, unavailable: 4 },
    read_ahead: 4 << 20, // So many bytes are asked for at a time while reading.
    block_size: 32 << 10,
    release_ms: 2000, // How long an owner may take to let go.

    // Calls the program unless it has died; the queue goes on without it.
    tell: (disk, exported, ...values) => {
      if (disk.deaf) return;
      try {
        exported(disk.context, ...values);
      } catch (error) {
        disk.deaf = true;
        console.error('the program stopped; what was committed is still being saved', error);
      }
    },
    fail: (disk, ticket, kind) =>
      folioDisk.tell(disk, _folio_disk_failed, ticket, folioDisk.failures[kind]),
    kindOf: (error) => error?.name === 'QuotaExceededError' ? 'quota' : 'aborted',

    // Opens the database; `fresh` tells that it did not exist.
    connect: (disk) => new Promise((resolve, reject) => {
      let fresh = false;
      const request = indexedDB.open(disk.name, 1);
      request.onupgradeneeded = () => {
        fresh = true;
        for (const area of folioDisk.areas) request.result.createObjectStore(area);
      };
      request.onsuccess = () => {
        const database = disk.database = request.result;
        // Closed from outside: storage cleared, or the browser took it away in the background.
        database.onclose = () => {
          if (disk.database !== database) return;
          disk.database = null;
          if (disk.queue.length === 0 && !disk.closed) folioDisk.fail(disk, 0, 'lost');
        };
        database.onversionchange = () => folioDisk.leave(disk);
        resolve(fresh);
      };
      request.onerror = () => reject(request.error);
      request.onblocked = () => reject(request.error);
    }),

    transaction: (disk, mode, areas = folioDisk.areas) => disk.database.transaction(areas, mode,
      mode === 'readwrite' ? { durability: 'strict' } : {}),

    // A higher number than any owner before, written for real: it is also the proof that this
    // browser stores anything at all.
    raiseGeneration: (disk) => new Promise((resolve, reject) => {
      const transaction = folioDisk.transaction(disk, 'readwrite');
      const head = transaction.objectStore('head');
      const request = head.get('generation');
      request.onsuccess = () => {
        disk.generation = (request.result ?? 0) + 1;
        head.put(disk.generation, 'generation');
      };
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    }),

    // Holds the lock until `disk.release` is called. `mode` is 'try', 'wait' or 'steal'.
    // Answers whether the lock was got; without locks (no secure context) the generation alone
    // keeps two owners apart.
    lock: (disk, mode) => new Promise((resolve) => {
      if (!navigator.locks) return resolve(true);
      const stop = disk.stopWaiting = mode === 'wait' ? new AbortController() : null;
      const options = { try: { ifAvailable: true }, steal: { steal: true },
        wait: { signal: stop?.signal } }[mode];
      navigator.locks.request(`folio:${disk.name}`, options, (lock) => {
        disk.stopWaiting = null;
        if (!lock) return resolve(false);
        return new Promise((release) => {
          disk.release = release;
          resolve(true);
        });
      }).catch(() => {
        // Either the wait was given up, or another tab has stolen the lock held here.
        if (disk.release) folioDisk.lose(disk);
        resolve(false);
      });
    }),

    open: async (disk) => {
      try {
        await folioDisk.connect(disk);
      } catch (error) {
        return folioDisk.fail(disk, 0, 'unavailable');
      }
      disk.channel = new BroadcastChannel(`folio:${disk.name}`);
      disk.channel.onmessage = ({ data }) => folioDisk.hear(disk, data);
      if (disk.wantsToOwn && await folioDisk.lock(disk, 'try')) return folioDisk.own(disk);
      folioDisk.follow(disk);
    },

    own: async (disk) => {
      disk.owner = true;
      try {
        await folioDisk.raiseGeneration(disk);
      } catch (error) {
        // A full store can still be read; its commits will say themselves that they fail.
        disk.generation = await folioDisk.storedGeneration(disk);
      }
      folioDisk.tell(disk, _folio_disk_opened, 1);
    },

    follow: (disk) => {
      disk.owner = false;
      folioDisk.tell(disk, _folio_disk_opened, 0);
      folioDisk.awaitLock(disk);
    },

    // A follower owns the book as soon as its owner's tab is gone.
    awaitLock: (disk) => {
      folioDisk.lock(disk, 'wait').then((got) => {
        if (got && !disk.closed) folioDisk.own(disk);
      });
    },

    // 0, which no owner has, if it cannot be read.
    storedGeneration: (disk) => new Promise((resolve) => {
      const request = folioDisk.transaction(disk, 'readonly').objectStore('head').get('generation');
      request.onsuccess = () => resolve(request.result ?? 0);
      request.onerror = () => resolve(0);
    }).catch(() => 0),

    hear: (disk, message) => {
      if (message.kind === 'changed' && !disk.owner)
        folioDisk.tell(disk, _folio_disk_changed, message.key);
      if (message.kind === 'release') folioDisk.yieldBook(disk, () => {});
    },

    // Another tab asks for the book: what is queued is written first, if that can be done in time.
    yieldBook: (disk, done) => {
      const until = performance.now() + folioDisk.release_ms - 200;
      const letGo = () => {
        if (disk.owner && disk.queue.length > 0 && !disk.waiting && performance.now() < until)
          return setTimeout(letGo, 10);
        folioDisk.lose(disk);
        done();
      };
      letGo();
    },

    // The book has another owner. What is still queued stays, for a copy; it is never written.
    lose: (disk) => {
      if (!disk.owner) return;
      disk.owner = false;
      const release = disk.release;
      disk.release = null;
      disk.waiting = disk.queue.length > 0;
      folioDisk.fail(disk, disk.queue[0]?.ticket ?? 0, 'taken_over');
      release?.();
      if (!disk.waiting) folioDisk.awaitLock(disk);
    },

    // The database is to be deleted or changed by another tab, which waits for this one.
    leave: (disk) => folioDisk.yieldBook(disk, () => {
      disk.stopWaiting?.abort();
      disk.database?.close();
      disk.database = null;
    }),

    takeOver: async (disk) => {
      if (!disk.database) await folioDisk.connect(disk).catch(() => {});
      disk.channel.postMessage({ kind: 'release' });
      const waiting = disk.stopWaiting;
      const inTime = waiting ? null : folioDisk.lock(disk, 'wait');
      const late = new Promise((resolve) => setTimeout(resolve, folioDisk.release_ms, 'late'));
      if (waiting) {
        // `follow` waits for the lock already, and becomes the owner by itself.
        await late;
        if (disk.owner || disk.closed) return;
        waiting.abort();
      } else if (await Promise.race([inTime, late]) === true) {
        disk.queue = [];
        disk.waiting = false;
        return folioDisk.own(disk);
      } else {
        disk.stopWaiting?.abort();
      }
      disk.queue = [];
      disk.waiting = false;
      if (await folioDisk.lock(disk, 'steal')) folioDisk.own(disk);
    },

    // Head, base and log of one moment, or the log after a key: one transaction. Requests for one
    // item each, many at a time, are answered twice as fast as ranges are (Chromium 156).
    read: (disk, after) => {
      let transaction;
      try {
        transaction = folioDisk.transaction(disk, 'readonly');
      } catch (error) {
        return queueMicrotask(() => folioDisk.fail(disk, 0, 'lost'));
      }
      const deliver = (area, value) => {
        if (disk.deaf || !value) return;
        const place = _folio_disk_buffer(disk.context, value.length);
        HEAPU8.set(value, place);
        folioDisk.tell(disk, _folio_disk_item, area, value.length);
      };
      // As many at a time as read_ahead allows; answers come in the order of requests. How large the
      // parts of the log are, the last one tells.
      const items = [], sizes = [folioDisk.block_size, folioDisk.block_size, folioDisk.read_ahead / 4];
      let next = 0, ahead = 0;
      const ask = () => {
        while (next < items.length && ahead < folioDisk.read_ahead) {
          const { area, key } = items[next++], size = sizes[area];
          ahead += size;
          const request = transaction.objectStore(folioDisk.areas[area]).get(key);
          request.onsuccess = () => {
            ahead -= size;
            if (area === 2) sizes[2] = Math.max(request.result?.length ?? 0, folioDisk.block_size);
            ask(); // Before this one is worked on.
            deliver(area, request.result);
          };
        }
      };
      const list = (area, range, then) => {
        const keys = transaction.objectStore(folioDisk.areas[area]).getAllKeys(range);
        keys.onsuccess = () => {
          for (const key of keys.result) items.push({ area, key });
          then?.();
        };
      };
      transaction.oncomplete = () => folioDisk.tell(disk, _folio_disk_read_done);
      transaction.onabort = () => folioDisk.fail(disk, 0, 'lost');
      if (after === 0) {
        list(0, IDBKeyRange.only(0));
        list(1);
      }
      list(2, IDBKeyRange.lowerBound(after, true), ask);
    },

    // Writes the first batch of the queue, then the next.
    pump: (disk) => {
      if (disk.begun || disk.waiting || disk.queue.length === 0) return;
      const batch = disk.queue[0];
      disk.begun = true;
      let takenOver = false;
      const stop = (kind) => {
        disk.begun = false;
        disk.waiting = true;
        batch.again = true;
        folioDisk.fail(disk, batch.ticket, kind);
      };
      let transaction;
      try {
        transaction = folioDisk.transaction(disk, 'readwrite', folioDisk.areas.filter((area) =>
          area === 'head' || batch.changes.some((change) => change.area === area)));
        // Issued together with the changes: whoever has raised the number since owns the book.
        const generation = transaction.objectStore('head').get('generation');
        generation.onsuccess = () => {
          takenOver = generation.result !== disk.generation;
          if (takenOver) transaction.abort();
          else transaction.commit(); // Without waiting for the answers to the changes.
        };
        for (const change of batch.changes) folioDisk.issue(transaction, batch, change);
      } catch (error) {
        // The connection is closed, though nobody has told us yet.
        disk.database = null;
        return queueMicrotask(() => stop('lost'));
      }
      transaction.oncomplete = () => {
        disk.begun = false;
        disk.queue.shift();
        folioDisk.tell(disk, _folio_disk_written, batch.ticket);
        folioDisk.pump(disk);
        const logged = batch.changes.findLast((change) => change.area === 'log' && change.bytes);
        if (logged && !disk.closed) disk.channel.postMessage({ kind: 'changed', key: logged.key });
      };
      transaction.onabort = () => {
        if (takenOver) {
          disk.begun = false;
          return folioDisk.lose(disk);
        }
        stop(disk.database ? folioDisk.kindOf(transaction.error) : 'lost');
      };
    },

    dropWaiting: (disk) => {
      disk.queue.length = Math.min(disk.queue.length, disk.begun ? 1 : 0);
    },

    issue: (transaction, batch, change) => {
      const store = transaction.objectStore(change.area);
      if (!change.bytes) return store.delete(IDBKeyRange.bound(change.first, change.last));
      // A record is new; only one whose fate was unknown may stand there already.
      if (change.area === 'log' && !batch.again) return store.add(change.bytes, change.key);
      return store.put(change.bytes, change.key);
    },

    resume: async (disk) => {
      if (disk.resuming) return;
      disk.resuming = true;
      const ready = disk.database || await folioDisk.reconnect(disk);
      disk.resuming = false;
      if (!ready) return;
      disk.waiting = false;
      folioDisk.pump(disk);
    },

    reconnect: async (disk) => {
      let fresh;
      try {
        fresh = await folioDisk.connect(disk);
      } catch (error) {
        folioDisk.fail(disk, disk.queue[0]?.ticket ?? 0, 'lost');
        return false;
      }
      const generation = await folioDisk.storedGeneration(disk);
      if (fresh || generation === 0) {
        // The store was cleared while the book was open: all of it is written again.
        await folioDisk.raiseGeneration(disk).catch(() => {});
        folioDisk.tell(disk, _folio_disk_emptied);
      } else if (generation !== disk.generation) {
        folioDisk.lose(disk);
        return false;
      }
      return true;
    },
  },

  // void host_disk_open(void* context, const char* name, size_t size, int owner)
  host_disk_open__deps: ['$folioDisk', '$UTF8ToString'],
  host_disk_open: (context, name, size, owner) => {
    const disk = { context, name: UTF8ToString(name, size), wantsToOwn: owner === 1, owner: false,
      database: null, channel: null, generation: 0, queue: [], building: null, begun: false,
      waiting: false, deaf: false, closed: false, release: null, stopWaiting: null, resuming: false };
    folioDisk.disks[context] = disk;
    folioDisk.open(disk);
  },

  // void host_disk_read(void* context, double log_after)
  host_disk_read__deps: ['$folioDisk'],
  host_disk_read: (context, after) => folioDisk.read(folioDisk.disks[context], after),

  // void host_disk_begin_batch(void* context, double ticket, int replaces)
  host_disk_begin_batch__deps: ['$folioDisk'],
  host_disk_begin_batch: (context, ticket, replaces) => {
    const disk = folioDisk.disks[context];
    disk.building = { ticket, changes: [], replaces: replaces === 1, again: disk.waiting };
  },

  // void host_disk_begin_item(void* context, int area, double key, size_t size)
  host_disk_begin_item__deps: ['$folioDisk'],
  host_disk_begin_item: (context, area, key, size) => {
    folioDisk.disks[context].building.changes.push(
      { area: folioDisk.areas[area], key, bytes: new Uint8Array(size), filled: 0 });
  },

  // void host_disk_append(void* context, const uint8_t* bytes, size_t size)
  host_disk_append__deps: ['$folioDisk'],
  host_disk_append: (context, pointer, size) => {
    const item = folioDisk.disks[context].building.changes.at(-1);
    item.bytes.set(HEAPU8.subarray(pointer, pointer + size), item.filled);
    item.filled += size;
  },

  // void host_disk_erase(void* context, int area, double first, double last)
  host_disk_erase__deps: ['$folioDisk'],
  host_disk_erase: (context, area, first, last) => {
    folioDisk.disks[context].building.changes.push(
      { area: folioDisk.areas[area], first, last });
  },

  // void host_disk_end_batch(void* context)
  host_disk_end_batch__deps: ['$folioDisk'],
  host_disk_end_batch: (context) => {
    const disk = folioDisk.disks[context];
    // Only now: had the program trapped while it packed, what waited would still be there.
    if (disk.building.replaces) folioDisk.dropWaiting(disk);
    disk.queue.push(disk.building);
    disk.building = null;
    folioDisk.pump(disk);
  },

  // double host_disk_queued(void* context)
  host_disk_queued__deps: ['$folioDisk'],
  host_disk_queued: (context) => folioDisk.disks[context].queue.length,

  // double host_disk_first_waiting(void* context)
  host_disk_first_waiting__deps: ['$folioDisk'],
  host_disk_first_waiting: (context) => {
    const disk = folioDisk.disks[context];
    return disk.queue[disk.begun ? 1 : 0]?.ticket ?? 0;
  },

  // void host_disk_drop_waiting(void* context)
  host_disk_drop_waiting__deps: ['$folioDisk'],
  host_disk_drop_waiting: (context) => {
    folioDisk.dropWaiting(folioDisk.disks[context]);
  },

  // void host_disk_resume(void* context)
  host_disk_resume__deps: ['$folioDisk'],
  host_disk_resume: (context) => { folioDisk.resume(folioDisk.disks[context]); },

  // void host_disk_take_over(void* context)
  host_disk_take_over__deps: ['$folioDisk'],
  host_disk_take_over: (context) => { folioDisk.takeOver(folioDisk.disks[context]); },

  // void host_disk_close(void* context)
  host_disk_close__deps: ['$folioDisk'],
  host_disk_close: (context) => {
    const disk = folioDisk.disks[context];
    if (!disk) return;
    disk.closed = true;
    disk.deaf = true;
    disk.owner = false;
    disk.stopWaiting?.abort();
    disk.release?.();
    disk.channel?.close();
    disk.database?.close();
    delete folioDisk.disks[context];
  },
});
