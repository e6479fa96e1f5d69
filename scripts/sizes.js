/*
 * What a browser bundle pays for the package, minified and compressed, by what it uses of it, held against a budget for each.
 * Needs `dist/`. Run it by `npm run sizes`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Uses of the package, and how many bytes each may come to, compressed. */
const USES = [
  { what: 'matching by selectors as data', from: 'index', names: 'compileSelector', budget: 3_600 },
  {
    what: 'the same, selectors checked as Kubernetes checks them, with errors that say where',
    from: 'index',
    names: 'compileSelector, fromLabelSelector',
    budget: 10_500,
  },
  { what: 'LabelIndex', from: 'index', names: 'LabelIndex', budget: 27_500 },
  { what: 'all indexes', from: 'index', names: 'LabelIndex, SelectorIndex, Membership', budget: 39_500 },
  {
    what: 'selectors from text, with the parser library',
    from: 'index',
    names: 'compileSelector, parseSelector',
    budget: 60_000,
  },
  { what: 'selectors as SQL', from: 'sql', names: 'toSql', budget: 10_000 },
];

/** A use, bundled for browsers: minified code. */
async function bundled({ from, names }, folder) {
  const input = join(folder, 'use.js');
  writeFileSync(input, `export { ${names} } from '${root}dist/${from}.js';\n`);
  const bundle = await rolldown({ input, platform: 'browser' });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  await bundle.close();
  return output.map((chunk) => chunk.code ?? '').join('');
}

const folder = mkdtempSync(join(tmpdir(), 'labelwise-'));
let over = 0;
try {
  for (const use of USES) {
    const code = await bundled(use, folder);
    const size = gzipSync(code).length;
    const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
    const verdict = size > use.budget ? `, over its budget of ${kilobytes(use.budget)}` : '';
    console.log(
      `${use.what} (${use.names}): ${kilobytes(size)} compressed, ${kilobytes(code.length)} minified${verdict}`,
    );
    if (verdict !== '') over++;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (over > 0) process.exit(1);
