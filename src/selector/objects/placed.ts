import type { Requirement } from '../requirement.ts';

/** A requirement with the place it has in an object, or in the alternatives of a selector. */
export interface Placed {
  readonly requirement: Requirement;
  readonly path: string;
}
