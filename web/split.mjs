#!/usr/bin/env node
// Splits the linked program into what the first screen runs and the rest, which the page fetches
// once the first screen is there (boot.js): web/split.mjs FOLDER
//
//   FOLDER/folio.wasm        as linked, with function names -> the first part, without
//   FOLDER/folio_rest.wasm   every other function
//   FOLDER/folio_whole.wasm  the program as it was linked
//
// web/first_screen.txt names the functions of the first part; scripts/first_screen.mjs measures
// them. A function that is missing there costs a wait when it is called early, never a wrong
// answer: calls between the parts go through the table, and the first to find the rest missing
// fetches it. The bench page_start counts such waits.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const names = new URL('first_screen.txt', import.meta.url);

// The path of one of the linker's own tools, e.g. wasm-split.
export function linkerTool(name) {
  const folder = execFileSync('bash', ['-c',
    '. scripts/environment.sh && use_emscripten && em-config BINARYEN_ROOT'],
  { cwd: fileURLToPath(new URL('..', import.meta.url)), encoding: 'utf8' });
  return path.join(folder.trim(), 'bin', name);
}

// A function's name without arguments, template arguments and return type, as first_screen.txt
// has it: short, and the same for all overloads and instances.
export function shortName(name) {
  const marks = { '<=>': '\x01', '<<': '\x02', '>>': '\x03', '->': '\x04', '<': '\x05', '>': '\x06',
    '()': '\x07' };
  let text = name.replace(/\(anonymous namespace\)/g, '{}').replace(/\[abi:\w+\]/g, '')
    .replace(/operator(<=>|<<|>>|->|<|>|\(\))/g, (_, sign) => `operator${marks[sign]}`);
  for (const nested of [/<[^<>]*>/g, /\([^()]*\)/g]) {
    while (nested.test(text)) text = text.replace(nested, '');
  }
  text = text.replace(/ requires .*| const\b/g, '').trim().split(' ').at(-1);
  for (const [sign, mark] of Object.entries(marks)) text = text.replaceAll(mark, sign);
  return text;
}

// A name as the linker's tools write it: what the text format does not allow in names, in hex.
const escaped = (name) => name.replace(/[^\w!#$%&'*+\-./:<=>?@\\^`|~]/g, (character) =>
  [...Buffer.from(character)].map((byte) => `\\${byte.toString(16).padStart(2, '0')}`).join(''));

// The names of such a text, as the module has them.
export const unescaped = (text) =>
  text.replace(/\\([0-9a-f]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));

// The functions of a module, its imports left out, by name. Those without one (the linker's own,
// and lambdas) are called by their number, as the tools do.
function functionNames(bytes) {
  const module = new WebAssembly.Module(bytes);
  const [section] = WebAssembly.Module.customSections(module, 'name');
  if (!section) throw new Error('the module has no names: link with --profiling-funcs');
  const imports = WebAssembly.Module.imports(module).filter(({ kind }) => kind === 'function').length;
  const data = new Uint8Array(section), names = [];
  let at = 0;
  const number = () => { // LEB128
    for (let value = 0, scale = 1; ; scale *= 128) {
      const byte = data[at++];
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  while (at < data.length) {
    const kind = data[at++], end = number() + at;
    for (let count = kind === 1 ? number() : 0; count > 0; --count) { // 1: function names.
      const index = number(), size = number();
      names[index] = new TextDecoder().decode(data.subarray(at, at += size));
    }
    at = end;
  }
  return Array.from(names, (name, index) => name ?? String(index - imports)).slice(imports);
}

function split(folder) {
  const file = (name) => path.join(folder, name);
  fs.renameSync(file('folio.wasm'), file('folio_whole.wasm'));
  const listed = new Set(fs.readFileSync(names, 'utf8').split('\n'));
  const isFirst = (name) => /^\d+$/.test(name) || listed.has(shortName(name));
  const kept = functionNames(fs.readFileSync(file('folio_whole.wasm')))
    .filter(isFirst);
  fs.writeFileSync(file('kept_functions.txt'), `${kept.map(escaped).join('\n')}\n`);
  execFileSync(linkerTool('wasm-split'), [file('folio_whole.wasm'), '--split', '--all-features',
    `--keep-funcs=@${file('kept_functions.txt')}`, '--export-prefix=%',
    `--primary-output=${file('folio.wasm')}`, `--secondary-output=${file('folio_rest.wasm')}`],
  { stdio: ['ignore', 'inherit', 'inherit'] });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) split(path.resolve(process.argv[2]));
