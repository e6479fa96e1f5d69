import { afterEach, describe, expect, test, vi } from 'vitest';
import { LabelIndex, type Labels, parseSelector } from '../../../src/index.ts';
import { checkIndex } from '../../../src/indexes/invariants.ts';
import { dumpOf } from '../../oracle/index-dump.ts';
import { growOnly } from './scarce-memory.ts';

/* Memory of WebAssembly may be refused at any time: by its limit of 4 GiB, or by the machine. */

afterEach(() => vi.restoreAllMocks());

type Entry = readonly [id: number, labels: Labels];

const before = Array.from(
  { length: 3000 },
  (_, at): Entry => [at, { app: at % 2 ? 'web' : 'db', n: `${at % 10}` }],
);

function* entries(length: number): Generator<Entry> {
  for (let at = 0; at < length; at++) {
    yield [at, { app: at % 3 ? 'web' : 'db', [`k${at % 40}`]: `${at % 5}`, n: `${at % 1000}` }];
  }
}

const web = parseSelector('app=web');

describe.each([[0], [1], [2]])('where memory grows %i times and no more', (times) => {
  test.each(['auto', 'webassembly'] as const)(
    'a load with kernel %j is done, or leaves all as it was',
    (kernel) => {
      const index = new LabelIndex<number>({ kernel });
      index.load(before);
      const state = JSON.stringify(dumpOf(index));
      growOnly(times);
      let thrown: unknown;
      try {
        index.load(entries(24_000));
      } catch (error) {
        thrown = error;
      }
      vi.restoreAllMocks();
      checkIndex(index);
      if (thrown === undefined) expect(index.count(web)).toBe(16_000);
      else expect(JSON.stringify(dumpOf(index)) === state, 'as it was').toBe(true);
      index.load(entries(24_000));
      expect(index.count(web), 'with memory again').toBe(16_000);
    },
  );

  test.each(['auto', 'webassembly'] as const)(
    'an object set with kernel %j is there, or is not',
    (kernel) => {
      const index = new LabelIndex<number>({ kernel });
      index.load(before);
      growOnly(times);
      let thrown: unknown;
      let last = 0;
      try {
        for (const [id, labels] of entries(24_000)) {
          last = id;
          index.set(id, labels);
        }
      } catch (error) {
        thrown = error;
      }
      vi.restoreAllMocks();
      checkIndex(index);
      if (thrown !== undefined) {
        const old = before[last]?.[1];
        expect(index.labelsOf(last)).toEqual(old);
        expect(index.size).toBe(Math.max(last, before.length));
      }
      for (const [id, labels] of entries(24_000)) index.set(id, labels);
      expect(index.count(web), 'with memory again').toBe(16_000);
    },
  );
});

test('where memory grows no more, an object replaced is the new one, or the old one in all', () => {
  const index = new LabelIndex<number>({ kernel: 'webassembly' });
  index.load(Array.from({ length: 20_000 }, (_, at): Entry => [at, { app: at % 2 ? 'web' : 'db' }]));
  growOnly(0);
  let replaced = 0;
  const replace = () => {
    for (; replaced < 20_000; replaced++) {
      index.set(replaced, { app: 'web', [`k${replaced % 40}`]: `${replaced}`, n: `${replaced}` });
    }
  };
  expect(replace).toThrow(RangeError);
  vi.restoreAllMocks();
  checkIndex(index);
  expect(index.labelsOf(replaced)).toEqual({ app: replaced % 2 ? 'web' : 'db' });
  // Those that were replaced each have a label set of their own; the others share two.
  expect(index.statistics().labelSets).toBe(replaced + 2);
  replace();
  checkIndex(index);
  expect(index.count(web), 'with memory again').toBe(20_000);
});
