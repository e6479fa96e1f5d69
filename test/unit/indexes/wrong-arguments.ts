import { expect } from 'vitest';

/** An argument nobody could type. */
export function wrong(value: unknown): never {
  return value as never;
}

/** The call throws a TypeError with this message, or with one that names what is wrong. */
export function expectTypeError(call: () => unknown, names: RegExp | string, told: string): void {
  let thrown: unknown;
  try {
    call();
  } catch (error) {
    thrown = error;
  }
  expect(thrown, told).toBeInstanceOf(TypeError);
  const message = thrown instanceof Error ? thrown.message : '';
  if (typeof names === 'string') expect(message, told).toBe(names);
  else expect(message, told).toMatch(names);
}
