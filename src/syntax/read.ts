import type { IToken } from 'chevrotain';
import type { Diagnostic } from '../text/diagnostic.ts';
import type { RequirementNode, WrittenRequirement } from './ast.ts';
import { parseRequirement, parseTokens } from './grammar.ts';
import { MAX_DIAGNOSTICS, type ParseLimits } from './limits.ts';
import { explainMistake } from './mistakes.ts';
import { type Segment, segmentsOf } from './segments.ts';
import { Comma, spanOf, tokenize } from './tokens.ts';
import { valueSet } from './value-set.ts';
import { checkWords, warningsOf } from './words.ts';

/** What a text says, or everything that is wrong with it, in the order of the text. */
export type Reading =
  | {
      readonly ok: true;
      readonly requirements: readonly RequirementNode[];
      readonly warnings: readonly Diagnostic[];
    }
  | { readonly ok: false; readonly diagnostics: readonly [Diagnostic, ...Diagnostic[]] };

function refused(first: Diagnostic, ...others: Diagnostic[]): Reading {
  return { ok: false, diagnostics: [first, ...others] };
}

/** Mistakes in the order of the text, and no more than are worth listing. */
function inOrder(found: Diagnostic[], length: number): Reading | undefined {
  found.sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
  const rest = found[MAX_DIAGNOSTICS];
  if (rest !== undefined) {
    found.length = MAX_DIAGNOSTICS;
    found.push({
      code: 'too-many-diagnostics',
      message: `there are more mistakes than ${MAX_DIAGNOSTICS}; from here on they are not listed`,
      span: { start: rest.span?.start ?? length, end: length },
    });
  }
  const [first, ...others] = found;
  return first && refused(first, ...others);
}

/** A requirement as selectors carry it. */
function requirementOf({ key, operator, values }: WrittenRequirement): RequirementNode {
  const images = values.map(({ image }) => image);
  return Object.freeze({ key: key.image, operator, values: valueSet(images) });
}

/**
 * Reads a text by the grammar and says everything there is to say about it: all independent mistakes, or what it
 * requires with warnings. The quick reader (scan.ts) answers for texts with nothing to tell of; on these both agree.
 *
 * Where the text does not parse as a whole, it is cut into what were meant as requirements (segments.ts), each is
 * parsed alone, and what does not parse is looked up among known mistakes (mistakes.ts).
 *
 * Complexity: O(text length), and sorting for sets.
 */
export function readSelector(text: string, limits: ParseLimits): Reading {
  if (text.length > limits.maxLength) {
    return refused({
      code: 'text-too-long',
      message: `a selector may have at most ${limits.maxLength} characters; this text has ${text.length}`,
      span: { start: limits.maxLength, end: text.length },
    });
  }
  const tokens = tokenize(text);
  const parsed = parseTokens(tokens);
  const { requirements, diagnostics } = parsed.ok
    ? { requirements: parsed.value, diagnostics: [] }
    : recover(text, tokens, limits);
  for (const d of limitDiagnostics(requirements, limits, text.length)) diagnostics.push(d);
  for (const requirement of requirements) {
    if (diagnostics.length > MAX_DIAGNOSTICS) break;
    for (const d of checkWords(requirement)) diagnostics.push(d);
  }
  return (
    inOrder(diagnostics, text.length) ?? {
      ok: true,
      requirements: Object.freeze(requirements.map(requirementOf)),
      warnings: requirements.flatMap(warningsOf),
    }
  );
}

/** The requirements that can be read of a text that does not parse, and what is wrong with the rest. */
function recover(
  text: string,
  tokens: IToken[],
  limits: ParseLimits,
): { requirements: WrittenRequirement[]; diagnostics: Diagnostic[] } {
  const { segments, diagnostics: between } = segmentsOf(text, tokens);
  const requirements: WrittenRequirement[] = [];
  const diagnostics = [...between];
  const told = new Set<number>();
  for (const [index, segment] of segments.entries()) {
    if (diagnostics.length > MAX_DIAGNOSTICS) break;
    if (index === limits.maxRequirements) {
      diagnostics.push(
        tooManyRequirements(segment.tokens[0]?.startOffset ?? text.length, text.length, limits),
      );
      break;
    }
    if (segment.tokens.length === 0) {
      const missing = missingRequirement(segment);
      if (missing?.span !== undefined && !told.has(missing.span.start)) {
        told.add(missing.span.start);
        diagnostics.push(missing);
      }
      continue;
    }
    const parsed = parseRequirement(segment.tokens);
    if (parsed.ok) requirements.push(parsed.value);
    else for (const d of explainMistake(text, segment, parsed.error)) diagnostics.push(d);
  }
  return { requirements, diagnostics };
}

/** A comma too many. Beside a connective of another language that alone is told. */
function missingRequirement({ before, after }: Segment): Diagnostic | undefined {
  const comma = after ?? before;
  if (comma === undefined) return undefined;
  if ((before ?? comma).tokenType !== Comma || (after ?? comma).tokenType !== Comma) return undefined;
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

function tooManyRequirements(start: number, end: number, limits: ParseLimits): Diagnostic {
  return {
    code: 'too-many-requirements',
    message: `a selector may have at most ${limits.maxRequirements} requirements; this is one more`,
    span: { start, end },
  };
}

function limitDiagnostics(
  requirements: readonly WrittenRequirement[],
  limits: ParseLimits,
  end: number,
): Diagnostic[] {
  const found: Diagnostic[] = [];
  const beyond = requirements[limits.maxRequirements];
  if (beyond !== undefined) found.push(tooManyRequirements(beyond.span.start, end, limits));
  let count = 0;
  for (const { operator, values } of requirements) {
    if (operator !== 'in' && operator !== 'notin') continue;
    const value = values[limits.maxValues - count];
    count += values.length;
    if (value === undefined) continue;
    found.push({
      code: 'too-many-values',
      message: `the sets of a selector may have at most ${limits.maxValues} values in all; this is one more`,
      span: value.span,
    });
    break;
  }
  return found;
}
