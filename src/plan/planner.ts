import { CHUNK_ORDINALS } from '../bitmap/chunk.ts';
import type { SetFilter } from '../bitmap/driven.ts';
import {
  filterCost,
  gatherCost,
  type Measures,
  ordinalsOf,
  sortCost,
  TYPESCRIPT_MEASURES,
  testCost,
  WEBASSEMBLY_MEASURES,
  wordsCost,
} from './cost.ts';
import type { ComplementPlan, ConjunctionPlan, DrivePlan, EmptyPlan, Goal, Plan, WordsPlan } from './plan.ts';
import type { AnyPostings, Term } from './term.ts';

/** Excluded sets of one term that candidates are held against one by one; of more, the labels are asked. */
const FEW_SETS = 4;

/** The most candidates of several sets that are listed and sorted. */
const MOST_GATHERED = 1 << 20;

function measuresOf({ sets }: AnyPostings): Measures {
  return sets.arena.isWebAssembly ? WEBASSEMBLY_MEASURES : TYPESCRIPT_MEASURES;
}

function chunksOf({ ids }: AnyPostings): number {
  return Math.ceil(ids.end / CHUNK_ORDINALS);
}

/** How many objects match terms that have nothing to do with each other. */
function independent(terms: readonly Term[], objects: number): number {
  let share = objects === 0 ? 0 : 1;
  for (const { count } of terms) share *= count / objects;
  return share * objects;
}

function emptyPlan(terms: readonly Term[], culprit: Term | undefined): EmptyPlan {
  return { kind: 'empty', terms, culprit, estimate: 0, cost: 0, rejected: [] };
}

/** Candidates from the postings of one term, held against the others. */
function drivePlan(
  postings: AnyPostings,
  terms: readonly Term[],
  selective: readonly Term[],
  driver: Term | undefined,
  estimate: number,
): DrivePlan | undefined {
  const { sets, universe } = postings;
  const measures = measuresOf(postings);
  const candidates = driver?.all ?? [universe];
  const count = ordinalsOf(sets, candidates);
  if (candidates.length > 1 && count > MOST_GATHERED) return undefined;
  const filters: SetFilter[] = [];
  const tests: Term[] = [];
  for (const term of selective) {
    const all = term === driver ? undefined : term.all;
    const isFiltered = (all === undefined || all.length === 1) && term.none.length <= FEW_SETS;
    if (!isFiltered) {
      tests.push(term);
      continue;
    }
    for (const set of all ?? []) filters.push({ set, kept: true });
    for (const set of term.none) filters.push({ set, kept: false });
  }
  // What lets the fewest through comes first: sets to be in, the smallest one first, then the largest to be out of.
  filters.sort((a, b) =>
    a.kept === b.kept ? (sets.count(a.set) - sets.count(b.set)) * (a.kept ? 1 : -1) : a.kept ? -1 : 1,
  );
  let cost = gatherCost(sets, candidates);
  let left = count;
  for (const { set, kept } of filters) {
    cost += filterCost(sets, set, left, measures);
    const share = sets.count(set) / postings.size;
    left *= kept ? share : 1 - share;
  }
  cost += tests.length * testCost(left);
  return { kind: 'drive', terms, driver, candidates, filters, tests, estimate, cost, rejected: [] };
}

function wordsPlan(
  postings: AnyPostings,
  terms: readonly Term[],
  selective: readonly Term[],
  estimate: number,
): WordsPlan {
  const all: (readonly number[])[] = [];
  const none: number[] = [];
  for (const term of selective) {
    if (term.all !== undefined) all.push(term.all);
    // One by one: a call takes only so many arguments, and a list may have more values.
    for (const set of term.none) none.push(set);
  }
  if (all.length === 0) all.push([postings.universe]);
  const cost = wordsCost(postings.sets, all, none, chunksOf(postings), measuresOf(postings));
  return { kind: 'words', terms, all, none, estimate, cost, rejected: [] };
}

/** Where at most one term has postings to be in, what the others exclude is counted instead. */
function complementPlan(
  postings: AnyPostings,
  terms: readonly Term[],
  selective: readonly Term[],
  estimate: number,
): ComplementPlan | undefined {
  const { sets } = postings;
  const positive = selective.filter(({ all }) => all !== undefined);
  const [base] = positive;
  if (positive.length > 1) return undefined;
  const excluded = selective.flatMap(({ none }) => none);
  const count = ordinalsOf(sets, excluded);
  if (excluded.length === 0 || count > MOST_GATHERED) return undefined;
  const [set, another] = base?.all ?? [];
  let cost = gatherCost(sets, excluded);
  if (set !== undefined) {
    cost += another === undefined ? filterCost(sets, set, count, measuresOf(postings)) : testCost(count);
  }
  return { kind: 'complement', terms, base, excluded, estimate, cost, rejected: [] };
}

/** The term whose postings have the fewest ordinals, of those that have any to be in and are no dense set. */
function shortest(postings: AnyPostings, selective: readonly Term[]): Term | undefined {
  const { sets } = postings;
  let found: Term | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const term of selective) {
    const { all } = term;
    if (all === undefined || (all.length === 1 && sets.isDense(all[0] ?? 0))) continue;
    const ordinals = ordinalsOf(sets, all);
    if (ordinals >= fewest) continue;
    fewest = ordinals;
    found = term;
  }
  return found;
}

/**
 * How to answer a conjunction. A pure function of the terms and the sizes of their postings.
 *
 * @param terms up to date
 */
export function planConjunction(postings: AnyPostings, terms: readonly Term[], goal: Goal): ConjunctionPlan {
  const { size } = postings;
  const culprit = terms.find(({ count }) => count === 0);
  if (culprit !== undefined || size === 0) return emptyPlan(terms, culprit);
  const selective = terms.filter(({ count }) => count < size);
  const [only, another] = selective;
  if (goal === 'count' && another === undefined) {
    const objects = only?.count ?? size;
    return { kind: 'cardinality', terms, objects, estimate: objects, cost: 0, rejected: [] };
  }
  const estimate = independent(selective, size);
  const plans: (WordsPlan | DrivePlan | ComplementPlan)[] = [wordsPlan(postings, terms, selective, estimate)];
  const driver = shortest(postings, selective);
  // Without a set to drive from, all objects are candidates where they are few.
  if (driver !== undefined || !postings.sets.isDense(postings.universe)) {
    const drive = drivePlan(postings, terms, selective, driver, estimate);
    if (drive !== undefined) plans.push(drive);
  }
  if (goal === 'count') {
    const complement = complementPlan(postings, terms, selective, estimate);
    if (complement !== undefined) plans.push(complement);
  }
  plans.sort((a, b) => a.cost - b.cost);
  const [best, ...others] = plans;
  if (best === undefined) return emptyPlan(terms, undefined);
  return { ...best, rejected: others.map(({ kind, cost }) => ({ kind, cost })) };
}

/** An upper bound on how many objects match: those of the term that selects the fewest. */
function mostOf({ terms }: ConjunctionPlan, objects: number): number {
  return terms.reduce((most, { count }) => Math.min(most, count), objects);
}

/**
 * How to answer a selector: any of several conjunctions, each object once.
 *
 * @param conjunctions the terms of each alternative that some label set can satisfy, up to date
 */
export function planSelector(
  postings: AnyPostings,
  conjunctions: readonly (readonly Term[])[],
  goal: Goal,
): Plan {
  const [only, another] = conjunctions;
  if (only === undefined) return emptyPlan([], undefined);
  if (another === undefined) return planConjunction(postings, only, goal);
  const { size } = postings;
  const alternatives = conjunctions
    .map((terms) => planConjunction(postings, terms, 'ordinals'))
    .filter(({ kind }) => kind !== 'empty');
  const [left] = alternatives;
  if (left === undefined) return emptyPlan([], undefined);
  if (alternatives.length === 1) return planConjunction(postings, left.terms, goal);
  // An alternative that selects every object makes the others needless.
  const everything = alternatives.find(({ terms }) => terms.every(({ count }) => count === size));
  if (everything !== undefined) return planConjunction(postings, everything.terms, goal);
  const chunks = chunksOf(postings);
  const measures = measuresOf(postings);
  let missed = 1;
  let cost = 0;
  let most = 0;
  for (const plan of alternatives) {
    missed *= 1 - plan.estimate / size;
    cost += plan.cost;
    most += mostOf(plan, size);
  }
  const lists = cost + sortCost(most);
  const words = cost + chunks * measures.join * (alternatives.length + 1) + most * measures.scatter;
  const by = lists < words && most <= MOST_GATHERED ? 'lists' : 'words';
  return {
    kind: 'union',
    by,
    terms: [],
    alternatives,
    estimate: (1 - missed) * size,
    cost: Math.min(lists, words),
    rejected: [],
  };
}
