import { isNameKey, isPartKey } from './identifying-keys.ts';
import type { Workload } from './workload.ts';

/** Parts of names that tell releases, copies and shards of one thing apart. */
const COPY =
  /^(?:v?\d+|[a-z]|blue|green|canary|stable|baseline|preview|active|primary|secondary|main|backup|old|new|next|legacy|linux|windows|spot|shard\d*|zone\d*)$/i;

/** A name without what tells copies apart: `web` of `web-canary` and of `web-v2`. */
function baseOf(name: string): string {
  const parts = name.split(/[-_.]/);
  const kept = parts.filter((part) => !COPY.test(part));
  return (kept.length === 0 ? parts : kept).join('-').toLowerCase();
}

/** A label by which two workloads are two things, and no copies of one. */
export interface Difference {
  readonly key: string;
  readonly values: readonly [string, string];
  /** Whether it is the application that differs, and not the part of one. */
  readonly isOfName: boolean;
}

/** The labels that two workloads have under the same key of a sort. */
function shared({ pods: one }: Workload, { pods: other }: Workload, isOfSort: (key: string) => boolean) {
  return [...one.labels].flatMap(([key, value]) => {
    const another = other.labels.get(key);
    return another !== undefined && isOfSort(key)
      ? [{ key, value, another, isSame: baseOf(value) === baseOf(another) }]
      : [];
  });
}

/**
 * By which label two workloads are different applications, or different parts of one. Undefined where one label of theirs
 * says that they are the same, as those of a canary and of shards do, or none says anything.
 */
export function differenceBetween(one: Workload, other: Workload): Difference | undefined {
  const names = shared(one, other, isNameKey);
  const parts = shared(one, other, isPartKey);
  const isOneApplication = names.some(({ isSame }) => isSame);
  const isOfName = !isOneApplication && names.length > 0;
  const found = isOfName ? names[0] : parts.find(({ isSame }) => !isSame);
  return found && { key: found.key, values: [found.value, found.another], isOfName };
}
