import { describe, expect, test } from 'vitest';
import { EVERYTHING, type Labels, type Membership, parseSelector } from '../../../src/index.ts';
import { attempt } from './coherence.ts';
import { contentOf, expectCoherentMembership, filledMembership, ToldPairs } from './memberships.ts';
import { expectTypeError, wrong } from './wrong-arguments.ts';

const listener = () => undefined;

/** The call throws a TypeError that names what is wrong; nothing is changed, and nobody is told. */
function expectRefused(call: (membership: Membership) => unknown, names: RegExp | string): void {
  const membership = filledMembership();
  const told = new ToldPairs(membership);
  let watched = 0;
  membership.watch(EVERYTHING, () => watched++);
  const before = contentOf(membership);
  expectTypeError(() => call(membership), names, String(call));
  expect(contentOf(membership)).toEqual(before);
  expect([told.batches, watched]).toEqual([0, 1]);
  membership.setObject('n', { app: 'web' });
  expect([told.batches, watched], 'it still works').toEqual([1, 2]);
  told.expectCurrent();
}

const NO_IDS: readonly (readonly [unknown, string])[] = [
  [undefined, 'undefined'],
  [null, 'null'],
  [true, 'a boolean'],
  [1n, 'a bigint'],
  [{}, 'an object'],
  [['a'], 'an array'],
];

describe('refused are', () => {
  test('ids that are neither string nor number', () => {
    for (const [id, kind] of NO_IDS) {
      const names = new RegExp(`id must be a string or a number, not ${kind}$`, 'i');
      expectRefused((membership) => membership.setObject(wrong(id), {}), names);
      expectRefused((membership) => membership.deleteObject(wrong(id)), names);
      expectRefused((membership) => membership.hasObject(wrong(id)), names);
      expectRefused((membership) => membership.labelsOf(wrong(id)), names);
      expectRefused((membership) => membership.setSelector(wrong(id), EVERYTHING), names);
      expectRefused((membership) => membership.deleteSelector(wrong(id)), names);
      expectRefused((membership) => membership.hasSelector(wrong(id)), names);
      expectRefused((membership) => membership.objectsOf(wrong(id)), names);
      expectRefused((membership) => membership.selectorsOf(wrong(id)), names);
      expectRefused((membership) => membership.load([wrong([id, {}])]), /\bid\b/);
    }
  });

  test('labels that are no label set', () => {
    for (const [labels, kind] of [
      [undefined, 'undefined'],
      [null, 'null'],
      ['app=web', 'a string'],
      [['app'], 'an array'],
      [new Set(['app']), 'a Set'],
    ] as const) {
      for (const id of ['a', 'new']) {
        expectRefused(
          (membership) => membership.setObject(id, wrong(labels)),
          `labels must be a plain object or a Map of strings to strings, not ${kind}`,
        );
      }
    }
    for (const id of ['a', 'new']) {
      expectRefused((membership) => membership.setObject(id, wrong({ app: 5 })), /app"? must be a string/);
      expectRefused(
        (membership) => membership.setObject(id, wrong(new Map([['app', null]]))),
        /app"? must be a string/,
      );
    }
  });

  test('namespaces that are no strings', () => {
    for (const [namespace, kind] of [
      [null, 'null'],
      [5, 'a number'],
      [{}, 'an object'],
    ] as const) {
      const message = `namespace must be a string, not ${kind}`;
      for (const id of ['a', 'web', 'new']) {
        expectRefused((membership) => membership.setObject(id, {}, wrong(namespace)), message);
        expectRefused((membership) => membership.setSelector(id, EVERYTHING, wrong(namespace)), message);
      }
      expectRefused((membership) => membership.watch(EVERYTHING, listener, wrong(namespace)), message);
    }
  });

  test('selectors that are none', () => {
    for (const [selector, message] of [
      [undefined, 'selector must be a Selector, not undefined'],
      [null, 'selector must be a Selector, not null'],
      ['app=web', 'selector must be a Selector, not a string; parseSelector reads text'],
      [
        {},
        'selector must be a Selector, not an object; fromLabelMap reads a map of labels, and fromLabelSelector a LabelSelector',
      ],
      [{ alternatives: [[{ key: 'app', operator: 'in', values: [5] }]] }, /^selector must be a Selector/],
    ] as const) {
      for (const id of ['web', 'new']) {
        expectRefused((membership) => membership.setSelector(id, wrong(selector)), message);
      }
      expectRefused((membership) => membership.watch(wrong(selector), listener), message);
    }
  });

  test('listeners that are no functions', () => {
    for (const [given, kind] of [
      [undefined, 'undefined'],
      [null, 'null'],
      [{}, 'an object'],
      ['listener', 'a string'],
    ] as const) {
      const message = `listener must be a function, not ${kind}`;
      expectRefused((membership) => membership.subscribe(wrong(given)), message);
      expectRefused((membership) => membership.watch(EVERYTHING, wrong(given)), message);
    }
  });

  test('loads of what is no iterable', () => {
    for (const entries of [undefined, null, 5, {}]) {
      expectRefused((membership) => membership.load(wrong(entries)), /entries/);
    }
  });
});

const MEDDLING: readonly (readonly [string, (membership: Membership) => unknown])[] = [
  ['set the object', (membership) => membership.setObject('a', { app: 'db' }, 'test')],
  ['set another object', (membership) => membership.setObject('b', { app: 'web' })],
  ['delete the object', (membership) => membership.deleteObject('a')],
  ['delete every object', (membership) => ['a', 'b', 'c', 'd', 'n'].map((id) => membership.deleteObject(id))],
  ['delete selectors', (membership) => ['web', 'all'].map((id) => membership.deleteSelector(id))],
  ['set a selector', (membership) => membership.setSelector('web', parseSelector('app in (web)'))],
  [
    'load',
    (membership) =>
      membership.load([
        ['a', {}],
        ['n', { app: 'web' }],
      ]),
  ],
  ['watch', (membership) => membership.watch(EVERYTHING, listener).close()],
];

describe.each(MEDDLING)('labels whose getters %s', (_, meddle) => {
  test.each(['a', 'n'])('leave a membership coherent when %j is set', (id) => {
    const membership = filledMembership();
    const told = new ToldPairs(membership);
    const labels = (end: () => string): Labels => ({
      app: 'web',
      get tier() {
        meddle(membership);
        return end();
      },
    });
    attempt(() =>
      membership.setObject(
        id,
        labels(() => 'front'),
        'prod',
      ),
    );
    told.expectCurrent();
    expectCoherentMembership(membership);
    const throwing = () => {
      throw new RangeError('mine');
    };
    expect(() => membership.setObject(id, labels(throwing))).toThrow();
    told.expectCurrent();
    attempt(() =>
      membership.load([
        ['m', { app: 'web' }],
        [id, labels(() => 'front'), 'prod'],
        ['c', {}],
      ]),
    );
    told.expectCurrent();
    expect(() =>
      membership.load([
        ['m', {}],
        [id, labels(throwing), 'prod'],
        ['c', {}],
      ]),
    ).toThrow();
    told.expectCurrent();
    expectCoherentMembership(membership);
    membership.setObject(id, { app: 'web' });
    expect(membership.labelsOf(id)).toEqual({ app: 'web' });
    told.expectCurrent();
  });

  test('among a selector leave a membership coherent', () => {
    const membership = filledMembership();
    const told = new ToldPairs(membership);
    const selector = {
      get alternatives() {
        meddle(membership);
        return parseSelector('app=web').alternatives;
      },
    };
    attempt(() => membership.setSelector('web', selector));
    told.expectCurrent();
    attempt(() => membership.watch(selector, listener));
    told.expectCurrent();
    expectCoherentMembership(membership);
  });
});

test('labels whose getter throws are no change, and that is what is thrown', () => {
  const membership = filledMembership();
  const told = new ToldPairs(membership);
  const before = contentOf(membership);
  const labels = {
    app: 'db',
    get tier(): string {
      throw new RangeError('mine');
    },
  };
  for (const id of ['a', 'new'])
    expect(() => membership.setObject(id, labels)).toThrow(new RangeError('mine'));
  expect(() =>
    membership.load([
      ['a', {}],
      ['b', labels],
    ]),
  ).toThrow(new RangeError('mine'));
  expect(contentOf(membership)).toEqual(before);
  expect(told.batches).toBe(0);
});
