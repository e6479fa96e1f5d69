import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ROOT } from '../cli/built-command.ts';
import { blocksOf } from './markdown-blocks.ts';

/* Every snippet of the documents compiles, as strictly as a user may have it, against the types of the package as it is built. */

const folder = mkdtempSync(join(tmpdir(), 'labelwise-snippets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PAGES = ['README.md', 'docs/tour.md', 'docs/sql.md'];

/** What the snippets use and do not make. */
const GIVEN = "declare const text: string;\ndeclare const pool: import('pg').Pool;\n";

const OPTIONS = {
  module: 'preserve',
  target: 'es2023',
  lib: ['es2023', 'esnext.disposable', 'dom'],
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: ['node'],
  typeRoots: [join(ROOT, 'node_modules/@types')],
  paths: {
    labelwise: [join(ROOT, 'dist/index.d.ts')],
    'labelwise/*': [join(ROOT, 'dist/*.d.ts')],
    '*': [join(ROOT, 'node_modules/@types/*'), join(ROOT, 'node_modules/*')],
  },
};

test('the snippets of the documents compile', () => {
  const files = PAGES.flatMap((page) =>
    blocksOf(page)
      .filter(({ language }) => language === 'ts')
      .map(({ line, text }) => {
        const file = `${page.replaceAll('/', '-')}-line-${line}.ts`;
        writeFileSync(join(folder, file), text);
        return file;
      }),
  );
  writeFileSync(join(folder, 'given.d.ts'), GIVEN);
  expect(files.length).toBeGreaterThan(6);
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ compilerOptions: OPTIONS, files: [...files, 'given.d.ts'] }),
  );
  const { stdout } = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', folder],
    { cwd: folder, encoding: 'utf8' },
  );
  expect(stdout).toBe('');
});
