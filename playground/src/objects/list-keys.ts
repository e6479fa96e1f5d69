/**
 * Where a key leads from one row of a list; undefined for keys that lead nowhere.
 *
 * @param at the number of the row, from 0
 * @param page how many rows are seen at once
 */
export function rowAfterKey(key: string, at: number, length: number, page: number): number | undefined {
  const wanted: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: length - 1,
  };
  const to = Object.hasOwn(wanted, key) ? wanted[key] : undefined;
  return to === undefined || length === 0 ? undefined : Math.max(0, Math.min(to, length - 1));
}
