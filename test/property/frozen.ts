import { expect } from 'vitest';

/** Every object reachable through own properties is frozen. */
export function expectDeeplyFrozen(value: unknown): void {
  const seen = new Set<object>();
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null || seen.has(next)) continue;
    seen.add(next);
    expect(Object.isFrozen(next), `${JSON.stringify(next)} is frozen`).toBe(true);
    for (const key of Reflect.ownKeys(next)) waiting.push(Reflect.get(next, key));
  }
}
