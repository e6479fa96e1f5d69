import fc from 'fast-check';
import { expect, test } from 'vitest';
import { locateInJson } from '../../../src/documents/json-locate.ts';

const TEXT =
  '{ "items" : [ {"a": 1}, {"metadata": {"labels": {"x\\"y": true, "z": [1, "]"]}}} ], "z": null }';

test.each([
  [[], '{ "items"'],
  [['items'], '[ {"a"'],
  [['items', 0, 'a'], '1}'],
  [['items', 1, 'metadata', 'labels', 'x"y'], 'true'],
  [['items', 1, 'metadata', 'labels', 'z', 1], '"]"'],
  [['z'], 'null'],
  [['items', 1, 'metadata', 'missing'], '{"labels"'],
  [['items', 7], '[ {"a"'],
] as [(string | number)[], string][])('%j', (path, beginning) => {
  expect(TEXT.slice(locateInJson(TEXT, path)).startsWith(beginning)).toBe(true);
});

test('of members with one name the last counts, as for JSON.parse', () => {
  const text = '{"a": 1, "a": 2}';
  expect(text.slice(locateInJson(text, ['a']))).toBe('2}');
});

test('every value of any JSON is found at its path', () => {
  const check = (text: string, value: unknown, path: (string | number)[]): void => {
    const offset = locateInJson(text, path);
    const beginning = JSON.stringify(value)?.slice(0, 1);
    expect(text[offset]).toBe(beginning);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, child] of Object.entries(value)) {
      check(text, child, [...path, Array.isArray(value) ? Number(key) : key]);
    }
  };
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), fc.boolean(), (json, isPretty) => {
      const value = JSON.parse(json);
      check(JSON.stringify(value, null, isPretty ? 2 : undefined), value, []);
    }),
    { seed: 20261123, numRuns: 300 },
  );
});
