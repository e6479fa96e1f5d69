/*
 * What npm would publish, looked at as a user gets it: publint and attw have no complaint, the tarball holds what is needed
 * and nothing else, and from an installed copy the types resolve, the command runs, and neither importing the
 * package nor parsing a right text loads Chevrotain.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (command, args, cwd = root) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const problems = [];

const { messages, pkg } = await publint({ pkgDir: root, strict: true });
for (const message of messages) problems.push(`publint: ${formatMessage(message, pkg)}`);

const [packed] = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--dry-run']));
const allowed =
  /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|dist\/(?!cli\/).+\.(js|d\.ts)|grammar\/(README\.md|selector\.(ebnf|svg|tmLanguage\.json)|[a-z-]+\.schema\.json))$/;
const files = packed.files.map(({ path }) => path);
for (const path of files) {
  if (!allowed.test(path)) problems.push(`npm pack: ${path} does not belong into the package`);
}
for (const path of [
  'dist/index.js',
  'dist/index.d.ts',
  'dist/node/index.js',
  'dist/manifests.d.ts',
  'dist/node/manifests.js',
  'dist/sql.d.ts',
  'dist/node/sql.js',
  'dist/node/labelwise.js',
  'LICENSE',
  'README.md',
]) {
  if (!files.includes(path)) problems.push(`npm pack: ${path} is missing`);
}

const folder = mkdtempSync(join(tmpdir(), 'labelwise-'));
try {
  const tarball = run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder])
    .trim()
    .split('\n')
    .at(-1);
  try {
    // Of ES modules alone: what requires them is Node, which can.
    run('node', [
      join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js'),
      join(folder, tarball),
      '--profile',
      'esm-only',
    ]);
  } catch (error) {
    problems.push(`attw: ${error.stdout || error}`);
  }
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'consumer', private: true, type: 'module' }),
  );
  // The dependencies are those of this checkout, so that no network is needed: the tarball is unpacked beside them.
  cpSync(join(root, 'node_modules'), join(folder, 'node_modules'), { recursive: true });
  run('mkdir', ['-p', 'node_modules/labelwise'], folder);
  run('tar', ['-xzf', tarball, '-C', 'node_modules/labelwise', '--strip-components=1'], folder);

  writeFileSync(
    join(folder, 'use.ts'),
    `import { compileSelector, parseSelector, type Labels, type Selector } from 'labelwise';
import { type Claim, claimsOf } from 'labelwise/manifests';
import { toSql } from 'labelwise/sql';
const selector: Selector = parseSelector('app=web,tier notin (cache)');
const labels: Labels = { app: 'web' };
export const matched: boolean = compileSelector(selector)(labels);
export const values: unknown[] = toSql(selector, { dialect: 'postgres' }).values;
export const claims: readonly Claim[] = claimsOf({ apiVersion: 'v1', kind: 'Service' }).claims;
`,
  );
  for (const [module, resolution] of [
    ['nodenext', 'nodenext'],
    ['preserve', 'bundler'],
  ]) {
    try {
      run(
        join(root, 'node_modules/.bin/tsc'),
        [
          '--noEmit',
          '--strict',
          '--target',
          'es2023',
          '--types',
          '',
          '--module',
          module,
          '--moduleResolution',
          resolution,
          'use.ts',
        ],
        folder,
      );
    } catch (error) {
      problems.push(`types (${resolution}): ${error.stdout}`);
    }
  }

  writeFileSync(
    join(folder, 'use.js'),
    `import { createRequire } from 'node:module';
import { parseSelector, tryParseSelector } from 'labelwise';
import { claimsOf } from 'labelwise/manifests';
import { toSql } from 'labelwise/sql';
const loaded = () => Object.keys(createRequire(import.meta.url).cache).some((path) => path.includes('thorough'));
toSql(parseSelector('app=web,tier notin (cache)'), { dialect: 'postgres' });
claimsOf({ apiVersion: 'v1', kind: 'Service', spec: { selector: { app: 'web' } } });
if (loaded()) throw new Error('a right text has loaded the grammar');
if (tryParseSelector('app in b').ok) throw new Error('a wrong text was taken');
if (!loaded()) throw new Error('this check no longer sees whether the grammar is loaded');
`,
  );
  try {
    run('node', ['use.js'], folder);
    run('node', ['node_modules/labelwise/dist/node/labelwise.js', 'check', 'app=web'], folder);
  } catch (error) {
    problems.push(`installed copy: ${error.stderr ?? error}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
console.log(
  `${files.length} files, ${Math.round(packed.size / 1024)} kB packed; publint, attw, types and the installed copy are well`,
);
