import type { IToken } from 'chevrotain';
import type { Diagnostic } from '../../text/diagnostic.ts';
import { quote } from '../../text/quote.ts';
import { MAX_DIAGNOSTICS } from '../limits.ts';
import { unquoted } from '../quotes.ts';
import { And, Close, Comma, endOf, isWord, Open, Or, spanOf } from '../tokens.ts';
import type { BrokenSegment, Recogniser } from './broken-segment.ts';
import { checkValueWord } from './keys-and-values.ts';
import { insert, mistake, write } from './mistake.ts';

/** A key and its set operator; with nothing behind it, in any case, since nothing else can have been meant. */
function hasSetOperator(broken: BrokenSegment): boolean {
  const operator = broken.shape === 'NN' ? broken.word(1) : broken.image(1);
  return /^NN/.test(broken.shape) && /^(in|notin)$/.test(operator);
}

/** `a in`, `a in b`, `a in [b,c]`, `a in b,c)` */
const missingSet: Recogniser = (broken) => {
  if (!hasSetOperator(broken) || broken.shape.charAt(2) === '(') return undefined;
  const operator = broken.word(1);
  const message = `found no "(" after "${operator}"; its values stand in parentheses, as in "${operator} (a,b)"`;
  const [, words = '', closed] = /^NN([N,]*)(\)?)/.exec(broken.shape) ?? [];
  if (words === '') return mistake('missing-set', broken.span(broken.tokens.length > 2 ? 2 : 1), message);
  const span = broken.span(2, words.length + 1);
  if (broken.shape.charAt(words.length + 2) === '(') {
    const gap = { start: span.start, end: broken.span(words.length + 2).start };
    return mistake('missing-set', span, message, { title: 'remove it', span: gap, text: '' });
  }
  if (closed === ')') return mistake('missing-set', broken.span(2), message, insert('(', span.start));
  const values = unquoted(broken.text.slice(span.start, span.end).replace(/^[[{]|[\]}]$/g, ''))
    .split(/[ \t\r\n,]+/)
    .filter((value) => value !== '')
    .map(unquoted);
  const blank = /[ \t\r\n]/.test(broken.text.charAt(span.start - 1)) ? '' : ' ';
  return mistake('missing-set', span, message, write(`${blank}(${values.join()})`, span));
};

/** The index of the token that closes the set that is open at index 2, or -1. */
function closeOf(broken: BrokenSegment): number {
  let depth = 0;
  for (let index = 2; index < broken.shape.length; index++) {
    const sign = broken.shape.charAt(index);
    if (sign === '(') depth++;
    else if (sign === ')' && --depth === 0) return index;
  }
  return -1;
}

/** Everything wrong between the parentheses of a set, and after them. */
const brokenSet: Recogniser = (broken) => {
  if (!hasSetOperator(broken) || broken.shape.charAt(2) !== '(') return undefined;
  const close = closeOf(broken);
  const found = withinSet(broken, broken.tokens.slice(3, close < 0 ? undefined : close));
  if (close < 0) found.push(unclosed(broken));
  else found.push(...afterSet(broken, close));
  return found.length > 0 ? found : undefined;
};

function withinSet(broken: BrokenSegment, tokens: readonly IToken[]): Diagnostic[] {
  const found: Diagnostic[] = [];
  const groups: { readonly open: IToken; readonly at: number }[] = [];
  for (const [index, token] of tokens.entries()) {
    if (found.length > MAX_DIAGNOSTICS) break;
    const before = tokens[index - 1];
    const span = spanOf(token);
    if (isWord(token)) {
      if (before !== undefined && isWord(before)) {
        const message = `found ${quote(token.image)} after a value; a comma separates the values of a set, ")" ends it`;
        found.push(mistake('missing-comma', span, message, insert(',', endOf(before))));
      }
      for (const d of checkValueWord({ image: token.image, span })) found.push(d);
    } else if (token.tokenType === Or || token.tokenType === And) {
      const message = `found ${quote(token.image)} between two values; a comma separates them`;
      found.push(mistake('missing-comma', span, message, write(',', span)));
    } else if (token.tokenType === Open) {
      groups.push({ open: token, at: found.length });
      found.push(mistake('unexpected-text', span, WITHIN_SET('"("'), { title: 'remove it', span, text: '' }));
    } else if (token.tokenType === Close) {
      // Told with the parenthesis it closes.
      const group = groups.pop();
      if (group === undefined) continue;
      const inner = { start: endOf(group.open), end: token.startOffset };
      const whole = { start: group.open.startOffset, end: endOf(token) };
      const text = broken.text.slice(inner.start, inner.end);
      found[group.at] = mistake('unexpected-text', spanOf(group.open), WITHIN_SET('"("'), {
        title: 'remove the parentheses',
        span: whole,
        text,
      });
    } else if (token.tokenType !== Comma) {
      found.push(mistake('unexpected-text', span, WITHIN_SET(quote(token.image))));
    }
  }
  return found;
}

const WITHIN_SET = (found: string) => `found ${found} within a set; only values and commas can stand here`;

/** A set that nothing closes, with as many ")" as are missing. */
function unclosed(broken: BrokenSegment): Diagnostic {
  const last = broken.shape.length - 1;
  const dangling = broken.shape.charAt(last) === ',';
  const missing = ')'.repeat(broken.shape.split('(').length - broken.shape.split(')').length);
  return mistake(
    'unclosed-set',
    broken.span(2),
    'found no ")" for this "("',
    dangling
      ? { title: 'close the set with ")" here', span: broken.span(last), text: missing }
      : insert(missing, broken.end),
  );
}

function afterSet(broken: BrokenSegment, close: number): Diagnostic[] {
  const next = broken.tokens[close + 1];
  if (next === undefined) return [];
  const span = spanOf(next);
  const surplus = next.tokenType === Close ? { title: 'remove it', span, text: '' } : undefined;
  const message = `found ${quote(next.image)} after a set; a comma or the end of the text can stand here`;
  return [mistake('unexpected-text', span, message, surplus)];
}

/** Mistakes in and around the values of `in` and `notin`. */
export const SET_MISTAKES: readonly Recogniser[] = [missingSet, brokenSet];
