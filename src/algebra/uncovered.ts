import type { Conjunction } from '../constraint/conjunction.ts';
import type { KeyConstraint } from '../constraint/key-constraint.ts';
import { valueTest } from '../constraint/value-test.ts';
import { type Bits, partOutside } from './boxes.ts';
import { acceptsCell, type Cell, cellsOf } from './cells.ts';
import type { Work } from './work.ts';

/** The cells of one key that a part of the label sets may be; with each what else is in the part, it is outside of all boxes. */
export type Uncovered = ReadonlyMap<string, readonly Cell[]>;

function bitsOf(cells: readonly Cell[], isSet: (cell: Cell) => boolean): Bits {
  const bits = new Uint32Array((cells.length + 31) >>> 5);
  for (const [at, cell] of cells.entries()) {
    if (isSet(cell)) bits[at >>> 5] = (bits[at >>> 5] as number) | (1 << (at & 31));
  }
  return bits;
}

/**
 * A part of what satisfies a conjunction that satisfies none of some others: for each key that these speak of, the cells it
 * may be there. Undefined where whatever satisfies the conjunction satisfies one of them.
 *
 * @param conjunction in its valid form, as the others; each of these meets it
 * @complexity exponential in the number of others, at worst, as telling whether some boxes fill another is.
 * @throws SelectorError `too-many-cases` where that takes too many
 */
export function uncovered(
  conjunction: Conjunction,
  others: readonly Conjunction[],
  work: Work,
): Uncovered | undefined {
  const constraints = new Map<string, KeyConstraint[]>();
  for (const constraint of others.flat()) {
    const known = constraints.get(constraint.key);
    if (known === undefined) constraints.set(constraint.key, [constraint]);
    else known.push(constraint);
  }
  const within = new Map(conjunction.map((constraint) => [constraint.key, constraint]));
  const keys = [...constraints.keys()];
  const number = new Map(keys.map((key, at) => [key, at]));
  const cells = keys.map((key) => cellsOf(key, within.get(key), constraints.get(key) ?? []));
  const boxes = others.map((other) => {
    const sides = other.map((constraint) => {
      const key = number.get(constraint.key) as number;
      const own = cells[key] as readonly Cell[];
      work.spend(1 + (own.length >>> 5));
      const accepts = valueTest(constraint.present);
      const accepted = bitsOf(own, (cell) => acceptsCell(constraint, accepts, cell));
      // Leaving by a key that need not be there otherwise costs a label more.
      const labels = constraint.absent && own[0]?.kind === 'absent' ? 1 : 0;
      return { key, accepted, labels };
    });
    return sides.sort((a, b) => a.labels - b.labels);
  });
  const everything = cells.map((own) => bitsOf(own, () => true));
  const part = partOutside(everything, boxes, work);
  if (part === undefined) return undefined;
  return new Map(
    keys.map((key, at) => {
      const bits = part[at] as Bits;
      return [key, (cells[at] ?? []).filter((_, cell) => ((bits[cell >>> 5] as number) >>> (cell & 31)) & 1)];
    }),
  );
}
