import { describe, expect, test } from 'vitest';
import { type Labels, Membership, parseSelector } from '../../../src/index.ts';
import { checkMembership } from '../../../src/indexes/invariants.ts';
import {
  contentOf,
  expectCoherentMembership,
  filledMembership,
  logOf,
  ToldPairs,
  written,
} from './memberships.ts';

const web = parseSelector('app=web');

describe('a load', () => {
  test('is told in one batch, as it ends', () => {
    const membership = filledMembership();
    const log = logOf(membership);
    const watched: string[] = [];
    membership.watch(web, (change) => watched.push(written(change)));
    membership.load([
      ['a', { app: 'db' }, 'prod'],
      ['new', { app: 'web' }],
      ['a', { app: 'web', tier: 'front' }, 'prod'],
      ['b', { app: 'web' }, 'prod'],
      ['new', { app: 'db' }],
      ['c', {}],
    ]);
    expect(log).toEqual(['+b web, +c not web, +new all, +new not web, -c web']);
    expect(watched).toEqual(['+a, +c', '+b, -c']);
    expectCoherentMembership(membership);
  });

  test('takes any iterable', () => {
    const membership = filledMembership();
    membership.load(new Map<string, Labels>([['m', { app: 'web' }]]));
    function* entries(): Generator<readonly [string, Labels, string?]> {
      const labels: Record<string, string> = {};
      const entry: [string, Labels] = ['', labels];
      for (const id of ['n', 'new']) {
        entry[0] = id;
        labels.app = id === 'n' ? 'web' : 'db';
        yield entry;
      }
    }
    membership.load(entries());
    expect(membership.objectsOf('web').sort()).toEqual(['a', 'c', 'm', 'n']);
  });

  test('of thousands, most of them several times, is told as one by one comes to', () => {
    const [loaded, set] = [0, 1].map(() => {
      const membership = new Membership<number>();
      for (const text of ['app=web', 'app!=web', 'at>500', 'tier', 'app in (web,db),!tier']) {
        membership.setSelector(text, parseSelector(text));
        membership.setSelector(`${text} in prod`, parseSelector(text), 'prod');
      }
      for (let id = 0; id < 900; id++) membership.setObject(id, { app: id % 3 === 0 ? 'web' : 'db' });
      return membership;
    }) as [Membership<number>, Membership<number>];
    const pairs = (membership: Membership<number>) =>
      new Set(
        Array.from({ length: 1000 }, (_, id) => id).flatMap((id) =>
          membership.selectorsOf(id).map((selector) => `${id} ${selector}`),
        ),
      );
    const told = pairs(loaded);
    let batches = 0;
    loaded.subscribe(({ joined, left }) => {
      batches++;
      for (const pair of left) if (!told.delete(pair.join(' '))) throw new Error(`${pair} was not there`);
      for (const pair of joined) {
        if (told.has(pair.join(' '))) throw new Error(`${pair} was there`);
        told.add(pair.join(' '));
      }
    });
    const entries = Array.from({ length: 2500 }, (_, at): [number, Labels, string] => {
      const tier: Record<string, string> = at % 5 === 0 ? { tier: 'front' } : {};
      return [
        (at * 7) % 1000,
        { app: ['web', 'db', 'api'][(at >> 4) % 3] ?? '', at: `${at}`, ...tier },
        at % 2 === 0 ? '' : 'prod',
      ];
    });
    loaded.load(entries);
    for (const entry of entries) set.setObject(...entry);
    expect(batches).toBe(1);
    expect([...told].sort()).toEqual([...pairs(set)].sort());
    expect([...pairs(loaded)].sort()).toEqual([...told].sort());
  });

  const NO_ENTRIES: readonly (readonly [string, unknown])[] = [
    ['an entry that is none', 'nothing'],
    ['no id', [null, {}]],
    ['no labels', ['x']],
    ['a value that is no string', ['a', { app: 'db', tier: 5 }]],
    ['a namespace that is no string', ['a', {}, 5]],
  ];
  const CHANGES: readonly (readonly [string, Labels, string?])[] = [
    ['new', { app: 'web' }, 'other'],
    ['a', { app: 'db' }],
    ['b', { app: 'web' }],
  ];

  test.each(NO_ENTRIES)('that throws leaves all as it was, and tells nothing: %s', (_, bad) => {
    for (let at = 0; at <= CHANGES.length; at++) {
      const membership = filledMembership();
      const told = new ToldPairs(membership);
      const before = contentOf(membership);
      const entries = [...CHANGES.slice(0, at), bad as never, ...CHANGES.slice(at)];
      expect(() => membership.load(entries)).toThrow(TypeError);
      expect(contentOf(membership)).toEqual(before);
      expect(told.batches).toBe(0);
      membership.load(CHANGES);
      expect(told.batches).toBe(1);
      told.expectCurrent();
      expectCoherentMembership(membership);
    }
  });

  test('whose iterable throws leaves all as it was, tells nothing, and closes what it read', () => {
    for (let at = 0; at <= CHANGES.length; at++) {
      const membership = filledMembership();
      const told = new ToldPairs(membership);
      const before = contentOf(membership);
      let closed = 0;
      function* entries(
        fail: () => readonly [string, Labels],
      ): Generator<readonly [string, Labels, string?]> {
        try {
          yield* CHANGES.slice(0, at);
          yield fail();
        } finally {
          closed++;
        }
      }
      const throwing = () => {
        throw new RangeError('mine');
      };
      expect(() => membership.load(entries(throwing))).toThrow(new RangeError('mine'));
      expect(() => membership.load(entries(() => ['x', null as never]))).toThrow(TypeError);
      expect(closed).toBe(2);
      expect(contentOf(membership)).toEqual(before);
      expect(told.batches).toBe(0);
      membership.setObject('new', { app: 'web' });
      told.expectCurrent();
    }
  });

  const CALLS: readonly (readonly [string, (membership: Membership) => unknown])[] = [
    ['setObject', (membership) => membership.setObject('n', { app: 'web' })],
    ['setObject of what is loaded', (membership) => membership.setObject('a', { app: 'web', x: '1' })],
    ['deleteObject', (membership) => membership.deleteObject('a')],
    ['setSelector', (membership) => membership.setSelector('web', parseSelector('tier'))],
    ['deleteSelector', (membership) => membership.deleteSelector('all')],
    ['load', (membership) => membership.load([['n', {}]])],
    ['watch', (membership) => membership.watch(web, () => undefined)],
    ['objectsOf', (membership) => membership.objectsOf('web')],
  ];

  test('from whose iterable observers leave tells them nothing', () => {
    const membership = filledMembership();
    const told = new ToldPairs(membership);
    let others = 0;
    const end = membership.subscribe(() => others++);
    const watch = membership.watch(web, () => others++);
    function* entries(): Generator<readonly [string, Labels, string?]> {
      yield* CHANGES;
      end();
      watch.close();
      yield ['m', { app: 'web' }];
    }
    membership.load(entries());
    expect(others, 'how it began').toBe(1);
    expect([watch.count, told.batches]).toEqual([0, 1]);
    told.expectCurrent();
    checkMembership(membership);
  });

  test('from whose iterable someone subscribes is told to them, or that is refused', () => {
    for (const others of [0, 1]) {
      const membership = filledMembership();
      if (others > 0) membership.subscribe(() => undefined);
      let told: ToldPairs | undefined;
      function* entries(): Generator<readonly [string, Labels, string?]> {
        try {
          told = new ToldPairs(membership);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
        yield* CHANGES;
      }
      membership.load(entries());
      told?.expectCurrent();
      expectCoherentMembership(membership);
    }
  });

  test.each(CALLS)('from whose iterable %s is called stays coherent', (name, call) => {
    for (const outcome of ['ends', 'throws', 'ends with what is no entry']) {
      const membership = filledMembership();
      if (name === 'setSelector') membership.setSelector('web', parseSelector('tier'));
      const told = new ToldPairs(membership);
      function* entries(): Generator<readonly [string, Labels, string?]> {
        yield* CHANGES;
        try {
          call(membership);
        } catch (error) {
          // To refuse is as good.
          expect(error).toBeInstanceOf(Error);
        }
        yield ['m', { app: 'web', tier: 'front' }, 'prod'];
        if (outcome === 'throws') throw new RangeError('mine');
        if (outcome !== 'ends') yield ['x', null as never];
      }
      if (outcome === 'ends') membership.load(entries());
      else expect(() => membership.load(entries())).toThrow();
      expect(membership.hasObject('m')).toBe(outcome === 'ends');
      told.expectCurrent();
      membership.setObject('c', { app: 'db', tier: 'x' }, 'prod');
      told.expectCurrent();
      if (name !== 'setSelector') expectCoherentMembership(membership);
    }
  });
});
