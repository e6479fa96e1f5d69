import { describe, expect, test } from 'vitest';
import { type Comparison, compareSelectors, NOTHING } from '../../../src/index.ts';
import { of } from './selectors.ts';

type Told = Omit<Comparison, 'conflicts'>;

describe('how two selectors relate', () => {
  test.each<[a: string[], b: string[], told: Told]>([
    [['a=b'], ['a in (b)'], { relation: 'equal', both: { a: 'b' } }],
    [[''], [''], { relation: 'equal', both: {} }],
    [['a', '!a'], [''], { relation: 'equal', both: {} }],
    [['a=b'], ['a'], { relation: 'implies', both: { a: 'b' }, onlySecond: { a: 'a' } }],
    [['a'], ['a=b'], { relation: 'implied', both: { a: 'b' }, onlyFirst: { a: 'a' } }],
    [['a!=b'], ['!a'], { relation: 'implied', both: {}, onlyFirst: { a: 'a' } }],
    [
      ['a'],
      ['b'],
      { relation: 'overlap', both: { a: 'a', b: 'a' }, onlyFirst: { a: 'a' }, onlySecond: { b: 'a' } },
    ],
    [['a=b'], ['a=c'], { relation: 'disjoint', onlyFirst: { a: 'b' }, onlySecond: { a: 'c' } }],
    [['x>4,x<6'], ['x in (5…)'], { relation: 'equal', both: { x: '5' } }],
    [
      ['x>4'],
      ['x<6'],
      { relation: 'overlap', both: { x: '5' }, onlyFirst: { x: '6' }, onlySecond: { x: '4' } },
    ],
    // One that selects nothing implies what it is disjoint from; that they are apart says more.
    [['a,!a'], ['a'], { relation: 'disjoint', onlySecond: { a: 'a' } }],
    [['a=b'], ['a,!a'], { relation: 'disjoint', onlyFirst: { a: 'b' } }],
    [['a,!a'], ['x<0'], { relation: 'equal' }],
    [[], ['a,!a'], { relation: 'equal' }],
    [[], [''], { relation: 'disjoint', onlySecond: {} }],
  ])('%j and %j', (a, b, told) => {
    const { conflicts, ...others } = compareSelectors(of(...a), of(...b));
    expect(others).toEqual(told);
    if (told.both !== undefined) expect(conflicts).toEqual([]);
  });

  test('tells why they are apart', () => {
    expect(compareSelectors(of('a=b,c'), of('a=d')).conflicts).toEqual([
      {
        key: 'a',
        a: [{ key: 'a', operator: '=', values: ['b'] }],
        b: [{ key: 'a', operator: '=', values: ['d'] }],
      },
    ]);
    expect(compareSelectors(of('a,!a'), of('a')).conflicts.map(({ key, b }) => [key, b])).toEqual([
      ['a', []],
    ]);
    expect(compareSelectors(NOTHING, of('a')).conflicts).toEqual([]);
  });

  test('has no witness where there is none, not even an undefined one', () => {
    expect(Object.keys(compareSelectors(of('a=b'), of('a=c'))).sort()).toEqual([
      'conflicts',
      'onlyFirst',
      'onlySecond',
      'relation',
    ]);
    expect(Object.keys(compareSelectors(of('a=b'), of('a=b'))).sort()).toEqual([
      'both',
      'conflicts',
      'relation',
    ]);
  });
});
