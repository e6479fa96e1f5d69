import { describe, expect, test } from 'vitest';
import { LabelIndex, type Labels, parseSelector } from '../../../src/index.ts';
import { checkIndex } from '../../../src/indexes/invariants.ts';
import { dumpOf } from '../../oracle/index-dump.ts';
import { CHANGES, type Entry, expectInVain, filled } from './loads.ts';

describe('from within the iterable of a load', () => {
  const CALLS: readonly (readonly [string, (index: LabelIndex) => unknown])[] = [
    ['set', (index) => index.set('x', { app: 'web' })],
    ['delete', (index) => index.delete('a')],
    ['load', (index) => index.load([['x', {}]])],
  ];

  test.each(CALLS)('%s throws, and so does the load', (_, call) => {
    const index = filled();
    function* entries(): Generator<Entry> {
      yield* CHANGES;
      call(index);
    }
    expectInVain(index, entries());
  });

  test.each(CALLS)('%s throws; who catches that goes on', (_, call) => {
    const index = filled();
    function* entries(): Generator<Entry> {
      for (const entry of CHANGES) {
        expect(() => call(index)).toThrow(Error);
        yield entry;
      }
    }
    index.load(entries());
    const other = filled();
    other.load(CHANGES);
    expect(dumpOf(index)).toEqual(dumpOf(other));
    checkIndex(index);
  });

  test.each(CALLS)('%s while the load gives up changes nothing', (_, call) => {
    const index = filled();
    function* entries(): Generator<Entry> {
      try {
        yield* CHANGES;
        yield ['x', null as unknown as Labels];
      } finally {
        try {
          call(index);
        } catch {
          // What it throws is hidden by the error of the load.
        }
      }
    }
    expectInVain(index, entries());
  });

  test('another index may be changed', () => {
    const index = filled();
    const other = new LabelIndex();
    function* entries(): Generator<Entry> {
      for (const entry of CHANGES) {
        other.set(...entry);
        yield entry;
      }
    }
    index.load(entries());
    expect(other.size).toBe(4);
  });

  test('the index may be asked, and is none the worse', () => {
    const index = filled();
    const query = index.prepare(parseSelector('app=web'));
    function* entries(): Generator<Entry> {
      for (const entry of CHANGES) {
        try {
          query.select();
          index.keys(parseSelector('app'));
          index.labelsOf('a');
        } catch {
          // To refuse is as good.
        }
        yield entry;
      }
    }
    index.load(entries());
    const other = filled();
    other.load(CHANGES);
    expect(dumpOf(index)).toEqual(dumpOf(other));
    expect(query.select()).toEqual(other.select(parseSelector('app=web')));
    checkIndex(index);
  });
});
