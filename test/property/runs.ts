import type { Parameters } from 'fast-check';

const FUZZING = process.env.FUZZ !== undefined && process.env.FUZZ !== '';

/** How often to run a property: a fixed seed normally; with FUZZ set a random one and a hundred times the runs. */
export function runs(count: number): Pick<Parameters<unknown>, 'numRuns' | 'seed'> {
  return FUZZING ? { numRuns: count * 100 } : { numRuns: count, seed: 20_251_123 };
}

/** Milliseconds a property may take. */
export const TIMEOUT: number = FUZZING ? 1_800_000 : 30_000;
