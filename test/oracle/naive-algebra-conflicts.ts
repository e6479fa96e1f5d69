import { type NaiveWorld, naiveWorldOf } from './naive-algebra.ts';
import { naiveText } from './naive-algebra-text.ts';
import type { NaiveAlternatives } from './naive-index.ts';
import type { NaiveRequirement } from './naive-requirement.ts';

/** Requirements on one key, of two selectors, that are said to contradict each other. */
export interface NaiveConflict {
  readonly key: string;
  readonly a: readonly NaiveRequirement[];
  readonly b: readonly NaiveRequirement[];
}

/**
 * All that is wrong with what is said to be why no label set matches both.
 *
 * @param world one that can tell the requirements of both apart: on one key, they contradict each other where none of its
 * label sets satisfies them
 */
export function naiveConflictFaults(
  conflicts: readonly NaiveConflict[],
  a: NaiveAlternatives,
  b: NaiveAlternatives,
  world: NaiveWorld = naiveWorldOf(a, b),
): string[] {
  const faults: string[] = [];
  const contradicts = (requirements: readonly NaiveRequirement[]) => world.meaning([requirements]) === 0n;
  const pairs = a.flatMap((one) => b.map((other) => [one, other] as const));
  for (const conflict of conflicts) {
    const told = JSON.stringify(conflict);
    const all = [...conflict.a, ...conflict.b];
    if (all.some(({ key }) => key !== conflict.key)) faults.push(`${told} is about several keys`);
    if (!contradicts(all)) faults.push(`${told} is no contradiction`);
    for (const at of all.keys()) {
      if (contradicts(all.toSpliced(at, 1))) faults.push(`${told} is one without ${at}`);
    }
    if (!pairs.some(([one, other]) => isOf(conflict, one, other)))
      faults.push(`${told} is of no alternatives`);
  }
  for (const [one, other] of pairs) {
    if (!conflicts.some((conflict) => isOf(conflict, one, other)))
      faults.push(`nothing is said of ${JSON.stringify([one, other])}`);
  }
  if (new Set(conflicts.map(asText)).size < conflicts.length) faults.push('a conflict is told twice');
  return faults;
}

/** Whether a conflict is one of these two alternatives: all its requirements stand in them, as often as it tells them. */
function isOf(
  { a, b }: NaiveConflict,
  one: readonly NaiveRequirement[],
  other: readonly NaiveRequirement[],
): boolean {
  return areAmong(a, one) && areAmong(b, other);
}

function areAmong(some: readonly NaiveRequirement[], all: readonly NaiveRequirement[]): boolean {
  const left = all.map(naiveText);
  return some.map(naiveText).every((text) => {
    const at = left.indexOf(text);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

const asText = ({ key, a, b }: NaiveConflict) =>
  JSON.stringify([key, a.map(naiveText).sort(), b.map(naiveText).sort()]);
