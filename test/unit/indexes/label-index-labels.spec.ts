import { describe, expect, test } from 'vitest';
import { EVERYTHING, LabelIndex, type Labels, parseSelector, type Selector } from '../../../src/index.ts';
import { checkIndex } from '../../../src/indexes/invariants.ts';

/** A selector of keys and values that no text can say. */
function exactly(key: string, value: string): Selector {
  return { alternatives: [[{ key, operator: '=', values: [value] }]] };
}

const pairs: readonly (readonly [string, string])[] = [
  ['b', '1'],
  ['a', '2'],
  ['__proto__', 'x'],
  ['constructor', 'y'],
  ['', ''],
];

describe('labels', () => {
  test.each<[shape: string, labels: Labels]>([
    ['an object', Object.fromEntries(pairs)],
    [
      'an object without a prototype',
      Object.assign(Object.create(null), Object.fromEntries(pairs.slice(0, 2))),
    ],
    ['a frozen object', Object.freeze(Object.fromEntries(pairs))],
    ['a Map', new Map(pairs)],
    ['no label at all', {}],
    ['an empty Map', new Map()],
  ])('come as %s', (_, labels) => {
    const index = new LabelIndex();
    index.set('x', labels);
    const wanted = labels instanceof Map ? new Map(labels) : new Map(Object.entries(labels));
    const told = index.labelsOf('x') ?? {};
    expect(new Map(Object.entries(told))).toEqual(wanted);
    for (const [key, value] of wanted) {
      expect(Object.hasOwn(told, key)).toBe(true);
      expect(index.select(exactly(key, value))).toEqual(['x']);
      expect(index.select(exactly(key, `${value}!`))).toEqual([]);
    }
    expect(index.keys().map(({ key }) => key)).toEqual([...wanted.keys()].sort());
    checkIndex(index);
  });

  test('are told sorted by key, in a copy', () => {
    const index = new LabelIndex();
    index.set('x', { tier: 'front', app: 'web', Zone: 'z', 'a/b': '', _: '' });
    const told = index.labelsOf('x') ?? {};
    expect(Object.keys(told)).toEqual(['Zone', '_', 'a/b', 'app', 'tier']);
    told.app = 'db';
    told.more = 'x';
    expect(index.labelsOf('x')).toEqual({ tier: 'front', app: 'web', Zone: 'z', 'a/b': '', _: '' });
  });

  test('of equal content in other orders are one label set', () => {
    const index = new LabelIndex();
    index.set('x', { a: '1', b: '2' });
    index.set('y', { b: '2', a: '1' });
    index.set('z', new Map(Object.entries({ b: '2', a: '1' })));
    expect(index.statistics()).toMatchObject({ objects: 3, keys: 2, pairs: 2, labelSets: 1 });
  });

  test('whose parts join to the same text are not the same', () => {
    const index = new LabelIndex();
    const alike: Record<string, string>[] = [
      { a: 'b=c' },
      { 'a=b': 'c' },
      { a: 'b,c=d' },
      { a: 'b', c: 'd' },
      { a: 'b\0c' },
      { 'a\0b': 'c' },
      { ab: '' },
      { a: 'b' },
      { '': 'ab' },
      { '1': '11' },
      { '11': '1' },
      { é: '' },
      { 'e\u0301': '' },
      { a: '\ud800' },
      { a: '\ufffd' },
    ];
    index.load(alike.map((labels, at) => [String(at), labels] as const));
    expect(index.statistics().labelSets).toBe(alike.length);
    for (const [at, labels] of alike.entries()) {
      expect(index.labelsOf(String(at))).toEqual(labels);
      const alternative = Object.entries(labels).map(
        ([key, value]) => ({ key, operator: '=', values: [value] }) as const,
      );
      expect(index.select({ alternatives: [alternative] })).toContain(String(at));
    }
    expect(index.select(exactly('a', '\ufffd'))).toEqual(['14']);
    checkIndex(index);
  });

  test('given away are changed in vain', () => {
    const index = new LabelIndex();
    const object: Record<string, string> = { app: 'web' };
    const map = new Map([['app', 'web']]);
    index.set('x', object);
    index.set('y', map);
    object.app = 'db';
    map.set('app', 'db').set('more', '');
    expect(index.select(parseSelector('app=web'))).toEqual(['x', 'y']);
    expect(index.labelsOf('y')).toEqual({ app: 'web' });
    checkIndex(index);
  });

  test('that are undefined are absent', () => {
    const index = new LabelIndex();
    index.set('x', { a: undefined, b: '1' } as unknown as Labels);
    index.set('y', new Map([['a', undefined]]) as unknown as Labels);
    expect(index.labelsOf('x')).toEqual({ b: '1' });
    expect(index.select(parseSelector('!a'))).toEqual(['x', 'y']);
  });

  test('that are inherited, or named by symbols, are none', () => {
    const index = new LabelIndex();
    index.set('x', Object.assign(Object.create({ a: '1' }), { b: '2', [Symbol('c')]: '3' }));
    expect(index.labelsOf('x')).toEqual({ b: '2' });
    expect(index.select(parseSelector('!a,b'))).toEqual(['x']);
  });

  test('may be many and long', () => {
    const index = new LabelIndex();
    const many = Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`key-${at}`, `value-${at}`]));
    const long = { ['k'.repeat(100_000)]: 'v'.repeat(1_000_000) };
    index.set('many', many);
    index.set('long', long);
    expect(index.labelsOf('many')).toEqual(many);
    expect(index.labelsOf('long')).toEqual(long);
    expect(index.select(parseSelector('key-2999=value-2999'))).toEqual(['many']);
    checkIndex(index);
  });
});

describe('facets', () => {
  const index = new LabelIndex();
  index.load([
    ['1', { app: 'web', zone: 'b' }, 'prod'],
    ['2', { app: 'web', zone: 'a' }, 'prod'],
    ['3', { app: 'db', tier: 'back', zone: 'b' }, 'test'],
    ['4', { app: 'api', zone: 'c' }],
    ['5', {}],
  ]);

  test('are told with most objects first, then by name', () => {
    expect(index.keys()).toEqual([
      { key: 'app', objects: 4, values: 3 },
      { key: 'zone', objects: 4, values: 3 },
      { key: 'tier', objects: 1, values: 1 },
    ]);
    expect(index.values('app')).toEqual([
      { value: 'web', objects: 2 },
      { value: 'api', objects: 1 },
      { value: 'db', objects: 1 },
    ]);
    expect(index.values('nobody')).toEqual([]);
    expect(index.values('__proto__')).toEqual([]);
  });

  test('within a selector are of what it selects', () => {
    expect(index.keys(parseSelector('zone=b'))).toEqual([
      { key: 'app', objects: 2, values: 2 },
      { key: 'zone', objects: 2, values: 1 },
      { key: 'tier', objects: 1, values: 1 },
    ]);
    expect(index.values('zone', parseSelector('app=web'))).toEqual([
      { value: 'a', objects: 1 },
      { value: 'b', objects: 1 },
    ]);
    expect(index.values('tier', parseSelector('app=web'))).toEqual([]);
    expect(index.keys(parseSelector('!app'))).toEqual([]);
  });

  test('within a namespace are of what is in it', () => {
    expect(index.keys(EVERYTHING, { namespace: 'test' })).toEqual([
      { key: 'app', objects: 1, values: 1 },
      { key: 'tier', objects: 1, values: 1 },
      { key: 'zone', objects: 1, values: 1 },
    ]);
    expect(index.keys(undefined, { namespace: '' })).toEqual([
      { key: 'app', objects: 1, values: 1 },
      { key: 'zone', objects: 1, values: 1 },
    ]);
    expect(index.values('zone', undefined, { namespace: 'prod' })).toEqual([
      { value: 'a', objects: 1 },
      { value: 'b', objects: 1 },
    ]);
    expect(index.values('zone', parseSelector('app=db'), { namespace: 'prod' })).toEqual([]);
  });
});
