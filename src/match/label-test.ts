import type { KeyConstraint } from '../constraint/key-constraint.ts';
import { valueTest } from '../constraint/value-test.ts';

/** How the value of a present key is tested: the few forms that nearly all constraints have, and the rest. */
export type TestForm = 'equal' | 'different' | 'any' | 'none' | 'listed' | 'unlisted' | 'other';

/**
 * One key's test, as data: a predicate that branches on its form stays in one function, where the engine compiles it
 * once for all selectors, and calls no closures but for ranges and long lists.
 */
export interface LabelTest {
  readonly key: string;
  readonly absent: boolean;
  readonly form: TestForm;
  /** The value of `equal` and `different`. */
  readonly only: string;
  /** The values of `listed` and `unlisted`; a plain array, which is read faster than a frozen one. */
  readonly list: readonly string[];
  /** The test of `other`. */
  readonly test: (value: string) => boolean;
}

/** Up to this many values are compared one by one; a hash table takes longer to ask. */
const FEW = 8;

function formOf({ present }: KeyConstraint): TestForm {
  if (present.kind === 'none') return 'none';
  const count = present.values.length;
  if (present.kind === 'one-of') return count === 1 ? 'equal' : count <= FEW ? 'listed' : 'other';
  if (present.range !== undefined) return 'other';
  return count === 0 ? 'any' : count === 1 ? 'different' : count <= FEW ? 'unlisted' : 'other';
}

/**
 * The same key as a string that the engine keeps once: a key cut from a longer text is looked up by its characters
 * each time, this one by its address.
 */
function internalized(key: string): string {
  return Object.keys({ [key]: true })[0] ?? key;
}

/** The test that a constraint compiles to. O(number of values). */
export function labelTest(constraint: KeyConstraint): LabelTest {
  const { key, absent, present } = constraint;
  const list = present.kind === 'none' ? [] : [...present.values];
  const form = formOf(constraint);
  return {
    key: internalized(key),
    absent,
    form,
    only: list[0] ?? '',
    list,
    test: form === 'other' ? valueTest(present) : untested,
  };
}

/** In the place of a test that its form makes needless. */
function untested(): boolean {
  return false;
}

/** Whether a present key's value satisfies its test. */
export function accepts(test: LabelTest, value: string): boolean {
  switch (test.form) {
    case 'equal':
      return value === test.only;
    case 'different':
      return value !== test.only;
    case 'any':
      return true;
    case 'none':
      return false;
    case 'listed':
      return isListed(test.list, value);
    case 'unlisted':
      return !isListed(test.list, value);
    case 'other':
      return test.test(value);
  }
}

function isListed(list: readonly string[], value: string): boolean {
  for (let i = 0; i < list.length; i++) {
    if (list[i] === value) return true;
  }
  return false;
}

/**
 * How few label sets satisfy a constraint, as a guess from its form alone: the lower, the sooner it is asked, since
 * the first test that fails ends the matching of a conjunction.
 */
export function rank({ absent, present }: KeyConstraint): number {
  if (present.kind === 'one-of') return present.values.length === 1 ? 0 : 1;
  if (present.kind === 'none') return 4;
  if (absent) return 5;
  return present.range === undefined ? 3 : 2;
}
