import { describe, expect, test } from 'vitest';
import { LabelIndex, parseSelector, type Selector } from '../../../src/index.ts';
import { checkIndex } from '../../../src/indexes/invariants.ts';
import { dumpOf } from '../../oracle/index-dump.ts';
import { expectTypeError, wrong } from './wrong-arguments.ts';

/* TypeScript keeps most of these away; plain JavaScript and data from outside do not. */

function filled(): LabelIndex<string | number> {
  const index = new LabelIndex<string | number>();
  index.load([
    ['a', { app: 'web', tier: 'front' }, 'prod'],
    ['b', { app: 'db' }, 'prod'],
    [1, { app: 'web' }],
  ]);
  return index;
}

/** The call throws a TypeError that names what is wrong, and the index is as it was. */
function expectRefused(call: (index: LabelIndex<string | number>) => unknown, names: RegExp): void {
  const index = filled();
  const before = dumpOf(index);
  expectTypeError(() => call(index), names, String(call));
  expect(dumpOf(index)).toEqual(before);
  checkIndex(index);
  index.set('c', { app: 'web' });
  expect(index.count(parseSelector('app=web')), 'the index still works').toBe(3);
}

const web = parseSelector('app=web');
const NO_IDS: readonly unknown[] = [
  undefined,
  null,
  true,
  1n,
  Symbol('id'),
  {},
  ['a'],
  new String('a'),
  () => 'a',
];
const NO_LABELS: readonly unknown[] = [undefined, null, 'app=web', 5, ['app'], new Set(['app']), new Date(0)];
const NO_VALUES: readonly unknown[] = [5, null, true, ['web'], {}, Symbol('web'), 1n];
const NO_NAMESPACES: readonly unknown[] = [null, 5, true, {}, ['prod']];
const NO_SELECTORS: readonly unknown[] = [
  undefined,
  null,
  5,
  {},
  [],
  () => true,
  { alternatives: 'app' },
  { alternatives: [['app']] },
  { alternatives: [[{ key: 'app', operator: 'like', values: ['web'] }]] },
  { alternatives: [[{ key: 'app', operator: 'in', values: [5] }]] },
];

describe('refused are', () => {
  test('ids that are neither string nor number', () => {
    for (const id of NO_IDS) {
      expectRefused((index) => index.set(wrong(id), { app: 'web' }), /\bid\b/);
      expectRefused((index) => index.load([wrong([id, { app: 'web' }])]), /\bid\b/);
      expectRefused((index) => index.delete(wrong(id)), /\bid\b/);
      expectRefused((index) => index.has(wrong(id)), /\bid\b/);
      expectRefused((index) => index.labelsOf(wrong(id)), /\bid\b/);
      expectRefused((index) => index.namespaceOf(wrong(id)), /\bid\b/);
    }
  });

  test('labels that are no label set', () => {
    for (const labels of NO_LABELS) {
      for (const id of ['a', 'new']) {
        expectRefused((index) => index.set(id, wrong(labels)), /\blabels\b/);
        expectRefused((index) => index.load([wrong([id, labels])]), /\blabels\b/);
      }
    }
  });

  test('values that are no strings, by their key', () => {
    for (const value of NO_VALUES) {
      for (const labels of [{ app: 'db', odd: value }, new Map([['odd', value]])]) {
        for (const id of ['a', 'new']) {
          expectRefused((index) => index.set(id, wrong(labels)), /odd/);
          expectRefused((index) => index.load([['x', {}], wrong([id, labels])]), /odd/);
        }
      }
    }
  });

  test('keys of a Map that are no strings', () => {
    for (const key of [5, null, undefined, Symbol('a')]) {
      expectRefused((index) => index.set('a', wrong(new Map([[key, 'web']]))), /key/);
    }
  });

  test('namespaces that are no strings', () => {
    for (const namespace of NO_NAMESPACES) {
      for (const id of ['a', 'new']) {
        expectRefused((index) => index.set(id, { app: 'web' }, wrong(namespace)), /namespace/);
        expectRefused((index) => index.load([wrong([id, {}, namespace])]), /namespace/);
      }
      expectRefused((index) => index.select(web, { namespace: wrong(namespace) }), /namespace/);
      expectRefused((index) => index.keys(web, { namespace: wrong(namespace) }), /namespace/);
    }
  });

  test('entries that are none', () => {
    for (const entries of [undefined, null, 5, {}, () => []]) {
      expectRefused((index) => index.load(wrong(entries)), /entries/);
    }
    for (const entry of [undefined, null, 5, 'ab', {}, []]) {
      expectRefused((index) => index.load([['x', {}], wrong(entry)]), /entr|\bid\b/);
    }
  });

  test.each<[verb: string, ask: (index: LabelIndex<string | number>, selector: Selector) => unknown]>([
    ['count', (index, selector) => index.count(selector)],
    ['select', (index, selector) => index.select(selector)],
    ['iterate, when called', (index, selector) => index.iterate(selector)],
    ['ordinals', (index, selector) => index.ordinals(selector)],
    ['prepare', (index, selector) => index.prepare(selector)],
    ['explain', (index, selector) => index.explain(selector)],
  ])('selectors that are none, by %s', (_, ask) => {
    for (const selector of NO_SELECTORS) expectRefused((index) => ask(index, wrong(selector)), /selector/);
    expectRefused((index) => ask(index, wrong('app=web')), /selector.*parseSelector reads text/);
  });

  test('selectors that are none, by facets', () => {
    for (const selector of NO_SELECTORS.slice(1)) {
      expectRefused((index) => index.keys(wrong(selector)), /selector/);
      expectRefused((index) => index.values('app', wrong(selector)), /selector/);
    }
    expectRefused((index) => index.keys(wrong('app=web')), /parseSelector reads text/);
    for (const key of [undefined, null, 5, {}]) expectRefused((index) => index.values(wrong(key)), /\bkey\b/);
  });

  test.each<[verb: string, ask: (index: LabelIndex<string | number>, scope: never) => unknown]>([
    ['count', (index, scope) => index.count(web, scope)],
    ['select', (index, scope) => index.select(web, scope)],
    ['iterate, when called', (index, scope) => index.iterate(web, scope)],
    ['ordinals', (index, scope) => index.ordinals(web, scope)],
    ['explain', (index, scope) => index.explain(web, scope)],
    ['count of a prepared query', (index, scope) => index.prepare(web).count(scope)],
    ['select of a prepared query', (index, scope) => index.prepare(web).select(scope)],
    ['iterate of a prepared query, when called', (index, scope) => index.prepare(web).iterate(scope)],
    ['ordinals of a prepared query', (index, scope) => index.prepare(web).ordinals(scope)],
    ['explain of a prepared query', (index, scope) => index.prepare(web).explain(scope)],
  ])('scopes that are none, by %s', (_, ask) => {
    for (const scope of [null, 'prod', 5, true]) expectRefused((index) => ask(index, wrong(scope)), /scope/);
    for (const limit of [-1, 1.5, NaN, Infinity, '3', null, 1n, {}]) {
      expectRefused((index) => ask(index, wrong({ limit })), /limit/);
    }
    for (const after of ['nobody', '1', NaN, null, {}, Symbol('a')]) {
      expectRefused((index) => ask(index, wrong({ after })), /after/);
    }
    expectRefused((index) => ask(index, { after: NaN } as never), /after.*NaN/);
    expectRefused((index) => ask(index, wrong({ namespace: 5 })), /namespace/);
  });

  test('an object that was deleted, to begin after', () => {
    const index = filled();
    index.delete('b');
    expect(() => index.select(web, { after: 'b' })).toThrow(TypeError);
    index.set('b', {});
    expect(index.count(web, { after: 'b' })).toBeLessThanOrEqual(1);
  });

  test('options that are none', () => {
    for (const kernel of ['wasm', '', 5, null]) {
      expect(() => new LabelIndex({ kernel: wrong(kernel) }), String(kernel)).toThrow(/kernel/);
    }
    for (const options of [null, 'typescript', 5]) {
      expect(() => new LabelIndex(wrong(options)), String(options)).toThrow(/options/);
    }
    expect(new LabelIndex({}).size).toBe(0);
    expect(new LabelIndex(wrong({ kernel: undefined })).size).toBe(0);
  });
});
