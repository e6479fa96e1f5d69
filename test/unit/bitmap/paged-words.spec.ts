import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PagedWords } from '../../../src/bitmap/paged-words.ts';
import { runs } from '../../property/runs.ts';

/** Lengths around those of pages, and short ones. */
const lengths = fc.oneof(
  fc.nat({ max: 40 }),
  fc.integer({ min: 65_530, max: 65_540 }),
  fc.nat({ max: 200_000 }),
);

const steps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('reserve' as const), length: lengths }),
    fc.record({ kind: fc.constant('trim' as const), length: lengths }),
    fc.record({
      kind: fc.constant('put' as const),
      place: fc.nat({ max: 200_000 }),
      word: fc.nat({ max: 2 ** 32 - 1 }),
    }),
  ),
  { maxLength: 40 },
);

test('words stay what they were, through growing and trimming', () => {
  fc.assert(
    fc.property(steps, (history) => {
      const words = new PagedWords();
      const model = new Map<number, number>();
      for (const step of history) {
        if (step.kind === 'reserve') {
          words.reserve(step.length);
          expect(words.length).toBeGreaterThanOrEqual(step.length);
        } else if (step.kind === 'trim') {
          const before = words.length;
          words.trim(step.length);
          expect(words.length).toBeGreaterThanOrEqual(Math.min(step.length, before));
          expect(words.length).toBeLessThanOrEqual(Math.max(step.length * 1.12, 8) + 65_536 * 0.1);
          for (const place of model.keys()) if (place >= words.length) model.delete(place);
        } else if (step.place < words.length) {
          words.put(step.place, step.word);
          model.set(step.place, step.word);
        }
        expect(words.bytes).toBe(words.length * 4);
      }
      for (const [place, word] of model) expect(words.at(place)).toBe(word);
    }),
    runs(100),
  );
});

test('a table for little takes little', () => {
  const words = new PagedWords();
  words.reserve(20);
  expect(words.bytes).toBeLessThanOrEqual(40 * 4);
});
