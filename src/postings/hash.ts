/**
 * Another seed in each process, so that nobody can choose labels that all fall into one place of a table. Nothing that
 * can be observed depends on it.
 */
const SEED = Math.floor(Math.random() * 2 ** 32) | 0;

/** An odd number near 2^32 divided by the golden ratio: multiplying by it spreads what is near. */
const SPREAD = 0x9e3779b1;

/** Brings the bits of a hash down to its lowest ones, by which tables are entered (the last step of MurmurHash3). */
function finished(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function joined(hash: number, word: number): number {
  return Math.imul(((hash << 5) | (hash >>> 27)) ^ word, SPREAD);
}

/** A hash of 32 bits. O(length). */
export function hashOfText(text: string): number {
  const paired = text.length & ~1;
  let even = SEED;
  let odd = ~SEED;
  for (let i = 0; i < paired; i += 2) {
    even = joined(even, text.charCodeAt(i));
    odd = joined(odd, text.charCodeAt(i + 1));
  }
  if (paired < text.length) even = joined(even, text.charCodeAt(paired));
  return finished(joined(even, odd));
}

const float = new Float64Array(1);
const halves = new Int32Array(float.buffer);

/** A hash of a number, the same for numbers that are the same as keys of a Map: 0 and -0, and NaN and NaN. */
export function hashOfNumber(number: number): number {
  // Adding 0 turns -0 into 0.
  float[0] = Number.isNaN(number) ? Number.NaN : number + 0;
  // The halves are kept from cancelling each other out by finishing in between.
  return finished(joined(finished(joined(SEED, halves[0] ?? 0)), halves[1] ?? 0));
}

/** A hash of `n` words. */
export function hashOfWords(words: Uint32Array, from: number, n: number): number {
  let hash = SEED;
  for (let i = from; i < from + n; i++) hash = joined(hash, words[i] ?? 0);
  return finished(hash);
}
