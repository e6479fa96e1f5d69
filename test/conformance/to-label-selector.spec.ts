import { describe, expect, test } from 'vitest';
import { parseSelector, SelectorError, toLabelSelector, tryParseSelector } from '../../src/index.ts';
import { naiveSorted } from '../oracle/naive-format.ts';
import { naiveLabelSelector } from '../oracle/naive-label-selector.ts';
import { naiveParse } from '../oracle/naive-parse.ts';
import { Mismatches } from './mismatches.ts';
import { readVectors } from './vectors.ts';

/** As it would be sent: absent and undefined fields are one, prototypes do not matter. */
function asJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

describe('a parsed selector as a LabelSelector', () => {
  test('is what Kubernetes makes of it', () => {
    const mismatches = new Mismatches();
    for (const { id, s, expect } of readVectors('parseToLabelSelector')) {
      if (s.includes('\0') || !expect.ok) continue;
      mismatches.ran();
      const object = asJson(toLabelSelector(parseSelector(s)));
      mismatches.compare(id, 'object', s, object, expect.labelSelector);
    }
    mismatches.expectNone(230 - 4);
  });

  test('is refused where Kubernetes refuses, except that != is NotIn', () => {
    const mismatches = new Mismatches();
    const seen = { text: 0, bound: 0, unequal: 0 };
    for (const { id, s, expect } of readVectors('parseToLabelSelector')) {
      if (s.includes('\0') || expect.ok) continue;
      mismatches.ran();
      const parsed = naiveParse(s);
      const result = tryParseSelector(s);
      mismatches.compare(id, 'parsing', s, result.ok, parsed.ok);
      if (!result.ok || !parsed.ok) {
        seen.text += 1;
        continue;
      }
      if (parsed.requirements.some(({ operator }) => operator === 'gt' || operator === 'lt')) {
        seen.bound += 1;
        let thrown: unknown;
        try {
          toLabelSelector(result.selector);
        } catch (error) {
          thrown = error;
        }
        if (!(thrown instanceof SelectorError)) mismatches.add(id, `${s}: a bound is not refused, ${thrown}`);
        continue;
      }
      // What is left Kubernetes refuses for its `!=`: here it says NotIn, and the rest as ever.
      seen.unequal += 1;
      const { alternatives, mistakes } = naiveLabelSelector(asJson(toLabelSelector(result.selector)));
      mismatches.compare(id, 'mistakes', s, mistakes, []);
      const wanted = naiveSorted(parsed.requirements).map(({ key, operator, values }) => ({
        key,
        operator: operator === '!=' ? 'notin' : operator === '==' ? '=' : operator,
        values: [...values],
      }));
      const equalities = new Map(wanted.flatMap((r) => (r.operator === '=' ? [[r.key, r] as const] : [])));
      const others = wanted.filter(({ operator }) => operator !== '=');
      mismatches.compare(id, 'requirements', s, alternatives, [[...equalities.values(), ...others]]);
    }
    mismatches.expectNone(124 - 1);
    expect(seen).toEqual({ text: 50, bound: 38, unequal: 35 });
  });
});
