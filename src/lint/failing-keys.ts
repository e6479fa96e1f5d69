import { conjunctionsOf } from '../constraint/conjunctions-of.ts';
import type { KeyConstraint } from '../constraint/key-constraint.ts';
import { valueTest } from '../constraint/value-test.ts';
import type { Selector } from '../selector/selector.ts';

/** The keys by which a label set is not selected. */
export interface FailingKeys {
  /** Those that it has, with a value that is not asked for. */
  readonly differing: readonly string[];
  /** Those that it has not, and should. */
  readonly missing: readonly string[];
}

/** Which keys of a conjunction are to blame, with the tests of their values made once. */
interface Condition {
  readonly key: string;
  readonly mayBeAbsent: boolean;
  readonly accepts: (value: string) => boolean;
}

/**
 * By which keys a selector does not select label sets; of several alternatives, by those of the one that asks for the
 * fewest others. Both lists are empty for what is selected.
 */
export function failingKeysBy(selector: Selector): (labels: ReadonlyMap<string, string>) => FailingKeys {
  const alternatives = conjunctionsOf(selector).map((conjunction) => conjunction.map(conditionOf));
  return function failingKeys(labels) {
    let fewest: FailingKeys | undefined;
    for (const conditions of alternatives) {
      const failing = failingIn(conditions, labels);
      if (fewest === undefined || countOf(failing) < countOf(fewest)) fewest = failing;
    }
    return fewest ?? { differing: [], missing: [] };
  };
}

function conditionOf({ key, absent, present }: KeyConstraint): Condition {
  return { key, mayBeAbsent: absent, accepts: valueTest(present) };
}

function failingIn(conditions: readonly Condition[], labels: ReadonlyMap<string, string>): FailingKeys {
  const differing: string[] = [];
  const missing: string[] = [];
  for (const { key, mayBeAbsent, accepts } of conditions) {
    const value = labels.get(key);
    if (value === undefined) {
      if (!mayBeAbsent) missing.push(key);
    } else if (!accepts(value)) differing.push(key);
  }
  return { differing, missing };
}

/** By how many keys a label set is not selected. */
export function countOf({ differing, missing }: FailingKeys): number {
  return differing.length + missing.length;
}
