import type { OrdinalSets } from '../bitmap/ordinal-sets.ts';

/*
 * What parts of a plan take, in nanoseconds, measured on one machine. Plans are compared by these, so only their ratios
 * matter, and those differ little from machine to machine.
 */

/** What plans are estimated by. */
export interface Measures {
  /** Joining two chunks of words. */
  readonly join: number;
  /** Clearing a chunk, for postings to be written out. */
  readonly clear: number;
  /** Writing out one ordinal. */
  readonly scatter: number;
  /** Holding one ordinal against a dense set. */
  readonly filter: number;
  /** Holding one ordinal against a sparse set, for each step of the search. */
  readonly search: number;
}

export const WEBASSEMBLY_MEASURES: Measures = { join: 450, clear: 150, scatter: 1, filter: 1.5, search: 1.2 };
export const TYPESCRIPT_MEASURES: Measures = { join: 2500, clear: 150, scatter: 2, filter: 3, search: 2 };

/** Turning to a set: a call, and a look at where it is. */
const SET = 30;
/** Asking an object's labels. */
const TEST = 60;
/** Copying and sorting one ordinal of several sets. */
const GATHER = 25;
/** Sorting one ordinal of a union. */
const SORT = 30;
/** Starting anything at all. */
const START = 100;

/** How many ordinals sets have together. */
export function ordinalsOf(sets: OrdinalSets, union: readonly number[]): number {
  let ordinals = 0;
  for (const set of union) ordinals += sets.count(set);
  return ordinals;
}

/** Whether the words of a set are operands as they stand. */
function isOperand(sets: OrdinalSets, union: readonly number[]): boolean {
  return union.length === 1 && sets.isDense(union[0] ?? 0);
}

/** Writing out a union of sets that are no operands as they stand, for `chunks` chunks. */
function writeOutCost(
  sets: OrdinalSets,
  union: readonly number[],
  chunks: number,
  measures: Measures,
): number {
  let cost = chunks * (measures.clear + measures.join);
  for (const set of union) {
    cost +=
      SET + (sets.isDense(set) ? sets.chunksInUse(set) * measures.join : sets.count(set) * measures.scatter);
  }
  return cost;
}

/** Joining the words of unions, less those of other sets. */
export function wordsCost(
  sets: OrdinalSets,
  all: readonly (readonly number[])[],
  none: readonly number[],
  chunks: number,
  measures: Measures,
): number {
  let visited = chunks;
  for (const union of all) {
    if (isOperand(sets, union)) visited = Math.min(visited, sets.chunksInUse(union[0] ?? 0));
  }
  let cost = START * 3;
  for (const union of all) {
    if (isOperand(sets, union)) cost += SET + visited * measures.join;
    else cost += writeOutCost(sets, union, chunks, measures);
  }
  const writtenOut = none.filter((set) => !sets.isDense(set));
  cost += (none.length - writtenOut.length) * (SET + visited * measures.join);
  return writtenOut.length === 0 ? cost : cost + writeOutCost(sets, writtenOut, chunks, measures);
}

/** Listing the ordinals of sets in order. */
export function gatherCost(sets: OrdinalSets, candidates: readonly number[]): number {
  if (candidates.length === 1) return START;
  return START + candidates.length * SET + ordinalsOf(sets, candidates) * GATHER;
}

/** Holding so many candidates against one set. */
export function filterCost(sets: OrdinalSets, set: number, candidates: number, measures: Measures): number {
  if (sets.isDense(set)) return SET + candidates * measures.filter;
  // Between two candidates the search passes over so many of the set, in steps that double.
  const passed = 2 + sets.count(set) / Math.max(1, candidates);
  return SET + candidates * measures.search * (2 + 2 * Math.log2(passed));
}

/** Sorting so many ordinals of several alternatives. */
export function sortCost(ordinals: number): number {
  return ordinals * SORT;
}

/** Asking the labels of so many candidates. */
export function testCost(candidates: number): number {
  return candidates * TEST;
}
