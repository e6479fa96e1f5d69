import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { assertLabels, type Labels, labelEntries } from '../../../src/labels/labels.ts';

class WithGetter {
  get inherited(): string {
    return 'x';
  }
}

function bare(entries: Record<string, string>): Labels {
  return Object.assign(Object.create(null), entries);
}

/** A label set as JSON gives it, `__proto__` an own property. */
function parsed(json: string): Labels {
  return JSON.parse(json);
}

describe('the value of a label', () => {
  test.each<[what: string, labels: Labels, key: string, value: string | undefined]>([
    ['an object', { a: 'b' }, 'a', 'b'],
    ['an object without it', { a: 'b' }, 'b', undefined],
    ['the empty value', { a: '' }, 'a', ''],
    ['a bare object', bare({ a: 'b' }), 'a', 'b'],
    ['a bare object with hasOwnProperty', bare({ hasOwnProperty: 'b' }), 'hasOwnProperty', 'b'],
    ['a Map', new Map([['a', 'b']]), 'a', 'b'],
    ['a Map without it', new Map([['a', 'b']]), 'size', undefined],
    ['an undefined property', { a: undefined } as unknown as Labels, 'a', undefined],
    ['a frozen object', Object.freeze({ a: 'b' }), 'a', 'b'],
    [
      'a getter',
      {
        get a() {
          return 'b';
        },
      },
      'a',
      'b',
    ],
    ['an inherited property', Object.create({ a: 'b' }), 'a', undefined],
    ['an inherited getter', new WithGetter() as unknown as Labels, 'inherited', undefined],
    ['a property of every object: constructor', {}, 'constructor', undefined],
    ['a property of every object: toString', {}, 'toString', undefined],
    ['a property of every object: hasOwnProperty', {}, 'hasOwnProperty', undefined],
    ['a property of every object: __proto__', {}, '__proto__', undefined],
    ['constructor as a label', { constructor: 'b' } as unknown as Labels, 'constructor', 'b'],
    ['__proto__ as a label', parsed('{"__proto__":"b"}'), '__proto__', 'b'],
    ['__proto__ in a Map', new Map([['__proto__', 'b']]), '__proto__', 'b'],
    ['__proto__ not in a Map', new Map(), '__proto__', undefined],
  ])('of %s', (_, labels, key, value) => {
    expect(new Map(labelEntries(labels)).get(key)).toBe(value);
  });

  test('of an object that answers hasOwnProperty for itself is still its own', () => {
    const labels = { a: 'b', hasOwnProperty: 'c' } as unknown as Labels;
    expect(new Map(labelEntries(labels)).get('a')).toBe('b');
  });

  test('of a property that is not enumerable is its own as well', () => {
    const labels = Object.defineProperty({}, 'a', { value: 'b', enumerable: false });
    expect(labelEntries(labels)).toEqual([['a', 'b']]);
  });

  test.each<[what: string, value: unknown, found: string]>([
    ['a number', 1, 'a number'],
    ['null', null, 'null'],
    ['true', true, 'a boolean'],
    ['an array', ['b'], 'an array'],
    ['an object', {}, 'an object'],
    ['a String object', new String('b'), 'a String'],
    ['a bigint', 1n, 'a bigint'],
    ['a symbol', Symbol('b'), 'a symbol'],
    ['a function', () => 'b', 'a function'],
  ])('that is %s is refused with its key', (_, value, found) => {
    for (const labels of [{ a: value }, new Map([['a', value]])] as unknown as Labels[]) {
      const message = `the label "a" must be a string, not ${found}`;
      expect(() => labelEntries(labels)).toThrow(new TypeError(message));
    }
  });
});

describe('the pairs of a label set', () => {
  test('stand in its own order, undefined ones left out', () => {
    const pairs: [string, string][] = [
      ['b', '1'],
      ['a', ''],
      ['__proto__', 'x'],
    ];
    expect(labelEntries(new Map(pairs))).toEqual(pairs);
    expect(labelEntries(parsed('{"b":"1","a":"","__proto__":"x"}'))).toEqual(pairs);
    expect(labelEntries({ b: '1', c: undefined, a: '' } as unknown as Labels)).toEqual(pairs.slice(0, 2));
    expect(labelEntries({})).toEqual([]);
  });

  test('of a Map have keys that are strings', () => {
    const labels = new Map([[1, 'b']]) as unknown as Labels;
    expect(() => labelEntries(labels)).toThrow(new TypeError('a label key must be a string, not a number'));
  });
});

describe('what can be a label set', () => {
  test.each<[what: string, labels: unknown, found: string]>([
    ['undefined', undefined, 'undefined'],
    ['null', null, 'null'],
    ['an array', [['a', 'b']], 'array'],
    ['a string', 'a=b', 'string'],
    ['a number', 1, 'number'],
    ['a function', () => ({}), 'function'],
    // These keep their content elsewhere, and would read as empty.
    ['a Set', new Set(['a']), ''],
    ['a Date', new Date(0), ''],
    ['a String object', new String('a=b'), ''],
    [
      'an iterable of a class of its own',
      new (class extends WithGetter {
        *[Symbol.iterator]() {
          yield 'a';
        }
      })(),
      '',
    ],
    ['URLSearchParams', new URLSearchParams('a=b'), ''],
    ['an array of another realm', runInNewContext('["a"]'), ''],
    ['a Map of another realm', runInNewContext('new Map([["a", "b"]])'), ''],
  ])('is not %s', (_, labels, found) => {
    for (const read of [assertLabels, labelEntries] as ((labels: never) => unknown)[]) {
      expect(() => read(labels as never)).toThrow(TypeError);
      expect(() => read(labels as never)).toThrow(
        new RegExp(`labels must be a plain object or a Map of strings to strings, not .*${found}`),
      );
    }
  });

  test.each<[what: string, labels: object]>([
    ['an object', {}],
    ['a bare object', Object.create(null)],
    ['a Map', new Map()],
    ['a Map of a class of its own', new (class extends Map {})()],
    ['an object of another realm', runInNewContext('({})')],
    ['a class instance', new WithGetter()],
    ['a Proxy', new Proxy({}, {})],
  ])('is %s', (_, labels) => {
    expect(() => assertLabels(labels)).not.toThrow();
    expect(labelEntries(labels as Labels)).toEqual([]);
  });
});
