/** Clears the bits of a bitmap below `first`, a bit of it. */
export function clearBelow(words: Uint32Array, bits: number, first: number): void {
  const word = bits + (first >>> 5);
  words.fill(0, bits, word);
  words[word] = (words[word] ?? 0) & (-1 << first);
}
