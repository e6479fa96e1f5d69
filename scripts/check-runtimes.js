/*
 * The package as npm installs it, in the runtimes it is for: Node of each line that is maintained, imported and required,
 * Deno and Bun. Those are taken from npm; one that cannot be had here is said, and passed over. Needs `dist/`, and the network.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const PROGRAM = 'program.js';
const REQUIRING = 'program.cjs';

/**
 * Runtimes: the package that has it, where its program is in there, and what it runs. In Deno
 * the YAML library has to be allowed to ask for its two variables.
 */
const RUNTIMES = [
  { name: 'Node of this process', programs: [PROGRAM, REQUIRING] },
  { name: 'Node 22', package: 'node@22', path: 'node/bin/node', programs: [PROGRAM, REQUIRING] },
  { name: 'Node 24', package: 'node@24', path: 'node/bin/node', programs: [PROGRAM, REQUIRING] },
  {
    name: 'Deno',
    package: 'deno',
    path: '.bin/deno',
    before: ['run', '--no-prompt', '--allow-env=LOG_TOKENS,LOG_STREAM'],
    programs: [PROGRAM],
  },
  { name: 'Bun', package: 'bun', path: '.bin/bun', before: ['run'], programs: [PROGRAM] },
];

const run = (command, args, cwd) => execFileSync(command, args, { cwd, encoding: 'utf8', stdio: 'pipe' });
const QUIET = ['--no-audit', '--no-fund', '--loglevel=error'];

/** A folder of its own with packages installed. */
function installed(folder, name, ...packages) {
  const where = mkdtempSync(join(folder, 'with-'));
  writeFileSync(join(where, 'package.json'), JSON.stringify({ name, private: true, type: 'module' }));
  run('npm', ['install', ...QUIET, ...packages], where);
  return where;
}

/** The program of a runtime, or `undefined` where it cannot be had here. */
function programOf(runtime, folder) {
  if (runtime.package === undefined) return process.execPath;
  try {
    const path = join(installed(folder, 'runtime', runtime.package), 'node_modules', runtime.path);
    run(path, ['--version'], folder);
    return path;
  } catch (error) {
    console.log(`${runtime.name}: ${runtime.package} could not be installed here; passed over`);
    console.log(
      String(error.stderr || error.message)
        .trim()
        .split('\n')
        .at(-1),
    );
    return undefined;
  }
}

const folder = mkdtempSync(join(tmpdir(), 'labelwise-runtimes-'));
let failed = 0;
try {
  if (!existsSync(join(root, 'dist'))) throw new Error('dist/ is missing: npm run build');
  const packed = run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], root);
  const user = installed(folder, 'user', join(folder, packed.trim().split('\n').at(-1)));
  for (const program of [PROGRAM, REQUIRING]) {
    cpSync(join(root, 'scripts/runtimes', program), join(user, program));
  }
  for (const runtime of RUNTIMES) {
    const path = programOf(runtime, folder);
    if (path === undefined) continue;
    const version = run(path, ['--version'], folder).trim().split('\n')[0];
    for (const program of runtime.programs) {
      try {
        console.log(
          `${runtime.name} (${version}), ${program}: ${run(path, [...(runtime.before ?? []), program], user).trim()}`,
        );
      } catch (error) {
        failed++;
        console.error(`${runtime.name} (${version}), ${program}: ${error.stderr || error}`);
      }
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (failed > 0) process.exit(1);
