import type { Conjunction } from '../constraint/conjunction.ts';
import type { KeyConstraint } from '../constraint/key-constraint.ts';
import { valueTest } from '../constraint/value-test.ts';
import { acceptsCell, type Cell, cellsOf } from './cells.ts';
import type { Work } from './work.ts';

/** One key's cells, and which of them are still looked at: a bit each. */
type Bits = Uint32Array;

/** What a conjunction accepts on one key, by the number of the key. */
interface Side {
  readonly key: number;
  readonly accepted: Bits;
}

/** A conjunction to get outside of: its sides, those first by which that costs no label. */
type Box = readonly Side[];

/** Parts of the label sets: for each key, the cells it may be. */
type Domain = readonly Bits[];

function isDisjoint(a: Bits, b: Bits): boolean {
  for (let i = 0; i < a.length; i++) if (((a[i] as number) & (b[i] as number)) !== 0) return false;
  return true;
}

function isSubset(a: Bits, b: Bits): boolean {
  for (let i = 0; i < a.length; i++) if (((a[i] as number) & ~(b[i] as number)) !== 0) return false;
  return true;
}

/** What is left of a domain to search, and the boxes that are in the way, each with several ways out of it. */
interface Search {
  readonly domain: Domain;
  readonly boxes: readonly Box[];
  /** Which of the boxes has the fewest ways out. */
  readonly tightest: number;
}

/** Whether a domain has nothing in a box. */
function misses(domain: Domain, box: Box): boolean {
  for (const { key, accepted } of box) if (isDisjoint(domain[key] as Bits, accepted)) return true;
  return false;
}

/** Whether a part of a domain leaves a box by one of its keys. */
function isWay(domain: Domain, { key, accepted }: Side): boolean {
  return !isSubset(domain[key] as Bits, accepted);
}

/**
 * Takes out of a domain what has no way but one out of a box, and the boxes it does not meet, until every box that is left
 * has several. Undefined where a box contains the whole domain, so that there is no way.
 */
function narrowed(given: Domain, all: readonly Box[], work: Work): Search | undefined {
  let domain = given;
  let left = all;
  for (;;) {
    const before = domain;
    const boxes: Box[] = [];
    let tightest = 0;
    let fewest = Number.POSITIVE_INFINITY;
    for (const box of left) {
      work.spend(1);
      if (misses(domain, box)) continue;
      let ways = 0;
      let way: Side | undefined;
      for (const side of box) {
        if (!isWay(domain, side)) continue;
        ways += 1;
        way ??= side;
      }
      if (way === undefined) return undefined;
      if (ways === 1) {
        domain = outsideOf(domain, way);
        continue;
      }
      if (ways < fewest) {
        fewest = ways;
        tightest = boxes.length;
      }
      boxes.push(box);
    }
    if (domain === before) return { domain, boxes, tightest };
    left = boxes;
  }
}

/** The part of a domain that leaves a box by one of its keys. */
function outsideOf(domain: Domain, { key, accepted }: Side): Domain {
  const cells = domain[key] as Bits;
  return domain.with(
    key,
    cells.map((word, at) => word & ~(accepted[at] as number)),
  );
}

/** The part of a domain that does not. */
function insideOf(domain: Domain, { key, accepted }: Side): Domain {
  const cells = domain[key] as Bits;
  return domain.with(
    key,
    cells.map((word, at) => word & (accepted[at] as number)),
  );
}

/**
 * A part of a domain that lies outside of every box; undefined where the boxes contain it together. What leaves a box
 * leaves it by one of its keys: so the domain is split by the keys of the box that has the fewest ways out, into parts that
 * have nothing in common, and each is searched for a way out of the rest.
 */
function partOutside(given: Domain, boxes: readonly Box[], work: Work): Domain | undefined {
  const search = narrowed(given, boxes, work);
  if (search === undefined) return undefined;
  const { domain, boxes: inTheWay, tightest } = search;
  const box = inTheWay[tightest];
  if (box === undefined) return domain;
  const rest = inTheWay.filter((one) => one !== box);
  let left = domain;
  for (const side of box) {
    if (!isWay(domain, side)) continue;
    const outside = partOutside(outsideOf(left, side), rest, work);
    if (outside !== undefined) return outside;
    left = insideOf(left, side);
  }
  return undefined;
}

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
 * @throws SelectorError `too-many-cases` where that takes too many
 * Complexity: exponential in the number of others, at worst, as telling whether some boxes fill another is.
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
      const labels = !constraint.absent || own[0]?.kind !== 'absent' ? 0 : 1;
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
