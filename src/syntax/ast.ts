import type { Span } from '../text/diagnostic.ts';

/** Every operator of the language, as selectors carry them. */
export type Operator = '=' | '==' | '!=' | 'in' | 'notin' | 'exists' | '!' | 'gt' | 'lt';

/**
 * One condition on one key. `=`, `==` and `!=` have one value, `in` and `notin` at least one, `gt` and `lt` one
 * base-10 int64, `exists` and `!` none. Frozen.
 */
export interface Requirement {
  readonly key: string;
  readonly operator: Operator;
  readonly values: readonly string[];
}

/** A key or a value as it was written; the empty value has an empty span where it would stand. */
export interface Word {
  readonly image: string;
  readonly span: Span;
}

/** One requirement as it was written: nothing sorted, nothing dropped, everything with its place. */
export interface WrittenRequirement {
  readonly key: Word;
  readonly operator: Operator;
  readonly values: readonly Word[];
  readonly span: Span;
}
