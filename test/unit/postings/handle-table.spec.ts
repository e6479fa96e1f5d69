import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { HandleTable, NO_PLACE } from '../../../src/postings/handle-table.ts';
import { runs } from '../../property/runs.ts';

/** Few hashes, so that many handles share one, and handles far apart, so that their bits change. */
const hashes = fc.oneof(fc.constantFrom(0, -1, 1, 0x7fff_ffff, 0x8000_0000 | 0), fc.integer());
const handles = fc.oneof(fc.nat({ max: 40 }), fc.nat({ max: 100_000 }), fc.nat({ max: 2 ** 28 }));

const steps = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ kind: fc.constant('insert' as const), handle: handles, hash: hashes }),
    },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('delete' as const), at: fc.nat() }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('trim' as const) }) },
  ),
  { maxLength: 120 },
);

function placeOf(table: HandleTable, hash: number, handle: number): number {
  let place = table.first(hash);
  while (place !== NO_PLACE && table.handle(place) !== handle) place = table.next(place, hash);
  return place;
}

describe.each([false, true])('a table of handles, many expected: %s', (isMany) => {
  test('finds what is filed, and nothing that was taken out, under any history', () => {
    fc.assert(
      fc.property(steps, (history) => {
        const table = new HandleTable();
        if (isMany) table.expectMany();
        const model = new Map<number, number>();
        const hashOf = (handle: number) => model.get(handle) ?? 0;
        for (const step of history) {
          if (step.kind === 'insert' && !model.has(step.handle)) {
            model.set(step.handle, step.hash);
            table.insert(step.hash, step.handle, hashOf);
          } else if (step.kind === 'delete' && model.size > 0) {
            const handle = [...model.keys()][step.at % model.size] ?? 0;
            const place = placeOf(table, hashOf(handle), handle);
            expect(place).not.toBe(NO_PLACE);
            const hash = hashOf(handle);
            table.delete(place, hashOf);
            model.delete(handle);
            expect(placeOf(table, hash, handle)).toBe(NO_PLACE);
          } else if (step.kind === 'trim') {
            table.trim(hashOf);
          }
          expect(table.size).toBe(model.size);
        }
        expect([...table].sort((a, b) => a - b)).toEqual([...model.keys()].sort((a, b) => a - b));
        for (const [handle, hash] of model) expect(placeOf(table, hash, handle)).not.toBe(NO_PLACE);
      }),
      runs(300),
    );
  });
});

test('a table that comes and goes does not grow', () => {
  const table = new HandleTable();
  const hashOf = (handle: number) => Math.imul(handle, 0x9e37_79b1);
  let largest = 0;
  for (let handle = 0; handle < 20_000; handle++) {
    table.insert(hashOf(handle), handle, hashOf);
    if (handle >= 100) table.delete(placeOf(table, hashOf(handle - 100), handle - 100), hashOf);
    largest = Math.max(largest, table.bytes);
  }
  expect(table.size).toBe(100);
  expect(largest).toBeLessThan(8 * 1024);
});

describe.each([false, true])('where memory is refused, many expected: %s', (isMany) => {
  afterEach(() => vi.unstubAllGlobals());

  /** The one allocation with this number is refused, and all after it, until the stubs are taken back. */
  function refuseFrom(number: number): void {
    let taken = 0;
    const refusing = {
      construct: (real: typeof Uint32Array, args: [number]) => {
        if (taken++ >= number) throw new RangeError('Array buffer allocation failed');
        return new real(...args);
      },
    };
    vi.stubGlobal('Uint32Array', new Proxy(Uint32Array, refusing));
  }

  test.each([0, 1])('an insertion that fails at allocation %i leaves all as it was', (number) => {
    const hashOf = (handle: number) => Math.imul(handle, 0x9e37_79b1);
    const table = new HandleTable();
    if (isMany) table.expectMany();
    let filed = 0;
    const fill = (end: number) => {
      for (; filed < end; filed++) table.insert(hashOf(filed), filed, hashOf);
    };
    fill(200);
    refuseFrom(number);
    expect(() => fill(100_000)).toThrow(RangeError);
    vi.unstubAllGlobals();
    const isFiled = (handle: number) => placeOf(table, hashOf(handle), handle) !== NO_PLACE;
    const all = Array.from({ length: filed }, (_, handle) => handle);
    expect(table.size).toBe(filed);
    expect(all.filter((handle) => !isFiled(handle))).toEqual([]);
    expect(isFiled(filed)).toBe(false);
    fill(2000);
    expect(table.size).toBe(2000);
    expect(all.filter((handle) => !isFiled(handle))).toEqual([]);
  });
});
