/** Up to this many values, moving each to its place beats a general sort. */
const FEW = 16;

/**
 * The values of a set as selectors carry them: by byte, each once, frozen. Sorts and cuts the given array itself.
 * Valid values are ASCII, so the order of UTF-16 units is the order of bytes.
 *
 * @complexity O(n) for values already in order, as most are written, O(n log n) otherwise.
 */
export function valueSet(values: string[]): readonly string[] {
  if (!isAscending(values)) {
    if (values.length <= FEW) insertionSort(values);
    else values.sort(byUnit);
    dropRepeated(values);
  }
  return Object.freeze(values);
}

function isAscending(values: readonly string[]): boolean {
  for (let i = 1; i < values.length; i++) {
    if ((values[i - 1] as string) >= (values[i] as string)) return false;
  }
  return true;
}

function insertionSort(values: string[]): void {
  for (let i = 1; i < values.length; i++) {
    const value = values[i] as string;
    let at = i;
    for (; at > 0 && (values[at - 1] as string) > value; at--) values[at] = values[at - 1] as string;
    values[at] = value;
  }
}

/** Keeps one of each of some sorted values. */
function dropRepeated(values: string[]): void {
  let kept = 1;
  for (let i = 1; i < values.length; i++) {
    const value = values[i] as string;
    if (value !== values[kept - 1]) values[kept++] = value;
  }
  values.length = kept;
}

function byUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
