/** Sorts some words in place; label sets are short, and nearly in order where their keys came in the same one. */
export function sortAscending(words: Uint32Array, from: number, to: number): void {
  if (to - from > 64) {
    words.subarray(from, to).sort();
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const word = words[i] ?? 0;
    let at = i;
    for (; at > from && (words[at - 1] ?? 0) > word; at--) words[at] = words[at - 1] ?? 0;
    words[at] = word;
  }
}
