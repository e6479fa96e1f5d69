import type { AnyBut } from '../constraint/key-constraint.ts';
import { spellings } from './domain.ts';

/**
 * How many values satisfy a range with exclusions, up to a number that is enough to know: the integers are gone through
 * only as far as that.
 */
export function countUpTo(key: string, { range, values }: AnyBut, enough: number): number {
  if (range === undefined) return enough;
  let count = -values.length;
  for (let integer = range.min; integer <= range.max && count < enough; integer += 1n) {
    count += spellings(key, integer);
  }
  return Math.min(count, enough);
}

/** Every value of a range with exclusions, of which there are few. */
export function valuesWithin(key: string, { range, values }: AnyBut): string[] {
  const excluded = new Set(values);
  const result: string[] = [];
  if (range === undefined) return result;
  for (let integer = range.min; integer <= range.max; integer += 1n) {
    for (let zeros = 0; zeros < spellings(key, integer); zeros++) {
      const value = '0'.repeat(zeros) + String(integer);
      if (!excluded.has(value)) result.push(value);
    }
  }
  return result.sort();
}
