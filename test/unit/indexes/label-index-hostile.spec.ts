import { describe, expect, test } from 'vitest';
import {
  type LabelIndex,
  type Labels,
  parseSelector,
  type Scope,
  type Selector,
} from '../../../src/index.ts';
import { attempt, expectCoherent, filled } from './coherence.ts';

/* Labels, scopes and selectors may be proxies, or have getters that do anything: even change the index. */

const web = parseSelector('app=web');

const MEDDLING: readonly (readonly [string, (index: LabelIndex) => void])[] = [
  ['set the same object', (index) => index.set('a', { app: 'db', x: '1' }, 'test')],
  ['set another object', (index) => index.set('b', { app: 'web' })],
  ['set a new object', (index) => index.set('new', { app: 'web', x: '2' })],
  ['delete the same object', (index) => void index.delete('a')],
  ['delete every object', (index) => ['a', 'b', 'c', 'n'].forEach((id) => void index.delete(id))],
  [
    'load',
    (index) =>
      index.load([
        ['a', { x: '1' }],
        ['n', { x: '2' }],
        ['b', {}],
      ]),
  ],
  ['iterate', (index) => void [...index.iterate(web)]],
  ['take a snapshot', (index) => void index.snapshot()],
];

/** Labels that meddle with the index when one of them is read. */
function meddler(meddle: () => void): Record<string, string> {
  return {
    app: 'web',
    get tier() {
      meddle();
      return 'front';
    },
    x: '1',
  };
}

describe.each(MEDDLING)('labels whose getters %s', (_, meddle) => {
  test.each(['a', 'n'])('leave an index coherent when set as %j', (id) => {
    const index = filled();
    attempt(() =>
      index.set(
        id,
        meddler(() => meddle(index)),
        'prod',
      ),
    );
    expectCoherent(index);
    index.set(id, { app: 'web' });
    expect(index.labelsOf(id)).toEqual({ app: 'web' });
    expectCoherent(index);
  });

  test('leave an index coherent when loaded', () => {
    const index = filled();
    attempt(() =>
      index.load([
        ['b', { x: '2' }],
        ['a', meddler(() => meddle(index))],
        ['n', { app: 'web' }],
      ]),
    );
    expectCoherent(index);
    attempt(() =>
      index.load([
        ['b', { x: '2' }],
        ['a', meddler(() => meddle(index))],
        ['n', null as unknown as Labels],
      ]),
    );
    expectCoherent(index);
    index.load([['a', { app: 'db' }]]);
    expect(index.labelsOf('a')).toEqual({ app: 'db' });
    expectCoherent(index);
  });

  test('leave an index coherent when they throw in the end', () => {
    const index = filled();
    const throwing = () => {
      meddle(index);
      throw new RangeError('mine');
    };
    attempt(() => index.set('a', meddler(throwing)));
    attempt(() => index.set('n', meddler(throwing)));
    attempt(() =>
      index.load([
        ['b', {}],
        ['a', meddler(throwing)],
      ]),
    );
    expectCoherent(index);
  });
});

describe.each(MEDDLING)('scopes and selectors whose getters %s', (_, meddle) => {
  test('leave an index coherent', () => {
    const verbs: ((index: LabelIndex, selector: Selector, scope?: Scope<string>) => unknown)[] = [
      (index, selector, scope) => index.count(selector, scope),
      (index, selector, scope) => index.select(selector, scope),
      (index, selector, scope) => [...index.iterate(selector, scope)],
      (index, selector, scope) => index.ordinals(selector, scope),
      (index, selector, scope) => index.explain(selector, scope),
      (index, selector, scope) => index.keys(selector, scope),
    ];
    for (const verb of verbs) {
      const index = filled();
      const scope = {
        get namespace() {
          meddle(index);
          return 'prod';
        },
        get limit() {
          meddle(index);
          return 2;
        },
        get after() {
          meddle(index);
          return 'c';
        },
      };
      const selector = {
        get alternatives() {
          meddle(index);
          return web.alternatives;
        },
      };
      attempt(() => void verb(index, web, scope));
      attempt(() => void verb(index, selector));
      expectCoherent(index);
    }
  });
});
