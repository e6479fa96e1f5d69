/*
 * Many selectors, made to be hard for whoever looks for all that overlap: nearly all of them do, or hardly any, though no
 * single key tells them apart.
 */

const numbered = (count, make) => Array.from({ length: count }, (_, index) => make(index));

const list = (from, count) => numbered(count, (index) => `v${from + index}`).join();

/** All pairs of so many. */
const pairsOf = (count) => (count * (count - 1)) / 2;

/** Pairs of so many in a row that are at most so far from each other. */
const pairsWithin = (count, distance) =>
  numbered(distance, (index) => count - index - 1).reduce((sum, pairs) => sum + pairs, 0);

/** A number as requirements, a key for each bit of it. */
const bits = (number, keys) => numbered(keys, (key) => `k${key}${(number >> key) & 1 ? '=' : '!='}v`).join();

const N = 10_000;
const HALF = N / 2;

/**
 * Crowds: alternatives of each selector as texts, and how many pairs overlap.
 *
 * @type {readonly { name: string, size: number, selectors: () => string[][], pairs: number }[]}
 */
export const HARD_CROWDS = [
  { name: '!kᵢ', size: N, make: (i) => [`!k${i}`], pairs: pairsOf(N) },
  { name: 'a!=vᵢ', size: N, make: (i) => [`a!=v${i}`], pairs: pairsOf(N) },
  { name: 'a notin (100 values)', size: N, make: (i) => [`a notin (${list(i, 100)})`], pairs: pairsOf(N) },
  {
    name: 'a=vᵢ, and as many a!=vᵢ',
    size: N,
    make: (i) => [i < HALF ? `a=v${i}` : `a!=v${i - HALF}`],
    pairs: HALF * (HALF - 1) + pairsOf(HALF),
  },
  { name: 'a=v,kᵢ', size: N, make: (i) => [`a=v,k${i}`], pairs: pairsOf(N) },
  { name: 'combinations of 14 keys', size: N, make: (i) => [bits(i, 14)], pairs: 0 },
  {
    name: 'a in (20 values), 19 of them the next one’s',
    size: N,
    make: (i) => [`a in (${list(i, 20)})`],
    pairs: pairsWithin(N, 19),
  },
  {
    name: 'a in (500 of 1,000 values)',
    size: 1_000,
    make: (i) => [`a in (${numbered(500, (index) => `v${(i + index) % 1_000}`).join()})`],
    pairs: pairsOf(1_000) - 500,
  },
  { name: 'a>i,a<i+10', size: N, make: (i) => [`a>${i},a<${i + 10}`], pairs: pairsWithin(N, 8) },
  {
    name: 'a>i, and as many a<i',
    size: N,
    // All that are above something meet, and so do all that are below, at 0; one of each where a number is left between.
    make: (i) => [i < HALF ? `a>${i}` : `a<${i - HALF + 1}`],
    pairs: 3 * pairsOf(HALF),
  },
  {
    name: '20 alternatives of a key each',
    size: 1_000,
    make: (i) => numbered(20, (index) => `k${i}-${index}=v`),
    pairs: pairsOf(1_000),
  },
  {
    name: '20 alternatives of one key',
    size: 1_000,
    make: (i) => numbered(20, (index) => `a=v${i * 20 + index}`),
    pairs: 0,
  },
].map(({ make, ...crowd }) => ({ ...crowd, selectors: () => numbered(crowd.size, make) }));
