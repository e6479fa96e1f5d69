import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Driven } from '../../src/bitmap/driven.ts';
import { Fused } from '../../src/bitmap/fused.ts';
import { checkSets } from '../../src/bitmap/invariants.ts';
import { OrdinalSets } from '../../src/bitmap/ordinal-sets.ts';
import { Scratch } from '../../src/bitmap/scratch.ts';
import type { Sink } from '../../src/bitmap/sink.ts';
import { runs, TIMEOUT } from './runs.ts';

/** Ordinals lie below this: three chunks and a bit. */
const END = 200_000;

/** What is done to a set at once: enough ordinals to make it dense, and to make it sparse again. */
interface Step {
  readonly kind: 'add' | 'remove';
  readonly start: number;
  readonly count: number;
  readonly stride: number;
}

const steps: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('add', 'add', 'remove'),
  start: fc.nat({ max: END - 1 }),
  count: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 3000, max: 12_000 })),
  stride: fc.constantFrom(1, 2, 7, 16, 61),
});

function* ordinalsOf({ start, count, stride }: Step): Generator<number> {
  for (let i = 0; i < count; i++) yield (start + i * stride) % END;
}

/** A set of the kind, and the same as a native Set. */
function build(sets: OrdinalSets, history: readonly Step[]): { set: number; model: Set<number> } {
  const set = sets.create();
  const model = new Set<number>();
  // Looked at together: an expectation for each ordinal would take most of the time.
  const wrong: number[] = [];
  for (const step of history) {
    for (const ordinal of ordinalsOf(step)) {
      const wasThere = model.has(ordinal);
      const isRight =
        step.kind === 'add' ? sets.add(set, ordinal) === !wasThere : sets.remove(set, ordinal) === wasThere;
      if (!isRight) wrong.push(ordinal);
      if (step.kind === 'add') model.add(ordinal);
      else model.delete(ordinal);
    }
  }
  expect(wrong, 'ordinals that were or were not there, against what was answered').toEqual([]);
  return { set, model };
}

const sorted = (ordinals: Iterable<number>) => [...ordinals].sort((a, b) => a - b);

/** All that a reader hands over, with the promises of a sink held. */
function collect(read: (sink: Sink) => boolean, most: number): number[] {
  const found: number[] = [];
  let portions = 0;
  read((words, at, n) => {
    if (n > 0) portions++;
    for (const ordinal of words.subarray(at, at + n)) found.push(ordinal);
    return found.length < most;
  });
  expect(portions > 0, 'portions, of which none is empty').toBe(found.length > 0);
  return found.slice(0, most);
}

describe.each(['webassembly', 'typescript'] as const)('sets of ordinals, kernel %s', (kernel) => {
  test('are as native Sets under any history', { timeout: TIMEOUT }, () => {
    const forms = new Set<string>();
    fc.assert(
      fc.property(
        fc.array(fc.array(steps, { maxLength: 6 }), { minLength: 1, maxLength: 3 }),
        (histories) => {
          const sets = new OrdinalSets(kernel);
          const built = histories.map((history) => build(sets, history));
          for (const { set, model } of built) {
            forms.add(sets.form(set));
            expect(sets.count(set)).toBe(model.size);
            expect([...sets.ordinals(set)]).toEqual(sorted(model));
            for (const ordinal of [0, 1, 65_535, 65_536, END - 1, END + 70_000]) {
              expect(sets.has(set, ordinal)).toBe(model.has(ordinal));
            }
          }
          checkSets(sets);
          for (const { set } of built) sets.destroy(set);
          expect(sets.size).toBe(0);
          expect(sets.arena.usedBytes).toBe(sets.sharedBytes);
          checkSets(sets);
        },
      ),
      runs(40),
    );
    expect([...forms].sort()).toEqual(['dense', 'single', 'sparse']);
  });

  test('intersections, unions and differences are those of native Sets', { timeout: TIMEOUT }, () => {
    const shapes = fc.array(fc.array(steps, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 6 });
    const roles = fc.array(fc.constantFrom('a', 'b', 'none'), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(
        shapes,
        roles,
        fc.nat({ max: END }),
        fc.integer({ min: 1, max: 3000 }),
        (histories, role, from, most) => {
          const sets = new OrdinalSets(kernel);
          const scratch = new Scratch(sets.arena);
          const built = histories.map((history) => build(sets, history));
          const inRole = (wanted: string) => built.filter((_, at) => (at === 0 ? 'a' : role[at]) === wanted);
          const unions = [inRole('a'), inRole('b')].filter((union) => union.length > 0);
          const none = inRole('none');
          const wanted = sorted(built.flatMap(({ model }) => [...model])).filter(
            (ordinal, at, all) =>
              ordinal !== all[at - 1] &&
              unions.every((union) => union.some(({ model }) => model.has(ordinal))) &&
              !none.some(({ model }) => model.has(ordinal)),
          );
          const handles = (of: typeof built) => of.map(({ set }) => set);
          const operands = { all: unions.map(handles), none: handles(none) };
          const fused = new Fused(sets, scratch, operands, END);
          expect(fused.count()).toBe(wanted.length);
          expect(
            collect((sink) => fused.read(0, Number.POSITIVE_INFINITY, sink), Number.POSITIVE_INFINITY),
          ).toEqual(wanted);
          const page = wanted.filter((ordinal) => ordinal >= from).slice(0, most);
          expect(collect((sink) => fused.read(from, most, sink), most)).toEqual(page);

          // Each candidate held against the rest; a driver's sets must have no ordinal in common.
          const [driver, ...others] = unions;
          if (driver === undefined || driver.length > 1) return;
          const filters = [
            ...others
              .filter(({ length }) => length === 1)
              .flatMap((union) => handles(union).map((set) => ({ set, kept: true }))),
            ...handles(none).map((set) => ({ set, kept: false })),
          ];
          const tested = others.filter(({ length }) => length > 1);
          const isInTested = (ordinal: number) =>
            tested.every((union) => union.some(({ model }) => model.has(ordinal)));
          const driven = new Driven(
            sets,
            scratch,
            handles(driver),
            filters,
            tested.length > 0 ? isInTested : undefined,
          );
          expect(driven.count()).toBe(wanted.length);
          expect(collect((sink) => driven.read(from, sink), most)).toEqual(page);
          checkSets(sets, scratch);
        },
      ),
      runs(40),
    );
  });
});
