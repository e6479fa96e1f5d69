import { describe, expect, test } from 'vitest';
import { EVERYTHING, NOTHING, parseSelector, type SelectorIndex } from '../../../src/index.ts';
import { checkSelectorIndex } from '../../../src/indexes/invariants.ts';
import { crossed, filledSelectors, type Id, SIDE } from './selectors.ts';

describe('an iteration', () => {
  const web = { app: 'web', x: '2' };
  const CHANGES: readonly (readonly [string, (index: SelectorIndex<Id>) => void])[] = [
    ['a new selector', (index) => index.set('new', parseSelector('other'))],
    ['a selector replaced', (index) => index.set('web', parseSelector('app=db'))],
    ['a selector deleted', (index) => void index.delete('db')],
    ['a contradiction', (index) => index.set('new', NOTHING)],
  ];

  test.each(CHANGES)('throws at its next step after %s', (_, change) => {
    for (const steps of [0, 1, 2]) {
      const index = filledSelectors();
      const ids = index.iterate(web);
      for (let step = 0; step < steps; step++) expect(ids.next().done).toBe(false);
      change(index);
      expect(() => ids.next()).toThrow(Error);
      expect([...index.iterate(web)].sort(), 'a new one is none the worse').toEqual(
        index.matching(web).sort(),
      );
    }
  });

  test('goes on after what is no change', () => {
    const index = filledSelectors();
    const wanted = index.matching(web);
    const ids = index.iterate(web);
    const found = [ids.next().value];
    expect(index.delete('nobody')).toBe(false);
    expect(() => index.set('web', 'app=db' as never)).toThrow(TypeError);
    expect(() => index.set(null as never, EVERYTHING)).toThrow(TypeError);
    expect(new Set([...found, ...ids])).toEqual(new Set(wanted));
  });

  test('that has ended stays ended', () => {
    const index = filledSelectors();
    const ids = index.iterate(web);
    expect([...ids]).toHaveLength(index.matching(web).length);
    index.delete('web');
    expect(ids.next()).toEqual({ done: true, value: undefined });
  });

  test('may be left, and is an iterator that is iterable', () => {
    const index = filledSelectors();
    for (const id of index.iterate(web)) {
      expect(index.has(id)).toBe(true);
      break;
    }
    const ids = index.iterate(web);
    expect(ids[Symbol.iterator]()).toBe(ids);
  });

  test('is whole though so much is asked meanwhile that entries are filed otherwise', () => {
    const index = crossed();
    for (const at of SIDE) index.set(`${at} of the cross`, parseSelector(`row=0,column=${at}`));
    const labels = { row: '0', column: '3', odd: 'yes' };
    const wanted = index.matching(labels).sort();
    const before = index.statistics().refiled;
    const ids = index.iterate(labels);
    const found = [ids.next().value];
    for (let time = 0; time < 5000; time++) index.matching({ row: '0', column: `${time % 20}` });
    for (let time = 0; time < 5000; time++) index.matching({ row: `${time % 20}`, column: '0' });
    expect(index.statistics().refiled, 'entries filed otherwise').toBeGreaterThan(before);
    expect([...found, ...ids].sort()).toEqual(wanted);
    checkSelectorIndex(index);
  });

  test('may go on beside others', () => {
    const index = filledSelectors();
    const [one, other] = [index.iterate(web), index.iterate({ app: 'db' })];
    const found: [unknown[], unknown[]] = [[], []];
    for (let step = 0; step < 12; step++) {
      for (const [at, ids] of [one, other].entries()) {
        const next = ids.next();
        if (next.done !== true) found[at]?.push(next.value);
      }
      index.matching({ tier: 'front' }, 'prod');
    }
    expect(new Set(found[0])).toEqual(new Set(index.matching(web)));
    expect(new Set(found[1])).toEqual(new Set(index.matching({ app: 'db' })));
  });
});
