import { type Conjunction, conjunctionOf } from '../constraint/conjunction.ts';
import { isTrivial, type KeyConstraint } from '../constraint/key-constraint.ts';
import type { Alternative } from '../selector/requirement.ts';
import { constraintKey } from './constraint-key.ts';
import { joinConstraints } from './joining.ts';
import { validConjunction } from './meaning.ts';
import { metBy } from './meetings.ts';
import { outside } from './outside.ts';
import { simplest } from './simplest.ts';
import type { Work } from './work.ts';

/** Whether everything that satisfies a conjunction satisfies one of some others. */
function isCovered(conjunction: Conjunction, others: readonly Conjunction[], work: Work): boolean {
  work.spend(others.length);
  return outside(conjunction, metBy(conjunction, others), work) === undefined;
}

function textOf(conjunction: Conjunction, without?: string): string {
  return JSON.stringify(
    conjunction.flatMap((constraint) =>
      constraint.key === without ? [] : [constraint.key, constraintKey(constraint)],
    ),
  );
}

/** Alternatives, each once. */
function distinct(alternatives: readonly Conjunction[]): Conjunction[] {
  return [...new Map(alternatives.map((one) => [textOf(one), one])).values()];
}

/** A conjunction with another constraint on one of its keys. */
function withConstraint(conjunction: Conjunction, constraint: KeyConstraint): Conjunction {
  return conjunction.flatMap((one) =>
    one.key !== constraint.key ? [one] : isTrivial(constraint) ? [] : [constraint],
  );
}

/** Alternatives that are the same but for one key, as one where requirements can say what they come to there. */
function joinedOn(key: string, alternatives: readonly Conjunction[], work: Work): Conjunction[] {
  const joined = new Map<string, Conjunction[]>();
  const result: Conjunction[][] = [];
  for (const alternative of alternatives) {
    const constraint = alternative.find((one) => one.key === key);
    if (constraint === undefined) {
      result.push([alternative]);
      continue;
    }
    work.spend(alternative.length);
    const rest = textOf(alternative, key);
    const group = joined.get(rest);
    if (group === undefined) {
      const own = [alternative];
      joined.set(rest, own);
      result.push(own);
    } else joinInto(group, constraint, alternative);
  }
  return result.flat();
}

/** Joins an alternative with the first of a group that it can be joined with, or puts it behind them. */
function joinInto(group: Conjunction[], constraint: KeyConstraint, alternative: Conjunction): void {
  for (const [at, other] of group.entries()) {
    const counterpart = other.find((one) => one.key === constraint.key);
    const both = counterpart && joinConstraints(counterpart, constraint);
    if (both !== undefined) {
      group[at] = withConstraint(other, both);
      return;
    }
  }
  group.push(alternative);
}

function joined(alternatives: readonly Conjunction[], work: Work): Conjunction[] {
  const keys = [...new Set(alternatives.flatMap((one) => one.map(({ key }) => key)))].sort();
  return keys.reduce((left, key) => joinedOn(key, left, work), distinct(alternatives));
}

/** An alternative without every requirement that the others make needless. */
function widened(alternative: Conjunction, all: readonly Conjunction[], work: Work): Conjunction {
  let widest = alternative;
  let requirements = simplest(alternative);
  for (let at = requirements.length - 1; at >= 0; at--) {
    const fewer = meaningOfFewer(requirements, at);
    if (fewer === undefined || !isCovered(fewer, all, work)) continue;
    widest = fewer;
    requirements = simplest(fewer);
    at = Math.min(at, requirements.length);
  }
  return widest;
}

function meaningOfFewer(requirements: Alternative, without: number): Conjunction | undefined {
  const conjunction = conjunctionOf(requirements.filter((_, at) => at !== without));
  return conjunction && validConjunction(conjunction);
}

/** Alternatives without those that the others cover together, those with most requirements and the later ones first. */
function needed(alternatives: readonly Conjunction[], work: Work): Conjunction[] {
  const order = alternatives
    .map((alternative, at) => ({ alternative, at, requirements: simplest(alternative).length }))
    .sort((a, b) => b.requirements - a.requirements || b.at - a.at);
  let kept = [...alternatives];
  for (const { alternative } of order) {
    const others = kept.filter((one) => one !== alternative);
    if (isCovered(alternative, others, work)) kept = others;
  }
  return kept;
}

/**
 * Alternatives that mean the same together, with no requirement and no alternative that could be left out: those that are
 * the same but for one key are joined, requirements that the others make needless go, and so do alternatives.
 *
 * @param alternatives in the valid form
 * @throws SelectorError `too-many-cases`
 */
export function fewestAlternatives(alternatives: readonly Conjunction[], work: Work): readonly Conjunction[] {
  let left: readonly Conjunction[] = alternatives;
  for (;;) {
    const before = left.map((one) => textOf(one)).join();
    left = joined(left, work);
    for (const [at, one] of left.entries()) left = left.with(at, widened(one, left, work));
    left = needed(distinct(left), work);
    if (left.map((one) => textOf(one)).join() === before) return left;
  }
}
