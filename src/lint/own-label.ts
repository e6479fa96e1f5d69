import { isIdentifying } from './identifying-keys.ts';
import type { Workload } from './workload.ts';

/** A label that the pods of one workload have for certain, and those of others have not: `tier=web`. */
export function ownLabel(workload: Workload, others: readonly Workload[]): string | undefined {
  for (const [key, value] of workload.pods.labels) {
    if (!isIdentifying(key)) continue;
    if (others.every(({ pods }) => pods.labels.get(key) !== value && !pods.open.has(key)))
      return `${key}=${value}`;
  }
  return undefined;
}
