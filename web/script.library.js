// window.folio: commands and queries for scripts. The C++ side is src/main_web_script.cpp.
addToLibrary({
  $folioScript: {
    saved: 0,
    waiting: [], // { revision, resolve, receipt } of commands that are not on the disk yet.
    // The bytes of each text on the program's heap for as long as `use` runs.
    withTexts: (texts, use) => {
      const places = texts.map((text) => {
        const bytes = new TextEncoder().encode(text);
        const pointer = _folio_allocate(bytes.length + 1);
        HEAPU8.set(bytes, pointer);
        return [pointer, bytes.length];
      });
      const answer = JSON.parse(UTF8ToString(use(...places.flat())));
      for (const [pointer] of places) _folio_free(pointer);
      return answer;
    },
  },
  $folioScript__deps: ['$UTF8ToString'],

  // void host_script_start(void* context)
  host_script_start__deps: ['$folioScript', '$folio'],
  host_script_start: (context) => {
    window.folio = {
      // A command as an object; resolves with its receipt when it is saved.
      execute: (command) => new Promise((resolve, reject) => {
        const answer = folioScript.withTexts([JSON.stringify(command)],
          (text, size) => _folio_script_execute(context, text, size));
        _folio_wake(folio.context);
        if (answer.error) reject(answer.error);
        else if (answer.revision <= folioScript.saved) resolve(answer);
        else folioScript.waiting.push({ revision: answer.revision, resolve, receipt: answer });
      }),
      query: (name, parameters = {}) => new Promise((resolve, reject) => {
        const answer = folioScript.withTexts([name, JSON.stringify(parameters)],
          (text, size, more, moreSize) => _folio_script_query(context, text, size, more, moreSize));
        if (answer?.error) reject(answer.error);
        else resolve(answer);
      }),
    };
  },

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
});
