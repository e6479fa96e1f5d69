import type { Selector } from '../selector/selector.ts';
import { type Conjunction, conjunctionsOf } from './conjunction.ts';
import { includesConjunction } from './includes.ts';
import type { KeyConstraint } from './key-constraint.ts';

/** A constraint as JSON data: the key, whether it may be absent, and its values. */
function written({ key, absent, present }: KeyConstraint): unknown {
  const may = absent ? '?' : '!';
  if (present.kind === 'none') return [key, may];
  if (present.kind === 'one-of') return [key, may, '+', ...present.values];
  const { range, values } = present;
  return range === undefined
    ? [key, may, '-', ...values]
    : [key, may, String(range.min), String(range.max), ...values];
}

/**
 * One string for each meaning, to look selectors up by what they select: `a=b`, `a==b`, `a in (b)` and
 * `a,a in (b),a notin (c)` share it; Nothing and Everything have keys of their own.
 *
 * Selectors with the same key select the same label sets. Selectors of at most one alternative with different keys
 * select different ones. Of several alternatives those that are contained in another are left out; that a union of
 * some covers another is not seen here (`equivalent` of the algebra sees it).
 *
 * @returns JSON text; an opaque key, not a format
 * Complexity: O(n log n) in requirements and values, quadratic in the number of alternatives.
 */
export function selectorKey(selector: Selector): string {
  const distinct = new Map<string, Conjunction>();
  for (const conjunction of conjunctionsOf(selector)) {
    distinct.set(JSON.stringify(conjunction.map(written)), conjunction);
  }
  // Different texts are different meanings, so no two of these contain each other.
  const kept = [...distinct].filter(
    ([text, inner]) =>
      ![...distinct].some(([other, outer]) => other !== text && includesConjunction(outer, inner)),
  );
  return `[${kept
    .map(([text]) => text)
    .sort()
    .join()}]`;
}
