#!/usr/bin/env node
// Runs the storage bench of ../shared/bench with the storage page as its target `ours`, beside the
// peers and the raw floor, in one run of one browser.
//
//   tests/bench/storage.mjs [options of the bench's run.mjs, such as --raw --main --runs=3]
//
// The bench is copied to build/bench and its packages are installed there; results in
// build/bench/results/storage.json. Needs scripts/build web.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../../scripts/serve.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const source = path.join(root, '../shared/bench'), bench = path.join(root, 'build/bench');
if (!fs.existsSync(source)) throw new Error(`no bench in ${source}`);
fs.cpSync(source, bench, { recursive: true });
const inBench = (program, ...words) =>
  execFileSync(program, words, { cwd: bench, stdio: 'inherit' });
if (!fs.existsSync(path.join(bench, 'node_modules'))) {
  // Its package.json pins every version; a lock file need not come with it.
  const locked = fs.existsSync(path.join(bench, 'package-lock.json'));
  inBench('npm', locked ? 'ci' : 'install', '--silent', '--no-audit', '--no-fund');
  inBench('npm', 'run', '--silent', 'build');
}
const server = await serve({ folder: path.join(root, 'build/web') });
// Another process, so that this one stays free to serve.
const run = spawn(process.execPath, ['run.mjs', `--ours=${server.address}storage_page.html`,
  '--out=results/storage.json', ...process.argv.slice(2)], { cwd: bench, stdio: 'inherit' });
run.on('exit', async (code) => {
  await server.close();
  process.exit(code ?? 1);
});
