import type { IToken } from 'chevrotain';
import { type Diagnostic, type Fix, movedBy } from '../text/diagnostic.ts';
import type { WrittenRequirement } from './ast.ts';
import { isConnective } from './connective-tokens.ts';
import { edit } from './edits.ts';
import { parseRequirement, parseTokens } from './grammar.ts';
import { MAX_DIAGNOSTICS, type ParseLimits } from './limits.ts';
import { explainMistake } from './mistakes/explain-mistake.ts';
import { checkKeyWord, checkWords } from './mistakes/keys-and-values.ts';
import { otherNotation } from './mistakes/other-notations.ts';
import type { Segment } from './segment.ts';
import { segmentsOf } from './segments.ts';
import { endOf, isWord, spanOf, tokenize } from './tokens.ts';

/** What could be read of a text, and what is wrong with it. */
export interface Recovered {
  readonly requirements: readonly WrittenRequirement[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A piece with mistakes is read again, mended, so many times at most, and only up to this many units. */
const ROUNDS = 4;
const REREAD_LENGTH = 2_000;

/**
 * Reads a text by the grammar, and where it does not parse, piece by piece: it is cut into what were meant as
 * requirements (segments.ts), each is parsed alone, and what does not parse is looked up among known mistakes
 * (mistakes/explain-mistake.ts). Stops when there are more diagnostics than are told. A text in another notation is
 * told as one mistake (mistakes/other-notations.ts).
 *
 * @complexity O(text length).
 */
export function recover(text: string, limits: ParseLimits): Recovered {
  const read = recoverRounds(text, limits, ROUNDS);
  const notation = read.diagnostics.length === 0 ? undefined : otherNotation(text);
  return notation === undefined ? read : { requirements: [], diagnostics: [notation] };
}

function recoverRounds(text: string, limits: ParseLimits, rounds: number): Recovered {
  const tokens = tokenize(text);
  const parsed = parseTokens(tokens);
  const diagnostics: Diagnostic[] = [];
  if (parsed.ok) {
    const beyond = parsed.value[limits.maxRequirements];
    if (beyond !== undefined) diagnostics.push(tooManyRequirements(beyond.span.start, text.length, limits));
    for (const requirement of parsed.value.slice(0, limits.maxRequirements)) {
      if (diagnostics.length > MAX_DIAGNOSTICS) break;
      append(diagnostics, checkWords(requirement));
    }
    return { requirements: parsed.value, diagnostics };
  }
  const { segments, diagnostics: between } = segmentsOf(text, tokens, 2 * limits.maxRequirements);
  append(diagnostics, between);
  const requirements: WrittenRequirement[] = [];
  let told = -1;
  let count = 0;
  for (const segment of segments) {
    if (diagnostics.length > MAX_DIAGNOSTICS) break;
    const [first] = segment.tokens;
    if (first !== undefined) {
      if (++count > limits.maxRequirements) {
        diagnostics.push(tooManyRequirements(first.startOffset, text.length, limits));
        break;
      }
      const read = readSegment(text, segment, limits, rounds);
      append(diagnostics, read.diagnostics);
      for (const requirement of read.requirements) requirements.push(requirement);
      continue;
    }
    const missing = missingRequirement(segment);
    if (missing?.span === undefined || missing.span.start <= told) continue;
    told = missing.span.start;
    diagnostics.push(missing);
  }
  return { requirements, diagnostics };
}

/** What lies beyond the limit is not looked at. */
function tooManyRequirements(start: number, end: number, limits: ParseLimits): Diagnostic {
  return {
    code: 'too-many-requirements',
    message: `a selector may have at most ${limits.maxRequirements} requirements; this is one more`,
    span: { start, end },
  };
}

/** Appends one by one: half a million arguments are more than a call takes. */
function append(to: Diagnostic[], more: readonly Diagnostic[]): void {
  for (const diagnostic of more) to.push(diagnostic);
}

function readSegment(text: string, segment: Segment, limits: ParseLimits, rounds: number): Recovered {
  const parsed = parseRequirement(segment.tokens);
  if (parsed.ok) return { requirements: [parsed.value], diagnostics: checkWords(parsed.value) };
  const found = explainMistake(text, segment, parsed.error);
  const more = hiddenBehind(text, segment, found, limits, rounds) ?? keyMistakes(segment, found);
  const diagnostics = [...found];
  for (const d of more) {
    if (!found.some((known) => sameSpan(known, d))) diagnostics.push(d);
  }
  return { requirements: [], diagnostics };
}

function sameSpan(a: Diagnostic, b: Diagnostic): boolean {
  return a.span?.start === b.span?.start && a.span?.end === b.span?.end;
}

/** What a segment's mistakes hide: what is still wrong when each is mended. Undefined where one has no fix. */
function hiddenBehind(
  text: string,
  { tokens }: Segment,
  found: readonly Diagnostic[],
  limits: ParseLimits,
  rounds: number,
): readonly Diagnostic[] | undefined {
  const [first] = tokens;
  const last = tokens.at(-1);
  if (rounds === 0 || first === undefined || last === undefined) return undefined;
  const start = first.startOffset;
  if (endOf(last) - start > REREAD_LENGTH) return undefined;
  const written = text.slice(start, endOf(last));
  // Parentheses that were left out stand between the tokens, and would be found again.
  if (tokenize(written).length !== tokens.length) return undefined;
  const fixes: Fix[] = [];
  for (const { fixes: [best] = [] } of found) {
    if (best === undefined || best.span.start < start || best.span.end > endOf(last)) return undefined;
    fixes.push({ ...best, span: { start: best.span.start - start, end: best.span.end - start } });
  }
  const mended = edit(written, fixes);
  if (mended === undefined) return undefined;
  const hidden: Diagnostic[] = [];
  for (const diagnostic of recoverRounds(mended.text, limits, rounds - 1).diagnostics) {
    const original = mended.original(diagnostic);
    if (original !== undefined) hidden.push(original);
  }
  return movedBy(hidden, start);
}

/** Where nothing can be mended: the key, if the mistake is elsewhere. */
function keyMistakes({ tokens }: Segment, found: readonly Diagnostic[]): readonly Diagnostic[] {
  const key: IToken | undefined = tokens.slice(0, 2).find(isWord);
  if (key === undefined) return [];
  const span = spanOf(key);
  const touched = found.some(
    (d) => d.span !== undefined && d.span.start < span.end && span.start < d.span.end,
  );
  return touched ? [] : checkKeyWord({ image: key.image, span }, false);
}

/** A comma too many. Beside a connective of another language that alone is told. */
function missingRequirement({ before, after }: Segment): Diagnostic | undefined {
  const comma = after ?? before;
  if (comma === undefined || isConnective(before) || isConnective(after)) return undefined;
  const span = spanOf(comma);
  const place =
    before === undefined ? 'before' : after === undefined ? 'after' : 'between two commas, before';
  return {
    code: 'missing-requirement',
    message: `found no requirement ${place} this comma`,
    span,
    fixes: [{ title: 'drop the comma', span, text: '' }],
  };
}
