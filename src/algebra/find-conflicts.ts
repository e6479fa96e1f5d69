import { conjunctionOf } from '../constraint/conjunction.ts';
import { printRequirement } from '../selector/print.ts';
import type { Alternative, Requirement } from '../selector/requirement.ts';
import { EVERYTHING, type Selector } from '../selector/selector.ts';
import { meet } from './find-overlap.ts';
import { type Meaning, meaningOf, validConjunction } from './meaning.ts';
import { Work } from './work.ts';

/**
 * Requirements on one key, of one selector or of both, that no absence and no valid value of it satisfies together. None can
 * be left out.
 */
export interface Conflict {
  /** The key that the requirements are on, with its prefix. */
  readonly key: string;
  /** Requirements of the first selector, in the order written; `[]` where the conflict is of the second alone. */
  readonly a: readonly Requirement[];
  /** Requirements of the second selector, in the order written; `[]` where the conflict is of the first alone. */
  readonly b: readonly Requirement[];
}

/** To find what is in the way of one pair of alternatives takes as long as so many cases. */
const CASES_OF_A_PAIR = 10;

function isContradictory(requirements: Alternative): boolean {
  const conjunction = conjunctionOf(requirements);
  return conjunction === undefined || validConjunction(conjunction) === undefined;
}

/**
 * A least part of some requirements that contradicts itself together with others that stay, by halves (QuickXplain,
 * Junker 2004): what one half does not need of the other is left out at once. Requirements that come first are preferred.
 */
function leastConflict(stay: Alternative, requirements: Alternative, hasGrown: boolean): Alternative {
  if (hasGrown && isContradictory(stay)) return [];
  if (requirements.length <= 1) return requirements;
  const half = requirements.length >> 1;
  const first = requirements.slice(0, half);
  const second = requirements.slice(half);
  const ofSecond = leastConflict([...stay, ...first], second, true);
  const ofFirst = leastConflict([...stay, ...ofSecond], first, ofSecond.length > 0);
  return [...ofFirst, ...ofSecond];
}

function byKey(requirements: Alternative): Map<string, Requirement[]> {
  const keys = new Map<string, Requirement[]>();
  for (const requirement of requirements) {
    const own = keys.get(requirement.key);
    if (own === undefined) keys.set(requirement.key, [requirement]);
    else own.push(requirement);
  }
  return keys;
}

/** What keeps two alternatives apart, which no label set satisfies together: on the first key, by unit, that does. */
function conflictOf(a: Alternative, b: Alternative): Conflict {
  const ofA = byKey(a);
  const ofB = byKey(b);
  for (const key of [...new Set([...ofA.keys(), ...ofB.keys()])].sort()) {
    const own = ofA.get(key) ?? [];
    const all = [...own, ...(ofB.get(key) ?? [])];
    if (!isContradictory(all)) continue;
    const least = leastConflict([], all, false);
    const isOfA = new Set(own);
    return Object.freeze({
      key,
      a: Object.freeze(least.filter((requirement) => isOfA.has(requirement))),
      b: Object.freeze(least.filter((requirement) => !isOfA.has(requirement))),
    });
  }
  throw new Error('two alternatives are apart, and on no key; please report this to labelwise');
}

function textOf({ a, b }: Conflict): string {
  return JSON.stringify([a, b].map((requirements) => requirements.map(printRequirement).sort()));
}

/**
 * Why no valid label set matches two selectors at once, or one selector at all: for each choice of an alternative of each,
 * the requirements that contradict each other, on one key. The same conflict is told once.
 *
 * @param a one selector, whose requirements are under `a` in each conflict
 * @param b left out, it is Everything, so that the conflicts are those of `a` with itself
 * @returns undefined where some label set matches both; none where a selector has no alternative, as Nothing. Frozen
 * @complexity for each pair of alternatives O(n log n) in their requirements and values.
 * @throws TypeError where an argument is no Selector
 * @throws SelectorError `too-many-cases` where there are very many pairs of alternatives
 */
export function findConflicts(a: Selector, b: Selector = EVERYTHING): readonly Conflict[] | undefined {
  return conflictsOf(meaningOf(a, 'a'), meaningOf(b, 'b'));
}

/** As {@link findConflicts}, of what the selectors mean. */
export function conflictsOf(a: Meaning, b: Meaning): readonly Conflict[] | undefined {
  if (meet(a, b)) return undefined;
  const work = new Work();
  const found = new Map<string, Conflict>();
  for (const one of a.selector.alternatives) {
    for (const other of b.selector.alternatives) {
      work.spend(CASES_OF_A_PAIR);
      const conflict = conflictOf(one, other);
      const text = textOf(conflict);
      if (!found.has(text)) found.set(text, conflict);
    }
  }
  return Object.freeze([...found.values()]);
}
