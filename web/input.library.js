// Listens to pointer, wheel, keys, clipboard and dropped files, and hands them to the program.
// Bytes and events only; the meaning of a touch, a key or a press is decided in src/ui/window.cpp.
addToLibrary({
  $folioInput: {
    // As ui::Key.
    keys: { Enter: 1, Escape: 2, Tab: 3, ' ': 4, Backspace: 5, Delete: 6, ArrowUp: 7, ArrowDown: 8,
      ArrowLeft: 9, ArrowRight: 10, Home: 11, End: 12, PageUp: 13, PageDown: 14, F2: 15,
      ContextMenu: 16 },
    kinds: { mouse: 0, touch: 1, pen: 2 },
    modifiers: (event) => {
      const command = /^(Mac|iP)/.test(navigator.platform) ? event.metaKey : event.ctrlKey;
      return (command ? 1 : 0) | (event.shiftKey ? 2 : 0) | (event.altKey ? 4 : 0);
    },
    // The node whose element takes pointers of its own, 0 if the canvas is meant.
    node: (target) => target.closest?.('input, textarea, a')?.folioNode ?? 0,
    isField: (target) => target?.tagName === 'INPUT' || target?.tagName === 'TEXTAREA',
    // What a key means on this layout: the letter itself, or on a layout without Latin letters the
    // letter that the position has elsewhere.
    character: (event) => {
      if (event.key.length > 2 || [...event.key].length !== 1) return 0;
      const code = event.key.toLowerCase().codePointAt(0);
      const place = /^Key([A-Z])$/.exec(event.code);
      return code > 0x24f && place ? place[1].toLowerCase().codePointAt(0) : code;
    },
  },

  // void host_listen(void* context)
  host_listen__deps: ['$folio', '$folioInput', '$folioDeliver'],
  host_listen: (context) => {
    const { keys, kinds, modifiers, node, isField, character } = folioInput;
    const canvas = folio.canvas;
    const on = (name, listener, options = { capture: true }) =>
      addEventListener(name, listener, options);

    const pointer = (phase) => (event) => {
      const box = canvas.getBoundingClientRect();
      if (phase === 1 && event.target === canvas) canvas.setPointerCapture(event.pointerId);
      _folio_pointer(context, phase, kinds[event.pointerType] ?? 0, event.pointerId,
        event.clientX - box.left, event.clientY - box.top, event.button, modifiers(event),
        node(event.target), event.timeStamp);
    };
    on('pointermove', pointer(0));
    on('pointerdown', pointer(1));
    on('pointerup', pointer(2));
    on('pointercancel', pointer(3));
    document.documentElement.addEventListener('pointerleave', pointer(4));
    // The program moves the focus itself; a press on the canvas must not take it away before.
    canvas.addEventListener('mousedown', (event) => event.preventDefault());
    canvas.addEventListener('contextmenu', (event) => event.preventDefault());

    on('wheel', (event) => {
      const field = event.target;
      if (event.ctrlKey) return; // The browser's zoom.
      if (field.tagName === 'TEXTAREA' && field === document.activeElement &&
        field.scrollHeight > field.clientHeight) return;
      const unit = [1, 16, canvas.clientHeight][event.deltaMode];
      const box = canvas.getBoundingClientRect();
      const [dx, dy] = event.shiftKey && !event.deltaX ? [event.deltaY, 0] :
        [event.deltaX, event.deltaY];
      if (_folio_wheel(context, event.clientX - box.left, event.clientY - box.top, dx * unit,
        dy * unit)) event.preventDefault();
    }, { capture: true, passive: false });

    on('keydown', (event) => {
      if (event.isComposing || event.keyCode === 229) return; // The input method's.
      const inField = isField(event.target);
      const key = keys[event.key] ?? (event.key.length > 2 ? 17 : 0);
      const letter = key === 0 ? character(event) : 0;
      // AltGr and Option write characters; Ctrl + AltGr is no shortcut.
      if (key === 0 && (letter === 0 || event.getModifierState('AltGraph'))) return;
      if (key === 17) return;
      const bits = modifiers(event);
      // What a field does with its own keys is told by its edits.
      const isText = inField && !(bits & 5) && (key === 0 || (key >= 4 && key <= 6));
      if (isText) return;
      if (_folio_key(context, key, letter, bits, event.repeat ? 1 : 0, inField ? 1 : 0))
        event.preventDefault();
    });
    on('blur', (event) => { if (event.target === window) _folio_leave_window(context); });

    const copy = (cut) => (event) => {
      if (isField(event.target) || !getSelection().isCollapsed) return;
      folio.copying = event;
      _folio_copy(context, cut, performance.now());
      folio.copying = null;
    };
    on('copy', copy(0));
    on('cut', copy(1));
    on('paste', (event) => {
      if (isField(event.target)) return;
      const plain = event.clipboardData.getData('text/plain').replace(/\r\n?/g, '\n');
      if (plain === '') return;
      const [text, size] = folio.put(plain);
      _folio_paste(context, text, size, performance.now());
    });

    const carriesFiles = (event) => event.dataTransfer?.types.includes('Files');
    on('dragover', (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      _folio_drag(context, 1);
    });
    on('dragleave', (event) => { if (!event.relatedTarget) _folio_drag(context, 0); });
    on('drop', (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault(); // Otherwise the browser leaves for the file.
      _folio_drag(context, 0);
      folioDeliver(0, event.dataTransfer.files);
    });
  },
});
