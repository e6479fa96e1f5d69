import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { IntegerOrder } from '../../../src/postings/integer-order.ts';
import { runs } from '../../property/runs.ts';

const MIN = -(2n ** 63n);
const MAX = 2n ** 63n - 1n;

const integers = fc.oneof(
  fc.bigInt({ min: -20n, max: 20n }),
  fc.constantFrom(MIN, MIN + 1n, MAX - 1n, MAX, 2n ** 32n, -(2n ** 32n), 2n ** 32n - 1n, 2n ** 53n + 1n),
  fc.bigInt({ min: MIN, max: MAX }),
);

/** An integer in one of the ways it may be written. */
const written = fc.tuple(integers, fc.constantFrom('', '0', '000')).map(([integer, zeros]) => ({
  integer,
  value: integer < 0n ? `-${zeros}${-integer}` : `${zeros}${integer}`,
}));

describe('integers in order', () => {
  test('sum and list what lies within a range, as a filter over all of them does', () => {
    const entries = fc.array(fc.tuple(written, fc.nat({ max: 9 })), { maxLength: 60 });
    fc.assert(
      fc.property(
        entries,
        integers,
        integers,
        fc.array(fc.nat(), { maxLength: 20 }),
        (values, a, b, removed) => {
          const counts = new Map<number, number>();
          const order = new IntegerOrder((set) => counts.get(set) ?? 0);
          for (const [set, [{ value }, objects]] of values.entries()) {
            counts.set(set, objects);
            order.insert(value, set, objects);
          }
          const present = new Set(values.keys());
          for (const at of removed) {
            const set = at % Math.max(1, values.length);
            if (!present.delete(set)) continue;
            order.remove(values[set]?.[0].value ?? '', set, counts.get(set) ?? 0);
          }
          // Counts that move are told.
          for (const set of present) {
            counts.set(set, (counts.get(set) ?? 0) + 2);
            order.changed(set, 2);
          }
          const range = { min: a < b ? a : b, max: a < b ? b : a };
          const within = [...present].filter((set) => {
            const integer = values[set]?.[0].integer ?? 0n;
            return integer >= range.min && integer <= range.max;
          });
          expect(order.sets(range).sort((x, y) => x - y)).toEqual(within);
          expect(order.count(range)).toBe(within.reduce((sum, set) => sum + (counts.get(set) ?? 0), 0));
          expect(order.sets({ min: 1n, max: 0n })).toEqual([]);
        },
      ),
      runs(400),
    );
  });

  test('stay in order over many blocks, however they come', () => {
    const order = new IntegerOrder(() => 1);
    const numbers = Array.from({ length: 5000 }, (_, at) => (at * 2357) % 5000);
    for (const number of numbers) order.insert(String(number), number, 1);
    const range = { min: 700n, max: 4321n };
    expect(order.sets(range)).toEqual(Array.from({ length: 3622 }, (_, at) => at + 700));
    expect(order.count(range)).toBe(3622);
    for (const number of numbers) if (number % 2 === 0) order.remove(String(number), number, 1);
    expect(order.count(range)).toBe(1811);
    expect(order.sets({ min: MIN, max: MAX })).toHaveLength(2500);
  });

  test('are int64 only', () => {
    const order = new IntegerOrder(() => 1);
    for (const [set, value] of ['', 'a', '1.0', '9223372036854775808', ' 1', '0x1'].entries()) {
      order.insert(value, set, 1);
      order.changed(set, 1);
    }
    expect(order.sets({ min: MIN, max: MAX })).toEqual([]);
    order.remove('a', 1, 1);
  });
});
