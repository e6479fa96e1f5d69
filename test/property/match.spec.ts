import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyOf, compileSelector, explainMatch, parseSelector } from '../../src/index.ts';
import { naiveFormat } from '../oracle/naive-format.ts';
import { naiveLabel, naiveMatch, naiveMatchAny } from '../oracle/naive-match.ts';
import { labelSetsNear, shapes } from './label-sets.ts';
import { conjunctions } from './language.ts';
import { runs, TIMEOUT } from './runs.ts';

const alternatives = fc.oneof(
  { weight: 4, arbitrary: conjunctions.map((one) => [one]) },
  { weight: 1, arbitrary: fc.array(conjunctions, { maxLength: 3 }) },
);

const cases = alternatives.chain((all) => fc.tuple(fc.constant(all), labelSetsNear(all.flat())));

describe('matching', () => {
  test('a compiled selector answers as the oracle, whatever the shape of the labels', {
    timeout: TIMEOUT,
  }, () => {
    const seen = { yes: 0, no: 0 };
    fc.assert(
      fc.property(cases, ([all, entries]) => {
        const selector = anyOf(...all.map((one) => parseSelector(naiveFormat(one))));
        const matches = compileSelector(selector);
        const wanted = naiveMatchAny(all, new Map(entries));
        seen[wanted ? 'yes' : 'no'] += 1;
        for (const labels of shapes(entries)) expect(matches(labels)).toBe(wanted);
      }),
      runs(3000),
    );
    expect(Math.min(seen.yes, seen.no), 'cases of the rarer answer').toBeGreaterThan(300);
  });

  test('an explanation agrees with the predicate, in whole and in every requirement', {
    timeout: TIMEOUT,
  }, () => {
    fc.assert(
      fc.property(cases, ([all, entries]) => {
        const selector = anyOf(...all.map((one) => parseSelector(naiveFormat(one))));
        for (const labels of shapes(entries)) {
          const explanation = explainMatch(selector, labels);
          expect(explanation.matches).toBe(compileSelector(selector)(labels));
          expect(explanation.alternatives).toHaveLength(selector.alternatives.length);
          for (const [at, alternative] of explanation.alternatives.entries()) {
            const wanted = selector.alternatives[at] ?? [];
            expect(alternative.matches).toBe(naiveMatch(wanted, new Map(entries)));
            expect(alternative.requirements.map(({ requirement }) => requirement)).toEqual(wanted);
            for (const { requirement, satisfied, actual } of alternative.requirements) {
              expect(satisfied).toBe(naiveMatch([requirement], new Map(entries)));
              expect(actual).toBe(naiveLabel(labels, requirement.key));
            }
          }
          expect(String(explanation)).not.toBe('');
        }
      }),
      runs(1000),
    );
  });

  test('a selector that went through JSON is still one', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(cases, ([all, entries]) => {
        const selector = anyOf(...all.map((one) => parseSelector(naiveFormat(one))));
        const copy = JSON.parse(JSON.stringify(selector));
        expect(compileSelector(copy)(new Map(entries))).toBe(compileSelector(selector)(new Map(entries)));
      }),
      runs(300),
    );
  });
});
