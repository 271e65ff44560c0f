// window.folio: commands and queries for scripts. The C++ side is src/main_web_script.cpp.
addToLibrary({
  $folioScript: {
    saved: 0,
    opened: null, // Ends the wait for the disk.
    waiting: [], // { revision, resolve, reject, receipt } of commands that are not on the disk yet.
    // The bytes of each text on the program's heap for as long as `use` runs.
    withTexts: (texts, use) =>
      folioScript.withBytes(texts.map((text) => new TextEncoder().encode(text)), use),
    withBytes: (all, use) => {
      const places = all.map((bytes) => {
        const pointer = _folio_allocate(bytes.length + 1);
        if (pointer === 0) throw new Error(`no memory for ${bytes.length} bytes`);
        HEAPU8.set(bytes, pointer);
        return [pointer, bytes.length];
      });
      const answer = JSON.parse(UTF8ToString(use(...places.flat())));
      for (const [pointer] of places) _folio_free(pointer);
      return answer;
    },
    // Ends a promise with the program's answer: a receipt when it is saved.
    settle: (answer, resolve, reject) => {
      _folio_wake(folio.context);
      if (answer.error) reject(answer.error);
      else if (answer.revision <= folioScript.saved) resolve(answer);
      else folioScript.waiting.push({ revision: answer.revision, resolve, reject, receipt: answer });
    },
  },
  $folioScript__deps: ['$UTF8ToString', '$folio'],

  // void host_script_start(void* context)
  host_script_start__deps: ['$folioScript', '$folio'],
  host_script_start: (context) => {
    const opened = new Promise((resolve) => { folioScript.opened = resolve; });
    // Asked at once after the page has loaded, it waits until the disk has been read.
    const asked = (ask) => opened.then(() => new Promise(ask));
    window.folio = {
      // A command as an object; resolves with its receipt when it is saved.
      execute: (command) => asked((resolve, reject) => {
        const answer = folioScript.withTexts([JSON.stringify(command)],
          (text, size) => _folio_script_execute(context, text, size));
        folioScript.settle(answer, resolve, reject);
      }),
      query: (name, parameters = {}) => asked((resolve, reject) => {
        const answer = folioScript.withTexts([name, JSON.stringify(parameters)],
          (text, size, more, moreSize) => _folio_script_query(context, text, size, more, moreSize));
        if (answer?.error) reject(answer.error);
        else resolve(answer);
      }),
      // The bytes of a copy (Uint8Array) in the place of the open book, or of none.
      restore: (file) => asked((resolve, reject) => {
        const answer = folioScript.withBytes([file],
          (bytes, size) => _folio_script_restore(context, bytes, size));
        folioScript.settle(answer, resolve, reject);
      }),
    };
  },

  // void host_script_opened()
  host_script_opened__deps: ['$folioScript'],
  host_script_opened: () => folioScript.opened(),

  // void host_script_saved(double revision)
  host_script_saved__deps: ['$folioScript'],
  host_script_saved: (revision) => {
    folioScript.saved = revision;
    folioScript.waiting = folioScript.waiting.filter((one) => {
      if (one.revision > revision) return true;
      one.resolve(one.receipt);
      return false;
    });
  },

  // void host_script_lost(const char* error)
  host_script_lost__deps: ['$folioScript', '$UTF8ToString'],
  host_script_lost: (text) => {
    const { error } = JSON.parse(UTF8ToString(text));
    for (const one of folioScript.waiting.splice(0)) one.reject(error);
  },
});
