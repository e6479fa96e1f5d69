import type { Span } from '../text/diagnostic.ts';

/** Every operator of the language, as selectors carry them. */
export type Operator = '=' | '==' | '!=' | 'in' | 'notin' | 'exists' | '!' | 'gt' | 'lt';

/**
 * One condition on one key. `=`, `==` and `!=` have one value, `in` and `notin` at least one, `gt` and `lt` one
 * base-10 int64, `exists` and `!` none. Frozen.
 */
export interface Requirement {
  /** The key of a label, with its prefix; in what was a NodeSelector, `metadata.name` is the name of the node. */
  readonly key: string;
  /** As it was written: `=` and `==`, which mean the same, stay apart. */
  readonly operator: Operator;
  /**
   * As many as the operator takes. Those of `in` and `notin` are in byte order and each once, unless they come from an object
   * of Kubernetes: then they are as written there.
   */
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
