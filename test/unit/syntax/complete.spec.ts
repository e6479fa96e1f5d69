import { describe, expect, test } from 'vitest';
import { completeSelector } from '../../../src/selector/complete-selector.ts';
import type { Completion } from '../../../src/syntax/complete.ts';
import type { Vocabulary } from '../../../src/syntax/vocabulary.ts';

const VOCABULARY: Vocabulary = {
  app: ['web', 'api', 'Worker', 'my-web'],
  'app.kubernetes.io/name': ['nginx'],
  env: ['prod', 'dev'],
  tier: ['', 'front'],
  zone: ['a', '12', '-1', '5', '1.5'],
};
const KEYS = ['app', 'app.kubernetes.io/name', 'env', 'tier', 'zone'];
const OPERATORS = ['=', '!=', 'in', 'notin', '==', '>', '<'];

/** Completions at the `|` of a text that has one. */
function at(marked: string, vocabulary: Vocabulary = VOCABULARY): readonly Completion[] {
  const offset = marked.indexOf('|');
  return completeSelector(marked.slice(0, offset) + marked.slice(offset + 1), offset, vocabulary);
}

function labels(marked: string, vocabulary: Vocabulary = VOCABULARY): string[] {
  return at(marked, vocabulary).map(({ label }) => label);
}

/** The text after taking the completion with a label, a `|` where the cursor then is. */
function taking(label: string, marked: string): string {
  const text = marked.replace('|', '');
  const found = at(marked).find((completion) => completion.label === label);
  if (found === undefined) throw new Error(`${label} is not offered at ${marked}`);
  return `${text.slice(0, found.span.start)}${found.text}|${text.slice(found.span.end)}`;
}

describe('what is offered', () => {
  test.each<[place: string, marked: string, labels: string[]]>([
    ['in an empty text', '|', [...KEYS, '!']],
    ['in white space', ' \t|\r\n', [...KEYS, '!']],
    ['behind a comma', 'x=y,|', [...KEYS, '!']],
    ['behind a comma and a blank', 'x=y, |', [...KEYS, '!']],
    ['between two requirements', 'x=y,|,b', [...KEYS, '!']],
    ['behind "!"', '!|', KEYS],
    ['behind "!" and a blank', '! |', KEYS],
    ['behind a key', 'x |', [...OPERATORS, ',']],
    ['right behind a key that is not known', 'x|', [...OPERATORS, ',']],
    [
      'right behind a key that is known: what follows first',
      'app|',
      [...OPERATORS, ',', 'app.kubernetes.io/name'],
    ],
    ['right behind a key that is not known, but like others: those first', 'en|', ['env', ...OPERATORS, ',']],
    ['behind an absent key', '!x |', [',']],
    ['behind "="', 'app=|', ['web', 'api', 'Worker', 'my-web', ',']],
    ['behind "==" and a line end', 'app ==\n|', ['web', 'api', 'Worker', 'my-web', ',']],
    ['behind "!="', 'app!=|', ['web', 'api', 'Worker', 'my-web', ',']],
    ['behind ">": integers only', 'zone>|', ['12', '5']],
    ['behind "<": integers only', 'zone < |', ['12', '5']],
    ['behind a value', 'app=web |', [',']],
    ['behind a value that is no integer', 'zone>1.|', []],
    ['behind a key without known values', 'x=|', [',']],
    ['behind "in"', 'app in |', ['(']],
    ['right behind "in"', 'app in|', ['notin', '(']],
    ['in a set', 'app in (|', ['web', 'api', 'Worker', 'my-web']],
    ['in a set that has a value', 'app in (web,|', ['api', 'Worker', 'my-web']],
    ['in a set that has values on both sides', 'app in (web, |, Worker)', ['api', 'my-web']],
    [
      'in a set before a value of another requirement',
      'app in (|),env=web',
      ['web', 'api', 'Worker', 'my-web'],
    ],
    ['behind an item', 'app in (x|', [',', ')']],
    ['behind an item, before the end of the set', 'app in (x|)', [',']],
    ['behind an item, before another', 'app in (x |, y)', [')']],
    ['in a set that may have the empty value', 'tier notin (|', ['front', ',', ')']],
    ['behind a set', 'app in (web)|', [',']],
    ['before the comma', 'x |, y', OPERATORS],
    ['before an operator', 'x | = y', []],
    ['before an operator word', 'x |  in (y)', []],
    ['before a set', 'x |(y)', ['in', 'notin']],
    ['where a comma is missing', 'x=y |z', [',']],
    ['behind "!" that will be "!="', 'app!|', ['!=']],
    ['where operators are keys and values', 'in in (notin|', [',', ')']],
  ])('%s', (_, marked, expected) => {
    expect(labels(marked)).toEqual(expected);
  });

  test.each<[place: string, marked: string, labels: string[]]>([
    ['begins with what is typed, but for case, then has it', 'app=w|', ['web', 'Worker', 'my-web', ',']],
    ['in the case typed first', 'app=W|', ['Worker', 'web', 'my-web', ',']],
    ['behind the "/" before elsewhere', 'NA|', ['app.kubernetes.io/name', ...OPERATORS, ',']],
    ['in the middle of a word', 'e|nw', ['env', 'app.kubernetes.io/name', 'tier', 'zone']],
    ['of an operator', 'app no|', ['notin']],
    ['of two operators', 'app i|', ['in', 'notin']],
    ['of a sign', 'app !|', ['!=']],
    ['in the middle of a sign', 'app =|= x', ['=', '!=']],
    ['of a quoted word', 'app="w|eb"', ['web', 'Worker', 'my-web']],
    ['of an unfinished quoted word', "app='w|", ['web', 'Worker', 'my-web']],
    ['nothing like it', 'app=-|', ['my-web']],
    ['nothing like it at all', 'app=~|', []],
    ['not itself', 'env=pro|d', []],
  ])('of what is typed: %s', (_, marked, expected) => {
    expect(labels(marked)).toEqual(expected);
  });

  test.each([
    ['before', ',, !!, x y z, a=b=c, (x, app=|'],
    ['an open quote before', `x='y, app=|`],
    ['after', 'app=|, !!, x y z'],
    ['a quote around', `x='y, app=|, z='y`],
    ['grouping', '(x=y, app=|)'],
    ['grouping at once', '(app=|)'],
    ['in another set', 'x in (y z "), app=|'],
  ])('mistakes %s do not prevent it', (_, marked) => {
    expect(labels(marked).slice(0, 4)).toEqual(['web', 'api', 'Worker', 'my-web']);
  });

  test('mistakes in the set do not prevent it', () => {
    expect(labels('app in (x y, !z, |')).toEqual(['web', 'api', 'Worker', 'my-web']);
    expect(labels('app in (x y)|')).toEqual([',']);
  });

  test('a NUL has no completions', () => {
    expect(labels('app\0|')).toEqual([]);
  });
});

describe('what it puts in', () => {
  test.each<[label: string, marked: string, after: string]>([
    ['app', '|', 'app|'],
    ['=', 'app|', 'app=|'],
    ['in', 'app|', 'app in (|'],
    ['in', 'app |', 'app in (|'],
    ['notin', 'app i|', 'app notin (|'],
    ['in', 'app|(x)', 'app in |(x)'],
    ['in', 'app | (x)', 'app in| (x)'],
    ['notin', 'app |in (x)', 'app notin| (x)'],
    ['notin', 'app in|(x)', 'app notin |(x)'],
    ['(', 'app in|', 'app in (|'],
    ['(', 'app in |', 'app in (|'],
    ['!=', 'app|=x', 'app!=|x'],
    ['in', 'app|=x', 'app in (|x'],
    ['!=', 'app!|', 'app!=|'],
    ['!=', 'app =|= x', 'app !=| x'],
    ['app', 'a|nything = x', 'app| = x'],
    ['env', '|app=x', 'env|=x'],
    ['web', 'app=w|yz,b', 'app=web|,b'],
    ['web', 'app in (|xyz)', 'app in (web|)'],
    ['web', 'app="w|eb", b', 'app=web|, b'],
    [',', 'app=x |y', 'app=x ,|y'],
    ['!', '|app', '!|app'],
  ])('%s at %s', (label, marked, after) => {
    expect(taking(label, marked)).toBe(after);
  });

  test('what kind it is', () => {
    const kinds = (marked: string): string[] => [...new Set(at(marked).map(({ kind }) => kind))];
    expect(kinds('|')).toEqual(['key', 'operator']);
    expect(kinds('app=|')).toEqual(['value', 'punctuation']);
    expect(kinds('x |')).toEqual(['operator', 'punctuation']);
    for (const { kind, detail } of at('app|')) expect(detail === undefined).toBe(kind === 'key');
    expect(at('app=w|').at(0)).toEqual({
      kind: 'value',
      label: 'web',
      text: 'web',
      span: { start: 4, end: 5 },
    });
  });
});

describe('vocabularies', () => {
  test('none', () => {
    expect(completeSelector('', 0).map(({ label }) => label)).toEqual(['!']);
    expect(completeSelector('app=', 4).map(({ label }) => label)).toEqual([',']);
  });

  test('a Map, with any iterable of values, even one that can be read only once', () => {
    const vocabulary = new Map<string, Iterable<string>>([
      ['app', new Set(['web', 'api'])],
      ['env', ['prod', 'dev'].values()],
    ]);
    expect(labels('app=|', vocabulary)).toEqual(['web', 'api', ',']);
    expect(labels('env=d|', vocabulary)).toEqual(['dev', 'prod', ',']);
    expect(labels('|', vocabulary)).toEqual(['app', 'env', '!']);
  });

  test('own properties only', () => {
    const inherited: Vocabulary = Object.create({ inherited: ['x'] });
    expect(labels('|', inherited)).toEqual(['!']);
    expect(labels('inherited=|', inherited)).toEqual([',']);
    expect(labels('constructor=|', {})).toEqual([',']);
    expect(labels('toString in (|', {})).toEqual([]);
    expect(labels('__proto__=|', {})).toEqual([',']);
  });

  test('what is no valid key or value, and what is there twice, is left out', () => {
    const vocabulary = {
      '': ['x'],
      '-a': ['x'],
      'a b': ['x'],
      a: ['', '-', 'x y', 'x', 'x', 'é', 'x'.repeat(64)],
    };
    expect(labels('|', vocabulary)).toEqual(['a', '!']);
    expect(labels('a=|', vocabulary)).toEqual(['x', ',']);
  });

  test('as many as there are', () => {
    const keys = Array.from({ length: 100_000 }, (_, i) => [`key-${i}`, []] as const);
    expect(labels('|', new Map(keys))).toHaveLength(100_001);
    expect(labels('key-99999|', new Map(keys))).toEqual([...OPERATORS, ',']);
  });
});

describe('arguments', () => {
  test.each([-1, 4, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('the offset %s in a text of 3', (offset) => {
    expect(() => completeSelector('app', offset)).toThrow(RangeError);
    expect(() => completeSelector('app', offset)).toThrow(
      `offset must be a whole number from 0 to 3, not ${offset}`,
    );
  });

  test.each<[unknown, string]>([
    [null, 'null'],
    [['app'], 'an array'],
    ['app', 'string'],
  ])('%j for a vocabulary', (vocabulary, found) => {
    expect(() => completeSelector('', 0, vocabulary as Vocabulary)).toThrow(TypeError);
    expect(() => completeSelector('', 0, vocabulary as Vocabulary)).toThrow(found);
  });

  test('a vocabulary with values that are no lists of strings', () => {
    const wrong = { a: 'xyz', b: [1], c: null } as unknown as Vocabulary;
    expect(() => labels('a=|', wrong)).toThrow(
      'the vocabulary\'s values of "a" must be a list of strings, not a string',
    );
    expect(() => labels('b=|', wrong)).toThrow(
      'the vocabulary\'s values of "b" must be strings, and one is a number',
    );
    expect(() => labels('c=|', wrong)).toThrow(TypeError);
    expect(() => labels('|', new Map([[1, []]]) as unknown as Vocabulary)).toThrow(TypeError);
  });

  test('a text that is no string', () => {
    expect(() => completeSelector(null as unknown as string, 0)).toThrow('must be a string, not null');
  });
});
