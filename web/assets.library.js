// Files of the build beyond the first screen's. Bytes and events only; the C++ side is
// src/platform/web/assets.cpp. boot.js knows where they are and has them kept for offline use.
addToLibrary({
  $folioAssets: {
    context: 0,
    files: {}, // By name: { state, bytes, failed } with the states of platform::Assets.
    retry_ms: 30000,
    fetch: (name) => {
      const file = folioAssets.files[name] = { state: 0, bytes: null };
      const told = () => { if (folioAssets.context) _folio_assets_wake(folioAssets.context); };
      Module['page'].file(name).then((bytes) => {
        file.state = 1;
        file.bytes = bytes;
        told();
      }, () => {
        file.state = 2;
        file.failed = performance.now();
        told();
      });
      return file;
    },
  },

  // void host_assets_start(void* context)
  host_assets_start__deps: ['$folioAssets'],
  host_assets_start: (context) => {
    folioAssets.context = context;
    addEventListener('online', () => {
      for (const file of Object.values(folioAssets.files))
        if (file.state === 2) file.failed = -folioAssets.retry_ms;
      _folio_assets_wake(context);
    });
  },

  // int host_asset_request(const char* name, size_t size)
  host_asset_request__deps: ['$folioAssets', '$UTF8ToString'],
  host_asset_request: (pointer, size) => {
    const name = UTF8ToString(pointer, size);
    const file = folioAssets.files[name];
    if (!file) return folioAssets.fetch(name).state;
    if (file.state === 2 && performance.now() - file.failed > folioAssets.retry_ms)
      return folioAssets.fetch(name).state;
    return file.state;
  },

  // size_t host_asset_size(const char* name, size_t size)
  host_asset_size__deps: ['$folioAssets', '$UTF8ToString'],
  host_asset_size: (pointer, size) =>
    folioAssets.files[UTF8ToString(pointer, size)]?.bytes?.length ?? 0,

  // void host_take_asset(const char* name, size_t size, void* bytes)
  host_take_asset__deps: ['$folioAssets', '$UTF8ToString'],
  host_take_asset: (pointer, size, bytes) => {
    const file = folioAssets.files[UTF8ToString(pointer, size)];
    HEAPU8.set(file.bytes, bytes);
    file.bytes = null;
  },
});
