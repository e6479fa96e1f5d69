import type { Selector } from '../selector/selector.ts';
import type { Explanation } from './query-plan.ts';
import type { Scope } from './scope.ts';

/**
 * A selector prepared for one index: what it means is worked out once, and how it is answered again when the index has
 * changed. Always current.
 */
export interface PreparedQuery<Id extends string | number = string> {
  readonly selector: Selector;
  /** As {@link LabelIndex.count}. */
  count(scope?: Scope<Id>): number;
  /** As {@link LabelIndex.select}. */
  select(scope?: Scope<Id>): Id[];
  /** As {@link LabelIndex.iterate}. */
  iterate(scope?: Scope<Id>): IterableIterator<Id>;
  /** As {@link LabelIndex.ordinals}. */
  ordinals(scope?: Scope<Id>): Uint32Array;
  /** As {@link LabelIndex.explain}. */
  explain(scope?: Scope<Id>): Explanation;
}
