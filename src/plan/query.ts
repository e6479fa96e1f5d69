import type { Conjunction } from '../constraint/conjunction.ts';
import { conjunctionsOf } from '../constraint/conjunctions-of.ts';
import { EVERYTHING, isWorthRemembering, type Selector } from '../selector/selector.ts';
import type { Goal, Plan } from './plan.ts';
import { planSelector } from './planner.ts';
import { type AnyPostings, KeyTerm, NamespaceTerm, type Term } from './term.ts';

/** Plans of so many namespaces are kept: any name may be asked for, and what is kept for each must have an end. */
const MOST_PLANS = 1024;

/**
 * A selector and what it comes to in one index. The terms are kept for as long as the query is; plans for as long as the
 * index does not change, since they are made of exact counts.
 */
export class Query {
  readonly selector: Selector;
  readonly #postings: AnyPostings;
  readonly #alternatives: readonly (readonly Term[])[];
  /** Of the index as it was at a version: the plans for each goal, by namespace. */
  readonly #plans: { readonly [G in Goal]: Map<string | undefined, Plan> } = {
    count: new Map(),
    ordinals: new Map(),
  };
  #version = -1;

  /** @throws TypeError where `selector` is no Selector */
  constructor(postings: AnyPostings, selector: Selector) {
    this.selector = selector;
    this.#postings = postings;
    const terms = (conjunction: Conjunction) =>
      conjunction.map((constraint): Term => new KeyTerm(postings, constraint));
    this.#alternatives = conjunctionsOf(selector).map(terms);
  }

  /** The terms of each alternative that some label set can satisfy, up to date, within a namespace or in all. */
  terms(namespace: string | undefined): readonly (readonly Term[])[] {
    for (const terms of this.#alternatives) for (const term of terms) term.refresh();
    if (namespace === undefined) return this.#alternatives;
    const scope = new NamespaceTerm(this.#postings, namespace);
    return this.#alternatives.map((terms) => [scope, ...terms]);
  }

  /** The plan for a goal, for the index as it is now. */
  plan(goal: Goal, namespace: string | undefined): Plan {
    const { version } = this.#postings;
    if (version !== this.#version) {
      this.#plans.count.clear();
      this.#plans.ordinals.clear();
      this.#version = version;
    }
    const plans = this.#plans[goal];
    const known = plans.get(namespace);
    if (known !== undefined) return known;
    const plan = planSelector(this.#postings, this.terms(namespace), goal);
    if (plans.size === MOST_PLANS) plans.clear();
    plans.set(namespace, plan);
    return plan;
  }
}

/**
 * The queries of an index by selector, from the second time it is asked: whoever asks the same Selector again and again
 * does not pay for its meaning.
 */
export class Queries {
  readonly #postings: AnyPostings;
  readonly #known = new WeakMap<Selector, Query>();

  constructor(postings: AnyPostings) {
    this.#postings = postings;
  }

  /**
   * The query of a selector; one that can change is read anew each time.
   * @throws TypeError where `selector` is no Selector
   */
  of(selector: Selector): Query {
    const known = this.#known.get(selector);
    if (known !== undefined) return known;
    const query = new Query(this.#postings, selector);
    if (isWorthRemembering(selector)) this.#known.set(selector, query);
    return query;
  }

  /** The query that selects every object. */
  get everything(): Query {
    return this.of(EVERYTHING);
  }
}
