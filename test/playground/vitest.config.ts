import { fileURLToPath } from 'node:url';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The tests of the playground: of its parts, and of the page that was built, in a browser. */
const config: ViteUserConfig = defineConfig({
  root: here('../..'),
  resolve: {
    alias: [
      { find: /^#grammar$/, replacement: here('../../src/syntax/grammar-eager.ts') },
      { find: /^labelwise$/, replacement: here('../../src/index.ts') },
      { find: /^labelwise\/manifests$/, replacement: here('../../src/manifests.ts') },
    ],
  },
  test: {
    include: ['test/playground/**/*.spec.ts'],
    globalSetup: [here('shared-browser.ts')],
    pool: 'threads',
    // One after another: two pages that are drawn at once take as long as one after the other, and time out sooner.
    maxWorkers: 1,
    isolate: false,
    // A page comes to what it shows: what is expected of it is asked until it is so.
    expect: { poll: { timeout: 30_000 } },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});

export default config;
