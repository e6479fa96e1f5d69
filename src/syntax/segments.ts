import type { IToken } from 'chevrotain';
import type { Diagnostic } from '../text/diagnostic.ts';
import {
  connectiveDiagnostic,
  groupDiagnostic,
  missingCommaDiagnostic,
  nulDiagnostic,
  type Run,
} from './structure-mistakes.ts';
import {
  And,
  Close,
  Comma,
  DoubleEquals,
  Equals,
  GreaterThan,
  In,
  isWord,
  LessThan,
  Not,
  NotEquals,
  NotIn,
  Nul,
  Open,
  Or,
} from './tokens.ts';

/** The tokens of what was meant as one requirement, and what parts it from its neighbours. */
export interface Segment {
  readonly tokens: IToken[];
  /** The comma, or what was written instead of one, before and after it. */
  readonly before: IToken | undefined;
  readonly after: IToken | undefined;
}

/** Brackets that were meant as a set are looked for this many tokens ahead. */
const BRACKET_REACH = 1_000;

/** Operators between a key and one value. */
const COMPARISONS = new Set([Equals, DoubleEquals, NotEquals, GreaterThan, LessThan]);

/** Tokens that say a requirement has begun, so that a set before them was left open. */
const BEGINNINGS = new Set([...COMPARISONS, Not]);

/**
 * Cuts the tokens of a text that did not parse where its requirements were meant to part, so that each can be
 * judged alone: at commas outside of sets, at connectives of other languages, and before a requirement that
 * begins within a set that was never closed. Parentheses around requirements are told of and left out.
 */
class Segmentation {
  readonly segments: Segment[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #text: string;
  readonly #tokens: IToken[];
  #current: IToken[] = [];
  #before: IToken | undefined;
  /** Within a set, the place in `#current` of its last comma, or -1; undefined outside of sets. */
  #lastComma: number | undefined;
  /** Index of the token that closes a set in brackets; the tokens up to it belong together. */
  #bracketEnd = -1;
  readonly #groups: [IToken, ...IToken[]][] = [];

  constructor(text: string, tokens: IToken[]) {
    this.#text = text;
    this.#tokens = tokens;
    for (const [index, token] of tokens.entries()) this.#take(token, index);
    this.#cut(undefined);
    for (const group of this.#groups) this.#tellGroup(group, undefined);
    this.#tellConnectives();
  }

  #take(token: IToken, index: number): void {
    if (token.tokenType === Nul) this.diagnostics.push(nulDiagnostic(token));
    else if (index <= this.#bracketEnd) this.#current.push(token);
    else if (this.#lastComma !== undefined) this.#takeInSet(token, this.#lastComma);
    else this.#takeOutside(token, index);
  }

  #takeInSet(token: IToken, lastComma: number): void {
    const anotherSet = token.tokenType === Open && endsWithSetOperator(this.#current);
    if (lastComma >= 0 && (anotherSet || BEGINNINGS.has(token.tokenType))) {
      const tail = this.#current.splice(lastComma);
      this.#cut(tail.shift());
      this.#current = tail;
      this.#current.push(token);
      if (anotherSet) this.#lastComma = -1;
      return;
    }
    if (token.tokenType === Close) this.#lastComma = undefined;
    else if (token.tokenType === Comma) this.#lastComma = this.#current.length;
    this.#current.push(token);
  }

  #takeOutside(token: IToken, index: number): void {
    const last = this.#current.at(-1);
    if (last !== undefined && this.#isNext(token, last)) {
      this.diagnostics.push(missingCommaDiagnostic(token, last));
      this.#cut(token);
    }
    if (token.tokenType === Comma || this.#isConnective(token, index)) this.#cut(token);
    else if (token.tokenType === Open && this.#current.length === 0) this.#openGroup(token, index);
    else if (token.tokenType === Close && this.#groups.length > 0) this.#closeGroup(token);
    else {
      if (token.tokenType === Open && last?.tokenType !== Not) this.#lastComma = -1;
      else if (/^[[{]/.test(token.image) && endsWithSetOperator(this.#current)) {
        const near = this.#tokens.slice(index, index + BRACKET_REACH);
        const closing = near.findIndex((t) => /[\]}]$/.test(t.image));
        if (closing >= 0) this.#bracketEnd = index + closing;
      }
      this.#current.push(token);
    }
  }

  /** `||`, `&&` and `;`, and the words `and` and `or` between what could be two requirements. */
  #isConnective(token: IToken, index: number): boolean {
    if (!isConnective(token)) return false;
    if (token.tokenType === Or || token.tokenType === And) return true;
    const last = this.#current.at(-1);
    const next = this.#tokens[index + 1];
    return (
      last !== undefined &&
      next !== undefined &&
      (isWord(last) || last.tokenType === Close) &&
      !endsWithSetOperator(this.#current) &&
      (isWord(next) || next.tokenType === Not)
    );
  }

  /** Whether a token begins a requirement although no comma stands after the one before, which is complete. */
  #isNext(token: IToken, last: IToken): boolean {
    if (!(isWord(token) || token.tokenType === Not) || isConnective(token)) return false;
    // These may be an operator that stands at the wrong place.
    if (token.tokenType === In || token.tokenType === NotIn) return false;
    const [first, second] = this.#current;
    if (last.tokenType === Close) return true;
    if (!isWord(last)) return false;
    if (this.#current.length === 2) return first?.tokenType === Not;
    return this.#current.length === 3 && second !== undefined && COMPARISONS.has(second.tokenType);
  }

  #openGroup(token: IToken, index: number): void {
    const run = this.#groups.at(-1);
    if (run !== undefined && this.#tokens[index - 1] === run.at(-1)) run.push(token);
    else this.#groups.push([token]);
  }

  #closeGroup(close: IToken): void {
    const run = this.#groups.at(-1);
    if (run === undefined) return;
    // Only a pair of its own can be mended in one replacement; of several, the first closing one ends the run.
    this.#groups.pop();
    this.#tellGroup(run, run.length === 1 ? close : undefined);
  }

  #tellGroup(run: Run, close: IToken | undefined): void {
    this.diagnostics.push(groupDiagnostic(this.#text, run, close));
  }

  #cut(separator: IToken | undefined): void {
    this.segments.push({ tokens: this.#current, before: this.#before, after: separator });
    this.#current = [];
    this.#before = separator;
    this.#lastComma = undefined;
  }

  #tellConnectives(): void {
    for (const [index, { tokens, after }] of this.segments.entries()) {
      if (after === undefined || !isConnective(after)) continue;
      this.diagnostics.push(connectiveDiagnostic(after, tokens, this.segments[index + 1]?.tokens ?? []));
    }
  }
}

/** What other languages join conditions with: `||`, `&&`, `;`, and the words. */
function isConnective(token: IToken): boolean {
  return token.tokenType === Or || token.tokenType === And || /^(and|or)$/i.test(token.image);
}

/** Whether tokens end with a key and the word `in` or `notin`, so that a set must follow. */
function endsWithSetOperator(tokens: readonly IToken[]): boolean {
  const last = tokens.at(-1)?.tokenType;
  const key = tokens.at(-2);
  return (last === In || last === NotIn) && key !== undefined && isWord(key);
}

/** The segments of a text that did not parse, and what was wrong between them. O(number of tokens). */
export function segmentsOf(
  text: string,
  tokens: IToken[],
): { readonly segments: readonly Segment[]; readonly diagnostics: readonly Diagnostic[] } {
  const { segments, diagnostics } = new Segmentation(text, tokens);
  return { segments, diagnostics };
}
