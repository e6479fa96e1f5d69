import { SelectorError } from '../text/selector-error.ts';

/**
 * How many cases one question looks at, at most: a case is one alternative held against a part of the label sets, or
 * against another alternative. Enough for what people write, and less than a second.
 */
const MAX_CASES = 2_000_000;

/**
 * The work of one question. To tell whether a selector is covered by several alternatives together takes, at worst,
 * exponential time in their number; a question that would take too long is refused, not guessed.
 */
export class Work {
  #left = MAX_CASES;

  /** @throws SelectorError `too-many-cases` where there were more cases than a question looks at */
  spend(cases: number): void {
    this.#left -= cases;
    if (this.#left >= 0) return;
    throw new SelectorError([
      {
        code: 'too-many-cases',
        message:
          `the answer takes looking at more than ${MAX_CASES.toLocaleString('en')} cases, because selectors of several ` +
          'alternatives overlap on several keys; ask about fewer alternatives at once',
        path: '',
      },
    ]);
  }
}
