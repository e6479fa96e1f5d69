/*
 * Builds `dist` from nothing: the kernel, files and declarations by tsc, and then the few files that Node loads.
 */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.js';
import { buildKernel } from './kernel.js';

const root = fileURLToPath(new URL('..', import.meta.url));

await buildKernel();
rmSync(`${root}dist`, { recursive: true, force: true });
const compiler = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));
execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
await bundle(`${root}dist/`);
