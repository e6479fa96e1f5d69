import {
  ANY_VALUE,
  type IntegerRange,
  type KeyConstraint,
  type ValueConstraint,
} from '../constraint/key-constraint.ts';
import { valueTest } from '../constraint/value-test.ts';
import { MAX_INT64, parseInt64 } from '../labels/int64.ts';
import { countUpTo } from './range-values.ts';
import { unlistedWord } from './witness-value.ts';

/**
 * A part of what a key can be, of which some constraints accept all or nothing: its absence, one value that they list, the
 * integers between two of their bounds without those that are listed, or every other value (where integers are told apart,
 * one that stands for all that are none).
 */
export type Cell =
  | { readonly kind: 'absent' }
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'integers'; readonly values: ValueConstraint & { readonly range: IntegerRange } }
  | { readonly kind: 'others'; readonly values: ValueConstraint };

/** The ranges that int64 from 0 on falls into at the bounds of some ranges, ascending. */
function pieces(ranges: readonly IntegerRange[]): IntegerRange[] {
  const starts = new Set([0n]);
  for (const { min, max } of ranges) starts.add(min).add(max + 1n);
  const ascending = [...starts].filter((start) => start <= MAX_INT64).sort((a, b) => (a < b ? -1 : 1));
  return ascending.map((min, at) => ({ min, max: (ascending[at + 1] ?? MAX_INT64 + 1n) - 1n }));
}

/** The integers of each piece that are not listed, where there are any. */
function integers(key: string, ranges: readonly IntegerRange[], listed: Iterable<string>): Cell[] {
  const numbers: { value: string; integer: bigint }[] = [];
  for (const value of listed) {
    const integer = parseInt64(value);
    if (integer !== undefined) numbers.push({ value, integer });
  }
  numbers.sort((a, b) => (a.integer < b.integer ? -1 : a.integer > b.integer ? 1 : 0));
  const cells: Cell[] = [];
  let at = 0;
  for (const range of ranges) {
    const from = at;
    while (at < numbers.length && (numbers[at]?.integer ?? 0n) <= range.max) at++;
    const values = numbers.slice(from, at).map(({ value }) => value);
    const cell = { kind: 'any-but', values, range } as const;
    if (countUpTo(key, cell, 1) > 0) cells.push({ kind: 'integers', values: cell });
  }
  return cells;
}

/**
 * Everything a key can be within a constraint, in cells of which each of the others accepts all or nothing.
 *
 * @param within in its valid form, as all others; undefined for no constraint
 * @complexity O(values and bounds), and sorting them.
 */
export function cellsOf(
  key: string,
  within: KeyConstraint | undefined,
  others: readonly KeyConstraint[],
): readonly Cell[] {
  const present = within === undefined ? ANY_VALUE : within.present;
  const cells: Cell[] = within === undefined || within.absent ? [{ kind: 'absent' }] : [];
  if (present.kind === 'none') return cells;
  if (present.kind === 'one-of') {
    return cells.concat(present.values.map((value) => ({ kind: 'value', value })));
  }
  const constraints = within === undefined ? others : [within, ...others];
  const listed = new Set(
    constraints.flatMap((one) => (one.present.kind === 'none' ? [] : one.present.values)),
  );
  const ranges = constraints.flatMap(({ present: one }) =>
    one.kind === 'any-but' && one.range !== undefined ? [one.range] : [],
  );
  for (const value of [...listed].filter(valueTest(present))) cells.push({ kind: 'value', value });
  if (ranges.length > 0) {
    const inside = integers(key, pieces(ranges), listed).filter(
      (cell) => cell.kind === 'integers' && isWithin(cell.values.range, present.range),
    );
    cells.push(...inside);
  }
  if (present.range === undefined) {
    cells.push({ kind: 'others', values: unlisted([...listed].sort(), ranges.length > 0) });
  }
  return cells;
}

/** Values that nobody lists; where integers are told apart, one that is none. */
function unlisted(listed: readonly string[], hasRanges: boolean): ValueConstraint {
  return hasRanges ? { kind: 'one-of', values: [unlistedWord(listed)] } : { kind: 'any-but', values: listed };
}

function isWithin(piece: IntegerRange, range: IntegerRange | undefined): boolean {
  return range === undefined || (piece.min >= range.min && piece.max <= range.max);
}

/** Whether a constraint accepts a cell that was made with it. */
export function acceptsCell(
  { absent, present }: KeyConstraint,
  accepts: (value: string) => boolean,
  cell: Cell,
): boolean {
  switch (cell.kind) {
    case 'absent':
      return absent;
    case 'value':
      return accepts(cell.value);
    case 'integers':
      return present.kind === 'any-but' && isWithin(cell.values.range, present.range);
    case 'others':
      return present.kind === 'any-but' && present.range === undefined;
  }
}
