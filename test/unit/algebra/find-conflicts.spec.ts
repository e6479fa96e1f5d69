import { describe, expect, test } from 'vitest';
import { type Conflict, EVERYTHING, findConflicts, formatSelector, NOTHING } from '../../../src/index.ts';
import { byHand, of } from './selectors.ts';

/** Conflicts as text, those of each side. */
function told(conflicts: readonly Conflict[] | undefined): [key: string, a: string, b: string][] | undefined {
  const text = (alternative: Conflict['a']) => formatSelector({ alternatives: [alternative] });
  return conflicts?.map(({ key, a, b }) => [key, text(a), text(b)]);
}

describe('why no label set matches both', () => {
  test.each<[a: string, b: string, conflicts: [key: string, a: string, b: string][]]>([
    ['a=b', 'a=c', [['a', 'a=b', 'a=c']]],
    ['a=b', '!a', [['a', 'a=b', '!a']]],
    ['a', '!a', [['a', 'a', '!a']]],
    ['k in ()', '!k', [['k', 'k in ()', '!k']]],
    ['a=b,c', 'a!=b', [['a', 'a=b', 'a!=b']]],
    // What is not needed is not told.
    ['a,a=b,a!=d', 'a=c,a', [['a', 'a=b', 'a=c']]],
    ['e,a=b', 'a=c,f', [['a', 'a=b', 'a=c']]],
    ['a in (b,c)', 'a!=b,a!=c', [['a', 'a in (b,c)', 'a!=b,a!=c']]],
    ['a in (b,c),a!=b', 'a!=c,a!=d', [['a', 'a!=b,a in (b,c)', 'a!=c']]],
    // Of one side alone.
    ['a=b,a!=b,c', '', [['a', 'a!=b,a=b', '']]],
    ['c', 'a=b,a!=b', [['a', '', 'a!=b,a=b']]],
    // Integers.
    ['x>4', 'x<5', [['x', 'x>4', 'x<5']]],
    ['x>4,x<6', 'x notin (5…)', [['x', 'x<6,x>4', 'x notin (5…)']]],
    ['x in (a)', 'x>1', [['x', 'x in (a)', 'x>1']]],
    ['x>9223372036854775807', 'x', [['x', 'x>9223372036854775807', '']]],
    ['x<0', '', [['x', 'x<0', '']]],
  ])('%j and %j', (a, b, wanted) => {
    const sides = ([key, ...texts]: [string, string, string]) => [
      key,
      ...texts.map((text) => formatSelector(of(text))),
    ];
    // Requirements on one key stand as they were written; which of them are told is what counts.
    const sorted = (all: readonly (readonly string[])[] | undefined) =>
      all?.map((texts) =>
        texts.map((text) =>
          text
            .split(/,(?![^(]*\))/)
            .sort()
            .join(),
        ),
      );
    expect(sorted(told(findConflicts(of(a), of(b))))).toEqual(sorted(wanted.map(sides)));
    expect(sorted(told(findConflicts(of(b), of(a))))).toEqual(
      sorted(wanted.map(([key, one, other]) => sides([key, other, one]))),
    );
  });

  test.each<[a: string[], b: string[]]>([
    [[''], ['']],
    [['a=b'], ['c=d']],
    [['!k'], ['k notin (a)']],
    [['a=b', 'a=c'], ['a=c']],
    [['x>4,x<6'], ['x!=5']],
    [['x>4,x<6'], ['x notin (…5)']],
  ])('there is no reason where one does: %j and %j', (a, b) => {
    expect(findConflicts(of(...a), of(...b))).toBeUndefined();
  });

  test('of one selector alone: why it selects nothing', () => {
    expect(findConflicts(of('a=b'))).toBeUndefined();
    expect(findConflicts(EVERYTHING)).toBeUndefined();
    expect(told(findConflicts(of('a,c,!a')))).toEqual([['a', 'a,!a', '']]);
    expect(findConflicts(of('a,!a'))).toEqual(findConflicts(of('a,!a'), EVERYTHING));
  });

  test('of each choice of two alternatives, told once', () => {
    expect(told(findConflicts(of('a=b', 'a=c'), of('a=d', '!a')))).toEqual([
      ['a', 'a=b', 'a=d'],
      ['a', 'a=b', '!a'],
      ['a', 'a=c', 'a=d'],
      ['a', 'a=c', '!a'],
    ]);
    expect(told(findConflicts(of('a=b,c', 'a=b,d'), of('a=d', 'a=d,e')))).toEqual([['a', 'a=b', 'a=d']]);
    expect(findConflicts(of('a=b,a=c', 'a=c,a=b'))).toHaveLength(1);
    expect(findConflicts(of('a=b'), of('!a,a!=c', 'a!=c,!a'))).toHaveLength(1);
  });

  test('of several keys at once is told of the first by name', () => {
    expect(told(findConflicts(of('b=1,a=1'), of('b=2,a=2')))).toEqual([['a', 'a=1', 'a=2']]);
    expect(told(findConflicts(of('b,!b,a,!a')))).toEqual([['a', 'a,!a', '']]);
  });

  test('of nothing at all there is none to tell', () => {
    expect(findConflicts(NOTHING)).toEqual([]);
    expect(findConflicts(NOTHING, of('a'))).toEqual([]);
    expect(findConflicts(of('a'), NOTHING)).toEqual([]);
  });

  test('of keys and values that no valid label has', () => {
    expect(findConflicts(byHand([['k', 'in', 'b c']]))?.map(({ key }) => key)).toEqual(['k']);
    expect(findConflicts(byHand([['k', 'in', 'b c', 'd']]), of('k!=d'))?.map(({ key }) => key)).toEqual([
      'k',
    ]);
    expect(findConflicts(byHand([['not a key', 'exists']]))?.map(({ key }) => key)).toEqual(['not a key']);
    expect(findConflicts(byHand([['not a key', '!']]))).toBeUndefined();
  });
});
