import type { KubernetesObject } from '../../manifests.ts';
import { type Filters, filterTest } from './filters.ts';
import { readEverything, type Surroundings } from './reading.ts';
import type { Tally } from './tally.ts';

/** What a command does with the objects it is about. */
export interface Taker {
  object(object: KubernetesObject): void;
  /** For the progress bar; without it, the bar does not tell. */
  matches?(): number;
}

/**
 * Reads every object of the inputs, and hands on those of the kinds and namespaces asked for; `tally` counts both.
 *
 * @throws UsageError as {@link readEverything} does
 */
export async function readWanted(
  paths: readonly string[],
  filters: Filters,
  tally: Tally,
  taker: Taker,
  surroundings: Surroundings,
): Promise<void> {
  const isWanted = filterTest(filters);
  await readEverything(
    paths,
    {
      object(object) {
        tally.count(object);
        if (!isWanted(object)) return;
        tally.considered++;
        taker.object(object);
      },
      counts: () => ({ objects: tally.read, matches: taker.matches?.() }),
    },
    surroundings,
  );
}
