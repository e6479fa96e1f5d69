import type { Conjunction } from '../constraint/conjunction.ts';
import type { KeyConstraint, ValueConstraint } from '../constraint/key-constraint.ts';
import type { Cell } from './cells.ts';
import { coversConjunction } from './covering.ts';
import { partingKey } from './meeting.ts';
import { uncovered } from './uncovered.ts';
import type { Work } from './work.ts';

/** What a key's cells come to as one constraint: its absence where that is among them, otherwise the best of the others. */
function constraintOf(key: string, cells: readonly Cell[]): KeyConstraint {
  const listed = cells.flatMap((cell) => (cell.kind === 'value' ? [cell.value] : []));
  const present: ValueConstraint =
    listed.length > 0 ? { kind: 'one-of', values: listed } : (valuesOf(cells) ?? { kind: 'none' });
  return { key, absent: cells.some(({ kind }) => kind === 'absent'), present };
}

function valuesOf(cells: readonly Cell[]): ValueConstraint | undefined {
  for (const cell of cells) if (cell.kind === 'integers' || cell.kind === 'others') return cell.values;
  return undefined;
}

/**
 * Something that satisfies a conjunction and none of some others, as a conjunction; undefined where there is nothing.
 *
 * @param conjunction in its valid form, as the others
 * @throws SelectorError `too-many-cases`
 */
export function outside(
  conjunction: Conjunction,
  others: readonly Conjunction[],
  work: Work,
): Conjunction | undefined {
  work.spend(others.length);
  const met = others.filter((other) => partingKey(conjunction, other) === undefined);
  if (met.length === 0) return conjunction;
  if (met.some((other) => coversConjunction(other, conjunction))) return undefined;
  const cells = uncovered(conjunction, met, work);
  if (cells === undefined) return undefined;
  const result = conjunction.filter(({ key }) => !cells.has(key));
  return result.concat([...cells].map(([key, own]) => constraintOf(key, own)));
}

/** Whether everything that satisfies a conjunction satisfies one of some others. @throws SelectorError `too-many-cases` */
export function isCovered(conjunction: Conjunction, others: readonly Conjunction[], work: Work): boolean {
  const [only, another] = others;
  if (only === undefined) return false;
  if (another === undefined) return coversConjunction(only, conjunction);
  return outside(conjunction, others, work) === undefined;
}
