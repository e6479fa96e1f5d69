import { describe, expect, test } from 'vitest';
import { comparisonLines } from '../../../src/cli/output/comparison.ts';
import { conflictMend, conflictRequirements, conflictText } from '../../../src/cli/output/conflict-text.ts';
import { contradictionLines } from '../../../src/cli/output/contradiction.ts';
import { createStyle } from '../../../src/cli/output/style.ts';
import {
  anyOf,
  type Conflict,
  compareSelectors,
  findConflicts,
  parseSelector,
  type Selector,
} from '../../../src/index.ts';

const plain = createStyle(false);

function conflictsOf(a: string, b = ''): readonly Conflict[] {
  return findConflicts(parseSelector(a), parseSelector(b)) ?? [];
}

/** Every way a label value can write an integer, from the shortest. */
function spellings(integer: string): string[] {
  return Array.from({ length: 64 - integer.length }, (_, zeros) => '0'.repeat(zeros) + integer);
}

describe('what keeps two selectors apart', () => {
  test.each([
    // One requirement each.
    ['a=b', 'a=c', 'a must be "b" for A, and "c" for B'],
    ['a==', 'a=c', 'a must be "" for A, and "c" for B'],
    ['a=b', 'a!=b', 'a must be "b" for A, and must not be "b" for B'],
    ['a!=b', 'a=b', 'a must not be "b" for A, and must be "b" for B'],
    ['a in (b)', 'a in (c,d)', 'a must be "b" for A, and "c" or "d" for B'],
    ['a in (b,c)', 'a in (d,e,f)', 'a must be "b" or "c" for A, and one of "d", "e", "f" for B'],
    ['a in (b,c)', 'a notin (b,c)', 'a must be "b" or "c" for A, and neither "b" nor "c" for B'],
    [
      'a in (b,c,d)',
      'a notin (b,c,d)',
      'a must be one of "b", "c", "d" for A, and none of "b", "c", "d" for B',
    ],
    ['a', '!a', 'a must be present for A, and absent for B'],
    ['!a', 'a=b', 'a must be absent for A, and "b" for B'],
    ['x>5', '!x', 'x must be an integer above 5 for A, and absent for B'],
    ['x>5', 'x<3', 'x must be an integer above 5 for A, and an integer below 3 for B'],
    ['x>5', 'x=007', undefined],
    ['x>8', 'x=007', 'x must be an integer above 8 for A, and "007" for B'],
    // What words do not show by themselves.
    [
      'x>5',
      'x<6',
      'x must be an integer above 5 for A, and an integer below 6 for B: there is no integer between',
    ],
    ['x>5', 'x=1.5', 'x must be an integer above 5 for A, and "1.5" for B: "1.5" is no int64'],
    [
      'x in (9223372036854775808,1.5)',
      'x>5',
      'x must be "1.5" or "9223372036854775808" for A, and an integer above 5 for B: ' +
        'neither "1.5" nor "9223372036854775808" is an int64',
    ],
    ['x=web', 'x>5', 'x must be "web" for A, and an integer above 5 for B'],
    // Several requirements on a side are what they come to.
    ['a in (b,c),a!=b', 'a!=c', 'a must be "c" for A, and must not be "c" for B'],
    ['a in (b,c,d),a!=c', 'a in (c,e)', 'a must be "b" or "d" for A, and "c" or "e" for B'],
    // What is not needed is not told.
    ['a in (b,c,d),a notin (b)', 'a=b', 'a must not be "b" for A, and must be "b" for B'],
    [
      'x>5,x<9,x!=7',
      'x in (3,7,9)',
      'x must be an integer above 5 and below 9, but not "7", for A, and one of "3", "7", "9" for B',
    ],
  ])('%s and %s', (a, b, words) => {
    expect(conflictsOf(a, b).map(conflictText)).toEqual(words === undefined ? [] : [words]);
  });

  test('integers of which every way to write them is excluded', () => {
    const rows = [
      [
        'x>5,x<7',
        `x notin (${spellings('6')})`,
        'x must be an integer above 5 and below 7 for A, and none of "6", "06", "006" and 60 others for B: ' +
          '6 can be written in no other way within the 63 characters of a label value',
      ],
      [
        'x<2',
        `x notin (${[...spellings('0'), ...spellings('1')]})`,
        'x must be an integer below 2 for A, and none of "0", "1", "00" and 123 others for B: ' +
          '0 and 1 can be written in no other way within the 63 characters of a label value',
      ],
      [
        'x>9223372036854775806',
        `x notin (${spellings('9223372036854775807')})`,
        'x must be an integer above 9223372036854775806 for A, and none of "9223372036854775807", ' +
          '"09223372036854775807", "009223372036854775807" and 42 others for B: ' +
          '9223372036854775807 can be written in no other way within the 63 characters of a label value',
      ],
    ] as const;
    for (const [a, b, words] of rows) expect(conflictsOf(a, b).map(conflictText)).toEqual([words]);
  });

  test('they are shown as written where words join them', () => {
    expect(conflictsOf('a=b', 'a=c').flatMap(conflictRequirements)).toEqual([]);
    expect(conflictsOf('z,a in (b,c),a!=b', 'a!=c').flatMap(conflictRequirements)).toEqual([
      'A: a in (b,c),a!=b',
      'B: a!=c',
    ]);
    const [, long = ''] = conflictsOf('x>5,x<7', `x notin (${spellings('6')})`).flatMap(conflictRequirements);
    expect(long).toHaveLength(204);
    expect(long.endsWith('0…')).toBe(true);
  });
});

describe('why a selector matches nothing', () => {
  test.each([
    ['a=b,a=c', 'a must be "b" and "c" at once', 'write "a in (b,c)" if either will do'],
    ['a in (b,c),a=d', 'a must be "b" or "c", and "d" at once', 'write "a in (b,c,d)" if any will do'],
    ['a=b,a!=b', 'a must be "b", but not "b"', undefined],
    ['a,!a', 'a must be present and absent at once', undefined],
    ['a=,!a', 'a must be "" and absent at once', undefined],
    ['x>5,x<3', 'x must be an integer above 5 and below 3 at once', undefined],
    ['x>5,x<6', 'x must be an integer above 5 and below 6 at once: there is no integer between', undefined],
    ['x<0', 'x must be an integer below 0: a label value has no sign, so none is negative', undefined],
    [
      'x>9223372036854775807',
      'x must be an integer above 9223372036854775807: that is the largest integer there is (int64)',
      undefined,
    ],
    ['a in (b,c),a!=b,a!=c', 'a must be "b" or "c", but neither "b" nor "c"', undefined],
    [
      'a in (b,c),a in (c,d),a in (b,d)',
      'a must be "b" or "c", and "c" or "d", and "b" or "d" at once',
      undefined,
    ],
  ])('%s', (text, words, mend) => {
    const conflicts = conflictsOf(text);
    expect(conflicts.map(conflictText)).toEqual([words]);
    expect(conflicts.map(conflictMend)).toEqual([mend]);
  });

  test('of very many requirements at once', () => {
    const excluded = spellings('6').map((value) => `x!=${value}`);
    expect(conflictsOf(`x>5,x<7,${excluded}`).map(conflictText)).toEqual([
      'x must be an integer above 5 and below 7, but none of "6", "06", "006" and 60 others: ' +
        '6 can be written in no other way within the 63 characters of a label value',
    ]);
  });

  test('with what was written, and a mend, below', () => {
    const lines = (text: string) =>
      contradictionLines('A:', plain.red, '', conflictsOf(text), { style: plain, columns: undefined });
    expect(lines('a=b,a=c')).toEqual([
      'A: a must be "b" and "c" at once',
      '  fix: write "a in (b,c)" if either will do',
    ]);
    expect(lines('a in (b,c),a!=b,a!=c')).toEqual([
      'A: a must be "b" or "c", but neither "b" nor "c"',
      '  a in (b,c),a!=b,a!=c',
    ]);
  });
});

describe('a comparison', () => {
  const lines = (a: Selector, b: Selector, columns?: number) =>
    comparisonLines(compareSelectors(a, b), { style: plain, columns });

  test('of several alternatives tells every reason', () => {
    expect(lines(anyOf(parseSelector('a=b'), parseSelector('c=d')), parseSelector('a=x,!c'))).toEqual([
      'disjoint: nothing is matched by both',
      '  because  a must be "b" for A, and "x" for B',
      '  because  c must be "d" for A, and absent for B',
      '  A alone  a=b',
      '  B alone  a=x',
    ]);
  });

  test('is broken between words on a narrow screen', () => {
    const [heading, because] = lines(parseSelector('tier=front'), parseSelector('tier in (api,cache)'), 40);
    expect(heading).toBe('disjoint: nothing is matched by both');
    expect(because).toBe(
      '  because  tier must be "front" for A,\n' + '           and "api" or "cache" for B',
    );
  });
});
