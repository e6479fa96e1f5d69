import { describe, expect, test } from 'vitest';
import { LabelIndex, parseSelector } from '../../../src/index.ts';
import { checkIndex } from '../../../src/indexes/invariants.ts';
import { dumpOf } from '../../oracle/index-dump.ts';
import { attempt, expectCoherent, filled } from './coherence.ts';

describe('labels that are not what they seem', () => {
  test('are read once: what a getter said then is what counts', () => {
    const index = filled();
    let asked = 0;
    const labels = {
      get x() {
        return String(++asked);
      },
    };
    index.set('n', labels);
    const told = index.labelsOf('n')?.x ?? '';
    expect(index.select({ alternatives: [[{ key: 'x', operator: '=', values: [told] }]] })).toEqual(['n']);
    expect(index.values('x')).toEqual([{ value: told, objects: 1 }]);
    index.set('n', labels);
    index.load([['n', labels]]);
    expect(index.values('x')).toHaveLength(1);
    expectCoherent(index);
  });

  class Stuttering extends Map<string, string> {
    asked = 0;
    override *keys(): ReturnType<Map<string, string>['keys']> {
      yield 'x';
      yield 'x';
      yield 'app';
      yield 'x';
      return undefined;
    }
    override get(key: string): string {
      this.asked++;
      return key === 'app' ? 'web' : String(1 + (this.asked % 2));
    }
    override *entries(): ReturnType<Map<string, string>['entries']> {
      yield ['x', '1'];
      yield ['x', '2'];
      yield ['app', 'web'];
      yield ['x', '1'];
      return undefined;
    }
    override [Symbol.iterator](): ReturnType<Map<string, string>['entries']> {
      return this.entries();
    }
    override forEach(visit: (value: string, key: string, map: Map<string, string>) => void): void {
      for (const [key, value] of this.entries()) visit(value, key, this);
    }
  }

  test('may be a Map that has a key twice', () => {
    const index = filled();
    attempt(() => index.set('a', new Stuttering([['x', '1']])));
    expectCoherent(index);
    attempt(() =>
      index.load([
        ['n', new Stuttering([['x', '1']])],
        ['m', new Stuttering()],
      ]),
    );
    expectCoherent(index);
    for (const id of ['a', 'n', 'm']) index.delete(id);
    expect(index.select(parseSelector('x'))).toEqual([]);
    expect(index.statistics()).toMatchObject({ objects: 2, keys: 1, pairs: 2, labelSets: 2 });
    expectCoherent(index);
  });

  test.each(['ownKeys', 'get', 'getOwnPropertyDescriptor', 'getPrototypeOf', 'has'] as const)(
    'may be a proxy whose %s throws',
    (trap) => {
      const index = filled();
      const before = dumpOf(index);
      const labels = new Proxy(
        { app: 'db' },
        {
          [trap]: () => {
            throw new RangeError('mine');
          },
        },
      );
      let threw = false;
      try {
        index.set('a', labels);
      } catch {
        threw = true;
      }
      if (threw) expect(dumpOf(index)).toEqual(before);
      else expect(index.labelsOf('a')).toEqual({ app: 'db' });
      expectCoherent(index);
    },
  );

  test('may be a revoked proxy', () => {
    const index = filled();
    const before = dumpOf(index);
    const { proxy, revoke } = Proxy.revocable<Record<string, string>>({}, {});
    revoke();
    expect(() => index.set('a', proxy)).toThrow(TypeError);
    expect(() =>
      index.load([
        ['n', {}],
        ['a', proxy],
      ]),
    ).toThrow(TypeError);
    expect(dumpOf(index)).toEqual(before);
    expectCoherent(index);
  });

  test('may have keys that every object has', () => {
    const index = new LabelIndex();
    const names = [
      'constructor',
      'toString',
      'hasOwnProperty',
      'valueOf',
      'length',
      '__proto__',
      'size',
      'get',
    ];
    for (const name of names) index.set(name, new Map([[name, name]]));
    for (const name of names) {
      const one = { alternatives: [[{ key: name, operator: 'exists' as const, values: [] }]] };
      expect(index.select(one)).toEqual([name]);
      expect(index.values(name)).toEqual([{ value: name, objects: 1 }]);
      expect(index.labelsOf(name)).toEqual(Object.fromEntries([[name, name]]));
    }
    expect(index.keys().map(({ key }) => key)).toEqual([...names].sort());
    checkIndex(index);
  });
});
