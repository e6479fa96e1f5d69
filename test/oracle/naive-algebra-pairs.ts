import { NaiveWorld } from './naive-algebra.ts';
import type { NaiveAlternatives } from './naive-index.ts';

/**
 * Every pair that overlaps, as text. Keys are independent: two alternatives are apart just where they are on one key, so
 * each key is a world of its own, and as small as this one can be held against each other by the million.
 */
export function naivePairs(selectors: readonly NaiveAlternatives[]): string[] {
  const all = selectors.flat(2);
  const worlds = new Map(
    [...new Set(all.map(({ key }) => key))].map((key) => [
      key,
      new NaiveWorld(all.filter((requirement) => requirement.key === key)),
    ]),
  );
  const meanings = selectors.map((alternatives) =>
    alternatives.map(
      (one) =>
        new Map(
          one.map(({ key }) => {
            const own = one.filter((requirement) => requirement.key === key);
            return [key, worlds.get(key)?.meaning([own]) ?? 0n];
          }),
        ),
    ),
  );
  // What contradicts itself on a key of its own meets nothing, whatever the other one speaks of.
  const possible = meanings.map((several) => several.filter((one) => ![...one.values()].includes(0n)));
  const meet = (a: ReadonlyMap<string, bigint>, b: ReadonlyMap<string, bigint>) => {
    for (const [key, bits] of a) if (((b.get(key) ?? bits) & bits) === 0n) return false;
    return true;
  };
  return possible.flatMap((a, first) =>
    possible.flatMap((b, second) =>
      second > first && a.some((one) => b.some((other) => meet(one, other))) ? [`${first} ${second}`] : [],
    ),
  );
}
