import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  anyOf,
  compileSelector,
  fromLabelMap,
  fromLabelSelector,
  fromNodeSelector,
  parseSelector,
  type Selector,
  selectorKey,
  toLabelMap,
  toLabelSelector,
} from '../../src/index.ts';
import { naiveFormat } from '../oracle/naive-format.ts';
import { naiveMatch } from '../oracle/naive-match.ts';
import type { NaiveOperator, NaiveRequirement } from '../oracle/naive-requirement.ts';
import { expectDeeplyFrozen } from './frozen.ts';
import { type Entries, labelSetsNear, shapes } from './label-sets.ts';
import { keys, requirements, requirementsWithoutBounds, values } from './language.ts';
import { runs, TIMEOUT } from './runs.ts';

const OBJECT_OPERATORS: Record<NaiveOperator, string> = {
  '=': 'In',
  '==': 'In',
  in: 'In',
  '!=': 'NotIn',
  notin: 'NotIn',
  exists: 'Exists',
  '!': 'DoesNotExist',
  gt: 'Gt',
  lt: 'Lt',
};

function expressionsOf(
  all: readonly NaiveRequirement[],
): { key: string; operator: string; values: string[] }[] {
  return all.map(({ key, operator, values }) => ({
    key,
    operator: OBJECT_OPERATORS[operator],
    values: [...values],
  }));
}

function withLabels(all: NaiveRequirement[]): fc.Arbitrary<[NaiveRequirement[], Entries]> {
  return fc.tuple(fc.constant(all), labelSetsNear(all));
}

function expectSameMeaning(
  routes: readonly Selector[],
  all: readonly NaiveRequirement[],
  entries: Entries,
): void {
  const wanted = naiveMatch(all, new Map(entries));
  for (const selector of routes) {
    expectDeeplyFrozen(selector);
    for (const labels of shapes(entries)) expect(compileSelector(selector)(labels)).toBe(wanted);
  }
  expect(new Set(routes.map(selectorKey)).size, 'one key per meaning').toBe(1);
}

const pairs = fc.uniqueArray(fc.tuple(keys, values), { selector: ([key]) => key, maxLength: 5 });

describe('every route to a selector means the same', () => {
  test('text, LabelSelector and NodeSelector', { timeout: TIMEOUT }, () => {
    const cases = fc.array(requirementsWithoutBounds, { minLength: 1, maxLength: 5 }).chain(withLabels);
    fc.assert(
      fc.property(cases, ([all, entries]) => {
        const matchExpressions = expressionsOf(all);
        const routes = [
          parseSelector(naiveFormat(all)),
          fromLabelSelector({ matchExpressions }),
          fromNodeSelector({ nodeSelectorTerms: [{ matchExpressions }] }),
        ];
        expectSameMeaning(routes, all, entries);
      }),
      runs(1000),
    );
  });

  test('text and NodeSelector, bounds included', { timeout: TIMEOUT }, () => {
    const cases = fc.array(requirements, { minLength: 1, maxLength: 5 }).chain(withLabels);
    fc.assert(
      fc.property(cases, ([all, entries]) => {
        const nodeSelectorTerms = [{ matchExpressions: expressionsOf(all) }, {}];
        expectSameMeaning(
          [parseSelector(naiveFormat(all)), fromNodeSelector({ nodeSelectorTerms })],
          all,
          entries,
        );
      }),
      runs(500),
    );
  });

  test('text, map and matchLabels', { timeout: TIMEOUT }, () => {
    const cases = pairs
      .map((map) => map.map(([key, value]): NaiveRequirement => ({ key, operator: '=', values: [value] })))
      .chain(withLabels);
    fc.assert(
      fc.property(cases, ([all, entries]) => {
        const map = Object.fromEntries(all.map(({ key, values }) => [key, values[0] ?? '']));
        const routes = [
          parseSelector(naiveFormat(all)),
          fromLabelMap(map),
          fromLabelSelector({ matchLabels: map }),
          fromLabelSelector({ matchLabels: map, matchExpressions: null }),
        ];
        expectSameMeaning(routes, all, entries);
        for (const selector of routes) expect({ ...toLabelMap(selector) }).toEqual(map);
      }),
      runs(500),
    );
  });

  test('through a LabelSelector object and back', { timeout: TIMEOUT }, () => {
    const cases = fc.array(requirementsWithoutBounds, { maxLength: 5 }).chain(withLabels);
    fc.assert(
      fc.property(cases, ([all, entries]) => {
        // Of two equalities of one key the later wins in the object, as in Kubernetes: that is another meaning.
        const equal = all.filter(({ operator }) => operator === '=' || operator === '==');
        fc.pre(new Set(equal.map(({ key }) => key)).size === equal.length);
        const selector = parseSelector(naiveFormat(all));
        const object = toLabelSelector(selector);
        expectSameMeaning(
          [selector, fromLabelSelector(object), fromLabelSelector(JSON.parse(JSON.stringify(object)))],
          all,
          entries,
        );
      }),
      runs(1000),
    );
  });

  test('the order of alternatives, and one given twice, change no meaning', { timeout: TIMEOUT }, () => {
    const cases = fc.array(fc.array(requirements, { maxLength: 3 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(cases, (all) => {
        const each = all.map((one) => parseSelector(naiveFormat(one)));
        const key = selectorKey(anyOf(...each));
        expect(selectorKey(anyOf(...[...each].reverse()))).toBe(key);
        expect(selectorKey(anyOf(...each, ...each))).toBe(key);
      }),
      runs(300),
    );
  });
});
