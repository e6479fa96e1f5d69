import { describe, expect, test } from 'vitest';
import { EVERYTHING, LabelIndex, type Labels, parseSelector } from '../../../src/index.ts';
import { checkIndex } from '../../../src/indexes/invariants.ts';
import { dumpOf } from '../../oracle/index-dump.ts';
import { CHANGES, CONTENT, type Entry, expectInVain, filled } from './loads.ts';

describe('a load', () => {
  test('is as good as setting one by one', () => {
    const loaded = filled();
    loaded.load(CHANGES);
    const set = filled();
    for (const entry of CHANGES) set.set(...entry);
    expect(dumpOf(loaded)).toEqual(dumpOf(set));
    expect(loaded.namespaceOf('a'), 'the later entry has none').toBe('');
    expect(loaded.labelsOf('new')).toEqual({ app: 'new' });
    checkIndex(loaded);
  });

  test('takes any iterable, each entry once, in order', () => {
    const index = new LabelIndex<string>();
    let made = 0;
    function* entries(): Generator<Entry> {
      for (const entry of CONTENT) {
        made++;
        yield entry;
      }
    }
    index.load(entries());
    expect(made).toBe(3);
    expect(index.select(EVERYTHING)).toEqual(['a', 'b', 'c']);
    index.load(new Map<string, Labels>([['m', { app: 'web' }]]));
    index.load(new Set<Entry>([['s', { app: 'web' }, 'prod']]));
    index.load([]);
    expect(index.count(parseSelector('app=web'))).toBe(4);
  });

  test('may reuse the arrays and objects it yields', () => {
    const index = new LabelIndex<string>();
    function* entries(): Generator<Entry> {
      const labels: Record<string, string> = {};
      const entry: [string, Labels] = ['', labels];
      for (const letter of 'abc') {
        entry[0] = letter;
        labels.letter = letter;
        yield entry;
      }
    }
    index.load(entries());
    for (const letter of 'abc') expect(index.select(parseSelector(`letter=${letter}`))).toEqual([letter]);
  });
});

describe('a load that throws leaves the index as it was', () => {
  test.each<[why: string, bad: unknown]>([
    ['an entry that is none', 'nothing'],
    ['no id', [null, {}]],
    ['no labels', ['x']],
    ['a value that is no string', ['a', { app: 'db', tier: 5 }]],
    ['a namespace that is no string', ['a', {}, 5]],
  ])('at %s', (_, bad) => {
    for (let at = 0; at <= CHANGES.length; at++) {
      expectInVain(filled(), [...CHANGES.slice(0, at), bad as Entry, ...CHANGES.slice(at)]);
      expectInVain(new LabelIndex(), [...CHANGES.slice(0, at), bad as Entry]);
    }
  });

  test('in the iterable', () => {
    for (let at = 0; at <= CHANGES.length; at++) {
      function* entries(): Generator<Entry> {
        yield* CHANGES.slice(0, at);
        throw new RangeError('mine');
      }
      expectInVain(filled(), entries());
      expect(() => new LabelIndex().load(entries())).toThrow(new RangeError('mine'));
    }
  });

  test('in a getter of the labels', () => {
    const labels = {
      a: '1',
      get b(): string {
        throw new RangeError('mine');
      },
      c: '2',
    };
    expectInVain(filled(), [...CHANGES, ['b', labels]]);
  });

  test('among many', () => {
    const index = new LabelIndex<string>();
    index.load(
      Array.from({ length: 9000 }, (_, at): Entry => [`${at}`, { app: 'web', n: `${at % 3}` }, 'prod']),
    );
    for (let at = 0; at < 3000; at++) index.delete(`${at * 3}`);
    const entries = Array.from(
      { length: 12_000 },
      (_, at): Entry => [`${at}`, { app: 'db', m: `${at % 7}` }],
    );
    expectInVain(index, [...entries, ['x', { app: 5 } as unknown as Labels]]);
    expect(index.count(parseSelector('n'))).toBe(6000);
  });

  test('and closes the iterable', () => {
    let closed = false;
    function* entries(): Generator<Entry> {
      try {
        yield ['x', null as unknown as Labels];
        yield ['y', {}];
      } finally {
        closed = true;
      }
    }
    expectInVain(filled(), entries());
    expect(closed).toBe(true);
  });
});
