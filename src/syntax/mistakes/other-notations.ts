import { isLabelKey } from '../../labels/key.ts';
import type { Diagnostic } from '../../text/diagnostic.ts';
import { quote } from '../../text/quote.ts';
import { unquoted } from '../quotes.ts';
import { mistake, write } from './mistake.ts';

/** A text that begins as JSON, a YAML flow or a PromQL selector does: at once, or after a name, or a name and a colon. */
const BRACKETED = /^[ \t\r\n]*(?:[^ \t\r\n=!(),><{}[\]]+[ \t\r\n]*)?[{[]/;

/** `app: [web, api]`, which has a counterpart. */
const LIST = /^[ \t\r\n]*([^ \t\r\n:{}[\]]+):[ \t\r\n]*\[([^{}[\]]*)\][ \t\r\n]*$/;

/**
 * What is wrong with a text that is written in another notation altogether, so that its parts are not looked at:
 * objects and lists of JSON and YAML, and selectors in braces. Undefined for all other texts. O(text length).
 */
export function otherNotation(text: string): Diagnostic | undefined {
  const begin = BRACKETED.exec(text)?.[0];
  if (begin === undefined) return undefined;
  // A value or a key with a bracket inside is not a notation, but a mistake in a word.
  const word = /[^ \t\r\n:]+(?=[{[]$)/.exec(begin);
  if (word !== null && begin.endsWith('[')) return undefined;
  const [, key = '', items = ''] = LIST.exec(text) ?? [];
  const values = items.split(',').map((item) => unquoted(item.trim()));
  return mistake(
    'unexpected-text',
    { start: begin.length - 1, end: begin.length },
    `found ${quote(begin.slice(-1))}; a selector is not JSON, YAML or PromQL: it is written as in "app=web,tier in (api,front)"`,
    isLabelKey(key) ? write(`${key} in (${values.join()})`, { start: 0, end: text.length }) : undefined,
  );
}
