// The page around the canvas: frames, size, settings, address, clipboard, files, paper.
// Bytes and events only; what they mean is decided in src/platform/web/shim.cpp and src/ui.
addToLibrary({
  // What the page's side remembers.
  $folio: {
    context: 0,
    frame: 0,          // Pending animation frame.
    timer: 0,
    copying: null,     // The copy event being answered.
    density: null,     // Media query of the present device pixel ratio.
    asks: false,
    canvas: null,
    veil: null,
    text: (pointer, size) => UTF8ToString(pointer, size),
    bytes: (pointer, size) => HEAPU8.slice(pointer, pointer + size),
    // Writes text for an event into the shim's scratch; answers [pointer, size].
    put: (text) => {
      const bytes = new TextEncoder().encode(text);
      const pointer = _folio_scratch(folio.context, bytes.length + 1);
      HEAPU8.set(bytes, pointer);
      return [pointer, bytes.length];
    },
    matches: (query) => matchMedia(query).matches,
    // Settings and size as they are now; `resized` when the canvas has new pixels.
    report: (resized) => {
      const canvas = folio.canvas, box = canvas.getBoundingClientRect(), view = visualViewport;
      const inset = getComputedStyle(folio.probe);
      const top = view ? view.offsetTop : 0, left = view ? view.offsetLeft : 0;
      const numbers = [box.width, box.height, devicePixelRatio, left - box.left, top - box.top,
        view ? view.width : box.width, view ? view.height : box.height,
        parseFloat(inset.paddingTop), parseFloat(inset.paddingRight),
        parseFloat(inset.paddingBottom), parseFloat(inset.paddingLeft)];
      const pointer = _folio_scratch(folio.context, 44);
      HEAPF32.set(numbers, pointer >> 2);
      const flags = (folio.matches('(prefers-color-scheme: dark)') ? 1 : 0) |
        (folio.matches('(prefers-contrast: more)') ? 2 : 0) |
        (folio.matches('(forced-colors: active)') ? 4 : 0) |
        (folio.matches('(prefers-reduced-motion: reduce)') ? 8 : 0) |
        (folio.matches('(pointer: coarse)') ? 16 : 0) |
        (/^(Mac|iP)/.test(navigator.platform) ? 32 : 0) | (navigator.onLine ? 64 : 0);
      _folio_environment(folio.context, pointer, flags, resized, performance.now());
    },
    // The canvas takes its device pixels and is drawn at once, so that nothing stretches or blinks.
    resize: (entry) => {
      const exact = entry?.devicePixelContentBoxSize?.[0];
      const box = folio.canvas.getBoundingClientRect();
      // The exact size settles how the browser rounds; where it is another scale altogether
      // (emulated devices report their host's pixels) it says nothing.
      const settled = (size, length) => Math.abs(size - length * devicePixelRatio) < 1 ? size :
        Math.round(length * devicePixelRatio);
      const width = settled(exact?.inlineSize ?? 0, box.width);
      const height = settled(exact?.blockSize ?? 0, box.height);
      if (width === 0 || height === 0) return;
      if (folio.canvas.width === width && folio.canvas.height === height) return folio.report(0);
      folio.canvas.width = width;
      folio.canvas.height = height;
      folio.report(1);
    },
    // No event tells of a new ratio; a query for the present one stops matching.
    watchDensity: () => {
      folio.density = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
      folio.density.addEventListener('change', () => {
        folio.watchDensity();
        folio.resize();
      }, { once: true });
    },
    warn: (event) => {
      event.preventDefault();
      event.returnValue = '';
    },
    arrived: () => {
      const [text, size] = folio.put(location.hash);
      _folio_arrived(folio.context, text, size, history.state?.depth ?? 0);
    },
  },
  $folio__deps: ['$UTF8ToString'],

  // void host_take_canvas()
  host_take_canvas__deps: ['$folio'],
  host_take_canvas: () => {
    folio.canvas = Module['canvas'] = document.getElementById('canvas');
    folio.canvas.setAttribute('aria-hidden', 'true'); // What it shows is said by the mirror.
  },

  // void host_start(void* context)
  host_start__deps: ['$folio', 'host_request_frame'],
  host_start: (context) => {
    folio.context = context;
    const canvas = folio.canvas;
    folio.probe = document.createElement('div');
    const style = folio.probe.style;
    style.position = 'fixed';
    style.visibility = 'hidden';
    for (const side of ['top', 'right', 'bottom', 'left'])
      style.setProperty(`padding-${side}`, `env(safe-area-inset-${side})`);
    document.body.append(folio.probe);

    const options = Intl.DateTimeFormat().resolvedOptions();
    const locale = navigator.language, zone = options.timeZone;
    const [text] = folio.put(locale + zone);
    _folio_locale(context, text, locale.length, zone.length);

    history.replaceState({ depth: 0 }, ''); // A reload closes what was open above the screen.
    folio.arrived();
    folio.resize();
    const observer = new ResizeObserver((entries) => folio.resize(entries[0]));
    try {
      observer.observe(canvas, { box: 'device-pixel-content-box' });
    } catch {
      observer.observe(canvas); // Safari knows CSS pixels only.
    }
    folio.watchDensity();
    const changed = () => folio.report(0);
    for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)',
      '(forced-colors: active)', '(prefers-reduced-motion: reduce)', '(pointer: coarse)'])
      matchMedia(query).addEventListener('change', changed);
    new ResizeObserver(changed).observe(folio.probe, { box: 'border-box' }); // Safe areas.
    visualViewport?.addEventListener('resize', changed);
    visualViewport?.addEventListener('scroll', changed);
    addEventListener('online', changed);
    addEventListener('offline', changed);

    addEventListener('visibilitychange', () => _folio_hide(context, document.hidden ? 1 : 0));
    addEventListener('pagehide', () => _folio_flush(context));
    addEventListener('popstate', folio.arrived);
    canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault(); // Without this the browser never restores it.
      _folio_graphics(context, 1);
    });
    canvas.addEventListener('webglcontextrestored', () => _folio_graphics(context, 0));
  },

  // size_t host_file_size(const char* name, size_t size)
  host_file_size__deps: ['$folio'],
  host_file_size: (name, size) => Module['page'].files[folio.text(name, size)]?.length ?? 0,

  // void host_read_file(const char* name, size_t size, void* bytes)
  host_read_file__deps: ['$folio'],
  host_read_file: (name, size, bytes) =>
    HEAPU8.set(Module['page'].files[folio.text(name, size)], bytes),

  // void host_presented()
  host_presented: () => Module['page'].presented(),

  // void host_fault(const char* kind, size_t kind_size, const char* text, size_t size)
  host_fault__deps: ['$folio'],
  host_fault: (kind, kindSize, text, size) =>
    Module['page'].fault(folio.text(kind, kindSize), folio.text(text, size)),

  // void host_request_frame()
  host_request_frame__deps: ['$folio'],
  host_request_frame: () => {
    folio.frame ||= requestAnimationFrame((now) => {
      folio.frame = 0;
      _folio_frame(folio.context, Math.max(now, performance.now()));
    });
  },

  // void host_set_timer(double at_ms)
  host_set_timer__deps: ['$folio'],
  host_set_timer: (at) => {
    clearTimeout(folio.timer);
    if (at < 0) return;
    folio.timer = setTimeout(() => _folio_timer(folio.context, performance.now()),
      Math.max(0, at - performance.now()));
  },

  // void host_set_title(const char* title, size_t size)
  host_set_title__deps: ['$folio'],
  host_set_title: (text, size) => { document.title = folio.text(text, size); },

  // void host_push_address(const char* hash, size_t size, int depth)
  host_push_address__deps: ['$folio'],
  host_push_address: (text, size, depth) => history.pushState({ depth }, '', folio.text(text, size)),

  // void host_replace_address(const char* hash, size_t size, int depth)
  host_replace_address__deps: ['$folio'],
  host_replace_address: (text, size, depth) =>
    history.replaceState({ depth }, '', folio.text(text, size)),

  // void host_go_back(int steps)
  host_go_back: (steps) => history.go(-steps),

  // void host_ask_before_leaving(int asks)
  host_ask_before_leaving__deps: ['$folio'],
  host_ask_before_leaving: (asks) => {
    if (folio.asks === !!asks) return;
    folio.asks = !!asks;
    Module['page'].unsaved(folio.asks);
    if (asks) addEventListener('beforeunload', folio.warn);
    else removeEventListener('beforeunload', folio.warn);
  },

  // void host_reload()
  host_reload: () => location.reload(),

  // void host_set_background(unsigned colour, int is_dark)
  host_set_background: (colour, dark) => {
    const root = document.documentElement.style;
    root.backgroundColor = `rgb(${colour & 255} ${(colour >> 8) & 255} ${(colour >> 16) & 255})`;
    root.colorScheme = dark ? 'dark' : 'light';
  },

  // void host_show_veil(int shown)
  host_show_veil__deps: ['$folio'],
  host_show_veil: (shown) => {
    folio.veil?.remove();
    folio.veil = null;
    if (!shown) return;
    folio.veil = document.createElement('div');
    folio.veil.setAttribute('role', 'status');
    folio.veil.id = 'veil';
    Object.assign(folio.veil.style, { position: 'fixed', inset: '0', display: 'grid',
      placeItems: 'center', background: 'Canvas', color: 'CanvasText', font: '15px system-ui' });
    folio.veil.textContent = 'The graphics card dropped the picture. It is being drawn again; ' +
      'nothing is lost. If it stays away, reload the page.';
    document.body.append(folio.veil);
  },

  // void host_write_clipboard(const char* text, size_t size)
  host_write_clipboard__deps: ['$folio'],
  host_write_clipboard: (pointer, size) => {
    const text = folio.text(pointer, size);
    if (folio.copying) {
      folio.copying.clipboardData.setData('text/plain', text);
      folio.copying.preventDefault();
    } else {
      navigator.clipboard.writeText(text);
    }
  },

  // void host_open_file(unsigned request, const char* accept, size_t size)
  host_open_file__deps: ['$folio', '$folioDeliver'],
  host_open_file: (request, accept, size) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = folio.text(accept, size);
    input.addEventListener('change', () => folioDeliver(request, input.files));
    input.click();
  },

  // Hands chosen or dropped files to the program, in order.
  $folioDeliver__deps: ['$folio'],
  $folioDeliver: async (request, files) => {
    for (const file of files) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const pointer = _folio_allocate(bytes.length);
      HEAPU8.set(bytes, pointer);
      const [name, size] = folio.put(file.name);
      _folio_file(folio.context, request, name, size, pointer, bytes.length);
    }
  },

  // void host_save_file(const char* name, size_t name_size, const char* type, size_t type_size,
  //                     const void* bytes, size_t size)
  host_save_file__deps: ['$folio'],
  host_save_file: (name, nameSize, type, typeSize, bytes, size) => {
    const blob = new Blob([folio.bytes(bytes, size)], { type: folio.text(type, typeSize) });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = folio.text(name, nameSize);
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000); // The browser reads it later.
  },

  // void host_print(const void* pdf, size_t size)
  host_print__deps: ['$folio'],
  host_print: (pdf, size) => {
    document.getElementById('paper')?.remove();
    const url = URL.createObjectURL(new Blob([folio.bytes(pdf, size)], { type: 'application/pdf' }));
    const paper = document.createElement('iframe');
    paper.id = 'paper';
    paper.title = 'Paper';
    paper.setAttribute('aria-hidden', 'true');
    Object.assign(paper.style, { position: 'fixed', right: '0', bottom: '0', width: '0', height: '0',
      border: '0', visibility: 'hidden' });
    paper.addEventListener('load', () => {
      try {
        paper.contentWindow.focus();
        paper.contentWindow.print();
      } catch {
        open(url); // Firefox keeps its PDF viewer to itself: the person prints from there.
      }
    });
    paper.src = url;
    document.body.append(paper);
  },
});
