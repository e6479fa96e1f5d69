import { MAX_INT64, MIN_INT64, parseInt64 } from '../labels/int64.ts';
import type { Operator, Requirement } from '../selector/requirement.ts';
import { ANY_VALUE, type KeyConstraint, NO_VALUE, type ValueConstraint } from './key-constraint.ts';

/** Whether values stand by unit, each once, as parsed text has them; sorting is most of the work on a long list. */
function isSet(values: readonly string[]): boolean {
  for (let i = 1; i < values.length; i++) {
    if ((values[i - 1] ?? '') >= (values[i] ?? '')) return false;
  }
  return true;
}

/** Values by unit, each once, frozen. */
function asSet(values: readonly string[]): readonly string[] {
  return Object.freeze(isSet(values) ? [...values] : [...new Set(values)].sort());
}

function oneOf(values: readonly string[]): ValueConstraint {
  return values.length === 0 ? NO_VALUE : Object.freeze({ kind: 'one-of', values: asSet(values) });
}

function anyBut(values: readonly string[]): ValueConstraint {
  return values.length === 0 ? ANY_VALUE : Object.freeze({ kind: 'any-but', values: asSet(values) });
}

const NO_EXCLUSIONS: readonly string[] = Object.freeze([]);

function between(min: bigint, max: bigint): ValueConstraint {
  if (min > max) return NO_VALUE;
  return Object.freeze({ kind: 'any-but', values: NO_EXCLUSIONS, range: Object.freeze({ min, max }) });
}

/** The bound of `gt` or `lt`. What is no int64 compares with nothing, so no value satisfies it. */
function bounded(values: readonly string[], range: (bound: bigint) => ValueConstraint): ValueConstraint {
  const bound = values.length === 1 ? parseInt64(values[0] ?? '') : undefined;
  return bound === undefined ? NO_VALUE : range(bound);
}

/**
 * What each operator means (apimachinery `Requirement.Matches`): whether the key may be absent, and which values it
 * may have when present. This table is the only place where operators get their meaning.
 */
const MEANINGS: {
  readonly [O in Operator]: {
    readonly absent: boolean;
    readonly present: (values: readonly string[]) => ValueConstraint;
  };
} = {
  '=': { absent: false, present: oneOf },
  '==': { absent: false, present: oneOf },
  in: { absent: false, present: oneOf },
  '!=': { absent: true, present: anyBut },
  notin: { absent: true, present: anyBut },
  exists: { absent: false, present: () => ANY_VALUE },
  '!': { absent: true, present: () => NO_VALUE },
  gt: { absent: false, present: (values) => bounded(values, (bound) => between(bound + 1n, MAX_INT64)) },
  lt: { absent: false, present: (values) => bounded(values, (bound) => between(MIN_INT64, bound - 1n)) },
};

/** The constraint that one requirement puts on its key. Frozen. O(number of values), and sorting. */
export function constraintOf({ key, operator, values }: Requirement): KeyConstraint {
  const { absent, present } = MEANINGS[operator];
  return Object.freeze({ key, absent, present: present(values) });
}
