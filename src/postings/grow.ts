/** A table with room for at least `needed` words, twice as long as it was, and its content. */
export function grown(words: Uint32Array, needed: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(needed, words.length * 2));
  larger.set(words);
  return larger;
}

/** A table that has little more than the `used` words at its beginning; the same one where that would save little. */
export function trimmed(words: Uint32Array<ArrayBuffer>, used: number): Uint32Array<ArrayBuffer> {
  const length = Math.max(8, Math.ceil(used * 1.02));
  return length * 1.1 < words.length ? words.slice(0, length) : words;
}
