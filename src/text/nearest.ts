/**
 * Damerau–Levenshtein distance (optimal string alignment) between two short strings, giving up at `limit`.
 *
 * @returns the number of inserted, deleted, replaced or swapped UTF-16 units, or `limit + 1` when it is more.
 * @complexity O(a.length × b.length), at once when the lengths alone differ by more than `limit`.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let twoAgo: number[] = [];
  let oneAgo = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let best = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (oneAgo[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (oneAgo[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (twoAgo[column - 2] ?? 0) + 1);
      }
      current.push(cost);
      best = Math.min(best, cost);
    }
    if (best > limit) return limit + 1;
    twoAgo = oneAgo;
    oneAgo = current;
  }
  return Math.min(oneAgo[b.length] ?? 0, limit + 1);
}

/**
 * The candidate a reader would take `word` for, or undefined when none is near: equal but for case, or at most
 * one edit away for words up to 4 units, two up to 9, three beyond. Ties go to the earlier candidate.
 *
 * @complexity one bounded edit distance a candidate. Words over 100 units are never near anything.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > 100) return undefined;
  const folded = word.toLowerCase();
  const limit = word.length <= 4 ? 1 : word.length <= 9 ? 2 : 3;
  let found: string | undefined;
  let distance = limit + 1;
  for (const candidate of candidates) {
    if (candidate === word) continue;
    const d = editDistance(folded, candidate.toLowerCase(), limit);
    if (d < distance && d < Math.max(word.length, candidate.length)) {
      found = candidate;
      distance = d;
    }
  }
  return found;
}
