import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  // In the package `#grammar` is a conditional import (package.json, "imports"); the tests run the sources.
  resolve: { alias: { '#grammar': fileURLToPath(new URL('src/syntax/grammar-eager.ts', import.meta.url)) } },
  // As many workers as processors: of two, one would be left alone by default. Files of a worker share their modules, since
  // loading these anew for each file took as long as the tests; what stubs a global or a clock puts it back itself.
  // No test is about time, and a machine may be busy with other things.
  test: {
    include: ['test/**/*.spec.ts'],
    // What needs the page to be built, and a browser: npm run test:playground.
    exclude: [...configDefaults.exclude, 'test/playground/**'],
    pool: 'threads',
    maxWorkers: '100%',
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});

export default config;
