import type { Span } from 'labelwise';
import type { Token } from './tokenize.ts';
import type { Frame, Walk } from './walk.ts';

/** What a token is in a selector: what colours show. */
export type Role = 'key' | 'operator' | 'value' | 'punctuation' | 'unknown';

/** A part of a text, and what it is. */
export interface RoleSpan {
  readonly span: Span;
  readonly role: Role;
}

const PUNCTUATION: ReadonlySet<string> = new Set([',', '(', ')']);

/** The tokens of each requirement: they end at commas that stand in no parentheses. */
function segmentsOf(tokens: readonly Token[]): Token[][] {
  const segments: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.text === '(') depth++;
    if (token.text === ')') depth = Math.max(0, depth - 1);
    if (token.text === ',' && depth === 0) segments.push([]);
    else segments.at(-1)?.push(token);
  }
  return segments;
}

function wordRoles(frame: Frame, into: Map<number, Role>): void {
  if (frame.rule === 'key') into.set(frame.span.start, 'key');
  if (frame.rule === 'value' || frame.rule === 'bound') into.set(frame.span.start, 'value');
  for (const one of frame.frames) wordRoles(one, into);
}

function operatorRole({ type, text }: Token, isTaken: boolean): Role {
  if (PUNCTUATION.has(text)) return 'punctuation';
  return isTaken && type.text !== undefined ? 'operator' : 'unknown';
}

/**
 * What each token of a text is, mistakes or not: every requirement is followed by itself, so that one that is wrong does
 * not hide what the others are.
 *
 * @param walkRequirement follows the tokens of one requirement
 * Complexity: O(tokens).
 */
export function rolesOf(
  tokens: readonly Token[],
  walkRequirement: (tokens: readonly Token[]) => Walk,
): readonly RoleSpan[] {
  const roles = tokens
    .filter(({ text }) => text === ',')
    .map(({ span }): RoleSpan => ({ span, role: 'punctuation' }));
  for (const segment of segmentsOf(tokens)) {
    const { frame, stop } = walkRequirement(segment);
    const words = new Map<number, Role>();
    wordRoles(frame, words);
    for (const token of segment) {
      if (token.text === ',') continue;
      const isTaken = stop === undefined || token.span.start < stop.span.start;
      roles.push({
        span: token.span,
        role: words.get(token.span.start) ?? operatorRole(token, isTaken),
      });
    }
  }
  return roles.sort((a, b) => a.span.start - b.span.start);
}
