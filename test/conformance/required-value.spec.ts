import { describe, expect, test } from 'vitest';
import { requiredValue, tryParseSelector } from '../../src/index.ts';
import { naiveParse } from '../oracle/naive-parse.ts';
import { naiveRequiredValue } from '../oracle/naive-universe.ts';
import { Mismatches } from './mismatches.ts';
import { readVectors } from './vectors.ts';

describe('the value a selector requires', () => {
  test('is what Kubernetes finds, and where it finds none, what trying every value finds', () => {
    const mismatches = new Mismatches();
    const seen = { refused: 0, same: 0, more: 0, contradiction: 0 };
    for (const { id, s, label, expect } of readVectors('requiresExactMatch')) {
      mismatches.ran();
      const result = tryParseSelector(s);
      const parsed = naiveParse(s);
      mismatches.compare(id, 'acceptance', s, result.ok, expect.ok);
      if (!result.ok || !parsed.ok) {
        seen.refused += 1;
        continue;
      }
      const ours = requiredValue(result.selector, label);
      const tried = naiveRequiredValue(parsed.requirements, label);
      if (tried.found === 'contradiction') {
        // Nothing matches, so that any value is required and none.
        seen.contradiction += 1;
        continue;
      }
      const theirs = expect.found === true ? expect.value : undefined;
      if (ours !== undefined && theirs === undefined) seen.more += 1;
      else seen.same += 1;
      const wanted = tried.found === 'one' ? tried.value : undefined;
      mismatches.compare(id, `required value of ${label}`, s, ours, wanted);
      if (theirs !== undefined) mismatches.compare(id, `value of ${label}`, s, ours, theirs);
    }
    mismatches.expectNone(222);
    expect(seen).toEqual({ refused: 1, same: 198, more: 5, contradiction: 18 });
  });
});
