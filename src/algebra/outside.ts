import type { Conjunction } from '../constraint/conjunction.ts';
import {
  ANY_VALUE,
  isContradiction,
  type KeyConstraint,
  NO_VALUE,
  type ValueConstraint,
} from '../constraint/key-constraint.ts';
import type { Cell } from './cells.ts';
import { coversConjunction } from './covering.ts';
import { subtractConstraint } from './subtract.ts';
import { uncovered } from './uncovered.ts';
import type { Work } from './work.ts';

/** What a key's cells come to as one constraint: its absence where that is among them, otherwise the best of the others. */
function constraintOfCells(key: string, cells: readonly Cell[]): KeyConstraint {
  const listed = cells.flatMap((cell) => (cell.kind === 'value' ? [cell.value] : []));
  const present: ValueConstraint = listed.length > 0 ? { kind: 'one-of', values: listed } : valuesOf(cells);
  return { key, absent: cells.some(({ kind }) => kind === 'absent'), present };
}

function valuesOf(cells: readonly Cell[]): ValueConstraint {
  for (const cell of cells) if (cell.kind === 'integers' || cell.kind === 'others') return cell.values;
  return NO_VALUE;
}

/** A conjunction with another constraint on a key. */
function narrowedTo(conjunction: Conjunction, constraint: KeyConstraint): Conjunction {
  return [...conjunction.filter(({ key }) => key !== constraint.key), constraint];
}

/**
 * Something that satisfies a conjunction and not another one: it differs on one key, the first on which that costs no label
 * that the conjunction does not demand, or else the first.
 */
function outsideOfOne(conjunction: Conjunction, other: Conjunction): Conjunction | undefined {
  let costly: KeyConstraint | undefined;
  for (const constraint of other) {
    const own = conjunction.find(({ key }) => key === constraint.key);
    const outside = subtractConstraint(own ?? anything(constraint.key), constraint);
    if (isContradiction(outside)) continue;
    if (outside.absent || own?.absent === false) return narrowedTo(conjunction, outside);
    costly ??= outside;
  }
  return costly && narrowedTo(conjunction, costly);
}

function anything(key: string): KeyConstraint {
  return { key, absent: true, present: ANY_VALUE };
}

/**
 * Something that satisfies a conjunction and none of some others, as a conjunction; undefined where there is nothing.
 *
 * @param conjunction in its valid form, as the others
 * @param others those that meet it
 * @throws SelectorError `too-many-cases`
 */
export function outside(
  conjunction: Conjunction,
  others: readonly Conjunction[],
  work: Work,
): Conjunction | undefined {
  const [only, another] = others;
  if (only === undefined) return conjunction;
  if (another === undefined) return outsideOfOne(conjunction, only);
  // To hold one conjunction against another takes a fraction of a case.
  work.spend(others.length >> 3);
  if (others.some((other) => coversConjunction(other, conjunction))) return undefined;
  const cells = uncovered(conjunction, others, work);
  if (cells === undefined) return undefined;
  const result = conjunction.filter(({ key }) => !cells.has(key));
  return result.concat([...cells].map(([key, own]) => constraintOfCells(key, own)));
}
