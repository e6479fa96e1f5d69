import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LabelSets } from '../../../src/postings/label-sets.ts';
import { runs } from '../../property/runs.ts';

const pairsOf = (sets: LabelSets, labelSet: number): number[] => {
  const start = sets.start(labelSet);
  return [...sets.page(labelSet).subarray(start, start + sets.length(labelSet))];
};

const take = (sets: LabelSets, pairs: readonly number[]): number =>
  sets.take(Uint32Array.from([7, ...pairs]), 1, pairs.length);

/** What every label set is, and of how many objects, held against what is known of them. */
function expectHeld(sets: LabelSets, model: ReadonlyMap<string, { name: number; holders: number }>): void {
  expect(sets.size).toBe(model.size);
  for (const [text, { name, holders }] of model) {
    expect(pairsOf(sets, name).join()).toBe(text);
    expect(sets.holders(name)).toBe(holders);
    expect(name).toBeLessThan(sets.numbers);
  }
  expect([...sets.ascending()]).toEqual([...model.values()].map(({ name }) => name).sort((a, b) => a - b));
}

const some = fc
  .uniqueArray(fc.nat({ max: 30 }), { maxLength: 9 })
  .map((pairs) => pairs.sort((a, b) => a - b));
/** Such as are kept on a page, and such as are longer than one. */
const long = fc
  .tuple(fc.nat({ max: 5 }), fc.constantFrom(3000, 65_533, 65_534, 65_535, 70_000))
  .map(([from, length]) => Array.from({ length }, (_, at) => from + at));

const steps = fc.array(
  fc.oneof(
    { weight: 12, arbitrary: fc.record({ kind: fc.constant('take' as const), pairs: some }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('take' as const), pairs: long }) },
    { weight: 8, arbitrary: fc.record({ kind: fc.constant('release' as const), at: fc.nat() }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('compact' as const) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('trim' as const) }) },
  ),
  { maxLength: 100 },
);

test('label sets are there as long as an object has them, under any history', () => {
  fc.assert(
    fc.property(steps, (history) => {
      const sets = new LabelSets();
      const model = new Map<string, { name: number; holders: number }>();
      for (const step of history) {
        if (step.kind === 'take') {
          const name = take(sets, step.pairs);
          const known = model.get(step.pairs.join());
          if (known === undefined) model.set(step.pairs.join(), { name, holders: 1 });
          else {
            expect(name, 'the same label set has the same name').toBe(known.name);
            known.holders++;
          }
        } else if (step.kind === 'release' && model.size > 0) {
          const [text, known] = [...model][step.at % model.size] ?? expect.unreachable();
          sets.release(known.name);
          if (--known.holders === 0) model.delete(text);
        } else if (step.kind === 'compact') {
          const names = sets.compact();
          for (const known of model.values()) known.name = names[known.name] ?? expect.unreachable();
        } else if (step.kind === 'trim') sets.trim();
      }
      expectHeld(sets, model);
    }),
    runs(60),
  );
});

describe('the words of label sets that were given up', () => {
  test('serve those of the same length', () => {
    const sets = new LabelSets();
    const kept = take(sets, [1, 2, 3]);
    const given = take(sets, [1, 2, 4]);
    sets.release(given);
    const { bytes } = sets;
    for (let at = 5; at < 1000; at++) sets.release(take(sets, [1, 2, at]));
    expect(sets.bytes).toBe(bytes);
    expect(pairsOf(sets, kept)).toEqual([1, 2, 3]);
  });

  test('are given back by compaction when they are a third', () => {
    const sets = new LabelSets();
    const names = Array.from({ length: 30_000 }, (_, at) => take(sets, [at, 40_000, 50_000, 60_000]));
    expect(sets.isWasteful).toBe(false);
    for (const [at, name] of names.entries()) if (at % 10 !== 0) sets.release(name);
    expect(sets.isWasteful).toBe(true);
    const before = sets.bytes;
    const moved = sets.compact();
    expect(sets.isWasteful).toBe(false);
    expect(sets.bytes).toBeLessThan(before / 2);
    for (let at = 0; at < names.length; at += 10) {
      expect(pairsOf(sets, moved[names[at] ?? 0] ?? 0)).toEqual([at, 40_000, 50_000, 60_000]);
    }
  });
});
