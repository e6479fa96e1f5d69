import type { Conjunction } from '../constraint/conjunction.ts';
import type { KeyConstraint } from '../constraint/key-constraint.ts';
import type { Selector } from '../selector/selector.ts';
import { kindOf } from '../text/kind-of.ts';
import { findOverlap } from './find-overlap.ts';
import { meaningOf } from './meaning.ts';
import { MeetingTable } from './meeting-table.ts';
import type { Witness } from './witness.ts';

/** Two selectors that overlap, by their places in the list they were given in, and a label set that both match. */
export interface Overlap {
  /** The lesser place, from 0. */
  readonly first: number;
  /** The greater place. */
  readonly second: number;
  /** As {@link findOverlap} has it; made when it is read. */
  readonly witness: Witness;
}

/** Where selectors look. */
export interface OverlapOptions {
  /**
   * The namespace of each selector, `""` being a namespace too; undefined for one that sees every namespace. Selectors of
   * different namespaces do not overlap.
   */
  readonly namespaces?: readonly (string | undefined)[];
}

class FoundOverlap implements Overlap {
  readonly first: number;
  readonly second: number;
  readonly #selectors: readonly Selector[];

  constructor(first: number, second: number, selectors: readonly Selector[]) {
    this.first = first;
    this.second = second;
    this.#selectors = selectors;
  }

  get witness(): Witness {
    const witness = findOverlap(
      this.#selectors[this.first] as Selector,
      this.#selectors[this.second] as Selector,
    );
    return witness as Witness;
  }
}

/** The key that stands for a namespace, as no label has it. */
const NAMESPACE_KEY = '';

/** A conjunction that holds in one namespace only. */
function within(namespace: string | undefined, conjunction: Conjunction): Conjunction {
  if (namespace === undefined) return conjunction;
  const constraint: KeyConstraint = {
    key: NAMESPACE_KEY,
    absent: false,
    present: { kind: 'one-of', values: [namespace] },
  };
  return [constraint, ...conjunction];
}

function refuse(what: string, given: unknown): never {
  throw new TypeError(`${what}, not ${kindOf(given)}`);
}

function checkNamespaces(namespaces: unknown, count: number): void {
  if (namespaces === undefined) return;
  if (!Array.isArray(namespaces))
    refuse('options.namespaces must be a list with one item a selector', namespaces);
  if (namespaces.length !== count) {
    throw new TypeError(
      `options.namespaces has ${namespaces.length} items, not one for each selector (${count})`,
    );
  }
  for (const [at, namespace] of namespaces.entries()) {
    if (namespace !== undefined && typeof namespace !== 'string') {
      refuse(`options.namespaces[${at}] must be a string or undefined`, namespace);
    }
  }
}

/**
 * All pairs among many selectors that overlap: that some valid label set matches both. Controllers of one namespace must not
 * have such selectors. Selectors on different keys overlap, since nothing keeps a label set from having both.
 *
 * @param selectors any number; they are told by their places in the list
 * @param options the namespace of each, if they have any
 * @returns pairs, found as they are asked for, by the first place and then the second, the first being less; a selector is
 * not paired with itself, and one that matches nothing with none
 * @complexity for each selector, O(those that one of its keys leaves), or O(all / 32) for each of its keys, and the pairs
 * that are found; no two selectors that a value of a key keeps apart are held against each other.
 * @throws TypeError at once, where an argument is not what it must be, naming it
 */
export function findOverlaps(
  selectors: readonly Selector[],
  options: OverlapOptions = {},
): IterableIterator<Overlap> {
  if (!Array.isArray(selectors)) refuse('selectors must be a list of Selectors', selectors);
  if (typeof options !== 'object' || options === null) refuse('options must be an object', options);
  const { namespaces } = options;
  checkNamespaces(namespaces, selectors.length);
  const given = [...selectors] as readonly Selector[];
  const owners: number[] = [];
  const conjunctions = given.flatMap((selector, at) => {
    const own = meaningOf(selector, `selectors[${at}]`).conjunctions.map((one) =>
      within(namespaces?.[at], one),
    );
    for (const _ of own) owners.push(at);
    return own;
  });
  return overlaps(given, owners, new MeetingTable(conjunctions));
}

/** Numbers, each once, ascending: those of several ascending lists. O(numbers), and sorting those that differ. */
function distinct(lists: readonly (readonly number[])[]): readonly number[] {
  const [only, another] = lists;
  if (only !== undefined && another === undefined) return only;
  return [...new Set(lists.flat())].sort((a, b) => a - b);
}

function* overlaps(
  selectors: readonly Selector[],
  owners: readonly number[],
  table: MeetingTable,
): IterableIterator<Overlap> {
  for (let member = 0; member < owners.length; ) {
    const first = owners[member] as number;
    const met: number[][] = [];
    for (; owners[member] === first; member++) met.push(ownersOf(table.meetingAfter(member), owners));
    for (const second of distinct(met))
      if (second !== first) yield new FoundOverlap(first, second, selectors);
  }
}

/** The selectors of some conjunctions, which stand together, each once. */
function ownersOf(members: readonly number[], owners: readonly number[]): number[] {
  const found: number[] = [];
  let last = -1;
  for (const member of members) {
    const owner = owners[member] as number;
    if (owner !== last) found.push(owner);
    last = owner;
  }
  return found;
}
