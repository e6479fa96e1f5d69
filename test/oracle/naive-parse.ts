import { naiveInt64 } from './naive-int64.ts';
import { byByte, type NaiveOperator, type NaiveRequirement } from './naive-requirement.ts';
import { type NaiveToken, naiveTokens } from './naive-tokens.ts';
import { naiveKeyIsValid, naiveValueIsValid } from './naive-validity.ts';

export type NaiveParse =
  | { readonly ok: true; readonly requirements: readonly NaiveRequirement[] }
  | { readonly ok: false; readonly reason: string };

/**
 * The requirements of a text in the order written, or a refusal. Works piece by piece: tokens, cut at the
 * commas outside parentheses, each piece read by its shape.
 */
export function naiveParse(text: string): NaiveParse {
  if (text.includes('\0')) return refused('a NUL'); // Text 9: we refuse any NUL
  const tokens = naiveTokens(text);
  if (tokens.length === 0) return { ok: true, requirements: [] }; // Text 4: blank is Everything
  const requirements: NaiveRequirement[] = [];
  for (const piece of cutAtCommas(tokens)) {
    const requirement = readRequirement(piece);
    if (typeof requirement === 'string') return refused(requirement);
    requirements.push(requirement);
  }
  return { ok: true, requirements };
}

function refused(reason: string): NaiveParse {
  return { ok: false, reason };
}

/** The pieces between the commas that stand outside parentheses; `a,` has an empty second piece. */
function cutAtCommas(tokens: readonly NaiveToken[]): NaiveToken[][] {
  const pieces: NaiveToken[][] = [[]];
  let inside = false;
  for (const token of tokens) {
    if (isSymbol(token, '(')) inside = true;
    if (isSymbol(token, ')')) inside = false;
    if (isSymbol(token, ',') && !inside) pieces.push([]);
    else pieces.at(-1)?.push(token);
  }
  return pieces;
}

function isSymbol(token: NaiveToken | undefined, text: string): boolean {
  return token !== undefined && token.kind === 'symbol' && token.text === text;
}

/** One piece as a requirement, or why it is none. */
function readRequirement(piece: readonly NaiveToken[]): NaiveRequirement | string {
  const [first, second, ...rest] = piece;
  if (first === undefined) return 'a comma with nothing beside it'; // Text 6: `,` `a,` `,a` `a,,b`
  if (isSymbol(first, '!')) {
    // Text 6: `! a` is fine; `!!a` `!` `!a=b` `!a in (b)` are not.
    if (second === undefined || second.kind !== 'word' || rest.length > 0) return 'a ! without a single key';
    return checked(second.text, '!', []);
  }
  if (first.kind !== 'word') return 'no key';
  const key = first.text;
  if (second === undefined) return checked(key, 'exists', []);
  if (second.kind === 'word') {
    // Text 3: the operators are lower case exactly.
    if (second.text === 'in' || second.text === 'notin') return readSet(key, second.text, rest);
    return 'two words and no operator';
  }
  if (second.text === '=' || second.text === '==' || second.text === '!=') {
    const [value, more] = rest;
    if (more !== undefined) return 'more than one value'; // Text 6: `a=b=c`
    if (value === undefined) return checked(key, second.text, ['']); // Text 4: `a=` has the value ""
    return value.kind === 'word' ? checked(key, second.text, [value.text]) : 'a symbol for a value';
  }
  if (second.text === '>' || second.text === '<') {
    const [value, more] = rest;
    if (value === undefined || value.kind !== 'word' || more !== undefined) return 'no single bound'; // Text 4
    if (naiveInt64(value.text) === undefined) return 'a bound that is no int64'; // Text 7
    return checked(key, second.text === '>' ? 'gt' : 'lt', [value.text]);
  }
  return 'a symbol that is not an operator';
}

/** `(…)` after `in` or `notin`: items between commas, each one word or nothing, which is "" (Text 5). */
function readSet(
  key: string,
  operator: NaiveOperator,
  tokens: readonly NaiveToken[],
): NaiveRequirement | string {
  if (!isSymbol(tokens.at(0), '(')) return 'no ( after the operator';
  if (tokens.length < 2 || !isSymbol(tokens.at(-1), ')')) return 'no ) at the end';
  const values = [''];
  let wordInThisItem = false;
  for (const token of tokens.slice(1, -1)) {
    if (isSymbol(token, ',')) {
      values.push('');
      wordInThisItem = false;
    } else if (token.kind === 'word' && !wordInThisItem) {
      values[values.length - 1] = token.text;
      wordInThisItem = true;
    } else {
      return 'something in a set that is no value';
    }
  }
  // Text 5: values are a set, in byte order.
  return checked(key, operator, [...new Set(values)].sort(byByte));
}

/** Text 8: keys and values are validated while parsing. */
function checked(key: string, operator: NaiveOperator, values: readonly string[]): NaiveRequirement | string {
  if (!naiveKeyIsValid(key)) return 'an invalid key';
  if (!values.every(naiveValueIsValid)) return 'an invalid value';
  return { key, operator, values };
}
