import { describe, expect, test } from 'vitest';
import {
  allOf,
  anyOf,
  compileSelector,
  EVERYTHING,
  explainMatch,
  type Labels,
  NOTHING,
  parseSelector,
  type Selector,
} from '../../../src/index.ts';

/** The same labels in every shape, `__proto__` an own property of the objects. */
function shapes(entries: Record<string, string> | readonly (readonly [string, string])[]): Labels[] {
  const pairs = Array.isArray(entries) ? entries : Object.entries(entries);
  const plain = Object.fromEntries(pairs);
  const bare = Object.assign(Object.create(null), plain);
  for (const [key, value] of pairs)
    Object.defineProperty(bare, key, { value, enumerable: true, configurable: true });
  return [plain, bare, new Map(pairs), JSON.parse(JSON.stringify(plain)), Object.freeze({ ...plain })];
}

/** What predicate and explanation say, which must be one. */
function matches(selector: Selector, labels: Labels): boolean {
  const answer = compileSelector(selector)(labels);
  expect(explainMatch(selector, labels).matches, 'the explanation agrees').toBe(answer);
  return answer;
}

const MANY = 'abcdefghij'.split('');

describe('a selector', () => {
  test.each<[text: string, matching: Record<string, string>[], others: Record<string, string>[]]>([
    ['', [{}, { a: 'b' }], []],
    [
      'a=b',
      [{ a: 'b' }, { a: 'b', c: 'd' }],
      [{}, { a: 'c' }, { a: '' }, { b: 'b' }, { A: 'b' }, { a: 'B' }],
    ],
    ['a==b', [{ a: 'b' }], [{}, { a: 'c' }]],
    ['a=', [{ a: '' }], [{}, { a: 'b' }]],
    ['a!=b', [{}, { a: 'c' }, { a: '' }, { b: 'b' }], [{ a: 'b' }]],
    ['a!=', [{}, { a: 'b' }], [{ a: '' }]],
    ['a in (b,c)', [{ a: 'b' }, { a: 'c' }], [{}, { a: 'd' }, { a: 'b,c' }, { a: '' }]],
    ['a in (,b)', [{ a: 'b' }, { a: '' }], [{}, { a: 'd' }]],
    ['a notin (b,c)', [{}, { a: 'd' }, { a: '' }], [{ a: 'b' }, { a: 'c' }]],
    ['a', [{ a: 'b' }, { a: '' }], [{}, { b: 'a' }]],
    ['!a', [{}, { b: 'a' }], [{ a: 'b' }, { a: '' }]],
    [`a in (${MANY})`, [{ a: 'a' }, { a: 'j' }], [{}, { a: 'k' }]],
    [`a notin (${MANY})`, [{}, { a: 'k' }], [{ a: 'a' }, { a: 'j' }]],
    [`a,a notin (${MANY})`, [{ a: 'k' }], [{}, { a: 'a' }]],
    ['a,a!=b', [{ a: 'c' }], [{}, { a: 'b' }]],
    ['a,!a', [], [{}, { a: 'b' }]],
    ['a=b,c=d', [{ a: 'b', c: 'd' }], [{ a: 'b' }, { c: 'd' }, { a: 'b', c: 'e' }, { a: 'x', c: 'd' }, {}]],
    [
      'a=b,c=d,e=f',
      [{ a: 'b', c: 'd', e: 'f' }],
      [
        { a: 'b', c: 'd' },
        { a: 'b', c: 'd', e: 'g' },
        { c: 'd', e: 'f' },
      ],
    ],
    [
      'a=b,c!=d,!e,f in (g,h)',
      [{ a: 'b', f: 'h' }],
      [{ a: 'b', f: 'h', e: '' }, { a: 'b', f: 'h', c: 'd' }, { a: 'b' }],
    ],
    ['in in (in)', [{ in: 'in' }], [{}, { in: 'notin' }]],
  ])('%j', (text, matching, others) => {
    const selector = parseSelector(text);
    for (const entries of matching) {
      for (const labels of shapes(entries))
        expect(matches(selector, labels), JSON.stringify(entries)).toBe(true);
    }
    for (const entries of others) {
      for (const labels of shapes(entries))
        expect(matches(selector, labels), JSON.stringify(entries)).toBe(false);
    }
  });

  test.each<[text: string, matching: string[], others: string[]]>([
    [
      'a>5',
      [
        '6',
        '+6',
        '006',
        '9223372036854775807',
        '0009223372036854775807',
        '+9223372036854775807',
        `${'0'.repeat(70)}6`,
      ],
      [
        '5',
        '-6',
        '005',
        '',
        '+',
        '-',
        'b',
        '6.0',
        '6e1',
        '0x6',
        '6_0',
        ' 6',
        '6 ',
        '6\n',
        '٦',
        '９',
        '9223372036854775808',
        '99999999999999999999',
      ],
    ],
    [
      'a<5',
      ['4', '-0', '+0', '-0005', '-9223372036854775808', '-999999999999999', '-1000000000000000'],
      ['5', '+5', '', '--1', '-', '-9223372036854775809', '1-', '/', ':', '-a'],
    ],
    ['a>0', ['1', '999999999999999', '1000000000000000', '9007199254740993'], ['0', '-0', '+0', '000', '-1']],
    ['a<0', ['-1'], ['0', '-0', '-']],
    // Beyond what a number holds exactly, and at the edges.
    [
      'a>9007199254740992',
      ['9007199254740993', '9007199254740994'],
      ['9007199254740992', '9007199254740991'],
    ],
    [
      'a<9007199254740993',
      ['9007199254740992', '9007199254740991', '0'],
      ['9007199254740993', '9007199254740994'],
    ],
    ['a>9223372036854775806', ['9223372036854775807'], ['9223372036854775806', '9223372036854775808', '0']],
    ['a<9223372036854775807', ['9223372036854775806', '-9223372036854775808'], ['9223372036854775807']],
    ['a>9223372036854775807', [], ['9223372036854775807', '9223372036854775808']],
    ['a>999999999999998', ['999999999999999', '1000000000000000'], ['999999999999998']],
    ['a>1,a<4,a!=2', ['3', '02', '+2'], ['1', '2', '4', 'b']],
    ['a>1,a notin (2,3,4,5,6,7)', ['8', '02'], ['2', '7', '1']],
  ])('compares integers: %j', (text, matching, others) => {
    const selector = parseSelector(text);
    for (const value of matching) expect(matches(selector, { a: value }), value).toBe(true);
    for (const value of others) expect(matches(selector, { a: value }), value).toBe(false);
    expect(matches(selector, {})).toBe(false);
  });

  test('with a bound compares integers below zero, where it was made by hand', () => {
    const selector: Selector = {
      alternatives: [[{ key: 'a', operator: 'gt', values: ['-9223372036854775808'] }]],
    };
    expect(matches(selector, { a: '-9223372036854775807' })).toBe(true);
    expect(matches(selector, { a: '-9223372036854775808' })).toBe(false);
  });

  test('of several alternatives matches where any does', () => {
    const selector = anyOf(parseSelector('a=b'), parseSelector('c'), parseSelector('x,!x'));
    for (const labels of [{ a: 'b' }, { c: '' }, { a: 'b', c: 'd' }])
      expect(matches(selector, labels)).toBe(true);
    for (const labels of [{}, { a: 'c' }, { x: '' }]) expect(matches(selector, labels)).toBe(false);
    expect(matches(anyOf(parseSelector('a=b'), EVERYTHING), {})).toBe(true);
    expect(matches(allOf(selector, parseSelector('e')), { c: '', e: '' })).toBe(true);
  });

  test('Everything matches every label set, Nothing none', () => {
    for (const labels of shapes({ a: 'b' })) {
      expect(matches(EVERYTHING, labels)).toBe(true);
      expect(matches(NOTHING, labels)).toBe(false);
    }
  });
});

describe('labels with the names of what every object has', () => {
  test.each(['constructor', 'toString', 'hasOwnProperty', 'valueOf', '__proto__'])('%s', (key) => {
    const there: Selector = { alternatives: [[{ key, operator: '=', values: ['b'] }]] };
    const absent: Selector = { alternatives: [[{ key, operator: '!', values: [] }]] };
    for (const labels of shapes([[key, 'b']])) {
      if (key === '__proto__' && !Object.hasOwn(labels, key) && !(labels instanceof Map)) continue;
      expect(matches(there, labels)).toBe(true);
      expect(matches(absent, labels)).toBe(false);
    }
    for (const labels of shapes({ a: 'b' })) {
      expect(matches(there, labels)).toBe(false);
      expect(matches(absent, labels)).toBe(true);
    }
  });
});

describe('labels that are odd', () => {
  const selector = parseSelector('a');

  test('inherited properties are none', () => {
    expect(matches(selector, Object.create({ a: 'b' }))).toBe(false);
  });

  test('properties that are undefined are absent', () => {
    expect(matches(selector, { a: undefined } as unknown as Labels)).toBe(false);
    expect(matches(parseSelector('!a'), { a: undefined } as unknown as Labels)).toBe(true);
    expect(matches(parseSelector('!a'), new Map([['a', undefined]]) as unknown as Labels)).toBe(true);
  });

  test('getters are asked once a match', () => {
    let asked = 0;
    const labels = {
      get a() {
        asked++;
        return 'b';
      },
    };
    expect(compileSelector(parseSelector('a,a!=c,a in (b,d)'))(labels)).toBe(true);
    expect(asked).toBe(1);
  });

  test('what a getter throws is thrown', () => {
    const labels = {
      get a(): string {
        throw new RangeError('mine');
      },
    };
    expect(() => compileSelector(selector)(labels)).toThrow(new RangeError('mine'));
    expect(() => explainMatch(selector, labels)).toThrow(new RangeError('mine'));
  });

  test('properties that are not enumerable are labels like any other', () => {
    const labels = Object.defineProperty({}, 'a', { value: 'b', enumerable: false });
    expect(matches(selector, labels)).toBe(true);
  });

  test.each<[value: unknown, found: string]>([
    [1, 'a number'],
    [null, 'null'],
    [true, 'a boolean'],
    [['b'], 'an array'],
    [{}, 'an object'],
  ])('a value that is %j is refused, naming its key', (value, found) => {
    const message = `the label "a" must be a string, not ${found}`;
    for (const text of ['a', '!a', 'a=b', 'a!=b', 'a in (b,c)', 'a>5', 'a=b,c', 'a,b,c']) {
      for (const labels of [{ a: value, b: '', c: '' }, new Map([['a', value]])] as unknown as Labels[]) {
        const asked = parseSelector(text);
        expect(() => compileSelector(asked)(labels), text).toThrow(new TypeError(message));
        expect(() => explainMatch(asked, labels), text).toThrow(new TypeError(message));
      }
    }
  });

  test.each<[labels: unknown, found: string]>([
    [null, 'null'],
    [undefined, 'undefined'],
    [['a'], 'an array'],
    [1, 'a number'],
    ['a=b', 'a string'],
  ])('label sets that are %j are refused', (labels, found) => {
    const message = `labels must be a plain object or a Map of strings to strings, not ${found}`;
    const several = anyOf(selector, parseSelector('b'));
    for (const asked of [
      selector,
      parseSelector('a,b,c'),
      several,
      EVERYTHING,
      NOTHING,
      parseSelector('a,!a'),
    ]) {
      expect(() => compileSelector(asked)(labels as Labels)).toThrow(new TypeError(message));
      expect(() => explainMatch(asked, labels as Labels)).toThrow(new TypeError(message));
    }
  });
});

test('a Set keeps its content elsewhere, and is no label set', () => {
  const labels = new Set(['a']) as unknown as Labels;
  for (const text of ['a', '!a', 'a!=b', 'a,b,c']) {
    const message = 'labels must be a plain object or a Map of strings to strings, not a Set';
    expect(() => compileSelector(parseSelector(text))(labels), text).toThrow(new TypeError(message));
    expect(() => explainMatch(parseSelector(text), labels), text).toThrow(new TypeError(message));
  }
});

describe('what is compiled', () => {
  test.each<[selector: unknown]>([['a=b'], [null], [undefined], [{}], [[]], [1]])(
    '%j is no selector',
    (selector) => {
      expect(() => compileSelector(selector as unknown as Selector)).toThrow(/must be a Selector/);
      expect(() => explainMatch(selector as unknown as Selector, {})).toThrow(/must be a Selector/);
    },
  );

  test('is not changed by what later happens to the selector', () => {
    const values = ['b'];
    const predicate = compileSelector({ alternatives: [[{ key: 'a', operator: 'in', values }]] });
    values[0] = 'c';
    values.push('d');
    expect(predicate({ a: 'b' })).toBe(true);
    expect(predicate({ a: 'd' })).toBe(false);
  });
});
