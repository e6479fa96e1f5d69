import type { SetFilter } from '../bitmap/driven.ts';
import type { Term } from './term.ts';

/** What a plan is for: how many objects there are needs less than which ones. */
export type Goal = 'count' | 'ordinals';

/** A plan that was looked at, and what it was expected to take. */
export interface Estimated {
  readonly kind: 'drive' | 'words' | 'complement';
  /** In nanoseconds, by estimate; for comparing plans with each other. */
  readonly cost: number;
}

interface Common {
  /** The constraints of the conjunction, those of no consequence included. */
  readonly terms: readonly Term[];
  /** How many objects match, by estimate: as if keys were independent of each other. */
  readonly estimate: number;
  /** In nanoseconds, by estimate. */
  readonly cost: number;
  readonly rejected: readonly Estimated[];
}

/** Nothing matches: no alternative is left, or `culprit` selects no object. */
export interface EmptyPlan extends Common {
  readonly kind: 'empty';
  readonly culprit: Term | undefined;
}

/** The count is known without looking at an object: all of them, or those of one term. */
export interface CardinalityPlan extends Common {
  readonly kind: 'cardinality';
  readonly objects: number;
}

/** The objects of the postings of `driver` are held against the other terms one by one. */
export interface DrivePlan extends Common {
  readonly kind: 'drive';
  /** The term that the candidates come from; undefined for all objects. */
  readonly driver: Term | undefined;
  readonly candidates: readonly number[];
  /** Sets that each candidate must be in, or must not be in. */
  readonly filters: readonly SetFilter[];
  /** Terms that are asked of the labels of each candidate that is left. */
  readonly tests: readonly Term[];
}

/** Bits of all postings are joined, word by word. */
export interface WordsPlan extends Common {
  readonly kind: 'words';
  readonly all: readonly (readonly number[])[];
  readonly none: readonly number[];
}

/** For counting: all objects, or those of `base`, less the few of them that are excluded. */
export interface ComplementPlan extends Common {
  readonly kind: 'complement';
  readonly base: Term | undefined;
  readonly excluded: readonly number[];
}

/** Any of several alternatives, each object once: by sorting `lists` of ordinals, or by joining bits. */
export interface UnionPlan extends Common {
  readonly kind: 'union';
  readonly by: 'lists' | 'words';
  readonly alternatives: readonly ConjunctionPlan[];
}

export type ConjunctionPlan = EmptyPlan | CardinalityPlan | DrivePlan | WordsPlan | ComplementPlan;

/** How a query is answered, as data. The planner makes it, the executor runs it. */
export type Plan = ConjunctionPlan | UnionPlan;
