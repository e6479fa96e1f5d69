import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allOf,
  anyOf,
  compileSelector,
  EVERYTHING,
  fromNodeSelector,
  NOTHING,
  parseSelector,
  selectorKey,
  toNodeSelector,
} from '../../src/index.ts';
import { naiveFormat } from '../oracle/naive-format.ts';
import { naiveMatchAny } from '../oracle/naive-match.ts';
import { expectDeeplyFrozen } from './frozen.ts';
import { selectorOf } from './index-agreement.ts';
import { labelSetsNear } from './label-sets.ts';
import { conjunctions, requirements } from './language.ts';
import { runs, TIMEOUT } from './runs.ts';

const short = fc.array(requirements, { maxLength: 2 });
const selectors = fc.array(short, { maxLength: 3 });

describe('combining selectors', () => {
  test('allOf is AND and anyOf is OR, of any number of selectors', { timeout: TIMEOUT }, () => {
    const cases = fc
      .array(selectors, { maxLength: 3 })
      .chain((several) => fc.tuple(fc.constant(several), labelSetsNear(several.flat(2))));
    fc.assert(
      fc.property(cases, ([several, entries]) => {
        const labels = new Map(entries);
        const each = several.map((alternatives) => naiveMatchAny(alternatives, labels));
        const all = allOf(...several.map(selectorOf));
        const any = anyOf(...several.map(selectorOf));
        expectDeeplyFrozen(all);
        expectDeeplyFrozen(any);
        expect(compileSelector(all)(labels)).toBe(each.every(Boolean));
        expect(compileSelector(any)(labels)).toBe(each.some(Boolean));
      }),
      runs(1000),
    );
  });

  test('Everything and Nothing are what they are in every combination', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(selectors, (alternatives) => {
        const selector = selectorOf(alternatives);
        const key = selectorKey(selector);
        expect(selectorKey(allOf(selector, EVERYTHING))).toBe(key);
        expect(selectorKey(anyOf(selector, NOTHING))).toBe(key);
        expect(selectorKey(allOf(selector, NOTHING))).toBe(selectorKey(NOTHING));
        expect(selectorKey(anyOf(selector, EVERYTHING))).toBe(selectorKey(EVERYTHING));
      }),
      runs(300),
    );
  });

  test('through a NodeSelector object and back', { timeout: TIMEOUT }, () => {
    const cases = fc.array(fc.array(requirements, { minLength: 1, maxLength: 3 }), { maxLength: 3 });
    fc.assert(
      fc.property(cases, (alternatives) => {
        const selector = selectorOf(alternatives);
        const object = JSON.parse(JSON.stringify(toNodeSelector(selector)));
        expect(selectorKey(fromNodeSelector(object))).toBe(selectorKey(selector));
      }),
      runs(300),
    );
  });

  test('a selector of many requirements joined one by one is the selector', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(conjunctions, (all) => {
        const joined = allOf(...all.map((one) => parseSelector(naiveFormat([one]))));
        expect(String(joined)).toBe(naiveFormat(all));
      }),
      runs(300),
    );
  });
});
