import { describe, expect, test } from 'vitest';
import type { WrittenRequirement } from '../../../src/syntax/ast.ts';
import { parseRequirement, parseTokens } from '../../../src/syntax/grammar.ts';
import { tokenize } from '../../../src/syntax/tokens.ts';

/** A requirement as it was written, each word as the text its span cuts out, with where it begins. */
function written(text: string, { key, operator, values, span }: WrittenRequirement): string {
  const cut = ({ image, span: place }: WrittenRequirement['key']) => {
    expect(text.slice(place.start, place.end)).toBe(image);
    return `${image}@${place.start}`;
  };
  return [text.slice(span.start, span.end), cut(key), operator, ...values.map(cut)].join(' | ');
}

describe('the grammar', () => {
  test.each<[text: string, ...requirements: string[]]>([
    [''],
    [' \n'],
    ['a', 'a | a@0 | exists'],
    [' !  a ,b', '!  a | a@4 | !', 'b | b@7 | exists'],
    ['a = b', 'a = b | a@0 | = | b@4'],
    ['a==b,c!=d', 'a==b | a@0 | == | b@3', 'c!=d | c@5 | != | d@8'],
    // An empty value stands where it would be written; a requirement ends with its last token.
    ['a= ,b', 'a= | a@0 | = | @2', 'b | b@4 | exists'],
    ['a>5,b<6', 'a>5 | a@0 | gt | 5@2', 'b<6 | b@4 | lt | 6@6'],
    ['a in ( c , b,c )', 'a in ( c , b,c ) | a@0 | in | c@7 | b@11 | c@13'],
    ['a notin (,b, )', 'a notin (,b, ) | a@0 | notin | @9 | b@10 | @12'],
    ['in in (in)', 'in in (in) | in@0 | in | in@7'],
    // Whether they are good keys and values is not for the grammar.
    ['é="x y"', 'é="x y" | é@0 | = | "x y"@2'],
  ])('reads %j', (text, ...requirements) => {
    const parsed = parseTokens(tokenize(text));
    expect(parsed.ok && parsed.value.map((one) => written(text, one))).toEqual(requirements);
  });

  test.each<[text: string, stopped: string]>([
    ['a b', 'b'],
    ['a=b c', 'c'],
    ['a,,b', ','],
    ['a in b', 'b'],
    ['a in (b c)', 'c'],
    ['a in (b', ''],
    ['=', '='],
    ['!', ''],
    ['a>', ''],
    ['(a)', '('],
    ['a||b', '||'],
    ['a=;', ';'],
  ])('stops in %j at %j', (text, stopped) => {
    const parsed = parseTokens(tokenize(text));
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.error.token.image).toBe(stopped);
  });

  test('reads a requirement alone, and nothing behind it', () => {
    expect(parseRequirement(tokenize('a=b')).ok).toBe(true);
    expect(parseRequirement(tokenize('a=b,c')).ok).toBe(false);
    expect(parseRequirement(tokenize('')).ok).toBe(false);
  });
});
