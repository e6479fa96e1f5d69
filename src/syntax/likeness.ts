/** How well a label goes on from what is typed, best first; undefined where it does not have it at all. */
function likeness(label: string, typed: string, folded: string): number | undefined {
  if (label.startsWith(typed)) return 0;
  const found = label.toLowerCase().indexOf(folded);
  if (found === -1) return undefined;
  if (found === 0) return 1;
  // The name of a prefixed key is what people remember of it.
  return label.charAt(found - 1) === '/' ? 2 : 3;
}

/**
 * What something that is being typed may become: what begins with it, then what does but for case, then what does
 * after a `/`, then what has it anywhere. Otherwise in the order given.
 *
 * @complexity O(units of all the labels).
 */
export function byLikeness<T>(choices: Iterable<T>, labelOf: (choice: T) => string, typed: string): T[] {
  const folded = typed.toLowerCase();
  const ranks: T[][] = [[], [], [], []];
  for (const choice of choices) {
    const rank = likeness(labelOf(choice), typed, folded);
    if (rank !== undefined) ranks[rank]?.push(choice);
  }
  return ranks.flat();
}
