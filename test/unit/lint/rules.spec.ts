import { describe, expect, test } from 'vitest';
import { RULES } from '../../../src/manifests.ts';
import { brief, lint } from './linting.ts';

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('finds its bad example, and nothing in the good one', async () => {
    const on = { rules: { [id]: rule.severity } };
    const bad = await lint(rule.bad, on);
    expect(bad.filter((finding) => finding.rule === id).map(brief)).not.toEqual([]);
    const good = await lint(rule.good, on);
    expect(good.map(brief)).toEqual([]);
  });

  test('is told in words', () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(rule.title).toMatch(/^[A-Z][^.]*$/);
    expect(rule.help).toMatch(/\.$/);
  });
});
