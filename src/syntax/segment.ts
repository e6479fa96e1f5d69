import type { IToken } from 'chevrotain';

/** The tokens of what was meant as one requirement, and what parts it from its neighbours. */
export interface Segment {
  readonly tokens: IToken[];
  /** The comma, or what was written instead of one, before and after it. */
  readonly before: IToken | undefined;
  readonly after: IToken | undefined;
}
