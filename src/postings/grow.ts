/** A table with room for at least `needed` words, twice as long as it was, and its content. */
export function grown(words: Uint32Array, needed: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(needed, words.length * 2));
  larger.set(words);
  return larger;
}
