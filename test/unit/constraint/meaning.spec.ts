import { describe, expect, test } from 'vitest';
import type { KeyConstraint } from '../../../src/constraint/key-constraint.ts';
import { constraintOf } from '../../../src/constraint/meaning.ts';
import { MAX_INT64, MIN_INT64 } from '../../../src/labels/int64.ts';
import type { Operator } from '../../../src/selector/requirement.ts';
import { expectFrozen } from './frozen-parts.ts';

const ABSENT = { absent: true } as const;
const THERE = { absent: false } as const;

function oneOf(...values: string[]): KeyConstraint['present'] {
  return { kind: 'one-of', values };
}

function anyBut(...values: string[]): KeyConstraint['present'] {
  return { kind: 'any-but', values };
}

function between(min: bigint, max: bigint): KeyConstraint['present'] {
  return { kind: 'any-but', values: [], range: { min, max } };
}

const NONE: KeyConstraint['present'] = { kind: 'none' };

describe('the constraint of a requirement', () => {
  test.each<[operator: Operator, values: string[], constraint: Omit<KeyConstraint, 'key'>]>([
    ['=', ['b'], { ...THERE, present: oneOf('b') }],
    ['==', ['b'], { ...THERE, present: oneOf('b') }],
    ['=', [''], { ...THERE, present: oneOf('') }],
    ['in', ['b'], { ...THERE, present: oneOf('b') }],
    ['in', ['c', 'b', 'c', ''], { ...THERE, present: oneOf('', 'b', 'c') }],
    ['!=', ['b'], { ...ABSENT, present: anyBut('b') }],
    ['notin', ['c', 'b', 'b'], { ...ABSENT, present: anyBut('b', 'c') }],
    ['exists', [], { ...THERE, present: anyBut() }],
    ['!', [], { ...ABSENT, present: NONE }],
    ['gt', ['5'], { ...THERE, present: between(6n, MAX_INT64) }],
    ['gt', ['005'], { ...THERE, present: between(6n, MAX_INT64) }],
    ['gt', ['-1'], { ...THERE, present: between(0n, MAX_INT64) }],
    ['lt', ['5'], { ...THERE, present: between(MIN_INT64, 4n) }],
    ['lt', ['0'], { ...THERE, present: between(MIN_INT64, -1n) }],
    ['gt', ['9223372036854775806'], { ...THERE, present: between(MAX_INT64, MAX_INT64) }],
    ['gt', ['9223372036854775807'], { ...THERE, present: NONE }],
    ['lt', ['-9223372036854775807'], { ...THERE, present: between(MIN_INT64, MIN_INT64) }],
    ['lt', ['-9223372036854775808'], { ...THERE, present: NONE }],
    ['gt', ['-9223372036854775808'], { ...THERE, present: between(MIN_INT64 + 1n, MAX_INT64) }],
    // A selector made by hand: a bound that is none compares with nothing, a set without values has none.
    ['gt', ['9223372036854775808'], { ...THERE, present: NONE }],
    ['gt', ['b'], { ...THERE, present: NONE }],
    ['lt', [], { ...THERE, present: NONE }],
    ['lt', ['1', '2'], { ...THERE, present: NONE }],
    ['in', [], { ...THERE, present: NONE }],
    ['notin', [], { ...ABSENT, present: anyBut() }],
  ])('%s %j', (operator, values, constraint) => {
    const found = constraintOf({ key: 'a', operator, values });
    expect(found).toEqual({ key: 'a', ...constraint });
    expectFrozen(found);
  });

  test('shares nothing with the requirement it is of', () => {
    const values = ['b'];
    const { present } = constraintOf({ key: 'a', operator: 'in', values });
    values.push('c');
    expect(present).toEqual(oneOf('b'));
  });
});
