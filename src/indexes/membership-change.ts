import type { Selector } from '../selector/selector.ts';

/** An object and a selector that selects it. */
export type Member<
  ObjectId extends string | number = string,
  SelectorId extends string | number = string,
> = readonly [object: ObjectId, selector: SelectorId];

/** Which objects have come to be selected by which selectors, and which are no more; each pair at most once in one of both. */
export interface MembershipChange<
  ObjectId extends string | number = string,
  SelectorId extends string | number = string,
> {
  /** Pairs that came about: the selector selects the object now, and did not before. */
  readonly joined: readonly Member<ObjectId, SelectorId>[];
  /** Pairs that are no more, those of an object or a selector that was deleted included. */
  readonly left: readonly Member<ObjectId, SelectorId>[];
}

/** Which objects have come to be selected by the selector of a watch, and which are no more. */
export interface WatchChange<ObjectId extends string | number = string> {
  /** Objects that are selected now and were not before; in what a watch tells first, all that are selected. */
  readonly joined: readonly ObjectId[];
  /** Objects that were selected and are no more, because they changed or were deleted. */
  readonly left: readonly ObjectId[];
}

/** The live result of one selector. */
export interface Watch<ObjectId extends string | number = string> {
  /** What its objects match, frozen: the selector given, or a copy where that was not. */
  readonly selector: Selector;
  /** The namespace whose objects it sees; undefined where it sees all. */
  readonly namespace: string | undefined;
  /** How many objects match now; 0 once closed. */
  readonly count: number;
  /** The objects that match now, in the order of their ordinals; none once closed. */
  ids(): ObjectId[];
  /** Ends it: nothing more is told, not even what waits to be. May be called again. */
  close(): void;
}
