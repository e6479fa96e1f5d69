/** The ordinals of one list that are not in another; both ascending. O(both). */
export function* ordinalDifference(ordinals: Uint32Array, without: Uint32Array): Generator<number> {
  let at = 0;
  for (const ordinal of ordinals) {
    while ((without[at] ?? Number.POSITIVE_INFINITY) < ordinal) at++;
    if (without[at] !== ordinal) yield ordinal;
  }
}
