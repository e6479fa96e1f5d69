/** A sentence lists up to this many values; of more, it lists a few and counts the others. */
const MOST_LISTED = 5;
const LISTED_OF_MANY = 3;

function byLength(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}

/** Values in quotes, `"a", "b", "c"`; of many the shortest, since those are read most easily. */
function listing(values: readonly string[]): string {
  if (values.length <= MOST_LISTED) return values.map((value) => `"${value}"`).join(', ');
  const shown = [...values].sort(byLength).slice(0, LISTED_OF_MANY);
  return `${shown.map((value) => `"${value}"`).join(', ')} and ${values.length - LISTED_OF_MANY} others`;
}

/** What a value that must be in a set is: `"a"`, `"a" or "b"`, `one of "a", "b", "c"`. */
export function oneOf(values: readonly string[]): string {
  const [first = '', second = ''] = values;
  if (values.length === 1) return `"${first}"`;
  return values.length === 2 ? `"${first}" or "${second}"` : `one of ${listing(values)}`;
}

/** What a value that must not be in a set is: `not "a"`, `neither "a" nor "b"`, `none of "a", "b", "c"`. */
export function noneOf(values: readonly string[]): string {
  const [first = '', second = ''] = values;
  if (values.length === 1) return `not "${first}"`;
  return values.length === 2 ? `neither "${first}" nor "${second}"` : `none of ${listing(values)}`;
}
