import type { Work } from './work.ts';

/*
 * A conjunction accepts some cells of each key it speaks of, and so a box among all combinations of cells. Whether some
 * conjunctions cover another is then whether boxes fill a domain.
 */

/** Cells of one key, a bit each. */
export type Bits = Uint32Array;

/** What a conjunction accepts on one key, by the number of the key. */
export interface Side {
  readonly key: number;
  readonly accepted: Bits;
}

/** A conjunction to get outside of: its sides, those first by which that costs no label. */
export type Box = readonly Side[];

/** Parts of the label sets: for each key, the cells it may be. */
export type Domain = readonly Bits[];

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

/** The rest of a domain: the part that a box accepts on one of its keys. */
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
 *
 * @complexity exponential in the number of boxes, at worst.
 * @throws SelectorError `too-many-cases` where that takes too many
 */
export function partOutside(given: Domain, boxes: readonly Box[], work: Work): Domain | undefined {
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
