import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withRules } from '../../../scripts/rules/generate.ts';
import { RULES } from '../../../src/manifests.ts';

test('docs/lint.md has every rule as it is; otherwise run npm run rules', () => {
  const kept = readFileSync(new URL('../../../docs/lint.md', import.meta.url), 'utf8');
  expect(withRules(kept) === kept, 'docs/lint.md is out of date; run npm run rules').toBe(true);
  for (const { id } of RULES) expect(kept).toContain(`\n### ${id}\n`);
  expect(() => withRules('nothing')).toThrow('the document has no');
});
