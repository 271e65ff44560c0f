// Fifty SIGKILLs of the browser in a stream of commits: how many were acknowledged before, and how
// many of those are lost. The test of tests/browser/durability.test.mjs, five times as long.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const run = spawnSync(process.execPath, ['--test', '--test-reporter=tap',
  '--test-name-pattern=a browser killed', path.join(root, 'tests/browser/durability.test.mjs')],
{ encoding: 'utf8', env: { ...process.env, FOLIO_KILLS: '50' } });
const [, kills, acknowledged, found] =
  /(\d+) kills, (\d+) acknowledged, (\d+) found/.exec(run.stdout)?.map(Number) ?? [];
if (run.status !== 0 || kills === undefined) {
  process.stderr.write(run.stdout);
  process.exit(1);
}
console.log(JSON.stringify({ bench: 'kills', kills, acknowledged,
  lost: Math.max(0, acknowledged - found) }));
