import { expect } from 'vitest';
import type { KeyConstraint } from '../../../src/constraint/key-constraint.ts';

/** A constraint is frozen in all its parts. */
export function expectFrozen(constraint: KeyConstraint): void {
  const { present } = constraint;
  const parts: unknown[] = [constraint, present];
  if (present.kind !== 'none') parts.push(present.values);
  if (present.kind === 'any-but') parts.push(present.range);
  for (const part of parts) expect(Object.isFrozen(part)).toBe(true);
}
