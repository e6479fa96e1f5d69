import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { languageData } from './build/language-data.ts';
import { onePage } from './build/one-page.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** `virtual:language`: the language as data. */
function language(): Plugin {
  const id = '\0virtual:language';
  return {
    name: 'language',
    resolveId: (source) => (source === 'virtual:language' ? id : undefined),
    load: (source) => (source === id ? `export default ${JSON.stringify(languageData())}` : undefined),
  };
}

const config: UserConfig = defineConfig({
  root: here('.'),
  base: './',
  resolve: {
    alias: [
      { find: /^#grammar$/, replacement: here('../src/syntax/grammar-eager.ts') },
      { find: /^labelwise$/, replacement: here('../src/index.ts') },
      { find: /^labelwise\/manifests$/, replacement: here('../src/manifests.ts') },
    ],
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [language(), onePage()],
  // The worker is part of the script, since a page on a disk may load no other file.
  worker: { format: 'iife', rolldownOptions: { output: { codeSplitting: false } } },
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: false,
    assetsInlineLimit: () => true,
    cssCodeSplit: false,
    rolldownOptions: { output: { codeSplitting: false } },
  },
  server: { fs: { allow: [here('..')] } },
});

export default config;
