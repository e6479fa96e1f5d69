import { naiveInt64 } from './naive-int64.ts';
import { naiveMatch } from './naive-match.ts';
import type { NaiveRequirement } from './naive-requirement.ts';

/** What a label may be in the small universe: a value, or undefined when it is absent. */
export type NaiveChoice = string | undefined;

/**
 * The choices for one label that can tell requirements on it apart: absent, a word nobody mentions, the empty
 * value, every value mentioned, and around every number mentioned its neighbours, each in two spellings.
 *
 * @param everyString with values that no valid label has, such as `-5`: matching does not validate
 */
export function naiveChoices(
  requirements: readonly NaiveRequirement[],
  key: string,
  everyString: boolean,
): NaiveChoice[] {
  const choices = new Set<NaiveChoice>([undefined, '', 'nobody-mentions-this']);
  const numbers = new Set<bigint>([0n]);
  if (everyString) numbers.add(-5n);
  for (const requirement of requirements) {
    if (requirement.key !== key) continue;
    for (const value of requirement.values) {
      choices.add(value);
      const number = naiveInt64(value);
      if (number === undefined) continue;
      for (const near of [number - 1n, number, number + 1n]) numbers.add(near);
    }
  }
  for (const number of numbers) {
    if (number < 0n && !everyString) continue;
    const sign = number < 0n ? '-' : '';
    const digits = String(number < 0n ? -number : number);
    choices.add(sign + digits);
    choices.add(`${sign}000${digits}`);
  }
  return [...choices];
}

/** The value a label set must have at `key` for the requirements to hold, found by trying. */
export type NaiveRequiredValue =
  | { readonly found: 'one'; readonly value: string }
  | { readonly found: 'none' }
  | { readonly found: 'contradiction' };

export function naiveRequiredValue(
  requirements: readonly NaiveRequirement[],
  key: string,
): NaiveRequiredValue {
  const keys = new Set(requirements.map((requirement) => requirement.key));
  for (const other of keys) if (passing(requirements, other).length === 0) return { found: 'contradiction' };
  const [first, ...more] = passing(requirements, key);
  return first === undefined || more.length > 0 ? { found: 'none' } : { found: 'one', value: first };
}

function passing(requirements: readonly NaiveRequirement[], key: string): NaiveChoice[] {
  const own = requirements.filter((requirement) => requirement.key === key);
  return naiveChoices(own, key, false).filter((choice) =>
    naiveMatch(own, new Map(choice === undefined ? [] : [[key, choice]])),
  );
}
