import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LabelCounts } from '../../../src/cli/commands/label-counts.ts';
import { LabelIndex } from '../../../src/index.ts';

const labels = fc.dictionary(
  fc.constantFrom('app', 'tier', 'a/b', 'ä', '__proto__', 'constructor'),
  fc.constantFrom('', 'web', 'db', 'Z', 'a'),
);

describe('counts of labels', () => {
  test('are those of an index of the same objects, in the same order', () => {
    fc.assert(
      fc.property(fc.array(labels, { maxLength: 20 }), (objects) => {
        const counts = new LabelCounts(undefined);
        const index = new LabelIndex<number>();
        for (const [number, object] of objects.entries()) {
          counts.add(object);
          index.set(number, object);
        }
        expect(counts.keys()).toEqual(index.keys());
        for (const { key } of index.keys()) expect(counts.values(key)).toEqual(index.values(key));
      }),
    );
  });

  test('of values are kept for the keys that are asked for, and no others', () => {
    const counts = new LabelCounts(new Set(['app', 'nowhere']));
    counts.add({ app: 'web', pod: 'web-1' });
    counts.add({ app: 'web', pod: 'web-2' });
    expect(counts.keys()).toEqual([
      { key: 'app', objects: 2, values: 1 },
      { key: 'pod', objects: 2, values: 0 },
    ]);
    expect(counts.values('app')).toEqual([{ value: 'web', objects: 2 }]);
    expect(counts.values('pod')).toEqual([]);
    expect(counts.values('nowhere')).toEqual([]);
  });
});
