// Writes the files of grammar/ that are made from the parser and the rules as they are in src: npm run grammar.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createViteServer } from 'vitest/node';

const root = fileURLToPath(new URL('..', import.meta.url));
// The generator is TypeScript, and the sources are: Vite, which the tests run on, reads both.
const server = await createViteServer({
  root,
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
try {
  const { grammarFiles } = await server.ssrLoadModule('/scripts/grammar/generate.ts');
  for (const [name, text] of Object.entries(grammarFiles())) {
    writeFileSync(new URL(`../grammar/${name}`, import.meta.url), text);
    console.log(`grammar/${name}`);
  }
} finally {
  await server.close();
}
