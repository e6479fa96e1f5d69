/**
 * The values of a set as selectors carry them: by byte, each once, frozen. Sorts and cuts the given array itself.
 * Valid values are ASCII, so the order of UTF-16 units is the order of bytes.
 */
export function valueSet(values: string[]): readonly string[] {
  if (values.length > 1) {
    values.sort(byUnit);
    let kept = 1;
    for (let i = 1; i < values.length; i++) {
      const value = values[i] as string;
      if (value !== values[kept - 1]) values[kept++] = value;
    }
    values.length = kept;
  }
  return Object.freeze(values);
}

function byUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
