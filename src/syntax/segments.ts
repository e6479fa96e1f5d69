import type { IToken } from 'chevrotain';
import type { Diagnostic } from '../text/diagnostic.ts';
import { isAnd, isConnective, isOr } from './connective-tokens.ts';
import { type Landmarks, landmarksOf } from './landmarks.ts';
import { MAX_DIAGNOSTICS } from './limits.ts';
import { andDiagnostic, missingCommaDiagnostic, orDiagnostics } from './mistakes/connectives.ts';
import { groupDiagnostic, negatedGroupDiagnostic } from './mistakes/groups.ts';
import { operatorMeant } from './mistakes/operator-words.ts';
import type { Segment } from './segment.ts';
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
  Open,
  Or,
} from './tokens.ts';

/** Operators between a key and one value. */
const COMPARISONS = new Set([Equals, DoubleEquals, NotEquals, GreaterThan, LessThan]);

/** Tokens that say a requirement has begun, so that a set before them was left open. */
const BEGINNINGS = new Set([...COMPARISONS, Not]);

/**
 * Cuts the tokens of a text that did not parse where its requirements were meant to part, so that each can be
 * judged alone: at commas outside of sets, at connectives of other languages, after a complete requirement, and
 * before a requirement that begins within a set that was never closed. Parentheses around requirements are told of
 * and left out.
 */
class Segmentation {
  readonly segments: Segment[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly #text: string;
  readonly #tokens: readonly IToken[];
  readonly #landmarks: Landmarks;
  #current: IToken[] = [];
  #before: IToken | undefined;
  /** Tokens up to this index belong together, whatever they are. */
  #keptTo = -1;
  /** Within a set that is never closed, the place in `#current` of its last comma, or -1; undefined elsewhere. */
  #lastComma: number | undefined;
  /** Indices of parentheses around requirements, which are left out. */
  readonly #leftOut = new Set<number>();

  constructor(text: string, tokens: readonly IToken[], most: number) {
    this.#text = text;
    this.#tokens = tokens;
    this.#landmarks = landmarksOf(tokens);
    for (const [index, token] of tokens.entries()) {
      if (this.segments.length > most || this.diagnostics.length > MAX_DIAGNOSTICS) break;
      if (!this.#leftOut.has(index)) this.#take(token, index);
    }
    this.#cut(undefined);
    this.#tellConnectives();
  }

  #take(token: IToken, index: number): void {
    if (index <= this.#keptTo) this.#current.push(token);
    else if (this.#lastComma !== undefined) this.#takeInOpenSet(token, index, this.#lastComma);
    else this.#takeOutside(token, index);
  }

  #takeInOpenSet(token: IToken, index: number, lastComma: number): void {
    const anotherSet = token.tokenType === Open && endsWithSetOperator(this.#current);
    if (lastComma >= 0 && (anotherSet || BEGINNINGS.has(token.tokenType))) {
      const tail = this.#current.splice(lastComma);
      this.#cut(tail.shift());
      this.#current = tail;
    } else if (token.tokenType === Comma) this.#lastComma = this.#current.length;
    if (token.tokenType === Open) this.#openSet(index);
    this.#current.push(token);
  }

  #takeOutside(token: IToken, index: number): void {
    const last = this.#current.at(-1);
    if (last !== undefined && this.#isNext(token, index)) {
      this.diagnostics.push(missingCommaDiagnostic(token, last));
      this.#cut(token);
    }
    if (token.tokenType === Comma || this.#joins(token, index)) this.#cut(token);
    else if (token.tokenType !== Open) this.#takeWord(token, index);
    else if (this.#current.every(negates)) this.#leaveOutGroup(index);
    else {
      this.#openSet(index);
      this.#current.push(token);
    }
  }

  /** A parenthesis within a requirement: with its counterpart it is one piece, without it may reach too far. */
  #openSet(index: number): void {
    const close = this.#landmarks.counterpart[index] ?? -1;
    if (close >= 0) this.#keptTo = close;
    else this.#lastComma = -1;
  }

  #takeWord(token: IToken, index: number): void {
    if (isWord(token) && endsWithSetOperator(this.#current)) {
      // A set in other brackets, and one whose "(" is missing, are one piece too.
      const bracket = /^[[{]/.test(token.image) ? (this.#landmarks.bracketEnd[index] ?? -1) : -1;
      const list = this.#landmarks.listEnd[index] ?? -1;
      const closed = this.#tokens[list]?.tokenType === Close && this.#landmarks.counterpart[list] === -1;
      if (bracket >= 0) this.#keptTo = bracket;
      else if (closed) this.#keptTo = list;
    }
    this.#current.push(token);
  }

  /** `||`, `&&` and `;`, and the words `and` and `or` between what could be two requirements. */
  #joins(token: IToken, index: number): boolean {
    if (token.tokenType === Or || token.tokenType === And) return true;
    const last = this.#current.at(-1);
    const next = this.#tokens[index + 1];
    if (!isConnective(token)) return false;
    // `a, and b`: a word too many. At the beginning of a text, and before an operator, it is a key.
    if (last === undefined)
      return this.#before !== undefined && next !== undefined && isWord(next) && !isSetOperator(next);
    if (next === undefined) return this.#isComplete(last);
    if (next.tokenType === Open) return this.#isComplete(last);
    const between = isWord(last) || last.tokenType === Close;
    return between && !endsWithSetOperator(this.#current) && (isWord(next) || next.tokenType === Not);
  }

  /** Whether the tokens so far are a requirement that nothing can be added to. */
  #isComplete(last: IToken): boolean {
    if (last.tokenType === Close) return true;
    if (!isWord(last) || last.image === '~') return false;
    const [first, second] = this.#current;
    // `app: web`, as YAML has it.
    if (this.#current.length === 2) return first?.tokenType === Not || first?.image.endsWith(':') === true;
    return this.#current.length === 3 && second !== undefined && COMPARISONS.has(second.tokenType);
  }

  /** Whether a token begins a requirement although no comma stands after the one before. */
  #isNext(token: IToken, index: number): boolean {
    // "in" and "notin" may be an operator at the wrong place.
    if (isConnective(token) || token.tokenType === In || token.tokenType === NotIn) return false;
    const next = this.#tokens[index + 1];
    if (!isWord(token) && (token.tokenType !== Not || next === undefined || !isWord(next))) return false;
    // `!a IN (b)`, `!a is b`: the word is an operator, or was meant as one.
    const negated = this.#current[0]?.tokenType === Not && this.#current.length === 2;
    if (negated && (next?.tokenType === Open || operatorMeant(token.image) !== undefined)) return false;
    const last = this.#current.at(-1);
    return last !== undefined && this.#isComplete(last);
  }

  /** A run of opening parentheses where a requirement begins. */
  #leaveOutGroup(index: number): void {
    const { counterpart } = this.#landmarks;
    let end = index;
    while (this.#tokens[end]?.tokenType === Open) this.#leftOut.add(end++);
    const closes: number[] = [];
    for (let at = index; at < end; at++) {
      const close = counterpart[at] ?? -1;
      if (close >= 0) {
        closes.push(close);
        this.#leftOut.add(close);
      }
    }
    const run = this.#tokens.slice(index, end);
    // The innermost closes first; a run closed by a run can be taken out whole.
    const last = closes[0] ?? -1;
    const whole = closes.length === run.length && last - (closes.at(-1) ?? 0) === run.length - 1;
    const close = whole
      ? this.#tokens.slice(last - run.length + 1, last + 1)
      : closes.length === 0
        ? []
        : undefined;
    const inner = this.#tokens.slice(end, last);
    this.diagnostics.push(
      this.#current.length > 0
        ? negatedGroupDiagnostic(this.#current, run, whole ? inner : [], this.#tokens[last])
        : groupDiagnostic(this.#text, run, close),
    );
    this.#current = [];
  }

  #cut(separator: IToken | undefined): void {
    this.segments.push({ tokens: this.#current, before: this.#before, after: separator });
    this.#current = [];
    this.#before = separator;
    this.#lastComma = undefined;
  }

  #tellConnectives(): void {
    for (let index = 0; index < this.segments.length; index++) {
      const { tokens, after } = this.segments[index] ?? {};
      if (after === undefined || !isConnective(after)) continue;
      if (isAnd(after)) {
        const following = this.segments[index + 1]?.tokens ?? [];
        this.diagnostics.push(andDiagnostic(after, tokens ?? [], following));
        continue;
      }
      const first = index;
      while (isOr(this.segments[index + 1]?.after)) index++;
      for (const d of orDiagnostics(this.segments.slice(first, index + 2))) this.diagnostics.push(d);
    }
  }
}

/** `!`, and the word for it before a group. */
function negates({ tokenType, image }: IToken): boolean {
  return tokenType === Not || /^not$/i.test(image);
}

/** `in` and `notin`, lower case exactly. */
function isSetOperator(token: IToken): boolean {
  return token.tokenType === In || token.tokenType === NotIn;
}

/** Whether tokens end with a key and the word `in` or `notin`, or `!in`, so that a set must follow. */
function endsWithSetOperator(tokens: readonly IToken[]): boolean {
  const last = tokens.at(-1)?.tokenType;
  const key = tokens.at(-2)?.tokenType === Not ? tokens.at(-3) : tokens.at(-2);
  return (last === In || last === NotIn) && key !== undefined && isWord(key);
}

/**
 * The segments of a text that did not parse, and what was wrong between them.
 *
 * @param most segments that are looked at; beyond them, and beyond the diagnostics that are told, the rest is one more
 * @complexity O(number of tokens).
 */
export function segmentsOf(
  text: string,
  tokens: readonly IToken[],
  most: number,
): { readonly segments: readonly Segment[]; readonly diagnostics: readonly Diagnostic[] } {
  const { segments, diagnostics } = new Segmentation(text, tokens, most);
  return { segments, diagnostics };
}
