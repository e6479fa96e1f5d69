/** A key longer than this, in UTF-16 units, is cut in paths: no valid key is as long. */
const LONGEST_KEY = 320;

/**
 * The path of a field: `matchLabels.app`, and where the field is no plain identifier, `matchLabels["a.b/c"]`, the key
 * as a JSON string. At the root a path begins with the field itself: `app`, `["a.b/c"]`.
 */
export function fieldPath(path: string, field: string): string {
  if (/^[A-Za-z_][A-Za-z0-9_]{0,62}$/.test(field)) return path === '' ? field : `${path}.${field}`;
  const shown = field.length > LONGEST_KEY ? `${field.slice(0, LONGEST_KEY)}…` : field;
  return `${path}[${JSON.stringify(shown)}]`;
}

/** The path of an item of a list: `matchExpressions[2]`. */
export function itemPath(path: string, index: number): string {
  return `${path}[${index}]`;
}
