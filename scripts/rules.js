// Writes the part of docs/lint.md that is made from the rules as they are in src: npm run rules.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createViteServer } from 'vitest/node';

const root = fileURLToPath(new URL('..', import.meta.url));
// The generator is TypeScript, and the sources are: Vite, which the tests run on, reads both.
const server = await createViteServer({
  root,
  configFile: false,
  logLevel: 'error',
  resolve: { alias: { '#grammar': `${root}src/syntax/grammar-eager.ts` } },
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
try {
  const { withRules } = await server.ssrLoadModule('/scripts/rules/generate.ts');
  const path = `${root}docs/lint.md`;
  writeFileSync(path, withRules(readFileSync(path, 'utf8')));
  console.log('docs/lint.md');
} finally {
  await server.close();
}
