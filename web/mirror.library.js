// Applies the mirror's patches to the page's elements and reports what happens to them: focus,
// edits, composition, activation. The format is in src/ui/patch.h. Bytes and events only.
addToLibrary({
  $folioMirror: {
    elements: null, // Map of node id to element.
    root: null,
    // Set through the CSSOM, as the page's policy allows no inline styles. Elements lie over the
    // canvas unseen; their text is there to be found, selected and read.
    sheet: `
      .mirror { position: fixed; inset: 0; overflow: clip; pointer-events: none; color: transparent;
        font: 400 15px/24px Folio, sans-serif; font-kerning: none; letter-spacing: 0;
        font-feature-settings: "kern" 0, "liga" 0, "calt" 0; forced-color-adjust: none;
        text-rendering: optimizeSpeed; -webkit-text-size-adjust: none; text-size-adjust: none; }
      .mirror * { position: absolute; box-sizing: border-box; margin: 0; padding: 0; border: 0;
        display: block; max-width: none; max-height: none; inset: auto; background: none;
        color: inherit; font: inherit; font-kerning: inherit; font-feature-settings: inherit;
        letter-spacing: inherit; text-align: inherit; text-decoration: none; white-space: pre;
        vertical-align: baseline; /* Rows inherit it: moving their parent would style them all. */
        list-style: none; outline: none; appearance: none; pointer-events: none;
        touch-action: none; overflow: visible; }
      .mirror p { white-space: pre-wrap; }
      .mirror input, .mirror textarea { pointer-events: auto; resize: none; cursor: text;
        min-width: 0; min-height: 0; border-radius: 0; -webkit-text-fill-color: currentcolor;
        user-select: text; -webkit-user-select: text; }
      .mirror textarea { white-space: pre-wrap; overflow: auto; scrollbar-width: none; }
      .mirror [aria-disabled] { pointer-events: none; }
      .mirror a { pointer-events: auto; cursor: pointer; }
      .mirror :-webkit-autofill { transition: background-color 0s 99999s, color 0s 99999s; }
      @media (pointer: fine) {
        .mirror [data-selectable] { pointer-events: auto; user-select: text; cursor: text; } }`,

    apply: (pointer, size) => {
      const view = new DataView(HEAPU8.buffer, pointer, size), decoder = new TextDecoder();
      const { elements, root } = folioMirror;
      let at = 0;
      const u8 = () => view.getUint8(at++);
      const u32 = () => { at += 4; return view.getUint32(at - 4, true); };
      const f32 = () => { at += 4; return view.getFloat32(at - 4, true); };
      const string = () => {
        const length = u32();
        at += length;
        return decoder.decode(HEAPU8.subarray(pointer + at - length, pointer + at));
      };
      const place = (element, parent, previous) => {
        const after = previous ? elements.get(previous).nextSibling : parent.firstChild;
        // moveBefore keeps focus and selection of what it moves.
        if (element.isConnected && parent.moveBefore) parent.moveBefore(element, after);
        else parent.insertBefore(element, after);
      };
      const contents = (id) => id ? elements.get(id).folioContent ?? elements.get(id) : root;
      const forget = (element) => {
        if (element.folioNode) elements.delete(element.folioNode);
        for (const child of element.children) forget(child);
      };
      while (at < size) {
        const op = u8(), id = u32(), element = elements.get(id);
        switch (op) {
          case 1: {
            const parent = contents(u32()), previous = u32(), scrolls = u8(), tag = string();
            const made = document.createElement(tag);
            made.folioNode = id;
            made.id = `n${id}`;
            if (scrolls) {
              made.style.overflow = 'clip';
              made.folioContent = made.appendChild(document.createElement('div'));
              made.folioContent.setAttribute('role', 'none');
            }
            elements.set(id, made);
            place(made, parent, previous);
            break;
          }
          case 2: place(element, element.parentNode, u32()); break;
          case 3: forget(element); element.remove(); break;
          case 4: {
            const now = u32();
            elements.delete(id);
            elements.set(now, element);
            element.folioNode = now;
            element.id = `n${now}`;
            break;
          }
          case 5: element.setAttribute(string(), string()); break;
          case 6: element.removeAttribute(string()); break;
          case 7: element.style.setProperty(string(), string()); break;
          case 8: element.style.removeProperty(string()); break;
          case 9: element.textContent = string(); break;
          case 10: {
            const value = string();
            if (element.value !== value) element.value = value;
            break;
          }
          case 11: {
            const style = element.style;
            style.left = `${f32()}px`;
            style.top = `${f32()}px`;
            style.width = `${f32()}px`;
            style.height = `${f32()}px`;
            break;
          }
          case 12: element.folioContent.style.transform = `translate(${-f32()}px, ${-f32()}px)`; break;
          case 13: {
            const all = u8();
            if (!element) {
              document.activeElement?.blur();
              break;
            }
            element.focus({ preventScroll: true });
            if (all) element.select?.();
            break;
          }
          case 14: element.setSelectionRange(u32(), u32()); break;
        }
      }
    },
  },
  $folioMirror__deps: ['$folio'],

  // void host_start_mirror(void* context)
  host_start_mirror__deps: ['$folio', '$folioMirror'],
  host_start_mirror: (context) => {
    folio.context = context;
    folioMirror.elements = new Map();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(folioMirror.sheet);
    document.adoptedStyleSheets.push(sheet);
    const root = folioMirror.root = document.createElement('div');
    root.id = root.className = 'mirror';
    document.getElementById('canvas').after(root);

    const edited = (field, composing) => {
      const [text, size] = folio.put(field.value);
      _folio_edit(context, field.folioNode, text, size, field.selectionStart ?? 0,
        field.selectionEnd ?? 0, composing ? 1 : 0);
    };
    root.addEventListener('focusin', (event) => _folio_focus(context, event.target.folioNode));
    root.addEventListener('focusout', (event) => {
      // Another window in front keeps the field; focus going nowhere leaves it.
      if (!event.relatedTarget && document.hasFocus()) _folio_focus(context, 0);
    });
    root.addEventListener('input', (event) => edited(event.target, event.isComposing));
    root.addEventListener('compositionstart', (event) =>
      _folio_composition(context, event.target.folioNode, 1));
    root.addEventListener('compositionend', (event) => {
      _folio_composition(context, event.target.folioNode, 0);
      edited(event.target, false);
    });
    // A click here is the keyboard's or assistive technology's: elements take no pointer, except
    // fields and links, which act by themselves.
    root.addEventListener('click', (event) => {
      const target = event.target.closest('[id]');
      if (target.tagName === 'INPUT' || target.tagName === 'TEXTAREA' || target.tagName === 'A' ||
        target.hasAttribute('data-selectable')) return;
      _folio_activate(context, target.folioNode, performance.now());
    });
    root.addEventListener('submit', (event) => {
      event.preventDefault();
      _folio_activate(context, event.target.folioNode, performance.now());
    });
  },

  // void host_add_font(int weight, const void* file, size_t size)
  host_add_font__deps: ['$folio'],
  host_add_font: (weight, file, size) => {
    const font = new FontFace('Folio', folio.bytes(file, size), { weight: String(weight) });
    document.fonts.add(font);
  },

  // void host_apply_patch(const void* patch, size_t size)
  host_apply_patch__deps: ['$folioMirror'],
  host_apply_patch: (patch, size) => folioMirror.apply(patch, size),
});
