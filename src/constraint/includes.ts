import type { Conjunction } from './conjunction.ts';
import { intersectValues } from './intersect.ts';
import type { KeyConstraint, ValueConstraint } from './key-constraint.ts';

/** Whether two constraints on values, each in its one form, are the same. */
function sameValues(a: ValueConstraint, b: ValueConstraint): boolean {
  if (a.kind === 'none' || b.kind === 'none') return a.kind === b.kind;
  if (a.kind !== b.kind || a.values.length !== b.values.length) return false;
  if (a.kind === 'any-but' && b.kind === 'any-but') {
    if (a.range?.min !== b.range?.min || a.range?.max !== b.range?.max) return false;
  }
  return a.values.every((value, index) => value === b.values[index]);
}

/** Whether everything that satisfies `inner` satisfies `outer`, both on the same key. */
function includesConstraint(outer: KeyConstraint, inner: KeyConstraint): boolean {
  if (inner.absent && !outer.absent) return false;
  return sameValues(intersectValues(outer.present, inner.present), inner.present);
}

/**
 * Whether every label set that satisfies `inner` satisfies `outer`: each key that `outer` constrains, `inner` must
 * constrain at least as much. Exact over all label sets. O(constraints and their values).
 */
export function includesConjunction(outer: Conjunction, inner: Conjunction): boolean {
  const byKey = new Map(inner.map((constraint) => [constraint.key, constraint]));
  return outer.every((constraint) => {
    const counterpart = byKey.get(constraint.key);
    return counterpart !== undefined && includesConstraint(constraint, counterpart);
  });
}
