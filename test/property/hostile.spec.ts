import { describe, expect, test } from 'vitest';
import {
  compileSelector,
  fromLabelMap,
  type ParseResult,
  renderDiagnostic,
  SelectorError,
  tryFromLabelSelector,
  tryFromNodeSelector,
} from '../../src/index.ts';

function throwing(): never {
  throw new Error('hostile');
}

/** A proxy whose one trap throws. */
function trapped(trap: keyof ProxyHandler<object>, target: object = {}): object {
  return new Proxy(target, { [trap]: throwing });
}

function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

function nested(depth: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 'b';
  for (let i = 0; i < depth; i++) value = wrap(value);
  return value;
}

const cycle: Record<string, unknown> = {};
cycle.matchLabels = cycle;
const unspeakable = {
  toString: throwing,
  toJSON: throwing,
  valueOf: throwing,
  [Symbol.toPrimitive]: throwing,
};

/** Content for every place: what an object holds that is put there. */
const EVERY_FIELD = {
  a: 'b',
  key: 'a',
  operator: 'Exists',
  matchLabels: { a: 'b' },
  matchExpressions: [{ key: 'a', operator: 'Exists' }],
  matchFields: [{ key: 'metadata.name', operator: 'In', values: ['a'] }],
  nodeSelectorTerms: [{ matchExpressions: [{ key: 'a', operator: 'Exists' }] }],
};

/** Keeps its content in accessors of its class, as generated code and state libraries do. */
class Accessors {}
for (const [name, content] of Object.entries(EVERY_FIELD)) {
  Object.defineProperty(Accessors.prototype, name, { get: () => content, enumerable: true });
}

/** Values that carry something a careless reader would lose, choke on or run through for ever. */
const POISON: readonly (readonly [string, unknown])[] = [
  ['a number', 1],
  ['a big integer', 10n],
  ['a symbol', Symbol('b')],
  ['a function', () => 'b'],
  ['a boxed string', new String('b')],
  ['a Map', new Map([['a', 'b']])],
  ['a Set', new Set(['b'])],
  ['a Date', new Date(0)],
  ['a typed array', new Uint8Array([1])],
  ['an object that inherits its content', Object.create(EVERY_FIELD)],
  ['an instance with accessors', new Accessors()],
  ['an object nobody can print', unspeakable],
  ['a cycle', cycle],
  ['lists 50,000 deep', nested(50_000, (inner) => [inner])],
  ['objects 50,000 deep', nested(50_000, (inner) => ({ matchLabels: inner }))],
  ['a revoked object', revoked({})],
  ['a revoked list', revoked([])],
  ['a revoked function', revoked(throwing)],
  ['a list with a hole', new Array(1)],
  ['a list of undefined', [undefined]],
  ['a getter that throws', Object.defineProperty({}, 'matchLabels', { get: throwing, enumerable: true })],
  ['a list with a getter that throws', Object.defineProperty([], 0, { get: throwing, enumerable: true })],
  ...(['get', 'ownKeys', 'getOwnPropertyDescriptor', 'getPrototypeOf', 'has'] as const).flatMap(
    (trap): [string, unknown][] => [
      [`an object whose ${trap} throws`, trapped(trap, { matchLabels: { a: 'b' }, key: 'a', a: 'b' })],
      [`a list whose ${trap} throws`, trapped(trap, ['b'])],
    ],
  ),
];

const expression = { key: 'a', operator: 'In', values: ['b'] };

/** Every place of the objects a value can be put in. */
const PLACES: readonly (readonly [string, (poison: unknown) => unknown, (value: unknown) => ParseResult])[] =
  [
    ['the whole LabelSelector', (poison) => poison, tryFromLabelSelector],
    ['matchLabels', (poison) => ({ matchLabels: poison }), tryFromLabelSelector],
    ['a label', (poison) => ({ matchLabels: { a: poison } }), tryFromLabelSelector],
    ['matchExpressions', (poison) => ({ matchExpressions: poison }), tryFromLabelSelector],
    ['an expression', (poison) => ({ matchExpressions: [poison] }), tryFromLabelSelector],
    ['a key', (poison) => ({ matchExpressions: [{ ...expression, key: poison }] }), tryFromLabelSelector],
    [
      'an operator',
      (poison) => ({ matchExpressions: [{ ...expression, operator: poison }] }),
      tryFromLabelSelector,
    ],
    [
      'the values',
      (poison) => ({ matchExpressions: [{ ...expression, values: poison }] }),
      tryFromLabelSelector,
    ],
    [
      'the values of Exists',
      (poison) => ({ matchExpressions: [{ key: 'a', operator: 'Exists', values: poison }] }),
      tryFromLabelSelector,
    ],
    [
      'a value',
      (poison) => ({ matchExpressions: [{ ...expression, values: ['c', poison] }] }),
      tryFromLabelSelector,
    ],
    [
      'an unknown field',
      (poison) => ({ matchLabels: { a: 'b' }, matchFields: poison }),
      tryFromLabelSelector,
    ],
    ['the whole NodeSelector', (poison) => poison, tryFromNodeSelector],
    ['nodeSelectorTerms', (poison) => ({ nodeSelectorTerms: poison }), tryFromNodeSelector],
    ['a term', (poison) => ({ nodeSelectorTerms: [poison] }), tryFromNodeSelector],
    ['matchFields', (poison) => ({ nodeSelectorTerms: [{ matchFields: poison }] }), tryFromNodeSelector],
    [
      'a bound',
      (poison) => ({
        nodeSelectorTerms: [{ matchExpressions: [{ key: 'a', operator: 'Gt', values: [poison] }] }],
      }),
      tryFromNodeSelector,
    ],
  ];

/** What is refused must say where; what is accepted must have been read: Everything and Nothing are not it. */
function expectRefused(result: ParseResult): void {
  if (result.ok) {
    const read = result.selector.alternatives.flat().length;
    expect(read, 'requirements of a value that was accepted').toBeGreaterThan(0);
    expect(['a', 'a=b', 'a in (b)', 'a in (b,c)']).toContain(String(result.selector));
    return;
  }
  for (const diagnostic of result.diagnostics) {
    expect(typeof diagnostic.path).toBe('string');
    expect(renderDiagnostic('', diagnostic)).toContain(diagnostic.code);
  }
}

describe.each(PLACES)('a hostile value as %s', (_place, put, read) => {
  test.each(POISON)('%s', (_what, poison) => {
    expectRefused(read(put(poison)));
  });
});

describe('values that change between reads', () => {
  test.each([
    { what: 'a value', first: 'b', second: '-not valid-' },
    { what: 'a value that becomes a number', first: 'b', second: 1 },
  ])('$what is read once', ({ first, second }) => {
    let reads = 0;
    const next = () => (reads++ === 0 ? first : second);
    const values = Object.defineProperty<unknown[]>([], 0, { get: next, enumerable: true });
    const matchLabels = Object.defineProperty({}, 'a', { get: next, enumerable: true });
    for (const value of [{ matchLabels }, { matchExpressions: [{ key: 'a', operator: 'In', values }] }]) {
      reads = 0;
      const result = tryFromLabelSelector(value);
      expect(reads).toBe(1);
      expect(result.ok && result.selector.alternatives.flat().map((one) => one.values)).toEqual([['b']]);
    }
  });
});

describe('a map with hostile content', () => {
  test.each(POISON)('%s as a value is refused with a SelectorError', (_what, poison) => {
    expect(() => fromLabelMap({ a: poison } as Parameters<typeof fromLabelMap>[0])).toThrow(SelectorError);
  });

  test.each(POISON)('%s as the map never becomes Everything', (_what, poison) => {
    let matches: ((labels: Record<string, string>) => boolean) | undefined;
    try {
      matches = compileSelector(fromLabelMap(poison as Parameters<typeof fromLabelMap>[0]));
    } catch (error) {
      expect(error).toBeInstanceOf(SelectorError);
    }
    expect(matches?.({ a: 'none of them' }) ?? false).toBe(false);
  });
});
