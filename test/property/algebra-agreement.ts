import {
  compareSelectors,
  compileSelector,
  equivalent,
  findConflicts,
  findDifference,
  findOverlap,
  implies,
  isSatisfiable,
  type Predicate,
  type Relation,
  type Selector,
} from '../../src/index.ts';
import type { NaiveWorld } from '../oracle/naive-algebra.ts';
import { naiveConflictFaults } from '../oracle/naive-algebra-conflicts.ts';
import { naiveDifferenceFaults, naiveOverlapFaults } from '../oracle/naive-algebra-witness.ts';
import { naiveFormat } from '../oracle/naive-format.ts';
import type { NaiveAlternatives } from '../oracle/naive-index.ts';
import { selectorIn } from './selector-pools.ts';

/** A selector, what it was made of, and which label sets of a world it matches. */
export interface Subject {
  readonly selector: Selector;
  readonly written: NaiveAlternatives;
  readonly meaning: bigint;
  readonly matches: Predicate;
}

/** Of so many pairs of alternatives the one that takes the fewest labels is found. */
const FEW_PAIRS = 1_000;

/** What written alternatives are in a world, by hand as plain data or else by their text. */
export function subjectOf(written: NaiveAlternatives, world: NaiveWorld, byHand = false): Subject {
  const selector = selectorIn(written, byHand ? 5 : 0);
  return { selector, written, meaning: world.meaning(written), matches: compileSelector(selector) };
}

/** As it is written, whatever it was made of. */
export function told({ written }: Subject): string {
  return JSON.stringify(written.map(naiveFormat).join(' || '));
}

/** How two selectors relate, as the bits have it. */
export function relationOf(a: bigint, b: bigint): Relation {
  if (a === b) return 'equal';
  if ((a & b) === 0n) return 'disjoint';
  if ((a & b) === a) return 'implies';
  return (a & b) === b ? 'implied' : 'overlap';
}

/** All that the algebra says of two selectors and the world does not. */
export function pairFaults(a: Subject, b: Subject, world: NaiveWorld): string[] {
  const faults: string[] = [];
  const expect = (what: string, answer: unknown, wanted: unknown) => {
    if (answer !== wanted) faults.push(`${what} is ${answer} instead of ${wanted}`);
  };
  const both = a.meaning & b.meaning;
  const relation = relationOf(a.meaning, b.meaning);
  expect('implies', implies(a.selector, b.selector), both === a.meaning);
  expect('equivalent', equivalent(a.selector, b.selector), relation === 'equal');

  const overlap = findOverlap(a.selector, b.selector);
  expect('whether there is an overlap', overlap !== undefined, both !== 0n);
  faults.push(...overlapFaults(overlap, a, b));
  if (overlap !== undefined && a.written.length * b.written.length <= FEW_PAIRS)
    expect('the number of labels', Object.keys(overlap).length, world.fewestLabels(both));

  const difference = findDifference(a.selector, b.selector);
  expect('whether there is a difference', difference !== undefined, both !== a.meaning);
  faults.push(...differenceFaults(difference, a, b));

  const conflicts = findConflicts(a.selector, b.selector);
  expect('whether there are conflicts', conflicts !== undefined, both === 0n);
  if (conflicts !== undefined) faults.push(...naiveConflictFaults(conflicts, a.written, b.written, world));
  return faults.map((fault) => `${told(a)} and ${told(b)}: ${fault}`);
}

function overlapFaults(witness: Record<string, string> | undefined, a: Subject, b: Subject): string[] {
  if (witness === undefined) return [];
  const isMatched = a.matches(witness) && b.matches(witness);
  return [
    ...(isMatched ? [] : ['the predicates do not match the overlap']),
    ...naiveOverlapFaults(witness, a.written, b.written),
  ];
}

function differenceFaults(witness: Record<string, string> | undefined, a: Subject, b: Subject): string[] {
  if (witness === undefined) return [];
  const isMatched = a.matches(witness) && !b.matches(witness);
  return [
    ...(isMatched ? [] : ['the predicates do not match the difference']),
    ...naiveDifferenceFaults(witness, a.written, b.written),
  ];
}

/** All that a comparison says of two selectors and the world does not. */
export function comparisonFaults(a: Subject, b: Subject, world: NaiveWorld): string[] {
  const { relation, both, onlyFirst, onlySecond, conflicts } = compareSelectors(a.selector, b.selector);
  const faults: string[] = [];
  const wanted = relationOf(a.meaning, b.meaning);
  if (relation !== wanted) faults.push(`the relation is ${relation} instead of ${wanted}`);
  const common = a.meaning & b.meaning;
  if ((both !== undefined) !== (common !== 0n)) faults.push('`both` is wrong');
  if ((onlyFirst !== undefined) !== (common !== a.meaning)) faults.push('`onlyFirst` is wrong');
  if ((onlySecond !== undefined) !== (common !== b.meaning)) faults.push('`onlySecond` is wrong');
  faults.push(...overlapFaults(both, a, b), ...differenceFaults(onlyFirst, a, b));
  faults.push(...differenceFaults(onlySecond, b, a));
  if (common !== 0n && conflicts.length > 0) faults.push('there are conflicts of what overlaps');
  if (relation === 'disjoint') faults.push(...naiveConflictFaults(conflicts, a.written, b.written, world));
  return faults.map((fault) => `${told(a)} compared with ${told(b)}: ${fault}`);
}

/** What the algebra says of one selector alone and the world does not. */
export function singleFaults(a: Subject, world: NaiveWorld): string[] {
  const faults: string[] = [];
  if (isSatisfiable(a.selector) !== (a.meaning !== 0n)) faults.push('isSatisfiable is wrong');
  const conflicts = findConflicts(a.selector);
  if ((conflicts !== undefined) !== (a.meaning === 0n))
    faults.push('whether it conflicts with itself is wrong');
  if (conflicts !== undefined) faults.push(...naiveConflictFaults(conflicts, a.written, [[]], world));
  return faults.map((fault) => `${told(a)}: ${fault}`);
}
