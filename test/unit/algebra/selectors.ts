import { anyOf, type Operator, parseSelector, type Selector } from '../../../src/index.ts';
import { naiveSpellings } from '../../oracle/naive-algebra-domain.ts';

/** All ways a valid label can spell an integer, those with fewer zeros first: 63 of one digit. */
export function spellings(integer: bigint): readonly string[] {
  return naiveSpellings('x', integer);
}

/**
 * Any of some texts, in which `05…` is this spelling of an integer and all those with more zeros, so that `5…` is all of
 * them, and `…5` all but the last.
 */
export function of(...texts: readonly string[]): Selector {
  return anyOf(...texts.map((text) => parseSelector(written(text))));
}

function written(text: string): string {
  return text
    .replace(/(\d+)…/g, (_, first) =>
      spellings(BigInt(first))
        .filter((one) => one.length >= first.length)
        .join(),
    )
    .replace(/…(\d+)/g, (_, number) => spellings(BigInt(number)).slice(0, -1).join());
}

/** A selector as a program makes it, with what no text can say. */
export function byHand(
  ...alternatives: readonly [key: string, operator: Operator, ...values: string[]][][]
): Selector {
  return {
    alternatives: alternatives.map((one) =>
      one.map(([key, operator, ...values]) => ({ key, operator, values })),
    ),
  };
}

export const FIVES: readonly string[] = spellings(5n);

/** The largest int64, of which a valid label has room for 45 spellings. */
export const LARGEST: readonly string[] = spellings(2n ** 63n - 1n);
