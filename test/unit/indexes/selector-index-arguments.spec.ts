import { describe, expect, test } from 'vitest';
import {
  EVERYTHING,
  parseSelector,
  type Selector,
  type SelectorIndex,
  tryParseSelector,
} from '../../../src/index.ts';
import { dump, expectCoherentSelectors, filledSelectors, type Id } from './selectors.ts';
import { expectTypeError, wrong } from './wrong-arguments.ts';

/* TypeScript keeps most of these away; plain JavaScript and data from outside do not. */

type Call = (index: SelectorIndex<Id>) => unknown;

/** The call throws a TypeError that names what is wrong, and the index is as it was. */
function expectRefused(call: Call, names: RegExp | string): void {
  const index = filledSelectors();
  const before = dump(index);
  expectTypeError(() => call(index), names, String(call));
  expect(dump(index)).toEqual(before);
  expectCoherentSelectors(index);
}

const NO_IDS: readonly (readonly [unknown, string])[] = [
  [undefined, 'undefined'],
  [null, 'null'],
  [true, 'a boolean'],
  [1n, 'a bigint'],
  [Symbol('id'), 'a symbol'],
  [{}, 'an object'],
  [['a'], 'an array'],
  [() => 'a', 'a function'],
];

const NO_SELECTORS: readonly (readonly [unknown, string | RegExp])[] = [
  [undefined, 'selector must be a Selector, not undefined'],
  [null, 'selector must be a Selector, not null'],
  [5, 'selector must be a Selector, not a number'],
  ['app=web', 'selector must be a Selector, not a string; parseSelector reads text'],
  [() => true, 'selector must be a Selector, not a function'],
  [
    {},
    'selector must be a Selector, not an object; fromLabelMap reads a map of labels, and fromLabelSelector a LabelSelector',
  ],
  [{ alternatives: 'app' }, /^selector must be a Selector, not an object/],
  [
    { matchLabels: { app: 'web' } },
    'selector must be a Selector, not an object; fromLabelSelector reads a LabelSelector',
  ],
  [
    tryParseSelector('app=web'),
    'selector must be a Selector, not an object; that of a result is its property "selector", where it is ok',
  ],
  [{ alternatives: [['app']] }, /^selector must be a Selector, and holds what is no requirement/],
  [{ alternatives: [[{ key: 'app', operator: 'like', values: ['web'] }]] }, /^selector must be a Selector/],
  [{ alternatives: [[{ key: 'app', operator: 'in', values: [5] }]] }, /^selector must be a Selector/],
];

const NO_NAMESPACES: readonly (readonly [unknown, string])[] = [
  [null, 'null'],
  [5, 'a number'],
  [true, 'a boolean'],
  [{}, 'an object'],
  [['prod'], 'an array'],
];

const NO_LABELS: readonly (readonly [unknown, string])[] = [
  [undefined, 'undefined'],
  [null, 'null'],
  ['app=web', 'a string'],
  [5, 'a number'],
  [['app'], 'an array'],
  [new Set(['app']), 'a Set'],
  [new Date(0), 'a Date'],
];

describe('refused are', () => {
  test('ids that are neither string nor number', () => {
    for (const [id, kind] of NO_IDS) {
      const message = `id must be a string or a number, not ${kind}`;
      expectRefused((index) => index.set(wrong(id), EVERYTHING), message);
      expectRefused((index) => index.delete(wrong(id)), message);
      expectRefused((index) => index.has(wrong(id)), message);
      expectRefused((index) => index.selectorOf(wrong(id)), message);
      expectRefused((index) => index.namespaceOf(wrong(id)), message);
    }
  });

  test('selectors that are none', () => {
    for (const [selector, message] of NO_SELECTORS) {
      for (const id of ['web', 'new']) expectRefused((index) => index.set(id, wrong(selector)), message);
    }
    const late: Selector = { alternatives: [...parseSelector('a').alternatives, [wrong(null)]] };
    for (const id of ['web', 'new']) expectRefused((index) => index.set(id, late), /^selector must be/);
  });

  test('namespaces that are no strings', () => {
    for (const [namespace, kind] of NO_NAMESPACES) {
      const message = `namespace must be a string, not ${kind}`;
      for (const id of ['web', 'new']) {
        expectRefused((index) => index.set(id, EVERYTHING, wrong(namespace)), message);
      }
      expectRefused((index) => index.matching({}, wrong(namespace)), message);
      expectRefused((index) => index.iterate({}, wrong(namespace)), message);
      expectRefused((index) => index.explain({}, wrong(namespace)), message);
    }
  });

  test.each<[verb: string, ask: (index: SelectorIndex<Id>, labels: never) => unknown]>([
    ['matching', (index, labels) => index.matching(labels)],
    ['iterate, when called', (index, labels) => index.iterate(labels)],
    ['explain', (index, labels) => index.explain(labels)],
  ])('labels that are no label set, by %s', (_, ask) => {
    for (const [labels, kind] of NO_LABELS) {
      expectRefused(
        (index) => ask(index, wrong(labels)),
        `labels must be a plain object or a Map of strings to strings, not ${kind}`,
      );
    }
    for (const value of [5, null, true, ['web'], {}]) {
      expectRefused((index) => ask(index, wrong({ app: 'web', odd: value })), /"?odd"? must be a string/);
      expectRefused((index) => ask(index, wrong(new Map([['odd', value]]))), /"?odd"? must be a string/);
    }
    expectRefused((index) => ask(index, wrong(new Map([[5, 'web']]))), /key must be a string/);
  });
});
