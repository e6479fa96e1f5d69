/** The nine operators, spelled as the vectors and the public surface spell them. */
export type NaiveOperator = '=' | '==' | '!=' | 'in' | 'notin' | 'exists' | '!' | 'gt' | 'lt';

/** One requirement as the oracle sees it: plain data, values in the order they are to be read. */
export interface NaiveRequirement {
  readonly key: string;
  readonly operator: NaiveOperator;
  readonly values: readonly string[];
}

/** Order by UTF-8 byte, which for text without surrogates is not always the order of UTF-16 units. */
export function byByte(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8'));
}
