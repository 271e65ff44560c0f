// Which tab owns the book of a disk (web/disk.library.js): a Web Lock, a number in IndexedDB, fences,
// and what tabs tell each other.
//
// An owner holds the lock and has raised the `generation`. A lock that is given back is given after
// the last write, but one that is stolen (its tab hung for two seconds) leaves an owner that may
// wake up and write before it hears of it. Every batch that may change what is there therefore asks
// for the generation in its own transaction. A batch of new records only, which is every commit,
// saves that question and a tenth of its time: its first key is the one after the last record's,
// there the thief puts a fence, and what stands there already makes `add` fail.
addToLibrary({
  $folioOwner__deps: ['$folioDisk'],
  $folioOwner: {
    release_ms: 2000, // How long an owner may take to let go.
    fence: 0, // The item at a fence's key; any other item has bytes.

    // What `head` says of the owners: the generation, and where fences stand.
    ownership: (head, then) => {
      const generation = head.get('generation'), fences = head.get('fences');
      fences.onsuccess = () => then({ generation: generation.result ?? 0, fences: fences.result ?? [] });
    },

    // A higher number than any owner before, written for real: it is also the proof that this
    // browser stores anything at all. A stolen book gets its fence with it.
    raiseGeneration: (disk) => new Promise((resolve, reject) => {
      const transaction = folioDisk.transaction(disk, 'readwrite');
      const head = transaction.objectStore('head');
      let generation, fences;
      folioOwner.ownership(head, (before) => {
        generation = before.generation + 1;
        fences = before.fences;
        head.put(generation, 'generation');
        if (disk.stolen) folioOwner.nextKey(disk, transaction, (key) => {
          if (fences.includes(key)) return;
          fences.push(key);
          head.put(fences, 'fences');
          transaction.objectStore('log').put(folioOwner.fence, key);
        });
      });
      transaction.oncomplete = () => {
        Object.assign(disk, { generation, fences, stolen: false });
        resolve();
      };
      transaction.onabort = () => reject(transaction.error);
    }),

    // The key of the next record: after the last one in the log, or the last that was folded. Without
    // either there is no book, and its first record is written with a head.
    nextKey: (disk, transaction, then) => {
      const after = (key) => then((Math.floor(key / disk.record_keys) + 1) * disk.record_keys);
      const last = transaction.objectStore('log').openCursor(null, 'prev');
      last.onsuccess = () => {
        if (last.result?.value === folioOwner.fence) return last.result.continue();
        if (last.result) return after(last.result.key);
        const folded = transaction.objectStore('head').get('folded');
        folded.onsuccess = () => { if (folded.result !== undefined) after(folded.result); };
      };
    },

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
        if (disk.release) folioOwner.lose(disk);
        resolve(false);
      });
    }),

    own: async (disk) => {
      disk.owner = true;
      try {
        await folioOwner.raiseGeneration(disk);
      } catch (error) {
        // A full store can still be read; its commits will say themselves that they fail.
        Object.assign(disk, await folioOwner.storedOwnership(disk));
      }
      disk.channel.postMessage({ kind: 'owned' });
      folioDisk.tell(disk, _folio_disk_opened, 1);
    },

    follow: (disk) => {
      disk.owner = false;
      disk.channel.postMessage({ kind: 'following' });
      folioDisk.tell(disk, _folio_disk_opened, 0);
      folioOwner.awaitLock(disk);
    },

    // A follower owns the book as soon as its owner's tab is gone.
    awaitLock: (disk) => {
      folioOwner.lock(disk, 'wait').then((got) => {
        if (got && !disk.closed) folioOwner.own(disk);
      });
    },

    // Generation 0, which no owner has, if it cannot be read.
    storedOwnership: (disk) => new Promise((resolve, reject) => {
      const transaction = folioDisk.transaction(disk, 'readonly');
      folioOwner.ownership(transaction.objectStore('head'), resolve);
      transaction.onabort = reject;
    }).catch(() => ({ generation: 0, fences: [] })),

    // Tells followers of the log's last record, if there ever was one to hear it: a message takes
    // longer than many a commit's own work.
    tellChanged: (disk) => {
      if (disk.followed && disk.logged && !disk.closed)
        disk.channel.postMessage({ kind: 'changed', key: disk.logged });
    },

    hear: (disk, message) => {
      if (message.kind === 'changed' && !disk.owner)
        folioDisk.tell(disk, _folio_disk_changed, message.key);
      if (message.kind === 'release') folioOwner.yieldBook(disk, () => {});
      // A new owner may not have heard of those who follow.
      if (message.kind === 'owned' && !disk.owner) disk.channel.postMessage({ kind: 'following' });
      if (message.kind === 'following') {
        disk.followed = true;
        // What was committed after it read and before it was heard.
        if (disk.owner) folioOwner.tellChanged(disk);
      }
    },

    // Another tab asks for the book: what is queued is written first, if that can be done in time.
    yieldBook: (disk, done) => {
      const until = performance.now() + folioOwner.release_ms - 200;
      const letGo = () => {
        if (disk.owner && disk.queue.length > 0 && !disk.waiting && performance.now() < until)
          return setTimeout(letGo, 10);
        folioOwner.lose(disk);
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
      if (!disk.waiting) folioOwner.awaitLock(disk);
    },

    // The database is to be deleted or changed by another tab, which waits for this one.
    leave: (disk) => folioOwner.yieldBook(disk, () => {
      disk.stopWaiting?.abort();
      disk.database?.close();
      disk.database = null;
    }),

    takeOver: async (disk) => {
      if (!disk.database) await folioDisk.connect(disk).catch(() => {});
      disk.channel.postMessage({ kind: 'release' });
      const waiting = disk.stopWaiting;
      const inTime = waiting ? null : folioOwner.lock(disk, 'wait');
      const late = new Promise((resolve) => setTimeout(resolve, folioOwner.release_ms, 'late'));
      if (waiting) {
        // `follow` waits for the lock already, and becomes the owner by itself.
        await late;
        if (disk.owner || disk.closed) return;
        waiting.abort();
      } else if (await Promise.race([inTime, late]) === true) {
        disk.queue = [];
        disk.waiting = false;
        return folioOwner.own(disk);
      } else {
        disk.stopWaiting?.abort();
      }
      disk.queue = [];
      disk.waiting = false;
      if (!await folioOwner.lock(disk, 'steal')) return;
      disk.stolen = true;
      folioOwner.own(disk);
    },

    // Whether the batch only adds records, so that a fence stops it. Without locks any opening may
    // have overtaken this one, and no fence stands.
    onlyAdds: (disk, batch) => navigator.locks && !batch.again && batch.changes.every((change) =>
      change.area === 'log' && change.bytes && !disk.fences.includes(change.key)),
  },
});
