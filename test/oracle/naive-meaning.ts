import { naiveInt64 } from './naive-int64.ts';
import { naiveMatch } from './naive-match.ts';
import type { NaiveRequirement } from './naive-requirement.ts';
import type { NaiveChoice } from './naive-universe.ts';

/** What a conjunction means, found by trying. */
export interface NaiveMeaning {
  /** The same for two conjunctions of one call that match the same label sets. */
  readonly text: string;
  /** For each key that it demands something of: what it lets pass of all that can tell the conjunctions apart, as bits. */
  readonly passes: ReadonlyMap<string, string>;
  /** Whether there is a key that every label set it matches has. */
  readonly isAnchored: boolean;
}

/**
 * The meaning of each conjunction; undefined where no label set matches it. Keys are independent, so each is tried alone,
 * over what can tell all of the conjunctions apart.
 */
export function naiveMeanings(
  conjunctions: readonly (readonly NaiveRequirement[])[],
): (NaiveMeaning | undefined)[] {
  const all = conjunctions.flat();
  const choices = new Map(
    [...new Set(all.map(({ key }) => key))].map((key) => [key, tellingChoices(all, key)] as const),
  );
  return conjunctions.map((conjunction) => meaningOf(conjunction, choices));
}

function meaningOf(
  conjunction: readonly NaiveRequirement[],
  choices: ReadonlyMap<string, readonly NaiveChoice[]>,
): NaiveMeaning | undefined {
  const meaning: [string, string][] = [];
  let isAnchored = false;
  for (const key of new Set(conjunction.map((requirement) => requirement.key))) {
    const own = conjunction.filter((requirement) => requirement.key === key);
    const passes = (choices.get(key) ?? []).map((choice) =>
      naiveMatch(own, new Map(choice === undefined ? [] : [[key, choice]])),
    );
    if (!passes.includes(true)) return undefined;
    if (!naiveMatch(own, new Map())) isAnchored = true;
    if (passes.includes(false)) meaning.push([key, passes.map(Number).join('')]);
  }
  const sorted = meaning.sort(([a], [b]) => (a < b ? -1 : 1));
  return { text: JSON.stringify(sorted), passes: new Map(sorted), isAnchored };
}

/** Whether all label sets that one conjunction matches are matched by another of the same call. */
export function naiveIncludes(outer: NaiveMeaning, inner: NaiveMeaning): boolean {
  return [...outer.passes].every(([key, bits]) => {
    const own = inner.passes.get(key);
    return own !== undefined && [...own].every((bit, at) => bit === '0' || bits[at] === '1');
  });
}

/**
 * Absent, every value mentioned, a word nobody mentions, and around every bound its neighbours in a spelling nobody
 * mentions: any two constraints on the key differ on one of these.
 */
function tellingChoices(requirements: readonly NaiveRequirement[], key: string): NaiveChoice[] {
  const own = requirements.filter((requirement) => requirement.key === key);
  const mentioned = new Set(own.flatMap(({ values }) => values));
  const unmentioned = (text: string, more: (text: string) => string): string =>
    mentioned.has(text) ? unmentioned(more(text), more) : text;
  const choices = new Set<NaiveChoice>([undefined, ...mentioned]);
  choices.add(unmentioned('word', (text) => `${text}s`));
  for (const { operator, values } of own) {
    if (operator !== 'gt' && operator !== 'lt') continue;
    const bound = naiveInt64(values[0] ?? '') ?? 0n;
    for (const near of [bound - 1n, bound, bound + 1n]) {
      const sign = near < 0n ? '-' : '+';
      const digits = String(near < 0n ? -near : near);
      choices.add(unmentioned(sign + digits, (text) => `${sign}0${text.slice(1)}`));
    }
  }
  return [...choices];
}
