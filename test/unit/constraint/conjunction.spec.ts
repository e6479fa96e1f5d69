import { describe, expect, test } from 'vitest';
import { type Conjunction, conjunctionOf } from '../../../src/constraint/conjunction.ts';
import { conjunctionsOf } from '../../../src/constraint/conjunctions-of.ts';
import type { IntegerRange, KeyConstraint } from '../../../src/constraint/key-constraint.ts';
import { anyOf, EVERYTHING, NOTHING, parseSelector } from '../../../src/index.ts';
import { MAX_INT64, MIN_INT64 } from '../../../src/labels/int64.ts';
import type { Requirement } from '../../../src/selector/requirement.ts';
import { expectFrozen } from './frozen-parts.ts';

function requirementsOf(text: string): readonly Requirement[] {
  return parseSelector(text).alternatives[0] ?? [];
}

function meaning(text: string): Conjunction | undefined {
  return conjunctionOf(requirementsOf(text));
}

function there(key: string, ...values: string[]): KeyConstraint {
  return { key, absent: false, present: { kind: 'one-of', values } };
}

function except(key: string, absent: boolean, values: string[], range?: IntegerRange): KeyConstraint {
  return { key, absent, present: { kind: 'any-but', values, ...(range && { range }) } };
}

describe('the meaning of a conjunction', () => {
  test.each<[text: string, conjunction: KeyConstraint[]]>([
    ['', []],
    ['a=b', [there('a', 'b')]],
    ['c=d,a=b', [there('a', 'b'), there('c', 'd')]],
    ['B=1,a=1,A=1,b=1', [there('A', '1'), there('B', '1'), there('a', '1'), there('b', '1')]],
    ['a=b,a==b,a in (b),a', [there('a', 'b')]],
    ['a in (b,c,d),a in (d,c,e)', [there('a', 'c', 'd')]],
    ['a in (b,c),a!=c', [there('a', 'b')]],
    ['a,a notin (b)', [except('a', false, ['b'])]],
    ['a notin (c,b),a!=d', [except('a', true, ['b', 'c', 'd'])]],
    ['a!=b,a!=b', [except('a', true, ['b'])]],
    ['!a,a!=b', [{ key: 'a', absent: true, present: { kind: 'none' } }]],
    ['!a,a notin (b),!a', [{ key: 'a', absent: true, present: { kind: 'none' } }]],
    ['a', [except('a', false, [])]],
    // Integers: what has several spellings stays one range, and exclusions outside of it are nothing.
    ['a>1', [except('a', false, [], { min: 2n, max: MAX_INT64 })]],
    ['a>1,a<5', [except('a', false, [], { min: 2n, max: 4n })]],
    ['a>1,a>3,a<9,a<5', [except('a', false, [], { min: 4n, max: 4n })]],
    ['a>1,a<5,a!=3', [except('a', false, ['3'], { min: 2n, max: 4n })]],
    ['a>1,a<5,a notin (03,1,5,b,4)', [except('a', false, ['03', '4'], { min: 2n, max: 4n })]],
    ['a!=3,a>1,a!=2,a<5', [except('a', false, ['2', '3'], { min: 2n, max: 4n })]],
    ['a!=3,a<9,a>5', [except('a', false, [], { min: 6n, max: 8n })]],
    ['a in (1,2,03,b,9),a>1', [there('a', '03', '2', '9')]],
    ['a>1,a in (1,2,3),a<3', [there('a', '2')]],
    ['a>9223372036854775806', [except('a', false, [], { min: MAX_INT64, max: MAX_INT64 })]],
    ['a<9223372036854775807', [except('a', false, [], { min: MIN_INT64, max: MAX_INT64 - 1n })]],
    ['a in (9223372036854775807,9223372036854775808),a>0', [there('a', '9223372036854775807')]],
    ['constructor=b,toString!=c', [there('constructor', 'b'), except('toString', true, ['c'])]],
  ])('of %j', (text, conjunction) => {
    const found = meaning(text);
    expect(found).toEqual(conjunction);
    expect(Object.isFrozen(found)).toBe(true);
    for (const constraint of found ?? []) expectFrozen(constraint);
    // Nothing depends on the order in which the requirements are written.
    expect(conjunctionOf([...requirementsOf(text)].reverse())).toEqual(conjunction);
  });

  test.each([
    'a,!a',
    'a=b,a=c',
    'a=b,!a',
    'a=b,a!=b',
    'a in (b,c),a notin (b,c,d)',
    'a in (b,c),a in (d)',
    'a=b,a>1',
    'a in (1,b),a>1',
    'a>5,a<5',
    'a>5,a<6',
    'a>2,a!=3,a<3',
    'a>1,!a',
    'a>9223372036854775807',
    'a=9223372036854775808,a>0',
    'a=,a>0',
    'c=d,a=b,e=f,a=c',
  ])('of %j: no label set satisfies it', (text) => {
    expect(meaning(text)).toBe(undefined);
    expect(conjunctionOf([...requirementsOf(text)].reverse())).toBe(undefined);
  });

  test('of requirements made by hand: what every label set satisfies is left out', () => {
    expect(conjunctionOf([{ key: 'a', operator: 'notin', values: [] }])).toEqual([]);
    const negative = [
      { key: 'a', operator: 'gt', values: ['-3'] },
      { key: 'a', operator: 'lt', values: ['-1'] },
    ] as const;
    expect(conjunctionOf(negative)).toEqual([except('a', false, [], { min: -2n, max: -2n })]);
  });

  test('of many requirements on one key is one constraint', () => {
    const several = Array.from(
      { length: 2_000 },
      (_, i): Requirement => ({ key: 'a', operator: '!=', values: [`v${i % 1_000}`] }),
    );
    const found = conjunctionOf(several) ?? [];
    expect(found).toHaveLength(1);
    const values = found[0]?.present.kind === 'any-but' ? found[0].present.values : [];
    expect(values).toEqual([...new Set(several.flatMap((one) => one.values))].sort());
  });
});

describe('the meaning of a selector', () => {
  test('is that of each alternative that can be satisfied', () => {
    const selector = anyOf(parseSelector('a=b'), parseSelector('a,!a'), parseSelector('c'));
    expect(conjunctionsOf(selector)).toEqual([[there('a', 'b')], [except('c', false, [])]]);
    expect(conjunctionsOf(EVERYTHING)).toEqual([[]]);
    expect(conjunctionsOf(NOTHING)).toEqual([]);
    expect(conjunctionsOf(parseSelector('a=b,a=c'))).toEqual([]);
  });

  test.each([
    [['a=b', 'a=b,c'], [0]],
    [['a=b,c', 'a=b'], [1]],
    [['a in (b)', 'a=b', 'a==b'], [0]],
    // Of equal ones the first is kept, where it stands.
    [
      ['a=b', 'c', 'a in (b)'],
      [0, 1],
    ],
    [['a=b', '', 'c'], [1]],
    [
      ['a=b', 'a!=b'],
      [0, 1],
    ],
    [['!a', 'a notin (b)', 'a=c'], [1]],
    [
      ['x>5', 'x>7,x<9', 'x<9'],
      [0, 2],
    ],
    [
      ['a,a!=b', 'a=b,c', 'a in (c,d)'],
      [0, 1],
    ],
  ])('of %j: without what another alternative makes needless', (texts, kept) => {
    const selectors = texts.map((text) => parseSelector(text));
    const wanted = kept.flatMap((at) => conjunctionsOf(selectors[at] ?? NOTHING));
    expect(conjunctionsOf(anyOf(...selectors))).toEqual(wanted);
  });
});
