import { coversConjunction } from '../algebra/covering.ts';
import { validConjunction } from '../algebra/meaning.ts';
import { type Conjunction, conjunctionOf } from '../constraint/conjunction.ts';
import { valueTest } from '../constraint/value-test.ts';
import { addTo } from './lists-by-key.ts';
import type { PlacedRequirement } from './written-selector.ts';

/** A requirement that others on its key make needless, or some of its values. */
export type Needless =
  | {
      readonly kind: 'requirement';
      readonly of: PlacedRequirement;
      /** Those that say it already: one of them, where one is enough. */
      readonly by: readonly PlacedRequirement[];
    }
  | {
      readonly kind: 'values';
      readonly of: PlacedRequirement;
      readonly by: readonly PlacedRequirement[];
      /** Those of its values that the others exclude. */
      readonly values: readonly string[];
      /** Those that they leave. */
      readonly left: readonly string[];
    };

/** What requirements on one key come to; undefined where no label satisfies them. */
function meaningOf(requirements: readonly PlacedRequirement[]): Conjunction | undefined {
  const conjunction = conjunctionOf(requirements.map(({ requirement }) => requirement));
  return conjunction === undefined ? undefined : validConjunction(conjunction);
}

function isImplied(one: PlacedRequirement, others: readonly PlacedRequirement[]): boolean {
  const [outer, inner] = [meaningOf([one]), meaningOf(others)];
  return others.length > 0 && outer !== undefined && inner !== undefined && coversConjunction(outer, inner);
}

/** Labels are kept before expressions, and what stands first before what stands later. */
function withoutNeedless(requirements: readonly PlacedRequirement[], found: Needless[]): PlacedRequirement[] {
  let rest = [...requirements];
  for (const one of requirements.toReversed()) {
    const others = rest.filter((other) => other !== one);
    if (!isImplied(one, others)) continue;
    const enough = others.find((other) => isImplied(one, [other]));
    found.push({ kind: 'requirement', of: one, by: enough === undefined ? others : [enough] });
    rest = others;
  }
  return rest;
}

function needlessValues(one: PlacedRequirement, others: readonly PlacedRequirement[]): Needless | undefined {
  const { operator, values } = one.requirement;
  const [constraint] = meaningOf(others) ?? [];
  if (operator !== 'in' || constraint === undefined) return undefined;
  const isLeft = valueTest(constraint.present);
  const left = values.filter(isLeft);
  if (left.length === values.length) return undefined;
  return { kind: 'values', of: one, by: others, values: values.filter((value) => !isLeft(value)), left };
}

function byKey(requirements: readonly PlacedRequirement[]): readonly PlacedRequirement[][] {
  const keys = new Map<string, PlacedRequirement[]>();
  for (const placed of requirements) addTo(keys, placed.requirement.key, placed);
  return [...keys.values()];
}

/**
 * What could be left out of requirements that must all hold, and nothing would be selected otherwise. Of those that
 * contradict each other, nothing.
 *
 * @complexity for each key, the square of the requirements on it, of which there are few.
 */
export function needlessIn(requirements: readonly PlacedRequirement[]): readonly Needless[] {
  const found: Needless[] = [];
  for (const own of byKey(requirements)) {
    if (own.length < 2 || meaningOf(own) === undefined) continue;
    const rest = withoutNeedless(own, found);
    for (const one of rest) {
      const values = needlessValues(
        one,
        rest.filter((other) => other !== one),
      );
      if (values !== undefined) found.push(values);
    }
  }
  return found;
}
