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
 * constrain at least as much. O(constraints and their values).
 *
 * @param includes whether one constraint includes another on its key: exactly over all label sets, if left out
 */
export function includesConjunction(
  outer: Conjunction,
  inner: Conjunction,
  includes: (outer: KeyConstraint, inner: KeyConstraint) => boolean = includesConstraint,
): boolean {
  if (outer.length > inner.length) return false;
  let at = 0;
  for (const constraint of outer) {
    while (at < inner.length && (inner[at] as KeyConstraint).key < constraint.key) at++;
    const counterpart = inner[at];
    if (counterpart?.key !== constraint.key || !includes(constraint, counterpart)) return false;
  }
  return true;
}
