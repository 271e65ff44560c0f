// The book's disk in the browser: IndexedDB. Which tab may write is web/disk_owner.library.js.
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
        database.onversionchange = () => folioOwner.leave(disk);
        resolve(fresh);
      };
      request.onerror = () => reject(request.error);
      request.onblocked = () => reject(request.error);
    }),

    transaction: (disk, mode, areas = folioDisk.areas) => disk.database.transaction(areas, mode,
      mode === 'readwrite' ? { durability: 'strict' } : {}),

    open: async (disk) => {
      try {
        await folioDisk.connect(disk);
      } catch (error) {
        return folioDisk.fail(disk, 0, 'unavailable');
      }
      disk.channel = new BroadcastChannel(`folio:${disk.name}`);
      disk.channel.onmessage = ({ data }) => folioOwner.hear(disk, data);
      if (disk.wantsToOwn && await folioOwner.lock(disk, 'try')) return folioOwner.own(disk);
      folioOwner.follow(disk);
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
        if (disk.deaf || !value?.length) return; // A fence has no bytes.
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
      if (disk.begun || disk.waiting || !disk.owner || disk.queue.length === 0) return;
      const batch = disk.queue[0];
      disk.begun = true;
      let takenOver = false;
      const stop = (kind) => {
        disk.begun = false;
        disk.waiting = true;
        batch.again = true;
        folioDisk.fail(disk, batch.ticket, kind);
      };
      const goOn = () => {
        disk.begun = false;
        folioDisk.pump(disk);
      };
      if (disk.stolen) {
        // The store was too full for a fence.
        return folioOwner.raiseGeneration(disk).then(goOn, (error) => stop(folioDisk.kindOf(error)));
      }
      const onlyAdds = folioOwner.onlyAdds(disk, batch);
      let transaction;
      try {
        const areas = folioDisk.areas.filter((area) => area === 'head' && !onlyAdds ||
          batch.changes.some((change) => change.area === area));
        transaction = folioDisk.transaction(disk, 'readwrite', areas);
        // Issued together with the changes: whoever has raised the number since owns the book.
        if (!onlyAdds) {
          const generation = transaction.objectStore('head').get('generation');
          generation.onsuccess = () => {
            takenOver = generation.result !== disk.generation;
            if (takenOver) transaction.abort();
            else transaction.commit(); // Without waiting for the answers to the changes.
          };
        }
        for (const change of batch.changes) folioDisk.issue(disk, transaction, batch, change);
        if (onlyAdds) transaction.commit();
      } catch (error) {
        // The connection is closed, though nobody has told us yet.
        disk.database = null;
        return queueMicrotask(() => stop('lost'));
      }
      transaction.oncomplete = () => {
        disk.queue.shift();
        folioDisk.tell(disk, _folio_disk_written, batch.ticket);
        goOn();
        const logged = batch.changes.findLast((change) => change.area === 'log' && change.bytes);
        if (!logged) return;
        disk.logged = logged.key;
        folioOwner.tellChanged(disk);
      };
      transaction.onabort = () => {
        if (takenOver) {
          disk.begun = false;
          return folioOwner.lose(disk);
        }
        if (onlyAdds && transaction.error?.name === 'ConstraintError') {
          batch.again = true; // The generation tells whose the key is.
          return goOn();
        }
        stop(disk.database ? folioDisk.kindOf(transaction.error) : 'lost');
      };
    },

    dropWaiting: (disk) => {
      disk.queue.length = Math.min(disk.queue.length, disk.begun ? 1 : 0);
    },

    issue: (disk, transaction, batch, change) => {
      const store = transaction.objectStore(change.area);
      if (!change.bytes) return folioDisk.erase(disk, transaction, change);
      // A record is new; only one whose fate was unknown, or a fence, may stand there already.
      if (change.area === 'log' && !batch.again && !disk.fences.includes(change.key))
        return store.add(change.bytes, change.key);
      return store.put(change.bytes, change.key);
    },

    // Fences stay, for the owner they keep out may sleep for days; and `folded`, where records end
    // that are no longer in the log.
    erase: (disk, transaction, { area, first, last }) => {
      const store = transaction.objectStore(area), head = transaction.objectStore('head');
      store.delete(IDBKeyRange.bound(first, last));
      if (area === 'head') head.delete('folded');
      if (area !== 'log') return;
      head.put(last, 'folded');
      for (const key of disk.fences)
        if (first <= key && key <= last) store.put(folioOwner.fence, key);
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
      const { generation } = await folioOwner.storedOwnership(disk);
      if (fresh || generation === 0) {
        // The store was cleared while the book was open: all of it is written again.
        await folioOwner.raiseGeneration(disk).catch(() => {});
        folioDisk.tell(disk, _folio_disk_emptied);
      } else if (generation !== disk.generation) {
        folioOwner.lose(disk);
        return false;
      }
      return true;
    },
  },

  // void host_disk_open(void* context, const char* name, size_t size, int owner, int record_keys)
  host_disk_open__deps: ['$folioDisk', '$folioOwner', '$UTF8ToString'],
  host_disk_open: (context, name, size, owner, recordKeys) => {
    const disk = { context, name: UTF8ToString(name, size), wantsToOwn: owner === 1, owner: false,
      database: null, channel: null, generation: 0, fences: [], record_keys: recordKeys,
      stolen: false, followed: false, logged: 0, release: null, stopWaiting: null, queue: [],
      building: null, begun: false, waiting: false, resuming: false, deaf: false, closed: false };
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
  host_disk_take_over: (context) => { folioOwner.takeOver(folioDisk.disks[context]); },

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
