import { describe, expect, test } from 'vitest';
import {
  fromLabelSelector,
  tryFromLabelSelector,
} from '../../../../src/selector/objects/from-label-selector.ts';
import { EVERYTHING, NOTHING } from '../../../../src/selector/selector.ts';
import { isFrozenThrough, messageAt, thrown, told } from './told.ts';

function expression(key: unknown, operator: unknown, values?: unknown): unknown {
  return { matchExpressions: [values === undefined ? { key, operator } : { key, operator, values }] };
}

describe('a LabelSelector', () => {
  test('that is null or undefined is Nothing, and one without fields Everything', () => {
    expect([tryFromLabelSelector(null), tryFromLabelSelector(undefined)]).toMatchObject([
      { ok: true, selector: NOTHING },
      { ok: true, selector: NOTHING },
    ]);
    expect(fromLabelSelector(null)).toBe(NOTHING);
    const empty = [
      {},
      { matchLabels: {} },
      { matchLabels: null, matchExpressions: null },
      { matchExpressions: [] },
    ];
    for (const value of empty) expect(fromLabelSelector(value)).toBe(EVERYTHING);
  });

  test('has its labels by byte order of keys, then its expressions as written', () => {
    const { alternatives } = fromLabelSelector({
      matchExpressions: [
        { key: 'z', operator: 'NotIn', values: ['2', '1', '2'] },
        { key: 'a', operator: 'DoesNotExist', values: [] },
        { key: 'a', operator: 'Exists', values: null },
      ],
      matchLabels: { b: '', 10: 'x', 9: 'y', B: '1' },
    });
    expect(alternatives).toEqual([
      [
        { key: '10', operator: '=', values: ['x'] },
        { key: '9', operator: '=', values: ['y'] },
        { key: 'B', operator: '=', values: ['1'] },
        { key: 'b', operator: '=', values: [''] },
        { key: 'z', operator: 'notin', values: ['2', '1', '2'] },
        { key: 'a', operator: '!', values: [] },
        { key: 'a', operator: 'exists', values: [] },
      ],
    ]);
  });

  test('shares nothing with its object and cannot be changed', () => {
    const values = ['b'];
    const selector = fromLabelSelector({ matchExpressions: [{ key: 'a', operator: 'In', values }] });
    values.push('c');
    expect(String(selector)).toBe('a in (b)');
    expect(isFrozenThrough(selector)).toBe(true);
  });

  test('of keys that every object has by its prototype', () => {
    const value: unknown = JSON.parse('{"matchLabels": {"constructor": "a", "toString": "b"}}');
    expect(told(tryFromLabelSelector(value))).toBe('constructor=a,toString=b');
    const proto: unknown = JSON.parse('{"matchLabels": {"__proto__": "a"}}');
    expect(told(tryFromLabelSelector(proto))).toEqual(['key-invalid matchLabels.__proto__']);
  });

  test('may be an instance of a class, and its labels a Map', () => {
    class V1LabelSelector {
      matchLabels = new Map([['a', 'b']]);
    }
    expect(told(tryFromLabelSelector(new V1LabelSelector()))).toBe('a=b');
  });

  test.each([
    ['app=nginx', 'wrong-type '],
    [5, 'wrong-type '],
    [[], 'wrong-type '],
    [new Map([['matchLabels', {}]]), 'wrong-type '],
    [new Date(0), 'wrong-type '],
    [new String('a'), 'wrong-type '],
    [Object.create({ matchLabels: { a: 'b' } }), 'wrong-type matchLabels'],
    [{ app: 'nginx' }, 'unknown-field app'],
    [{ 'app.kubernetes.io/name': 'nginx' }, 'unknown-field ["app.kubernetes.io/name"]'],
    [{ matchLabel: null }, 'unknown-field matchLabel'],
    [{ matchLabels: 'a=b' }, 'wrong-type matchLabels'],
    [{ matchLabels: ['a=b'] }, 'wrong-type matchLabels'],
    [{ matchLabels: Object.create({ a: 'b' }) }, 'wrong-type matchLabels'],
    [{ matchLabels: new Set(['a']) }, 'wrong-type matchLabels'],
    [{ matchLabels: new Map([[5, 'b']]) }, 'wrong-type matchLabels'],
    [{ matchLabels: { a: 5 } }, 'wrong-type matchLabels.a'],
    [{ matchLabels: { a: null } }, 'wrong-type matchLabels.a'],
    [{ matchLabels: { a: undefined } }, 'wrong-type matchLabels.a'],
    [{ matchLabels: { 'a.b/c': '-' } }, 'value-invalid matchLabels["a.b/c"]'],
    [{ matchLabels: { a: 'b\n' } }, 'value-invalid matchLabels.a'],
    [{ matchLabels: { 'a\n': 'b' } }, 'key-invalid matchLabels["a\\n"]'],
    [{ matchExpressions: { key: 'a', operator: 'Exists' } }, 'wrong-type matchExpressions'],
    [{ matchExpressions: [null] }, 'wrong-type matchExpressions[0]'],
    [{ matchExpressions: ['a'] }, 'wrong-type matchExpressions[0]'],
    [{ matchExpressions: [{ operator: 'Exists' }] }, 'missing-field matchExpressions[0].key'],
    [{ matchExpressions: [{ key: null, operator: 'Exists' }] }, 'missing-field matchExpressions[0].key'],
    [{ matchExpressions: [{ key: 'a' }] }, 'missing-field matchExpressions[0].operator'],
    [expression(5, 'Exists'), 'wrong-type matchExpressions[0].key'],
    [expression('a b', 'Exists'), 'key-invalid matchExpressions[0].key'],
    [expression('a', 5), 'wrong-type matchExpressions[0].operator'],
    [expression('a', 'in', ['b']), 'unsupported-operator matchExpressions[0].operator'],
    [expression('a', 'Gt', ['5']), 'unsupported-operator matchExpressions[0].operator'],
    [expression('a', 'constructor'), 'unsupported-operator matchExpressions[0].operator'],
    [expression('a', 'In'), 'values-required matchExpressions[0].values'],
    [expression('a', 'NotIn', []), 'values-required matchExpressions[0].values'],
    [expression('a', 'In', null), 'values-required matchExpressions[0].values'],
    [expression('a', 'Exists', ['']), 'values-forbidden matchExpressions[0].values'],
    [expression('a', 'DoesNotExist', ['b']), 'values-forbidden matchExpressions[0].values'],
    [expression('a', 'In', 'b'), 'wrong-type matchExpressions[0].values'],
    [expression('a', 'In', { 0: 'b' }), 'wrong-type matchExpressions[0].values'],
    [expression('a', 'In', ['b', 5]), 'wrong-type matchExpressions[0].values[1]'],
    [expression('a', 'In', [null]), 'wrong-type matchExpressions[0].values[0]'],
    [expression('a', 'In', ['b', '-c']), 'value-invalid matchExpressions[0].values[1]'],
    [expression('a', 'In', new Array(1)), 'wrong-type matchExpressions[0].values[0]'],
  ])('%j is refused: %s', (value, mistake) => {
    expect(told(tryFromLabelSelector(value))).toEqual([mistake]);
  });

  test('tells everything that is wrong at once, in order, and throws the same', () => {
    const value: unknown = {
      matchLabel: {},
      matchLabels: { 'a/': 'x'.repeat(70), b: 1 },
      matchExpressions: [
        { key: '-a', operator: 'In', values: ['ok', `-${'x'.repeat(63)}`], value: 'b' },
        { key: 'a', operator: 'In', values: ['ok'] },
        { key: '', operator: 'nope', values: 'b' },
      ],
    };
    const mistakes = [
      'unknown-field matchLabel',
      'key-empty matchLabels["a/"]',
      'key-invalid matchLabels["a/"]',
      'value-too-long matchLabels["a/"]',
      'wrong-type matchLabels.b',
      'unknown-field matchExpressions[0].value',
      'key-invalid matchExpressions[0].key',
      'value-too-long matchExpressions[0].values[1]',
      'value-invalid matchExpressions[0].values[1]',
      'key-empty matchExpressions[2].key',
      'key-invalid matchExpressions[2].key',
      'unsupported-operator matchExpressions[2].operator',
      'wrong-type matchExpressions[2].values',
    ];
    expect(told(tryFromLabelSelector(value))).toEqual(mistakes);
    expect(thrown(() => fromLabelSelector(value as Parameters<typeof fromLabelSelector>[0]))).toEqual(
      mistakes,
    );
  });

  test('with a value that is not a label value and too many values says the list first', () => {
    expect(told(tryFromLabelSelector(expression('a', 'Exists', ['-'])))).toEqual([
      'values-forbidden matchExpressions[0].values',
      'value-invalid matchExpressions[0].values[0]',
    ]);
  });

  test('warns of values and requirements that stand twice', () => {
    const result = tryFromLabelSelector({
      matchExpressions: [
        { key: 'a', operator: 'In', values: ['b', 'c', 'b'] },
        { key: 'a', operator: 'Exists' },
        { key: 'a', operator: 'Exists' },
      ],
    });
    const warnings = result.ok ? result.warnings.map(({ code, path }) => `${code} ${path}`) : [];
    expect(warnings).toEqual([
      'duplicate-value matchExpressions[0].values[2]',
      'duplicate-requirement matchExpressions[2]',
    ]);
  });
});

describe('a mistake in a LabelSelector names its mend', () => {
  test.each([
    ['app=nginx', '', 'parseSelector'],
    [[], '', 'matchExpressions: ['],
    [new Map(), '', 'Object.fromEntries'],
    [{ app: 'nginx' }, 'app', 'fromLabelMap'],
    [{ matchlabels: {} }, 'matchlabels', 'did you mean matchLabels?'],
    [{ nodeSelectorTerms: [] }, 'nodeSelectorTerms', 'fromNodeSelector'],
    [{ key: 'a', operator: 'In' }, 'key', 'put the expression into matchExpressions'],
    [NOTHING, 'alternatives', 'fromAlternatives'],
    [{ matchLabels: { a: 5 } }, 'matchLabels.a', 'put it in quotes: "5"'],
    [{ matchLabels: { a: true } }, 'matchLabels.a', 'put it in quotes: "true"'],
    [{ matchLabels: { a: null } }, 'matchLabels.a', 'the empty value is ""'],
    [{ matchLabels: { a: ['b', 'c'] } }, 'matchLabels.a', 'use matchExpressions with the operator In'],
    [{ matchLabels: { a: 'b,c' } }, 'matchLabels.a', 'use matchExpressions with the operator In'],
    [{ matchLabels: { 'A.b/c': '' } }, 'matchLabels["A.b/c"]', 'write it in lower case: "a.b"'],
    [
      { matchExpressions: [{ key: 'a', operator: 'In', values: 'b' }] },
      'matchExpressions[0].values',
      'write ["b"]',
    ],
    [
      { matchExpressions: [{ key: 'a', operator: 'In', values: ['b, c'] }] },
      'matchExpressions[0].values[0]',
      'each value is an item of its own',
    ],
    [
      { matchExpressions: [{ key: 'a', operator: 'In', values: ['x'], value: 'b' }] },
      'matchExpressions[0].value',
      'only key, operator and values',
    ],
  ])('%j at "%s": %s', (value, path, mend) => {
    expect(messageAt(tryFromLabelSelector(value), path)).toContain(mend);
  });

  test.each([
    ['in', 'did you mean In?'],
    ['IN', 'did you mean In?'],
    ['In ', 'did you mean In?'],
    ['Inn', 'did you mean In?'],
    ['=', 'did you mean In?'],
    ['==', 'did you mean In?'],
    ['Equals', 'did you mean In?'],
    ['!=', 'did you mean NotIn?'],
    ['NotEqual', 'did you mean NotIn?'],
    ['NotIn ', 'did you mean NotIn?'],
    ['not in', 'did you mean NotIn?'],
    ['NOT_IN', 'did you mean NotIn?'],
    ['Exist', 'did you mean Exists?'],
    ['NotExists', 'did you mean DoesNotExist?'],
    ['!', 'did you mean DoesNotExist?'],
    ['doesntExist', 'did you mean DoesNotExist?'],
    ['Gt', 'only the matchExpressions of a NodeSelector compare numbers'],
    ['>=', 'only the matchExpressions of a NodeSelector compare numbers'],
    ['Matches', 'there are no patterns'],
    ['Nope', 'has In, NotIn, Exists and DoesNotExist'],
    ['x'.repeat(1e6), 'has In, NotIn, Exists and DoesNotExist'],
  ])('the operator %.20s: %s', (operator, mend) => {
    const message = messageAt(
      tryFromLabelSelector(expression('a', operator)),
      'matchExpressions[0].operator',
    );
    expect(message).toMatch(new RegExp(`${mend.replaceAll('?', '\\?')}$`));
    expect(message.length).toBeLessThan(300);
  });
});

describe('a LabelSelector that is hostile', () => {
  function boom(): never {
    throw new Error('boom');
  }
  const getter = Object.defineProperty({}, 'matchLabels', { get: boom, enumerable: true });

  test('is told what could not be read, and why', () => {
    expect(told(tryFromLabelSelector(getter))).toEqual(['wrong-type matchLabels']);
    expect(messageAt(tryFromLabelSelector(getter), 'matchLabels')).toContain('it throws "boom"');
    const proxy = new Proxy({}, { ownKeys: boom });
    expect(messageAt(tryFromLabelSelector(proxy), '')).toContain(
      'an object that cannot be read (it throws "boom")',
    );
  });

  test('is not taken for empty where what it holds is hidden', () => {
    const hidden = Object.defineProperty({}, 'matchExpressions', { value: [], enumerable: false });
    expect(told(tryFromLabelSelector(hidden))).toEqual(['wrong-type matchExpressions']);
    class Accessors {
      get matchLabels(): unknown {
        return { a: 'b' };
      }
    }
    expect(told(tryFromLabelSelector(new Accessors()))).toEqual(['wrong-type matchLabels']);
    expect(told(tryFromLabelSelector({ matchLabels: new Accessors() }))).toEqual(['wrong-type matchLabels']);
  });

  test('is told of up to a limit', () => {
    const values = new Array<string>(100_000).fill('-');
    const result = tryFromLabelSelector(expression('a', 'In', values));
    const codes = result.ok ? [] : result.diagnostics.map(({ code }) => code);
    expect(codes).toHaveLength(1_001);
    expect(codes.at(-1)).toBe('too-many-diagnostics');
    // A list of holes as long as lists can be: what is past the limit is not looked at.
    expect(tryFromLabelSelector(expression('a', 'In', new Array(2 ** 32 - 1))).ok).toBe(false);
  });

  test('has a short message for a long key', () => {
    const long = 'k'.repeat(1e6);
    const result = tryFromLabelSelector({ matchLabels: { [long]: 'a' } });
    const lengths = result.ok ? [] : result.diagnostics.map((d) => d.message.length + (d.path ?? '').length);
    expect(Math.max(...lengths)).toBeLessThan(1_000);
  });

  test('of 100,000 values and expressions is read', () => {
    const values = Array.from({ length: 100_000 }, (_, i) => `v${i}`);
    const matchExpressions = values.map((value) => ({ key: 'a', operator: 'In', values: [value] }));
    expect(fromLabelSelector({ matchExpressions }).alternatives[0]).toHaveLength(100_000);
    const one = fromLabelSelector({ matchExpressions: [{ key: 'a', operator: 'In', values }] });
    // As text: a matcher takes a second for so many.
    expect(one.alternatives[0]?.[0]?.values.join() === values.join()).toBe(true);
  });
});
