import { naiveDomain } from './naive-algebra-domain.ts';
import { naiveText } from './naive-algebra-text.ts';
import type { NaiveAlternatives } from './naive-index.ts';
import { naiveMatch } from './naive-match.ts';
import type { NaiveRequirement } from './naive-requirement.ts';

/** Strings that are tried as values of a key beside those that are needed. */
export type NaiveExtras = ReadonlyMap<string, readonly string[]>;

/** Every string over an alphabet, up to a length, the empty one too. */
export function naiveStrings(alphabet: string, most: number): string[] {
  const strings = [''];
  let longest = strings;
  for (let length = 1; length <= most; length++) {
    longest = longest.flatMap((text) => [...alphabet].map((c) => text + c));
    strings.push(...longest);
  }
  return strings;
}

/**
 * All valid label sets there are, as far as some requirements can tell them apart: keys are independent of each other, and
 * `naiveDomain` says why its choices stand for all values. Keys that nobody mentions are absent, as nobody asks for them.
 * A selector of these requirements is then nothing but the label sets it matches, and every question about two selectors is
 * one about two sets of bits.
 */
export class NaiveWorld {
  readonly labelSets: readonly ReadonlyMap<string, string>[];
  readonly #bits = new Map<string, bigint>();
  /** The label sets with no label, with one, with two … */
  readonly #ofSize: readonly bigint[];

  constructor(requirements: readonly NaiveRequirement[], extras: NaiveExtras = new Map()) {
    const keys = new Set([...requirements.map(({ key }) => key), ...extras.keys()]);
    let labelSets: [string, string][][] = [[]];
    for (const key of keys) {
      const choices = [...new Set([...naiveDomain(requirements, key), ...(extras.get(key) ?? [])])];
      labelSets = labelSets.flatMap((set) =>
        choices.map((value): [string, string][] => (value === undefined ? set : [...set, [key, value]])),
      );
    }
    this.labelSets = labelSets.map((set) => new Map(set));
    this.#ofSize = Array.from({ length: keys.size + 1 }, (_, size) =>
      this.#bitsOf((labels) => labels.size === size),
    );
  }

  /** The label sets that a selector matches, a bit for each. */
  meaning(alternatives: NaiveAlternatives): bigint {
    let any = 0n;
    for (const requirements of alternatives) {
      let all = (1n << BigInt(this.labelSets.length)) - 1n;
      for (const requirement of requirements) all &= this.#meaningOf(requirement);
      any |= all;
    }
    return any;
  }

  /** The fewest labels that a label set among these bits has; there is one. */
  fewestLabels(bits: bigint): number {
    return this.#ofSize.findIndex((some) => (some & bits) !== 0n);
  }

  /** Each requirement is asked of each label set once. */
  #meaningOf(requirement: NaiveRequirement): bigint {
    const text = naiveText(requirement);
    const known = this.#bits.get(text);
    if (known !== undefined) return known;
    const bits = this.#bitsOf((labels) => naiveMatch([requirement], labels));
    this.#bits.set(text, bits);
    return bits;
  }

  #bitsOf(isAmong: (labels: ReadonlyMap<string, string>) => boolean): bigint {
    const bits = this.labelSets.map((labels) => (isAmong(labels) ? '1' : '0'));
    return BigInt(`0b${bits.reverse().join('')}`);
  }
}

/** The world that can tell some selectors apart. */
export function naiveWorldOf(...selectors: NaiveAlternatives[]): NaiveWorld {
  return new NaiveWorld(selectors.flat(2));
}
