/*
 * What a browser bundle pays for the package, minified and compressed, by what it uses of it. Needs `dist/`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const USES = {
  'selectors from objects': 'compileSelector, fromLabelSelector',
  'selectors from text': 'compileSelector, parseSelector',
};

const folder = mkdtempSync(join(tmpdir(), 'labelwise-'));
try {
  for (const [name, exports] of Object.entries(USES)) {
    const input = join(folder, 'use.js');
    writeFileSync(input, `export { ${exports} } from '${root}dist/index.js';\n`);
    const bundle = await rolldown({ input, platform: 'browser' });
    const { output } = await bundle.generate({ format: 'esm', minify: true });
    await bundle.close();
    const code = output.map((chunk) => chunk.code ?? '').join('');
    const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
    console.log(
      `${name} (${exports}): ${kilobytes(code.length)}, ${kilobytes(gzipSync(code).length)} compressed`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
