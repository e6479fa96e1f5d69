/** A part of a text that another one has otherwise. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** What makes one text the other: all between the first unit and the last that differ; undefined where none does. */
export function changeBetween(before: string, after: string): Change | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  let behind = 0;
  while (behind < shorter - from && before.at(-1 - behind) === after.at(-1 - behind)) behind++;
  return { from, to: before.length - behind, insert: after.slice(from, after.length - behind) };
}
