import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, describe, expect, test } from 'vitest';
import * as labelwise from '../../src/index.ts';
import * as manifests from '../../src/manifests.ts';
import * as sql from '../../src/sql.ts';
import { blocksOf } from './markdown-blocks.ts';
import { runSnippet } from './run-snippet.ts';

const database = new PGlite();
afterAll(() => database.close());

const MODULES = {
  labelwise,
  'labelwise/manifests': manifests,
  'labelwise/sql': sql,
  // A PGlite is asked as a pool is.
  pg: {
    Pool: function Pool() {
      return database;
    },
  },
};
const quiet = { ...console, log: () => {} };

/** What the snippets use and do not make. */
const GIVEN = {
  console: quiet,
  text: readFileSync(new URL('./readme/k8s/shop.yaml', import.meta.url), 'utf8'),
};

describe.each(['README.md', 'docs/tour.md'])('%s', (page) => {
  const snippets = blocksOf(page).filter(({ language }) => language === 'ts');

  test('has snippets', () => {
    expect(snippets).not.toEqual([]);
  });

  test.each(snippets.map((block) => [block.line, block] as const))(
    'the snippet at line %i',
    async (_, block) => {
      for (const { line, expression, said, open, value } of await runSnippet(block, MODULES, GIVEN)) {
        const shown =
          open && Array.isArray(value) && Array.isArray(said) ? value.slice(0, said.length) : value;
        expect(shown, `${page}:${line}: ${expression}`).toEqual(said);
      }
    },
  );
});
