import type { Labels } from '../../src/index.ts';

/** An object of a generated corpus. */
export interface DenseObject {
  readonly labels: Readonly<Record<string, string>>;
  readonly namespace: string;
}

/** How a corpus is made. */
export interface DenseShape {
  readonly seed: number;
  readonly size: number;
  /** Whether every object has a label set of its own; otherwise some thousand label sets are shared. */
  readonly unique: boolean;
}

/** Random numbers from 0 to 1 (mulberry32), the same for the same seed. */
export function randoms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Spellings of integers, and what only looks like one. */
export const NUMBERS: readonly string[] = [
  ...Array.from({ length: 24 }, (_, at) => String(at)),
  ...[
    '007',
    '+7',
    '-3',
    '-0',
    '9007199254740993',
    '9223372036854775807',
    '9223372036854775808',
    '1.5',
    '',
    'x',
  ],
];

const TIERS = ['web', 'web', 'web', 'web', 'db', 'db', 'cache', ''] as const;

/** How many objects in a row share a value of `run`: about one chunk of 65,536 ordinals has six of them. */
export const RUN = 10_000;

/**
 * Objects with keys of every kind a plan may tell apart: one that all have, common and rare ones, a key with a value
 * of its own for every object, numbers, and keys that come in runs and so leave whole chunks empty.
 */
export function denseCorpus({ seed, size, unique }: DenseShape): DenseObject[] {
  const random = randoms(seed);
  const pick = <T>(list: readonly T[], otherwise: T): T =>
    list[Math.floor(random() * list.length)] ?? otherwise;
  const shared = new Map<string, Readonly<Record<string, string>>>();
  return Array.from({ length: size }, (_, at) => {
    const labels: Record<string, string> = {
      all: 'yes',
      half: random() < 0.5 ? 'a' : 'b',
      tier: pick(TIERS, ''),
    };
    if (random() < 0.9) labels.most = 'yes';
    if (random() < 0.003) labels.rare = random() < 0.5 ? 'x' : 'y';
    labels.run = String(Math.floor(at / RUN));
    if (Math.floor(at / RUN) % 10 === 3) labels.island = random() < 0.95 ? 'yes' : 'no';
    if (unique) {
      if (random() < 0.7) labels.number = pick(NUMBERS, '');
      labels.serial = String(at);
      labels.name = `object-${at}`;
    } else if (random() < 0.2) labels.number = pick(NUMBERS.slice(0, 8), '');
    // One object for all who have the same labels, so that a scan can ask once.
    const text = unique ? '' : JSON.stringify(labels);
    const given = shared.get(text) ?? labels;
    if (!unique) shared.set(text, given);
    const share = random();
    return {
      labels: given,
      namespace: share < 0.6 ? 'main' : share < 0.9 ? '' : share < 0.998 ? 'side' : 'few',
    };
  });
}

/** Entries of objects for `load`, by number. */
export function* entriesOf(
  objects: readonly (DenseObject | undefined)[],
  from = 0,
  to: number = objects.length,
): Generator<[number, Labels, string]> {
  for (let at = from; at < to; at++) {
    const object = objects[at];
    if (object !== undefined) yield [at, object.labels, object.namespace];
  }
}
