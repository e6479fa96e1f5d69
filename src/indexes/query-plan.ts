import type { Plan } from '../plan/plan.ts';

/** What becomes of a constraint in a plan. */
export type StepRole =
  /** The objects of its postings are the candidates. */
  | 'candidates'
  /** Candidates are held against its postings. */
  | 'filter'
  /** Candidates are asked for their labels. */
  | 'test'
  /** Its postings are joined with the others, word by word. */
  | 'join'
  /** What it excludes is taken from the count. */
  | 'exclude'
  /** Its objects were counted beforehand. */
  | 'known'
  /** It selects nothing, so nothing else is looked at. */
  | 'nothing'
  /** It is not looked at, because another one selects nothing. */
  | 'unread'
  /** It selects every object, so it is left out. */
  | 'all';

/** One constraint of a conjunction, and what the plan does with it. */
export interface PlanStep {
  /** In the language; a namespace as `namespace "shop"`. */
  readonly constraint: string;
  /** What the plan does with it. */
  readonly role: StepRole;
  /** How many objects it selects by itself, exactly. */
  readonly objects: number;
  /** How many postings it speaks of: those that an object must be in one of, and those that it must not be in. */
  readonly postings: number;
  /** How many ordinals its postings have, all together. */
  readonly ordinals: number;
  /** How many objects are left after it and all steps before. */
  readonly left: number;
}

/** How one goal is reached, as data. */
export interface QueryPlan {
  /**
   * `empty`: nothing matches, by the statistics alone. `cardinality`: the count is known. `drive`: the shortest postings
   * are held against the rest. `words`: bits are joined, a chunk at a time. `complement`: what is excluded is counted.
   * `union`: several alternatives, each object once.
   */
  readonly kind: Plan['kind'];
  /** How many objects match, by estimate. */
  readonly estimate: number;
  /** In nanoseconds, by estimate; it is what plans are compared by. */
  readonly cost: number;
  /** One for each constraint, in the order in which the plan takes them; none of a union. */
  readonly steps: readonly PlanStep[];
  /** Of a union: the plan of each alternative that selects anything. */
  readonly alternatives: readonly QueryPlan[];
  /** Of a union: whether lists of ordinals are sorted, or bits joined. */
  readonly by?: 'lists' | 'words';
  /** Other plans that were looked at, and what they were estimated to take. */
  readonly rejected: readonly { readonly kind: string; readonly cost: number }[];
}

/** How a query is answered by an index as it is now. */
export interface Explanation {
  /** The selector as text. */
  readonly selector: string;
  /** The namespace that was asked for; left out where all were. */
  readonly namespace?: string;
  /** How many objects the index has. */
  readonly objects: number;
  /** How many objects match, in the namespace asked for, whatever the limit. */
  readonly matches: number;
  /** How many {@link plan} was expected to find, rounded: as if keys were independent of each other. */
  readonly estimate: number;
  /** How the matching objects are found, for `select`, `ordinals` and `iterate`. */
  readonly plan: QueryPlan;
  /** How they are counted, for `count`. */
  readonly count: QueryPlan;
  /** The explanation as a text of several lines. */
  toString(): string;
}
