import type { KeyConstraint } from '../constraint/key-constraint.ts';

/** A text that is the same for constraints on a key that are written the same, and for no others. O(number of values). */
export function constraintKey({ absent, present }: KeyConstraint): string {
  if (present.kind === 'none') return absent ? '!' : '';
  if (present.kind === 'one-of' && present.values.length === 1 && !absent) return `=${present.values[0]}`;
  const range = present.kind === 'any-but' ? present.range : undefined;
  return JSON.stringify([absent, present.kind, present.values, String(range?.min), String(range?.max)]);
}
