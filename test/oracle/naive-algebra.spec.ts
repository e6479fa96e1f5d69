import { describe, expect, test } from 'vitest';
import { NaiveWorld, naiveStrings, naiveWorldOf } from './naive-algebra.ts';
import { naiveConflictFaults } from './naive-algebra-conflicts.ts';
import { naiveDomain, naiveIsValidLabel, naiveSpellings } from './naive-algebra-domain.ts';
import { naiveFewest } from './naive-algebra-fewest.ts';
import { naiveDifferenceFaults, naiveOverlapFaults, naiveWitnessFaults } from './naive-algebra-witness.ts';
import { naiveMatch } from './naive-match.ts';
import { naiveParse } from './naive-parse.ts';
import type { NaiveRequirement } from './naive-requirement.ts';

function parsed(text: string): readonly NaiveRequirement[] {
  const result = naiveParse(text);
  if (!result.ok) throw new Error(`${text} does not parse`);
  return result.requirements;
}

const FIVES = naiveSpellings('x', 5n);

// An oracle that is wrong makes others right. What it says of cases that can be worked out by hand:
describe('the oracle of the algebra', () => {
  test('knows how integers can be written', () => {
    expect(FIVES).toHaveLength(63);
    expect(FIVES.slice(0, 2)).toEqual(['5', '05']);
    expect(naiveSpellings('x', 2n ** 63n - 1n)).toHaveLength(45);
    expect(naiveSpellings('metadata.name', 5n)).toHaveLength(253);
    expect(naiveSpellings('not a key', 5n)).toEqual([]);
    expect(naiveIsValidLabel('x', '-5')).toBe(false);
    expect(naiveIsValidLabel('metadata.name', `${'a'.repeat(63)}.b`)).toBe(true);
    expect(naiveIsValidLabel('x', `${'a'.repeat(63)}.b`)).toBe(false);
  });

  test('has one choice for each answer that requirements can give', () => {
    expect(naiveDomain(parsed('x in (a,5),x>5'), 'x')).toEqual([
      undefined,
      '',
      '5',
      'a',
      'unsaid0',
      '0',
      '05',
      '6',
    ]);
    expect(naiveDomain(parsed('x'), 'y')).toEqual([undefined, '', 'unsaid0', '0']);
    expect(naiveDomain([{ key: 'x', operator: 'notin', values: ['b c', 'unsaid0', '00'] }], 'x')).toEqual([
      undefined,
      '',
      'unsaid0',
      '00',
      'unsaid1',
      '0',
    ]);
    expect(naiveDomain([{ key: 'not a key', operator: 'exists', values: [] }], 'not a key')).toEqual([
      undefined,
    ]);
    // No spelling of 5 is left, so it has none beside those listed.
    const listed = naiveDomain(parsed(`x>4,x<6,x notin (${FIVES})`), 'x');
    expect(listed.filter((value) => naiveMatch(parsed('x>4,x<6'), new Map([['x', value ?? '']])))).toEqual(
      FIVES.toSorted(),
    );
  });

  test('tells strings, label sets and their fewest labels', () => {
    expect(naiveStrings('ab', 2)).toEqual(['', 'a', 'b', 'aa', 'ab', 'ba', 'bb']);
    const world = new NaiveWorld(parsed('x=a,y'), new Map([['x', ['b']]]));
    expect(world.labelSets).toHaveLength(6 * 4);
    expect(world.meaning([])).toBe(0n);
    expect(world.meaning([[]])).toBe(world.meaning([parsed('x'), parsed('!x')]));
    expect(world.meaning([parsed('x=a')]) & world.meaning([parsed('x=b')])).toBe(0n);
    expect(world.fewestLabels(world.meaning([parsed('x=a,y'), parsed('y')]))).toBe(1);
    expect(world.fewestLabels(world.meaning([parsed('x=a,y')]))).toBe(2);
    const short = naiveWorldOf([parsed(`x>4,x<6,x notin (${FIVES.slice(1)})`)], [parsed('x=5')]);
    expect(short.meaning([parsed(`x>4,x<6,x notin (${FIVES.slice(1)})`)])).toBe(
      short.meaning([parsed('x=5')]),
    );
  });

  test('tells what is wrong with a witness', () => {
    const isX = (labels: ReadonlyMap<string, string>) => labels.has('x');
    expect(naiveWitnessFaults({ x: '' }, isX)).toEqual([]);
    expect(naiveWitnessFaults({}, isX)).toHaveLength(1);
    expect(naiveWitnessFaults({ x: '', y: '' }, isX)).toHaveLength(1);
    expect(naiveWitnessFaults({ x: '-5' }, isX)).toHaveLength(1);
    expect(naiveOverlapFaults({ x: 'a' }, [parsed('x')], [parsed('x=a')])).toEqual([]);
    expect(naiveDifferenceFaults({ x: 'a' }, [parsed('x')], [parsed('x=a')])).not.toEqual([]);
    expect(naiveDifferenceFaults({ x: 'b' }, [parsed('x')], [parsed('x=a')])).toEqual([]);
  });

  test('tells what is wrong with conflicts', () => {
    const [a, b] = [parsed('x,x=1,y'), parsed('x>1,z')];
    const conflict = { key: 'x', a: parsed('x=1'), b: parsed('x>1') };
    expect(naiveConflictFaults([conflict], [a], [b])).toEqual([]);
    expect(naiveConflictFaults([], [a], [b])).toHaveLength(1);
    expect(naiveConflictFaults([conflict, conflict], [a], [b])).toHaveLength(1);
    expect(naiveConflictFaults([{ ...conflict, a: parsed('x,x=1') }], [a], [b])).toHaveLength(1);
    expect(naiveConflictFaults([{ ...conflict, a: parsed('x=0') }], [a], [b])).toHaveLength(2);
    expect(naiveConflictFaults([conflict], [a, parsed('x=0')], [b])).toHaveLength(1);
  });

  test.each<[fewest: number | undefined, ...texts: string[]]>([
    [0, 'y'],
    [1, 'x'],
    [1, 'x,x=a'],
    [1, 'x in (a,b),x!=b'],
    [2, 'x,x!=a'],
    [1, '!x,x!=a'],
    [1, 'x>4,x>6'],
    [2, 'x>4,x<6'],
    [3, 'x>4,x<6,x!=5'],
    [1, `x>4,x<6,x notin (${FIVES.slice(2)})`],
    [2, `x>4,x<8,x notin (${FIVES})`],
    [1, `x>4,x!=a,x notin (${FIVES})`],
    [0, 'x', '!x'],
    [1, 'x>4', 'x>6'],
    [undefined, 'x>4', 'x=a'],
    [undefined, '!x', 'x=a'],
    [undefined, 'x,!x'],
  ])('of %s requirements, case %#', (fewest, ...texts) => {
    expect(naiveFewest('x', texts.map(parsed))).toBe(fewest);
  });
});
