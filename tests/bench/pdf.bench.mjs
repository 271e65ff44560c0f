// The bench of pdf_bench.cpp in wasm, under node.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const web = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../build/web');
process.stdout.write(execFileSync(process.execPath, [path.join(web, 'pdf_bench_node.js')]));
