import { isUnsignedInt64 } from '../labels/int64.ts';
import { CLASSES, keyEnd, STOP, valueEnd } from '../labels/word-states.ts';
import type { Operator, Requirement } from './ast.ts';
import type { ParseLimits } from './limits.ts';
import { valueSet } from './value-set.ts';

/*
 * The quick reader of texts that are right: one pass over the units, keys and values checked as they are cut, no
 * tokens, no positions. It has no opinion on texts that are wrong: where anything is out of place it gives up, and
 * the grammar (grammar.ts), which decides what the language is, reads the text again and says what and where.
 * It must never accept what the grammar refuses, nor read it otherwise; properties hold it to that.
 */

// What a unit is to the reader: white space and symbols end a word, everything else belongs to it.
const KINDS = CLASSES.slice();
for (const unit of ' \t\r\n=!(),><') KINDS[unit.charCodeAt(0)] = STOP;

const SPACES = new Uint8Array(128);
for (const unit of ' \t\r\n') SPACES[unit.charCodeAt(0)] = 1;

const COMMA = 0x2c;
const OPEN = 0x28;
const CLOSE = 0x29;
const EQUALS = 0x3d;
const BANG = 0x21;
const GREATER = 0x3e;
const LESS = 0x3c;

const NO_VALUES: readonly string[] = Object.freeze([]);

/** A text that was read: what it requires, frozen, in the order written. */
export interface Scanned {
  readonly requirements: readonly Requirement[];
  /** A set has an empty or repeated item, so there may be something to warn of. */
  readonly remarkable: boolean;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit > 0x20 || SPACES[unit] === 0) break;
    at++;
  }
  return at;
}

function requirement(key: string, operator: Operator, values: readonly string[]): Requirement {
  return Object.freeze({ key, operator, values });
}

/**
 * Reads a well-formed text.
 *
 * @returns what it requires, or undefined where the text is not well-formed, has an invalid key or value, or passes
 * a limit
 * @complexity O(text length), and sorting for sets.
 */
export function scanSelector(text: string, limits: ParseLimits): Scanned | undefined {
  const length = text.length;
  if (length > limits.maxLength) return undefined;
  const requirements: Requirement[] = [];
  let valueCount = 0;
  let remarkable = false;
  let at = skipSpace(text, 0);
  if (at === length) return { requirements: Object.freeze(requirements), remarkable };

  for (;;) {
    if (requirements.length === limits.maxRequirements) return undefined;
    const absent = text.charCodeAt(at) === BANG;
    if (absent) at = skipSpace(text, at + 1);
    const start = at;
    at = keyEnd(text, at, KINDS);
    if (at < 0) return undefined;
    const key = text.slice(start, at);
    at = skipSpace(text, at);
    const unit = at < length ? text.charCodeAt(at) : COMMA;

    if (absent && unit !== COMMA) return undefined;
    if (unit === COMMA) {
      requirements.push(requirement(key, absent ? '!' : 'exists', NO_VALUES));
    } else if (unit === EQUALS || unit === BANG || unit === GREATER || unit === LESS) {
      const joined = text.charCodeAt(at + 1) === EQUALS;
      let operator: Operator;
      if (unit === EQUALS) operator = joined ? '==' : '=';
      else if (unit === BANG) {
        if (!joined) return undefined;
        operator = '!=';
      } else operator = unit === GREATER ? 'gt' : 'lt';
      at = skipSpace(text, joined ? at + 2 : at + 1);
      const from = at;
      at = valueEnd(text, at, KINDS);
      if (at < 0) return undefined;
      const value = text.slice(from, at);
      if ((operator === 'gt' || operator === 'lt') && (joined || !isUnsignedInt64(value))) return undefined;
      requirements.push(requirement(key, operator, Object.freeze([value])));
      at = skipSpace(text, at);
    } else {
      const operator = operatorWord(text, at);
      if (operator === undefined) return undefined;
      at = skipSpace(text, at + operator.length);
      if (text.charCodeAt(at) !== OPEN) return undefined;
      const values: string[] = [];
      do {
        at = skipSpace(text, at + 1);
        const first = at;
        at = valueEnd(text, at, KINDS);
        if (at < 0) return undefined;
        if (++valueCount > limits.maxValues) return undefined;
        if (at === first) remarkable = true;
        values.push(text.slice(first, at));
        at = skipSpace(text, at);
      } while (text.charCodeAt(at) === COMMA);
      if (text.charCodeAt(at) !== CLOSE) return undefined;
      at = skipSpace(text, at + 1);
      const written = values.length;
      const set = valueSet(values);
      if (set.length !== written) remarkable = true;
      requirements.push(requirement(key, operator, set));
    }

    if (at === length) return { requirements: Object.freeze(requirements), remarkable };
    if (text.charCodeAt(at) !== COMMA) return undefined;
    at = skipSpace(text, at + 1);
  }
}

/** `in` or `notin`, lower case exactly, that begins at an offset. What follows must be white space or `(`. */
function operatorWord(text: string, at: number): 'in' | 'notin' | undefined {
  if (text.charCodeAt(at) === 0x69) return text.charCodeAt(at + 1) === 0x6e ? 'in' : undefined;
  return text.startsWith('notin', at) ? 'notin' : undefined;
}
