import { describe, expect, test } from 'vitest';
import {
  compareSelectors,
  equivalent,
  findConflicts,
  findDifference,
  findOverlap,
  findOverlaps,
  implies,
  isSatisfiable,
  NOTHING,
  simplify,
} from '../../../src/index.ts';
import { of } from './selectors.ts';

const NO_SELECTORS: readonly unknown[] = [
  undefined,
  null,
  7,
  'a=b',
  {},
  [],
  { alternatives: 'a' },
  { alternatives: [{ key: 'a' }] },
  { alternatives: [[{ key: 'a', operator: 'like', values: [] }]] },
  { alternatives: [[{ key: 'a', operator: '=', values: 'b' }]] },
  { alternatives: [[{ operator: 'exists', values: [] }]] },
];

/** A call that the types forbid. */
function calling(called: (...args: never[]) => unknown, ...args: readonly unknown[]): () => unknown {
  return () => Reflect.apply(called, undefined, args);
}

const PAIRS = { findOverlap, findDifference, implies, equivalent, compareSelectors, findConflicts };

describe('what is no selector is refused, and named', () => {
  test.each(Object.entries(PAIRS))('%s', (_, called) => {
    for (const wrong of NO_SELECTORS) {
      expect(calling(called, wrong, of('a'))).toThrow(TypeError);
      expect(calling(called, wrong, of('a'))).toThrow(/^a must be a Selector/);
      if (called === findConflicts && wrong === undefined) continue;
      expect(calling(called, of('a'), wrong)).toThrow(TypeError);
      expect(calling(called, of('a'), wrong)).toThrow(/^b must be a Selector/);
      // Nothing implies everything; that is no reason not to look.
      expect(calling(called, NOTHING, wrong)).toThrow(/^b must be a Selector/);
    }
  });

  test.each(Object.entries({ isSatisfiable, simplify }))('%s', (_, called) => {
    for (const wrong of NO_SELECTORS) {
      expect(calling(called, wrong)).toThrow(TypeError);
      expect(calling(called, wrong)).toThrow(/^selector must be a Selector/);
    }
  });

  test('findOverlaps, when it is called', () => {
    for (const wrong of NO_SELECTORS) {
      expect(calling(findOverlaps, [of('a'), wrong])).toThrow(TypeError);
      expect(calling(findOverlaps, [of('a'), wrong])).toThrow(/^selectors\[1\] must be a Selector/);
    }
    for (const wrong of [undefined, null, 7, 'a', {}, new Set()]) {
      expect(calling(findOverlaps, wrong)).toThrow(/^selectors must be a list/);
    }
    for (const wrong of [null, 7, 'a'])
      expect(calling(findOverlaps, [of('a')], wrong)).toThrow(/^options must be/);
    for (const wrong of [null, 7, 'a', {}]) {
      expect(calling(findOverlaps, [of('a')], { namespaces: wrong })).toThrow(
        /^options\.namespaces must be a list/,
      );
    }
    expect(calling(findOverlaps, [of('a')], { namespaces: [7] })).toThrow(
      /^options\.namespaces\[0\] must be a string/,
    );
    for (const wrong of [[], ['a', 'b']]) {
      expect(calling(findOverlaps, [of('a')], { namespaces: wrong })).toThrow(TypeError);
      expect(calling(findOverlaps, [of('a')], { namespaces: wrong })).toThrow(/^options\.namespaces has/);
    }
    expect(calling(findOverlaps, [of('a')], { namespaces: undefined })).not.toThrow();
  });
});
