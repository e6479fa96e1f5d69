import { describe, expect, test } from 'vitest';
import { parseSelector, type Requirement, tryParseSelector } from '../../../src/index.ts';
import { DEFAULT_LIMITS } from '../../../src/syntax/limits.ts';
import { readSelector } from '../../../src/syntax/read.ts';
import { expectDeeplyFrozen } from '../../property/frozen.ts';

type Parts = [key: string, operator: Requirement['operator'], ...values: string[]];

/** What the grammar and the quick reader make of a text, which must be one. */
function read(text: string): Parts[] {
  const thorough = readSelector(text, DEFAULT_LIMITS);
  if (!thorough.ok) throw new Error(`${JSON.stringify(text)} is refused: ${thorough.diagnostics[0].message}`);
  const quick = parseSelector(text).alternatives[0] ?? [];
  expect(quick).toEqual(thorough.requirements);
  expectDeeplyFrozen(thorough.requirements);
  return thorough.requirements.map(({ key, operator, values }) => [key, operator, ...values]);
}

describe('a text says', () => {
  test.each<[text: string, ...requirements: Parts[]]>([
    [''],
    [' \t\r\n'],
    ['a', ['a', 'exists']],
    ['!a', ['a', '!']],
    ['! \n a', ['a', '!']],
    ['a=b', ['a', '=', 'b']],
    ['a==b', ['a', '==', 'b']],
    ['a!=b', ['a', '!=', 'b']],
    ['a>5', ['a', 'gt', '5']],
    ['a<007', ['a', 'lt', '007']],
    ['a=', ['a', '=', '']],
    ['a==', ['a', '==', '']],
    ['a!=', ['a', '!=', '']],
    ['a=,b', ['a', '=', ''], ['b', 'exists']],
    ['a in (b)', ['a', 'in', 'b']],
    ['a in(b)', ['a', 'in', 'b']],
    ['a notin (c,b,c)', ['a', 'notin', 'b', 'c']],
    ['a in ()', ['a', 'in', '']],
    ['a in (,)', ['a', 'in', '']],
    ['a in (,,)', ['a', 'in', '']],
    ['a in (b,)', ['a', 'in', '', 'b']],
    ['a in (,b)', ['a', 'in', '', 'b']],
    ['a in (b,,c)', ['a', 'in', '', 'b', 'c']],
    // By byte: digits, upper case, lower case.
    ['a in (b,B,10,9,a-b,a.b,a_b)', ['a', 'in', '10', '9', 'B', 'a-b', 'a.b', 'a_b', 'b']],
    ['\ta\r\n=\tb\n,\r c\tin\n(\td\r,\ne )', ['a', '=', 'b'], ['c', 'in', 'd', 'e']],
    ['b=1,a=2,b=1', ['b', '=', '1'], ['a', '=', '2'], ['b', '=', '1']],
    // The words are keys and values wherever no operator may stand.
    ['in', ['in', 'exists']],
    ['!in', ['in', '!']],
    ['in in (in)', ['in', 'in', 'in']],
    ['notin notin (notin,in)', ['notin', 'notin', 'in', 'notin']],
    ['a=notin', ['a', '=', 'notin']],
    ['in=in', ['in', '=', 'in']],
    ['in,notin', ['in', 'exists'], ['notin', 'exists']],
    ['inn,notinn,ain,in.x', ['inn', 'exists'], ['notinn', 'exists'], ['ain', 'exists'], ['in.x', 'exists']],
    ['in/in in (in)', ['in/in', 'in', 'in']],
    ['app.kubernetes.io/name=web', ['app.kubernetes.io/name', '=', 'web']],
    [
      'constructor=b,toString,!hasOwnProperty',
      ['constructor', '=', 'b'],
      ['toString', 'exists'],
      ['hasOwnProperty', '!'],
    ],
  ])('%j', (text, ...requirements) => {
    expect(read(text)).toEqual(requirements);
  });
});

test.each(['\v', 'a\f=b', 'a\u00a0=b', '\u2028a', 'a=b\u2029', '\ufeffa'])(
  '%j: only space, tab, CR and LF are white space',
  (text) => {
    expect(tryParseSelector(text).ok).toBe(false);
  },
);

test.each<[text: unknown, found: string]>([
  [undefined, 'undefined'],
  [null, 'null'],
  [{ matchLabels: {} }, 'object'],
  [5, 'number'],
  [['a'], ''],
])('%j is no text', (text, found) => {
  for (const parse of [parseSelector, tryParseSelector]) {
    expect(() => parse(text as unknown as string)).toThrow(TypeError);
    expect(() => parse(text as unknown as string)).toThrow(new RegExp(`must be a string.*${found}`));
  }
});

test('white space between tokens changes nothing', () => {
  const texts = [
    'a=b,!c,d in (e,f),g>5,h',
    ' a = b , ! c , d in ( e , f ) , g > 5 , h ',
    'a\n=\nb\n,\n!\nc,d\nin\n(e\n,f\n),g\n>5,h',
  ];
  expect(new Set(texts.map((text) => JSON.stringify(read(text)))).size).toBe(1);
});
