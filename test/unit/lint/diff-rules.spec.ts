import { describe, expect, test } from 'vitest';
import { DIFF_RULES, diffManifests, lintManifests, RULES, readManifests } from '../../../src/manifests.ts';
import { diff } from './diffing.ts';
import { brief } from './linting.ts';

describe.each(DIFF_RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const on = { rules: { [id]: rule.severity } };

  test('finds its bad example, and nothing in the good one', async () => {
    const bad = await diff(rule.bad.before, rule.bad.after, on);
    expect(bad.map(({ rule, verdict }) => `${rule} ${verdict}`)).toEqual([`${id} definite`]);
    const good = await diff(rule.good.before, rule.good.after, on);
    expect(good.map(brief)).toEqual([]);
  });

  test('finds nothing where nothing is changed', async () => {
    for (const text of [rule.bad.before, rule.bad.after, rule.good.before, rule.good.after]) {
      expect((await diff(text, text, on)).map(brief)).toEqual([]);
    }
  });

  test('places findings in what is new, and the old among the related', async () => {
    const [finding] = await diff(rule.bad.before, rule.bad.after, on);
    expect(finding?.source).toBe('new.yaml');
    expect(finding?.related.map(({ source }) => source)).toContain('old.yaml');
    expect(finding?.severity).toBe(rule.severity);
  });

  test('can be turned off', async () => {
    const { before, after } = rule.bad;
    expect(await diff(before, after, { rules: { [id]: 'off' } })).toEqual([]);
  });

  test('is told in words', () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(rule.title).toMatch(/^[A-Z][^.]*$/);
    expect(rule.help).toMatch(/\.$/);
  });
});

test('no rule has the name of another', () => {
  const ids = [...RULES, ...DIFF_RULES].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('rules of both kinds can be named to both, and no others', async () => {
  const { objects } = await readManifests('');
  const rules = { 'service-lost-workload': 'error', 'overlapping-controllers': 'off' } as const;
  expect(diffManifests(objects, objects, { rules })).toEqual([]);
  expect(lintManifests(objects, { rules })).toEqual([]);
  const wrong = { rules: { 'service-lost-workloads': 'error' } } as const;
  expect(() => diffManifests(objects, objects, wrong)).toThrow('there is no rule "service-lost-workloads"');
  expect(() => lintManifests(objects, wrong)).toThrow(TypeError);
});
