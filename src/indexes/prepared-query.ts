import type { Selector } from '../selector/selector.ts';
import type { Explanation } from './query-plan.ts';
import type { Scope } from './scope.ts';

/**
 * A selector prepared for one index: what it means is worked out once, and how it is answered again when the index has
 * changed. Always current.
 */
export interface PreparedQuery<Id extends string | number = string> {
  /** The one given to `prepare`, not a copy; what it meant then is what is asked. */
  readonly selector: Selector;
  /**
   * As {@link LabelIndex.count}.
   * @param scope the part that is counted; everything without
   */
  count(scope?: Scope<Id>): number;
  /**
   * As {@link LabelIndex.select}.
   * @param scope the part that is wanted; everything without
   */
  select(scope?: Scope<Id>): Id[];
  /**
   * As {@link LabelIndex.iterate}.
   * @param scope the part that is wanted; everything without
   */
  iterate(scope?: Scope<Id>): IterableIterator<Id>;
  /**
   * As {@link LabelIndex.ordinals}.
   * @param scope the part that is wanted; everything without
   */
  ordinals(scope?: Scope<Id>): Uint32Array;
  /**
   * As {@link LabelIndex.explain}.
   * @param scope only its namespace counts; all objects without one
   */
  explain(scope?: Scope<Id>): Explanation;
}
