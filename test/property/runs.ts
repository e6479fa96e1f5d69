import type { Parameters } from 'fast-check';

const FUZZ = process.env.FUZZ ?? '';

/** How many times the usual number of runs: FUZZ=1 is a hundred times, any greater number is meant as it stands. */
const FACTOR = FUZZ === '' ? 1 : Number(FUZZ) > 1 ? Number(FUZZ) : 100;

/** How often to run a property: a fixed seed normally, a random one and many more runs with FUZZ set. */
export function runs(count: number): Pick<Parameters<unknown>, 'numRuns' | 'seed'> {
  return FUZZ === '' ? { numRuns: count, seed: 20_251_123 } : { numRuns: count * FACTOR };
}

/** Milliseconds a property may take: as any test, for the usual number of runs. */
export const TIMEOUT: number = 60_000 * FACTOR;
